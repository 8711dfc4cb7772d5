"""What geocoders said, kept in the project file so that nothing is asked twice.

In: questions and replies. Out: the places that are known for a name, and what is still to be asked.
The places of reports are stored with the reports as all others are; this is for the articles that
come later, and for those that are read again.
"""

import base64
import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.gazetteer.names import name_key
from mapper.geocoder.model import Outcome, Question, Reply
from mapper.store import codec
from mapper.store.handle import Store
from mapper.store.reports import chunks
from mapper.store.schema import ARTICLE, GEOCODING, NAMES_NOTED, UNKNOWN_NAME

# What is asked for each article is put together once: that takes longer than to answer it.
_NOTE = NAMES_NOTED.insert()
_NOTE_NAMES = UNKNOWN_NAME.insert()
_FORGET = tuple(
    table.delete().where(table.c.article_id == sa.bindparam("ident"))
    for table in (UNKNOWN_NAME, NAMES_NOTED)
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name that the gazetteer lacks, and what one service said of it.

    Attributes
    ----------
    articles
        How many articles have it in a report.
    source
        The service and its server; None when nobody was asked, and the rest is then empty.
    """

    question: Question
    articles: int
    source: str | None = None
    reply: Reply | None = None
    asked_at: str | None = None


def known_places(store: Store) -> Callable[[str, str | None], tuple[Place, ...]]:
    """Give what a `Geoparser` takes as its geocoder: it knows what the project file knows.

    It gives the places that were found for a name in a country, by id; nothing is sent anywhere. Of
    several services the one that was asked last is believed.
    """
    return functools.partial(_known_places, store)


def _known_places(store: Store, name: str, country: str | None) -> tuple[Place, ...]:
    if country is None:
        return ()
    query = (
        sa.select(GEOCODING.c.places)
        .where(*_is(Question(name=name, country=country)))
        .where(GEOCODING.c.outcome == Outcome.FOUND.value)
        .order_by(GEOCODING.c.asked_at.desc(), GEOCODING.c.source)
        .limit(1)
    )
    with store.read() as connection:
        text = connection.execute(query).scalar()
    return () if text is None else _read_places(text)


def note_names(
    connection: sa.Connection,
    article_id: str,
    names: Sequence[tuple[str, str]],
    *,
    fresh: bool = False,
) -> None:
    """Note which names of an article a geocoder can be asked for, instead of those noted before.

    `fresh` tells that the article was just stored, and so none were noted.
    """
    if not fresh:
        forget_names(connection, article_id)
    connection.execute(_NOTE, [{"article_id": article_id, "stale": 0}])
    rows = {
        (name_key(name), country): {
            "name_key": name_key(name),
            "country": country,
            "article_id": article_id,
            "name": name,
        }
        for name, country in reversed(names)
        if name_key(name)
    }
    if rows:
        connection.execute(_NOTE_NAMES, list(rows.values()))


def forget_names(connection: sa.Connection, article_id: str) -> None:
    """Forget the names of an article that is taken out."""
    for statement in _FORGET:
        connection.execute(statement, {"ident": article_id})


def not_noted(store: Store, article_ids: Collection[str] | None = None) -> list[str]:
    """Give the ids of articles whose unknown names were never noted, by an older program.

    Only of those in `article_ids`; None for all.
    """
    noted = sa.select(NAMES_NOTED.c.article_id)
    query = sa.select(ARTICLE.c.id).where(ARTICLE.c.id.not_in(noted)).order_by(ARTICLE.c.seq)
    with store.read() as connection:
        if article_ids is None:
            return list(connection.execute(query).scalars())
        parts = (query.where(ARTICLE.c.id.in_(part)) for part in chunks(sorted(article_ids)))
        return [one for part in parts for one in connection.execute(part).scalars()]


def stale(store: Store) -> list[str]:
    """Give the ids of articles that a place was found for since they were read."""
    query = (
        sa.select(ARTICLE.c.id)
        .join(NAMES_NOTED, NAMES_NOTED.c.article_id == ARTICLE.c.id)
        .where(NAMES_NOTED.c.stale == 1)
        .order_by(ARTICLE.c.seq)
    )
    with store.read() as connection:
        return list(connection.execute(query).scalars())


def pending(
    store: Store, source: str, article_ids: Collection[str] | None = None
) -> list[Question]:
    """Give the questions that `source` is still to be asked.

    Those that no service has found a place for and this one did not say "not found" to. Never asked
    ones come first, then those that failed the longest ago, so that a name which always fails does
    not keep the others waiting; else by name.

    Parameters
    ----------
    article_ids
        Only names of these articles; None for all.
    """
    named: dict[tuple[str, str], str] = {}
    with store.read() as connection:
        for row in _names(connection, article_ids):
            key = (row.name_key, row.country)
            named[key] = min(row.name, named.get(key, row.name))
        failed: dict[tuple[str, str], str] = {}
        for row in _said(connection, sorted({key for key, _ in named})):
            key = (row.name_key, row.country)
            if _is_answer(row, source):
                named.pop(key, None)
            elif row.source == source:
                failed[key] = row.asked_at
    order = sorted(named, key=lambda key: (failed.get(key, ""), key))
    return [Question(name=named[key], country=key[1]) for key in order]


def is_answered(store: Store, source: str, question: Question) -> bool:
    """Whether `pending` would leave a question out."""
    query = sa.select(GEOCODING.c.source, GEOCODING.c.outcome).where(*_is(question))
    with store.read() as connection:
        rows = connection.execute(query).all()
    return any(_is_answer(row, source) for row in rows)


def wait_until(store: Store, source: str) -> dt.datetime | None:
    """Give the time (UTC) before which `source` does not want to be asked again, None for none."""
    query = sa.select(sa.func.max(GEOCODING.c.retry_at)).where(GEOCODING.c.source == source)
    with store.read() as connection:
        text = connection.execute(query).scalar()
    return None if text is None else dt.datetime.fromisoformat(text)


def put_reply(
    store: Store, source: str, question: Question, reply: Reply, now: dt.datetime
) -> None:
    """Keep what was said, in the place of what the same source said before."""
    row = {
        "name_key": name_key(question.name),
        "country": question.country,
        "source": source,
        "name": question.name,
        "outcome": reply.outcome.value,
        "reason": reply.reason,
        "places": _write_places(reply.places),
        "asked_at": _second(now),
        "retry_at": None if reply.retry_at is None else _second(reply.retry_at),
    }
    with store.write() as connection:
        connection.execute(
            GEOCODING.delete().where(*_is(question)).where(GEOCODING.c.source == source)
        )
        connection.execute(GEOCODING.insert(), [row])
        if reply.outcome is Outcome.FOUND:
            touched = sa.select(UNKNOWN_NAME.c.article_id).where(
                UNKNOWN_NAME.c.name_key == name_key(question.name),
                UNKNOWN_NAME.c.country == question.country,
            )
            connection.execute(
                NAMES_NOTED.update().where(NAMES_NOTED.c.article_id.in_(touched)).values(stale=1)
            )


def known_names(store: Store) -> list[KnownName]:
    """List all names that the gazetteer lacks with what was said of them, by name and country."""
    with store.read() as connection:
        counts: dict[tuple[str, str], int] = {}
        names: dict[tuple[str, str], str] = {}
        for row in _names(connection, None):
            key = (row.name_key, row.country)
            counts[key] = counts.get(key, 0) + 1
            names[key] = min(row.name, names.get(key, row.name))
        said: dict[tuple[str, str], list[Any]] = {}
        for row in connection.execute(sa.select(GEOCODING).order_by(GEOCODING.c.source)):
            said.setdefault((row.name_key, row.country), []).append(row)
    found = []
    for key in sorted({*counts, *said}):
        rows = said.get(key, [None])
        name = names.get(key) or rows[0].name
        question = Question(name=name, country=key[1])
        found += [_known(question, counts.get(key, 0), row) for row in rows]
    return found


def _known(question: Question, count: int, row: Any) -> KnownName:
    if row is None:
        return KnownName(question=question, articles=count)
    reply = Reply(
        outcome=Outcome(row.outcome),
        places=_read_places(row.places),
        reason=row.reason,
        retry_at=None if row.retry_at is None else dt.datetime.fromisoformat(row.retry_at),
    )
    return KnownName(
        question=question, articles=count, source=row.source, reply=reply, asked_at=row.asked_at
    )


def _names(connection: sa.Connection, article_ids: Collection[str] | None) -> Iterator[Any]:
    query = sa.select(UNKNOWN_NAME).join(ARTICLE, ARTICLE.c.id == UNKNOWN_NAME.c.article_id)
    if article_ids is None:
        yield from connection.execute(query)
        return
    for part in chunks(sorted(article_ids)):
        yield from connection.execute(query.where(UNKNOWN_NAME.c.article_id.in_(part)))


def _said(connection: sa.Connection, keys: Sequence[str]) -> Iterator[Any]:
    for part in chunks(keys):
        query = sa.select(GEOCODING).where(GEOCODING.c.name_key.in_(part))
        yield from connection.execute(query)


def _is_answer(row: Any, source: str) -> bool:
    """Whether a row makes asking `source` needless: a place of anyone, or its own "not found"."""
    own = row.source == source
    return bool(
        row.outcome == Outcome.FOUND.value or own and row.outcome == Outcome.NOT_FOUND.value
    )


def _is(question: Question) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        GEOCODING.c.name_key == name_key(question.name),
        GEOCODING.c.country == question.country,
    )


def _second(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _write_places(places: Sequence[Place]) -> str:
    return json.dumps(
        [
            [
                codec.dump_place(place),
                None if place.shape is None else base64.b64encode(place.shape).decode("ascii"),
            ]
            for place in places
        ],
        separators=(",", ":"),
    )


def _read_places(text: str) -> tuple[Place, ...]:
    try:
        return tuple(
            codec.read_place(fields, None if shape is None else base64.b64decode(shape))
            for fields, shape in json.loads(text)
        )
    except (ValueError, TypeError) as error:
        msg = f"The project file holds a broken answer of a geocoder ({error}); restore a copy."
        raise StoreError(msg) from error
