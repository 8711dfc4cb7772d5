"""Distances on the Earth, taken as a sphere.

In and out: degrees (WGS 84) and kilometres. Off by at most 0.6 % against the ellipsoid. Nothing
goes wrong here.
"""

import math

from mapper.gazetteer import schema

# Mean radius (IUGG).
_EARTH_RADIUS_KM = 6371.0088


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Measure the great-circle distance of two points in degrees, on a sphere (haversine)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def cell_rows(lat: float, lon: float, radius_km: float) -> list[tuple[int, int]]:
    """Give the ranges of cells that a circle can touch, row by row; the date line splits a row."""
    reach_lat = math.degrees(radius_km / _EARTH_RADIUS_KM)
    widest = min(89.9, max(abs(lat - reach_lat), abs(lat + reach_lat)))
    reach_lon = min(180.0, reach_lat / math.cos(math.radians(widest)))
    size = schema.CELL_DEGREES
    rows = range(
        int((max(-90.0, lat - reach_lat) + 90.0) / size),
        int((min(90.0, lat + reach_lat) + 90.0) / size) + 1,
    )
    west, east = lon - reach_lon + 180.0, lon + reach_lon + 180.0
    if east - west >= 360.0:
        spans = [(0.0, 359.99)]
    elif west < 0.0:
        spans = [(west + 360.0, 359.99), (0.0, east)]
    elif east >= 360.0:
        spans = [(west, 359.99), (0.0, east - 360.0)]
    else:
        spans = [(west, east)]
    return [
        (row * schema.CELLS_ROUND + int(a / size), row * schema.CELLS_ROUND + int(b / size))
        for row in rows
        for a, b in spans
    ]


def offset_position(
    lat: float, lon: float, distance_km: float, bearing_deg: float
) -> tuple[float, float]:
    """Go `distance_km` on the great circle that starts in `bearing_deg` (clockwise from north).

    On a sphere: off by at most 0.6 % of the distance, far below what "some 12 km south" can mean.

    Returns
    -------
    Latitude and longitude in degrees.
    """
    angle = distance_km / _EARTH_RADIUS_KM
    phi, bearing = math.radians(lat), math.radians(bearing_deg)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(bearing)
    there = math.asin(max(-1.0, min(1.0, sine)))
    turn = math.atan2(
        math.sin(bearing) * math.sin(angle) * math.cos(phi),
        math.cos(angle) - math.sin(phi) * math.sin(there),
    )
    return math.degrees(there), (lon + math.degrees(turn) + 180.0) % 360.0 - 180.0
