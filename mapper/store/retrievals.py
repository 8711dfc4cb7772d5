"""When and from where the page of each article came.

In: an article's id and its `Retrieval`. Out: the same, for as long as the article is there. The
first retrieval stands: the earlier a page was seen, the more it proves.
"""

import datetime as dt

import sqlalchemy as sa

from mapper.article.model import Retrieval
from mapper.store.handle import Store
from mapper.store.schema import ARTICLE, RETRIEVAL


def note_retrieval(connection: sa.Connection, article_id: str, retrieval: Retrieval | None) -> None:
    """Write down a retrieval, unless an earlier one is known."""
    if retrieval is None:
        return
    known = sa.select(RETRIEVAL.c.article_id).where(RETRIEVAL.c.article_id == article_id)
    if connection.execute(known).first() is None:
        row = {
            "article_id": article_id,
            "at": retrieval.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
            "url": retrieval.url,
            "sha256": retrieval.sha256,
            "size": retrieval.size,
        }
        connection.execute(RETRIEVAL.insert(), [row])


def forget_retrieval(connection: sa.Connection, article_id: str) -> None:
    """Forget when an article came, when it goes."""
    connection.execute(RETRIEVAL.delete().where(RETRIEVAL.c.article_id == article_id))


def retrieval_of(store: Store, article_id: str) -> Retrieval | None:
    """Give when and from where an article came; None when it came from no page of the web."""
    with store.read() as connection:
        query = sa.select(RETRIEVAL).where(RETRIEVAL.c.article_id == article_id)
        row = connection.execute(query).mappings().first()
    if row is None:
        return None
    at = dt.datetime.fromisoformat(row["at"])
    return Retrieval(at=at, url=row["url"], sha256=row["sha256"], size=row["size"])


def text_sha256(store: Store, article_id: str) -> str | None:
    """Give the hash of an article's text that was written down when it was stored."""
    query = sa.select(ARTICLE.c.sha256).where(ARTICLE.c.id == article_id)
    with store.read() as connection:
        return connection.execute(query).scalar()
