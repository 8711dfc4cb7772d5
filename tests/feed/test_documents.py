"""Feeds of all kinds name the same entries; what is no feed is told."""

import datetime as dt
import gzip
import random
import time

import pytest

from mapper.errors import ArticleError
from mapper.feed.document import read_document
from mapper.feed.model import Document, Entry, Part

URL = "https://h.example/news/feed.xml"
DAY = dt.date(2025, 5, 24)

RSS_2 = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Daily</title>
<link>https://h.example/</link><item><title>Port &amp;amp; pier hit</title>
<link>https://h.example/a</link><guid isPermaLink="false">n-1</guid>
<pubDate>Sat, 24 May 2025 23:40:00 -0400</pubDate>
<content:encoded><![CDATA[<p>Long.</p>]]></content:encoded></item></channel></rss>"""
RSS_091 = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<title>The Daily</title><item><title>Port &amp; pier hit</title><link>https://h.example/a</link>
</item></channel></rss>"""
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://h.example/"><title>The Daily</title></channel>
<item rdf:about="https://h.example/a"><title>Port &amp; pier hit</title>
<link>https://h.example/a</link><dc:date>2025-05-24T06:40:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><entry>
<title type="html">Port &amp;amp; &lt;b&gt;pier&lt;/b&gt; hit</title>
<link rel="self" href="/self"/><link rel="alternate" href="../a"/><id>tag:n-1</id>
<published>2025-05-24T06:40:00+03:00</published><updated>2025-06-01T00:00:00Z</updated>
</entry></feed>"""
ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Daily</title><entry>
<title>Port &amp; pier hit</title><link rel="alternate" type="text/html"
 href="https://h.example/a"/><id>tag:n-1</id><issued>2025-05-24T06:40:00Z</issued></entry></feed>"""
NO_PREFIX = """<rss version="2.0"><channel><title>The Daily</title><item>
<media:x a:b="c">y</media:x><title>Port &amp; pier hit</title><link>https://h.example/a</link><guid>n-1</guid>
<dc:date>2025-05-24</dc:date><pubDate>Sat, 24 May 2025 06:40 GMT</pubDate></item></channel>"""


def read(text: str | bytes, max_size: int = 20_000_000) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_document(data, URL, max_size)


@pytest.mark.parametrize(
    ("text", "ident", "day"),
    [
        pytest.param(RSS_2, "n-1", DAY, id="RSS 2.0"),
        pytest.param(RSS_091, None, None, id="RSS 0.91"),
        pytest.param(RSS_1, "https://h.example/a", DAY, id="RSS 1.0"),
        pytest.param(ATOM, "tag:n-1", DAY, id="Atom 1.0"),
        pytest.param(ATOM_03, "tag:n-1", DAY, id="Atom 0.3"),
        pytest.param(NO_PREFIX, "https://h.example/news/n-1", DAY, id="not well-formed"),
        pytest.param(gzip.compress(RSS_2.encode()), "n-1", DAY, id="packed"),
        pytest.param(RSS_2.replace("1.0", "1.1", 1).encode("utf-16"), "n-1", DAY, id="UTF-16"),
        pytest.param(
            RSS_2.replace('"1.0"?', '"1.0" encoding="koi8-r"?').encode("koi8-r"),
            "n-1",
            DAY,
            id="declared encoding",
        ),
    ],
)
def test_every_kind_of_feed_names_its_entries(
    text: str | bytes, ident: str | None, day: dt.date | None
) -> None:
    (entry,) = read(text).entries
    assert entry == Entry(
        url="https://h.example/a",
        id=ident,
        title="Port & pier hit",
        source="The Daily",
        published=day,
    )


def test_entries_without_an_address_of_the_web_are_left_out() -> None:
    links = ["javascript:alert(1)", "file:///etc/passwd", "", "mailto:a@h.example", "data:,x"]
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    assert read(f"<rss version='2.0'><channel>{items}</channel></rss>").entries == ()


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://h.example/old </loc><lastmod>2025-05-01</lastmod></url>
<url><loc>https://h.example/none</loc></url>
<url><loc>https://h.example/new</loc><news:news><news:publication><news:name>The Daily</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2025-05-24T06:40:00+03:00</news:publication_date>
<news:title>Port hit</news:title></news:news></url>
<url><loc>ftp://h.example/x</loc></url></urlset>"""


