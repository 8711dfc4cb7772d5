"""Ask a geocoder for the names that the gazetteer lacks, and read their articles again.

In: a project file and somebody to ask. Out: the answers in the project file, and the articles that
they change read again; the caller derives the incidents. Nothing that a geocoder does or fails to
do is an error here: each reply is kept as it comes, so that what is cut off goes on where it was.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from mapper.article.model import Article
from mapper.geocoder.model import Outcome, Question, Reply
from mapper.pipeline.entries import entry_of
from mapper.report.model import Extraction

if TYPE_CHECKING:
    from pathlib import Path

    from mapper.geocoder import Settings
    from mapper.store import Store

# A server that fails so often in a row fails for all names, and each may take a time-out.
MOST_FAILURES = 3
# Places that are found can make reports out of words that were none, with names of their own.
_MOST_ROUNDS = 4

# A time to come again that is farther off than this was told to a clock that was wrong.
_LONGEST_WAIT = dt.timedelta(days=1)

Extract = Callable[[Article, dt.date | None], Extraction]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Somebody to ask. `source` is the name that the answers are filed under."""

    source: str
    ask: Callable[[Question], Reply]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Geocoded:
    """What came of asking.

    Attributes
    ----------
    failed
        Names that the service did not answer for, each with the reason.
    unasked
        Names that it was not asked for, because `stopped` says why that was no use.
    retry_at
        When the service wants to be asked again, in UTC; None when it did not say.
    """

    source: str
    found: int = 0
    not_found: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    unasked: tuple[str, ...] = ()
    stopped: str | None = None
    retry_at: dt.datetime | None = None


def service_of(settings: "Settings", gazetteer: "Path | None" = None) -> Service:
    """Make a service out of settings; nothing is sent.

    `gazetteer` is the file that judges the answers, chosen as in `extractor`.

    Raises
    ------
    GeocoderError
        When geopy cannot work with the settings.
    GazetteerError
        When the gazetteer cannot be read.
    """
    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.ask import connect
    from mapper.geocoder.polite import ask_politely

    client, places = connect(settings), Gazetteer.open(gazetteer)
    return Service(
        source=settings.source, ask=lambda question: ask_politely(client, question, places)
    )


def geocode(
    store: "Store",
    service: Service,
    run: Extract,
    *,
    article_ids: Collection[str] | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
) -> Geocoded:
    """Ask for all names that have no answer yet, and read the articles again that get a place.

    Parameters
    ----------
    run
        Reads an article with the places that the project file knows.
    article_ids
        Only names of these articles; None for all.
    told
        Called before each question with how many are done and how many there are.

    Raises
    ------
    StoreError
        When the project file cannot be read or written.
    """
    from mapper.store import geocoding as kept

    _note_names(store, run, article_ids)
    _read_again(store, run)
    result = Geocoded(source=service.source)
    asked: set[Question] = set()
    until = kept.wait_until(store, service.source)
    if until is not None and now() < until <= now() + _LONGEST_WAIT:
        result = dataclasses.replace(result, stopped="it wants to be left alone", retry_at=until)
    for _ in range(_MOST_ROUNDS):
        waiting = [
            question
            for question in kept.pending(store, service.source, article_ids)
            if question not in asked
        ]
        if result.stopped is not None:
            return dataclasses.replace(result, unasked=tuple(one.name for one in waiting))
        if not waiting:
            break
        result = _ask_all(store, service, waiting, result, asked, told, now)
        _read_again(store, run)
    return result


def _ask_all(
    store: "Store",
    service: Service,
    questions: Collection[Question],
    result: Geocoded,
    asked: set[Question],
    told: Callable[[int, int], None],
    now: Callable[[], dt.datetime],
) -> Geocoded:
    """Ask one after the other; each reply is kept before the next question."""
    from mapper.store import geocoding as kept

    in_a_row = 0
    for done, question in enumerate(questions):
        told(done, len(questions))
        if kept.is_answered(store, service.source, question):
            continue  # by another process, meanwhile
        reply = service.ask(question)
        asked.add(question)
        kept.put_reply(store, service.source, question, reply, now())
        result = _counted(result, question, reply)
        in_a_row = in_a_row + 1 if reply.outcome is Outcome.FAILED else 0
        if reply.is_final or in_a_row >= MOST_FAILURES:
            return dataclasses.replace(result, stopped=reply.reason, retry_at=reply.retry_at)
    return result


def _counted(result: Geocoded, question: Question, reply: Reply) -> Geocoded:
    if reply.outcome is Outcome.FOUND:
        return dataclasses.replace(result, found=result.found + 1)
    if reply.outcome is Outcome.NOT_FOUND:
        return dataclasses.replace(result, not_found=result.not_found + 1)
    failed = (*result.failed, (question.name, reply.reason))
    return dataclasses.replace(result, failed=failed)


def _note_names(store: "Store", run: Extract, article_ids: Collection[str] | None) -> None:
    """Note the unknown names of articles that an older program read."""
    from mapper import store as project
    from mapper.store import geocoding as kept

    for article_id in kept.not_noted(store, article_ids):
        stored = project.article(store, article_id)
        if stored is None:
            continue
        extraction = run(stored.article, None)
        with store.write() as connection:
            kept.note_names(connection, article_id, extraction.unknown_names)


def _read_again(store: "Store", run: Extract) -> None:
    """Read the articles again that a place was found for."""
    from mapper import store as project
    from mapper.store import geocoding as kept

    for article_id in kept.stale(store):
        stored = project.article(store, article_id)
        if stored is None:
            continue
        extraction = run(stored.article, None)
        words = project.lexicon_of_article(store, article_id)
        project.put_again(store, entry_of(stored.article, extraction, words))
