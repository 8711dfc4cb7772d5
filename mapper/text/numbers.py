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
import re
from collections.abc import Sequence
from typing import NamedTuple

from mapper.text import number_words as words
from mapper.text.number_units import unit_of
from mapper.text.tokens import Token


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


class _Core(NamedTuple):
    """The number proper: tokens [first, end), its value or the lowest one of a vague word."""

    first: int
    end: int
    value: int | None
    word: str | None = None
    high: int | None = None
    unit: str | None = None
    exact: bool = True


_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?(st|nd|rd|th)?")
_DOTTED_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})")
# Longer than any count; also keeps int() away from hostile strings of digits.
_MAX_DIGITS = 12
_SPACES = frozenset(" \u00a0\u202f\u2009")
_DASHES = frozenset("-–—‑‐−")
_STARTS = (
    frozenset(words.SMALL)
    | frozenset(words.SCALES)
    | frozenset(words.PLURALS)
    | frozenset(words.VAGUE)
    | {"half", "half-dozen", "half-a-dozen", "quarter", "triple"}
)


def find_numbers(tokens: Sequence[Token], text: str) -> list[Number]:
    """Find the numbers among `tokens`, which are those of one sentence of `text`.

    Offsets are code points into `text`. The order is that of the text.
    """
    found: list[Number] = []
    free = 0  # the first token that belongs to no number yet
    for index, token in enumerate(tokens):
        lower = token.lower
        if index < free or not (lower in _STARTS or "0" <= lower[0] <= "9" or "-" in lower):
            continue
        core = _core(tokens, index, free, text)
        if core is None:
            continue
        core = _joined(tokens, core, text, free)
        number = _qualified(tokens, core, text, free, found[-1] if found else None)
        found.append(number)
        free = number.end_token
    return found


def _core(tokens: Sequence[Token], index: int, free: int, text: str) -> _Core | None:
    lower = tokens[index].lower
    if "0" <= lower[0] <= "9":
        return _digits(tokens, index, text)
    if lower in words.SMALL:
        return _cardinal(tokens, index)
    before = tokens[index - 1].lower if index > free else ""
    first = index - 1 if before in ("a", "an") else index
    if lower in words.SCALES:
        return _cardinal(tokens, index)._replace(first=first)
    if lower in words.PLURALS:
        return _plural(tokens, index)
    if lower in words.VAGUE:
        if lower in words.NEEDS_ARTICLE and first == index and before != "last":
            return None
        return _vague(tokens, index, first)
    if lower in ("half", "quarter", "half-dozen", "half-a-dozen"):
        return _fraction(tokens, index, first)
    return _compound(tokens, index)


def _scaled(value: float, tokens: Sequence[Token], end: int) -> tuple[float, int]:
    while end < len(tokens) and (scale := words.SCALES.get(tokens[end].lower)):
        value *= scale
        end += 1
    return value, end


def _digits(tokens: Sequence[Token], index: int, text: str) -> _Core:
    token = tokens[index]
    end = index + 1
    match = _DIGITS.fullmatch(token.lower)
    if match is None or len(token.text) > _MAX_DIGITS + 3:
        unit = "date" if _DOTTED_DATE.fullmatch(token.text) else "other"
        return _Core(index, end, None, unit=unit)
    whole, decimals, ordinal = match.groups()
    if ordinal:
        return _Core(index, end, int(whole.replace(",", "")), unit="ordinal")
    figure = whole.replace(",", "")
    if whole == figure and not decimals and len(whole) <= 3 and whole[0] != "0":
        while end < len(tokens) and _is_group(tokens[end - 1], tokens[end], text):
            figure += tokens[end].text
            end += 1
            if len(figure) > _MAX_DIGITS:
                return _Core(index, end, None, unit="other")
    if decimals:
        value, scaled_end = _scaled(float(f"{figure}.{decimals}"), tokens, end)
        if scaled_end == end:
            return _Core(index, end, None, unit=None if _measures(tokens, end) else "other")
        return _Core(index, scaled_end, round(value))
    if len(whole) > 1 and whole[0] == "0":
        clock = ":" in (_lowers(tokens, end, 1) + _lowers(tokens, max(0, index - 1), 1)[:1])
        return _Core(index, end, int(figure), unit="time" if clock else "other")
    value, end = _scaled(int(figure), tokens, end)
    return _Core(index, end, int(value))


