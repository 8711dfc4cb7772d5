"""Copies of a project hold the same, and appear whole or not at all."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.store import (
    Entry,
    Store,
    articles,
    incidents,
    of_article,
    opened,
    put,
)
from mapper.store.check import problems
from mapper.store.copy import copy
from mapper.store.schema import METADATA

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]
New = Callable[[], str]


@pytest.fixture
def project(store: Store, make_entry: MakeEntry, settle_by_day: Settle) -> Store:
    """A project of two articles, one of them not joined yet."""
    put(store, make_entry("a", 1, 2))
    settle_by_day(store)
    put(store, make_entry("b", 2, text="Über Київ.\n\n𝔘", undated=True))
    return store


def _rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(sa.select(table))), key=repr
            )
            for table in METADATA.sorted_tables
        }


def test_a_copy_holds_the_same_in_a_file_and_back(
    project: Store, new_location: New, tmp_path: Path
) -> None:
    copy(project, str(tmp_path / "copies" / "copy.db"))
    back = new_location()
    with opened(str(tmp_path / "copies" / "copy.db"), create=False) as file:
        assert _rows(file) == _rows(project)
        assert incidents(file) == incidents(project)
        copy(file, back)
    with opened(back, create=False) as again:
        assert _rows(again) == _rows(project)
        assert list(problems(again)) == []
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.db"]


def test_a_copy_takes_further_articles(
    project: Store, new_location: New, tmp_path: Path, make_entry: MakeEntry
) -> None:
    copy(project, str(tmp_path / "copy.db"))
    back = new_location()
    with opened(str(tmp_path / "copy.db"), create=False) as file:
        copy(file, back)
    with opened(back, create=False) as again:
        put(again, make_entry("c", 3))
        assert [stored.article.id for stored in articles(again)] == ["a", "b", "c"]
        assert len(of_article(again, "c")) == 1


def test_what_is_there_is_not_overwritten(project: Store, tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    mine.write_text("my notes")
    with pytest.raises(StoreError, match="is there already; name another file, or add --overwrite"):
        copy(project, str(mine))
    assert mine.read_text() == "my notes"
    copy(project, str(mine), overwrite=True)
    with opened(str(mine), create=False) as file:
        assert _rows(file) == _rows(project)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_project_is_not_copied_onto_itself(project: Store, location: str) -> None:
    with pytest.raises(StoreError, match="is the project itself"):
        copy(project, location, overwrite=True)
    assert len(list(articles(project))) == 2


def test_a_file_in_use_is_not_replaced(
    project: Store, tmp_path: Path, make_entry: MakeEntry
) -> None:
    with opened(str(tmp_path / "other.db"), create=True) as other:
        put(other, make_entry("x", 1))
        with pytest.raises(StoreError, match="is in use"):
            copy(project, str(tmp_path / "other.db"), overwrite=True)
        assert [stored.article.id for stored in articles(other)] == ["x"]


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_database_with_articles_takes_no_copy(
    project: Store, location: str, tmp_path: Path, make_entry: MakeEntry
) -> None:
    with opened(str(tmp_path / "mine.db"), create=True) as mine:
        put(mine, make_entry("x", 1))
        before = _rows(project)
        with pytest.raises(StoreError, match="has articles already"):
            copy(mine, location)
    assert _rows(project) == before


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_copy_that_fails_leaves_nothing(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    with project.write() as connection:
        connection.exec_driver_sql("DROP TABLE unknown_name")
    with pytest.raises(StoreError, match="unknown_name"):
        copy(project, str(folder / "copy.db"))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_copy_is_of_one_moment_whoever_writes(
    project: Store, tmp_path: Path, make_entry: MakeEntry
) -> None:
    with project.write() as connection:
        connection.exec_driver_sql("UPDATE article SET title = 'half a change'")
        copy(project, str(tmp_path / "copy.db"))
    file = sqlite3.connect(tmp_path / "copy.db")
    titles = file.execute("SELECT title FROM article").fetchall()
    file.close()
    assert titles == [(None,), (None,)]
