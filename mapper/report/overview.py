"""What holds for an article as a whole, and for what stands under a heading or a label.

In: the state and the blocks. Out: the period of a bulletin, the main place, the places and days
that headings and labels set. Nothing can go wrong.
"""

import dataclasses
import re

from mapper.dating.model import DateSpan, Precision, Role
from mapper.lexicon import english
from mapper.report.entries import Entry
from mapper.report.history import is_history
from mapper.report.locations import locate
from mapper.report.model import Location
from mapper.report.places import without_seats
from mapper.report.sentence import Sentence, read_sentence
from mapper.report.state import State, sites_of
from mapper.report.times import usable
from mapper.text.blocks import Block, BlockKind
from mapper.toponym.model import Use

_LABEL_WORDS = english.words("overview", "label_words")


# "Izium - two guided bombs on the town centre": a name, a dash, what happened.
_DASHED = re.compile(r"[^\W\d_][\w'’ -]{2,40}? [-–—] (?=\S)")
# "As of 08:00 on 26.09.2024" is when a bulletin was made up, and code points to there.
_AS_OF = re.compile(r"\bas of\b", re.IGNORECASE)
_AS_OF_REACH = 20
# Words of a sentence that is nothing but names.
_LONGEST_NAMES = 6
READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def sentences_of(state: State, block: Block) -> list[Sentence]:
    """Read the sentences of a block; those of a heading or of a labelled entry are labels."""
    label = (
        block.lead is not None
        or block.stamp is not None
        or block.kind is BlockKind.HEADING
        or _DASHED.match(state.text, block.start, block.end) is not None
    )
    return [
        read_sentence(
            state.text,
            start,
            end,
            block=block,
            index=i,
            lexicon=state.lexicon,
            dates=state.dates,
            toponyms=state.toponyms,
            label=label,
        )
        for i, (start, end) in enumerate(block.sentences)
    ]


def period(state: State) -> tuple[DateSpan, str] | None:
    """Find the spell that a bulletin says it covers, when its first lines say one."""
    for mention in state.dates:
        if mention.start > 500:
            break
        span = mention.span
        if (
            mention.role is Role.EVENT
            and span.precision in {Precision.RANGE, Precision.WEEK}
            and span.first
            and span.last
            and (span.last - span.first).days <= 7
            and not is_history(mention, state.clock)
        ):
            return span, f"{mention.text!r}, the period of the whole text"
    return (state.spell, "the period of the whole text") if state.spell is not None else None


def main_place(state: State, sentences: list[tuple[int, Block, list[Sentence]]]) -> Location | None:
    """Find the place that the article is about.

    Named most, in the title or first; nothing wider than a town before a town.
    """
    scores: dict[str, float] = {}
    first: dict[str, Location] = {}
    title = (state.article.title or "").casefold()
    for _, block, group in sentences:
        if block.kind not in READ and block.kind is not BlockKind.HEADING:
            continue
        for sentence in group:
            for site in sites_of(state, sentence):
                if site.role != "event" or not (
                    site.opening or sentence.of("trigger") or sentence.under("harm.")
                ):
                    continue
                for location in site.locations:
                    place = location.place
                    if place is None or location.precision in {"country", "area"}:
                        continue
                    bonus = 1.0 if place.id not in scores and len(scores) < 2 else 0.0
                    if (
                        place.id not in scores
                        and state.text[location.start : location.end].casefold() in title
                    ):
                        bonus += 2.0
                    scores[place.id] = (
                        scores.get(place.id, 0.0)
                        + 1.0
                        + bonus
                        + (0.5 if sentence.of("trigger") else 0.0)
                    )
                    first.setdefault(place.id, location)
    if not scores:
        return None
    best = max(scores, key=lambda ident: (scores[ident], -first[ident].start))
    return first[best]


def dateline_places(state: State, dateline: tuple[int, int]) -> tuple[Location, ...]:
    """Find the town of a dateline: "MACON, Ga. —"; empty when it names none that is known."""
    start, end = dateline
    named = [
        locate(t, state.gazetteer, "the dateline")
        for t in state.toponyms
        if start <= t.start and t.end <= end
    ]
    return tuple(x for x in named if x.precision in {"settlement", "district"})[:1]


