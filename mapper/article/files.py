"""The bytes of files.

In: a path, or None for standard input. Out: its bytes, as they were at one moment. `ArticleError`
when there are too many, or when somebody else writes to the file meanwhile: half an article tells
something else than the whole one.
"""

import os
import stat
import sys
from pathlib import Path

from mapper.errors import ArticleError
from mapper.web.unpacking import too_large


class FileChanged(ArticleError):
    """Somebody wrote to a file while it was read."""


def load(path: Path | None, max_size: int) -> bytes:
    """Load a file or standard input, unless it is too large.

    Raises
    ------
    ArticleError
        When it has more than `max_size` bytes; `FileChanged` when it changed while it was read.
    OSError
        When it cannot be read.
    """
    if path is None:
        data = sys.stdin.buffer.read(max_size + 1)
    else:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size > max_size:
            raise ArticleError(too_large(max_size))
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(max_size + 1)
            if stat.S_ISREG(before.st_mode) and len(data) <= max_size:
                check_unchanged(before, os.fstat(file.fileno()), len(data))
    if len(data) > max_size:
        raise ArticleError(too_large(max_size))
    return data


def check_unchanged(before: os.stat_result, after: os.stat_result, size: int | None = None) -> None:
    """Compare the state of a file before and after it was read.

    Raises
    ------
    FileChanged
        When it was written to in between, or `size` bytes were not all of it.
    """
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or (size is not None and size != after.st_size):
        msg = "changed while it was read; add it again when it is written"
        raise FileChanged(msg)
