"""Days of the week, dates, months and years at a place of a text.

In: a walk through the text and the place of a word that may begin a date. Out: the mention, None
if the word is no date there. Without a date of publication a weekday keeps its number, and a day
and month without a year stay unknown.
"""

import re

from mapper.dating import calendar
from mapper.dating.dates import YEAR, date_at
from mapper.dating.leads import with_lead
from mapper.dating.model import Basis, DateMention, DateSpan, Role
from mapper.dating.scan import Scan

_BARE_YEAR = re.compile(
    rf"{YEAR}(?!\s+(?:[a-z-]+\s+)?(?:people|men|women|children|civilians|soldiers"
    r"|troops|prisoners|homes|houses|drones|missiles|dead|wounded)\b)"
)
_YEAR_TAIL = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|during|before|after|early|late|mid|between|summer"
    r"|spring|autumn|fall|winter|year|end|start)|[(])\s*$",
    re.IGNORECASE,
)
# Only right behind another date: "between 2014 and 2022", "2014-2022".
_YEAR_JOINT = re.compile(r"\s*(?:to|and|or|-|–)\s*", re.IGNORECASE)
_SEASON_TAIL = re.compile(
    r"(?:\bthe\s+)?(?:(?:early|late)\s+)?\b(spring|summer|autumn|fall|winter)(?:\s+of)?\s+$",
    re.IGNORECASE,
)
# "May" and the like are months only after one of these, unless a day or a year stands with them.
_MONTH_TAIL = re.compile(
    r"\b(?:in|since|last|early|late|mid|until|till|during|next|through|between|earlier|every|each"
    r"|previous|following|end|throughout)[\s-]+$",
    re.IGNORECASE,
)
_WEAK_MONTH_TAIL = re.compile(
    r"\b(?:of|by|from|to|this|before|after|around|for|and)[\s-]+$", re.IGNORECASE
)
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]")
_OF_YEAR = re.compile(r",?\s+(?:of\s+)?(last|this|next)\s+year\b", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"(?:\bin\s+)?\bthe\s+(?:first|last|second|third|fourth)\s+"
    r"(?:half|quarter|(?:\w+\s+)?(?:months?|weeks?|days?))\s+of\s+$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:an?|one|two)[\s-]$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|until|till|by)\s+$", re.IGNORECASE)
