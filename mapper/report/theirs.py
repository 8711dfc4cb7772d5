"""Harm to those of whom the sentence before told.

"Two brothers left ... They were killed"; "... killed 31 people. Nine of them were in Khan Younis".
In: a sentence, and the one before. Out: their harm. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import Form, Mark, english
from mapper.report.harm import Harm, find_harm
from mapper.report.model import Count
from mapper.report.people import as_count, counts_people, placed_at
from mapper.report.persons import mark_at
from mapper.report.sentence import Sentence

_BE = english.words("nobody", "be")
_THEY = frozenset({"they", "both", "all"})
# Where a share may begin ("At least nine of them"), whom it is of, and where they were.
_SHARE_AT = 2
_WHOM = frozenset({"them", "these", "those", "the"})
_WAS = frozenset({"was", "were"})
# Where people are who did not die there, and what may stand behind where they did.
_STAYS = english.words("roles", "care") | {"custody", "captivity", "jail", "prison", "shelter"}
_CLOSING = frozenset({"", ".", ",", ";", "and", "alone", "while"})
_DIVISIONS = english.words("sentence", "divisions")
# Words from "They" to its verb: "They had both been".
_SUBJECT_REACH = 5
# Words from a number to its noun.
_NOUN_REACH = 2


def people_meant(sentence: Sentence, before: Sentence) -> Count | None:
    """Give the people of the sentence before whom "They" means; None without that word."""
    if sentence.index == 0 or sentence.word(0) not in _THEY:
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


def find_theirs(sentence: Sentence, before: Sentence | None) -> list[Harm]:
    """Read "They were killed" of the people told of before, or where some of these were."""
    if before is None:
        return []
    people = people_meant(sentence, before)
    if people is None:
        return _placed_share(sentence, before)
    for mark in sentence.under("harm."):
        if mark.first > _SUBJECT_REACH or sentence.clause[mark.first] != sentence.clause[0]:
            continue
        if _is_done_to_them(sentence, mark):
            kind = mark.entry.category.split(".")[1]
            count = dataclasses.replace(people, addition=False, update=False)
            return [Harm(kind=kind, count=count, first=0, last=mark.last)]
    return []


def _placed_share(sentence: Sentence, before: Sentence) -> list[Harm]:
    """Read where some of those hurt were: "Nine of them were in X"."""
    number = next((n for n in sentence.numbers if n.first_token <= _SHARE_AT), None)
    if number is None or sentence.word(number.end_token) != "of":
        return []
    at = number.end_token + 1
    whom = next((m for m in sentence.under("harm.") if at < m.first <= at + 1), None)
    if sentence.word(at) not in _WHOM or (whom is None and sentence.word(at) == "the"):
        return []
    verb = at + 1 if whom is None else whom.last
    place = placed_at(sentence, verb + 1) if sentence.word(verb) in _WAS else None
    if place is not None and not _is_where_they_died(sentence, place):
        return []
    if place is None:
        return []
    kinds = [h.kind for h in find_harm(before) if h.count.best != 0]
    if not kinds:
        return []
    told = whom.entry.category.split(".")[1] if whom is not None else kinds[0]
    kind = told if told in kinds else kinds[0]
    return [Harm(kind=kind, count=as_count(number), first=0, last=place + 1, subset=True)]


def _is_where_they_died(sentence: Sentence, place: int) -> bool:
    """Whether nothing else is said of them: no hospital, and no "at the time" behind the place."""
    end = next(
        (
            sentence.token_at(t.end - 1) + 1
            for t in sentence.toponyms
            if sentence.token_at(t.start) == place
        ),
        place + 1,
    )
    stays = not _STAYS.isdisjoint(sentence.words)
    return not stays and (sentence.word(end) in _CLOSING or sentence.word(end) in _DIVISIONS)


def _is_done_to_them(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word of harm is passive or needs no object: "were killed", "died"."""
    if mark.entry.category.split(".")[1] not in {"killed", "injured"}:
        return False
    passive = any(sentence.word(j) in _BE for j in range(1, mark.first))
    alone = mark.entry.category.endswith("intransitive")
    return alone or (passive and mark.entry.form is Form.PAST)
