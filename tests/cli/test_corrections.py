"""Corrections on the command line, from the edit to the map and back."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project file with two incidents."""
    monkeypatch.setenv("MAPPER_USER", "Ann")
    assert run("add", "reports").exit_code == 0


def ids(run: Run) -> list[str]:
    return [json.loads(x)["id"] for x in run("incidents", "list", "--json").stdout.splitlines()]


def properties(run: Run, ident: str) -> dict[str, Any]:
    shown = run("incidents", "show", "--json", ident)
    assert shown.exit_code == 0
    found: dict[str, Any] = json.loads(shown.stdout)["properties"]
    return found


@pytest.mark.usefixtures("project")
def test_an_edit_is_in_the_export_and_in_the_log(run: Run) -> None:
    ident = ids(run)[0]
    said = ("--killed", "3-5", "--place", "Izmail", "--why", "the hospital's list")
    done = run("incidents", "edit", ident, *said)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "killed: 3 → 3 to 5" in done.stderr
    found = properties(run, ident)
    assert (found["status"], found["edited"]) == ("edited", ["location", "killed"])
    assert found["killed"] == {"low": 3, "best": 3, "high": 5}
    assert (found["place"], found["place_id"]) == ("Izmail", "geonames:707308")
    assert found["sources"][0]["killed"]["best"] == 3
    (row, *_) = csv.DictReader(io.StringIO(run("export", "--format", "csv").stdout))
    assert (row["status"], row["killed_high"]) == ("edited", "5")
    told = run("log", ident).stdout
    assert "correction 1 by Ann: edit" in told
    assert "killed: 3 → 3 to 5" in told
    assert "why: the hospital's list" in told


@pytest.mark.usefixtures("project")
def test_a_later_report_joins_and_the_log_says_that_it_differs(run: Run, folder: Path) -> None:
    ident = ids(run)[0]
    run("incidents", "edit", ident, "--killed", "3-5")
    text = (
        "The death toll from Saturday's missile strike on Odesa port rose to nine, the mayor said."
    )
    (folder / "later.txt").write_text(text)
    assert run("add", "--date", "2025-05-25", "later.txt").exit_code == 0
    found = properties(run, ident)
    assert (len(found["sources"]), found["killed"]["high"]) == (2, 5)
    told = run("log", ident).stdout
    assert "came after the incident was last looked at" in told
    assert "differs on killed: a person set 3 to 5" in told
    (late,) = [
        row
        for row in map(json.loads, run("log", "--json", ident).stdout.splitlines())
        if row["what"] == "report" and row["since"]
    ]
    assert late["against"] == {"killed": "3 to 5"}


@pytest.mark.usefixtures("project")
def test_a_rejected_incident_is_shown_only_on_request(run: Run, folder: Path) -> None:
    first, second = ids(run)
    assert run("incidents", "reject", first).exit_code == 0
    assert ids(run) == [second]
    assert first not in run("export").stdout
    assert first in run("export", "--status", "rejected").stdout
    assert "rejected" in run("incidents", "list", "--rejected").stdout
    assert run("map", "-o", "m.html").stderr.startswith("1 incidents on")
    assert first not in (folder / "m.html").read_text()
    refused = run("incidents", "edit", first, "--killed", "1")
    assert refused.exit_code == 1
    assert f"`mapper incidents undo {first}`" in refused.stderr
    assert run("incidents", "undo", first).exit_code == 0
    assert ids(run) == [first, second]


@pytest.mark.usefixtures("project")
def test_incidents_are_merged_split_and_moved(run: Run) -> None:
    first, second = ids(run)
    assert run("incidents", "merge", first, second).exit_code == 0
    assert ids(run) == [first]
    gone = run("incidents", "show", second)
    assert (gone.exit_code, gone.stdout) == (1, "")
    assert f"went into '{first}' by Ann (correction 1)" in gone.stderr
    reports = [source["report"] for source in properties(run, first)["sources"]]
    split = run("incidents", "split", first, reports[-1])
    assert ids(run) == [first, split.stdout.strip()]
    moved = run("incidents", "move", first, "--lat", "46.5", "--lon", "30.75")
    assert moved.exit_code == 0
    found = properties(run, first)
    assert (found["lat"], found["lon"], found["geo_precision"]) == (46.5, 30.75, "facility")
    assert f"correction 1 by Ann: merge {first}" in run("log", second).stdout


