"""Ids that are written short, by their beginning.

In: what a person wrote. Out: the whole id, or what was written when nothing begins like that. What
can go wrong: several begin like that (`AmbiguousId`).
"""

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa

from mapper.errors import CorrectionError
from mapper.store.corrected import Overlay, overlay
from mapper.store.handle import Store
from mapper.store.lexicons import lexicon_of
from mapper.store.schema import ARTICLE, BYGONE, CORRECTION_LINK, INCIDENT, REVISION

# As git has it: what is shorter begins too many ids, and more with each article that comes.
SHORTEST = 4
_MOST_NAMED = 8

# Gives the ids that begin like what was written.
_Finder = Callable[[sa.Connection, str], set[str]]

# Where an id that was written in full is found, without laying corrections over all incidents.
_OF_INCIDENTS = (INCIDENT.c.id, CORRECTION_LINK.c.name, BYGONE.c.incident_id)
_OF_ARTICLES = (ARTICLE.c.id, REVISION.c.article_id)


class AmbiguousId(CorrectionError):
    """The beginning of several ids; the message lists them."""


def whole_incident_id(store: Store, said: str) -> str:
    """Give the id of the one incident, shown or rejected, that begins like what was said.

    Where there is none, that of one which is no longer.

    Raises
    ------
    AmbiguousId
        When several begin like that, and none is called so.
    """
    with store.read() as connection:
        return _whole(connection, said, _OF_INCIDENTS, _incidents, _former)


def whole_article_id(store: Store, said: str) -> str:
    """Give the id of the one article that begins like what was said; else of one taken out.

    Raises
    ------
    AmbiguousId
        As `whole_incident_id`.
    """
    with store.read() as connection:
        return _whole(connection, said, _OF_ARTICLES, _articles, _revised)


def whole_id(store: Store, said: str) -> str:
    """Give the id of the one incident or article that begins like what was said.

    Raises
    ------
    AmbiguousId
        As `whole_incident_id`.
    """
    with store.read() as connection:
        return _whole(connection, said, (*_OF_INCIDENTS, *_OF_ARTICLES), _present, _past)


def _whole(
    connection: sa.Connection, said: str, columns: Sequence[sa.Column[str]], *finders: _Finder
) -> str:
    if len(said) < SHORTEST or any(_is_in(connection, column, said) for column in columns):
        return said
    for find in finders:
        ids = find(connection, said)
        if len(ids) > 1 and said not in ids:
            raise AmbiguousId(_which(said, sorted(ids)))
        if ids:
            return said if said in ids else ids.pop()
    return said


def _is_in(connection: sa.Connection, column: sa.Column[str], said: str) -> bool:
    return connection.execute(sa.select(column).where(column == said).limit(1)).first() is not None


def _which(said: str, ids: Sequence[str]) -> str:
    named = ", ".join(repr(one) for one in ids[:_MOST_NAMED])
    rest = len(ids) - _MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    return f"{said!r} could be {named}{more}; write more of the id that you mean."


def _incidents(connection: sa.Connection, said: str) -> set[str]:
    laid: Overlay = overlay(connection, lexicon_of(connection))
    derived = _beginning(connection, INCIDENT.c.id, said) - laid.touched
    return derived | {one.id for one in laid.shown if one.id.startswith(said)}


def _former(connection: sa.Connection, said: str) -> set[str]:
    corrected = CORRECTION_LINK.c.kind == "incident"
    return _beginning(connection, BYGONE.c.incident_id, said) | _beginning(
        connection, CORRECTION_LINK.c.name, said, corrected
    )


def _articles(connection: sa.Connection, said: str) -> set[str]:
    return _beginning(connection, ARTICLE.c.id, said)


def _revised(connection: sa.Connection, said: str) -> set[str]:
    return _beginning(connection, REVISION.c.article_id, said)


def _present(connection: sa.Connection, said: str) -> set[str]:
    return _incidents(connection, said) | _articles(connection, said)


def _past(connection: sa.Connection, said: str) -> set[str]:
    return _former(connection, said) | _revised(connection, said)


def _beginning(
    connection: sa.Connection, column: sa.Column[str], said: str, *also: sa.ColumnElement[bool]
) -> set[str]:
    """Give the values of a column that begin so; by its index, whatever signs they are of."""
    query = sa.select(column).distinct().where(column >= said, *also)
    if said and ord(said[-1]) < 0x7F:
        query = query.where(column < said[:-1] + chr(ord(said[-1]) + 1))
    rows: Iterable[str] = connection.execute(query).scalars()
    return {one for one in rows if one.startswith(said)}
