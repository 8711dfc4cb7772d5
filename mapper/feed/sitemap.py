"""Sitemaps and sitemap indexes (https://www.sitemaps.org/protocol.html), with Google's news tags.

In: the root of an XML document. Out: a `Document`. Nothing goes wrong: what makes no sense in it is
left out.
"""

from typing import TYPE_CHECKING

from mapper.article import parse_published
from mapper.article.cleaning import clean_line
from mapper.errors import ArticleError
from mapper.feed.markup import local_name
from mapper.feed.model import Document, Entry, Part
from mapper.web import is_plain_url

if TYPE_CHECKING:
    import datetime as dt

    from lxml.etree import _Element

# Twice what the protocol allows.
_MAX_ENTRIES = 100_000
# Day of the article in the text of a news sitemap, before which there may be white space.
_MAX_TEXT_CHARS = 4_000


def read_sitemap(root: "_Element") -> Document:
    """Read a sitemap (`urlset`): its entries, the one that changed last first."""
    entries = [entry for one in root[:_MAX_ENTRIES] if (entry := _entry(one)) is not None]
    entries.sort(key=lambda entry: entry.stamp or "", reverse=True)
    return Document(entries=tuple(entries))


def read_index(root: "_Element") -> Document:
    """Read a sitemap index: its sitemaps, the one that changed last first."""
    parts = [
        Part(url=said["loc"], stamp=said.get("lastmod"))
        for said in map(_texts, root[:_MAX_ENTRIES])
        if is_plain_url(said.get("loc", ""))
    ]
    parts.sort(key=lambda part: part.stamp or "", reverse=True)
    return Document(parts=tuple(parts))


def _entry(element: "_Element") -> Entry | None:
    said = _texts(element)
    url = said.get("loc", "")
    if local_name(element) != "url" or not is_plain_url(url):
        return None
    day = said.get("publication_date")
    return Entry(
        url=url,
        title=clean_line(said.get("title", "")),
        source=clean_line(said.get("name", "")),
        published=_day(day),
        # When a page last changed says nothing of the day on which it appeared.
        stamp=(day or said.get("lastmod") or "")[:40] or None,
    )


def _texts(element: "_Element") -> dict[str, str]:
    """Give the texts of the elements below, also of the `news` one, by their names."""
    texts: dict[str, str] = {}
    for child in element:
        name = local_name(child)
        if name in ("news", "publication"):
            texts |= _texts_below(child)
        elif name:
            texts.setdefault(name, (child.text or "").strip()[:_MAX_TEXT_CHARS])
    return texts


def _texts_below(news: "_Element") -> dict[str, str]:
    wanted = ("title", "name", "publication_date")
    return {
        local_name(child): (child.text or "").strip()[:_MAX_TEXT_CHARS]
        for child in news.iter()
        if local_name(child) in wanted
    }


def _day(text: str | None) -> "dt.date | None":
    if not text:
        return None
    try:
        return parse_published(text)
    except ArticleError:
        return None
