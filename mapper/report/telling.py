"""New events out of drafts.

In: the state, a draft with its places and day. Out: `Event`s, added to the state. Nothing can go
wrong.
"""

import dataclasses
from collections.abc import Iterable, Sequence

from mapper.dating.model import DateMention
from mapper.lexicon import english
from mapper.report.clock import Clock
from mapper.report.countries import alpha3
from mapper.report.drafts import Draft, Reading
from mapper.report.locations import common_area
from mapper.report.model import Location, Weapon
from mapper.report.places import Site
from mapper.report.sentence import Sentence
from mapper.report.speakers import speaker_at
from mapper.report.state import (
    SCENE_BLOCKS,
    Event,
    State,
    add_harm,
    carried,
    merge_weapons,
    same_day,
)
from mapper.report.swaps import find_prisoners, iso3
from mapper.report.times import choose, how_said, usable
from mapper.report.weapons import find_weapons
from mapper.report.when import When, date_of, dated
from mapper.report.where import office_of, says_its_region
from mapper.toponym.model import Use

# Tokens from a demonym to the weapon that it goes with: "Ukrainian strike drones".
_BEFORE_WEAPON = 3
# Paragraphs in which a digest says what it adds up, and for which day.
_LEAD_BLOCKS = 1
_EACH = english.words("telling", "each")


def emit(
    state: State,
    draft: Draft,
    locations: tuple[Location, ...],
    when: When,
    confidence: float,
) -> list[Event]:
    """Add new events: one a place; harm that several places share goes to what contains them."""
    if draft.kind.is_exchange:
        return emit_swaps(state, draft, locations, when, confidence)
    if draft.kind.meeting and (locations[0].place is None or not when.said):
        return []
    several = len(locations) > 1
    area = state.lexicon.unnamed("harm")
    one_each = draft.kind.point and area is not None
    if several and (draft.kind.sums or (draft.harms and not one_each)):
        locations, several = (common_area(locations, state.gazetteer),), False
    events = []
    if several and area is not None and any(h.count.best != 0 for h in draft.harms):
        events.append(
            new_event(
                state,
                draft,
                common_area(locations, state.gazetteer),
                when,
                confidence,
                sums=True,
            )
        )
        events[0].draft = dataclasses.replace(draft, kind=area, sub_type=None)
    for location in locations:
        own = dataclasses.replace(
            draft, harms=[] if several else draft.harms, weapons=list(draft.weapons)
        )
        events.append(new_event(state, own, location, when, confidence))
    return events


def new_event(
    state: State,
    draft: Draft,
    location: Location,
    when: When,
    confidence: float,
    *,
    sums: bool = False,
) -> Event:
    """Add one event."""
    event = Event(
        draft=draft,
        location=location,
        span=when.span,
        date_how=when.how,
        block=state.block,
        entry=state.entry.order,
        confidence=confidence,
        dated=when.said,
        assumed=when.assumed,
        sums_parts=sums,
        speaker=speaker_at(draft.sentence, draft.at),
    )
    add_harm(event, draft.harms, draft.sentence)
    state.events.append(event)
    if when.said and state.block <= _LEAD_BLOCKS and _adds_up(event):
        state.day_of_sum = (carried(when.span), f"{when.how}, for all that is added up")
    return event


def _adds_up(event: Event) -> bool:
    """Whether harm of a region is told that several attacks did: "killed two in Donetsk region"."""
    region = event.location.precision in {"region", "country"}
    return region and event.draft.kind.sums and bool(event.killed or event.injured)


