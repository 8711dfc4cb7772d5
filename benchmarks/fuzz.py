"""Read inputs that nobody would write: no crash, no hang, nothing touched that is not asked for.

`python benchmarks/fuzz.py [--seconds 120] [--seed 1] [--target html,extract] [--keep FOLDER]`
shares the seconds out among the targets and prints a line for each. What fails is made smaller and
kept in FOLDER. Exit status 1 when anything failed. The same seed gives the same inputs; how many of
them fit into the time depends on the machine.

A failure is any exception but the errors that the mapper raises on purpose, an input that takes
longer than 5 s of processor time or a minute in all, a file opened outside of the folder that the
script works in (but for those of Python and of the package), a connection, and a quote or name that
does not stand at its place.
"""

import argparse
import contextlib
import dataclasses
import faulthandler
import random
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import fuzz_inputs as made

import mapper
from mapper.article import Article, ReadOptions, UnreadableArticle, read
from mapper.errors import MapperError
from mapper.feed.document import read_document
from mapper.gazetteer.dump import read_dump
from mapper.web.robots import read_rules
from mapper.web.unpacking import unpacked

ROOT = Path(__file__).parents[1]
# Of processor time, so that other programs on the machine make no difference.
MOST_S = 5.0
# For what waits and does nothing.
MOST_WAITING_S = 60.0
MAX_SIZE = 2_000_000
URL = "http://h.example/news/feed"
WRITING = frozenset(("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink"))
CALLING = frozenset(("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"))


class Hang(BaseException):
    """An input that takes too long; no `except` of what is tested takes it for one of its own."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is tested: how inputs are made, what reads one, and its share of the time."""

    make: made.Maker
    run: Callable[[bytes], None]
    weight: int = 1


@dataclasses.dataclass(slots=True)
class Watched:
    """Where files may be opened, and what else was touched."""

    allowed: tuple[str, ...]
    is_on: bool = False
    touched: list[str] = dataclasses.field(default_factory=list)

    def hear(self, event: str, given: tuple[Any, ...]) -> None:
        """Note an event of Python's runtime."""
        if not self.is_on or not given:
            return
        if event == "open" and isinstance(given[0], str | bytes):
            path = given[0].decode() if isinstance(given[0], bytes) else given[0]
            if not path.startswith(self.allowed):
                self.touched.append(f"opened {path!r}")
        elif event in WRITING and not str(given[0]).startswith(self.allowed[0]):
            self.touched.append(f"{event} {given[0]!r}")
        elif event in CALLING:
            self.touched.append(f"{event} {given[1:]!r}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What holds for all targets."""

    seed: int
    keep: Path
    watched: Watched


def file_reader(folder: Path, name: str) -> Callable[[bytes], None]:
    """Read a file with this name, as `mapper add` does."""
    path = folder / name

    def run(data: bytes) -> None:
        path.write_bytes(data)
        for result in read(str(path), options=ReadOptions(max_size=MAX_SIZE)):
            told = result.text if isinstance(result, Article) else result.reason
            if not told.strip() or "\n" in (getattr(result, "reason", None) or ""):
                msg = f"an empty answer, or a reason of several lines: {told!r}"
                raise AssertionError(msg)
            if isinstance(result, UnreadableArticle) and "\n" in result.origin:
                msg = "an origin of several lines"
                raise AssertionError(msg)

    return run


def read_feed(data: bytes) -> None:
    """Read a feed."""
    document = read_document(data, URL, MAX_SIZE)
    for entry in document.entries:
        if not entry.url.lower().startswith(("http://", "https://")):
            msg = f"an address that is none: {entry.url!r}"
            raise AssertionError(msg)


def read_robots(data: bytes) -> None:
    """Read a robots.txt."""
    read_rules(200, data).allows(URL + "?" + "a" * 500)


def unpack(data: bytes) -> None:
    """Unpack, and never more than asked for."""
    for encoding in ("gzip", "deflate", "gzip, deflate"):
        try:
            size = len(unpacked(data, encoding, 100_000))
        except MapperError:
            continue
        if size > 100_000:
            msg = f"{size} bytes"
            raise AssertionError(msg)


def dump_reader(folder: Path) -> Callable[[bytes], None]:
    """Read a dump of GeoNames."""
    path = folder / "XX.txt"

    def run(data: bytes) -> None:
        path.write_bytes(data)
        for feature in read_dump(path):
            if not (-90.0 <= feature.lat <= 90.0 and -180.0 <= feature.lon <= 180.0):
                msg = f"a place off the earth: {feature.lat}, {feature.lon}"
                raise AssertionError(msg)

    return run


def extract(data: bytes) -> None:
    """Read an article for its events."""
    article = Article(id="fuzz", text=data.decode("utf-8", errors="replace"))
    for report in mapper.extract(article).reports:
        if article.text[report.start : report.end] != report.quote:
            msg = f"a quote that is not at its place: {report.quote!r}"
            raise AssertionError(msg)


def geoparser() -> Callable[[bytes], None]:
    """Find names of places."""
    parser = mapper.Geoparser()

    def run(data: bytes) -> None:
        text = data.decode("utf-8", errors="replace")
        for toponym in parser.parse(text):
            if text[toponym.start : toponym.end] != toponym.text:
                msg = f"a name that is not at its place: {toponym.text!r}"
                raise AssertionError(msg)

    return run


def targets(folder: Path) -> dict[str, Target]:
    """Give what is tested, by name."""
    return {
        "html": Target(make=made.page, run=file_reader(folder, "a.html"), weight=2),
        "front_matter": Target(make=made.front_matter, run=file_reader(folder, "a.md")),
        "jsonl": Target(make=made.lines, run=file_reader(folder, "a.jsonl")),
        "text": Target(make=made.text, run=file_reader(folder, "a.txt")),
        "feed": Target(make=made.feed, run=read_feed),
        "warc": Target(make=made.archive, run=file_reader(folder, "a.warc.gz")),
        "packed": Target(make=made.packed, run=unpack),
        "robots": Target(make=made.front_matter, run=read_robots),
        "dump": Target(make=made.dump, run=dump_reader(folder)),
        "extract": Target(make=made.text, run=extract, weight=4),
        "geoparse": Target(make=made.text, run=geoparser()),
    }


def failure(run: Callable[[bytes], None], data: bytes, watched: Watched) -> str | None:
    """Read one input; say what failed, if anything did."""
    watched.touched.clear()
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_S)
    signal.setitimer(signal.ITIMER_REAL, MOST_WAITING_S)
    watched.is_on = True
    try:
        run(data)
    except MapperError as error:
        told = None if str(error).strip() else f"{type(error).__name__} without a word"
    except Hang:
        told = f"no answer within {MOST_S:g} s"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        told = f"{type(error).__name__}: {str(error)[:300]} ({_place(error)})"
    else:
        told = None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        watched.is_on = False
    took_s = time.process_time() - begun
    if told is None and took_s > MOST_S:
        told = f"took {took_s:.1f} s"
    if told is None and watched.touched:
        told = f"touched: {watched.touched[0]}"
    return told


