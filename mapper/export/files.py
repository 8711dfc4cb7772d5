"""Files that appear whole or not at all.

In: the content and where it goes. Out: the file, written beside and renamed into place. What can go
wrong is an `OutputError`: no such folder and none can be made, no right to write, a full disk, or a
file of the same name that the program did not make.
"""

import os
import pathlib
import tempfile

from mapper.errors import OutputError

# Where the mark of our own files must stand: all writers put it into their first lines.
MARK_BYTES = 4096


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
    path = path.resolve()
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_into(path, content)
        return
    _refuse_foreign(path, mark, overwrite=overwrite)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror}."
        raise OutputError(msg) from error
    written = pathlib.Path(beside)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(0o666 & ~_umask())
        written.replace(path)
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror}."
        raise OutputError(msg) from error
    finally:
        written.unlink(missing_ok=True)


def _write_into(path: pathlib.Path, content: bytes) -> None:
    """Write to a device or a pipe, which cannot be renamed into place."""
    try:
        path.write_bytes(content)
    except OSError as error:
        msg = f"{str(path)!r} cannot be written: {error.strerror}."
        raise OutputError(msg) from error


def _refuse_foreign(path: pathlib.Path, mark: str, *, overwrite: bool) -> None:
    if path.is_dir():
        msg = f"{str(path)!r} is a folder; name a file in it."
        raise OutputError(msg)
    if overwrite:
        return
    try:
        with path.open("rb") as stream:
            start = stream.read(MARK_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        msg = f"{str(path)!r} cannot be looked at: {error.strerror}."
        raise OutputError(msg) from error
    if start and mark.encode() not in start:
        msg = f"{str(path)!r} was not made by the mapper; choose another name, or add --overwrite."
        raise OutputError(msg)


def _umask() -> int:
    """Give the mask of this process, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
