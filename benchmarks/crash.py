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
import multiprocessing
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from main_job import made_articles

from mapper import Article, MapperError, StoreError, pipeline, store
from mapper.export import feature_collection
from mapper.store.check import problems

ARTICLE_BYTES = 3000
UNDATED = 10  # one in so many
TIMEOUT_S = 300.0
MAPPER = (sys.executable, "-m", "mapper")
FORK = multiprocessing.get_context("fork")

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
        told = _started(_add, location, articles, None)
        lines = _heard(told)
        seconds = time.monotonic() - begun
        if "done" not in lines:
            sys.exit(f"An undisturbed add failed: {lines}")
        return Reference(
            articles=articles,
            reports=_in_a_child(_reports, location),
            features=_in_a_child(_features, location),
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
            child, told = _started(_add, location, known.articles, None)
            time.sleep(chance.uniform(0, longest))
            child.kill()
            reported = _heard((child, told))
            found = _in_a_child(_looked_at, location, reported, known.reports)
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
            told = _started(_add, location, known.articles, None if mounted else size)
            reported = _heard(told)
            said += any("disk is full" in line for line in reported)
            aside = Path(own, "aside")
            shutil.copytree(disk, aside, ignore=shutil.ignore_patterns("*-shm"))
            aside_db = str(aside / "incidents.db")
            found = _in_a_child(_looked_at, aside_db, reported, known.reports)
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
        while any(add.poll() is None for add in adds):
            wrong += _failed([*base, "export", "-o", str(folder / "export.geojson")])
            exports += 1
        for add in adds:
            _, said = add.communicate()
            if add.returncode:
                wrong.append(f"an add failed: {said.strip()}")
        found = _in_a_child(_looked_at, location, [], known.reports)
        wrong += found["wrong"]
        if found["articles"] != len(known.articles):
            wrong.append(f"{found['articles']} of {len(known.articles)} articles are in")
        if _groups(_in_a_child(_features, location)) != _groups(known.features):
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
    lines = _heard(_started(_add, location, known.articles, None))
    if "done" not in lines:
        return [f"a second run failed: {lines[-1:]}"]
    wrong: list[str] = _in_a_child(_looked_at, location, lines, known.reports)["wrong"]
    if _in_a_child(_features, location) != known.features:
        wrong.append("a second run ends at other incidents")
    return wrong


def _groups(features: Sequence[Any]) -> set[frozenset[tuple[str, int]]]:
    """Give the reports of each incident: its id may differ with the order of articles."""
    return {
        frozenset((one["article"], one["start"]) for one in feature["properties"]["sources"])
        for feature in features
    }


# What follows runs in children, each of which sends lines, or one value.


def _add(told: Connection, location: str, articles: Sequence[Article], limit: int | None) -> None:
    """Do what `mapper add` does, and tell of each article when it is told that it is in."""
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    told.send("begun")
    try:
        with store.opened(location, create=True) as project:
            run = pipeline.extractor_of(project)
            pipeline.add(project, articles, run, told=lambda added: told.send(_line(added)))
            told.send(f"bytes {_bytes(location)}")
    except MapperError as error:
        told.send(str(error))
    else:
        told.send("done")


def _line(added: pipeline.Added) -> str:
    return f"in {added.origin}" if added.error is None else added.error


def _bytes(location: str) -> int:
    """Give the size of a project file with the log beside it."""
    path = Path(location)
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def _reports(told: Connection, location: str) -> None:
    with store.opened(location, create=False) as project:
        told.send(
            {
                one.article.id: [
                    report.id for report, _ in store.of_article(project, one.article.id)
                ]
                for one in store.articles(project)
                if one.article.published is not None
            }
        )


def _features(told: Connection, location: str) -> None:
    with store.opened(location, create=False) as project:
        pipeline.settle(project)
        articles = {one.article.id: one.article for one in store.articles(project)}
        told.send(feature_collection(store.incidents(project), articles)["features"])


def _looked_at(
    told: Connection, location: str, reported: Sequence[str], reports: dict[str, list[str]]
) -> None:
    """Tell what is wrong with a project that was cut off, and how many articles it has."""
    named = {line.removeprefix("in ") for line in reported if line.startswith("in ")}
    try:
        with store.opened(location, create=False) as project:
            wrong = list(problems(project))
            ids = {one.article.id for one in store.articles(project)}
            for one in sorted(ids & reports.keys()):
                if [report.id for report, _ in store.of_article(project, one)] != reports[one]:
                    wrong.append(f"{one} is half in")
    except StoreError as error:
        # Cut off before there was a project: then nothing may have been reported.
        ids, wrong = set(), []
        if "There is no project" not in str(error):
            wrong.append(str(error))
    wrong += [f"{one} was reported and is not in" for one in sorted(named - ids)]
    told.send({"articles": len(ids), "wrong": wrong})


def _started(function: Callable[..., None], *args: Any) -> tuple[Any, Connection]:
    """Start a child; give it and what it tells by."""
    hear, tell = FORK.Pipe(duplex=False)
    child = FORK.Process(target=function, args=(tell, *args))
    child.start()
    tell.close()
    return child, hear


def _heard(started: tuple[Any, Connection]) -> list[Any]:
    """Wait for a child's end, and give all that it told."""
    child, hear = started
    told = []
    with contextlib.suppress(EOFError):
        while hear.poll(TIMEOUT_S):
            told.append(hear.recv())
    child.join()
    hear.close()
    return told


def _in_a_child(function: Callable[..., None], *args: Any) -> Any:
    (value,) = _heard(_started(function, *args))
    return value


if __name__ == "__main__":
    main()
