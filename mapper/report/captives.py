"""Whether words tell of an exchange of prisoners, or of talks.

In: a sentence, a trigger and what was told before. Out: yes or no. Nothing can go wrong.
"""

from mapper.lexicon import Form, Mark, english
from mapper.report.anaphora import is_definite
from mapper.report.drafts import Scene
from mapper.report.governing import is_passive
from mapper.report.sentence import Sentence
from mapper.report.somebody import ordinal
from mapper.toponym.model import Use

# From "received" to "1,000 bodies".
_OBJECT_WORDS = 4
_REMAINS = english.words("evidence", "remains")
_NOT_FREED = english.words("evidence", "not_freed")
_FREED_BUT_UNNAMED = english.words("evidence", "freed_but_unnamed")
_RESCUED = frozenset({"freed", "rescued", "released"})
_LET_GO = frozenset({"freed", "released", "exchanged", "swapped", "repatriated"})
_ONE_THING = frozenset({"a", "an", "the", "its", "his", "their", "new"})
_CAPTIVE = english.words("evidence", "captive")
_OBJECT_ENDS = frozenset({"saying", "that", "of", "on", "about", "showing", "to", "in"})
_DETAINED = frozenset({"detainee", "detainees"})
_TRADED = "trad"
_AT_WORK = english.words("evidence", "at_work")
_EXCHANGED = english.words("evidence", "exchanged")
_SOMEBODY = frozenset({"he", "she", "they", "who"})
_GIVEN = english.words("evidence", "given")
_OF_KNOWN = english.words("events", "of_known")
# Words from "round" to "talks": "round of direct peace talks".
_ROUND_REACH = 5
# "Taking six prisoners", and where those go who are taken home.
_TAKES = frozenset({"take", "takes", "took", "taking"})
_HOMEWARD = frozenset({"home", "back", "to", "from", "across", "into", "out", "away"})
_PEACE = frozenset({"peace", "ceasefire", "truce", "direct", "indirect", "proximity"})
_HELD = english.words("evidence", "held")
_HOLDING = english.words("evidence", "holding")


def has_prisoners(scene: Scene, trigger: Mark) -> bool:
    """Prisoners named, or people counted in an article about an exchange."""
    sentence, context = scene.sentence, scene.context
    noun = trigger.entry.form is Form.NOUN
    behind = set(sentence.words[trigger.last : trigger.last + _OBJECT_WORDS])
    if not noun and _REMAINS & behind:
        return False  # "received 1,000 bodies"
    if _rescued(sentence, trigger) or _of_a_thing(sentence, trigger) or _takes(sentence, trigger):
        return False
    trades = sentence.word(trigger.first).startswith(_TRADED) and not is_passive(sentence, trigger)
    if trades and not _counts(sentence, trigger.last):
        return False  # "traded accusations over the hostages"
    held = [m for m in sentence.of("prisoners") if sentence.word(m.first - 1) not in _AT_WORK]
    if held and frees_anybody(sentence, trigger) and not context.swapping:
        return False  # "the government freed several detainees"
    if held or _of_captives(sentence, trigger):
        return True  # "air defenders" are none
    if not noun and _REMAINS & {t.lower for t in sentence.tokens}:
        return False  # bodies are handed over, too
    arrival = trigger.entry.kind.is_arrival(trigger.entry.sub_type)
    if arrival and _brings_freed(sentence):
        return True
    if not context.swapping:
        return False
    if arrival:
        if any(is_freed(sentence, m) for m in sentence.of("trigger")):
            return True
        words = {t.lower for t in sentence.tokens}
        others = sentence.of("weapon", "regulars", "delegates") or words & _NOT_FREED
        return bool(words & _FREED_BUT_UNNAMED) and not others
    if noun and is_definite(sentence):
        return True
    people = bool(sentence.of("prisoners.people", "people")) or any(
        t.use is Use.DEMONYM for t in sentence.toponyms
    )
    clause = sentence.clause[trigger.first]
    counted = any(
        n.unit is None and abs(sentence.clause[n.first_token] - clause) <= 1
        for n in sentence.numbers
    )
    return people and (noun or counted)


def _takes(sentence: Sentence, trigger: Mark) -> bool:
    """Whether fighters capture somebody: "taking six prisoners", not "taking prisoners home"."""
    if sentence.word(trigger.first) not in _TAKES or is_passive(sentence, trigger):
        return False
    near = range(trigger.last, trigger.last + _OBJECT_WORDS)
    taken = next((m for m in sentence.of("prisoners") if m.first in near), None)
    if taken is None:
        return False
    window = sentence.words[trigger.last : taken.last + _OBJECT_WORDS]
    return _HOMEWARD.isdisjoint(window) and "freed" not in window


def _brings_freed(sentence: Sentence) -> bool:
    """Whether soldiers who were let go are counted: "buses carrying 157 freed soldiers"."""
    for number in sentence.numbers:
        at = number.end_token
        if sentence.word(at) not in _LET_GO or number.unit is not None:
            continue
        behind = range(at + 1, at + 1 + _OBJECT_WORDS)
        if any(m.first in behind for m in sentence.of("regulars")):
            return True
    return False


def frees_anybody(sentence: Sentence, trigger: Mark) -> bool:
    """Whether detainees are let go, who may be anybody's: "the government freed detainees"."""
    if sentence.word(trigger.first) not in _RESCUED:
        return False
    return all(sentence.word(m.first) in _DETAINED for m in sentence.of("prisoners"))


def _counts(sentence: Sentence, index: int) -> bool:
    """Whether a number or prisoners stand right behind a verb: "traded 60 prisoners"."""
    near = range(index, index + 2)
    return any(n.first_token in near for n in sentence.numbers) or any(
        m.first in near for m in sentence.of("prisoners")
    )


