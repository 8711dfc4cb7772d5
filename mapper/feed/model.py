"""What a feed or sitemap names, and what became of it."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from mapper.web import Validators


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article that a feed names.

    Attributes
    ----------
    url
        Of the article; `http` or `https`.
    id
        What the feed calls it, or None.
    title, source, published
        As the feed says; None where it does not.
    stamp
        When it last changed, as the sitemap writes it; for the order only.
    """

    url: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    stamp: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sitemap that a sitemap index names; `stamp` is when it last changed, or None."""

    url: str
    stamp: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one document holds: entries, newest first where that is known, or further documents."""

    entries: tuple[Entry, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a document was when all that it names had been taken."""

    validators: Validators = Validators()
    stamp: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known from earlier runs.

    Attributes
    ----------
    state
        Gives the state of a document, by its URL.
    new
        Gives those of the entries of a feed (by its URL) that are not known, in their order; those
        that failed before come last.
    """

    state: Callable[[str], State]
    new: Callable[[str, Sequence[Entry]], Sequence[Entry]]


@dataclasses.dataclass(slots=True, kw_only=True)
class Ledger:
    """What a run came by, to be written down when its articles are stored.

    Attributes
    ----------
    tried
        Feed, entry, and whether that was final; otherwise it is tried again.
    documents
        State of each document of which nothing is left to be taken.
    fetched
        Pages that were asked for.
    waiting
        Entries that are new and were left for the next run.
    more_parts
        Whether parts of a sitemap index were left for the next run.
    """

    tried: list[tuple[str, Entry, bool]] = dataclasses.field(default_factory=list)
    documents: dict[str, State] = dataclasses.field(default_factory=dict)
    fetched: int = 0
    waiting: int = 0
    more_parts: bool = False