@pytest.mark.usefixtures("project")
def test_a_move_across_the_world_is_told_and_a_short_one_is_not(run: Run) -> None:
    first, _ = ids(run)
    near = run("incidents", "move", first, "--place", "Izmail").stderr
    assert "km away" not in near
    far = run("incidents", "move", first, "--lat", "28.8", "--lon", "45.3").stderr
    assert f"`mapper incidents undo {first}` takes it back" in far
    assert "that is 2,340 km away" in far
    assert run("incidents", "undo", first).exit_code == 0
    assert properties(run, first)["place"] == "Izmail"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "initiator"),
    [("Ukraine", "UKR"), ("UKR", "UKR"), ("Hamas", "Hamas"), ("Paris", "Paris"), ("none", None)],
)
def test_a_country_that_did_it_is_kept_by_its_code(
    run: Run, words: str, initiator: str | None
) -> None:
    first, _ = ids(run)
    assert run("incidents", "edit", first, "--initiator", words).exit_code == 0
    assert properties(run, first)["initiator"] == initiator


@pytest.mark.usefixtures("project")
def test_several_are_confirmed_and_what_is_not_there_is_named(run: Run) -> None:
    first, second = ids(run)
    done = run("incidents", "confirm", first, "nowhere", second, "--by", "Bo")
    assert done.exit_code == 1
    assert "There is no incident 'nowhere'" in done.stderr
    assert {properties(run, ident)["status"] for ident in (first, second)} == {"confirmed"}
    assert run("log").stdout.count("by Bo: confirm") == 2


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("edit", "ID"), "Say what to set"),
        (("edit", "ID", "--killed", "lots"), "is no number of people"),
        (("edit", "ID", "--title", ""), "has a title"),
        (("edit", "ID", "--killed", "1", "--by", "x" * 5000), "--by and --why are lines"),
        (("move", "ID"), "Say where"),
        (("move", "ID", "--lat", "1"), "Say where"),
        (("move", "ID", "--place", "Odesa", "--lat", "1"), "Say where"),
        (("move", "ID", "--lat", "95", "--lon", "0"), "is no point"),
        (("merge", "ID", "ID"), "each once"),
        (("split", "ID", "x"), "has no report 'x'"),
        (("undo",), "There is no correction to undo"),
        (("undo", "--correction", "7"), "There is no correction 7 to undo"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_told_in_a_line_and_nothing_is_kept(
    run: Run, args: tuple[str, ...], why: str
) -> None:
    ident = ids(run)[0]
    before = run("export").stdout
    done = run("incidents", *(ident if arg == "ID" else arg for arg in args))
    assert done.exit_code in {1, 2}
    assert why in done.stderr
    assert run("export").stdout == before
    assert run("log").stdout == ""


@pytest.mark.usefixtures("project")
def test_words_of_others_do_not_reach_the_terminal(run: Run) -> None:
    ident = ids(run)[0]
    run("incidents", "confirm", ident, "--by", "A\x1b[31mB", "--why", "\u202eyhw\r\nx")
    told = run("log").stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert r"A\x1b[31mB" in told
    assert r"\u202eyhw x" in told


VAGUE = "Several people were injured when a drone hit a bus on Sunday, the army said.\n"


@pytest.fixture
def doubtful(run: Run, folder: Path) -> list[str]:
    """Three incidents of which two have no place; their ids."""
    (folder / "reports" / "vague.txt").write_text(VAGUE)
    other = VAGUE.replace("a bus", "a tractor").replace("Several", "Two")
    (folder / "reports" / "tractor.txt").write_text(other)
    assert run("add", "--date", "2025-06-01", "reports/vague.txt").exit_code == 0
    assert run("add", "--date", "2025-06-08", "reports/tractor.txt").exit_code == 0
    assert run("add", "reports/sumy.md").exit_code == 0
    return ids(run)


def test_what_is_doubtful_is_listed_with_its_words(run: Run, doubtful: list[str]) -> None:
    rows = [json.loads(x) for x in run("review", "--list", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == doubtful[1:]
    assert all("place" in row["doubts"] for row in rows)
    assert rows[0]["reports"][0]["quote"] == VAGUE.strip()
    head, *lines = run("review", "--list", "--only", "place").stdout.splitlines()
    assert head.split()[-4:] == ["doubts", "same", "as", "words"]
    assert len(lines) == 2
    assert run("review", "--list", "--json", "--only", "disputed").stdout == ""
    assert run("review", "--only", "colour").exit_code == 2


def test_a_review_is_walked_through_with_keys(run: Run, doubtful: list[str]) -> None:
    keys = "z\nm\nNowhere at all\nm\nSumy\ne\nkilled=2\ntarget=tractor\n\n"
    done = run("review", "--by", "Bo", stdin=keys)
    assert done.exit_code == 0
    assert "[2 left]" in done.stdout
    assert "[1 left]" in done.stdout
    assert VAGUE.strip() in done.stdout
    assert "keys are [c]onfirm" in done.stderr
    assert "knows no place 'Nowhere at all'" in done.stderr
    assert "2 judged" in done.stderr
    assert properties(run, doubtful[1])["place"] == "Sumy"
    found = properties(run, doubtful[2])
    assert (found["killed"]["best"], found["target"]) == (2, "tractor")
    assert run("review", "--list", "--json").stdout == ""


def test_the_other_one_of_a_possible_duplicate_is_named_with_its_words(
    run: Run, folder: Path
) -> None:
    for target, number in (("bus", "three"), ("clinic", "nine")):
        text = f"A drone hit a {target} in Sumy on Sunday, killing {number} people, police said.\n"
        (folder / f"{target}.txt").write_text(text)
    assert run("add", "--date", "2025-05-26", "bus.txt", "clinic.txt").exit_code == 0
    shown = sorted(ids(run), key=lambda ident: "clinic" in properties(run, ident)["title"])
    first, second = shown
    _, *lines = run("review", "--list").stdout.splitlines()
    assert sorted(line.split()[0] for line in lines) == sorted(shown)
    assert all(first in line and second in line for line in lines)
    told = run("review", stdin="s\nq\n").stdout
    for card in told.split("[1 left]"):
        assert "killing nine people" in card
        assert "killing three people" in card
    assert f"the same as {first} Drone strike on bus, Sumy" in told
    assert f"the same as {second} Drone strike on clinic, Sumy" in told


@pytest.mark.parametrize(
    ("keys", "left", "judged"),
    [
        ("", 2, 0),
        ("q\n", 2, 0),
        ("s\ns\n", 2, 0),
        ("c\nr\n", 0, 2),
        ("g\n{0}\nq\n", 1, 1),
        ("g\n\nq\n", 2, 0),
        ("e\nnonsense\nq\n", 2, 0),
        ("m\n50.9 34.8\nq\n", 1, 1),
        ("m", 2, 0),
        ("e\nkilled=2", 2, 0),
    ],
    ids=[
        *("end", "quit", "skip", "confirm, reject", "merge", "with none", "bad"),
        *("point", "cut", "cut edit"),
    ],
)
def test_each_key_does_its_part(
    run: Run, doubtful: list[str], keys: str, left: int, judged: int
) -> None:
    done = run("review", stdin=keys.format(*doubtful))
    assert done.exit_code == 0
    assert f"{judged} judged" in done.stderr
    assert len(run("review", "--list", "--json").stdout.splitlines()) == left


@pytest.mark.usefixtures("project")
def test_an_article_is_corrected_and_known_when_it_comes_again(run: Run, folder: Path) -> None:
    article = json.loads(run("articles", "list", "--json").stdout.splitlines()[0])["id"]
    done = run("articles", "update", article, "--date", "2025-05-31", "--title", "Port struck")
    assert done.exit_code == 0
    dates = [properties(run, ident)["date"] for ident in ids(run)]
    assert dates == ["2025-05-25", "2025-05-31"]
    again = run("add", "reports")
    assert (again.exit_code, again.stderr.split(", ")[1]) == (0, "2 of them already there")
    shown = json.loads(run("articles", "show", "--json", article).stdout)
    assert (shown["title"], shown["published"]) == ("Port struck", "2025-05-31")
    assert "published: 2025-05-24 → 2025-05-31" in run("log", article).stdout
    assert run("articles", "undo", article).exit_code == 0
    assert properties(run, ids(run)[0])["date"] == "2025-05-24"


@pytest.mark.usefixtures("project")
def test_an_article_that_is_taken_out_for_good_stays_out_until_that_is_undone(run: Run) -> None:
    article = json.loads(run("articles", "list", "--json").stdout.splitlines()[0])["id"]
    before = run("export").stdout
    gone = run("articles", "remove", "--for-good", "--why", "a hoax", article, "nowhere")
    assert (gone.exit_code, gone.stderr.splitlines()[-1]) == (1, "1 removed")
    again = run("add", "reports")
    assert again.exit_code == 0
    assert f"a person took it out for good; `mapper articles undo {article}`" in again.stderr
    assert len(ids(run)) == 1
    assert "taken out for good" in run("log", article).stdout
    assert run("articles", "undo", article).exit_code == 0
    assert run("export").stdout == before
    assert run("articles", "undo", article).exit_code == 1
    assert run("articles", "remove", article).exit_code == 0
    assert len(ids(run)) == 1
    assert run("add", "reports").exit_code == 0
    assert run("export").stdout == before


@pytest.mark.usefixtures("project")
def test_the_text_of_an_article_is_corrected(run: Run, folder: Path) -> None:
    article = json.loads(run("articles", "list", "--json").stdout.splitlines()[0])["id"]
    ident = ids(run)[0]
    run("incidents", "edit", ident, "--target", "grain store")
    old = json.loads(run("articles", "show", "--json", article).stdout)["text"]
    (folder / "new.txt").write_text("Correction of 26 May. " + old.replace("three", "four"))
    assert run("articles", "update", article, "--text", "new.txt").exit_code == 0
    found = properties(run, ident)
    assert (found["killed"]["best"], found["target"]) == (4, "grain store")
    for source in ("reports", "new.txt"):
        assert "already there" in run("add", source).stderr
    assert len(run("articles", "list", "--json").stdout.splitlines()) == 2
    assert run("articles", "undo", article).exit_code == 0
    assert properties(run, ident)["killed"]["best"] == 3
    assert run("articles", "undo", article).exit_code == 1


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("args", "status", "why"),
    [
        (("nowhere", "--title", "x"), 1, "There is no article 'nowhere'"),
        (("ID",), 2, "Say what to set"),
        (("ID", "--date", "yesterday"), 2, "is no day"),
        (("ID", "--title", "Strike on port"), 1, "is like that already"),
        (("ID", "--text", "missing.txt"), 1, "missing.txt"),
        (("ID", "--text", "reports"), 2, "holds 2 articles, and not one"),
    ],
    ids=["no article", "nothing", "no day", "same", "no file", "two files"],
)
def test_what_cannot_be_done_to_an_article_is_told(
    run: Run, args: tuple[str, ...], status: int, why: str
) -> None:
    article = json.loads(run("articles", "list", "--json").stdout.splitlines()[0])["id"]
    done = run("articles", "update", *(article if arg == "ID" else arg for arg in args))
    assert done.exit_code == status
    assert why in done.stderr
    assert run("log", article).exit_code == 1


@pytest.mark.usefixtures("project")
def test_reading_again_shows_what_would_change_and_asks(run: Run, folder: Path) -> None:
    (folder / "v.txt").write_text(VAGUE.replace("a bus", "a bus in the village of Xyrkivka"))
    assert run("add", "--date", "2025-06-01", "v.txt").exit_code == 0
    first, _, village = ids(run)
    run("incidents", "edit", first, "--killed", "9")
    assert run("reprocess").stderr.startswith("0 articles read otherwise: 0 incidents come")
    (folder / "own.csv").write_text("name,lat,lon,country\nXyrkivka,50.61,34.02,UA\n")
    assert run("gazetteer", "add", "own.csv", "-o", "mine.sqlite").exit_code == 0
    again = ("reprocess", "--gazetteer", "mine.sqlite")
    before = run("export").stdout
    dry = run(*again, "--dry-run")
    assert dry.exit_code == 0
    assert f"~ {village} 2025-06-01 Drone strike on bus, Xyrkivka" in dry.stdout
    assert "    place: no place → Xyrkivka" in dry.stdout
    for no in ("n\n", ""):
        assert "nothing was changed" in run(*again, stdin=no).stderr
    assert run("export").stdout == before
    assert run(*again, "nowhere").exit_code == 1
    assert run(*again, stdin="y\n").stderr.endswith("done\n")
    assert properties(run, village)["place"] == "Xyrkivka"
    assert properties(run, first)["killed"]["best"] == 9
    assert run(*again, "--yes").stderr.startswith("0 articles")
