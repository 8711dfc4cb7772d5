"""Articles from files, folders, standard input and the web, and what is said of broken ones."""

import datetime as dt
import gzip
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.article import Article, ReadOptions, UnreadableArticle, read

PROSE = "A drone hit the depot in Aden in the night and two guards were hurt, the mayor said."


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def one(source: str, options: ReadOptions | None = None) -> Article:
    (result,) = read(source, options=options)
    assert isinstance(result, Article), result
    return result


def refused(source: str, options: ReadOptions | None = None) -> UnreadableArticle:
    (result,) = read(source, options=options)
    assert isinstance(result, UnreadableArticle), result
    return result


def test_plain_text_is_an_article(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"Night of fire\n\n{PROSE}\n")
    article = one(path)
    assert article.text == f"Night of fire\n\n{PROSE}"
    assert (article.title, article.origin) == ("Night of fire", path)
    assert (article.published, article.published_basis) == (None, None)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "A.MD", "noextension"])
def test_front_matter_describes_the_article(tmp_path: Path, name: str) -> None:
    matter = (
        '---\ntitle: "Fire: a night"\nsource: Harbour Post\nurl: https://h.example/a\n'
        "published: 2025-08-14\nlanguage: en-GB\ntags: [a, b]\n---\n"
    )
    article = one(write(tmp_path, name, matter + PROSE))
    assert (article.title, article.source) == ("Fire: a night", "Harbour Post")
    assert (article.url, article.language) == ("https://h.example/a", "en")
    assert (article.published, article.published_basis) == (dt.date(2025, 8, 14), "front matter")
    assert article.text == PROSE


def test_options_win_over_front_matter(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\ntitle: Old\npublished: 2020-01-01\n---\n{PROSE}")
    options = ReadOptions(
        date=dt.date(2025, 1, 2), title="New", source="S", url="https://h.example/"
    )
    article = one(path, options)
    assert (article.title, article.source, article.url) == ("New", "S", "https://h.example/")
    assert (article.published, article.published_basis) == (dt.date(2025, 1, 2), "option")


def test_a_page_is_an_article(tmp_path: Path) -> None:
    html = (
        '<html lang="en"><head><meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2025-08-14T06:40:00+03:00">'
        f"<title>Night of fire</title></head><body><article><p>{PROSE}</p></article></body></html>"
    )
    article = one(write(tmp_path, "a.html", html))
    assert (article.text, article.title, article.source) == (PROSE, "Night of fire", "Harbour Post")
    assert (article.published, article.published_basis) == (dt.date(2025, 8, 14), "metadata")


def test_json_lines_keep_their_ids(tmp_path: Path) -> None:
    entries = [
        {"id": "x-1", "text": PROSE, "title": "T", "source": "S", "published": "2025-08-14"},
        {"id": 7, "text": PROSE + "\u2028It burned."},
        {"text": PROSE, "published": None, "language": "en"},
    ]
    text = "\n\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    first, second, third = read(write(tmp_path, "a.jsonl", text))
    assert isinstance(first, Article) and isinstance(second, Article) and isinstance(third, Article)
    assert (first.id, second.id, len(third.id)) == ("x-1", "7", 16)
    assert (first.title, first.published) == ("T", dt.date(2025, 8, 14))
    assert second.text == f"{PROSE}\nIt burned."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut', "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"title": "no text"}', 'no "text"'),
        ('{"text": 5}', 'no "text"'),
        ('{"text": " \\u200b "}', "no text"),
        ('{"text": "Two died.", "published": "2025-02-30"}', "no day of the calendar"),
        ("[" * 100_000, "not JSON"),
        ('{"text": ' + "9" * 5_000 + "}", "not JSON"),
    ],
    ids=["cut", "array", "no text", "number", "blank", "date", "deep", "long number"],
)
def test_a_broken_line_is_named_and_the_rest_is_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    good = json.dumps({"text": PROSE})
    path = write(tmp_path, "a.jsonl", f"{good}\n{line}\n{good}\n")
    first, second, third = read(path)
    assert isinstance(first, Article) and isinstance(third, Article)
    assert isinstance(second, UnreadableArticle)
    assert second.origin == f"{path}, line 2"
    assert reason in second.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Mathernová said: “Two died in Zaporizhzhia — Запоріжжя.”"
    assert one(write(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    html = (
        f'<html><head><meta charset="windows-1251"></head><body><p>Київ. {PROSE}</p></body></html>'
    )
    assert one(write(tmp_path, "a.html", html.encode("cp1251"))).text == f"Київ. {PROSE}"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\t\r\n", "empty"),
        ("a.txt", "\u200b\u200b".encode(), "no text"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        ("a.txt", "Київ під обстрілом уночі".encode("cp1251"), "not UTF-8"),
        ("a.txt", "Explosión en Kyiv".encode("latin-1"), "not UTF-8"),
        ("a.txt", b"\xff\xfeA", "UTF-16"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.md", b"---\ntitle: x\nTwo died.", "not closed"),
        ("a.md", b"---\ntitle: [x\n---\nTwo died.", "broken front matter"),
        ("a.md", b"---\ntitle: a: b\n---\nTwo died.", "broken front matter in line 2"),
        ("a.txt", b"---\n- a\n- b\n---\nTwo died.", "front matter"),
        ("a.md", b"---\n" + b"[" * 9000 + b"\n---\nTwo died.", "front matter"),
        ("a.md", b"---\npublished: 2025-02-30\n---\nTwo died.", "2025-02-30"),
        ("a.md", b"---\npublished: soon\n---\nTwo died.", "soon"),
        ("a.md", b"---\ntitle: x\n---\n", "no text"),
        ("a.jsonl", b"\n\n", "empty"),
    ],
)
def test_a_broken_file_is_named_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = write(tmp_path, name, content)
    error = refused(path)
    assert error.origin == path
    assert reason in error.reason
    assert str(error).startswith(f"{path}: ") and "\n" not in str(error)


def test_missing_and_impossible_files_are_named(tmp_path: Path) -> None:
    assert "No such file" in refused(str(tmp_path / "no.txt")).reason
    assert "not a file name" in refused("a\x00b.txt").reason


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def opened(*_: object, **__: object) -> None:
        pytest.fail("the file was opened")

    monkeypatch.setattr(Path, "open", opened)
    assert "20,000,000 bytes" in refused(str(path)).reason


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", PROSE)
    assert "larger than 10 bytes" in refused(path, ReadOptions(max_size=10)).reason
    assert one(path, ReadOptions(max_size=len(PROSE))).text == PROSE


def test_a_folder_is_read_in_order_and_in_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden/d.txt", "e.png", ".f.txt"):
        write(tmp_path, name, f"<p>{PROSE}</p>" if name.endswith("html") else f"{name}. {PROSE}")
    write(tmp_path, "c.txt", b"")
    results = list(read(str(tmp_path)))
    names = [Path(result.origin or "").name for result in results]
    assert names == ["a.md", "b.txt", "c.txt", "c.html"]
    assert [isinstance(result, Article) for result in results] == [True, True, False, True]


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.png", b"x")
    assert "no articles" in refused(str(tmp_path)).reason


def test_options_of_one_article_do_not_describe_many(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PROSE)
    many = write(tmp_path, "b.jsonl", '{"text": "Two died."}\n{"text": "Two fled."}\n')
    options = ReadOptions(date=dt.date(2025, 1, 2))
    assert "single" in refused(str(tmp_path), options).reason
    assert "single" in refused(many, options).reason


def test_the_same_text_has_the_same_id(tmp_path: Path) -> None:
    first = one(write(tmp_path, "a.txt", PROSE))
    second = one(write(tmp_path, "b.md", f"---\ntitle: x\n---\n{PROSE}\r\n"))
    other = one(write(tmp_path, "c.txt", f"{PROSE} It burned."))
    assert first.id == second.id != other.id
    assert len(first.id) == 16


def test_links_that_could_run_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"text": PROSE, "url": "javascript:alert(1)"}))
    assert one(path).url is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (PROSE, PROSE),
        (f"---\ntitle: x\n---\n{PROSE}", PROSE),
        (f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>", PROSE),
        (json.dumps({"text": PROSE}), PROSE),
        (f"<{PROSE}", f"<{PROSE}"),
    ],
    ids=["plain", "front matter", "page", "lines", "plain with a bracket"],
)
def test_standard_input_is_read_as_what_it_is(
    monkeypatch: pytest.MonkeyPatch, content: str, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    article = one("-")
    assert (article.text, (article.origin or "")[:14]) == (text, "standard input")


@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_reasons(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        for result in read("-"):
            if isinstance(result, Article):
                assert result.text.strip()
            else:
                assert result.reason and "\n" not in str(result)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a",
        "http://10.0.0.1/a",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/a",
        "http://[::ffff:127.0.0.1]/a",
        "http://0.0.0.0/a",
        "http:///a",
        "http://127.0.0.1:99999/a",
    ],
)
def test_private_and_impossible_addresses_are_refused(socket_enabled: None, url: str) -> None:
    assert any(word in refused(url).reason for word in ("private", "not a web address"))


