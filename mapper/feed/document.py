"""Feeds and sitemaps as they come.

In: the bytes that a URL gave. Out: a `Document`. `ArticleError` when they are neither feed nor
sitemap; for a page that names its feed the message does so, too.
"""

import re
import urllib.parse

from mapper.errors import ArticleError
from mapper.feed.markup import local_name, parse_xml
from mapper.feed.model import Document
from mapper.feed.sitemap import read_index, read_sitemap
from mapper.feed.syndication import read_feed
from mapper.web.unpacking import GZIP_MAGIC, gunzipped

_LINK = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_KIND = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]{1,500})", re.IGNORECASE)
_PROBE_CHARS = 200_000
_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)


def read_document(data: bytes, url: str, max_size: int) -> Document:
    """Read a feed, sitemap or sitemap index, packed with gzip or not.

    Parameters
    ----------
    url
        Where it came from.
    max_size
        Bytes that it may have when it is unpacked.

    Raises
    ------
    ArticleError
        When it is none of them.
    """
    if data.startswith(GZIP_MAGIC):
        data = gunzipped(data, max_size)
    if not data.strip():
        msg = "is empty, and no feed"
        raise ArticleError(msg)
    if _PAGE.match(data[:4096]):
        raise ArticleError(_page(data, url))
    root = parse_xml(data)
    kind = local_name(root)
    if kind in ("rss", "rdf", "feed"):
        return read_feed(root, url)
    if kind == "urlset":
        return read_sitemap(root)
    if kind == "sitemapindex":
        return read_index(root)
    if kind in ("html", "body"):
        raise ArticleError(_page(data, url))
    msg = f"is no feed and no sitemap: it begins with <{kind[:40]}>"
    raise ArticleError(msg)


def _page(data: bytes, url: str) -> str:
    """Say that it is a page, and which feed it names."""
    text = data[:_PROBE_CHARS].decode("utf-8", errors="replace")
    for link in _LINK.findall(text):
        if _KIND.search(link) and (href := _HREF.search(link)):
            return f"is a page and no feed; its feed is {urllib.parse.urljoin(url, href[1])!r}"
    return "is a page and no feed; one article is added without --feed"
