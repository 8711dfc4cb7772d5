"""One incident out of the reports that tell of it.

In: a group of reports and the days on which their articles appeared. Out: the fields of an
`Incident`. Nothing can go wrong; the order of the reports makes no difference.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mapper.dating.model import Basis, DateSpan
from mapper.incident.model import Range
from mapper.lexicon import Lexicon
from mapper.report.model import Count, Location, Report, Weapon
from mapper.report.speakers import rank_of

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


def _day(report: Report, published: Published) -> dt.date:
    return published.get(report.article_id) or report.date.last or dt.date.min


def in_order(reports: Sequence[Report], published: Published) -> list[Report]:
    """By day of publication, article and place in the text."""
    return sorted(reports, key=lambda r: (_day(r, published), r.article_id, r.start, r.id))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """A number of one report with what decides between numbers."""

    count: Count
    best: int
    day: dt.date
    rank: int
    article: str
    order: int
    sure: float


def _voices(
    reports: Sequence[Report], name: str, published: Published, lexicon: Lexicon
) -> list[_Voice]:
    voices = []
    for order, report in enumerate(in_order(reports, published)):
        count: Count | None = getattr(report, name)
        if count is None or (count.best is None and count.low is None):
            continue
        if count.best is None and any(
            (c := getattr(r, name)) is not None and c.best is not None for r in reports
        ):
            continue  # "dozens" says less than any number
        best = count.best if count.best is not None else count.low
        voices.append(
            _Voice(
                count=count,
                best=best or 0,
                day=_day(report, published),
                rank=rank_of(count.speaker or report.attributed_to, lexicon),
                article=report.article_id,
                order=order,
                sure=report.confidence,
            )
        )
    return voices


def _current(voices: list[_Voice]) -> list[_Voice]:
    """Keep the numbers that still stand.

    An update, or a higher number of a later day, supersedes earlier ones.
    """
    kept = []
    for voice in voices:
        later = [v for v in voices if (v.day, v.order) > (voice.day, voice.order)]
        if any(
            v.count.update and (v.article == voice.article or v.day >= voice.day) for v in later
        ):
            continue
        if any(v.day > voice.day and v.best > voice.best for v in later):
            continue
        kept.append(voice)
    return kept or voices


def _best(voices: list[_Voice]) -> _Voice:
    """Choose among the latest day's numbers.

    An update first, then what most articles say, the best-placed speaker, the higher one.
    """
    latest = max(v.day for v in voices)
    last = [v for v in voices if v.day == latest]
    said = Counter(value for value, _ in {(v.best, v.article) for v in last})
    return max(last, key=lambda v: (v.count.update, said[v.best], v.rank, v.sure, v.best, -v.order))


def merge_counts(
    reports: Sequence[Report], name: str, published: Published, lexicon: Lexicon
) -> tuple[Range, bool]:
    """Lowest, best and highest number, and whether reports contradict each other.

    `high` is None while every report that gives the best number leaves it open ("at least 15").
    """
    voices = _voices(reports, name, published, lexicon)
    if not voices:
        return Range(), False
    standing = _current(voices)
    chosen = _best(standing)
    lows = [v.count.low if v.count.low is not None else v.best for v in standing]
    highs = [v.count.high if v.count.high is not None else v.best for v in standing]
    top = max(highs)
    open_end = top <= chosen.best and all(
        v.count.high is None for v in standing if v.best == chosen.best
    )
    disputed = any(
        a.article != b.article and not _agree(a.count, b.count)
        for i, a in enumerate(standing)
        for b in standing[i + 1 :]
    ) or any(
        v.count.high is not None
        and v.count.low is not None
        and v.count.high - v.count.low > max(2, 0.2 * v.best)
        for v in standing
    )
    return Range(
        low=min(*lows, chosen.best),
        best=chosen.best,
        high=None if open_end else max(top, chosen.best),
    ), disputed


def _agree(one: Count, other: Count) -> bool:
    def bounds(count: Count) -> tuple[float, float]:
        low = count.low if count.low is not None else 0
        return low, count.high if count.high is not None else float("inf")

    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


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

    Of equals the narrowest, then the one stated outright.
    """
    dated = [r.date for r in reports if r.date.first is not None]
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
    return tuple(
        (side, min(said, key=lambda v: (-said[v], -v))) for side, said in sorted(sides.items())
    )


def merge_type(reports: Sequence[Report], lexicon: Lexicon) -> str:
    """Choose what hit before what only goes with it (casualties); else what most say."""
    types = Counter(r.event_type for r in reports)
    hits = [kind for name in types if (kind := lexicon.kind(name)).hits]
    if hits:
        return min(hits, key=lambda kind: (kind.order, kind.name)).name
    return min(types, key=lambda t: (-types[t], t))
