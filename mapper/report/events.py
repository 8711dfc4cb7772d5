"""The events of one sentence.

In: a sentence. Out: `Draft`s (type, words, places, day, harm, weapons ... as far as this sentence
tells) and what was set aside. What a sentence leaves open (a place, a day), the article fills in
later. Nothing can go wrong.
"""

import dataclasses
from collections.abc import Sequence

from mapper.lexicon import Form, Lexicon, Mark, english
from mapper.report.anaphora import is_definite
from mapper.report.captives import is_freed
from mapper.report.drafts import Context, Draft, Reading, Scene
from mapper.report.evidence import has_evidence
from mapper.report.gapped import find_gapped
from mapper.report.governing import (
    governors_of,
    is_background,
    of_meeting,
    site_for,
    stretches_of,
)
from mapper.report.harm import Harm, find_harm
from mapper.report.history import stands_in_the_past
from mapper.report.model import SetAside
from mapper.report.places import Site
from mapper.report.reality import unreal
from mapper.report.sentence import Sentence
from mapper.report.sharing import (
    give_harm,
    own_tokens,
    split_lists,
    where_clause,
    where_site,
)
from mapper.report.targets import find_target
from mapper.report.theirs import find_theirs
from mapper.report.times import choose, of_speech, usable
from mapper.report.weaponless import left_over, weaponless
from mapper.report.weapons import find_weapons, sub_type_of

_OF_KNOWN = english.words("events", "of_known")
_LAUNCHED = english.words("events", "launched")
# Tokens from "shot down" to "launched" in "shot down a missile launched from Yemen".
_OF_LAUNCHED = 9
_IS = frozenset({"is", "was", "were", "are"})
_ALL = frozenset({"all", "both", "each", "every"})
_LOSSES = frozenset({"losses"})
# Words from "losses" to their number.
_LOSSES_REACH = 7
# Words from "attack" to "again".
_AGAIN_REACH = 4
# Parts that a number is told by, at least.
_PARTS = 2
# People; so many killed or hurt with no event told are those of a war.
_MASS = 1000
# Words from "that" to "killed": "the 2022 bombing that later killed".
_DID_REACH = 2


def _attribute(sentence: Sentence, trigger: Mark) -> bool:
    """Whether no exchange is told of: "75 freed prisoners", "they settled the exchange"."""
    if sentence.word(trigger.last) == "part" and trigger.entry.form is not Form.NOUN:
        return True  # "38 had taken part in the defence of Mariupol"
    if trigger.entry.kind.meeting and trigger.entry.form is Form.PAST:
        # "a swap mediated by the Emirates" tells of no meeting
        return any(
            not m.entry.kind.meeting and m.entry.form is Form.NOUN and m.last == trigger.first
            for m in sentence.of("trigger")
        )
    if is_freed(sentence, trigger):
        return True
    exchange = trigger.entry.kind.is_exchange
    if exchange and "to" in {sentence.word(trigger.last - 1), sentence.word(trigger.last)}:
        behind = range(trigger.last, trigger.last + 3)
        if any(m.first in behind and m.entry.kind.is_exchange for m in sentence.of("trigger")):
            return True  # "prisoners who were being taken to an exchange had been killed"
    if exchange and trigger.entry.form is Form.NOUN:
        counted = range(trigger.last, trigger.last + 3)
        if any(n.first_token in counted for n in sentence.numbers):
            return False  # "elders brokered the handover of 14 fighters"
        return any(
            m.entry.kind.meeting and m.entry.form is Form.PAST and 0 <= trigger.first - m.last <= 3
            for m in sentence.of("trigger")
        )
    return (
        exchange
        and trigger.entry.form is Form.PAST
        and (
            sentence.word(trigger.first - 1) in _OF_KNOWN
            or any(n.end_token == trigger.first for n in sentence.numbers)
        )
        and any(
            trigger.last <= m.first <= trigger.last + 1
            for m in sentence.of("prisoners", "prisoners.people", "people")
        )
    )


