"""What the project file keeps, and what it refuses."""

import dataclasses
import datetime as dt
import hashlib
import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.incident import Grouped
from mapper.incident import Standing as Around
from mapper.incident.model import Incident
from mapper.report.model import Report
from mapper.store import (
    Entry,
    Standing,
    Store,
    article,
    articles,
    incident,
    incidents,
    is_dirty,
    of_article,
    open_store,
    opened,
    put,
    remove,
    settle,
    standing,
)

MakeEntry = Callable[..., Entry]
JoinByDay = Callable[
    [Grouped, Mapping[str, dt.date | None], Mapping[str, str], Mapping[str, str]],
    Sequence[Incident],
]


def by_day(changed: Sequence[Report], standing: Around) -> Grouped:
    """Put changed reports together with those of their days."""
    met = {r.id: r for found in (standing.near(changed), standing.home(changed))
           for others in found.values() for r in others}  # fmt: skip
    days = {report.date.first for report in changed}
    told = [r for r in {**met, **{r.id: r for r in changed}}.values() if r.date.first in days]
    told.sort(key=lambda r: (str(r.date.first), r.id))
    groups = itertools.groupby(told, key=lambda r: r.date.first)
    return Grouped(groups=tuple(tuple(group) for _, group in groups), links={})


def test_an_article_comes_back_as_it_was(store: Store, make_entry: MakeEntry) -> None:
    entry = make_entry("a", 1, 2)
    assert put(store, entry) is Standing.NEW
    stored = article(store, "a")
    assert stored is not None
    assert stored.article == entry.article
    assert stored.set_aside == entry.extraction.set_aside
    assert [report for report, _ in of_article(store, "a")] == list(entry.extraction.reports)


def test_an_incident_comes_back_as_it_was(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay, region: Place
) -> None:
    put(store, make_entry("a", 1))
    put(store, make_entry("b", 1))
    settle(store, by_day, join_by_day)
    reports = [*make_entry("a", 1).extraction.reports, *make_entry("b", 1).extraction.reports]
    whole = Grouped(groups=(tuple(reports),), links={})
    assert incidents(store) == join_by_day(whole, {}, {}, {})
    place = incidents(store)[0].location.place
    assert place == region


def test_the_same_article_twice_changes_nothing(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, make_entry("a", 1))
    settle(store, by_day, join_by_day)
    before = list(articles(store)), incidents(store)
    assert put(store, make_entry("a", 1)) is Standing.SAME
    assert not is_dirty(store)
    assert (list(articles(store)), incidents(store)) == before


def test_an_id_with_another_text_is_refused(store: Store, make_entry: MakeEntry) -> None:
    put(store, make_entry("a", 1))
    with pytest.raises(StoreError, match="already stored with another text"):
        put(store, make_entry("a", 1, text="Something else."))
    assert len(list(articles(store))) == 1


def test_what_was_unknown_of_an_article_is_filled_in(store: Store, make_entry: MakeEntry) -> None:
    entry = make_entry("a", 1)
    put(store, entry)
    titled = dataclasses.replace(entry.article, title="A title")
    assert standing(store, titled) == (Standing.DESCRIBED, titled)
    assert put(store, dataclasses.replace(entry, article=titled)) is Standing.DESCRIBED
    stored = article(store, "a")
    assert stored is not None
    assert stored.article.title == "A title"
    assert len(of_article(store, "a")) == 1


def test_what_contradicts_is_refused(store: Store, make_entry: MakeEntry) -> None:
    entry = make_entry("a", 1)
    put(store, entry)
    later = dataclasses.replace(entry.article, published=dt.date(2025, 6, 1))
    with pytest.raises(StoreError, match="with published '2025-05-31', and not '2025-06-01'"):
        standing(store, later)


@pytest.mark.parametrize("order", list(itertools.permutations("abc")), ids="".join)
def test_the_order_of_articles_makes_no_difference(
    store: Store, make_entry: MakeEntry, order: tuple[str, ...], join_by_day: JoinByDay
) -> None:
    days = {"a": (1, 2), "b": (2, 3), "c": (3,)}
    for article_id in order:
        put(store, make_entry(article_id, *days[article_id]))
        settle(store, by_day, join_by_day)
    found = {one.id: [report.id for report in one.reports] for one in incidents(store)}
    assert found == {
        "i2025-05-01": ["a:0"],
        "i2025-05-02": ["a:1", "b:0"],
        "i2025-05-03": ["b:1", "c:0"],
    }


