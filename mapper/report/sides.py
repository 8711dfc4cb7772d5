"""Who attacks whom: the side that a sentence names, and where it cannot have hit.

In: a draft, its sentence. Out: a country's code, or yes or no. Nothing can go wrong.
"""

from mapper.gazetteer import Kind
from mapper.lexicon import Form, Mark, english
from mapper.report.countries import alpha3
from mapper.report.drafts import Draft
from mapper.report.model import Location
from mapper.report.sentence import Sentence
from mapper.report.state import State
from mapper.report.swaps import iso3
from mapper.toponym.model import Toponym, Use

_PASSIVE = english.words("evidence", "passive")
_ACTING_FORCES = english.words("where", "acting_forces")


def may_be(state: State, draft: Draft, location: Location) -> bool:
    """Whether a place is outside the attackers' country: "Ukrainian drones" hit elsewhere."""
    if draft.kind.fight:
        return True  # both sides fight on the ground of one
    side = initiator(draft)
    place = location.place
    return side is None or place is None or place.country is None or alpha3(place.country) != side


def _is_hit(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether a side's forces are what was hit: "a bomb that targeted an Iraqi army patrol"."""
    at = sentence.token_at(toponym.start) - 1
    at -= sentence.word(at) in {"a", "an", "the"}
    if sentence.word(at) in {"on", "against"}:
        return True
    return any(
        m.last == at + 1 and m.entry.form in {Form.PAST, Form.ING} and m.entry.kind.hits
        for m in sentence.of("trigger")
    )


def initiator(draft: Draft) -> str | None:
    """Find the side whose demonym or name stands in front of a weapon, force or attack word."""
    if not draft.kind.hits:
        return None
    for toponym in draft.sentence.toponyms:
        first = draft.sentence.token_at(toponym.end - 1) + 1
        if of_two_sides(draft.sentence, toponym) or _is_hit(draft.sentence, toponym):
            continue
        if toponym.use is Use.DEMONYM:
            for mark in draft.sentence.of("weapon", "trigger", "fighters"):
                if 0 <= mark.first - first <= 3 and not _suffered(draft.sentence, mark):
                    return iso3(toponym)
            if draft.sentence.word(first) in _ACTING_FORCES:
                return iso3(toponym)
        elif (
            toponym.place is not None
            and toponym.place.kind is Kind.COUNTRY
            and draft.sentence.word(first) != "'s"
            and any(
                0 <= m.first - first <= 1 and m.entry.kind.hits
                for m in draft.sentence.of("trigger")
            )
        ):
            return iso3(toponym)
    return None


def _suffered(sentence: Sentence, mark: Mark) -> bool:
    """Whether a trigger is passive: "a Russian boat was sunk" is no deed of Russia's."""
    return mark.entry.category == "trigger" and bool(
        {sentence.word(mark.first - 1), sentence.word(mark.first - 2)} & _PASSIVE
    )


def of_two_sides(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether two sides are named as one: "Russian and Ukrainian forces exchanged fire"."""
    first = sentence.token_at(toponym.start)
    last = sentence.token_at(toponym.end - 1) + 1
    return "and" in {sentence.word(last), sentence.word(first - 1)} and any(
        o.use is Use.DEMONYM
        and (
            (sentence.word(last) == "and" and sentence.token_at(o.start) == last + 1)
            or (sentence.word(first - 1) == "and" and sentence.token_at(o.end - 1) == first - 2)
        )
        for o in sentence.toponyms
    )
