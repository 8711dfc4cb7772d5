"""Filters, search, days, saving and the address of the page, in a real browser."""

import copy
import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.enable_socket

Collection = dict[str, Any]
Open = Callable[..., Any]


def _shown(page: Page) -> set[str]:
    # A change is drawn at the next frame, and the frame behind that is sure to come after it.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return set(page.locator("#list .item-title").all_text_contents())


def _facet(page: Page, name: str) -> Any:
    """Open a filter; give its rows."""
    if not page.locator("#filters").evaluate("node => node.open"):
        page.locator("#filters > summary").click()
    part = page.locator(f"[data-facet={name}]")
    if not part.evaluate("node => node.open"):
        part.locator("summary").click()
    return part


def _hash(page: Page) -> str:
    page.wait_for_timeout(400)
    return str(page.evaluate("location.hash"))


@pytest.mark.parametrize(
    ("facet", "choice", "test"),
    [
        ("source", "Plain Dispatch", lambda p: _has_source(p, "Plain Dispatch")),
        ("country", "UA", lambda p: p["country"] == "UA"),
        ("region", "UA/Odesa", lambda p: (p["country"], p["admin1"]) == ("UA", "Odesa")),
        ("killed", "5-19", lambda p: 5 <= (p["killed"]["best"] or 0) < 20),
        ("injured", "0", lambda p: p["injured"]["best"] == 0),
        ("confidence", "low", lambda p: p["confidence"] < 0.45),
        ("precision", "region", lambda p: p["geo_precision"] == "region"),
        ("disputed", "yes", lambda p: p["disputed"]),
        ("status", "confirmed", lambda p: p["status"] == "confirmed"),
    ],
)
def test_a_filter_keeps_what_its_choice_says_and_tells_how_many(
    open_map: Open,
    incidents: Collection,
    facet: str,
    choice: str,
    test: Callable[[dict[str, Any]], bool],
) -> None:
    page = open_map(incidents).page
    expected = {p["title"] for p in _all(incidents) if test(p)}
    row = _facet(page, facet).locator("label", has=page.locator(f'input[value="{choice}"]'))
    expect(row.locator(".count")).to_have_text(str(len(expected)))
    row.locator("input").check()
    assert _shown(page) == expected
    assert 0 < len(expected) < 18
    expect(page.locator("#shown")).to_have_text(f"{len(expected)} of 18 incidents")
    page.locator("#clear").click()
    assert len(_shown(page)) == 18


def _all(incidents: Collection) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in incidents["features"]]


def _has_source(properties: dict[str, Any], name: str) -> bool:
    return any(source["source"] == name for source in properties["sources"])


def test_filters_combine_and_counts_tell_what_a_further_choice_would_show(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    _facet(page, "disputed").locator('input[value="no"]').check()
    page.locator("#layers input[value=strike]").uncheck()
    page.locator("#layers input[value=interception]").uncheck()
    left = [
        p
        for p in _all(incidents)
        if not p["disputed"] and p["event_type"] not in {"strike", "interception"}
    ]
    assert _shown(page) == {p["title"] for p in left}
    for choice in ("UA", "\u2013"):
        number = sum((p["country"] or "\u2013") == choice for p in left)
        row = _facet(page, "country").locator("label", has=page.locator(f'input[value="{choice}"]'))
        expect(row.locator(".count")).to_have_text(str(number))


def test_a_sub_type_can_be_switched_off_alone(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents).page
    page.get_by_role("button", name="Sub-types of: Strikes").click()
    page.locator('#layers input[value="strike/missile"]').uncheck()
    gone = {p["title"] for p in _all(incidents) if p["sub_type"] == "missile"}
    assert gone
    assert _shown(page) == {p["title"] for p in _all(incidents)} - gone
    box = page.locator("#layers input[value=strike]")
    assert box.evaluate("node => node.indeterminate")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("silos", {"Missile strike on grain silos, Odesa"}),
        ("OBOLON", {"Drone debris on a house, Obolon"}),
        ("nine-storey alight", {"Drone debris on a house, Obolon"}),
        ('"hurt three"', {"Drone debris on a house, Obolon"}),
        ('"three hurt"', set()),
        ("general staff", {"Assault repelled near Kharkiv"}),
    ],
    ids=["title", "place", "words", "phrase", "no-phrase", "speaker"],
)
def test_the_search_looks_in_titles_places_and_quotes(
    open_map: Open, incidents: Collection, query: str, found: set[str]
) -> None:
    page = open_map(incidents).page
    page.get_by_role("searchbox").fill(query)
    page.wait_for_timeout(250)
    assert _shown(page) == found or found < _shown(page) <= _with(incidents, query)


