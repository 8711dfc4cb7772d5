"""Words of a text with their places.

In: any text. Out: `Token`s in order, without white space. Nothing can go wrong.
"""

import re
from typing import NamedTuple

# A number keeps its separators (1,000 / 3.5), a word its apostrophe and hyphens (Krasny's, Chaung-U,
# al-Masri, nine-storey), a possessive 's is a token of its own.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?!\w)"
    r"|['’ʼ]s\b"
    rf"|{_LETTER}+(?:(?:[-‑‐]|['’ʼ`](?!s\b)){_LETTER}+)*"
    r"|\.\.\.|…|--|[^\w\s]|_"
)


class Token(NamedTuple):
    """A word, number or sign. A tuple for speed: an article has hundreds.

    `lower` is the case-folded word with straight apostrophes and plain hyphens.
    """

    text: str
    start: int
    end: int
    lower: str


_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-"})


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`; offsets are into the whole `text`."""
    stop = len(text) if end is None else end
    return [
        Token(
            word := m.group(),
            m.start(),
            m.end(),
            word.lower() if word.isascii() else word.translate(_STRAIGHT).casefold(),
        )
        for m in _TOKEN.finditer(text, start, stop)
    ]
