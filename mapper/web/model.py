"""How pages of the web are asked for, and what comes back."""

import dataclasses
import datetime as dt

from mapper.errors import ArticleError

# A long report has 100 kB, a year of a newsroom's feed as JSON Lines some 10 MB.
DEFAULT_MAX_SIZE = 20_000_000
# Slower than a person who reads, quick enough for a feed of a hundred articles.
DEFAULT_PAUSE_S = 1.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How far fetching goes, and how politely.

    Attributes
    ----------
    max_size
        Bytes that an answer may have, packed and unpacked.
    allow_private
        Fetch also from private, local and reserved addresses.
    timeout_s
        Seconds that a server may keep silent; six times as long may a whole answer take.
    pause_s
        Seconds between two requests to one host, over all processes of the user; None for one
        second, and none to a private host that is named by its address. robots.txt may want more.
    robots
        Keep to what robots.txt asks of this program.
    """

    max_size: int = DEFAULT_MAX_SIZE
    allow_private: bool = False
    timeout_s: float = 20.0
    pause_s: float | None = None
    robots: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask it later whether anything changed; None where it gave none."""

    etag: str | None = None
    last_modified: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer.

    Attributes
    ----------
    data
        The bytes, unpacked.
    media_type, charset
        In lower case; `charset` None unless declared.
    url
        Where the bytes came from, after redirects.
    at
        When they came: UTC, to the second.
    """

    data: bytes
    media_type: str
    charset: str | None
    url: str
    at: dt.datetime
    validators: Validators = Validators()


class PageGone(ArticleError):
    """The server says that there is no such page, or no more."""


class NotNow(ArticleError):
    """The server, or its robots.txt, says to come back later."""
