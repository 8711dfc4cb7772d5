"""Harm and further places shared out among the events of one sentence.

In: the sentence's drafts, its sites and its harm. Out: the drafts, changed: further places of a
list become events of their own, and each harm goes to one event. Nothing can go wrong; harm that
belongs to none of them stays out.
"""

import dataclasses

from mapper.lexicon import Form, english
from mapper.report.drafts import Draft, Scene
from mapper.report.governing import goes_along, is_placed
from mapper.report.harm import Harm
from mapper.report.places import Site
from mapper.report.sentence import Sentence

_FURTHER = english.words("sharing", "further")
_BEFORE_ITEM = english.words("sharing", "before_item")
_BEFORE_TARGET = english.words("sharing", "before_target")
_WHEN = frozenset({"when", "after", "as", "while"})
_JOINS = frozenset({"and", ",", ";"})
# A further place may have its own target in front: "on the terminal of X and on a plant in Y".
_JOINED_WITHIN = 8
# "Died in the town of Dilling".
_PLACED_WITHIN = 4


def own_tokens(draft: Draft, drafts: list[Draft]) -> tuple[int, int] | None:
    """Find the tokens between a draft's trigger and the next one's; None when it is alone."""
    if len(drafts) < 2:
        return None
    later = [d.at for d in drafts if d.at > draft.at]
    earlier = [d.at for d in drafts if d.at < draft.at]
    return (draft.at - 8 if earlier else 0, min(later) - 3 if later else len(draft.sentence.tokens))


def split_lists(sentence: Sentence, drafts: list[Draft], sites: list[Site]) -> None:
    """Further places coordinated with an event's own: "struck Sumy, killing two, and Okhtyrka"."""
    taken = {id(d.site) for d in drafts if d.site is not None}
    for site in sites:
        if id(site) in taken or site.role != "event":
            continue
        owner = next(
            (
                d
                for d in drafts
                if (d.kind.point or d.kind.fight)
                and d.site is not None
                and d.site.first < site.first
            ),
            None,
        )
        if owner is None or owner.site is None or not _is_item(sentence, owner.site, site):
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


def _is_item(sentence: Sentence, own: Site, site: Site) -> bool:
    """Whether a site goes on the list that an event's own site begins."""
    joint = {sentence.word(j) for j in range(site.first - _JOINED_WITHIN, site.first)}
    opens = site.first - 1 if sentence.word(site.first - 1) != "the" else site.first - 2
    if not joint & _JOINS or sentence.word(opens) not in _BEFORE_ITEM:
        return False
    if joint & _FURTHER:
        return True
    if sentence.clause[site.first] - sentence.clause[own.first] > 2:
        return False
    far = _JOINS.isdisjoint({sentence.word(site.first - 1), sentence.word(site.first - 2)})
    if far and not _joined_target(sentence, own, site):
        return False
    # "Wounding three" goes along and tells of nothing new.
    along = {m.first for m in sentence.under("harm.") if m.entry.form is Form.ING}
    where = where_clause(sentence, own)
    return not any(
        own.last <= m.first < site.first
        and m.first not in along
        and sentence.clause[m.first] != where
        for m in sentence.of("trigger")
    )


def where_clause(sentence: Sentence, site: Site) -> int | None:
    """Find the clause that tells of a place right behind it: "El Obeid, where five were killed"."""
    opener = site.last + (sentence.word(site.last) == ",")
    return sentence.clause[opener] if sentence.word(opener) == "where" else None


def _joined_target(sentence: Sentence, own: Site, site: Site) -> bool:
    """Whether "and" with a preposition leads to a site: "... and on a power station in Sanaa"."""
    words = list(sentence.words[own.last : site.first])
    if "and" not in words or len(words) > _JOINED_WITHIN:
        return False
    return bool(set(words[words.index("and") :]) & _BEFORE_TARGET)


