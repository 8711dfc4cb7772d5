"""When an event was, when its own sentence does not say it.

In: the state and a draft. Out: a `DateSpan` and why that day, for people. Nothing can go wrong.
"""

from mapper.dating.model import Basis, DateSpan, Precision
from mapper.report.drafts import Draft
from mapper.report.sentence import Sentence
from mapper.report.state import FAMILY, State, carried
from mapper.report.times import how_said, of_speech, usable


def date_of(state: State, draft: Draft) -> tuple[DateSpan, str, bool]:
    """Day, why, and whether the words themselves say it."""
    if draft.date is not None:
        said = not of_speech(draft.sentence, draft.date)
        return draft.date.span, how_said(draft.date), said
    if draft.sentence.block.stamp is not None and state.published is not None:
        return (
            published_span(state, "the day of the live blog's entry"),
            "the day of the live blog's entry",
            False,
        )
    if state.block_date is not None:
        return (*state.block_date, False)
    if state.heading_date is not None:
        return (*state.heading_date, False)
    return DateSpan(), "", False


def default_date(
    state: State, event_type: str, same_scene: bool, place: str | None = None
) -> tuple[DateSpan, str]:
    """Choose the day when no words of the sentence say one, and why.

    `place` is the id of the place of an event that was told of before ("the attack in Homs").
    """
    if place is not None:
        for event in reversed(state.events):
            known = event.location.place
            if known is not None and known.id == place and event.span.first:
                return carried(event.span), "the day told for this place before"
    if same_scene and state.scene:
        return carried(state.scene[0].span), "the day of what was told before"
    if state.period is not None:
        return state.period
    previous = None if state.lead else told_date(state, event_type)
    if previous is not None:
        return previous
    if state.published is not None:
        return published_span(state, ""), "the day of publication, for want of another"
    return DateSpan(), "no day is told"


def told_date(state: State, event_type: str) -> tuple[DateSpan, str] | None:
    """Take the day of an event of this type told shortly before, else the first one told."""
    family = FAMILY if event_type in FAMILY else {event_type}
    dated = [
        e
        for e in state.events
        if e.draft.event_type in family and (e.span.first or e.span.weekdays)
    ]
    if not dated:
        return None
    said = [e for e in dated if e.dated] or dated
    near = (
        said[-1] if state.block - said[-1].block <= 3 and event_type != "prisoner_swap" else said[0]
    )
    return carried(near.span), "the day of what was told before"


def published_span(state: State, _why: str) -> DateSpan:
    """Make the day of publication a span."""
    return DateSpan(
        first=state.published, last=state.published, precision=Precision.DAY, basis=Basis.RELATIVE
    )


def scope_date(state: State, sentence: Sentence) -> None:
    """Let a day that opens a sentence hold for the rest of the paragraph."""
    mentions = usable(sentence, state.clock)
    if len(mentions) == 1 and sentence.tokens and sentence.token_at(mentions[0].start) <= 2:
        state.block_date = (mentions[0].span, f"{mentions[0].text!r} earlier in the paragraph")
