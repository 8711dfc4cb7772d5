"""The new articles of feeds, for a project file.

In: URLs of feeds and sitemaps. Out: articles for `pipeline.add`. When those are stored, `remember`
writes down what was taken; a run that is cut off before forgets that, and asks again for what it
did not store.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mapper.article import Article, ReadOptions, UnreadableArticle
from mapper.feed import Ledger, Request, gather
from mapper.web import Visit

if TYPE_CHECKING:
    from mapper.store import Store

DEFAULT_LIMIT = 100


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Feeding:
    """Feeds that are read into a project file.

    Attributes
    ----------
    limit
        Pages that are fetched at most, of each feed.
    ledger
        Filled while the articles are read.
    """

    store: "Store"
    options: ReadOptions
    visit: Visit
    limit: int = DEFAULT_LIMIT
    ledger: Ledger = dataclasses.field(default_factory=Ledger)


def new_articles(feeding: Feeding, urls: Sequence[str]) -> Iterator[Article | UnreadableArticle]:
    """Fetch what is new in feeds, one feed after the other."""
    from mapper.store.feeds import known_of

    request = Request(
        visit=feeding.visit,
        options=feeding.options,
        known=known_of(feeding.store),
        limit=feeding.limit,
    )
    for url in dict.fromkeys(urls):
        yield from gather(url, request, feeding.ledger)


def remember(feeding: Feeding) -> None:
    """Write down what was taken, after the articles were stored.

    Raises
    ------
    StoreError
        When the project file cannot be written.
    """
    from mapper.store.feeds import record_feeds

    record_feeds(feeding.store, feeding.ledger)
