"""The state of one walk through a text: mentions so far, and how a new one joins the last.

In: resolved mentions in order. Out: the list with ranges ("from Thursday until today") and nights
("overnight into Saturday") made one. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
import re

from mapper.dating import calendar
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role

# How far back words that qualify a mention may begin.
_TAIL = 56
# An offset in a new paragraph is not counted from a day of history told before it.
_HISTORY_DAYS = 60
_RANGE_LEAD = re.compile(r"\b(from|between)(?:\s+[\w:.]+){0,2}\s+$", re.IGNORECASE)
_RANGE_GAP = re.compile(
    r"(?:['’]s)?\s*(?:-|–|—|\b(?:through|until|till|to|up to)\b)\s*"
    r"(?:the\s+)?(?:\w+\s+)?(?:on\s+|early\s+|late\s+|mid-?\s*)?",
    re.IGNORECASE,
)
_AND_GAP = re.compile(r"\s+and\s+(?:\w+\s+)?(?:on\s+|early\s+)?", re.IGNORECASE)
_NIGHT_GAP = re.compile(r",?\s+(?:and\s+)?(?:in)?to\s+(?:the\s+)?(?:early\s+)?", re.IGNORECASE)
_OVERNIGHT_GAP = re.compile(
    r"\s+(?:(?:and\s+)?(?:(?:in)?to|on|of|from|since|late|early)\s+)*", re.IGNORECASE
)
_SINCE_GAP = re.compile(
    r"\s+(?:(?:in|on|of|more|than|over|nearly|almost|about|some|just|early|late|last|the|-|back)\s+)*",
    re.IGNORECASE,
)
_DASHES = ("-", "–", "—")
_OF_NOW = re.compile(r"(?:today|this|tonight|yesterday)\b", re.IGNORECASE)
_NIGHTLY = re.compile(r"night|late\b|evening", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class Scan:
    """A walk through `text` up to `stop`; `floor` is where the last mention ended."""

    text: str
    published: dt.date | None
    stop: int
    floor: int
    mentions: list[DateMention] = dataclasses.field(default_factory=list)

    def tail(self, start: int) -> str:
        """Return the words just before `start` that belong to no mention yet."""
        return self.text[max(self.floor, start - _TAIL) : start]

    def make(self, start: int, end: int, span: DateSpan, role: Role = Role.EVENT) -> DateMention:
        """Make a mention of `text[start:end]`."""
        return DateMention(start=start, end=end, text=self.text[start:end], span=span, role=role)

    def context(self, start: int) -> dt.date | None:
        """Find the day that an offset at `start` counts from: the last one told, else published."""
        for mention in reversed(self.mentions[-6:]):
            span = mention.span
            if mention.role is not Role.EVENT:
                continue
            if span.precision not in (Precision.DAY, Precision.RANGE) or span.last is None:
                continue
            if (
                self.published is not None
                and (self.published - span.last).days > _HISTORY_DAYS
                and "\n" in self.text[mention.end : start]
            ):
                break
            return span.last
        return self.published

    def told_before(self, start: int) -> dt.date | None:
        """Find the last day that was told of before `start`, None without one."""
        for mention in reversed(self.mentions):
            span = mention.span
            if (
                mention.role is Role.EVENT
                and span.precision is Precision.DAY
                and mention.end <= start
            ):
                return span.last if span.last != self.published else None
        return None

    def add(self, mention: DateMention) -> None:
        """Append a mention, or let it join the last one."""
        self.floor = mention.end
        if self.mentions:
            joined = self._joined(self.mentions[-1], mention)
            if joined is not None:
                self.mentions[-1] = joined
                return
        self.mentions.append(mention)

    def _joined(self, last: DateMention, new: DateMention) -> DateMention | None:
        if new.start - last.end > 30:
            return None
        gap = self.text[last.end : new.start]
        if "\n" in gap:
            return None
        if last.role is Role.TOTAL and last.text[:5].lower() == "since":
            if not _SINCE_GAP.fullmatch(gap):
                return None
            return self.make(last.start, new.end, since(new.span, self.published), Role.TOTAL)
        if {new.role, last.role} & {Role.HABIT, Role.FORMER}:
            return None
        lowered = last.text.lower()
        if lowered == "overnight" and _OVERNIGHT_GAP.fullmatch(gap):
            return self.make(last.start, new.end, new.span, new.role)
        # Not over a mention before: "between Monday Monday to Monday".
        floor = self.mentions[-2].end if len(self.mentions) > 1 else 0
        lead = _RANGE_LEAD.search(self.text, max(floor, last.start - 30), last.start)
        word = lead.group(1).lower() if lead else ""
        if not word and gap.strip() in ("-", "–") and new.text.lower().endswith("night"):
            return self.make(last.start, new.end, new.span, new.role)
        if "night between" in lowered and _AND_GAP.fullmatch(gap):
            return self.make(last.start, new.end, new.span, new.role)
        if not word and _NIGHTLY.search(lowered) and _NIGHT_GAP.fullmatch(gap):
            return self.make(last.start, new.end, new.span, new.role)
        if gap.strip() in _DASHES and gap.strip() != gap and _OF_NOW.match(last.text):
            return None  # "AFRICA THIS MORNING - Monday 17 November 2025"
        if _RANGE_GAP.fullmatch(gap) or (word == "between" and _AND_GAP.fullmatch(gap)):
            return self._range(lead.start() if lead else last.start, last, new)
        return None

    def _range(self, start: int, last: DateMention, new: DateMention) -> DateMention | None:
        first, end_day = last.span.first, new.span.last
        weekdays = (*last.span.weekdays[:1], *new.span.weekdays[-1:])
        stated = last.span.basis is new.span.basis is Basis.STATED
        if first is not None and end_day is not None:
            first = _not_after(first, end_day, bool(last.span.weekdays))
            if first > end_day:
                return None
        basis = Basis.STATED if stated else Basis.RELATIVE
        span = calendar.range_span(first, end_day, basis, weekdays)
        total = {last.span.precision, new.span.precision} <= {Precision.MONTH, Precision.YEAR}
        known = first is not None and end_day is not None
        if Role.AHEAD in (last.role, new.role):
            role = Role.AHEAD
        else:
            role = Role.TOTAL if total and known else Role.EVENT
        return self.make(start, new.end, span, role)


def _not_after(first: dt.date, last: dt.date, weekday: bool) -> dt.date:
    """Move the beginning of a range back by a week or a year if it comes out after its end."""
    if first <= last:
        return first
    if weekday:
        return calendar.shifted(first, -7)
    return calendar.day_of(first.year - 1, first.month, first.day) or first


def since(span: DateSpan, published: dt.date | None) -> DateSpan:
    """Stretch a span to the day of publication."""
    if span.first is None:
        return span
    if published is None or published < span.first:
        return span
    basis = span.basis
    return DateSpan(first=span.first, last=published, precision=Precision.RANGE, basis=basis)
