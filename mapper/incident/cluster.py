"""Reports that tell of the same happening, put together.

In: reports in any order. Out: groups of them with the fits that joined them; the same groups for
any order. Nothing can go wrong.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mapper.incident.fit import THRESHOLD, Fit, fit
from mapper.incident.keys import block_keys
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Report

Links = Mapping[tuple[str, str], Fit]


def fits(reports: Sequence[Report], lexicon: Lexicon) -> dict[tuple[str, str], Fit]:
    """All pairs that share a key and fit well enough, by their ids in order."""
    shelves: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in block_keys(report, lexicon):
            shelves[key].append(report)
    found: dict[tuple[str, str], Fit] = {}
    tried: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for i, one in enumerate(shelf):
            for other in shelf[i + 1 :]:
                pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
                if pair in tried:
                    continue
                tried.add(pair)
                score = fit(one, other, lexicon)
                if score is not None and score.score >= THRESHOLD:
                    found[pair] = score
    return found


_TOWNS = frozenset({"settlement", "district", "facility"})


def _clash(one: Report, other: Report, both_levels: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether two reports must not meet in one incident even through a third."""
    a, b = one.location.place, other.location.place
    if a is not None and b is not None and a.id != b.id:
        nested = a.id in other.location.within or b.id in one.location.within
        if not nested and fit(one, other, lexicon) is None:
            return True
        # An article that tells of the city and of its district by itself tells of two things.
        towns = {one.location.precision, other.location.precision} <= _TOWNS
        outer, inner = (one, other) if a.id in other.location.within else (other, one)
        bare = _is_bare(outer) or inner.location.precision == "facility" and _is_bare(inner)
        if (
            nested
            and towns
            and not bare
            and not lexicon.kind(one.event_type).is_exchange
            and (one.article_id in both_levels or other.article_id in both_levels)
        ):
            return fit(one, other, lexicon) is None or one.article_id == other.article_id
    da, db = one.date, other.date
    if (
        da.first
        and db.first
        and da.last
        and db.last
        and max((db.first - da.last).days, (da.first - db.last).days) > 1
    ):
        return True
    mine, theirs = dict(one.prisoners), dict(other.prisoners)
    return any(
        abs(mine[s] - theirs[s]) > 0.12 * max(mine[s], theirs[s]) for s in set(mine) & set(theirs)
    )


def _is_bare(report: Report) -> bool:
    """Tell whether a report only says that something happened: "fresh strikes on Tabriz"."""
    return not (report.killed or report.injured or report.target or report.weapons)


def _both_levels(reports: Sequence[Report]) -> frozenset[str]:
    """Articles that tell of a place and of a part of it on the same day."""
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.location.place is not None:
            by_article[report.article_id].append(report)
    found = set()
    for article, group in by_article.items():
        for one in group:
            if any(
                other.location.place is not None and other.location.place.id in one.location.within
                for other in group
            ):
                found.add(article)
                break
    return frozenset(found)


def cluster(
    reports: Sequence[Report], lexicon: Lexicon | None = None
) -> tuple[list[list[Report]], dict[tuple[str, str], Fit]]:
    """Put reports into groups, best fits first; groups and fits in an order that the ids decide."""
    by_id = {r.id: r for r in reports}
    ordered = sorted(by_id.values(), key=lambda r: r.id)
    words = lexicon or load_lexicon()
    links = fits(ordered, words)
    levels = _both_levels(ordered)
    home = {r.id: r.id for r in ordered}
    members = {r.id: [r] for r in ordered}
    for (a, b), _ in sorted(links.items(), key=lambda item: (-item[1].score, item[0])):
        one, other = home[a], home[b]
        if one == other or any(
            _clash(x, y, levels, words) for x in members[one] for y in members[other]
        ):
            continue
        keep, gone = min(one, other), max(one, other)
        for report in members.pop(gone):
            home[report.id] = keep
            members[keep].append(report)
    groups = [sorted(group, key=lambda r: r.id) for _, group in sorted(members.items())]
    return groups, links
