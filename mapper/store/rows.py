"""Articles in the project file.

In: an article with what was extracted from it. Out: the rows, in one transaction an article. What
can go wrong: another article under the same id, or the same one described otherwise (`StoreError`).
"""

import dataclasses
import datetime as dt
import enum
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import sqlalchemy as sa

from mapper.article.model import Article
from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.report.model import Extraction, Report, SetAside
from mapper.store import codec
from mapper.store.database import Store
from mapper.store.schema import (
    ARTICLE,
    DIRTY,
    INCIDENT,
    MEMBERSHIP,
    PLACE,
    REPORT,
    REPORT_KEY,
)

T = TypeVar("T")

# SQLite takes 32,766 values in one statement, older ones 999.
CHUNK = 500

# A day that the article's text states gives way to one that is told later.
TEXT_BASIS = "text"

_DESCRIPTION = ("title", "source", "url", "published", "language")


class ArticleRefused(StoreError):
    """An article that contradicts what is stored; the project file itself is in order."""


class Standing(enum.Enum):
    """How an article stands to those that are stored."""

    NEW = "new"
    SAME = "same"
    DESCRIBED = "described"  # the same words, and now something more is known about them


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
    """

    article: Article
    extraction: Extraction
    keys: tuple[tuple[str, ...], ...]
    undated: bool


def standing(store: Store, article: Article) -> tuple[Standing, Article]:
    """Tell how an article stands to the stored ones; give it with all that is known of it.

    Raises
    ------
    ArticleRefused
        When the id belongs to another text, or title, source, URL, day or language differ.
    """
    with store.read() as connection:
        return _standing(connection, article)


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
        found, article = _standing(connection, entry.article)
        if found is Standing.SAME:
            return found
        places: dict[str, Place] = {}
        row = _article_row(entry, article, places)
        if found is Standing.NEW:
            connection.execute(ARTICLE.insert(), [row])
        else:
            connection.execute(ARTICLE.update().where(ARTICLE.c.id == article.id).values(**row))
            _drop_reports(connection, article.id)
        _put_reports(connection, entry.extraction.reports, entry.keys, places)
        return found


def replace_reports(
    connection: sa.Connection,
    extraction: Extraction,
    keys: tuple[tuple[str, ...], ...],
    inferred: dt.date | None,
) -> None:
    """Replace an article's reports by those that it gives with an inferred day."""
    _drop_reports(connection, extraction.article_id)
    connection.execute(
        ARTICLE.update()
        .where(ARTICLE.c.id == extraction.article_id)
        .values(inferred=None if inferred is None else inferred.isoformat())
    )
    _put_reports(connection, extraction.reports, keys, {})


def remove(store: Store, article_id: str) -> bool:
    """Take an article and its reports out; False when there is none of that id."""
    with store.write() as connection:
        known = sa.select(ARTICLE.c.seq).where(ARTICLE.c.id == article_id)
        if connection.execute(known).first() is None:
            return False
        _drop_reports(connection, article_id)
        connection.execute(ARTICLE.delete().where(ARTICLE.c.id == article_id))
        return True


def articles(store: Store) -> Iterator[StoredArticle]:
    """All articles in the order in which they came."""
    with store.read() as connection:
        for row in connection.execute(sa.select(ARTICLE).order_by(ARTICLE.c.seq)).mappings():
            yield _stored(row)


def article(store: Store, article_id: str) -> StoredArticle | None:
    """One article, or None."""
    with store.read() as connection:
        query = sa.select(ARTICLE).where(ARTICLE.c.id == article_id)
        row = connection.execute(query).mappings().first()
        return None if row is None else _stored(row)


def undated(connection: sa.Connection) -> Iterator[tuple[StoredArticle, Extraction]]:
    """Articles without a day of their own, each with its reports as they read without one."""
    places = Places(connection)
    query = sa.select(ARTICLE).where(ARTICLE.c.undated.is_not(None)).order_by(ARTICLE.c.id)
    for row in connection.execute(query).mappings().all():
        yield _stored(row), codec.loads(Extraction, row["undated"], places)


