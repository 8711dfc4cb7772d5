"""Incidents as GeoJSON: the contract's fields, geometry that the report supports, whole files."""

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import shapely
import shapely.geometry
from hypothesis import given
from hypothesis import strategies as st

from mapper.article.model import Article
from mapper.dating.model import Basis, DateSpan, Precision
from mapper.errors import OutputError
from mapper.export import MARK, feature_collection, geojson, write_whole
from mapper.export.geometry import geometry_of
from mapper.gazetteer.model import Kind, Place
from mapper.incident.model import Incident, Link, Range
from mapper.report.model import Count, Location, Report, Weapon

DAY = dt.date(2025, 5, 24)
TEXT = "A missile hit the port of Odesa, killing three, the mayor said."

PROPERTIES = [
    "event_type",
    "sub_type",
    "title",
    "date",
    "end_date",
    "date_precision",
    "date_basis",
    "place",
    "place_id",
    "country",
    "admin1",
    "lat",
    "lon",
    "geo_precision",
    "initiator",
    "target",
    "weapons",
    "killed",
    "injured",
    "prisoners",
    "disputed",
    "parent",
    "status",
    "confidence",
    "sources",
]
SOURCE = [
    "article",
    "title",
    "source",
    "url",
    "published",
    "quote",
    "start",
    "end",
    "attributed_to",
    "killed",
    "injured",
    "prisoners",
    "weapons",
]


def _place(kind: Kind, shape: shapely.Geometry | None = None) -> Place:
    return Place(
        id="geonames:1",
        name="Somewhere",
        kind=kind,
        lat=46.4774712,
        lon=30.7326456,
        country="UA",
        admin1="Odesa",
        shape=None if shape is None else shapely.to_wkb(shape),
    )


def shape_of(place: Place) -> dict[str, Any]:
    geometry = geometry_of(place)
    assert geometry is not None
    return geometry


def _incident(place: Place | None, words: str = TEXT) -> Incident:
    location = Location(place=place, precision="settlement" if place else "unknown", how="said so")
    date = DateSpan(first=DAY, last=DAY, precision=Precision.DAY, basis=Basis.RELATIVE)
    report = Report(
        id="a:0-0",
        article_id="a",
        event_type="strike",
        start=0,
        end=len(words),
        quote=words,
        location=location,
        date=date,
        killed=Count(low=3, best=3, high=3, speaker="the mayor"),
        attributed_to="the mayor",
        weapons=(Weapon(kind="ballistic missile", launched=1),),
    )
    return Incident(
        id="i1",
        event_type="strike",
        sub_type="missile",
        title="Missile strike on port, Odesa",
        date=date,
        location=location,
        initiator="RUS",
        target="the port",
        weapons=report.weapons,
        killed=Range(low=3, best=3, high=None),
        injured=Range(),
        prisoners=(("RUS", 307), ("UKR", 307)),
        disputed=False,
        disputes=(),
        parent=None,
        status="extracted",
        confidence=0.87654,
        reports=(report,),
        links=(Link(report_id="a:0-0", with_report_id=None, score=1.0, reasons=("first",)),),
    )


ARTICLES = {"a": Article(id="a", text=TEXT, title="Strike", source="Daily", published=DAY)}


def test_a_feature_has_all_that_the_contract_names() -> None:
    (feature,) = feature_collection([_incident(_place(Kind.SETTLEMENT))], ARTICLES)["features"]
    properties = feature["properties"]
    assert set(PROPERTIES) <= set(properties)
    assert set(SOURCE) <= set(properties["sources"][0])
    assert feature["id"] == "i1"
    assert properties["date"] == "2025-05-24"
    assert properties["date_basis"] == "relative"
    assert properties["killed"] == {"low": 3, "best": 3, "high": None}
    assert properties["injured"] == {"low": None, "best": None, "high": None}
    assert properties["prisoners"] == {"RUS": 307, "UKR": 307}
    assert properties["weapons"] == [
        {"kind": "ballistic missile", "launched": 1, "intercepted": None}
    ]
    assert properties["sources"][0]["quote"] == TEXT
    assert properties["sources"][0]["published"] == "2025-05-24"
    assert (properties["lat"], properties["lon"]) == (46.47747, 30.73265)


def test_an_article_that_carries_another_ones_text_names_it() -> None:
    incident = _incident(_place(Kind.SETTLEMENT))
    copy = dataclasses.replace(incident.reports[0], id="b:0-0", article_id="b")
    both = dataclasses.replace(incident, reports=(*incident.reports, copy), copies=(("b", "a"),))
    articles = ARTICLES | {"b": dataclasses.replace(ARTICLES["a"], id="b", source="Weekly")}
    (feature,) = feature_collection([both], articles)["features"]
    assert [one["copy_of"] for one in feature["properties"]["sources"]] == [None, "a"]


