"""What an article is to every later stage."""

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report as it was read: clean text and what is known about it.

    All offsets anywhere in the program are code points, end exclusive, into `text`.

    Attributes
    ----------
    id
        The article's own identifier, or the first 16 hex digits of the SHA-256 of its text.
    text
        The main text. Paragraphs and list items stand on lines of their own; bold words keep
        Markdown's `**`, list items begin with `- `.
    title, source, url, language
        As the article or the user says; None when nobody does. `language` is an ISO 639-1 code.
    published
        Day of publication, or None when neither option, front matter nor metadata tells it.
    published_basis
        Where `published` comes from: `option`, `front matter`, `metadata`; None without one.
    origin
        File name or URL that it was read from, for messages.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: str | None = None
    language: str | None = None
    origin: str | None = None
