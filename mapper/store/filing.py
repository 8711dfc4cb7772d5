"""Articles in the project file.

In: an article with what was extracted from it. Out: the rows, in one transaction an article. What
can go wrong: another article under the same id, or the same one described otherwise (`StoreError`).
"""

import dataclasses
import datetime as dt
import enum
import hashlib
from collections.abc import Iterator

import sqlalchemy as sa

from mapper.article.model import Article
from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Extraction, SetAside
from mapper.store import codec, packing
from mapper.store.described import DESCRIPTION, day_of
from mapper.store.geocoding import forget_names, note_names
from mapper.store.handle import Store
from mapper.store.homes import kept_homes
from mapper.store.laying import keep_up
from mapper.store.lexicons import forget, record
from mapper.store.reports import CHUNK, Places, Row, drop_reports, put_reports
from mapper.store.retrievals import forget_retrieval, note_retrieval
from mapper.store.revisions import are_there, as_revised, kept_out
from mapper.store.schema import ARTICLE

# A day that the article's text states gives way to one that is told later.
TEXT_BASIS = "text"

# What is asked for each article is put together once: that takes longer than to answer it.
_ARTICLE_OF = sa.select(ARTICLE).where(ARTICLE.c.id == sa.bindparam("ident"))
_NEW_ARTICLE = ARTICLE.insert()


class ArticleRefused(StoreError):
    """An article that contradicts what is stored; the project file itself is in order."""


class Standing(enum.Enum):
    """How an article stands to those that are stored."""

    NEW = "new"
    SAME = "same"
    DESCRIBED = "described"  # the same words, and now something more is known about them
    KEPT_OUT = "kept out"  # a person took it out for good


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article as it is stored, with the day that was inferred for it, if any."""

    article: Article
    inferred: dt.date | None
    set_aside: tuple[SetAside, ...]

    @property
    def day(self) -> dt.date | None:
        """The day that dates in the text are counted from."""
        return self.article.published or self.inferred


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article with its reports, ready to be stored.

    Attributes
    ----------
    keys
        For each report, the keys under which it is looked up by those that may be the same.
    undated
        True when the article has no day of its own, so that one may be inferred.
    lexicon
        What it was read with; None is that of war.
    """

    article: Article
    extraction: Extraction
    keys: tuple[tuple[str, ...], ...]
    undated: bool
    lexicon: Lexicon | None = None


def standing(store: Store, article: Article) -> tuple[Standing, Article]:
    """Tell how an article stands to the stored ones; give it with all that is known of it.

    Raises
    ------
    ArticleRefused
        When the id belongs to another text, or title, source, URL, day or language differ.
    """
    with store.read() as connection:
        return standing_in(connection, article)


def put(store: Store, entry: Entry) -> Standing:
    """Store an article with its reports, all or nothing; the same again changes nothing.

    Raises
    ------
    ArticleRefused
        As `standing`.
    StoreError
        When the database refuses.
    """
    with store.write() as connection:
        found, article = standing_in(connection, entry.article)
        if found in {Standing.SAME, Standing.KEPT_OUT}:
            return found
        places: dict[str, Place] = {}
        row = article_row(entry, article, places)
        reports = entry.extraction.reports
        if found is Standing.NEW:
            connection.execute(_NEW_ARTICLE, [row])
            put_reports(connection, reports, entry.keys, places)
        else:
            connection.execute(ARTICLE.update().where(ARTICLE.c.id == article.id).values(**row))
            with kept_homes(connection, article.id):
                drop_reports(connection, article.id)
                put_reports(connection, reports, entry.keys, places)
        fresh = found is Standing.NEW
        note_names(connection, article.id, entry.extraction.unknown_names, fresh=fresh)
        note_retrieval(connection, article.id, article.retrieval)
        record(connection, article.id, entry.lexicon or load_lexicon(), fresh=fresh)
        return found


def put_again(store: Store, entry: Entry) -> bool:
    """Store what a stored article says now that it was read again; its description stays.

    An inferred day is forgotten, and inferred anew when the incidents are next derived.

    Returns
    -------
    bool
        False, and nothing happens, when somebody corrected the article or took it out meanwhile.
    """
    with store.write() as connection:
        return write_again(connection, entry, entry.article)


def write_again(connection: sa.Connection, entry: Entry, known: Article) -> bool:
    """`put_again`, within a transaction, with the text and description that the entry gives.

    `known` is the article as it was when it was read.
    """
    places: dict[str, Place] = {}
    ident = entry.article.id
    query = sa.select(ARTICLE).where(ARTICLE.c.id == ident)
    there = connection.execute(query).mappings().first()
    if there is None or _stored(there).article != known:
        return False
    row = article_row(entry, entry.article, places)
    connection.execute(ARTICLE.update().where(ARTICLE.c.id == ident).values(**row))
    with kept_homes(connection, ident):
        drop_reports(connection, ident)
        put_reports(connection, entry.extraction.reports, entry.keys, places)
    note_names(connection, ident, entry.extraction.unknown_names)
    record(connection, ident, entry.lexicon or load_lexicon())
    return True


def replace_reports(
    connection: sa.Connection,
    extraction: Extraction,
    keys: tuple[tuple[str, ...], ...],
    inferred: dt.date | None,
) -> None:
    """Replace an article's reports by those that it gives with an inferred day.

    Nothing happens when another program took the article out meanwhile, or learnt its day.
    """
    found = connection.execute(
        ARTICLE.update()
        .where(ARTICLE.c.id == extraction.article_id, ARTICLE.c.undated.is_not(None))
        .values(inferred=None if inferred is None else inferred.isoformat())
    )
    if not found.rowcount:
        return
    with kept_homes(connection, extraction.article_id):
        drop_reports(connection, extraction.article_id)
        put_reports(connection, extraction.reports, keys, {})


