"""Where on earth the incidents are, and what the first view shows of it.

In: the incidents' FeatureCollection. Out: bounds in degrees, None when no incident has a place.
Representative points are used and not shapes: one report about a whole country must not shrink the
rest to a dot. Bounds that cross the antimeridian are not made; such incidents give the whole width.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

# West, south, east, north in degrees.
Bounds: TypeAlias = tuple[float, float, float, float]

# Shown when no incident has a place.
WORLD: Bounds = (-170.0, -56.0, 180.0, 74.0)

# Points are far off when they lie this many times further from the median than most (70 of 100) do,
# and leaving them out is worth it only when the view gets at least twice as close.
_FAR_FACTOR = 2.5
_CLOSER_FACTOR = 2.0
_CORE_QUANTILES = (0.15, 0.85)
_CORE_PART_LEAST = 0.8
# With fewer points than these there is no "most".
_POINTS_LEAST = 5
# Two points in one town have no extent; half a degree keeps a neighbour town from being far off.
_REACH_LEAST_DEG = 0.5


def positions(collection: Mapping[str, Any]) -> list[tuple[float, float]]:
    """Give the incidents' representative points as (lat, lon), in the order of the collection."""
    points = []
    for feature in collection["features"]:
        properties = feature.get("properties") or {}
        if is_position(properties.get("lat"), properties.get("lon")):
            points.append((float(properties["lat"]), float(properties["lon"])))
    return points


def is_position(lat: object, lon: object) -> bool:
    """Tell whether two values are degrees of a place on earth."""
    return _is_degrees(lat, 90.0) and _is_degrees(lon, 180.0)


def _is_degrees(value: object, most: float) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and abs(value) <= most
    )


def bounds_of(points: Sequence[tuple[float, float]]) -> Bounds | None:
    """Give the extent of (lat, lon) points, None when there are none."""
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def core_of(points: Sequence[tuple[float, float]]) -> Bounds | None:
    """Give the extent of the (lat, lon) points without those few that lie far off.

    Talks in another part of the world would shrink everything else to a spot. All points count when
    leaving some out gains little, or when more than a fifth would be left out.
    """
    everything = bounds_of(points)
    if everything is None or len(points) < _POINTS_LEAST:
        return everything
    limits = [_limits(sorted(point[axis] for point in points)) for axis in (0, 1)]
    core = [
        point
        for point in points
        if all(low <= value <= high for value, (low, high) in zip(point, limits, strict=True))
    ]
    bounds = bounds_of(core)
    if bounds is None or len(core) < _CORE_PART_LEAST * len(points):
        return everything
    return bounds if _size(bounds) * _CLOSER_FACTOR <= _size(everything) else everything


def _limits(values: Sequence[float]) -> tuple[float, float]:
    low, middle, high = (
        values[round(part * (len(values) - 1))]
        for part in (_CORE_QUANTILES[0], 0.5, _CORE_QUANTILES[1])
    )
    reach = _FAR_FACTOR * max(high - middle, middle - low, _REACH_LEAST_DEG)
    return middle - reach, middle + reach


def _size(bounds: Bounds) -> float:
    west, south, east, north = bounds
    # On the map a degree of latitude is longer than one of longitude, 3 to 2 at 48 degrees.
    return max(east - west, 1.5 * (north - south))
