"""A text as recognition sees it: words with what their writing tells.

In: a text and the word lists. Out: a `Document`; nothing can go wrong. Hyphenated words that are
no name themselves ("Kyiv-based", "Belarus-Ukraine") are taken apart.
"""

import dataclasses
import re
from bisect import bisect_left

from mapper.gazetteer import Gazetteer
from mapper.text.tokens import Token, fold, tokenize, visible
from mapper.toponym.words import Words

# "al-Masri" and "d'Ivoire" are written small at the head and are names all the same.
_SMALL_HEAD = re.compile(
    r"(?:al|el|ad|an|ar|as|at|ash|az|abu|bin|d|l|ul|ed|er|es)[-'’`][^\W\d_a-zа-я]"
)
_PARTS = re.compile(r"[^-‑‐\ufe63\uff0d]+|[-‑‐\ufe63\uff0d]")
_LINE = re.compile(r"[^\n]+")
_LONGER = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADLINE = 160  # characters
# So many blanks a line of prose has before the wrap, within so many characters; headings and items
# of lists are shorter.
_WORDS_BEFORE_WRAP = 2
_LONGEST_LINE = 200
_ENDS = frozenset(".?!:;…")
_PREFIXES = frozenset(("mid", "trans", "anglo", "sino", "pan", "pro", "anti", "ex", "non", "sub"))
# Between two words of one line.
_PLAIN_GAPS = frozenset(("", " "))
_OPENERS = frozenset("\"'“‘«([*#-–—•>|")
# No name is longer; what is longer is data and would make keys without bound.
_LONGEST_WORD = 60


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """Tokens and, for each, how it is written.

    Attributes
    ----------
    words
        Its folded form.
    name_like
        It begins like a name: with a capital letter, or as "al-Masri" does.
    glued
        Nothing but one space, a line wrap or a hyphen stands between it and the word before.
    opens
        It is the first word of a sentence, heading, list item or quotation.
    shouting
        It stands in a line that is written in capitals.
    headline
        It stands in a line that begins every word with a capital: rows of names mean nothing there.
    """

    text: str
    tokens: list[Token]
    words: list[str]
    name_like: list[bool]
    glued: list[bool]
    opens: list[bool]
    shouting: list[bool]
    headline: list[bool]

    def lower(self, index: int) -> str:
        """Give the folded word at `index`, empty outside the text."""
        if index < 0:
            return ""
        try:
            return self.words[index]
        except IndexError:
            return ""

    def is_name(self, index: int) -> bool:
        """Tell whether there is a word at `index` and it begins like a name."""
        return 0 <= index < len(self.tokens) and self.name_like[index]


def read_document(text: str, gazetteer: Gazetteer, words: Words) -> Document:
    """Take `text` apart."""
    tokens = _split_hyphens(tokenize(text), gazetteer)
    starts = [token.start for token in tokens]
    name_like = [
        (word[0].isupper() or (not word.isalpha() and bool(_SMALL_HEAD.match(word))))
        and len(word) <= _LONGEST_WORD
        for word, _, _, _ in tokens
    ]
    glued: list[bool] = []
    opens: list[bool] = []
    end = 0
    opening = True
    before = ""
    was_word = False
    for index, (word, start, stop, _) in enumerate(tokens):
        is_word = word[0].isalnum()
        if start - end == 1 and text[end] == " ":
            glued.append(is_word and was_word)
        else:
            gap = visible(text[end:start])
            breaks = gap not in _PLAIN_GAPS and _is_break(gap, text, end)
            opening = opening or breaks
            glued.append(index > 0 and not breaks and _joins(gap, before, word))
        if is_word:
            opens.append(opening)
            opening = False
        else:
            opens.append(False)
            if word in _ENDS:
                opening = word != "." or not _is_abbreviation(tokens, name_like, index - 1, words)
            elif word not in _OPENERS:
                opening = False
        before, was_word, end = word, is_word, stop
    return Document(
        text=text,
        tokens=tokens,
        words=[token.lower for token in tokens],
        name_like=name_like,
        glued=glued,
        opens=opens,
        shouting=_lying_in(_shouted_lines(text), starts),
        headline=_lying_in(_titled_lines(text), starts),
    )


