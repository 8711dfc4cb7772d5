"""What the words around a date make of it: "since", "the night of", "late on", "next", "will".

In: a date's place and span, and the words before it. Out: the mention with these words, its days
moved and its role set. Nothing can go wrong.
"""

import datetime as dt
import re

from mapper.dating import calendar
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role
from mapper.dating.scan import Scan, since

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
# "On" and "in" stand in front of most days, and belong to a lead only behind one of these.
_BEFORE_ON = frozenset(
    ("since", "on", "the", "early", "late", "last", "mid", "about", "earlier")
    + ("night", "hours", "dawn", "sunrise", "light", "ending")
)
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
_THEN = re.compile(r"(?:\s+(?:morning|afternoon|evening|night))?,?\s+when\b", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:on|in|by|from)?\s*(?:the\s+)?(?:early\s+|late\s+)?", re.IGNORECASE)


def with_lead(
    scan: Scan, start: int, end: int, span: DateSpan, tail: str, movable: bool | None = None
) -> DateMention:
    """Apply the words in front: "since", "the night of", "late on", "next"."""
    lead = _LEAD.search(tail) if _may_lead(tail) else None
    kind = lead.lastgroup if lead else None
    begin = start - len(tail) + lead.start() if lead else start
    published = scan.published
    if movable is None:
        movable = span.basis is Basis.RELATIVE
    if kind == "habit":
        return scan.make(begin, end, calendar.UNKNOWN, Role.HABIT)
    if kind is None or kind == "this":
        return _perhaps_ahead(scan, start, end, span, movable)
    if kind == "since" and span.precision is Precision.DAY and _THEN.match(scan.text, end):
        return scan.make(start, end, span)  # "since Monday, when missiles struck the pumps"
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
    if kind == "before" and of_its_own(scan, begin, end):
        return scan.make(start, end, span)
    if kind == "before":
        return scan.make(begin, end, _shift(span, -1 if "before" in tail.lower() else 1))
    if kind == "end":
        return _by(scan, begin, end, span)
    return scan.make(begin, end, span)


def of_its_own(scan: Scan, begin: int, end: int) -> bool:
    """Whether a day is that of what follows: "... were found, a day after Sunday's raid".

    At the beginning of a sentence the day after is that of the sentence.
    """
    opens = not scan.text[max(0, begin - 2) : begin].strip(' \n“"')[-1:].isalnum()
    behind = scan.text[max(0, begin - 2) : begin].strip().endswith(",")
    return scan.text[end : end + 2] in {"'s", "’s"} and (behind or not opens)


def _may_lead(tail: str) -> bool:
    """Whether a lead may end `tail`; cheaper to ask than to look, and mostly answered with no."""
    words = tail.lower().replace("-", " ").split()[-2:]
    return words[-1:] not in (["on"], ["in"]) or words[0] in _BEFORE_ON


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
    """Span a week or some hours up to a day."""
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
    """Make a date one to come if "will" stands with it or if it lies after publication."""
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
