"""Days of publication as front matter, metadata and users write them.

In: text such as `2025-08-14T06:40:00+03:00`, `Thu, 14 Aug 2025 06:40:00 GMT`, `14 August 2025`.
Out: the day as written, whatever the time zone. `ArticleError` for anything else.
"""

import datetime as dt
import email.utils
import re

from mapper.errors import ArticleError

# Before the first newspapers on the web's archives and beyond any embargo, a date is a mistake.
_FIRST_YEAR, _LAST_YEAR = 1850, 2100

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T\s].*)", re.DOTALL)
_SLASHED = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})(?:$|[T\s].*)", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_REST = r"(?:[\s,T]+.*)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_REST}",
    re.IGNORECASE | re.DOTALL,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_REST}",
    re.IGNORECASE | re.DOTALL,
)


def parse_published(value: str) -> dt.date:
    """Read a day of publication.

    Parameters
    ----------
    value
        ISO 8601 (with or without time), RFC 822, or a date in English words with a year.

    Returns
    -------
    datetime.date
        The day as written; a time of day and its zone are left out of account.

    Raises
    ------
    ArticleError
        When it is no date, no day of the calendar, or not between 1850 and 2100.
    """
    text = value.strip()[:100]
    for pattern in (_ISO, _SLASHED, _COMPACT):
        if found := pattern.fullmatch(text):
            return _date(int(found[1]), int(found[2]), int(found[3]), text)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.fullmatch(text)
        if found and (month := _month(found["month"])):
            return _date(int(found["year"]), month, int(found["day"]), text)
    parsed = email.utils.parsedate(text)
    if parsed is not None:
        return _date(parsed[0], parsed[1], parsed[2], text)
    msg = f"{text!r} is no date; write it as YYYY-MM-DD"
    raise ArticleError(msg)


def _month(word: str) -> int | None:
    lower = word.lower()
    if lower[:3] not in _MONTHS:
        return None
    number = _MONTHS.index(lower[:3]) + 1
    full = dt.date(2000, number, 1).strftime("%B").lower()
    return number if full.startswith(lower) or lower == "sept" else None


def _date(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        date = dt.date(year, month, day)
    except ValueError as error:
        msg = f"{text!r} is no day of the calendar"
        raise ArticleError(msg) from error
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        msg = f"the date {text!r} is not between {_FIRST_YEAR} and {_LAST_YEAR}"
        raise ArticleError(msg)
    return date
