"""A folder is watched: each file comes once, when it is complete, and again when it changed."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mapper.article import ReadOptions, UnreadableArticle, read
from mapper.article.watching import Pace, watch


class Somebody:
    """Does the next thing in the folder whenever the watcher sleeps; time goes on by that."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self.deeds = list(deeds)
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.deeds:
            self.deeds.pop(0)()

    def names(self, folder: Path, quiet_s: float = 2.0) -> Iterator[list[str]]:
        pace = Pace(interval_s=1.0, quiet_s=quiet_s, clock=lambda: self.now, sleep=self.sleep)
        for paths in watch(folder, pace, is_once=True):
            yield [path.relative_to(folder).as_posix() for path in paths]


def old(path: Path, text: str = "Text.") -> Path:
    """A file that nobody has written to for long."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (1e9, 1e9))
    return path


def test_what_is_there_comes_at_once_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.jsonl", ".hidden.txt", "d.pdf", ".git/e.txt", "f.warc.gz"):
        old(tmp_path / name)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    somebody = Somebody()
    assert list(somebody.names(tmp_path)) == [["a.md", "b.txt", "f.warc.gz", "sub/c.jsonl"]]
    assert somebody.now == 0.0


def test_a_file_that_is_being_written_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1")

    def more() -> None:
        path.write_text(path.read_text() + "2")

    somebody = Somebody(more, more, more)
    assert list(somebody.names(tmp_path)) == [["a.txt"]]
    assert somebody.now == 5.0
    assert path.read_text() == "1222"


def test_a_file_that_changes_comes_again_and_one_that_does_not_does_not(tmp_path: Path) -> None:
    old(tmp_path / "a.txt")
    old(tmp_path / "b.txt")
    seen = []
    for names in Somebody().names(tmp_path, quiet_s=0.0):
        seen.append(names)
        if len(seen) == 1:
            (tmp_path / "a.txt").write_text("Another text.")
    assert seen == [["a.txt", "b.txt"], ["a.txt"]]


def test_a_file_that_is_replaced_comes_again(tmp_path: Path) -> None:
    old(tmp_path / "a.txt", "One.")
    seen = []
    for names in Somebody().names(tmp_path):
        seen.append(names)
        if len(seen) == 1:
            old(tmp_path / "new", "Two.").rename(tmp_path / "a.txt")
    assert seen == [["a.txt"], ["a.txt"]]


def test_a_file_that_goes_before_it_is_complete_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1")
    assert list(Somebody(path.unlink).names(tmp_path)) == []


def test_a_file_with_a_time_in_the_future_is_waited_for_and_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1")
    os.utime(path, (time.time() + 1e6, time.time() + 1e6))
    somebody = Somebody()
    assert list(somebody.names(tmp_path)) == [["a.txt"]]
    assert somebody.now == 2.0


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.warc"])
def test_a_file_that_changes_while_it_is_read_is_no_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Somebody appends to the file between the first look at it and the last."""
    path = tmp_path / name
    path.write_bytes(b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n" * 9)
    looks = 0
    fstat = os.fstat

    def look(number: int) -> os.stat_result:
        nonlocal looks
        looks += 1
        if looks == 2:
            with path.open("ab") as file:
                file.write(b"\r\n")
        return fstat(number)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", look)
        results = list(read(str(path), options=ReadOptions()))
    (error,) = results
    assert isinstance(error, UnreadableArticle)
    assert error.may_pass
    assert "changed while it was read" in error.reason
