"""`mapper add --jobs`: articles are read, and incidents worked out, by worker processes.

In: articles and a project file that workers can open. Out: the same project file as without them:
one process writes, in the order in which the articles came. What can go wrong with one article is
told, that workers die of it too.
"""

import contextlib
import dataclasses
import datetime as dt
import functools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from mapper.article.model import Article
from mapper.errors import MapperError
from mapper.lexicon import Lexicon
from mapper.pipeline.collector import spare_collector
from mapper.pipeline.crew import MOST_DEATHS, Crew, Died, in_order
from mapper.pipeline.entries import entry_of
from mapper.report.model import Extraction
from mapper.text.language import is_english

if TYPE_CHECKING:
    from pathlib import Path

    from mapper.gazetteer import Place
    from mapper.incident import Grouped, Incident, Standing
    from mapper.report import Report
    from mapper.store import Days, Plan, Prepared, Row, Store

Extract = Callable[[Article, dt.date | None], Extraction]

# Parts of the time line for each worker: with more of them neighbours are worked out apart, with
# fewer the last part is waited for.
_PARTS = 4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a worker needs to know; it goes to it once.

    Attributes
    ----------
    location
        The project file, as `open_store` takes it.
    gazetteer
        As `extractor` takes it.
    lexicon
        What new articles are read with.
    """

    location: str
    gazetteer: "Path | None"
    lexicon: Lexicon


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article as a worker read it, with places that it did not send before."""

    prepared: "Prepared | None" = None
    places: "tuple[Row, ...]" = ()
    english: bool = True
    error: str | None = None


def crew_of(jobs: int, work: Work) -> Crew:
    """Start worker processes.

    `jobs` is how many; the process that calls only writes. The project file must be there.
    """
    return Crew(jobs, _start, work)


def read_all(
    crew: Crew, store: "Store", items: Iterable[Article | MapperError]
) -> Iterator[tuple[Article | MapperError, Read | Died | None]]:
    """Have new articles read; give each item in its turn, None for what is not to be read."""
    from mapper.store import ArticleRefused, Standing, standing

    def message(some: list[Article | MapperError]) -> list[Article | None]:
        new: list[Article | None] = []
        for item in some:
            try:
                found = None if isinstance(item, MapperError) else standing(store, item)[0]
            except ArticleRefused:
                found = None  # is told when its turn comes
            new.append(item if found is Standing.NEW and isinstance(item, Article) else None)
        return new

    yield from in_order(crew, items, message)


def join_all(crew: Crew, store: "Store") -> None:
    """Work out incidents in parts of the time line.

    What is left, because parts touch or have no day, is for `settle`.
    """
    from mapper.store import carry_out, dirty_days

    parts = deque((days, 0) for days in _parts(dirty_days(store), len(crew.workers) * _PARTS))
    while True:
        for worker in crew.idle():
            if parts:
                task = parts.popleft()
                worker.begin(task, task[0])
        if len(crew.idle()) == len(crew.workers):
            return
        for (days, deaths), plan in crew.finished():
            if isinstance(plan, Died):
                parts.extend([(days, deaths + 1)] if deaths + 1 < MOST_DEATHS else [])
            elif plan is not None:
                carry_out(store, plan)
                parts.appendleft((days, deaths))


def _parts(counted: list[tuple[str, int]], most: int) -> "list[Days]":
    """Divide days into parts with as many reports in each."""
    total, so_far, starts = sum(count for _, count in counted), 0, ["0000"]
    for day, count in counted:
        if so_far * most >= len(starts) * total:
            starts.append(day)
        so_far += count
    # No day is after this one: digits sort before it.
    return list(zip(starts, [*starts[1:], "~"], strict=True))


@contextlib.contextmanager
def _start(work: Work) -> Iterator[Callable[[Any], Any]]:
    """Open in a worker what it works with; give the function that does a task."""
    from mapper import pipeline, store

    with store.opened(work.location, create=False) as project:
        run = pipeline.extractor_of(project, work.gazetteer, work.lexicon)
        spare_collector()
        sent: set[str] = set()

        def do(task: Any) -> Any:
            if isinstance(task, tuple):
                return _planned(project, task)
            return [None if one is None else _read(one, run, work.lexicon, sent) for one in task]

        yield do


def _read(article: Article, run: Extract, lexicon: Lexicon, sent: set[str]) -> Read:
    from mapper import store
    from mapper.pipeline import dated

    full = dated(article)
    try:
        entry = entry_of(full, run(full, None), lexicon)
        places: dict[str, Place] = {}
        prepared = store.prepare(article, entry, places)
    except store.ArticleRefused as error:
        return Read(error=str(error))
    new = {key: place for key, place in places.items() if key not in sent}
    sent.update(new)
    return Read(
        prepared=prepared, places=store.rows_of_places(new), english=is_english(article.text)
    )


def _planned(project: "Store", days: "Days") -> "Plan | None":
    from mapper import store

    lexicon = store.project_lexicon(project)
    return store.plan_of(
        project, functools.partial(grouping, lexicon), functools.partial(deriving, lexicon), days
    )


def grouping(lexicon: Lexicon, changed: "list[Report]", standing: "Standing") -> "Grouped":
    """Group reports by a lexicon, as `store.settle` wants it."""
    from mapper.incident import regroup

    return regroup(changed, standing, lexicon)


def deriving(
    lexicon: Lexicon, grouped: "Grouped", published: Any, previous: Any, texts: Any
) -> "list[Incident]":
    """Derive incidents by a lexicon, as `store.settle` wants it."""
    from mapper.incident import incidents_of

    return incidents_of(
        grouped, published=published, previous=previous, texts=texts, lexicon=lexicon
    )
