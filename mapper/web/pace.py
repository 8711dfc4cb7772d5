"""When a server may be asked again: one question an interval, over all processes of the user.

In: a server and the seconds between two questions. Out: a context that begins when it is one's turn
and in which one asks. Where no file can be kept, each question waits a whole interval. `NotNow` is
raised only for those who say how long they are ready to wait.

The time of the last question stands in a file for each server, which is locked while one waits and
asks: so those who wait do so one after the other, and what delays a question on its way does not
bring the next one nearer.
"""

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from mapper.web.model import NotNow

_FOLDER = "incident-mapper"


def cache_folder() -> Path:
    """Give the folder of this user for what may be lost.

    By the XDG base directory specification, and the like on other systems.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / _FOLDER


@contextlib.contextmanager
def turn(
    server: str,
    interval_s: float,
    *,
    folder: Path | None = None,
    patience_s: float | None = None,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Begin when `server` may be asked; nobody else asks it until the end.

    Parameters
    ----------
    patience_s
        Seconds that are waited at most; None for as long as it takes.
    clock
        Seconds since the epoch. It may be set back or forth: no wait is longer than an interval.

    Raises
    ------
    NotNow
        When more than `patience_s` seconds are left.
    """
    if interval_s <= 0.0:
        yield
        return
    with _locked(folder, server) as file:
        if file is None:
            sleep(interval_s)
            yield
            return
        rest = _last(file) + interval_s - clock()
        if patience_s is not None and rest > patience_s:
            msg = f"it wants {interval_s:g} s between two requests; come back in {rest:.0f} s"
            raise NotNow(msg)
        if rest > 0.0:
            sleep(min(rest, interval_s))
        # Before and after: whoever is killed while asking has asked.
        _note(file, clock())
        try:
            yield
        finally:
            _note(file, clock())


def _note(file: IO[str], now: float) -> None:
    """Write when the server was asked last; on a full disk nothing is noted."""
    with contextlib.suppress(OSError):
        file.seek(0)
        file.truncate()
        file.write(repr(now))
        file.flush()


def _last(file: IO[str]) -> float:
    """Read when the server was asked last; long ago when nothing sensible stands there."""
    file.seek(0)
    try:
        return float(file.read(64))
    except ValueError:
        return 0.0


@contextlib.contextmanager
def _locked(folder: Path | None, server: str) -> Iterator[IO[str] | None]:
    """Open the file of a server with the sole right to it; None when there can be none."""
    file = _opened(folder, server)
    if file is None:
        yield None
        return
    with file:
        if not _lock(file):
            yield None
            return
        # Closing the file lets go of it, and so does the end of the process, however it comes.
        yield file


def _opened(folder: Path | None, server: str) -> IO[str] | None:
    try:
        place = (folder or cache_folder()) / "pace"
        place.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(server.encode()).hexdigest()[:16]
        return (place / name).open("a+", encoding="ascii", errors="replace")
    except (OSError, RuntimeError):
        # RuntimeError: a user without a home folder.
        return None


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        file.seek(0)
        try:
            # Tries for ten seconds.
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            return False
        return True
