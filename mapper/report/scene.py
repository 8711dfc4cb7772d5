"""What goes on telling of an event, and what takes it back.

In: the state, a draft or harm of a later sentence. Out: the state's scene, changed. Nothing can go
wrong.
"""

from collections.abc import Sequence

from mapper.dating.model import Precision
from mapper.gazetteer import Kind
from mapper.lexicon import Form, english
from mapper.report.anaphora import claims_own_deed, is_definite
from mapper.report.drafts import Draft, Reading
from mapper.report.harm import Harm
from mapper.report.locations import FINE, common_area
from mapper.report.places import Site
from mapper.report.retraction import HAPPENED
from mapper.report.sentence import Sentence
from mapper.report.speakers import speaker_at
from mapper.report.state import (
    SCENE_BLOCKS,
    Event,
    State,
    add_harm,
    known_weapon,
    merge_weapons,
    same_day,
)
from mapper.report.swaps import find_prisoners
from mapper.report.times import of_speech, usable
from mapper.report.tolls import (
    city_meant,
    speaks_elsewhere,
    sum_up,
    target_meant,
    tell_there,
)
from mapper.report.when import When
from mapper.report.where import office_of, says_its_region, summed_up

_BE = english.words("roles", "be")
_ALL_OVER = frozenset({"across", "throughout"})
_PLACING = english.words("governing", "placing")
_FINE = frozenset({"settlement", "district", "facility"})
_NEW = english.words("scene", "new")
_GOING_ON = english.words("scene", "going_on")


def tells_more(state: State, draft: Draft) -> bool:
    """Whether a draft without place and day of its own says more than that there was an event."""
    if draft.harms or (
        draft.kind.is_exchange and find_prisoners(draft.sentence, state.sides, draft.stretch)
    ):
        return True
    if draft.kind.is_exchange or draft.kind.meeting:
        return False
    if draft.target is not None and says_its_region(draft) and office_of(state, draft.sentence):
        return True
    scope = state.lead or state.heading
    counted = any(w.launched or w.intercepted for w in draft.weapons)
    new = bool(scope) and not (state.scene and state.scene_block == state.block)
    return new or counted or (draft.target is not None and draft.weapons != [])


def adds_nothing(state: State, draft: Draft) -> bool:
    """Whether a draft without a place only speaks of several events told before.

    "The strikes came before dawn", "A gas pipe and a shop were damaged" behind a list of towns.
    """
    if draft.harms or draft.weapons or draft.kind.is_exchange or len(state.scene) < 2:
        return False
    near = state.block - state.scene_block <= (SCENE_BLOCKS if draft.definite else 0)
    return near and any(e.draft.kind.group == draft.kind.group for e in state.scene)


def is_known(state: State, draft: Draft, site: Site | None) -> bool:
    """Whether an event of this place was told and nothing is added: "The attack in Homs drew"."""
    if not draft.definite or draft.harms or draft.weapons or draft.prisoners:
        return False
    if draft.kind.is_exchange and site is None:
        told = any(e.draft.kind.is_exchange for e in state.events)
        return told and not find_prisoners(draft.sentence, state.sides, draft.stretch)
    if site is None:
        return False
    if _is_spoken_of(draft):
        return True
    here = {x.place.id for x in site.locations if x.place is not None}
    return any(
        e.location.place is not None
        and (e.location.place.id in here or e.location.place.parent in here)
        and e.draft.kind.group == draft.kind.group
        for e in state.events
    )


def _is_spoken_of(draft: Draft) -> bool:
    """Whether it is only said what an event was: "the attack was Moscow's opening statement"."""
    sentence = draft.sentence
    end = next((m.last for m in sentence.of("trigger") if m.first == draft.at), draft.at + 1)
    noun = any(m.first == draft.at and m.entry.form is Form.NOUN for m in sentence.of("trigger"))
    spoken = noun and sentence.word(draft.at - 1) in {"the", "this", "that"}
    return spoken and sentence.word(end) in {"was", "is"} and sentence.word(end + 1) not in _PLACING


