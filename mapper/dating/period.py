"""The days that a digest says it covers, and the weekdays that it means.

In: an article's title, its text's mentions and its day. Out: the spell, None without one; the
mentions with weekdays of that spell. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from mapper.dating import calendar
from mapper.dating.mentions import find_dates
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role

# A digest sums up a week or a little more, and appears some days later.
_LONGEST = 8
_LATEST = 10
# Code points at the head of a text that may say what it covers.
_HEAD = 300
_COVERS = re.compile(
    r"\b(?:covers?|covering|reporting period|period (?:of|from)|week (?:of|from|to))\b"
    r"[^.\n]{0,30}$",
    re.IGNORECASE,
)
_WEEK = 7
# Headings that are days make a chronicle from this number on.
_CHRONICLE = 2
_NAMES = frozenset(calendar.WEEKDAYS)
# A title that ends with the days it covers has few words: "Situation update: 1-7 September 2025".
_TITLE_WORDS = 10


def covered_period(
    title: str | None, text: str, mentions: Sequence[DateMention], published: dt.date | None
) -> DateSpan | None:
    """Find the spell that a digest covers: in its title, else in a first line that says so.

    "Security brief (10-16 November)", "It covers the period from 18 to 24 August." A short first
    line that ends with the spell is a title, too.
    """
    if published is None:
        return None
    for mention in find_dates(title or "", published=published):
        if _is_spell(mention, published):
            return mention.span
    line, rest, _ = text.partition("\n")
    ends = len(line.rstrip(").]* "))
    heading = ends if rest and len(line.split()) <= _TITLE_WORDS else 0
    for mention in mentions:
        if mention.start > _HEAD:
            break
        said = mention.end == heading or _COVERS.search(text, 0, mention.start)
        if said and _is_spell(mention, published):
            return mention.span
    return None


def _is_spell(mention: DateMention, published: dt.date) -> bool:
    first, last = mention.span.first, mention.span.last
    if mention.role is not Role.EVENT or first is None or last is None:
        return False
    return 0 < (last - first).days <= _LONGEST and 0 <= (published - last).days <= _LATEST


def weekdays_within(mentions: Sequence[DateMention], spell: DateSpan) -> list[DateMention]:
    """Move weekdays that come out behind the spell into it: "on Tuesday" is one of that week."""
    return [_moved(mention, spell) for mention in mentions]


def weekdays_under(
    mentions: Sequence[DateMention],
    headings: Sequence[tuple[int, int]],
    published: dt.date | None,
) -> list[DateMention]:
    """Count weekdays below a heading that is a day from that day: a chronicle's "on Friday".

    Only in a text with two or more such headings, and where the day lies a week or more before
    publication: "on Friday" below "5 September", in a text of 17 September, is the 5th.

    Parameters
    ----------
    headings
        Where headings that are nothing but a day begin and end in the text, in order.
    """
    if published is None or len(headings) < _CHRONICLE:
        return list(mentions)
    days: list[tuple[int, dt.date | None]] = []
    for start, end in headings:
        told = [m for m in mentions if start <= m.start < end and m.role is Role.EVENT]
        if len(told) == 1 and told[0].span.precision is Precision.DAY:
            day = told[0].span.first
            old = day is not None and (published - day).days >= _WEEK
            days.append((end, day if old else None))
    return [_counted(mention, days) for mention in mentions] if days else list(mentions)


def _counted(mention: DateMention, days: Sequence[tuple[int, dt.date | None]]) -> DateMention:
    """Move a weekday to that next to the day of the heading above."""
    span = mention.span
    above = next((day for end, day in reversed(days) if end <= mention.start), None)
    if above is None or span.first is None or span.last is None or not span.weekdays:
        return mention
    if span.basis is not Basis.RELATIVE or span.precision is not Precision.DAY:
        return mention
    if not _NAMES & set(mention.text.lower().split()) or any(map(str.isdigit, mention.text)):
        return mention  # "Thursday, 11 September" has its own day
    weeks = ((span.first - above).days + _WEEK - 2) // _WEEK
    if weeks <= 0 or (span.first - above).days <= 1:
        return mention
    first = calendar.shifted(span.first, -_WEEK * weeks)
    last = calendar.shifted(span.last, -_WEEK * weeks)
    return dataclasses.replace(mention, span=dataclasses.replace(span, first=first, last=last))


def _moved(mention: DateMention, spell: DateSpan) -> DateMention:
    span = mention.span
    if not span.weekdays or span.basis is not Basis.RELATIVE:
        return mention
    if span.precision is not Precision.DAY or span.first is None or span.last is None:
        return mention
    if spell.first is None or spell.last is None or span.first <= spell.last:
        return mention
    earlier = calendar.shifted(span.first, -_WEEK)
    if not spell.first <= earlier <= spell.last:
        return mention
    moved = dataclasses.replace(span, first=earlier, last=calendar.shifted(span.last, -_WEEK))
    return dataclasses.replace(mention, span=moved)
