"""What reading an article again costs does not grow with the project."""

import dataclasses
from collections.abc import Callable

import pytest

from mapper.lexicon import load_lexicon
from mapper.store import Entry, Store, put, put_again

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]

# Steps of SQLite's machine between two counts.
_EVERY = 20


def _steps(store: Store, act: Callable[[], object]) -> int:
    """Count what SQLite does meanwhile: the same on every machine."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += _EVERY
        return 0

    connection = store.engine.raw_connection()
    driver = connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(count, _EVERY)
    connection.close()
    act()
    connection = store.engine.raw_connection()
    driver = connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(None, 0)
    connection.close()
    return counted


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_article_that_is_read_again_costs_the_same_in_a_project_of_eight_times_the_size(
    store: Store, make_entry: MakeEntry, settle_by_day: Settle
) -> None:
    def told(name: str, day: int) -> Entry:
        return dataclasses.replace(make_entry(name, day), lexicon=load_lexicon())

    def added(first: int, last: int) -> None:
        for number in range(first, last):
            put(store, told(f"n{number:04}", 1 + number % 28))
        settle_by_day(store)

    put(store, told("far", 31))
    added(0, 30)
    few = _steps(store, lambda: put_again(store, told("far", 31)))
    added(30, 240)
    many = _steps(store, lambda: put_again(store, told("far", 31)))
    assert 0 < many < 1.5 * few
