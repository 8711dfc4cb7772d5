"""Spells counted from a day: "two days earlier", "last week", "overnight", "every night".

In: a walk through the text and the place of a word such as "day" or "overnight". Out: the mention,
None if the word is no time there. Hours before or after something name no new day.
"""

import datetime as dt
import re
from collections.abc import Callable

from mapper.dating import calendar
from mapper.dating.leads import of_its_own
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role
from mapper.dating.scan import Scan

_COUNT = (
    r"(?P<count>[0-9]{1,3}|a\s+couple\s+of|a\s+few|several|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|twenty|thirty)"
)
# The words before "day", "week", ... that make it a time.
_TAIL = re.compile(
    rf"""(?:^|\b)(?:
      (?P<habit>(?:almost\s+|nearly\s+)?(?:every|each)(?:\s+single)?|most)
    | (?P<recent>(?:(?:in|over|during)\s+)?(?:the\s+)?recent)
    | (?P<past>(?:(?:in|over|during|within|for)\s+)?(?:(?:the|this)\s+)?(?:past|last|preceding
        |previous)
        (?:\s+(?P<pastcount>[0-9]{{1,3}}|few|several|couple\s+of|two|three|four|five|six|seven|eight|nine
        |ten|twelve|twenty-four))?)
    | (?P<ahead>(?:(?:in|over|during|within|for)\s+)?(?:the\s+)?(?:coming|next)
        (?:\s+(?:[0-9]{{1,3}}|few|several|couple\s+of|two|three|four|five|six|seven))?)
    | (?P<this>(?:(?:so\s+far|earlier|later|late|early|over)\s+)?this)
    | (?P<same>(?:the\s+)?(?:same|that)(?:\s+same)?)
    | (?P<following>(?:the\s+)?following)
    | (?P<for>for(?:\s+(?:many|several|some|two|three|four|five|ten|about|more\s+than|over|nearly
        |the))*)
    | (?P<end>(?:by\s+)?(?:the\s+)?end\s+of\s+the)
    | (?P<the>the)
    | {_COUNT}
    )\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST_WORD = re.compile(r"([A-Za-z0-9]+)\s{1,3}$")
# The words that the pattern above can end with; it is slow, and most words are none of them.
_LAST_WORDS = frozenset(calendar.COUNTS) | {
    *("every", "each", "single", "recent", "past", "last", "preceding", "previous", "of", "coming"),
    *("next", "this", "same", "that", "following", "for", "many", "some", "about", "than", "over"),
    *("nearly", "most"),
}
_OFFSET = re.compile(
    r"\s+(?P<way>earlier|before|previously|later|after|afterwards|ago)\b", re.IGNORECASE
)
_FROM_DAY = re.compile(r"\s+(?:the\s+)?(yesterday|tomorrow)\b", re.IGNORECASE)
# "Three days after the talks" is no day of its own, but it tells that of the talks.
# "A week before in Lyman" is: what follows there is a place.
_CLAUSE_FOLLOWS = re.compile(r"\s+(?!(?:in|at|near|outside|when|while)\b)\w", re.IGNORECASE)
_FROM_WEEKDAY = re.compile(r"\s+(?:the\s+|last\s+)?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_OF_WAR = re.compile(
    r"\s+of\s+(?:[\w-]+\s+){0,2}?(?:war|fighting|conflict|invasion|bombardment|siege|occupation"
    r"|hostilities|violence)\b",
    re.IGNORECASE,
)
_IN_TAIL = re.compile(
    r"\b(?:in|after|over|during)\s+(?:(?:more|less)\s+than\s+|over\s+|nearly\s+|almost\s+|some\s+)?$",
    re.IGNORECASE,
)
_BACK = ("earlier", "before", "previously", "ago")
# "A day after drones hit X, shells fell on Y on Tuesday."
_LATER_DAY = re.compile(r"[^.;\n]*?,[^.;\n]*?\b(\w+day)\b", re.IGNORECASE)
_LATER_REACH = 200
# "Ninety days after the war began" is history.
_REMEMBERED_DAYS = 21
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7}
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_SINCE = re.compile(
    r"since\s+(?:then\b|(?:(?:the|its|their|his|her|a|an|last|this)\s+)?(?:[\w’'-]+\s+){0,7}?"
    r"(?:war|invasion|conflict|hostilities|start|beginning|onset|outbreak|coup|truce|ceasefire"
    r"|fighting|escalation|offensive|independence|uprising|revolution|takeover|withdrawal|collapse"
    r"|end|expiry|signing)\b"
    r"(?:\s+of\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:war|invasion|conflict|hostilities|offensive|fighting"
    r"|operation|escalation|year|month)\b)?"
    r"(?:\s+of\s+(?:the\s+)?[\w’'-]+)?(?:\s+(?:began|started|begun|broke\s+out|erupted))?)",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"\bto\s+$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"\s+(?:morning|afternoon|evening|night|noon)\b", re.IGNORECASE)
_OF_NAME = re.compile(r"\s+of\s+[A-Z0-9]")
_SENTENCE_END = re.compile(r"[.!?\n;]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THE_WEEKEND = re.compile(r"\b(?:over|at|during|on)\s+the\s+$", re.IGNORECASE)
_EVE = re.compile(r"(?:\bon\s+)?\bthe\s+$", re.IGNORECASE)


def simple(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "today", "yesterday", "tomorrow", "tonight"; a part of the day may follow."""
    word = scan.text[start:end].lower()
    published = scan.published
    part = _PART_OF_DAY.match(scan.text, end)
    end = part.end() if part else end
    if published is None:
        role = Role.AHEAD if word == "tomorrow" else Role.EVENT
        return scan.make(start, end, calendar.UNKNOWN, role)
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    span = calendar.day_span(calendar.shifted(published, step), Basis.RELATIVE)
    return scan.make(start, end, span, Role.AHEAD if word == "tomorrow" else Role.EVENT)


def overnight(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "overnight": the night that ended on the day the sentence speaks of."""
    day = scan.published
    if scan.mentions:
        last = scan.mentions[-1]
        between = scan.text[last.end : start]
        if last.span.precision is Precision.DAY and not _SENTENCE_END.search(between):
            day = last.span.last
        else:
            # A text speaks of one night: the one that it has tied to a day before.
            told = [m for m in scan.mentions if "overnight" in m.text.lower() and m.span.last]
            day = told[-1].span.last if told else day
    return scan.make(start, end, calendar.day_span(day, Basis.RELATIVE))


def habit(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "often", "daily" and the like."""
    if scan.text[start].isupper():
        return None
    return scan.make(start, end, calendar.UNKNOWN, Role.HABIT)


def since_event(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "since the war began", a total that a date behind it may join."""
    match = _SINCE.match(scan.text, start, min(scan.stop, start + 160))
    if match is None:
        return None
    year = _YEAR.search(match.group())
    if year is not None and year.end() == len(match.group()):
        return None
    return scan.make(start, match.end(), calendar.UNKNOWN, Role.TOTAL)


def to_date(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "to date"."""
    lead = _TO_DATE.search(scan.tail(start))
    if lead is None:
        return None
    return scan.make(start - 3, end, calendar.UNKNOWN, Role.TOTAL)


def eve(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "on the eve": the day before the one spoken of."""
    tail = scan.tail(start)
    lead = _EVE.search(tail)
    if lead is None or _OF_NAME.match(scan.text, end):
        return None
    day = scan.context(start)
    day = None if day is None else calendar.shifted(day, -1)
    start -= len(tail) - lead.start()
    return scan.make(start, end, calendar.day_span(day, Basis.RELATIVE))


def spell(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read a unit of time by the words before and after it."""
    unit = scan.text[start:end].lower().removesuffix("s")
    tail = scan.tail(start)
    before = _last_word(tail)
    if before is None or not (before[1][0] <= "9" or before[1].lower() in _LAST_WORDS):
        return None
    lead = _TAIL.search(tail)
    if lead is None:
        return None
    begin = start - len(tail) + lead.start()
    if lead["count"] or lead["the"]:
        return _counted(scan, begin, start, end, unit, lead)
    if lead["habit"] or lead["recent"]:
        if lead["habit"] and lead["habit"].lower() == "most":
            return None
        return scan.make(begin, end, calendar.UNKNOWN, Role.HABIT)
    if lead["for"]:
        if unit in ("year", "month", "week", "decade") and (
            scan.text[start:end].lower().endswith("s") and not _OFFSET.match(scan.text, end)
        ):
            return scan.make(begin, end, calendar.UNKNOWN, Role.HABIT)
        return None
    if lead["end"]:
        return scan.make(begin, end, calendar.UNKNOWN, Role.AHEAD)
    if lead["following"] or (
        lead["ahead"] and _next_day(lead["ahead"], unit, scan.text[start:end])
    ):
        return _from_context(scan, begin, end, 1, unit)
    if lead["same"]:
        return _from_context(scan, begin, end, 0, unit)
    if lead["ahead"]:
        return _ahead(scan, begin, end, unit)
    if lead["this"]:
        return _this(scan, begin, end, unit, lead["this"].lower())
    return _past(scan, begin, end, unit, lead)


def _last_word(tail: str) -> re.Match[str] | None:
    """Find the word that ends `tail`; only there, since to look from its start on takes long."""
    return _LAST_WORD.search(tail, tail.rstrip().rfind(" ") + 1)


def fall(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "last fall" and "this fall"; what falls is no season."""
    before = _last_word(scan.tail(start))
    if before is None or before[1].lower() not in ("last", "this"):
        return None
    return spell(scan, start, end)


def _next_day(words: str, unit: str, said: str) -> bool:
    """Tell "the next day", after the day spoken of, from "the next few days", after the text."""
    return (
        unit in ("day", "morning", "evening", "night")
        and not said.endswith("s")
        and (words.lower().split()[-1] == "next")
    )


def _number(words: str | None) -> int:
    if not words:
        return 1
    if words.isdigit():
        return int(words)
    parts = words.lower().split()
    if "couple" in parts:
        return 2
    if parts[-1] == "twenty-four":
        return 24
    return calendar.COUNTS.get(parts[-1], 1)


def _counted(
    scan: Scan, begin: int, start: int, end: int, unit: str, lead: re.Match[str]
) -> DateMention | None:
    text = scan.text
    count = _number(lead["count"])
    war = _OF_WAR.match(text, end)
    if war is not None and unit in ("year", "month"):
        return scan.make(begin, war.end(), calendar.UNKNOWN, Role.TOTAL)
    offset = _OFFSET.match(text, end)
    if offset is None:
        return None
    way = offset["way"].lower()
    stop = offset.end()
    if lead["the"] and way not in ("before", "after"):
        return None
    behind = _FROM_DAY.match(text, stop)
    if behind is not None:
        step = -2 if behind.group(1).lower() == "yesterday" else 2
        day = None if scan.published is None else calendar.shifted(scan.published, step)
        role = Role.EVENT if step < 0 else Role.AHEAD
        return scan.make(begin, behind.end(), calendar.day_span(day, Basis.RELATIVE), role)
    sign = -1 if way in _BACK else 1
    named = _FROM_WEEKDAY.match(text, stop)
    if named is not None and of_its_own(scan, begin, named.end()):
        return None
    if named is not None and unit in ("day", "week"):
        weekday = calendar.WEEKDAYS[named.group(1).lower()]
        day = scan.published and calendar.weekday_before(scan.published, weekday)
        return scan.make(begin, named.end(), _offset_span(day, sign * count, unit))
    if way in ("after", "before") and _CLAUSE_FOLLOWS.match(text, stop):
        return _what_went_before(scan, begin, offset, count, unit) if way == "after" else None
    if lead["the"] and unit == "week":
        return _from_context(scan, begin, stop, sign, unit)
    base = scan.published if way == "ago" else scan.context(start)
    if unit == "hour":
        if count % 24 or count == 0:
            return None
        unit, count = "day", count // 24
    if unit in _PARTS and way == "before":
        count = 0 if unit == "night" else 1
    elif unit in _PARTS and unit != "night":
        return None
    span = _offset_span(base, sign * count, unit)
    if span.first is not None and scan.published is not None and span.first > scan.published:
        return None
    return scan.make(begin, stop, span)


def _what_went_before(
    scan: Scan, begin: int, offset: re.Match[str], count: int, unit: str
) -> DateMention | None:
    """Read "a day after ...": the day of what follows, counted back from what stands before.

    Where that opens a sentence, the day stands behind the comma: "A day after ..., on Tuesday".
    """
    ahead = _LATER_DAY.match(scan.text, offset.end(), min(scan.stop, offset.end() + _LATER_REACH))
    opens = not scan.text[max(0, begin - 2) : begin].strip(' \n“"')[-1:].isalnum()
    if opens and ahead is not None and scan.published is not None:
        weekday = calendar.WEEKDAYS[ahead[1].lower()]
        base: dt.date | None = calendar.weekday_before(scan.published, weekday)
    else:
        base = scan.context(offset.start())
    if base is None or unit not in ("day", "week") or count > _REMEMBERED_DAYS:
        return None
    span = _offset_span(base, -count, unit)
    return scan.make(offset.start("way"), offset.end("way"), span, Role.FORMER)


def _offset_span(base: dt.date | None, count: int, unit: str) -> DateSpan:
    if base is None:
        return calendar.UNKNOWN
    if unit in _PARTS:
        return calendar.day_span(calendar.shifted(base, count), Basis.RELATIVE)
    if unit == "day" or (unit == "week" and abs(count) <= 2):
        day = calendar.shifted(base, count * _UNIT_DAYS[unit])
        return calendar.day_span(day, Basis.RELATIVE)
    if unit == "week":
        day = calendar.shifted(base, 7 * count)
        return calendar.week_span(calendar.shifted(day, -day.weekday()))
    months = count if unit == "month" else 12 * count
    index = base.year * 12 + base.month - 1 + months
    if not 1900 <= index // 12 <= 2200 or unit not in ("month", "year"):
        return calendar.UNKNOWN
    if unit == "year":
        return calendar.year_span(index // 12, Basis.RELATIVE)
    return calendar.month_span(index // 12, index % 12 + 1, Basis.RELATIVE)


def _from_context(scan: Scan, begin: int, end: int, step: int, unit: str) -> DateMention | None:
    base = scan.context(begin)
    if unit in _PARTS or unit == "day":
        if step > 0 and base is not None and base == scan.published:
            base = scan.told_before(begin)  # the day after today's is told by none
        day = None if base is None else calendar.shifted(base, step)
        return scan.make(begin, end, calendar.day_span(day, Basis.RELATIVE))
    if unit not in ("week", "month", "year") or base is None:
        return None
    if unit == "week":
        monday = calendar.shifted(base, 7 * step - base.weekday())
        return scan.make(begin, end, calendar.week_span(monday))
    return scan.make(begin, end, _offset_span(base, step, unit))


def _ahead(scan: Scan, begin: int, end: int, unit: str) -> DateMention | None:
    """Read "next week", "in the coming days"."""
    published, span = scan.published, calendar.UNKNOWN
    singular = not scan.text[begin:end].lower().endswith("s")
    if published is not None and singular:
        if unit == "week":
            span = calendar.week_span(calendar.shifted(published, 7 - published.weekday()))
        elif unit in ("month", "year"):
            span = _offset_span(published, 1, unit)
    return scan.make(begin, end, span, Role.AHEAD)


def _this(scan: Scan, begin: int, end: int, unit: str, words: str) -> DateMention | None:
    """Read "this morning", "this week", "so far this year", "later this month"."""
    published = scan.published
    role = Role.AHEAD if words.startswith("later") else Role.EVENT
    if words.startswith("so far") or unit == "year":
        role = Role.TOTAL if role is Role.EVENT else role
    if unit in calendar.SEASONS:
        return _season(scan, begin, end, unit, 0)
    if unit == "weekend":
        return _weekend(scan, begin, end, this=True)
    if published is None:
        return scan.make(begin, end, calendar.UNKNOWN, role)
    if unit in _PARTS or unit == "day":
        if unit == "day":
            return None
        return scan.make(begin, end, calendar.day_span(published, Basis.RELATIVE), role)
    if unit == "week":
        monday = calendar.shifted(published, -published.weekday())
        span = DateSpan(
            first=monday, last=published, precision=Precision.WEEK, basis=Basis.RELATIVE
        )
        return scan.make(begin, end, span, role)
    if unit in ("month", "year"):
        return scan.make(begin, end, _offset_span(published, 0, unit), role)
    return None


def _past(scan: Scan, begin: int, end: int, unit: str, lead: re.Match[str]) -> DateMention | None:
    """Read "last week", "over the past 24 hours", "the previous day"."""
    words = lead["past"].lower()
    published = scan.published
    plural = scan.text[end - 1] in "sS"
    if "previous" in words or "preceding" in words:
        if not plural and not lead["pastcount"]:
            if unit == "night":
                return _from_context(scan, begin, end, 0, unit)
            if unit in calendar.SEASONS:
                return _season(scan, begin, end, unit, -1)
            return _from_context(scan, begin, end, -1, unit)
    elif not plural and not lead["pastcount"] and "last" in words:
        if unit in calendar.SEASONS:
            return _season(scan, begin, end, unit, -1)
        if unit == "weekend":
            return _weekend(scan, begin, end, this=False)
        if not words.endswith("the last"):
            return _last(scan, begin, end, unit)
    count = _number(lead["pastcount"])
    if plural and not lead["pastcount"]:
        return scan.make(begin, end, calendar.UNKNOWN, Role.HABIT)
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "month": 30 * count}.get(unit)
    if unit == "night":
        return scan.make(begin, end, calendar.day_span(published, Basis.RELATIVE))
    if days is None:
        role = Role.TOTAL if unit in ("year", "decade") else Role.EVENT
        return scan.make(begin, end, calendar.UNKNOWN, role) if unit in ("year", "decade") else None
    role = Role.EVENT if days <= 31 else Role.TOTAL
    if published is None:
        return scan.make(begin, end, calendar.UNKNOWN, role)
    span = calendar.range_span(calendar.shifted(published, -days), published)
    return scan.make(begin, end, span, role)


def _last(scan: Scan, begin: int, end: int, unit: str) -> DateMention | None:
    published = scan.published
    if published is None:
        return scan.make(begin, end, calendar.UNKNOWN)
    if unit in _PARTS:
        step = 0 if unit == "night" else -1
        day = calendar.shifted(published, step)
        return scan.make(begin, end, calendar.day_span(day, Basis.RELATIVE))
    if unit == "week":
        monday = calendar.shifted(published, -published.weekday() - 7)
        return scan.make(begin, end, calendar.week_span(monday))
    if unit in ("month", "year"):
        return scan.make(begin, end, _offset_span(published, -1, unit))
    return None


def _season(scan: Scan, begin: int, end: int, unit: str, step: int) -> DateMention | None:
    """Date a season: "this winter" is to come or under way, "last winter" is over."""
    published = scan.published
    if published is None:
        return scan.make(begin, end, calendar.UNKNOWN, Role.TOTAL if step == 0 else Role.EVENT)
    span = calendar.season_span(published.year, unit, Basis.RELATIVE)
    if step == 0:
        if unit == "winter" and published.month > 8:
            span = calendar.season_span(published.year + 1, unit, Basis.RELATIVE)
        ahead = span.first is not None and span.first > published
        return scan.make(begin, end, span, Role.AHEAD if ahead else Role.TOTAL)
    if span.last is not None and span.last >= published:
        span = calendar.season_span(published.year - 1, unit, Basis.RELATIVE)
    return scan.make(begin, end, span)


def _weekend(scan: Scan, begin: int, end: int, *, this: bool) -> DateMention:
    """Date a weekend: the one under way or just gone; from Thursday on, "this" is the next."""
    published = scan.published
    if published is None:
        return scan.make(begin, end, DateSpan(weekdays=(5, 6)))
    today = published.weekday()
    if this and today in (3, 4):
        saturday = calendar.shifted(published, 5 - today)
        span = calendar.range_span(saturday, calendar.shifted(saturday, 1))
        return scan.make(begin, end, span, Role.AHEAD)
    saturday = calendar.weekday_before(published, 5)
    return scan.make(begin, end, calendar.range_span(saturday, calendar.shifted(saturday, 1)))


def weekend(scan: Scan, start: int, end: int) -> DateMention | None:
    """Read "over the weekend", "at the weekend", and the weekend with "last", "this", "next"."""
    tail = scan.tail(start)
    if _THE_WEEKEND.search(tail):
        return _weekend(scan, start, end, this=False)
    return spell(scan, start, end)


Reader = Callable[[Scan, int, int], DateMention | None]