def _measures(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].lower in words.AFTER_UNITS


def _is_group(token: Token, following: Token, text: str) -> bool:
    """Whether `following` is the "000" of "1 000"."""
    return (
        following.start == token.end + 1
        and text[token.end] in _SPACES
        and len(following.text) == 3
        and following.text.isascii()
        and following.text.isdigit()
    )


def _cardinal(tokens: Sequence[Token], index: int) -> _Core:
    """Read "one hundred and eighty-six", "two dozen", "three million"."""
    total, current, end = 0, -1, index
    while end < len(tokens):
        lower = tokens[end].lower
        small = words.SMALL.get(lower)
        scale = words.SCALES.get(lower)
        if small is not None:
            tens = current >= 20 and current % 10 == 0 and current % 100 and small < 10
            if (
                current >= 0
                and not (current % 100 == 0 and 0 < small < 100 and end > index)
                and not tens
            ):
                break
            current = max(current, 0) + small
        elif scale in (12, 100):
            if current > 99:
                break
            current = (current if current > 0 else 1) * (scale or 1)
        elif scale is not None:
            total += (current if current > 0 else 1) * scale
            current = 0
        elif not (lower == "and" and _carries_on(tokens, index, end)):
            break
        end += 1
    end_value = total + max(current, 0)
    if tokens[end - 1].lower == "and":
        end -= 1
    if _lowers(tokens, end, 3) == ["and", "a", "half"]:
        scale = words.SCALES.get(tokens[end + 3].lower) if end + 3 < len(tokens) else None
        if scale:
            return _Core(index, end + 4, round((end_value + 0.5) * scale))
        return _Core(index, end + 3, end_value)
    return _Core(index, end, end_value)


