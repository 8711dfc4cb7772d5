"""Several programs at one project: writers take turns, readers do not wait, nothing is lost."""

import dataclasses
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mapper.errors import StoreError
from mapper.store import (
    Entry,
    Standing,
    Store,
    StoreBusy,
    article,
    articles,
    open_store,
    opened,
    put,
)

MakeEntry = Callable[..., Entry]


@pytest.fixture
def other(store: Store, location: str) -> Iterator[Store]:
    """The same project, opened by somebody else."""
    with opened(location, create=False) as project:
        yield project


def test_a_reader_sees_the_state_of_before_while_another_writes(
    store: Store, other: Store, make_entry: MakeEntry
) -> None:
    put(store, make_entry("a", 1))
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE article SET title = 'half a change'")
        found = article(other, "a")
        assert found is not None
        assert found.article.title is None


def test_a_reader_sees_one_state_throughout(
    store: Store, other: Store, make_entry: MakeEntry
) -> None:
    put(store, make_entry("a", 1))
    with other.read() as connection:
        count = "SELECT count(*) FROM article"
        assert connection.exec_driver_sql(count).scalar() == 1
        put(store, make_entry("b", 1))
        assert connection.exec_driver_sql(count).scalar() == 1
    assert len(list(articles(other))) == 2


def test_a_writer_waits_for_another_one(store: Store, other: Store, make_entry: MakeEntry) -> None:
    standings: list[Standing] = []
    with store.write() as connection:
        second = threading.Thread(target=lambda: standings.append(put(other, make_entry("a", 1))))
        second.start()
        second.join(0.3)
        assert second.is_alive()
        assert connection.exec_driver_sql("SELECT count(*) FROM article").scalar() == 0
    second.join()
    assert standings == [Standing.NEW]


def test_a_writer_that_waits_in_vain_says_so(store: Store, other: Store) -> None:
    hurried = dataclasses.replace(other, wait_s=0.05)
    with (
        store.write(),
        pytest.raises(StoreBusy, match="another program is writing"),
        hurried.write(),
    ):
        pass
    with hurried.write():
        pass


def test_two_writers_lose_nothing(location: str, make_entry: MakeEntry) -> None:
    failures: list[StoreError] = []

    def write(own: str) -> None:
        try:
            with opened(location, create=True) as project:
                for number in range(20):
                    put(project, make_entry(f"{own}{number}", 1 + number % 3))
                    put(project, make_entry(f"both{number}", 1))
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(own,)) for own in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with opened(location, create=False) as project:
        assert len(list(articles(project))) == 60


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_a_file_that_goes_away_in_mid_write_is_told(
    store: Store, location: str, make_entry: MakeEntry, how: str
) -> None:
    put(store, make_entry("a", 1))
    aside = Path(location).with_name("aside.db")
    Path(location).rename(aside)
    if how == "replaced":
        open_store(location, create=True).close()
    with pytest.raises(StoreError, match="moved, removed or replaced while it was written to"):
        put(store, make_entry("b", 1))


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_run_cut_off_before_the_log_was_switched_on_is_made_good(location: str) -> None:
    open_store(location, create=True).close()
    connection = sqlite3.connect(location)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    open_store(location, create=False).close()
    connection = sqlite3.connect(location)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
