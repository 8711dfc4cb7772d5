"""What each line of an article is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.text.blocks import Block, BlockKind, split_blocks
from mapper.text.sentences import Span

PROSE = "A drone hit the depot in the night and two guards were hurt, the mayor said."


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def only(text: str) -> Block:
    (block,) = split_blocks(text)
    return block


@pytest.mark.parametrize(
    ("line", "content", "depth"),
    [
        ("# Night of fire", "Night of fire", 1),
        ("### Night of fire", "Night of fire", 3),
        ("**Mali**", "Mali", 2),
        ("Night of fire in the port", "Night of fire in the port", 2),
        ("SITUATION IN THE NORTH", "SITUATION IN THE NORTH", 2),
        ("Truce or Trap?", "Truce or Trap?", 2),
        ("‘A hard night’ in the capital", "‘A hard night’ in the capital", 2),
    ],
)
def test_a_heading_stands_before_a_paragraph(line: str, content: str, depth: int) -> None:
    text = f"{line}\n\n{PROSE}"
    heading, paragraph = split_blocks(text)
    assert (heading.kind, heading.depth) == (BlockKind.HEADING, depth)
    assert text[heading.start : heading.end] == content
    assert paragraph.kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "text",
    [
        f"Dear residents of the region,\n{PROSE}",
        f"He fled.\n{PROSE}",
        "The mayor and the head of the port\nsaid on Monday that all is well.",
        f"He was in Aden. The governor was in Mocha\n{PROSE}",
        f"{PROSE}\nHead of the administration",
        "\n".join(
            ["Rivers of smoke", "Towers of ash", "Names on a wall", "Bread on a sill", PROSE]
        ),
    ],
    ids=[
        "salutation",
        "short sentence",
        "cut off",
        "two sentences",
        "signature at the end",
        "verse",
    ],
)
def test_not_every_short_line_is_a_heading(text: str) -> None:
    assert {block.kind for block in split_blocks(text)} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12. ", "a) ", "(2) ", "– "])
def test_list_items_lose_their_mark(mark: str) -> None:
    text = f"{mark}{PROSE}"
    block = only(text)
    assert block.kind is BlockKind.ITEM
    assert text[block.start : block.end] == PROSE


def test_items_know_how_deep_they_are() -> None:
    blocks = split_blocks("- In the north.\n  - In the city.\n    - In the port.")
    assert [block.depth for block in blocks] == [0, 1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Harbour Picture Agency",
        "Image credit: Ada Stone",
        "(Photo by Ada Stone/Harbour Pictures)",
        "Firefighters at the ruined depot on May 3, 2025. AP",
        "A woman carries water past the school. Ada Stone/Harbour Pictures",
        "A bus burns in the old town. Photo: Ada Stone",
        "© Harbour Pictures",
        "Image caption A woman carries water past the school",
        "A street after the raid (Image: Harbour Pictures)",
    ],
)
def test_captions_are_known(line: str) -> None:
    assert split_blocks(f"{PROSE}\n{line}\n{PROSE} It burned.")[1].kind is BlockKind.CAPTION


def test_a_line_that_is_repeated_at_once_is_a_caption() -> None:
    line = "Rescuers at work in the ruined street"
    kinds = [block.kind for block in split_blocks(f"{PROSE}\n{line}\n{line}\nHe left.")]
    assert kinds[1:3] == [BlockKind.CAPTION, BlockKind.CAPTION]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Stone",
        "By Ada Stone and Ivo Brand in Warsaw",
        "(Reporting by Ada Stone; Editing by Ivo Brand)",
        "Additional reporting by Ada Stone in Cairo.",
    ],
)
def test_credits_are_known(line: str) -> None:
    assert split_blocks(f"{line}\n{PROSE}")[0].kind is BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the fire was out and the road was open again.",
        "Photos of the ruin were shared by thousands of people.",
        "The town is held by AP fighters, he said, and by nobody else.",
    ],
)
def test_sentences_that_begin_like_credits_stay_prose(line: str) -> None:
    assert only(line).kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Aug 14 (BSD) -",
        "ADEN, 21 September 2025 (Steppe Bulletin).",
        "Kyiv, Ukraine (WE) —",
        "HODEIDAH, Tuesday 16 September 2025.",
        "GAZA (Agency) -",
        "GAZA CITY, Gaza Strip (AP) —",
        "WASHINGTON —",
        "NEW DELHI:",
        "PORT-AU-PRINCE, Haiti, Oct. 3 —",
        "LONDON/KYIV, Sept 2 (Agency) -",
        "Khartoum, 3 May 2024 –",
        "(Agency) -",
        "SÃO PAULO, March 3 (Agency) —",
    ],
)
def test_datelines_stand_before_the_first_sentence(dateline: str) -> None:
    text = f"{dateline} {PROSE}"
    block = only(text)
    assert words(text, block.dateline) == dateline
    assert [words(text, span) for span in block.sentences] == [PROSE]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: A drone hit the depot.",
        "Kyiv said on Monday - again - that it was ready.",
        "Russia, which denies it, fired on May 3.",
        "In Kyiv, 14 August was a day of mourning.",
        "UN (the organisation) said so.",
        "Kharkiv: two dead.",
    ],
)
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert only(text).dateline is None


def test_a_dateline_deep_in_the_text_is_none() -> None:
    above = "".join(f"{PROSE} That was raid {number}.\n" for number in range(6))
    blocks = split_blocks(above + f"KYIV (Agency) - {PROSE}")
    assert blocks[-1].dateline is None


@pytest.mark.parametrize("line", ["ADEN, 3 May 2025", "Aden (Agency)", "Aden, Yemen, May 3 —"])
def test_a_line_of_place_and_day_is_a_dateline(line: str) -> None:
    assert split_blocks(f"{line}\n{PROSE}")[0].kind is BlockKind.DATELINE


@pytest.mark.parametrize(
    ("label", "lead", "in_sentence"),
    [
        ("**Sumy oblast.** ", "Sumy oblast", False),
        ("**Sumy oblast**: ", "Sumy oblast", False),
        ("**Sumy oblast:** ", "Sumy oblast", False),
        ("**Sumy oblast** – ", "Sumy oblast", False),
        ("Konotop: ", "Konotop", True),
        ("Sumy and Poltava regions: ", "Sumy and Poltava regions", True),
    ],
)
def test_labels_in_front_are_leads(label: str, lead: str, in_sentence: bool) -> None:
    text = label + PROSE
    block = only(text)
    assert words(text, block.lead) == lead
    expected = label + PROSE if in_sentence else PROSE
    assert [words(text, span) for span in block.sentences] == [expected]


@pytest.mark.parametrize(
    "text",
    ["The mayor said: two are dead.", "**Two dead** in a raid on the port.", "He asked: why?"],
)
def test_words_before_a_colon_or_in_bold_are_not_always_labels(text: str) -> None:
    assert only(text).lead is None


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("17:40 ", dt.time(17, 40)),
        ("**17:40** ", dt.time(17, 40)),
        ("**09.05** ", dt.time(9, 5)),
        ("[07:20] ", dt.time(7, 20)),
        ("5:40 pm - ", dt.time(17, 40)),
        ("12:10 a.m. ", dt.time(0, 10)),
        ("14:05 GMT: ", dt.time(14, 5)),
        ("- **16:55** ", dt.time(16, 55)),
    ],
)
def test_time_stamps_are_read(stamp: str, time: dt.time) -> None:
    text = stamp + PROSE
    block = only(text)
    assert block.stamp == time
    assert [words(text, span) for span in block.sentences] == [PROSE]


def test_stamp_and_label_stand_together() -> None:
    text = f"- **16:55** **Goma.** {PROSE}"
    block = only(text)
    assert (block.stamp, words(text, block.lead)) == (dt.time(16, 55), "Goma")


@pytest.mark.parametrize("text", ["17.40 euros were paid.", "25:70 was the score.", "3 men fled."])
def test_other_figures_are_no_stamps(text: str) -> None:
    assert only(text).stamp is None


PIECES = st.sampled_from(
    ["**", "- ", "# ", "\n", "\n\n", "17:40 ", "KYIV (Agency) - ", "Sumy: ", "A drone fell. ", "x"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_letter_is_in_a_sentence_a_label_or_a_dateline(text: str) -> None:
    covered: set[int] = set()
    for block in split_blocks(text):
        for span in (*block.sentences, block.lead, block.dateline):
            covered.update(range(*span) if span is not None else ())
    assert [i for i, char in enumerate(text) if char.isalpha() and i not in covered] == []


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_blocks_are_in_order_and_hold_their_parts(text: str) -> None:
    end = 0
    for block in split_blocks(text):
        assert end <= block.start <= block.end
        end = block.end
        for span in (*block.sentences, block.lead, block.dateline):
            if span is not None:
                assert block.start <= span.start < span.end <= block.end
