"""The page as a file: whole, small, the same each time, and with nothing from elsewhere."""

import base64
import copy
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.errors import OutputError
from mapper.map import Basemap, Outline, Town, document, render
from mapper.map.packing import pack

INCIDENTS = Path(__file__).parent / "incidents.geojson"
BASEMAP = Basemap(
    countries=(
        Outline(name="Plainland", lat=1.0, lon=2.0, rings=([(0.0, 0.0), (4.0, 0.0), (4.0, 2.0)],)),
    ),
    towns=(Town(name="Middleton", lat=1.0, lon=2.0, population=5000),),
)


@pytest.fixture(scope="module")
def incidents() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(INCIDENTS.read_text(encoding="utf-8"))
    return collection


def data_of(page: str) -> dict[str, Any]:
    """Read the data block of a page."""
    block = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    if block is None:
        pytest.fail("The page has no data block.")
    data: dict[str, Any] = json.loads(block[1])
    sources = iter(unpacked(data["sources"]))
    data["articles"], data["incidents"] = unpacked(data["articles"]), unpacked(data["incidents"])
    for incident, count in zip(data["incidents"], data["sourceCounts"], strict=True):
        incident["sources"] = [next(sources) for _ in range(count)]
    return data


def unpacked(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Turn a packed table back into records, as the page's script does."""
    records: list[dict[str, Any]] = [{} for _ in range(table["n"])]
    for key, column in table["columns"].items():
        values = column.get("plain")
        if values is None:
            distinct, numbers = column["coded"]
            values = [None, *distinct]
            values = [values[number] for number in numbers]
        for record, value in zip(records, values, strict=True):
            if value is not None:
                record[key] = value
    return records


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from("abc"),
            st.one_of(st.text(max_size=2), st.integers(0, 2), st.booleans(), st.just([1, "x"])),
        )
    )
)
def test_packed_records_can_be_had_back(records: list[dict[str, Any]]) -> None:
    assert json.dumps(unpacked(json.loads(json.dumps(pack(records)))), sort_keys=True) == (
        json.dumps(records, sort_keys=True)
    )


def collection_of(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_the_same_input_gives_the_same_page(incidents: dict[str, Any]) -> None:
    first = render(incidents, title="Twice", basemap=BASEMAP)
    assert render(copy.deepcopy(incidents), title="Twice", basemap=BASEMAP) == first


def test_another_process_gives_the_same_page(incidents: dict[str, Any]) -> None:
    code = (
        "import json, sys, hashlib\n"
        "from mapper.map import Basemap, render\n"
        "page = render(json.load(open(sys.argv[1])), title='Twice', basemap=Basemap())\n"
        "print(hashlib.sha256(page.encode()).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(INCIDENTS)],
        capture_output=True,
        check=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    here = render(incidents, title="Twice", basemap=Basemap())
    assert done.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_the_input_is_not_changed(incidents: dict[str, Any]) -> None:
    before = copy.deepcopy(incidents)
    render(incidents, title="Unchanged", basemap=BASEMAP)
    assert incidents == before


def test_the_page_without_a_basemap_is_small(incidents: dict[str, Any]) -> None:
    assert len(render(incidents, title="Small", basemap=Basemap()).encode()) < 350_000


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page(
    incidents: dict[str, Any],
) -> None:
    page = render(incidents, title="Policy", basemap=BASEMAP)
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0])
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    for element in ("script", "style"):
        texts = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in texts
        }
        allowed = re.findall(rf"{element}-src ([^;]*)", policy)[0].split()
        assert set(allowed) == hashes


def test_nothing_is_loaded_from_elsewhere(incidents: dict[str, Any]) -> None:
    page = render(incidents, title="Alone", basemap=BASEMAP)
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)\s*=\s*"(?!#|data:)[^"]*"', markup) == []
    assert "sourceMappingURL" not in page
    assert "@import" not in page
    styles = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert re.findall(r"url\((?!#)[^)]*\)", styles) == []


def test_the_licence_of_what_is_inside_goes_with_it(incidents: dict[str, Any]) -> None:
    page = render(incidents, title="Licence", basemap=BASEMAP)
    assert "BSD 2-Clause License" in page
    assert "Redistributions in binary form must reproduce" in page


def test_line_ends_are_those_that_browsers_hash(incidents: dict[str, Any]) -> None:
    assert "\r" not in render(incidents, title="Lines", basemap=BASEMAP)


def test_the_language_is_named(incidents: dict[str, Any]) -> None:
    assert '<html lang="en">' in render(incidents, title="Language", basemap=BASEMAP)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(max_examples=40, deadline=None)
def test_any_title_is_text(title: str) -> None:
    page = render(collection_of(), title=title, basemap=Basemap())
    page.encode()
    assert page.count("<title>") == page.count("</title>") == 1
    assert page.count("</script>") == 4


def test_a_page_of_nothing_is_a_page() -> None:
    page = render(collection_of(), title="Nothing", basemap=Basemap())
    assert data_of(page)["incidents"] == []
    assert data_of(page)["view"] == {"core": None, "all": None, "seam": -180.0}


