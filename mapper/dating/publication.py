"""The day of an article that says it itself.

In: an article or its text. Out: the day and what it rests on, None when the text does not tell.
"""

import datetime as dt
import re

from mapper.article.model import Article
from mapper.dating.mentions import find_dates
from mapper.dating.model import Basis, DateMention, Precision, Role

# A dateline, a "published on" line or a heading stands this near the beginning.
_HEAD_CHARS = 300
# A bulletin's own period is no longer than this.
_PERIOD_DAYS = 31
# A caption or a credit line is no longer than this.
_LINE_CHARS = 300
_DATELINE = re.compile(r"^\W*[^\W\d_a-z][^\n.]{1,60}$")
_CREDIT = re.compile(
    r"\b(?:AP|AFP|EPA|Reuters|Getty|Anadolu|Xinhua|TASS|Ukrinform|Telegram|Photo|Photograph|Picture|Image"
    r"|Courtesy|via|handout|pool|file)\b|[(/][A-Z]"
)
_STAMP = re.compile(
    r"\b(?:published|updated|posted|issued|as of|dated|date)\b[^\n]{0,30}$", re.IGNORECASE
)
_HISTORY = re.compile(
    r"\b(?:since|anniversary|began|invasion|invaded|annex\w*|born|founded|adopted|signed|ago|earlier"
    r"|previous\w*|recall\w*|first time|died in|killed in|resolution)\b",
    re.IGNORECASE,
)


def resolve_article_date(article: Article) -> tuple[dt.date | None, Basis | None]:
    """Tell an article's day: the one it came with, else the one its text states."""
    if article.published is not None:
        return article.published, Basis.STATED
    found = publication_date(article.text)
    return found if found is not None else (None, None)


def publication_date(text: str) -> tuple[dt.date, Basis] | None:
    """Find a full date in `text` that can be the article's own.

    A dateline or "published" line comes first, then a caption or credit, then a date in the
    opening; failing these, the latest full date that is not told as history, unless the text
    speaks of a later year.
    """
    mentions = find_dates(text, published=None)
    full = [mention for mention in mentions if _is_full(mention)]
    if not full:
        return None
    latest_year = max(mention.span.first.year for mention in mentions if mention.span.first)
    ranks = [(_rank(text, mention), mention) for mention in full]
    for wanted in (0, 1, 2):
        days = [_day(mention) for rank, mention in ranks if rank == wanted]
        days = [day for day in days if day.year >= latest_year]
        if days:
            return (days[0] if wanted == 0 else max(days)), Basis.STATED
    return None


def _day(mention: DateMention) -> dt.date:
    return mention.span.last or dt.date.min


def _is_full(mention: DateMention) -> bool:
    span = mention.span
    return (
        span.basis is Basis.STATED
        and span.precision in (Precision.DAY, Precision.RANGE)
        and span.first is not None
        and span.last is not None
        and (span.last - span.first).days <= _PERIOD_DAYS
        and mention.role is Role.EVENT
    )


def _rank(text: str, mention: DateMention) -> int:
    """How likely a date is the article's own: 0 dateline, 1 caption, 2 any other, 9 history."""
    line_start = text.rfind("\n", 0, mention.start) + 1
    line_end = text.find("\n", mention.end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[max(line_start, mention.start - _LINE_CHARS) : mention.start]
    if _STAMP.search(before):
        return 0
    if mention.start < _HEAD_CHARS and (not before.strip() or _DATELINE.match(before)):
        return 0
    if line_end - line_start <= _LINE_CHARS and _CREDIT.search(text[mention.end : line_end]):
        return 1
    sentence = text[max(line_start, mention.start - 120) : min(line_end, mention.end + 120)]
    if _HISTORY.search(sentence):
        return 9
    return 1 if mention.start < _HEAD_CHARS else 2
