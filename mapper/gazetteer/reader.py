"""Look places up in the gazetteer file.

In: a name, an id, a point. Out: `Place`s and `Match`es; not found is None or an empty tuple. The file
is opened read-only and mapped, never loaded: opening takes about a millisecond. A missing file or one
of another version raises `GazetteerError`.
"""

import collections
import functools
import math
import os
import sqlite3
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from mapper.errors import GazetteerError
from mapper.gazetteer import schema
from mapper.gazetteer.model import Kind, Match, Place
from mapper.gazetteer.names import name_key

_BUNDLED = Path(__file__).resolve().parents[1] / "data" / "gazetteer.sqlite"
_ENVIRONMENT = "MAPPER_GAZETTEER"

_COLUMNS = """
    p.n, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.parent, p.population, p.prior,
    a.id, a.name, b.id, b.name, s.wkb, s.approximate
"""
_JOINS = """
    LEFT JOIN place a ON a.n = p.admin1
    LEFT JOIN place b ON b.n = p.admin2
    LEFT JOIN shape s ON s.place = p.n
"""
_BY_NAME = "SELECT place, naming FROM name WHERE key = ?"
_BY_NUMBER = f"SELECT {_COLUMNS} FROM place p {_JOINS} WHERE p.n = ?"
_BY_PLACE_ID = f"SELECT {_COLUMNS} FROM place p {_JOINS} WHERE p.id = ?"
_PRIORS = "SELECT prior FROM place WHERE n = ?"

# An alternate name is often of another language or age, or wrong; that of a village nearly always is.
# Set so that a village of 800 called "Paris" by one list weighs less than a thousandth of Paris.
_ALTERNATE_FACTOR = 0.4
_ALTERNATE_OF_SMALL_FACTOR = 0.05
_SMALL_PRIOR = 5_000
# What follows these is not worth ranking; the commonest names (San Antonio) have over 400 places.
_MATCHES_KEPT = 64

_EARTH_RADIUS_KM = 6371.0088
_CACHED_PLACES = 20_000
_CACHED_NAMES = 30_000


