"""What a text says about itself becomes an `Article`.

In: the text of a page or file, and what is said about it. Out: an `Article`. `ArticleError` when
there is no text in it, or what it says of itself makes no sense.
"""

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import Any

from mapper.article.cleaning import clean_line, clean_text, strip_markdown
from mapper.article.front_matter import has_front_matter, split_front_matter
from mapper.article.model import Article, ReadOptions
from mapper.article.published import parse_published
from mapper.errors import ArticleError
from mapper.web import is_url

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_MAX_TITLE_CHARS = 160


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An article before it is cleaned: text and what it says about itself."""

    text: str
    said: Mapping[str, Any]
    basis: str


def from_page(html: str) -> Raw:
    """Take the article out of a page."""
    from mapper.article.page import read_page

    page = read_page(html)
    said = {
        "title": page.title,
        "source": page.source,
        "published": page.published,
        "language": page.language,
        "url": page.url,
    }
    return Raw(text=page.text, said=said, basis="metadata")


def from_text(text: str, *, markdown: bool) -> Raw:
    """Separate a text from what its front matter says."""
    said: dict[str, Any] = {}
    if has_front_matter(text):
        entries, text = split_front_matter(text)
        said = dict(entries)
        said.setdefault("published", entries.get("date"))
        said.setdefault("language", entries.get("lang"))
        said.pop("id", None)
    if markdown:
        text = strip_markdown(text)
    if not clean_line(str(said.get("title") or "")):
        said["title"] = _first_heading(text)
    return Raw(text=text, said=said, basis="front matter")


def _first_heading(text: str) -> str | None:
    """Take the first line as title when it reads like one: short, unclosed, with text below."""
    head, _, rest = text.lstrip("\ufeff\r\n\t ").partition("\n")
    line = head.strip().lstrip("#").strip().strip("*").strip()
    if not line or not rest.strip() or len(line) > _MAX_TITLE_CHARS or not line[0].isalnum():
        return None
    return None if line[-1] in ".:;,!…" else line


def make_article(raw: Raw, origin: str, options: ReadOptions) -> Article:
    """Make an article; what the user says of it wins.

    Raises
    ------
    ArticleError
        When no text is left of it, or its date is none.
    """
    text = clean_text(raw.text)
    if not text:
        msg = "no text in it"
        raise ArticleError(msg)
    published, basis = _published(raw, options)
    return Article(
        id=_id(raw.said.get("id"), text),
        text=text,
        title=_line(options.title) or _line(raw.said.get("title")),
        source=_line(options.source) or _line(raw.said.get("source")),
        url=_url(options.url) or _url(raw.said.get("url")),
        published=published,
        published_basis=basis,
        language=_language(raw.said.get("language")),
        origin=origin,
    )


def _published(raw: Raw, options: ReadOptions) -> tuple[dt.date | None, str | None]:
    if options.date is not None:
        return options.date, "option"
    said = raw.said.get("published")
    if isinstance(said, dt.date):
        return said, raw.basis
    if said is None or said == "" or str(said).strip().lower() in ("null", "~", "none"):
        return None, None
    return parse_published(str(said)), raw.basis


def _id(given: object, text: str) -> str:
    if isinstance(given, str | int) and not isinstance(given, bool):
        name = clean_line(str(given), max_chars=200)
        if name:
            return name
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _line(value: object) -> str | None:
    return clean_line(value) if isinstance(value, str) else None


def _url(value: object) -> str | None:
    """Keep a link to the article; another scheme than http(s) could run as a script in the map."""
    line = clean_line(value, max_chars=2000) if isinstance(value, str) else None
    return line if line is not None and is_url(line) else None


def _language(value: object) -> str | None:
    found = _LANGUAGE.fullmatch(value.strip()[:35]) if isinstance(value, str) else None
    return found[1].lower() if found else None
