"""An open project, in which every write is one transaction.

In: an engine. Out: transactions. What can go wrong is one `StoreError`: locked for long, disk full,
read-only, damaged, gone.
"""

import contextlib
import dataclasses
import pathlib
import weakref
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import exc

from mapper.errors import StoreError
from mapper.store.advice import explained

# A second writer waits this long for the first one, which holds the file for one article or one
# group of connected reports at a time.
BUSY_TIMEOUT_S = 60.0


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
        if self.path is not None and self.file not in (None, file_of(self.path)):
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


def file_of(path: pathlib.Path) -> tuple[int, int] | None:
    """Tell a file from any other, also from one that takes its place; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
