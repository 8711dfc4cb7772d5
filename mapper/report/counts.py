"""One number out of several that a report gives of the same people.

In: counts in the order of the text, each with whether it is part of a number told before. Out: one
`Count`. Nothing can go wrong.
"""

from collections.abc import Sequence

from mapper.report.model import Count


def _plus(one: Count, other: Count) -> Count:
    def add(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return Count(
        low=(one.low or 0) + (other.low or 0),
        best=add(one.best, other.best),
        high=add(one.high, other.high),
        word=one.word or other.word,
        speaker=one.speaker or other.speaker,
        update=one.update,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
    )


def total_of(counts: Sequence[tuple[Count, bool]]) -> Count | None:
    """Make one number of people out of several.

    Additions are added, updates and larger numbers replace, parts are left out.

    Numbers that differ and are neither keep their range: "the mayor says 31, the governor 28" gives
    low 28 and high 31, best the first one said.
    """
    total: Count | None = None
    for count, subset in counts:
        if total is None:
            total = count
        elif count.addition:
            total = _plus(total, count)
        elif subset and total.best is not None and (count.best or 0) < total.best:
            continue
        elif count.update or total.best is None or (total.best == 0 and count.best):
            total = count
        elif count.best is None or count.best == total.best or count.best == 0:
            continue
        elif count.speaker and total.speaker and count.speaker != total.speaker:
            values = [v for v in (total.low, total.high, total.best, count.best) if v is not None]
            total = Count(
                low=min(values),
                best=total.best,
                high=max(values),
                word=total.word,
                speaker=total.speaker,
                start=total.start,
                end=total.end,
            )
        elif total.best is not None and count.best > total.best:
            total = count
    return total
