"""The offline basemap: outlines of countries and regions, and names of towns.

In: an open gazetteer and the incidents' collection. Out: a `Basemap` for the surroundings of the
incidents, the rest of the world coarser. Nothing is fetched. A gazetteer error passes through.
"""

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.gazetteer.model import Kind, Place
from mapper.map.extent import WORLD, core_of, positions, seam_of, turned, view_points
from mapper.selection import Bounds

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
# Where the incidents are spread over much of the world the file would grow for nothing: so many
# steps of tolerance go into the width of what is drawn in detail.
_STEPS_ACROSS = 3000.0
# Islets smaller than this (square degrees) far away are specks; there are thousands of them.
_FAR_AREA_LEAST = 0.08
_NEAR_AREA_LEAST = 0.002
# More names are never shown at once: so many of the largest towns in view, and as many of the
# largest within a degree or two of an incident, which a reader who zooms in looks for.
_TOWNS_LARGEST = 500
_TOWNS_NEAR = 400
_REGIONS_MOST = 260
# Looking at every settlement takes 20 microseconds each; a circle of this radius in Europe holds
# about 30,000. In a wider view only so many cells with the most incidents are looked at.
_SEARCH_MOST_KM = 1_500.0
_CELLS_SEARCHED_MOST = 20
_CELL_SEARCH_KM = 120.0
# Outlines keep their detail where so many cells with the most incidents are.
_CELLS_CLOSE_MOST = 40
_KM_PER_DEGREE = 111.2
# Gazetteers of one's own hold hamlets by the million, which nobody looks for on the map.
_TOWN_LEAST = 500
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
    seam = seam_of(collection)
    bounds = _with_margin(core_of(turned(view_points(collection), seam)) or WORLD, seam)
    countries = gazetteer.near(0.0, 0.0, _WORLD_KM, (Kind.COUNTRY,))
    regions = _regions(gazetteer, bounds, points)
    return Basemap(
        countries=tuple(_country_outlines(countries, bounds, points)),
        regions=tuple(_region_outlines(regions, bounds, points)),
        towns=tuple(_towns(gazetteer, countries, regions, bounds, points)),
    )


def _with_margin(bounds: Bounds, seam: float) -> Bounds:
    west, south, east, north = bounds
    wide = max((east - west) * _MARGIN, _MARGIN_LEAST_DEG)
    high = max((north - south) * _MARGIN, _MARGIN_LEAST_DEG)
    return (
        max(west - wide, seam),
        max(south - high, -90),
        min(east + wide, seam + 360),
        min(north + high, 90),
    )


def _circle_around(bounds: Bounds) -> tuple[float, float, float]:
    west, south, east, north = bounds
    lat, lon = (south + north) / 2, ((west + east) / 2 + 180) % 360 - 180
    nearest_equator = 0.0 if south < 0 < north else min(abs(south), abs(north))
    half_wide = (east - west) / 2 * math.cos(math.radians(nearest_equator))
    return lat, lon, math.hypot(half_wide, (north - south) / 2) * _KM_PER_DEGREE


def _country_outlines(
    countries: Iterable[Place], bounds: Bounds, points: Sequence[tuple[float, float]]
) -> Iterable[Outline]:
    import shapely

    far_off = shapely.MultiPoint(sorted({(lon, lat) for lat, lon in points}))
    window = shapely.union(_window(bounds), far_off)
    shapely.prepare(window)
    close, near_tolerance = _close_by(points), _tolerance(bounds)
    for place in sorted(countries, key=lambda place: place.id):
        shape = place.geometry
        if shape.intersects(window):
            rings = _rings(_simplified(shape, near_tolerance, close), _NEAR_AREA_LEAST)
        else:
            rings = _rings(shape.simplify(_FAR_TOLERANCE_DEG), _FAR_AREA_LEAST)
        if rings:
            yield Outline(name=place.name, lat=place.lat, lon=place.lon, rings=rings)


def _window(bounds: Bounds) -> "BaseGeometry":
    """Give the box as it lies between -180 and 180, in two parts where it goes beyond."""
    import shapely

    west, south, east, north = bounds
    box = shapely.box(west, south, min(east, 180), north)
    if east <= 180:
        return box
    return shapely.union(box, shapely.box(-180, south, east - 360, north))


def _close_by(points: Sequence[tuple[float, float]]) -> "BaseGeometry":
    """Give the squares with the most incidents, which readers look at from close by."""
    import shapely

    cells = _cells(points).most_common(_CELLS_CLOSE_MOST)
    squares = [shapely.box(lon, lat, lon + 1, lat + 1) for (lat, lon), _ in cells]
    close = shapely.union_all(squares)
    shapely.prepare(close)
    return close


