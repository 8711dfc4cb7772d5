"""A sentence with all that is known of its words.

In: a span of the article with its toponyms and dates. Out: a `Sentence`: tokens, the lexicon's
marks, numbers, dates, toponyms and where clauses begin. Nothing can go wrong.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from mapper.dating.model import DateMention
from mapper.lexicon import Form, Lexicon, Mark, english
from mapper.text.blocks import Block
from mapper.text.numbers import Number, find_numbers
from mapper.text.tokens import Token, tokenize
from mapper.toponym.model import Toponym

_AFTER_COMMA = english.words("sentence", "after_comma")
_AS_WHAT = english.words("sentence", "as_what")
_SUBORDINATORS = english.words("sentence", "subordinators")
_EMBEDDED = english.words("sentence", "embedded")
_SOME_OF = english.words("sentence", "some_of")
_FINITE = english.words("sentence", "finite")
_COORDINATORS = frozenset({"and", "but", "or", "so", "yet", "nor", "then"})
# In front of a verb in the present: "it strikes", "its drones strike".
_PRONOUNS = frozenset({"it", "they", "we", "he", "she"})
_OWN = frozenset({"its", "their", "our", "his"})
_WHICH = frozenset({"which", "whom", "whose"})
# What opens a clause with its place in front, and the subject behind that place.
_PLACING = english.words("sentence", "placing")
_DIVISIONS = english.words("sentence", "divisions")
_SUBJECTS = english.words("sentence", "subjects")
_SUBJECT_REACH = 8
# Words from a comma to "which": ", from most of which".
_OF_WHICH = 4
_RELATIVE = frozenset({"which", "who", "whose", "whom", "where", "when"})
# Words of a relative clause that has its verb, with its commas: "which Moscow retook,".
_SHORTEST_RELATIVE = 4
# A clause begins behind these signs, and behind a comma when one of the words above follows.
_SIGNS = frozenset({";", ":", "—", "–", "--", "(", ")", "“", "”", '"', "…", "|", "/"})
# Before any other word a clause goes on.
_OPENERS = _SIGNS | _AFTER_COMMA | _SUBORDINATORS | _PLACING
_START_OF, _END_OF = attrgetter("start"), attrgetter("end")
_Found = TypeVar("_Found", DateMention, Toponym)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence ready for reading. Offsets are code points into the article's text.

    Attributes
    ----------
    clause
        For each token, the number of the clause that it stands in, from 0.
    parents
        For each clause, the number of the one that it hangs on; the first one's is its own.
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
    parents: tuple[int, ...]
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
        shelf = self.by_category.get(category, ())
        if not others:
            return shelf
        further = self.by_category.keys() & others
        if not further:
            return shelf
        if not shelf and len(further) == 1:
            return self.by_category[further.pop()]
        wanted = {category, *others}
        return tuple([m for m in self.marks if m.entry.category in wanted])

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

    def is_within(self, clause: int, outer: int) -> bool:
        """Whether a clause is another one or hangs on it, however deep."""
        while clause != outer and self.parents[clause] != clause:
            clause = self.parents[clause]
        return clause == outer

    def word(self, index: int) -> str:
        """Read the case-folded token, or an empty string outside the sentence."""
        if index < 0:
            return ""
        try:
            return self.words[index]
        except IndexError:
            return ""


def _clauses(tokens: Sequence[Token], marks: Sequence[Mark]) -> tuple[list[int], list[int]]:
    """Count the clauses: for each token the number of its own, for each clause its parent's.

    A clause behind a comma that only describes ends with the next comma, and what it stands in
    goes on: "The depot, which lies in Tula, was hit", "In Sinaloa, where gangs fight, two died".
    """
    numbers: list[int] = []
    past = {m.first for m in marks if m.entry.form is Form.PAST and m.last - m.first == 1}
    parents = [0]
    current = 0
    around: int | None = None
    opener = ""
    for i, token in enumerate(tokens):
        word = token.lower
        if around is None and word not in _OPENERS:
            numbers.append(current)
            continue
        comma = _behind_comma(tokens, i)
        if word in _SIGNS:
            if not _is_clock(tokens, i) and not _is_in_a_name(tokens, i):
                around, current = None, len(parents)
                parents.append(0)
        elif i and ((comma and word in _AFTER_COMMA) or _subordinates(tokens, i)):
            if not comma or word not in _EMBEDDED:
                around = around if not comma else None
            elif around is None:
                around = current
            parents.append(parents[current] if word in _COORDINATORS else current)
            current, opener = len(parents) - 1, word
        elif word in _PLACING and _is_fronted(tokens, i, past, numbers):
            around = None
            parents.append(parents[current])
            current, opener = len(parents) - 1, word
        elif comma and around is not None:
            told = {
                clause for j, clause in enumerate(numbers) if j in past or _is_finite(tokens[j])
            }
            whole = current in told or opener not in _RELATIVE  # "after a warning, two were hit"
            verb = i in past or word in _FINITE
            if verb and current not in told and around in told:
                numbers.append(current)
                continue  # "..., while in Kotli a girl and her brother, 18, were killed"
            # "The port, which Moscow retook, was hit", whatever verb stood inside
            long = around not in told and i - numbers.index(current) >= _SHORTEST_RELATIVE
            if (whole and (verb or around not in told)) or (long and verb):
                current, around = around, None
        numbers.append(current)
    return numbers, parents


def _is_fronted(
    tokens: Sequence[Token], index: int, past: set[int], numbers: Sequence[int]
) -> bool:
    """Whether a place opens a clause behind another: "..., in Izium a woman was hurt"."""
    before = tokens[index - 1].lower if index else ""
    if before not in {",", "and", "while"} or index + 1 >= len(tokens):
        return False
    at = index + 1 + (tokens[index + 1].lower == "the")
    named = at
    while at < len(tokens) and (tokens[at].text[:1].isupper() or tokens[at].text in {"-", "'s"}):
        at += 1
    at += at < len(tokens) and tokens[at].lower in _DIVISIONS
    at += at < len(tokens) and tokens[at].lower == ","
    if at == named or at >= len(tokens):
        return False
    if tokens[at].lower not in _SUBJECTS and not tokens[at].text[:1].isdecimal():
        return False
    told = any(j in past or _is_finite(tokens[j]) for j in range(len(numbers)))
    return told and _has_verb(tokens, at, past)


def _has_verb(tokens: Sequence[Token], start: int, past: set[int]) -> bool:
    """Whether a verb follows its subject before the next sign: "a woman was hurt"."""
    for j in range(start + 1, min(start + _SUBJECT_REACH, len(tokens))):
        if tokens[j].lower in _SIGNS or tokens[j].text in {",", "."}:
            return False
        if j in past or _is_finite(tokens[j]):
            return True
    return False


def _behind_comma(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands in front, or in front of "most of" before "which" or "whom"."""
    at = index - 1
    if tokens[index].lower in _WHICH:
        while index - at <= _OF_WHICH and at >= 0 and tokens[at].lower in _SOME_OF:
            at -= 1
    return at >= 0 and tokens[at].text == ","


