"""What people corrected in articles, in the project file.

In: an article as it was and as it is to be. Out: the record; and when either is added again, that
it is the article that is there. Rows are added and never changed. What can go wrong: nothing but
the database.
"""

import dataclasses
import hashlib
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from mapper.article.model import Article
from mapper.store import codec
from mapper.store.handle import Store
from mapper.store.schema import ARTICLE, REVISION

# Most projects have none, and every article that is added asks.
_ANY = sa.select(REVISION.c.seq).limit(1)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A correction of an article.

    Attributes
    ----------
    seq
        Its number, from 1.
    at
        When, UTC, ISO 8601 to the second, as the clock said.
    undoes
        The number of the revision that is undone.
    removed
        True when the article was taken out for good; `after` is then as `before`.
    lexicon
        Hash of the lexicon that an article which was taken out had been read with.
    """

    seq: int = 0
    before: Article
    after: Article
    who: str
    at: str
    why: str | None = None
    undoes: int | None = None
    removed: bool = False
    lexicon: str | None = None


def put_revision(connection: sa.Connection, revision: Revision) -> Revision:
    """Add a revision; give it with its number."""
    last = connection.execute(sa.select(sa.func.max(REVISION.c.seq))).scalar() or 0
    numbered = dataclasses.replace(revision, seq=last + 1)
    row = {
        "seq": numbered.seq,
        "article_id": numbered.after.id,
        "sha256_before": _sha256(numbered.before.text),
        "sha256_after": _sha256(numbered.after.text),
        "who": numbered.who,
        "at": numbered.at,
        "payload": codec.dumps(numbered, {}),
    }
    connection.execute(REVISION.insert(), [row])
    return numbered


def revisions(store: Store, article_id: str) -> list[Revision]:
    """Give all revisions of an article, those that were undone and the undoing too."""
    with store.read() as connection:
        query = (
            sa.select(REVISION.c.payload)
            .where(REVISION.c.article_id == article_id)
            .order_by(REVISION.c.seq)
        )
        rows = connection.execute(query).scalars().all()
    return [codec.loads(Revision, row, {}) for row in rows]


def standing_revisions(every: Iterable[Revision]) -> list[Revision]:
    """Give the revisions that are not undone, by number, without the undoing itself."""
    known = sorted(every, key=lambda one: one.seq)
    undone = {one.undoes for one in known}
    return [one for one in known if one.undoes is None and one.seq not in undone]


def are_there(connection: sa.Connection) -> bool:
    """Tell whether any article was corrected."""
    return connection.execute(_ANY).first() is not None


def kept_out(connection: sa.Connection, article: Article) -> Revision | None:
    """Give the revision that took an article out for good; None when it may come."""
    same = REVISION.c.sha256_after == _sha256(article.text)
    query = sa.select(REVISION.c.payload).where(sa.or_(REVISION.c.article_id == article.id, same))
    rows = connection.execute(query).scalars().all()
    stand = standing_revisions(codec.loads(Revision, row, {}) for row in rows)
    out = [one for one in stand if one.removed]
    return out[-1] if out else None


def as_revised(connection: sa.Connection, article: Article, names: Sequence[str]) -> Article:
    """Give an article that comes (again) as the one that it was corrected to.

    Its text as it was, or as it was corrected, is the article that is there; and a description that
    was corrected (of the fields in `names`) is not said again. Any other article is given as it is.
    """
    sha256 = _sha256(article.text)
    said = sa.or_(
        REVISION.c.article_id == article.id,
        REVISION.c.sha256_before == sha256,
        REVISION.c.sha256_after == sha256,
    )
    query = (
        sa.select(REVISION, ARTICLE.c.packed)
        .join(ARTICLE, ARTICLE.c.id == REVISION.c.article_id)
        .where(said)
        .order_by(REVISION.c.seq)
    )
    rows = connection.execute(query).mappings().all()
    if not rows:
        return article
    ident = rows[0]["article_id"]
    rows = [row for row in rows if row["article_id"] == ident]
    texts = {sha for row in rows for sha in (row["sha256_before"], row["sha256_after"])}
    if sha256 not in texts:
        return article
    was = [codec.loads(Revision, row["payload"], {}).before for row in rows]
    silent = {
        name: None
        for name in names
        if any(getattr(article, name) == getattr(one, name) for one in was)
    }
    text = codec.load_text(ident, rows[0]["packed"])
    return dataclasses.replace(article, id=ident, text=text, **silent)


def _sha256(text: str) -> str:
    # Half a character is refused where the article is stored.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
