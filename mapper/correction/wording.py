"""Values as a person types them: "3-5", "2025-05-24..2025-05-25", "strike/drone".

In: words. Out: typed values. What can go wrong: words that say no such value (`CorrectionError`,
which says what would).
"""

import datetime as dt
import re
from collections.abc import Iterable

from mapper.dating import calendar
from mapper.dating.model import Basis, DateSpan
from mapper.errors import CorrectionError
from mapper.incident.model import Range
from mapper.lexicon import Lexicon

# Says that there is no such value.
NONE = frozenset({"", "none", "unknown", "?"})
# A person types a title or a target of this length at most; more is a paste of something else.
MAX_WORDS = 300
# More people than live in any country.
_MAX_PEOPLE = 2_000_000_000

_RANGE = re.compile(r"(\d{1,10})(?:(\+)|\s*-\s*(\d{1,10})(?:\s*-\s*(\d{1,10}))?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SIDE = re.compile(r"([A-Za-z]{3})\s*[=:]\s*(\d{1,10})", re.ASCII)


def read_range(words: str) -> Range:
    """Read a number of people: "3", "3-5", "3-4-5" (lowest, best, highest), "3+", "none".

    The best number of "3-5" is the lower one: so much is certain.

    Raises
    ------
    CorrectionError
        When it is none of these.
    """
    said = words.strip().lower()
    if said in NONE:
        return Range()
    match = _RANGE.fullmatch(said)
    numbers = [] if match is None else [int(part) for part in match.group(1, 3, 4) if part]
    if match is None or numbers != sorted(numbers) or numbers[-1] > _MAX_PEOPLE:
        msg = f"{words!r} is no number of people: write 3, 3-5, 3-4-5, 3+ (at least) or none."
        raise CorrectionError(msg)
    best = numbers[1] if len(numbers) == 3 else numbers[0]
    return Range(low=numbers[0], best=best, high=None if match[2] else numbers[-1])


def read_date(words: str) -> DateSpan:
    """Read a day, a month, a year, or the first and the last day with ".." between them.

    Raises
    ------
    CorrectionError
        When it is none of these.
    """
    said = words.strip()
    if said.lower() in NONE:
        return DateSpan()
    first, between, last = (part.strip() for part in said.partition(".."))
    if between:
        days = _day(first), _day(last)
        if days[0] is not None and days[1] is not None and days[0] <= days[1]:
            return calendar.range_span(days[0], days[1], Basis.STATED)
    elif (span := _span(said)) is not None:
        return span
    msg = (
        f"{words!r} is no date: write 2025-05-24, 2025-05-23..2025-05-24, 2025-05, 2025 or unknown."
    )
    raise CorrectionError(msg)


def _span(said: str) -> DateSpan | None:
    day = _day(said)
    if day is not None:
        return calendar.day_span(day, Basis.STATED)
    month = _MONTH.fullmatch(said)
    if month is not None and 1 <= int(month[2]) <= 12 and int(month[1]) >= 1:
        return calendar.month_span(int(month[1]), int(month[2]), Basis.STATED)
    if _YEAR.fullmatch(said) is not None and int(said) >= 1:
        return calendar.year_span(int(said), Basis.STATED)
    return None


def _day(said: str) -> dt.date | None:
    if _DAY.fullmatch(said) is None:
        return None
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None


def read_type(words: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Read a type, with its sub-type behind a slash: "strike", "strike/drone".

    Raises
    ------
    CorrectionError
        When the lexicon knows no such type.
    """
    name, slash, sub = (part.strip() for part in words.partition("/"))
    if name not in lexicon.types:
        msg = f"{name!r} is no type of event here: {_listed(lexicon.types)}."
        raise CorrectionError(msg)
    if slash and sub not in lexicon.sub_types:
        msg = f"{sub!r} is no sub-type of event here: {_listed(lexicon.sub_types)}."
        raise CorrectionError(msg)
    return name, sub or None


def read_prisoners(words: str) -> tuple[tuple[str, int], ...]:
    """Read those freed by the side that gets them back: "UKR=307, RUS=307", "none".

    Raises
    ------
    CorrectionError
        When it is not that.
    """
    if words.strip().lower() in NONE:
        return ()
    sides: dict[str, int] = {}
    for part in words.split(","):
        match = _SIDE.fullmatch(part.strip())
        if match is None or int(match[2]) > _MAX_PEOPLE or match[1].upper() in sides:
            msg = f"{words!r} is no list of those freed: write UKR=307,RUS=307 or none."
            raise CorrectionError(msg)
        sides[match[1].upper()] = int(match[2])
    return tuple(sorted(sides.items()))


def read_words(words: str, what: str) -> str | None:
    """Read a title, a target or a name: one line, None for "none".

    Raises
    ------
    CorrectionError
        When it is too long, or is no text.
    """
    said = " ".join(words.split())
    if said.lower() in NONE:
        return None
    if len(said) > MAX_WORDS or not said.isprintable():
        msg = f"The {what} is to be one line of {MAX_WORDS} characters at most, without controls."
        raise CorrectionError(msg)
    return said


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
