"""Numbers in a sentence: how many at least, at best and at most, and what they measure.

In: the tokens of a sentence and the text they come from. Out: `Number`s in order, not overlapping;
a count of people or things has `unit` None, everything else says what it is (an age, a year, a
model) so that a caller can leave it out. Nothing can go wrong: what is no number is not there.

How words are read:

- "at least 15", "more than 15", "over 15", "15+": low and best 15, high None;
- "up to 40", "as many as 40", "fewer than 40": best and high 40, low None;
- "about 40", "some 40", "nearly 40": all three 40, and `approximate`;
- "between 20 and 25", "20-25", "19 or 20": low 20, high 25, and best 20, the cautious end;
- "dozens", "scores", "several": low is the least that the word can mean (24, 40, 3), best None.
"""

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from mapper.text import number_words as words
from mapper.text.number_reading import STARTS, Core, joined, lowers, read
from mapper.text.number_units import unit_of
from mapper.text.tokens import Token

_TO_EACH_SIDE = frozenset((("per", "side"), ("a", "side"), ("either", "side"), ("both", "sides")))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with the words that qualify it.

    Attributes
    ----------
    start, end
        Code points of the text, end exclusive, modifiers included ("at least 15").
    first_token, end_token
        The same as indices into the tokens given, end exclusive.
    low, best, high
        Bounds, both included; None where the words set none.
    word
        The vague word ("dozens", "several"), None for an exact number.
    additional
        It comes on top of an earlier one: "another 117", "a further 14", "11 more".
    change
        Always None here; the stage that knows the verbs tells "rose to" from "fell to".
    unit
        None for a count, else `age`, `distance`, `money`, `percent`, `duration`, `time`, `year`,
        `date`, `model`, `ordinal`, `storeys` or `other`.
    approximate, others, each, part
        Said with "about"; "11 others"; "307 each"; "two of the nine".
    """

    start: int
    end: int
    first_token: int
    end_token: int
    low: int | None
    best: int | None
    high: int | None
    word: str | None = None
    additional: bool = False
    change: str | None = None
    unit: str | None = None
    approximate: bool = False
    others: bool = False
    each: bool = False
    part: bool = False


def find_numbers(tokens: Sequence[Token], text: str) -> list[Number]:
    """Find the numbers among `tokens`, which are those of one sentence of `text`.

    Offsets are code points into `text`. The order is that of the text.
    """
    found: list[Number] = []
    free = 0  # the first token that belongs to no number yet
    for index, token in enumerate(tokens):
        lower = token.lower
        # What begins with a figure sorts from "0" up to what sorts behind "9".
        if not (lower in STARTS or "0" <= lower < ":" or "-" in lower) or index < free:
            continue
        core = read(tokens, index, free, text)
        if core is None:
            continue
        core = joined(tokens, core, text, free)
        number = _qualified(tokens, core, text, free, found[-1] if found else None)
        found.append(number)
        free = number.end_token
    return found


def _leads(tokens: Sequence[Token], first: int, free: int) -> tuple[int, set[str]]:
    """Tell where the modifiers in front of token `first` begin and what they say."""
    meanings: set[str] = set()
    while first > free:
        lead = _lead(tokens, first, free)
        if lead is None:
            break
        first, meaning = lead
        meanings.add(meaning)
    return first, meanings


def _lead(tokens: Sequence[Token], first: int, free: int) -> tuple[int, str] | None:
    for rest, meaning in words.LEADS.get(tokens[first - 1].lower, ()):
        begin = first - 1 - len(rest)
        if begin >= free and tuple(lowers(tokens, begin, len(rest))) == rest:
            return begin, meaning
    return None


def _qualified(
    tokens: Sequence[Token], core: Core, text: str, free: int, previous: Number | None
) -> Number:
    first, meanings = _leads(tokens, core.first, free)
    end = core.end
    low: int | None = core.value
    best = core.value if core.exact else None
    high = core.high if core.high is not None else best
    if end < len(tokens) and tokens[end].text == "+" and tokens[end].start == tokens[end - 1].end:
        end += 1
        meanings.add(words.LEAST)
    figure = core.first + (tokens[core.first].lower in ("between", "from"))
    unit = core.unit or unit_of(
        tokens, figure, end, core.value, previous.unit if previous else None
    )
    after = lowers(tokens, end, 3)
    if after[:2] in (["or", "more"], ["at", "least"]):
        end += 2
        meanings.add(words.LEAST)
    elif after[:2] == ["or", "so"]:
        end += 2
        meanings.add(words.ABOUT)
    elif after[:2] in (["or", "fewer"], ["or", "less"]):
        end += 2
        meanings.add(words.MOST)
    elif after[:1] == ["more"] and after[1:2] != ["than"]:
        end += 1
        meanings.add(words.ADDITIONAL)
    if after and after[0] in ("further", "additional", "extra"):
        meanings.add(words.ADDITIONAL)
    if after and after[0] in ("other", "others"):
        meanings.add(words.OTHERS)
    if words.LEAST in meanings:
        high = core.high
    if words.MOST in meanings:
        low = None
    return Number(
        start=tokens[first].start,
        end=tokens[end - 1].end,
        first_token=first,
        end_token=end,
        low=low,
        best=best,
        high=high,
        word=core.word,
        additional=words.ADDITIONAL in meanings,
        unit=unit,
        approximate=words.ABOUT in meanings,
        others=words.OTHERS in meanings,
        each=_is_each(tokens, core.first, end),
        part=after[:1] == ["of"] and len(after) > 1 and after[1] in words.WHOLE_WORDS,
    )


def _is_each(tokens: Sequence[Token], first: int, end: int) -> bool:
    after = lowers(tokens, end, 4)
    if not words.EACH_WORDS.isdisjoint(after[:3]):
        return True
    return ("side" in after or "sides" in after) and not _TO_EACH_SIDE.isdisjoint(pairwise(after))
