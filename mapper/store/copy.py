"""Copies of a project: to a file beside, and between SQLite and PostgreSQL.

In: an open project and where the copy goes. Out: a project that holds the same. A file appears
whole or not at all, and the copy is of one moment, whoever writes meanwhile. What can go wrong:
there is something where the copy goes, or no room for it (`StoreError`).
"""

import os
import pathlib
import sqlite3
import tempfile

import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.store.advice import explained
from mapper.store.database import opened
from mapper.store.engines import is_url
from mapper.store.handle import Store
from mapper.store.laying import fill_layer
from mapper.store.schema import ARTICLE, META, METADATA

_ROWS = 500


def copy(source: Store, location: str, *, overwrite: bool = False) -> None:
    """Copy a project to where there is none.

    Parameters
    ----------
    location
        Path of a file, or a URL `postgresql://...`.
    overwrite
        Replace a file that is there. What is in a database on a server is never replaced.

    Raises
    ------
    StoreError
        When there is something at `location`, or it cannot be written.
    """
    if is_url(location):
        with opened(location, create=True) as target:
            _copy_rows(source, target)
        return
    path = pathlib.Path(location.removeprefix("sqlite:///"))
    _refuse(source, path, overwrite=overwrite)
    part = _beside(path)
    try:
        _fill(source, part)
        _put_in_place(part, path)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _fill(source: Store, part: pathlib.Path) -> None:
    if source.path is None:
        with opened(str(part), create=True) as target:
            _copy_rows(source, target)
        return
    # SQLite's own way takes the pages as they are: quicker, and it holds up nobody.
    connection = source.engine.raw_connection()
    try:
        target_file = sqlite3.connect(part)
        try:
            connection.driver_connection.backup(target_file)  # type: ignore[union-attr]
        finally:
            target_file.close()
    except sqlite3.Error as error:
        raise explained(str(part), error) from error
    finally:
        connection.close()


def _copy_rows(source: Store, target: Store) -> None:
    """Copy all rows of all tables into a project that has no articles, in one transaction."""
    with source.read() as old, target.write() as new:
        if new.execute(sa.select(ARTICLE.c.seq).limit(1)).first() is not None:
            msg = f"{target.name!r} has articles already; copy to where there are none."
            raise StoreError(msg)
        # What an empty project has already is the version.
        new.execute(META.delete())
        for table in METADATA.sorted_tables:
            found = old.execute(sa.select(table).execution_options(yield_per=_ROWS))
            for rows in found.mappings().partitions():
                new.execute(table.insert(), [dict(row) for row in rows])
            _count_on(new, table)
        fill_layer(new)


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    """Let PostgreSQL number new rows from the last one on; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
    last = sa.select(sa.func.max(column)).scalar_subquery()
    connection.execute(sa.select(sa.func.setval(sequence, last)).where(last.is_not(None)))


def _refuse(source: Store, path: pathlib.Path, *, overwrite: bool) -> None:
    if source.path is not None and path.exists() and path.samefile(source.path):
        msg = f"{str(path)!r} is the project itself; name another file."
        raise StoreError(msg)
    if path.is_dir():
        msg = f"{str(path)!r} is a folder; name a file in it."
        raise StoreError(msg)
    if path.exists() and not overwrite:
        msg = f"{str(path)!r} is there already; name another file, or add --overwrite."
        raise StoreError(msg)
    if path.with_name(path.name + "-wal").exists():
        # SQLite would take what is in there for a part of the new file.
        msg = f"{str(path)!r} is in use, or was left by a program that was cut off; open it first."
        raise StoreError(msg)


def _beside(path: pathlib.Path) -> pathlib.Path:
    """Make an empty file beside another one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror}."
        raise StoreError(msg) from error
    os.close(handle)
    return pathlib.Path(name)


def _put_in_place(part: pathlib.Path, path: pathlib.Path) -> None:
    try:
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        mask = os.umask(0o022)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        part.replace(path)
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror}."
        raise StoreError(msg) from error
