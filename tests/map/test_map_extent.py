"""The first view shows what there is, close enough to tell apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.map.extent import (
    bounds_of,
    core_of,
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
