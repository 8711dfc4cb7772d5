"""The groups that change when some reports come or go, found without looking at all others.

Grouping takes the links of all reports in one order, best fits first. What comes of a link depends
on the links before it that touch the same groups and on nothing else. So groups that were found
before hold as they are, unless a link to what has changed is taken now. Those that change are
grouped anew together with the groups around them; when one of these is drawn in, it is grouped anew
too, with what is around it. The result is that of grouping all reports at once.

In: reports that came, or that lost one they may have been linked with, and where to look others up.
Out: their groups, and those of the reports that they draw in. Nothing can go wrong.
"""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from mapper.incident.cluster import (
    Fits,
    Links,
    both_levels,
    grouped,
    meant,
)
from mapper.incident.fit import THRESHOLD, Fit, fit
from mapper.incident.keys import block_keys, sought_keys
from mapper.lexicon import Lexicon
from mapper.report.model import Report


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where to look up what is there, by the ids of reports and articles.

    Attributes
    ----------
    near
        For each of some reports those that are filed where it seeks; others may be among them.
    home
        For each of some reports all members of its group, itself among them. A report that came and
        was not grouped yet has none.
    article
        All reports of an article.
    """

    near: Callable[[Sequence[Report]], Mapping[str, Iterable[Report]]]
    home: Callable[[Sequence[Report]], Mapping[str, Sequence[Report]]]
    article: Callable[[str], Sequence[Report]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Groups of reports, and the links by which they were found; both by ids in order."""

    groups: tuple[tuple[Report, ...], ...]
    links: Links


def regroup(changed: Iterable[Report], standing: Standing, lexicon: Lexicon) -> Grouped:
    """Group changed reports, and those that this draws in, anew.

    The groups of `home` must be those that all reports but the changed ones had before; the groups
    that are given take their place, and all others stand.
    """
    seen = _Seen(standing=standing, lexicon=lexicon)
    fresh = seen.take(changed)
    seen.seek(fresh)
    # A link that holds for one happening only may go, or come back, with a change of another one.
    loose = [b for a in fresh for b, found in seen.links[a].items() if found.only_one]
    inside = {*fresh, *seen.members(fresh), *seen.members(loose)}
    while True:
        seen.seek(inside)
        partners = {other for one in inside for other in seen.links[one]} - inside
        rim = seen.members(partners) - inside
        links = seen.settled(inside, rim)
        taken = [seen.reports[one] for one in sorted(inside | rim)]
        groups = grouped(taken, links, seen.tells_both, lexicon)
        own = [{report.id for report in group} for group in groups]
        drawn = set().union(*(ids for ids in own if ids & inside and ids & rim))
        if not drawn:
            kept = [tuple(g) for g, ids in zip(groups, own, strict=True) if ids <= inside]
            return Grouped(groups=tuple(kept), links=links)
        inside |= seen.members(drawn)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What was looked up so far, by the ids of reports.

    `links` has all links of a report, those that may not hold too; `homes` is empty for a report
    that was not grouped yet.
    """

    standing: Standing
    lexicon: Lexicon
    reports: dict[str, Report] = dataclasses.field(default_factory=dict)
    links: dict[str, dict[str, Fit]] = dataclasses.field(default_factory=dict)
    homes: dict[str, frozenset[str]] = dataclasses.field(default_factory=dict)
    keys: dict[str, tuple[frozenset[str], frozenset[str]]] = dataclasses.field(default_factory=dict)
    levels: dict[str, bool] = dataclasses.field(default_factory=dict)

    def take(self, reports: Iterable[Report]) -> set[str]:
        """Note reports; give their ids."""
        by_id = {report.id: report for report in reports}
        self.reports.update(by_id)
        return set(by_id)

    def seek(self, idents: Collection[str]) -> None:
        """Find all links of some reports."""
        missing = sorted(one for one in idents if one not in self.links)
        near = self.standing.near([self.reports[one] for one in missing]) if missing else {}
        for ident in missing:
            others = self.take(near.get(ident, ())) - {ident}
            found = {other: self.link(ident, other) for other in sorted(others)}
            self.links[ident] = {other: link for other, link in found.items() if link is not None}

    def link(self, one: str, other: str) -> Fit | None:
        """Give what links two reports; None when nothing does."""
        for a, b in ((one, other), (other, one)):
            if a in self.links:
                return self.links[a].get(b)
        if self._keys(one)[0].isdisjoint(self._keys(other)[1]):
            return None
        found = fit(self.reports[one], self.reports[other], self.lexicon)
        return found if found is not None and found.score >= THRESHOLD else None

    def _keys(self, ident: str) -> tuple[frozenset[str], frozenset[str]]:
        """Give the keys that a report seeks, and those that it is filed under."""
        if ident not in self.keys:
            report = self.reports[ident]
            sought, filed = sought_keys(report, self.lexicon), block_keys(report, self.lexicon)
            self.keys[ident] = frozenset(sought), frozenset(filed)
        return self.keys[ident]

    def members(self, idents: Iterable[str]) -> set[str]:
        """Give all members of the groups that stand with some reports in them."""
        wanted = set(idents)
        missing = [self.reports[one] for one in sorted(wanted - self.homes.keys())]
        homes = self.standing.home(missing) if missing else {}
        for report in missing:
            self.homes[report.id] = frozenset(self.take(homes.get(report.id, ())))
        for members in [self.homes[report.id] for report in missing]:
            self.homes.update(dict.fromkeys(members, members))
        return set().union(*(self.homes[one] for one in wanted))

    def settled(self, inside: Collection[str], rim: Collection[str]) -> Links:
        """Give the links that hold, of what is inside and within each group around it."""
        found: Fits = {}
        for one in inside:
            for other, link in self.links[one].items():
                if other in inside or other in rim:
                    found[min(one, other), max(one, other)] = link
        for one in rim:
            for other in self.homes[one]:
                if one < other and (inner := self.link(one, other)) is not None:
                    found[one, other] = inner
        loose = {one for pair, link in found.items() if link.only_one for one in pair}
        self.seek(loose)
        kept = {one: meant(self.reports[one], self.links[one], self.reports) for one in loose}
        return {
            (a, b): link
            for (a, b), link in found.items()
            if not link.only_one or (b in kept[a] and a in kept[b])
        }

    def tells_both(self, article_id: str) -> bool:
        """Tell whether an article tells of a place and of a part of it."""
        if article_id not in self.levels:
            self.levels[article_id] = both_levels(self.standing.article(article_id))
        return self.levels[article_id]
