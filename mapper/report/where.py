"""Where an event was, when its own sentence does not say it all.

In: the state and a draft. Out: `Location`s with how sure they are. Nothing can go wrong; a place
that cannot be told is a `Location` without a place.
"""

import dataclasses
import re
from collections.abc import Sequence

from mapper.gazetteer import Kind, Place
from mapper.gazetteer.sphere import distance_km
from mapper.lexicon import english
from mapper.report.countries import alpha3
from mapper.report.drafts import Draft
from mapper.report.locations import FINE, common_area, locate, stretch_of
from mapper.report.model import Location
from mapper.report.named import (
    from_there,
    from_town,
    in_this_paragraph,
    is_topic,
    named_last,
    the_town,
)
from mapper.report.places import Site
from mapper.report.sentence import Sentence
from mapper.report.sides import initiator, may_be, of_two_sides
from mapper.report.state import SCENE_BLOCKS, State
from mapper.toponym.model import Use

# Why an event is where no word of its own put it.
MAIN = "the article's main place"
# What the seat of a region is called.
_SEATS = frozenset(
    {("regional", "centre"), ("regional", "center"), ("regional", "capital")}
    | {("provincial", "capital"), ("provincial", "centre"), ("provincial", "center")}
)
# Weapons; so many are counted for a whole country.
_MANY = 10
# A part of a city, and code points from its name to that word.
_PARTS_OF_CITIES = frozenset(
    {"neighbourhood", "neighborhood", "quarter", "suburb", "ward", "district"}
)
_PART_REACH = 30
# "The health ministry in Gaza said".
_MINISTRIES = frozenset({"ministry", "authorities", "department", "directorate", "administration"})
# "Across the region, drones hit eleven villages": words at the head of a sentence.
_ALL_OVER = frozenset({"across", "throughout", "elsewhere"})
_WIDE_REACH = 3
_OPERATIONS = english.words("where", "operations")
_TOWN_LEVELS = frozenset({"settlement", "district", "facility"})
# People; a smaller town under the label of another country is a namesake of one there.
_KNOWN_PEOPLE = 20_000
_FAR_KM = 80.0
# What two sides do to each other: "traded fire"; words from it to "with" whom.
_MUTUAL = english.words("where", "mutual")
_WITH_REACH = 4
_AIR = english.words("where", "of_air")
_AIR_FORCES = english.words("where", "air_forces")
_REGION_WORDS = english.words("where", "region_words")
_OVER_REGION = frozenset({"in", "of", "across", "over", "throughout", "approaching", "against"})
_PARTS = english.words("where", "parts")
_FORCES = english.words("where", "forces")
_SUMS = english.words("where", "sums")
_SUMMING = frozenset({"total", "told", "together", "all"})


def locations_of(
    state: State, draft: Draft, site: Site | None
) -> tuple[tuple[Location, ...], float]:
    """Say where, and how sure.

    The sentence's own place, the label, the scene, the office, the main place.
    """
    scope = state.lead or state.heading
    if site is not None:
        if all(x.place is None for x in site.locations):
            return _around_unknown(state, draft, site.locations, scope)
        town = from_town(state, draft) if site.locations[0].precision == "region" else None
        if town is not None and _lies_in(state, town[0][0], site.locations[0]):
            return town
        return inside_scope(state, site.locations, scope), 0.9
    swap = draft.kind.is_exchange or draft.kind.meeting
    met = draft.kind.meeting and scope and scope[0].precision == "settlement"
    if swap and not met and scope and scope[0].precision not in {"border", "facility"}:
        scope = ()  # an exchange told in an article about a raid is not where the raid was
    town = _town_in(state, draft, scope)
    if town is not None:
        return town
    here = _from_paragraph(state, draft)
    wide = not _ALL_OVER.isdisjoint(draft.sentence.words[:_WIDE_REACH])
    if here is not None and scope and not wide and _is_inside(state, here[0], scope[0]):
        return here  # "Sumy region. In Konotop the sirens went. A drone hit a warehouse"
    found = _from_scope(state, draft, scope) or here
    if found is not None:
        return found
    if swap:
        return (Location(),), 0.6
    return (
        _between_sides(state, draft)
        or from_there(state, draft)
        or from_town(state, draft)
        or _from_country(state, draft)
        or _from_before(state, draft)
        or ((Location(),), 0.4)
    )


