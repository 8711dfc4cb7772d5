"""Every command that takes an id takes the beginning of one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def project(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project of two incidents; the articles have ids that begin alike."""
    monkeypatch.setenv("MAPPER_USER", "Ann")
    lines = (
        {"id": "report-odesa", "text": "A missile hit Odesa on Saturday, killing three people."},
        {"id": "report-sumy", "text": "A drone struck a bus in Sumy on Sunday, injuring two."},
    )
    told = [json.dumps({**line, "published": "2025-05-26"}) for line in lines]
    (folder / "both.jsonl").write_text("\n".join(told) + "\n")
    assert run("add", "both.jsonl").exit_code == 0


def ids(run: Run) -> list[str]:
    return [json.loads(x)["id"] for x in run("incidents", "list", "--json").stdout.splitlines()]


@pytest.mark.parametrize(
    "words",
    [
        ("incidents", "show", "{}"),
        ("incidents", "edit", "{}", "--killed", "4"),
        ("incidents", "move", "{}", "--place", "Izmail"),
        ("incidents", "confirm", "{}"),
        ("incidents", "reject", "{}"),
        ("log", "{}"),
    ],
    ids=" ".join,
)
def test_an_incident_may_be_named_by_its_first_signs(run: Run, words: tuple[str, ...]) -> None:
    ident = ids(run)[0]
    done = run(*(word.format(ident[:6]) for word in words))
    assert done.exit_code == 0, done.stderr
    assert ident in done.stdout + done.stderr


def test_incidents_are_merged_and_split_and_it_is_undone_by_first_signs(run: Run) -> None:
    first, second = ids(run)
    assert run("incidents", "merge", first[:5], second[:5]).exit_code == 0
    assert ids(run) == [first]
    shown = json.loads(run("incidents", "show", "--json", first[:5]).stdout)
    report = shown["properties"]["sources"][0]["report"]
    assert run("incidents", "split", first[:5], report).exit_code == 0
    for _ in range(2):
        assert run("incidents", "undo", first[:5]).exit_code == 0
    assert ids(run) == [first, second]


@pytest.mark.parametrize(
    "words",
    [
        ("articles", "show", "{}"),
        ("articles", "prove", "{}"),
        ("articles", "update", "{}", "--source", "Daily News"),
        ("articles", "remove", "{}"),
        ("reprocess", "--dry-run", "{}"),
    ],
    ids=" ".join,
)
def test_an_article_may_be_named_by_its_first_signs(run: Run, words: tuple[str, ...]) -> None:
    done = run(*(word.format("report-o") for word in words))
    assert done.exit_code == 0, done.stderr
    if words[1] == "remove":
        assert "report-odesa" not in run("articles", "list", "--json").stdout


def test_an_article_that_was_taken_out_is_let_in_by_its_first_signs(run: Run) -> None:
    assert run("articles", "remove", "--for-good", "report-o").exit_code == 0
    assert "taken out for good" in run("log", "report-o").stdout
    assert run("articles", "undo", "report-o").exit_code == 0
    assert "report-odesa" in run("articles", "list", "--json").stdout


@pytest.mark.parametrize(
    "words",
    [("articles", "show"), ("articles", "remove"), ("log",), ("reprocess", "--yes")],
    ids=" ".join,
)
def test_what_could_be_two_is_told_and_nothing_done(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "report-")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "mapper: 'report-' could be 'report-odesa', 'report-sumy'; write more of the id that you "
        "mean."
    ]
    assert len(run("articles", "list", "--json").stdout.splitlines()) == 2


def test_three_signs_are_too_few(run: Run) -> None:
    ident = ids(run)[0]
    done = run("incidents", "show", ident[:3])
    assert done.exit_code == 1
    assert f"There is no incident {ident[:3]!r}; see `mapper incidents list`" in done.stderr
