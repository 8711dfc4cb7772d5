"""Which event told before is meant by its day: "condemned Friday's bombing".

In: the state and a draft without a place. Out: the event, None when none or several may be meant.
Nothing can go wrong.
"""

from mapper.report.drafts import Draft
from mapper.report.state import Event, State, same_day
from mapper.report.when import When


def event_of_its_day(state: State, draft: Draft, when: When) -> Event | None:
    """Find the attack that "Friday's attack" means, told of in a paragraph before.

    What the text told of first that day, when only a word for it is said; with harm only where
    nothing else was told of that day.
    """
    sentence, at = draft.sentence, draft.at
    if not when.said or sentence.word(at - 1) not in {"'s", "'"}:
        return None
    day = any(sentence.tokens_of(d.start, d.end)[1] in {at, at - 1} for d in sentence.dates)
    if not day or (state.scene and state.scene_block == state.block):
        return None
    told = [
        e
        for e in state.events
        if e.draft.kind.group == draft.kind.group
        and e.draft.kind.point
        and e.location.place is not None
        and same_day(e.span, when.span)
    ]
    return told[0] if told and (len(told) == 1 or not draft.harms) else None
