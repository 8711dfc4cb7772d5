"""How far back an article looks.

In: the article's day and the time expressions of its text. Out: a `Clock`. Nothing can go wrong.
"""

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from mapper.dating.model import DateMention, Precision, Role

# A happening that lies further back than this is told as history and not as news: weekly bulletins
# look back one week and may come a few days late.
NEWS_DAYS = 14
# Reports of commissions and quarterly notes look back a quarter, and some weeks for the writing.
REVIEW_DAYS = 120
# Code points at the head of an article that say what it sums up.
_FIRST_LINES = 400
# Names of months that are other words, too.
_WORDS_TOO = frozenset({"March", "May"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The article's day, None when unknown, and how many days before it are not yet history.

    `month` is the first day of the month that an article sums up ("174 were killed in May").
    """

    published: dt.date | None = None
    news_days: int = NEWS_DAYS
    month: dt.date | None = None


def make_clock(
    published: dt.date | None,
    mentions: Sequence[DateMention],
    title: str,
    headings: Sequence[tuple[int, int]] = (),
) -> Clock:
    """Give a news article two weeks, and a review, whose days all lie further back, its whole span.

    A review names at least two different days of the last months and none of the last two weeks, or
    has the month that it sums up in its title and its first lines, or days in its headings
    (`headings`: where they begin and end).
    """
    if published is None:
        return Clock()
    month = _month_of(published, mentions, title)
    if month is not None:
        days = max((published - month).days, NEWS_DAYS)
        return Clock(published=published, news_days=days, month=month)
    ages = {
        (published - m.span.last).days
        for m in mentions
        if m.role is Role.EVENT and m.span.precision is Precision.DAY and m.span.last is not None
    }
    ages = {age for age in ages if 0 <= age <= REVIEW_DAYS}
    if len(ages) >= 2 and min(ages) > NEWS_DAYS:
        return Clock(published=published, news_days=max(ages))
    headed = {
        (published - m.span.last).days
        for m in mentions
        if m.role is Role.EVENT
        and m.span.precision is Precision.DAY
        and m.span.last is not None
        and any(first <= m.start < last for first, last in headings)
    }
    longest = max((age for age in headed if age <= REVIEW_DAYS), default=0)
    return Clock(published=published, news_days=max(longest, NEWS_DAYS))


def _names_month(title: str, month: int) -> bool:
    """Whether a title names a month: "in May", and not "may" or "Mayor"."""
    name = calendar.month_name[month]
    lead = r"\b(?:in|of|for|during|throughout) " if name in _WORDS_TOO else r"\b"
    return re.search(rf"{lead}{name}\b", title) is not None


def _month_of(published: dt.date, mentions: Sequence[DateMention], title: str) -> dt.date | None:
    """Find the month that the title and the first lines name, this one or the one before."""
    before = published.replace(day=1) - dt.timedelta(days=1)
    for mention in mentions:
        span = mention.span
        if mention.start > _FIRST_LINES or mention.role is not Role.EVENT:
            continue
        if span.precision is not Precision.MONTH or span.first is None:
            continue
        near = (span.first.year, span.first.month) in {
            (published.year, published.month),
            (before.year, before.month),
        }
        if near and _names_month(title, span.first.month):
            return span.first.replace(day=1)
    return None
