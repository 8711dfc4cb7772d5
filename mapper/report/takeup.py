"""Sentences that only say which: "These included a base in X and a depot at Y".

In: the state, and a sentence without an event of its own. Out: the events that it adds to what the
sentence before told, one a place. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import english
from mapper.report.drafts import Draft, Reading
from mapper.report.sentence import Sentence
from mapper.report.state import Event, State
from mapper.report.telling import emit
from mapper.report.when import When

_TAKING_UP = english.words("takeup", "taking_up")
_INCLUDED = english.words("takeup", "included")
# Words from "These" or "Among the targets" to "included".
_REACH = 7


def list_places(state: State, sentence: Sentence, reading: Reading) -> list[Event]:
    """Give the events at the places that a sentence lists for the strikes told right before."""
    if reading.drafts or reading.loose_harm or reading.set_aside or not _includes(sentence):
        return []
    told = [e for e in state.events if e.block == state.block and e.draft.kind.point]
    if not told or told[-1].draft.sentence.index != sentence.index - 1:
        return []
    before = told[-1]
    when = When(span=before.span, how=before.date_how, said=before.dated, assumed=before.assumed)
    events: list[Event] = []
    for site in reading.sites:
        if site.role != "event" or not site.is_known or sentence.clause[site.first]:
            continue  # "which Zelensky discussed in Berlin"
        known = tuple(x for x in site.locations if x.place is not None)
        events += emit(state, _taken_up(before.draft, sentence, site.first), known, when, 0.7)
    return events


def _includes(sentence: Sentence) -> bool:
    """Whether a sentence goes on with a list: "They included", "Among the targets were"."""
    if sentence.word(0) not in _TAKING_UP:
        return False
    verbs = _INCLUDED | ({"was", "were"} if sentence.word(0) == "among" else set())
    return any(sentence.word(j) in verbs for j in range(1, _REACH))


def _taken_up(draft: Draft, sentence: Sentence, at: int) -> Draft:
    return dataclasses.replace(
        draft,
        sentence=sentence,
        at=at,
        first=sentence.start,
        last=sentence.end,
        harms=[],
        weapons=list(draft.weapons),
        prisoners={},
        target=None,
        definite=False,
    )
