"""Nobody killed, nobody hurt.

In: a sentence. Out: for each time that it is said, who was not ("killed", or both) and the tokens
that say so. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import Form, Mark, english
from mapper.report.sentence import Sentence

_BE = english.words("nobody", "be")
_SILENT = english.words("harm", "silent")
_SUBJECTS = english.words("nobody", "subjects")
_HARM = english.words("nobody", "harm")
_DEATHS = english.words("nobody", "deaths")
_WITHOUT = english.words("nobody", "without")
_ANYBODY = english.words("nobody", "anybody")
_EVERYBODY = english.words("nobody", "everybody")
# "No fewer than nine injured".
_COMPARED = frozenset({"fewer", "less", "more", "longer", "doubt"})
_OF_A_GROUP = frozenset({"no", "none", "nor"})
_FALSE = frozenset({"false", "wrong", "untrue", "incorrect"})
_ALL = english.words("nobody", "all")
_LINKS = frozenset({"or", "nor", "and", ","})
_BOTH = ("killed", "injured")
# Words from "no" to "was hurt", and from "no" to "casualties".
_SUBJECT_REACH = 10
_NOUN_REACH = 4
# Words from "not" to the verb of harm, and from that to "anyone".
_VERB_REACH = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Nobody:
    """Words that say that nobody came to harm: tokens, end exclusive, and of which harm."""

    first: int
    last: int
    kinds: tuple[str, ...]


def find_nobody(sentence: Sentence) -> list[Nobody]:
    """Find where a sentence says that nobody was killed or hurt, in order, each word once."""
    negations = sentence.of("reality.negation")
    if not negations and not sentence.under("harm."):
        return []
    found = [
        Nobody(first=m.first, last=m.last, kinds=kinds)
        for category, kinds in (("harm.unhurt", _BOTH), ("harm.none_killed", ("killed",)))
        for m in sentence.of(category)
    ]
    for mark in negations:
        told = _subject(sentence, mark) or _noun(sentence, mark) or _object(sentence, mark)
        if told is not None:
            found.append(told)
    if not found:
        return found
    found = [
        n
        for n in found
        if sentence.word(n.first - 1) not in _SILENT and not _of_some(sentence, n.last)
    ]
    widest = sorted(found, key=lambda n: (n.first - n.last, -len(n.kinds)))
    kept: list[Nobody] = []
    for one in widest:
        if all(one.last <= other.first or other.last <= one.first for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda n: n.first)


def _of_some(sentence: Sentence, index: int) -> bool:
    """Whether it is said of some, or said to be wrong: "no casualties among the military"."""
    behind = [sentence.word(j) for j in range(index, index + 3)]
    own = behind[0] == "of" and behind[2] == "own"
    told = sentence.under("harm.") if behind[0] == "among" else ()
    others = any(m.entry.form is Form.PAST and m.first not in range(index - 4, index) for m in told)
    some = behind[0] == "among" and (_EVERYBODY.isdisjoint(behind) or others)
    return some or own or not _FALSE.isdisjoint(sentence.words)


def _harm_from(sentence: Sentence, index: int) -> tuple[int, set[str]]:
    """Read words of harm in a row from `index`, "killed or injured": where they end, which."""
    kinds: set[str] = set()
    at = index
    while True:
        mark = next((m for m in sentence.under("harm.") if m.first == at and _tells(m)), None)
        if mark is None:
            break
        kinds.add(mark.entry.category.split(".")[1])
        at = end = mark.last
        while sentence.word(at) in _LINKS:
            at += 1
    return (end, kinds) if kinds else (index, kinds)


def _tells(mark: Mark) -> bool:
    kind = mark.entry.category.split(".")[1]
    return kind in _BOTH and mark.entry.form in {Form.PAST, Form.PHRASE}


def _kinds(told: set[str]) -> tuple[str, ...]:
    """Nobody hurt is nobody killed, either."""
    return ("killed",) if told == {"killed"} else _BOTH


def _subject(sentence: Sentence, mark: Mark) -> Nobody | None:
    """Read "nobody was killed or hurt", "none of the passengers had been injured"."""
    if mark.entry.value not in _SUBJECTS or sentence.word(mark.last) in _COMPARED:
        return None
    if mark.entry.value in _OF_A_GROUP and not _means_all(sentence, mark.last):
        return None  # "no journalists were injured": of others nothing is said
    for at in range(mark.last, mark.last + _SUBJECT_REACH):
        word = sentence.word(at)
        if not word or sentence.clause[at] != sentence.clause[mark.first]:
            return None
        if any(n.first_token == at for n in sentence.numbers):
            return None  # "in no time two were killed"
        before = sentence.word(at - 1)
        end, kinds = _harm_from(sentence, at)
        if kinds and (before in _BE or at == mark.last):
            return Nobody(first=mark.first, last=end, kinds=_kinds(kinds))
        if kinds:
            return None
    return None


def _means_all(sentence: Sentence, index: int) -> bool:
    """Whether "no" and "none" are said of people in general: "no people", "none of them"."""
    words = [sentence.word(j) for j in range(index, index + 3)]
    return words[0] in _ANYBODY or words[0] in _BE or words[:2] in (["of", "them"], ["of", "those"])


def _noun(sentence: Sentence, mark: Mark) -> Nobody | None:
    """Read "no casualties", "without any further loss of life", "no dead or wounded"."""
    if sentence.word(mark.first) not in _WITHOUT:
        return None
    for at in range(mark.last, mark.last + _NOUN_REACH):
        kinds: set[str] = set()
        end = at
        while (word := sentence.word(end)) in _HARM | _DEATHS | _LINKS:
            if word in _HARM:
                kinds.add("injured")
            elif word in _DEATHS:
                kinds.add("killed")
            elif not kinds:
                break
            end += 1
        if kinds:
            while sentence.word(end - 1) in _LINKS:
                end -= 1
            return Nobody(first=mark.first, last=end, kinds=_kinds(kinds))
        if sentence.word(at) not in _ALL:
            return None  # "no fewer than nine injured", "no civilian casualties"
    return None


def _object(sentence: Sentence, mark: Mark) -> Nobody | None:
    """Read "did not hurt anyone", "without injuring anybody"."""
    for verb in sentence.under("harm."):
        if not 0 <= verb.first - mark.last <= _VERB_REACH:
            continue
        told, at = {verb.entry.category.split(".")[1]}, verb.last
        if sentence.word(at) in _LINKS:
            at, more = _any_form(sentence, at + 1)
            told |= more
        if sentence.word(at) in _ANYBODY:
            return Nobody(first=mark.first, last=at + 1, kinds=_kinds(told & set(_BOTH)))
    return None


def _any_form(sentence: Sentence, index: int) -> tuple[int, set[str]]:
    """Read a word of harm in whatever form at `index`: where it ends, which."""
    mark = next((m for m in sentence.under("harm.") if m.first == index), None)
    return (mark.last, {mark.entry.category.split(".")[1]}) if mark is not None else (index, set())
