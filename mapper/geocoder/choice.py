"""Which one of several places a name means in one text.

In: the places, and what the text says around the name. Out: one place, or None where nothing
tells: two villages of one name far from each other are ambiguous, and a guess would be a false pin.
The order of the places makes no difference (that of equal answers of Nominatim is not fixed).
"""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mapper.gazetteer.model import Kind, Place
from mapper.gazetteer.sphere import distance_km

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

# A village is given as a node, as the boundary around it and as its municipality; these are one.
_SAME_KM = 10.0
# A report names the towns around a village: one this near speaks for it, if the next village of
# that name is several times as far. The radius is that of a large district (raion, county).
_NEAR_KM = 80.0
_TIMES_AS_FAR = 2.5
# Of one place the finest word for it, as a text that names no kind means the village.
_FINEST = (
    Kind.SETTLEMENT,
    Kind.DISTRICT,
    Kind.FACILITY,
    Kind.LANDFORM,
    Kind.WATER,
    Kind.SUBREGION,
    Kind.REGION,
)
_SAID = {
    "village": {Kind.SETTLEMENT},
    "town": {Kind.SETTLEMENT},
    "city": {Kind.SETTLEMENT},
    "settlement": {Kind.SETTLEMENT},
    "hamlet": {Kind.SETTLEMENT},
    "neighbourhood": {Kind.DISTRICT},
    "neighborhood": {Kind.DISTRICT},
    "suburb": {Kind.DISTRICT, Kind.SETTLEMENT},
    "district": {Kind.DISTRICT, Kind.SUBREGION},
    "raion": {Kind.DISTRICT, Kind.SUBREGION},
    "county": {Kind.SUBREGION},
    "region": {Kind.REGION, Kind.SUBREGION},
    "oblast": {Kind.REGION},
    "province": {Kind.REGION, Kind.SUBREGION},
    "governorate": {Kind.REGION},
    "river": {Kind.WATER},
    "lake": {Kind.WATER},
    "reservoir": {Kind.WATER},
    "island": {Kind.LANDFORM},
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a text says around a name.

    Attributes
    ----------
    holder
        A known place that the text puts it into ("the village of Lesne in the Sumy region").
    kind_said
        The kind that the text says, in the singular, or None.
    regions
        Ids of the first-order divisions that the text speaks of, or of places in.
    points
        The towns, districts and facilities that it speaks of, as (lat, lon) in degrees.
    """

    holder: Place | None = None
    kind_said: str | None = None
    regions: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


def choose(places: Sequence[Place], around: Surroundings, gazetteer: "Gazetteer") -> Place | None:
    """Give the place meant; None when none fits, or several do and nothing tells which."""
    fitting = sorted(places, key=lambda place: place.id)
    if around.holder is not None:
        fitting = [one for one in fitting if _may_lie_in(around.holder, one, gazetteer)]
    said = _SAID.get(around.kind_said or "")
    if said is not None:
        fitting = [one for one in fitting if one.kind in said]
    groups = _together(fitting)
    if len(groups) > 1:
        there = [group for group in groups if group[0].admin1_id in around.regions]
        groups = there if len(there) == 1 else _nearest(groups, around.points)
    return groups[0][0] if len(groups) == 1 else None


def _may_lie_in(holder: Place, place: Place, gazetteer: "Gazetteer") -> bool:
    """Whether a place may lie in what the text puts it into; a town holds what is around it."""
    if gazetteer.contains(holder, place):
        return True
    is_point = holder.shape is None or holder.kind in {Kind.SETTLEMENT, Kind.DISTRICT}
    return is_point and _apart_km(holder, place) <= _SAME_KM


def _together(places: Sequence[Place]) -> list[list[Place]]:
    """Put those that lie at one spot together, the finest first."""
    groups: list[list[Place]] = []
    for place in sorted(places, key=lambda one: (_FINEST.index(one.kind), one.id)):
        near = (group for group in groups if _apart_km(group[0], place) <= _SAME_KM)
        group = next(near, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return groups


def _nearest(
    groups: list[list[Place]], points: tuple[tuple[float, float], ...]
) -> list[list[Place]]:
    """Give the group that the other places of the text are near to, if it is one."""
    if not points:
        return groups
    ranked = sorted(
        (min(distance_km(group[0].lat, group[0].lon, *point) for point in points), group[0].id, n)
        for n, group in enumerate(groups)
    )
    (first, _, best), (second, _, _) = ranked[:2]
    clear = first <= _NEAR_KM and second >= _TIMES_AS_FAR * max(first, _SAME_KM)
    return [groups[best]] if clear else groups


def _apart_km(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)
