"""The index that finds the reports which may tell of the same happening.

In: a report. Out: keys; two reports can be joined only when they share one. A key never spans more
than a day and a region, or a place and the same numbers, so that the candidates of a report do not
grow with the project. Nothing can go wrong.
"""

import datetime as dt

from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Count, Report

# Spells longer than this (a month, a year) are indexed by their first day alone.
_MAX_DAYS = 10


def group_of(event_type: str, lexicon: Lexicon | None = None) -> str:
    """Types in one group may be joined with each other; without a lexicon by that of war."""
    return (lexicon or load_lexicon()).kind(event_type).group


def days_of(report: Report) -> list[str]:
    """List the days of a report as ISO dates.

    `w5` stands for a Saturday of an unknown week, `?` for no day at all.
    """
    first, last = report.date.first, report.date.last
    if first is None:
        return [f"w{d}" for d in report.date.weekdays] or ["?"]
    span = ((last or first) - first).days
    if span > _MAX_DAYS:
        return [first.isoformat()]
    return [(first + dt.timedelta(days=n)).isoformat() for n in range(span + 1)]


def _number(count: Count | None) -> int:
    return (count.best or 0) if count is not None else 0


def numbers_of(report: Report) -> str | None:
    """Write a report's numbers as one word; None when none could tell it from others."""
    killed, injured = _number(report.killed), _number(report.injured)
    if report.prisoners:
        return "p" + "-".join(f"{side}{n}" for side, n in report.prisoners)
    return f"k{killed}i{injured}" if killed + injured >= 1 else None


def regions_of(report: Report) -> list[str]:
    """Where to look: region (or the place itself where it is wider), and `?` without a place."""
    place = report.location.place
    if place is None:
        return ["?"]
    if report.location.precision in {"country", "area", "border"}:
        return [place.country or place.id]
    return [place.admin1_id or place.id]


def block_keys(report: Report, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """List the keys under which a report is found, sorted."""
    kind = (lexicon or load_lexicon()).kind(report.event_type)
    group = kind.group
    keys: set[str] = set()
    regions = ["*"] if kind.is_exchange else regions_of(report)
    for day in days_of(report):
        keys.update(f"{group}|{day}|{region}" for region in regions)
        numbers = numbers_of(report)
        if numbers is not None:
            keys.add(f"{group}|{day}|{numbers}")
    numbers = numbers_of(report)
    place = report.location.place
    if numbers is not None and place is not None:
        keys.add(f"{group}|{place.id}|{numbers}")
    elif report.date.first is None and place is not None:
        keys.add(f"{group}|{place.id}|undated")
    return tuple(sorted(keys))
