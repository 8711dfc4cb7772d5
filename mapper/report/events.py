"""The events of one sentence.

In: a sentence. Out: `Draft`s (type, words, places, day, harm, weapons ... as far as this sentence
tells) and what was set aside. What a sentence leaves open (a place, a day), the article fills in
later. Nothing can go wrong.
"""

import dataclasses

from mapper.dating.model import DateMention
from mapper.lexicon import Form, Lexicon, Mark, english
from mapper.report.evidence import Context, Scene, has_evidence
from mapper.report.harm import Harm, find_harm
from mapper.report.model import SetAside, Weapon
from mapper.report.places import Site
from mapper.report.reality import unreal
from mapper.report.sentence import Sentence
from mapper.report.targets import find_target
from mapper.report.times import choose
from mapper.report.weapons import find_weapons, sub_type_of

_PLACING = english.words("governing", "placing")
_BACKGROUND = english.words("governing", "background")
_TURNS = english.words("governing", "turns")
_GOING_ALONG = english.words("governing", "going_along")
_OF_KNOWN = english.words("events", "of_known")
_SHOT = english.words("events", "shot")
_SHELLING = english.words("events", "shelling")
_AIR_RAID = english.words("events", "air_raid")
_FURTHER = english.words("sharing", "further")
_BEFORE_ITEM = english.words("sharing", "before_item")
_BEFORE_TARGET = english.words("sharing", "before_target")