def _prefer(triggers: list[Mark]) -> list[Mark]:
    """Where one word tells of two types, keep the one that the lexicon puts before the other."""
    if len(triggers) < 2:
        return triggers
    kept: list[Mark] = []
    for mark in triggers:
        rivals = [
            m for m in triggers if m is not mark and m.first < mark.last and mark.first < m.last
        ]
        longer = [m for m in rivals if m.last - m.first > mark.last - mark.first]
        if longer:
            continue
        if any(m.entry.kind.goes_before(mark.entry.value, mark.entry.needs) for m in rivals):
            continue
        if (
            any(m.entry.value == mark.entry.value and m.entry.needs == "nothing" for m in rivals)
            and mark.entry.needs != "nothing"
        ):
            continue
        kept.append(mark)
    return kept


def _set_aside(sentence: Sentence, why: str) -> SetAside:
    return SetAside(
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text[sentence.start : sentence.end],
        why=why,
    )


def read_events(
    sentence: Sentence, context: Context, sites: list[Site], lexicon: Lexicon
) -> Reading:
    """Read all that a sentence tells of events."""
    sites = [
        dataclasses.replace(s, role="aside")
        if s.role == "event"
        and (
            (stands_in_the_past(sentence, s.first, context.clock) and not _tells_now(sentence, s))
            or _of_somebody(sentence, s)
        )
        else s
        for s in sites
    ]
    told = find_harm(sentence) or find_theirs(sentence, context.before)
    harms = sorted((*told, *find_gapped(sentence, told)), key=lambda h: (h.first, h.last, h.kind))
    scene = Scene(sentence=sentence, harms=harms, context=context, lexicon=lexicon)
    if not harms and not sentence.of("trigger"):
        return Reading(drafts=tuple(_labelled(scene, sites)), sites=tuple(sites))
    real, blocked, aside = _real_triggers(scene)
    harms, harm_aside = _real_harm(scene, blocked, real)
    harms = [h for h in harms if not _told_in_part(sentence, h, harms)]
    harms = [h for h in harms if not _adds_up(sentence, h, harms, sites)]
    aside += harm_aside
    scene = Scene(sentence=sentence, harms=harms, context=context, lexicon=lexicon)
    drafts = _drafts(scene, sites, real)
    downs = [m for m in real if m.entry.kind.brought_down]
    if drafts:
        drafts += left_over(scene, drafts, sites)
    if not drafts and any(h.count.best != 0 for h in harms):
        drafts = weaponless(scene, sites)
    if not drafts and not downs and not aside:
        drafts = _labelled(scene, sites)
    if downs and all(_brought_down(sentence, d, downs) for d in drafts):
        drafts = []
    taken = {id(h) for d in drafts for h in d.harms}
    return Reading(
        drafts=tuple(drafts),
        loose_harm=tuple(h for h in harms if id(h) not in taken),
        sites=tuple(sites),
        set_aside=tuple(dict.fromkeys(aside)),
        interceptions=tuple(downs),
    )


def _tells_now(sentence: Sentence, site: Site) -> bool:
    """Whether a clause of its own tells of a place: "near Ramadi, where they destroyed"."""
    clause = where_clause(sentence, site)
    return any(sentence.clause[m.first] == clause for m in sentence.of("trigger"))