def _is_in_a_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a slash joins two parts of a name: "the AFC/M23 rebels"."""
    if tokens[index].lower != "/" or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return before.end == tokens[index].start and after.start == tokens[index].end


def _is_clock(tokens: Sequence[Token], index: int) -> bool:
    """Whether a colon stands in a time: "at 16:10"."""
    near = tokens[max(0, index - 1) : index + 2]
    return len(near) == 3 and near[0].lower.isdigit() and near[2].lower.isdigit()


def _is_finite(token: Token) -> bool:
    """Whether a word may be the verb of a clause, as far as its form tells."""
    return token.lower in _FINITE or (token.text.endswith("ed") and token.text.islower())


def _subordinates(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if word not in _SUBORDINATORS:
        return False
    return word != "as" or tokens[index - 1].lower not in _AS_WHAT


def _word_of(mark: Mark) -> tuple[int, int, str]:
    return mark.first, mark.last, mark.entry.value


def _is_present(tokens: Sequence[Token], mark: Mark) -> bool:
    """Whether a word that may be a noun is a verb: "it strikes", "says that its drones strike"."""
    before = [t.lower for t in tokens[max(0, mark.first - 2) : mark.first]]
    word = tokens[mark.first].lower
    own = before[:1] and before[0] in _OWN and before[-1].endswith("s") and not word.endswith("s")
    return bool(before) and (before[-1] in _PRONOUNS or bool(own))


def _sound(tokens: Sequence[Token], marks: Sequence[Mark], label: bool) -> list[Mark]:
    """Drop marks that a compound takes away ("drone factory", "strike drone").

    Outside headings a word that may be noun or present tense ("the release") is the noun.
    """
    blocked: list[Mark] = []
    weapons: list[Mark] = []
    nouns: set[tuple[int, int, str]] = set()
    bases: set[tuple[int, int, str]] = set()
    for mark in marks:
        category, form = mark.entry.category, mark.entry.form
        if category == "trigger":
            if form is Form.NOUN:
                nouns.add(_word_of(mark))
            elif form is Form.BASE:
                bases.add(_word_of(mark))
        elif category == "weapon":
            if mark.last - mark.first > 1:
                weapons.append(mark)
        elif category == "no_event":
            blocked.append(mark)
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
            word = _word_of(mark)
            if form is Form.BASE and word in nouns and not (label or _is_present(tokens, mark)):
                continue
            if form is Form.NOUN and word in bases and _is_present(tokens, mark):
                continue
            if weapons and any(_is_longer(w, mark) and _covers(w, mark) for w in weapons):
                continue
            if blocked and any(
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


def _overlapping(found: Sequence[_Found], start: int, end: int) -> Sequence[_Found]:
    """Take those that overlap a span out of things that are in order and apart."""
    return found[bisect_right(found, start, key=_END_OF) : bisect_left(found, end, key=_START_OF)]


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

    `dates` and `toponyms` are those of the whole article, in order and apart.
    """
    tokens = tokenize(text, start, end)
    _, starts, ends, words = zip(*tokens, strict=True) if tokens else ((), (), (), ())
    marks = tuple(_sound(tokens, lexicon.mark(tokens), label))
    clause, parents = _clauses(tokens, marks)
    return Sentence(
        text=text,
        start=start,
        end=end,
        block=block,
        index=index,
        tokens=tuple(tokens),
        clause=tuple(clause),
        parents=tuple(parents),
        marks=marks,
        words=words,
        starts=starts,
        ends=ends,
        by_category=_shelved(marks),
        numbers=tuple(find_numbers(tokens, text)),
        dates=tuple(_overlapping(dates, start, end)),
        toponyms=tuple(_overlapping(toponyms, start, end)),
        label=label,
    )
