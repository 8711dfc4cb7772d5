"""Rows of a gazetteer that is being extended: places, names, and what follows from them.

In: an open working copy (`working.working_copy`) and rows. Out: the rows in its tables. Names are
staged and merged in order at the end: a name a time would be a random page of the file a time.
"""

import collections
import heapq
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from mapper.gazetteer import schema
from mapper.gazetteer.model import Kind
from mapper.gazetteer.ranking import MATCHES_KEPT, rank
from mapper.gazetteer.sphere import cell_rows, distance_km

# A part of a city lies this near its middle, and the city has so many people; nearer and larger
# ones are likelier.
_CITY_KM = 15.0
_CITY_PEOPLE = 20_000

_PLACE = f"INSERT INTO place VALUES ({', '.join('?' * 14)})"
_DISTRICT = schema.KIND_NUMBER[Kind.DISTRICT]
_SETTLEMENT = schema.KIND_NUMBER[Kind.SETTLEMENT]


def next_number(database: sqlite3.Connection) -> int:
    """Give the first number that no place has."""
    return int(database.execute("SELECT coalesce(max(n), 0) + 1 FROM place").fetchone()[0])


def begin(database: sqlite3.Connection) -> None:
    """Prepare for many new places."""
    database.execute("DROP INDEX place_cell")
    database.execute(
        "CREATE TABLE stage.named (key TEXT NOT NULL, place INTEGER NOT NULL, "
        "naming INTEGER NOT NULL)"
    )


def known_places(
    database: sqlite3.Connection, ids: Sequence[int | str]
) -> dict[int | str, tuple[int, Kind]]:
    """Give number and kind of the places with these packed ids; others are left out."""
    marks = ", ".join("?" * len(ids))
    rows = database.execute(f"SELECT id, n, kind FROM place WHERE id IN ({marks})", ids)
    return {ident: (number, schema.KINDS[kind]) for ident, number, kind in rows}


def insert(
    database: sqlite3.Connection,
    places: Iterable[Sequence[object]],
    names: Iterable[tuple[str, int, int]],
) -> None:
    """Insert places, and stage names."""
    database.executemany(_PLACE, places)
    database.executemany("INSERT INTO stage.named VALUES (?, ?, ?)", names)


def change(database: sqlite3.Connection, changes: Iterable[Sequence[object]]) -> None:
    """Give known places what they lack.

    Parameters
    ----------
    changes
        Population, number of the subregion or None, whether it is a part of a city, and number.
    """
    database.executemany(
        "UPDATE place SET population = CASE population WHEN 0 THEN ?1 ELSE population END, "
        "admin2 = coalesce(admin2, CASE WHEN ?2 = n THEN NULL ELSE ?2 END), "
        f"kind = CASE WHEN ?3 AND kind = {_SETTLEMENT} THEN {_DISTRICT} ELSE kind END "
        "WHERE n = ?4",
        changes,
    )


def finish(database: sqlite3.Connection) -> None:
    """File the staged names, make the indexes, and find the cities of the parts of cities."""
    database.execute(
        "INSERT INTO name SELECT s.key, s.place, min(s.naming) FROM stage.named s "
        "WHERE NOT EXISTS (SELECT 1 FROM name n WHERE n.key = s.key AND n.place = s.place) "
        "GROUP BY s.key, s.place ORDER BY s.key, s.place"
    )
    _thin_out(database)
    database.execute("CREATE INDEX place_cell ON place (kind, cell)")
    _set_parents(database)


def tell(database: sqlite3.Connection, facts: Mapping[str, str]) -> None:
    """Write down what `Gazetteer.info` is to tell."""
    database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(facts.items()))


def _thin_out(database: sqlite3.Connection) -> None:
    """Keep of each name as many places as a look-up gives: the heaviest, and each region's.

    The commonest names have thousands of places; reading them all would make each look-up slow,
    and all but the first could only be told apart by their region.
    """
    common = database.execute(
        "SELECT key FROM name GROUP BY key HAVING count(*) > ?", (MATCHES_KEPT,)
    )
    for (key,) in common.fetchall():
        rows = database.execute(
            "SELECT place, naming, prior, name, country, admin1 FROM name JOIN place ON n = place "
            "WHERE key = ?",
            (key,),
        ).fetchall()
        regions = {row[0]: row[4:] for row in rows}
        ranked = rank(key, [row[:4] for row in rows])
        kept = _kept([(number, naming) for _, number, naming in ranked], regions)
        database.executemany(
            "DELETE FROM name WHERE key = ? AND place = ? AND naming = ?",
            ((key, number, naming) for _, number, naming in ranked if (number, naming) not in kept),
        )


def _kept(
    ranked: Sequence[tuple[int, int]], regions: Mapping[int, tuple[object, ...]]
) -> set[tuple[int, int]]:
    """Choose the first half by weight, the others so that each region has its heaviest ones."""
    head, tail = ranked[: MATCHES_KEPT // 2], ranked[MATCHES_KEPT // 2 :]
    counts = collections.Counter(regions[number] for number, _ in head)
    order = []
    for at, (number, _) in enumerate(tail):
        region = regions[number]
        order.append((counts[region], at))
        counts[region] += 1
    chosen = heapq.nsmallest(MATCHES_KEPT - len(head), order)
    return {*head, *(tail[at] for _, at in chosen)}


def _set_parents(database: sqlite3.Connection) -> None:
    """Say of the parts of cities which city they are part of."""
    database.execute(
        "CREATE TABLE stage.city AS SELECT id, cell, lat, lon, population, country FROM place "
        f"WHERE kind = {_SETTLEMENT} AND population >= {_CITY_PEOPLE}"
    )
    database.execute("CREATE INDEX stage.city_cell ON city (cell)")
    parts = database.execute(
        f"SELECT n, lat, lon, country FROM place WHERE kind = {_DISTRICT} AND parent IS NULL"
    )
    database.execute("CREATE TABLE stage.parent (part INTEGER PRIMARY KEY, city)")
    database.executemany(
        "INSERT INTO stage.parent VALUES (?, ?)",
        ((number, _city_of(database, *row)) for number, *row in parts),
    )
    database.execute(
        "UPDATE place SET parent = (SELECT city FROM stage.parent WHERE part = n) "
        "WHERE n IN (SELECT part FROM stage.parent WHERE city IS NOT NULL)"
    )


def _city_of(database: sqlite3.Connection, lat: int, lon: int, country: str) -> int | str | None:
    here = lat / schema.DEGREE, lon / schema.DEGREE
    best: tuple[float, int | str] | None = None
    for span in cell_rows(*here, _CITY_KM):
        rows = database.execute(
            "SELECT id, lat, lon, population FROM stage.city "
            "WHERE cell BETWEEN ? AND ? AND country IS ?",
            (*span, country),
        )
        for ident, its_lat, its_lon, population in rows:
            distance = distance_km(*here, its_lat / schema.DEGREE, its_lon / schema.DEGREE)
            pull = population / (1.0 + distance) ** 2
            if distance <= _CITY_KM and (best is None or pull > best[0]):
                best = pull, ident
    return None if best is None else best[1]
