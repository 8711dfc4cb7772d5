"""Where sentences begin and end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.text.sentences import MAX_SENTENCE_CHARS, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. envoy met Gen. Oleh Marchuk in Kyiv.",
        "Lt. Col. Ivan Bondar and Mr. and Mrs. Kovalenko left at 6 a.m. Kyiv time.",
        "He was born on Jan. 5 near St. Petersburg.",
        "School No. 5 was hit by a Kh-101 missile.",
        "About 3.5 million people, or 12.4 per cent, fled.",
        "J. R. Smith and Volodymyr O. Petrenko signed it.",
        "Ukraine vs. Russia is the subject of e.g. Article 5.",
        '"Where is he?" she asked.',
        '"Stop!" Mayor Ivan Petrenko said.',
        "Shells fell on three towns: Izium, Balakliia and Kupiansk; nobody was hurt.",
        "He waited ... and then ran.",
        "The attack came at 5 p.m. Tuesday near Ft. Liberty.",
        "The ship, built by Damen Bros. in 1990, sank off Mt. Athos.",
        "Sgt. Maj. Ortiz of the U.S. Army was there on Sept. 11.",
    ],
)
def test_an_abbreviation_a_figure_or_a_quote_does_not_end_the_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Three people died.", "The mayor spoke of four."),
        ("He flew to the U.S.", "The talks failed."),
        ("It began at 9 p.m.", "He was asleep."),
        ('"We heard it," she said.', '"Then the roof fell."'),
        ("“Nobody slept.”", "The shelling stopped at dawn."),
        ("Was it a drone?", "Nobody knows."),
        ("It was quiet…", "Then the sirens sounded."),
        ("Two were hurt.[3]", "One died."),
        ("**Sumy oblast.**", "Two drones fell."),
        ("There were 12.", "14 others fled."),
        ("They were killed on Monday.", "al-Shabaab claimed the attack."),
        ("The raid was in Jan.", "The city fell later."),
        ("Shots were fired (nobody was hurt).", "The guards fled."),
        ("They work for Acme Inc.", "The plant burned."),
        ("It is plan B.", "The first failed."),
    ],
)
def test_a_stop_before_a_new_beginning_ends_the_sentence(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_stop_without_a_blank_behind_it_ends_the_sentence_between_words() -> None:
    assert sentences("Two were hurt.The mayor came.") == ["Two were hurt.", "The mayor came."]


def test_a_line_break_always_ends_the_sentence() -> None:
    assert sentences("A street in ruins\nTwo died in") == ["A street in ruins", "Two died in"]


def test_only_the_given_stretch_is_split() -> None:
    text = "One died. Two fled. Three stayed."
    assert [text[a:b] for a, b in split_sentences(text, 10, 19)] == ["Two fled."]


@given(st.text(alphabet=st.sampled_from(list("aB1 .!?…\"'”)*\n,;:-")), max_size=300))
def test_sentences_are_in_order_and_hold_every_visible_character(text: str) -> None:
    spans = split_sentences(text)
    covered = [False] * len(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        covered[span.start : span.end] = [True] * (span.end - span.start)
        end = span.end
    assert all(covered[i] for i, char in enumerate(text) if not char.isspace())


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "word " * 50_000, "name, " * 50_000, "A. " * 100_000, "." * 1_000_000],
    ids=["no blank", "50,000 words", "commas", "initials", "dots"],
)
def test_endless_sentences_are_cut_in_linear_time(text: str) -> None:
    started = time.process_time()
    spans = split_sentences(text)
    assert time.process_time() - started < 5
    assert all(end - start <= MAX_SENTENCE_CHARS for start, end in spans)
    assert sum(len(text[a:b].replace(" ", "")) for a, b in spans) == len(text.replace(" ", ""))
