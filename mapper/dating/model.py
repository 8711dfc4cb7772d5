"""Days, nights and spells of time as texts say them."""

import dataclasses
import datetime as dt
import enum


class Precision(enum.StrEnum):
    """How fine a date is (contract: `date_precision`)."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Basis(enum.StrEnum):
    """Where a date comes from (contract: `date_basis`)."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Role(enum.StrEnum):
    """What a time expression says of the happening next to it."""

    EVENT = "event"  # it happened then
    FORMER = "former"  # what the words behind it tell of happened then: "a day after ..."
    TOTAL = "total"  # counted since or until then: "since February 2022", "from January to August"
    AHEAD = "ahead"  # it is to come: "tomorrow", "next week", "in the coming days"
    HABIT = "habit"  # no particular time: "every night", "often", "for years"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """First and last day, both included; both None when the day cannot be told.

    `weekdays` keeps the days of the week that were said (0 Monday to 6 Sunday, of the first and the
    last day) when the text has no date to count from, so that one can be inferred later. `night`
    is True when the words name the night that begins on the day, "Friday night" or "late on
    Friday", and others may tell of the morning after.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision = Precision.UNKNOWN
    basis: Basis = Basis.UNKNOWN
    weekdays: tuple[int, ...] = ()
    night: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression at a span of a text. Code points, end exclusive."""

    start: int
    end: int
    text: str
    span: DateSpan
    role: Role = Role.EVENT
