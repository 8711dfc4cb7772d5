"""Make a gazetteer file out of another one, whole or not at all.

In: the file to start from and the file to be. Out: an open database, a copy of the first, to be
changed; when all went well it takes the place of the second. Whatever goes wrong on the way, the
second file stays as it was and nothing is left beside it. A folder that cannot be written, or a
file that is not ours, raises `OutputError`.
"""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mapper.errors import OutputError
from mapper.gazetteer import schema
from mapper.gazetteer.reader import BUNDLED

# Pages kept in memory while a file is made, in KiB; also the size of the runs that SQLite sorts.
_CACHE_KIB = 48_000


@contextlib.contextmanager
def working_copy(
    base: Path, target: Path, *, overwrite: bool = False
) -> Iterator[sqlite3.Connection]:
    """Open a copy of the gazetteer `base` to change it, and write it to `target` at the end.

    A second database, `stage`, takes what is needed only on the way.

    Parameters
    ----------
    overwrite
        Whether `target` may be a file that is no gazetteer.

    Raises
    ------
    OutputError
        When `target` cannot or must not be written.
    """
    refuse(target, overwrite=overwrite)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )
    except OSError as error:
        raise _unwritable(target, error) from error
    with folder as beside:
        work, done = Path(beside, "work"), Path(beside, "done")
        try:
            shutil.copyfile(base, work)
            work.chmod(0o600)
            with contextlib.closing(_open(work)) as database:
                yield database
                _finish(database, done)
            done.chmod(0o666 & ~_umask())
            done.replace(target)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(target, error) from error


def refuse(target: Path, *, overwrite: bool = False) -> None:
    """Refuse a target that must not be written.

    Raises
    ------
    OutputError
        When it is the bundled gazetteer, a folder, or a file that is no gazetteer.
    """
    if target.resolve() == BUNDLED:
        msg = "The bundled gazetteer is not changed; name a file of your own with -o FILE."
        raise OutputError(msg)
    if target.is_dir():
        msg = f"{str(target)!r} is a folder; name a file in it."
        raise OutputError(msg)
    if not overwrite and target.exists() and not is_gazetteer(target):
        msg = f"{str(target)!r} is no gazetteer; choose another name, or add --overwrite."
        raise OutputError(msg)


def is_gazetteer(path: Path) -> bool:
    """Tell whether a file is a gazetteer of ours, of any version; an empty one may become one."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        ) as database:
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_schema")}
    except sqlite3.Error:
        return path.stat().st_size == 0
    return tables >= {"meta", "place", "name", "shape"}


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    # The file is made beside its place and renamed: no journal is needed to keep it whole.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    database.execute("ATTACH DATABASE ? AS stage", (str(path.with_name("stage")),))
    database.execute("PRAGMA stage.journal_mode = OFF")
    database.execute("PRAGMA stage.synchronous = OFF")
    return database


def _finish(database: sqlite3.Connection, done: Path) -> None:
    database.execute("DETACH DATABASE stage")
    database.execute(f"PRAGMA user_version = {schema.VERSION}")
    database.execute("ANALYZE")
    database.execute("VACUUM INTO ?", (str(done),))
    with done.open("rb+") as stream:
        os.fsync(stream.fileno())


def _unwritable(target: Path, error: Exception) -> OutputError:
    return OutputError(f"Gazetteer {str(target)!r} cannot be written: {error}")


def _umask() -> int:
    """Give the mask of this process, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