def test_only_connected_reports_are_joined_anew(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, make_entry("far", 20))
    settle(store, by_day, join_by_day)
    put(store, make_entry("a", 1))
    seen: list[str] = []

    def watch(
        grouped: Grouped,
        published: Mapping[str, dt.date | None],
        previous: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> Sequence[Incident]:
        seen.extend(report.id for group in grouped.groups for report in group)
        return join_by_day(grouped, published, previous, texts)

    settle(store, by_day, watch)
    assert seen == ["a:0"]


def test_joining_is_told_the_days_and_the_incidents_of_before(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, make_entry("a", 1))
    settle(store, by_day, join_by_day)
    put(store, make_entry("b", 1))
    told: list[object] = []

    def watch(
        grouped: Grouped,
        published: Mapping[str, dt.date | None],
        previous: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> Sequence[Incident]:
        told.extend((dict(published), dict(previous)))
        return join_by_day(grouped, published, previous, texts)

    settle(store, by_day, watch)
    day = dt.date(2025, 5, 31)
    assert told == [{"a": day, "b": day}, {"a:0": "i2025-05-01"}]


def test_a_removed_article_takes_its_reports_along(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, make_entry("a", 1, 2))
    put(store, make_entry("b", 2))
    settle(store, by_day, join_by_day)
    assert remove(store, "a")
    settle(store, by_day, join_by_day)
    assert [one.id for one in incidents(store)] == ["i2025-05-02"]
    left = incident(store, "i2025-05-02")
    assert left is not None
    assert [report.id for report in left.reports] == ["b:0"]
    assert not remove(store, "a")


def test_a_report_without_keys_has_an_incident_of_its_own(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, dataclasses.replace(make_entry("a", 1), keys=((),)))
    settle(store, by_day, join_by_day)
    assert [one.id for one in incidents(store)] == ["i2025-05-01"]


def test_a_failed_joining_leaves_all_as_it_was(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    put(store, make_entry("a", 1))
    settle(store, by_day, join_by_day)
    put(store, make_entry("b", 1))

    def fail(
        grouped: Grouped,
        published: Mapping[str, dt.date | None],
        previous: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> Sequence[Incident]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        settle(store, by_day, fail)
    assert [len(one.reports) for one in incidents(store)] == [1]
    assert is_dirty(store)
    settle(store, by_day, join_by_day)
    assert [len(one.reports) for one in incidents(store)] == [2]


def test_a_kill_in_the_middle_of_an_article_leaves_no_part_of_it(
    tmp_path: Path, make_entry: MakeEntry
) -> None:
    path = tmp_path / "project.db"
    with opened(str(path), create=True) as project:
        put(project, make_entry("a", 1))
    code = """
        import os, signal, sys
        import mapper.store.reports as rows
        from mapper.article.model import Article
        from mapper.report.model import Extraction, Report
        from mapper.store import Entry, open_store, put

        rows.mark_dirty = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
        report = Report(id="b:0", article_id="b", event_type="strike", start=0, end=1, quote="B")
        extraction = Extraction(article_id="b", reports=(report,))
        entry = Entry(
            article=Article(id="b", text="B"), extraction=extraction, keys=(("k",),), undated=False
        )
        put(open_store(sys.argv[1], create=False), entry)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with opened(str(path), create=False) as project:
        assert [stored.article.id for stored in articles(project)] == ["a"]
        assert of_article(project, "b") == ()
        assert put(project, make_entry("b", 1)) is Standing.NEW


def _foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def _newer(path: Path) -> None:
    open_store(str(path), create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda p: p.write_text("hello " * 50), "not a project file", id="text"),
        pytest.param(lambda p: p.write_bytes(b"SQLite format 3\0"), "not a project", id="cut off"),
        pytest.param(_foreign_database, "database of another program", id="other database"),
        pytest.param(_newer, "written by a newer mapper", id="newer"),
        pytest.param(lambda p: p.mkdir(), "cannot be read", id="folder"),
    ],
)
def test_a_file_that_is_refused_is_left_untouched(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "project.db"
    make(path)
    before = _fingerprint(tmp_path)
    with pytest.raises(StoreError, match=message):
        open_store(str(path), create=True)
    assert _fingerprint(tmp_path) == before


def _fingerprint(folder: Path) -> dict[str, str]:
    return {
        item.name: hashlib.sha256(item.read_bytes()).hexdigest() if item.is_file() else "folder"
        for item in folder.iterdir()
    }


def test_a_file_that_is_not_there_is_only_made_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new" / "project.db"
    with pytest.raises(StoreError, match="no project file"):
        open_store(str(path), create=False)
    assert not path.parent.exists()
    open_store(str(path), create=True).close()
    assert path.is_file()


def test_a_damaged_file_is_told_in_words(tmp_path: Path, make_entry: MakeEntry) -> None:
    path = tmp_path / "project.db"
    with opened(str(path), create=True) as project:
        for name in "abcdefgh":
            put(project, make_entry(name, 1, 2, 3))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with (
        pytest.raises(StoreError, match="damaged"),
        opened(str(path), create=False) as project,
    ):
        list(articles(project))


def test_a_reader_is_not_held_up_by_a_writer(store: Store, make_entry: MakeEntry) -> None:
    put(store, make_entry("a", 1))
    with store.write():
        assert [stored.article.id for stored in articles(store)] == ["a"]


def test_two_incidents_never_share_an_id(
    store: Store, make_entry: MakeEntry, join_by_day: JoinByDay
) -> None:
    def one_name_for_all(
        grouped: Grouped,
        published: Mapping[str, dt.date | None],
        previous: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> Sequence[Incident]:
        return [
            dataclasses.replace(one, id="same")
            for one in join_by_day(grouped, published, previous, texts)
        ]

    put(store, make_entry("a", 1))
    put(store, make_entry("b", 2))
    settle(store, by_day, one_name_for_all)
    first, second = incidents(store)
    assert first.id == "same"
    assert second.id != "same"
    assert incident(store, second.id) == second
