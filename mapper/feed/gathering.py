"""The new articles of a feed.

In: the URL of a feed, sitemap or sitemap index, and what is known from earlier runs. Out:
`Article`s that are new, and an `UnreadableArticle` for each page that gave none; a `Ledger` tells
what is to be remembered. Nothing is raised for the sake of one page.
"""

import dataclasses
import urllib.parse
from collections.abc import Iterator

from mapper.article import Article, ReadOptions, UnreadableArticle, read
from mapper.errors import ArticleError
from mapper.feed.document import read_document
from mapper.feed.model import Document, Entry, Known, Ledger, Part, State
from mapper.web import NotNow, Visit, fetch_changed

# Of an index that names more, the rest is read by later runs.
_MAX_DOCUMENTS = 100
_MAX_DEPTH = 3
# Day and title are the feed's word.
FEED_BASIS = "feed"

Result = Article | UnreadableArticle


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be gathered.

    Attributes
    ----------
    options
        For each article; `source` wins over what page and feed say.
    limit
        Pages that are fetched at most.
    """

    visit: Visit
    options: ReadOptions
    known: Known
    limit: int


def gather(url: str, request: Request, ledger: Ledger) -> Iterator[Result]:
    """Fetch the new articles of a feed.

    Yields
    ------
    Article or UnreadableArticle
        In the order of the feed; of sitemaps, the pages that changed last come first.
    """
    queue = [(Part(url=url), 0)]
    seen: set[str] = set()
    left = request.limit
    while queue:
        if left <= 0 or len(seen) >= _MAX_DOCUMENTS:
            ledger.more_parts = True
            return
        part, depth = queue.pop(0)
        if part.url in seen:
            continue
        seen.add(part.url)
        try:
            found = _document(part, request)
        except ArticleError as error:
            yield UnreadableArticle(part.url, str(error), may_pass=True)
            continue
        if found is None:
            continue
        document, state = found
        if depth < _MAX_DEPTH:
            queue[:0] = [(one, depth + 1) for one in document.parts]
        request = dataclasses.replace(request, limit=left)
        fetched = ledger.fetched
        yield from _entries(part.url, document, state, request, ledger)
        left -= ledger.fetched - fetched


def _document(part: Part, request: Request) -> tuple[Document, State] | None:
    """Fetch a document, unless it is as it was when all of it had been taken."""
    before = request.known.state(part.url)
    if part.stamp is not None and part.stamp == before.stamp:
        return None
    answer = fetch_changed(part.url, request.visit, before.validators)
    if answer is None:
        return None
    document = read_document(answer.data, answer.url, request.options.max_size)
    return document, State(validators=answer.validators, stamp=part.stamp)


def _entries(
    feed: str, document: Document, state: State, request: Request, ledger: Ledger
) -> Iterator[Result]:
    """Read the new entries of one document."""
    unique = list({entry.url: entry for entry in reversed(document.entries)}.values())[::-1]
    new = request.known.new(feed, unique) if unique else []
    later: set[str] = set()
    is_done = not document.parts
    for number, entry in enumerate(new):
        if number >= request.limit:
            ledger.waiting += len(new) - number
            is_done = False
            break
        host = urllib.parse.urlsplit(entry.url).netloc
        if host in later:
            ledger.waiting += 1
            continue
        ledger.fetched += 1
        is_final = True
        for result in read(entry.url, options=request.options, visit=request.visit):
            if isinstance(result, UnreadableArticle) and result.may_pass:
                is_final = False
                later.update([host] if isinstance(result.__cause__, NotNow) else [])
            yield _completed(result, entry)
        if host in later:
            ledger.waiting += 1
        else:
            ledger.tried.append((feed, entry, is_final))
        is_done = is_done and is_final
    if is_done:
        ledger.documents[feed] = state


def _completed(result: Result, entry: Entry) -> Result:
    """Fill in what the page does not say and the feed does."""
    if not isinstance(result, Article):
        return result
    published, basis = result.published, result.published_basis
    if published is None and entry.published is not None:
        published, basis = entry.published, FEED_BASIS
    return dataclasses.replace(
        result,
        title=result.title or entry.title,
        source=result.source or entry.source,
        published=published,
        published_basis=basis,
    )
