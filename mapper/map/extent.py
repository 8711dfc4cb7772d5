"""Where on earth the incidents are, and what the first view shows of it.

In: the incidents' FeatureCollection. Out: bounds in degrees, None when no incident has a place.
Representative points are used and not shapes: one report about a whole country must not shrink the
rest to a dot. The first view has all of them, unless they lie half a world apart.

The map is cut where no incident is: by default at the antimeridian, and elsewhere
for incidents on both sides of it, whose longitudes then count on beyond 180.
"""

import itertools
import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mapper.selection import Bounds, is_position

# Shown when no incident has a place.
WORLD: Bounds = (-170.0, -56.0, 180.0, 74.0)

# The longitude at which the map is cut when nothing speaks for another.
ANTIMERIDIAN = -180.0
# The map is cut elsewhere only when its incidents then take less than this part of the width.
_NARROWER_LEAST = 0.5
# A MultiPolygon's positions lie so many lists deep; what is deeper is no GeoJSON.
_DEPTH_MOST = 4

# No more than this part of the points may be left out of the first view,
_LEFT_OUT_MOST = 0.2
# only when that makes it at least so many times closer,
_CLOSER_LEAST = 2.0
# and no more of them than bring it within this factor of the closest.
_NEARLY_AS_CLOSE = 1.25
# A view that is wider has its incidents in spots, and then shows what lies close together. From
# Mexico to Ukraine are 140 degrees, and from Mali to Pakistan 75.
_WIDEST_DEG = 120.0
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


def seam_of(collection: Mapping[str, Any]) -> float:
    """Give the longitude, in degrees, at which the map is cut: -180, or in the widest empty part.

    What lies west of it is drawn 360 degrees further east (`turned`). Regions count with their
    whole shape, countries do not: Russia alone would move America.
    """
    lons = sorted({lon for feature in _definite(collection) for lon in _lons_of(feature)})
    if len(lons) < 2:
        return ANTIMERIDIAN
    gap, west = max((b - a, a) for a, b in itertools.pairwise(lons))
    if 360 - gap > _NARROWER_LEAST * (lons[-1] - lons[0]):
        return ANTIMERIDIAN
    return round(west + gap / 2, 3)


def turned(points: Sequence[tuple[float, float]], seam: float) -> list[tuple[float, float]]:
    """Give (lat, lon) with the longitudes that they have on a map that is cut at `seam`."""
    return [(lat, lon + 360 if lon < seam else lon) for lat, lon in points]


def turned_ring(ring: Sequence[Sequence[float]], seam: float) -> list[tuple[float, float]]:
    """Give a ring or line of lon/lat as it lies on a map cut at `seam`; it is moved as a whole."""
    middle = statistics.fmean(lon for lon, *_ in ring) if ring else seam
    by = 360.0 if middle < seam else 0.0
    return [(lon + by, lat) for lon, lat, *_ in ring]


def _lons_of(feature: Mapping[str, Any]) -> Iterator[float]:
    for _, lon in positions({"features": [feature]}):
        yield lon
    geometry = feature.get("geometry")
    if isinstance(geometry, Mapping) and geometry.get("type") != "Point":
        yield from _lons(geometry.get("coordinates"), _DEPTH_MOST)


def _lons(coordinates: object, depth: int) -> Iterator[float]:
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            if is_position(lat, lon):
                yield float(lon)
        case [*parts] if depth > 0:
            for part in parts:
                yield from _lons(part, depth - 1)


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
    return positions({"features": _definite(collection)}) or positions(collection)


def _definite(collection: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [
        feature
        for feature in collection["features"]
        if (feature.get("properties") or {}).get("geo_precision") not in _VAGUE
    ]


def first_view(collection: Mapping[str, Any], seam: float) -> Bounds | None:
    """Give what the first view shows, on a map that is cut at `seam`; None without any place.

    Every incident is in it: its point, or for a country and the like some of its shape. Where that
    would be too wide to see anything, it is what `core_of` gives, and vague ones do not widen it.
    """
    points = turned(view_points(collection), seam)
    everything = bounds_of(points)
    if everything is None or _size(everything) > _WIDEST_DEG:
        return core_of(points)
    view = everything
    beyond = [
        point
        for feature in collection["features"]
        if (feature.get("properties") or {}).get("geo_precision") in _VAGUE
        if not any(_meets(box, view) for box in _boxes(feature, seam))
        for point in turned(positions({"features": [feature]}), seam)
    ]
    for point in sorted(beyond, key=lambda one: (_size(_widened(everything, one)), one)):
        wider = _widened(view, point)
        view = wider if _size(wider) <= _WIDEST_DEG else view
    return view


def _boxes(feature: Mapping[str, Any], seam: float) -> Iterator[Bounds]:
    """Give the boxes in which a feature lies; of one across the antimeridian, both."""
    match feature.get("bbox"):
        case [int() | float() as west, int() | float() as south, *_, east, north] if isinstance(
            east, int | float
        ) and isinstance(north, int | float):
            sides = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
            for first, last in sides:
                by = 360.0 if (first + last) / 2 < seam else 0.0
                yield first + by, south, last + by, north


def _meets(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


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