def test_a_sitemap_names_pages_the_last_one_first() -> None:
    assert read(SITEMAP).entries == (
        Entry(
            url="https://h.example/new",
            title="Port hit",
            source="The Daily",
            published=DAY,
            stamp="2025-05-24T06:40:00+03:00",
        ),
        Entry(url="https://h.example/old", stamp="2025-05-01"),
        Entry(url="https://h.example/none"),
    )


def test_a_sitemap_index_names_sitemaps() -> None:
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://h.example/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
    <sitemap><loc>https://h.example/2.xml.gz</loc><lastmod>2025-01-01</lastmod></sitemap>
    <sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>"""
    assert read(index).parts == (
        Part(url="https://h.example/2.xml.gz", stamp="2025-01-01"),
        Part(url="https://h.example/1.xml", stamp="2024-01-01"),
    )


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {'a' * n} '{('&' + 'a' * (n - 1) + ';') * 10}'>" for n in range(2, 12)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b" ", "is empty", id="empty"),
        pytest.param(b"Not found", "is no XML", id="text"),
        pytest.param(b'{"version": "https://jsonfeed.org"}', "is no XML", id="JSON"),
        pytest.param(b"\x89PNG\x00\x00", "is no XML", id="picture"),
        pytest.param(b"<svg><a/></svg>", "<svg>", id="other XML"),
        pytest.param(b"<!DOCTYPE html><p>Hi", "is a page and no feed", id="page"),
        pytest.param(
            b'<html><head><link rel=alternate type="application/rss+xml" href="/rss"></head>',
            "its feed is 'https://h.example/rss'",
            id="page that names its feed",
        ),
        pytest.param(
            (LAUGHS + "]><rss><channel><title>&aaaaaaaaaaa;</title></channel></rss>").encode(),
            "declares entities",
            id="entities that swell",
        ),
        pytest.param(
            (LAUGHS + "]><rss/>").encode("utf-16"), "declares entities", id="in another encoding"
        ),
        pytest.param(
            (OUTSIDE + "]><rss><channel><title>&a;</title></channel></rss>").encode(),
            "declares entities",
            id="entity of a file",
        ),
        pytest.param(gzip.compress(bytes(90_000_000)), "larger than 20,000,000", id="bomb"),
        pytest.param(b"<rss>" + b"<a/>" * 2_000_001, "too many elements", id="elements"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, reason: str) -> None:
    begun = time.process_time()
    with pytest.raises(ArticleError) as caught:
        read(data)
    assert reason in str(caught.value)
    assert time.process_time() - begun < 5.0


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<item>" * 5_000, id="deep"),
        pytest.param("<item><title>x</title></item>" * 50_000, id="many"),
        pytest.param(f"<item><link>https://h.example/{'a' * 3_000_000}</link></item>", id="long"),
        pytest.param("<item>" + "<link>https://h.example/</link>" * 50_000 + "</item>", id="links"),
        pytest.param(f"<item><title>{'&lt;a ' * 200_000}</title></item>", id="markup"),
        pytest.param(
            "<item " + " ".join(f"a{n}=''" for n in range(20_000)) + "/>", id="attributes"
        ),
    ],
)
def test_a_feed_that_wants_to_be_much_work_is_little(inside: str) -> None:
    begun = time.process_time()
    read(f"<rss version='2.0'><channel>{inside}</channel></rss>")
    assert time.process_time() - begun < 5.0


def test_any_damage_gives_entries_or_a_reason() -> None:
    chance = random.Random(3)
    for text in [RSS_2, RSS_1, ATOM, SITEMAP] * 50:
        data = bytearray(text.encode())
        for _ in range(chance.randint(1, 9)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            document = read(bytes(data))
        except ArticleError as error:
            assert str(error)
        else:
            assert all(one.url.startswith("http") for one in document.entries)
