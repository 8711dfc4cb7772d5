"""Whatever comes in between, and in whatever order: what people corrected holds."""

import dataclasses
import functools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper import pipeline, store
from mapper.correction.edit import read_values
from mapper.correction.replay import standing
from mapper.errors import CorrectionError
from mapper.gazetteer import Gazetteer
from mapper.incident.model import Incident
from mapper.pipeline import Extract, correcting
from mapper.store.corrections import put_correction
from tests.correction.conftest import ANN, TELLINGS, articles

EVERY = range(len(TELLINGS))
# What to do, to which incident of those there are, and with which other one or number.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "add", "add", "edit", "confirm", "reject", "merge", "split", "undo")
        ),
        st.integers(0, 7),
        st.integers(0, 7),
    ),
    min_size=4,
    max_size=14,
)
# A hundred find no more than ten; what fails, fails early.
EXAMPLES = 10
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@contextmanager
def fresh() -> Iterator[store.Store]:
    with tempfile.TemporaryDirectory() as folder:
        location = str(Path(folder) / "project.db")
        with store.opened(location, create=True) as project:
            yield project


def step(project: store.Store, run: Extract, act: str, one: int, other: int) -> None:
    """Do one thing; what cannot be done is left."""
    found = store.incidents(project)
    if act == "add":
        pipeline.add(project, [articles()[one]], run)
    elif act == "undo" or not found:
        with_errors_passed(lambda: correcting.undo(project, ANN))
    else:
        incident, twin = found[one % len(found)], found[other % len(found)]
        with_errors_passed(lambda: judge(project, act, incident, twin, other))


def judge(project: store.Store, act: str, one: Incident, twin: Incident, number: int) -> None:
    if act == "edit":
        with Gazetteer.open() as gazetteer:
            said = {"killed": f"{number + 100}", "target": f"house {number}"}
            values = functools.partial(read_values, said, gazetteer=gazetteer)
            correcting.edit(project, one.id, values, ANN)
    elif act == "merge":
        correcting.merge(project, one.id, [twin.id], ANN)
    elif act == "split":
        correcting.split(project, one.id, [one.reports[number % len(one.reports)].id], ANN)
    else:
        {"confirm": correcting.confirm, "reject": correcting.reject}[act](project, one.id, ANN)


def with_errors_passed(work: Callable[[], object]) -> None:
    try:
        work()
    except CorrectionError as error:
        assert str(error)


def held(found: list[Incident]) -> dict[str, tuple[Any, ...]]:
    """What people fixed of each incident that they judged, and what they left out."""
    told: dict[str, tuple[Any, ...]] = {}
    for one in found:
        fixed: tuple[Any, ...] = tuple(getattr(one, name) for name in one.edited)
        if one.status == "confirmed":
            fixed = (*fixed, one.title, one.date, one.location, one.killed, one.injured, one.target)
        if one.status != "extracted":
            told[one.id] = (one.status, one.edited, fixed)
    return told


@SETTINGS
@given(steps=STEPS, later=st.lists(st.sampled_from(EVERY), max_size=4))
def test_what_people_set_holds_whatever_articles_come(
    run: Extract, steps: list[tuple[str, int, int]], later: list[int]
) -> None:
    with fresh() as project:
        for act, one, other in steps:
            step(project, run, act, one, other)
        before = store.incidents(project, rejected=True)
        pipeline.add(project, [articles()[number] for number in later], run)
        after = store.incidents(project, rejected=True)
        assert held(after) == held(before)
        stand = standing(store.corrections(project))
        seen = {a.report_id for one in stand for group in one.groups for a in group.anchors}
        assert homes(before, seen) == homes(after, seen)


def homes(found: list[Incident], seen: set[str]) -> dict[str, str]:
    """The incident of each report that a person saw."""
    return {r.id: one.id for one in found for r in one.reports if r.id in seen}


@SETTINGS
@given(steps=STEPS, act=st.sampled_from(("edit", "confirm", "reject", "merge", "split")))
def test_undo_gives_what_was_before(
    run: Extract, steps: list[tuple[str, int, int]], act: str
) -> None:
    with fresh() as project:
        pipeline.add(project, articles()[:4], run)
        for one in steps:
            step(project, run, *one)
        before = store.incidents(project, rejected=True)
        corrections = len(store.corrections(project))
        if store.incidents(project):
            step(project, run, act, 1, 2)
        if len(store.corrections(project)) > corrections:
            correcting.undo(project, ANN)
        assert store.incidents(project, rejected=True) == before


@SETTINGS
@given(steps=STEPS, order=st.permutations(EVERY))
def test_the_order_of_articles_makes_no_difference_to_corrected_incidents(
    run: Extract, steps: list[tuple[str, int, int]], order: list[int]
) -> None:
    with fresh() as first, fresh() as second:
        for one in steps:
            step(first, run, *one)
        pipeline.add(first, articles(), run)
        for number in order:
            pipeline.add(second, [articles()[number]], run)
        with second.write() as connection:
            for correction in store.corrections(first):
                put_correction(connection, correction)
        assert facts(first) == facts(second)


def facts(project: store.Store) -> set[tuple[Any, ...]]:
    """All of an incident but its id where no person made it last: that is kept from before."""
    found = set()
    for one in store.incidents(project, rejected=True):
        named = one.id if one.status != "extracted" else ""
        plain = dataclasses.replace(one, id=named, parent=None)
        found.add((plain,))
    return found


@SETTINGS
@given(steps=STEPS)
def test_one_incident_looks_the_same_alone_and_among_all(
    run: Extract, steps: list[tuple[str, int, int]]
) -> None:
    with fresh() as project:
        pipeline.add(project, articles()[:3], run)
        for one in steps:
            step(project, run, *one)
        every = store.incidents(project)
        assert [store.incident(project, one.id) for one in every] == every
        assert store.count(project) == len(every)
        home = {report.id: one.id for one in every for report in one.reports}
        for stored in store.articles(project):
            for report, ident in store.of_article(project, stored.article.id):
                assert home.get(report.id, ident) == ident
