"""Places made from other places: a part by compass direction, a union, a point some way off.

In: places with their shapes. Out: places whose id tells how they were made, behind a `#` or after
`union:`, so that `Gazetteer.place` can make them again. Everything computed is marked approximate.
Nothing goes wrong: a place without a shape stands for its point. Shapes are WGS 84, lon/lat.
"""

import functools
from collections.abc import Iterable

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from mapper.gazetteer.model import Kind, Place
from mapper.gazetteer.sphere import offset_position

# Adjective in a derived place's name, and how far it lies (east, north) from the middle.
DIRECTIONS: dict[str, tuple[str, int, int]] = {
    "north": ("northern", 0, 1),
    "north-east": ("north-eastern", 1, 1),
    "east": ("eastern", 1, 0),
    "south-east": ("south-eastern", 1, -1),
    "south": ("southern", 0, -1),
    "south-west": ("south-western", -1, -1),
    "west": ("western", -1, 0),
    "north-west": ("north-western", -1, 1),
    "centre": ("central", 0, 0),
}
_POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_POINT_NAMES = dict(zip(_POINTS, DIRECTIONS, strict=False))
UNION = "union:"
# Half-way round the Earth.
_FARTHEST_KM = 20_000.0

# "The centre" is the middle of the bounding box, this share of its width and height.
_CENTRE_SHARE = 0.4
# A country is divided by the box of its largest part when that is this share of it: islands and
# lands overseas do not move the south of France or the west of the United States.
_MAIN_PART_SHARE = 0.6
_CACHED_SHAPES = 32


def spell_direction(direction: str) -> str:
    """Give a direction as ids have it: "North East" and "northeast" are "north-east"."""
    plain = direction.lower().replace("-", "").replace(" ", "").replace("center", "centre")
    for known in DIRECTIONS:
        if known.replace("-", "") == plain:
            return known
    msg = f"{direction!r} is no direction; use one of {', '.join(DIRECTIONS)}."
    raise ValueError(msg)


def part_of(place: Place, direction: str) -> Place:
    """Cut the part of `place` that lies in `direction`: a half, a quarter or the middle.

    Parameters
    ----------
    direction
        One of the eight points of the compass in words ("south", "north-east") or "centre".

    Returns
    -------
    An area inside `place`; a point keeps its position.

    Raises
    ------
    ValueError
        When `direction` is none of these.
    """
    direction = spell_direction(direction)
    adjective, east, north = DIRECTIONS[direction]
    ident, name = f"{place.id}#{direction}", f"{adjective} {place.name}"
    if place.shape is None:
        return _derived(place, ident, name, place.kind, None)
    shape = _whole(place.shape)
    cut = shapely.intersection(shape, _window(shape, east, north))
    if shapely.is_empty(cut):
        cut = shape
    kind = Kind.WATER if place.kind is Kind.WATER else Kind.AREA
    return _derived(place, ident, name, kind, _turned_back(_same_dimension(cut, shape)))


def union_of(places: Iterable[Place], name: str) -> Place:
    """Join places into one area called `name`; points join as small circles of about 3 km.

    Raises
    ------
    ValueError
        When there is no place.
    """
    parts = sorted({place.id: place for place in places}.values(), key=lambda place: place.id)
    if not parts:
        msg = "A union needs at least one place."
        raise ValueError(msg)
    if len(parts) == 1:
        return parts[0]
    shapes = [
        shapely.make_valid(part.geometry)
        if part.shape is not None
        else shapely.buffer(part.geometry, 0.03)
        for part in parts
    ]
    shape = shapely.union_all(shapes)
    lat, lon = _point_inside(shape)
    country = _common(part.country for part in parts)
    return Place(
        id=UNION + "+".join(part.id for part in parts),
        name=name,
        kind=Kind.AREA,
        lat=lat,
        lon=lon,
        country=country,
        admin1=_common(part.admin1 for part in parts) if country else None,
        admin1_id=_common(part.admin1_id for part in parts) if country else None,
        population=sum(part.population for part in parts),
        shape=shapely.to_wkb(shape),
        approximate=True,
    )


def offset_point(
    place: Place, distance_km: float, bearing_deg: float, *, land: Place | None = None
) -> Place:
    """Make the point that lies `distance_km` from `place` in `bearing_deg`.

    Parameters
    ----------
    land
        A place near the new point, which tells its country and region; `place` does by default.
    """
    bearing = bearing_deg % 360.0
    lat, lon = offset_position(place.lat, place.lon, distance_km, bearing)
    point, exact = divmod(bearing, 45.0)
    towards = _POINTS[int(point)] if exact == 0.0 else f"{bearing:g}"
    words = _POINT_NAMES.get(towards, f"at {bearing:g}° from")
    told = land or place
    return Place(
        id=f"{place.id}#{distance_km:g}km-{towards}",
        name=f"{distance_km:g} km {words}{' of' if towards in _POINT_NAMES else ''} {place.name}",
        kind=Kind.SETTLEMENT,
        lat=round(lat, 5),
        lon=round(lon, 5),
        country=told.country,
        admin1=told.admin1,
        admin1_id=told.admin1_id,
        admin2=told.admin2,
        admin2_id=told.admin2_id,
        parent=place.id,
        approximate=True,
    )


