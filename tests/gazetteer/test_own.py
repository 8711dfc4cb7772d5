"""Places and boundaries of the user's own: what is read, what is refused, what stays as it was."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from mapper.errors import GazetteerError, OutputError
from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.gazetteer.own import Added, add_own, own_places_of, remove_own
from mapper.gazetteer.own_files import Reading

SQUARE = shapely.box(36.0, 50.0, 36.5, 50.5)
BOW_TIE = shapely.Polygon([(36, 50), (36.5, 50.5), (36.5, 50), (36, 50.5)])


@pytest.fixture
def mine(small: Path) -> Path:
    """The gazetteer of a user."""
    return small.rename(small.with_name("mine.sqlite"))


@pytest.fixture
def add(mine: Path) -> Callable[..., Added]:
    def add_(*files: Path, **options: Any) -> Added:
        return add_own(mine, files, base=mine, **options)

    return add_


def table(tmp_path: Path, *lines: str, name: str = "own.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def geojson(path: Path, geometry: shapely.Geometry, **properties: Any) -> Path:
    feature = {
        "type": "Feature",
        "properties": properties,
        "geometry": json.loads(shapely.to_geojson(geometry)),
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def first(path: Path, name: str) -> Place:
    with Gazetteer.open(path) as gazetteer:
        return gazetteer.lookup(name)[0].place


def test_a_table_is_added(tmp_path: Path, mine: Path, add: Callable[..., Added]) -> None:
    file = table(
        tmp_path,
        "name,lat,lon,kind,country,admin1,names,population,id,parent",
        "Mylnyk,50.0,36.0,,UA,Kharkiv Oblast,Mill|Млинок,120,,",
        "Old Depot,50.1,36.1,facility,,,,,depot-7,geonames:706483",
    )
    assert add(file) == Added(added=2)
    place = first(mine, "Млинок")
    assert (place.id, place.name, place.kind) == (
        "user:mylnyk-5000-3600",
        "Mylnyk",
        Kind.SETTLEMENT,
    )
    assert (place.admin1, place.country, place.population) == ("Kharkiv Oblast", "UA", 120)
    depot = first(mine, "old depot")
    assert (depot.id, depot.parent, depot.country) == ("user:depot-7", "geonames:706483", "UA")
    assert (depot.admin1_id, depot.lat, depot.lon) == ("geonames:706482", 50.1, 36.1)
    assert own_places_of(mine) == "2 of own.csv"


def test_the_same_file_twice_changes_nothing(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    points = table(tmp_path, "name;lat;lon", "Mylnyk;50;36", "Sumy;50.921;34.801")
    areas = geojson(tmp_path / "a.geojson", BOW_TIE, name="Sector", names=["Sektor", "Сектор"])
    assert add(points, areas) == Added(added=2, changed=0, same=1, known=1, mended=1)
    before = mine.read_bytes()
    assert add(points, areas) == Added(same=3, known=1, mended=1)
    with Gazetteer.open(mine) as gazetteer:
        assert len(gazetteer.lookup("Сектор")) == 1
    assert mine.stat().st_size == len(before)


def test_a_changed_row_changes_its_place(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    add(table(tmp_path, "id,name,lat,lon,names", "7,Mylnyk,50,36,Mill"))
    assert add(table(tmp_path, "id,name,lat,lon", "7,Mlyn,50,36.5")) == Added(changed=1)
    place = first(mine, "Mlyn")
    assert (place.id, place.lon) == ("user:7", 36.5)
    with Gazetteer.open(mine) as gazetteer:
        assert gazetteer.lookup("Mill") == gazetteer.lookup("Mylnyk") == ()


def test_what_a_file_has_no_more_goes_only_when_asked(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    head = "name,lat,lon"
    other = table(tmp_path, head, "Lisne,50,36.3", name="other.csv")
    add(table(tmp_path, head, "Mylnyk,50,36", "Velyke,50,36.1"), other)
    short = table(tmp_path, head, "Mylnyk,50,36")
    assert add(short) == Added(same=1)
    assert first(mine, "Velyke").id == "user:velyke-5000-3610"
    assert add(short, replace=True) == Added(same=1, removed=1)
    with Gazetteer.open(mine) as gazetteer:
        assert gazetteer.lookup("Velyke") == ()
        assert gazetteer.place("user:velyke-5000-3610") is None
        assert gazetteer.lookup("Lisne")


def test_an_own_place_comes_before_a_village_and_after_a_city(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    add(table(tmp_path, "name,lat,lon", "Sumy,47,31", "Saltivka,47,31"))
    assert first(mine, "Sumy").id == "geonames:692194"
    assert first(mine, "Saltivka").id == "user:saltivka-4700-3100"


def test_a_boundary_becomes_that_of_the_region_of_its_name(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    outline = shapely.box(35.0, 48.6, 38.0, 50.4)
    file = geojson(tmp_path / "a.geojson", outline, name="Kharkiv Oblast", kind="region")
    assert add(file) == Added(changed=1, known=1)
    place = first(mine, "Kharkiv Oblast")
    assert place.id == "geonames:706482"
    assert place.geometry.equals(outline)
    assert not place.approximate


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "csv"])
def test_shapes_of_any_system_come_out_in_degrees(
    tmp_path: Path, mine: Path, add: Callable[..., Added], suffix: str
) -> None:
    path = tmp_path / f"own.{suffix}"
    if suffix == "csv":
        table(tmp_path, "name,wkt", f'Sector,"{SQUARE.wkt}"')
    else:
        frame = geopandas.GeoDataFrame({"name": ["Sector"]}, geometry=[SQUARE], crs="EPSG:4326")
        (frame if suffix == "geojson" else frame.to_crs("EPSG:32637")).to_file(path)
    assert add(path) == Added(added=1)
    place = first(mine, "Sector")
    assert (place.id, place.kind) == ("user:sector", Kind.AREA)
    assert place.geometry.symmetric_difference(SQUARE).area < 1e-4


@pytest.mark.parametrize("is_table", [True, False])
def test_a_system_that_the_file_does_not_say_is_given(
    tmp_path: Path, mine: Path, add: Callable[..., Added], is_table: bool
) -> None:
    frame = geopandas.GeoDataFrame(
        {"name": ["Post"]}, geometry=[shapely.Point(36.0, 50.0)], crs="EPSG:4326"
    ).to_crs("EPSG:32637")
    if is_table:
        east, north, *_ = frame.total_bounds
        file = table(tmp_path, "name,lat,lon", f"Post,{north},{east}")
    else:
        file = without_system(tmp_path, frame.geometry.iloc[0])
    with pytest.raises(GazetteerError, match="--crs"):
        add(file)
    assert add(file, reading=Reading(crs="EPSG:32637")) == Added(added=1)
    place = first(mine, "Post")
    assert (place.lat, place.lon) == pytest.approx((50.0, 36.0), abs=1e-4)


def without_system(folder: Path, geometry: Any) -> Path:
    path = folder / "bare.gpkg"
    frame = geopandas.GeoDataFrame({"name": ["Post"]}, geometry=[geometry])
    with pytest.warns(UserWarning, match="crs"):
        frame.to_file(path)
    return path


def test_a_kind_is_given_for_rows_that_say_none(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    file = table(tmp_path, "name,lat,lon,kind", "Post,50,36,", "Lisne,50.2,36,settlement")
    add(file, reading=Reading(kind=Kind.FACILITY))
    assert first(mine, "Post").kind is Kind.FACILITY
    assert first(mine, "Lisne").kind is Kind.SETTLEMENT


HEAD = "name,lat,lon"
REFUSED = {
    "no columns": ("place,y,x\nA,1,2", r"needs a first line with the columns name, lat and lon"),
    "empty file": ("", "needs a first line"),
    "no name": (f"{HEAD}\n ,50,36", r"own\.csv, line 2 has no name"),
    "signs only": (f"{HEAD}\n---,50,36", r"line 2: '---' is no name"),
    "control": (f"{HEAD}\nA\x1b[2J,50,36", "line 2: .* control characters"),
    "no position": (f"{HEAD}\nMylnyk,,36", r"line 2 \('Mylnyk'\) has no position"),
    "words": (f"{HEAD}\nMylnyk,north,36", "lat 'north', lon '36' are not both numbers"),
    "not a number": (f"{HEAD}\nMylnyk,nan,36", "latitude nan, longitude 36 is no place on Earth"),
    "infinite": (f"{HEAD}\nMylnyk,50,inf", "is no place on Earth"),
    "swapped by degrees": (f"{HEAD}\nPetro,158.65,53.0", "look swapped: lat is the one up to 90"),
    "metres": (f"{HEAD}\nMylnyk,5540000,312000", "these are no degrees; .*--crs"),
    "swapped by country": (
        f"{HEAD},country\nMylnyk,36.2,50.0,UA",
        r"line 2 \('Mylnyk'\): .* look swapped: it lies outside Ukraine, and inside when",
    ),
    "swapped by name": (f"{HEAD}\nKharkiv,36.25,49.98", r"Kharkiv \(geonames:706483\) lies there"),
    "kind": (f"{HEAD},kind\nMylnyk,50,36,hamlet", "kind 'hamlet' is none of facility, district"),
    "country": (f"{HEAD},country\nMylnyk,50,36,Ukraine", "is no two-letter code"),
    "people": (f"{HEAD},population\nMylnyk,50,36,many", "population 'many' is no number"),
    "fewer than none": (f"{HEAD},population\nMylnyk,50,36,-4", "no number of people"),
    "id": (f"{HEAD},id\nMylnyk,50,36,a#b", "must have no blanks, no # and no"),
    "kept id": (f"{HEAD},id\nMylnyk,50,36,union:a", "is kept for places that are put together"),
    "same id": (f"{HEAD},id\nA b,50,36,7\nB c,51,36,7", r"has the id 'user:7' of own\.csv, line 2"),
    "more cells": (f"{HEAD}\nMylnyk,50,36,7", "line 2 has another number of columns"),
    "fewer cells": (f"{HEAD}\nMylnyk,50", "line 2 has another number of columns"),
    "open quote": (f'{HEAD}\n"Mylnyk,50,36', "cannot be read as CSV"),
    "no wkt": ("name,wkt\nMylnyk,POLYGON 4", "the geometry is no well-known text"),
    "empty wkt": ("name,wkt\nMylnyk,POINT EMPTY", "has an empty geometry"),
    "several points": ('name,wkt\nA b,"MULTIPOINT (1 2, 3 4)"', "a place is a point, a line or a"),
    "no area": ('name,wkt\nA b,"POLYGON ((1 1, 1 1, 1 1, 1 1))"', "cannot be mended"),
    "wkt swapped": (
        'name,wkt\nA b,"POLYGON ((50 136, 51 136, 51 137, 50 136))"',
        "look swapped: lat is the one up to 90",
    ),
}


@pytest.mark.parametrize(("text", "told"), REFUSED.values(), ids=REFUSED)
def test_a_row_that_is_not_sound_is_told_and_nothing_changes(
    tmp_path: Path, mine: Path, add: Callable[..., Added], text: str, told: str
) -> None:
    before = mine.read_bytes()
    with pytest.raises(GazetteerError, match=told):
        add(table(tmp_path, text))
    assert mine.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.sqlite", "own.csv"]


def test_a_boundary_with_swapped_coordinates_is_told(
    tmp_path: Path, add: Callable[..., Added]
) -> None:
    turned = shapely.box(49.0, 35.0, 50.5, 37.0)
    with pytest.raises(GazetteerError, match="GeoJSON and well-known text the longitude stands"):
        add(geojson(tmp_path / "a.geojson", turned, name="Sector", country="UA"))


def test_a_boundary_without_a_system_is_refused(tmp_path: Path, add: Callable[..., Added]) -> None:
    file = without_system(tmp_path, SQUARE)
    with pytest.raises(GazetteerError, match=r"bare\.gpkg does not say .*--crs EPSG:4326"):
        add(file)
    with pytest.raises(GazetteerError, match="'nonsense' is no coordinate system"):
        add(file, reading=Reading(crs="nonsense"))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("own.gpkg", b"not a database", "cannot be read as a map"),
        ("own.geojson", b'{"type": "FeatureColl', "cannot be read as a map"),
        ("own.csv", b"name,lat,lon\n\xcc\xee,50,36\n", "cannot be read as CSV in UTF-8"),
        ("own.xlsx", b"PK", "is none of"),
        ("own.kml", None, "is none of"),
        ("none.csv", None, "No such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, add: Callable[..., Added], name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(GazetteerError, match=told):
        add(tmp_path / name)


def test_own_places_are_taken_out_again(
    tmp_path: Path, mine: Path, add: Callable[..., Added]
) -> None:
    add(table(tmp_path, HEAD, "Mylnyk,50,36"))
    with pytest.raises(GazetteerError, match="'geonames:706483' is no place that was added"):
        remove_own(mine, ["user:mylnyk-5000-3600", "geonames:706483"])
    assert first(mine, "Mylnyk")
    remove_own(mine, ["user:mylnyk-5000-3600"])
    with Gazetteer.open(mine) as gazetteer:
        assert gazetteer.lookup("Mylnyk") == ()
        assert gazetteer.place("geonames:706483") is not None
    assert own_places_of(mine) == ""


def test_the_bundled_gazetteer_is_never_written(tmp_path: Path) -> None:
    bundled = Gazetteer.open().path
    before = bundled.stat()
    with pytest.raises(OutputError, match="bundled gazetteer is not changed"):
        add_own(bundled, [table(tmp_path, HEAD, "Mylnyk,50,36")], base=bundled)
    assert bundled.stat() == before
