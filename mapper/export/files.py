"""Files that appear whole or not at all.

In: the content and where it goes. Out: the file, written beside and renamed into place. What can go
wrong is an `OutputError`: no such folder and none can be made, no right to write, a full disk, or a
file of the same name that the program did not make.
"""

import contextlib
import os
import pathlib
import shutil
import tempfile
from collections.abc import Callable, Iterator

from mapper.errors import MapperError, OutputError

# Where the mark of our own files must stand: all writers put it into their first lines.
MARK_BYTES = 4096

# Tells of a present file whether the mapper made it; it may raise OSError.
IsOurs = Callable[[pathlib.Path], bool]


def marked(mark: str) -> IsOurs:
    """Make the test of files that have a mark in their first bytes; an empty file may go, too."""

    def is_ours(path: pathlib.Path) -> bool:
        with path.open("rb") as stream:
            start = stream.read(MARK_BYTES)
        return not start or mark.encode() in start

    return is_ours


def write_whole(path: pathlib.Path, content: str | bytes, *, mark: str, overwrite: bool) -> None:
    """Write a file; text in UTF-8.

    Parameters
    ----------
    mark
        What the first bytes of a file that we made contain; a present file without it is only
        replaced when `overwrite` is set.

    Raises
    ------
    OutputError
        When the file cannot or must not be written; a present one is then as it was.
    """
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    with whole(path, is_ours=marked(mark), overwrite=overwrite) as beside:
        beside.write_bytes(content)


@contextlib.contextmanager
def whole(path: pathlib.Path, *, is_ours: IsOurs, overwrite: bool) -> Iterator[pathlib.Path]:
    """Give a path to write to; what is there at the end of the block becomes the file.

    The path lies in a folder of its own beside the file, which goes with all that is in it when
    the block fails. A device or a pipe is written to as it stands.

    Raises
    ------
    OutputError
        When the file cannot or must not be written; a present one is then as it was.
    """
    path = path.resolve()
    special = path.exists() and not path.is_file() and not path.is_dir()
    if not special:
        _refuse_foreign(path, is_ours, overwrite=overwrite)
    try:
        if special:
            yield path
        else:
            with _beside(path) as beside:
                yield beside
                _put_in_place(beside, path)
    except MapperError:
        raise
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror or error}."
        raise OutputError(msg) from error


@contextlib.contextmanager
def _beside(path: pathlib.Path) -> Iterator[pathlib.Path]:
    """Give a path in a new folder beside `path`; the folder goes in any case."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix=".mapper-", suffix=".part", dir=path.parent))
    try:
        # GDAL knows formats by the ending.
        yield folder / f"export{path.suffix}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(beside: pathlib.Path, path: pathlib.Path) -> None:
    with beside.open("rb") as stream:
        os.fsync(stream.fileno())
    beside.chmod(0o666 & ~_umask())
    beside.replace(path)


def _refuse_foreign(path: pathlib.Path, is_ours: IsOurs, *, overwrite: bool) -> None:
    if path.is_dir():
        msg = f"{str(path)!r} is a folder; name a file in it."
        raise OutputError(msg)
    if overwrite:
        return
    try:
        ours = is_ours(path)
    except FileNotFoundError:
        return
    except OSError as error:
        msg = f"{str(path)!r} cannot be looked at: {error.strerror}."
        raise OutputError(msg) from error
    if not ours:
        msg = f"{str(path)!r} was not made by the mapper; choose another name, or add --overwrite."
        raise OutputError(msg)


def _umask() -> int:
    """Give the mask of this process, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
