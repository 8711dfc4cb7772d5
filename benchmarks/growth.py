"""Measure what one more article costs in a project of a thousand, ten and a hundred thousand.

`python benchmarks/growth.py [--sizes 1000,10000,100000] [--read 400] [--worlds 25] [--write]`
prints a table in Markdown. Articles are made from the paragraphs of `tests/quality` as in
`main_job.py`, 40 a day, so that the days are as full at the end as at the beginning. The first
`--read` of them are read by the whole pipeline; the project is filled up in bulk with their
reports, moved to other days and, as the sets know few places, to places of the same names in other
worlds; `--worlds 1` has all at the same few places, day after day. Then articles that nobody has
seen are added by the whole pipeline.
"""

import argparse
import dataclasses
import datetime as dt
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from main_job import made_articles

from mapper import Article, Extraction, pipeline, store
from mapper.incident import block_keys
from mapper.pipeline.collector import spare_collector
from mapper.report import Count, Location

ROOT = Path(__file__).parents[1]
ARTICLE_BYTES = 3000
ARTICLES_A_DAY = 40
WORLDS = 25
# Articles that are measured at each size, in calls of so many, as a newsroom's feed brings them.
MEASURED = 200
A_CALL = 20
WANTED_GROWTH = 1.2
_FIRST_DAY = dt.date(2015, 1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", default="1000,10000,100000", help="projects to measure in")
    parser.add_argument("--read", type=int, default=400, help="articles read to fill up with")
    parser.add_argument("--worlds", type=int, default=WORLDS, help="how thin to spread the places")
    parser.add_argument("--write", action="store_true", help="put the table into the documents")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child is not None:
        print(json.dumps(_measured(args.child, args.read, args.worlds)))
        return
    shared = ["--read", str(args.read), "--worlds", str(args.worlds)]
    rows = [_in_a_process(size, shared) for size in args.sizes.split(",")]
    table = _table(rows)
    print(table)
    if args.write:
        _write(ROOT / "docs" / "quality.md", table)


def _in_a_process(size: str, shared: Sequence[str]) -> dict[str, Any]:
    """Measure one size in a process of its own, so that memory is that of this size."""
    child = [sys.executable, str(Path(__file__).resolve()), "--child", size, *shared]
    done = subprocess.run(child, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _table(rows: Sequence[dict[str, Any]]) -> str:
    lines = [
        "| articles there | one more | of it storing and joining | to the first | peak memory "
        "| project file |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        times = row["whole"] / rows[0]["whole"]
        verdict = "" if row is rows[0] else f"{times:.2f} (wanted {WANTED_GROWTH})"
        lines.append(
            f"| {row['size']:,} | {row['whole'] * 1000:.1f} ms | {row['rest'] * 1000:.1f} ms "
            f"| {verdict} | {row['peak_mb']:.0f} MB | {row['file_mb']:.0f} MB |"
        )
    return "\n".join(lines) + "\n"


def _write(document: Path, table: str) -> None:
    text = document.read_text("utf-8")
    place = re.compile(r"<!-- growth -->\n+(?:\|.*\n)*\n*")
    document.write_text(place.sub(lambda _: f"<!-- growth -->\n\n{table}\n", text), "utf-8")


def _measured(size: int, read: int, worlds: int) -> dict[str, Any]:
    """Fill a project up and add articles to it; seconds an article in processor time."""
    articles = made_articles(read + MEASURED, ARTICLE_BYTES)
    run = _Timed(pipeline.extractor())
    known = [(article, run(article, None)) for article in articles[:read]]
    chance = random.Random(size)
    days = max(1, size // ARTICLES_A_DAY)
    news = [
        dataclasses.replace(article, published=_FIRST_DAY + dt.timedelta(chance.randrange(days)))
        for article in articles[read:]
    ]
    with (
        tempfile.TemporaryDirectory() as folder,
        store.opened(str(Path(folder, "incidents.db")), create=True) as project,
    ):
        for entry in _filling(known, size, worlds):
            store.put(project, entry)
        pipeline.settle(project)
        spare_collector()  # as `mapper add` does
        run.seconds = 0.0
        costs = []
        for at in range(0, len(news), A_CALL):
            begun = time.process_time()
            pipeline.add(project, news[at : at + A_CALL], run)
            costs.append((time.process_time() - begun) / A_CALL)
        file_mb = Path(folder, "incidents.db").stat().st_size / 1e6
    # The unit of ru_maxrss is the kilobyte on Linux and the byte on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    whole = statistics.mean(costs)
    return {
        "size": size,
        "whole": whole,
        "rest": whole - run.seconds / len(news),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
        "file_mb": file_mb,
    }


def _filling(
    known: Sequence[tuple[Article, Extraction]], size: int, worlds: int
) -> Iterator[store.Entry]:
    """Give `size` articles as if they had been read: known ones, each on another day."""
    chance = random.Random(20250524)
    for number in range(size):
        article, extraction = known[number % len(known)]
        day = _FIRST_DAY + dt.timedelta(number // ARTICLES_A_DAY)
        ident = f"filling-{number}"
        moved = _moved(article, extraction, ident, day, chance)
        yield _in_world(moved, chance.randrange(worlds))


def _moved(
    article: Article, extraction: Extraction, ident: str, day: dt.date, chance: random.Random
) -> store.Entry:
    """Tell the like some years earlier or later, with other numbers and under another id."""
    by = day - (article.published or day)
    reports = tuple(
        dataclasses.replace(
            report,
            id=report.id.replace(report.article_id, ident, 1),
            article_id=ident,
            killed=_drawn(report.killed, chance),
            injured=_drawn(report.injured, chance),
            date=dataclasses.replace(
                report.date,
                first=None if report.date.first is None else report.date.first + by,
                last=None if report.date.last is None else report.date.last + by,
            ),
        )
        for report in extraction.reports
    )
    return store.Entry(
        article=dataclasses.replace(
            article, id=ident, text=f"{article.text}\n{ident}", published=day
        ),
        extraction=dataclasses.replace(extraction, article_id=ident, reports=reports),
        keys=tuple(block_keys(report) for report in reports),
        undated=False,
    )


def _in_world(entry: store.Entry, world: int) -> store.Entry:
    """Put an article's reports at places of another world; the first world is the known one."""
    if world == 0:
        return entry
    reports = tuple(
        dataclasses.replace(report, location=_elsewhere(report.location, world))
        for report in entry.extraction.reports
    )
    return dataclasses.replace(
        entry,
        extraction=dataclasses.replace(entry.extraction, reports=reports),
        keys=tuple(block_keys(report) for report in reports),
    )


def _elsewhere(location: Location, world: int) -> Location:
    place = location.place
    if place is None:
        return location
    region = None if place.admin1_id is None else f"{place.admin1_id}~{world}"
    return dataclasses.replace(
        location,
        place=dataclasses.replace(
            place, id=f"{place.id}~{world}", admin1_id=region, country=f"{place.country}~{world}"
        ),
        within=tuple(f"{one}~{world}" for one in location.within),
    )


def _drawn(count: Count | None, chance: random.Random) -> Count | None:
    """Draw a number from half to twice the one that was told."""
    if count is None or not count.best:
        return count
    number = max(1, round(count.best * chance.uniform(0.5, 2.0)))
    return dataclasses.replace(count, low=number, best=number, high=number)


class _Timed:
    """An extractor that counts the processor time spent in it, in seconds."""

    def __init__(self, run: pipeline.Extract) -> None:
        self.run = run
        self.seconds = 0.0

    def __call__(self, article: Article, published: dt.date | None) -> Extraction:
        begun = time.process_time()
        try:
            return self.run(article, published)
        finally:
            self.seconds += time.process_time() - begun


if __name__ == "__main__":
    main()
