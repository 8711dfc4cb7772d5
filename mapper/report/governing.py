"""Which word for an event governs which place and which stretch of a sentence.

In: a sentence, its sites and the triggers that are real. Out: the site that places a trigger's
event, or harm that no trigger tells of. Nothing can go wrong; an event may have no site of its own.
"""

from mapper.dating.model import DateMention
from mapper.lexicon import Form, Mark, english
from mapper.report.places import Site
from mapper.report.sentence import Sentence

# Words from where a clause opens to its place: "while in the town of".
_FRONT = 5
_PASSIVE = english.words("evidence", "passive")
_PLACING = english.words("governing", "placing")
_BACKGROUND = english.words("governing", "background")
_FOLLOWING = english.words("governing", "following")
_TURNS = english.words("governing", "turns")
_GOING_ALONG = english.words("governing", "going_along")


def governors_of(sentence: Sentence, sites: list[Site], real: list[Mark]) -> dict[int, Mark]:
    """For each site (by index) the trigger whose event it places.

    The trigger before it in the same clause, nearest first; else the one behind it in the same
    clause; else the nearest one. A place that opens the sentence goes to the first trigger behind
    it.
    """
    found: dict[int, Mark] = {}
    meetings = [
        m
        for m in sentence.of("trigger")
        if m.entry.kind.meeting and m.entry.form in {Form.NOUN, Form.PAST} and m not in real
    ]
    known = [m for m in sentence.of("trigger") if m not in real and is_background(sentence, m)]
    triggers = [*real, *meetings]
    # "Struck X, injuring three, and Y": it is the striking that goes on.
    harmful = {m.first for m in sentence.under("harm.")}
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
            and "," not in sentence.words[m.last : site.first]
        ]
        behind = [
            m for m in triggers if m.first >= site.last and sentence.clause[m.first] == clause
        ]
        if before and not site.opening:
            found[n] = max(before, key=lambda m: m.first)
        elif behind:
            found[n] = min(behind, key=lambda m: m.first)
        elif triggers and not _opens_harm(sentence, site, real):
            found[n] = min(
                triggers,
                key=lambda m: (
                    abs(sentence.clause[m.first] - clause),
                    m.first in harmful,
                    abs(m.first - site.first),
                ),
            )
    return found


def _opens_harm(sentence: Sentence, site: Site, real: list[Mark]) -> bool:
    """Whether a place opens a clause in which people are hurt and nothing else: "in Y two died".

    That clause has its own place, whatever the one in front of it tells.
    """
    clause = sentence.clause[site.first]
    opener = sentence.clause.index(clause)
    told = any(sentence.clause[m.first] == clause for m in sentence.under("harm."))
    fronted = 0 < opener < site.first <= opener + _FRONT and any(
        sentence.clause[m.first] < clause and m.entry.kind.point for m in real
    )
    return told and fronted and all(sentence.clause[m.first] != clause for m in real)


def site_for(
    sentence: Sentence,
    trigger: Mark,
    sites: list[Site],
    triggers: list[Mark],
    governors: dict[int, Mark],
) -> Site | None:
    """Find the site that places a trigger's event; `governors` as `governors_of` gives them.

    Its own, else the one that opens the sentence, else that of a neighbour of its type.
    """
    usable = [(n, s) for n, s in enumerate(sites) if s.role == "event"]
    if trigger.entry.kind.is_exchange:
        # An exchange is somewhere of its own: not where a sentence that mentions it happens to be.
        clause = sentence.clause[trigger.first]
        usable = [
            (n, s)
            for n, s in usable
            if s.opening or sentence.clause[s.first] == clause or _took_place(sentence, s)
        ]
    own = [s for n, s in usable if governors.get(n) == trigger]
    # A place that some gazetteer knows tells more than one that none does.
    own = [s for s in own if s.is_known] or own
    opens = any(s.opening and s.is_known for _, s in usable)
    if own and (own[0].is_known or not opens):
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
                not is_placed(sentence, s),
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


def _took_place(sentence: Sentence, site: Site) -> bool:
    """Whether a clause says where it was: "a swap that took place on the border"."""
    words = sentence.words[max(0, site.first - 7) : site.first]
    return any(
        pair in {("took", "place"), ("was", "held")} for pair in zip(words, words[1:], strict=False)
    )