def merge_into(state: State, draft: Draft, site: Site | None, when: When) -> Event | None:
    """Find the event of the scene that a draft goes on telling of; None when it is a new one."""
    if not draft.definite and _known_target(draft, state.scene):
        draft.definite = True
    near = state.block - state.scene_block <= (
        SCENE_BLOCKS if draft.definite or known_weapon(draft) else 0
    )
    if not state.scene or not near or len(state.scene) > 1 or summed_up(draft):
        return None
    if site is None and _has_a_scene_of_its_own(state):
        return None
    if site is not None and _is_coarse(state, draft, site):
        site = None
    if (
        site is not None
        and state.scene[0].location.place is not None
        and not goes_on(state, draft, site)
    ):
        return None
    event = state.scene[0]
    if summed_up(event.draft):
        return None
    if (
        event.draft.event_type != draft.event_type
        and not _of_one_kind(draft, event.draft)
        and not _only_counts(state, draft, site, when)
        and not _of_the_fight(state, draft, site, when)
        and not _explains(state, draft, site)
    ):
        return None
    if draft.kind.is_arrival(draft.sub_type) or event.draft.kind.is_arrival(event.draft.sub_type):
        return None
    if when.said and event.dated and not same_day(when.span, event.span):
        return None
    going_on = site is not None and goes_on(state, draft, site)
    if (
        site is not None
        and not going_on
        and not (event.location.place is None and (draft.definite or draft.kind.is_exchange))
    ):
        return None
    if not draft.kind.is_exchange and _only_counts(state, draft, site, when):
        return event
    if draft.kind.is_exchange:
        mine = find_prisoners(draft.sentence, state.sides, draft.stretch)
        if any(event.draft.prisoners.get(k, v) != v for k, v in mine.items()):
            return None
    if _is_new(draft) and not _explains(state, draft, site):
        return None
    return event


def _has_a_scene_of_its_own(state: State) -> bool:
    """Whether the paragraph has set another place: "an operation in Mir Ali. Nine were killed"."""
    if state.block_site is None or state.scene_block == state.block:
        return False
    number, placed = state.block_site
    told = {e.location.place.id for e in state.scene if e.location.place is not None}
    return number == state.block and all(
        x.place is not None and x.place.id not in told for x in placed.locations
    )


def _explains(state: State, draft: Draft, site: Site | None) -> bool:
    """Whether a sentence tells what hurt those just counted: "A drone struck a grain elevator".

    Only right behind people hurt at one place with no word for what happened, or a paragraph later
    of a weapon that is known: "Five died in Dnipro ... The missile came down in Sobornyi district".
    """
    event = state.scene[0]
    hurt = event.draft.kind.sums and not event.sums_parts and event.location.precision in _FINE
    if site is not None and hurt and draft.kind.hits and not draft.kind.sums:
        near = state.block - state.scene_block <= 1 and not draft.harms
        return near and known_weapon(draft) and goes_on(state, draft, site)
    follows = (
        state.scene_block == state.block and event.draft.sentence.index == draft.sentence.index - 1
    )
    said = site is None and draft.site is None and not draft.harms
    scope = [x.place for x in (state.lead or state.heading) if x.place is not None]
    here = event.location.place
    elsewhere = bool(scope) and here is not None and here.id not in {x.id for x in scope}
    told = hurt and follows and said and not elsewhere
    return told and draft.kind.hits and not draft.kind.sums


def _of_the_fight(state: State, draft: Draft, site: Site | None, when: When) -> bool:
    """Whether damage without a weapon goes on with a fight: "two vehicles were set on fire"."""
    fight = state.scene[0].draft.kind.fight and state.scene_block == state.block
    armed = draft.weapons or draft.sentence.of("weapon")
    bare = site is None and not when.said and not armed
    return (
        fight and bare and draft.kind.point and draft.kind.group == state.scene[0].draft.kind.group
    )


def _only_counts(state: State, draft: Draft, site: Site | None, when: When) -> bool:
    """Whether only harm is told, of what the sentences before told without: "Six were killed"."""
    event = state.scene[0]
    return (
        draft.weak
        and site is None
        and not when.said
        and state.scene_block == state.block
        and event.draft.kind.hits
        and not event.killed
        and not event.injured
    )