def _split_hyphens(tokens: list[Token], gazetteer: Gazetteer) -> list[Token]:
    found: list[Token] = []
    done = 0
    for index in [n for n, token in enumerate(tokens) if "-" in token.lower]:
        token = tokens[index]
        if _is_whole(token, gazetteer):
            continue
        parts = [
            Token(m.group(), token.start + m.start(), token.start + m.end(), fold(m.group()))
            for m in _PARTS.finditer(token.text)
        ]
        if _is_joined(parts, gazetteer):
            found += [*tokens[done:index], *parts]
            done = index + 1
    return found + tokens[done:]


def _is_whole(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a word with hyphens is no name with something joined to it, or a known one."""
    if len(token.text) > _LONGEST_WORD or token.lower == "-":
        return True
    return bool(_SMALL_HEAD.match(token.text) or gazetteer.lookup(token.text))


def _is_joined(parts: list[Token], gazetteer: Gazetteer) -> bool:
    """Whether a hyphen joins words of which one is a name: "Kyiv-based", not "Vest-Agder"."""
    names = [part for part in parts if part.text[0].isupper() and len(part.text) > 1]
    known = [bool(gazetteer.lookup(part.text)) for part in names]
    return any(known) and (all(known) or len(names) < 2 or parts[0].lower in _PREFIXES)


def _shouted_lines(text: str) -> list[tuple[int, int]]:
    """Give the spans of lines with at least three words, all in capitals."""
    spans = []
    for line in _LINE.finditer(text):
        letters = line.group()
        if letters.isupper() and letters.count(" ") >= 2:
            spans.append(line.span())
    return spans


def _titled_lines(text: str) -> list[tuple[int, int]]:
    """Give the spans of short lines in which nearly all longer words begin with a capital."""
    spans = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST_HEADLINE:
            continue
        words = _LONGER.findall(line.group())
        if len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words):
            spans.append(line.span())
    return spans


def _lying_in(spans: list[tuple[int, int]], starts: list[int]) -> list[bool]:
    """Tell which tokens lie in one of the spans, which are in order and do not overlap."""
    inside = [False] * len(starts)
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside[first:last] = [True] * (last - first)
    return inside


def _is_break(gap: str, text: str, at: int) -> bool:
    """Tell whether something new begins: a new line does so, unless it is indented."""
    if "\n" not in gap:
        return "\t" in gap or len(gap) > 3
    if gap.count("\n") > 1:
        return True
    return not gap.rpartition("\n")[2] or text[at - 1 : at] in _ENDS


def is_wrapped(text: str, end: int, start: int) -> bool:
    """Tell whether a line ends between two words of a name: there are words before them in it."""
    if text[end:start].strip(" ") != "\n":
        return False
    line = text.rfind("\n", max(0, end - _LONGEST_LINE), end) + 1
    return text.count(" ", max(line, end - _LONGEST_LINE), end) >= _WORDS_BEFORE_WRAP


def _joins(gap: str, before: str, word: str) -> bool:
    if gap and not gap.isspace():
        return False
    return before[0].isalnum() and word[0].isalnum() or (not gap and (before == "-" or word == "-"))


def _is_abbreviation(tokens: list[Token], name_like: list[bool], index: int, words: Words) -> bool:
    """Whether the full stop behind the word at `index` belongs to it."""
    if index < 0:
        return False
    token = tokens[index]
    if len(token.text) == 1 and token.text.isupper():
        return True
    return name_like[index] and (
        token.text + "." in words.abbreviations
        or token.lower in words.titles
        and len(token.lower) <= 5
        or token.lower in {"st", "ft", "mt", "co", "inc", "no", "jr", "sr"}
    )