def of_meeting(sentence: Sentence, mention: DateMention, real: list[Mark]) -> bool:
    """Whether a day is that of talks: "after the meeting on 16 May, he praised the swap"."""
    first, _ = sentence.tokens_of(mention.start, mention.end)
    meetings = [
        m
        for m in sentence.of("trigger")
        if m.entry.kind.meeting and m.entry.form is Form.NOUN and m not in real
    ]
    before = [m for m in (*meetings, *real) if m.last <= first and first - m.last <= 4]
    return bool(before) and max(before, key=lambda m: m.first) in meetings


def is_placed(sentence: Sentence, site: Site) -> bool:
    """Whether a preposition of place stands in front of a site: "in Sumy", "near the town of X"."""
    if any(sentence.word(j) in _PLACING for j in range(max(0, site.first - 3), site.first)):
        return True
    before = {site.first, site.first - (sentence.word(site.first - 1) == "the")}
    return any(
        m.last in before and m.entry.kind.hits and m.entry.form in {Form.PAST, Form.ING}
        for m in sentence.of("trigger")
    )


def site_of_harm(sentence: Sentence, at: int, sites: list[Site]) -> Site | None:
    """Find the site of harm that no trigger tells of.

    In its own clause, or the one that opens the sentence.
    """
    clause = sentence.clause[min(at, len(sentence.clause) - 1)]
    usable = [s for s in sites if s.role == "event"]
    near = [s for s in usable if sentence.clause[s.first] == clause or s.opening]
    if not near:
        eventful = {
            sentence.clause[m.first] for m in sentence.of("trigger") if not m.entry.kind.sums
        }
        near = [s for s in usable if sentence.clause[s.first] not in eventful]
        if not near and not any(goes_along(sentence, sentence.clause[s.first]) for s in usable):
            near = usable
        near = [s for s in near if not _describes_people(sentence, s)]
    return min(near, key=lambda s: abs(s.first - at)) if near else None


def _describes_people(sentence: Sentence, site: Site) -> bool:
    """Whether a place is told of somebody else: "..., said the TNLA, which controls Mogok"."""
    opener = sentence.clause.index(sentence.clause[site.first])
    return opener > 0 and sentence.word(opener) in {"which", "who", "whose"}


def goes_along(sentence: Sentence, clause: int) -> bool:
    """Whether a clause only goes along with what was said: "..., with fires breaking out in X"."""
    opener = next((sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause), "")
    return opener in _GOING_ALONG


def _behind_day(sentence: Sentence, index: int) -> int:
    """Step over a day that stands at a token: "the raid on Tuesday came"."""
    first = index + (sentence.word(index) == "on")
    return next(
        (
            sentence.tokens_of(d.start, d.end)[1]
            for d in sentence.dates
            if sentence.token_at(d.start) in {index, first}
        ),
        index,
    )


def is_background(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a known event only sets the scene: "hours before the swap", "despite the attack"."""
    if trigger.entry.form not in {Form.NOUN, Form.PHRASE}:
        return False
    behind = _behind_day(sentence, trigger.last)
    ahead = {sentence.word(j) for j in range(max(0, trigger.first - 2), trigger.first)}
    if "the" in ahead and sentence.word(behind) in _FOLLOWING:
        return True  # "The exchange on Friday followed a smaller one on Thursday, when ..."
    words = sentence.words[max(0, trigger.first - 4) : trigger.first]
    lead = _BACKGROUND
    return bool(lead & set(words)) and not any(
        n.first_token >= trigger.last and n.first_token - trigger.last <= 6
        for n in sentence.numbers
    )


def stretches_of(sentence: Sentence, triggers: list[Mark]) -> list[tuple[int, int]]:
    """Cut the tokens where "following", "after", "earlier" turn to another time."""
    cuts = [0]
    if len(triggers) > 1:
        first, last = min(m.first for m in triggers), max(m.first for m in triggers)
        cuts += [i for i in range(first + 1, last) if sentence.words[i] in _TURNS]
    return list(zip(cuts, [*cuts[1:], len(sentence.tokens)], strict=True))


def is_passive(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a verb stands behind "was" or the like."""
    words = set(sentence.words[max(0, trigger.first - 2) : trigger.first])
    return trigger.entry.form is Form.PAST and bool(words & _PASSIVE)
