"""How many were killed and injured, out of what several reports say.

The rule for `best`: of the numbers that still stand, the latest one of the best-placed speakers
(rescuers and doctors on the spot before local, and these before national authorities, and nobody
named last), never a mean. A number stands until the text of a later report corrects it or a report
of a later day gives a higher one. `low` and `high` are the ends of what stands.

In: the reports of an incident, the days of their articles, who copies whom. Out: a `Range`, and
whether what stands contradicts itself. Nothing can go wrong; the order makes no difference.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from mapper.incident.merge import Published, day_of, in_order
from mapper.incident.model import Range
from mapper.lexicon import Lexicon
from mapper.report.model import Count, Report
from mapper.report.speakers import rank_of


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """A number of one report with what decides between numbers."""

    count: Count
    best: int
    day: dt.date
    rank: int
    article: str
    voice: str
    order: int
    entry: int
    sure: float


def _voices(
    reports: Sequence[Report],
    name: str,
    published: Published,
    lexicon: Lexicon,
    copies: Mapping[str, str],
) -> list[_Voice]:
    voices = []
    for order, report in enumerate(reports):
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
                day=day_of(report, published),
                rank=rank_of(count.speaker or report.attributed_to, lexicon),
                article=report.article_id,
                voice=copies.get(report.article_id, report.article_id),
                order=order,
                entry=report.entry,
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
        if any(
            v.article == voice.article and v.entry > voice.entry and v.best > voice.best
            for v in later
        ):
            continue  # a later entry of a live page
        kept.append(voice)
    return kept or voices


def _best(voices: list[_Voice]) -> _Voice:
    """Choose the latest number of the best-placed speakers, never a mean.

    Of one day an update first, then what most voices say (copies of one text are one voice), what
    is read most surely, and the higher number.
    """
    said = Counter(value for value, _ in {(v.best, v.voice) for v in voices})
    return max(
        voices,
        key=lambda v: (v.rank, v.day, v.count.update, said[v.best], v.sure, v.best, -v.order),
    )


def merge_counts(
    reports: Sequence[Report],
    name: str,
    *,
    published: Published,
    lexicon: Lexicon,
    copies: Mapping[str, str],
) -> tuple[Range, bool]:
    """Lowest, best and highest number, and whether reports contradict each other.

    `high` is None while every report that gives the best number leaves it open ("at least 15").

    Parameters
    ----------
    name
        `killed` or `injured`.
    copies
        Article id to that of the article whose text it carries; the two are one voice.
    """
    voices = _voices(in_order(reports, published), name, published, lexicon, copies)
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