def _with(incidents: Collection, query: str) -> set[str]:
    words = query.lower().replace('"', "").split()
    return {
        p["title"] for p in _all(incidents) if all(word in json.dumps(p).lower() for word in words)
    }


@pytest.mark.parametrize("count", [18, 900], ids=["short-list", "long-list"])
def test_what_is_opened_on_the_map_comes_into_view_in_the_list(
    open_map: Open, incidents: Collection, count: int
) -> None:
    features = incidents["features"]
    one = features[0]
    more = [{**one, "id": f"n{i}"} for i in range(count - len(features))]
    page = open_map({**incidents, "features": [*more, *features]}, state="id=i09").page
    row = page.locator("#list button[aria-current]")
    expect(row).to_be_in_viewport(ratio=0.9)


def test_the_search_does_not_mind_accents(open_map: Open, incidents: Collection) -> None:
    collection = copy.deepcopy(incidents)
    collection["features"][0]["properties"]["title"] = "Strike on Chișinău"
    page = open_map(collection).page
    page.get_by_role("searchbox").fill("chisinau")
    page.wait_for_timeout(250)
    assert _shown(page) == {"Strike on Chișinău"}


def test_what_is_shown_can_be_saved_as_geojson(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents).page
    page.locator("#layers input[value=strike]").uncheck()
    with page.expect_download() as download:
        page.locator("#save-geojson").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    given = {f["id"]: f for f in incidents["features"]}
    assert {f["id"] for f in saved["features"]} == {
        key for key, f in given.items() if f["properties"]["event_type"] != "strike"
    }
    for feature in saved["features"]:
        of = given[feature["id"]]
        assert feature["properties"]["title"] == of["properties"]["title"]
        assert [s["quote"] for s in feature["properties"]["sources"]] == [
            s["quote"] for s in of["properties"]["sources"]
        ]
        if of["geometry"] and of["geometry"]["type"] == "Point":
            assert feature["geometry"] == of["geometry"]
        assert (feature["geometry"] is None) == (of["geometry"] is None)


def test_what_is_shown_can_be_saved_as_a_table_without_formulas(
    open_map: Open, incidents: Collection
) -> None:
    collection = copy.deepcopy(incidents)
    collection["features"][0]["properties"]["title"] = '=HYPERLINK("x","y")'
    page = open_map(collection).page
    with page.expect_download() as download:
        page.locator("#save-csv").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert len(rows) == 18
    assert rows["i01"]["title"] == '\'=HYPERLINK("x","y")'
    assert (rows["i01"]["killed_low"], rows["i01"]["killed_high"]) == ("12", "13")


def _slide(page: Page, name: str, keys: list[str]) -> None:
    handle = page.get_by_role("slider", name=name)
    handle.focus()
    for key in keys:
        page.keyboard.press(key)


def test_a_period_hides_what_lies_outside_and_nothing_without_a_date(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    _slide(page, "First day shown", ["End"])
    shown = _shown(page)
    exact = [p for p in _all(incidents) if p["date_precision"] in {"day", "range", "week"}]
    last = max(p["end_date"] or p["date"] for p in exact)
    assert {p["title"] for p in _all(incidents) if p["date"] is None} <= shown
    for one in exact:
        assert (one["title"] in shown) == ((one["end_date"] or one["date"]) >= last)
    assert len(shown) < 18
    expect(page.locator("#time-apart")).to_contain_text("without a date, always shown")
    page.locator("#time-whole").click()
    assert len(_shown(page)) == 18


def test_incidents_without_a_date_have_a_heading_of_their_own(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    expect(page.locator("#list h3", has_text="Date not told")).to_be_visible()
    expect(page.locator(".undated button", has_text="Shelling of a substation")).to_be_visible()


# Notes what is written on canvases: the axis is drawn and in no document.
_NOTES = """
  window.written = new Set();
  const before = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.written.add(text);
    return before.call(this, text, ...rest);
  };
"""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2024-10-01", "2025-06-30"), {"1 Oct 2024", "2025"}),
        (("2025-02-01", "2025-06-30"), {"1 Feb"}),
        (("2021-01-01", "2025-06-30"), {"Jan 2021", "2024"}),
    ],
    ids=["two years", "one year", "many years"],
)
def test_the_days_beneath_the_map_say_their_year_where_they_are_of_several(
    open_map: Open, incidents: Collection, days: tuple[str, str], said: set[str]
) -> None:
    two = [
        {**one, "properties": {**one["properties"], "date": day, "end_date": None}}
        for one, day in zip(incidents["features"][:2], days, strict=True)
    ]
    page = open_map({**incidents, "features": two}, init_script=_NOTES).page
    expect(page.locator("#time-label")).to_contain_text(days[1][:4])
    written = {text for text in page.evaluate("[...window.written]") if text[:1].isalnum()}
    assert all(any(word in text for text in written) for word in said), written
    if len({day[:4] for day in days}) == 1:
        assert not any(days[0][:4] in text for text in written), written


