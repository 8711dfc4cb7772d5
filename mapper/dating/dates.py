"""Dates written with figures or the name of a month: "14 August 2025", "24-27 May", "2025-08-14".

In: a walk through the text and a place in it. Out: where the date ends and its span, None where
there is no date. A year that is not said is the one that fits the day of publication.
"""

import datetime as dt
import re

from mapper.dating import calendar
from mapper.dating.model import Basis, DateSpan
from mapper.dating.scan import Scan

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
_LONGEST_MONTH = 31
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_TO_DAY = (
    r"(?:\s*(?P<joint>[-–—/]|\s(?:and|to|or)\s)\s*(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:]))?"
)
YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![\w-]|[.,][0-9])"
_DAY_MONTH = re.compile(rf"{_DAY}{_TO_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{YEAR})?")
_MONTH_DAY = re.compile(rf"{_MONTH}\s+{_DAY}(?!\w|:[0-9]|[.,][0-9]){_TO_DAY}(?:,?\s+{YEAR})?")
# "The second of March", "twenty-first of June 2025".
_SPELT = re.compile(
    rf"(?:(?P<tens>twenty|thirty)[- ])?(?P<ordinal>{'|'.join(calendar.ORDINALS)})\s+of\s+{_MONTH}"
    rf"(?:,?\s+(?:of\s+)?{YEAR})?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"{_MONTH},?\s+(?:of\s+)?{YEAR}")
_ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?!\d)")
_NUMERIC = re.compile(
    r"(?P<day>[0-3]?[0-9])(?P<sign>[./])(?P<month>[01]?[0-9])(?P=sign)(?P<year>(?:19|20)[0-9]{2})(?!\d)"
)


def date_at(scan: Scan, start: int, weekday: int | None) -> tuple[int, DateSpan] | None:
    """Read a date at `start`: where it ends, and its span."""
    text = scan.text
    for pattern in (_ISO, _NUMERIC):
        match = pattern.match(text, start, scan.stop)
        if match is not None:
            day = _numeric_day(match)
            return None if day is None else (match.end(), calendar.day_span(day, Basis.STATED))
    match = _DAY_MONTH.match(text, start, scan.stop) or _MONTH_DAY.match(text, start, scan.stop)
    if match is not None:
        span = _day_month_span(match, scan, weekday)
        if span is not None:
            return _trimmed(text, match), span
    match = _SPELT.match(text, start, scan.stop)
    if match is not None and match["month"][0].isupper():
        tens = {"twenty": 20, "thirty": 30}.get((match["tens"] or "").lower(), 0)
        number = tens + calendar.ORDINALS[match["ordinal"].lower()]
        spelt = _spelt_span(match, scan, number, weekday)
        return None if spelt is None else (_trimmed(text, match), spelt)
    match = _MONTH_YEAR.match(text, start, scan.stop)
    if match is None:
        return None
    number = calendar.MONTHS[match["month"].lower()]
    return match.end(), calendar.month_span(int(match["year"]), number, Basis.STATED)


def _trimmed(text: str, match: re.Match[str]) -> int:
    """Tell where a date ends: the full stop of "3 Oct." is its own, that of "3 October." not."""
    end = match.end()
    if text[end - 1 : end] == "." and (
        len(match["month"]) > 4 or match["month"].lower() in ("may", "june", "july")
    ):
        return end - 1
    return end


def _numeric_day(match: re.Match[str]) -> dt.date | None:
    year, number, day = int(match["year"]), int(match["month"]), int(match["day"])
    return calendar.day_of(year, number, day) or calendar.day_of(year, day, number)


def _day_month_span(match: re.Match[str], scan: Scan, weekday: int | None) -> DateSpan | None:
    number, day = calendar.MONTHS[match["month"].lower()], int(match["day"])
    last_day = int(match["day2"]) if match["day2"] else day
    if not (1 <= day <= 31 and 1 <= last_day <= 31) or last_day < day:
        return None
    if match["year"]:
        first = calendar.day_of(int(match["year"]), number, day)
        last = calendar.day_of(int(match["year"]), number, last_day)
        basis = Basis.STATED
    elif scan.published is None:
        first = last = None
        basis = Basis.RELATIVE
    else:
        first = fitting_year(scan.published, number, day, weekday)
        last = first and calendar.day_of(first.year, number, last_day)
        basis = Basis.RELATIVE
        if first is None:
            return None
    if match["year"] and (first is None or last is None):
        return None
    weekdays = () if weekday is None else (weekday,)
    if first is None or first == last:
        return calendar.day_span(first, basis, weekdays)
    return calendar.range_span(first, last, basis)


def _spelt_span(match: re.Match[str], scan: Scan, day: int, weekday: int | None) -> DateSpan | None:
    number = calendar.MONTHS[match["month"].lower()]
    if match["year"]:
        stated = calendar.day_of(int(match["year"]), number, day)
        return None if stated is None else calendar.day_span(stated, Basis.STATED)
    if scan.published is None or not 1 <= day <= _LONGEST_MONTH:
        return None
    fitting = fitting_year(scan.published, number, day, weekday)
    return None if fitting is None else calendar.day_span(fitting, Basis.RELATIVE)


def fitting_year(
    published: dt.date, number: int, day: int, weekday: int | None = None
) -> dt.date | None:
    """Choose the year of a day and month: the latest not after publication.

    One day of grace lets a report of late evening name the morning to come. A weekday said with
    the date decides among the years next to it.
    """
    years = [calendar.day_of(published.year + step, number, day) for step in (0, -1, 1, -4)]
    days = [each for each in years if each is not None]
    if weekday is not None:
        fitting = [each for each in days[:3] if each.weekday() == weekday]
        if fitting:
            return fitting[0]
    past = [each for each in days if (each - published).days <= 1]
    return max(past) if past else None
