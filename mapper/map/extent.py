"""Where on earth the incidents are, and what the first view shows of it.

In: the incidents' FeatureCollection. Out: bounds in degrees, None when no incident has a place.
Representative points are used and not shapes: one report about a whole country must not shrink the
rest to a dot. Bounds that cross the antimeridian are not made; such incidents give the whole width.
"""

import math
import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from mapper.selection import Bounds, is_position

# Shown when no incident has a place.
WORLD: Bounds = (-170.0, -56.0, 180.0, 74.0)

# No more than this part of the points may be left out of the first view,
_LEFT_OUT_MOST = 0.2
# only when that makes it at least so many times closer,
_CLOSER_LEAST = 2.0
# and no more of them than bring it within this factor of the closest.
_NEARLY_AS_CLOSE = 1.25
# Two points in one town have no extent; below half a degree no view is closer than another.
_SIZE_LEAST_DEG = 0.5
# Representative points of these lie far from where the words point.
_VAGUE = {"area", "country"}


def positions(collection: Mapping[str, Any]) -> list[tuple[float, float]]:
    """Give the incidents' representative points as (lat, lon), in the order of the collection."""
    points = []
    for feature in collection["features"]:
        properties = feature.get("properties") or {}
        if is_position(properties.get("lat"), properties.get("lon")):
            points.append((float(properties["lat"]), float(properties["lon"])))
    return points


def bounds_of(points: Sequence[tuple[float, float]]) -> Bounds | None:
    """Give the extent of (lat, lon) points, None when there are none."""
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def view_points(collection: Mapping[str, Any]) -> list[tuple[float, float]]:
    """Give the (lat, lon) that the first view is made for: vague ones only if there is no other.

    The middle of a country or of "the south of" one may lie a thousand kilometres from the rest.
    """
    definite = [
        feature
        for feature in collection["features"]
        if (feature.get("properties") or {}).get("geo_precision") not in _VAGUE
    ]
    return positions({"features": definite}) or positions(collection)


def core_of(points: Sequence[tuple[float, float]]) -> Bounds | None:
    """Give the extent of the (lat, lon) points without those few that lie far off.

    Talks in another part of the world would shrink everything else to a spot. All points count when
    leaving some out gains little, or when more than a fifth would have to be left out.
    """
    everything = bounds_of(points)
    if everything is None:
        return None
    middle = [statistics.median_low(point[axis] for point in points) for axis in (0, 1)]
    nearest_first = sorted(
        points, key=lambda point: (math.dist(_on_map(point), _on_map(middle)), point)
    )
    kept_least = len(points) - int(len(points) * _LEFT_OUT_MOST)
    closest = _size(bounds_of(nearest_first[:kept_least]))
    if closest * _CLOSER_LEAST > _size(everything):
        return everything
    core = bounds_of(nearest_first[:kept_least])
    for point in nearest_first[kept_least:]:
        wider = _widened(core, point)
        if _size(wider) > closest * _NEARLY_AS_CLOSE:
            break
        core = wider
    return core


def _on_map(point: Sequence[float]) -> tuple[float, float]:
    # A degree of latitude is longer on the map than one of longitude, 3 to 2 at 48 degrees.
    return 1.5 * point[0], point[1]


def _widened(bounds: Bounds | None, point: tuple[float, float]) -> Bounds:
    lat, lon = point
    if bounds is None:
        return lon, lat, lon, lat
    west, south, east, north = bounds
    return min(west, lon), min(south, lat), max(east, lon), max(north, lat)


def _size(bounds: Bounds | None) -> float:
    if bounds is None:
        return _SIZE_LEAST_DEG
    west, south, east, north = bounds
    return max(east - west, 1.5 * (north - south), _SIZE_LEAST_DEG)