class _Site(http.server.BaseHTTPRequestHandler):
    """A small site: the path says what the answer is."""

    def do_GET(self) -> None:
        page = f"<html><head><title>T</title></head><body><p>{PROSE}</p></body></html>".encode()
        kinds = {"/plain": "text/plain", "/pdf": "application/pdf"}
        if self.path == "/missing":
            self.send_error(404)
            return
        self.send_response(302 if self.path in ("/loop", "/file") else 200)
        self.send_header("Content-Type", kinds.get(self.path, "text/html; charset=utf-8"))
        if self.path == "/loop":
            self.send_header("Location", "/loop")
        if self.path == "/file":
            self.send_header("Location", "file:///etc/hostname")
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
            page = gzip.compress(page)
        self.end_headers()
        self.wfile.write(PROSE.encode() if self.path == "/plain" else page)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


HERE = ReadOptions(allow_private=True, timeout_s=5)


@pytest.mark.parametrize("path", ["/page", "/plain", "/packed", "/ünï?q=Київ"])
def test_a_url_is_an_article_that_knows_where_it_is_from(site: str, path: str) -> None:
    article = one(site + path, HERE)
    assert (article.text, article.url, article.origin) == (PROSE, site + path, site + path)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "404"),
        ("/pdf", "application/pdf"),
        ("/loop", "redirect"),
        ("/file", "not allowed"),
    ],
)
def test_a_failing_url_is_named_with_its_reason(site: str, path: str, reason: str) -> None:
    error = refused(site + path, HERE)
    assert error.origin == site + path
    assert reason in error.reason


def test_a_page_too_large_is_refused(site: str) -> None:
    options = ReadOptions(allow_private=True, timeout_s=5, max_size=50)
    assert "larger than 50 bytes" in refused(f"{site}/page", options).reason


def test_a_closed_port_is_named(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert "cannot be fetched" in refused("http://127.0.0.1:9/", HERE).reason
