"""The day of an undated article, from an incident that it shares with a dated one.

In: what undated articles tell (with days of the week) and dated reports. Out: a day for each
article that shares a happening: same type, place that fits, same numbers, and a day of the week
that fits. Nothing can go wrong; an article that shares nothing gets no day.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapper.incident.fit import fit
from mapper.incident.keys import group_of, numbers_of
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Extraction, Report

_HALF_WEEK = 3


def _anchors(report: Report, dated: Iterable[Report], lexicon: Lexicon) -> list[dt.date]:
    """Days that dated reports of the same happening give for the report's day of the week."""
    days = []
    for other in dated:
        if (
            other.date.first is None
            or other.date.last is None
            or numbers_of(other) is None
            or not _share_number(report, other)
        ):
            continue
        scored = fit(report, other, lexicon)
        if scored is None:
            continue
        day = next(
            (d for d in (other.date.last, other.date.first) if d.weekday() in report.date.weekdays),
            None,
        )
        if day is not None:
            days.append(day)
    return days


def _share_number(one: Report, other: Report) -> bool:
    mine, theirs = dict(one.prisoners), dict(other.prisoners)
    if any(mine[s] == theirs[s] for s in set(mine) & set(theirs)):
        return True
    return any(
        a is not None and b is not None and a.best is not None and a.best > 0 and a.best == b.best
        for a, b in ((one.killed, other.killed), (one.injured, other.injured))
    )


def _latest(anchor: dt.date, weekdays: Iterable[int]) -> dt.date:
    """Find the last day of an article.

    Each day of the week that it names is taken as the one nearest to the anchor.
    """
    days = [anchor]
    for weekday in weekdays:
        ahead = (weekday - anchor.weekday()) % 7
        days.append(anchor + dt.timedelta(days=ahead if ahead <= _HALF_WEEK else ahead - 7))
    return max(days)


def infer_dates(
    pending: Mapping[str, Extraction], dated: Sequence[Report], lexicon: Lexicon | None = None
) -> dict[str, dt.date]:
    """Article id to the day that fits most of the happenings it shares; the earliest of equals."""
    words = lexicon or load_lexicon()
    found: dict[str, dt.date] = {}
    shelves: dict[str, list[Report]] = {}
    for report in dated:
        shelves.setdefault(group_of(report.event_type, words), []).append(report)
    for article_id, extraction in sorted(pending.items()):
        votes: Counter[dt.date] = Counter()
        weekdays = {d for r in extraction.reports for d in r.date.weekdays}
        for report in extraction.reports:
            if report.date.first is None and report.date.weekdays:
                shelf = shelves.get(group_of(report.event_type, words), [])
                votes.update(set(_anchors(report, shelf, words)))
        if votes:
            anchor = min(votes, key=lambda d: (-votes[d], d))
            found[article_id] = _latest(anchor, weekdays)
    return found


def shared_days(
    extraction: Extraction, dated: Sequence[Report], lexicon: Lexicon | None = None
) -> tuple[int, int]:
    """Count an article's reports that a dated one tells of too: on the same day, and on another."""
    words = lexicon or load_lexicon()
    right = wrong = 0
    for report in extraction.reports:
        if report.date.first is None or report.date.last is None:
            continue
        first, last = report.date.first, report.date.last
        same = [
            other.date
            for other in dated
            if group_of(other.event_type, words) == group_of(report.event_type, words)
            and other.date.first is not None
            and _share_number(report, other)
            and _share_place(report, other, words)
        ]
        if any(d.first and d.last and d.first <= last and first <= d.last for d in same):
            right += 1
        elif same:
            wrong += 1
    return right, wrong


def _share_place(one: Report, other: Report, lexicon: Lexicon) -> bool:
    a, b = one.location.place, other.location.place
    if a is None or b is None or lexicon.kind(one.event_type).is_exchange:
        return True
    return a.id == b.id or a.id in other.location.within or b.id in one.location.within
