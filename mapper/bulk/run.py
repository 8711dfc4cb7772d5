"""A bulk run on a Dask cluster: blocks are read, parts of the time line joined, parts written.

In: files of articles, a cluster, a folder that all its workers see. Out: a dataset. Each step
leaves files that are whole or not there, and is not done again when they are; so a worker that
dies, or a run that is cut off, loses what was in hand and nothing else.
"""

import dataclasses
import datetime as dt
import functools
import hashlib
import json
import pathlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mapper.bulk.dataset import (
    claimed,
    features,
    manifest,
    part_path,
    write_manifest,
    write_part,
)
from mapper.bulk.joining import HALO_DAYS, Input, Part, features_of, join_part, parts_of
from mapper.bulk.reading import (
    ANOTHER,
    Summary,
    read_block,
    summary,
    told_in,
    undated_in,
    write_inferred,
)
from mapper.bulk.sources import Block
from mapper.errors import OutputError
from mapper.incident.keys import group_of
from mapper.incident.parents import Extent, parents
from mapper.lexicon import Lexicon, load_lexicons, restore_lexicon
from mapper.report.model import Extraction, Report

if TYPE_CHECKING:
    from distributed import Client

    from mapper.pipeline import Extract

# Reports of a part: some seconds of joining, and 200 MB with those of the days around.
PART_REPORTS = 20_000

