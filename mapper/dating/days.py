"""Days of the week, dates, months and years at a place of a text.

In: a walk through the text and the place of a word that may begin a date. Out: the mention, None
if the word is no date there. Without a date of publication a weekday keeps its number, and a day
and month without a year stay unknown.
"""

import datetime as dt
import re

from mapper.dating import calendar
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role
from mapper.dating.scan import Scan, since

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_TO_DAY = (
    r"(?:\s*(?P<joint>[-–—/]|\s(?:and|to|or)\s)\s*(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:]))?"
)
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![\w-]|[.,][0-9])"
_DAY_MONTH = re.compile(rf"{_DAY}{_TO_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?")
_MONTH_DAY = re.compile(rf"{_MONTH}\s+{_DAY}(?![\w:]|[.,][0-9]){_TO_DAY}(?:,?\s+{_YEAR})?")
_MONTH_YEAR = re.compile(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}")
_ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?!\d)")
_NUMERIC = re.compile(
    r"(?P<day>[0-3]?[0-9])(?P<sign>[./])(?P<month>[01]?[0-9])(?P=sign)(?P<year>(?:19|20)[0-9]{2})(?!\d)"
)
_BARE_YEAR = re.compile(
    rf"{_YEAR}(?!\s+(?:[a-z-]+\s+)?(?:people|men|women|children|civilians|soldiers"
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
_FOR = re.compile(r"\b(?:for|until|till|by)\s+$", re.IGNORECASE)
_DOUBTFUL = frozenset(
    "march april may june august mar apr jun jan jul aug sep sept oct nov dec".split()
)
_NAMED = re.compile(r"\b(?:Black|Bloody|Good|Holy|Ash|Cyber|Palm|Easter|Shrove|Super|Red|Ruby)\s+$")
_LEAD = re.compile(
    r"""(?:\b(?:
      (?P<since>since)(?:\s+(?:on|the|early|late|last|mid|about))*
    | (?P<night>(?:in\s+|on\s+)?(?:the\s+)?night\s+(?:(?:in)?to|of|on|from|before|between)
        (?:\s+the)?|(?:the\s+)?(?:small|early)\s+hours\s+(?:of|on)|before\s+dawn\s+on|at\s+dawn\s+on
        |before\s+(?:sunrise|first\s+light)\s+on)
    | (?P<week>(?:(?:in|over|during)\s+)?(?:the\s+)?week\s+(?:to|ending(?:\s+on)?|until|through))
    | (?P<hours>(?:(?:in|over|during)\s+)?(?:the\s+)?(?:24|48|72|twenty-four)\s+hours
        \s+(?:to|until|up\s+to|ending(?:\s+on)?))
    | (?P<part>early|late|mid|earlier)(?:\s+(?:on|in))?
    | (?P<next>next|(?:this\s+)?coming) | (?P<last>last|(?:this\s+)?past) | (?P<this>this)
    | (?P<habit>every|each)
    | (?P<eve>(?:on\s+)?the\s+eve\s+of)
    | (?P<end>by(?:\s+the)?(?:\s+end\s+of)?)
    | (?P<before>(?:a|one|the)\s+day\s+before|(?:a|one|the)\s+day\s+after)
    )[\s-]+(?:the\s+)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_OF_DAY = (
    r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime|dawn)"
)
_AFTER_WEEKDAY = re.compile(
    rf"(?:\s+{_PART_OF_DAY}\b)?(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?", re.IGNORECASE
)
_DATE_GAP = re.compile(rf"(?:\s+{_PART_OF_DAY}\b)?,?\s+(?:the\s+|on\s+)?", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|wrote|warned|reported|added|stated|confirmed|according|claimed"
    r"|repeated|vowed|declared|posted|was|were|had|killed|struck|died|fell)\b"
    r"|\b(?:attack|strike|raid|shelling|swap|exchange|bombing|blast|explosion)s?\s+(?:of|on)\s+$",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|won['’]t|is to|are to|to be held|pencilled in|slated|set for|set to"
    r"|(?:expected|planned|scheduled|due) (?:on|for|in|by)"
    r"|(?:expected|planned|scheduled|due) to (?!the\b|an?\b|heavy\b|shelling\b)[a-z]+)\b|['’]ll\b",
    re.IGNORECASE,
)
_WILL_FOLLOWS = re.compile(
    r",?(?:\s+[\w'’-]+){1,6}?\s+(?:will|shall|is to|are to|is due|are due)\b", re.IGNORECASE
)
_OPENING = re.compile(r"\W*(?:on|in|by|from)?\s*(?:the\s+)?(?:early\s+|late\s+)?", re.IGNORECASE)


def weekday(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a day of the week with what stands around it: "late on Friday", "Tuesday, 9 May"."""
    text, tail = scan.text, scan.tail(start)
    word = text[start:end]
    if not word[0].isupper() or _NAMED.search(tail):
        return None
    number = calendar.WEEKDAYS[word.lower()]
    gap = _DATE_GAP.match(text, end + (text[end : end + 1] == "."))
    if gap is not None:
        date = _date_at(scan, gap.end(), number)
        if date is not None:
            return _with_lead(scan, start, date[0], date[1], tail)
    if len(word) < 6:
        return None
    after = _AFTER_WEEKDAY.match(text, end)
    stop = after.end() if after else end
    published = scan.published
    if published is None:
        return _with_lead(scan, start, stop, DateSpan(weekdays=(number,)), tail)
    day = calendar.weekday_before(published, number)
    if after and after["week"]:
        monday = calendar.shifted(published, -published.weekday())
        weeks = {"last": -7, "this": 0, "next": 7}[after["week"].lower()]
        day = calendar.shifted(monday, weeks + number)
    span = calendar.day_span(day, Basis.RELATIVE, (number,))
    return _with_lead(scan, start, stop, span, tail, movable=not (after and after["week"]))


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
    date = _date_at(scan, start, None)
    tail = scan.tail(start)
    if date is not None:
        return _with_lead(scan, start, date[0], date[1], tail)
    match = _BARE_YEAR.match(scan.text, start) if length == 4 else None
    if match is None:
        return None
    joint = scan.mentions and scan.floor >= start - 5 and _YEAR_JOINT.fullmatch(tail)
    if not joint and not _YEAR_TAIL.search(tail):
        return None
    year = int(match["year"])
    season = _SEASON_TAIL.search(tail)
    if season is not None:
        span = calendar.season_span(year, season.group(1).lower(), Basis.STATED)
        start -= len(tail) - season.start()
        return _with_lead(scan, start, match.end(), span, scan.tail(start))
    return _with_lead(scan, start, match.end(), calendar.year_span(year, Basis.STATED), tail)


def month(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a date that begins with a month, or a month alone."""
    text, tail = scan.text, scan.tail(start)
    word = text[start:end]
    if not word[0].isupper():
        return None
    date = _date_at(scan, start, None)
    if date is not None:
        return _with_lead(scan, start, date[0], date[1], tail)
    if word.lower() in _DOUBTFUL and not _is_month(text, end, tail):
        return None
    if len(word) < 3 or (text[end : end + 2] in ("'s", "’s") and word.lower() in _DOUBTFUL):
        return None
    number = calendar.MONTHS[word.lower()]
    published = scan.published
    if published is None:
        return _with_lead(scan, start, end, calendar.UNKNOWN, tail)
    if number > published.month and _FOR.search(tail):
        span = calendar.month_span(published.year, number, Basis.RELATIVE)
        return scan.make(start, end, span, Role.AHEAD)
    year = published.year - (number > published.month)
    return _with_lead(
        scan, start, end, calendar.month_span(year, number, Basis.RELATIVE), tail, True
    )


def _is_month(text: str, end: int, tail: str) -> bool:
    """Whether "May" is a month here: "in May", but not "and August Wilson"."""
    if _MONTH_TAIL.search(tail):
        return True
    return _WEAK_MONTH_TAIL.search(tail) is not None and not _NAME_FOLLOWS.match(text, end)


def _date_at(scan: Scan, start: int, weekday: int | None) -> tuple[int, DateSpan] | None:
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
    match = _MONTH_YEAR.match(text, start, scan.stop)
    if match is None:
        return None
    number = calendar.MONTHS[match["month"].lower()]
    return match.end(), calendar.month_span(int(match["year"]), number, Basis.STATED)


def _trimmed(text: str, match: re.Match[str]) -> int:
    """The full stop after "3 Oct." belongs to the date, that after "3 October." does not."""
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


def _with_lead(
    scan: Scan, start: int, end: int, span: DateSpan, tail: str, movable: bool | None = None
) -> DateMention:
    """Apply the words in front: "since", "the night of", "late on", "next"."""
    lead = _LEAD.search(tail)
    kind = lead.lastgroup if lead else None
    begin = start - len(tail) + lead.start() if lead else start
    published = scan.published
    if movable is None:
        movable = span.basis is Basis.RELATIVE
    if kind == "habit":
        return scan.make(begin, end, calendar.UNKNOWN, Role.HABIT)
    if kind is None or kind == "this":
        return _perhaps_ahead(scan, start, end, span, movable)
    if kind == "since":
        return scan.make(begin, end, since(span, published), Role.TOTAL)
    if kind == "part":
        return _part(scan, begin, end, span, tail[lead.start() :].lower() if lead else "", movable)
    if kind == "next":
        return scan.make(begin, end, _moved(span, published), Role.AHEAD)
    if kind == "last":
        if span.precision is Precision.DAY and span.first == published and span.weekdays:
            span = _shift(span, -7)
        elif (
            span.precision is Precision.MONTH and published and span.last and span.last >= published
        ):
            span = _moved(span, published, back=True)
        return scan.make(begin, end, span)
    if kind in ("week", "hours"):
        return scan.make(begin, end, _ending(span, kind, tail))
    if kind == "night" and span.precision is Precision.RANGE and span.last is not None:
        days = (span.last - (span.first or span.last)).days
        if days == 1:
            span = calendar.day_span(span.last, span.basis)
        return scan.make(begin, end, span)
    if kind == "eve":
        return scan.make(begin, end, _shift(span, -1))
    if kind == "before":
        return scan.make(begin, end, _shift(span, -1 if "before" in tail.lower() else 1))
    if kind == "end":
        return _by(scan, begin, end, span)
    return scan.make(begin, end, span)


def _part(
    scan: Scan, begin: int, end: int, span: DateSpan, words: str, movable: bool
) -> DateMention:
    part = next((name for name in ("early", "late", "mid") if words.startswith(name)), "")
    if (
        span.precision is Precision.MONTH
        and span.first is not None
        and not words.startswith("earlier")
    ):
        span = calendar.month_span(span.first.year, span.first.month, span.basis, part)
    return _perhaps_ahead(scan, begin, end, span, movable)


def _by(scan: Scan, begin: int, end: int, span: DateSpan) -> DateMention:
    published = scan.published
    if span.last is not None and published is not None and span.last > published:
        return scan.make(begin, end, span, Role.AHEAD)
    if "end" in scan.text[begin:end].lower():
        return scan.make(begin, end, span, Role.TOTAL)
    return _perhaps_ahead(scan, begin, end, span, span.basis is Basis.RELATIVE)


def _ending(span: DateSpan, kind: str, tail: str) -> DateSpan:
    """A week or some hours up to a day."""
    if span.last is None:
        return span
    if kind == "week":
        first = calendar.shifted(span.last, -6)
        return DateSpan(first=first, last=span.last, precision=Precision.WEEK, basis=span.basis)
    days = 3 if "72" in tail else 2 if "48" in tail else 1
    return calendar.range_span(calendar.shifted(span.last, -days), span.last, span.basis)


def _shift(span: DateSpan, days: int) -> DateSpan:
    if span.first is None or span.last is None:
        return calendar.UNKNOWN
    first, last = calendar.shifted(span.first, days), calendar.shifted(span.last, days)
    return DateSpan(first=first, last=last, precision=span.precision, basis=span.basis)


def _moved(span: DateSpan, published: dt.date | None, *, back: bool = False) -> DateSpan:
    """Move a span past publication, or a year back: "next Tuesday", "last May"."""
    if published is None or span.first is None or span.last is None:
        return span
    if span.precision is Precision.DAY and span.weekdays:
        day = calendar.weekday_after(published, span.weekdays[0])
        return calendar.day_span(day, span.basis, span.weekdays)
    step = -1 if back else 1
    if span.precision is Precision.MONTH:
        if not back and span.first > published:
            return span
        return calendar.month_span(span.first.year + step, span.first.month, span.basis)
    if span.first > published:
        return span
    first = calendar.day_of(span.first.year + step, span.first.month, span.first.day)
    last = calendar.day_of(span.last.year + step, span.last.month, span.last.day)
    if first is None or last is None:
        return span
    return DateSpan(first=first, last=last, precision=span.precision, basis=span.basis)


def _perhaps_ahead(scan: Scan, start: int, end: int, span: DateSpan, movable: bool) -> DateMention:
    """A date that "will" stands with is to come; a stated one is when it lies after publication."""
    published = scan.published
    if published is not None and span.first is not None and (span.first - published).days > 1:
        return scan.make(start, end, span, Role.AHEAD)
    if movable and _to_come(scan, start, end):
        return scan.make(start, end, _moved(span, published), Role.AHEAD)
    return scan.make(start, end, span)


def _to_come(scan: Scan, start: int, end: int) -> bool:
    text = scan.text
    low = max(0, start - 160, scan.floor)
    opening = max(text.rfind(sign, low, start) for sign in ".!?\n;") + 1
    words = text[max(opening, low) : start]
    if _OPENING.fullmatch(words):
        return _WILL_FOLLOWS.match(text, end, min(end + 120, scan.stop)) is not None
    coming = None
    for coming in _TO_COME.finditer(words):  # noqa: B007 (the last one counts)
        pass
    return coming is not None and not _SAYING.search(words, coming.end())