def _rescued(sentence: Sentence, trigger: Mark) -> bool:
    """Whether troops free people by themselves: "soldiers were pursuing them and freed four"."""
    if trigger.entry.form is not Form.PAST or is_passive(sentence, trigger):
        return False
    if any(m.entry.form is Form.NOUN for m in sentence.of("trigger") if m.entry.kind.is_exchange):
        return False
    clause = sentence.clause[trigger.first]
    return sentence.word(trigger.first) in _RESCUED and any(
        m.last <= trigger.first and sentence.clause[m.first] == clause
        for m in sentence.of("regulars")
    )


def _of_a_thing(sentence: Sentence, trigger: Mark) -> bool:
    """Whether what is released is nobody: "released a munition", "released the names"."""
    if trigger.entry.form not in {Form.PAST, Form.ING, Form.BASE} or is_passive(sentence, trigger):
        return False
    came = trigger.entry.kind.is_arrival(trigger.entry.sub_type)
    if came or sentence.word(trigger.last) not in _ONE_THING:
        return False
    stop = next(
        (
            j
            for j in range(trigger.last, trigger.last + _OBJECT_WORDS + 1)
            if sentence.word(j) in _OBJECT_ENDS
        ),
        trigger.last + _OBJECT_WORDS,
    )
    behind = range(trigger.last, stop)
    people = sentence.of("prisoners", "prisoners.people", "people", "regulars", "fighters")
    named = any(
        t.use is Use.DEMONYM and sentence.token_at(t.start) in behind for t in sentence.toponyms
    )
    counted = any(n.first_token in behind for n in sentence.numbers)
    return not named and not counted and not any(m.first in behind for m in people)


def _of_captives(sentence: Sentence, trigger: Mark) -> bool:
    """Whether people change hands, though no word for a prisoner is said.

    "Captured fighters", "84 people returned in Thursday's swap", "freed two Americans in exchange
    for".
    """
    people = sentence.of("prisoners.people", "people", "fighters", "regulars")
    if any(sentence.word(m.first - 1) in _CAPTIVE for m in people):
        return True
    if _was_exchanged(sentence, trigger):
        return True
    counted = any(n.unit is None for n in sentence.numbers)
    if people and counted and sentence.word(trigger.last - 1) == "hands":
        return True  # "ten soldiers of each side changed hands"
    others = [
        m
        for m in sentence.of("trigger")
        if m.entry.kind is trigger.entry.kind and m.first != trigger.first
    ]
    nouns = {m.entry.form is Form.NOUN for m in (trigger, *others)}
    if people and counted and others and len(nouns) == 2:
        return True
    given = sentence.words
    behind = next(
        (
            j + 3
            for j in range(trigger.last, len(given) - 2)
            if given[j] == "in" and given[j + 1] in _GIVEN and given[j + 2] == "for"
        ),
        len(given),
    )
    near = range(behind, behind + _OBJECT_WORDS)
    if people and counted and any(n.first_token == behind for n in sentence.numbers):
        return True  # "the handover of 14 fighters in exchange for nine"
    return any(m.first in near for m in (*people, *sentence.of("prisoners"))) or any(
        t.use is Use.DEMONYM and sentence.token_at(t.start) in near for t in sentence.toponyms
    )


def _was_exchanged(sentence: Sentence, trigger: Mark) -> bool:
    """Whether somebody is told to have been exchanged: "minutes after he was exchanged"."""
    if sentence.word(trigger.first) not in _EXCHANGED or not is_passive(sentence, trigger):
        return False
    return bool({sentence.word(j) for j in range(trigger.first - 3, trigger.first)} & _SOMEBODY)


def is_freed(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a word of release describes people: "the freed men", "brought freed men to X"."""
    if not trigger.entry.kind.is_exchange or trigger.entry.form is not Form.PAST:
        return False
    brought = any(m.last == trigger.first for m in sentence.of("trigger"))
    if sentence.word(trigger.first - 1) not in _OF_KNOWN and not brought:
        return False
    behind = range(trigger.last, trigger.last + 3)
    people = any(
        m.first in behind
        for m in sentence.of("prisoners", "prisoners.people", "people", "regulars")
    )
    return people or any(
        t.use is Use.DEMONYM and sentence.token_at(t.start) in behind for t in sentence.toponyms
    )


def _is_round(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a counted round is told of: "the third round of", not "a new round of"."""
    ahead = list(sentence.words[max(0, trigger.first - _ROUND_REACH) : trigger.first])
    if "round" not in ahead or "of" not in ahead[ahead.index("round") :]:
        return False
    if _PEACE.isdisjoint(ahead) and not sentence.of("delegates"):
        return False  # "the third round of trade talks"
    at = trigger.first - len(ahead) + ahead.index("round")
    return ordinal(sentence.word(at - 1)) is not None or sentence.word(at - 1) in {
        "first",
        "latest",
    }


def has_delegates(scene: Scene, trigger: Mark) -> bool:
    """Look for delegates who met; a noun ("talks") needs a word that says they were held.

    A round of talks needs no delegates: "The third round of direct talks lasted 40 minutes".
    """
    sentence = scene.sentence
    if _is_round(sentence, trigger):
        clause = sentence.clause[trigger.first]
        inside = {sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause}
        return not _HELD.isdisjoint(inside)
    behind = set(sentence.words[trigger.last : trigger.last + 7])
    before = scene.words_before(trigger, 6)
    if trigger.entry.form is Form.NOUN and not (_HELD & behind or _HOLDING & before):
        return False
    return any(m.first != trigger.first for m in sentence.of("delegates"))
