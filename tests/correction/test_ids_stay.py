"""An incident keeps the id that it was shown with, whatever reports come before or after it."""

import dataclasses
import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper import pipeline, store
from mapper.article import Article
from mapper.incident.model import Incident
from mapper.pipeline import Extract
from mapper.store import derived
from tests.correction.conftest import TELLINGS, Add, articles

LATE, EARLY = 4, 0  # of one strike, told a day apart


def only(project: store.Store) -> Incident:
    (found,) = store.incidents(project)
    return found


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_an_earlier_report_that_joins_changes_no_id(
    project: store.Store, run: Extract, dated: bool
) -> None:
    late = articles()[LATE]
    pipeline.add(project, [late if dated else dataclasses.replace(late, published=None)], run)
    before = only(project)
    pipeline.add(project, [articles()[EARLY]], run)
    after = only(project)
    assert {report.article_id for report in after.reports} == {"t0", "t4"}
    assert after.id == before.id
    assert store.remove(project, "t4")
    pipeline.settle(project, lambda: run)
    assert only(project).id == before.id


def test_a_run_that_was_cut_off_at_its_very_end_has_given_its_ids(
    project: store.Store, add: Add, run: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(connection: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(derived, "_grow_up", cut_off)
        add(project, LATE)
    pipeline.settle(project, lambda: run)  # as each command that shows incidents does
    before = only(project).id
    add(project, EARLY)
    assert only(project).id == before


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(range(len(TELLINGS))),
    undated=st.sets(st.integers(0, len(TELLINGS) - 1), max_size=3),
    sizes=st.lists(st.integers(1, 3), min_size=len(TELLINGS), max_size=len(TELLINGS)),
)
def test_ids_stay_in_whatever_order_articles_come(
    run: Extract, order: list[int], undated: set[int], sizes: list[int]
) -> None:
    every = [_told(number, number in undated) for number in order]
    with (
        tempfile.TemporaryDirectory() as folder,
        store.opened(str(Path(folder) / "project.db"), create=True) as project,
    ):
        before: list[Incident] = []
        for size in sizes:
            part, every = every[:size], every[size:]
            pipeline.add(project, part, run)
            after = store.incidents(project)
            _check_kept(before, after)
            before = after


def _told(number: int, undated: bool) -> Article:
    article = articles()[number]
    return dataclasses.replace(article, published=None) if undated else article


def _check_kept(before: list[Incident], after: list[Incident]) -> None:
    """See that an incident which neither split nor joined another one is called as before."""
    was = {report.id: one.id for one in before for report in one.reports}
    now = {report.id: one for one in after for report in one.reports}
    for one in before:
        homes = {now[report.id].id for report in one.reports if report.id in now}
        if len(homes) != 1:
            continue
        home = next(each for each in after if each.id in homes)
        if {was[report.id] for report in home.reports if report.id in was} == {one.id}:
            assert home.id == one.id


def test_the_days_of_the_tellings_differ() -> None:
    assert articles()[LATE].published != articles()[EARLY].published
    assert articles()[EARLY].published == dt.date(2025, 9, 17)