def _simplified(shape: "BaseGeometry", tolerance: float, close: "BaseGeometry") -> "BaseGeometry":
    """Simplify the parts of a shape; those that reach where incidents are keep their detail."""
    import shapely

    parts = [
        part.simplify(_NEAR_TOLERANCE_DEG if part.intersects(close) else tolerance)
        for part in shapely.get_parts(shape)
    ]
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def _tolerance(bounds: Bounds) -> float:
    across = (bounds[2] - bounds[0]) / _STEPS_ACROSS
    return min(max(across, _NEAR_TOLERANCE_DEG), _FAR_TOLERANCE_DEG)


def _regions(
    gazetteer: "Gazetteer", bounds: Bounds, points: Sequence[tuple[float, float]]
) -> list[Place]:
    """Give the regions in view that are nearest to an incident."""
    import shapely

    lat, lon, radius_km = _circle_around(bounds)
    places = gazetteer.near(lat, lon, radius_km, (Kind.REGION,))
    incidents = shapely.MultiPoint(sorted({(lon, lat) for lat, lon in points}))
    if not incidents.is_empty:
        shapely.prepare(incidents)
        places.sort(
            key=lambda place: (incidents.distance(shapely.Point(place.lon, place.lat)), place.id)
        )
    return places[:_REGIONS_MOST]


def _region_outlines(
    regions: Iterable[Place], bounds: Bounds, points: Sequence[tuple[float, float]]
) -> Iterable[Outline]:
    window, close, tolerance = _window(bounds), _close_by(points), 1.5 * _tolerance(bounds)
    for place in sorted(regions, key=lambda place: place.id):
        shape = place.geometry
        if place.shape is not None and shape.intersects(window):
            rings = _rings(_simplified(shape, tolerance, close), _NEAR_AREA_LEAST)
            yield Outline(name=place.name, lat=place.lat, lon=place.lon, rings=rings)


def _towns(
    gazetteer: "Gazetteer",
    countries: Iterable[Place],
    regions: Iterable[Place],
    bounds: Bounds,
    points: Sequence[tuple[float, float]],
) -> Iterable[Town]:
    capitals = {place.id: place for place in _seats(gazetteer, countries)}
    found = {place.id: place for place in _settlements(gazetteer, regions, bounds, points)}
    towns = sorted(
        (capitals | found).values(),
        key=lambda place: (place.id not in capitals, -place.population, place.id),
    )
    largest, others = towns[:_TOWNS_LARGEST], towns[_TOWNS_LARGEST:]
    cells = {
        (lat + i, lon + j) for lat, lon in _cells(points) for i in (-1, 0, 1) for j in (-1, 0, 1)
    }
    near = [place for place in others if _cell(place.lat, place.lon) in cells]
    for place in largest + near[:_TOWNS_NEAR]:
        yield Town(
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            population=place.population,
            capital=place.id in capitals,
        )


def _settlements(
    gazetteer: "Gazetteer",
    regions: Iterable[Place],
    bounds: Bounds,
    points: Sequence[tuple[float, float]],
) -> Iterable[Place]:
    """Give all settlements in view; of a wide view only region seats and what is near incidents."""
    lat, lon, radius_km = _circle_around(bounds)
    if radius_km <= _SEARCH_MOST_KM:
        west, south, east, north = bounds
        for place in gazetteer.near(lat, lon, radius_km, least_population=_TOWN_LEAST):
            within = west <= place.lon <= east or west <= place.lon + 360 <= east
            if within and south <= place.lat <= north:
                yield place
        return
    yield from _seats(gazetteer, regions)
    for (south_edge, west_edge), _ in _cells(points).most_common(_CELLS_SEARCHED_MOST):
        yield from gazetteer.near(
            south_edge + 0.5, west_edge + 0.5, _CELL_SEARCH_KM, least_population=_TOWN_LEAST
        )


def _seats(gazetteer: "Gazetteer", places: Iterable[Place]) -> Iterable[Place]:
    for place in places:
        seat = gazetteer.capital_of(place)
        if seat is not None:
            yield seat


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat), math.floor(lon)


def _cells(points: Iterable[tuple[float, float]]) -> Counter[tuple[int, int]]:
    """Count points in cells of one degree; equal counts stay in the order of the points."""
    return Counter(_cell(lat, lon) for lat, lon in points)


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
