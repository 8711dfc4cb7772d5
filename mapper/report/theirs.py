"""Harm to those of whom the sentence before told: "Two brothers left ... They were killed".

In: a sentence, and the people of the one before. Out: their harm. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import Form, Mark, english
from mapper.report.harm import Harm
from mapper.report.model import Count
from mapper.report.people import as_count, counts_people
from mapper.report.persons import mark_at
from mapper.report.sentence import Sentence

_BE = english.words("nobody", "be")
_THEY = frozenset({"they", "both", "all"})
# Words from "They" to its verb: "They had both been".
_SUBJECT_REACH = 5
# Words from a number to its noun.
_NOUN_REACH = 2


def people_meant(sentence: Sentence, before: Sentence | None) -> Count | None:
    """Give the people of the sentence before whom "They" means; None without that word."""
    if before is None or sentence.index == 0 or sentence.word(0) not in _THEY:
        return None
    return people_told(before)


def people_told(sentence: Sentence) -> Count | None:
    """Give the people that a sentence counts, when it counts some once."""
    counts = [
        as_count(n)
        for n in sentence.numbers
        if n.unit is None
        and (n.best or 0) > 1
        and counts_people(sentence, n)
        and any(
            mark_at(sentence, j, "people", "regulars", "fighters")
            for j in range(n.end_token, n.end_token + _NOUN_REACH)
        )
    ]
    return counts[0] if len(counts) == 1 else None


def find_theirs(sentence: Sentence, people: Count | None) -> list[Harm]:
    """Read "They were killed by a drone" of the people told of before."""
    if people is None or sentence.word(0) not in _THEY:
        return []
    for mark in sentence.under("harm."):
        if mark.first > _SUBJECT_REACH or sentence.clause[mark.first] != sentence.clause[0]:
            continue
        if _is_done_to_them(sentence, mark):
            kind = mark.entry.category.split(".")[1]
            count = dataclasses.replace(people, addition=False, update=False)
            return [Harm(kind=kind, count=count, first=0, last=mark.last)]
    return []


def _is_done_to_them(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word of harm is passive or needs no object: "were killed", "died"."""
    if mark.entry.category.split(".")[1] not in {"killed", "injured"}:
        return False
    passive = any(sentence.word(j) in _BE for j in range(1, mark.first))
    alone = mark.entry.category.endswith("intransitive")
    return alone or (passive and mark.entry.form is Form.PAST)
