"""Opening a project.

In: a path or a database URL. Out: a `Store`, in which every write is one transaction. What can go
wrong is one `StoreError`: no such file, not a project file, from a newer version, locked for long,
disk full, read-only, damaged, gone. A file that is refused is left as it was, byte for byte.
"""

import contextlib
import dataclasses
import pathlib
import sqlite3
import struct
from collections.abc import Iterator

import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.store.advice import explained
from mapper.store.engines import hidden, is_url, postgresql_engine, sqlite_engine
from mapper.store.handle import Store, file_of
from mapper.store.migrations import (
    SCHEMA_VERSION,
    bring_up_to_date,
    make_tables,
    version_of,
)
from mapper.store.schema import APPLICATION_ID

_HEADER_BYTES = 100  # https://www.sqlite.org/fileformat.html#the_database_header


@contextlib.contextmanager
def rehearsed(store: Store) -> Iterator[Store]:
    """Give the project to try changes on; all of them are taken back at the end.

    Nobody else can write meanwhile.
    """
    with store.write() as connection:
        trial = connection.begin_nested()
        yield dataclasses.replace(store, held=connection)
        trial.rollback()


@contextlib.contextmanager
def opened(location: str, *, create: bool) -> Iterator[Store]:
    """`open_store` as a context, closed at its end."""
    store = open_store(location, create=create)
    try:
        yield store
    finally:
        store.close()


def open_store(location: str, *, create: bool) -> Store:
    """Open a project, or make it when `create` is set and there is none.

    One of an older version is brought up to date, in one transaction; `note` then says so.

    Parameters
    ----------
    location
        Path of an SQLite file, or a URL `postgresql://...`.

    Raises
    ------
    StoreError
        When it cannot be opened, is no project or comes from a newer version.
    """
    if is_url(location):
        store = Store(engine=postgresql_engine(location), name=hidden(location))
    else:
        path = pathlib.Path(location.removeprefix("sqlite:///"))
        _check_file(path, create=create)
        store = Store(engine=sqlite_engine(path), name=location, path=path)
    try:
        note = _prepare(store, create=create)
        if store.path is not None:
            _let_readers_pass(store)
            store = dataclasses.replace(store, file=file_of(store.path))
    except StoreError:
        store.close()
        raise
    return dataclasses.replace(store, note=note)


def _check_file(path: pathlib.Path, *, create: bool) -> None:
    """Refuse a file that is not ours before SQLite touches it."""
    try:
        with path.open("rb") as handle:
            header = handle.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        if not create:
            msg = f"There is no project file {str(path)!r}; make one with `mapper add ARTICLE...`."
            raise StoreError(msg) from error
        _make_folder(path)
        return
    except OSError as error:
        msg = f"Project file {str(path)!r} cannot be read: {error.strerror}."
        raise StoreError(msg) from error
    if not header:
        return
    if not header.startswith(b"SQLite format 3\0") or len(header) < _HEADER_BYTES:
        msg = f"{str(path)!r} is not a project file of the mapper; name another with --db."
        raise StoreError(msg)
    (version,) = struct.unpack(">I", header[60:64])
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        msg = f"{str(path)!r} is a database of another program; name another file with --db."
        raise StoreError(msg)
    _check_version(version, str(path))


def _make_folder(path: pathlib.Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"Project file {str(path)!r}: its folder cannot be made ({error.strerror})."
        raise StoreError(msg) from error


def _check_version(version: int, name: str) -> None:
    if version > SCHEMA_VERSION:
        msg = (
            f"Project file {name!r} was written by a newer mapper (version {version} of the file, "
            f"this program reads up to {SCHEMA_VERSION}); update the program."
        )
        raise StoreError(msg)


def _prepare(store: Store, *, create: bool) -> str | None:
    """Make the tables where there are none, bring those of before up to date, and say so."""
    with store.read() as connection:
        version = _known_version(connection, store.name)
    if version == SCHEMA_VERSION:
        return None
    if version is None and not create:
        msg = f"There is no project in {store.name!r}; make one with `mapper add ARTICLE...`."
        raise StoreError(msg)
    with store.write() as connection:
        # Looked at anew: another program may have been quicker.
        version = _known_version(connection, store.name)
        if version is None:
            make_tables(connection)
        elif version < SCHEMA_VERSION:
            bring_up_to_date(connection, version)
            return (
                f"Project file {store.name!r} was of version {version} and is now of version "
                f"{SCHEMA_VERSION}; older programs do not read it any more."
            )
    return None


def _known_version(connection: sa.Connection, name: str) -> int | None:
    version = version_of(connection, name)
    if version is not None:
        _check_version(version, name)
    return version


def _let_readers_pass(store: Store) -> None:
    """Switch on the write-ahead log, which the file keeps: readers then never wait for a writer.

    Only after the tables are there, so that a run cut off before leaves an empty file and not one
    that looks like another program's. When another program has the file open at this moment, it
    or the next command switches it on.
    """
    with store.engine.connect() as connection:
        raw = connection.connection.cursor()
        try:
            if raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise explained(store.name, error) from error
