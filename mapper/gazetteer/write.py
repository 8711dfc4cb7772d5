"""Write entries to the gazetteer's SQLite file.

In: entries, neighbours and facts about the build. Out: one file, whole or not at all. A folder that
cannot be written raises `OutputError`.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mapper.errors import OutputError
from mapper.gazetteer import schema
from mapper.gazetteer.entry import Entry, prior_of
from mapper.gazetteer.names import name_key


def write_gazetteer(
    path: Path,
    entries: Iterable[Entry],
    *,
    neighbours: Iterable[tuple[str, str]],
    facts: Mapping[str, str],
) -> None:
    """Write `entries` to a new file at `path`, replacing what is there once all is written.

    Parameters
    ----------
    neighbours
        Pairs of ISO 3166-1 alpha-2 codes of countries with a common land border, either order.
    facts
        What `Gazetteer.info` is to tell: versions of sources and the like.

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        _fill(beside, list(entries), neighbours, facts)
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        msg = f"Gazetteer {str(path)!r} cannot be written: {error}"
        raise OutputError(msg) from error


def _fill(
    path: Path,
    entries: list[Entry],
    neighbours: Iterable[tuple[str, str]],
    facts: Mapping[str, str],
) -> None:
    numbers = {entry.id: number for number, entry in enumerate(entries, 1)}
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is made beside its place and renamed: no journal is needed to keep it whole.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA page_size = 4096")
        database.executescript(schema.TABLES)
        database.execute("BEGIN")
        database.executemany(
            f"INSERT INTO place VALUES ({', '.join('?' * 14)})",
            (_place_row(numbers, entry) for entry in entries),
        )
        database.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(_names(numbers, entries)))
        database.executemany("INSERT INTO shape VALUES (?, ?, ?)", _shapes(numbers, entries))
        both = {pair for one, other in neighbours for pair in ((one, other), (other, one))}
        database.executemany("INSERT INTO neighbour VALUES (?, ?)", sorted(both))
        database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))
        database.execute("COMMIT")
        database.executescript(schema.INDEXES)
        database.execute(f"PRAGMA user_version = {schema.VERSION}")
        database.execute("ANALYZE")
        database.execute("VACUUM")
    finally:
        database.close()


def _place_row(numbers: Mapping[str, int], entry: Entry) -> tuple[object, ...]:
    return (
        numbers[entry.id],
        schema.pack_id(entry.id),
        entry.name,
        schema.KIND_NUMBER[entry.kind],
        round(entry.lat * schema.DEGREE),
        round(entry.lon * schema.DEGREE),
        entry.country,
        numbers.get(entry.admin1 or ""),
        numbers.get(entry.admin2 or ""),
        None if entry.parent is None else schema.pack_id(entry.parent),
        entry.population,
        prior_of(entry),
        numbers.get(entry.capital or ""),
        schema.cell_of(entry.lat, entry.lon),
    )


def _names(numbers: Mapping[str, int], entries: Iterable[Entry]) -> Iterator[tuple[str, int, int]]:
    """Give each key of each place once per use, as preferred where a main name has that key."""
    for entry in entries:
        number = numbers[entry.id]
        preferred = {name_key(entry.name), name_key(entry.stem)} - {""}
        others = {name_key(name) for name in entry.names} - preferred - {""}
        people = {name_key(name) for name in entry.demonyms} - preferred - others - {""}
        yield from ((key, number, schema.PREFERRED) for key in preferred)
        yield from ((key, number, schema.ALTERNATE) for key in others)
        yield from ((key, number, schema.DEMONYM) for key in people)


def _shapes(
    numbers: Mapping[str, int], entries: Iterable[Entry]
) -> Iterator[tuple[int, bytes, int]]:
    for entry in entries:
        if entry.shape is not None:
            yield (numbers[entry.id], zlib.compress(entry.shape, 9), int(entry.approximate))
