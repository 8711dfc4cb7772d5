"""Which incident is part of which: a district's of the strike on its city.

In: where and when incidents were, all of them or all around some. Out: the id of each one's parent.
Nothing can go wrong; the order makes no difference.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from mapper.incident.model import Incident
from mapper.lexicon import Lexicon


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where and when an incident was, and whether it sums up its parts.

    `place_id` and `within` as in `Location`; `first` and `last` as in `DateSpan`.
    """

    id: str
    event_type: str
    place_id: str | None
    within: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    sums_parts: bool


def extent_of(incident: Incident) -> Extent:
    """Give an incident's extent."""
    place = incident.location.place
    return Extent(
        id=incident.id,
        event_type=incident.event_type,
        place_id=None if place is None else place.id,
        within=incident.location.within,
        first=incident.date.first,
        last=incident.date.last,
        sums_parts=any(report.sums_parts for report in incident.reports),
    )


def parents(incidents: Sequence[Extent], lexicon: Lexicon) -> dict[str, str]:
    """Give the id of the narrowest other incident around each one on the same days, if any.

    Of several at one place one that sums up its parts goes first, then one of the same type.
    """
    by_place: dict[str, list[Extent]] = {}
    for incident in incidents:
        if incident.place_id is not None and lexicon.kind(incident.event_type).nests:
            by_place.setdefault(incident.place_id, []).append(incident)
    found = {}
    for incident in incidents:
        if not lexicon.kind(incident.event_type).nests:
            continue
        for ident in incident.within:
            around = [
                o
                for o in by_place.get(ident, [])
                if o.id != incident.id and _overlap(incident, o) and _related(incident, o, lexicon)
            ]
            if around:
                found[incident.id] = min(around, key=lambda o: _as_parent(o, incident)).id
                break
    return found


def _overlap(one: Extent, other: Extent) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _related(one: Extent, other: Extent, lexicon: Lexicon) -> bool:
    return lexicon.kind(one.event_type).group == lexicon.kind(other.event_type).group


def _as_parent(around: Extent, part: Extent) -> tuple[bool, bool, str]:
    return not around.sums_parts, around.event_type != part.event_type, around.id
