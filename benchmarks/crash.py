"""End `mapper add` at random moments, fill its disk, and let three programs work at once.

`python benchmarks/crash.py [--moments 50] [--disks 10] [--articles 60] [--postgresql URL]` prints a
table in Markdown and ends with 1 when something was lost. Articles are those of `main_job.py`, a
tenth of them without a day; moments and sizes are drawn with a seed. The disk is a small tmpfs,
where one may be mounted, else a limit on the size of a file. URL is a database of PostgreSQL in
which schemas can be made; there, a disk is not filled.
"""

import argparse
import contextlib
import dataclasses
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from crash_child import add, features, heard, in_a_child, looked_at, reports, started
from main_job import made_articles

from mapper import Article, pipeline

ARTICLE_BYTES = 3000
UNDATED = 10  # one in so many
MAPPER = (sys.executable, "-m", "mapper")

Row = tuple[str, str, str, bool]
# Gives locations of projects that are not there yet, each gone with its context.
Places = Callable[[], contextlib.AbstractContextManager[str]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What an undisturbed `add` leads to, how long it takes, and what bytes it needs."""

    articles: Sequence[Article]
    reports: dict[str, list[str]]
    features: list[Any]
    seconds: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--moments", type=int, default=50, help="how often to kill")
    parser.add_argument("--disks", type=int, default=10, help="how many sizes of disks to fill")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--postgresql", metavar="URL", help="do it on a server too")
    args = parser.parse_args()
    articles = _articles(args.articles)
    # Lexicon and gazetteer are loaded once for all children, which only read them.
    pipeline.extract(articles[0])
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder))
        known = _reference(files, articles)
        rows.append(_killed("SQLite", files, known, random.Random(args.seed), args.moments))
        rows.append(_full(Path(folder), known, random.Random(args.seed), args.disks))
        rows.append(_at_once("SQLite", files, known, Path(folder)))
        if args.postgresql:
            schemas = _schemas(args.postgresql)
            known = _reference(schemas, articles)
            chance = random.Random(args.seed)
            rows.append(_killed("PostgreSQL", schemas, known, chance, args.moments))
            rows.append(_at_once("PostgreSQL", schemas, known, Path(folder)))
    print("| what | wanted | measured | |\n| --- | --- | --- | --- |")
    for what, wanted, measured, reached in rows:
        print(f"| {what} | {wanted} | {measured} | {'reached' if reached else 'short'} |")
    sys.exit(0 if all(reached for *_, reached in rows) else 1)


def _articles(count: int) -> list[Article]:
    made = made_articles(count, ARTICLE_BYTES)
    return [
        dataclasses.replace(one, published=None) if number % UNDATED == UNDATED - 1 else one
        for number, one in enumerate(made)
    ]


def _files(folder: Path) -> Places:
    @contextlib.contextmanager
    def place() -> Iterator[str]:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            yield str(Path(own, "incidents.db"))

    return place


def _schemas(url: str) -> Places:
    import sqlalchemy as sa

    server = sa.make_url(url).set(drivername="postgresql+psycopg")

    def run(statement: str) -> None:
        engine = sa.create_engine(server, poolclass=sa.NullPool)
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)

    @contextlib.contextmanager
    def place() -> Iterator[str]:
        name = f"crash_{uuid.uuid4().hex}"
        run(f"CREATE SCHEMA {name}")
        yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name},public"
        run(f"DROP SCHEMA {name} CASCADE")

    return place


def _reference(places: Places, articles: Sequence[Article]) -> Reference:
    with places() as location:
        begun = time.monotonic()
        told = started(add, location, articles, None)
        lines = heard(told)
        seconds = time.monotonic() - begun
        if "done" not in lines:
            sys.exit(f"An undisturbed add failed: {lines}")
        return Reference(
            articles=articles,
            reports=in_a_child(reports, location),
            features=in_a_child(features, location),
            seconds=seconds,
            size=next(int(line[6:]) for line in lines if line.startswith("bytes ")),
        )


def _killed(
    name: str, places: Places, known: Reference, chance: random.Random, moments: int
) -> Row:
    """Kill an `add` at random moments, a fifth of them in its first moments."""
    wrong: list[str] = []
    stored = 0
    for number in range(moments):
        longest = known.seconds * (0.2 if number % 5 == 0 else 1.0)
        with places() as location:
            child, told = started(add, location, known.articles, None)
            time.sleep(chance.uniform(0, longest))
            child.kill()
            reported = heard((child, told))
            found = in_a_child(looked_at, location, reported, known.reports)
            stored += found["articles"]
            wrong += found["wrong"] + _again(location, known)
        print(f"{name}: killed {number + 1} times, {len(wrong)} wrong", file=sys.stderr)
    return _row(f"{name}: kill -9 at {moments} moments of an add", known, wrong, stored / moments)


def _full(folder: Path, known: Reference, chance: random.Random, sizes: int) -> Row:
    """Let the disk be full at random sizes of the project file; then make room."""
    wrong: list[str] = []
    stored = said = 0
    kind = ""
    for _ in range(sizes):
        size = chance.randrange(known.size // 20, known.size)
        with tempfile.TemporaryDirectory(dir=folder) as own:
            disk = Path(own, "disk")
            disk.mkdir()
            mounted = _mount(disk, f"size={size}")
            kind = "a full tmpfs" if mounted else "a limit on the file's size"
            location = str(disk / "incidents.db")
            told = started(add, location, known.articles, None if mounted else size)
            reported = heard(told)
            said += any("disk is full" in line for line in reported)
            aside = Path(own, "aside")
            shutil.copytree(disk, aside, ignore=shutil.ignore_patterns("*-shm"))
            aside_db = str(aside / "incidents.db")
            found = in_a_child(looked_at, aside_db, reported, known.reports)
            stored += found["articles"]
            wrong += found["wrong"]
            if mounted:
                _mount(disk, "remount,size=1g")
            wrong += _again(location, known)
            if mounted:
                subprocess.run(["umount", str(disk)], check=True)
    if said < sizes:
        wrong += [f"{sizes - said} of {sizes} full disks were not told"]
    return _row(f"SQLite: {kind} at {sizes} sizes", known, wrong, stored / sizes)


def _mount(disk: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    if shutil.which("mount") is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _at_once(name: str, places: Places, known: Reference, folder: Path) -> Row:
    """Run two `add`s that share a third of their articles, and `export` again and again."""
    third = len(known.articles) // 3
    halves = (known.articles[: 2 * third], known.articles[third:])
    exports, wrong = 0, []
    with places() as location:
        base = [*MAPPER, "--db", location]
        first = _write(folder / "first.jsonl", known.articles[:1])
        wrong += _failed([*base, "add", str(first)])
        paths = [_write(folder / f"half{n}.jsonl", half) for n, half in enumerate(halves)]
        adds = [
            subprocess.Popen([*base, "add", str(path)], stderr=subprocess.PIPE, text=True)
            for path in paths
        ]
        while any(one.poll() is None for one in adds):
            wrong += _failed([*base, "export", "-o", str(folder / "export.geojson")])
            exports += 1
        for one in adds:
            _, said = one.communicate()
            if one.returncode:
                wrong.append(f"an add failed: {said.strip()}")
        found = in_a_child(looked_at, location, [], known.reports)
        wrong += found["wrong"]
        if found["articles"] != len(known.articles):
            wrong.append(f"{found['articles']} of {len(known.articles)} articles are in")
        if _groups(in_a_child(features, location)) != _groups(known.features):
            wrong.append("the incidents are others")
    measured = f"{exports} exports, {found['articles']} articles in; {_what(wrong)}"
    return (f"{name}: two adds and an export at once", "all succeed", measured, not wrong)


def _failed(command: Sequence[str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [f"{command[5]} failed: {done.stderr.strip()}"] if done.returncode else []


def _write(path: Path, articles: Sequence[Article]) -> Path:
    lines = (
        {"id": one.id, "text": one.text}
        | ({} if one.published is None else {"published": one.published.isoformat()})
        for one in articles
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def _row(what: str, known: Reference, wrong: list[str], stored: float) -> Row:
    wanted = "none half in, none reported and not in, sound, ends the same"
    of = f"of {len(known.articles)} articles {stored:.0f} in on average"
    return what, wanted, f"{of}; {_what(wrong)}", not wrong


def _what(wrong: Sequence[str]) -> str:
    for line in wrong:
        print(line, file=sys.stderr)
    return f"{len(wrong)} wrong: {wrong[0]}" if wrong else "nothing wrong"


def _again(location: str, known: Reference) -> list[str]:
    """Run the `add` a second time, and see that it ends where an undisturbed one does."""
    lines = heard(started(add, location, known.articles, None))
    if "done" not in lines:
        return [f"a second run failed: {lines[-1:]}"]
    wrong: list[str] = in_a_child(looked_at, location, lines, known.reports)["wrong"]
    if in_a_child(features, location) != known.features:
        wrong.append("a second run ends at other incidents")
    return wrong


def _groups(features: Sequence[Any]) -> set[frozenset[tuple[str, int]]]:
    """Give the reports of each incident: its id may differ with the order of articles."""
    return {
        frozenset((one["article"], one["start"]) for one in feature["properties"]["sources"])
        for feature in features
    }


if __name__ == "__main__":
    main()
