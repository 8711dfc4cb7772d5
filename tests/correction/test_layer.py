"""The layer for programs for maps shows what people corrected, as the exports do."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper import pipeline, store
from mapper.pipeline import Extract, correcting
from mapper.store.check import problems
from mapper.store.copy import copy
from mapper.store.layer import LAYER
from tests.correction.conftest import ANN, TELLINGS, Add, articles, of_article
from tests.correction.test_any_order import judge, step

pytestmark = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "add", "remove", "edit", "confirm", "reject", "merge", "split", "undo")
        ),
        st.integers(0, len(TELLINGS) - 1),
        st.integers(0, 7),
    ),
    min_size=8,
    max_size=16,
)


def exported(project: store.Store) -> list[tuple[Any, ...]]:
    """What exports show of the incidents."""
    return sorted(
        (
            one.id,
            one.title,
            one.status,
            one.confidence,
            one.date.first,
            one.killed.best,
            one.target,
            None if one.location.place is None else one.location.place.id,
            len(one.reports),
        )
        for one in store.incidents(project)
    )


def layer(project: store.Store) -> list[tuple[Any, ...]]:
    """What the layer shows of them."""
    names = (
        "id title status confidence first_day killed_best target place_id reports".split()  # noqa: SIM905
    )
    with project.read() as connection:
        rows = connection.execute(LAYER.select().with_only_columns(*(LAYER.c[n] for n in names)))
        return sorted(tuple(row) for row in rows)


def test_what_people_did_is_in_the_layer_at_once(project: store.Store, add: Add) -> None:
    add(project, 0, 1, 2, 3)
    clinic, port, market, bus = (of_article(project, f"t{number}") for number in range(4))
    found = {one.id: one for one in store.incidents(project)}
    judge(project, "edit", found[clinic], found[clinic], 1)
    judge(project, "reject", found[port], found[port], 0)
    judge(project, "merge", found[market], found[bus], 0)
    rows = {row[0]: row for row in layer(project)}
    assert set(rows) == {clinic, market}
    assert (rows[clinic][2], rows[clinic][5], rows[clinic][6]) == ("edited", 101, "house 1")
    assert layer(project) == exported(project)
    correcting.undo(project, ANN, market)
    correcting.undo(project, ANN, port)
    assert {row[0] for row in layer(project)} == {clinic, port, market, bus}
    assert layer(project) == exported(project)


def test_an_incident_that_waits_may_name_what_was_taken_out(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 0, 1, 2, 3, 4)
    store.remove(project, "t0")
    assert list(problems(project)) == []
    pipeline.settle(project, lambda: run)
    assert list(problems(project)) == []


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_the_layer_shows_what_exports_show_whatever_happens(
    new_location: Callable[[], str], run: Extract, steps: list[tuple[str, int, int]]
) -> None:
    with store.opened(new_location(), create=True) as project:
        pipeline.add(project, articles()[:4], run)
        for act, one, other in steps:
            if act == "remove":
                store.remove(project, f"t{one}")
                assert list(problems(project)) == []
                pipeline.settle(project, lambda: run)
            else:
                step(project, run, act, one, other)
            assert layer(project) == exported(project)
        assert list(problems(project)) == []
        target = new_location()
        copy(project, target)
        with store.opened(target, create=False) as other_project:
            assert layer(other_project) == exported(project)


def test_a_project_whose_layer_knew_no_corrections_gets_them(
    project: store.Store, add: Add, location: str
) -> None:
    add(project, 0, 1)
    found = {one.id: one for one in store.incidents(project)}
    port = of_article(project, "t1")
    judge(project, "reject", found[port], found[port], 0)
    with project.write() as connection:
        connection.exec_driver_sql("DELETE FROM incident_layer")
        connection.exec_driver_sql(
            "ALTER TABLE incident_layer ADD CONSTRAINT incident_layer_id_fkey "
            "FOREIGN KEY (id) REFERENCES incident (id) ON DELETE CASCADE"
        )
        connection.exec_driver_sql("DROP TABLE incident_layer_corrected")
        connection.exec_driver_sql("UPDATE meta SET value = '10' WHERE key = 'schema_version'")
    with store.opened(location, create=False) as again:
        assert layer(again) == exported(again)
        assert list(problems(again)) == []
        with again.read() as connection:
            keys = "SELECT 1 FROM pg_constraint WHERE conname = 'incident_layer_id_fkey' AND "
            here = "connamespace = current_schema()::regnamespace"
            assert connection.exec_driver_sql(keys + here).first() is None
