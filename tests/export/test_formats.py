"""Every format, read by programs of others: GDAL's ogrinfo, geojson-pydantic, geopandas, lxml."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geojson_pydantic
import geopandas
import pytest
import shapely
import shapely.geometry
from lxml import etree

from mapper.export import FORMATS, Wanted, lines, write_file

Feature = dict[str, Any]
Ogrinfo = Callable[..., str]
KML = "{http://www.opengis.net/kml/2.2}"
LAYERS = {"strike": {"label": "Strike", "plural": "Strikes", "colour": "#d55e00"}}


def written(folder: Path, features: list[Feature], form: str, **wanted: Any) -> Path:
    ending = {"geojsonseq": "geojsons"}.get(form, form)
    path = folder / f"x.{ending}"
    write_file(path, features, Wanted(form=form, layers=LAYERS, **wanted))
    return path


def text_of(features: list[Feature], form: str, **wanted: Any) -> str:
    return "".join(lines(features, Wanted(form=form, layers=LAYERS, **wanted)))


@pytest.mark.parametrize("form", FORMATS)
def test_gdal_reads_every_incident_where_it_is(
    features: list[Feature], tmp_path: Path, ogrinfo: Ogrinfo, form: str
) -> None:
    path = written(tmp_path, features, form)
    if form == "parquet":
        # Debian's GDAL has no reader of Parquet.
        frame = geopandas.read_parquet(path)
        assert len(frame) == 5
        assert tuple(frame.total_bounds) == (-180.0, -20.0, 180.0, 52.1)
        return
    options = ("-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO")
    told = ogrinfo(path, *(options if form == "csv" else ()), "-al")
    layer = told.partition("Layer name: articles")[0].partition("Layer name: sources")[0]
    assert layer.count("OGRFeature(") == 5
    assert "POINT (30.73265 46.47747)" in layer
    assert "Extent: (-180.000000, -20.000000) - (180.000000, 52.100000)" in layer
    assert "MULTIPOLYGON" in layer


# It says so of any box that RFC 7946 (5.2) lets cross the line.
@pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian")
def test_geojson_is_that_of_the_rfc(
    features: list[Feature], read_geojson: Callable[[str], dict[str, Any]]
) -> None:
    told = read_geojson(text_of(features, "geojson"))
    geojson_pydantic.FeatureCollection.model_validate(told)
    assert "crs" not in told
    assert told["bbox"] == [23.6, -20.0, -170.0, 52.1]
    ids = [one["id"] for one in told["features"]]
    assert len(set(ids)) == len(ids) == 5
    for one in told["features"]:
        if one["geometry"] is not None:
            in_order(one)


def in_order(one: Feature) -> None:
    """What geojson-pydantic does not look at: axes, digits, the line of 180 degrees, rings."""
    shape = shapely.geometry.shape(one["geometry"])
    points = shapely.get_coordinates(shape)
    assert shape.is_valid
    assert abs(points[:, 0]).max() <= 180
    assert abs(points[:, 1]).max() <= 90
    assert (points.round(7) == points).all()
    properties = one["properties"]
    if one["id"] == "point":
        assert one["geometry"]["coordinates"] == [properties["lon"], properties["lat"]]
    for part in getattr(shape, "geoms", [shape]):
        west, _, east, _ = part.bounds
        assert east - west <= 180
        if part.geom_type == "Polygon":
            assert part.exterior.is_ccw
            assert not any(ring.is_ccw for ring in part.interiors)


def test_a_shape_has_a_box_and_a_point_has_none(features: list[Feature]) -> None:
    boxes = {one["id"]: one.get("bbox") for one in features}
    assert boxes["point"] is boxes["nowhere"] is None
    assert boxes["region"] == [29.0, 46.0, 31.0, 48.0]
    assert boxes["far"] == [170.0, -20.0, -170.0, -10.0]


# It says so of any box that RFC 7946 (5.2) lets cross the line.
@pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian")
def test_a_sequence_has_a_text_a_record(features: list[Feature]) -> None:
    told = text_of(features, "geojsonseq")
    first, *records = told.split("\x1e")
    assert first == ""
    assert all(record.endswith("\n") for record in records)
    assert [json.loads(record)["id"] for record in records] == [one["id"] for one in features]
    for record in records:
        geojson_pydantic.Feature[Any, Any].model_validate(json.loads(record))


@pytest.mark.parametrize("form", FORMATS)
def test_no_incidents_are_a_file_of_none(tmp_path: Path, ogrinfo: Ogrinfo, form: str) -> None:
    path = written(tmp_path, [], form)
    if form == "geojsonseq":
        assert path.read_bytes() == b""
    elif form == "parquet":
        assert len(geopandas.read_parquet(path)) == 0
    elif form == "gpkg":
        assert ogrinfo(path, "-al", "-so").count("Feature Count: 0") == 3
    else:
        assert "OGRFeature" not in ogrinfo(path, "-al")


def test_the_geopackage_holds_what_each_incident_rests_on(
    features: list[Feature], tmp_path: Path, ogrinfo: Ogrinfo
) -> None:
    path = written(tmp_path, features, "gpkg")
    listed = ogrinfo(path)
    assert [name in listed for name in ("incidents", "sources (None)", "articles (None)")] == [
        True,
        True,
        True,
    ]
    query = (
        "SELECT i.title, s.quote, a.source FROM incidents i JOIN sources s ON s.incident_id = i.id"
        " JOIN articles a ON a.id = s.article_id WHERE i.id = 'point'"
    )
    told = ogrinfo(path, "-sql", query)
    assert "quote (String) = A missile hit the port of Odesa, killing three." in told
    assert "source (String) = Daily" in told
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert {row[2] for row in file.execute("PRAGMA foreign_key_list(sources)")} == {
            "incidents",
            "articles",
        }
        assert file.execute("SELECT count(*) FROM articles").fetchone() == (1,)
    file.close()


def test_the_geopackage_has_days_numbers_and_flags_of_their_kind(
    features: list[Feature], tmp_path: Path, ogrinfo: Ogrinfo
) -> None:
    told = ogrinfo(written(tmp_path, features, "gpkg"), "-al")
    for line in (
        "date (Date) = 2025/05/01",
        "killed_low (Integer64) = 3",
        "killed_high (Integer64) = (null)",
        "launched (Integer64) = 14",
        "disputed (Integer(Boolean)) = 1",
        "lat (Real) = 46.47747",
        "prisoners (String) = RUS 307 | UKR 307",
    ):
        assert line in told
    assert "injured_best (Integer64) = 0" not in told


def test_more_incidents_than_a_batch_are_all_in_the_geopackage(
    make: Callable[..., Feature], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapper.export.geopackage._BATCH", 3)
    path = written(tmp_path, [make(f"i{n}") for n in range(7)], "gpkg")
    with sqlite3.connect(path) as file:
        ids = [row[0] for row in file.execute("SELECT id FROM incidents ORDER BY fid")]
        # GDAL's index of where things are has each of them, too.
        assert file.execute("SELECT count(*) FROM rtree_incidents_geom").fetchone() == (7,)
    file.close()
    assert ids == [f"i{n}" for n in range(7)]


def test_geoparquet_has_all_of_a_feature_in_columns_of_its_kind(
    features: list[Feature], tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(written(tmp_path, features, "parquet"))
    rows = table.to_pylist()
    for row, one in zip(rows, features, strict=True):
        properties = dict(one["properties"])
        assert set(row) == {"id", "bbox", "geometry", *properties}
        for name in ("date", "end_date"):
            assert (row[name] and row[name].isoformat()) == properties.pop(name)
        sides = {each["side"]: each["number"] for each in row["prisoners"]}
        assert sides == properties.pop("prisoners")
        (source,), (told,) = properties.pop("sources"), row["sources"]
        assert {key: told[key] for key in ("quote", "killed", "weapons", "joined_because")} == {
            key: source[key] for key in ("quote", "killed", "weapons", "joined_because")
        }
        assert {key: row[key] for key in properties} == properties
    shapes = [row["geometry"] and shapely.from_wkb(row["geometry"]) for row in rows]
    assert shapes[4] is None
    assert shapes[0].equals(shapely.Point(30.73265, 46.47747))


def test_geoparquet_says_of_its_geometry_what_version_1_1_wants(
    features: list[Feature], tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    path = written(tmp_path, features, "parquet")
    told = json.loads(pq.read_metadata(path).metadata[b"geo"])
    assert (told["version"], told["primary_column"]) == ("1.1.0", "geometry")
    column = told["columns"]["geometry"]
    assert column["encoding"] == "WKB"
    assert column["geometry_types"] == ["LineString", "MultiPolygon", "Point", "Polygon"]
    assert column["orientation"] == "counterclockwise"
    assert column["bbox"] == [23.6, -20.0, -170.0, 52.1]
    sides = ("xmin", "ymin", "xmax", "ymax")
    assert column["covering"] == {"bbox": {side: ["bbox", side] for side in sides}}
    assert geopandas.read_parquet(path).crs == "OGC:CRS84"
    # geopandas reads only what the covering lets it.
    near = geopandas.read_parquet(path, bbox=(-175.0, -15.0, -171.0, -12.0))
    assert list(near["id"]) == ["far"]


def test_kml_has_a_folder_a_type_and_the_days(features: list[Feature]) -> None:
    root = etree.fromstring(text_of(features, "kml").encode())
    assert root.tag == f"{KML}kml"
    (folder,) = root.iter(f"{KML}Folder")
    assert folder.findtext(f"{KML}name") == "Strikes"
    marks = {mark.get("id"): mark for mark in folder.iter(f"{KML}Placemark")}
    assert list(marks) == [f"i-{one['id']}" for one in features]
    span = marks["i-region"].find(f"{KML}TimeSpan")
    assert span is not None
    assert [child.text for child in span] == ["2025-05-01", "2025-05-31"]
    assert marks["i-nowhere"].find(f"{KML}TimeSpan") is None
    assert len(list(marks["i-far"].iter(f"{KML}Polygon"))) == 2
    assert len(list(marks["i-region"].iter(f"{KML}innerBoundaryIs"))) == 1
    # The order that the schema of KML wants.
    order = [child.tag.removeprefix(KML) for child in marks["i-point"]]
    assert order == [
        *("name", "Snippet", "description", "TimeSpan", "styleUrl", "ExtendedData", "Point"),
    ]
    styles = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    assert {url.text for url in root.iter(f"{KML}styleUrl")} == styles
    assert root.findtext(f".//{KML}PolyStyle/{KML}color") == "40005ed5"


def test_a_spreadsheet_gets_both_the_point_and_the_outline(features: list[Feature]) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(features, "csv", bom=True)[1:], newline="")))
    by_id = {row["id"]: row for row in rows}
    assert shapely.from_wkt(by_id["region"]["wkt"]).geom_type == "Polygon"
    assert (by_id["region"]["lat"], by_id["region"]["lon"]) == ("46.47747", "30.73265")
    assert (by_id["nowhere"]["lat"], by_id["nowhere"]["wkt"]) == ("", "")
    assert (by_id["point"]["launched"], by_id["point"]["intercepted"]) == ("14", "6")
    assert by_id["point"]["first_published"] == "2025-05-24"
    assert text_of(features, "csv", bom=True)[0] == "\ufeff"
