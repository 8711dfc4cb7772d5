"""What text looks like when it has been cleaned."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.article.cleaning import clean_line, clean_text, strip_markdown

PROSE = "A drone hit the depot in the night and two guards were hurt, the mayor said."


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("five\u00a0people\u2009died", "five people died"),
        ("Za\u00adpo\u200brizh\u2060zhia\ufeff", "Zaporizhzhia"),
        ("\u202eKyiv\u202c \u2066Odesa\u2069", "Kyiv Odesa"),
        ("Ky\x00iv\x1b \ud800is", "Kyiv is"),
        ("Mathernova\u0301", "Mathernov\u00e1"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("  a   b  ", "  a b"),
        ("a\u2028b\x0cc", "a\nb\nc"),
        ("above\n-----\nbelow", "above\n\nbelow"),
    ],
    ids=[
        "line ends",
        "blanks",
        "invisible",
        "direction",
        "control",
        "composed",
        "blank lines",
        "runs of blanks",
        "separators",
        "rule",
    ],
)
def test_characters_have_one_form(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    "line",
    [
        "Read more:",
        "READ MORE: Ten dead in the harbour of Aden",
        "Read also",
        "Leave a Reply",
        "Leave a comment",
        "Show More",
        "Back to top button",
        "Your email address will not be published.",
        "You must Register or Login to post a comment.",
        "Please log in to comment",
        "Sign up for our newsletter",
        "Subscribe to our daily newsletter and never miss a story",
        "Get the latest news in your inbox",
        "Share this",
        "Share on Facebook",
        "Facebook | Twitter | Telegram",
        "Follow us on Telegram",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below",
        "Article continues after this advertisement",
        "This site uses cookies to give you a better experience.",
        "We and our 90 partners store cookies on your device.",
        "Accept all cookies",
        "By continuing to use this site you agree to our terms.",
        "© 2025 Harbour Media. All rights reserved.",
        "All rights reserved",
        "Tags: war, Aden, harbour",
        "Related articles",
        "Related:",
        "You may also like",
        "**Read next**",
        "3 comments",
        "5 min read",
        "Skip to content",
    ],
)
def test_page_furniture_goes(line: str) -> None:
    assert clean_text(f"{PROSE}\n{line}\nHe left.") == f"{PROSE}\nHe left."


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Moscow after the strike.",
        "Related strikes hit two towns in the north.",
        "More on the front line died than at sea, the report says.",
        "Search teams found two bodies.",
        "Home to 3,000 people, the village has no power.",
        "Read the names of the dead aloud, he said.",
        "Comments by the minister drew anger.",
        "Top commanders were killed in the raid.",
        "Follow the road north and you see the crater.",
        "Cookies and tea were handed out to the rescuers.",
        "Copyright lawyers were among the dead.",
        "(c) Two drones fell on Aden.",
        "Kyiv: two dead",
        "Loading bays were destroyed.",
        "Email servers of the ministry were down.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert clean_text(line) == line


@pytest.mark.parametrize(
    "above", ["Read also", "**Related stories**", "See also:", "## More on Aden"]
)
def test_lists_of_other_articles_go(above: str) -> None:
    others = "- Ten dead in the harbour\n\n- 3. What remains of the market"
    assert clean_text(f"{PROSE}\n\n{above}\n\n{others}\n\n{PROSE}") == f"{PROSE}\n\n{PROSE}"


def test_lists_of_the_article_stay() -> None:
    text = f"Latest updates:\n- {PROSE}\n- {PROSE}"
    assert clean_text(text).endswith(f"- {PROSE}\n- {PROSE}")


def test_hard_wrapped_paragraphs_become_one_line() -> None:
    wrapped = (
        "A drone hit the depot on the edge of the town in the night and two\n"
        "guards were hurt, the mayor said on Monday. The fire spread to a row\n"
        "of sheds and was put out before dawn. Nobody was killed, and trains to\n"
        "the coast were running again by noon, the railway company reported in\n"
        "a statement.\n"
        "\n"
        "Another drone was brought down over the sea, and its wreckage fell on\n"
        "an empty beach."
    )
    first, blank, second = clean_text(wrapped).split("\n")
    assert first.startswith("A drone hit") and first.endswith("in a statement.")
    assert (blank, second[-15:]) == ("", "an empty beach.")


def test_wrapped_paragraphs_without_blank_lines_between_are_joined_where_sentences_break() -> None:
    wrapped = (
        "A drone hit the depot on the edge of the town in the night and two\n"
        "    guards were hurt.\n"
        "    The fire spread to a row of sheds by the railway line and was put\n"
        "    out before dawn.\n"
        "    Nobody was killed, and trains to the coast ran by noon, the mayor\n"
        "    said in the evening."
    )
    assert [line[-16:] for line in clean_text(wrapped).split("\n")] == [
        "uards were hurt.",
        "out before dawn.",
        " in the evening.",
    ]


def test_verse_and_short_paragraphs_are_not_joined() -> None:
    text = "Rivers of smoke\nover the harbour\nnobody counts the dead\nin the morning\nor at noon"
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("**Sumy oblast.** Two died.", "**Sumy oblast.** Two died."),
        ("**Mali**", "**Mali**"),
        ("- **16:55** **Goma.** Two died.", "- **16:55** **Goma.** Two died."),
        ("One fled. **Mali:** two died.", "One fled. **Mali:** two died."),
        ("A drone hit **Konotop** on Monday.", "A drone hit Konotop on Monday."),
        ("**Two people** died.", "Two people died."),
    ],
)
def test_bold_stays_where_it_labels(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("See [the *note*](https://x.example/a).", "See the note."),
        ("![A ruin](ruin.jpg)Two died.", "Two died."),
        ("__Mali:__ two died.", "**Mali:** two died."),
        ("The *Moskva* sank; 2 * 3 * 4.", "The Moskva sank; 2 * 3 * 4."),
    ],
)
def test_markdown_links_and_emphasis_go(raw: str, clean: str) -> None:
    assert strip_markdown(raw) == clean


def test_a_line_for_a_title_has_no_breaks_and_an_end() -> None:
    assert clean_line(" Two\n dead\x00 ") == "Two dead"
    assert clean_line("\u200b \n") is None
    assert len(clean_line("x" * 9000) or "") == 500


@given(st.text(max_size=300))
def test_cleaned_text_is_clean_for_good(raw: str) -> None:
    text = clean_text(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in text if char != "\n")
    assert "\n\n\n" not in text
    text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        " " * 1_000_000 + "x",
        "**a** " * 150_000,
        "a\u0300\u0316" + "\u0301\u0316" * 500_000,
        "[a](" * 250_000,
        "\x00" * 1_000_000,
        "- " * 500_000 + "x",
    ],
    ids=["letters", "blanks", "bold", "marks", "links", "NULs", "rule"],
)
def test_hostile_text_is_cleaned_in_linear_time(text: str) -> None:
    started = time.process_time()
    clean_text(strip_markdown(text))
    assert time.process_time() - started < 5


def test_lines_that_were_broken_by_hand_are_joined() -> None:
    text = (
        "A second person has died after the bombing of a police station in the small\n"
        "Colombian town of Jamundi, health officials said. A policewoman died in a\n"
        "clinic in Cali.\n"
        "\n"
        "Officials blamed dissidents of the guerrillas who reject the accord of the\n"
        "government. The group is silent.\n"
    )
    assert clean_text(text).split("\n\n") == [
        "A second person has died after the bombing of a police station in the small "
        "Colombian town of Jamundi, health officials said. A policewoman died in a "
        "clinic in Cali.",
        "Officials blamed dissidents of the guerrillas who reject the accord of the "
        "government. The group is silent.",
    ]
