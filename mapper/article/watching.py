"""A folder that somebody puts articles into.

In: a folder. Out: the files in it, and later those that appeared or changed, each when nobody has
written to it for a while. Nothing goes wrong: what cannot be looked at is looked at again.

By looking at names, sizes and times every few seconds, and not by notices of the kernel: these say
nothing of network drives, and nothing of when a file is complete.
"""

import dataclasses
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mapper.article.reading import is_article_file

_Print = tuple[int, int, int]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How a folder is watched.

    Attributes
    ----------
    interval_s
        Seconds between two looks at it.
    quiet_s
        A file that nobody wrote to for so many seconds is complete.
    """

    interval_s: float = 2.0
    quiet_s: float = 2.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


def watch(folder: Path, pace: Pace, *, is_once: bool = False) -> Iterator[tuple[Path, ...]]:
    """Give the files of a folder, and then those that appear or change.

    Parameters
    ----------
    is_once
        End when all files have been given; else go on for ever.

    Yields
    ------
    tuple of Path
        Files that are complete, in the order of their names; never none.
    """
    given: dict[Path, _Print] = {}
    waiting: dict[Path, tuple[_Print, float]] = {}
    while True:
        there = dict(_look(folder))
        now = pace.clock()
        ready: list[Path] = []
        for path, found in there.items():
            if given.get(path) == found:
                continue
            before, since = waiting.get(path, (None, now))
            since = since if before == found else now
            if now - since >= pace.quiet_s or _is_old(found, pace.quiet_s, is_new=before is None):
                ready.append(path)
                given[path] = found
                waiting.pop(path, None)
            else:
                waiting[path] = (found, since)
        for path in waiting.keys() - there.keys():
            del waiting[path]
        for path in given.keys() - there.keys():
            del given[path]
        if ready:
            yield tuple(sorted(ready))
        elif is_once and not waiting:
            return
        else:
            pace.sleep(pace.interval_s)


def _look(folder: Path) -> Iterator[tuple[Path, _Print]]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not is_article_file(path):
                continue
            try:
                status = path.stat()
            except OSError:
                # Gone since, or a link that leads nowhere.
                continue
            if stat.S_ISREG(status.st_mode):
                yield path, (status.st_ino, status.st_size, status.st_mtime_ns)


def _is_old(found: _Print, quiet_s: float, *, is_new: bool) -> bool:
    """Whether a file that is seen for the first time was complete long ago, by its own time."""
    age_s = time.time() - found[2] / 1e9
    return is_new and age_s >= quiet_s
