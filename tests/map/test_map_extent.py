"""The first view shows what there is, close enough to tell apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.map.extent import bounds_of, core_of, positions, view_points
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
