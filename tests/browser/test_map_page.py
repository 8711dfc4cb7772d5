"""The map page in a real browser: it opens from a file, asks for nothing, and shows everything."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.enable_socket

Collection = dict[str, Any]


def _row(page: Page, text: str) -> Any:
    return page.locator("#list button", has_text=text)


def _click_map(page: Page, lat: float, lon: float) -> None:
    """Click the map where a place is, by the map's own projection."""
    point = page.evaluate(
        """([lat, lon]) => {
            const at = map_incidents.latLngToContainerPoint([lat, lon]);
            const box = map_incidents.getContainer().getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }""",
        [lat, lon],
    )
    page.mouse.click(*point)


def test_every_incident_is_in_the_list(open_map: Callable[..., Any], incidents: Collection) -> None:
    page = open_map(incidents, title="Incidents, March 2031").page
    expect(page.locator("h1")).to_have_text("Incidents, March 2031")
    expect(page).to_have_title("Incidents, March 2031")
    expect(page.locator("#summary")).to_contain_text("18 incidents from 4 reports")
    expect(page.locator("#list button:visible")).to_have_count(len(incidents["features"]))


def test_incidents_without_a_place_stand_under_their_own_heading(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    expect(page.locator(".unplaced button")).to_have_count(2)
    page.locator(".unplaced button", has_text="Explosion at a depot").click()
    sheet = page.locator("#detail")
    expect(sheet).to_contain_text("A depot blew up overnight; officials did not say where.")
    expect(sheet).to_contain_text("no report says where")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_an_undated_incident_says_so(open_map: Callable[..., Any], incidents: Collection) -> None:
    page = open_map(incidents).page
    row = _row(page, "Shelling of a substation")
    expect(row).to_contain_text("no date")
    row.click()
    expect(page.locator("#detail")).to_contain_text("Date not told")


@pytest.mark.parametrize(
    ("layer", "gone", "left"),
    [
        ("strike", "Missile strike on grain silos", 10),
        ("prisoner_swap", "Prisoner swap on the Belarus border", 16),
        ("casualties", "Casualties in Odesa", 16),
        ("interception", "Four drones brought down", 15),
        ("ground_attack", "Fighting at Pokrovsk", 16),
        ("talks", "Talks on a further exchange", 17),
    ],
)
def test_a_layer_can_be_switched_off_and_on(
    open_map: Callable[..., Any], incidents: Collection, layer: str, gone: str, left: int
) -> None:
    page = open_map(incidents).page
    box = page.locator(f"#layers input[value={layer}]")
    expect(_row(page, gone)).to_be_visible()
    box.uncheck()
    expect(_row(page, gone)).to_have_count(0)
    expect(page.locator("#list button:visible")).to_have_count(left)
    box.check()
    expect(page.locator("#list button:visible")).to_have_count(18)


def test_a_mark_taken_off_the_map_no_longer_answers_a_click(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    page.locator("#layers input[value=strike]").uncheck()
    _click_map(page, 47.8388, 35.1396)
    expect(page.locator("#detail")).to_be_hidden()
    page.locator("#layers input[value=strike]").check()
    _click_map(page, 47.8388, 35.1396)
    expect(page.locator("#detail")).to_contain_text("Shelling of a substation")


def test_a_click_on_a_mark_opens_the_words_that_put_it_there(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    _click_map(page, 50.4547, 30.5238)
    popup = page.locator("#detail")
    expect(popup.locator("blockquote").first).to_be_visible()
    popup.get_by_role("button", name="Next incident here").click()
    seen = popup.locator("h2").inner_text()
    popup.get_by_role("button", name="Next incident here").click()
    assert {seen, popup.locator("h2").inner_text()} == {
        "Missile and drone strike on Kyiv",
        "Drone debris on a house, Obolon",
    }


def test_a_popup_tells_numbers_with_their_range_and_who_gave_them(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    _row(page, "Missile strike on grain silos").click()
    popup = page.locator("#detail")
    for text in (
        "12–13",
        "40–51, probably 44",
        "ballistic missile: 14 launched, 6 brought down",
        "grain silos by the port",
        "Russia",
        "13 March 2031",
        "counted from the report’s own date",
        "a town or village, its centre",
        "high (0.93)",
        "Disputed",
        "Twelve people were killed when missiles struck the silos, the mayor said.",
        "According to the mayor",
        "killed: 12",
        "Thirteen dead at the port; between 40 and 51 hurt.",
        "injured: 40–51",
    ):
        expect(popup).to_contain_text(text)
    link = popup.get_by_role("link", name="Port city counts its losses")
    expect(link).to_have_attribute("href", "https://harbour.example/port?id=7&x=1")
    expect(link).to_have_attribute("rel", "noopener")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Missile and drone strike on Kyiv", "at least 15"),
        ("Air strikes across Ukraine", "up to 60"),
        ("Shelling in the Sumy region", "about 1"),
        ("Casualties without place or date", "1–4, probably 2"),
        ("Shelling of a substation", "none"),
        ("Prisoner swap on the Belarus border", "307 to Ukraine · 307 to Russia"),
        ("Casualties in Odesa", "12–14 March 2031"),
        ("Air strikes across Ukraine", "March 2031"),
        ("Talks on a further exchange", "week of 10 March 2031"),
        ("Fighting at Pokrovsk", "Edited by a person"),
    ],
)
def test_ranges_and_dates_are_put_into_words(
    open_map: Callable[..., Any], incidents: Collection, title: str, words: str
) -> None:
    page = open_map(incidents).page
    _row(page, title).click()
    shown = page.locator(".detail").inner_text().replace("\u2009", "")
    assert words in shown.replace(" – ", "–")


def test_incidents_at_one_place_stand_side_by_side(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    titles = set()
    for dy in (0, -26, 26):
        page.evaluate("map_incidents.setView([46.4825, 30.7233], 8, {animate: false})")
        point = page.evaluate(
            """() => {
                const at = map_incidents.latLngToContainerPoint([46.4825, 30.7233]);
                const box = map_incidents.getContainer().getBoundingClientRect();
                return [box.x + at.x, box.y + at.y];
            }"""
        )
        page.mouse.click(point[0], point[1] + dy)
        titles.add(page.locator("#detail h2").inner_text())
        page.keyboard.press("Escape")
    assert titles == {
        "Missile strike on grain silos, Odesa",
        "Casualties in Odesa",
        "Four drones brought down over Odesa",
    }


def test_more_incidents_than_fit_side_by_side_are_one_mark_with_all_of_them(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    many = copy.deepcopy(incidents)
    one = many["features"][0]
    many["features"] = [
        {**one, "id": f"n{i}", "properties": {**one["properties"], "title": f"Strike number {i}"}}
        for i in range(40)
    ]
    page = open_map(many).page
    _click_map(page, 46.4825, 30.7233)
    expect(page.locator("#detail .pager")).to_contain_text("1 of 40 here")
    page.get_by_role("button", name="Previous incident here").click()
    expect(page.locator("#detail .pager")).to_contain_text("40 of 40 here")


def test_thousands_of_points_are_gathered_and_each_can_still_be_opened(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    many = copy.deepcopy(incidents)
    one = many["features"][0]
    many["features"] = [
        {
            **one,
            "id": f"n{i}",
            "geometry": {"type": "Point", "coordinates": [30 + i % 60 / 20, 48 + i // 60 / 20]},
            "properties": {
                **one["properties"],
                "title": f"Strike number {i}",
                "lat": 48 + i // 60 / 20,
                "lon": 30 + i % 60 / 20,
            },
        }
        for i in range(3000)
    ]
    page = open_map(many).page
    expect(page.locator("#list-heading .count")).to_have_text("3,000")
    # Only the rows in view are there; the others come when they are scrolled to.
    assert page.locator("#list button").count() < 60
    page.locator("#panel").evaluate("node => node.scrollBy(0, 150 * 68)")
    _row(page, "Strike number 150").click()
    expect(page.locator("#detail h2")).to_have_text("Strike number 150")
    page.keyboard.press("Escape")
    page.evaluate("map_incidents.setView([48, 30], 14, {animate: false}) && null")
    _click_map(page, 48.0, 30.0)
    expect(page.locator("#detail h2")).to_have_text("Strike number 0")


def test_a_ring_of_many_places_opens_out_when_clicked(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    many = copy.deepcopy(incidents)
    one = many["features"][0]
    many["features"] = [
        {
            **one,
            "id": f"n{i}",
            "properties": {**one["properties"], "lat": 48 + i / 5000, "lon": 30.0},
        }
        for i in range(600)
    ]
    page = open_map(many).page
    page.evaluate("map_incidents.setView([48.06, 30], 6, {animate: false}) && null")
    _click_map(page, 48.06, 30.0)
    page.wait_for_function("map_incidents.getZoom() === 8")
    expect(page.locator("#detail")).to_be_hidden()


def test_a_region_is_a_shape_with_a_tag_and_opens_all_its_incidents(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    page.evaluate("map_incidents.setView([51.2, 34.0], 7, {animate: false})")
    _click_map(page, 51.55, 34.3)
    popup = page.locator("#detail")
    expect(popup.locator(".pager")).to_contain_text("of 3 here")
    expect(popup).to_contain_text("somewhere in this region")


def test_a_border_is_a_line_that_opens(open_map: Callable[..., Any], incidents: Collection) -> None:
    page = open_map(incidents).page
    page.evaluate("map_incidents.setView([51.9, 25.3], 7, {animate: false})")
    _click_map(page, 51.9, 25.3)
    expect(page.locator("#detail")).to_contain_text("along this border")


def test_parent_and_parts_lead_to_each_other(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    _row(page, "Drone debris on a house").click()
    page.locator("#detail .link", has_text="Missile and drone strike on Kyiv").click()
    expect(page.locator("#detail h2")).to_have_text("Missile and drone strike on Kyiv")
    expect(page.locator("#detail .link")).to_have_text("Drone debris on a house, Obolon")


def test_street_tiles_are_asked_for_only_when_switched_on(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    opened = open_map(incidents)
    expect(opened.page.locator(".leaflet-control-attribution")).to_contain_text("Natural Earth")
    assert opened.requests == []
    opened.page.get_by_text("Map beneath and this page").click()
    with opened.page.expect_request("https://tile.openstreetmap.org/**"):
        opened.page.get_by_label("OpenStreetMap streets").check()
    expect(opened.page.locator(".leaflet-control-attribution")).to_contain_text("OpenStreetMap")
    opened.page.get_by_label("Outlines, in this file").check()
    opened.page.wait_for_timeout(200)
    assert all(url.startswith("https://tile.openstreetmap.org/") for url in opened.requests)
    opened.requests.clear()
    # The refused tiles; anything else stays a complaint.
    opened.complaints[:] = [text for text in opened.complaints if "net::ERR_FAILED" not in text]


def test_the_list_and_a_popup_work_by_keyboard_alone(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    page = open_map(incidents).page
    row = _row(page, "Missile strike on grain silos")
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#detail .detail")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#detail")).to_be_hidden()
    expect(row).to_be_focused()


def test_a_narrow_screen_has_all_of_it(open_map: Callable[..., Any], incidents: Collection) -> None:
    page = open_map(incidents, width=360, height=740, has_touch=True).page
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide == 360
    page.get_by_role("button", name="Layers and list").click()
    _row(page, "Missile strike on grain silos").click()
    expect(page.locator("#detail blockquote").first).to_be_visible()
    page.locator("#detail").get_by_role("button", name="Close").click()
    expect(page.locator("#detail")).to_be_hidden()


def test_a_very_long_title_leaves_room_for_the_map(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    title = "A title " * 1250
    page = open_map(incidents, title=title, width=360, height=740).page
    assert page.locator("h1").text_content() == title
    head, stage = page.locator("#head").bounding_box(), page.locator("#stage").bounding_box()
    assert head is not None
    assert stage is not None
    assert head["height"] < 140
    assert stage["height"] > 400


def test_text_from_right_to_left_is_set_so(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    collection = copy.deepcopy(incidents)
    one = collection["features"][0]["properties"]
    one["title"] = "\u0636\u0631\u0628\u0629 \u0635\u0627\u0631\u0648\u062e\u064a\u0629"
    one["sources"][0]["quote"] = (
        "\u0642\u064f\u062a\u0644 \u0627\u062b\u0646\u0627 \u0639\u0634\u0631."
    )
    page = open_map(collection).page
    _row(page, one["title"]).click()
    for text in (one["title"], one["sources"][0]["quote"]):
        shown = page.locator("#detail").get_by_text(text)
        assert shown.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_dates_before_1900_are_dates(open_map: Callable[..., Any], incidents: Collection) -> None:
    collection = copy.deepcopy(incidents)
    one = collection["features"][0]["properties"]
    one["date"] = one["end_date"] = "0854-03-02"
    page = open_map(collection).page
    _row(page, one["title"]).click()
    expect(page.locator("#detail")).to_contain_text("2 March 854")


def test_dark_mode_changes_the_map_too(open_map: Callable[..., Any], incidents: Collection) -> None:
    page = open_map(incidents, color_scheme="light").page
    colour = "getComputedStyle(document.querySelector('.folium-map')).backgroundColor"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != light
    _row(page, "Missile strike on grain silos").click()
    expect(page.locator("#detail blockquote").first).to_be_visible()


def test_a_map_without_incidents_says_so(open_map: Callable[..., Any]) -> None:
    page = open_map({"type": "FeatureCollection", "features": []}).page
    expect(page.locator("#empty")).to_contain_text("There are no incidents on this map.")
    expect(page.locator("#summary")).to_contain_text("0 incidents")


def test_an_export_of_another_field_has_layers_of_its_own(
    open_map: Callable[..., Any], incidents: Collection
) -> None:
    flooded = copy.deepcopy(incidents)
    flooded["features"] = flooded["features"][:3]
    for feature in flooded["features"]:
        feature["properties"]["event_type"] = "flood"
    flooded["layers"] = {
        "flood": {"label": "Flood", "plural": "Floods", "colour": "#aa11bb", "shape": "bubble"},
        "storm": {"label": "Storm", "plural": "Storms", "colour": "url(x)", "shape": "constructor"},
    }
    page = open_map(flooded).page
    expect(page.locator(".choice-name", has_text="Floods")).to_have_count(1)
    expect(page.locator(".choice-name", has_text="Strikes")).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('svg path[fill=\"#aa11bb\"]').length") >= 1
    assert page.evaluate("document.querySelectorAll('svg path[fill=\"url(x)\"]').length") == 0