def test_each_article_stands_once_and_sources_refer_to_it(incidents: dict[str, Any]) -> None:
    data = data_of(render(incidents, title="Articles", basemap=BASEMAP))
    assert [article.get("title") for article in data["articles"]] == [
        "Port city counts its losses",
        "Morning bulletin",
        "Night of drones over the lower Dnipro",
        "Two sides bring soldiers home",
    ]
    first = data["incidents"][0]["sources"]
    assert [source["a"] for source in first] == [0, 1]
    assert first[0]["quote"].startswith("Twelve people were killed")
    assert "start" not in first[0]


def test_each_shape_stands_once(incidents: dict[str, Any]) -> None:
    data = data_of(render(incidents, title="Shapes", basemap=BASEMAP))
    shapes = {one["id"]: one.get("shape") for one in data["incidents"]}
    assert shapes["i10"] == shapes["i11"]
    assert shapes["i01"] is None
    assert [shape["kind"] for shape in data["shapes"]] == ["line", "area", "area", "area"]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]},
        {"type": "Polygon", "coordinates": "x"},
        {"type": "LineString", "coordinates": [["a", "b"], ["c", "d"]]},
        {"type": "Nonsense", "coordinates": [1, 2]},
        {"type": "GeometryCollection", "geometries": []},
        {"coordinates": [1, 2]},
        "POINT (1 2)",
    ],
    ids=["empty", "two-points", "text", "letters", "unknown", "collection", "untyped", "wkt"],
)
def test_a_broken_geometry_leaves_an_incident_without_a_place(geometry: Any) -> None:
    feature = {
        "type": "Feature",
        "id": "odd",
        "geometry": geometry,
        "properties": {"title": "Odd", "lat": 1.0, "lon": 2.0, "sources": []},
    }
    data = data_of(render(collection_of(feature), title="Odd", basemap=Basemap()))
    assert data["incidents"] == [{"id": "odd", "title": "Odd", "sources": []}]


def test_a_point_beyond_the_world_leaves_an_incident_without_a_place() -> None:
    feature = {
        "type": "Feature",
        "id": "far",
        "geometry": {"type": "Point", "coordinates": [999, 999]},
        "properties": {"title": "Far", "lat": 999, "lon": 999, "sources": []},
    }
    data = data_of(render(collection_of(feature), title="Far", basemap=Basemap()))
    assert data["incidents"] == [{"id": "far", "title": "Far", "sources": []}]


def test_places_at_the_poles_and_the_date_line_are_kept() -> None:
    features = [
        {
            "type": "Feature",
            "id": f"{lat},{lon}",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"title": "Edge", "lat": lat, "lon": lon, "sources": []},
        }
        for lat, lon in [(90, 0), (-90, 0), (0, 180), (0, -180)]
    ]
    data = data_of(render(collection_of(*features), title="Edges", basemap=Basemap()))
    assert [(one["lat"], one["lon"]) for one in data["incidents"]] == [
        (90, 0),
        (-90, 0),
        (0, 180),
        (0, -180),
    ]


def test_missing_assets_are_named_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "_ASSETS", tmp_path)
    document._leaflet.cache_clear()
    try:
        with pytest.raises(OutputError, match=r"python -m mapper\.map\.assets_build"):
            render(collection_of(), title="Bare", basemap=Basemap())
    finally:
        document._leaflet.cache_clear()


def test_an_export_that_brings_its_layers_names_and_colours_them(incidents: dict[str, Any]) -> None:
    layers = {
        "flood": {"label": "Flood", "plural": "Floods", "colour": "#0072b2", "shape": "bubble"}
    }
    data = data_of(render(incidents | {"layers": layers}, title="Wet", basemap=BASEMAP))
    assert data["layers"] == layers
    for words in data["words"].values():
        assert (words["types"]["flood"], words["type"]["flood"]) == ("Floods", "Flood")


def test_a_translated_type_keeps_its_translation_in_an_export_with_layers(
    incidents: dict[str, Any],
) -> None:
    layers = {"strike": {"label": "Hit", "plural": "Hits", "colour": "#0072b2", "shape": "star"}}
    plain = data_of(render(incidents, title="Plain", basemap=BASEMAP))["words"]
    words = data_of(render(incidents | {"layers": layers}, title="Hits", basemap=BASEMAP))["words"]
    assert words["en"]["types"]["strike"] == "Hits"
    assert words["uk"]["types"]["strike"] == plain["uk"]["types"]["strike"]


@pytest.mark.parametrize(
    "layers",
    [
        *(None, 5, "flood", [1], {"flood": 5}, {"flood": {"label": ["x"]}}, {"flood": {}}),
        {"__proto__": dict.fromkeys(("label", "plural", "colour", "shape"), "x")},
        {"a/b": dict.fromkeys(("label", "plural", "colour", "shape"), "x")},
    ],
)
def test_layers_of_another_shape_are_left_out(incidents: dict[str, Any], layers: object) -> None:
    data = data_of(render(incidents | {"layers": layers}, title="Odd", basemap=BASEMAP))
    assert data["layers"] == {}
