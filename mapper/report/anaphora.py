"""Words that point back to what was told before.

In: a sentence. Out: yes or no. Nothing can go wrong.
"""

from mapper.lexicon import Form, english
from mapper.report.sentence import Sentence

# Verbs in front of an attack that everybody knows.
_SPOKEN_OF = frozenset({"condemned", "condemn", "condemns", "mourned", "deplored", "denounced"})
_BACK = english.words("anaphora", "back")
# Behind a "There" that opens a sentence and points: "There, on Monday, one struck a depot".
_BEHIND_THERE = frozenset({",", "the"})
_EXISTS = english.words("anaphora", "exists")
_THIS = english.words("anaphora", "this")
_OTHER = english.words("anaphora", "other")
_MOVED = english.words("anaphora", "moved")
_GRANTS = english.words("anaphora", "grants")


def is_definite(sentence: Sentence) -> bool:
    """Whether an event is told of as known: "the attack", "the gunmen", "the attackers"."""
    if sentence.of("definite"):
        return True
    if sentence.word(0) in {"that", "this"} and sentence.word(1) in {"was", "is"}:
        return True  # "That was the result of an air strike"
    if any(
        sentence.word(m.first - 1) == "the" and m.entry.form is Form.NOUN
        for m in sentence.of("fighters")
    ):
        return True
    return any(
        m.entry.form is Form.NOUN
        and (
            _pointed_at(sentence, m.first)
            or _of_a_day(sentence, m.first)
            or _of_a_place(sentence, m.first)
        )
        for m in sentence.of("trigger")
    )


def _pointed_at(sentence: Sentence, index: int) -> bool:
    """Whether "this" or the like stands before a noun; not "a missile that hit the harbour"."""
    if sentence.word(index - 1) not in _THIS:
        return False
    return not any(m.first == index and m.entry.form is Form.PAST for m in sentence.of("trigger"))


def _of_a_day(sentence: Sentence, index: int) -> bool:
    """Whether a day's own is meant: "Thursday's strike"."""
    possessive = sentence.word(index - 1) in {"'s", "'"}
    before = sentence.tokens[index - 2].end if index >= 2 else -1
    return possessive and any(d.end == before and d.span.first for d in sentence.dates)


def _of_a_place(sentence: Sentence, index: int) -> bool:
    """Whether a place's is condemned or mourned: "leaders condemned the Bannu attack"."""
    before = sentence.tokens[index - 1].end if index >= 2 else -1
    named = next((t for t in sentence.toponyms if t.end == before), None)
    if named is None:
        return False
    first = sentence.token_at(named.start)
    spoken = not _SPOKEN_OF.isdisjoint(sentence.words[max(0, first - 2) : first])
    return sentence.word(first - 1) == "the" and spoken


def points_back(sentence: Sentence, at: int) -> bool:
    """Whether a sentence without a place of its own goes on with what was told before.

    `at` is the token of its event. It does with "there", where somebody grants what others told
    ("acknowledged that a plant had been hit") and where a side tells of its own deed ("said that
    it had struck a base").
    """
    if any(_of_another(sentence, m.first) for m in sentence.of("trigger")):
        return False
    granted = any(sentence.word(m.first) in _GRANTS for m in sentence.of("speech.verbs"))
    if granted or points_there(sentence):
        return True
    # "Said that it had killed 12" may have been anywhere.
    by_harm = any(m.first == at for m in sentence.under("harm."))
    return claims_own_deed(sentence) and not by_harm


def _of_another(sentence: Sentence, index: int) -> bool:
    """Whether an event is said to be another one: "were killed in a separate ambush"."""
    return bool(_OTHER & set(sentence.words[max(0, index - 3) : index]))


def claims_own_deed(sentence: Sentence) -> bool:
    """Whether a side tells of its own deed: "said that it had struck a base"."""
    for mark in sentence.of("speech.verbs"):
        words = [sentence.word(j) for j in range(mark.last, mark.last + 5)]
        if any(
            one in {"it", "they", "we"} and other == "had"
            for one, other in zip(words, words[1:], strict=False)
        ):
            return True
    return False


def _at_target(sentence: Sentence, index: int) -> bool:
    """Whether what was hit stands right in front: "the oil refinery there was hit"."""
    return any(m.last == index for m in sentence.of("targets"))


def points_there(sentence: Sentence) -> bool:
    """Whether "there" is a place told before: "was damaged there", not "there were no reports".

    Nor where somebody went: "fled there after shelling elsewhere".
    """
    return "there" in sentence.words and any(
        token.lower == "there"
        and (i > 0 or sentence.word(1) in _BEHIND_THERE)
        and (sentence.word(i + 1) not in _EXISTS or _at_target(sentence, i))
        and sentence.word(i - 1) not in _BACK | _MOVED
        for i, token in enumerate(sentence.tokens)
    )