def site_at(sites: list[Site], index: int) -> Site | None:
    """Give the site that covers a token."""
    return next((s for s in sites if s.first <= index < s.last), None)


def site_behind(sentence: Sentence, harm: Harm, sites: list[Site]) -> Site | None:
    """Find the first place behind harm in its own clause: "... and a driver died in Izium"."""
    clause = sentence.clause[min(harm.last, len(sentence.tokens)) - 1]
    return next(
        (
            s
            for s in sites
            if s.role == "event"
            and s.is_known
            and s.first >= harm.first
            and sentence.clause[s.first] == clause
            and is_placed(sentence, s)
        ),
        None,
    )


def _tells_how(sentence: Sentence, draft: Draft, clause: int) -> bool:
    """Whether an event tells how people of another clause were hurt: "... when shells fell"."""
    own = sentence.clause[draft.at]
    return own == clause or (
        sentence.word(sentence.clause.index(own)) in _WHEN and sentence.is_within(own, clause)
    )


def site_of_clause(sentence: Sentence, harm: Harm, sites: list[Site]) -> Site | None:
    """Find the place that opens the clause of a harm: "..., in Izium a woman was hurt"."""
    clause = sentence.clause[harm.first]
    return next(
        (
            s
            for s in sites
            if s.role == "event" and s.is_known and sentence.clause[s.first] == clause
        ),
        None,
    )


def _own_site(
    sentence: Sentence, harm: Harm, sites: list[Site], takers: list[Draft]
) -> Site | None:
    """Find a place of the harm's own clause that no event of the sentence has taken."""
    clause = sentence.clause[min(harm.last, len(sentence.tokens)) - 1]
    taken = [d.site for d in takers if d.site is not None]
    others = [s for s in sites if all(s is not t for t in taken)]
    free = site_behind(sentence, harm, others)
    if free is None and not any(_tells_how(sentence, d, clause) for d in takers):
        free = site_of_clause(sentence, harm, others)
    busy = any(sentence.clause[d.at] == clause for d in takers)
    return free if not busy and taken else None


def _apart(scene: Scene, draft: Draft, harm: Harm, site: Site, *, sums: bool = False) -> Draft:
    """Make an event of harm beside another one: "a man was killed in X, and a missile hit Y".

    `sums` says that the harm is that of several places.
    """
    here = scene.sentence.clause[harm.first] == scene.sentence.clause[draft.at]
    same = draft.kind.point and (scene.context.armed or (here and not sums))
    kind = draft.kind if same else scene.lexicon.unnamed("harm") or draft.kind
    return dataclasses.replace(
        draft,
        kind=kind,
        sub_type=None,
        at=harm.first,
        site=site,
        harms=[harm],
        weapons=[],
        prisoners={},
        target=None,
        definite=False,
    )


def _begin(draft: Draft) -> int:
    """Find the first token of a draft: its word or its place."""
    return draft.at if draft.site is None else min(draft.at, draft.site.first)


def give_harm(scene: Scene, drafts: list[Draft], sites: list[Site]) -> None:
    """Give each harm to the event whose place or word stands last before it, else to the first."""
    sentence, armed = scene.sentence, scene.context.armed
    takers = [d for d in drafts if d.kind.hits]
    if not takers:
        return
    for harm in scene.harms:
        if harm.place is not None:
            drafts.extend(_gapped(scene, drafts, sites, harm))
            continue
        elsewhere = where_site(sentence, harm.last - 1, sites)
        elsewhere = elsewhere or _own_site(sentence, harm, sites, takers)
        if elsewhere is not None:
            drafts.extend(_there(scene, drafts, elsewhere, harm))
            continue
        here = next((d for d in takers if _is_right_behind(sentence, harm, d.site)), None)
        if here is not None:
            here.harms.append(harm)
            continue
        own = next((s for s in sites if _is_elsewhere(sentence, harm, s, takers)), None)
        if own is not None:
            drafts.extend(_there(scene, drafts, own, harm))
            continue
        before = [d for d in takers if _begin(d) <= harm.last]
        if not before and armed and all(_side_remark(sentence, d, harm) for d in takers):
            continue
        around = _told_by_parts(scene, harm, sites)
        if around is not None:
            whole = _apart(scene, drafts[0], harm, around, sums=True)
            for draft in takers:
                if harm.first <= draft.at < harm.last:
                    draft.kind = whole.kind
            drafts.append(whole)
            continue
        own_clause = sentence.clause[harm.last - 1]
        same = [d for d in takers if sentence.clause[d.at] == own_clause]
        if len(same) == 1 and all(sentence.clause[d.at] != own_clause for d in before):
            same[0].harms.append(harm)  # "... while three died in a blast in Y"
            continue
        chosen = max(before, key=_begin) if before else min(takers, key=_begin)
        chosen.harms.append(harm)


