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
import weakref
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import exc

from mapper.errors import StoreError
from mapper.store.advice import explained
from mapper.store.engines import hidden, is_url, postgresql_engine, sqlite_engine
from mapper.store.migrations import (
    SCHEMA_VERSION,
    bring_up_to_date,
    make_tables,
    version_of,
)
from mapper.store.schema import APPLICATION_ID

# A second writer waits this long for the first one, which holds the file for one article or one
# group of connected reports at a time.
BUSY_TIMEOUT_S = 60.0

_HEADER_BYTES = 100  # https://www.sqlite.org/fileformat.html#the_database_header


@dataclasses.dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Store:
    """An open project. Close it with `close`, or use `opened`.

    Attributes
    ----------
    name
        The path or the URL without its password, for messages.
    path
        The file; None on a server.
    file
        Device and inode of the file when it was opened.
    wait_s
        Seconds that a writer waits for another one.
    note
        What the user should know of the opening, or None.
    held
        A transaction that all others are to be parts of (see `rehearsed`); None usually.
    """

    engine: sa.Engine
    name: str
    path: pathlib.Path | None = None
    file: tuple[int, int] | None = None
    wait_s: float = BUSY_TIMEOUT_S
    note: str | None = None
    held: sa.Connection | None = None

    def __post_init__(self) -> None:
        # Whoever forgets to close it: Python 3.13 complains of open connections otherwise.
        weakref.finalize(self, self.engine.dispose)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    @contextlib.contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """Begin a transaction that has the sole right to write: all of it happens, or nothing.

        Raises
        ------
        StoreBusy
            When another program keeps writing.
        StoreError
            When the database refuses, or the file is no longer where it was.
        """
        if self.held is not None:
            with self._explained(), self.held.begin_nested():
                yield self.held
            return
        with self._explained(), self.engine.connect() as connection:
            writing = connection.execution_options(mapper_write=self.wait_s)
            with writing.begin():
                yield writing
        if self.path is not None and self.file not in (None, _file(self.path)):
            msg = (
                f"Project file {self.name!r} was moved, removed or replaced while it was written "
                "to; what came since is not in it. Put it back and run the command again."
            )
            raise StoreError(msg)

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Begin a transaction that sees one state of the project throughout, and waits for none.

        Raises
        ------
        StoreError
            When the database refuses.
        """
        if self.held is not None:
            with self._explained(), self.held.begin_nested():
                yield self.held
            return
        with self._explained(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except exc.SQLAlchemyError as error:
            raise explained(self.name, error) from error
        except UnicodeEncodeError as error:
            msg = f"Project file {self.name!r}: half a character ({error}) cannot be stored."
            raise StoreError(msg) from error


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
            store = dataclasses.replace(store, file=_file(store.path))
    except StoreError:
        store.close()
        raise
    return dataclasses.replace(store, note=note)


def _file(path: pathlib.Path) -> tuple[int, int] | None:
    """Tell a file from any other, also from one that takes its place; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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
