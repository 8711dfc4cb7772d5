"""Add places and boundaries of the user's own to a gazetteer, and take them out again.

In: files, and the gazetteer to start from. Out: a new file. The same file twice changes nothing. A
row that names a place which the gazetteer has (the same id; or, without an id, the same name and
kind nearby) adds to it what is new: its names, its boundary. Broken input raises `GazetteerError`,
a target that cannot be written `OutputError`; then nothing has changed.
"""

import contextlib
import dataclasses
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from mapper.errors import GazetteerError
from mapper.gazetteer import filing, own_rows, schema
from mapper.gazetteer.own_files import Reading, read_own
from mapper.gazetteer.own_place import OwnPlace
from mapper.gazetteer.reader import Gazetteer
from mapper.gazetteer.swapped import why_swapped
from mapper.gazetteer.working import is_gazetteer, working_copy

OWN_FACT = "own places"

# What a place goes by is asked for each row, and the file has no index for it: names are looked up
# the other way round.
_BEGIN = """
CREATE TABLE IF NOT EXISTS own (place INTEGER PRIMARY KEY, file TEXT NOT NULL);
CREATE INDEX name_place ON name (place);
"""
_END = "DROP INDEX name_place"


@dataclasses.dataclass(slots=True, kw_only=True)
class Added:
    """What became of the rows.

    Attributes
    ----------
    added, changed, same
        New places, places that are different now, and those that were there just so.
    known
        Of these, how many the gazetteer had before from elsewhere.
    removed
        Places of an earlier version of the file that it no longer has.
    mended
        Shapes that had to be made valid.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    known: int = 0
    removed: int = 0
    mended: int = 0


def add_own(
    target: Path,
    files: Sequence[Path],
    *,
    base: Path,
    reading: Reading | None = None,
    replace: bool = False,
    overwrite: bool = False,
) -> Added:
    """Write to `target` what `base` holds and the places of `files`.

    Parameters
    ----------
    base
        The gazetteer to start from; may be `target`.
    replace
        Whether places that came from an earlier version of a file (told by its name) and are not
        in it any more are taken out.
    overwrite
        Whether `target` may be a file that is no gazetteer.

    Raises
    ------
    GazetteerError
        When a file is broken, or its coordinates are swapped.
    OutputError
        When `target` cannot be written.
    """
    done = Added()
    with (
        Gazetteer.open(base) as gazetteer,
        working_copy(base, target, overwrite=overwrite) as database,
    ):
        database.executescript(_BEGIN)
        database.execute("BEGIN")
        for path in files:
            rows = _checked(read_own(path, reading or Reading()), gazetteer)
            seen = {_add(database, gazetteer, own, path.name, done) for own in rows}
            if replace:
                done.removed += _drop_others(database, path.name, seen)
        _tell(database)
        database.execute("COMMIT")
        database.execute(_END)
    return done


def remove_own(target: Path, ids: Sequence[str]) -> None:
    """Take places of the user's own out of the gazetteer `target`.

    Raises
    ------
    GazetteerError
        When an id is none of them; then none is taken out.
    OutputError
        When `target` cannot be written.
    """
    with Gazetteer.open(target):
        pass
    with working_copy(target, target) as database:
        database.executescript(_BEGIN)
        for ident in ids:
            row = database.execute(
                "SELECT n FROM place JOIN own ON place = n WHERE id = ?", (schema.pack_id(ident),)
            ).fetchone()
            if row is None:
                msg = (
                    f"{ident!r} is no place that was added to {str(target)!r}; "
                    "'mapper gazetteer lookup NAME' tells the ids."
                )
                raise GazetteerError(msg)
            own_rows.drop(database, row[0])
        _tell(database)
        database.execute(_END)


def _checked(rows: Iterator[OwnPlace], gazetteer: Gazetteer) -> Iterator[OwnPlace]:
    """Pass on rows that are neither swapped nor there twice.

    Raises
    ------
    GazetteerError
        At the first row that is.
    """
    seen: dict[str, OwnPlace] = {}
    for own in rows:
        before = seen.setdefault(own.id, own)
        if before is not own:
            if dataclasses.replace(before, where=own.where) == own:
                continue
            msg = f"{own.where} has the id {own.id!r} of {before.where}; give each its own."
            raise GazetteerError(msg)
        why = why_swapped(own, gazetteer)
        if why is not None:
            msg = (
                f"{own.where}: latitude {own.lat:g} and longitude {own.lon:g} look swapped: {why}. "
                "In a table lat is north or south; in GeoJSON and well-known text the longitude "
                "stands first."
            )
            raise GazetteerError(msg)
        yield own


def _add(
    database: sqlite3.Connection, gazetteer: Gazetteer, own: OwnPlace, file: str, done: Added
) -> int:
    """Add or change one place and give its number."""
    done.mended += own.is_mended
    number = own_rows.number_of(database, own.id)
    is_own = number is not None and own_rows.is_own(database, number)
    if number is None and own.is_made:
        number = own_rows.known_place(gazetteer, database, own)
    before = None if number is None else own_rows.state(database, number)
    if number is None:
        number = filing.next_number(database)
        done.added += 1
    if before is None or is_own:
        own_rows.write(database, number, own, gazetteer)
        database.execute("INSERT OR REPLACE INTO own VALUES (?, ?)", (number, file))
    else:
        done.known += 1
        own_rows.extend(database, number, own)
    if before is not None:
        is_same = before == own_rows.state(database, number)
        done.same += is_same
        done.changed += not is_same
    return number


def _drop_others(database: sqlite3.Connection, file: str, kept: set[int]) -> int:
    rows = database.execute("SELECT place FROM own WHERE file = ?", (file,)).fetchall()
    gone = [number for (number,) in rows if number not in kept]
    for number in gone:
        own_rows.drop(database, number)
    return len(gone)


def _tell(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT file, count(*) FROM own GROUP BY file ORDER BY file")
    told = ", ".join(f"{count} of {file}" for file, count in rows)
    if told:
        filing.tell(database, {OWN_FACT: told})
    else:
        database.execute("DELETE FROM meta WHERE key = ?", (OWN_FACT,))


def own_places_of(path: Path) -> str:
    """Tell how many places of which files were added to a gazetteer, of any version.

    Empty when none were, or when there is no such file.
    """
    if not path.is_file() or not path.stat().st_size or not is_gazetteer(path):
        return ""
    with contextlib.closing(
        sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    ) as database:
        row = database.execute("SELECT value FROM meta WHERE key = ?", (OWN_FACT,)).fetchone()
    return "" if row is None else str(row[0])
