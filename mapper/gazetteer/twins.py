"""Places that the gazetteer has under an id of its own and GeoNames under a number.

In: a kind, a point and the keys of a name. Out: the number of the gazetteer's place that is meant,
or None. Nothing goes wrong here.
"""

import sqlite3

from mapper.gazetteer import schema
from mapper.gazetteer.model import Kind
from mapper.gazetteer.sphere import distance_km

# How far apart two lists put one place: a facility by its gate or its middle, a lake anywhere.
_NEAR_KM = {
    Kind.FACILITY: 8.0,
    Kind.DISTRICT: 8.0,
    Kind.SETTLEMENT: 8.0,
    Kind.SUBREGION: 30.0,
    Kind.WATER: 100.0,
    Kind.LANDFORM: 60.0,
    Kind.AREA: 100.0,
}
# What one list calls the district of a city is to the other its suburb, or its second-order
# division.
_ALIKE = (
    frozenset({Kind.DISTRICT, Kind.SETTLEMENT, Kind.SUBREGION}),
    frozenset({Kind.FACILITY}),
    frozenset({Kind.WATER}),
    frozenset({Kind.LANDFORM, Kind.AREA}),
)


class Twins:
    """The places with ids of their own, by name."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._by_key: dict[str, list[tuple[int, Kind, float, float]]] = {}
        rows = database.execute(
            "SELECT key, n, kind, lat, lon FROM place JOIN name ON place = n "
            "WHERE typeof(id) = 'text' AND naming != ?",
            (schema.DEMONYM,),
        )
        for key, number, kind, lat, lon in rows:
            place = (number, schema.KINDS[kind], lat / schema.DEGREE, lon / schema.DEGREE)
            self._by_key.setdefault(key, []).append(place)

    def find(self, kind: Kind, lat: float, lon: float, keys: set[str]) -> tuple[int, Kind] | None:
        """Find the nearest place of a like kind that goes by one of `keys`."""
        alike = next((group for group in _ALIKE if kind in group), frozenset({kind}))
        near = [
            (distance, number, its_kind)
            for key in keys
            for number, its_kind, its_lat, its_lon in self._by_key.get(key, ())
            if its_kind in alike
            and (distance := distance_km(lat, lon, its_lat, its_lon)) <= _NEAR_KM.get(kind, 0.0)
        ]
        if not near:
            return None
        _, number, its_kind = min(near)
        return number, its_kind