def begin_entry(state: State, entry: Entry, block: int, start: int) -> None:
    """Forget what was being told: an entry of a live page stands for itself.

    `block` is the number of its first block in the order of reading, `start` where that begins in
    the text, -1 for an entry without blocks.
    """
    state.entry, state.entry_block, state.entry_start = entry, block, start
    state.scene = []
    state.scene_block = state.armed_block = state.advancing_block = state.heading_block = -9
    state.heading, state.heading_date, state.list_date = (), None, None
    state.block_site = state.named_site = None


def open_heading(state: State, block: Block, group: list[Sentence]) -> None:
    """Let a short heading with one place, or with one day, set it for what follows."""
    locations = [
        loc
        for s in group
        for site in sites_of(state, s)
        if site.role == "event" or only_names(s)
        for loc in site.locations
        if loc.place is not None
    ]
    locations = without_seats(locations, state.gazetteer)
    short = block.end - block.start <= 60
    nested = state.heading_block == state.block - 1 and not locations
    state.heading_block = state.block
    if nested and short:
        return  # "LEBANON", and right below it "South"
    state.heading = (
        tuple(dataclasses.replace(x, how="the heading above") for x in locations)
        if len(locations) == 1 and short
        else ()
    )
    mentions = [
        d
        for s in group
        for d in usable(s, state.clock)
        if _AS_OF.search(state.text[max(0, d.start - _AS_OF_REACH) : d.start]) is None
    ]
    state.heading_date = (
        (mentions[0].span, f"{mentions[0].text!r} in the heading above")
        if len(mentions) == 1
        else None
    )
    if locations or mentions:
        state.scene = []


def _label(state: State, block: Block, group: list[Sentence]) -> tuple[int, int] | None:
    """Find the label: bold, before a colon or a dash, or a first sentence of nothing but names."""
    if block.lead is not None:
        start, end = block.lead
        return start, end
    if len(group) > 1 and only_names(group[0]):
        return group[0].start, group[0].end
    dashed = _DASHED.match(state.text, block.start, block.end)
    if dashed is None or not group:
        return None
    first = [t for t in group[0].tokens if t.start < dashed.end() and t.text[:1].isupper()]
    named = [t for t in first if any(p.start <= t.start < p.end for p in group[0].toponyms)]
    return (block.start, dashed.end()) if named and len(named) == len(first) else None


def lead_places(state: State, block: Block, group: list[Sentence]) -> tuple[Location, ...]:
    """Find the places of a label in front of a block."""
    span = _label(state, block, group)
    if span is None:
        return ()
    start, end = span
    named = [
        t
        for t in state.toponyms
        if t.start >= start - 1
        and t.end <= end + 1
        and t.use is Use.LITERAL
        and t.place is not None
    ]
    found = [locate(t, state.gazetteer, "the label in front") for t in named]
    return tuple(without_seats(found, state.gazetteer))


def _numbers_entry(sentence: Sentence, index: int) -> bool:
    """Whether a figure in front numbers the entry: "7/ LUHANSK.", "3) Sumy region."."""
    sign = sentence.word(index + 1)
    return index == 0 and sentence.word(0).isdigit() and sign in {"/", ")", "."}


def only_names(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but place names, what they are and a day.

    "The Sumy region.", "Ternopil, 12 July."
    """
    if not sentence.toponyms:
        return False
    dated = [sentence.tokens_of(d.start, d.end) for d in sentence.dates]
    words = named = 0
    for i, token in enumerate(sentence.tokens):
        if not token.text[:1].isalnum() or _numbers_entry(sentence, i):
            continue
        if dated and any(first <= i < last for first, last in dated):
            continue
        words += 1
        if any(p.start <= token.start < p.end for p in sentence.toponyms):
            named += 1
        elif token.lower not in _LABEL_WORDS:
            return False
    return named > 0 and words <= _LONGEST_NAMES