def _is_new(draft: Draft) -> bool:
    """Whether the sentence begins with something new: "Separately, ...", "A drone hit ..."."""
    sentence = draft.sentence
    if draft.definite or sentence.word(0) not in _NEW:
        return False
    if sentence.word(0) == "another" and draft.harms and draft.harms[0].count.addition:
        return False  # "Another 47 were injured when the missiles hit ..."
    damaged = not draft.harms and not draft.weapons and not draft.prisoners
    return sentence.word(0) not in {"a", "an"} or not damaged or draft.site is not None


def _of_one_kind(draft: Draft, told: Draft) -> bool:
    """Whether "the attack" may be what was told before, in other words or as harm alone."""
    if not draft.definite:
        return False
    in_other_words = draft.kind.hits and told.kind.hits and draft.kind.group == told.kind.group
    return in_other_words or (draft.kind.point and told.kind.sums)


def _known_target(draft: Draft, scene: list[Event]) -> bool:
    """Whether what was hit before is told again with "the": "... overran the base"."""
    nouns = {e.draft.target.split()[-1].lower() for e in scene if e.draft.target}
    sentence = draft.sentence
    if scene and scene[0].assumed and _takes_up(draft):
        return True
    return not nouns.isdisjoint(sentence.words) and any(
        t.lower in nouns and "the" in {sentence.word(i - 1), sentence.word(i - 2)}
        for i, t in enumerate(sentence.tokens)
    )


def _takes_up(draft: Draft) -> bool:
    """Whether a sentence begins with what was hit: "The compound in X was hit on Thursday"."""
    sentence = draft.sentence
    passive = sentence.word(draft.at - 1) in _BE
    capital = len(sentence.tokens) > 1 and sentence.tokens[1].text[:1].isupper()
    return sentence.word(0) == "the" and passive and not capital


def goes_on(state: State, draft: Draft, site: Site) -> bool:
    """Whether a place makes the scene's finer: "in the Tula region ... hit a plant in Tula"."""
    where = state.scene[0].location.place
    inner = site.locations[0].place if len(site.locations) == 1 else None
    if where is None or inner is None or not (draft.definite or known_weapon(draft)):
        return False
    if inner.id == where.id or state.gazetteer.contains(where, inner):
        return True
    event = state.scene[0]
    vague = "#" in where.id or where.kind in {Kind.AREA, Kind.COUNTRY}
    single = not event.draft.kind.sums and not event.sums_parts and not event.draft.definite
    return draft.definite and vague and single and inner.country == where.country


def _is_coarse(state: State, draft: Draft, site: Site) -> bool:
    """Whether a place only says roughly where the known one is: "the attack near the border"."""
    where = state.scene[0].location.place
    if where is None or not draft.definite or where.kind not in FINE or len(site.locations) > 1:
        return False
    if draft.harms and draft.sentence.word(site.first - 1) in _ALL_OVER:
        return False  # "the attack claimed 12 lives across Ukraine"
    rough = site.locations[0]
    if rough.place is None or rough.precision not in {"border", "area", "region", "country"}:
        return False
    borders = rough.precision == "border" and (where.country or "?") in rough.place.id
    return borders or state.gazetteer.contains(rough.place, where)


