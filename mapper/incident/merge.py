"""One incident out of the reports that tell of it.

In: a group of reports and the days on which their articles appeared. Out: the fields of an
`Incident`. Nothing can go wrong; the order of the reports makes no difference.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mapper.dating.model import Basis, DateSpan
from mapper.lexicon import Lexicon
from mapper.report.model import Location, Report, Weapon

_FINE = {
    "facility": 0,
    "district": 1,
    "settlement": 2,
    "border": 3,
    "region": 4,
    "area": 5,
    "country": 6,
    "unknown": 7,
}
_BASES = {Basis.STATED: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2, Basis.UNKNOWN: 3}

Published = Mapping[str, dt.date | None]


def day_of(report: Report, published: Published) -> dt.date:
    """Day on which a report appeared; the earliest day there is when nothing tells it."""
    return published.get(report.article_id) or report.date.last or dt.date.min


def in_order(reports: Sequence[Report], published: Published) -> list[Report]:
    """By day of publication, article, time of a live page's entry and place in the text."""
    return sorted(
        reports, key=lambda r: (day_of(r, published), r.article_id, r.entry, r.start, r.id)
    )


def merge_location(reports: Sequence[Report]) -> Location:
    """Choose the finest place that a report names for itself.

    Of equals the one named most, then the surest.
    """
    named = [r for r in reports if r.location.place is not None]
    if not named:
        return reports[0].location
    sure = [r for r in named if r.confidence >= 0.6] or named
    said = Counter(r.location.place.id for r in sure if r.location.place)
    best = min(
        sure,
        key=lambda r: (
            _FINE[r.location.precision],
            -said[r.location.place.id if r.location.place else ""],
            -r.confidence,
            r.id,
        ),
    )
    return best.location


def merge_date(reports: Sequence[Report]) -> DateSpan:
    """Choose the day on which most reports agree.

    Of equals the narrowest, then the one stated outright. A corrected toll is often dated by the
    day on which it was said, and so counts only when there is nothing else. A night counts as the
    day after when others tell of that day.
    """
    first_told = [r for r in reports if r.date.first is not None and not _corrects(r)]
    dated = [r.date for r in first_told or reports if r.date.first is not None]
    mornings = {s.first for s in dated if s.first is not None and not s.night}
    dated = [s for s in dated if not (s.night and _next_day(s) in mornings)]
    if not dated:
        return next((r.date for r in reports if r.date.weekdays), reports[0].date)

    def days(span: DateSpan) -> int:
        return ((span.last or span.first or dt.date.max) - (span.first or dt.date.min)).days

    said = Counter((s.first, s.last) for s in dated)
    narrow = min(days(s) for s in dated)
    return min(
        (s for s in dated if days(s) == narrow),
        key=lambda s: (
            -said[(s.first, s.last)],
            not s.weekdays and s.basis is not Basis.STATED,
            _BASES[s.basis],
            s.first or dt.date.min,
        ),
    )


def _corrects(report: Report) -> bool:
    return any(c is not None and c.update for c in (report.killed, report.injured))


def _next_day(span: DateSpan) -> dt.date | None:
    if span.last is None or span.last == dt.date.max:
        return None
    return span.last + dt.timedelta(days=1)


def most(reports: Sequence[Report], value: Callable[[Report], str | None]) -> str | None:
    """Choose what most reports give; of equals the longest, then the first in the alphabet."""
    said = Counter(v for r in reports if (v := value(r)))
    return min(said, key=lambda v: (-said[v], -len(v), v)) if said else None


def merge_weapons(reports: Sequence[Report]) -> tuple[Weapon, ...]:
    """Each kind once with the numbers that most reports give."""
    kinds: dict[str, list[Weapon]] = {}
    for report in sorted(reports, key=lambda r: r.id):
        for weapon in report.weapons:
            kinds.setdefault(weapon.kind, []).append(weapon)

    def usual(values: list[int | None]) -> int | None:
        said = Counter(v for v in values if v is not None)
        return min(said, key=lambda v: (-said[v], -v)) if said else None

    return tuple(
        Weapon(
            kind=kind,
            launched=usual([w.launched for w in rows]),
            intercepted=usual([w.intercepted for w in rows]),
        )
        for kind, rows in sorted(kinds.items())
    )


def merge_prisoners(reports: Sequence[Report]) -> tuple[tuple[str, int], ...]:
    """By side the number that most reports give; of equals the higher."""
    sides: dict[str, Counter[int]] = {}
    for report in reports:
        for side, number in report.prisoners:
            sides.setdefault(side, Counter())[number] += 1
    return tuple((side, _commonest(said)) for side, said in sorted(sides.items()))


def _commonest(said: Counter[int]) -> int:
    return min(said, key=lambda number: (-said[number], -number))


def merge_type(reports: Sequence[Report], lexicon: Lexicon) -> str:
    """Choose what hit before what only goes with it (casualties); else what most say.

    Of types that say nothing for each other, what says with what goes before a mere "attack".
    """
    types = Counter(r.event_type for r in reports)
    loose = [join.types for join in lexicon.joins if join.score <= 0 and join.types <= types.keys()]
    bare = frozenset().union(*loose)
    told = {
        r.event_type for r in reports if r.sub_type or r.weapons or lexicon.kind(r.event_type).fight
    }
    hits = [kind for name in types if (kind := lexicon.kind(name)).hits]
    hits = [kind for kind in hits if kind.name in told or kind.name not in bare] or hits
    if hits:
        return min(hits, key=lambda kind: (kind.order, kind.name)).name
    return min(types, key=lambda t: (-types[t], t))
