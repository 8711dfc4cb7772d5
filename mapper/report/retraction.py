"""What takes back what was told: another side's claim, a denial, an exercise.

In: the state and a later sentence. Out: the state's scene, changed; what is gone is set aside.
Nothing can go wrong.
"""

from mapper.lexicon import english
from mapper.report.model import SetAside
from mapper.report.sentence import Sentence
from mapper.report.state import Event, State
from mapper.toponym.model import Use

_BE = english.words("roles", "be")
HAPPENED = frozenset({"took", "happened", "occurred", "existed"})

_AIMED = english.words("scene", "aimed")
_POINTING = frozenset({"it", "this", "that", "these", "those", "they"})
# From "It" to "exercise": "It was a planned exercise".
_SAID_TO_BE = 4
_LIES = frozenset({"lie", "lies", "fake", "nonsense", "fiction", "rumour", "rumor"})
# Where something was told that is then called a fake.
_HEARSAY = frozenset(
    (
        *("circulated", "circulating", "spread", "rumours", "rumors", "channels", "posts", "talk"),
        *("unconfirmed", "account", "accounts", "chats", "information", "allegedly"),
    )
)
_CALLED = english.words("reality", "called")
# What is called a fake, besides "it", and words from "called" to that.
_REPORTED = frozenset(
    {"claim", "claims", "report", "reports", "information", "rumours", "rumors", "video", "footage"}
)
_CALLED_REACH = 7
_DENYING = english.words("scene", "denying")


def contradict(state: State, sentence: Sentence, fresh: list[Event]) -> None:
    """Note that another side claims another target: "Russia said that it had hit an arms depot"."""
    told = fresh or (state.scene if state.scene_block == state.block else [])
    if len(told) != 1 or not told[0].draft.kind.point:
        return
    event = told[0]
    said = sentence.of("speech.verbs") or sentence.of("speech.prepositions")
    if not said or sentence is event.draft.sentence:
        return
    words = set(sentence.words)
    sided = any(t.use in {Use.METONYM, Use.DEMONYM} for t in sentence.toponyms) or bool(
        words & {"army", "military", "occupiers"}
    )
    target = (event.draft.target or "").lower().split()
    claims = [
        m
        for m in sentence.of("targets")
        if target and sentence.word(m.last - 1) != target[-1] and m.first > said[0].first
    ]
    if sided and claims and words & _AIMED:
        event.contradicted = True


def takes_back(sentence: Sentence) -> bool:
    """Whether a sentence says of what was told before that it was none."""
    return was_staged(sentence) or _of_hearsay(sentence)


def _of_hearsay(sentence: Sentence) -> bool:
    """Whether a sentence says of what was only heard that it is wrong."""
    return _is_lie(sentence) or _calls_it_false(sentence) or _denies_it(sentence)


def was_staged(sentence: Sentence) -> bool:
    """Whether what was told before was none: "It was a training exercise", "They were sappers"."""
    if sentence.word(0) not in _POINTING or sentence.word(1) not in _BE:
        return False
    last = _SAID_TO_BE if sentence.word(2) in {"a", "an", "the"} else 2
    return any(m.first <= last for m in sentence.of("reality.exercise", "reality.accident"))


def _is_lie(sentence: Sentence) -> bool:
    """Whether a sentence says no more than "This is a lie"."""
    if _LIES.isdisjoint(sentence.words):
        return False
    said = [word for word in sentence.words if word.isalpha()]
    if not 2 < len(said) <= _SAID_TO_BE or said[0] not in _POINTING or said[1] not in _BE:
        return False
    return not _LIES.isdisjoint(said[2:])


def _calls_it_false(sentence: Sentence) -> bool:
    """Whether "it" or what was reported is called a lie: "The mayor called it a fake"."""
    words = sentence.words
    if _CALLED.isdisjoint(words):
        return False
    called = next(j for j, word in enumerate(words) if word in _CALLED)
    near = words[called + 1 : called + 1 + _CALLED_REACH]
    meant = near[:1] and (near[0] in _POINTING or not _REPORTED.isdisjoint(near[:2]))
    return bool(meant) and not _LIES.isdisjoint(near) and "not" not in near


def _denies_it(sentence: Sentence) -> bool:
    """Whether it is denied that what was told happened: "denies that it took place"."""
    words = sentence.words
    for mark in sentence.of("reality.denial"):
        for j in range(mark.last, min(mark.last + _SAID_TO_BE, len(words) - 1)):
            took = words[j + 1 : j + 3] == ("took", "place")
            ends = not sentence.word(j + 2).isalpha()
            if words[j] in _POINTING and (took or (words[j + 1] in HAPPENED and ends)):
                return True
    return False


def retract(state: State, sentence: Sentence) -> None:
    """Take back what the sentence before told as hearsay: "... had been hit. It was not."."""
    if state.scene_block != state.block:
        return
    words = {t.lower for t in sentence.tokens}
    short = [t.lower for t in sentence.tokens[:4]]
    flat = short[:1] in (["it"], ["that"], ["this"], ["these"], ["nor"]) and bool(
        _DENYING & set(short)
    )
    flat = flat or was_staged(sentence)
    wrong = _of_hearsay(sentence)
    gone = [
        e
        for e in state.scene
        if e.draft.sentence.index == sentence.index - 1
        and e.draft.sentence.block is sentence.block
        and (
            flat
            or (wrong and not _HEARSAY.isdisjoint(e.draft.sentence.words))
            or (
                not wrong
                and e.draft.target is not None
                and e.draft.target.split()[-1].lower() in words
            )
        )
        and not e.killed
        and not e.injured
    ]
    for event in gone:
        state.events.remove(event)
        draft = event.draft
        state.aside.append(
            SetAside(
                start=draft.first,
                end=draft.last,
                quote=state.text[draft.first : draft.last],
                why="denied",
            )
        )
    if gone:
        state.scene = [e for e in state.scene if e not in gone]
