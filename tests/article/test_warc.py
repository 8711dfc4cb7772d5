"""WARC files, written by warcio as crawlers do: their pages are articles, and nothing else is."""

import datetime as dt
import gzip
import hashlib
import io
import random
import time
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from mapper.article import Article, ReadOptions, Retrieval, UnreadableArticle, read
from mapper.article.reading import Result

WORDS = "A missile struck the port of Odesa on Saturday, killing {} people, the police said."
HTML = "text/html; charset=utf-8"


def page(number: int) -> bytes:
    return f"<html><body><article><p>{WORDS.format(number)}</p></article></body></html>".encode()


def response(writer: WARCWriter, url: str, body: bytes, **changes: Any) -> None:
    """Write a response; `status`, `kind`, `headers`, `type`, `date` differ if they are given."""
    fields = [("Content-Type", changes.get("kind", HTML)), *changes.get("headers", [])]
    head = StatusAndHeaders(changes.get("status", "200 OK"), fields, protocol="HTTP/1.1")
    more = {"WARC-Date": changes.get("date", "2025-05-24T06:40:09Z")}
    kind = changes.get("type", "response")
    given = {} if kind == "resource" else {"http_headers": head}
    if kind == "resource":
        more["Content-Type"] = "text/html"
    record = writer.create_warc_record(
        url, kind, payload=io.BytesIO(body), length=len(body), warc_headers_dict=more, **given
    )
    writer.write_record(record)


@pytest.fixture(params=[True, False], ids=["gzip", "plain"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> "Archive":
    return Archive(tmp_path, packed=request.param)


class Archive:
    """A WARC file that is being written."""

    def __init__(self, folder: Path, *, packed: bool) -> None:
        self.path = folder / ("a.warc.gz" if packed else "a.warc")
        self.buffer = io.BytesIO()
        self.writer = WARCWriter(self.buffer, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "x"}))

    def read(self, **options: Any) -> list[Result]:
        self.path.write_bytes(self.buffer.getvalue())
        return list(read(str(self.path), options=ReadOptions(**options)))


def numbers(results: list[Result]) -> list[str | None]:
    return [result.url if isinstance(result, Article) else str(result) for result in results]


def test_a_page_is_an_article_that_knows_when_and_where_it_was_captured(archive: Archive) -> None:
    response(archive.writer, "https://h.example/a", page(3))
    (article,) = archive.read()
    assert isinstance(article, Article)
    assert (article.text, article.url) == (WORDS.format(3), "https://h.example/a")
    assert article.origin == f"{archive.path}, https://h.example/a"
    assert article.retrieval == Retrieval(
        at=dt.datetime(2025, 5, 24, 6, 40, 9, tzinfo=dt.UTC),
        url="https://h.example/a",
        sha256=hashlib.sha256(page(3)).hexdigest(),
        size=len(page(3)),
    )


def test_what_is_no_page_is_passed_over(archive: Archive) -> None:
    write = archive.writer
    response(write, "https://h.example/1", b"\x89PNG" + bytes(100_000), kind="image/png")
    response(write, "https://h.example/2", page(2), status="301 Moved")
    response(write, "https://h.example/3", page(3), status="500 Oops")
    response(write, "dns:h.example", b"1.2.3.4", type="resource")
    response(write, "https://h.example/4", page(4))
    response(write, "https://h.example/5", page(5), type="resource")
    assert numbers(archive.read()) == ["https://h.example/4", "https://h.example/5"]


def test_a_page_is_unpacked_and_put_together(archive: Archive) -> None:
    packed = gzip.compress(page(7))
    parts = [packed[:20], packed[20:]]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    how = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    response(archive.writer, "https://h.example/a", chunks, headers=how)
    response(archive.writer, "https://h.example/b", packed, headers=how)
    texts = [one.text for one in archive.read() if isinstance(one, Article)]
    assert texts == [WORDS.format(7)] * 2


def test_a_page_that_is_too_large_or_swells_is_named_and_the_rest_read(archive: Archive) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    response(archive.writer, "https://h.example/a", bytes(3_000_000))
    response(archive.writer, "https://h.example/b", bomb, headers=[("Content-Encoding", "gzip")])
    response(archive.writer, "https://h.example/c", page(1))
    large, swollen, article = archive.read(max_size=1_000_000)
    for error, name in ((large, "/a"), (swollen, "/b")):
        assert isinstance(error, UnreadableArticle)
        assert "larger than 1,000,000 bytes" in error.reason
        assert error.origin.endswith(name)
    assert isinstance(article, Article)


def test_an_archive_that_breaks_off_gives_what_is_there(archive: Archive) -> None:
    for number in range(3):
        response(archive.writer, f"https://h.example/{number}", page(number))
    whole = archive.buffer.getvalue()
    archive.buffer = io.BytesIO(whole[:-90])
    *articles, error = archive.read()
    assert numbers(articles) == ["https://h.example/0", "https://h.example/1"]
    assert isinstance(error, UnreadableArticle)
    assert "breaks off" in error.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"My notes\r\n\r\n", "is no WARC file", id="text"),
        pytest.param(gzip.compress(b"My notes"), "is no WARC file", id="packed text"),
        pytest.param(b"\x1f\x8b\x08\x00broken", "breaks off", id="packed rubbish"),
        pytest.param(b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", "'-1'", id="length"),
        pytest.param(b"WARC/1.0\r\nContent-Length: 9\r\n\r\n", "breaks off", id="too short"),
        pytest.param(b"WARC/1.0\r\n" + b"A: b\r\n" * 999, "more than 200 fields", id="fields"),
        pytest.param(b"WARC/1.0\r\nA: " + b"b" * 99_999, "a line has more", id="line"),
        pytest.param(gzip.compress(bytes(250_000_000)), "a line has more", id="bomb"),
        pytest.param(
            gzip.compress(b"WARC/1.0\r\nContent-Length: 250000000\r\n\r\n" + bytes(250_000_000)),
            "swells",
            id="bomb in a record",
        ),
    ],
)
def test_what_is_no_archive_is_refused_in_one_line(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    begun = time.process_time()
    (error,) = read(str(path))
    assert isinstance(error, UnreadableArticle)
    assert reason in error.reason
    assert time.process_time() - begun < 5.0


def test_options_that_describe_one_article_are_refused(archive: Archive) -> None:
    (error,) = archive.read(date=dt.date(2025, 5, 24))
    assert "describe a single one" in str(error)


def test_any_damage_gives_articles_or_reasons(archive: Archive) -> None:
    for number in range(4):
        response(archive.writer, f"https://h.example/{number}", page(number))
    whole = archive.buffer.getvalue()
    chance = random.Random(5)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        archive.buffer = io.BytesIO(bytes(data))
        for result in archive.read():
            assert isinstance(result, Article) or result.reason
