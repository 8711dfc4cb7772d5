"""`mapper lexicon`, and `mapper add --lexicon`: another field, from words to the map."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from mapper.lexicon import BUNDLED, load_lexicon

Run = Callable[..., Result]

DOCUMENT = Path(__file__).parents[2] / "docs" / "lexicon.md"
FLOOD = """---
title: Flood in Zadar
source: Test Daily
published: 2024-09-18
---
A flash flood washed away a bridge in Zadar on Monday, and two people drowned, the mayor said.

A flood warning was issued for Split. Officials feared that the Sava could burst its banks in Sisak.
"""


@pytest.fixture
def floods(folder: Path) -> Path:
    """The lexicon that docs/lexicon.md writes, and an article in a folder of its own."""
    block = re.search(r"<!-- floods -->\n\n```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.S)
    assert block is not None
    (folder / "floods.toml").write_text(block[1], "utf-8")
    (folder / "wet").mkdir()
    (folder / "wet" / "zadar.md").write_text(FLOOD, "utf-8")
    return folder / "floods.toml"


def collection(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("export").stdout)
    return found


def test_a_lexicon_written_by_hand_gives_incidents_of_its_own(run: Run, floods: Path) -> None:
    assert len(floods.read_text("utf-8").splitlines()) < 45
    done = run("add", "--lexicon", "floods.toml", "wet")
    assert (done.exit_code, done.stderr) == (0, "1 article read, 1 incident (1 new)\n")
    (feature,) = collection(run)["features"]
    told = feature["properties"]
    assert (told["event_type"], told["place"], told["date"]) == ("flood", "Zadar", "2024-09-16")
    assert (told["killed"]["best"], told["target"], told["title"]) == (
        2,
        "bridge",
        "Flood on bridge, Zadar",
    )


def test_its_types_are_layers_of_the_map_in_their_own_colour(run: Run, floods: Path) -> None:
    run("add", "--lexicon", str(floods), "wet")
    layer = {"label": "Flood", "plural": "Floods", "colour": "#0072b2", "shape": "bubble"}
    assert collection(run)["layers"] == {"flood": layer}
    assert run("map", "-o", "map.html").exit_code == 0
    page = Path("map.html").read_text("utf-8")
    block = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert block is not None
    data = json.loads(block[1])
    assert data["layers"] == {"flood": layer}
    assert data["words"]["en"]["types"]["flood"] == "Floods"


def test_what_is_feared_in_another_field_is_set_aside(run: Run, floods: Path) -> None:
    run("add", "--lexicon", str(floods), "wet")
    article = json.loads(run("articles", "list", "--json").stdout)["id"]
    shown = json.loads(run("articles", "show", article, "--json").stdout)
    assert [one["why"] for one in shown["set_aside"]] == ["modal"]
    assert re.fullmatch(r"floods \([0-9a-f]{8}\)", shown["lexicon"])


def test_exports_of_war_stay_as_the_contract_has_them(run: Run) -> None:
    run("add", "reports")
    assert list(collection(run)) == ["type", "generator", "features", "bbox"]


def test_the_incidents_stay_when_the_lexicon_is_gone(run: Run, floods: Path) -> None:
    run("add", "--lexicon", str(floods), "wet")
    before = run("export").stdout
    floods.unlink()
    assert run("export").stdout == before
    other = FLOOD.replace("Zadar", "Karlovac").replace("Monday", "Tuesday")
    Path("undated.txt").write_text(other.split("---\n")[2], "utf-8")
    done = run("add", "--lexicon", "war", "undated.txt")
    assert done.exit_code == 0
    assert run("articles", "remove", json.loads(_articles(run)[0])["id"]).exit_code == 0


def _articles(run: Run) -> list[str]:
    return run("articles", "list", "--json").stdout.splitlines()


def test_adding_with_other_words_is_said(run: Run, floods: Path) -> None:
    run("add", "reports")
    done = run("add", "--lexicon", str(floods), "wet")
    war = load_lexicon().sha256[:8]
    assert done.stderr.splitlines()[0].startswith(
        f"mapper: 2 articles of this project read with the lexicon 'war' ({war}); these are read "
        "with 'floods' ("
    )
    assert {f["properties"]["event_type"] for f in collection(run)["features"]} == {
        "strike",
        "flood",
    }


def test_an_article_that_was_read_with_other_words_is_left_and_named(
    run: Run, floods: Path
) -> None:
    run("add", "wet")
    assert collection(run)["features"] == []
    done = run("add", "--lexicon", str(floods), "wet")
    assert "already there, read with the lexicon 'war'; to read it with 'floods'" in done.stderr
    assert "mapper articles remove" in done.stderr
    article = json.loads(_articles(run)[0])["id"]
    run("articles", "remove", article)
    run("add", "--lexicon", str(floods), "wet")
    assert len(collection(run)["features"]) == 1


def test_a_lexicon_that_changed_is_an_earlier_state(run: Run, floods: Path) -> None:
    run("add", "--lexicon", str(floods), "wet")
    floods.write_text(floods.read_text("utf-8").replace('"n:school"', '"n:barn"'), "utf-8")
    done = run("add", "--lexicon", str(floods), "wet")
    assert "read with an earlier state of the lexicon 'floods'" in done.stderr


def test_a_project_of_an_earlier_version_takes_another_lexicon(run: Run, floods: Path) -> None:
    run("add", "reports")
    with sqlite3.connect("output/incidents.db") as file:
        file.execute("DROP TABLE reading")
        file.execute("DROP TABLE lexicon")
        file.execute("PRAGMA user_version=1")
        file.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    file.close()
    before = run("export")
    assert before.exit_code == 0
    assert json.loads(_articles(run)[0])["lexicon"].startswith("war (")
    done = run("add", "--lexicon", str(floods), "wet")
    assert done.exit_code == 0
    assert "2 articles of this project read with the lexicon 'war'" in done.stderr
    assert len(collection(run)["features"]) == 3


def test_an_earlier_state_of_a_bundled_lexicon_is_taken_for_the_present_one(run: Run) -> None:
    run("add", "reports/odesa.md")
    with sqlite3.connect("output/incidents.db") as file:
        file.execute("PRAGMA foreign_keys=OFF")
        for table, column in (("lexicon", "sha256"), ("reading", "lexicon")):
            file.execute(f"UPDATE {table} SET {column} = 'before'")
    file.close()
    done = run("add", "reports")
    assert (
        "1 article of this project read with an earlier state of the lexicon 'war'" in done.stderr
    )
    assert list(collection(run)) == ["type", "generator", "features", "bbox"]


def test_a_bundled_lexicon_is_chosen_by_its_name(run: Run) -> None:
    Path("one.txt").write_text(
        "A gunman shot and killed two people at a bowling alley in Dayton, Ohio, on Friday, police "
        "said.\n",
        "utf-8",
    )
    done = run("add", "--lexicon", "gun_violence", "--date", "2024-06-15", "one.txt")
    assert done.exit_code == 0
    (feature,) = collection(run)["features"]
    told = feature["properties"]
    assert (told["event_type"], told["place"], told["date"]) == ("shooting", "Dayton", "2024-06-14")
    assert (told["killed"]["best"], told["target"]) == (2, "bowling alley")


def test_a_day_is_inferred_with_the_words_that_an_article_was_read_with(
    run: Run, floods: Path
) -> None:
    Path("later.txt").write_text("The paper writes: " + FLOOD.split("---\n")[2], "utf-8")
    run("add", "--lexicon", str(floods), "later.txt")
    assert collection(run)["features"][0]["properties"]["date"] is None
    run("add", "--lexicon", str(floods), "wet")
    floods.unlink()
    run("add", "reports")  # the days of all undated articles are inferred anew
    (told,) = (
        feature["properties"]
        for feature in collection(run)["features"]
        if feature["properties"]["event_type"] == "flood"
    )
    assert (told["date"], len(told["sources"])) == ("2024-09-16", 2)


@pytest.mark.parametrize("command", [("add", "reports"), ("lexicon", "show")])
def test_a_lexicon_with_a_mistake_stops_before_anything_is_done(
    run: Run, floods: Path, command: tuple[str, ...]
) -> None:
    floods.write_text(floods.read_text("utf-8").replace("evidence", "evidense"), "utf-8")
    chosen = ["--lexicon", str(floods)] if command[0] == "add" else [str(floods)]
    done = run(*command, *chosen)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("mapper: Lexicon '")
    assert "did you mean 'evidence'?" in done.stderr
    assert not Path("output").exists()


def test_check_lists_every_mistake_on_a_line_of_its_own(run: Run, floods: Path) -> None:
    text = (
        floods.read_text("utf-8").replace("evidence", "evidense").replace("[targets]", "[tarkets]")
    )
    floods.write_text(text, "utf-8")
    done = run("lexicon", "check", "floods.toml")
    assert done.exit_code == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["floods.toml"] * 2


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_lexicons_are_checked_shown_and_named_in_help(run: Run, name: str) -> None:
    assert run("lexicon", "check", name).exit_code == 0
    assert run("lexicon", "show", name).stdout.startswith(f"{name} (")
    assert name in run("add", "--help").stdout


def test_show_gives_all_words_as_json(run: Run, floods: Path) -> None:
    told = json.loads(run("lexicon", "show", "--json", str(floods)).stdout)
    assert told["types"]["flood"]["plural"] == "Floods"
    assert "v:drown" in told["harm"]["killed"]["verbs"]


def test_control_characters_of_a_file_do_not_reach_the_terminal(run: Run, floods: Path) -> None:
    floods.write_text('"\\u001b[31m" = 1\n', "utf-8")
    done = run("lexicon", "check", "floods.toml")
    assert done.exit_code == 1
    assert "\x1b" not in done.stdout