def remove(store: Store, article_id: str) -> bool:
    """Take an article and its reports out; False when there is none of that id."""
    with store.write() as connection:
        return take_out(connection, article_id)


def take_out(connection: sa.Connection, article_id: str) -> bool:
    """`remove`, within a transaction."""
    known = sa.select(ARTICLE.c.seq).where(ARTICLE.c.id == article_id)
    if connection.execute(known).first() is None:
        return False
    with kept_homes(connection, article_id):
        drop_reports(connection, article_id)
    forget_names(connection, article_id)
    forget(connection, article_id)
    forget_retrieval(connection, article_id)
    connection.execute(ARTICLE.delete().where(ARTICLE.c.id == article_id))
    keep_up(connection)
    return True


def articles(store: Store) -> Iterator[StoredArticle]:
    """All articles in the order in which they came."""
    with store.read() as connection:
        query = sa.select(ARTICLE).order_by(ARTICLE.c.seq).execution_options(yield_per=CHUNK)
        for row in connection.execute(query).mappings():
            yield _stored(row)


def article(store: Store, article_id: str) -> StoredArticle | None:
    """One article, or None."""
    with store.read() as connection:
        row = connection.execute(_ARTICLE_OF, {"ident": article_id}).mappings().first()
        return None if row is None else _stored(row)


def undated(connection: sa.Connection) -> Iterator[tuple[StoredArticle, Extraction]]:
    """Articles without a day of their own, each with its reports as they read without one."""
    places = Places(connection)
    query = sa.select(ARTICLE).where(ARTICLE.c.undated.is_not(None)).order_by(ARTICLE.c.id)
    for row in connection.execute(query).mappings().all():
        yield _stored(row), codec.loads(Extraction, row["undated"], places)


def standing_in(connection: sa.Connection, article: Article) -> tuple[Standing, Article]:
    """`standing`, within a transaction."""
    revised = are_there(connection)
    if revised:
        article = as_revised(connection, article, DESCRIPTION)
    row = connection.execute(_ARTICLE_OF, {"ident": article.id}).mappings().first()
    sha256 = _sha256(article)
    if row is None:
        out = kept_out(connection, article) if revised else None
        if out is None:
            return Standing.NEW, article
        # Its words may come under another id than those that were taken out.
        return Standing.KEPT_OUT, dataclasses.replace(article, id=out.after.id)
    if row["sha256"] != sha256:
        msg = (
            f"Article {article.id!r} is already stored with another text; give the new one another "
            f"id, or take the old one out with `mapper articles remove {article.id}`."
        )
        raise ArticleRefused(msg)
    known = _stored(row).article
    if article.retrieval is not None and article.url != known.url is not None:
        # The same words on another page: what that one says of itself contradicts nobody.
        return Standing.SAME, known
    merged = {name: getattr(known, name) for name in DESCRIPTION}
    for name in DESCRIPTION:
        new = getattr(article, name)
        if new is None or new == merged[name]:
            continue
        weak = name == "published" and known.published_basis == TEXT_BASIS
        if merged[name] is not None and not weak:
            msg = (
                f"Article {article.id!r} is already stored with {name} {str(merged[name])!r}, and "
                f"not {str(new)!r}; take it out first with `mapper articles remove {article.id}`."
            )
            raise ArticleRefused(msg)
        merged[name] = new
    if all(merged[name] == getattr(known, name) for name in DESCRIPTION):
        return Standing.SAME, known
    told = article.published is not None
    basis = article.published_basis if told else known.published_basis
    came = article.retrieval
    full = dataclasses.replace(known, **merged, published_basis=basis, retrieval=came)
    return Standing.DESCRIBED, full


def article_row(entry: Entry, article: Article, places: dict[str, Place]) -> Row:
    """Give the row of an article but for its number; places are added to `places`."""
    published = article.published
    return {
        "id": article.id,
        "sha256": _sha256(article),
        "packed": packing.pack(article.text),
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": None if published is None else published.isoformat(),
        "published_basis": article.published_basis,
        "language": article.language,
        "origin": article.origin,
        "inferred": None,
        "set_aside": codec.dumps(entry.extraction.set_aside, places),
        "undated": codec.dumps(_bare(entry.extraction), places) if entry.undated else None,
    }


def _bare(extraction: Extraction) -> Extraction:
    """Leave out the unknown names, which are noted elsewhere."""
    return dataclasses.replace(extraction, unknown_names=())


def _stored(row: sa.RowMapping) -> StoredArticle:
    return StoredArticle(
        article=Article(
            id=row["id"],
            text=codec.load_text(row["id"], row["packed"]),
            title=row["title"],
            source=row["source"],
            url=row["url"],
            published=day_of(row["published"]),
            published_basis=row["published_basis"],
            language=row["language"],
            origin=row["origin"],
        ),
        inferred=day_of(row["inferred"]),
        set_aside=codec.loads(tuple[SetAside, ...], row["set_aside"], {}),
    )


def _sha256(article: Article) -> str:
    _refuse_unstorable(article)
    return hashlib.sha256(article.text.encode("utf-8")).hexdigest()


def _refuse_unstorable(article: Article) -> None:
    """Refuse characters that one of the databases, or no file, can hold."""
    for name in ("id", "text", "origin", *DESCRIPTION):
        value = str(getattr(article, name) or "")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            msg = (
                f"Article {article.id!r} has half a character in its {name} at {error.start}; "
                "save it as UTF-8."
            )
            raise ArticleRefused(msg) from error
        if "\0" in value:
            msg = f"Article {article.id!r} has the character NUL in its {name}; take it out."
            raise ArticleRefused(msg)