def event_types(connection: sa.Connection) -> list[str]:
    """Give the types of events that are stored, sorted."""
    query = sa.select(REPORT.c.event_type).distinct().order_by(REPORT.c.event_type)
    return list(connection.execute(query).scalars())


def dated_reports(connection: sa.Connection, event_types: Iterable[str]) -> Iterator[Report]:
    """Give the reports of some types from articles that have a day of their own, by id."""
    query = (
        sa.select(REPORT.c.payload)
        .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
        .where(ARTICLE.c.undated.is_(None), REPORT.c.event_type.in_(sorted(event_types)))
        .order_by(REPORT.c.id)
    )
    places = Places(connection)
    for text in connection.execute(query).scalars():
        yield codec.loads(Report, text, places)


def reports(connection: sa.Connection, seqs: Iterable[int]) -> dict[int, Report]:
    """Give reports by their row numbers."""
    places = Places(connection)
    found: dict[int, Report] = {}
    for part in chunks(sorted(seqs)):
        query = sa.select(REPORT.c.seq, REPORT.c.payload).where(REPORT.c.seq.in_(part))
        for row in connection.execute(query).all():
            found[row.seq] = codec.loads(Report, row.payload, places)
    return found


class Places(dict[str, Place]):
    """Stored places by their keys, each fetched once."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, key: str) -> Place:
        """Fetch a place; KeyError when there is none."""
        row = self._connection.execute(sa.select(PLACE).where(PLACE.c.key == key)).first()
        if row is None:
            raise KeyError(key)
        self[key] = codec.read_place(row.payload, row.shape)
        return self[key]


def put_places(connection: sa.Connection, places: Mapping[str, Place]) -> None:
    """Store the places that are not stored yet."""
    known: set[str] = set()
    for part in chunks(sorted(places)):
        known.update(
            connection.execute(sa.select(PLACE.c.key).where(PLACE.c.key.in_(part))).scalars()
        )
    rows = [
        {"key": key, "id": place.id, "payload": codec.dump_place(place), "shape": place.shape}
        for key, place in sorted(places.items())
        if key not in known
    ]
    if rows:
        connection.execute(PLACE.insert(), rows)


def mark_dirty(connection: sa.Connection, seqs: Iterable[int]) -> None:
    """Note that the incidents of these reports must be derived anew."""
    wanted = set(seqs)
    for part in chunks(sorted(wanted)):
        known = sa.select(DIRTY.c.report_seq).where(DIRTY.c.report_seq.in_(part))
        wanted.difference_update(connection.execute(known).scalars())
    if wanted:
        connection.execute(DIRTY.insert(), [{"report_seq": seq} for seq in sorted(wanted)])


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give a list in parts that fit into one statement."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _standing(connection: sa.Connection, article: Article) -> tuple[Standing, Article]:
    query = sa.select(ARTICLE).where(ARTICLE.c.id == article.id)
    row = connection.execute(query).mappings().first()
    sha256 = _sha256(article)
    if row is None:
        return Standing.NEW, article
    if row["sha256"] != sha256:
        msg = (
            f"Article {article.id!r} is already stored with another text; give the new one another "
            f"id, or take the old one out with `mapper articles remove {article.id}`."
        )
        raise ArticleRefused(msg)
    known = _stored(row).article
    merged = {name: getattr(known, name) for name in _DESCRIPTION}
    for name in _DESCRIPTION:
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
    if all(merged[name] == getattr(known, name) for name in _DESCRIPTION):
        return Standing.SAME, known
    told = article.published is not None
    basis = article.published_basis if told else known.published_basis
    full = dataclasses.replace(known, **merged, published_basis=basis)
    return Standing.DESCRIBED, full


def _article_row(entry: Entry, article: Article, places: dict[str, Place]) -> dict[str, object]:
    published = article.published
    return {
        "id": article.id,
        "sha256": _sha256(article),
        "text": article.text,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": None if published is None else published.isoformat(),
        "published_basis": article.published_basis,
        "language": article.language,
        "origin": article.origin,
        "inferred": None,
        "set_aside": codec.dumps(entry.extraction.set_aside, places),
        "undated": codec.dumps(entry.extraction, places) if entry.undated else None,
    }


def _put_reports(
    connection: sa.Connection,
    found: tuple[Report, ...],
    keys: tuple[tuple[str, ...], ...],
    places: dict[str, Place],
) -> None:
    rows = [_report_row(report, places) for report in found]
    put_places(connection, places)
    if not rows:
        return
    last = connection.execute(sa.select(sa.func.max(REPORT.c.seq))).scalar() or 0
    for seq, row in enumerate(rows, last + 1):
        row["seq"] = seq
    connection.execute(REPORT.insert(), rows)
    seqs = range(last + 1, last + 1 + len(rows))
    links = [
        {"key": key, "report_seq": seq}
        for seq, its_keys in zip(seqs, keys, strict=True)
        for key in sorted({_hashed(key) for key in its_keys})
    ]
    if links:
        connection.execute(REPORT_KEY.insert(), links)
    mark_dirty(connection, seqs)


def _hashed(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)


def _report_row(report: Report, places: dict[str, Place]) -> dict[str, object]:
    first, last, place = report.date.first, report.date.last, report.location.place
    return {
        "id": report.id,
        "article_id": report.article_id,
        "event_type": report.event_type,
        "place_id": None if place is None else place.id,
        "first": None if first is None else first.isoformat(),
        "last": None if last is None else last.isoformat(),
        "payload": codec.dumps(report, places),
    }


def _drop_reports(connection: sa.Connection, article_id: str) -> None:
    """Take an article's reports out; those that may have been joined with them become dirty."""
    own = sa.select(REPORT.c.seq).where(REPORT.c.article_id == article_id)
    seqs = list(connection.execute(own).scalars())
    near: set[int] = set()
    touched: set[str] = set()
    for part in chunks(seqs):
        near.update(other for _, other in neighbours(connection, part))
        inside = sa.select(MEMBERSHIP.c.incident_id).where(MEMBERSHIP.c.report_seq.in_(part))
        touched.update(connection.execute(inside).scalars())
    near.update(members(connection, sorted(touched)))
    for part in chunks(seqs):
        for table in (MEMBERSHIP, REPORT_KEY, DIRTY):
            connection.execute(table.delete().where(table.c.report_seq.in_(part)))
        connection.execute(REPORT.delete().where(REPORT.c.seq.in_(part)))
    mark_dirty(connection, near.difference(seqs))
    drop_empty(connection, touched)