SQUARE = shapely.box(29, 46, 31, 48)
CLOCKWISE = shapely.Polygon(
    [(29, 46), (29, 48), (31, 48), (31, 46)], [[(30, 47), (30.5, 47), (30, 47.5)]]
)


@pytest.mark.parametrize(
    ("kind", "shape", "type_"),
    [
        pytest.param(Kind.SETTLEMENT, None, "Point", id="town"),
        pytest.param(Kind.SETTLEMENT, SQUARE, "Point", id="town with an outline"),
        pytest.param(Kind.DISTRICT, SQUARE, "Point", id="district"),
        pytest.param(Kind.FACILITY, None, "Point", id="facility"),
        pytest.param(
            Kind.BORDER, shapely.LineString([(28, 51), (30, 52)]), "LineString", id="border"
        ),
        pytest.param(Kind.REGION, CLOCKWISE, "Polygon", id="region"),
        pytest.param(
            Kind.COUNTRY,
            shapely.MultiPolygon([SQUARE, shapely.box(10, 10, 12, 12)]),
            "MultiPolygon",
            id="country of two parts",
        ),
    ],
)
def test_the_geometry_says_what_the_report_supports(
    kind: Kind, shape: shapely.Geometry | None, type_: str
) -> None:
    geometry = shape_of(_place(kind, shape))
    assert geometry["type"] == type_
    assert shapely.geometry.shape(geometry).is_valid


def test_a_region_without_an_outline_is_no_point() -> None:
    geometry = shape_of(_place(Kind.REGION))
    assert geometry["type"] == "Polygon"
    assert shapely.geometry.shape(geometry).contains(shapely.Point(30.7326, 46.4774))


def test_an_incident_without_a_place_has_no_geometry() -> None:
    (feature,) = feature_collection([_incident(None)], ARTICLES)["features"]
    assert feature["geometry"] is None
    names = ("place", "place_id", "country", "admin1", "lat", "lon")
    assert [feature["properties"][name] for name in names] == [None] * 6
    assert feature["properties"]["geo_precision"] == "unknown"


def test_rings_follow_the_right_hand() -> None:
    geometry = shape_of(_place(Kind.REGION, CLOCKWISE))
    shape = shapely.Polygon(geometry["coordinates"][0], geometry["coordinates"][1:])
    assert shape.exterior.is_ccw
    assert not shape.interiors[0].is_ccw


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-89, 89)), min_size=4, max_size=9))
def test_any_outline_becomes_a_valid_geometry(points: list[tuple[float, float]]) -> None:
    hull = shapely.MultiPoint(points).buffer(0.001)
    geometry = shape_of(_place(Kind.AREA, hull))
    shape = shapely.geometry.shape(geometry)
    assert geometry["type"] in ("Polygon", "MultiPolygon")
    assert shape.is_valid
    assert not shape.is_empty


@given(st.text())
def test_any_words_come_back_from_the_file(words: str) -> None:
    incident = _incident(_place(Kind.SETTLEMENT), words)
    collection = feature_collection([incident], ARTICLES)
    read = json.loads(geojson(collection))
    assert read.pop("bbox") == [30.73265, 46.47747, 30.73265, 46.47747]
    assert read == collection


def test_a_file_has_a_feature_a_line() -> None:
    collection = feature_collection([_incident(None), _incident(None)], ARTICLES)
    lines = geojson(collection).splitlines()
    assert MARK in lines[0]
    assert [json.loads(line.rstrip(","))["type"] for line in lines[1:-1]] == ["Feature"] * 2


def test_no_incidents_are_still_a_collection() -> None:
    assert json.loads(geojson(feature_collection([], {})))["features"] == []


def test_a_file_of_ours_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.geojson"
    for content in (f"{MARK} first", f"{MARK} second"):
        write_whole(path, content, mark=MARK, overwrite=False)
    assert path.read_text() == f"{MARK} second"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_of_others_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    path.write_text("mine")
    with pytest.raises(OutputError, match="--overwrite"):
        write_whole(path, "new", mark=MARK, overwrite=False)
    assert path.read_text() == "mine"
    write_whole(path, "new", mark=MARK, overwrite=True)
    assert path.read_text() == "new"


def test_a_write_that_fails_leaves_the_file_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(f"{MARK} old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(path, "new", mark=MARK, overwrite=False)
    assert path.read_text() == f"{MARK} old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", "file/x.geojson"], ids=["a folder", "below a file"])
def test_where_no_file_can_be_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"folder|cannot be"):
        write_whole(tmp_path / name, "new", mark=MARK, overwrite=False)
