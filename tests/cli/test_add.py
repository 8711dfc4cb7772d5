"""`mapper add`: what it stores, what it says, and how it ends."""

import contextlib
import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def _features(run: Run) -> list[dict[str, object]]:
    features: list[dict[str, object]] = json.loads(run("export").stdout)["features"]
    return features


def _types_and_places(run: Run) -> list[tuple[object, object, object]]:
    properties = [feature["properties"] for feature in _features(run)]
    return [(p["event_type"], p["date"], p["place"]) for p in properties]  # type: ignore[index]


@pytest.mark.usefixtures("backend")
def test_a_folder_becomes_incidents(run: Run) -> None:
    done = run("add", "reports")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("2 articles read, 2 incidents (2 new)")
    assert _types_and_places(run) == [
        ("strike", "2025-05-24", "Port of Odesa"),
        ("strike", "2025-05-25", "Sumy"),
    ]


@pytest.mark.usefixtures("backend")
def test_the_same_again_changes_nothing(run: Run) -> None:
    run("add", "reports")
    before = run("export").stdout
    again = run("add", "reports")
    assert again.exit_code == 0
    assert again.stderr == "2 articles read, 2 of them already there, 2 incidents (0 new)\n"
    assert run("export").stdout == before


def test_the_order_of_articles_makes_no_difference(
    run: Run, new_location: Callable[[], str]
) -> None:
    a, b = new_location(), new_location()
    run("--db", a, "add", "reports/odesa.md", "reports/sumy.md")
    run("--db", b, "add", "reports/sumy.md")
    run("--db", b, "add", "reports/odesa.md")
    assert run("--db", a, "export").stdout == run("--db", b, "export").stdout


@pytest.mark.usefixtures("backend")
def test_two_reports_of_one_strike_are_one_incident(run: Run, folder: Path) -> None:
    text = "Three people died when a missile struck the port of Odesa on Saturday, officials said."
    (folder / "other.txt").write_text(text)
    done = run("add", "--date", "2025-05-24", "other.txt")
    assert done.exit_code == 0
    run("add", "reports/odesa.md")
    (feature,) = _features(run)
    sources = feature["properties"]["sources"]  # type: ignore[index]
    assert len({source["article"] for source in sources}) == 2


@pytest.mark.usefixtures("backend")
def test_options_describe_an_article(run: Run, folder: Path) -> None:
    (folder / "bare.txt").write_text("A drone hit a depot in Sumy on Friday, police said.")
    run(
        *("add", "--date", "2025-05-24", "--title", "Depot", "--source", "Daily"),
        *("--url", "https://example.org/1", "bare.txt"),
    )
    source = _features(run)[0]["properties"]["sources"][0]  # type: ignore[index]
    shown = [source[name] for name in ("title", "source", "url", "published")]
    assert shown == ["Depot", "Daily", "https://example.org/1", "2025-05-24"]
    assert _types_and_places(run) == [("strike", "2025-05-23", "Sumy")]


@pytest.mark.usefixtures("backend")
def test_a_day_told_later_is_filled_in(run: Run, folder: Path) -> None:
    (folder / "bare.txt").write_text("A drone hit a depot in Sumy on Friday, police said.")
    run("add", "bare.txt")
    assert _types_and_places(run) == [("strike", None, "Sumy")]
    assert run("add", "--date", "2025-05-24", "bare.txt").exit_code == 0
    assert _types_and_places(run) == [("strike", "2025-05-23", "Sumy")]


@pytest.mark.usefixtures("backend")
def test_a_new_article_without_a_day_is_told_with_what_to_do(run: Run, folder: Path) -> None:
    for name, town in (("bare", "Sumy"), ("other", "Kharkiv")):
        (folder / f"{name}.txt").write_text(f"A drone hit a depot in {town}, police said.")
    first = run("add", "bare.txt", "reports").stderr.splitlines()
    listed = run("articles", "list").stdout.splitlines()
    (ident,) = [line.split()[0] for line in listed if line.endswith("(bare.txt)")]
    assert first[1:] == [
        f"mapper: 1 article has no date: {ident}; `mapper articles update ID --date DAY` gives one"
    ]
    assert "2 articles have no date: " not in run("add", "bare.txt", "other.txt").stderr
    assert run("articles", "update", ident, "--date", "2025-05-24").exit_code == 0
    assert "no date" not in run("add", "bare.txt", "reports").stderr


@pytest.mark.usefixtures("backend")
def test_standard_input_is_an_article(run: Run) -> None:
    text = "A drone hit a depot in Sumy on 23 May 2025, police said."
    assert run("add", "-", stdin=text).exit_code == 0
    assert len(_features(run)) == 1


