"""Places that the gazetteer has under another id than a dump.

In: a kind, a point and the keys of a name. Out: the number of the gazetteer's place that is meant,
or None. Nothing goes wrong here.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from mapper.gazetteer import schema
from mapper.gazetteer.model import Kind
from mapper.gazetteer.sphere import distance_km

# How far apart two lists put one place: a facility by its gate or its middle, a lake anywhere.
_NEAR_KM = {
    Kind.SUBREGION: 30.0,
    Kind.WATER: 100.0,
    Kind.LANDFORM: 60.0,
    Kind.AREA: 100.0,
}
_NEAR_POINT_KM = 8.0
# What one list calls the district of a city is to the other its suburb, or a division.
_PARTS = frozenset({Kind.DISTRICT, Kind.SUBREGION})
_ALIKE = (
    _PARTS | {Kind.SETTLEMENT},
    frozenset({Kind.FACILITY}),
    frozenset({Kind.WATER}),
    frozenset({Kind.LANDFORM, Kind.AREA}),
)

_Row = tuple[int, int, int, int]


class Twins:
    """The places that can have a twin in a dump: those with ids of their own, and divisions.

    GeoNames has a division twice, as the district of a city and as an administrative unit.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._by_key: dict[str, list[_Row]] = {}
        rows = database.execute(
            "SELECT key, n, kind, lat, lon FROM place JOIN name ON place = n "
            "WHERE typeof(id) = 'text' AND naming != ?",
            (schema.DEMONYM,),
        )
        for key, *place in rows:
            self._by_key.setdefault(key, []).append(tuple(place))

    def find(
        self, kind: Kind, lat: float, lon: float, keys: Iterable[str]
    ) -> tuple[int, Kind] | None:
        """Find the nearest place of a like kind that goes by one of `keys`."""
        alike = next((group for group in _ALIKE if kind in group), frozenset({kind}))
        near = []
        for number, kind_number, its_lat, its_lon in self._called(kind, keys):
            its_kind = schema.KINDS[kind_number]
            reach = _NEAR_KM.get(kind, _NEAR_POINT_KM) if its_kind is kind else _NEAR_POINT_KM
            distance = distance_km(lat, lon, its_lat / schema.DEGREE, its_lon / schema.DEGREE)
            if its_kind in alike and distance <= reach:
                near.append((distance, number, its_kind))
        if not near:
            return None
        _, number, its_kind = min(near)
        return number, its_kind

    def _called(self, kind: Kind, keys: Iterable[str]) -> Iterator[_Row]:
        for key in keys:
            yield from self._by_key.get(key, ())
            if kind in _PARTS:
                yield from self._database.execute(
                    "SELECT n, kind, lat, lon FROM name JOIN place ON n = place "
                    "WHERE key = ? AND kind IN (?, ?) AND naming != ?",
                    (key, *(schema.KIND_NUMBER[part] for part in sorted(_PARTS)), schema.DEMONYM),
                )
