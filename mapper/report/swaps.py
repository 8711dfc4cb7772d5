"""Prisoners that go home, by the side that gets them back.

In: a sentence (or a stretch of its tokens) that tells of an exchange, and the two sides that the
article is about. Out: (side, number) pairs. Nothing can go wrong; a number whose side cannot be
told is left out.
"""

import itertools
from collections.abc import Sequence

from mapper.dating.model import Role
from mapper.gazetteer import Kind
from mapper.lexicon import english
from mapper.report.history import superlative_before
from mapper.report.sentence import Sentence
from mapper.text.numbers import Number
from mapper.toponym.model import Toponym, Use

_EACH_BEFORE = english.words("swaps", "each_before")
_EACH_PHRASES = english.words("swaps", "each_phrases")
_SAME = english.words("swaps", "same")
_RECEIVE = english.words("swaps", "receive")
_HOME = english.words("swaps", "home")
_NOT_PRISONERS = english.words("swaps", "not_prisoners")
_BEFORE_SIDE = english.words("swaps", "before_side")
_GIVEN = english.words("swaps", "given")
_OF_WAR = frozenset({"prisoners", "prisoner", "of", "war", "the", "from", "captured", "soldiers"})
_MORE = english.words("exchanges", "more")
# Words from "Russia and Ukraine" to "exchanged".
_VERB_REACH = 3
# Mentions by which a text is about a country.
_OFTEN = 3
_TOGETHER = english.words("swaps", "together")


def iso3(toponym: Toponym) -> str | None:
    """Find the side that a name stands for: the country's alpha-3 code."""
    place = toponym.place
    if place is None or place.country is None:
        return None
    from mapper.report.countries import alpha3

    return alpha3(place.country)