_SURE_MONTHS = ("january", "february", "july", "september", "october", "november", "december")
_DOUBTFUL = frozenset(calendar.MONTHS) - frozenset(_SURE_MONTHS)
_NAMED = re.compile(r"\b(?:Black|Bloody|Good|Holy|Ash|Cyber|Palm|Easter|Shrove|Super|Red|Ruby)\s+$")
_PART_OF_DAY = (
    r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime|dawn)"
)
_AFTER_WEEKDAY = re.compile(
    rf"(?:\s+{_PART_OF_DAY}\b)?(?:\s+(?:of\s+)?(?:(?P<week>last|this|next)\s+week"
    r"|(?P<before>the\s+week\s+before\s+last))\b)?",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(rf"\s+(?:day|weekend|{_PART_OF_DAY})\b", re.IGNORECASE)
_DATE_GAP = re.compile(rf"(?:\s+{_PART_OF_DAY}\b)?,?\s+(?:the\s+|on\s+)?", re.IGNORECASE)


# "On a Saturday afternoon", whichever; "a Saturday afternoon attack" was on the last one.
_SOME = re.compile(r"(?<![^\W\d_])(?P<on>(?:on|of|every)\s+)?(?P<some>an?|one)\s+$", re.IGNORECASE)
_SOME_CHARS = 10
_NOUN = re.compile(
    rf"(?:\s+{_PART_OF_DAY}\b)?(?:-long)?\s+(?!(?:and|as|at|by|for|from|in|is|it|last|next|of|on|or|that"
    r"|the|this|to|was|were|when|while|with|after|before|he|she|they)\b)[a-z]",
)


def _is_any(text: str, start: int, end: int) -> bool:
    """Whether no certain day is meant: "on a Saturday"; not "a Saturday strike"."""
    some = _SOME.search(text, max(0, start - _SOME_CHARS), start)
    if some is None:
        return False
    return bool(some["on"]) or some["some"].lower() == "one" or not _NOUN.match(text, end)


def weekday(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a day of the week with what stands around it: "late on Friday", "Tuesday, 9 May"."""
    text, tail = scan.text, scan.tail(start)
    word = text[start:end]
    if not word[0].isupper() or _NAMED.search(tail) or _is_any(text, start, end):
        return None
    number = calendar.WEEKDAYS[word.lower()]
    gap = _DATE_GAP.match(text, end + (text[end : end + 1] == "."))
    if gap is not None:
        date = date_at(scan, gap.end(), number)
        if date is not None:
            return with_lead(scan, start, date[0], date[1], tail)
    if len(word) < 6:
        return None
    after = _AFTER_WEEKDAY.match(text, end)
    stop = after.end() if after else end
    published = scan.published
    if published is None:
        return with_lead(scan, start, stop, DateSpan(weekdays=(number,)), tail)
    day = calendar.weekday_before(published, number)
    week = after and (after["week"] or after["before"])
    if week:
        monday = calendar.shifted(published, -published.weekday())
        weeks = {"last": -7, "this": 0, "next": 7}.get(week.lower(), -14)
        day = calendar.shifted(monday, weeks + number)
    span = calendar.day_span(day, Basis.RELATIVE, (number,))
    return with_lead(scan, start, stop, span, tail, movable=not week)


def plural_weekday(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "on Fridays" as no particular day."""
    if not scan.text[start].isupper():
        return None
    return scan.make(start, end, calendar.UNKNOWN, Role.HABIT)


def figures(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a date that begins with a figure, or a year."""
    length = end - start
    if length > 4 or length == 3:
        return None
    before = scan.text[start - 1 : start] if start else ""
    if before and (before.isalnum() or before in ".,:/$€£") and scan.floor != start:
        return None
    date = date_at(scan, start, None)
    tail = scan.tail(start)
    if date is not None:
        return with_lead(scan, start, date[0], date[1], tail)
    match = _BARE_YEAR.match(scan.text, start) if length == 4 else None
    if match is None:
        return None
    joint = scan.mentions and scan.floor >= start - 5 and _YEAR_JOINT.fullmatch(tail)
    if not joint and not _YEAR_TAIL.search(tail):
        return None
    year = int(match["year"])
    spell = _PART_OF_YEAR.search(tail)
    if spell is not None:
        begin = start - len(tail) + spell.start()
        return scan.make(begin, match.end(), calendar.year_span(year, Basis.STATED), Role.TOTAL)
    season = _SEASON_TAIL.search(tail)
    if season is not None:
        span = calendar.season_span(year, season.group(1).lower(), Basis.STATED)
        start -= len(tail) - season.start()
        return with_lead(scan, start, match.end(), span, scan.tail(start))
    return with_lead(scan, start, match.end(), calendar.year_span(year, Basis.STATED), tail)


def spelt(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a date whose day is a word: "the fourth of March"."""
    tail = scan.tail(start)
    if _SHARE.search(tail) or end <= start:
        return None  # "a third of March's dead"
    date = date_at(scan, start, None)
    if date is None or scan.text[date[0] : date[0] + 2] in {"'s", "’s"}:
        return None  # "the second of May's two attacks"
    return with_lead(scan, start, date[0], date[1], tail)


def month(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a date that begins with a month, or a month alone."""
    text, tail = scan.text, scan.tail(start)
    word = text[start:end]
    if not word[0].isupper():
        return None
    date = date_at(scan, start, None)
    if date is not None:
        return with_lead(scan, start, date[0], date[1], tail)
    if word.lower() in _DOUBTFUL and not _is_month(text, end, tail):
        return None
    if len(word) < 3 or (text[end : end + 2] in ("'s", "’s") and word.lower() in _DOUBTFUL):
        return None
    number = calendar.MONTHS[word.lower()]
    published = scan.published
    if published is None:
        return with_lead(scan, start, end, calendar.UNKNOWN, tail)
    of_year = _OF_YEAR.match(text, end)
    if of_year is not None:
        year = published.year + {"last": -1, "this": 0, "next": 1}[of_year.group(1).lower()]
        span = calendar.month_span(year, number, Basis.RELATIVE)
        return with_lead(scan, start, of_year.end(), span, tail, False)
    if number > published.month and _FOR.search(tail):
        span = calendar.month_span(published.year, number, Basis.RELATIVE)
        return scan.make(start, end, span, Role.AHEAD)
    year = published.year - (number > published.month)
    return with_lead(
        scan, start, end, calendar.month_span(year, number, Basis.RELATIVE), tail, True
    )


def _is_month(text: str, end: int, tail: str) -> bool:
    """Whether "May" is a month here: "in May", "a May day", but not "and August Wilson"."""
    if _MONTH_TAIL.search(tail) or (_SOME.search(tail) and _DAY_OF_MONTH.match(text, end)):
        return True
    return _WEAK_MONTH_TAIL.search(tail) is not None and not _NAME_FOLLOWS.match(text, end)
