"""A gold file: which incidents a careful reader takes from some articles.

In: a JSON file as `tests/quality/README.md` describes it. Out: a `Gold`. What can go wrong: no such
file, no JSON, fields of another kind (`GoldError`, with the field and what it should be).
"""

import dataclasses
import datetime as dt
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mapper.errors import GoldError

# How far the representative point may lie where the gold file does not say.
DEFAULT_TOLERANCE_KM = 15.0
MAX_SIZE = 50_000_000

Number = int | float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An incident of a gold file: one to find, one that is allowed or one that is forbidden.

    Attributes
    ----------
    event_types
        Those that are right; `*` is any.
    first, last
        First and last day that are right; None when any is.
    lat, lon
        Where, in degrees; None when anywhere is right.
    numbers
        Dotted names, each with what is right: `(low, high)`, one number, or None for no number.
    geo_precision
        Those that are right; empty when any is. With `level_required` others do not match at all.
    sources
        How many articles tell of it, or None.
    many
        Whether several incidents may stand for it (allowed ones only).
    why
        Why it must not be shown (forbidden ones only).
    """

    id: str
    place: str
    event_types: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    lat: float | None
    lon: float | None
    tolerance_km: float
    sub_types: tuple[str, ...]
    numbers: tuple[tuple[str, Number | tuple[Number, Number] | None], ...]
    geo_precision: tuple[str, ...]
    level_required: bool
    sources: int | None
    undated_ok: bool
    unlocated_ok: bool
    many: bool
    why: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold file that was read; `unknown` names fields that nothing looks at, for a warning."""

    name: str | None
    incidents: tuple[Wanted, ...]
    allowed: tuple[Wanted, ...]
    forbidden: tuple[Wanted, ...]
    unknown: tuple[str, ...]


def read_gold(path: Path) -> Gold:
    """Read a gold file.

    Raises
    ------
    GoldError
        When it cannot be read, is no JSON, or a field is missing or of another kind.
    """
    data = _json(path)
    if not isinstance(data, dict) or not isinstance(data.get("incidents"), list):
        msg = f'{str(path)!r} is no gold file: it needs an object with a list "incidents".'
        raise GoldError(msg)
    parts: dict[str, tuple[Wanted, ...]] = {}
    unknown: dict[str, None] = {}
    for part in ("incidents", "allowed", "forbidden"):
        rows = data.get(part, [])
        if not isinstance(rows, list):
            msg = f'{str(path)!r}: "{part}" must be a list of objects.'
            raise GoldError(msg)
        parts[part] = tuple(
            _wanted(row, f"{str(path)!r}, {part}[{number}]", needs_id=part == "incidents")
            for number, row in enumerate(rows)
        )
        unknown |= dict.fromkeys(key for row in rows for key in row if key not in _FIELDS)
    _check_ids(parts["incidents"], path)
    name = data.get("name")
    return Gold(name=None if name is None else str(name), unknown=tuple(unknown), **parts)


def _json(path: Path) -> Any:
    try:
        size = path.stat().st_size
        if size > MAX_SIZE:
            msg = f"Gold file {str(path)!r} has {size:,} bytes; at most {MAX_SIZE:,} are read."
            raise GoldError(msg)
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        msg = f"Gold file {str(path)!r} cannot be read: {error.strerror}."
        raise GoldError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"Gold file {str(path)!r} is not UTF-8 (byte {error.start}); save it as UTF-8."
        raise GoldError(msg) from error
    except json.JSONDecodeError as error:
        msg = f"Gold file {str(path)!r} is no JSON: line {error.lineno}, {error.msg}."
        raise GoldError(msg) from error
    except RecursionError as error:
        msg = f"Gold file {str(path)!r} is nested too deeply for a gold file."
        raise GoldError(msg) from error


def _check_ids(incidents: tuple[Wanted, ...], path: Path) -> None:
    seen: set[str] = set()
    for one in incidents:
        if one.id in seen:
            msg = f"{str(path)!r}: two incidents have the id {one.id!r}; give each its own."
            raise GoldError(msg)
        seen.add(one.id)


def _wanted(row: object, where: str, *, needs_id: bool) -> Wanted:
    if not isinstance(row, dict):
        msg = f"{where} must be an object, not {row!r:.80}."
        raise GoldError(msg)
    for name in ("id", "event_type") if needs_id else ("event_type",):
        if name not in row:
            msg = f'{where} has no "{name}".'
            raise GoldError(msg)
    if (row.get("lat") is None) != (row.get("lon") is None):
        msg = f'{where} has one of "lat" and "lon"; give both or none.'
        raise GoldError(msg)
    values = {name: _value(row, name, where) for name in _FIELDS}
    first, last = values.pop("date") or (None, None)
    return Wanted(
        event_types=values.pop("event_type"),
        sub_types=values.pop("sub_type"),
        first=first,
        last=last,
        **values,
    )


def _value(row: Mapping[str, Any], name: str, where: str) -> Any:
    read, default, kind = _FIELDS[name]
    given = row.get(name)
    if given is None:
        return default
    try:
        return read(given)
    except (TypeError, ValueError) as error:
        msg = f'{where}: "{name}" must be {kind}, not {given!r:.80}.'
        raise GoldError(msg) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else [value]
    return tuple(_text(row) for row in rows)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError
    return value


def _within(low: float, high: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        number = _number(value)
        if not low <= number <= high:
            raise ValueError
        return number

    return read


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError
    return value


def _days(value: object) -> tuple[dt.date, dt.date]:
    if not isinstance(value, list) or len(value) != 2:
        raise TypeError
    first, last = (dt.date.fromisoformat(_text(day)[:10]) for day in value)
    if last < first:
        raise ValueError
    return first, last


def _numbers(value: object) -> tuple[tuple[str, Number | tuple[Number, Number] | None], ...]:
    if not isinstance(value, dict):
        raise TypeError
    return tuple((name, _right(want)) for name, want in value.items())


def _right(want: object) -> Number | tuple[Number, Number] | None:
    if want is None:
        return None
    if not isinstance(want, list):
        return _number(want)
    low, high = (_number(bound) for bound in want)
    if high < low:
        raise ValueError
    return low, high


# Name: how it is read, what stands for none, and what it must be.
_FIELDS: dict[str, tuple[Callable[[Any], Any], Any, str]] = {
    "id": (_text, "", "text"),
    "place": (_text, "", "text"),
    "event_type": (_texts, (), "a type or a list of types"),
    "date": (_days, None, "two ISO 8601 dates, [first, last], the first not later"),
    "lat": (_within(-90, 90), None, "a latitude from -90 to 90 degrees"),
    "lon": (_within(-180, 180), None, "a longitude from -180 to 180 degrees"),
    "tolerance_km": (_within(0.001, 30_000), DEFAULT_TOLERANCE_KM, "kilometres, more than 0"),
    "sub_type": (_texts, (), "a sub-type or a list of them"),
    "numbers": (_numbers, (), "an object of numbers or [low, high] pairs"),
    "geo_precision": (_texts, (), "a level or a list of levels"),
    "level_required": (_truth, False, "true or false"),
    "sources": (_count, None, "a number of articles"),
    "undated_ok": (_truth, False, "true or false"),
    "unlocated_ok": (_truth, False, "true or false"),
    "many": (_truth, False, "true or false"),
    "why": (_text, "", "text"),
}
