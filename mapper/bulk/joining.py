"""The incidents of a part of the time line, worked out by itself.

In: files of reports, and the days of the part. Out: a file of the incidents that begin on these
days, as they would be among all reports. Reports of days around are read along; when these do not
tell for sure what becomes of a report of the part, more of them are. Nothing is asked of the other
parts.
"""

import dataclasses
import datetime as dt
import pathlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from mapper.article.model import Article
from mapper.bulk.reading import Told, read_parts, told_in, write_parts
from mapper.incident import Grouped, Incident, incidents_of
from mapper.incident.cluster import settled_links, surely_grouped
from mapper.incident.parents import Extent, extent_of
from mapper.lexicon import Lexicon
from mapper.report.model import Report
from mapper.store import codec

# Days around a part that are read along at first, and how many times more when it takes more. Made
# articles, 300 reports a day at few places: doubt reaches 12 days beyond `_REACH_DAYS`.
HALO_DAYS = 40
_MORE = 3
# Reports that begin so many days apart are never compared: a spell of ten days, a night, and a toll
# that is corrected four days later.
_REACH_DAYS = 20


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file of reports, the ids of articles in it that are left out, and the days of others.

    `inferred` has the days that were found for articles without one.
    """

    path: pathlib.Path
    dropped: frozenset[str] = frozenset()
    inferred: Mapping[str, dt.date] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Days of a part, and all days that there are, as ordinals.

    `days` is None for the part of the incidents that nobody tells a day of.
    """

    days: range | None
    all_days: range


def join_part(
    inputs: Sequence[Input], part: Part, lexicon: Lexicon, target: pathlib.Path
) -> list[Extent]:
    """Write the incidents of a part as features, parents left open; give where and when they were.

    A part that is there is not joined again.

    Raises
    ------
    StoreError
        When a file of reports is broken.
    """
    from mapper.export import feature

    if not target.exists():
        joined, articles = _joined(inputs, part, lexicon)
        extents = [codec.encode(extent_of(one), {}) for one in joined]
        made = [feature(one, articles) for one in joined]
        write_parts(target, {"extents": extents, "features": made})
    kept = read_parts(target, ["extents"])["extents"]
    return [codec.read(Extent, one, {}) for one in kept]


def _joined(
    inputs: Sequence[Input], part: Part, lexicon: Lexicon
) -> tuple[list[Incident], dict[str, Article]]:
    halo = HALO_DAYS
    while True:
        window = _window(part, halo)
        articles: dict[str, Article] = {}
        told = {
            one.report.id: one
            for source in inputs
            for one in told_in(source.path, window, source.dropped, articles)
        }
        grouped = _grouped(told, part, window, lexicon)
        if grouped is not None:
            break
        halo *= _MORE
    days = {ident: article.published for ident, article in articles.items()}
    days.update((ident, day) for source in inputs for ident, day in source.inferred.items())
    found = incidents_of(
        grouped, published=days, previous={}, texts=_Passages(told), lexicon=lexicon
    )
    return found, articles


def _window(part: Part, halo: int) -> range:
    """Give the days that are read."""
    if part.days is None:
        return part.all_days
    first = max(part.all_days.start, part.days.start - halo)
    return range(first, min(part.all_days.stop, part.days.stop + halo))


def _grouped(
    told: Mapping[str, Told], part: Part, window: range, lexicon: Lexicon
) -> Grouped | None:
    """Group reports; None when it is not sure what becomes of one of the part."""
    reports = sorted((one.report for one in told.values()), key=lambda report: report.id)
    levels = {one.report.article_id for one in told.values() if one.tells_both}
    links = settled_links(reports, lexicon)
    unsure = {report.id for report in reports if not _is_whole(report, part, window)}
    groups = surely_grouped(reports, links, levels.__contains__, lexicon, unsure)
    own = []
    for group, sure in groups:
        days = [day for report in group if (day := _day(report)) is not None]
        if not _touches(days, part):
            continue
        if not sure:
            return None
        if part.days is None or min(days) in part.days:
            own.append(tuple(group))
    return Grouped(groups=tuple(own), links=links)


def _is_whole(report: Report, part: Part, window: range) -> bool:
    """Tell whether all reports that one may be linked with were read."""
    if window == part.all_days:
        return True
    day = _day(report)
    return (
        day is not None
        and (window.start == part.all_days.start or day >= window.start + _REACH_DAYS)
        and (window.stop == part.all_days.stop or day < window.stop - _REACH_DAYS)
    )


def _touches(days: Collection[int], part: Part) -> bool:
    """Tell whether a group with reports of some days may begin in a part."""
    if part.days is None:
        return not days
    return any(day in part.days for day in days)


def _day(report: Report) -> int | None:
    return None if report.date.first is None else report.date.first.toordinal()


class _Passages(Mapping[str, str]):
    """Texts of articles with nothing in them but the paragraphs that reports stand in."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told: dict[str, list[Told]] = {}
        for one in told.values():
            self._told.setdefault(one.report.article_id, []).append(one)

    def __getitem__(self, article_id: str) -> str:
        """Put the paragraphs of an article where they stand in its text."""
        text, end = [], 0
        for one in sorted(self._told[article_id], key=lambda one: one.passage_start):
            if one.passage_start >= end:
                text.append("\n" * (one.passage_start - end) + one.passage)
                end = one.passage_start + len(one.passage)
        return "".join(text)

    def __iter__(self) -> Iterator[str]:
        """Give the ids of the articles."""
        return iter(self._told)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._told)


def parts_of(days: Mapping[int, int], most_reports: int, least_days: int) -> list[Part]:
    """Divide the time line into parts of about so many reports, none shorter than so many days.

    Parameters
    ----------
    days
        How many reports begin on each day, as ordinals.
    """
    if not days:
        return []
    all_days = range(min(days), max(days) + 1)
    starts, so_far = [all_days.start], 0
    for day in sorted(days):
        if so_far >= most_reports and day - starts[-1] >= least_days:
            starts.append(day)
            so_far = 0
        so_far += days[day]
    stops = [*starts[1:], all_days.stop]
    return [
        Part(days=range(start, stop), all_days=all_days)
        for start, stop in zip(starts, stops, strict=True)
    ]


def features_of(path: pathlib.Path) -> list[dict[str, Any]]:
    """Give the features that `join_part` wrote."""
    features: list[dict[str, Any]] = read_parts(path, ["features"])["features"]
    return features
