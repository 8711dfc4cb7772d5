"""Days for articles that have none, from dated reports of the same happenings.

In: undated articles as they read without a day, and dated reports. Out: the days that were found,
and what the articles tell with them. Nothing can go wrong; the order makes no difference.
"""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping

from mapper.article.model import Article
from mapper.dating.model import Basis
from mapper.lexicon import Lexicon
from mapper.report.model import Extraction, Report

Extract = Callable[[Article, dt.date | None], Extraction]

# An article dated by inference may date another; longer chains than this are hearsay.
MAX_INFERENCE_ROUNDS = 4


def infer(
    waiting: Mapping[str, tuple[Article, Extraction]],
    dated: Iterable[Report],
    run: Extract,
    lexicon: Lexicon,
) -> tuple[dict[str, dt.date], dict[str, Extraction]]:
    """Give by article id the days that are found, and for all articles what they tell then.

    Rounds, because an article dated so may date another.
    """
    from mapper.incident import infer_dates, shared_days

    known = list(dated)
    extractions = {article_id: base for article_id, (_, base) in waiting.items()}
    days: dict[str, dt.date] = {}
    for _ in range(MAX_INFERENCE_ROUNDS):
        pending = {one: extractions[one] for one in waiting if one not in days}
        found = infer_dates(pending, known, lexicon) if pending else {}
        if not found:
            break
        for article_id, anchor in sorted(found.items()):
            shared = functools.partial(shared_days, dated=known, lexicon=lexicon)
            day, extraction = _fitting_day(waiting[article_id][0], anchor, shared, run)
            days[article_id] = day
            extractions[article_id] = _inferred(extraction, day)
        for article_id in sorted(found):
            known.extend(extractions[article_id].reports)
    return days, extractions


def _fitting_day(
    article: Article,
    anchor: dt.date,
    shared: Callable[[Extraction], tuple[int, int]],
    run: Extract,
) -> tuple[dt.date, Extraction]:
    """Find the day, from the anchor to a week later, on which most shared happenings fall right.

    "This past Saturday" is a week off when the article is read as one of that Saturday. Of equals
    the earliest day.
    """
    best: tuple[int, dt.date, Extraction] | None = None
    for ahead in range(7):
        day = anchor + dt.timedelta(days=ahead)
        extraction = run(article, day)
        right, wrong = shared(extraction)
        if best is None or right > best[0]:
            best = (right, day, extraction)
        if wrong == 0:
            break
    if best is None:
        return anchor, run(article, anchor)
    return best[1], best[2]


def _inferred(extraction: Extraction, day: dt.date) -> Extraction:
    """Mark the dates that were counted from an inferred day."""
    return dataclasses.replace(
        extraction, reports=tuple(_inferred_date(report, day) for report in extraction.reports)
    )


def _inferred_date(report: Report, day: dt.date) -> Report:
    if report.date.basis is not Basis.RELATIVE:
        return report
    how = f"{report.date_how}; the article's day, {day}, is inferred from other reports"
    date = dataclasses.replace(report.date, basis=Basis.INFERRED)
    return dataclasses.replace(report, date=date, date_how=how)