def emit_swaps(
    state: State,
    draft: Draft,
    locations: tuple[Location, ...],
    when: When,
    confidence: float,
) -> list[Event]:
    """Add exchanges; "on Friday and Saturday 390 and 307 ..., respectively" are two."""
    location = common_area(locations, state.gazetteer) if len(locations) > 1 else locations[0]
    if draft.kind.is_arrival(draft.sub_type):
        if location.place is None or location.precision == "country":
            return []  # "sent home to Russia" is told with the exchange
        return [new_event(state, draft, location, when, confidence)]
    pairs = respectively(draft.sentence, state.clock)
    if pairs and any(e.draft.sentence is draft.sentence for e in state.events):
        return []
    events = []
    for mention, value in pairs:
        own = dataclasses.replace(draft, prisoners=dict.fromkeys(state.sides, value))
        day = When(span=mention.span, how=how_said(mention), said=True)
        events.append(new_event(state, own, location, day, confidence))
    if pairs:
        return events
    draft.prisoners = find_prisoners(draft.sentence, state.sides, draft.stretch)
    return [new_event(state, draft, location, when, confidence)]


def respectively(sentence: Sentence, clock: Clock) -> list[tuple[DateMention, int]]:
    """Read days and numbers in parallel.

    "On Friday and Saturday, when 390 and 307 ... were freed, respectively", or "on
    Friday 390 were freed by each country and on Saturday 307".
    """
    mentions = usable(sentence, clock)
    numbers = [n for n in sentence.numbers if n.unit is None and n.best is not None]
    if len(mentions) != len(numbers) or len(mentions) < 2:
        return []
    words = [t.lower for t in sentence.tokens]
    if "respectively" not in words and not _EACH & set(words):
        return []
    return [(m, n.best) for m, n in zip(mentions, numbers, strict=True) if n.best is not None]


# Words between a number and the place over which so many were brought down, and their number.
_OVER = frozenset({"over", "above", "in", "near"})
_OVER_REACH = 6


def intercept(state: State, sentence: Sentence, reading: Reading, struck: bool) -> list[Event]:
    """Add what was brought down: an event of its own where it has a place of its own."""
    if not reading.interceptions:
        return []
    taken = {id(d.site) for d in reading.drafts}
    sites = [s for s in reading.sites if s.role in {"event", "aim"} and id(s) not in taken]
    harmed = any(h.count.best not in {0, None} for h in reading.loose_harm)
    scope = state.lead or state.heading
    at = reading.interceptions[0].first
    down = reading.interceptions[0].entry.kind
    draft = Draft(
        kind=state.lexicon.types.get(down.with_harm, down) if harmed else down,
        sub_type=None,
        sentence=sentence,
        at=at,
        first=sentence.start,
        last=sentence.end,
        date=choose(sentence, at, state.clock),
        weapons=find_weapons(sentence, state.lexicon),
    )
    if not sites and (struck or not scope):
        alone = not struck and state.scene_block != state.block
        over = state.named_site if alone else None
        office = office_of(state, sentence) if alone and says_its_region(draft) else None
        if office is not None:
            scope = (office,)  # "The Samara governor said all drones over the region were downed"
        elif over is not None and over[0] == state.block:
            scope = over[1].locations[:1]
        else:
            weapons_to_scene(state, draft)
            return []
    told_here = (
        bool(state.scene) and state.scene[0].draft.kind.weapons and state.scene_block == state.block
    )
    places = _narrowest(state, sites) or ([] if told_here else list(scope))
    when = date_of(state, draft)
    when = dated(when, state, down, same_scene=state.scene_block == state.block)
    own = list(reading.loose_harm) if harmed else []
    numbers = _numbers_at(sentence, sites)
    return [
        new_event(
            state,
            dataclasses.replace(draft, harms=own, weapons=_downed(draft.weapons, x, numbers)),
            x,
            when,
            0.8,
        )
        for x in places
    ]


