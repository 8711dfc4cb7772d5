"""Reports that tell of the same happening, put together.

In: reports in any order. Out: groups of them with the fits that joined them; the same groups for
any order. Nothing can go wrong.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from mapper.incident.agreement import gives_numbers, is_update, two_strikes
from mapper.incident.fit import THRESHOLD, Fit, fit
from mapper.incident.keys import block_keys, sought_keys
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Report

Links = Mapping[tuple[str, str], Fit]
Fits = dict[tuple[str, str], Fit]
# Whether an article tells of a place and of a part of it, by its id.
TellsBoth = Callable[[str], bool]


def fits(reports: Sequence[Report], lexicon: Lexicon) -> dict[tuple[str, str], Fit]:
    """All pairs that the index brings together and that fit well enough, by their ids in order."""
    shelves: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in block_keys(report, lexicon):
            shelves[key].append(report)
    found: dict[tuple[str, str], Fit] = {}
    for one in reports:
        sought = sought_keys(one, lexicon)
        met = {r.id: r for key in sought for r in shelves.get(key, ()) if r.id > one.id}
        for other in met.values():
            score = fit(one, other, lexicon)
            if score is not None and score.score >= THRESHOLD:
                found[one.id, other.id] = score
    return found


def _settled(links: Links, by_id: Mapping[str, Report]) -> Links:
    """Leave out the links of reports that could as well mean another happening."""
    partners: defaultdict[str, dict[str, Fit]] = defaultdict(dict)
    for (a, b), found in links.items():
        if found.only_one:
            partners[a][b] = partners[b][a] = found
    kept = {one: meant(by_id[one], others, by_id) for one, others in partners.items()}
    return {
        (a, b): found
        for (a, b), found in links.items()
        if not found.only_one or (b in kept[a] and a in kept[b])
    }


def meant(report: Report, links: Mapping[str, Fit], by_id: Mapping[str, Report]) -> frozenset[str]:
    """Give those of a report's links for `only_one` that hold on its side.

    None does when there are such links to happenings of two places or days. Those that name the
    same target go before the others.

    Parameters
    ----------
    links
        All links of the report, by the ids of the others.
    """
    loose = {other: found for other, found in links.items() if found.only_one}
    named = [other for other, found in loose.items() if found.same_target]
    chosen = named or list(loose)
    return frozenset(chosen if _one_happening(report, chosen, by_id) else ())


def _one_happening(report: Report, others: Sequence[str], by_id: Mapping[str, Report]) -> bool:
    """Tell whether all others stand at one place and day, but for corrections of the toll."""
    first = [by_id[one] for one in others if not is_update(by_id[one], report)]
    places = {r.location.place.id for r in first if r.location.place is not None}
    days = sorted(r.date.first for r in first if r.date.first is not None)
    close = not days or (days[-1] - days[0]).days <= 1
    apart = any(two_strikes(a, b) for i, a in enumerate(first) for b in first[i + 1 :])
    return len(places) <= 1 and close and not apart


_TOWNS = frozenset({"settlement", "district", "facility"})


def _clash(one: Report, other: Report, tells_both: TellsBoth, lexicon: Lexicon) -> bool:
    """Whether two reports must not meet in one incident even through a third."""
    a, b = one.location.place, other.location.place
    if two_strikes(one, other):
        return True
    if a is not None and b is not None and a.id != b.id:
        nested = a.id in other.location.within or b.id in one.location.within
        counted = gives_numbers(one) and gives_numbers(other)
        if (not nested or counted) and fit(one, other, lexicon) is None:
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
            and (tells_both(one.article_id) or tells_both(other.article_id))
        ):
            return fit(one, other, lexicon) is None or one.article_id == other.article_id
    if _days_apart(one, other) > 1 and not (is_update(one, other) or is_update(other, one)):
        return True
    mine, theirs = dict(one.prisoners), dict(other.prisoners)
    return any(
        abs(mine[s] - theirs[s]) > 0.12 * max(mine[s], theirs[s]) for s in set(mine) & set(theirs)
    )


def _days_apart(one: Report, other: Report) -> int:
    """Days between two reports, 0 when they overlap or one has none."""
    a, b = one.date, other.date
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def _is_bare(report: Report) -> bool:
    """Tell whether a report only says that something happened: "fresh strikes on Tabriz"."""
    return not (report.killed or report.injured or report.target or report.weapons)


def both_levels(article: Iterable[Report]) -> bool:
    """Tell whether the reports of one article tell of a place and of a part of it.

    "Explosions are heard in Kharkiv" tells of nothing besides what is told of a district.
    """
    placed = [report for report in article if report.location.place is not None]
    around = {ident for report in placed for ident in report.location.within}
    return any(
        r.location.place is not None and r.location.place.id in around and not _is_bare(r)
        for r in placed
    )


def _drawn(pair: tuple[str, str]) -> bytes:
    """Draw the turn of a link among those of one score, the same each time.

    In the order of ids, which often is that of days, each link would wait for the one before it,
    and one report more could change the groups of a whole year.
    """
    return hashlib.blake2b(" ".join(pair).encode(), digest_size=8).digest()


def grouped(
    reports: Sequence[Report], links: Links, tells_both: TellsBoth, lexicon: Lexicon
) -> list[list[Report]]:
    """Put reports into groups along links, best fits first; both in the order of ids."""
    return [group for group, _ in surely_grouped(reports, links, tells_both, lexicon, frozenset())]


def surely_grouped(
    reports: Sequence[Report],
    links: Links,
    tells_both: TellsBoth,
    lexicon: Lexicon,
    unsure: Set[str],
) -> list[tuple[list[Report], bool]]:
    """Put reports into groups, and tell of each whether it would be the same among all reports.

    Parameters
    ----------
    unsure
        Ids of the reports that may have links to reports which are not there. What comes of their
        links is in doubt, and so is what comes later of groups that these touch; but two groups
        with members that clash stay apart whatever else joins them.
    """
    whole, sure = _Groups(reports), _Groups(reports)
    doubted = set(unsure)

    def clash(groups: _Groups, a: str, b: str) -> bool:
        return any(
            _clash(x, y, tells_both, lexicon) for x in groups.around(a) for y in groups.around(b)
        )

    for a, b in sorted(links, key=lambda pair: (-links[pair].score, _drawn(pair), pair)):
        one, other = whole.home[a], whole.home[b]
        if one == other:
            continue
        doubt = one in doubted or other in doubted
        if doubt:
            if clash(sure, a, b):
                continue
            doubted |= {one, other}
        if not clash(whole, a, b):
            whole.unite(a, b)
            if not doubt:
                sure.unite(a, b)
    return [
        (sorted(group, key=lambda r: r.id), ident not in doubted)
        for ident, group in sorted(whole.members.items())
    ]


class _Groups:
    """Groups of reports, each called by the first id in it."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.members = {r.id: [r] for r in reports}
        self.home = {ident: ident for ident in self.members}

    def around(self, ident: str) -> list[Report]:
        """Give the group that a report is in."""
        return self.members[self.home[ident]]

    def unite(self, one: str, other: str) -> None:
        """Make one group of those of two reports."""
        keep, gone = sorted((self.home[one], self.home[other]))
        for report in self.members.pop(gone):
            self.home[report.id] = keep
            self.members[keep].append(report)


def settled_links(reports: Sequence[Report], lexicon: Lexicon) -> Links:
    """Give the links between reports that hold."""
    return _settled(fits(reports, lexicon), {report.id: report for report in reports})


def cluster(
    reports: Sequence[Report], lexicon: Lexicon | None = None
) -> tuple[list[list[Report]], Links]:
    """Put reports into groups, best fits first; groups and fits in an order that the ids decide."""
    by_id = {r.id: r for r in reports}
    ordered = sorted(by_id.values(), key=lambda r: r.id)
    words = lexicon or load_lexicon()
    links = settled_links(ordered, words)
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in ordered:
        by_article[report.article_id].append(report)
    levels = {article for article, told in by_article.items() if both_levels(told)}
    return grouped(ordered, links, levels.__contains__, words), links