def test_an_undated_article_takes_its_day_from_one_that_shares_an_incident(
    run: Run, folder: Path
) -> None:
    text = "On Saturday a missile killed three people and wounded seven at the port of Odesa."
    (folder / "undated.txt").write_text(text)
    for order in (("undated.txt", "reports/odesa.md"), ("reports/odesa.md", "undated.txt")):
        project = f"{order[0][0]}.db"
        for name in order:
            assert run("--db", project, "add", name).exit_code == 0
        (feature,) = json.loads(run("--db", project, "export").stdout)["features"]
        assert feature["properties"]["date"] == "2025-05-24"
        assert len(feature["properties"]["sources"]) == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("binary.txt", bytes(range(256)) * 40, "binary.txt", id="binary"),
        pytest.param("broken.jsonl", b'{"text": "A"}\n{"text": \n', "line 2", id="broken line"),
        pytest.param("front.md", b"---\ntitle: [\n---\nText.\n", "front.md", id="front matter"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_done(
    run: Run, folder: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    done = run("add", name, "reports/odesa.md")
    assert done.exit_code == 1
    line, summary = done.stderr.splitlines()
    assert line.startswith(f"mapper: {name}")
    assert reason in line
    assert summary.endswith("1 failed")
    assert ("strike", "2025-05-24", "Port of Odesa") in _types_and_places(run)


def test_nothing_to_read_is_a_failure(run: Run) -> None:
    done = run("add", "nowhere.txt")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "mapper: nowhere.txt: cannot be read: No such file or directory",
        "0 articles read, 0 incidents (0 new), 1 failed",
    ]


@pytest.mark.usefixtures("backend")
def test_an_id_with_another_text_is_named_and_the_first_kept(run: Run, folder: Path) -> None:
    lines = [{"id": "x", "text": text} for text in ("A first text.", "A second text.")]
    (folder / "x.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = run("add", "x.jsonl")
    assert done.exit_code == 1
    assert "Article 'x' is already stored with another text" in done.stderr
    assert "A first text." in run("articles", "show", "x").stdout


def test_a_project_file_that_is_none_is_refused_and_kept(run: Run, folder: Path) -> None:
    (folder / "mine.db").write_text("my notes")
    for command in (("add", "reports"), ("export",), ("map",), ("incidents", "list")):
        done = run("--db", "mine.db", *command)
        assert done.exit_code == 1
        assert done.stderr.startswith("mapper: 'mine.db' is not a project file")
        assert len(done.stderr.splitlines()) == 1
    assert (folder / "mine.db").read_text() == "my notes"


def test_a_project_file_of_a_newer_version_is_refused_and_kept(run: Run, folder: Path) -> None:
    run("--db", "new.db", "add", "reports")
    connection = sqlite3.connect("new.db")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    before = (folder / "new.db").read_bytes()
    done = run("--db", "new.db", "add", "reports")
    assert done.exit_code == 1
    assert "newer mapper" in done.stderr
    assert (folder / "new.db").read_bytes() == before


def test_a_project_file_that_cannot_be_made_is_told(run: Run, folder: Path) -> None:
    done = run("--db", "reports/odesa.md/x.db", "add", "reports")
    assert done.exit_code == 1
    assert done.stderr.startswith("mapper: Project file")


def test_the_environment_names_the_project_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_DB", "elsewhere/x.db")
    run("add", "reports")
    assert (folder / "elsewhere" / "x.db").is_file()
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--date", "yesterday", "x.txt"),
        ("--title", "T", "a.txt", "b.txt"),
        ("--max-size", "0", "x"),
    ],
    ids=["no article", "no date", "one title for two", "no size"],
)
def test_wrong_usage_ends_with_2(run: Run, folder: Path, args: tuple[str, ...]) -> None:
    assert run("add", *args).exit_code == 2
    assert [item.name for item in folder.iterdir()] == ["reports"]


def test_a_file_above_the_limit_is_refused(run: Run) -> None:
    done = run("add", "--max-size", "100", "reports/odesa.md")
    assert done.exit_code == 1
    assert "reports/odesa.md" in done.stderr


def test_an_article_in_another_language_is_kept_and_said(run: Run, tmp_path: Path) -> None:
    text = (
        "Un missile a frappé un immeuble à Kharkiv dans la nuit, tuant trois personnes, a dit "
        "le maire. Les secours ont travaillé toute la nuit. "
    )
    (tmp_path / "french.txt").write_text(text * 3, "utf-8")
    done = run("add", str(tmp_path / "french.txt"))
    assert done.exit_code == 0
    assert "french.txt: no English sentences (another language, a table or a list)" in done.stderr


def on_a_terminal(*args: str) -> tuple[int, str]:
    """Run the command with standard error on a terminal; give exit status and what it said."""
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "mapper", *args]
    process = subprocess.Popen(command, stderr=writer, stdout=subprocess.DEVNULL)
    os.close(writer)
    said = b""
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal like that.
        while part := os.read(reader, 4096):
            said += part
    os.close(reader)
    return process.wait(), said.decode()


def test_a_person_is_told_what_to_do_next_with_what_is_new(run: Run, folder: Path) -> None:
    status, said = on_a_terminal("--db", "my file.db", "add", "reports")
    last = said.splitlines()[-1]
    assert status == 0
    assert last == (
        "next: `mapper --db 'my file.db' map` draws the map, "
        "`mapper --db 'my file.db' review` asks about what is doubtful"
    )
    assert "next:" not in on_a_terminal("--db", "my file.db", "add", "reports")[1]
    (folder / "calm.txt").write_text("Nothing happened in Sumy on Sunday, the mayor said.\n")
    _, said = on_a_terminal("add", "calm.txt")
    assert "next: `mapper articles show ID` says what was set aside and why" in said
    assert "next:" not in run("add", "reports").stderr
