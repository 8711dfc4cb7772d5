"""Incidents some at a time: the same as all at once, of one state of the file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapper.cli import cli
from mapper.store import Entry, Store, article, batches, incidents, opened, put

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("seeds") / "project.db")
    done = CliRunner().invoke(cli, ["--db", path, "add", str(SEEDS)], catch_exceptions=False)
    assert done.exit_code == 0
    return path


@pytest.mark.parametrize("size", [1, 2, 7])
def test_small_batches_are_the_same_incidents_with_the_same_parents(
    project: str, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    with opened(project, create=False) as file:
        whole = incidents(file)
        assert [one.parent for one in whole if one.parent]
        with monkeypatch.context() as patch:
            patch.setattr("mapper.store.reports.CHUNK", size)
            parts = [batch for batch, _ in batches(file)]
    assert max(map(len, parts)) == size
    assert [one for batch in parts for one in batch] == whole


def test_a_batch_comes_with_its_articles_and_without_their_texts(project: str) -> None:
    with opened(project, create=False) as file:
        for batch, articles in batches(file):
            assert set(articles) == {r.article_id for one in batch for r in one.reports}
            for described in articles.values():
                full = article(file, described.id)
                assert full is not None
                assert described.text == ""
                assert described.title == full.article.title
                assert described.published == full.article.published
                assert described.published_basis == full.article.published_basis


def test_what_is_added_in_between_is_not_seen(
    store: Store,
    make_entry: Callable[..., Entry],
    settle_by_day: Callable[[Store], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(store, make_entry("early", 20, 21))
    settle_by_day(store)
    with monkeypatch.context() as patch:
        patch.setattr("mapper.store.reports.CHUNK", 1)
        going = batches(store)
        (first, _) = next(going)
        put(store, make_entry("late", 22))
        settle_by_day(store)
        rest = list(going)
    assert [one.id for one in first] == ["i2025-05-20"]
    assert [one.id for batch, _ in rest for one in batch] == ["i2025-05-21"]
    assert len(incidents(store)) == 3
