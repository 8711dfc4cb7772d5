"""Words of a text with their places.

In: any text. Out: `Token`s in order, without white space and invisible marks; a word may have such
marks inside, as a soft hyphen. Nothing can go wrong.
"""

import functools
import re
from bisect import bisect_left
from typing import NamedTuple

# A number keeps its separators (1,000 / 3.5), a word its apostrophe and hyphens (Krasny's,
# Chaung-U, al-Masri, nine-storey), a possessive 's is a token of its own.
_MARK = r"[\u0300-\u036f]"
# One or more letters, marks on them among these. Only one way to read each text, as a run of plain
# letters and what follows each mark: quick, and linear whatever follows.
_LETTERS = rf"(?:[^\W_]|{_MARK})[^\W_]*(?:{_MARK}[^\W_]*)*"
# Soft hyphen, zero-width and direction marks, variation selectors: nobody sees them.
HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_HYPHENS = "-‑‐\ufe63\uff0d"
_JOINT = rf"(?:[{_HYPHENS}]|['’ʼ`‘′＇](?!s\b))"
_TOKEN = re.compile(
    # Most words are plain and end so; the alternatives behind would read the same.
    r"[A-Za-z]+(?=[ ,.\n])"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?!\w)"
    r"|['’ʼ]s\b"
    # No possessive quantifiers: those of a group go wrong before Python 3.11.5.
    rf"|{_LETTERS}(?:(?:[{HIDDEN}]+(?:{_JOINT}[{HIDDEN}]*)?|{_JOINT}[{HIDDEN}]*){_LETTERS})*"
    rf"|\.\.\.|…|--|[^\w\s{HIDDEN}]|_"
)
_HIDDEN = re.compile(f"[{HIDDEN}]+")


class Token(NamedTuple):
    """A word, number or sign. A tuple for speed: an article has hundreds.

    `lower` is the case-folded word with straight apostrophes and plain hyphens, and without
    invisible marks.
    """

    text: str
    start: int
    end: int
    lower: str


_STRAIGHT = str.maketrans(dict.fromkeys("’ʼ`‘′＇", "'") | dict.fromkeys(_HYPHENS, "-"))


# The stages take one article apart one after the other, by itself and sentence by sentence.
_KEPT_TEXTS = 2
# A longer text is taken apart anew each time rather than kept.
_KEPT_LENGTH = 100_000


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split `text[start:end]` into tokens; offsets are into the whole `text`."""
    stop = len(text) if end is None else end
    if len(text) > _KEPT_LENGTH:
        return _split(text, start, stop)
    tokens, starts = _whole(text)
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    cut_first = first > 0 and tokens[first - 1].end > start
    cut_last = last > 0 and tokens[last - 1].end > stop
    return _split(text, start, stop) if cut_first or cut_last else list(tokens[first:last])


def fold(word: str) -> str:
    """Give the form of `word` that word lists have."""
    if word.isascii():
        return word.lower()
    return visible(word).translate(_STRAIGHT).casefold()


def visible(text: str) -> str:
    """Leave out what nobody sees."""
    return text if text.isascii() else _HIDDEN.sub("", text)


@functools.lru_cache(_KEPT_TEXTS)
def _whole(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    tokens = tuple(_split(text, 0, len(text)))
    return tokens, tuple([token.start for token in tokens])


def _split(text: str, start: int, stop: int) -> list[Token]:
    # Made as the tuples that they are: the class's own way takes as long as all the rest.
    return [
        tuple.__new__(
            Token, (word := m[0], *m.span(), word.lower() if word.isascii() else fold(word))
        )
        for m in _TOKEN.finditer(text, start, stop)
    ]