def _place(error: BaseException) -> str:
    """Name the last line of the package that an exception came by."""
    trace, place = error.__traceback__, "?"
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if "/mapper/" in path:
            place = f"mapper/{path.rpartition('/mapper/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def fuzz(name: str, target: Target, run: Run, seconds: float) -> int:
    """Test one target for some time; give the number of kinds of failures."""
    end = time.monotonic() + seconds
    known: set[str] = set()
    count, slowest = 0, 0.0
    while time.monotonic() < end:
        # Each input has a seed of its own, so that one can be made again without the others.
        data = target.make(random.Random(f"{run.seed}/{name}/{count}"))
        (run.keep / "current").write_bytes(data)
        begun = time.process_time()
        told = failure(target.run, data, run.watched)
        slowest = max(slowest, time.process_time() - begun)
        if told is not None and (kind := told.rpartition("(")[2]) not in known:
            known.add(kind)
            least = smallest(target, data, told, run.watched)
            kept = run.keep / f"{name}-{run.seed}-{count}"
            kept.write_bytes(least)
            print(f"{name} input {count} ({len(data)} bytes, kept {len(least)} in {kept}): {told}")
        count += 1
    print(f"{name}: {count} inputs, {len(known)} failures, the slowest took {slowest:.2f} s")
    return len(known)


def smallest(target: Target, data: bytes, told: str, watched: Watched) -> bytes:
    """Make an input smaller as long as it fails in the same way; slow ones stay as they are."""
    if "within" in told or "took" in told:
        return data
    kind = told.rpartition("(")[2]

    def fails(less: bytes) -> bool:
        again = failure(target.run, less, watched)
        return again is not None and again.rpartition("(")[2] == kind

    return made.smaller(data, fails)


def _hang(number: int, frame: FrameType | None) -> None:
    raise Hang


def main() -> int:
    """Test all targets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", help="names, divided by commas; all unless given")
    parser.add_argument(
        "--keep", type=Path, help="where failing inputs go; a new folder unless given"
    )
    args = parser.parse_args()
    faulthandler.enable()
    socket.setdefaulttimeout(1.0)
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, _hang)
    with tempfile.TemporaryDirectory() as folder:
        keep: Path = args.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
        keep.mkdir(parents=True, exist_ok=True)
        python = (sys.prefix, sys.base_prefix, "/usr/lib/", "/usr/share/", "/etc/localtime")
        watched = Watched(allowed=(folder, str(ROOT), *python))
        there = targets(Path(folder))
        chosen = args.target.split(",") if args.target else list(there)
        for name in chosen:
            # What is imported or opened once is not what an input touches.
            with contextlib.suppress(MapperError):
                there[name].run(there[name].make(random.Random(0)))
        sys.addaudithook(watched.hear)
        run = Run(seed=args.seed, keep=keep, watched=watched)
        each = args.seconds / sum(there[name].weight for name in chosen)
        failed = sum(fuzz(name, there[name], run, each * there[name].weight) for name in chosen)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
