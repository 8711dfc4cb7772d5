"""Shapes that cross the line where longitude 180 meets -180.

In: shapely geometries in degrees, longitude first. Out: the same ground with all longitudes from
-180 to 180, in two parts where a shape crosses the line (RFC 7946, 3.1.9), and boxes of what is on
both sides (5.2). Nothing can go wrong.
"""

from collections.abc import Iterable
from typing import Any

_ROUND = 360.0
_HALF = 180.0
# A step this long is the edge of a shape that goes round the world, such as that of Antarctica
# along the pole, and crosses nothing.
_WHOLE_ROUND = 359.0


def within(lon: float) -> float:
    """Give the same meridian as a longitude from -180 to 180."""
    return lon if -_HALF <= lon <= _HALF else (lon + _HALF) % _ROUND - _HALF


def unwrapped(geometry: Any) -> Any:
    """Give a shape that jumps from one side of the map to the other as one without the jump.

    Such a shape has longitudes beyond 180 then. It is taken to jump where a step is longer than
    half the way round and the shape without it is narrower.
    """
    import shapely

    west, _, east, _ = geometry.bounds
    if east - west <= _HALF:
        return geometry
    parts = [_unwrapped_part(part) for part in shapely.get_parts(geometry)]
    if len(parts) == 1:
        return parts[0]
    return type(geometry)(parts)


def _unwrapped_part(part: Any) -> Any:
    import shapely

    if part.geom_type == "LineString":
        return shapely.LineString(_steps(part.coords))
    if part.geom_type != "Polygon":
        return part
    outer = _steps(part.exterior.coords)
    # A ring that does not come back to where it began goes round a pole.
    if outer[0] != outer[-1]:
        return part
    shell = shapely.Polygon(outer)
    if shell.bounds[2] - shell.bounds[0] >= part.bounds[2] - part.bounds[0]:
        return part
    holes = []
    for ring in part.interiors:
        steps = _steps(ring.coords)
        # A hole lies on the side of its shell.
        away = round((shell.centroid.x - steps[0][0]) / _ROUND) * _ROUND
        holes.append([(lon + away, lat) for lon, lat in steps])
    return shapely.Polygon(shell.exterior.coords, holes)


def _steps(coords: Iterable[tuple[float, ...]]) -> list[tuple[float, float]]:
    steps: list[tuple[float, float]] = []
    away = 0.0
    before: float | None = None
    for lon, lat, *_ in coords:
        if before is not None and _HALF < abs(lon - before) < _WHOLE_ROUND:
            away += _ROUND if lon < before else -_ROUND
        before = lon
        steps.append((lon + away, lat))
    return steps


def cut(geometry: Any) -> Any:
    """Cut what lies beyond 180 or -180 degrees off, and put it on the other side."""
    import shapely
    import shapely.affinity

    west, south, east, north = geometry.bounds
    if west >= -_HALF and east <= _HALF and south >= -90.0 and north <= 90.0:
        return geometry
    pieces = []
    for turn in (-_ROUND, 0.0, _ROUND):
        window = shapely.box(turn - _HALF, -90.0, turn + _HALF, 90.0)
        piece = shapely.intersection(geometry, window)
        for part in shapely.get_parts(piece):
            # What only touches the line is no part of the other side.
            if not part.is_empty and shapely.get_dimensions(part) == shapely.get_dimensions(
                geometry
            ):
                pieces.append(shapely.affinity.translate(part, xoff=-turn))
    return shapely.union_all(pieces)


Box = tuple[float, float, float, float]


def box_of(boxes: Iterable[Box]) -> Box | None:
    """Give the box (west, south, east, north) around others; None when there is none.

    West is larger than east when the box crosses the antimeridian: where the others, taken
    together, are then no wider than half of what they would be otherwise.
    """
    found = list(boxes)
    if not found:
        return None
    south, north = min(box[1] for box in found), max(box[3] for box in found)
    spans = sorted(
        span
        for west, _, east, _ in found
        for span in ([(west, east)] if west <= east else [(west, _HALF), (-_HALF, east)])
    )
    west, east = spans[0][0], max(span[1] for span in spans)
    gap, after, before = 0.0, west, east
    reach = spans[0][1]
    for left, right in spans[1:]:
        if left - reach > gap:
            gap, before, after = left - reach, reach, left
        reach = max(reach, right)
    if gap and (_ROUND - gap) * 2 <= east - west:
        return after, south, before, north
    return west, south, east, north


def box_of_geometry(geometry: dict[str, Any]) -> Box:
    """Give the box of a GeoJSON geometry, of which each part lies on one side of the line."""
    import shapely.geometry

    shape = shapely.geometry.shape(geometry)
    parts: list[Box] = [part.bounds for part in getattr(shape, "geoms", [shape])]
    box = box_of(parts)
    return shape.bounds if box is None else box
