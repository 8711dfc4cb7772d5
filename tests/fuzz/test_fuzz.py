"""The fuzzer finds what it is made to find, and nothing in the readers at first sight."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = """
import os, random, signal, socket, sys, tempfile, time
sys.path.insert(0, "benchmarks")
import fuzz
from mapper.errors import ArticleError

def refuses(data): raise ArticleError("no article")
def crashes(data): {}[data]
def hangs(data):
    while True: pass
def opens(data): open("/etc/passwd").close()
def removes(data):
    try: os.remove("/nowhere/at/all")
    except OSError: pass
def connects(data): socket.getaddrinfo("127.0.0.1", 80)
def is_silent(data): raise ArticleError(" ")

def waits(data): time.sleep(30)

fuzz.MOST_S, fuzz.MOST_WAITING_S = 0.3, 2.0
for number in (signal.SIGALRM, signal.SIGPROF): signal.signal(number, fuzz._hang)
watched = fuzz.Watched(allowed=(tempfile.gettempdir(), sys.prefix, sys.base_prefix))
sys.addaudithook(watched.hear)
print(fuzz.failure(globals()[sys.argv[1]], b"x", watched))
"""


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        ("refuses", "None"),
        ("crashes", "KeyError"),
        ("hangs", "no answer within 0.3 s"),
        ("waits", "no answer within 0.3 s"),
        ("opens", "touched: opened '/etc/passwd'"),
        ("removes", "touched: os.remove '/nowhere/at/all'"),
        ("connects", "touched: socket.getaddrinfo"),
        ("is_silent", "ArticleError without a word"),
    ],
)
def test_what_is_planted_is_found(plant: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLANTED, plant], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(told)


def test_the_same_seed_makes_the_same_inputs() -> None:
    code = (
        "import hashlib, random, sys\nsys.path.insert(0, 'benchmarks')\n"
        "import fuzz_inputs as made\n"
        "for name in ('page', 'lines', 'feed', 'archive', 'packed', 'text', 'dump'):\n"
        "    data = getattr(made, name)(random.Random('1/2'))\n"
        "    print(hashlib.sha256(data).hexdigest())\n"
    )
    run = [sys.executable, "-c", code]
    first, second = (
        subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert first == second
    assert len(set(first.split())) == 7


def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/fuzz.py", "--seconds", "5", "--keep", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert len(done.stdout.splitlines()) == 11