def _carries_on(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the "and" at `index` is that of "a hundred and six"."""
    if index == first or index + 1 >= len(tokens):
        return False
    small = words.SMALL.get(tokens[index + 1].lower)
    scale = words.SCALES.get(tokens[index - 1].lower, 0)
    return small is not None and 0 < small < 100 and scale >= 100


def _lowers(tokens: Sequence[Token], start: int, count: int) -> list[str]:
    return [token.lower for token in tokens[start : start + count]]


def _plural(tokens: Sequence[Token], index: int) -> _Core | None:
    word = tokens[index].lower
    low, end = words.PLURALS[word], index + 1
    following = _lowers(tokens, end, 2)
    if len(following) == 2 and following[0] == "of" and following[1] in ("thousands", "millions"):
        low = low // (2 if word == "tens" else 1) * words.PLURALS[following[1]]
        low = low if word == "tens" else low // 2
        end += 2
    elif word == "tens":
        return None
    text = " ".join(token.lower for token in tokens[index:end])
    return _Core(index, end, low, word=text, exact=False)


def _vague(tokens: Sequence[Token], index: int, first: int) -> _Core:
    word = tokens[index].lower
    end = index + 1
    if _lowers(tokens, end, 1) == ["of"] and _lowers(tokens, end + 1, 1) in (
        ["hundred"],
        ["dozen"],
    ):
        end += 1
    value, scaled_end = _scaled(words.VAGUE[word], tokens, end)
    end = scaled_end if scaled_end > end else index + 1
    name = " ".join(token.lower for token in tokens[index:end])
    return _Core(first, end, int(value), word=name, exact=word in words.VAGUE_EXACT)


def _fraction(tokens: Sequence[Token], index: int, first: int) -> _Core | None:
    """Read "half a dozen", "half a million", "a quarter of a million"; other fractions are none."""
    lower = tokens[index].lower
    if "dozen" in lower:
        return _Core(first, index + 1, 6)
    skip = 2 if lower == "half" else 3
    scale = words.SCALES.get((_lowers(tokens, index + skip, 1) or [""])[0])
    links = _lowers(tokens, index + 1, skip - 1)
    if scale and links in (["a"], ["of", "a"]):
        return _Core(first, index + skip + 1, scale // (2 if lower == "half" else 4))
    return None


def _compound(tokens: Sequence[Token], index: int) -> _Core | None:
    """Read the number in front of a word's first hyphen: "nine-storey", "ten-strong"."""
    head, _, tail = tokens[index].lower.partition("-")
    value = words.SMALL.get(head)
    if value is None and head in words.PLURALS:
        value = words.PLURALS[head]
    if value is None:
        return None
    ten = words.SMALL.get(f"{head}-{tail.partition('-')[0]}")
    if ten is not None:
        value, tail = ten, tail.partition("-")[2]
    if tail in ("strong", "member", "person", "man", "vehicle", "ship"):
        return _Core(index, index + 1, value)
    unit = words.HYPHEN_UNITS.get(tail) or words.AFTER_UNITS.get(tail)
    if unit is None:
        unit = words.AFTER_UNITS.get(tail.partition("-")[0], "other")
    return _Core(index, index + 1, value, unit="age" if tail.endswith("-old") else unit)


def _joined(tokens: Sequence[Token], core: _Core, text: str, free: int) -> _Core:
    """Stretch a number to the range that it begins: "20-25", "between 20 and 25"."""
    end = core.end
    if end + 1 >= len(tokens) or core.value is None or not core.exact or core.unit == "other":
        return core
    joint = tokens[end].lower
    before = tokens[core.first - 1].lower if core.first > free else ""
    if joint not in ("to", "or", "and") and joint not in _DASHES:
        return core
    if joint == "and" and before != "between":
        return core
    touching = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    if joint in _DASHES and not touching:
        return core
    first = core.first
    if before == "between" or (before == "from" and joint == "to"):
        if before == "from" and _changes(tokens, first - 1):
            return core
        first -= 1
    second = tokens[end + 1].lower
    index = end + 2 if second in ("a", "an") else end + 1
    if index >= len(tokens):
        return core
    start = tokens[index].lower
    if not (start in _STARTS or "0" <= start[0] <= "9"):
        return core
    other = _core(tokens, index, end + 1, text)
    if other is None or other.value is None or not other.exact or other.unit == "ordinal":
        return core
    low = core.value
    scale = words.SCALES.get(tokens[other.end - 1].lower, 1)
    if low < 100 and low < other.value // scale:
        low *= scale  # "two to three thousand"
    if other.value <= low:
        return core
    return _Core(first, other.end, low, high=other.value, unit=core.unit)


def _changes(tokens: Sequence[Token], index: int) -> bool:
    return any(token.lower in words.CHANGE_WORDS for token in tokens[max(0, index - 4) : index])


def _leads(tokens: Sequence[Token], first: int, free: int) -> tuple[int, set[str]]:
    """Tell where the modifiers in front of token `first` begin and what they say."""
    meanings: set[str] = set()
    while first > free:
        for rest, meaning in words.LEADS.get(tokens[first - 1].lower, ()):
            begin = first - 1 - len(rest)
            if begin >= free and tuple(_lowers(tokens, begin, len(rest))) == rest:
                break
        else:
            break
        first = begin
        meanings.add(meaning)
    return first, meanings


def _qualified(
    tokens: Sequence[Token], core: _Core, text: str, free: int, previous: Number | None
) -> Number:
    first, meanings = _leads(tokens, core.first, free)
    end = core.end
    low: int | None = core.value
    best = core.value if core.exact else None
    high = core.high if core.high is not None else best
    if end < len(tokens) and tokens[end].text == "+" and tokens[end].start == tokens[end - 1].end:
        end += 1
        meanings.add(words.LEAST)
    unit = core.unit or unit_of(
        tokens, core.first, end, core.value, previous.unit if previous else None
    )
    after = _lowers(tokens, end, 3)
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
    after = _lowers(tokens, end, 3)
    if any(word in words.EACH_WORDS for word in after):
        return True
    return any(
        pair in (["per", "side"], ["a", "side"], ["either", "side"], ["both", "sides"])
        for pair in (_lowers(tokens, place, 2) for place in range(end, end + 3))
    )
