"""The article out of HTML pages of several layouts."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.article.cleaning import clean_text
from mapper.article.page import read_page
from mapper.errors import ArticleError

STRIKE = "A missile hit the port of Aden on Thursday, killing three people."


def lines(html: str) -> list[str]:
    return [line for line in clean_text(read_page(html).text).split("\n") if line]


BLOG = """<html lang="en-GB"><head><title>Two killed in Aden | The Steppe Post</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Two killed in Aden", "datePublished": "2025-03-11T09:12:00+02:00",
"publisher": {"@type": "Organization", "name": "The Steppe Post"}}</script></head>
<body class="single newsletter-open"><header class="site-header"><a href="/">The Steppe Post</a>
<div class="menu"><ul><li><a href="/a">News</a></li><li><a href="/b">Kyiv</a></li></ul></div>
</header>
<div class="post"><h1>Two killed in Aden</h1>
<div class="entry-meta">By <a href="/x">Ann Odesa</a>
<time datetime="2025-03-11">11 March</time></div>
<div class="entry-content">
<p>Two people were killed on Tuesday when a <strong>glide bomb</strong> hit a clinic in Aden.</p>
<div class="sharedaddy"><h3>Share this:</h3>
<ul><li><a>Facebook</a></li><li><a>X</a></li></ul></div>
<p>Three more were wounded in Lahij.<br><br>The shelling of Mocha went on until noon.</p>
<figure><img src="a.jpg"><figcaption>A street in Taiz. Photo: Ada Stone</figcaption></figure>
<h2>What the army says</h2><p>The army said it had hit a <i>command post</i>.</p>
<ul><li>Aden: two dead.</li><li>Lahij: three wounded, <b>one of them</b> a child.</li></ul>
<blockquote><p>"We heard it coming," said a nurse.</p></blockquote>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Strike on Lviv kills nine</a></li>
<li><a href="/2">Mariupol: the story</a></li></ul></div></div></div>
<div id="comments"><h2>Leave a Reply</h2><p>I live in Odessa, Texas, and nine died here.</p></div>
<div class="widget-area"><p>News from Washington every day, with analysis and pictures.</p></div>
<footer><p>Copyright 2025 The Steppe Post, Vilnius.</p></footer></body></html>"""


def test_a_blog_post_is_read_without_its_surroundings() -> None:
    assert lines(BLOG) == [
        "Two people were killed on Tuesday when a glide bomb hit a clinic in Aden.",
        "Three more were wounded in Lahij.",
        "The shelling of Mocha went on until noon.",
        "## What the army says",
        "The army said it had hit a command post.",
        "- Aden: two dead.",
        "- Lahij: three wounded, one of them a child.",
        '"We heard it coming," said a nurse.',
    ]


def test_the_metadata_of_a_page_are_read() -> None:
    page = read_page(BLOG)
    assert (page.title, page.source) == ("Two killed in Aden", "The Steppe Post")
    assert (page.published, page.language) == (dt.date(2025, 3, 11), "en-GB")


def test_a_live_blog_of_blocks_keeps_every_entry_in_order() -> None:
    entries = "".join(
        f'<div class="live-entry"><time>1{hour}:05</time><h3>Raid {hour}</h3>'
        f"<p>Raid number {hour} hit the town of Lahij and hurt {hour} people.</p></div>"
        for hour in range(9, 0, -1)
    )
    found = lines(f"<html><body><main><h1>Live</h1>{entries}</main></body></html>")
    assert [line for line in found if line.startswith("Raid number")] == [
        f"Raid number {hour} hit the town of Lahij and hurt {hour} people."
        for hour in range(9, 0, -1)
    ]
    assert found.count("19:05") == 1


def test_a_live_blog_of_list_items_keeps_stamps_and_labels() -> None:
    html = (
        '<html><body><article><h1>Live</h1><ul class="live"><li><b>16:55</b> <b>Goma.</b> Fighters'
        " ambushed a patrol near Goma, killing two.</li><li><p><strong>15:10</strong> <strong>Bunia"
        ".</strong> Nothing happened in Bunia, the army said.</p></li></ul></article></body></html>"
    )
    assert lines(html) == [
        "- **16:55** **Goma.** Fighters ambushed a patrol near Goma, killing two.",
        "- **15:10** **Bunia.** Nothing happened in Bunia, the army said.",
    ]


def test_a_bulletin_keeps_its_labels() -> None:
    html = (
        "<html><body><div><p>Situation as of 08:00.</p><p><strong>Sumy region.</strong> A drone "
        "hit a school. Two were hurt.</p>"
        "<p><strong>Donetsk region</strong><br>Kramatorsk: 3 killed."
        "<br>"
        "Pokrovsk: 2 wounded.</p></div></body></html>"
    )
    assert lines(html) == [
        "Situation as of 08:00.",
        "**Sumy region.** A drone hit a school. Two were hurt.",
        "**Donetsk region**",
        "Kramatorsk: 3 killed.",
        "Pokrovsk: 2 wounded.",
    ]


def test_a_page_laid_out_with_tables_is_read() -> None:
    html = (
        "<html><body><table><tr><td><a href=1>Home</a><br><a href=2>World</a></td><td><b>Fire in "
        f"Aden</b><p>{STRIKE}<p>Nobody has claimed the attack.</td></tr></table></body></html>"
    )
    assert lines(html) == ["**Fire in Aden**", STRIKE, "Nobody has claimed the attack."]


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body><article><p>{STRIKE}</p></article></body></html>",
        f"<p>{STRIKE}</p>",
        f"<h1>Port hit</h1>\n<p>{STRIKE}</p>",
        f"<html><body><div id=cookie-page class=sidebar><p>{STRIKE}</p></div></body></html>",
        f"<html><body><nav><a href=/>Kyiv</a></nav><p>{STRIKE}</p></body></html>",
    ],
    ids=["article", "paragraph alone", "no html tag", "odd class names", "navigation"],
)
def test_a_single_sentence_is_an_article(html: str) -> None:
    assert lines(html)[-1] == STRIKE


@pytest.mark.parametrize(
    "html",
    [
        "<html><head><title>x</title></head><body></body></html>",
        "<html><body><nav><ul><li><a href=/>Home</a></li></ul></nav><footer>2025</footer></body>",
        "<html><body><form><input></form><p>Please log in.</p></body></html>",
        "<html><body><ul>"
        + "".join(
            f"<li><a href=/{i}>Strike on town {i} kills five, police say.</a>" for i in "1234"
        )
        + "</ul></body></html>",
        "plain words without a single tag in them, and they go on for a while.",
        "<math ><h1 ><p>",
    ],
    ids=["empty body", "navigation", "form", "list of links", "no page", "formula at the root"],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(ArticleError, match="no article|no HTML"):
        read_page(html)


@pytest.mark.parametrize(
    "bold",
    [
        "<b><b>{}</b></b>",
        "<strong><b>{}</b></strong>",
        "<b>{}<b>{}</b></b>",
        "<b><i><b>{}</b></i></b>",
    ],
)
def test_bold_words_within_bold_words_are_bold_once(bold: str) -> None:
    html = f"<html><body><p>{bold.replace('{}', 'Odesa.')} {STRIKE}</p></body></html>"
    words = "Odesa." * bold.count("{}")
    assert lines(html) == [f"**{words}** {STRIKE}"]


def test_markup_in_text_stays_text() -> None:
    html = f"<html><body><p>{STRIKE} &lt;script&gt;alert(1)&lt;/script&gt;</p></body></html>"
    assert lines(html) == [f"{STRIKE} <script>alert(1)</script>"]


TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<ul><li>", "</li></ul>", "<h2>", "</h2>", "<article>", "<div>"]
    + [
        "</div>",
        "<table><tr><td>",
        "</table>",
        "<time>",
        "<a href=x>",
        "</a>",
        STRIKE,
        "<br>",
        "\x00",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(TAGS, max_size=30).map("".join))
def test_any_page_is_read_or_refused(html: str) -> None:
    try:
        assert read_page(html).text
    except ArticleError as error:
        assert "no " in str(error)
