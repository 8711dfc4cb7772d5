"""Harm and further places shared out among the events of one sentence.

In: the sentence's drafts, its sites and its harm. Out: the drafts, changed: further places of a
list become events of their own, and each harm goes to one event. Nothing can go wrong; harm that
belongs to none of them stays out.
"""

import dataclasses

from mapper.lexicon import Mark, english
from mapper.report.drafts import Draft
from mapper.report.evidence import Context
from mapper.report.governing import goes_along, is_placed
from mapper.report.harm import Harm
from mapper.report.places import Site
from mapper.report.sentence import Sentence

_FURTHER = english.words("sharing", "further")
_BEFORE_ITEM = english.words("sharing", "before_item")
_BEFORE_TARGET = english.words("sharing", "before_target")
# A further place may have its own target in front: "on the terminal of X and on a plant in Y".
_JOINED_WITHIN = 8


def own_tokens(draft: Draft, drafts: list[Draft]) -> tuple[int, int] | None:
    """Find the tokens between a draft's trigger and the next one's; None when it is alone."""
    if len(drafts) < 2:
        return None
    later = [d.at for d in drafts if d.at > draft.at]
    earlier = [d.at for d in drafts if d.at < draft.at]
    return (draft.at - 8 if earlier else 0, min(later) - 3 if later else len(draft.sentence.tokens))


def split_lists(
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
    """Find a place of the harm's own clause that no event of the sentence has taken."""
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
        and is_placed(sentence, s)
    ]
    busy = any(sentence.clause[d.at] == clause for d in takers)
    return free[0] if free and not busy and taken else None


def _apart(draft: Draft, harm: Harm, site: Site, context: Context) -> Draft:
    """Make an event of harm beside another one: "a man was killed in X, and a missile hit Y"."""
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


def give_harm(
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
    """Whether an event only goes with harm told first: "15 were hurt, with fires in X"."""
    clause = sentence.clause[draft.at]
    if clause == sentence.clause[min(harm.last, len(sentence.clause)) - 1]:
        return False
    return goes_along(sentence, clause)
