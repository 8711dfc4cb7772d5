"""`mapper add --feed` takes what is new, once, and no more than it was asked for."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from mapper.cli import cli

if TYPE_CHECKING:
    from tests.conftest import Reply, Website

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own; an unexpected exception fails the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAPPER_DB", raising=False)

    def run_(*args: str) -> Result:
        return CliRunner().invoke(cli, list(args), catch_exceptions=False)

    return run_


@pytest.fixture
def follow(run: Run, website: "Website") -> Run:
    """Read the feed of the website."""

    def follow_(*args: str, path: str = "/feed") -> Result:
        return run("add", "--feed", website.url + path, "--allow-private", *args)

    return follow_


def words(number: int) -> str:
    return f"A missile struck the port of Odesa on Saturday, killing {number} people, police said."


def put_articles(website: "Website", numbers: range, head: str = "") -> None:
    for number in numbers:
        body = f"<article><p>{words(number)}</p></article>"
        page = f"<html><head>{head}</head><body>{body}</body></html>"
        website.put(f"/{number}", page)


def put_feed(website: "Website", numbers: range, etag: str = "") -> None:
    items = "".join(
        f"<item><title>Port hit, {number}</title><link>{website.url}/{number}</link>"
        f"<guid isPermaLink='false'>n-{number}</guid>"
        "<pubDate>Sat, 24 May 2025 06:40:00 GMT</pubDate></item>"
        for number in numbers
    )
    text = f"<rss version='2.0'><channel><title>The Daily</title>{items}</channel></rss>"
    website.put("/feed", text, "application/rss+xml")
    found = website.replies["/feed"]
    if etag and not callable(found):
        found.headers["ETag"] = etag


def articles(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("articles", "list", "--json").stdout.splitlines()]


def test_new_articles_come_once(follow: Run, run: Run, website: "Website") -> None:
    put_articles(website, range(1, 6))
    put_feed(website, range(1, 4))
    first = follow()
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.startswith("3 articles read")
    website.asked.clear()
    put_feed(website, range(1, 6))
    assert follow().stderr.startswith("2 articles read")
    assert website.pages == ["/feed", "/4", "/5"]
    assert len(articles(run)) == 5


def test_a_feed_that_did_not_change_is_not_read_again(follow: Run, website: "Website") -> None:
    put_articles(website, range(1, 3))
    put_feed(website, range(1, 3), etag='"one"')
    follow()
    website.asked.clear()
    website.headers.clear()
    done = follow()
    assert done.exit_code == 0
    assert website.pages == ["/feed"]
    assert website.headers[-1]["if-none-match"] == '"one"'


def test_what_was_left_by_the_limit_comes_next_time(follow: Run, website: "Website") -> None:
    put_articles(website, range(1, 6))
    put_feed(website, range(1, 6), etag='"one"')
    first = follow("--limit", "2")
    assert first.stderr.splitlines()[1] == "mapper: 3 new articles left for the next run"
    assert website.pages == ["/feed", "/1", "/2"]
    follow("--limit", "2")
    third = follow("--limit", "2")
    assert third.stderr.startswith("1 article read")
    assert website.pages.count("/1") == 1


def test_day_title_and_source_come_from_the_feed_where_the_page_says_none(
    follow: Run, run: Run, website: "Website"
) -> None:
    put_articles(website, range(1, 2))
    said = (
        '<title>Its own title</title><meta property="article:published_time" content="2025-05-20">'
    )
    put_articles(website, range(2, 3), said)
    put_feed(website, range(1, 3))
    follow()
    first, second = articles(run)
    shown = [first[name] for name in ("title", "source", "published", "basis", "url")]
    assert shown == ["Port hit, 1", "The Daily", "2025-05-24", "feed", f"{website.url}/1"]
    assert (second["title"], second["published"]) == ("Its own title", "2025-05-20")
    assert second["basis"] == "metadata"


def test_an_article_that_came_in_another_way_is_not_fetched(
    follow: Run, run: Run, website: "Website", tmp_path: Path
) -> None:
    entry = {"text": words(1), "url": f"{website.url}/1"}
    (tmp_path / "a.jsonl").write_text(json.dumps(entry))
    run("add", "a.jsonl")
    put_feed(website, range(1, 2))
    assert follow().exit_code == 0
    assert website.pages == ["/feed"]


def test_an_entry_with_another_address_and_the_same_id_is_known(
    follow: Run, website: "Website"
) -> None:
    put_articles(website, range(1, 2))
    put_feed(website, range(1, 2))
    follow()
    found = website.replies["/feed"]
    assert not callable(found)
    website.put("/feed", found.body.replace(b"/1<", b"/1?from=feed<"), "application/rss+xml")
    website.asked.clear()
    follow()
    assert website.pages == ["/feed"]


def test_the_same_words_on_two_pages_are_one_article(
    follow: Run, run: Run, website: "Website"
) -> None:
    for path in ("/1", "/2"):
        website.put(path, f"<html><body><article><p>{words(1)}</p></article></body></html>")
    put_feed(website, range(1, 3))
    done = follow()
    assert done.exit_code == 0
    assert done.stderr.startswith("2 articles read, 1 of them already there")
    assert len(articles(run)) == 1


def test_an_article_that_was_taken_out_stays_out(follow: Run, run: Run, website: "Website") -> None:
    put_articles(website, range(1, 2))
    put_feed(website, range(1, 2))
    follow()
    (article,) = articles(run)
    run("articles", "remove", article["id"])
    follow()
    assert articles(run) == []


def test_a_page_that_fails_is_named_the_rest_read_and_the_page_tried_three_times(
    follow: Run, website: "Website", reply: "type[Reply]"
) -> None:
    put_articles(website, range(2, 3))
    put_feed(website, range(1, 3), etag='"one"')
    website.replies["/1"] = reply(status=500)
    first = follow()
    assert first.exit_code == 1
    assert f"{website.url}/1: the server answered 500" in first.stderr
    assert first.stderr.splitlines()[-1].startswith("1 article read")
    for _ in range(4):
        follow()
    assert website.pages.count("/1") == 3


@pytest.mark.parametrize("what", ["gone", "no article"])
def test_a_page_that_will_never_be_an_article_is_tried_once(
    follow: Run, website: "Website", what: str
) -> None:
    if what == "no article":
        website.put("/1", "<html><body><p>Menu</p></body></html>")
    put_feed(website, range(1, 2))
    assert follow().exit_code == 1
    assert follow().exit_code == 0
    assert website.pages.count("/1") == 1


def test_a_server_that_wants_to_be_left_alone_is(
    follow: Run, website: "Website", reply: "type[Reply]"
) -> None:
    put_feed(website, range(1, 4))
    website.replies["/1"] = reply(status=429, headers={"Retry-After": "60"})
    done = follow()
    assert website.pages == ["/feed", "/1"]
    assert "3 new articles left for the next run" in done.stderr


def test_what_robots_txt_closes_is_named_and_the_rest_read(follow: Run, website: "Website") -> None:
    put_articles(website, range(1, 3))
    put_feed(website, range(1, 3))
    website.put("/robots.txt", "User-agent: *\nDisallow: /1")
    done = follow()
    assert done.exit_code == 1
    assert "robots.txt" in done.stderr
    assert website.pages == ["/feed", "/2"]
    assert follow("--ignore-robots").exit_code == 0
    assert "/1" in website.pages


def test_a_feed_cannot_lead_into_a_private_network(
    follow: Run, run: Run, website: "Website"
) -> None:
    put_feed(website, range(1, 2))
    done = run("add", "--feed", f"{website.url}/feed")
    assert done.exit_code == 1
    assert "--allow-private" in done.stderr
    assert website.asked == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<!DOCTYPE html><p>Welcome", "is a page and no feed"),
        ("", "is empty, and no feed"),
        ("Not found", "is no XML"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>", "declares entities"),
    ],
    ids=["page", "empty", "text", "entities"],
)
def test_a_feed_that_is_none_is_told_in_one_line(
    follow: Run, website: "Website", body: str, reason: str
) -> None:
    website.put("/feed", body, "application/rss+xml")
    done = follow()
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"mapper: {website.url}/feed: ")
    assert reason in lines[0]
    assert lines[1] == "0 articles read, 0 incidents (0 new), 1 failed"


def put_sitemaps(website: "Website", stamps: dict[str, str]) -> None:
    """An index of sitemaps a and b, of which each names one article."""
    parts = "".join(
        f"<sitemap><loc>{website.url}/{name}.xml</loc><lastmod>{stamp}</lastmod></sitemap>"
        for name, stamp in stamps.items()
    )
    website.put("/feed", f"<sitemapindex>{parts}</sitemapindex>", "application/xml")
    for number, name in enumerate(stamps, start=1):
        page = f"<url><loc>{website.url}/{number}</loc></url>"
        website.put(f"/{name}.xml", f"<urlset>{page}</urlset>", "application/xml")


def test_an_index_of_sitemaps_is_followed_and_what_did_not_change_is_not(
    follow: Run, run: Run, website: "Website"
) -> None:
    put_articles(website, range(1, 4))
    put_sitemaps(website, {"a": "2025-05-01", "b": "2025-05-02"})
    assert follow().stderr.startswith("2 articles read")
    assert website.pages == ["/feed", "/b.xml", "/2", "/a.xml", "/1"]
    website.asked.clear()
    put_sitemaps(website, {"a": "2025-05-03", "b": "2025-05-02"})
    page = f"<url><loc>{website.url}/3</loc></url>"
    website.put("/a.xml", f"<urlset>{page}</urlset>", "application/xml")
    assert follow().stderr.startswith("1 article read")
    assert website.pages == ["/feed", "/a.xml", "/3"]


def test_an_index_that_names_itself_ends(follow: Run, website: "Website") -> None:
    parts = "".join(
        f"<sitemap><loc>{website.url}/feed{suffix}</loc></sitemap>" for suffix in ("", "?2", "?2")
    )
    for path in ("/feed", "/feed?2"):
        website.put(path, f"<sitemapindex>{parts}</sitemapindex>", "application/xml")
    assert follow().exit_code == 0
    assert website.pages == ["/feed", "/feed?2"]


def test_a_run_that_is_cut_off_forgets_nothing_and_fetches_nothing_twice(
    follow: Run, run: Run, website: "Website", monkeypatch: pytest.MonkeyPatch
) -> None:
    put_articles(website, range(1, 4))
    put_feed(website, range(1, 4))

    def cut_off() -> "Reply":
        raise_at["now"] = True
        return website.replies["/1"]  # type: ignore[return-value]

    raise_at: dict[str, bool] = {}
    website.replies["/2"] = cut_off
    from mapper.pipeline import _add_one

    def add_one(*given: Any) -> Any:
        if raise_at:
            raise KeyboardInterrupt
        return _add_one(*given)

    with monkeypatch.context() as patch:
        patch.setattr("mapper.pipeline._add_one", add_one)
        assert follow().exit_code == 1
    put_articles(website, range(2, 3))
    website.asked.clear()
    assert follow().stderr.startswith("2 articles read")
    assert website.pages == ["/feed", "/2", "/3"]
    assert len(articles(run)) == 3


def test_a_project_file_of_an_older_version_is_read_and_added_to(
    follow: Run, run: Run, website: "Website", tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(words(9))
    run("add", "a.txt")
    with sqlite3.connect("output/incidents.db") as connection:
        for table in ("retrieval", "feed", "feed_entry"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE meta SET value = '3' WHERE key = 'schema_version'")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    (article,) = articles(run)
    shown = json.loads(run("articles", "show", "--json", article["id"]).stdout)
    assert shown["retrieved"] is None
    put_articles(website, range(1, 2))
    put_feed(website, range(1, 2))
    assert follow().exit_code == 0
    assert run("articles", "remove", article["id"]).exit_code == 0
    assert follow().exit_code == 0
    assert website.pages.count("/1") == 1


@pytest.mark.parametrize(
    "args",
    [
        ("--limit", "3", "a.txt"),
        ("--feed", "https://h.example/", "--date", "2025-05-24"),
        ("--feed", "https://h.example/", "--title", "T"),
        ("--feed", "https://h.example/", "--limit", "0"),
        ("--pause", "-1", "a.txt"),
    ],
    ids=["limit without a feed", "date", "title", "no article", "negative pause"],
)
def test_wrong_usage_ends_with_2(run: Run, tmp_path: Path, args: tuple[str, ...]) -> None:
    assert run("add", *args).exit_code == 2
    assert list(tmp_path.iterdir()) == []
