"""What an article is to every later stage, and how reading one is asked for."""

import dataclasses
import datetime as dt
import hashlib

from mapper.errors import ArticleError
from mapper.web.model import DEFAULT_MAX_SIZE, Manners


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """When and from where the page of an article came: what a quote can be proven by.

    Attributes
    ----------
    at
        UTC, to the second.
    url
        Where the bytes came from, after redirects.
    sha256
        Of the page's own bytes, unpacked and before anything was made of them; in hex digits.
    size
        Number of these bytes.
    """

    at: dt.datetime
    url: str
    sha256: str
    size: int


def retrieval(at: dt.datetime, url: str, data: bytes) -> Retrieval:
    """Note when and from where the bytes of a page came."""
    return Retrieval(at=at, url=url, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report as it was read: clean text and what is known about it.

    All offsets anywhere in the program are code points, end exclusive, into `text`.

    Attributes
    ----------
    id
        The article's own identifier, or the first 16 hex digits of the SHA-256 of its text.
    text
        The main text. Paragraphs and list items stand on lines of their own; bold labels and bold
        lines keep Markdown's `**`, list items begin with `- `, headings of a page with `## `.
    title, source, url, language
        As the article or the user says; None when nobody does. `language` is an ISO 639-1 code,
        `url` begins with `http://` or `https://`.
    published
        Day of publication, or None when neither option, front matter nor metadata tells it.
    published_basis
        Where `published` comes from: `option`, `front matter`, `metadata`; None without one.
    origin
        File name or URL that it was read from, for messages.
    retrieval
        When and from where its page came; None for what came from no page of the web.
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
    retrieval: Retrieval | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user says about articles, and how far reading goes.

    Attributes
    ----------
    date, title, source, url
        Of a single article; they win over what the article says itself.
    max_size
        Bytes that a file, page or standard input may have.
    allow_private
        Fetch pages also from private, local and reserved addresses.
    timeout_s
        Seconds that a server may keep silent.
    pause_s, robots
        As `mapper.web.Manners` has them.
    """

    date: dt.date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    allow_private: bool = False
    timeout_s: float = 20.0
    pause_s: float | None = None
    robots: bool = True

    @property
    def manners(self) -> Manners:
        """How pages are fetched."""
        return Manners(
            max_size=self.max_size,
            allow_private=self.allow_private,
            timeout_s=self.timeout_s,
            pause_s=self.pause_s,
            robots=self.robots,
        )


class UnreadableArticle(ArticleError):
    """An input that gave no article, told in one line.

    Parameters
    ----------
    origin
        File name, URL or `standard input`, with the number of the line in JSON Lines.
    reason
        Why, and where it helps what to do; without a full stop.
    may_pass
        Whether the same input may give an article later, as when a server fails.
    """

    def __init__(self, origin: str, reason: str, *, may_pass: bool = False) -> None:
        self.may_pass = may_pass
        self.origin = _one_line(origin)
        self.reason = _one_line(reason)
        super().__init__(f"{self.origin}: {self.reason}")


def _one_line(text: str) -> str:
    """Text for a terminal: control characters and bytes of broken file names as escapes."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
