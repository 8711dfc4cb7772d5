"""Whether one place lies in another.

In: two places. Out: yes or no. What the gazetteer files a place under decides; where it files it
under nothing, the shapes do. Nothing goes wrong: a point contains nothing but itself.
"""

import functools
from typing import TYPE_CHECKING

from mapper.gazetteer.model import Kind, Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# Two drawings of one line never agree wholly: this share of the inner shape must lie in the outer.
_INSIDE_SHARE = 0.9
_CACHED_SHAPES = 128
_CACHED_ANSWERS = 4096


def contains_by_filing(outer: Place, inner: Place) -> bool | None:
    """Decide by ids alone; None when these do not tell."""
    if outer.id == inner.id or inner.id.startswith(f"{outer.id}#") and outer.shape is not None:
        return True
    if "#" in outer.id or ":" in outer.id and outer.id.startswith("union:"):
        return None
    if inner.parent == outer.id:
        return True
    if outer.kind is Kind.COUNTRY and inner.country is not None:
        return inner.country == outer.country
    if inner.country is not None and outer.country not in {None, inner.country}:
        return False
    if outer.kind is Kind.REGION and inner.admin1_id is not None:
        return inner.admin1_id == outer.id
    if outer.kind is Kind.SUBREGION and inner.admin2_id is not None:
        return inner.admin2_id == outer.id or None
    if outer.shape is None:
        return False
    return None


# Texts about one war ask about the same few areas again and again.
@functools.lru_cache(_CACHED_ANSWERS)
def contains_by_shape(outer: Place, inner: Place) -> bool:
    """Decide by geometry, planar in degrees: a point lies within, a shape for nine tenths."""
    import shapely

    if outer.shape is None:
        return False
    area = _prepared(outer.shape)
    if inner.shape is None:
        return bool(shapely.intersects_xy(area, inner.lon, inner.lat))
    shape = _prepared(inner.shape)
    size = shapely.area(shape)
    # What is smaller holds nothing: a region does not hold its country.
    if shapely.area(area) < _INSIDE_SHARE * size or not shapely.intersects(area, shape):
        return False
    common = shapely.intersection(area, shape)
    if size > 0.0:
        return bool(shapely.area(common) >= _INSIDE_SHARE * size)
    return bool(shapely.length(common) >= _INSIDE_SHARE * shapely.length(shape))


@functools.lru_cache(_CACHED_SHAPES)
def _prepared(shape: bytes) -> "BaseGeometry":
    import shapely

    geometry = shapely.make_valid(shapely.from_wkb(shape))
    shapely.prepare(geometry)
    return geometry
