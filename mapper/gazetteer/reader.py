"""Look places up in the gazetteer file.

In: a name, an id, a point. Out: `Place`s and `Match`es; not found is None or an empty tuple. The
file is opened read-only, never loaded: opening takes about a millisecond. A missing file
or one of another version raises `GazetteerError`.
"""

import functools
import math
import os
import sqlite3
import weakref
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from mapper.errors import GazetteerError
from mapper.gazetteer import contain, schema
from mapper.gazetteer.model import Kind, Match, Place
from mapper.gazetteer.names import name_key
from mapper.gazetteer.ranking import MATCHES_KEPT, rank
from mapper.gazetteer.sphere import cell_rows, distance_km, offset_position

_MADE_AT_MOST = 512
_UNION = "union:"
BUNDLED = Path(__file__).resolve().parents[1] / "data" / "gazetteer.sqlite"
_ENVIRONMENT = "MAPPER_GAZETTEER"
_REMEDY = (
    "build one with 'mapper gazetteer build', the bundled one with "
    "'python -m mapper.gazetteer.build'"
)

_COLUMNS = """
    p.n, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.parent, p.population, p.prior,
    a.id, a.name, b.id, b.name, s.wkb, s.approximate
"""
_JOINS = """
    LEFT JOIN place a ON a.n = p.admin1
    LEFT JOIN place b ON b.n = p.admin2
    LEFT JOIN shape s ON s.place = p.n
"""
# The places of a name, and behind them one of a longer name that begins with its words: keys hold
# letters, digits and single spaces, and nothing sorts between " " and "!".
_BY_NAME = (
    "SELECT key, place, naming, prior, name FROM name JOIN place ON n = place "
    "WHERE key >= ? AND key < ? ORDER BY key"
)
_BY_NUMBER = f"SELECT {_COLUMNS} FROM place p {_JOINS} WHERE p.n = ?"

# How far the next settlement may be that tells in which region a point lies.
_LAND_RADIUS_KM = 30.0
# Below this (0 to 100) two spellings are no variants: "Pokrovsk" and "Petrovsk" are 75 alike.
_SUGGESTED_SCORE = 72.0
# These hold what is filed under them and nothing else.
_DIVISIONS = frozenset({Kind.COUNTRY, Kind.REGION})

# No name or id comes near these; what is longer is hostile and must not fill caches or the stack.
_LONGEST_KEY = 200
_LONGEST_ID = 2_000
_MOST_DERIVATIONS = 8

# Pages of the file in memory. The system keeps the others at hand; mapped into the process, which
# is no faster, they would count as its own: 100 MB more with three million places.
_CACHE_KIB = 4_000

_CACHED_PLACES = 20_000
_CACHED_NAMES = 30_000
_CACHED_CAPITALS = 1_000
_CACHED_IDS = 1_000


