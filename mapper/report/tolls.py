"""Whose a toll is: a city's over its districts, a region's over its towns, a target's.

In: the state, a sentence and its harm. Out: the event that the toll counts for; totals are told to
the state. Nothing can go wrong.
"""

from collections.abc import Iterable

from mapper.report.drafts import Draft
from mapper.report.harm import Harm
from mapper.report.locations import common_area
from mapper.report.model import Location
from mapper.report.sentence import Sentence
from mapper.report.state import Event, State, add_harm
from mapper.report.telling import new_event
from mapper.report.times import choose
from mapper.report.when import date_of, dated
from mapper.report.where import container_of, office_of

_CITIES = frozenset({"city", "capital"})


def speaks_elsewhere(state: State, office: Location, told: Event) -> bool:
    """Whether a region's office speaks that does not hold what was told in a paragraph before."""
    where = told.location.place
    if office.place is None or where is None or office.precision != "region":
        return False
    return state.scene_block != state.block and not state.gazetteer.contains(office.place, where)


def city_meant(state: State, sentence: Sentence) -> Event | None:
    """Find what was told of the city whose part is told of: "the city's death toll is seven"."""
    part = state.scene[0].location.place if len(state.scene) == 1 else None
    if part is None or part.parent is None or not _counts_for_city(sentence):
        return None
    return next(
        (
            e
            for e in reversed(state.events)
            if e.location.place is not None and e.location.place.id == part.parent
        ),
        None,
    )


def target_meant(state: State, sentence: Sentence) -> Event | None:
    """Find what was hit, when people were hurt in it: "17 were injured at the factory".

    None when several events hit something of that name.
    """
    words = sentence.words
    nouns = {
        words[j]
        for j in range(2, len(words))
        if words[j - 1] == "the" and words[j - 2] in {"at", "inside"}
    }
    told = [
        e
        for e in state.events
        if e.draft.target is not None
        and e.draft.kind.hits
        and e.draft.target.split()[-1].lower() in nouns
    ]
    places = {e.location.place.id for e in told if e.location.place is not None}
    return told[0] if told and len(places) == 1 else None


def _counts_for_city(sentence: Sentence) -> bool:
    """Whether a number is that of a whole city: "across the city", "the city's death toll"."""
    words = sentence.words
    return any(
        words[j] in _CITIES and words[j - 1] == "the" and sentence.word(j + 1) != "of"
        for j in range(1, len(words))
    )


def _is_toll_here(state: State, harms: list[Harm]) -> bool:
    """Whether an entry of a live page gives the new toll of what the page told before."""
    here = state.named_site is not None and state.named_site[0] == state.block
    return here and state.entry.stamped and any(h.count.update for h in harms)


def sum_up(state: State, sentence: Sentence, harms: list[Harm], told: Iterable[Event]) -> None:
    """Add casualties of an area: harm over several places just told, or of an office's region."""
    told = list(told)
    office = office_of(state, sentence)
    scope = state.lead or state.heading
    if office is not None and scope and scope[0].precision == "country":
        location = office
    elif scope:
        location = common_area(scope, state.gazetteer)
    elif len(told) > 1:
        location = container_of(state, [e.location for e in told])
    elif office is not None:
        location = office
    elif state.named_site is not None and _is_toll_here(state, harms):
        location = state.named_site[1].locations[0]
    else:
        return
    known = _told_here(state, location)
    if known is not None and not any(h.count.update for h in harms):
        add_harm(known, harms, sentence)
        return
    tell_there(state, sentence, harms, location, sums=len(told) > 1, follows=bool(told))


def tell_there(
    state: State,
    sentence: Sentence,
    harms: list[Harm],
    location: Location,
    *,
    sums: bool = False,
    follows: bool = False,
    fought: bool = False,
) -> None:
    """Make an event of harm that is told without one, at a place that was told otherwise.

    `sums` says that it is that of several places, `follows` that it goes on with what was told,
    `fought` that armed men were there.
    """
    armed = not sums and state.armed_block == state.block
    what = "small_arms" if fought else "weapon" if armed else "harm"
    kind = state.lexicon.unnamed(what)
    if location.place is None or kind is None:
        return
    draft = Draft(
        kind=kind,
        sub_type=None,
        sentence=sentence,
        at=harms[0].first,
        first=sentence.start,
        last=sentence.end,
        harms=harms,
        date=choose(sentence, harms[0].first, state.clock),
        weak=True,
    )
    when = dated(date_of(state, draft), state, kind, same_scene=follows)
    event = new_event(state, draft, location, when, 0.6, sums=sums)
    state.scene, state.scene_block = [event], state.block


def _told_here(state: State, location: Location) -> Event | None:
    """Find whom this paragraph told to be hurt in an area: "Another six of them were injured"."""
    return next(
        (
            e
            for e in state.events
            if e.block == state.block
            and e.location.place is not None
            and location.place is not None
            and e.location.place.id == location.place.id
            and (e.draft.kind.hits or e.draft.kind.sums)
            and (e.killed or e.injured)
        ),
        None,
    )