def read_offset(derivation: str) -> tuple[float, float] | None:
    """Read "12km-S" or "7.5km-200": kilometres and degrees; None when it is neither."""
    distance, _, towards = derivation.partition("km-")
    try:
        bearing = _POINTS.index(towards) * 45.0 if towards in _POINTS else float(towards)
        distance_km = float(distance)
    except ValueError:
        return None
    # Not so for "nan" and "inf", which are numbers to Python.
    is_sound = 0.0 <= distance_km <= _FARTHEST_KM and 0.0 <= bearing < 360.0
    return (distance_km, bearing) if is_sound else None


def _derived(place: Place, ident: str, name: str, kind: Kind, shape: BaseGeometry | None) -> Place:
    lat, lon = (place.lat, place.lon) if shape is None else _point_inside(shape)
    return Place(
        id=ident,
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=place.country,
        admin1=place.admin1,
        admin1_id=place.admin1_id,
        admin2=place.admin2,
        admin2_id=place.admin2_id,
        parent=place.id,
        shape=None if shape is None else shapely.to_wkb(shape),
        approximate=True,
    )


def _window(shape: BaseGeometry, east: int, north: int) -> BaseGeometry:
    """Give the part of the plane that a direction means, by the box of `shape` or its main part."""
    main = max(shapely.get_parts(shape), key=_size)
    whole = main if _size(main) >= _MAIN_PART_SHARE * _size(shape) else shape
    west_edge, south_edge, east_edge, north_edge = shapely.bounds(whole)
    low_x, high_x = _span(west_edge, east_edge, east, 540.0, is_centre=east == north == 0)
    low_y, high_y = _span(south_edge, north_edge, north, 90.0, is_centre=east == north == 0)
    return shapely.box(low_x, low_y, high_x, high_y)


# Texts cut the same few countries; to put one together that lies across the date line takes long.
@functools.lru_cache(_CACHED_SHAPES)
def _whole(shape: bytes) -> BaseGeometry:
    return _turned(shapely.make_valid(shapely.from_wkb(shape)))


def _turned(shape: BaseGeometry) -> BaseGeometry:
    """Put parts beyond the date line beside the largest part, with longitudes beyond 180."""
    parts = shapely.get_parts(shape)
    west, _, east, _ = shapely.bounds(shape)
    if east - west <= 300.0:
        return shape
    middle = shapely.centroid(max(parts, key=_size)).x
    moved = []
    for part in parts:
        away = shapely.centroid(part).x - middle
        turn = 360.0 if away < -180.0 else -360.0 if away > 180.0 else 0.0
        moved.append(affinity.translate(part, xoff=turn))
    return shapely.union_all(moved)


def _turned_back(shape: BaseGeometry) -> BaseGeometry:
    west, _, east, _ = shapely.bounds(shape)
    if west >= -180.0 and east <= 180.0:
        return shape
    pieces = []
    for turn in (-360.0, 0.0, 360.0):
        piece = shapely.intersection(shape, shapely.box(turn - 180.0, -90.0, turn + 180.0, 90.0))
        pieces.append(affinity.translate(piece, xoff=-turn))
    return shapely.union_all([piece for piece in pieces if not shapely.is_empty(piece)])


def _size(shape: BaseGeometry) -> float:
    return float(shapely.area(shape) or shapely.length(shape))


def _span(
    low: float, high: float, side: int, limit: float, *, is_centre: bool
) -> tuple[float, float]:
    middle = (low + high) / 2
    if side > 0:
        return middle, limit
    if side < 0:
        return -limit, middle
    if is_centre:
        reach = (high - low) * _CENTRE_SHARE / 2
        return middle - reach, middle + reach
    return -limit, limit


def _same_dimension(cut: BaseGeometry, shape: BaseGeometry) -> BaseGeometry:
    """Drop the points and lines at which a cut only touches the edge of an area."""
    wanted = shapely.get_dimensions(shape)
    parts = [p for p in shapely.get_parts(cut) if shapely.get_dimensions(p) == wanted]
    if not parts:
        return shape
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def _point_inside(shape: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=_size)
    point = shapely.centroid(largest)
    if not shapely.intersects(largest, point):
        point = shapely.point_on_surface(largest)
    return round(point.y, 5), round(point.x, 5)


def _common(values: Iterable[str | None]) -> str | None:
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