def sides_of(toponyms: Sequence[Toponym], near: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Find the two countries named most inside the spans `near`, in order of first mention.

    Countries count by name, demonym and government. Where the spans name one ("each side released
    60"), the other is the one that the rest of the text names most.
    """
    counts = _named_in(toponyms, near)
    ranked = sorted(counts, key=lambda s: (-counts[s], list(counts).index(s)))[:2]
    if len(ranked) == 1 and toponyms:
        every = _named_in(toponyms, [(0, toponyms[-1].end)])
        others = [s for s in every if s not in ranked and every[s] >= _OFTEN]
        ranked += sorted(others, key=lambda s: (-every[s], list(every).index(s)))[:1]
        counts = every
    return tuple(sorted(ranked, key=list(counts).index))


def _named_in(toponyms: Sequence[Toponym], near: Sequence[tuple[int, int]]) -> dict[str, int]:
    """Count how often spans name each country."""
    counts: dict[str, int] = {}
    for toponym in toponyms if near else ():
        if not any(a <= toponym.start < b for a, b in near):
            continue
        if toponym.kind_said == "border":
            continue  # "exchanged prisoners on the Belarusian border"
        for t in toponym.inner or (toponym,):
            if t.use is Use.EMBEDDED and t.place is not None and t.place.kind.value != "country":
                continue
            side = iso3(t)
            if side:
                counts[side] = counts.get(side, 0) + (2 if t.use is Use.DEMONYM else 1)
    return counts


def _counts_prisoners(sentence: Sentence, number: Number) -> bool:
    if number.unit is not None or number.best is None:
        return False
    for mark in sentence.of("part_of"):
        if 0 <= number.first_token - mark.last <= 2:
            return False
        if (
            mark.first == number.end_token
            and number.first_token > 0
            and sentence.word(number.first_token - 1) == ","
        ):
            return False
    at = number.first_token
    if any(
        m.last <= at and sentence.clause[m.first] == sentence.clause[at] and at - m.last <= 8
        for m in sentence.of("reality.planned", "reality.modal")
    ):
        return False
    window = range(number.end_token, min(number.end_token + 5, len(sentence.tokens)))
    words = [sentence.word(j) for j in window]
    if words and words[0] in _NOT_PRISONERS:
        return False
    return not any(
        m.first in window and m.first <= number.end_token + 1
        for m in sentence.of("weapon", "targets")
    )


def _each(sentence: Sentence, number: Number) -> bool:
    if number.each:
        return True
    if {
        sentence.word(j) for j in range(max(0, number.first_token - 7), number.first_token)
    } & _EACH_BEFORE:
        return True
    behind = " ".join(
        sentence.word(j)
        for j in range(number.end_token, min(number.end_token + 8, len(sentence.tokens)))
    )
    return any(f" {phrase} " in f" {behind} " for phrase in _EACH_PHRASES)


def _side_behind(sentence: Sentence, index: int) -> tuple[str | None, int]:
    """Find the demonym within three words behind `index`: "307 released Ukrainian soldiers".

    "307 of its servicemen" are of the country that the sentence names first.
    """
    if sentence.word(index) == "of" and sentence.word(index + 1) in {"its", "their", "his"}:
        named = [s for t in sentence.toponyms if (s := iso3(t)) is not None]
        return (named[0] if named else None), index + 2
    for toponym in sentence.toponyms:
        first = sentence.token_at(toponym.start)
        behind = list(sentence.words[index:first])
        near = first <= index + 3 or set(behind) <= _OF_WAR
        if index <= first and near and toponym.use is Use.DEMONYM:
            if any(sentence.word(j) in _BEFORE_SIDE for j in range(index, first)):
                break
            return iso3(toponym), first + 1
    return None, index


def _receiver(sentence: Sentence, number: Number) -> str | None:
    """Find who gets them: "Ukraine got back 205", "185 were handed over to the Ukrainian side"."""
    at = number.first_token
    for toponym in reversed(sentence.toponyms):
        last = sentence.token_at(toponym.end - 1) + 1
        if last <= at and at - last <= 8:
            between = list(sentence.words[last:at])
            if set(between) & _RECEIVE or ("home" in between and set(between) & _HOME):
                return iso3(toponym)
            break
    for toponym in sentence.toponyms:
        first = sentence.token_at(toponym.start)
        if number.end_token <= first <= number.end_token + 12:
            between = list(sentence.words[number.end_token : first])
            if "to" in between and not set(between) & {"in", "from"} and (_GIVEN & set(between)):
                return iso3(toponym)
    return None


def _is_pronoun(sentence: Sentence, number: Number) -> bool:
    """Whether "one" stands for a thing told of: "a smaller one on Thursday"."""
    first = number.first_token
    article = sentence.word(first - 2) in {"a", "an", "the", "another"}
    return number.end_token == first + 1 and sentence.word(first) == "one" and article


def _runs_on(sentence: Sentence) -> bool:
    """Whether exchanges of several days are added up: "600 have been let go since Friday"."""
    return any(
        date.role is Role.TOTAL
        and date.text.lower().startswith("since")
        and not superlative_before(sentence, date.start)
        for date in sentence.dates
    )


def _named_sides(sentence: Sentence) -> tuple[str, ...]:
    """Give the two countries that a sentence says exchanged: "Russia and Ukraine swapped"."""
    nations = [
        (sentence.token_at(t.start), sentence.token_at(t.end - 1) + 1, iso3(t))
        for t in sentence.toponyms
        if t.place is not None and t.place.kind is Kind.COUNTRY and t.use is not Use.DEMONYM
    ]
    for (_, end, one), (begin, _, other) in itertools.pairwise(nations):
        if begin != end + 1 or sentence.word(end) != "and" or not one or not other:
            continue
        last = next(e for b, e, _ in nations if b == begin)
        near = range(last, last + _VERB_REACH)
        acts = any(m.first in near and m.entry.kind.is_exchange for m in sentence.of("trigger"))
        if acts and one != other:
            return one, other
    return ()


def find_prisoners(
    sentence: Sentence, sides: Sequence[str], span: tuple[int, int] | None = None
) -> dict[str, int]:
    """Prisoners by side in a sentence, or in its tokens `span`."""
    low, high = span or (0, len(sentence.tokens))
    if _runs_on(sentence):
        return {}
    sides = _named_sides(sentence) or sides
    found: dict[str, int] = {}
    loose: list[int] = []
    last = ""
    for number in sentence.numbers:
        if _is_pronoun(sentence, number):
            continue
        if (
            not low <= number.first_token < high
            or not _counts_prisoners(sentence, number)
            or number.best is None
        ):
            continue
        joint = " ".join(
            sentence.word(j) for j in range(max(0, number.first_token - 3), number.first_token)
        )
        if last and any(joint.endswith(words) for words in _TOGETHER):
            found[last] += number.best
            continue
        side, behind = _side_behind(sentence, number.end_token)
        side = side or _receiver(sentence, number)
        if side is not None:
            if side not in found:
                last = side
            found.setdefault(side, number.best)
        elif _each(sentence, number) and len(sides) == 2:
            for one in sides:
                found.setdefault(one, number.best)
        else:
            loose.append(number.best)
    if len(found) == 1:
        _mirror(sentence, found, sides, low, high)
    if len(loose) == 2 and loose[0] == loose[1] and len(sides) == 2:
        # "A hundred for a hundred, and Ukraine received 12 civilians besides."
        extra = found if _MORE & set(sentence.words[low:high]) else {}
        found = {side: loose[0] + extra.get(side, 0) for side in sides}
    return found


def _mirror(
    sentence: Sentence, found: dict[str, int], sides: Sequence[str], low: int, high: int
) -> None:
    """Give the other side the same number: "... and as many Russians"."""
    words = [t.lower for t in sentence.tokens]
    text = " ".join(words[low:high])
    if not any(f" {phrase} " in f" {text} " for phrase in _SAME):
        return
    ((side, number),) = found.items()
    others = [iso3(t) for t in sentence.toponyms if t.use is Use.DEMONYM]
    other = next((o for o in others if o and o != side), None) or next(
        (s for s in sides if s != side), None
    )
    if other:
        found[other] = number