def _told_in_part(sentence: Sentence, harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether a part has the sentence's place: "26 were killed, 13 of them at Bahawalpur"."""
    return any(
        part.kind == harm.kind
        and part.place is not None
        and part.first >= harm.last
        and any(
            n.start == part.count.start and sentence.word(n.end_token) == "of"
            for n in sentence.numbers
        )
        for part in harms
    )


def _adds_up(sentence: Sentence, harm: Harm, harms: Sequence[Harm], sites: Sequence[Site]) -> bool:
    """Whether a number has no place but those of its parts: "killed three: two in X, one in Y"."""
    parts = [h for h in harms if h.kind == harm.kind and h.place is not None]
    if harm.place is not None or len(parts) < _PARTS or any(h.first < harm.last for h in parts):
        return False
    if sum(h.count.best or 0 for h in parts) != harm.count.best:
        return False
    first = min(h.first for h in parts)
    placed = any(s.role in {"event", "container"} and s.last <= first for s in sites)
    return sentence.word(first - 1) == ":" and not placed


def _of_somebody(sentence: Sentence, site: Site) -> bool:
    """Whether a place is where somebody is: "the minister, who is in Riyadh, condemned"."""
    clause = sentence.clause[site.first]
    opener = sentence.clause.index(clause)
    if opener == 0 or sentence.word(opener) not in {"who", "whose", "whom"}:
        return False
    somewhere = sentence.word(opener + 1) in _IS and sentence.word(opener + 2) == "in"
    if not somewhere and (sentence.word(opener) != "whom" or site.is_known):
        return False
    deeds = [m for m in sentence.of("trigger") if not m.entry.kind.meeting]
    told = (*deeds, *sentence.under("harm."))
    return all(sentence.clause[m.first] != clause for m in told)


def _brought_down(sentence: Sentence, draft: Draft, downs: list[Mark]) -> bool:
    """Whether nothing came through: "rockets fired at Haifa, all of which were intercepted"."""
    if sentence.word(draft.at) not in _LAUNCHED or any(h.count.best for h in draft.harms):
        return False
    clause = sentence.clause[draft.at]
    if any(
        0 < draft.at - m.last <= _OF_LAUNCHED and "of" not in sentence.words[m.last : draft.at]
        for m in downs
    ):
        return True  # "shot down a missile launched from Yemen", not "19 of 25 drones launched"
    return any(
        _ALL & set(sentence.words[max(draft.at, m.first - 5) : m.first])
        or (sentence.clause[m.first] == clause and sentence.word(m.first - 1) in {"were", "was"})
        for m in downs
        if m.first > draft.at
    )


def _real_triggers(scene: Scene) -> tuple[list[Mark], list[Mark], list[SetAside]]:
    """Sort the triggers: those of events that happened, those of others, and why not."""
    sentence = scene.sentence
    real: list[Mark] = []
    blocked: list[Mark] = []
    aside: list[SetAside] = []
    every = sentence.of("trigger")
    for trigger in every:
        if not has_evidence(scene, trigger):
            continue
        longer = _longer(trigger, every)
        why = unreal(sentence, trigger, scene.context.clock)
        if why is None and longer is not None:
            why = unreal(sentence, longer, scene.context.clock)
        if why is None:
            real.append(trigger)
        elif why != "habit" or trigger.entry.form is not Form.BASE:
            blocked.append(trigger)
            aside.append(_set_aside(sentence, why))
    kept = [
        m
        for m in real
        if not _attribute(sentence, m)
        and not any(
            b.first < m.last and m.first < b.last and b.entry.value == m.entry.value
            for b in blocked
        )
    ]
    return _prefer(kept), blocked, aside


def _longer(trigger: Mark, every: Sequence[Mark]) -> Mark | None:
    """Find the verb that a noun belongs to: that of "fire" in "to set fire to"."""
    return next(
        (
            o
            for o in every
            if o.first < trigger.first and trigger.last <= o.last and o.entry.form is not Form.NOUN
        ),
        None,
    )


def _real_harm(
    scene: Scene, blocked: list[Mark], real: list[Mark]
) -> tuple[list[Harm], list[SetAside]]:
    """Keep harm that happened; that of a set-aside event goes with it."""
    sentence = scene.sentence
    kept: list[Harm] = []
    aside: list[SetAside] = []
    for harm in scene.harms:
        if harm.count.best == 0:
            kept.append(harm)
            continue
        if harm.place is not None and not any(h.kind == harm.kind for h in kept):
            continue  # the word that it shares is not real
        ahead = set(sentence.words[max(0, harm.first - _LOSSES_REACH) : harm.first])
        if _LOSSES & ahead and not ({"put", "sources"} <= set(sentence.words[: harm.first])):
            aside.append(_set_aside(sentence, "total"))
            continue  # "enemy losses here were 204 killed"
        many = (harm.count.best or 0) >= _MASS or (harm.count.word or "").endswith("thousands")
        if (
            many
            and not _has_its_day(scene, harm)
            and all(harm.first <= m.first < harm.last for m in real)
        ):
            aside.append(_set_aside(sentence, "total"))
            continue
        word = next((m for m in sentence.under("harm.") if harm.first <= m.first < harm.last), None)
        why = unreal(sentence, word, scene.context.clock) if word is not None else None
        if word is not None and why and not (why == "habit" and word.entry.form is Form.BASE):
            aside.append(_set_aside(sentence, why))
            continue
        clause = sentence.clause[min(harm.last - 1, len(sentence.tokens) - 1)]
        if any(_hangs_on(sentence, harm, b) for b in blocked):
            continue
        if real or all(sentence.clause[b.first] != clause for b in blocked):
            kept.append(harm)
    return kept, aside


def _has_its_day(scene: Scene, harm: Harm) -> bool:
    """Whether a day is told for a number in the past tense: no sum of a war, but a massacre."""
    sentence = scene.sentence
    told = [m.first for m in sentence.under("harm.") if harm.first <= m.first < harm.last]
    perfect = any(sentence.word(j - 1) in {"has", "have", "had", "been"} for j in told)
    return not perfect and any(
        not of_speech(sentence, d) for d in usable(sentence, scene.context.clock)
    )


def _hangs_on(sentence: Sentence, harm: Harm, blocked: Mark) -> bool:
    """Whether harm is that of what is set aside: "the 2022 bombings, in which 120 died".

    Or "the 2022 bombings that killed 120".
    """
    clause = sentence.clause[harm.last - 1]
    opener = sentence.clause.index(clause)
    within = sentence.word(opener) == "which" and sentence.word(opener - 1) in {
        "in",
        "of",
        "during",
    }
    did = sentence.word(opener) in {"which", "that"} and harm.first - opener <= _DID_REACH
    return (
        clause != sentence.clause[blocked.first]
        and blocked.entry.form is Form.NOUN
        and (within or did)
        and sentence.is_within(clause, sentence.clause[blocked.first])
        and blocked.last <= opener
    )


def _drafts(scene: Scene, sites: list[Site], real: list[Mark]) -> list[Draft]:
    """Make one draft for each type, place and time that the triggers tell of."""
    sentence = scene.sentence
    real = [m for m in real if not is_background(sentence, m)] or real
    events = [m for m in real if not m.entry.kind.brought_down]
    stretches = stretches_of(sentence, events)
    governors = governors_of(sentence, sites, real)
    drafts: list[Draft] = []
    for trigger in events:
        site = site_for(sentence, trigger, sites, real, governors)
        site = site or where_site(sentence, trigger.first, sites)
        draft = _draft(scene, trigger, site, real)
        draft.stretch = next(s for s in stretches if s[0] <= trigger.first < s[1])
        same = next((d for d in drafts if _same_event(d, draft)), None)
        if same is None:
            drafts.append(draft)
            continue
        same.site = same.site or draft.site
        same.date = same.date or draft.date
        if draft.kind.weapons:
            same.target = same.target or draft.target
        same.sub_type = same.sub_type or draft.sub_type
    strikes = [d for d in drafts if d.kind.weapons]
    for draft in strikes:
        draft.weapons = find_weapons(sentence, scene.lexicon, own_tokens(draft, strikes))
    split_lists(sentence, drafts, sites)
    give_harm(scene, drafts, sites)
    return drafts


def _draft(scene: Scene, trigger: Mark, site: Site | None, real: list[Mark]) -> Draft:
    """Make the draft of one trigger."""
    sentence = scene.sentence
    date = choose(sentence, trigger.first, scene.context.clock)
    if date is not None and of_meeting(sentence, date, real):
        date = None
    return Draft(
        kind=trigger.entry.kind,
        sub_type=trigger.entry.sub_type,
        sentence=sentence,
        at=trigger.first,
        first=sentence.start,
        last=sentence.end,
        site=site,
        date=date,
        target=find_target(sentence, trigger) if trigger.entry.kind.hits else None,
        definite=is_definite(sentence),
    )


def _same_event(draft: Draft, other: Draft) -> bool:
    """Whether two drafts of a sentence are one event; exchanges also need day and stretch."""
    # "Gunmen attacked the post with drones" is one event, whichever word tells of it first.
    hit = draft.kind.hits and other.kind.hits and draft.kind.group == other.kind.group
    if draft.event_type != other.event_type and (not hit or _after_another(draft, other)):
        return False
    if draft.site is not other.site and draft.site is not None and other.site is not None:
        return False
    if not other.kind.is_exchange:
        return not _is_again(draft, other)
    same_date = draft.date is other.date or draft.date is None or other.date is None
    same_kind = draft.sub_type == other.sub_type
    return (
        same_date
        and (draft.stretch == other.stretch or not same_kind)
        and (same_kind or draft.site is other.site)
    )


def _is_again(draft: Draft, other: Draft) -> bool:
    """Whether two had days of their own: "X, hit on Monday, was attacked again on Tuesday"."""
    one, two = draft.date, other.date
    if one is None or two is None or one is two or one.span.first is None or two.span.first is None:
        return False
    apart = abs((one.span.first - two.span.first).days) >= 1 and one.span.last != two.span.last
    later = max(draft.at, other.at)
    return apart and "again" in draft.sentence.words[later : later + _AGAIN_REACH]


def _after_another(draft: Draft, other: Draft) -> bool:
    """Whether one is told as what was before: "traded fire, after air strikes had killed ten"."""
    later = max(draft, other, key=lambda d: d.at)
    noun = any(
        m.first == later.at and m.entry.form is Form.NOUN for m in later.sentence.of("trigger")
    )
    return noun and draft.stretch != other.stretch


def _labelled(scene: Scene, sites: list[Site]) -> list[Draft]:
    """Read bulletin style without a verb: "Shostka: strike drones at an energy facility".

    And a weapon that does something to a target in words that no list holds.
    """
    sentence, lexicon = scene.sentence, scene.lexicon
    weapons = [
        m
        for m in sentence.of("weapon")
        if not (lexicon.weapons[m.entry.value].small or lexicon.weapons[m.entry.value].debris)
    ]
    kind = lexicon.unnamed("weapon") if weapons else None
    if (
        kind is None
        or any(m.first < weapons[0].first for m in sentence.of("reality.negation"))
        or sentence.of("reality.modal")
        or sentence.of("reality.planned")
    ):
        return []
    opening = next((s for s in sites if s.opening and s.role == "event"), None)
    behind = [t for t in sentence.of("targets") if t.first > weapons[0].last]
    short = sentence.label and opening is not None
    acts = bool(behind) and opening is not None and weapons[0].first > 0
    if not (short or acts):
        return []
    return [
        Draft(
            kind=kind,
            sub_type=None,
            sentence=sentence,
            at=weapons[0].first,
            first=sentence.start,
            last=sentence.end,
            site=opening,
            date=choose(sentence, weapons[0].first, scene.context.clock),
            harms=list(scene.harms),
            weapons=find_weapons(sentence, lexicon),
            target=find_target(sentence, weapons[0]),
        )
    ]


def sub_type_for(draft: Draft, lexicon: Lexicon) -> str | None:
    """Find the sub-type of a draft: said by its word, else by its weapons."""
    if not draft.kind.weapons:
        return draft.sub_type
    marks = {m.entry.value for m in draft.sentence.of("weapon")}
    kinds = [w.kind for w in draft.weapons] or sorted(marks)
    named = sub_type_of(kinds, lexicon)
    if named is not None:
        return named
    told = {
        j
        for m in draft.sentence.of("trigger")
        if m.entry.sub_type == draft.sub_type is not None
        for j in range(m.first, m.last)
    }
    # "a bus bombing" is no air raid
    words = {word for j, word in enumerate(draft.sentence.words) if j not in told}
    said = (name for name, names in lexicon.sub_type_words if words & names)
    return next(said, draft.sub_type)
