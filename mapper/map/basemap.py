"""The offline basemap: outlines of countries and regions, and names of towns.

In: an open gazetteer and the incidents' collection. Out: a `Basemap` for the surroundings of the
incidents, the rest of the world coarser. Nothing is fetched. A gazetteer error passes through.
"""

import dataclasses
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.gazetteer.model import Kind, Place
from mapper.map.extent import WORLD, Bounds, core_of, positions, view_points

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.reader import Gazetteer

# How much of the world around the incidents is drawn in detail, as a part of their extent, and at
# least so many degrees: room for a reader who zooms out once.
_MARGIN = 0.6
_MARGIN_LEAST_DEG = 3.0
# Tolerances of simplification in degrees. Natural Earth 1:50m has about 0.02 degrees between
# vertices; half of that loses nothing that shows below zoom 8. Far countries are context only.
_NEAR_TOLERANCE_DEG = 0.01
_FAR_TOLERANCE_DEG = 0.12
_REGION_TOLERANCE_DEG = 0.015
# Islets smaller than this (square degrees) far away are specks; there are thousands of them.
_FAR_AREA_LEAST = 0.08
_NEAR_AREA_LEAST = 0.002
# Names beyond this number are never shown at once; they are kept by population.
_TOWNS_MOST = 700
_REGIONS_MOST = 260
_KM_PER_DEGREE = 111.2
# Half the way round the earth: every place is this near.
_WORLD_KM = 20_040.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country or region to draw.

    Attributes
    ----------
    rings
        Its outer and inner rings as lon/lat degrees.
    lat, lon
        Where its name stands, degrees.
    """

    name: str
    lat: float
    lon: float
    rings: Sequence[Sequence[tuple[float, float]]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A name on the basemap; `capital` puts it before larger towns."""

    name: str
    lat: float
    lon: float
    population: int
    capital: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """What the page draws beneath the incidents; all parts may be empty."""

    countries: Sequence[Outline] = ()
    regions: Sequence[Outline] = ()
    towns: Sequence[Town] = ()


def load_basemap(gazetteer: "Gazetteer", collection: Mapping[str, Any]) -> Basemap:
    """Gather the basemap for a FeatureCollection of incidents from the gazetteer.

    The same gazetteer and collection give the same basemap, in the same order.
    """
    points = positions(collection)
    bounds = _with_margin(core_of(view_points(collection)) or WORLD)
    countries = gazetteer.near(0.0, 0.0, _WORLD_KM, (Kind.COUNTRY,))
    lat, lon, radius_km = _circle_around(bounds)
    regions = gazetteer.near(lat, lon, radius_km, (Kind.REGION,))[:_REGIONS_MOST]
    return Basemap(
        countries=tuple(_country_outlines(countries, bounds, points)),
        regions=tuple(_region_outlines(regions, bounds)),
        towns=tuple(_towns(gazetteer, countries, bounds)),
    )


def _with_margin(bounds: Bounds) -> Bounds:
    west, south, east, north = bounds
    wide = max((east - west) * _MARGIN, _MARGIN_LEAST_DEG)
    high = max((north - south) * _MARGIN, _MARGIN_LEAST_DEG)
    return (
        max(west - wide, -180),
        max(south - high, -90),
        min(east + wide, 180),
        min(north + high, 90),
    )


def _circle_around(bounds: Bounds) -> tuple[float, float, float]:
    west, south, east, north = bounds
    lat, lon = (south + north) / 2, (west + east) / 2
    nearest_equator = 0.0 if south < 0 < north else min(abs(south), abs(north))
    half_wide = (east - west) / 2 * math.cos(math.radians(nearest_equator))
    return lat, lon, math.hypot(half_wide, (north - south) / 2) * _KM_PER_DEGREE


def _country_outlines(
    countries: Iterable[Place], bounds: Bounds, points: Iterable[tuple[float, float]]
) -> Iterable[Outline]:
    import shapely

    far_off = shapely.MultiPoint(sorted({(lon, lat) for lat, lon in points}))
    window = shapely.union(shapely.box(*bounds), far_off)
    shapely.prepare(window)
    for place in sorted(countries, key=lambda place: place.id):
        shape = place.geometry
        near = bool(shape.intersects(window))
        rings = _rings(
            shape.simplify(_NEAR_TOLERANCE_DEG if near else _FAR_TOLERANCE_DEG),
            _NEAR_AREA_LEAST if near else _FAR_AREA_LEAST,
        )
        if rings:
            yield Outline(name=place.name, lat=place.lat, lon=place.lon, rings=rings)


def _region_outlines(regions: Iterable[Place], bounds: Bounds) -> Iterable[Outline]:
    import shapely

    window = shapely.box(*bounds)
    for place in sorted(regions, key=lambda place: place.id):
        shape = place.geometry
        if place.shape is not None and shape.intersects(window):
            rings = _rings(shape.simplify(_REGION_TOLERANCE_DEG), _NEAR_AREA_LEAST)
            yield Outline(name=place.name, lat=place.lat, lon=place.lon, rings=rings)


def _towns(gazetteer: "Gazetteer", countries: Iterable[Place], bounds: Bounds) -> Iterable[Town]:
    west, south, east, north = bounds
    lat, lon, radius_km = _circle_around(bounds)
    capitals = {
        capital.id
        for country in countries
        if (capital := gazetteer.capital_of(country)) is not None
    }
    inside = [
        place
        for place in gazetteer.near(lat, lon, radius_km, (Kind.SETTLEMENT,))
        if west <= place.lon <= east and south <= place.lat <= north
    ]
    inside.sort(key=lambda place: (place.id not in capitals, -place.population, place.id))
    for place in inside[:_TOWNS_MOST]:
        yield Town(
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            population=place.population,
            capital=place.id in capitals,
        )


def _rings(shape: "BaseGeometry", area_least: float) -> list[list[tuple[float, float]]]:
    """Take a shape apart into rings, without islets; the largest part always stays."""
    import shapely

    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not parts:
        return []
    largest = max(part.area for part in parts)
    rings: list[list[tuple[float, float]]] = []
    for part in parts:
        if part.area >= min(area_least, largest):
            rings.extend(
                [tuple(point) for point in ring.coords] for ring in (part.exterior, *part.interiors)
            )
    return rings
