"""Geometry of a place as GeoJSON has it.

In: a place. Out: a GeoJSON geometry, longitude first, rings by the right-hand rule (RFC 7946,
3.1.6), cut where it crosses the antimeridian (3.1.9), and a representative point. A city is a point
even where its outline is known, because the report supports no more; a region never is. A place
whose coordinates are no numbers has neither.
"""

import functools
import math
from typing import Any

from mapper.export.antimeridian import cut, unwrapped, within
from mapper.gazetteer.model import Kind, Place

# Degrees to five places are about a metre; no source of places is finer, and RFC 7946 (11.2) asks
# for no more than six or seven.
DECIMALS = 5
_NOISE_DECIMALS = 9

# An outline may be off by this part of its extent, which is two pixels where it fills a screen, and
# by no more than 5 km; less than 500 m is invisible on a map of a region.
SIMPLIFY_SHARE = 1 / 500
SIMPLIFY_DEGREES = (0.005, 0.05)

# Degrees (about 5 km): stands for the extent of a region whose outline nobody has.
UNKNOWN_EXTENT_DEGREES = 0.05

_SHAPES = frozenset({"LineString", "MultiLineString", "Polygon", "MultiPolygon"})
_POINTS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})


@functools.lru_cache(maxsize=1024)
def geometry_of(place: Place) -> dict[str, Any] | None:
    """Give the GeoJSON geometry that a report of this place supports; None when it has none."""
    import shapely

    lat, lon = representative(place)
    if lat is None or lon is None:
        return None
    if place.kind in _POINTS:
        return {"type": "Point", "coordinates": [lon, lat]}
    outline = place.geometry
    if not _is_finite(outline):
        outline = shapely.Point(lon, lat)
    # Finer than this is noise, and numbers next to nothing overflow where lines are compared.
    outline = unwrapped(shapely.transform(outline, lambda points: points.round(_NOISE_DECIMALS)))
    if place.shape is None or shapely.get_dimensions(outline) == 0:
        outline = outline.buffer(UNKNOWN_EXTENT_DEGREES, quad_segs=4)
    exact = _snapped(_simplified(outline))
    if exact.geom_type not in _SHAPES:
        exact = _snapped(outline)
    exact = cut(exact)
    return _rounded(shapely.geometry.mapping(_right_handed(exact)))


def representative(place: Place) -> tuple[float, float] | tuple[None, None]:
    """Give a point (lat, lon) that stands for the place, in degrees of WGS 84."""
    if not (math.isfinite(place.lat) and math.isfinite(place.lon) and abs(place.lat) <= 90.0):
        return None, None
    return round(place.lat, DECIMALS), round(within(place.lon), DECIMALS)


def _is_finite(outline: Any) -> bool:
    import numpy as np
    import shapely

    return not outline.is_empty and bool(np.isfinite(shapely.get_coordinates(outline)).all())


def _simplified(outline: Any) -> Any:
    """Leave out what cannot be seen at the size at which the whole is seen."""
    import shapely

    west, south, east, north = outline.bounds
    least, most = SIMPLIFY_DEGREES
    tolerance = min(max(max(east - west, north - south) * SIMPLIFY_SHARE, least), most)
    parts = shapely.get_parts(outline)
    if len(parts) > 1:
        boxes = shapely.bounds(parts)
        widest = (boxes[:, 2:] - boxes[:, :2]).max(axis=1)
        seen = parts[(widest > 2 * tolerance) | (widest == widest.max())]
        outline = type(outline)(list(seen))
    return shapely.simplify(outline, tolerance, preserve_topology=True)


def _snapped(geometry: Any) -> Any:
    """Round to the grid without crossing lines; parts that vanish on it are left out."""
    import shapely

    snapped = shapely.set_precision(shapely.make_valid(geometry), 10.0**-DECIMALS)
    if snapped.geom_type != "GeometryCollection":
        return snapped
    # What a ring pinches off into lines and points is no part of an area.
    parts = shapely.get_parts(snapped)
    return shapely.union_all(
        parts[shapely.get_dimensions(parts) == shapely.get_dimensions(snapped)]
    )


def _right_handed(geometry: Any) -> Any:
    import shapely

    return shapely.orient_polygons(geometry, exterior_cw=False)


def _rounded(mapping: dict[str, Any]) -> dict[str, Any]:
    if mapping["type"] == "GeometryCollection":
        return {"type": mapping["type"], "geometries": [_rounded(g) for g in mapping["geometries"]]}
    return {"type": mapping["type"], "coordinates": _lists(mapping["coordinates"])}


def _lists(value: Any) -> Any:
    return round(value, DECIMALS) if isinstance(value, float) else [_lists(item) for item in value]
