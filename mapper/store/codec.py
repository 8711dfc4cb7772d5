"""Records as compressed JSON and back, exactly.

In: the frozen dataclasses of the stages. Out: bytes. Fields that hold their default are left out;
so a default of a stored record must never change without a new schema version. Places (with shapes
of up to some hundred kilobytes) are replaced by a key and kept once, beside.
"""

import dataclasses
import datetime as dt
import enum
import functools
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, MutableMapping

from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.store import packing

T = typing.TypeVar("T")
# What most values are, told apart before anything else for speed.
_PLAIN_TYPES = frozenset({type(None), str, int, float, bool})
_JSON = json.JSONEncoder(separators=(",", ":"))

Decoder = Callable[[typing.Any, Mapping[str, Place]], typing.Any]


def dumps(value: object, places: MutableMapping[str, Place]) -> bytes:
    """Write a record; its places are added to `places` under their keys."""
    return packing.pack(_JSON.encode(encode(value, places)))


def loads(kind: type[T], data: bytes, places: Mapping[str, Place]) -> T:
    """Read a record of class `kind`.

    Raises
    ------
    StoreError
        When the bytes are no such record, or one of its places is not in `places`.
    """
    return read(kind, unpack(kind, data), places)


def unpack(kind: type, data: bytes) -> typing.Any:
    """Give the JSON value of a record of class `kind`, for `read`.

    Raises
    ------
    StoreError
        When the bytes are no record.
    """
    try:
        return json.loads(packing.unpack(data))
    except (ValueError, TypeError) as error:
        raise _broken(kind, error) from error


def read(kind: type[T], value: typing.Any, places: Mapping[str, Place]) -> T:
    """Read a record of class `kind` from its JSON value.

    Raises
    ------
    StoreError
        As `loads`.
    """
    try:
        return typing.cast(T, _decoder(typing.cast(typing.Hashable, kind))(value, places))
    except (ValueError, TypeError, KeyError) as error:
        raise _broken(kind, error) from error


def load_text(article_id: str, data: bytes) -> str:
    """Give the text of an article, as `packing.pack` made it small.

    Raises
    ------
    StoreError
        When the bytes are no text.
    """
    try:
        return packing.unpack(data)
    except (ValueError, TypeError) as error:
        msg = f"The text of article {article_id!r} is broken ({error}); restore a copy of the file."
        raise StoreError(msg) from error


def places_of(values: Iterable[typing.Any]) -> set[str]:
    """Give the keys of the places at which records in JSON are, as far as they are in order."""
    locations = (value.get("location") for value in values if isinstance(value, dict))
    keys = (location.get("place") for location in locations if isinstance(location, dict))
    return {key for key in keys if isinstance(key, str)}


def _broken(kind: type, error: Exception) -> StoreError:
    return StoreError(
        f"The project file holds a broken {kind.__name__} ({error}); restore a copy of it."
    )


def encode(value: object, places: MutableMapping[str, Place]) -> typing.Any:
    """Give the JSON value of a record, a tuple or a plain value."""
    kind = type(value)
    if kind in _PLAIN_TYPES:
        return value
    if isinstance(value, tuple):
        return [encode(item, places) for item in value]
    if isinstance(value, Place):
        key = place_key(value)
        places[key] = value
        return key
    if dataclasses.is_dataclass(kind):
        return {
            name: item if type(item) in _PLAIN_TYPES else encode(item, places)
            for name, default in _defaults(kind)
            if (item := getattr(value, name)) is not default
            and (item != default or type(item) is not type(default))
        }
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    msg = f"A {type(value).__name__} has no place in the project file."
    raise TypeError(msg)


@functools.lru_cache(maxsize=8192)
def place_key(place: Place) -> str:
    """Give a key that two places share only when all their fields are the same."""
    return hashlib.sha256(
        dump_place(place).encode("ascii") + b"\0" + (place.shape or b"")
    ).hexdigest()[:16]


def dump_place(place: Place) -> str:
    """Write all of a place but its shape as JSON."""
    fields = {
        name: encode(item, {})
        for name, default in _defaults(Place)
        if name != "shape" and (item := getattr(place, name)) != default
    }
    return _JSON.encode(fields)


# Every transaction reads the places of its reports anew, and most of them are the same.
@functools.lru_cache(maxsize=2048)
def read_place(text: str, shape: bytes | None) -> Place:
    """Read the place that `dump_place` wrote.

    Raises
    ------
    StoreError
        When the text is no place.
    """
    try:
        fields, readers = json.loads(text), _readers(Place)
        return Place(
            **{name: readers[name](item, {}) for name, item in fields.items()}, shape=shape
        )
    except (ValueError, TypeError, KeyError) as error:
        msg = f"The project file holds a broken place ({error}); restore a copy of it."
        raise StoreError(msg) from error


_NO_DEFAULT = object()


@functools.cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple(
        (field.name, _NO_DEFAULT if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(kind)
    )


def _plain(value: typing.Any, places: Mapping[str, Place]) -> typing.Any:
    del places
    return value


@functools.cache
def _decoder(hint: typing.Any) -> Decoder:
    """Give the function that reads JSON values of a type."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _optional(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
    if origin is tuple:
        return _tuple(typing.get_args(hint))
    if hint is Place:
        return lambda value, places: places[value]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return lambda value, places: hint(value)
    if hint is dt.datetime:
        return lambda value, places: dt.datetime.fromisoformat(value)
    if hint is dt.date:
        return lambda value, places: dt.date.fromisoformat(value)
    return _plain


def _optional(hint: typing.Any) -> Decoder:
    inner = _decoder(hint)
    return lambda value, places: None if value is None else inner(value, places)


def _tuple(args: tuple[typing.Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        inner = _decoder(args[0])
        return lambda value, places: tuple(inner(item, places) for item in value)
    parts = tuple(_decoder(arg) for arg in args)
    return lambda value, places: tuple(
        part(item, places) for part, item in zip(parts, value, strict=True)
    )


@functools.cache
def _readers(kind: type) -> Mapping[str, Decoder]:
    hints = typing.get_type_hints(kind)
    return {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}


def _record(kind: type) -> Decoder:
    readers = _readers(kind)

    def read(value: typing.Any, places: Mapping[str, Place]) -> typing.Any:
        if not isinstance(value, dict):
            msg = f"{type(value).__name__} where fields were expected"
            raise TypeError(msg)
        return kind(**{name: readers[name](item, places) for name, item in value.items()})

    return read
