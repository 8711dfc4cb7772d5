"""Decode TopoJSON (https://github.com/topojson/topojson-specification) to shapely geometries."""

from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

Line = list[tuple[float, float]]


def decode_arcs(topology: dict[str, Any]) -> list[Line]:
    """Undo the quantisation: arcs as lists of (lon, lat) degrees."""
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(line)
    return arcs


def polygons(geometry: dict[str, Any], arcs: list[Line]) -> BaseGeometry:
    """Give a Polygon or MultiPolygon object of a topology as a valid shapely geometry."""
    members = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}
    parts = []
    for rings in members[geometry["type"]]:
        shell, *holes = [_ring(ring, arcs) for ring in rings]
        if len(shell) >= 4:
            parts.append(_polygon(shell, [hole for hole in holes if len(hole) >= 4]))
    return shapely.union_all(parts)


def _polygon(shell: Line, holes: list[Line]) -> BaseGeometry:
    """Make a polygon; one that crosses the date line is cut there."""
    unrolled = _unrolled(shell)
    # Antarctica has the pole as a side of its own, from one end of the world to the other.
    has_pole = min(lat for _, lat in shell) < -89.9
    if unrolled == shell or has_pole:
        return shapely.make_valid(shapely.Polygon(shell, holes))
    whole = shapely.make_valid(shapely.Polygon(unrolled))
    pieces = []
    for turn in (-360, 0, 360):
        piece = shapely.intersection(whole, shapely.box(turn - 180, -90, turn + 180, 90))
        pieces.append(shapely.transform(piece, lambda points, by=turn: points - (by, 0)))
    return shapely.union_all(pieces)


def _unrolled(ring: Line) -> Line:
    """Let longitudes go on beyond 180 degrees instead of jumping to the other side."""
    turn = 0
    line = ring[:1]
    for (before, _), (lon, lat) in zip(ring, ring[1:], strict=False):
        if abs(lon - before) > 180:
            turn += 360 if lon < before else -360
        line.append((lon + turn, lat))
    return line


def _ring(indexes: list[int], arcs: list[Line]) -> Line:
    ring: Line = []
    for index in indexes:
        # ~i is arc i backwards; the first point of each arc is the last of the one before.
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(line[1:] if ring else line)
    return ring
