"""`mapper gazetteer build`, `add`, `remove`, and `--gazetteer`: from a dump to a map."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mapper.cli.gazetteer_build import DEFAULT_OUTPUT
from mapper.gazetteer import schema

Run = Callable[..., Result]

# A village that the bundled gazetteer lacks, and a town that it has.
VILLAGE = "Xyrkivka"
DUMP = (
    f"99000001\t{VILLAGE}\t{VILLAGE}\tСирківка\t50.61\t34.02\tP\tPPL\tUA\t\t21\t\t\t\t37\t\t130"
    "\tEurope/Kyiv\t2025-01-01\n"
    "692194\tSumy\tSumy\tSumi,Суми\t50.9216\t34.80029\tP\tPPLA\tUA\t\t21\t\t\t\t294456\t\t139"
    "\tEurope/Kyiv\t2025-01-01\n"
)
REPORT = f"A drone hit a school in {VILLAGE} on 24 May 2025, killing two people, police said.\n"


@pytest.fixture
def dump(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("MAPPER_GAZETTEER", raising=False)
    (folder / "UA.txt").write_text(DUMP, encoding="utf-8")
    return "UA.txt"


@pytest.fixture
def mine(run: Run, dump: str) -> str:
    """A gazetteer that has the village."""
    done = run("gazetteer", "build", "--geonames", dump, "-o", "mine.sqlite")
    assert done.exit_code == 0, done.stderr
    return "mine.sqlite"


def _found(done: Result) -> list[str | None]:
    return [one["place_id"] for one in json.loads(done.stdout)["toponyms"]]


def test_a_build_says_what_it_did_and_how_it_is_used(run: Run, dump: str) -> None:
    done = run("gazetteer", "build", dump)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 added, 1 known before, 0 left out" in done.stderr
    assert f"Use it with --gazetteer {DEFAULT_OUTPUT}, or set MAPPER_GAZETTEER=" in done.stderr
    assert DEFAULT_OUTPUT.is_file()


@pytest.mark.parametrize("way", ["before", "behind", "environment"])
def test_a_gazetteer_is_chosen(
    run: Run, mine: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    command = ["geoparse", "-"]
    if way == "before":
        command = ["--gazetteer", mine, *command]
    elif way == "behind":
        command += ["--gazetteer", mine]
    else:
        monkeypatch.setenv("MAPPER_GAZETTEER", mine)
    assert _found(run(*command, stdin=REPORT)) == ["geonames:99000001"]


def test_the_option_wins_over_the_environment(
    run: Run, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_GAZETTEER", "nothing.sqlite")
    done = run("gazetteer", "lookup", VILLAGE)
    assert (done.exit_code, "No gazetteer at 'nothing.sqlite'" in done.stderr) == (1, True)
    done = run("gazetteer", "lookup", VILLAGE, "--gazetteer", mine, "--json")
    assert json.loads(done.stdout)["admin1"] == "Sumy Oblast"


def test_info_tells_the_sources(run: Run, mine: str) -> None:
    shown = run("gazetteer", "info", "--gazetteer", mine).stdout
    for part in ("dumps: UA.txt", "made: 20", "settlement", "countries: ", " UA", "version: 1"):
        assert part in shown
    facts = json.loads(run("gazetteer", "info", "--gazetteer", mine, "--json").stdout)
    assert facts["places from dumps"] == "1 added, 1 known before"
    assert facts["countries"]["UA"] > 10_000


def test_a_project_keeps_its_places_when_another_gazetteer_is_used(
    run: Run, folder: Path, mine: str
) -> None:
    (folder / "v.txt").write_text(REPORT)
    assert run("--gazetteer", mine, "add", "v.txt").exit_code == 0
    (there,) = json.loads(run("export").stdout)["features"]
    assert there["properties"]["place_id"] == "geonames:99000001"
    assert there["geometry"] == {"type": "Point", "coordinates": [34.02, 50.61]}
    assert json.loads(run("--gazetteer", mine, "export").stdout)["features"] == [there]
    again = run("add", "v.txt", "reports")
    assert "1 of them already there" in again.stderr
    features = json.loads(run("export").stdout)["features"]
    assert there in features
    assert run("map").exit_code == run("incidents", "list").exit_code == 0


def test_places_of_ones_own_are_added_to_a_gazetteer_of_ones_own(run: Run, folder: Path) -> None:
    (folder / "own.csv").write_text(f"name,lat,lon,country\n{VILLAGE},50.61,34.02,UA\n")
    (folder / "more.csv").write_text("name,lat,lon\nXyrkivka Mill,50.62,34.03\n")
    refused = run("gazetteer", "add", "own.csv")
    assert (refused.exit_code, "-o FILE" in refused.stderr) == (2, True)
    for file in ("own.csv", "more.csv"):
        assert run("gazetteer", "add", file, "-o", "mine.sqlite").exit_code == 0
    same = run("gazetteer", "add", "own.csv", "--gazetteer", "mine.sqlite")
    assert same.stderr == "0 added, 0 changed, 1 as before in mine.sqlite\n"
    ident = "user:xyrkivka-5061-3402"
    assert _found(run("geoparse", "-", "--gazetteer", "mine.sqlite", stdin=REPORT)) == [ident]
    facts = json.loads(run("--gazetteer", "mine.sqlite", "gazetteer", "info", "--json").stdout)
    assert facts["own places"] == "1 of more.csv, 1 of own.csv"
    assert run("gazetteer", "remove", ident, "--gazetteer", "mine.sqlite").exit_code == 0
    assert "no place is called" in run("--gazetteer", "mine.sqlite", "gazetteer", "lookup", VILLAGE
    ).stderr  # fmt: skip


def test_a_rebuild_says_what_of_ones_own_is_lost(run: Run, folder: Path, mine: str) -> None:
    (folder / "own.csv").write_text("name,lat,lon\nXyrkivka Mill,50.62,34.03\n")
    run("gazetteer", "add", "own.csv", "--gazetteer", mine)
    done = run("gazetteer", "build", "UA.txt", "--gazetteer", mine)
    assert "add them again: 1 of own.csv" in done.stderr


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_ended_leaves_the_old_gazetteer(folder: Path, end: signal.Signals) -> None:
    home = folder / "home"
    home.mkdir()
    old = home / "mine.sqlite"
    with sqlite3.connect(old) as database:
        database.executescript(schema.TABLES)
    database.close()
    before = old.read_bytes()
    rows = DUMP.splitlines()[0].split("\t", 1)[1]
    (folder / "many.txt").write_text(
        "".join(f"{n}\t{rows}\n" for n in range(10**8, 10**8 + 99_999))
    )
    command = ["gazetteer", "build", "many.txt", "-o", str(old)]
    with subprocess.Popen(
        [sys.executable, "-m", "mapper", *command], stderr=subprocess.PIPE
    ) as building:
        while not list(home.glob(".mine.sqlite.*.part/stage")):
            assert building.poll() is None
            time.sleep(0.01)
        building.send_signal(end)
        building.wait()
    assert building.returncode != 0
    assert old.read_bytes() == before
    assert end is signal.SIGKILL or list(home.iterdir()) == [old]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["build"], 2, "Name a dump"),
        (["build", "UA.txt", "--classes", "PX"], 2, "is not made of the letters"),
        (["build", "UA.txt", "--country", "Ukraine"], 2, "is no two-letter code"),
        (["build", "none.zip"], 1, "mapper: Dump 'none.zip' cannot be read"),
        (["build", "broken.txt", "-o", "x.sqlite"], 1, "mapper: broken.txt, line 1 has 2 columns"),
        (["build", "UA.txt", "-o", "broken.txt"], 1, "is no gazetteer; choose another name"),
        (["add", "none.csv", "-o", "x.sqlite"], 1, "No such file"),
        (["add", "own.csv", "-o", "x.sqlite", "--kind", "hut"], 2, "Kind 'hut' is none of"),
        (["add", "own.csv", "--gazetteer", "x.sqlite"], 1, "No gazetteer at 'x.sqlite'"),
        (["remove", "user:x"], 2, "The bundled gazetteer is not changed"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("dump")
def test_what_cannot_be_done_is_told_and_leaves_nothing(
    run: Run, folder: Path, words: list[str], status: int, told: str
) -> None:
    (folder / "broken.txt").write_text("a\tb\n")
    before = sorted(folder.iterdir())
    done = run("gazetteer", *words)
    assert (done.exit_code, done.stdout) == (status, "")
    assert told in done.stderr
    assert sorted(folder.iterdir()) == before


def test_a_gazetteer_that_is_not_there_leaves_no_project_file(run: Run, folder: Path) -> None:
    report = folder / "a.txt"
    report.write_text("A missile struck Odesa on 3 May 2024, killing two.")
    project = folder / "new.db"
    done = run("--db", str(project), "add", str(report), "--gazetteer", str(folder / "none.sqlite"))
    assert done.exit_code != 0
    assert "none.sqlite" in done.stderr
    assert not project.exists()
