"""What is known of stored articles, without their texts.

In: ids. Out: articles whose texts are empty. Nothing can go wrong but the database.
"""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa

from mapper.article.model import Article
from mapper.store.reports import chunks
from mapper.store.schema import ARTICLE

DESCRIPTION = ("title", "source", "url", "published", "language")


def descriptions(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, Article]:
    """Give what is known of some articles, by id; their texts are empty."""
    columns = [ARTICLE.c[name] for name in ("id", *DESCRIPTION, "published_basis", "origin")]
    found: dict[str, Article] = {}
    for part in chunks(sorted(article_ids)):
        for row in connection.execute(sa.select(*columns).where(ARTICLE.c.id.in_(part))).mappings():
            values = {**row, "published": day_of(row["published"])}
            found[row["id"]] = Article(text="", **values)
    return found


def day_of(text: str | None) -> dt.date | None:
    """Read a day as it is stored."""
    return None if text is None else dt.date.fromisoformat(text)
