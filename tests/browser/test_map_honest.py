"""What the page says of itself and of its sources: copies, other fields, the far side, paper."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from mapper.cli import cli

pytestmark = pytest.mark.enable_socket

Collection = dict[str, Any]
Open = Callable[..., Any]

_SHOOTING = (
    "Two people were killed and three wounded in a drive-by shooting in Toledo, Ohio, on Saturday "
    "night, the police said.\n\nA deputy shot and wounded a man in Grand Ledge, Michigan, on "
    "Sunday morning, the sheriff said.\n"
)


def _article(path: Path, text: str) -> None:
    head = "---\ntitle: Shootings\nsource: Test Daily\npublished: 2024-12-09\n---\n"
    path.write_text(head + text, encoding="utf-8")


def _incident(number: int, lat: float, lon: float, like: dict[str, Any]) -> dict[str, Any]:
    feature = copy.deepcopy(like)
    feature["id"] = f"x{number}"
    feature["geometry"] = {"type": "Point", "coordinates": [lon, lat]}
    feature["properties"] |= {
        "lat": lat,
        "lon": lon,
        "title": f"Number {number}",
        "geo_precision": "settlement",
    }
    return feature


def _fiji(incidents: Collection) -> Collection:
    """Two towns and a region, on both sides of the antimeridian."""
    like = incidents["features"][0]
    region = _incident(3, -17.0, 180.0, like)
    east, west = (
        [[[a, -20.0], [b, -20.0], [b, -14.0], [a, -14.0], [a, -20.0]]]
        for a, b in ((176.0, 180.0), (-180.0, -176.0))
    )
    region["geometry"] = {"type": "MultiPolygon", "coordinates": [east, west]}
    region["properties"]["geo_precision"] = "region"
    features = [_incident(1, -18.0, 179.9, like), _incident(2, -17.5, -179.9, like), region]
    return {**incidents, "features": features}


def _saved(page: Page) -> Collection:
    with page.expect_download() as download:
        page.locator("#save-geojson").click()
    saved: Collection = json.loads(download.value.path().read_text(encoding="utf-8"))
    return saved


def test_a_source_that_carries_the_text_of_another_says_so_and_counts_as_one_voice(
    open_map: Open, incidents: Collection
) -> None:
    copied = copy.deepcopy(incidents)
    feature = copied["features"][0]
    first = feature["properties"]["sources"][0]
    second = {**first, "article": "other", "source": "Second Paper", "url": "https://two.example/"}
    feature["properties"]["sources"] = [first, {**second, "copy_of": first["article"]}]
    copied["features"] = [feature]
    page = open_map(copied).page
    page.locator("#list button").click()
    expect(page.locator(".sources h3")).to_have_text("2 sourcesone voice")
    notes = page.locator(".sources .copy")
    expect(notes).to_have_count(1)
    expect(notes).to_contain_text(first["source"])
    expect(page.locator(".sources figure").nth(1).locator(".copy")).to_be_visible()
    sources = _saved(page)["features"][0]["properties"]["sources"]
    assert "copy_of" not in sources[0]
    assert sources[1]["copy_of"] == first["url"]


def test_another_lexicon_has_its_layers_and_its_samples_in_the_legend(
    open_file: Open, tmp_path: Path
) -> None:
    _article(tmp_path / "article.md", _SHOOTING)
    out, project = tmp_path / "shootings.html", str(tmp_path / "p.sqlite")
    for arguments in (
        ["add", "--lexicon", "gun_violence", str(tmp_path / "article.md")],
        ["map", "-o", str(out)],
    ):
        done = CliRunner().invoke(cli, ["--db", project, *arguments], catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
    page = open_file(out).page
    names = page.locator("#layers .choice.level-1 .choice-name")
    assert set(names.all_text_contents()) == {"Shootings", "Police shootings"}
    page.locator("#legend summary").click()
    layers, samples = (
        set(
            page.locator(f"{where} path").evaluate_all(
                "nodes => nodes.map(n => n.getAttribute('d'))"
            )
        )
        for where in ("#layers .choice", ".sizes")
    )
    assert samples
    assert samples <= layers
    page.locator("#list button", has_text="Toledo").click()
    expect(page.locator(".detail .kind")).to_have_text("Shooting · drive-by shooting")


def test_the_legend_leaves_most_of_the_map_free(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, width=1440, height=900).page
    page.locator("#legend summary").click()
    card, stage = (page.locator(name).bounding_box() for name in ("#legend", "#stage"))
    assert card is not None
    assert stage is not None
    assert card["width"] * card["height"] < 0.2 * stage["width"] * stage["height"]
    assert page.evaluate(
        "(n => n.scrollHeight <= n.clientHeight)(document.querySelector('#legend'))"
    )


def test_both_sides_of_the_antimeridian_lie_side_by_side(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(_fiji(incidents)).page
    page.locator("#list button", has_text="Number 3").click()
    page.wait_for_timeout(400)
    view = re.search(r"v=([\d.-]+),([\d.-]+),([\d.]+)", page.evaluate("location.hash"))
    assert view is not None
    lat, lon, zoom = map(float, view.groups())
    assert (-20 < lat < -14, 175 < lon < 185, zoom >= 5) == (True, True, True)


def test_what_is_saved_keeps_its_longitudes(open_map: Open, incidents: Collection) -> None:
    collection = _fiji(incidents)
    for before, after in zip(
        collection["features"], _saved(open_map(collection).page)["features"], strict=True
    ):
        assert after["properties"]["lon"] == before["properties"]["lon"]
        assert after["geometry"]["type"] == before["geometry"]["type"]
        if before["geometry"]["type"] == "Point":
            assert after["geometry"] == before["geometry"]
        else:
            lons = [lon for part in after["geometry"]["coordinates"] for lon, _ in part[0]]
            assert {abs(lon) for lon in lons} == {176.0, 180.0}


def test_paper_gets_the_map_as_one_light_picture_and_the_screen_its_own_back(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents, color_scheme="dark").page
    corner = "document.querySelector('.paper').getContext('2d').getImageData(4, 4, 1, 1).data[0]"
    before = page.locator("#legend").bounding_box()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(corner) > 180
    expect(page.locator("#legend")).to_have_attribute("open", "")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".paper")).to_have_count(0)
    expect(page.locator("html")).not_to_have_class(re.compile("printing"))
    expect(page.locator("#legend")).not_to_have_attribute("open", "")
    assert page.locator("#legend").bounding_box() == before


def test_paper_shows_the_open_incident_and_the_whole_list(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    page.locator("#list button").first.click()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    stage, detail = (page.locator(name).bounding_box() for name in (".paper", "#detail"))
    assert stage is not None
    assert detail is not None
    assert detail["y"] >= stage["y"] + stage["height"]
    expect(page.locator("#list li").last).to_be_visible()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("said in the same sentence", "сказано в тому самому реченні"),
        ("'Saturday' in the same sentence", "«Saturday» у тому самому реченні"),
        (
            "'X' is ambiguous; Sumy, where the others are",
            "«X» може бути різними місцями; Sumy, де решта",
        ),
        ("3 against 2 killed", "загинуло: 3 проти 2"),
        ("both say 307 prisoners for UKR", "обидва: звільнено 307, Україна"),
        ("a reason of a lexicon of one's own", "a reason of a lexicon of one's own"),
        ("killed", "killed"),
        ("constructor", "constructor"),
    ],
)
def test_reasons_are_told_in_the_language_of_the_page(
    open_map: Open, incidents: Collection, told: str, said: str
) -> None:
    one = copy.deepcopy(incidents["features"][0])
    one["properties"]["sources"][0] |= {"place_how": told, "joined_because": [told]}
    one["properties"]["weapons"] = [{"kind": "drone"}, {"kind": "trebuchet"}]
    page = open_map({**incidents, "features": [one]}, lang="uk").page
    page.locator("#list button").click()
    why = page.locator(".why").first
    why.locator("summary").click()
    expect(why.locator("li").first).to_have_text(f"Місце: {said}")
    expect(why.locator("li").last).to_have_text(f"Об’єднано: {said}")
    expect(page.locator(".detail dd li")).to_have_text(["дрон", "trebuchet"])


def test_a_map_of_nothing_offers_nothing_to_filter_or_save(open_map: Open) -> None:
    page = open_map({"type": "FeatureCollection", "features": []}).page
    for name in ("#search", "#save-csv", "#list-section"):
        expect(page.locator(name)).to_be_hidden()