def _numbers_at(sentence: Sentence, sites: list[Site]) -> dict[str, int]:
    """Give how many were brought down over each place that has a number of its own.

    "12 drones over the Rostov region and four over the Sea of Azov"; by the id of the place.
    """
    counts: dict[str, int] = {}
    for site in sites:
        number = next(
            (n for n in sentence.numbers if 1 <= site.first - n.end_token <= _OVER_REACH), None
        )
        known = [x.place for x in site.locations if x.place is not None]
        if number is None or number.unit is not None or number.best is None or len(known) != 1:
            continue
        between = set(sentence.words[number.end_token : site.first])
        if between & _OVER:
            counts[known[0].id] = number.best
    return counts if len(counts) > 1 else {}


def _downed(weapons: list[Weapon], location: Location, numbers: dict[str, int]) -> list[Weapon]:
    """Give the weapons with the number of this place, where each place has its own."""
    place = location.place
    if place is None or place.id not in numbers or len(weapons) != 1:
        return list(weapons)
    return [dataclasses.replace(weapons[0], intercepted=numbers[place.id], launched=None)]


def event_of_sentence(state: State, draft: Draft, locations: Sequence[Location]) -> Event | None:
    """Find what the same sentence told of this place: "hit X and Y, killing two in X"."""
    place = locations[0].place if len(locations) == 1 else None
    if place is None or not draft.harms or not (draft.kind.hits or draft.kind.sums):
        return None
    return next(
        (
            e
            for e in state.events
            if e.draft.sentence is draft.sentence
            and e.location.place is not None
            and e.location.place.id == place.id
            and e.draft.kind.point
            and not e.killed
            and not e.injured
        ),
        None,
    )


def told_without_harm(
    state: State, draft: Draft, when: When, locations: Sequence[Location]
) -> Event | None:
    """Find the strike of this paragraph at a place of which now only people hurt, or fire, is told.

    "Izmail and Kiliia were both hit. In Kiliia a customs officer was wounded."
    """
    place = locations[0].place if len(locations) == 1 else None
    of_harm = any(h.first == draft.at for h in draft.harms)
    of_damage = not draft.harms and any(
        m.first == draft.at and m.entry.needs == "armed" for m in draft.sentence.of("trigger")
    )
    if place is None or not (of_harm or of_damage) or draft.sentence.of("weapon"):
        return None
    told = [
        e
        for e in state.events
        if e.block == state.block
        and e.location.place is not None
        and e.location.place.id == place.id
        and e.draft.kind.hits
        and not e.draft.kind.sums
        and not (when.said and e.dated and not same_day(when.span, e.span))
    ]
    return told[0] if len(told) == 1 and not (told[0].killed or told[0].injured) else None


def _narrowest(state: State, sites: Iterable[Site]) -> list[Location]:
    """List the known places of sites, each once, without those that hold another of them."""
    known = {x.place.id: x.place for s in sites for x in s.locations if x.place is not None}
    locations = {x.place.id: x for s in sites for x in s.locations if x.place is not None}
    return [
        locations[ident]
        for ident, outer in known.items()
        if not any(
            inner.id != ident and state.gazetteer.contains(outer, inner) for inner in known.values()
        )
    ]


def _owners(sentence: Sentence) -> set[str | None]:
    """Collect the countries whose weapons are told of: "61 Ukrainian drones"."""
    begins = {m.first for m in sentence.of("weapon")}
    return {
        iso3(t)
        for t in sentence.toponyms
        if t.use is Use.DEMONYM
        and begins & set(range(end := sentence.token_at(t.end - 1) + 1, end + _BEFORE_WEAPON))
    }


def weapons_to_scene(state: State, draft: Draft) -> None:
    """Give launched and intercepted weapons to the strike that is being told."""
    if (
        len(state.scene) == 1
        and state.block - state.scene_block <= SCENE_BLOCKS
        and state.scene[0].draft.kind.weapons
    ):
        event = state.scene[0]
        place = event.location.place
        if place is not None and place.country and alpha3(place.country) in _owners(draft.sentence):
            return  # "61 Ukrainian drones" were not part of the strike on Kramatorsk
        event.draft.weapons = merge_weapons(event.draft.weapons, draft.weapons)
