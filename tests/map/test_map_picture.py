"""The map as a picture: it shows what has a place, is the same each time, and minds no odd text."""

import json
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from mapper.map import PICTURE_MARK, Basemap, Outline, Town, picture

INCIDENTS = Path(__file__).parent / "incidents.geojson"
BASEMAP = Basemap(
    countries=(
        Outline(
            name="Plainland",
            lat=49.0,
            lon=32.0,
            rings=([(22.0, 45.0), (40.0, 45.0), (40.0, 52.5), (22.0, 52.5), (22.0, 45.0)],),
        ),
    ),
    towns=(Town(name="Kyiv", lat=50.4547, lon=30.5238, population=2_797_553, capital=True),),
)


@pytest.fixture(scope="module")
def incidents() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(INCIDENTS.read_text(encoding="utf-8"))
    return collection


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_incidents_give_the_same_bytes(incidents: dict[str, Any], form: str) -> None:
    first = picture(incidents, title="Twice", basemap=BASEMAP, form=form)
    assert picture(incidents, title="Twice", basemap=BASEMAP, form=form) == first
    assert PICTURE_MARK.encode() in first[:4096]


def test_a_png_is_a_picture_for_print(incidents: dict[str, Any]) -> None:
    png = picture(incidents, title="Size", basemap=BASEMAP, form="png")
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (1650, 1125)


def test_an_svg_has_the_title_the_types_and_the_colours(incidents: dict[str, Any]) -> None:
    svg = picture(incidents, title="March 2031", basemap=BASEMAP, form="svg")
    ElementTree.fromstring(svg)
    text = svg.decode()
    for words in ("March 2031", "Strikes (", "Talks (", "Kyiv", "without a place and not drawn"):
        assert words in text
    assert "#d55e00" in text


def test_a_style_changes_the_colours(incidents: dict[str, Any]) -> None:
    svg = picture(
        incidents,
        title="Own",
        basemap=BASEMAP,
        form="svg",
        style=":root { --strike: #123456; --talks: expression(x) }",
    )
    assert "#123456" in svg.decode()
    assert "#d55e00" not in svg.decode()


LAYERS = {
    "strike": {"label": "Flood", "plural": "Floods", "colour": "#0a0b0c", "shape": "bubble"},
    "talks": {"label": "Fire", "plural": "Fires", "colour": "url(x)", "shape": "no such shape"},
}


@pytest.mark.parametrize(
    ("style", "colour"),
    [("", "#0a0b0c"), (":root { --layer-strike: #123456 }", "#123456")],
    ids=["of the export", "of a style"],
)
def test_an_export_that_brings_its_layers_names_and_colours_them(
    incidents: dict[str, Any], style: str, colour: str
) -> None:
    told = incidents | {"layers": LAYERS}
    svg = picture(told, title="Wet", basemap=BASEMAP, form="svg", style=style).decode()
    for words in ("Floods (", "Fires (", "Other (", colour):
        assert words in svg
    for words in ("Strikes (", "Talks (", "url(x)", "#d55e00"):
        assert words not in svg


def test_a_picture_of_nothing_says_so() -> None:
    empty = {"type": "FeatureCollection", "features": []}
    svg = picture(empty, title="Nothing", basemap=Basemap(), form="svg")
    assert "There are no incidents on this map" in svg.decode()


@pytest.mark.parametrize(
    "title",
    ["x" * 10_000, "$\\frac{1}{0}$", "a\x00b\ud800c\nd", "<script>", "\u202eabc", ""],
    ids=["long", "formula", "controls", "markup", "turned", "empty"],
)
def test_any_title_can_be_drawn(title: str) -> None:
    empty = {"type": "FeatureCollection", "features": []}
    svg = picture(empty, title=title, basemap=Basemap(), form="svg")
    ElementTree.fromstring(svg)
    assert b"<script>" not in svg


def test_odd_places_are_drawn_or_left_out() -> None:
    features = [
        {
            "type": "Feature",
            "id": str(number),
            "geometry": geometry,
            "properties": {"event_type": "odd", "lat": lat, "lon": lon},
        }
        for number, (lat, lon, geometry) in enumerate(
            [
                (90, 0, {"type": "Point", "coordinates": [0, 90]}),
                (-90, 180, {"type": "Point", "coordinates": [180, -90]}),
                (0, -180, {"type": "Point", "coordinates": [-180, 0]}),
                (None, None, {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}),
                ("x", 5, {"type": "Point", "coordinates": ["x", 5]}),
                (None, None, None),
            ]
        )
    ]
    collection = {"type": "FeatureCollection", "features": features}
    assert picture(collection, title="Odd", basemap=Basemap(), form="png")


def test_both_sides_of_the_antimeridian_are_drawn_close_together() -> None:
    places = [(-18.0, 179.9), (-17.5, -179.9)]
    towns = (
        Town(name="Suva", lat=-17.9, lon=179.8, population=90_000),
        Town(name="Vaini", lat=-17.6, lon=-179.8, population=3_000),
    )
    features = [
        {
            "type": "Feature",
            "id": str(lon),
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"event_type": "strike", "lat": lat, "lon": lon},
        }
        for lat, lon in places
    ]
    ring = [(-178.0, -19.0), (-177.0, -19.0), (-177.0, -16.0), (-178.0, -19.0)]
    country = Outline(name="Farland", lat=-18.0, lon=-177.5, rings=[ring])
    svg = picture(
        {"type": "FeatureCollection", "features": features},
        title="Fiji",
        basemap=Basemap(countries=(country,), towns=towns),
        form="svg",
    ).decode()
    assert "<!-- Suva -->" in svg
    assert "<!-- Vaini -->" in svg