def where_site(sentence: Sentence, index: int, sites: list[Site]) -> Site | None:
    """Find the place that the clause of a token tells of: "Kadugli, where three were injured"."""
    clause = sentence.clause[index]
    own = any(s.role == "event" and sentence.clause[s.first] == clause for s in sites)
    if own:
        return None  # "hit Kharkiv, where the mayor said a drone had killed two in Chuhuiv"
    return next(
        (s for s in sites if s.role == "event" and where_clause(sentence, s) == clause), None
    )


def _told_by_parts(scene: Scene, harm: Harm, sites: list[Site]) -> Site | None:
    """Find the place of a number that is told by its parts behind a colon.

    "Killed two in the Donetsk region: one in Kostiantynivka and one in Rodynske".
    """
    sentence = scene.sentence
    colon = next(
        (j for j, t in enumerate(sentence.tokens) if t.lower == ":" and j >= harm.last), -1
    )
    parts = [h for h in scene.harms if h.place is not None and h.kind == harm.kind]
    if colon < 0 or not parts or min(h.first for h in parts) < colon:
        return None
    return next((s for s in sites if s.role == "container" and s.last <= colon), None)


def _is_right_behind(sentence: Sentence, harm: Harm, site: Site | None) -> bool:
    """Whether a place stands right behind harm: "... and a driver died in Dilling"."""
    return (
        site is not None
        and sentence.clause[site.first] == sentence.clause[harm.last - 1]
        and 0 < site.first - harm.last <= _PLACED_WITHIN
        and sentence.word(harm.last) in _BEFORE_TARGET
    )


def _is_elsewhere(sentence: Sentence, harm: Harm, site: Site, takers: list[Draft]) -> bool:
    """Whether harm is told with a place of its own: "killed two in X and wounded five in Y"."""
    if site.role != "event" or not site.is_known or not _is_right_behind(sentence, harm, site):
        return False
    return any(d.site is not None for d in takers) and all(d.site is not site for d in takers)


def _gapped(scene: Scene, drafts: list[Draft], sites: list[Site], harm: Harm) -> list[Draft]:
    """Give harm that has a place of its own to the event there, else make one."""
    site = site_at(sites, harm.place or 0)
    return _there(scene, drafts, site, harm) if site is not None else []


def _there(scene: Scene, drafts: list[Draft], site: Site, harm: Harm) -> list[Draft]:
    """Give harm to the event at a site; the event that has to be made for it."""
    known = next((d for d in drafts if d.site is site), None)
    if known is not None:
        known.harms.append(harm)
        return []
    return [_apart(scene, drafts[0], harm, site)]


def _side_remark(sentence: Sentence, draft: Draft, harm: Harm) -> bool:
    """Whether an event only goes with harm told first: "15 were hurt, with fires in X"."""
    clause = sentence.clause[draft.at]
    if clause == sentence.clause[min(harm.last, len(sentence.clause)) - 1]:
        return False
    return goes_along(sentence, clause)