def test_a_period_can_be_drawn_and_dragged(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents).page
    box = page.locator(".track").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 3
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, middle, steps=4)
    page.mouse.up()
    drawn = page.locator("#time-label").inner_text()
    expect(page.locator("#time-whole")).to_be_visible()
    page.mouse.move(box["x"] + box["width"] * 0.4, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert page.locator("#time-label").inner_text() != drawn


@pytest.mark.parametrize("mode", ["moving", "cumulative"])
def test_the_days_can_be_played_to_the_end(
    open_map: Open, incidents: Collection, mode: str
) -> None:
    page = open_map(incidents).page
    page.locator("#play-mode").select_option(mode)
    page.clock.install()
    page.get_by_role("button", name="Play the days").click()
    first = page.get_by_role("slider", name="First day shown")
    last = page.get_by_role("slider", name="Last day shown")
    begun = (first.get_attribute("aria-valuenow"), last.get_attribute("aria-valuenow"))
    page.clock.run_for(100_000)
    expect(page.get_by_role("button", name="Play the days")).to_be_visible()
    assert last.get_attribute("aria-valuenow") == last.get_attribute("aria-valuemax")
    moved = first.get_attribute("aria-valuenow") != begun[0]
    assert moved == (mode == "moving")


def test_the_address_holds_the_state_and_gives_it_back(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    page.locator("#layers input[value=talks]").uncheck()
    _facet(page, "country").locator('input[value="UA"]').check()
    page.get_by_role("searchbox").fill("kyiv")
    page.locator("#sort").select_option("harm")
    _slide(page, "First day shown", ["ArrowRight"])
    page.evaluate("map_incidents.setView([50.1, 30.2], 8.5, {animate: false}) && null")
    page.locator("#list button").first.click()
    view = page.evaluate("map_incidents.getZoom()")
    before = (_shown(page), page.locator("#detail h2").inner_text(), _hash(page))
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector("body[data-ready]")
    after = (_shown(page), page.locator("#detail h2").inner_text(), _hash(page))
    assert after == before
    assert page.evaluate("map_incidents.getZoom()") == view
    for part in ("hide=talks", "country=UA", "q=kyiv", "sort=harm", "t=", "v=", "id="):
        assert part in before[2]


@pytest.mark.parametrize(
    "state",
    [
        "hide=nothing&country=XX&t=x..y&v=a,b,c&sort=no&map=moon&id=none&play=never",
        "t=2031-03-20..2031-03-01",
        "%E0%A4%A&=&&&hide=__proto__&constructor=1",
        "v=999,999,99",
        "q=" + "x" * 5000,
    ],
    ids=["unknown", "reversed", "broken", "far", "long"],
)
def test_an_address_that_makes_no_sense_does_no_harm(
    open_map: Open, incidents: Collection, state: str
) -> None:
    page = open_map(incidents, state=state).page
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#list-heading")).to_contain_text("0" if "q=" in state else "18")


def test_the_page_can_stand_in_a_frame_of_another(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, state="embed=1&hide=talks", width=600, height=400).page
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#panel-toggle")).to_be_hidden()
    expect(page.locator(".folium-map")).to_be_visible()
    link = page.locator("#whole-page")
    assert link.get_attribute("href") == "#hide=talks"
    stage = page.locator("#stage").bounding_box()
    assert stage is not None
    assert (stage["width"], stage["y"]) == (600, 0)


@pytest.mark.parametrize(
    ("made", "locale", "state", "words"),
    [
        (None, "uk-UA", "", "Шари"),
        (None, "en-GB", "", "Layers"),
        (None, "de-DE", "", "Layers"),
        ("uk", "en-GB", "", "Шари"),
        ("en", "uk-UA", "", "Layers"),
        ("en", "en-GB", "lang=uk", "Шари"),
    ],
)
def test_the_language_is_that_of_the_address_the_maker_or_the_reader(
    open_map: Open,
    incidents: Collection,
    made: str | None,
    locale: str,
    state: str,
    words: str,
) -> None:
    page = open_map(incidents, lang=made, locale=locale, state=state).page
    expect(page.locator("#layers legend")).to_have_text(words)
    assert page.evaluate("document.documentElement.lang") == ("uk" if words == "Шари" else "en")


def test_no_word_of_the_page_is_left_in_english(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, lang="uk").page
    for summary in page.locator("#panel summary").all():
        summary.click()
    page.locator("#legend summary").click()
    page.locator("#list button", has_text="Missile strike on grain silos").click()
    shown = page.evaluate(
        """() => {
            const skip = ".item-title, .item-meta, blockquote, h1, h2, cite, a, .choice-name, dd,"
                + " .claims, .said, .article, .leaflet-control, #summary";
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const out = [];
            while (walker.nextNode()) {
                const node = walker.currentNode.parentElement;
                if (!node.closest(skip + ", script, style, noscript, #other-language")) {
                    out.push(walker.currentNode.data);
                }
            }
            return out.join("\\n");
        }"""
    )
    words = set(re.findall(r"[A-Za-z]{3,}", shown))
    assert words <= {
        *("OpenStreetMap", "openstreetmap", "org", "GeoJSON", "CSV", "Incident", "mapper"),
        *("GeoNames", "Natural", "Earth", "Leaflet", "BSD", "Clause", "folium"),
    }


def test_numbers_that_no_count_fits_are_marked_side_by_side(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    page.locator("#list button", has_text="Missile strike on grain silos").click()
    table = page.get_by_role("table", name="Who gives which number")
    expect(table.locator("tbody tr")).to_have_count(2)
    expect(table.locator("tbody tr").first).to_contain_text("the mayor")
    expect(table.locator("td.differs")).to_have_text(["12", "13"])


def test_printing_shows_every_row_of_a_long_list(open_map: Open, incidents: Collection) -> None:
    one = incidents["features"][0]
    many = {
        **incidents,
        "features": [
            {**one, "id": f"n{i}", "properties": {**one["properties"], "title": f"Number {i}"}}
            for i in range(600)
        ],
    }
    page = open_map(many).page
    assert page.locator("#list li").count() < 100
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#list li").count() == 600
    expect(page.locator("#search")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.wait_for_function("document.querySelectorAll('#list li').length < 100")


def test_a_browser_that_refuses_storage_and_history_gets_the_page_all_the_same(
    open_map: Open, incidents: Collection
) -> None:
    script = """
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
            Object.defineProperty(window, name, { get() { throw new Error("no storage"); } });
        }
        history.replaceState = () => { throw new DOMException("no history", "SecurityError"); };
    """
    page = open_map(incidents, init_script=script).page
    page.locator("#layers input[value=strike]").uncheck()
    page.wait_for_timeout(500)
    assert len(_shown(page)) == 10


def test_a_style_of_ones_own_colours_the_marks(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, style=":root { --strike: #123456; }").page
    glyph = page.locator("#layers label", has_text="Strikes").locator("path")
    expect(glyph).to_have_attribute("fill", "#123456")


def test_from_close_by_a_circle_says_how_far_a_town_or_district_reaches(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents, state="v=50.46,30.5,11").page
    circles = """() => {
        const out = {};
        map_incidents.eachLayer((layer) => {
            if (!(layer instanceof L.Circle)) return;
            out[layer.getLatLng().lat] = Math.round(layer.getRadius());
        });
        return out;
    }"""
    found = page.evaluate(circles)
    # Kyiv by its population on the basemap, Obolon as any district.
    assert 14_000 < found["50.4547"] < 18_000
    assert found["50.5014"] == 1500
    page.evaluate("map_incidents.setView([50.46, 30.5], 7, {animate: false}) && null")
    assert page.evaluate(circles) == {}