# Called with the step, and how many of its tasks are done and how many there are.
Tell = Callable[[str, int, int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A lexicon as it goes to workers: by names that come with the package, or all of it."""

    name: str
    bundled: tuple[str, ...]
    source: str
    sha256: str

    def load(self) -> Lexicon:
        """Make the lexicon."""
        return (
            load_lexicons(self.bundled) if self.bundled else restore_lexicon(self.source, self.name)
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a bulk run.

    Attributes
    ----------
    target
        Folder of the dataset, by a path that is the same on all workers.
    gazetteer
        As `mapper.pipeline.extractor` takes it, by a path that is the same on all workers.
    """

    blocks: tuple[Block, ...]
    target: pathlib.Path
    words: Words
    gazetteer: pathlib.Path | None = None

    @property
    def signature(self) -> str:
        """Name what the result depends on, so that another run does not go on with it."""
        told = [[dataclasses.astuple(one) for one in self.blocks], self.words.sha256]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a bulk run did; `failed` has a line for each article that is not in it."""

    articles: int
    incidents: int
    parts: int
    failed: tuple[str, ...] = ()


def words_of(lexicon: Lexicon) -> Words:
    """Make of a lexicon what goes to workers."""
    bundled = tuple(lexicon.bundled)
    source = "" if bundled else lexicon.source
    return Words(name=lexicon.name, bundled=bundled, source=source, sha256=lexicon.sha256)


def bulk(wanted: Wanted, client: "Client", told: Tell = lambda step, done, total: None) -> Done:
    """Make a dataset of articles; one that is finished is left as it is.

    Raises
    ------
    OutputError
        When the folder holds something else, or the result of other inputs.
    MapperError
        When a file that was written is broken.
    """
    target = wanted.target
    claimed(target)
    said = manifest(target) if (target / "_mapper.json").exists() else {}
    if said and said.get("signature") != wanted.signature:
        msg = f"{str(target)!r} was begun with other inputs; name another folder, or delete it."
        raise OutputError(msg)
    if said.get("finished"):
        count = sum(1 for _ in features(str(target)))
        return Done(articles=said["articles"], incidents=count, parts=said["parts"])
    write_manifest(target, {"signature": wanted.signature})
    work = target / "_work"
    work.mkdir(exist_ok=True)
    inputs, summaries, failed = _read(wanted, client, work, told)
    inputs.append(_with_days(wanted, client, inputs, summaries, told))
    extents = _join(wanted, client, inputs, work, told)
    _write(wanted, client, extents, told)
    articles = sum(len(one.articles) for one in summaries) - sum(len(i.dropped) for i in inputs)
    lexicon = wanted.words.load()
    write_manifest(
        target,
        {
            "signature": wanted.signature,
            "finished": True,
            "parts": len(extents),
            "articles": articles,
            "layers": _layers(lexicon),
        },
    )
    shutil.rmtree(work)
    incidents = sum(map(len, extents))
    return Done(articles=articles, incidents=incidents, parts=len(extents), failed=tuple(failed))


def _layers(lexicon: Lexicon) -> dict[str, dict[str, str]] | None:
    """Give words and colours of the types, where they are not those of war."""
    from mapper.lexicon import layers, load_lexicon

    if lexicon == load_lexicon():
        return None
    return {name: dict(one) for name, one in layers(lexicon.types.values()).items()}


def _each(
    client: "Client", step: str, told: Tell, function: Callable[..., Any], tasks: Sequence[Any]
) -> Iterator[tuple[int, Any]]:
    """Have tasks done on the cluster; give results with the numbers of their tasks, as they come.

    What a worker did that dies is done again by another.
    """
    from distributed import as_completed

    told(step, 0, len(tasks))
    coming = client.map(function, tasks, pure=False)
    number_of = {future.key: number for number, future in enumerate(coming)}
    completed: Iterator[Any] = as_completed(coming, loop=client.loop)  # type: ignore[no-untyped-call,unused-ignore]
    for done, future in enumerate(completed, 1):
        yield number_of[future.key], future.result()
        told(step, done, len(tasks))


def _in_order(*arguments: Any) -> list[Any]:
    """As `_each`, all results in the order of the tasks."""
    return [result for _, result in sorted(_each(*arguments), key=lambda pair: pair[0])]


# Reading


@functools.lru_cache(maxsize=2)
def _extractor(gazetteer: pathlib.Path | None, words: Words) -> "Extract":
    from mapper import pipeline

    lexicon = words.load()
    return pipeline.extractor(gazetteer, words=lambda article: lexicon)


def _read_task(task: tuple[Block, pathlib.Path, pathlib.Path | None, Words]) -> None:
    block, path, gazetteer, words = task
    read_block(block, path, _extractor(gazetteer, words))


def _read(
    wanted: Wanted, client: "Client", work: pathlib.Path, told: Tell
) -> tuple[list[Input], list[Summary], list[str]]:
    """Have blocks read; of articles that come twice the first is kept."""
    paths = [work / f"read-{number:06}" for number in range(len(wanted.blocks))]
    tasks = [
        (block, path, wanted.gazetteer, wanted.words)
        for block, path in zip(wanted.blocks, paths, strict=True)
        if not path.exists()
    ]
    for _ in _each(client, "read", told, _read_task, tasks):
        pass
    summaries = [summary(path) for path in paths]
    known: dict[str, str] = {}
    inputs: list[Input] = []
    failed: list[str] = []
    for path, one in zip(paths, summaries, strict=True):
        failed += one.failed
        failed += [
            f"{ident}: {ANOTHER}"
            for ident, digest in one.articles
            if known.get(ident, digest) != digest
        ]
        inputs.append(Input(path=path, dropped=frozenset(known.keys() & dict(one.articles))))
        known.update(pair for pair in one.articles if pair[0] not in known)
    return inputs, summaries, failed


# Days of articles without one

# What reports must share that one may tell the day of the other: a number of one kind.
_Number = tuple[str, str, int]


def _numbers(report: Report, lexicon: Lexicon) -> set[_Number]:
    group = group_of(report.event_type, lexicon)
    counts = (("killed", report.killed), ("injured", report.injured))
    found = {(group, name, c.best) for name, c in counts if c is not None and c.best}
    return found | {(group, side, number) for side, number in report.prisoners}


def _dated_task(task: tuple[Input, range, frozenset[_Number], Words]) -> list[Report]:
    """Give the dated reports of a file that share a number with an undated one."""
    source, days, numbers, words = task
    lexicon = words.load()
    told = told_in(source.path, days, source.dropped, {})
    reports = (one.report for one in told)
    return [one for one in reports if not numbers.isdisjoint(_numbers(one, lexicon))]


def _with_days(
    wanted: Wanted,
    client: "Client",
    inputs: Sequence[Input],
    summaries: Sequence[Summary],
    told: Tell,
) -> Input:
    """Find days for the articles without one; give the file of what they tell then."""
    from mapper.pipeline.inference import infer

    path = wanted.target / "_work" / "undated"
    if path.exists() and (days := _days_found(path)) is not None:
        return Input(path=path, inferred=days)
    waiting = {
        article.id: (article, base)
        for source, one in zip(inputs, summaries, strict=True)
        if one.undated
        for article, base in undated_in(source.path, source.dropped)
    }
    days, found = {}, dict[str, Extraction]()
    if waiting:
        lexicon = wanted.words.load()
        bases = [report for _, base in waiting.values() for report in base.reports]
        numbers = frozenset(one for report in bases for one in _numbers(report, lexicon))
        span = _all_days(summaries)
        tasks = [(source, span, numbers, wanted.words) for source in inputs]
        dated = [
            one for some in _in_order(client, "date", told, _dated_task, tasks) for one in some
        ]
        run = _extractor(wanted.gazetteer, wanted.words)
        days, found = infer(waiting, dated, run, lexicon)
    write_inferred([(waiting[ident][0], one) for ident, one in found.items()], path, days)
    return Input(path=path, inferred=days)


def _days_found(path: pathlib.Path) -> dict[str, dt.date]:
    from mapper.bulk.reading import read_parts

    found = read_parts(path, ["inferred"])["inferred"]
    return {ident: dt.date.fromisoformat(day) for ident, day in found.items()}


def _all_days(summaries: Sequence[Summary]) -> range:
    days = [day for one in summaries for day, _ in one.days]
    return range(min(days), max(days) + 1) if days else range(1, 2)


# Joining and writing


def _join_task(
    task: tuple[tuple[Input, ...], Part, pathlib.Path, Words],
) -> list[Extent]:
    inputs, part, path, words = task
    return join_part(inputs, part, words.load(), path)


def _join(
    wanted: Wanted,
    client: "Client",
    inputs: Sequence[Input],
    work: pathlib.Path,
    told: Tell,
) -> list[list[Extent]]:
    """Have the parts of the time line joined; the last part has the incidents without a day."""
    days: Counter[int] = Counter()
    for source in inputs:
        days.update(dict(summary(source.path).days))
    parts = parts_of(days, PART_REPORTS, 2 * HALO_DAYS)
    span = parts[0].all_days if parts else range(1, 2)
    parts.append(Part(days=None, all_days=span))
    tasks = [
        (tuple(inputs), part, work / f"joined-{number:05}", wanted.words)
        for number, part in enumerate(parts)
    ]
    return _in_order(client, "join", told, _join_task, tasks)


def _write_task(task: tuple[pathlib.Path, dict[str, str], pathlib.Path]) -> None:
    source, found, target = task
    made = features_of(source)
    for feature in made:
        feature["properties"]["parent"] = found.get(feature["id"])
    write_part(made, target)


def _write(
    wanted: Wanted, client: "Client", extents: Sequence[Sequence[Extent]], told: Tell
) -> None:
    """Have the parts written, each incident with its parent."""
    found = parents([one for some in extents for one in some], wanted.words.load())
    tasks = [
        (
            wanted.target / "_work" / f"joined-{number:05}",
            {one.id: found[one.id] for one in some if one.id in found},
            part_path(wanted.target, number),
        )
        for number, some in enumerate(extents)
    ]
    for _ in _each(client, "write", told, _write_task, tasks):
        pass