def neighbours(connection: sa.Connection, seqs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give pairs of reports that share a key, the first one of `seqs` and the second any."""
    one, other = REPORT_KEY.alias("one"), REPORT_KEY.alias("other")
    for part in chunks(seqs):
        query = (
            sa.select(one.c.report_seq, other.c.report_seq)
            .join(other, sa.and_(other.c.key == one.c.key, other.c.report_seq != one.c.report_seq))
            .where(one.c.report_seq.in_(part))
            .distinct()
        )
        yield from connection.execute(query).all()


def members(connection: sa.Connection, incident_ids: Sequence[str]) -> set[int]:
    """Give the row numbers of all reports of some incidents."""
    found: set[int] = set()
    for part in chunks(incident_ids):
        query = sa.select(MEMBERSHIP.c.report_seq).where(MEMBERSHIP.c.incident_id.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def drop_empty(connection: sa.Connection, incident_ids: Iterable[str]) -> None:
    """Take out those of the incidents that no report is a member of."""
    peopled = sa.exists().where(MEMBERSHIP.c.incident_id == INCIDENT.c.id)
    for part in chunks(sorted(incident_ids)):
        connection.execute(INCIDENT.delete().where(INCIDENT.c.id.in_(part), ~peopled))


def _stored(row: sa.RowMapping) -> StoredArticle:
    return StoredArticle(
        article=Article(
            id=row["id"],
            text=row["text"],
            title=row["title"],
            source=row["source"],
            url=row["url"],
            published=_day(row["published"]),
            published_basis=row["published_basis"],
            language=row["language"],
            origin=row["origin"],
        ),
        inferred=_day(row["inferred"]),
        set_aside=codec.loads(tuple[SetAside, ...], row["set_aside"], {}),
    )


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _sha256(article: Article) -> str:
    try:
        return hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        msg = f"Article {article.id!r} has half a character at {error.start}; save it as UTF-8."
        raise ArticleRefused(msg) from error
