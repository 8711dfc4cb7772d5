"""Which exchange a later sentence goes on telling of.

In: the state and a draft. Out: the event, or the state's exchanges given a place. Nothing can go
wrong.
"""

from mapper.lexicon import english
from mapper.report.drafts import Draft
from mapper.report.locations import common_area
from mapper.report.places import Site
from mapper.report.state import SCENE_BLOCKS, Event, State
from mapper.report.swaps import find_prisoners
from mapper.report.when import When

_MORE = english.words("exchanges", "more")


def also_freed(state: State, draft: Draft, event: Event) -> None:
    """Add those freed besides: "22 badly wounded were handed over in addition"."""
    if not _MORE & {t.lower for t in draft.sentence.tokens}:
        return
    more = find_prisoners(draft.sentence, state.sides, draft.stretch)
    for side, number in more.items():
        known = event.draft.prisoners.get(side)
        if known is not None and number < known:
            event.draft.prisoners[side] = known + number


def exchange_of_the_day(state: State, draft: Draft, when: When) -> Event | None:
    """Find the exchange of the day that a sentence names: "Two were also freed on Friday"."""
    if not draft.kind.is_exchange or draft.kind.is_arrival(draft.sub_type):
        return None
    mine = find_prisoners(draft.sentence, state.sides, draft.stretch)
    more = bool(_MORE & {t.lower for t in draft.sentence.tokens})
    if not when.known and more:
        return _exchange_before(state)
    if not when.said:
        return None
    if more:
        mine = {}
    return next(
        (
            e
            for e in state.events
            if e.draft.kind.is_exchange
            and not e.draft.kind.is_arrival(e.draft.sub_type)
            and e.span.first is not None
            and (e.span.first, e.span.last) == (when.span.first, when.span.last)
            and e.draft.sentence is not draft.sentence
            and not any(e.draft.prisoners.get(k, v) != v for k, v in mine.items())
        ),
        None,
    )


def _exchange_before(state: State) -> Event | None:
    """Find the exchange that was told of shortly before: "Ukraine also got back 12 civilians"."""
    return next(
        (
            e
            for e in reversed(state.events)
            if e.draft.kind.is_exchange
            and not e.draft.kind.is_arrival(e.draft.sub_type)
            and state.block - e.block <= SCENE_BLOCKS
        ),
        None,
    )


def locates_swaps(state: State, draft: Draft, site: Site | None) -> bool:
    """Whether a sentence only says where exchanges were: "Both swaps took place on the border"."""
    if site is None or not draft.definite or not draft.kind.is_exchange:
        return False
    if draft.kind.is_arrival(draft.sub_type):
        return False
    if find_prisoners(draft.sentence, state.sides, draft.stretch):
        return False
    told = [
        e
        for e in state.events
        if e.draft.kind.is_exchange
        and not e.draft.kind.is_arrival(e.draft.sub_type)
        and e.location.place is None
        and state.block - e.block <= SCENE_BLOCKS + 1
    ]
    for event in told:
        event.location = common_area(site.locations, state.gazetteer)
    return bool(told)
