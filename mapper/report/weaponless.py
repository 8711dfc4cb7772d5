"""People hurt without a word for what happened: "three were killed in Sumy".

In: a sentence's harm and places. Out: `Draft`s of what the lexicon calls such events: by weapons
that are named, by small arms, or harm alone. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import english
from mapper.report.care import is_passive_at
from mapper.report.drafts import Draft, Scene
from mapper.report.governing import site_of_harm
from mapper.report.harm import Harm
from mapper.report.places import Site
from mapper.report.sentence import Sentence
from mapper.report.sharing import site_at, site_behind, site_of_clause
from mapper.report.targets import find_target
from mapper.report.times import choose
from mapper.report.weapons import find_weapons

# Words from "when" to the armed men who did something.
_SUBJECT_AT = 3
_WHEN = frozenset({"when", "after", "as"})
_RECORDED = frozenset({"recorded", "documented", "verified", "registered", "counted", "logged"})
_CIVILIAN = frozenset({"civilian", "civilians"})
# "The Russians killed five residents of Donetsk region": verbs, and words from the number to there.
_KILLED = frozenset({"killed", "injured", "wounded"})
_RESIDENTS_REACH = 4
_RUINS = english.words("events", "ruins")
_SHOT = english.words("events", "shot")


def weaponless(scene: Scene, sites: list[Site]) -> list[Draft]:
    """Read harm without a word for an event.

    The lexicon says what it is: by a weapon, by small arms, or neither.
    """
    sentence, harms, lexicon = scene.sentence, scene.harms, scene.lexicon
    clauses = {sentence.clause[j] for h in harms for j in (h.first, h.last - 1)}
    marks = [
        m
        for m in sentence.of("weapon")
        if not lexicon.weapons[m.entry.value].aircraft or sentence.clause[m.first] in clauses
    ]  # "20 were killed and reinforcements sat there, waiting for a helicopter"
    small = bool(marks) and scene.small_arms_only(marks)
    harms, site, apart = _by_place(scene, sites)
    site = site or _where_they_live(sentence, harms[0], sites)
    if site is None and not marks:
        return []
    verbs = any(not m.entry.category.endswith(".nouns") for m in sentence.under("harm."))
    violent = verbs or marks or _monitored(sentence)
    elsewhere = site is not None and scene.context.armed
    if not violent and not elsewhere and not any(t.lower in _SHOT for t in sentence.tokens):
        return []  # bodies that are found belong to what was told before
    shot = bool(sentence.of("shot")) or _armed_men_came(sentence)
    more = any(h.count.addition for h in harms)
    buried = scene.context.armed and (more or not _RUINS.isdisjoint(sentence.words))
    what = "small_arms" if shot or small else "harm"
    if (marks and not small) or buried:
        what = "weapon"
    kind = lexicon.unnamed(what)
    if kind is None:
        return []
    draft = Draft(
        kind=kind,
        sub_type=None,
        sentence=sentence,
        at=harms[0].first,
        first=sentence.start,
        last=sentence.end,
        site=site,
        date=choose(sentence, harms[0].first, scene.context.clock),
        harms=list(harms),
        weapons=find_weapons(sentence, lexicon) if kind.weapons else [],
        target=find_target(sentence, None) if kind.weapons else None,
        definite=bool(sentence.of("definite")),
        weak=kind.sums,
    )
    others = (
        dataclasses.replace(
            draft,
            at=min(h.first for h in apart if apart[h] is s),
            site=s,
            harms=[h for h in apart if apart[h] is s],
            target=None,
        )
        for s in {id(s): s for s in apart.values()}.values()
    )
    return [draft, *others]


def left_over(scene: Scene, drafts: list[Draft], sites: list[Site]) -> list[Draft]:
    """Read harm that no event took, at a place of its own: "In X two died; in Y a shop burned"."""
    sentence = scene.sentence
    taken = {id(h) for d in drafts for h in d.harms}
    harms = [h for h in scene.harms if id(h) not in taken and h.count.best != 0]
    clauses = {sentence.clause[h.last - 1] for h in harms}
    free = [
        s
        for s in sites
        if s.role == "event"
        and s.is_known
        and sentence.clause[s.first] in clauses
        and all(s is not d.site for d in drafts)
    ]
    if len(free) != 1:
        return []
    return weaponless(dataclasses.replace(scene, harms=harms), free)


def _where_they_live(sentence: Sentence, harm: Harm, sites: list[Site]) -> Site | None:
    """Find the region whose people somebody killed: "they killed five residents of X region"."""
    if is_passive_at(sentence, harm.first) or sentence.word(harm.first) not in _KILLED:
        return None
    near = range(harm.last, harm.last + _RESIDENTS_REACH)
    return next(
        (
            s
            for s in sites
            if s.role == "home" and s.first in near and s.locations[0].precision == "region"
        ),
        None,
    )


def _monitored(sentence: Sentence) -> bool:
    """Whether monitors count: "recorded 214 civilian deaths in North Kordofan"."""
    counted = next((j for j, word in enumerate(sentence.words) if word in _RECORDED), None)
    behind = sentence.words[counted + 1 :] if counted is not None else ()
    pairs = set(zip(behind, behind[1:], strict=False))
    return any((one, other) in pairs for one in _CIVILIAN for other in ("deaths", "killed"))


def _armed_men_came(sentence: Sentence) -> bool:
    """Whether people were hurt when armed men did something: "was killed when gunmen stopped"."""
    for mark in sentence.of("fighters"):
        opener = sentence.clause.index(sentence.clause[mark.first])
        if mark.first - opener <= _SUBJECT_AT and sentence.word(opener) in _WHEN:
            return True
    return False


def _by_place(scene: Scene, sites: list[Site]) -> tuple[list[Harm], Site | None, dict[Harm, Site]]:
    """Tell the harm of the sentence's main place, that place, and the harm of other places."""
    sentence, harms = scene.sentence, scene.harms
    shared = {h: s for h in harms if (s := site_at(sites, h.place or -1)) is not None}
    main = next((h for h in harms if h not in shared), harms[0])
    site = shared.pop(main, None)
    free = [s for s in sites if all(s is not t for t in shared.values())]
    site = site or site_of_harm(sentence, main.first, free)
    for harm in harms:
        if harm is main or harm in shared or harm.place is not None or site is None:
            continue
        behind = site_behind(sentence, harm, free) or site_of_clause(sentence, harm, free)
        if behind is not None and behind is not site:
            shared[harm] = behind
    return [h for h in harms if h not in shared], site, shared