@dataclasses.dataclass(kw_only=True)
class Draft:
    """An event in the making; mutable, because later sentences add to it.

    `first` and `last` are code points of its words in the article; `at` is the token of its main
    word in `sentence`.
    """

    event_type: str
    sub_type: str | None
    sentence: Sentence
    at: int
    first: int
    last: int
    site: Site | None = None
    date: DateMention | None = None
    harms: list[Harm] = dataclasses.field(default_factory=list)
    weapons: list[Weapon] = dataclasses.field(default_factory=list)
    prisoners: dict[str, int] = dataclasses.field(default_factory=dict)
    target: str | None = None
    definite: bool = False
    weak: bool = False
    stretch: tuple[int, int] = (0, 0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a sentence tells: events, harm that no event of its own takes, sites, set-aside words."""

    drafts: tuple[Draft, ...] = ()
    loose_harm: tuple[Harm, ...] = ()
    loose_weapons: tuple[Weapon, ...] = ()
    sites: tuple[Site, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    interceptions: tuple[Mark, ...] = ()


def _attribute(sentence: Sentence, trigger: Mark) -> bool:
    """Whether no exchange is told of: "the freed prisoners", "negotiators settled the exchange"."""
    if trigger.entry.value == "prisoner_swap" and trigger.entry.form is Form.NOUN:
        return any(
            m.entry.value == "talks"
            and m.entry.form is Form.PAST
            and 0 <= trigger.first - m.last <= 3
            for m in sentence.of("trigger")
        )
    return (
        trigger.entry.value == "prisoner_swap"
        and trigger.entry.form is Form.PAST
        and sentence.word(trigger.first - 1) in _OF_KNOWN
        and any(
            m.entry.category in {"prisoners", "prisoners.people", "people"}
            and trigger.last <= m.first <= trigger.last + 1
            for m in sentence.marks
        )
    )


def _governors(sentence: Sentence, sites: list[Site], real: list[Mark]) -> dict[int, Mark]:
    """For each site (by index) the trigger whose event it places.

    The trigger before it in the same clause, nearest first; else the one behind it in the same
    clause; else the nearest one. A place that opens the sentence goes to the first trigger behind it.
    """
    found: dict[int, Mark] = {}
    meetings = [
        m
        for m in sentence.of("trigger")
        if m.entry.value == "talks" and m.entry.form in {Form.NOUN, Form.PAST} and m not in real
    ]
    known = [m for m in sentence.of("trigger") if m not in real and _backgrounded(sentence, m)]
    triggers = [*real, *meetings]
    for n, site in enumerate(sites):
        clause = sentence.clause[site.first]
        before = [
            m for m in triggers if m.last <= site.first and sentence.clause[m.first] == clause
        ]
        before += [
            m
            for m in known
            if m.last <= site.first
            and sentence.clause[m.first] == clause
            and "," not in {sentence.word(j) for j in range(m.last, site.first)}
        ]
        behind = [
            m for m in triggers if m.first >= site.last and sentence.clause[m.first] == clause
        ]
        if before and not site.opening:
            found[n] = max(before, key=lambda m: m.first)
        elif behind:
            found[n] = min(behind, key=lambda m: m.first)
        elif triggers:
            found[n] = min(
                triggers,
                key=lambda m: (abs(sentence.clause[m.first] - clause), abs(m.first - site.first)),
            )
    return found


def _site_for(
    sentence: Sentence, trigger: Mark, sites: list[Site], triggers: list[Mark]
) -> Site | None:
    """The site that places a trigger's event: its own, else the opening one, else a neighbour's of its type."""
    governors = _governors(sentence, sites, triggers)
    usable = [(n, s) for n, s in enumerate(sites) if s.role == "event"]
    if trigger.entry.value == "prisoner_swap":
        # An exchange is somewhere of its own: not where a sentence that mentions it happens to be.
        clause = sentence.clause[trigger.first]
        usable = [(n, s) for n, s in usable if s.opening or sentence.clause[s.first] == clause]
    own = [s for n, s in usable if governors.get(n) == trigger]
    if own:
        ids = {i for s in own for x in s.locations for i in x.within}
        inner = [
            s
            for s in own
            if not all(x.place is not None and x.place.id in ids for x in s.locations)
        ]
        own = inner or own
        return min(
            own,
            key=lambda s: (
                sentence.clause[s.first] != sentence.clause[trigger.first],
                not _placed(sentence, s),
                abs(s.first - trigger.first),
            ),
        )
    opening = [
        s for n, s in usable if s.opening and (governors.get(n) is None or governors[n] in triggers)
    ]
    if opening:
        return opening[0]
    kin = [
        s
        for n, s in usable
        if (g := governors.get(n)) is not None
        and g.entry.value == trigger.entry.value
        and abs(sentence.clause[g.first] - sentence.clause[trigger.first]) <= 2
    ]
    return min(kin, key=lambda s: abs(s.first - trigger.first)) if kin else None


def _of_meeting(sentence: Sentence, mention: DateMention, real: list[Mark]) -> bool:
    """Whether a day is that of talks: "after the meeting on 16 May, the minister praised the swap"."""
    first, _ = sentence.tokens_of(mention.start, mention.end)
    meetings = [
        m
        for m in sentence.of("trigger")
        if m.entry.value == "talks" and m.entry.form is Form.NOUN and m not in real
    ]
    before = [m for m in (*meetings, *real) if m.last <= first and first - m.last <= 4]
    return bool(before) and max(before, key=lambda m: m.first) in meetings


def _placed(sentence: Sentence, site: Site) -> bool:
    return any(sentence.word(j) in _PLACING for j in range(max(0, site.first - 3), site.first))


def _harm_site(sentence: Sentence, at: int, sites: list[Site]) -> Site | None:
    """The site of harm that no trigger tells of: in its own clause, or the one that opens the sentence."""
    clause = sentence.clause[min(at, len(sentence.clause) - 1)]
    usable = [s for s in sites if s.role == "event"]
    near = [s for s in usable if sentence.clause[s.first] == clause or s.opening]
    if not near:
        eventful = {
            sentence.clause[m.first]
            for m in sentence.of("trigger")
            if not m.entry.value == "casualties"
        }
        near = [s for s in usable if sentence.clause[s.first] not in eventful]
        if not near and not any(_opens_aside(sentence, s) for s in usable):
            near = usable
    return min(near, key=lambda s: abs(s.first - at)) if near else None


def _opens_aside(sentence: Sentence, site: Site) -> bool:
    """Whether a place stands in a clause that only goes along: "..., with fires breaking out in X"."""
    clause = sentence.clause[site.first]
    opener = next((sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause), "")
    return opener in _GOING_ALONG


def _backgrounded(sentence: Sentence, trigger: Mark) -> bool:
    """A known event that only sets the scene: "hours before the prisoner swap", "despite the attack"."""
    if trigger.entry.form not in {Form.NOUN, Form.PHRASE}:
        return False
    words = [sentence.word(j) for j in range(max(0, trigger.first - 4), trigger.first)]
    lead = _BACKGROUND
    return bool(lead & set(words)) and not any(
        n.first_token >= trigger.last and n.first_token - trigger.last <= 6
        for n in sentence.numbers
    )


def _stretches(sentence: Sentence, triggers: list[Mark]) -> list[tuple[int, int]]:
    """Tokens that belong to each trigger: cut where "following", "after", "earlier" turn to another time."""
    cuts = [0]
    for i in range(1, len(sentence.tokens)):
        if (
            sentence.word(i) in _TURNS
            and any(m.first > i for m in triggers)
            and any(m.first < i for m in triggers)
        ):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], len(sentence.tokens)], strict=True))


def _prefer(triggers: list[Mark], sentence: Sentence, context: Context) -> list[Mark]:
    """Where one word tells of two types, the one that fits; ground fights give way to flying weapons."""
    kept: list[Mark] = []
    for mark in triggers:
        rivals = [
            m for m in triggers if m is not mark and m.first < mark.last and mark.first < m.last
        ]
        longer = [m for m in rivals if m.last - m.first > mark.last - mark.first]
        if longer:
            continue
        if (
            any(m.entry.value == "ground_attack" for m in rivals)
            and mark.entry.value == "strike"
            and mark.entry.needs != "nothing"
        ):
            continue
        if any(m.entry.value == "interception" for m in rivals) and mark.entry.value == "strike":
            continue
        if (
            any(m.entry.value == "prisoner_swap" for m in rivals)
            and mark.entry.value == "strike"
            and mark.entry.needs == "weapon"
        ):
            continue
        if (
            any(m.entry.value == mark.entry.value and m.entry.needs == "nothing" for m in rivals)
            and mark.entry.needs != "nothing"
        ):
            continue
        kept.append(mark)
    return kept


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def read_events(
    sentence: Sentence, context: Context, sites: list[Site], lexicon: Lexicon
) -> Reading:
    """All that a sentence tells of events."""
    harms = find_harm(sentence)
    aside: list[SetAside] = []
    real: list[Mark] = []
    blocked: list[Mark] = []
    scene = Scene(sentence=sentence, harms=harms, context=context, lexicon=lexicon)
    for trigger in sentence.of("trigger"):
        if not has_evidence(scene, trigger):
            continue
        why = unreal(sentence, trigger, context.clock)
        if why is None:
            real.append(trigger)
        else:
            if why == "habit" and trigger.entry.form is Form.BASE:
                continue
            blocked.append(trigger)
            aside.append(
                SetAside(
                    start=sentence.start,
                    end=sentence.end,
                    quote=sentence.text[sentence.start : sentence.end],
                    why=why,
                )
            )
    real = [
        m
        for m in real
        if not _attribute(sentence, m)
        and not any(
            b.first < m.last and m.first < b.last and b.entry.value == m.entry.value
            for b in blocked
        )
    ]
    real = _prefer(real, sentence, context)
    harms = _real_harm(sentence, harms, blocked, real, context, aside)
    drafts = _drafts(sentence, real, sites, harms, context, lexicon)
    downs = [m for m in real if m.entry.value == "interception"]
    if not drafts and harms and not any(h.count.best == 0 for h in harms):
        drafts = _weaponless(sentence, sites, harms, context, lexicon)
    if not drafts and not downs and not aside:
        drafts = _labelled(sentence, sites, harms, context, lexicon)
    taken = {id(h) for d in drafts for h in d.harms}
    return Reading(
        drafts=tuple(drafts),
        loose_harm=tuple(h for h in harms if id(h) not in taken),
        loose_weapons=tuple(find_weapons(sentence, lexicon))
        if (downs or real) and not drafts
        else (),
        sites=tuple(sites),
        set_aside=tuple(dict.fromkeys(aside)),
        interceptions=tuple(downs),
    )


def _real_harm(
    sentence: Sentence,
    harms: list[Harm],
    blocked: list[Mark],
    real: list[Mark],
    context: Context,
    aside: list[SetAside],
) -> list[Harm]:
    """Harm that happened; that of a set-aside event goes with it."""
    kept = []
    for harm in harms:
        if harm.count.best == 0:
            kept.append(harm)
            continue
        at = min(harm.last - 1, len(sentence.tokens) - 1)
        probe = next(
            (m for m in sentence.under("harm.") if harm.first <= m.first < harm.last), None
        )
        if probe is not None:
            why = unreal(sentence, probe, context.clock)
            if why is not None and not (why == "habit" and probe.entry.form is Form.BASE):
                aside.append(
                    SetAside(
                        start=sentence.start,
                        end=sentence.end,
                        quote=sentence.text[sentence.start : sentence.end],
                        why=why,
                    )
                )
                continue
        same = [b for b in blocked if sentence.clause[b.first] == sentence.clause[at]]
        if same and not real:
            continue
        kept.append(harm)
    return kept


# "Gunmen attacked the post with drones" is one event, whichever word tells of it first.
_HITS = {"strike", "ground_attack"}


def _drafts(
    sentence: Sentence,
    real: list[Mark],
    sites: list[Site],
    harms: list[Harm],
    context: Context,
    lexicon: Lexicon,
) -> list[Draft]:
    """One draft for each type, place and time that the triggers tell of."""
    drafts: list[Draft] = []
    told = [m for m in real if not _backgrounded(sentence, m)]
    real = told or real
    events = [m for m in real if m.entry.value != "interception"]
    stretches = _stretches(sentence, events)
    for trigger in events:
        site = _site_for(sentence, trigger, sites, real)
        stretch = next(s for s in stretches if s[0] <= trigger.first < s[1])
        date = choose(sentence, trigger.first, context.clock)
        if date is not None and _of_meeting(sentence, date, real):
            date = None
        swap = trigger.entry.value == "prisoner_swap"
        same = next(
            (
                d
                for d in drafts
                if (
                    d.event_type == trigger.entry.value
                    or {d.event_type, trigger.entry.value} == _HITS
                )
                and (d.site is site or d.site is None or site is None)
                and (d.date is date or d.date is None or date is None or not swap)
                and (not swap or d.stretch == stretch or d.sub_type != trigger.entry.sub_type)
                and (not swap or d.sub_type == trigger.entry.sub_type or d.site is site)
            ),
            None,
        )
        if same is not None:
            same.site = same.site or site
            same.date = same.date or date
            same.target = same.target or (
                find_target(sentence, trigger) if trigger.entry.value == "strike" else None
            )
            if trigger.entry.sub_type and same.sub_type is None:
                same.sub_type = trigger.entry.sub_type
            continue
        start, end = _span(sentence)
        drafts.append(
            Draft(
                event_type=trigger.entry.value,
                sub_type=trigger.entry.sub_type,
                sentence=sentence,
                at=trigger.first,
                first=start,
                last=end,
                site=site,
                date=date,
                target=find_target(sentence, trigger)
                if trigger.entry.value in {"strike", "ground_attack"}
                else None,
                definite=_definite(sentence),
                stretch=stretch,
            )
        )
    strikes = [d for d in drafts if d.event_type == "strike"]
    for draft in strikes:
        span = _own_tokens(draft, strikes)
        draft.weapons = find_weapons(sentence, lexicon, span)
    _split_lists(sentence, drafts, sites, events)
    _give_harm(sentence, drafts, harms, sites, context)
    return drafts


def _definite(sentence: Sentence) -> bool:
    """Whether the words point back: "the attack", "the gunmen", "the attackers"."""
    return bool(sentence.of("definite")) or any(
        sentence.word(m.first - 1) == "the" and m.entry.form is Form.NOUN
        for m in sentence.of("fighters")
    )


def _own_tokens(draft: Draft, drafts: list[Draft]) -> tuple[int, int] | None:
    """The tokens between this draft's trigger and the next one's; the sentence when it is alone."""
    if len(drafts) < 2:
        return None
    later = [d.at for d in drafts if d.at > draft.at]
    earlier = [d.at for d in drafts if d.at < draft.at]
    return (draft.at - 8 if earlier else 0, min(later) - 3 if later else len(draft.sentence.tokens))


# A further place may have its own target in front: "on the terminal of X and on a plant in Y".
_JOINED_WITHIN = 8


def _split_lists(
    sentence: Sentence, drafts: list[Draft], sites: list[Site], events: list[Mark]
) -> None:
    """Further places coordinated with an event's own: "struck Sumy, killing two, and Okhtyrka"."""
    taken = {id(d.site) for d in drafts if d.site is not None}
    for site in sites:
        if id(site) in taken or site.role != "event":
            continue
        joint = {sentence.word(j) for j in range(site.first - _JOINED_WITHIN, site.first)}
        again = bool(_FURTHER & joint and joint & {"and", ","})
        owner = next(
            (
                d
                for d in drafts
                if d.event_type == "strike" and d.site is not None and d.site.first < site.first
            ),
            None,
        )
        if (
            owner is None
            or not joint & {"and", ","}
            or (
                not again
                and sentence.clause[site.first]
                - sentence.clause[owner.site.first if owner.site else 0]
                > 2
            )
        ):
            continue
        far = {"and", ","}.isdisjoint(
            {sentence.word(site.first - 1), sentence.word(site.first - 2)}
        )
        if far and not again and not _joined_target(sentence, owner, site):
            continue
        if sentence.word(site.first - 1) not in _BEFORE_ITEM:
            continue
        if (
            not again
            and owner.site is not None
            and any(
                m.entry.category == "trigger" and owner.site.last <= m.first < site.first
                for m in sentence.marks
            )
        ):
            continue
        drafts.append(
            dataclasses.replace(
                owner,
                site=site,
                at=site.first,
                harms=[],
                weapons=list(owner.weapons),
                prisoners={},
                target=None,
            )
        )


def _joined_target(sentence: Sentence, owner: Draft, site: Site) -> bool:
    """Whether "and" with a preposition leads to a site: "... and on a power station in Sanaa"."""
    begin = owner.site.last if owner.site is not None else site.first
    words = [sentence.word(j) for j in range(begin, site.first)]
    if "and" not in words or len(words) > _JOINED_WITHIN:
        return False
    return bool(set(words[words.index("and") :]) & _BEFORE_TARGET)


def _own_site(
    sentence: Sentence, harm: Harm, sites: list[Site], takers: list[Draft]
) -> Site | None:
    """A place of the harm's own clause that no event of the sentence has taken."""
    at = min(harm.last, len(sentence.tokens)) - 1
    clause = sentence.clause[at]
    taken = [d.site for d in takers if d.site is not None]
    free = [
        s
        for s in sites
        if s.role == "event"
        and s.first >= harm.first
        and sentence.clause[s.first] == clause
        and all(s is not t for t in taken)
        and _placed(sentence, s)
    ]
    busy = any(sentence.clause[d.at] == clause for d in takers)
    return free[0] if free and not busy and taken else None


def _apart(draft: Draft, harm: Harm, site: Site, context: Context) -> Draft:
    """Make an event of harm told beside another one: "a man was killed in X, and a missile hit Y"."""
    kind = "strike" if context.armed and draft.event_type == "strike" else "casualties"
    return dataclasses.replace(
        draft,
        event_type=kind,
        sub_type=None,
        at=harm.first,
        site=site,
        harms=[harm],
        weapons=[],
        prisoners={},
        target=None,
        definite=False,
    )


def _give_harm(
    sentence: Sentence,
    drafts: list[Draft],
    harms: list[Harm],
    sites: list[Site],
    context: Context,
) -> None:
    """Each harm goes to the event whose place or word stands last before it, else to the first."""
    takers = [d for d in drafts if d.event_type in {"strike", "ground_attack"}]
    if not takers:
        return
    for harm in harms:

        def begin(draft: Draft) -> int:
            places = [draft.site.first] if draft.site is not None else []
            return min([draft.at, *places])

        elsewhere = _own_site(sentence, harm, sites, takers)
        if elsewhere is not None:
            drafts.append(_apart(drafts[0], harm, elsewhere, context))
            continue
        before = [d for d in takers if begin(d) <= harm.last]
        if not before and context.armed and all(_side_remark(sentence, d, harm) for d in takers):
            continue
        chosen = max(before, key=begin) if before else min(takers, key=begin)
        chosen.harms.append(harm)


def _side_remark(sentence: Sentence, draft: Draft, harm: Harm) -> bool:
    """Whether an event only goes with the harm told first: "15 were hurt, with fires breaking out in X"."""
    clause = sentence.clause[draft.at]
    if clause == sentence.clause[min(harm.last, len(sentence.clause)) - 1]:
        return False
    opener = next(
        (sentence.word(j) for j in range(len(sentence.tokens)) if sentence.clause[j] == clause), ""
    )
    return opener in _GOING_ALONG


def _weaponless(
    sentence: Sentence, sites: list[Site], harms: list[Harm], context: Context, lexicon: Lexicon
) -> list[Draft]:
    """Harm without a word for an event: a strike when a weapon is there, else casualties of a place."""
    weapons = [w for w in find_weapons(sentence, lexicon)]
    marks = [m for m in sentence.of("weapon")]
    small = bool(marks) and all(lexicon.weapons[m.entry.value].group == "small_arms" for m in marks)
    site = _harm_site(sentence, harms[0].first, sites)
    if site is None and not marks:
        return []
    violent = any(not m.entry.category.endswith(".nouns") for m in sentence.under("harm.")) or marks
    elsewhere = site is not None and context.armed
    if not violent and not elsewhere and not any(t.lower in _SHOT for t in sentence.tokens):
        return []  # bodies that are found belong to what was told before
    start, end = _span(sentence)
    shot = any(m.entry.value.startswith("shoot") for m in sentence.under("harm.killed"))
    kind = "strike" if marks and not small else "ground_attack" if shot or small else "casualties"
    return [
        Draft(
            event_type=kind,
            sub_type=None,
            sentence=sentence,
            at=harms[0].first,
            first=start,
            last=end,
            site=site,
            date=choose(sentence, harms[0].first, context.clock),
            harms=list(harms),
            weapons=weapons if kind == "strike" else [],
            target=find_target(sentence, None) if kind == "strike" else None,
            definite=bool(sentence.of("definite")),
            weak=kind == "casualties",
        )
    ]


def _labelled(
    sentence: Sentence,
    sites: list[Site],
    harms: list[Harm],
    context: Context,
    lexicon: Lexicon,
) -> list[Draft]:
    """Bulletin style without a verb: "Shostka: strike drones at an energy facility."

    And a weapon that does something to a target in words that no list holds.
    """
    weapons = [
        m
        for m in sentence.of("weapon")
        if lexicon.weapons[m.entry.value].group not in {"small_arms", "debris"}
    ]
    if (
        not weapons
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
    start, end = _span(sentence)
    return [
        Draft(
            event_type="strike",
            sub_type=None,
            sentence=sentence,
            at=weapons[0].first,
            first=start,
            last=end,
            site=opening,
            date=choose(sentence, weapons[0].first, context.clock),
            harms=list(harms),
            weapons=find_weapons(sentence, lexicon),
            target=find_target(sentence, weapons[0]),
        )
    ]


def sub_type_for(draft: Draft, lexicon: Lexicon) -> str | None:
    """The sub-type of a draft: said by its word, else by its weapons."""
    if draft.event_type != "strike":
        return draft.sub_type
    marks = {m.entry.value for m in draft.sentence.of("weapon")}
    kinds = [w.kind for w in draft.weapons] or sorted(marks)
    named = sub_type_of(kinds, lexicon)
    words = {t.lower for t in draft.sentence.tokens}
    if named is None and words & _SHELLING:
        return "shelling"
    if named is None and words & _AIR_RAID:
        return "airstrike"
    if draft.sub_type == "explosion" and named is not None:
        return named
    return named or draft.sub_type