def add_to(state: State, event: Event, draft: Draft, when: When, site: Site | None) -> None:
    """Let an event take what a later sentence says of it."""
    old = event.draft
    if site is not None and not _is_rougher(event, site):
        event.location = common_area(site.locations, state.gazetteer)
    if when.said and not event.dated:
        event.span, event.date_how, event.dated = when.span, when.how, True
        event.assumed = False
    elif when.said and _is_within(when, event):
        event.span, event.date_how = when.span, when.how
    if old.kind.sums and draft.kind.hits and (draft.definite or _explains(state, draft, site)):
        old.kind, old.sub_type = draft.kind, draft.sub_type  # "That was the result of a strike"
    rival = claims_own_deed(draft.sentence)
    for harm in draft.harms:
        known = event.killed if harm.kind == "killed" else event.injured
        if rival and known:
            event.contradicted = True  # what the attackers say is no correction
        else:
            add_harm(event, [harm], draft.sentence)
    old.weapons = merge_weapons(old.weapons, draft.weapons)
    if draft.kind.is_exchange:
        for side, value in find_prisoners(draft.sentence, state.sides, draft.stretch).items():
            old.prisoners.setdefault(side, value)
    old.target = old.target or draft.target
    event.speaker = event.speaker or speaker_at(draft.sentence, draft.at)
    if draft.sentence.block is old.sentence.block or draft.first - old.last < 40:
        old.last = max(old.last, draft.last)


def _is_within(when: When, event: Event) -> bool:
    """Whether a day is one of the days of a range that was told: "this week ... on Tuesday"."""
    outer, inner = event.span, when.span
    if outer.first is None or outer.last is None or inner.first is None or inner.last is None:
        return False
    wider = outer.last - outer.first > inner.last - inner.first
    return wider and outer.first <= inner.first and inner.last <= outer.last


def _is_rougher(event: Event, site: Site) -> bool:
    """Whether a site tells less than the event's place does."""
    fine = event.location.place is not None and event.location.place.kind in FINE
    return fine and all(
        x.precision in {"border", "area", "region", "country"} for x in site.locations
    )


def continue_scene(state: State, sentence: Sentence, reading: Reading, fresh: list[Event]) -> None:
    """Give harm that a sentence tells without an event of its own to what is being told."""
    harms = list(reading.loose_harm)
    if not harms:
        return
    merged = bool(fresh) and all(any(e is old for old in state.scene) for e in fresh)
    scope = state.lead or state.heading
    zero = all(h.count.best == 0 for h in harms)
    target = _hit_of(fresh or state.scene)
    elsewhere = any(s.role == "event" for s in reading.sites)
    meant = None if fresh else city_meant(state, sentence)
    if meant is None and not fresh and not elsewhere:
        meant = target_meant(state, sentence)
    if meant is not None:
        add_harm(meant, harms, sentence)
        return
    if not fresh and not zero and _told_of_a_fight(state, sentence, harms):
        return
    if fresh and not merged and not zero and state.scene_block == state.block and state.scene:
        target = (
            state.scene
        )  # "15 were hurt, with fires breaking out in X": harm of what came before
    office = None if fresh else office_of(state, sentence)
    if office is not None and target and not zero and speaks_elsewhere(state, office, target[0]):
        sum_up(state, sentence, harms, [])
        return  # "officials in the Zaporizhzhia region said three had been killed"
    near = fresh or state.block - state.scene_block <= (
        1 if not elsewhere and (sentence.of("definite") or not scope) else 0
    )
    if (
        target
        and near
        and len(target) == 1
        and not (zero and _is_over(state, target[0], sentence, harms))
    ):
        event = target[0]
        told = event.draft.kind
        if told.hits or told.sums or told.with_harm:
            add_harm(event, harms, sentence)
            if told.with_harm and not zero:
                event.draft.kind = state.lexicon.types[told.with_harm]
            event.speaker = event.speaker or speaker_at(sentence, harms[0].first)
            if event.block == state.block:
                event.draft.last = max(event.draft.last, sentence.end)
            return
    here = None if fresh else _told_at(state, reading.sites)
    if zero and here is not None:
        add_harm(here, harms, sentence)
        return
    if zero:
        if near and not _speaks_of_more(sentence) and _at_each(state, target):
            for event in target:
                add_harm(event, harms, sentence)
        return
    sum_up(state, sentence, harms, target if near else [])


def _told_at(state: State, sites: Sequence[Site]) -> Event | None:
    """Find what this paragraph told of the one place that a sentence names."""
    named = {x.place.id for s in sites if s.role == "event" for x in s.locations if x.place}
    told = [
        e
        for e in state.events
        if e.block == state.block
        and e.draft.kind.hits
        and e.location.place is not None
        and e.location.place.id in named
        and not (e.killed or e.injured)
    ]
    return told[0] if len(told) == len(named) == 1 else None


