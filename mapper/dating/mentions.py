"""Dates in running text.

In: a text and the day it was published, None if nobody knows. Out: `DateMention`s in order, not
overlapping, each with the days that it names as far as they can be told. Nothing can go wrong.

A night is dated by the morning on which it ends: "overnight" and "last night" are the day of
publication, "the night of 23-24 May" is the 24th; but "Friday night" and "late on Friday" are the
Friday, as that is where the evening's strikes belong, and marked, because others may tell of the
Saturday.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping

from mapper.dating import calendar, days, spells
from mapper.dating.model import DateMention, Precision, Role
from mapper.dating.scan import Scan

# No word that begins a date has fewer letters.
_WORD = re.compile(r"[A-Za-z]{3,}|[0-9]+")
_NIGHT = re.compile(r"^late\b|\bnight$|\bnight of\b", re.IGNORECASE)
# Of these the day is that of the morning already.
_MORNING = re.compile(r"\blast night|to(?:night)?\b|\d\s*[-–]|\bbetween\b", re.IGNORECASE)
# "shortly before midnight on Wednesday"
_MIDNIGHT = re.compile(r"\bmidnight\s+(?:on\s+)?$", re.IGNORECASE)
_BORN = re.compile(r"\bborn(?:\s+(?:in|on|around))?\s+$", re.IGNORECASE)
_BORN_REACH = 14
_UNTIL_MORNING = re.compile(
    r"[^.!?\n]{0,60}?\b(?:until|till|into|through)\b[^.!?\n]{0,24}?\b(?:\d\s?a\.?m|morning|dawn|sunrise)",
    re.IGNORECASE,
)
_UNITS = (
    "day night morning afternoon evening week month year hour decade spring summer autumn winter"
)
_READERS: Mapping[str, spells.Reader] = (
    dict.fromkeys(calendar.WEEKDAYS, days.weekday)
    | {f"{name}s": days.plural_weekday for name in calendar.WEEKDAYS if name.endswith("day")}
    | dict.fromkeys(calendar.MONTHS, days.month)
    | dict.fromkeys((*calendar.ORDINALS, "twenty", "thirty"), days.spelt)
    | dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), spells.simple)
    | dict.fromkeys(("often", "daily", "nightly", "regularly", "routinely"), spells.habit)
    | {f"{unit}{plural}": spells.spell for unit in _UNITS.split() for plural in ("", "s")}
    | {
        "fall": spells.fall,
        "weekend": spells.weekend,
        "overnight": spells.overnight,
        "since": spells.since_event,
        "date": spells.to_date,
        "eve": spells.eve,
    }
)


def find_dates(
    text: str, *, published: dt.date | None, start: int = 0, end: int | None = None
) -> list[DateMention]:
    """Find the time expressions in `text[start:end]`.

    Offsets are code points into the whole `text`. An offset such as "two days earlier" counts from
    the mention before it within the stretch, so a whole article should be given at once.
    """
    stop = len(text) if end is None else min(end, len(text))
    scan = Scan(text=text, published=published, stop=stop, floor=start)
    for match in _WORD.finditer(text, start, stop):
        word = match[0]
        reader = days.figures if word[0] <= "9" else _READERS.get(word.lower())
        if reader is None:
            continue
        begin = match.start()
        if begin < scan.floor or (begin and text[begin - 1].isalpha()):
            continue
        if _BORN.search(text, max(0, begin - _BORN_REACH), begin):
            continue  # "a man born in 1961"
        mention = reader(scan, begin, match.end())
        if mention is not None:
            scan.add(mention)
    return [_of_night(text, mention) for mention in scan.mentions]


def _of_night(text: str, mention: DateMention) -> DateMention:
    """Mark "Friday night", "late on Friday": the day on which a night begins.

    One that is said to last until the morning is dated by it.
    """
    if mention.role is not Role.EVENT or mention.span.precision is not Precision.DAY:
        return mention
    midnight = _MIDNIGHT.search(text, max(0, mention.start - 40), mention.start) is not None
    at_night = midnight or _NIGHT.search(mention.text) is not None
    if not at_night or _MORNING.search(mention.text):
        return mention
    span = mention.span
    if span.last is not None and _UNTIL_MORNING.match(text, mention.end, mention.end + 90):
        morning = calendar.shifted(span.last, 1)
        span = dataclasses.replace(span, first=morning, last=morning)
        return dataclasses.replace(mention, span=span)
    return dataclasses.replace(mention, span=dataclasses.replace(span, night=True))
