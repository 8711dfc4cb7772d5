"""Runs that were cut off between two batches of reports, and what comes between."""

from collections.abc import Callable

import pytest

from mapper.store import Entry, Store, derived, incidents, plans, put, remove


@pytest.fixture
def cut_off(
    store: Store,
    make_entry: Callable[..., Entry],
    settle_by_day: Callable[[Store], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Store:
    """A project whose first incident is written and whose second one is not."""
    put(store, make_entry("early", 20, 21))
    with monkeypatch.context() as patch:
        patch.setattr(plans, "BATCH", 1)
        write, written = derived._carry_out, list[object]()

        def once(connection: object, plan: object) -> None:
            if written:
                raise KeyboardInterrupt
            written.append(plan)
            write(connection, plan)  # type: ignore[arg-type]

        patch.setattr(derived, "_carry_out", once)
        with pytest.raises(KeyboardInterrupt):
            settle_by_day(store)
    assert [one.id for one in incidents(store)] == ["i2025-05-20"]
    return store


def test_an_incident_that_goes_before_the_run_is_finished_may_come_again(
    cut_off: Store, make_entry: Callable[..., Entry], settle_by_day: Callable[[Store], None]
) -> None:
    assert remove(cut_off, "early")
    put(cut_off, make_entry("early", 20, 21))
    settle_by_day(cut_off)
    assert [one.id for one in incidents(cut_off)] == ["i2025-05-20", "i2025-05-21"]


def test_an_incident_that_came_and_went_is_not_counted(
    cut_off: Store,
    make_entry: Callable[..., Entry],
    settled_new: Callable[[Store], int],
) -> None:
    assert remove(cut_off, "early")
    put(cut_off, make_entry("late", 22))
    assert settled_new(cut_off) == 1
