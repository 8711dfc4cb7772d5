"""Read our own tables, `gazetteer/tables/*.csv`.

In: CSV files (UTF-8) with the columns of `COLUMNS`. Out: a `Row` a line. A line with a missing
column, an unknown kind or a coordinate that is no number raises `GazetteerError`, naming the file
and the line. What the columns mean is told in `gazetteer/SOURCES.md`.
"""

import csv
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

from mapper.errors import GazetteerError
from mapper.gazetteer.entry import Entry
from mapper.gazetteer.model import Kind

COLUMNS = (
    "id", "name", "kind", "lat", "lon", "country", "admin1", "parent", "population", "names",
    "demonyms", "shape", "source", "note",
)  # fmt: skip


# "Victoria (Australia)" tells it from other Victorias; texts call it Victoria.
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table.

    Attributes
    ----------
    entry
        The place; its `admin1` is not set yet.
    region
        Name of the first-order division, as the table says it; may be empty.
    shape
        Well-known text, `bbox:w,s,e,n`, `outline:ISO2`, `parts:ID+ID`, or empty.
    notes
        `key=value` parts of the note: `code` (GeoNames code of a division, "UA.07"), `capital` or
        `seat` (GeoNames number of a settlement), `stem` (bare names of a division, divided by `|`,
        the best first), `countries` (alpha-2 codes, divided by commas), `prior` (weight among
        places of the name, about a number of people), `reach` (degrees from its point that a
        division without shape goes).
    where
        File and line, for messages.
    """

    entry: Entry
    region: str
    shape: str
    notes: dict[str, str]
    where: str


def read_tables(folder: Path) -> Iterator[Row]:
    """Read all tables of `folder`, in order of their names.

    Raises
    ------
    GazetteerError
        When a table is broken.
    """
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                msg = f"Table {path.name!r} must have the columns {', '.join(COLUMNS)}."
                raise GazetteerError(msg)
            for line in reader:
                yield _row(line, f"{path.name}, line {reader.line_num}")


def _row(line: dict[str, str | None], where: str) -> Row:
    cells = {key: (line.get(key) or "").strip() for key in COLUMNS}
    if None in line or not cells["id"] or not cells["name"]:
        msg = f"{where}: a line needs {len(COLUMNS)} columns, an id and a name."
        raise GazetteerError(msg)
    notes = _notes(cells["note"])
    try:
        entry = Entry(
            id=cells["id"],
            name=cells["name"],
            kind=Kind(cells["kind"]),
            lat=float(cells["lat"]),
            lon=float(cells["lon"]),
            country=cells["country"] or None,
            parent=cells["parent"] or None,
            population=int(cells["population"] or 0),
            names=_parts(cells["names"]),
            demonyms=_parts(cells["demonyms"]),
            curated=True,
            prior=int(notes["prior"]) if "prior" in notes else None,
            reach_degrees=float(notes["reach"]) if "reach" in notes else None,
        )
    except ValueError as error:
        msg = f"{where}: {error}"
        raise GazetteerError(msg) from error
    stem = notes.get("stem", "")
    entry.names |= _parts(stem)
    entry.stem = _IN_BRACKETS.sub("", stem.partition("|")[0])
    return Row(entry=entry, region=cells["admin1"], shape=cells["shape"], notes=notes, where=where)


def _parts(cell: str) -> set[str]:
    return {part.strip() for part in cell.split("|") if part.strip()}


def _notes(cell: str) -> dict[str, str]:
    """Read "code=UA.07 capital=706483 stem=Kharkiv|Kharkov": a value runs to the next key."""
    notes: dict[str, str] = {}
    key = ""
    for word in cell.split(" "):
        name, equals, value = word.partition("=")
        if equals and name.isidentifier():
            key = name
            notes[key] = value
        elif key:
            notes[key] += f" {word}"
    return notes
