"""What lies where: containment, nearness, borders, capitals, derived places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.gazetteer.sphere import distance_km, offset_position


def first(gazetteer: Gazetteer, name: str, kind: Kind) -> Place:
    return next(m.place for m in gazetteer.lookup(name) if m.place.kind is kind)


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        (("Ukraine", Kind.COUNTRY), ("Sevastopol", Kind.SETTLEMENT), True),
        (("Russia", Kind.COUNTRY), ("Sevastopol", Kind.SETTLEMENT), False),
        (("Ukraine", Kind.COUNTRY), ("Obolon", Kind.DISTRICT), True),
        (("Kyiv", Kind.SETTLEMENT), ("Obolon", Kind.DISTRICT), True),
        (("Kharkiv Oblast", Kind.REGION), ("Kharkiv", Kind.SETTLEMENT), True),
        (("Kharkiv Raion", Kind.SUBREGION), ("Kharkiv", Kind.SETTLEMENT), True),
        (("Kharkiv", Kind.SETTLEMENT), ("Kharkiv Oblast", Kind.REGION), False),
        (("Kyiv Oblast", Kind.REGION), ("Kyiv", Kind.SETTLEMENT), False),
        (("Palestine", Kind.COUNTRY), ("Gaza Strip", Kind.REGION), True),
        (("Gaza Strip", Kind.REGION), ("Rafah", Kind.SETTLEMENT), True),
        (("Israel", Kind.COUNTRY), ("Rafah", Kind.SETTLEMENT), False),
        (("North Darfur", Kind.REGION), ("El Fasher", Kind.SETTLEMENT), True),
    ],
    ids=lambda value: value if isinstance(value, bool) else value[0],
)
def test_a_place_holds_another(
    gazetteer: Gazetteer, outer: tuple[str, Kind], inner: tuple[str, Kind], holds: bool
) -> None:
    assert gazetteer.contains(first(gazetteer, *outer), first(gazetteer, *inner)) is holds


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        pytest.param(44.95, 34.10, "UA", id="Crimea"),
        pytest.param(45.36, 36.45, "UA", id="Kerch"),
        pytest.param(45.20, 36.75, "RU", id="Taman"),
        pytest.param(33.00, 35.78, "SY", id="Golan Heights"),
        pytest.param(32.79, 35.50, "IL", id="Tiberias"),
        pytest.param(31.53, 35.10, "PS", id="Hebron"),
        pytest.param(26.00, -13.50, "EH", id="Western Sahara"),
        pytest.param(35.33, 33.32, "CY", id="northern Cyprus"),
        pytest.param(9.56, 44.06, "SO", id="Hargeisa"),
    ],
)
def test_land_belongs_to_the_recognised_country(
    gazetteer: Gazetteer, lat: float, lon: float, country: str
) -> None:
    point = Place(id="test:point", name="point", kind=Kind.SETTLEMENT, lat=lat, lon=lon)
    owners = []
    for code in ("UA", "RU", "SY", "IL", "PS", "EH", "MA", "CY", "SO"):
        place = gazetteer.country(code)
        assert place is not None
        if gazetteer.contains(place, point):
            owners.append(code)
    assert owners == [country]


@pytest.mark.parametrize(
    ("lat", "lon", "region"),
    [
        (44.95, 34.10, "geonames:703883"),
        (44.60, 33.52, "geonames:694422"),
        (50.00, 36.25, "geonames:706482"),
        (51.73, 36.19, "geonames:538555"),
        (31.45, 34.40, "geonames:281132"),
    ],
    ids=["Crimea", "Sevastopol", "Kharkiv", "Kursk", "Gaza Strip"],
)
def test_regions_have_their_shape(
    gazetteer: Gazetteer, lat: float, lon: float, region: str
) -> None:
    point = Place(id="test:point", name="point", kind=Kind.SETTLEMENT, lat=lat, lon=lon)
    place = gazetteer.place(region)
    assert place is not None
    assert not place.approximate
    assert gazetteer.contains(place, point)


def test_the_capital_of_a_country_and_the_seat_of_a_region(gazetteer: Gazetteer) -> None:
    capital = gazetteer.capital_of(first(gazetteer, "Ukraine", Kind.COUNTRY))
    seat = gazetteer.capital_of(first(gazetteer, "Kirovohrad Oblast", Kind.REGION))
    assert capital is not None
    assert seat is not None
    assert (capital.name, seat.name) == ("Kyiv", "Kropyvnytskyi")


def test_a_town_is_no_ones_country_and_has_no_capital(gazetteer: Gazetteer) -> None:
    assert gazetteer.capital_of(first(gazetteer, "Kyiv", Kind.SETTLEMENT)) is None


def test_near_places_come_nearest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.near(50.45, 30.52, 40.0)
    distances = [distance_km(50.45, 30.52, place.lat, place.lon) for place in found]
    assert "Kyiv" in {place.name for place in found}
    assert distances == sorted(distances)
    assert distances[-1] <= 40.0


def test_nearness_goes_across_the_date_line(gazetteer: Gazetteer) -> None:
    found = gazetteer.near(-17.0, 179.99, 300.0)
    assert any(place.lon < 0 for place in found)
    assert any(place.lon > 0 for place in found)


def test_a_border_is_a_line_in_either_order(gazetteer: Gazetteer) -> None:
    border = gazetteer.border_between("UA", "by")
    assert border is not None
    assert border == gazetteer.border_between("BY", "UA")
    assert border.kind is Kind.BORDER
    assert border.geometry.geom_type in {"LineString", "MultiLineString"}
    assert border.geometry.length > 5


def test_countries_that_do_not_touch_have_no_border(gazetteer: Gazetteer) -> None:
    assert gazetteer.border_between("UA", "FR") is None


def test_neighbours_are_mutual(gazetteer: Gazetteer) -> None:
    assert gazetteer.neighbours("UA") == ("BY", "HU", "MD", "PL", "RO", "RU", "SK")
    assert all("UA" in gazetteer.neighbours(code) for code in gazetteer.neighbours("UA"))


DIRECTIONS = ["north", "south", "east", "west", "north-east", "south-west", "centre"]


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("code", ["UA", "RU", "US", "SD", "IL", "FJ"])
def test_a_part_of_a_country_lies_in_it(gazetteer: Gazetteer, code: str, direction: str) -> None:
    country = gazetteer.country(code)
    assert country is not None
    part = gazetteer.part_of(country, direction)
    assert part.kind is Kind.AREA
    assert part.approximate
    assert part.geometry.is_valid
    assert part.geometry.area < country.geometry.area
    assert -180 <= part.geometry.bounds[0] <= part.geometry.bounds[2] <= 180
    assert gazetteer.contains(country, part)
    assert not gazetteer.contains(part, country)
    assert gazetteer.place(part.id) == part


def test_the_south_of_ukraine_has_kherson_and_not_chernihiv(gazetteer: Gazetteer) -> None:
    south = gazetteer.part_of(first(gazetteer, "Ukraine", Kind.COUNTRY), "south")
    assert south.name == "southern Ukraine"
    assert gazetteer.contains(south, first(gazetteer, "Kherson", Kind.SETTLEMENT))
    assert not gazetteer.contains(south, first(gazetteer, "Chernihiv", Kind.SETTLEMENT))


def test_an_unknown_direction_is_refused_by_name(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="'upwards' is no direction"):
        gazetteer.part_of(first(gazetteer, "Ukraine", Kind.COUNTRY), "upwards")


def test_a_union_is_the_same_in_any_order(gazetteer: Gazetteer) -> None:
    sumy = first(gazetteer, "Sumy Oblast", Kind.REGION)
    poltava = first(gazetteer, "Poltava Oblast", Kind.REGION)
    union = gazetteer.union_of([sumy, poltava], "Sumy and Poltava")
    again = gazetteer.union_of([poltava, sumy, poltava], "Sumy and Poltava")
    assert union == again
    assert (union.kind, union.country, union.admin1) == (Kind.AREA, "UA", None)
    assert union.geometry.area == pytest.approx(
        sumy.geometry.area + poltava.geometry.area, rel=0.01
    )
    found = gazetteer.place(union.id)
    assert found is not None
    assert found.shape == union.shape


def test_a_point_some_way_off_lies_where_it_is_said(gazetteer: Gazetteer) -> None:
    town = first(gazetteer, "Pokrovsk", Kind.SETTLEMENT)
    point = gazetteer.offset_point(town, 12, 180)
    assert point.name == "12 km south of Pokrovsk"
    assert point.id == f"{town.id}#12km-S"
    assert point.lat < town.lat
    assert distance_km(town.lat, town.lon, point.lat, point.lon) == pytest.approx(12, abs=0.01)
    assert gazetteer.place(point.id) == point


@given(
    lat=st.floats(-80, 80),
    lon=st.floats(-180, 180),
    distance=st.floats(0, 500),
    bearing=st.floats(0, 360),
)
def test_an_offset_has_its_length(lat: float, lon: float, distance: float, bearing: float) -> None:
    there_lat, there_lon = offset_position(lat, lon, distance, bearing)
    assert -180 <= there_lon <= 180
    assert distance_km(lat, lon, there_lat, there_lon) == pytest.approx(distance, abs=0.01)


@pytest.mark.parametrize(
    "ident",
    [
        "",
        "geonames:",
        "geonames:1",
        "nowhere#south",
        "geonames:690791#nankm-S",
        "geonames:690791#5km-inf",
        "geonames:690791#up",
        "union:x+y",
        "geonames:690791" + "#south" * 5000,
        "union:" * 300,
        "geonames:\ud800",
        "geonames:" + "9" * 60,
    ],
)
def test_an_unknown_id_is_no_place(gazetteer: Gazetteer, ident: str) -> None:
    assert gazetteer.place(ident) is None
