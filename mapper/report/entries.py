"""The entries of a live page, in the order of time.

In: the blocks of an article. Out: the blocks in the order in which they were written, entry by
entry; those of any other article as they stand. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Sequence

from mapper.dating.model import DateMention, DateSpan, Precision
from mapper.text.blocks import Block, BlockKind

# A text with fewer stamps than this is no live page.
_FEWEST_STAMPS = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was written at one time.

    Attributes
    ----------
    blocks
        Numbers of its blocks in the text, in order.
    stamped
        Whether it has a time of day; what stands above the first stamp has none, nor has an
        article that is no live page, which is one entry.
    heading
        Number of the heading that stands above this and further entries, such as a day; or None.
    order
        0 for the earliest; what stands above the newest is kept up to date, and so the last.
    """

    blocks: range
    stamped: bool = False
    heading: int | None = None
    order: int = 0


def entries_of(blocks: Sequence[Block]) -> list[Entry]:
    """Cut an article into entries, the earliest first, what stands above them in front of all."""
    begins = [n for n, block in enumerate(blocks) if block.stamp is not None]
    if len(begins) < _FEWEST_STAMPS:
        return [Entry(blocks=range(len(blocks)))]
    newest_first = _newest_first([blocks[n] for n in begins])
    begins = [_with_its_heading(blocks, n) for n in begins]
    above = Entry(blocks=range(begins[0]), order=len(begins) if newest_first else 0)
    entries, heading = [], None
    for begin, end in itertools.pairwise([*begins, len(blocks)]):
        if begin > 0 and blocks[begin - 1].kind is BlockKind.HEADING:
            heading = begin - 1
        entries.append(Entry(blocks=range(begin, end), stamped=True, heading=heading))
    if newest_first:
        entries.reverse()
    return [above, *(dataclasses.replace(entry, order=n) for n, entry in enumerate(entries))]


def days_of_stamps(blocks: Sequence[Block], dates: Sequence[DateMention]) -> dict[int, DateSpan]:
    """Give the day of each block by where it begins: its stamp's, else that of a stamp above.

    "14 January, 08:49" stands above "09:05"; empty where no stamp says its day.
    """
    days: dict[int, DateSpan] = {}
    current = None
    stamped = [block for block in blocks if block.stamp is not None]
    if len(stamped) < _FEWEST_STAMPS:
        return days
    newest_first, before = _newest_first(stamped), None
    for block in blocks:
        if block.stamp is not None:
            first = block.sentences[0][0] if block.sentences else block.end
            said = [
                d.span
                for d in dates
                if block.start <= d.start < first and d.span.precision is Precision.DAY
            ]
            if said and said[0].first is not None:
                current = said[0]
            elif current is not None and _turns(before, block.stamp, newest_first):
                current = _next_day(current, -1 if newest_first else 1)
            before = block.stamp
        if current is not None:
            days[block.start] = current
    return days


def _turns(before: dt.time | None, stamp: dt.time, newest_first: bool) -> bool:
    """Whether midnight lies between two stamps in the order of the text."""
    if before is None:
        return False
    return stamp > before if newest_first else stamp < before


def _next_day(span: DateSpan, days: int) -> DateSpan:
    """Give the day after or before."""
    if span.first is None or span.last is None:
        return span
    by = dt.timedelta(days)
    return dataclasses.replace(span, first=span.first + by, last=span.last + by, weekdays=())


def _newest_first(stamped: Sequence[Block]) -> bool:
    """Whether the times run backwards more often than forwards; midnight may turn one of them."""
    times = [block.stamp for block in stamped if block.stamp is not None]
    pairs = list(itertools.pairwise(times))
    return sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs)


def _with_its_heading(blocks: Sequence[Block], number: int) -> int:
    """Take a heading right above a line that is only the time, unless one stands below it."""
    alone = blocks[number].kind is BlockKind.HEADING and not blocks[number].sentences
    above = number > 0 and blocks[number - 1].kind is BlockKind.HEADING
    below = number + 1 < len(blocks) and blocks[number + 1].kind is BlockKind.HEADING
    return number - 1 if alone and above and not below else number
