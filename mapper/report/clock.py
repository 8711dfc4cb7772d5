"""How far back an article looks.

In: the article's day and the time expressions of its text. Out: a `Clock`. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from mapper.dating.model import DateMention, Precision, Role

# A happening that lies further back than this is told as history and not as news: weekly bulletins
# look back one week and may come a few days late.
NEWS_DAYS = 14
# Reports of commissions and quarterly notes look back a quarter, and some weeks for the writing.
REVIEW_DAYS = 120


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The article's day, None when unknown, and how many days before it are not yet history."""

    published: dt.date | None = None
    news_days: int = NEWS_DAYS


def make_clock(published: dt.date | None, mentions: Iterable[DateMention]) -> Clock:
    """Give a news article two weeks, and a review, whose days all lie further back, its whole span.

    A review names at least two different days of the last months and none of the last two weeks.
    """
    if published is None:
        return Clock()
    ages = {
        (published - m.span.last).days
        for m in mentions
        if m.role is Role.EVENT and m.span.precision is Precision.DAY and m.span.last is not None
    }
    ages = {age for age in ages if 0 <= age <= REVIEW_DAYS}
    if len(ages) >= 2 and min(ages) > NEWS_DAYS:
        return Clock(published=published, news_days=max(ages))
    return Clock(published=published)
