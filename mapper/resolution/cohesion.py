"""Which of its candidates each name has in company with the other names of the document.

In: the groups of a document with all their candidates. Out: a log score for each candidate: how
many other names have a place near it, too. A local paper names Richmond, Hagerstown and Fountain
City and means none of the famous ones; only one county has all three. A name that stands everywhere
("Salem") says little, one that stands once says much. Linear in the number of candidates: they
are filed in a grid.
"""

import collections
import heapq
import math
from collections.abc import Sequence

from mapper.gazetteer import Kind, Match, Place

# Places of one story lie this near each other (km); at the second distance they count no more.
_NEAR_KM = 35.0
_FAR_KM = 90.0
_CELL_DEGREES = 1.0
_AROUND = tuple((north, east) for north in (-1, 0, 1) for east in (-1, 0, 1))
# A name with this many places says half of what one with a single place can say.
_COMMON = 12.0
# More candidates in one cell say no more, and time would grow with their square.
_MOST_IN_CELL = 60
# Log score of a neighbour whose name stands once, and of all neighbours together at most.
_EACH = 1.5
_MOST = 4.0
# A neighbour's own standing among its namesakes counts to this power: a hamlet called London
# brings little, though more than its share of the people.
_STANDING = 0.2
# A district is told by its town instead.
_POINTS = frozenset((Kind.SETTLEMENT, Kind.SUBREGION, Kind.FACILITY))

# Name, lat, lon and worth of a candidate.
_Filed = tuple[str, float, float, float]
_Grid = dict[tuple[int, int], list[_Filed]]


def cohesion(matches: Sequence[Sequence[Match]], names: Sequence[str]) -> list[list[float]]:
    """Score each candidate of each group by the company that other groups keep it.

    Parameters
    ----------
    matches
        The candidates of each group, demonyms and wide places among them; these get 0.
    names
        The name of each group; those of one name are no company to each other.

    Returns
    -------
    Log scores, 0 to 4, in the order of `matches`.
    """
    grid: _Grid = collections.defaultdict(list)
    for name, candidates in zip(names, matches, strict=True):
        points = [match for match in candidates if _is_point(match)]
        if not points:
            continue
        rarity = _COMMON / (_COMMON + len(points) - 1.0)
        for match in points:
            place = match.place
            worth = rarity * max(match.weight, 1e-6) ** _STANDING
            grid[_cell(place)].append((name, place.lat, place.lon, worth))
    for cell, filed in grid.items():
        if len(filed) > _MOST_IN_CELL:
            grid[cell] = heapq.nlargest(_MOST_IN_CELL, filed, key=lambda one: one[3])
    return [
        [_company(match.place, name, grid) if _is_point(match) else 0.0 for match in candidates]
        for name, candidates in zip(names, matches, strict=True)
    ]


def _is_point(match: Match) -> bool:
    return match.place.kind in _POINTS and match.naming != "demonym"


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.lat / _CELL_DEGREES), math.floor(place.lon / _CELL_DEGREES)


def _company(place: Place, name: str, grid: _Grid) -> float:
    """Add up the best neighbour of each other group."""
    row, column = _cell(place)
    own_lat, own_lon = place.lat, place.lon
    shrink = math.cos(math.radians(own_lat))
    best: dict[str, float] = {}
    for north, east in _AROUND:
        for owner, lat, lon, worth in grid.get((row + north, column + east), ()):
            if owner == name or worth <= best.get(owner, 0.0):
                continue
            apart = math.hypot((lat - own_lat) * 111.2, (lon - own_lon) * 111.3 * shrink)
            if apart >= _FAR_KM:
                continue
            near = min(1.0, max(0.0, (_FAR_KM - apart) / (_FAR_KM - _NEAR_KM)))
            if near * worth > best.get(owner, 0.0):
                best[owner] = near * worth
    return min(_MOST, _EACH * sum(best.values()))
