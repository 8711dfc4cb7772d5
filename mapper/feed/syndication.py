"""RSS of all versions, and Atom.

In: the root of an XML document. Out: a `Document`. Nothing goes wrong: what makes no sense in it is
left out. feedparser knows the many ways in which feeds are written; it gets no more of them than
what is asked for, in order, so that its time and memory have a bound.
"""

import html
import io
import re
from typing import TYPE_CHECKING, Any

from mapper.article import parse_published
from mapper.article.cleaning import clean_line
from mapper.errors import ArticleError
from mapper.feed.markup import local_name
from mapper.feed.model import Document, Entry
from mapper.web import is_plain_url

if TYPE_CHECKING:
    import datetime as dt

    from lxml.etree import _Element

_ITEMS = frozenset(("item", "entry"))
_KEPT = frozenset(
    ("title", "link", "id", "guid", "pubdate", "published", "date", "issued", "created")
    + ("updated", "modified", "origlink")
)
_ATTRIBUTES = frozenset(
    ("version", "rel", "href", "type", "mode", "isPermaLink")
    + ("{http://www.w3.org/XML/1998/namespace}base",)
    + ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about",)
)
_KEPT_OF_FEED = frozenset(("title", "channel"))
# A feed has some twenty entries, and an archive in one a few hundred.
_MAX_ENTRIES = 5_000
_MAX_CHILDREN = 30
_MAX_TEXT_CHARS = 4_000
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")


def read_feed(root: "_Element", url: str) -> Document:
    """Read a feed.

    Parameters
    ----------
    root
        Of the document; it is cut down to what is needed.
    url
        Where it was fetched; links may be relative to it.
    """
    import feedparser
    from lxml import etree

    _cut(root)
    # A stream: text would be taken for a file name or an address.
    found = feedparser.parse(
        io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
        response_headers={"content-location": url, "content-type": "application/xml"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    source = _line(found.feed.get("title"))
    entries = (_entry(one, source) for one in found.entries)
    return Document(entries=tuple(entry for entry in entries if entry is not None))


def _cut(root: "_Element") -> None:
    """Leave of a feed what is needed, in names that every parser takes."""
    count = 0
    for element in list(root.iter("*")):
        parent = element.getparent()
        name = local_name(element)
        if name in _ITEMS:
            count += 1
            if count > _MAX_ENTRIES and parent is not None:
                parent.remove(element)
            else:
                _cut_item(element)
    for place in (root, *[one for one in root if local_name(one) == "channel"]):
        _rename(place)
        for element in list(place):
            if local_name(element) not in _KEPT_OF_FEED | _ITEMS:
                place.remove(element)
            elif local_name(element) == "title":
                _flatten(element)


def _cut_item(item: "_Element") -> None:
    _rename(item)
    for number, element in enumerate(list(item)):
        if number >= _MAX_CHILDREN or local_name(element) not in _KEPT:
            item.remove(element)
        else:
            _flatten(element)


def _flatten(element: "_Element") -> None:
    """Make one short text of what an element holds."""
    parts: list[str] = []
    size = 0
    for text in element.itertext():
        parts.append(text)
        size += len(text)
        if size > _MAX_TEXT_CHARS:
            break
    for child in list(element):
        element.remove(child)
    element.text = "".join(parts)[:_MAX_TEXT_CHARS]
    element.tail = None
    _rename(element)


def _rename(element: "_Element") -> None:
    """Keep the attributes that say something, and no prefix that nobody declared.

    Such a prefix would end a strict parser.
    """
    if isinstance(element.tag, str) and not element.tag.startswith("{") and ":" in element.tag:
        element.tag = element.tag.rpartition(":")[2] or "x"
    kept = {
        name: value
        for name, value in element.attrib.items()
        if name in _ATTRIBUTES and len(value) <= _MAX_TEXT_CHARS
    }
    # All at once: each of many would be looked for from the first one on.
    element.attrib.clear()
    element.attrib.update(kept)


def _entry(found: Any, source: str | None) -> Entry | None:
    url = str(found.get("feedburner_origlink") or found.get("link") or "").strip()
    if not is_plain_url(url):
        return None
    return Entry(
        url=url,
        id=_line(found.get("id")),
        title=_line(found.get("title")),
        source=source,
        published=_day(found),
    )


def _line(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    return clean_line(html.unescape(_MARKUP.sub("", html.unescape(text[:_MAX_TEXT_CHARS]))))


def _day(found: Any) -> "dt.date | None":
    """Give the day as the feed writes it, whatever the time zone."""
    for name in ("published", "created", "updated"):
        # `in`, because feedparser warns when `updated` is asked for and only `published` is there.
        text = found.get(name) if name in found.keys() else None  # noqa: SIM118
        if not isinstance(text, str) or not text:
            continue
        try:
            return parse_published(text)
        except ArticleError:
            parsed = found.get(f"{name}_parsed")
            if parsed is not None:
                return _calendar(parsed)
    return None


def _calendar(parsed: Any) -> "dt.date | None":
    try:
        return parse_published(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}")
    except ArticleError:
        return None