class Gazetteer:
    """An open gazetteer; make one with `Gazetteer.open`.

    The same question always has the same answer in the same order. Not to be shared by threads.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        # Caches belong to the instance, so that two gazetteers never mix and both can be freed.
        self._place_by_number = functools.lru_cache(_CACHED_PLACES)(self._read_place)
        self._matches_by_key = functools.lru_cache(_CACHED_NAMES)(self._read_matches)
        self._prefix_by_key = functools.lru_cache(_CACHED_NAMES)(self._read_prefix)
        self._country_by_code = functools.lru_cache(512)(self._read_country)

    @classmethod
    def open(cls, path: str | Path | None = None) -> Self:
        """Open the gazetteer at `path`, else the one that `MAPPER_GAZETTEER` names, else the bundled.

        Raises
        ------
        GazetteerError
            When there is no such file, it is no gazetteer, or one of another version.
        """
        chosen = Path(path or os.environ.get(_ENVIRONMENT) or _BUNDLED)
        if not chosen.is_file():
            msg = f"No gazetteer at {str(chosen)!r}; build one with 'python -m mapper.gazetteer.build'."
            raise GazetteerError(msg)
        try:
            connection = sqlite3.connect(f"{chosen.resolve().as_uri()}?immutable=1", uri=True)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute("PRAGMA mmap_size = 268435456")
        except sqlite3.Error as error:
            msg = f"{str(chosen)!r} is not a gazetteer: {error}"
            raise GazetteerError(msg) from error
        if version != schema.VERSION:
            connection.close()
            msg = (
                f"Gazetteer {str(chosen)!r} has version {version}, this program reads "
                f"{schema.VERSION}; build it anew with 'python -m mapper.gazetteer.build'."
            )
            raise GazetteerError(msg)
        return cls(chosen, connection)

    def close(self) -> None:
        """Close the file; the gazetteer answers no more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def lookup(self, name: str) -> tuple[Match, ...]:
        """Find all places called `name`, likeliest first; spelling is compared by `name_key`.

        People and adjectives ("Ukrainian") find their place too, with `naming` "demonym". The
        weights of one look-up sum to 1. At most 64 places are given.
        """
        return self._matches_by_key(name_key(name))

    def has_prefix(self, name: str) -> bool:
        """Tell whether a longer name begins with the words of `name`: "San" does, "Kharki" does not."""
        return self._prefix_by_key(name_key(name))

    def place(self, ident: str) -> Place | None:
        """Give the place with the id `ident`, also a derived one such as `geonames:690791#south`."""
        row = self._connection.execute("SELECT n FROM place WHERE id = ?", (ident,)).fetchone()
        if row is not None:
            return self._place_by_number(row[0])
        return None

    def country(self, code: str) -> Place | None:
        """Give the country with the ISO 3166-1 alpha-2 `code`, in either case."""
        return self._country_by_code(code.upper())

    def capital_of(self, place: Place) -> Place | None:
        """Give the capital of a country or the seat of a region, None when it is not known."""
        row = self._connection.execute(
            "SELECT capital FROM place WHERE id = ?", (place.id,)
        ).fetchone()
        return None if row is None or row[0] is None else self._place_by_number(row[0])

    def border_between(self, one: str, other: str) -> Place | None:
        """Give the land border of two countries, by their alpha-2 codes in either order."""
        first, second = sorted((one.upper(), other.upper()))
        return self.place(f"mapper:border-{first}-{second}")

    def neighbours(self, code: str) -> tuple[str, ...]:
        """Give the alpha-2 codes of the countries with a land border with `code`, in order."""
        rows = self._connection.execute(
            "SELECT other FROM neighbour WHERE one = ? ORDER BY other", (code.upper(),)
        )
        return tuple(row[0] for row in rows)

    def near(
        self, lat: float, lon: float, radius_km: float, kinds: Collection[Kind] = (Kind.SETTLEMENT,)
    ) -> list[Place]:
        """Find places of `kinds` whose representative point lies within `radius_km`, nearest first."""
        wanted = {schema.KIND_NUMBER[kind] for kind in kinds}
        found = []
        for cells in _cell_rows(lat, lon, radius_km):
            rows = self._connection.execute(
                "SELECT n, kind, lat, lon FROM place WHERE cell BETWEEN ? AND ?", cells
            )
            for number, kind, place_lat, place_lon in rows:
                if kind in wanted:
                    distance = distance_km(lat, lon, place_lat, place_lon)
                    if distance <= radius_km:
                        found.append((distance, number))
        return [self._place_by_number(number) for _, number in sorted(found)]

    def info(self) -> dict[str, Any]:
        """Tell the file's path, version, sources, and how many places of each kind it has."""
        kinds = self._connection.execute(
            "SELECT kind, count(*) FROM place GROUP BY kind ORDER BY kind"
        )
        return {
            "path": str(self.path),
            "version": schema.VERSION,
            "names": self._connection.execute("SELECT count(*) FROM name").fetchone()[0],
            "kinds": {str(schema.KINDS[kind]): count for kind, count in kinds},
            **dict(self._connection.execute("SELECT key, value FROM meta ORDER BY key")),
        }

    def _read_matches(self, key: str) -> tuple[Match, ...]:
        if not key:
            return ()
        scored = []
        for number, naming in self._connection.execute(_BY_NAME, (key,)).fetchall():
            prior = self._connection.execute(_PRIORS, (number,)).fetchone()[0]
            scored.append((_weigh(prior, naming), number, naming))
        total = sum(score for score, _, _ in scored)
        scored.sort(key=lambda item: (-item[0], item[1], item[2]))
        return tuple(
            Match(
                place=self._place_by_number(number),
                naming="demonym" if naming == schema.DEMONYM else "name",
                weight=score / total,
                preferred=naming == schema.PREFERRED,
            )
            for score, number, naming in scored[:_MATCHES_KEPT]
        )

    def _read_prefix(self, key: str) -> bool:
        if not key:
            return False
        row = self._connection.execute(
            # Keys hold letters, digits and single spaces, and nothing sorts between " " and "!".
            "SELECT 1 FROM name WHERE key >= ? AND key < ? LIMIT 1",
            (f"{key} ", f"{key}!"),
        ).fetchone()
        return row is not None

    def _read_country(self, code: str) -> Place | None:
        number = self._connection.execute(
            "SELECT n FROM place WHERE country = ? AND kind = 5", (code,)
        ).fetchone()
        return None if number is None else self._place_by_number(number[0])

    def _read_place(self, number: int) -> Place:
        row = self._connection.execute(_BY_NUMBER, (number,)).fetchone()
        return _place(row)


def _place(row: tuple[Any, ...]) -> Place:
    kind = schema.KINDS[row[3]]
    is_region = kind is Kind.REGION
    is_subregion = kind is Kind.SUBREGION
    return Place(
        id=row[1],
        name=row[2],
        kind=kind,
        lat=row[4],
        lon=row[5],
        country=row[6],
        parent=row[7],
        population=row[8],
        admin1_id=row[1] if is_region else row[10],
        admin1=row[2] if is_region else row[11],
        admin2_id=row[1] if is_subregion else row[12],
        admin2=row[2] if is_subregion else row[13],
        shape=None if row[14] is None else zlib.decompress(row[14]),
        approximate=bool(row[15]),
    )


def _weigh(prior: int, naming: int) -> float:
    if naming != schema.ALTERNATE:
        return prior
    return prior * (_ALTERNATE_OF_SMALL_FACTOR if prior < _SMALL_PRIOR else _ALTERNATE_FACTOR)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Measure the great-circle distance of two points in degrees, on a sphere (haversine)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _cell_rows(lat: float, lon: float, radius_km: float) -> list[tuple[int, int]]:
    """Give the ranges of cells that a circle can touch, row by row; the date line splits a row."""
    reach_lat = math.degrees(radius_km / _EARTH_RADIUS_KM)
    widest = min(89.9, max(abs(lat - reach_lat), abs(lat + reach_lat)))
    reach_lon = min(180.0, reach_lat / math.cos(math.radians(widest)))
    size = schema.CELL_DEGREES
    rows = range(
        int((max(-90.0, lat - reach_lat) + 90.0) / size), int((min(90.0, lat + reach_lat) + 90.0) / size) + 1
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
