"""What `crash.py` does in children: add articles until somebody ends it, and look at what is left.

Each child sends lines, or one value, and has the lexicon and the gazetteer of its parent.
"""

import contextlib
import multiprocessing
import resource
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mapper import Article, MapperError, StoreError, pipeline, store
from mapper.export import feature_collection
from mapper.store.check import problems

TIMEOUT_S = 300.0
FORK = multiprocessing.get_context("fork")


def started(function: Callable[..., None], *args: Any) -> tuple[Any, Connection]:
    """Start a child; give it and what it tells by."""
    hear, tell = FORK.Pipe(duplex=False)
    child = FORK.Process(target=function, args=(tell, *args))
    child.start()
    tell.close()
    return child, hear


def heard(started: tuple[Any, Connection]) -> list[Any]:
    """Wait for a child's end, and give all that it told."""
    child, hear = started
    told = []
    with contextlib.suppress(EOFError):
        while hear.poll(TIMEOUT_S):
            told.append(hear.recv())
    child.join()
    hear.close()
    return told


def in_a_child(function: Callable[..., None], *args: Any) -> Any:
    (value,) = heard(started(function, *args))
    return value


def add(told: Connection, location: str, articles: Sequence[Article], limit: int | None) -> None:
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


def reports(told: Connection, location: str) -> None:
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


def features(told: Connection, location: str) -> None:
    with store.opened(location, create=False) as project:
        pipeline.settle(project)
        articles = {one.article.id: one.article for one in store.articles(project)}
        told.send(feature_collection(store.incidents(project), articles)["features"])


def looked_at(
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
