"""At most one question a second to a public server, over all processes of the user."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapper.geocoder import Settings
from mapper.geocoder.settings import interval_of
from mapper.web.pace import cache_folder, turn


class Clock:
    """A clock that goes on when somebody sleeps."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def ask(clock: Clock, folder: Path, server: str = "example.org", takes_s: float = 0.0) -> None:
    with turn(server, 1.0, folder=folder, clock=clock, sleep=clock.sleep):
        clock.now += takes_s


def test_the_first_question_waits_for_nothing_and_the_next_for_the_rest(tmp_path: Path) -> None:
    clock = Clock()
    ask(clock, tmp_path)
    assert clock.slept == []
    clock.now += 0.25
    ask(clock, tmp_path)
    assert clock.slept == [0.75]
    clock.now += 5.0
    ask(clock, tmp_path)
    assert clock.slept == [0.75]


def test_the_rest_is_counted_from_the_end_of_a_question(tmp_path: Path) -> None:
    clock = Clock()
    ask(clock, tmp_path, takes_s=7.0)
    ask(clock, tmp_path)
    assert clock.slept == [1.0]


def test_each_server_has_a_pace_of_its_own(tmp_path: Path) -> None:
    clock = Clock()
    ask(clock, tmp_path, server="one.example.org")
    ask(clock, tmp_path, server="other.example.org")
    assert clock.slept == []


@pytest.mark.parametrize("shift_s", [-3600.0, -86_400.0 * 365, 3600.0])
def test_a_clock_that_is_set_delays_by_one_interval_at_most(tmp_path: Path, shift_s: float) -> None:
    clock = Clock(now=1e9)
    ask(clock, tmp_path)
    clock.now += shift_s
    ask(clock, tmp_path)
    assert sum(clock.slept) <= 1.0
    ask(clock, tmp_path)
    assert sum(clock.slept) <= 2.0


@pytest.mark.parametrize("text", ["", "later", "nan", "inf", "-inf", "\x00\x00", "9" * 100])
def test_a_file_that_makes_no_sense_delays_by_one_interval_at_most(
    tmp_path: Path, text: str
) -> None:
    clock = Clock()
    ask(clock, tmp_path)
    (file,) = (tmp_path / "pace").iterdir()
    file.write_text(text)
    ask(clock, tmp_path)
    assert sum(clock.slept) <= 1.0
    ask(clock, tmp_path)
    assert 1.0 <= sum(clock.slept) <= 2.0


def test_where_no_file_can_be_kept_each_question_waits(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    clock = Clock()
    ask(clock, blocked)
    ask(clock, blocked)
    assert clock.slept == [1.0, 1.0]


def test_processes_take_turns(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys, time\n"
        "from mapper.web.pace import turn\n"
        "for _ in range(3):\n"
        "    with turn('example.org', 0.2, folder=pathlib.Path(sys.argv[1])):\n"
        "        print(time.time(), flush=True)\n"
    )
    run = [sys.executable, "-c", code, str(tmp_path)]
    begun = [subprocess.Popen(run, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [process.communicate()[0] for process in begun]
    assert all(process.returncode == 0 for process in begun)
    times = sorted(float(line) for text in said for line in text.split())
    assert len(times) == 9
    gaps = [later - earlier for earlier, later in zip(times, times[1:], strict=False)]
    assert min(gaps) >= 0.2


def test_a_process_that_is_killed_while_it_waits_blocks_nobody(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from mapper.web.pace import turn\n"
        "for _ in range(2):\n"
        "    with turn('example.org', 60.0, folder=pathlib.Path(sys.argv[1])):\n"
        "        print('asked', flush=True)\n"
    )
    run = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asked\n"
        time.sleep(0.1)
        process.kill()
    clock = Clock(now=time.time())
    begun = time.monotonic()
    ask(clock, tmp_path)
    assert time.monotonic() - begun < 5.0


@pytest.mark.parametrize(
    ("url", "asked_s", "expected_s"),
    [
        (None, None, 1.0),
        (None, 0.0, 1.0),
        (None, 5.0, 5.0),
        ("http://127.0.0.1:8088", None, 0.0),
        ("http://[::1]:8088", None, 0.0),
        ("http://localhost", None, 0.0),
        ("http://192.168.1.5/nominatim", None, 0.0),
        ("http://127.0.0.1:8088", 2.0, 2.0),
        ("http://8.8.8.8", None, 1.0),
        ("http://8.8.8.8", 0.1, 1.0),
        ("http://0x7f.invalid", None, 1.0),
    ],
)
def test_public_servers_are_spared_and_ones_own_are_not(
    socket_enabled: None, url: str | None, asked_s: float | None, expected_s: float
) -> None:
    settings = Settings(service="nominatim", url=url, interval_s=asked_s)
    server = "nominatim.openstreetmap.org" if url is None else url.split("/")[2]
    assert interval_of(settings, server) == expected_s


def test_the_pace_is_kept_in_the_users_cache_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "incident-mapper"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "incident-mapper"
