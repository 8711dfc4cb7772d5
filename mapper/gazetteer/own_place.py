"""A place of the user's own: what a row of a file must say, and what is made of it.

In: a row's cells and its geometry. Out: an `OwnPlace`. A row that lacks a name, a position or has
what cannot be read raises `GazetteerError`, which names the row.
"""

import dataclasses
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mapper.errors import GazetteerError
from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

COLUMNS = ("name", "lat", "lon", "kind", "country", "admin1", "names", "population", "id", "parent")

_LONGEST = 200
_MOST_NAMES = 500
_PREFIX = "user:"
# Corners; the largest region of the bundled gazetteer has 9,000.
MOST_CORNERS = 200_000
_AREAS = frozenset({"Polygon", "MultiPolygon"})
_LINES = frozenset({"LineString", "MultiLineString"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A row that was read.

    Attributes
    ----------
    where
        File and row, for messages.
    id
        As the row says it, else made of name and position; `is_made` tells which.
    lat, lon
        WGS 84 degrees of the point, or of a point inside the shape.
    country
        ISO 3166-1 alpha-2 code, None when the row does not tell.
    admin1
        Name of the region as the row says it; may be empty.
    shape
        Well-known binary, lon/lat; None for a point.
    is_mended
        Whether the shape had to be made valid.
    """

    where: str
    id: str
    is_made: bool
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None
    admin1: str
    names: frozenset[str]
    population: int
    parent: str | None
    shape: bytes | None
    is_mended: bool


def own_place(
    cells: Mapping[str, str],
    geometry: "BaseGeometry | None",
    where: str,
    kind: Kind | None = None,
) -> OwnPlace:
    """Make a place of a row.

    Parameters
    ----------
    cells
        Cells by column, stripped; what the row does not say is empty or missing.
    geometry
        In WGS 84, lon/lat; None when `cells` have `lat` and `lon`.
    kind
        Of a row that does not say its own; by default a settlement for a point, an area for a
        polygon, a border for a line.

    Raises
    ------
    GazetteerError
        When the row is not sound.
    """
    name = _name(cells.get("name", ""), where)
    told = f"{where} ({name!r})"
    shape, mended = None, False
    if geometry is None:
        point = _position(cells, told)
    else:
        point, shape, mended = _drawn(geometry, told)
    check_degrees(*point, told)
    chosen = _kind(cells.get("kind", ""), told) or kind or _usual(geometry)
    ident = _id(cells.get("id", ""), told)
    return OwnPlace(
        where=told,
        id=ident or made_id(name, None if shape is not None else point),
        is_made=not ident,
        name=name,
        kind=chosen,
        lat=point[0],
        lon=point[1],
        country=_country(cells.get("country", ""), told),
        admin1=cells.get("admin1", ""),
        names=_names(cells.get("names", ""), told),
        population=_population(cells.get("population", ""), told),
        parent=_id(cells.get("parent", ""), told) or None,
        shape=shape,
        is_mended=mended,
    )


def made_id(name: str, point: tuple[float, float] | None) -> str:
    """Give the id of a place whose row has none: the same as long as name and position stay.

    The position (lat, lon), to about a kilometre, tells villages of one name apart; a boundary,
    which gives None, may be drawn anew.
    """
    slug = name_key(name).replace(" ", "-")
    return f"{_PREFIX}{slug}" if point is None else f"{_PREFIX}{slug}-{_hundredths(point)}"


def _hundredths(point: tuple[float, float]) -> str:
    return "-".join(str(round(degrees * 100)) for degrees in point)


def check_degrees(lat: float, lon: float, told: str) -> None:
    """Refuse a position that is not on Earth, and say what is likely wrong with it.

    Raises
    ------
    GazetteerError
        When it is none.
    """
    if math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90.0 and abs(lon) <= 180.0:
        return
    if math.isfinite(lat) and abs(lon) <= 90.0 < abs(lat) <= 180.0:
        remedy = "latitude and longitude look swapped: lat is the one up to 90"
    else:
        remedy = "these are no degrees; give the coordinate system of the file with --crs"
    msg = f"{told}: latitude {lat:g}, longitude {lon:g} is no place on Earth; {remedy}."
    raise GazetteerError(msg)


def _position(cells: Mapping[str, str], told: str) -> tuple[float, float]:
    if not cells.get("lat") or not cells.get("lon"):
        msg = f"{told} has no position: it needs lat and lon, or wkt."
        raise GazetteerError(msg)
    try:
        return float(cells["lat"]), float(cells["lon"])
    except ValueError as error:
        msg = f"{told}: lat {cells['lat']!r}, lon {cells['lon']!r} are not both numbers."
        raise GazetteerError(msg) from error


def _drawn(geometry: "BaseGeometry", told: str) -> tuple[tuple[float, float], bytes | None, bool]:
    """Give the point that stands for a geometry, the shape, and whether it was mended."""
    import shapely

    if geometry.is_empty:
        msg = f"{told} has an empty geometry."
        raise GazetteerError(msg)
    if shapely.get_num_coordinates(geometry) > MOST_CORNERS:
        msg = f"{told} has more than {MOST_CORNERS} corners; simplify it first."
        raise GazetteerError(msg)
    geometry = shapely.force_2d(geometry)
    west, south, east, north = geometry.bounds
    for lat, lon in ((south, west), (north, east)):
        check_degrees(lat, lon, told)
    if geometry.geom_type == "Point":
        return (south, west), None, False
    if geometry.geom_type not in _AREAS | _LINES:
        msg = f"{told} is a {geometry.geom_type}; a place is a point, a line or a polygon."
        raise GazetteerError(msg)
    shape = _sound(geometry, told)
    middle = shapely.point_on_surface(shape)
    return (middle.y, middle.x), shapely.to_wkb(shape), shape is not geometry


def _sound(geometry: "BaseGeometry", told: str) -> "BaseGeometry":
    """Give a valid shape of the same dimension."""
    import shapely

    if geometry.is_valid:
        return geometry
    reason = shapely.is_valid_reason(geometry)
    mended = shapely.make_valid(geometry)
    wanted = shapely.get_dimensions(geometry)
    parts = [
        part
        for piece in shapely.get_parts(mended)
        for part in shapely.get_parts(piece)
        if shapely.get_dimensions(part) == wanted
    ]
    if not parts:
        msg = f"{told} has a geometry that cannot be mended: {reason}."
        raise GazetteerError(msg)
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def _usual(geometry: "BaseGeometry | None") -> Kind:
    if geometry is None or geometry.geom_type == "Point":
        return Kind.SETTLEMENT
    return Kind.BORDER if geometry.geom_type in _LINES else Kind.AREA


def _name(name: str, where: str) -> str:
    name = " ".join(name.split(" ")).strip()
    if not name:
        msg = f"{where} has no name."
        raise GazetteerError(msg)
    if not name.isprintable() or len(name) > _LONGEST or not name_key(name):
        msg = f"{where}: {name[:_LONGEST]!r} is no name: it has control characters, no letter or "
        raise GazetteerError(f"{msg}more than {_LONGEST} characters.")
    return name


def _names(cell: str, told: str) -> frozenset[str]:
    names = [name.strip() for name in cell.split("|") if name.strip()]
    if len(names) > _MOST_NAMES:
        msg = f"{told} has more than {_MOST_NAMES} names."
        raise GazetteerError(msg)
    return frozenset(_name(name, told) for name in names)


def _kind(cell: str, told: str) -> Kind | None:
    if not cell:
        return None
    try:
        return Kind(cell.lower())
    except ValueError as error:
        msg = f"{told}: kind {cell!r} is none of {', '.join(Kind)}."
        raise GazetteerError(msg) from error


def _country(cell: str, told: str) -> str | None:
    if not cell:
        return None
    if len(cell) != 2 or not cell.isascii() or not cell.isalpha():
        msg = f"{told}: country {cell!r} is no two-letter code (ISO 3166-1), such as UA."
        raise GazetteerError(msg)
    return cell.upper()


def _population(cell: str, told: str) -> int:
    try:
        people = float(cell or 0)
    except ValueError as error:
        msg = f"{told}: population {cell!r} is no number."
        raise GazetteerError(msg) from error
    if not 0.0 <= people < 1e10:
        msg = f"{told}: population {cell!r} is no number of people."
        raise GazetteerError(msg)
    return round(people)


def _id(cell: str, told: str) -> str:
    """Give an id as the gazetteer has it: one without a prefix is the user's own."""
    if not cell:
        return ""
    if not cell.isprintable() or len(cell) > _LONGEST or set(cell) & set("#+ "):
        msg = f"{told}: id {cell[:_LONGEST]!r} must have no blanks, no # and no +."
        raise GazetteerError(msg)
    ident = cell if ":" in cell else f"{_PREFIX}{cell}"
    if ident.startswith("union:"):
        msg = f"{told}: id {cell!r} is kept for places that are put together."
        raise GazetteerError(msg)
    return ident
