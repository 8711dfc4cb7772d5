"""`mapper db`: checks and copies, and what a project that goes away or fills its disk says."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mapper import store
from mapper.store.packing import pack, unpack

Run = Callable[..., Result]

CRASH = Path(__file__).parents[2] / "benchmarks" / "crash.py"
VERSION_1 = Path(__file__).parents[1] / "store" / "version_1.sql"


@pytest.mark.usefixtures("backend")
def test_a_project_that_is_in_order_has_nothing_to_tell(run: Run) -> None:
    run("add", "reports")
    done = run("db", "check")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "nothing is wrong\n")


def test_what_is_wrong_is_listed_and_is_a_failure(run: Run) -> None:
    run("add", "reports")
    with sqlite3.connect("output/incidents.db") as file:
        for seq, packed in file.execute("SELECT seq, packed FROM article").fetchall():
            other = pack(unpack(packed).replace("killing", "hurting"))
            file.execute("UPDATE article SET packed = ? WHERE seq = ?", (other, seq))
    file.close()
    done = run("db", "check")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("its text is not the one that came")
    assert "its quote does not stand in the article at 0:" in lines[1]
    assert done.stderr == "2 problems\n"


def test_an_article_that_nobody_has_joined_yet_is_counted(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import mapper.pipeline

    with monkeypatch.context() as patch:
        patch.setattr(mapper.pipeline, "settle", lambda *_: 0)
        run("add", "reports")
    done = run("db", "check")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0] == "2 reports wait to be joined; the next command does it"


@pytest.mark.usefixtures("backend")
def test_a_backup_is_a_project_with_the_same_export(run: Run, folder: Path) -> None:
    run("add", "reports")
    done = run("db", "backup", "backups/one.db")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "the project is in backups/one.db\n"
    assert run("--db", "backups/one.db", "export").stdout == run("export").stdout
    again = run("db", "backup", "backups/one.db")
    assert again.exit_code == 1
    assert "is there already; name another file, or add --overwrite" in again.stderr
    assert run("db", "backup", "backups/one.db", "--overwrite").exit_code == 0
    assert [path.name for path in (folder / "backups").iterdir()] == ["one.db"]


def test_copies_from_one_database_to_the_other_and_back_export_the_same(
    run: Run, new_location: Callable[[], str]
) -> None:
    run("--db", "first.db", "add", "reports")
    first, second = new_location(), new_location()
    for source, target in (("first.db", first), (first, "back.db"), ("back.db", second)):
        assert run("db", "copy", source, target).exit_code == 0
    exports = {run("--db", one, "export").stdout for one in ("first.db", first, "back.db", second)}
    assert len(exports) == 1
    refused = run("db", "copy", "first.db", second)
    assert refused.exit_code == 1
    assert "already" in refused.stderr


def test_both_databases_give_the_same_files(run: Run, new_location: Callable[[], str]) -> None:
    for project in ("one.db", other := new_location()):
        for name in ("sumy", "odesa"):
            run("--db", project, "add", f"reports/{name}.md")
    for command in (["export"], ["export", "--format", "csv"], ["articles", "list", "--json"]):
        assert run("--db", "one.db", *command).stdout == run("--db", other, *command).stdout


def test_nothing_is_copied_from_where_no_project_is(run: Run, folder: Path) -> None:
    done = run("db", "copy", "nowhere.db", "copy.db")
    assert done.exit_code == 1
    assert done.stderr.startswith("mapper: There is no project file 'nowhere.db'")
    assert not (folder / "copy.db").exists()


def test_an_older_project_file_is_brought_up_to_date_with_a_line(run: Run, folder: Path) -> None:
    connection = sqlite3.connect("old.db")
    connection.executescript(VERSION_1.read_text("utf-8"))
    connection.close()
    done = run("--db", "old.db", "export")
    assert len(json.loads(done.stdout)["features"]) == 2
    assert done.stderr.startswith("mapper: Project file 'old.db' was of version 1 and is now of")
    assert run("--db", "old.db", "export").stderr == ""
    added = run("--db", "old.db", "add", "reports")
    said, last = added.stderr.splitlines()
    assert "3 articles of this project read with an earlier state of the lexicon 'war'" in said
    assert last.startswith("2 articles read, ")
    assert run("--db", "old.db", "db", "check").exit_code == 0


def test_who_reads_does_not_wait_for_who_writes(run: Run) -> None:
    run("add", "reports/odesa.md")
    with store.opened("output/incidents.db", create=False) as writer:
        with writer.write() as connection:
            connection.exec_driver_sql("INSERT INTO dirty SELECT seq FROM report")
        with writer.write():
            done = run("export")
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["features"]) == 1
    assert done.stderr == (
        "mapper: another program is writing to the project; what it brings is not yet in here\n"
    )


@pytest.mark.usefixtures("backend")
@pytest.mark.parametrize("field", ["id", "title", "source", "url"])
@pytest.mark.parametrize("sign", ["\0", "\ud800"], ids=["NUL", "half a character"])
def test_signs_that_no_database_holds_do_not_stop_the_rest(
    run: Run, folder: Path, field: str, sign: str
) -> None:
    line = {"id": "x", "text": "A drone hit Sumy on Sunday, killing two.", field: f"a{sign}b"}
    (folder / "x.jsonl").write_text(json.dumps(line) + "\n")
    done = run("add", "x.jsonl", "reports")
    assert "2 articles read" in done.stderr or "3 articles read" in done.stderr
    assert run("db", "check").exit_code == 0


def test_a_full_disk_is_told_and_what_was_stored_stays(folder: Path) -> None:
    text = "\n".join(f"Drones hit Sumy on {day} May 2025, killing two." for day in range(1, 29))
    lines = [{"id": f"n{number}", "text": f"{text} {number}"} for number in range(12)]
    (folder / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    command = [sys.executable, "-m", "mapper", "--db", "small.db"]

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    done = subprocess.run(
        [*command, "add", "many.jsonl"],
        capture_output=True,
        text=True,
        preexec_fn=limited,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        "mapper: Project file 'small.db': the disk is full or failing; make room and run"
    )
    for args in (["db", "check"], ["add", "many.jsonl"], ["db", "check"]):
        again = subprocess.run([*command, *args], capture_output=True, text=True, check=False)
        assert again.returncode == 0, again.stderr
    with store.opened("small.db", create=False) as project:
        assert len(list(store.articles(project))) == 12


def test_kills_full_disks_and_programs_at_once_lose_nothing() -> None:
    server = os.environ.get("MAPPER_TEST_POSTGRESQL")
    also = ["--postgresql", server] if server else []
    size = ["--moments", "3", "--disks", "1", "--articles", "10"]
    done = subprocess.run(
        [sys.executable, str(CRASH), *size, *also], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = done.stdout.splitlines()[2:]
    assert len(rows) == (5 if server else 3)
    assert all(row.endswith("nothing wrong | reached |") for row in rows)
