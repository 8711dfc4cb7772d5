"""What came from the web can be proven when the page is gone."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import Result

from mapper.store.packing import pack, unpack

if TYPE_CHECKING:
    from tests.conftest import Reply, Website

Run = Callable[..., Result]
TEXT = "A missile struck the port of Odesa on Saturday, killing three people, the police said."
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()


@pytest.fixture
def article(run: Run, website: "Website", reply: "type[Reply]") -> str:
    """The id of an article that came from the web, through a redirect."""
    website.put("/there", PAGE)
    website.replies["/here"] = reply(status=302, headers={"Location": "/there"})
    assert run("add", "--allow-private", website.url + "/here").exit_code == 0
    website.replies.clear()
    return hashlib.sha256(TEXT.encode()).hexdigest()[:16]


def proof(run: Run, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("articles", "prove", "--json", *args).stdout)
    return found


def test_show_tells_when_and_from_where_a_page_came(
    run: Run, article: str, website: "Website"
) -> None:
    shown = json.loads(run("articles", "show", "--json", article).stdout)
    assert shown["url"] == f"{website.url}/here"
    assert shown["retrieved_from"] == f"{website.url}/there"
    assert shown["page_sha256"] == hashlib.sha256(PAGE).hexdigest()
    assert shown["page_bytes"] == len(PAGE)
    assert shown["retrieved"].endswith("+00:00")
    assert f"  retrieved: {shown['retrieved']}\n" in run("articles", "show", article).stdout


def test_the_quotes_of_an_article_are_proven(run: Run, article: str) -> None:
    done = run("articles", "prove", article)
    assert done.exit_code == 0
    assert "the text that was stored" in done.stdout
    assert "quotes: 1 of 1 stand in it" in done.stdout
    assert proof(run, article)["text_sha256"].startswith(article)


def test_the_first_retrieval_stands(run: Run, article: str, website: "Website") -> None:
    before = proof(run, article)
    website.put("/here", PAGE.replace(b"<body>", b"<body><!-- later -->"))
    assert run("add", "--allow-private", f"{website.url}/here").exit_code == 0
    assert proof(run, article) == before


def test_a_copy_of_the_page_is_told_from_another_page(run: Run, article: str, folder: Path) -> None:
    (folder / "copy.html").write_bytes(PAGE)
    (folder / "other.html").write_bytes(PAGE + b"\n")
    assert run("articles", "prove", "--page", "copy.html", article).exit_code == 0
    done = run("articles", "prove", "--page", "other.html", article)
    assert done.exit_code == 1
    assert "NOT the page that was read" in done.stdout


def test_a_text_that_somebody_changed_is_told(run: Run, article: str) -> None:
    connection = sqlite3.connect("output/incidents.db")
    ((packed,),) = connection.execute("SELECT packed FROM article").fetchall()
    other = pack(unpack(packed).replace("three", "four"))
    connection.execute("UPDATE article SET packed = ?", (other,))
    connection.commit()
    connection.close()
    done = run("articles", "prove", article)
    assert done.exit_code == 1
    assert "NOT what was stored" in done.stdout
    assert "not at its place: report" in done.stdout


def test_an_article_from_a_file_has_no_page(run: Run) -> None:
    run("add", "reports/odesa.md")
    ident = json.loads(run("articles", "list", "--json").stdout)["id"]
    assert "page: none" in run("articles", "prove", ident).stdout
    assert proof(run, ident)["retrieved"] is None


def test_an_unknown_article_is_named(run: Run, article: str) -> None:
    done = run("articles", "prove", "nowhere")
    assert done.exit_code == 1
    assert "There is no article 'nowhere'" in done.stderr
