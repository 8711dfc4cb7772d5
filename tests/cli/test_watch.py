"""`mapper watch`: what is put into a folder is on the map, until somebody ends it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
WORDS = "A missile struck the port of Odesa on 24 May 2025, killing {} people, the police said."


def texts(run: Run) -> int:
    return len(run("articles", "list", "--json").stdout.splitlines())


def test_once_adds_what_is_there_and_ends(run: Run, folder: Path) -> None:
    done = run("watch", "--once", "--quiet", "0", "reports")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "2 articles read, 2 incidents (2 new)\n"
    again = run("watch", "--once", "--quiet", "0", "reports")
    assert (again.exit_code, again.stderr) == (0, "")


def test_what_cannot_be_read_is_named_once(run: Run, folder: Path) -> None:
    (folder / "reports" / "broken.jsonl").write_text("{")
    done = run("watch", "--once", "--quiet", "0", "reports")
    assert done.exit_code == 1
    assert done.stderr.count("broken.jsonl") == 1
    assert texts(run) == 2


def test_an_empty_folder_is_no_failure(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert run("watch", "--once", "empty").exit_code == 0


def test_what_is_no_folder_is_wrong_usage(run: Run, folder: Path) -> None:
    assert run("watch", "nowhere").exit_code == 2
    assert run("watch", "reports/odesa.md").exit_code == 2


def _hear_ctrl_c() -> None:
    """Undo what a shell does to those that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextlib.contextmanager
def watching(*args: str) -> Iterator[subprocess.Popen[str]]:
    """A watcher of the folder `inbox` in a process of its own."""
    command = [sys.executable, "-m", "mapper", "watch", "--interval", "0.1", *args, "inbox"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, preexec_fn=_hear_ctrl_c
    ) as process:
        try:
            assert process.stderr is not None
            assert "end with Ctrl-C" in process.stderr.readline()
            yield process
        finally:
            process.kill()


def until(fits: Callable[[], bool]) -> bool:
    end = time.monotonic() + 30.0
    while not fits() and time.monotonic() < end:
        time.sleep(0.1)
    return fits()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=lambda how: how.name)
def test_what_appears_is_added_until_somebody_ends_it(
    run: Run, folder: Path, how: signal.Signals
) -> None:
    (folder / "inbox").mkdir()
    with watching("--quiet", "0.3") as process:
        assert process.stderr is not None
        (folder / "inbox" / "a.txt").write_text(WORDS.format(3))
        assert process.stderr.readline().startswith("1 article read")
        (folder / "inbox" / "a.txt").write_text(WORDS.format(4))
        assert process.stderr.readline().startswith("1 article read")
        process.send_signal(how)
        assert process.wait(20) == 0
        assert process.stderr.read() == "ended\n"
    assert texts(run) == 2


def test_a_file_that_grows_is_one_article(run: Run, folder: Path) -> None:
    (folder / "inbox").mkdir()
    with watching("--quiet", "4.0") as process:
        assert process.stderr is not None
        with (folder / "inbox" / "a.txt").open("w") as file:
            for number in range(1, 8):
                file.write(WORDS.format(number) + "\n\n")
                file.flush()
                os.fsync(file.fileno())
                time.sleep(0.2)
        assert process.stderr.readline().startswith("1 article read")
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    (line,) = run("articles", "list", "--json").stdout.splitlines()
    shown = run("articles", "show", json.loads(line)["id"]).stdout
    assert WORDS.format(1) in shown
    assert WORDS.format(7) in shown


def test_a_watcher_that_is_killed_leaves_a_sound_project(run: Run, folder: Path) -> None:
    (folder / "inbox").mkdir()
    lines = [json.dumps({"text": WORDS.format(number)}) for number in range(1, 200)]
    (folder / "inbox" / "a.jsonl").write_text("\n".join(lines))
    with watching("--quiet", "0") as process:
        assert until((folder / "output" / "incidents.db").is_file)
        time.sleep(0.3)
        process.kill()
        process.wait()
    assert run("watch", "--once", "--quiet", "0", "inbox").exit_code == 0
    assert texts(run) == 199
