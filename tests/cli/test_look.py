"""`mapper articles`, `mapper incidents`, `mapper gazetteer`: what is there, and why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mapper.map.basemap import Basemap
from mapper.map.records import page_data

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run) -> None:
    """A project file with two incidents."""
    assert run("add", "reports").exit_code == 0


def _ids(run: Run, what: str) -> list[str]:
    return [json.loads(line)["id"] for line in run(what, "list", "--json").stdout.splitlines()]


@pytest.mark.usefixtures("backend", "project")
def test_articles_are_listed_in_the_order_in_which_they_came(run: Run) -> None:
    head, first, second = run("articles", "list").stdout.splitlines()
    assert head.split() == ["id", "published", "basis", "source", "title"]
    assert first.endswith("2025-05-24  front matter  Test Daily  Strike on port")
    assert second.endswith("2025-05-25  front matter  Test Daily  Bus hit in Sumy")


@pytest.mark.usefixtures("backend", "project")
def test_an_article_is_shown_with_what_was_taken_and_what_was_not(run: Run) -> None:
    shown = run("articles", "show", _ids(run, "articles")[1]).stdout
    assert "title: Bus hit in Sumy" in shown
    assert "Two people were injured when a drone struck a bus in Sumy on Sunday" in shown
    taken = shown[shown.index("Taken (1):") :]
    assert "2025-05-25, Sumy" in taken
    assert "injured: 2" in taken


@pytest.mark.usefixtures("backend", "project")
def test_a_removed_article_takes_its_incident_along(run: Run) -> None:
    done = run("articles", "remove", _ids(run, "articles")[0])
    assert (done.exit_code, done.stderr) == (0, "1 removed\n")
    assert len(_ids(run, "articles")) == len(_ids(run, "incidents")) == 1


@pytest.mark.usefixtures("backend", "project")
def test_incidents_are_listed_by_day(run: Run) -> None:
    head, first, second = run("incidents", "list").stdout.splitlines()
    assert head.split() == ["id", "date", "type", "place", "harm", "articles", "status"]
    assert "2025-05-24  strike  Port of Odesa" in first
    assert "3 killed" in first
    assert "2025-05-25  strike  Sumy" in second


@pytest.mark.usefixtures("backend", "project")
def test_an_incident_is_explained(run: Run) -> None:
    shown = run("incidents", "show", _ids(run, "incidents")[0]).stdout
    assert "“A Russian missile hit a warehouse in the port of Odesa on Saturday" in shown
    for part in ("place because: ", "date because: ", "article: Strike on port (Test Daily"):
        assert part in shown


@pytest.mark.usefixtures("backend")
def test_an_agency_text_in_two_outlets_is_shown_as_one_voice(run: Run, folder: Path) -> None:
    text = (
        "A missile struck a school in Taiz on Tuesday, killing twelve people, health officials "
        "said. Residents pulled children from the rubble with their hands as ambulances tried to "
        "reach the old quarter, where two houses next to the school had also collapsed."
    )
    own = {"wire.md": "The town lies in the hills.", "copy.md": "Yemen has two governments."}
    for name, source, day in (("wire.md", "The Wire", 17), ("copy.md", "Morning Post", 18)):
        head = f"---\ntitle: {name}\nsource: {source}\npublished: 2025-09-{day}\n---\n"
        (folder / name).write_text(f"{head}{text}\n\n{own[name]}", encoding="utf-8")
    run("add", "wire.md", "copy.md")
    (incident,) = _ids(run, "incidents")
    shown = run("incidents", "show", incident).stdout
    assert shown.count("same text as wire.md (The Wire, 2025-09-17): one voice with it") == 1
    (feature,) = json.loads(run("export").stdout)["features"]
    first, second = feature["properties"]["sources"]
    assert (first["copy_of"], second["copy_of"]) == (None, first["article"])
    data = page_data(json.loads(run("export").stdout), Basemap())
    # None for the first source, for the second the first article.
    assert data["sources"]["columns"]["copy_of"] == {"coded": [[0], [0, 1]]}


@pytest.mark.usefixtures("backend", "project")
@pytest.mark.parametrize("what", ["articles", "incidents"])
def test_one_that_is_not_there_is_told_with_where_to_look(run: Run, what: str) -> None:
    done = run(what, "show", "nothing")
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"mapper {what} list" in done.stderr
    if what == "articles":
        assert run(what, "remove", "nothing").exit_code == 1


@pytest.mark.usefixtures("backend")
def test_signs_that_command_a_terminal_are_shown_and_not_obeyed(run: Run, folder: Path) -> None:
    text = "A missile hit Odesa on 23 May 2025,\x1b[2J killing two \u202epeople\u202c, police said."
    item = {"id": "\x1b]0;x\x07", "text": text, "title": "\x1b[31mred", "source": "\x9b1m"}
    (folder / "x.jsonl").write_text(json.dumps(item))
    shown = [run("add", "x.jsonl").stderr]
    shown += [run(what, "list").stdout for what in ("articles", "incidents")]
    shown += [run("incidents", "show", one).stdout for one in _ids(run, "incidents")]
    shown += [run("articles", "show", one).stdout for one in _ids(run, "articles")]
    shown.append(run("articles", "show", "\x1b[31m").stderr)
    assert len(shown) >= 5
    for words in shown:
        assert not set(words) & set("\x1b\x9b\x07\u202e\u202c")


def test_a_place_name_is_looked_up(run: Run) -> None:
    head, first, *_ = run("gazetteer", "lookup", "Obolon").stdout.splitlines()
    assert head.split()[:3] == ["id", "name", "kind"]
    assert first.split()[1] == "Obolon"
    (row,) = run("gazetteer", "lookup", "--limit", "1", "--json", "Sumy").stdout.splitlines()
    assert json.loads(row)["id"] == "geonames:692194"


def test_a_name_that_nothing_has_is_told(run: Run) -> None:
    done = run("gazetteer", "lookup", "Xyzzyville", "Nowhere")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "mapper: no place is called 'Xyzzyville Nowhere'\n"


def test_the_gazetteer_tells_what_it_holds(run: Run) -> None:
    assert "settlement" in run("gazetteer", "info").stdout
    assert json.loads(run("gazetteer", "info", "--json").stdout)["kinds"]["settlement"] > 200_000
