"""The first view shows what there is, close enough to tell apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.map.extent import (
    ANTIMERIDIAN,
    bounds_of,
    core_of,
    first_view,
    positions,
    seam_of,
    turned,
    view_points,
)
from mapper.selection import is_position

EASTERN = [(50.4, 30.5), (46.5, 30.7), (48.5, 35.0), (50.0, 36.2), (47.8, 35.1), (51.5, 31.3)]
FAR = (24.45, 54.37)


def test_no_points_have_no_extent() -> None:
    assert bounds_of([]) is None
    assert core_of([]) is None


def test_a_far_point_is_left_out_of_the_core() -> None:
    assert core_of([*EASTERN, FAR]) == bounds_of(EASTERN)


def test_two_of_six_are_no_exception() -> None:
    points = [*EASTERN[:4], FAR, (25.0, 55.0)]
    assert core_of(points) == bounds_of(points)


def test_a_point_somewhat_outside_is_kept() -> None:
    points = [*EASTERN, (49.8, 24.0)]
    assert core_of(points) == bounds_of(points)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_few_points_are_all_shown(count: int) -> None:
    points = [*EASTERN[: count - 1], FAR]
    assert core_of(points) == bounds_of(points)


def test_the_same_point_many_times_is_a_point() -> None:
    assert core_of([(50.0, 30.0)] * 9) == (30.0, 50.0, 30.0, 50.0)


@pytest.mark.parametrize(
    ("lat", "lon", "is_one"),
    [
        (0, 0, True),
        (-90, 180.0, True),
        (90.1, 0, False),
        (0, -181, False),
        (None, 3.0, False),
        ("50", "30", False),
        (float("nan"), 0, False),
        (True, False, False),
    ],
)
def test_a_position_is_two_numbers_within_the_world(lat: Any, lon: Any, is_one: bool) -> None:
    assert is_position(lat, lon) is is_one


def test_the_middle_of_a_country_does_not_widen_the_first_view() -> None:
    town = {"properties": {"lat": 50.0, "lon": 30.0, "geo_precision": "settlement"}}
    country = {"properties": {"lat": 61.0, "lon": 99.0, "geo_precision": "country"}}
    assert view_points({"features": [town, country]}) == [(50.0, 30.0)]
    assert view_points({"features": [country]}) == [(61.0, 99.0)]


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=60))
def test_at_least_four_of_five_points_are_in_the_first_view(
    points: list[tuple[float, float]],
) -> None:
    west, south, east, north = core_of(points) or (0, 0, 0, 0)
    inside = [p for p in points if south <= p[0] <= north and west <= p[1] <= east]
    assert len(inside) >= 0.8 * len(points)


def test_incidents_without_a_place_have_no_position() -> None:
    features = [
        {"properties": {"lat": 1.5, "lon": 2}},
        {"properties": {"lat": None, "lon": None}},
        {"properties": None},
    ]
    assert positions({"features": features}) == [(1.5, 2.0)]


def _collection(*lons: float, precision: str = "settlement") -> dict[str, Any]:
    return {
        "features": [
            {"properties": {"lat": -17.0, "lon": lon, "geo_precision": precision}} for lon in lons
        ]
    }


@pytest.mark.parametrize(
    ("lons", "seam"),
    [
        ((), -180.0),
        ((30.0, 31.0), -180.0),
        ((-120.0, 30.0, 140.0), -180.0),
        ((0.0,), -180.0),
        ((179.0, -179.0), 0.0),
        ((170.0, 175.0, -175.0), -2.5),
    ],
    ids=["nothing", "one-town", "all-round", "one-point", "both-sides", "mostly-west"],
)
def test_the_map_is_cut_where_no_incident_is(lons: tuple[float, ...], seam: float) -> None:
    assert seam_of(_collection(*lons)) == seam


def test_a_region_across_the_antimeridian_counts_whole_and_a_country_does_not() -> None:
    rings = [[[[170.0, 60.0], [180.0, 60.0], [180.0, 68.0], [170.0, 60.0]]]]
    rings.append([[[-180.0, 60.0], [-170.0, 60.0], [-180.0, 68.0], [-180.0, 60.0]]])
    collection = _collection(175.0, precision="region")
    collection["features"][0]["geometry"] = {"type": "MultiPolygon", "coordinates": rings}
    assert seam_of(collection) == 0.0
    collection["features"][0]["properties"]["geo_precision"] = "country"
    assert seam_of(collection) == -180.0


def test_odd_shapes_have_no_part_in_the_cut() -> None:
    deep: Any = [179.0, 0.0]
    for _ in range(50):
        deep = [deep]
    collection = _collection(-179.0)
    odd: tuple[Any, ...] = (deep, "text", None, {}, [[None, "x"], ["1", 2]])
    for coordinates in odd:
        collection["features"][0]["geometry"] = {"type": "Polygon", "coordinates": coordinates}
        assert seam_of(collection) == -180.0


@given(
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=30),
    st.floats(-180, 180),
)
def test_turned_points_lie_within_one_world(points: list[tuple[float, float]], seam: float) -> None:
    for (lat, lon), (lat_after, lon_after) in zip(points, turned(points, seam), strict=True):
        assert lat_after == lat
        assert seam <= lon_after <= seam + 360
        assert lon_after in {lon, lon + 360}


def _feature(lat: float, lon: float, precision: str = "settlement", **more: Any) -> dict[str, Any]:
    return {"properties": {"lat": lat, "lon": lon, "geo_precision": precision}, **more}


def _view(*features: dict[str, Any]) -> tuple[float, ...]:
    view = first_view({"features": list(features)}, ANTIMERIDIAN)
    assert view is not None
    return view


UKRAINE = [_feature(lat, lon) for lat, lon in EASTERN]
OF_UKRAINE = bounds_of(EASTERN)


def test_the_first_view_has_what_lies_far_off() -> None:
    assert _view(*UKRAINE, _feature(*FAR)) == bounds_of([*EASTERN, FAR])


def test_half_a_world_apart_the_first_view_has_what_lies_together() -> None:
    assert _view(*UKRAINE, _feature(-33.9, 151.2)) == OF_UKRAINE


@pytest.mark.parametrize(
    "country",
    [
        pytest.param(_feature(61.0, 99.0, "country", bbox=[27.3, 41.2, -169.0, 81.9]), id="Russia"),
        pytest.param(_feature(48.9, 31.4, "country", bbox=[22.1, 44.2, 40.2, 52.4]), id="Ukraine"),
        pytest.param(_feature(39.8, -98.6, "country", bbox=[172.4, 18.9, -66.9, 71.4]), id="far"),
    ],
)
def test_a_country_of_which_some_is_seen_or_too_far_widens_nothing(country: dict[str, Any]) -> None:
    assert _view(*UKRAINE, country) == OF_UKRAINE


def test_a_country_of_which_nothing_would_be_seen_is_in_the_first_view() -> None:
    yemen = _feature(15.8, 47.6, "country", bbox=[41.6, 12.1, 54.5, 19.0])
    assert _view(*UKRAINE, yemen) == bounds_of([*EASTERN, (15.8, 47.6)])


def test_without_a_place_there_is_no_first_view() -> None:
    assert first_view({"features": [{"properties": {}}, {}]}, ANTIMERIDIAN) is None


@given(
    st.lists(
        st.tuples(st.floats(-50, 50), st.floats(-60, 60), st.sampled_from(["area", "settlement"])),
        min_size=1,
        max_size=20,
    )
)
def test_every_point_is_in_the_first_view_of_less_than_a_third_of_the_world(
    told: list[tuple[float, float, str]],
) -> None:
    features = [_feature(lat * 0.7, lon, precision) for lat, lon, precision in told]
    west, south, east, north = _view(*features)
    for feature in features:
        lat, lon = feature["properties"]["lat"], feature["properties"]["lon"]
        assert west <= lon <= east
        assert south <= lat <= north
    assert _view(*reversed(features)) == (west, south, east, north)
