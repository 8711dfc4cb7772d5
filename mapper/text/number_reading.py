"""The value of a number in words or figures, and of a range of two.

In: the tokens of a sentence and the place where a number may begin. Out: its tokens, value and, for
a vague word, the lowest value; None where there is no number. Nothing can go wrong.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mapper.text import number_words as words
from mapper.text.tokens import Token


class Core(NamedTuple):
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
# "Three hundred thousand"; no more, so that a hostile row of them stays a small number.
_MAX_SCALES = 2
_SPACES = frozenset(" \u00a0\u202f\u2009")
_DASHES = frozenset("-–—‑‐−")
STARTS = (
    frozenset(words.SMALL)
    | frozenset(words.SCALES)
    | frozenset(words.PLURALS)
    | frozenset(words.VAGUE)
    | {"half", "half-dozen", "half-a-dozen", "quarter", "triple"}
)


def read(tokens: Sequence[Token], index: int, free: int, text: str) -> Core | None:
    """Read the number at token `index`; an article before it belongs to it from token `free` on."""
    lower = tokens[index].lower
    if "0" <= lower[:1] <= "9":
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
    for _ in range(_MAX_SCALES):
        scale = words.SCALES.get(tokens[end].lower) if end < len(tokens) else None
        if scale is None:
            break
        value *= scale
        end += 1
    return value, end


def _digits(tokens: Sequence[Token], index: int, text: str) -> Core:
    token = tokens[index]
    end = index + 1
    match = _DIGITS.fullmatch(token.lower)
    if match is None or len(token.text) > _MAX_DIGITS + 3:
        unit = "date" if _DOTTED_DATE.fullmatch(token.text) else "other"
        return Core(index, end, None, unit=unit)
    whole, decimals, ordinal = match.groups()
    if ordinal:
        return Core(index, end, int(whole.replace(",", "")), unit="ordinal")
    figure = whole.replace(",", "")
    if whole == figure and not decimals and len(whole) <= 3 and whole[0] != "0":
        while end < len(tokens) and _is_group(tokens[end - 1], tokens[end], text):
            figure += tokens[end].text
            end += 1
            if len(figure) > _MAX_DIGITS:
                return Core(index, end, None, unit="other")
    if decimals:
        value, scaled_end = _scaled(float(f"{figure}.{decimals}"), tokens, end)
        if scaled_end == end:
            return Core(index, end, None, unit=None if _measures(tokens, end) else "other")
        return Core(index, scaled_end, round(value))
    if len(whole) > 1 and whole[0] == "0":
        clock = ":" in (lowers(tokens, end, 1) + lowers(tokens, max(0, index - 1), 1)[:1])
        return Core(index, end, int(figure), unit="time" if clock else "other")
    value, end = _scaled(int(figure), tokens, end)
    return Core(index, end, int(value))


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


def _cardinal(tokens: Sequence[Token], index: int) -> Core:
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
    if lowers(tokens, end, 3) == ["and", "a", "half"]:
        scale = words.SCALES.get(tokens[end + 3].lower) if end + 3 < len(tokens) else None
        if scale:
            return Core(index, end + 4, round((end_value + 0.5) * scale))
        return Core(index, end + 3, end_value)
    return Core(index, end, end_value)


def _carries_on(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the "and" at `index` is that of "a hundred and six"."""
    if index == first or index + 1 >= len(tokens):
        return False
    small = words.SMALL.get(tokens[index + 1].lower)
    scale = words.SCALES.get(tokens[index - 1].lower, 0)
    return small is not None and 0 < small < 100 and scale >= 100


def lowers(tokens: Sequence[Token], start: int, count: int) -> list[str]:
    """Give the `lower` of up to `count` tokens from `start` on."""
    return [token.lower for token in tokens[start : start + count]]


def _plural(tokens: Sequence[Token], index: int) -> Core | None:
    word = tokens[index].lower
    low, end = words.PLURALS[word], index + 1
    following = lowers(tokens, end, 2)
    if len(following) == 2 and following[0] == "of" and following[1] in ("thousands", "millions"):
        low = low // (2 if word == "tens" else 1) * words.PLURALS[following[1]]
        low = low if word == "tens" else low // 2
        end += 2
    elif word == "tens":
        return None
    text = " ".join(token.lower for token in tokens[index:end])
    return Core(index, end, low, word=text, exact=False)


def _vague(tokens: Sequence[Token], index: int, first: int) -> Core:
    word = tokens[index].lower
    end = index + 1
    if lowers(tokens, end, 1) == ["of"] and lowers(tokens, end + 1, 1) in (
        ["hundred"],
        ["dozen"],
    ):
        end += 1
    value, scaled_end = _scaled(words.VAGUE[word], tokens, end)
    end = scaled_end if scaled_end > end else index + 1
    name = " ".join(token.lower for token in tokens[index:end])
    return Core(first, end, int(value), word=name, exact=word in words.VAGUE_EXACT)


def _fraction(tokens: Sequence[Token], index: int, first: int) -> Core | None:
    """Read "half a dozen", "half a million", "a quarter of a million"; other fractions are none."""
    lower = tokens[index].lower
    if "dozen" in lower:
        return Core(first, index + 1, 6)
    skip = 2 if lower == "half" else 3
    scale = words.SCALES.get((lowers(tokens, index + skip, 1) or [""])[0])
    links = lowers(tokens, index + 1, skip - 1)
    if scale and links in (["a"], ["of", "a"]):
        return Core(first, index + skip + 1, scale // (2 if lower == "half" else 4))
    return None


def _compound(tokens: Sequence[Token], index: int) -> Core | None:
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
        return Core(index, index + 1, value)
    unit = words.HYPHEN_UNITS.get(tail) or words.AFTER_UNITS.get(tail)
    if unit is None:
        unit = words.AFTER_UNITS.get(tail.partition("-")[0], "other")
    return Core(index, index + 1, value, unit="age" if tail.endswith("-old") else unit)


def joined(tokens: Sequence[Token], core: Core, text: str, free: int) -> Core:
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
    if not (start in STARTS or "0" <= start[0] <= "9"):
        return core
    other = read(tokens, index, end + 1, text)
    if other is None or other.value is None or not other.exact or other.unit == "ordinal":
        return core
    low = core.value
    scale = words.SCALES.get(tokens[other.end - 1].lower, 1)
    if low < 100 and low < other.value // scale:
        low *= scale  # "two to three thousand"
    if other.value <= low:
        return core
    return Core(first, other.end, low, high=other.value, unit=core.unit)


def _changes(tokens: Sequence[Token], index: int) -> bool:
    return any(token.lower in words.CHANGE_WORDS for token in tokens[max(0, index - 4) : index])
