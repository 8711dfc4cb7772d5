"""What types of events are called in the codebooks of ACLED and UCDP.

In: the tables of `codebooks.toml`, and of a file of the user's own laid over them. Out: the values
of the columns that depend on the type. What can go wrong: a `MappingError` that names the table,
the key and what is allowed.
"""

import functools
import pathlib
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from mapper.errors import MappingError

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]

# Codebook to the keys that its table may have, and the type of their values.
_KEYS: Mapping[str, Mapping[str, type]] = {
    "acled": {"disorder_type": str, "event_type": str, "sub_event_type": str, "sub_types": dict},
    "ucdp": {"event_clarity": int, "type_of_violence": int},
}
# More is some other file.
_MOST_BYTES = 200_000


@functools.cache
def bundled_codebooks() -> Tables:
    """Give the tables that come with the package."""
    text = resources.files("mapper.export").joinpath("codebooks.toml").read_text("utf-8")
    return tomllib.loads(text)


def load_codebooks(path: pathlib.Path) -> Tables:
    """Read a file of the user's own; what it says of a type is all that is said of it.

    Raises
    ------
    MappingError
        When it cannot be read, or says what is not known.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        msg = f"Mapping {str(path)!r} cannot be read: {error.strerror}."
        raise MappingError(msg) from error
    if len(raw) > _MOST_BYTES:
        msg = f"Mapping {str(path)!r} is larger than {_MOST_BYTES // 1000} kB; it is another file."
        raise MappingError(msg)
    try:
        tables = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        msg = f"Mapping {str(path)!r} is no TOML: {error}."
        raise MappingError(msg) from error
    for name, table in tables.items():
        wrong = _wrong(name, table)
        if wrong is not None:
            msg = f"Mapping {str(path)!r}: {wrong}."
            raise MappingError(msg)
    return {**bundled_codebooks(), **tables}


def _wrong(name: str, table: Any) -> str | None:
    if not isinstance(table, dict):
        return f"{name!r} is no table; write [{name}.acled] or [{name}.ucdp]"
    for book, values in table.items():
        where = f"[{name}.{book}]"
        if book not in _KEYS or not isinstance(values, dict):
            return f"{where} is no table that is known; known are {', '.join(_KEYS)}"
        wrong = (_wrong_value(key, value, _KEYS[book]) for key, value in values.items())
        found = next((one for one in wrong if one is not None), None)
        if found is not None:
            return f"{found} in {where}"
    return None


def _wrong_value(key: str, value: Any, allowed: Mapping[str, type]) -> str | None:
    if key not in allowed:
        return f"{key!r} is not known (known are {', '.join(allowed)})"
    # True is an int to Python.
    if type(value) is not allowed[key]:
        return f"{key!r} is not of the kind {allowed[key].__name__}"
    if isinstance(value, dict) and not all(isinstance(one, str) for one in value.values()):
        return f"{key!r} holds something that is no text"
    return None


def codes(tables: Tables, book: str, properties: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the values of a codebook for an incident's type; empty when nothing is said of it.

    A sub-type that the table names tells `sub_event_type`.
    """
    said = tables.get(properties["event_type"], {}).get(book, {})
    told = {key: value for key, value in said.items() if key != "sub_types"}
    sub = said.get("sub_types", {}).get(properties["sub_type"])
    return told if sub is None else {**told, "sub_event_type": sub}
