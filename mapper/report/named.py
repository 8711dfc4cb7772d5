"""Places that a text names for other reasons than that something was there.

"The town", "there", the place named last in the paragraph, "Police in Quetta say". In: the state
and a draft. Out: a `Location` with how sure it is, None without one. Nothing can go wrong.
"""

import re
from collections import Counter

from mapper.gazetteer import Kind
from mapper.lexicon import english
from mapper.report.anaphora import points_there
from mapper.report.drafts import Draft
from mapper.report.locations import FINE, locate
from mapper.report.model import Location
from mapper.report.sentence import Sentence
from mapper.report.sides import may_be
from mapper.report.state import SCENE_BLOCKS, State
from mapper.toponym.model import Toponym, Use

# What a place is that may be where something was, for want of another.
_EXACT = FINE | {Kind.SUBREGION}
# In front of where people went or came from.
_MOVED = re.compile(
    r"\b(?:to|(?<!reporting )(?<!Reporting )(?<!reports )from|towards?|into)\s+"
    r"(?:[A-Z]\S*\s+and\s+)?$"
)
# Code points from a town's name to "the town".
_TOWN_REACH = 500
_TOWN_WORDS = frozenset({"town", "city", "village", "settlement"})
# What somebody did at a place where nothing was, and in how many code points in front of its name:
# "was born in", "is based in".
_OF_LIFE = english.words("named", "of_life")
_LIFE_REACH = 40
# Words from "in" to a place: "in the village of".
_PLACED = 3
_THERE = frozenset({"in", "at", "near", "of", "outside", "around", "on"})
_OPENING = english.words("named", "opening")
# How sure a place is that only the paragraph names.
_UNSURE = 0.35


def from_there(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take the place named before "there" in the sentence itself, whoever it was named with."""
    sentence = draft.sentence
    if not points_there(sentence):
        return None
    at = next(token.start for token in sentence.tokens if token.lower == "there")
    named = [
        t
        for t in sentence.toponyms
        if t.end <= at
        and t.use is not Use.DEMONYM
        and t.place is not None
        and t.place.kind in _EXACT
    ]
    if not named:
        return None
    location = locate(named[-1], state.gazetteer, "the place named before 'there'")
    return (location,), 0.7


def from_town(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take the settlement named last for "the town", whatever it was named for.

    "The mayor of Burshtyn said the town's power station had been hit".
    """
    at = the_town(draft.sentence)
    if at is None or draft.kind.is_exchange:
        return None
    told = state.scene[0].location.place if state.scene else None
    here = any(
        t.end <= at and t.place is not None and t.place.kind is Kind.SETTLEMENT
        for t in draft.sentence.toponyms
    )
    near_told = told is not None and state.block - state.scene_block <= SCENE_BLOCKS
    if not here and near_told and told is not None and told.kind in FINE:
        return None
    near = [
        t
        for t in state.toponyms
        if t.end <= at
        and at - t.end <= _TOWN_REACH
        and t.place is not None
        and t.place.kind is Kind.SETTLEMENT
        and t.use is not Use.DEMONYM
        and not t.text.isupper()  # a dateline
        and _MOVED.search(state.text, max(0, t.start - 30), t.start) is None
    ]
    if not near:
        return None
    counts = Counter(t.place.id for t in state.toponyms if t.place is not None)
    town = max(near, key=lambda t: (counts[t.place.id] if t.place is not None else 0, t.start))
    location = locate(town, state.gazetteer, "the town named before")
    return ((location,), 0.6) if may_be(state, draft, location) else None


def the_town(sentence: Sentence) -> int | None:
    """Give where "the town" stands, that no name follows."""
    for i, token in enumerate(sentence.tokens):
        if token.lower not in _TOWN_WORDS:
            continue
        plain = sentence.tokens[i - 1].text.islower() if i else False
        article = {sentence.word(i - 1)} | ({sentence.word(i - 2)} if plain else set())
        if article & {"the", "same"}:
            follows = sentence.tokens[i + 1].text if i + 1 < len(sentence.tokens) else ""
            if token.lower == "settlement" and follows[:1].isalpha():
                continue  # "the settlement talks"
            if follows != "of" and not follows[:1].isupper():
                return token.start
    return None


def named_last(state: State, draft: Draft) -> Location | None:
    """Give the town or plant named last in the paragraph, or in the one before.

    Whoever is named with it: "Sumy woke to explosions", "Police in Quetta say".
    """
    at, begin = draft.sentence.start, draft.sentence.block.start
    before = [t for t in reversed(state.toponyms) if t.end <= at]
    near = [t for t in before if t.start >= begin and _may_place(state, t)]
    near = near or [t for t in before if _may_place(state, t)][:1]
    # Of two in the sentence itself the first: "on the Kharkiv-Chuhuiv highway".
    for toponym in near or [t for t in draft.sentence.toponyms if _may_place(state, t)]:
        location = locate(toponym, state.gazetteer, "the place named last")
        if at - toponym.end <= _TOWN_REACH and may_be(state, draft, location):
            return location
    return None


def _may_place(state: State, toponym: Toponym) -> bool:
    """Whether a name may be where something was, for want of another."""
    if toponym.place is None or toponym.place.kind not in _EXACT:
        return False
    if toponym.use is Use.DEMONYM or toponym.text.isupper():
        return False
    moved = _MOVED.search(state.text, max(0, toponym.start - 30), toponym.start) is not None
    near = state.text[max(0, toponym.start - _LIFE_REACH) : toponym.start].lower().split()
    life = not _OF_LIFE.isdisjoint(near) or near[-2:] in (["was", "in"], ["were", "in"])
    return not moved and not life


def in_this_paragraph(state: State, draft: Draft, named: Location) -> bool:
    """Whether a place is named in the paragraph itself, and in the country of the main place."""
    main = state.main.place if state.main is not None else None
    abroad = main is not None and named.place is not None and main.country != named.place.country
    return not abroad and named.start >= draft.sentence.block.start


def is_topic(state: State, draft: Draft, named: Location) -> bool:
    """Whether a sentence is of a place: "Then there is Seredyna-Buda", "schools in Hlukhiv"."""
    begin = draft.sentence.block.start
    ahead = state.text[begin : named.start]
    opener = ahead[max(ahead.rfind(sign) for sign in ".!?\n") + 1 :]
    words = [word for word in opener.lower().split() if word.isalpha()]
    return not _THERE.isdisjoint(words[-_PLACED:]) or all(word in _OPENING for word in words)


def place_left(state: State) -> None:
    """Place the events of a text that places none of them by what their paragraph names.

    "Five people died in the air strike, the agency said. The building in Khan Younis ..."
    """
    if state.main is not None or any(e.location.place is not None for e in state.events):
        return
    for event in state.events:
        draft = event.draft
        if event.location.place is not None or draft.kind.is_exchange or draft.kind.meeting:
            continue
        block = draft.sentence.block
        named = [
            t
            for t in state.toponyms
            if block.start <= t.start < block.end
            and (block.dateline is None or t.start >= block.dateline.end)
            and t.place is not None
            and (_may_place(state, t) or t.place.kind is Kind.REGION)
            and t.use is not Use.DEMONYM
        ]
        named.sort(
            key=lambda t: (t.place is None or t.place.kind not in FINE, t.end <= draft.first)
        )
        for toponym in named:
            location = locate(toponym, state.gazetteer, "named in the same paragraph")
            if may_be(state, draft, location):
                event.location, event.confidence = location, min(event.confidence, _UNSURE)
                break
