"""Events of a lead that the same article tells again in detail.

In: the events of an article in the order of the text. Out: those without the ones that only
announce another: "A rescuer was killed in a strike in the Dnipro region" above "a drone hit a fire
station in Synelnykove ... a rescuer was killed". Nothing can go wrong.
"""

from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind
from mapper.lexicon import Form, english
from mapper.report.counts import total_of
from mapper.report.locations import FINE
from mapper.report.state import Event, merge_weapons, same_day

# Paragraphs and list items at the head of an article that announce what it tells.
_LEAD_BLOCKS = 4
_PLACES = frozenset(
    {"cities", "towns", "villages", "districts", "settlements", "communities", "regions", "places"}
)
_ONE_MORE = english.words("teasers", "one_more")


def without_teasers(events: Sequence[Event], gazetteer: Gazetteer) -> list[Event]:
    """Leave out events of the lead that one other tells of more exactly.

    That one takes their weapons. It must lie in the place that the lead gives, repeat what this
    says of people, else of the target, and not be told as one more or with other means.
    """
    kept = []
    for n, event in enumerate(events):
        listed = _is_listed(event, events) or _counts_places(event)
        if listed and any(_is_part(event, e, gazetteer) for e in events[n + 1 :]):
            continue
        told = (
            [e for e in events[n + 1 :] if _tells_again(event, e, gazetteer)]
            if _announces(event)
            else []
        )
        if len(told) == 1:
            draft = told[0].draft
            draft.weapons = merge_weapons(draft.weapons, event.draft.weapons)
        else:
            kept.append(event)
    return kept


def _is_listed(event: Event, events: Sequence[Event]) -> bool:
    """Whether a lead counts a region among several: "attacks on the A, B and C regions killed"."""
    place = event.location.place
    if place is None or place.kind in FINE or event.killed or event.injured:
        return False
    if any(weapon.launched or weapon.intercepted for weapon in event.draft.weapons):
        return False
    listed = any(e is not event and e.draft.sentence is event.draft.sentence for e in events)
    return listed and event.draft.kind.point and event.block < _LEAD_BLOCKS


def _counts_places(event: Event) -> bool:
    """Whether only the number of places hit is told: "Two cities in Kordofan were struck"."""
    sentence = event.draft.sentence
    number = next((n for n in sentence.numbers if n.first_token <= 1), None)
    counted = number is not None and sentence.word(number.end_token) in _PLACES
    return counted and event.draft.kind.hits and not (event.killed or event.injured)


def _is_part(event: Event, other: Event, gazetteer: Gazetteer) -> bool:
    """Whether another event is told of at a place of a region and on its day."""
    outer, inner = event.location.place, other.location.place
    return (
        outer is not None
        and inner is not None
        and inner.kind in FINE
        and other.draft.sentence is not event.draft.sentence
        and other.draft.event_type == event.draft.event_type
        and event.draft.target is None
        and not _differs(event, other)
        and same_day(event.span, other.span)
        and gazetteer.contains(outer, inner)
    )


def _announces(event: Event) -> bool:
    """Whether an event is told of in the lead, of one deed, in a wide place, without its day."""
    place, draft = event.location.place, event.draft
    if place is None or event.dated or event.sums_parts:
        return False
    if place.kind in FINE and not event.assumed:
        return False
    sentence = draft.sentence
    many = sentence.word(draft.at).endswith("s") and any(
        m.first == draft.at and m.entry.form is Form.NOUN for m in sentence.of("trigger")
    )
    return draft.kind.point and event.block < _LEAD_BLOCKS and not many


def _tells_again(event: Event, other: Event, gazetteer: Gazetteer) -> bool:
    """Whether another event may be what the lead announces."""
    outer, inner = event.location.place, other.location.place
    if outer is None or inner is None:
        return False
    finer = outer.kind is Kind.REGION and inner.kind is Kind.SUBREGION
    if inner.kind not in FINE and not finer:
        return False
    if other.draft.kind.group != event.draft.kind.group:
        return False
    dated = outer.id == inner.id and other.dated
    if not dated and not gazetteer.contains(outer, inner):
        return False
    if _differs(event, other):
        return False
    if event.killed or event.injured:
        pairs = zip(_best(event), _best(other), strict=True)
        return all(first is None or first == second for first, second in pairs)
    target, again = (event.draft.target or "").split(), (other.draft.target or "").split()
    named = {*again, *inner.name.lower().split()}
    return bool(target) and target[-1] in named


def _differs(event: Event, other: Event) -> bool:
    """Whether another event is told with other means, or as one more: "in a separate attack"."""
    means = {weapon.kind.split()[-1] for weapon in event.draft.weapons}
    again = {weapon.kind.split()[-1] for weapon in other.draft.weapons}
    return bool(means and again and not means & again) or not _ONE_MORE.isdisjoint(
        other.draft.sentence.words
    )


def _best(event: Event) -> tuple[int | None, ...]:
    counts = (total_of(event.killed), total_of(event.injured))
    return tuple(count.best if count is not None else None for count in counts)
