"""Harm whose word is left out: "two were killed in Kupiansk, three in Izium and one in Balakliia".

In: a sentence and the harm that its words tell. Out: further `Harm`s, each with the token at which
its place begins. The word of harm is that of the harm told last before. Nothing can go wrong; a
number is taken only where another place stands before it, so that the two are told apart.
"""

import dataclasses

from mapper.lexicon import english
from mapper.report.harm import Harm
from mapper.report.model import Count
from mapper.report.people import as_count, counts_people, placed_at
from mapper.report.sentence import Sentence
from mapper.report.somebody import ordinal
from mapper.toponym.model import Use

_JOINS = english.words("gapped", "joins")
_CLOSING = english.words("gapped", "closing")
_LATER = english.words("gapped", "later")
# "The imam was killed, and so were three boys."
_SO_WERE = {("so", "were"), ("so", "was")}
# "... and a third on the way to hospital".
_UNDER_WAY = {("on", "the", "way"), ("en", "route", "to"), ("in", "the", "ambulance")}
_ANOTHER = frozenset({"another", "one"})


def find_gapped(sentence: Sentence, told: list[Harm]) -> list[Harm]:
    """Find the numbers that share the word of harm told before them at a place of their own."""
    if not told or not any(h.count.best for h in told):
        return []
    used = {h.count.start for h in told}
    places = sorted(
        sentence.tokens_of(t.start, t.end) for t in sentence.toponyms if t.use is Use.LITERAL
    )
    found: list[Harm] = []
    for count, first, last in _counts(sentence):
        before = [h for h in told if h.first < first and h.count.best]
        if not before or count.start in used:
            continue
        if _died_later(sentence, first, last):
            more = dataclasses.replace(count, addition=True)
            found.append(Harm(kind="killed", count=more, first=first, last=last))
            continue
        if sentence.word(first) == "a":
            continue  # "a third in Konotop was shot down"
        of_them = sentence.word(last) == "of" and sentence.word(last + 1) in {"them", "whom"}
        also = sentence.words[max(0, first - 2) : first] in _SO_WERE
        if also:
            kind = max(before, key=lambda h: (h.last, h.first)).kind
            more = dataclasses.replace(count, addition=True)
            found.append(Harm(kind=kind, count=more, first=first, last=last))
            continue
        listed = of_them or sentence.word(first - 1) == ":"
        if not listed and not any(end <= first for _, end in places):
            continue
        place = _place_behind(sentence, first, last) or _place_before(sentence, places, first, last)
        if place is None:
            continue
        kind = max(before, key=lambda h: (h.last, h.first)).kind
        end = max(last, place + 1)
        found.append(Harm(kind=kind, count=count, first=first, last=end, place=place))
    return found


def _counts(sentence: Sentence) -> list[tuple[Count, int, int]]:
    """Give the counts of people in order, each with its tokens: "three", "another", "a third"."""
    counts = [
        (as_count(n), n.first_token, n.end_token)
        for n in sentence.numbers
        if n.unit is None and counts_people(sentence, n)
    ]
    if "a" not in sentence.words and _ANOTHER.isdisjoint(sentence.words):
        return counts
    numbered = {first for _, first, _ in counts}
    for index, token in enumerate(sentence.tokens):
        if token.lower in _ANOTHER and index not in numbered:
            one = Count(low=1, best=1, high=1, start=token.start, end=token.end)
            counts.append((one, index, index + 1))
        elif token.lower == "a" and ordinal(sentence.word(index + 1)) is not None:
            end = sentence.tokens[index + 1].end
            one = Count(low=1, best=1, high=1, start=token.start, end=end)
            counts.append((one, index, index + 2))
    return sorted(counts, key=lambda item: item[1])


def _died_later(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a number goes on with deaths: "and two later in hospital"."""
    words = tuple(sentence.word(j) for j in range(last, last + 3))
    later = words[0] in _LATER and (words[1] in {"in", "at"} or words[1:] == ("of", "wounds"))
    return (later or words in _UNDER_WAY) and sentence.word(first - 1) in _JOINS


def _place_behind(sentence: Sentence, first: int, last: int) -> int | None:
    """Give where the place begins of ", three in Izium" or "killed two: one in Izium ..."."""
    return placed_at(sentence, last) if sentence.word(first - 1) in {*_JOINS, ":"} else None


def _place_before(
    sentence: Sentence, places: list[tuple[int, int]], first: int, last: int
) -> int | None:
    """Give where the place begins of "; in Lyman, three."."""
    if sentence.word(first - 1) != "," or sentence.word(last) not in _CLOSING:
        return None
    place = next((begin for begin, end in places if end == first - 1), None)
    if place is None or not any(end <= place - 1 for _, end in places):
        return None
    return place if sentence.word(place - 1) in {"in", "near", "at"} else None
