"""Groups that are kept up to date report by report are those of all reports at once."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.incident import Standing, block_keys, regroup, sought_keys
from mapper.incident.cluster import both_levels, cluster, settled_links, surely_grouped
from mapper.lexicon import load_lexicon
from mapper.report import Report

Make = Callable[..., Report]
_FIRST = dt.date(2024, 1, 1)


class Shelf:
    """Reports with their groups, as a project file keeps them; counts what is asked for."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.filed: dict[str, set[str]] = {}
        self.groups: dict[str, tuple[Report, ...]] = {}
        self.asked: set[str] = set()

    def add(self, reports: Sequence[Report]) -> None:
        """Put reports in and group them."""
        for report in reports:
            self.reports[report.id] = report
            for key in block_keys(report):
                self.filed.setdefault(key, set()).add(report.id)
        self.settle(reports)

    def remove(self, reports: Sequence[Report]) -> None:
        """Take reports out and group anew those that were near to them or with them."""
        touched = {r.id for found in self.near(reports).values() for r in found}
        touched |= {r.id for found in self.home(reports).values() for r in found}
        for report in reports:
            home = self.groups.pop(report.id)
            left = tuple(r for r in home if r.id != report.id)
            self.groups.update(dict.fromkeys((r.id for r in left), left))
            del self.reports[report.id]
            for key in block_keys(report):
                self.filed[key].discard(report.id)
        self.settle([self.reports[one] for one in sorted(touched & self.reports.keys())])

    def settle(self, changed: Sequence[Report]) -> None:
        """Take the groups that change over."""
        self.asked.clear()
        standing = Standing(near=self.near, home=self.home, article=self.article)
        for group in regroup(changed, standing, load_lexicon()).groups:
            self.groups.update(dict.fromkeys((r.id for r in group), group))

    def near(self, wanted: Sequence[Report]) -> Mapping[str, Iterable[Report]]:
        """What is filed where some reports seek."""
        found = {
            r.id: {one for key in sought_keys(r) for one in self.filed.get(key, ())} for r in wanted
        }
        self.asked.update(*found.values())
        return {ident: [self.reports[one] for one in ids] for ident, ids in found.items()}

    def home(self, wanted: Sequence[Report]) -> Mapping[str, Sequence[Report]]:
        """The groups that stand."""
        return {r.id: self.groups[r.id] for r in wanted if r.id in self.groups}

    def article(self, article_id: str) -> Sequence[Report]:
        """All of one article."""
        return [r for r in self.reports.values() if r.article_id == article_id]

    def found(self) -> list[list[str]]:
        """The groups by ids, in order."""
        return sorted([r.id for r in group] for group in set(self.groups.values()))


def at_once(reports: Iterable[Report]) -> list[list[str]]:
    groups, _ = cluster(list(reports))
    return sorted([r.id for r in group] for group in groups)


def articles_of(reports: Iterable[Report]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.article_id, []).append(report)
    return found


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_articles_in_any_order_and_in_any_batches_give_the_groups_of_all_at_once(
    dev_reports: list[Report], data: st.DataObject
) -> None:
    articles = articles_of(dev_reports)
    order = data.draw(st.permutations(sorted(articles)))
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=len(order), max_size=len(order)))
    shelf = Shelf()
    for size in sizes:
        batch, order = order[:size], order[size:]
        shelf.add([report for article_id in batch for report in articles[article_id]])
    assert shelf.found() == at_once(dev_reports)


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_articles_that_go_leave_the_groups_of_the_rest(
    dev_reports: list[Report], data: st.DataObject
) -> None:
    articles = articles_of(dev_reports)
    gone = data.draw(st.lists(st.sampled_from(sorted(articles)), unique=True, max_size=5))
    shelf = Shelf()
    shelf.add(dev_reports)
    for article_id in gone:
        shelf.remove(articles[article_id])
    assert shelf.found() == at_once(r for r in dev_reports if r.article_id not in gone)


_SITE = st.sampled_from(["city", "district", "plant", "town", "region", "nowhere"])
_NUMBER = st.sampled_from([None, 1, 3, 4, 9])
_TOLD = st.tuples(
    st.integers(0, 7), st.integers(0, 5), _SITE, _NUMBER, st.sampled_from([None, "bus", "shop"])
)


@given(told=st.lists(_TOLD, min_size=1, max_size=24))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_days_in_a_row_at_few_places_are_grouped_one_by_one_as_all_at_once(
    make: Make, told: list[tuple[int, int, str, int | None, str | None]]
) -> None:
    reports = []
    for number, (article, day, site, killed, target) in enumerate(told):
        ident = f"{'abcdefgh'[article]}{number:02}"
        when = (_FIRST + dt.timedelta(day)).isoformat()
        reports.append(make(ident, site, when, killed=killed, target=target))
    shelf = Shelf()
    for own in articles_of(reports).values():
        shelf.add(own)
    assert shelf.found() == at_once(reports)


@given(told=st.lists(_TOLD, min_size=1, max_size=40), first=st.integers(0, 5))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_groups_that_are_sure_without_the_other_days_are_groups_of_all(
    make: Make, told: list[tuple[int, int, str, int | None, str | None]], first: int
) -> None:
    reports = []
    for number, (article, day, site, killed, target) in enumerate(told):
        when = (_FIRST + dt.timedelta(3 * day + article)).isoformat()
        ident = f"{'abcdefgh'[article]}{number:02}"
        reports.append(make(ident, site, when, killed=killed, target=target))
    low, high = _FIRST + dt.timedelta(first), _FIRST + dt.timedelta(first + 14)
    days = {r.id: r.date.first for r in reports if r.date.first is not None}
    there = [r for r in reports if low <= days[r.id] < high]
    # Reports of these tests are linked over four days at most.
    reach = dt.timedelta(4)
    unsure = {r.id for r in there if not low + reach <= days[r.id] < high - reach}
    articles = articles_of(reports)
    words = load_lexicon()
    found = surely_grouped(
        there,
        settled_links(there, words),
        lambda article_id: both_levels(articles[article_id]),
        words,
        unsure,
    )
    every = at_once(reports)
    assert all([r.id for r in group] in every for group, sure in found if sure)


@pytest.mark.parametrize("at", [0, 200, 401], ids=["before all", "between", "after all"])
def test_a_report_on_one_of_many_days_in_a_row_asks_for_few_others(make: Make, at: int) -> None:
    def told(day: int) -> Report:
        when = (_FIRST + dt.timedelta(day)).isoformat()
        return make(f"a{day:04}", day=when, killed=3)

    shelf = Shelf()
    for day in range(1, 401):
        if day != at:
            shelf.add([told(day)])
    shelf.add([told(at)])
    assert 0 < len(shelf.asked) < 50
    assert shelf.found() == at_once(shelf.reports.values())
