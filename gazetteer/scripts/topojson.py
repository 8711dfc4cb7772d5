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
            parts.append(shapely.Polygon(shell, [hole for hole in holes if len(hole) >= 4]))
    return shapely.union_all([shapely.make_valid(part) for part in parts])


def _ring(indexes: list[int], arcs: list[Line]) -> Line:
    ring: Line = []
    for index in indexes:
        # ~i is arc i backwards; the first point of each arc is the last of the one before.
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(line[1:] if ring else line)
    return ring
