"""Which lexicon each article of the project file was read with.

In: an article's id and the lexicon. Out: the lexicons of the project, from which types, titles and
layers are taken. A lexicon of the user's own is kept whole. What can go wrong: one that this
version of the program cannot read any more (`LexiconError`).
"""

import dataclasses
import functools

import sqlalchemy as sa

from mapper.lexicon import Lexicon, combine, load_lexicon, load_lexicons, restore_lexicon
from mapper.store.handle import Store
from mapper.store.schema import LEXICON, READING

# What is asked for each article is put together once: that takes longer than to answer it.
_KNOWN = sa.select(LEXICON.c.sha256).where(LEXICON.c.sha256 == sa.bindparam("hash"))
_READ = READING.insert()
_IN_USE = sa.select(LEXICON).where(sa.exists().where(READING.c.lexicon == LEXICON.c.sha256))
_FORGET = READING.delete().where(READING.c.article_id == sa.bindparam("ident"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadWith:
    """A lexicon and the number of articles that were read with it."""

    name: str
    sha256: str
    articles: int


def record(
    connection: sa.Connection, article_id: str, lexicon: Lexicon, *, fresh: bool = False
) -> None:
    """Write down what an article was read with; `fresh` tells that it was just stored."""
    if connection.execute(_KNOWN, {"hash": lexicon.sha256}).first() is None:
        row = {
            "sha256": lexicon.sha256,
            "name": lexicon.name,
            "bundled": " ".join(lexicon.bundled) or None,
            "source": None if lexicon.bundled else lexicon.source,
        }
        connection.execute(LEXICON.insert(), [row])
    if not fresh:
        forget(connection, article_id)
    connection.execute(_READ, [{"article_id": article_id, "lexicon": lexicon.sha256}])


def forget(connection: sa.Connection, article_id: str) -> None:
    """Forget what an article was read with, when it goes."""
    connection.execute(_FORGET, {"ident": article_id})


def read_with(store: Store) -> tuple[ReadWith, ...]:
    """List the lexicons that articles were read with, the most used one first."""
    with store.read() as connection:
        rows = _counts(connection)
    return tuple(ReadWith(name=n, sha256=sha, articles=count) for n, sha, count, _, _ in rows)


def lexicon_names(store: Store) -> dict[str, str]:
    """Give for each article the name of the lexicon that it was read with, and its hash."""
    with store.read() as connection:
        query = sa.select(READING.c.article_id, LEXICON.c.name, LEXICON.c.sha256).join(
            LEXICON, READING.c.lexicon == LEXICON.c.sha256
        )
        rows = connection.execute(query)
        return {row.article_id: _named(row.name, row.sha256) for row in rows}


def _named(name: str, sha256: str) -> str:
    return f"{name} ({sha256[:8]})"


def project_lexicon(store: Store) -> Lexicon:
    """Give what the lexicons of all articles say of types, as one lexicon.

    Raises
    ------
    LexiconError
        When this version cannot read one of them any more.
    """
    with store.read() as connection:
        return lexicon_of(connection)


def lexicon_of(connection: sa.Connection) -> Lexicon:
    """`project_lexicon`, within a transaction.

    It is asked for with each article that is read again, and so counts no articles.
    """
    found = connection.execute(_IN_USE).all()
    rows = sorted(found, key=lambda row: (row.bundled is None, row.name, row.sha256))
    made = (_restored(row.name, row.bundled, row.source) for row in rows)
    # Two states of a bundled lexicon are the present one.
    lexicons = {one.sha256: one for one in made}
    return combine(tuple(lexicons.values()) or (load_lexicon(),))


def lexicon_of_article(store: Store, article_id: str) -> Lexicon | None:
    """Give the lexicon that a stored article was read with; None when there is no such article.

    Raises
    ------
    LexiconError
        When this version cannot read it any more.
    """
    with store.read() as connection:
        query = (
            sa.select(LEXICON)
            .join(READING, READING.c.lexicon == LEXICON.c.sha256)
            .where(READING.c.article_id == article_id)
        )
        row = connection.execute(query).first()
    return None if row is None else _restored(row.name, row.bundled, row.source)


def known_lexicon(store: Store, sha256: str) -> Lexicon | None:
    """Give a lexicon that articles of the project were read with once; None when none was.

    Raises
    ------
    LexiconError
        When this version cannot read it any more.
    """
    with store.read() as connection:
        row = connection.execute(sa.select(LEXICON).where(LEXICON.c.sha256 == sha256)).first()
    return None if row is None else _restored(row.name, row.bundled, row.source)


# A project has a few lexicons, and an article asks for its own each time that it is read again.
@functools.lru_cache(maxsize=4)
def _restored(name: str, bundled: str | None, source: str | None) -> Lexicon:
    if bundled is not None:
        return load_lexicons(bundled.split(" "))
    return restore_lexicon(source or "", name)


def _counts(connection: sa.Connection) -> list[tuple[str, str, int, str | None, str | None]]:
    """Name, hash, number of articles, bundled name and source of each lexicon."""
    query = (
        sa.select(LEXICON, sa.func.count(READING.c.article_id).label("articles"))
        .join(READING, READING.c.lexicon == LEXICON.c.sha256)
        .group_by(*LEXICON.c)
    )
    rows: list[tuple[str, str, int, str | None, str | None]] = [
        (row.name, row.sha256, row.articles, row.bundled, row.source)
        for row in connection.execute(query)
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))