class Gazetteer:
    """An open gazetteer; make one with `Gazetteer.open`.

    The same question always has the same answer in the same order. Not to be shared by threads.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        # Caches belong to the instance, so that two gazetteers never mix and both can be freed.
        self._place_by_number = functools.lru_cache(_CACHED_PLACES)(self._read_place)
        self._named_by_key = functools.lru_cache(_CACHED_NAMES)(self._read_named)
        self._country_by_code = functools.lru_cache(512)(self._read_country)
        self._number_by_id = functools.lru_cache(_CACHED_IDS)(self._read_number)
        self._capital_by_id = functools.lru_cache(_CACHED_CAPITALS)(self._read_capital)
        # A gazetteer that nobody closes is closed with the object: Python 3.13 complains otherwise.
        weakref.finalize(self, connection.close)
        self._made: dict[tuple[str, str], Place] = {}

    @classmethod
    def open(cls, path: str | Path | None = None) -> Self:
        """Open the file at `path`, else the one that `MAPPER_GAZETTEER` names, else the bundled.

        Raises
        ------
        GazetteerError
            When there is no such file, it is no gazetteer, or one of another version.
        """
        chosen = Path(path or os.environ.get(_ENVIRONMENT) or BUNDLED)
        if not chosen.is_file():
            msg = f"No gazetteer at {str(chosen)!r}; {_REMEDY}."
            raise GazetteerError(msg)
        try:
            uri = f"{chosen.resolve().as_uri()}?immutable=1"
            # Whichever thread frees the object closes the file, also that of a thread that ended.
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        except sqlite3.Error as error:
            msg = f"{str(chosen)!r} is not a gazetteer: {error}"
            raise GazetteerError(msg) from error
        if version != schema.VERSION:
            connection.close()
            msg = (
                f"Gazetteer {str(chosen)!r} has version {version}, this program reads "
                f"{schema.VERSION}; {_REMEDY}."
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
        weights of one look-up sum to 1. At most 256 places are given.
        """
        key = name_key(name)
        return self._named_by_key(key)[0] if len(key) <= _LONGEST_KEY else ()

    def has_prefix(self, name: str) -> bool:
        """Tell whether a longer name begins with the words of `name`: "San" yes, "Kharki" no."""
        return self.lookup_longer(name)[1]

    def lookup_longer(self, name: str) -> tuple[tuple[Match, ...], bool]:
        """Do what `lookup` and `has_prefix` do with a name, at once."""
        key = name_key(name)
        return self._named_by_key(key) if len(key) <= _LONGEST_KEY else ((), False)

    def place(self, ident: str) -> Place | None:
        """Give the place with the id `ident`, also a derived one such as `geonames:690791#south`.

        A union is given without its name: "Sumy and Poltava" comes back as its parts joined by "+".
        """
        if not _is_id(ident):
            return None
        if ident.startswith(_UNION):
            parts = [self.place(part) for part in ident.removeprefix(_UNION).split("+")]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            return self.union_of(known, " + ".join(part.name for part in known))
        base, mark, derivation = ident.rpartition("#")
        if mark:
            return self._derived(base, derivation)
        number = self._number_by_id(ident)
        return None if number is None else self._place_by_number(number)

    def country(self, code: str) -> Place | None:
        """Give the country with the ISO 3166-1 alpha-2 `code`, in either case."""
        # What is no code must neither fill the cache nor reach SQLite, which takes no surrogates.
        return self._country_by_code(code.upper()) if _is_code(code) else None

    def capital_of(self, place: Place) -> Place | None:
        """Give the capital of a country or the seat of a region, None when it is not known."""
        return self._capital_by_id(place.id)

    def contains(self, outer: Place, inner: Place) -> bool:
        """Tell whether `inner` lies in `outer`, as the gazetteer files it, else as shapes tell.

        A place contains itself. A point contains only what is filed as its part, as a city its
        districts.
        """
        filed = contain.contains_by_filing(outer, inner)
        if filed is not None:
            if filed or inner.parent is None or outer.kind in _DIVISIONS:
                return filed
            parent = self.place(inner.parent)
            return parent is not None and parent.id != inner.id and self.contains(outer, parent)
        return contain.contains_by_shape(outer, inner)

    def part_of(self, place: Place, direction: str) -> Place:
        """Cut the part of `place` in `direction`; see `mapper.gazetteer.derive.part_of`."""
        key = (place.id, direction)
        known = self._made.get(key)
        if known is None:
            from mapper.gazetteer import derive

            known = self._keep(key, derive.part_of(place, direction))
        return known

    def union_of(self, places: Iterable[Place], name: str) -> Place:
        """Join places into one area; see `mapper.gazetteer.derive.union_of`."""
        parts = tuple(places)
        key = ("+".join(sorted(part.id for part in parts)), name)
        known = self._made.get(key)
        if known is None:
            from mapper.gazetteer import derive

            known = self._keep(key, derive.union_of(parts, name))
        return known

    def _keep(self, key: tuple[str, str], place: Place) -> Place:
        """Keep a derived place: its shape takes milliseconds to make."""
        if len(self._made) >= _MADE_AT_MOST:
            self._made.clear()
        self._made[key] = place
        return place

    def offset_point(self, place: Place, distance_km: float, bearing_deg: float) -> Place:
        """Make the point so far from `place`; the settlement nearest to it tells its region.

        Parameters
        ----------
        bearing_deg
            Degrees clockwise from north.
        """
        from mapper.gazetteer import derive

        lat, lon = offset_position(place.lat, place.lon, distance_km, bearing_deg)
        near = self.near(lat, lon, _LAND_RADIUS_KM)
        return derive.offset_point(place, distance_km, bearing_deg, land=near[0] if near else None)

    def suggest(self, name: str, limit: int = 5) -> list[Place]:
        """Find places whose name is spelt much like `name`, likeliest first: for a name not found.

        The first letter must be right, or nearly all of the rest.
        """
        from rapidfuzz import fuzz, process

        key = name_key(name)
        if not 0 < len(key) <= _LONGEST_KEY:
            return []
        rows = self._connection.execute(
            "SELECT DISTINCT key FROM name WHERE key >= ? AND key < ? "
            "AND length(key) BETWEEN ? AND ?",
            (key[0], chr(min(ord(key[0]) + 1, 0x10FFFF)), len(key) - 2, len(key) + 2),
        )
        near = process.extract(
            key,
            [row[0] for row in rows],
            scorer=fuzz.ratio,
            score_cutoff=_SUGGESTED_SCORE,
            limit=limit * 8,
        )
        found: dict[str, tuple[float, Place]] = {}
        for similar, score, _ in near:
            for match in self.lookup(similar)[:1]:
                weight = score + 4.0 * math.log10(1 + match.place.population)
                found.setdefault(match.place.id, (weight, match.place))
        ranked = sorted(found.values(), key=lambda item: (-item[0], item[1].id))
        return [place for _, place in ranked[:limit]]

    def border_between(self, one: str, other: str) -> Place | None:
        """Give the land border of two countries, by their alpha-2 codes in either order."""
        first, second = sorted((one.upper(), other.upper()))
        return self.place(f"mapper:border-{first}-{second}")

    def neighbours(self, code: str) -> tuple[str, ...]:
        """Give the alpha-2 codes of the countries with a land border with `code`, in order."""
        if not _is_code(code):
            return ()
        rows = self._connection.execute(
            "SELECT other FROM neighbour WHERE one = ? ORDER BY other", (code.upper(),)
        )
        return tuple(row[0] for row in rows)

    def near(
        self,
        lat: float,
        lon: float,
        radius_km: float,
        kinds: Collection[Kind] = (Kind.SETTLEMENT,),
        *,
        least_population: int = 0,
    ) -> list[Place]:
        """Find places of `kinds` whose point lies within `radius_km`, nearest first.

        Those of less than `least_population` people are left out; with a large gazetteer this
        saves most of the time.
        """
        found = []
        for first, last in cell_rows(lat, lon, radius_km):
            for kind in kinds:
                rows = self._connection.execute(
                    "SELECT n, lat, lon FROM place WHERE kind = ? AND cell BETWEEN ? AND ? "
                    "AND population >= ?",
                    (schema.KIND_NUMBER[kind], first, last, least_population),
                )
                for number, place_lat, place_lon in rows:
                    distance = distance_km(
                        lat, lon, place_lat / schema.DEGREE, place_lon / schema.DEGREE
                    )
                    if distance <= radius_km:
                        found.append((distance, number))
        return [self._place_by_number(number) for _, number in sorted(found)]

    def info(self) -> dict[str, Any]:
        """Tell the file's path, version, sources, and its places by kind and by country."""
        kinds = self._connection.execute(
            "SELECT kind, count(*) FROM place GROUP BY kind ORDER BY kind"
        )
        countries = self._connection.execute(
            "SELECT country, count(*) FROM place WHERE country IS NOT NULL "
            "GROUP BY country ORDER BY count(*) DESC, country"
        )
        return {
            "path": str(self.path),
            "version": schema.VERSION,
            "names": self._connection.execute("SELECT count(*) FROM name").fetchone()[0],
            "kinds": {str(schema.KINDS[kind]): count for kind, count in kinds},
            "countries": dict(countries.fetchall()),
            **dict(self._connection.execute("SELECT key, value FROM meta ORDER BY key")),
        }

    def _read_number(self, ident: str) -> int | None:
        row = self._connection.execute(
            "SELECT n FROM place WHERE id = ?", (schema.pack_id(ident),)
        ).fetchone()
        return None if row is None else int(row[0])

    def _derived(self, base: str, derivation: str) -> Place | None:
        place = self.place(base)
        if place is None:
            return None
        from mapper.gazetteer import derive

        if derivation in derive.DIRECTIONS:
            return derive.part_of(place, derivation)
        offset = derive.read_offset(derivation)
        return None if offset is None else self.offset_point(place, *offset)

    def _read_named(self, key: str) -> tuple[tuple[Match, ...], bool]:
        """Read the places of a name, and whether a longer name begins with its words."""
        if not key:
            return (), False
        rows = []
        longer = False
        for filed, number, naming, prior, name in self._connection.execute(
            _BY_NAME, (key, f"{key}!")
        ):
            longer = filed != key
            if longer:
                break
            rows.append((number, naming, prior, name))
        return self._matches(key, rows) if rows else (), longer

    def _matches(self, key: str, rows: list[tuple[int, int, int, str]]) -> tuple[Match, ...]:
        scored = rank(key, rows)
        total = sum(score for score, _, _ in scored)
        return tuple(
            Match(
                place=self._place_by_number(number),
                naming="demonym" if naming == schema.DEMONYM else "name",
                weight=score / total,
                preferred=naming == schema.PREFERRED,
            )
            for score, number, naming in scored[:MATCHES_KEPT]
        )

    def _read_capital(self, ident: str) -> Place | None:
        number = self._number_by_id(ident)
        if number is None:
            return None
        row = self._connection.execute(
            "SELECT capital FROM place WHERE n = ?", (number,)
        ).fetchone()
        return None if row[0] is None else self._place_by_number(row[0])

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
        id=schema.unpack_id(row[1]),
        name=row[2],
        kind=kind,
        lat=row[4] / schema.DEGREE,
        lon=row[5] / schema.DEGREE,
        country=row[6],
        parent=_id_or_none(row[7]),
        population=row[8],
        admin1_id=_id_or_none(row[1] if is_region else row[10]),
        admin1=row[2] if is_region else row[11],
        admin2_id=_id_or_none(row[1] if is_subregion else row[12]),
        admin2=row[2] if is_subregion else row[13],
        shape=None if row[14] is None else zlib.decompress(row[14]),
        approximate=bool(row[15]),
    )


def _is_code(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isalpha()


def _is_id(ident: str) -> bool:
    """Tell whether a text can be an id: no id has lone surrogates, is endless or derived often."""
    return (
        len(ident) <= _LONGEST_ID and ident.count("#") <= _MOST_DERIVATIONS and ident.isprintable()
    )


def _id_or_none(packed: int | str | None) -> str | None:
    return None if packed is None else schema.unpack_id(packed)
