"""Connections to SQLite and to PostgreSQL, told to keep writers apart and to let readers pass.

In: a path or a URL. Out: an SQLAlchemy engine. A transaction with the option `mapper_write`, the
seconds to wait for other writers, has the sole right to write; any other sees one state throughout.
"""

import pathlib
import sqlite3

import sqlalchemy as sa
from sqlalchemy import exc

from mapper.errors import StoreError

# How long to wait for a server that does not answer.
_CONNECT_TIMEOUT_S = 10

# Readers wait for nobody but the program that finds a log of one that was cut off, and takes it up.
_RECOVERY_TIMEOUT_S = 60.0

# The first half of the advisory lock that a writer holds: "MaPp" in ASCII. The second half is a
# hash of the schema, so that two projects in one database do not wait for each other.
_LOCK = 0x4D615070

_HOW_TO_INSTALL = 'install what speaks to it with `pip install "incident-mapper[postgres]"`'


def is_url(location: str) -> bool:
    """Whether a location is the URL of a database server and not a file."""
    return "://" in location and not location.startswith("sqlite:///")


def hidden(location: str) -> str:
    """Give a URL without password and options, which may hold one too."""
    try:
        url = sa.make_url(location)
        return url.set(query={}).render_as_string(hide_password=True)
    except (exc.ArgumentError, ValueError):
        return location.split("://", 1)[0] + "://..."


def has_table(connection: sa.Connection, name: str) -> bool:
    """Whether the project's own schema has a table; others on the search path do not count."""
    schema = None
    if connection.dialect.name == "postgresql":
        schema = connection.exec_driver_sql("SELECT current_schema()").scalar()
    return sa.inspect(connection).has_table(name, schema=schema)


def sqlite_engine(path: pathlib.Path) -> sa.Engine:
    """Make the engine of a file."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, record: object) -> None:
        del record
        # The driver must not begin transactions by itself: it would begin them too late to wait.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        # Of new files. An article of 3 kB takes half a page of SQLite's own 4096 bytes and wastes
        # the rest; larger pages save no more, and each change writes a whole one.
        connection.execute("PRAGMA page_size=8192")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        wait_s = connection.get_execution_options().get("mapper_write")
        busy_s = _RECOVERY_TIMEOUT_S if wait_s is None else wait_s
        busy_ms = round(busy_s * 1000)
        if connection.info.get("busy_ms") != busy_ms:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={busy_ms}")
            connection.info["busy_ms"] = busy_ms
        connection.exec_driver_sql("BEGIN" if wait_s is None else "BEGIN IMMEDIATE")

    return engine


def postgresql_engine(location: str) -> sa.Engine:
    """Make the engine of a database server; nothing is sent yet.

    Raises
    ------
    StoreError
        When the URL is none of PostgreSQL, or psycopg is not installed.
    """
    shown = hidden(location)
    try:
        url = sa.make_url(location)
    except (exc.ArgumentError, ValueError) as error:
        msg = f"{shown!r} is no URL; write postgresql://USER@HOST/DATABASE."
        raise StoreError(msg) from error
    if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
        msg = f"{shown!r} is no database that the mapper keeps projects in; write postgresql://..."
        raise StoreError(msg)
    arguments = {"connect_timeout": _CONNECT_TIMEOUT_S, "application_name": "mapper"}
    arguments = {name: value for name, value in arguments.items() if name not in url.query}
    try:
        engine = sa.create_engine(
            url.set(drivername="postgresql+psycopg"), connect_args=arguments, pool_size=2
        )
    except ImportError as error:
        msg = f"Database {shown!r} cannot be opened; {_HOW_TO_INSTALL}."
        raise StoreError(msg) from error
    sa.event.listen(engine, "begin", _begin_on_server)
    return engine


def _begin_on_server(connection: sa.Connection) -> None:
    wait_s = connection.get_execution_options().get("mapper_write")
    if wait_s is None:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return
    # Zero would mean for ever. What the transaction sees begins after the lock is had.
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(wait_s * 1000))}")
    connection.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()::text))"
    )
