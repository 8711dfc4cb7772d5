"""A sentence with all that is known of its words.

In: a span of the article with its toponyms and dates. Out: a `Sentence`: tokens, the lexicon's
marks, numbers, dates, toponyms and where clauses begin. Nothing can go wrong.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from mapper.dating.model import DateMention
from mapper.lexicon import Form, Lexicon, Mark, english
from mapper.text.blocks import Block
from mapper.text.numbers import Number, find_numbers
from mapper.text.tokens import Token, tokenize
from mapper.toponym.model import Toponym

_AFTER_COMMA = english.words("sentence", "after_comma")
_AS_WHAT = english.words("sentence", "as_what")
_SUBORDINATORS = english.words("sentence", "subordinators")


# A clause begins behind these signs, and behind a comma when one of the words below follows.
_SIGNS = frozenset({";", ":", "—", "–", "--", "(", ")", "“", "”", '"', "…", "|", "/"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence ready for reading. Offsets are code points into the article's text.

    Attributes
    ----------
    clause
        For each token, the number of the clause that it stands in, from 0.
    words, starts, ends
        For each token, its case-folded word and where it begins and ends.
    by_category
        The marks of each category, and those of all whose name begins alike: "harm." has those of
        "harm.killed.verbs".
    label
        True when the sentence, or the whole block, is a heading or a label without a verb of its
        own ("Kupiansk: artillery fire, 1 dead"), where the present tense and bare nouns tell.
    """

    text: str
    start: int
    end: int
    block: Block
    index: int
    tokens: tuple[Token, ...]
    clause: tuple[int, ...]
    marks: tuple[Mark, ...]
    numbers: tuple[Number, ...]
    dates: tuple[DateMention, ...]
    toponyms: tuple[Toponym, ...]
    label: bool = False
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    by_category: Mapping[str, tuple[Mark, ...]]

    def of(self, category: str, *others: str) -> tuple[Mark, ...]:
        """List the marks of these categories, in order."""
        if not others:
            return self.by_category.get(category, ())
        return tuple(
            m for m in self.marks if m.entry.category == category or m.entry.category in others
        )

    def under(self, prefix: str) -> tuple[Mark, ...]:
        """List the marks whose category begins with `prefix`, a name and its dot, in order."""
        return self.by_category.get(prefix, ())

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends behind `offset`."""
        return bisect_right(self.ends, offset)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Find the tokens that the span covers, end exclusive."""
        first = self.token_at(start)
        return first, max(first + 1, bisect_left(self.starts, end))

    def word(self, index: int) -> str:
        """Read the case-folded token, or an empty string outside the sentence."""
        words = self.words
        return words[index] if 0 <= index < len(words) else ""


def _clauses(tokens: Sequence[Token]) -> list[int]:
    """Count the clauses: for each token the number of its own."""
    numbers: list[int] = []
    current = 0
    for i, token in enumerate(tokens):
        word = token.lower
        if word in _SIGNS:
            clock = (
                word == ":"
                and i
                and tokens[i - 1].lower.isdigit()
                and i + 1 < len(tokens)
                and tokens[i + 1].lower.isdigit()
            )
            if not clock:
                current += 1
        elif i and (
            (word in _AFTER_COMMA and tokens[i - 1].text == ",") or _subordinates(tokens, i)
        ):
            current += 1
        numbers.append(current)
    return numbers


def _subordinates(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if word not in _SUBORDINATORS:
        return False
    return word != "as" or tokens[index - 1].lower not in _AS_WHAT


def _sound(marks: Sequence[Mark], label: bool) -> list[Mark]:
    """Drop marks that a compound takes away ("drone factory", "strike drone").

    Outside headings a word that may be noun or present tense ("the release") is the noun.
    """
    blocked = [m for m in marks if m.entry.category == "no_event"]
    weapons = [m for m in marks if m.entry.category == "weapon" and m.last - m.first > 1]
    nouns = {
        (m.first, m.last, m.entry.value)
        for m in marks
        if m.entry.category == "trigger" and m.entry.form is Form.NOUN
    }
    kept = []
    for mark in marks:
        category, form = mark.entry.category, mark.entry.form
        if category == "speech.verbs":
            if form is Form.BASE or form is Form.ING:
                continue
        elif category == "weapon":
            if any(_is_longer(b, mark) and b.first <= mark.first < b.last for b in blocked):
                continue
        elif category == "trigger":
            named = (mark.first, mark.last, mark.entry.value) in nouns
            if form is Form.BASE and named and not label:
                continue
            if any(_is_longer(w, mark) and _covers(w, mark) for w in weapons) or any(
                _covers(b, mark) or (_is_longer(b, mark) and b.first <= mark.first < b.last)
                for b in blocked
            ):
                continue
        kept.append(mark)
    return kept


def _is_longer(one: Mark, other: Mark) -> bool:
    return one.last - one.first > other.last - other.first


def _covers(outer: Mark, inner: Mark) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _shelved(marks: Sequence[Mark]) -> dict[str, tuple[Mark, ...]]:
    """File the marks under their categories, and under what begins the names of these."""
    shelves: dict[str, list[Mark]] = {}
    for mark in marks:
        category = mark.entry.category
        shelves.setdefault(category, []).append(mark)
        head, dot, _ = category.partition(".")
        if dot:
            shelves.setdefault(head + dot, []).append(mark)
    return {category: tuple(shelf) for category, shelf in shelves.items()}


def read_sentence(
    text: str,
    start: int,
    end: int,
    *,
    block: Block,
    index: int,
    lexicon: Lexicon,
    dates: Sequence[DateMention],
    toponyms: Sequence[Toponym],
    label: bool = False,
) -> Sentence:
    """Read the sentence at `text[start:end]`.

    `dates` and `toponyms` are those of the whole article.
    """
    tokens = tokenize(text, start, end)
    marks = tuple(_sound(lexicon.mark(tokens), label))
    return Sentence(
        text=text,
        start=start,
        end=end,
        block=block,
        index=index,
        tokens=tuple(tokens),
        clause=tuple(_clauses(tokens)),
        marks=marks,
        words=tuple([token.lower for token in tokens]),
        starts=tuple([token.start for token in tokens]),
        ends=tuple([token.end for token in tokens]),
        by_category=_shelved(marks),
        numbers=tuple(find_numbers(tokens, text)),
        dates=tuple(d for d in dates if d.start < end and d.end > start),
        toponyms=tuple(t for t in toponyms if t.start < end and t.end > start),
        label=label,
    )
