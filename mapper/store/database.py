"""Opening the project file.

In: a path or a database URL. Out: a `Store`, in which every write is one transaction. What can go
wrong is one `StoreError`: no such file, not a project file, from a newer version, locked for long,
disk full, read-only, damaged. A file that is refused is left as it was, byte for byte.
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
from mapper.store.schema import APPLICATION_ID, META, METADATA, SCHEMA_VERSION

# A second writer waits this long for the first one, which holds the file for one article or one
# group of connected reports at a time.
BUSY_TIMEOUT_S = 60.0

_HEADER_BYTES = 100  # https://www.sqlite.org/fileformat.html#the_database_header


@dataclasses.dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Store:
    """An open project file. Close it with `close`, or use `opened`."""

    engine: sa.Engine
    name: str

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
        StoreError
            When the database refuses.
        """
        with self._explained(), self.engine.connect() as connection:
            writing = connection.execution_options(mapper_write=True)
            with writing.begin():
                yield writing

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Begin a transaction that sees one state of the file throughout.

        Raises
        ------
        StoreError
            When the database refuses.
        """
        with self._explained(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except exc.SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            msg = f"Project file {self.name!r}: {_reason(cause)}"
            raise StoreError(msg) from error
        except UnicodeEncodeError as error:
            msg = f"Project file {self.name!r}: half a character ({error}) cannot be stored."
            raise StoreError(msg) from error


@contextlib.contextmanager
def opened(location: str, *, create: bool) -> Iterator[Store]:
    """`open_store` as a context, closed at its end."""
    store = open_store(location, create=create)
    try:
        yield store
    finally:
        store.close()


def open_store(location: str, *, create: bool) -> Store:
    """Open a project file, or make it when `create` is set and there is none.

    Parameters
    ----------
    location
        Path of an SQLite file, or a URL that SQLAlchemy understands.

    Raises
    ------
    StoreError
        When it cannot be opened, is no project file or comes from a newer version.
    """
    if "://" in location and not location.startswith("sqlite:///"):
        engine = _engine_of_url(location)
        store = Store(engine=engine, name=_hidden(location))
    else:
        path = pathlib.Path(location.removeprefix("sqlite:///"))
        fresh = _check_file(path, create=create)
        store = Store(engine=_sqlite_engine(path), name=location)
        if not fresh:
            return store
    _prepare(store, create=create)
    if store.engine.dialect.name == "sqlite":
        _let_readers_pass(store)
    return store


def _check_file(path: pathlib.Path, *, create: bool) -> bool:
    """Whether the file is new; refuse one that is not ours before SQLite touches it."""
    try:
        with path.open("rb") as handle:
            header = handle.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        if not create:
            msg = f"There is no project file {str(path)!r}; make one with `mapper add ARTICLE...`."
            raise StoreError(msg) from error
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as folder_error:
            msg = (
                f"Project file {str(path)!r}: its folder cannot be made ({folder_error.strerror})."
            )
            raise StoreError(msg) from folder_error
        return True
    except OSError as error:
        msg = f"Project file {str(path)!r} cannot be read: {error.strerror}."
        raise StoreError(msg) from error
    if not header:
        return True
    if not header.startswith(b"SQLite format 3\0") or len(header) < _HEADER_BYTES:
        msg = f"{str(path)!r} is not a project file of the mapper; name another with --db."
        raise StoreError(msg)
    (version,) = struct.unpack(">I", header[60:64])
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        msg = f"{str(path)!r} is a database of another program; name another file with --db."
        raise StoreError(msg)
    _check_version(version, str(path))
    return False


def _check_version(version: int, name: str) -> None:
    if version > SCHEMA_VERSION:
        msg = (
            f"Project file {name!r} was written by a newer mapper (version {version} of the file, "
            f"this program reads up to {SCHEMA_VERSION}); update the program."
        )
        raise StoreError(msg)


def _sqlite_engine(path: pathlib.Path) -> sa.Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_TIMEOUT_S}
    )

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, record: object) -> None:
        del record
        # The driver must not begin transactions by itself: it would begin them too late to wait.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        write = connection.get_execution_options().get("mapper_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _engine_of_url(location: str) -> sa.Engine:
    try:
        return sa.create_engine(location)
    except (exc.ArgumentError, ImportError) as error:
        msg = f"Database {_hidden(location)!r} cannot be opened: {error}."
        raise StoreError(msg) from error


def _hidden(location: str) -> str:
    """Give a URL without its password."""
    try:
        return sa.make_url(location).render_as_string(hide_password=True)
    except exc.ArgumentError:
        return location.split("://", 1)[0] + "://..."


def _prepare(store: Store, *, create: bool) -> None:
    """Make the tables where there are none."""
    try:
        with store.write() as connection:
            if sa.inspect(connection).has_table("meta"):
                query = sa.select(META.c.value).where(META.c.key == "schema_version")
                _check_version(int(connection.execute(query).scalar_one()), store.name)
                return
            if not create:
                msg = f"There is no project in {store.name!r}; make one with `mapper add`."
                raise StoreError(msg)
            METADATA.create_all(connection)
            connection.execute(
                META.insert(), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}]
            )
            if store.engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    except StoreError:
        store.close()
        raise


def _let_readers_pass(store: Store) -> None:
    """Switch on the write-ahead log, which the file keeps: readers then never wait for a writer.

    Only after the tables are there, so that a run cut off before leaves an empty file and not one
    that looks like another program's.
    """
    connection = store.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _reason(cause: BaseException) -> str:
    """Say what went wrong, and what to do about it."""
    said = str(cause).splitlines()[0] if str(cause) else type(cause).__name__
    for sign, advice in _ADVICE:
        if sign in said:
            return f"{advice} ({said})."
    return f"the database refused: {said}."


_ADVICE = (
    ("locked", "another program is writing to it; run the command again when that one is done"),
    ("disk is full", "the disk is full; make room and run the command again"),
    ("disk I/O error", "the disk is full or failing; make room and run the command again"),
    ("readonly", "it cannot be written; look at its permissions and those of its folder"),
    ("unable to open", "it cannot be opened; look at its permissions and those of its folder"),
    ("malformed", "it is damaged; restore a copy"),
    ("not a database", "it is damaged or not a project file; restore a copy"),
)