def _between_sides(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take the border of two countries whose forces fight: "Thai and Cambodian troops traded"."""
    sides = [t for t in draft.sentence.toponyms if t.use is Use.DEMONYM and t.place is not None]
    if not draft.kind.fight or len(sides) < 2 or not of_two_sides(draft.sentence, sides[0]):
        return None
    words = set(draft.sentence.words[draft.at : draft.at + _WITH_REACH])
    if _MUTUAL.isdisjoint(words) or "with" in words:
        return None  # "Turkish and Syrian forces clashed with Kurdish fighters"
    one, other = (t.place.country or "" if t.place is not None else "" for t in sides[:2])
    border = state.gazetteer.border_between(one, other) if one and other else None
    if border is None:
        return None
    start, end = sides[0].start, sides[1].end
    how = "the border of the two whose forces fight"
    return (Location(place=border, precision="border", how=how, start=start, end=end),), 0.5


def _town_in(
    state: State, draft: Draft, scope: tuple[Location, ...]
) -> tuple[tuple[Location, ...], float] | None:
    """Take what "the town" is in a paragraph that is labelled with a country or region."""
    if not scope or scope[0].precision not in {"region", "country"}:
        return None
    if the_town(draft.sentence) is None:
        return None
    if not state.scene or state.scene_block != state.block:
        return _inside(state, from_town(state, draft), scope[0])
    told = state.scene[0].location
    fine = told.place is not None and told.place.kind in FINE
    return ((told,), 0.6) if fine and may_be(state, draft, told) else None


def _inside(
    state: State, town: tuple[tuple[Location, ...], float] | None, outer: Location
) -> tuple[tuple[Location, ...], float] | None:
    return town if town is not None and _lies_in(state, town[0][0], outer) else None


def _is_inside(state: State, places: tuple[Location, ...], outer: Location) -> bool:
    """Whether places are finer than that of the label or heading, and in it."""
    return outer.precision in {"region", "country"} and all(
        x.precision in _TOWN_LEVELS and _lies_in(state, x, outer) for x in places
    )


def _lies_in(state: State, inner: Location, outer: Location) -> bool:
    return (
        inner.place is not None
        and outer.place is not None
        and state.gazetteer.contains(outer.place, inner.place)
    )


def _around_unknown(
    state: State, draft: Draft, unknown: tuple[Location, ...], scope: tuple[Location, ...]
) -> tuple[tuple[Location, ...], float]:
    """Give the region in which a place that no gazetteer knows must lie, else the unknown place.

    Never the town that was told of before: the village is not the town.
    """
    told = [e.location for e in state.scene if e.location.place is not None]
    seat = _regional_centre(state, unknown[0], [*scope, *told])
    if seat is not None:
        return (seat,), 0.6
    city = _city_of_part(state, draft, unknown[0], told)
    if city is not None:
        return (city,), 0.5
    beside = _beside(state, unknown[0])
    if beside is not None:
        return (beside,), 0.5
    if any(t.place is not None and t.place.kind in FINE for t in draft.sentence.toponyms):
        return unknown, 0.4  # the sentence's known place tells more
    main = [state.main] if state.main is not None and state.main.place is not None else []
    if told and main and _country(told[0]) != _country(main[0]):
        main = []  # what is being told is not in the country that most of the text is about
    wide = bool(scope) and scope[0].precision == "country" and state.scene_block == state.block
    for known in (told, list(scope), main) if wide else (list(scope), told, main):
        usable = [x for x in known if x.place is not None and may_be(state, draft, x)]
        if not usable:
            continue
        around = container_of(state, usable)
        if around.place is not None and around.precision == "area" and around.place.country:
            nation = state.gazetteer.country(around.place.country)
            if nation is not None:
                around = dataclasses.replace(around, place=nation, precision="country")
        if around.place is None or around.precision not in {"region", "country"}:
            continue
        name = unknown[0]
        how = f"{name.how}; {around.place.name}, where the others are"
        return (dataclasses.replace(around, how=how, start=name.start, end=name.end),), 0.4
    return unknown, 0.4


def _country(location: Location) -> str | None:
    return location.place.country if location.place is not None else None


def _regional_centre(state: State, unknown: Location, known: Sequence[Location]) -> Location | None:
    """Give what "the regional centre" is where a region, or a town of one, is being told of."""
    said = state.text[unknown.start : unknown.end].lower().split()
    if len(said) < len(("regional", "centre")) or tuple(said[-2:]) not in _SEATS:
        return None
    main = [state.main] if state.main is not None else []
    for place in (x.place for x in (*known, *main) if x.place is not None):
        region = place
        if place.kind is not Kind.REGION and place.admin1_id is not None:
            region = state.gazetteer.place(place.admin1_id) or place
        seat = state.gazetteer.capital_of(region) if region.kind is Kind.REGION else None
        if seat is not None:
            how = f"the centre of {region.name}"
            return dataclasses.replace(unknown, place=seat, precision="settlement", how=how)
    return None


def _city_of_part(
    state: State, draft: Draft, unknown: Location, told: list[Location]
) -> Location | None:
    """Give the city of a part that no gazetteer knows: "the Rabasa district"."""
    words = re.findall(r"[a-z]+", state.text[unknown.end : unknown.end + _PART_REACH].lower())[:4]
    words += state.text[unknown.start : unknown.end].lower().split()[-1:]
    if not _PARTS_OF_CITIES & set(words):
        return None
    main = [state.main] if state.main is not None else []
    here = [] if state.scene_block == state.block else _named_before(state, draft, unknown)
    fine = (x for x in (*state.lead, *told, *main) if x.precision in _TOWN_LEVELS)
    city = here[0] if here else next(fine, None)
    if city is None or city.place is None or not may_be(state, draft, city):
        return None
    seat = state.gazetteer.place(city.place.parent) if city.place.parent else city.place
    if seat is not None and seat.kind is Kind.SUBREGION:
        return dataclasses.replace(city, how=f"{unknown.how}; somewhere in {seat.name}")
    if seat is None or seat.kind is not Kind.SETTLEMENT:
        return None
    how = f"{unknown.how}; somewhere in {seat.name}"
    return dataclasses.replace(
        city, place=seat, precision="district", how=how, start=unknown.start, end=unknown.end
    )


def _beside(state: State, unknown: Location) -> Location | None:
    """Give what an unknown place is told by right behind it: "Jiyeh, south of Beirut"."""
    for toponym in state.toponyms:
        gap = state.text[unknown.end : toponym.start]
        if toponym.start < unknown.end or len(gap) > len(", ") or not gap.startswith(","):
            continue
        place = toponym.place
        if place is None or not (toponym.relation or "").endswith(" of") or place.kind in FINE:
            return None
        how = f"{unknown.how}; what it is told to be by"
        return dataclasses.replace(locate(toponym, state.gazetteer, how), start=unknown.start)
    return None


def _named_before(state: State, draft: Draft, unknown: Location) -> list[Location]:
    """Give the town that the paragraph names before an unknown part: "From Goma, we heard"."""
    named = [
        locate(t, state.gazetteer, "the town of the paragraph")
        for t in state.toponyms
        if draft.sentence.block.start <= t.start < unknown.start
        and t.place is not None
        and t.place.kind in {Kind.SETTLEMENT, Kind.SUBREGION}
        and t.use is not Use.DEMONYM
    ]
    return named[-1:]


def _from_scope(
    state: State, draft: Draft, scope: tuple[Location, ...]
) -> tuple[tuple[Location, ...], float] | None:
    """Take the place of the label or heading, or the country where a sentence adds up."""
    if summed_up(draft):
        nation = _whole_country(state)
        if nation is not None:
            return (nation,), 0.7
    if scope and scope[0].precision == "country" and draft.harms:
        speaking = office_of(state, draft.sentence)
        if speaking is not None:
            return (speaking,), 0.6
    return (scope, 0.85) if scope else None


def _from_paragraph(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take the place that a sentence without an event has set in this paragraph."""
    if state.block_site is None:
        return None
    number, site = state.block_site
    told_since = any(e.draft.last > site.locations[0].start for e in state.scene)
    if state.scene_block == state.block and told_since:
        return None
    narrow = any(x.precision in {"border", "facility"} for x in site.locations)
    if number != state.block or not (draft.kind.point or draft.kind.fight or narrow):
        return None
    told = tuple(
        dataclasses.replace(x, how="the paragraph's place")
        for x in site.locations
        if may_be(state, draft, x)
    )
    return told or (Location(),), 0.65


def _from_country(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take a country that the sentence speaks of, or the region of the office that speaks."""
    parts = _parts_of_country(state, draft)
    if parts is not None:
        return (parts,), 0.7
    nation = _nation(state, draft)
    if nation is not None:
        return (nation,), 0.6
    if says_its_region(draft) or (draft.weak or draft.harms) and not draft.definite:
        office = office_of(state, draft.sentence)
        if office is not None:
            return (office,), 0.5
    return None


def says_its_region(draft: Draft) -> bool:
    """Whether the region of the office that speaks is meant: "a plant in the region was hit"."""
    sentence = draft.sentence
    return not _REGION_WORDS.isdisjoint(sentence.words) and any(
        token.lower in _REGION_WORDS
        and sentence.word(i - 1) == "the"
        and sentence.word(i - 2) in _OVER_REGION
        and sentence.word(i + 1) != "of"
        for i, token in enumerate(sentence.tokens)
    )


def _from_before(state: State, draft: Draft) -> tuple[tuple[Location, ...], float] | None:
    """Take the place of what was told before, else the article's main place."""
    named = named_last(state, draft)
    here = named is not None and in_this_paragraph(state, draft, named)
    topic = here and named is not None and is_topic(state, draft, named)
    if topic and named is not None and not draft.definite and state.scene_block != state.block:
        return (named,), 0.5
    if state.scene and state.block - state.scene_block <= SCENE_BLOCKS:
        told = [
            e.location
            for e in state.scene
            if e.location.place is not None and may_be(state, draft, e.location)
        ]
        if told:
            where = common_area(told, state.gazetteer) if len(told) > 1 else told[0]
            return (dataclasses.replace(where, how="the place of what was told before"),), 0.7
    if draft.definite and state.named_site is not None and state.named_site[0] == state.block:
        before = state.named_site[1].locations[0]
        if before.precision not in {"country", "area"} and may_be(state, draft, before):
            return (dataclasses.replace(before, how="the place named just before"),), 0.5
    if here and named is not None:
        return (named,), 0.4
    if state.main is not None and may_be(state, draft, state.main):
        return (dataclasses.replace(state.main, how=MAIN),), 0.45
    return ((named,), 0.4) if named is not None else None


def _parts_of_country(state: State, draft: Draft) -> Location | None:
    """Find the country whose parts were hit: "an attack on several Russian regions"."""
    sentence = draft.sentence
    for toponym in sentence.toponyms:
        last = sentence.token_at(toponym.end - 1) + 1
        code = toponym.place.country if toponym.place is not None else None
        first = sentence.token_at(toponym.start)
        before = set(sentence.words[max(0, first - 3) : first])
        if "from" in before:
            continue  # where the drones were sent from
        if toponym.use is Use.DEMONYM and code and sentence.word(last) in _PARTS:
            country = state.gazetteer.country(code)
            if country is not None:
                return Location(
                    place=country,
                    precision="country",
                    how="parts of the country, not named",
                    start=toponym.start,
                    end=toponym.end,
                )
    return None


def _nation(state: State, draft: Draft) -> Location | None:
    """Find the country whose forces count what was fired at it: "Ukraine's air force"."""
    if not any(w.launched or w.intercepted for w in draft.weapons) or draft.harms or draft.target:
        return None
    sentence = draft.sentence
    whole = _whole_country(state)
    if whole is not None and _counts_a_night(sentence, draft) and may_be(state, draft, whole):
        return whole
    for toponym in sentence.toponyms:
        last = sentence.token_at(toponym.end - 1) + 1
        at = last + 1 if sentence.word(last) == "'s" else last
        if toponym.place is not None and toponym.place.country and sentence.word(at) in _FORCES:
            country = state.gazetteer.country(toponym.place.country)
            side = initiator(draft)
            if country is not None and alpha3(country.country or "") != side:
                return Location(
                    place=country,
                    precision="country",
                    how="the country whose forces count",
                    start=toponym.start,
                    end=toponym.end,
                )
    return None


def _counts_a_night(sentence: Sentence, draft: Draft) -> bool:
    """Whether an air force counts what came in a night: "said Russia had launched 410 drones"."""
    words = [t.lower for t in sentence.tokens]
    air = any(
        one in _AIR and other in _AIR_FORCES for one, other in zip(words, words[1:], strict=False)
    )
    many = max((w.launched or 0) for w in draft.weapons)
    return air and many >= _MANY and initiator(draft) is not None


def summed_up(draft: Draft) -> bool:
    """Whether a sentence adds up what was told: "in all", "counted together", "in total"."""
    words = draft.sentence.words
    if not _SUMS.isdisjoint(words[:3]):
        return True
    if _SUMMING.isdisjoint(words):
        return False
    pairs = list(zip(words, words[1:], strict=False))
    if {("in", "total"), ("all", "told"), ("taken", "together")} & set(pairs):
        return True
    # "In all, 12 died", "12 died in all", not "in all three cities"
    return any(
        pair == ("in", "all") and (i == 0 or not draft.sentence.word(i + 2).isalnum())
        for i, pair in enumerate(pairs)
    )


def _whole_country(state: State) -> Location | None:
    """Find the country of the article's main place."""
    main = state.main.place if state.main is not None else None
    country = state.gazetteer.country(main.country) if main is not None and main.country else None
    if country is None or state.main is None:
        return None
    return Location(
        place=country,
        precision="country",
        how="the country, for a number that sums up several places",
        start=state.main.start,
        end=state.main.end,
    )


def inside_scope(
    state: State, locations: tuple[Location, ...], scope: tuple[Location, ...]
) -> tuple[Location, ...]:
    """Own places, unless they are all wider than the label's place ("over the oblast")."""
    if not scope:
        return locations
    inner = scope[0].place
    label = inner is not None and scope is state.lead
    if inner is not None and label and all(_is_namesake_abroad(x, inner) for x in locations):
        return scope
    if inner is not None and all(
        x.place is not None and x.place.id != inner.id and state.gazetteer.contains(x.place, inner)
        for x in locations
    ):
        return scope
    return locations


def _is_namesake_abroad(location: Location, scope: Place) -> bool:
    """Whether a small place is in another country than the label says: of the same name."""
    place = location.place
    if place is None or place.country is None or scope.country is None:
        return False
    small = place.kind is Kind.SETTLEMENT and place.population < _KNOWN_PEOPLE
    abroad = place.country != scope.country and scope.kind is not Kind.BORDER
    return small and abroad and distance_km(place.lat, place.lon, scope.lat, scope.lon) > _FAR_KM


def office_of(state: State, sentence: Sentence) -> Location | None:
    """Find the region of the office that speaks in this sentence."""
    for toponym in sentence.toponyms:
        if (
            toponym.use is Use.EMBEDDED
            and toponym.place is not None
            and toponym.place.kind in {Kind.REGION, Kind.SUBREGION, Kind.SETTLEMENT}
        ):
            return locate(toponym, state.gazetteer, "the office that speaks")
    for toponym in sentence.toponyms:
        first = sentence.token_at(toponym.start)
        offices = _MINISTRIES & set(sentence.words[max(0, first - 2) : first])
        region = toponym.place is not None and toponym.place.kind is Kind.REGION
        if region and offices and sentence.word(first - 1) == "in":
            return locate(toponym, state.gazetteer, "the office that speaks")
    return None


def container_of(state: State, locations: list[Location]) -> Location:
    """Find the smallest division that holds all the places: a region, else the country."""
    places = [x.place for x in locations if x.place is not None]
    regions = {p.admin1_id for p in places}
    if len(regions) == 1 and None not in regions:
        region = state.gazetteer.place(next(iter(regions)) or "")
        if region is not None:
            start, end = stretch_of(locations)
            return Location(
                place=region,
                precision="region",
                within=tuple(x for x in locations[0].within if x != region.id)[-1:],
                how="what contains the places told before",
                start=start,
                end=end,
            )
    return common_area(locations, state.gazetteer)


def sets_scene(state: State, sentence: Sentence, site: Site) -> bool:
    """Whether a place without an event holds for what follows: "In Sumy people woke early"."""
    if not any(x.place is not None for x in site.locations):
        return False
    acts = sentence.of("fighters") or not _OPERATIONS.isdisjoint(sentence.words)
    road = sentence.word(site.first - 1) in {"from", "to", "between"}
    if acts and not road and site.locations[0].precision in _TOWN_LEVELS:
        return True  # "forces carried out an operation in Mir Ali", and then what came of it
    return site.opening or (
        state.swapping and any(x.precision in {"border", "facility"} for x in site.locations)
    )