def _told_of_a_fight(state: State, sentence: Sentence, harms: list[Harm]) -> bool:
    """Make an event of harm where the paragraph has set a place at which armed men were.

    "Forces carried out an operation in Mir Ali. Nine militants were killed."
    """
    just_told = not state.scene or state.block - state.scene_block <= SCENE_BLOCKS
    if state.block_site is None or not just_told or not _has_a_scene_of_its_own(state):
        return False
    placed = state.block_site[1].locations
    before = state.before
    came = (
        before is not None
        and bool(before.of("fighters"))
        and before.start <= placed[0].start < before.end
    )
    if len(placed) != 1 or not (sentence.of("fighters") or came):
        return False
    tell_there(state, sentence, harms, placed[0], fought=True)
    return True


def _hit_of(told: list[Event]) -> list[Event]:
    """Give what hurts people: of a drone shot down and its debris that fell the debris."""
    hits = [event for event in told if event.draft.kind.hits]
    others = [event for event in told if not event.draft.kind.hits]
    here = {event.location.place.id for event in told if event.location.place is not None}
    debris = len(hits) == 1 and len(others) == 1 and len(here) == 1
    return hits if debris and others[0].draft.kind.group == hits[0].draft.kind.group else told


def _at_each(state: State, told: list[Event]) -> bool:
    """Whether nobody hurt is said of several places just told: "Sumy and Okhtyrka were hit"."""
    return all(
        event.block == state.block
        and event.draft.kind.hits
        and not (event.killed or event.injured)
        and event.draft.sentence is told[0].draft.sentence
        for event in told
    )


def _is_over(state: State, event: Event, sentence: Sentence, nobody: Sequence[Harm]) -> bool:
    """Whether nobody hurt is said of something else: in a later paragraph, or where some were."""
    told = {"killed": event.killed, "injured": event.injured}
    if event.block != state.block and (sentence.index > 0 or _speaks_of_more(sentence)):
        return True
    return state.block - event.block > 1 or any(told[harm.kind] for harm in nobody)


def _speaks_of_more(sentence: Sentence) -> bool:
    """Whether a sentence tells of another place or happening: "when a bus crashed in Warsaw"."""
    apart = {"when", "at", "in"} & set(sentence.words) and "either" not in sentence.words
    return bool(apart) and bool(
        sentence.toponyms or sentence.of("reality.accident") or "when" in sentence.words
    )


def continue_date(state: State, sentence: Sentence, reading: Reading) -> None:
    """Give the event just told its day: "The attackers arrived at dawn on Tuesday"."""
    if len(state.scene) != 1 or state.block - state.scene_block > 1:
        return
    if reading.drafts or reading.set_aside:
        return
    event = state.scene[0]
    if not event.assumed or event.draft.sentence is sentence or not event.draft.kind.hits:
        return
    goes_on = (
        is_definite(sentence)
        or _when_it_was(sentence)
        or (sentence.word(0) in _GOING_ON and bool(sentence.of("trigger", "weapon", "fighters")))
    )
    if not goes_on or any(
        s.role == "event" and s.is_known and not _is_here(state, event, s) for s in reading.sites
    ):
        return
    days = [d for d in usable(sentence, state.clock) if not of_speech(sentence, d)]
    if len(days) == 1 and days[0].span.precision is Precision.DAY:
        event.span, event.date_how = days[0].span, f"{days[0].text!r} where it is told on"
        event.dated, event.assumed = True, False


def _when_it_was(sentence: Sentence) -> bool:
    """Whether only the time is added: "Police said it happened on Monday"."""
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    return any(one in {"it", "this"} and other in HAPPENED for one, other in pairs)


def _is_here(state: State, event: Event, site: Site) -> bool:
    """Whether a site is the event's place, or either lies in the other."""
    here = event.location.place
    there = site.locations[0].place
    if here is None or there is None or len(site.locations) > 1:
        return False
    return state.gazetteer.contains(here, there) or state.gazetteer.contains(there, here)
