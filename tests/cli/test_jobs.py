"""`mapper add --jobs`: with worker processes comes what comes without them."""

import dataclasses
import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mapper.article import Article
from mapper.errors import MapperError
from mapper.lexicon import load_lexicon
from mapper.pipeline import Added, add, extractor_of
from mapper.pipeline.crew import Crew, Died, in_order
from mapper.pipeline.parallel import Work, crew_of
from mapper.store import incidents, open_store, opened, plans

QUALITY = Path(__file__).parents[1] / "quality"


def articles(*sets: str) -> list[Article]:
    from mapper.article import read

    found = (item for name in sets for item in read(str(QUALITY / name / "articles")))
    return [item for item in found if isinstance(item, Article)]


def added(path: Path, some: list[Article], jobs: int) -> list[Added]:
    """Add articles to a project file; give what was told of each."""
    told: list[Added] = []
    lexicon = load_lexicon()
    with opened(str(path), create=True) as project:
        run = extractor_of(project)
        if jobs == 1:
            add(project, some, run, lexicon=lexicon, told=told.append)
            return told
        work = Work(location=str(path), gazetteer=None, lexicon=lexicon)
        with crew_of(jobs, work) as crew:
            add(project, some, run, lexicon=lexicon, told=told.append, crew=crew)
    return told


def test_two_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = articles("dev", "field")
    monkeypatch.setattr(plans, "BATCH", 7)  # so that groups are worked out in many steps
    told = [added(tmp_path / f"{jobs}.db", some, jobs) for jobs in (1, 2)]
    assert told[0] == told[1]
    one, two = (open_store(str(tmp_path / f"{jobs}.db"), create=False) for jobs in (1, 2))
    assert len(incidents(one)) > 100
    assert incidents(one) == incidents(two)


def test_ids_do_not_depend_on_the_order_or_on_the_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = articles("dev")
    added(tmp_path / "a.db", some, 1)
    monkeypatch.setattr(plans, "BATCH", 3)
    added(tmp_path / "b.db", some[::-1], 1)
    one, other = (open_store(str(tmp_path / f"{name}.db"), create=False) for name in "ab")
    assert {i.id: {r.id for r in i.reports} for i in incidents(one)} == {
        i.id: {r.id for r in i.reports} for i in incidents(other)
    }


def test_an_article_that_comes_twice_or_is_refused_is_told_as_with_one_process(
    tmp_path: Path,
) -> None:
    second, third, *_ = articles("dev")
    first = Article(id="first", text=third.text, published=third.published)
    again = Article(id=first.id, text=first.text, title="A title", published=first.published)
    other = Article(id=first.id, text="Another text.", published=first.published)
    half = Article(id="half", text="Half a character: \ud800.", published=first.published)
    some = [first, first, again, other, second, half]
    told = [added(tmp_path / f"{jobs}.db", some, jobs) for jobs in (1, 2)]
    assert told[0] == told[1]
    assert [one.standing for one in told[1]] == ["new", "same", "described", None, "new", None]


@pytest.mark.parametrize("order", [1, -1], ids=["told first", "told last"])
def test_a_day_that_only_the_text_states_does_not_contradict_one_that_was_told(
    tmp_path: Path, order: int
) -> None:
    text = "KYIV, May 26, 2025 (AP) — A missile killed two people in Odesa on Sunday, police said."
    told = Article(id="a", text=text, published=dt.date(2025, 5, 27), published_basis="metadata")
    some = [told, dataclasses.replace(told, published=None, published_basis=None)][::order]
    came = [added(tmp_path / f"{jobs}.db", some, jobs) for jobs in (1, 2)]
    assert came[0] == came[1]
    assert [one.standing for one in came[1]] == ["new", "same" if order == 1 else "described"]


class Doubling:
    """A worker's work for tests of the crew: doubles numbers, and dies of some."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def __enter__(self) -> Callable[[list[int]], list[int]]:
        """Give what does a task."""
        return self.do

    def __exit__(self, *_: object) -> None:
        """Leave nothing."""

    def do(self, numbers: list[int]) -> list[int]:
        """Double numbers; die of 13, and the first time of 5."""
        if 13 in numbers:
            os.kill(os.getpid(), signal.SIGKILL)
        if 5 in numbers and not (self.folder / "five").exists():
            (self.folder / "five").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return [2 * number for number in numbers]


@pytest.fixture
def crew(tmp_path: Path) -> Iterator[Crew]:
    with Crew(2, Doubling, str(tmp_path)) as made:
        yield made


def test_what_a_killed_worker_had_is_done_by_another(crew: Crew) -> None:
    found = list(in_order(crew, range(40), list))
    assert [item for item, _ in found] == list(range(40))
    assert [result for _, result in found] == [
        Died(exit_code=-signal.SIGKILL) if number == 13 else 2 * number for number in range(40)
    ]


def test_few_items_are_taken_before_their_turn(crew: Crew) -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(100, 1100):
            taken.append(number)
            yield number

    ahead = [len(taken) - done for done, _ in enumerate(in_order(crew, source(), list))]
    assert max(ahead) <= 64


def _running(path: Path, *options: str) -> "subprocess.Popen[str]":
    code = "import sys; sys.argv[0] = 'mapper'; from mapper.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", f"if __name__ == '__main__':\n    {code}", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=path,
        stderr=subprocess.PIPE,
        text=True,
    )


def _children(pid: int) -> list[int]:
    task = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in task.read_text().split()] if task.exists() else []


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    rows = [
        {"id": f"{number}-{one.id}", "text": f"{one.text}\n\nNumber {number}.",
         "published": str(one.published)}
        for number in range(6) for one in articles("dev") if one.published
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def _until(done: Callable[[], bool]) -> None:
    for _ in range(1200):
        if done():
            return
        time.sleep(0.05)
    pytest.fail("nothing came of it in a minute")


def _count(path: Path) -> int:
    from mapper.errors import StoreError
    from mapper.store import articles as stored

    try:
        with opened(str(path), create=False) as project:
            return len(list(stored(project)))
    except StoreError:
        return 0


@pytest.mark.skipif(not Path("/proc").exists(), reason="children are looked up in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_an_add_that_is_cut_off_leaves_whole_articles_and_no_processes(
    tmp_path: Path, archive: Path, sent: signal.Signals
) -> None:
    running = _running(tmp_path, "--db", "p.db", "add", "--jobs", "2", str(archive))
    _until(lambda: _count(tmp_path / "p.db") > 3)
    workers = _children(running.pid)
    running.send_signal(sent)
    _, said = running.communicate(timeout=60)
    assert running.returncode != 0
    assert len(workers) >= 2
    _until(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in workers))
    assert "Traceback" not in said
    done = _running(tmp_path, "--db", "p.db", "add", "--jobs", "2", str(archive))
    _, said = done.communicate(timeout=300)
    assert done.returncode == 0
    assert re.search(r"\d+ of them already there", said)
    whole = _running(tmp_path, "--db", "q.db", "add", str(archive))
    whole.communicate(timeout=300)
    one, other = (open_store(str(tmp_path / name), create=False) for name in ("p.db", "q.db"))
    assert incidents(one) == incidents(other)


def test_errors_of_reading_pass_through(tmp_path: Path) -> None:
    told: list[Added] = []
    path = str(tmp_path / "p.db")
    with opened(path, create=True) as project:
        run = extractor_of(project)
        work = Work(location=path, gazetteer=None, lexicon=load_lexicon())
        with crew_of(2, work) as crew:
            add(project, [MapperError("no such file")], run, told=told.append, crew=crew)
    assert [one.error for one in told] == ["no such file"]
