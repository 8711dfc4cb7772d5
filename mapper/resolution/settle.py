"""Let the names of a document decide together.

In: the document's groups. Out: nothing; each group's shares are set. What counts: that the text
says one lies in the other, that others lie in the same country or region, that others are near.
"""

import bisect
import dataclasses
import heapq
import math
from collections.abc import Iterable

from mapper.gazetteer import Kind, Match, Place
from mapper.resolution.groups import Group, softmax

# Rounds in which the names pull each other; a fourth changed nothing on marked news texts.
_ROUNDS = 3
# Log scores that evidence can add, set on marked news texts (TR-News, GeoVirus) and by reading;
# half or twice any of them moved the right answers by less than one in a hundred.
_WITHIN = 12.0
# How well a region holds a place of its country that the gazetteer puts into another region.
_REDRAWN = 0.3
# How well a town holds another of its region that is not near.
_TOWNS_REGION = 0.4
_COUNTRY = 3.5
_NO_COUNTRY = 3.5
_REGION = 1.0
_HEADING = 1.5
_RIGHT_BEHIND = 1.5
_BESIDE = 0.5
# Districts share few names with famous places and many with each other: the region decides.
_PART = 2.0
_NEAR = 2.0
# The town of a district, or of a plant, is named in the text.
_PARENT = 3.0
_PARENT_BESIDE = 2.0
# How far a bare name follows the same name with a container ("Paris, Texas" ... "Paris").
_SIBLING = 0.9
_PEER = 3.0
_PEER_COUNTRY = 1.5
_REGION_ANCHOR = 0.2
_CERTAIN = 0.8
# More say no more, and time would grow with their square.
_MOST_ANCHORS = 200
# At this distance another place counts half.
_NEAR_KM = 120.0
# Degrees, north and east together; too far to count.
_FAR_DEGREES = 12.0
# A candidate below this share is not worth anything to others.
_LEAST_SHARE = 0.1
# A name this sure is not weighed again.
_SURE = 0.995
# Unless so many other names have a place near another of its places (log score).
_COMPANY = 1.5
# A district lies this near to the middle of its town; a place farther away is another one.
_TOWN_KM = 40.0
_FAR_FROM_TOWN_KM = 80.0
_AREA_KM = 400.0
_FAR_FROM_REGION_KM = 250.0
_HINT = 2.0
# Characters: how far a sentence goes on, how far a town named before is still in mind.
_SENTENCE = 120
_PARAGRAPH = 400.0
_OUT_OF_SIGHT = 5000
_DIVISIONS = frozenset((Kind.DISTRICT, Kind.SUBREGION))
_PARTS = frozenset((Kind.DISTRICT, Kind.FACILITY))
_NO_ANCHORS = frozenset((Kind.COUNTRY, Kind.CONTINENT))
_CONTAINERS = frozenset((Kind.COUNTRY, Kind.REGION, Kind.SUBREGION, Kind.AREA, Kind.SETTLEMENT))


# Number of its group, weight, lat, lon.
_Anchor = tuple[int, float, float, float]
# Numbers of the anchors that are not too far from a point to count, each with its distance in km.
_Reach = list[tuple[int, float]]
_Reaches = dict[tuple[float, float], _Reach]


@dataclasses.dataclass(slots=True)
class _Picture:
    """What the document speaks of, as far as it is settled."""

    countries: dict[str, float]
    regions: dict[str, float]
    anchors: list[_Anchor]
    containers: dict[str, list[tuple[Match, float]]]
    headings: list[tuple[int, str]]  # offset, region id, in order
    total: float
    places: dict[str, float]  # id to share
    mentions: dict[str, list[int]]  # id of a likely town to where it is named
    own_countries: list[dict[str, float]]  # what each group adds to `countries`
    own_regions: list[dict[str, float]]
    reaches: _Reaches  # of points asked for, by lat and lon


@dataclasses.dataclass(slots=True)
class _Surroundings:
    """What is around one group: the groups in sight, the regions above, and its own part."""

    number: int
    sight: set[int]
    above: dict[str, list[int]]  # regions named last before an occurrence, and how far before
    countries: dict[str, float]  # what the group itself adds to the picture
    regions: dict[str, float]
    rest: float  # what all others add to the countries


def settle(groups: list[Group], country_hint: str | None) -> None:
    """Set the shares of `groups`."""
    sight = _sight(groups)
    anchors: list[_Anchor] = []
    reaches: _Reaches = {}
    for _ in range(_ROUNDS):
        picture = _picture(groups, country_hint)
        # Mostly the same places are settled again, and are as far as they were.
        if [anchor[2:] for anchor in anchors] != [anchor[2:] for anchor in picture.anchors]:
            reaches = {}
        anchors, picture.reaches = picture.anchors, reaches
        for number, group in enumerate(groups):
            if len(group.matches) < 2 or _is_settled(group):
                continue
            around = _surroundings(number, group, picture, sight[number])
            group.share = softmax(
                [
                    base + _context(match.place, group, picture, around)
                    for match, base in zip(group.matches, group.base, strict=True)
                ]
            )
        _share_senses(groups)


def _sight(groups: list[Group]) -> list[set[int]]:
    """Give for each group those named in one sentence with it somewhere, as distance tells."""
    named = sorted((at, number) for number, group in enumerate(groups) for at in group.at)
    sight: list[set[int]] = [set() for _ in groups]
    first = 0
    for index, (at, number) in enumerate(named):
        while at - named[first][0] >= _SENTENCE:
            first += 1
        for _, other in named[first:index]:
            sight[number].add(other)
            sight[other].add(number)
    return sight


def _surroundings(number: int, group: Group, picture: _Picture, sight: set[int]) -> _Surroundings:
    """Give what is around a group, whichever of its places is meant."""
    # What the name itself adds is no support for any of its places.
    countries, regions = picture.own_countries[number], picture.own_regions[number]
    return _Surroundings(
        number=number,
        sight=sight,
        above=_above(group.at, picture.headings),
        countries=countries,
        regions=regions,
        rest=max(1.0, picture.total - sum(countries.values())),
    )


def _above(at: list[int], headings: list[tuple[int, str]]) -> dict[str, list[int]]:
    """Give the regions named last before occurrences, each with how far before these."""
    found: dict[str, list[int]] = {}
    for offset in at if headings else ():
        index = bisect.bisect(headings, (offset, ""))
        if index:
            begun, region = headings[index - 1]
            found.setdefault(region, []).append(offset - begun)
    return found


def _is_settled(group: Group) -> bool:
    """Tell whether a name is sure enough, and nothing beside it speaks for another place."""
    return max(group.share) > _SURE and not group.within and max(group.company) < _COMPANY


def _picture(groups: list[Group], country_hint: str | None) -> _Picture:
    picture = _Picture({}, {}, [], {}, [], 0.0, {}, {}, [], [], {})
    if country_hint:
        picture.countries[country_hint] = _HINT
    for number, group in enumerate(groups):
        countries: dict[str, float] = {}
        regions: dict[str, float] = {}
        weight = group.weight
        for match, share in zip(group.matches, group.share, strict=True):
            if share < _LEAST_SHARE:
                continue
            place = match.place
            picture.places[place.id] = max(share, picture.places.get(place.id, 0.0))
            # A guess must not be the reason for another guess.
            worth = share * weight * (1.0 if share > _CERTAIN else 0.5)
            if place.country:
                countries[place.country] = countries.get(place.country, 0.0) + worth
            if place.admin1_id:
                regions[place.admin1_id] = regions.get(place.admin1_id, 0.0) + worth
            if place.kind in _CONTAINERS:
                picture.containers.setdefault(group.name.casefold(), []).append((match, share))
            if share > 0.5 and place.kind not in _NO_ANCHORS and not group.demonym:
                worth = _REGION_ANCHOR if place.kind is Kind.REGION else 1.0
                picture.anchors.append((number, share * worth, place.lat, place.lon))
            if share > 0.5 and place.kind is Kind.SETTLEMENT:
                picture.mentions.setdefault(place.id, []).extend(group.at)
            if share > 0.5 and place.kind is Kind.REGION and (group.kinds or not group.peers):
                picture.headings.extend((at, place.id) for at in group.at)
        _add(picture.countries, countries)
        _add(picture.regions, regions)
        picture.own_countries.append(countries)
        picture.own_regions.append(regions)
    if len(picture.anchors) > _MOST_ANCHORS:
        picture.anchors = heapq.nlargest(_MOST_ANCHORS, picture.anchors, key=lambda a: a[1])
    picture.headings.sort()
    picture.total = sum(picture.countries.values())
    return picture


def _add(totals: dict[str, float], amounts: dict[str, float]) -> None:
    for key, amount in amounts.items():
        totals[key] = totals.get(key, 0.0) + amount


def _context(place: Place, group: Group, picture: _Picture, around: _Surroundings) -> float:
    """Score what the others say for `place`."""
    code, region = place.country, place.admin1_id
    if code is None:
        # Seas, rivers and parts of the world are of no country: neither for nor against them.
        score = _NO_COUNTRY
    else:
        others = picture.countries.get(code, 0.0) - around.countries.get(code, 0.0)
        score = _COUNTRY * min(1.0, max(0.0, others) / (0.6 * around.rest))
    if region:
        beside = picture.regions.get(region, 0.0) - around.regions.get(region, 0.0)
        score += _REGION * min(1.0, max(0.0, beside))
        gaps = around.above.get(region)
        if gaps and place.kind is not Kind.REGION:
            part = _PART if place.kind in _DIVISIONS else 1.0
            score += part * _HEADING * (len(gaps) / len(group.at))
            # "Drones hit Chernihiv Oblast, damaging a farm near Semenivka".
            behind = sum(gap < _SENTENCE for gap in gaps)
            score += _RIGHT_BEHIND * (behind / len(group.at))
    if place.parent is not None and place.kind in _PARTS:
        score += _PARENT * picture.places.get(place.parent, 0.0)
        score += _PARENT_BESIDE * _beside(place.parent, group.at, picture.mentions)
    score += _NEAR * _nearness(place, around, picture)
    if group.peers:
        if not group.kinds:
            score += _PEER * _mean(_alike(place, peer) for peer in group.peers)
        score += _PEER_COUNTRY * _mean(_compatriots(place, peer) for peer in group.peers)
    for name in group.within:
        held = [
            outer_share * _holds(outer.place, place)
            for outer, outer_share in picture.containers.get(name, ())
        ]
        score += _WITHIN * min(1.0, sum(held))
    return score


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)


def _compatriots(place: Place, peer: Group) -> float:
    """Give the share of a list neighbour's places that are in the country of `place`."""
    return sum(
        share
        for match, share in zip(peer.matches, peer.share, strict=True)
        if match.place.country == place.country is not None
    )


def _alike(place: Place, peer: Group) -> float:
    """Give the share of a list neighbour's places that are of the kind of `place`."""
    return sum(
        share
        for match, share in zip(peer.matches, peer.share, strict=True)
        if match.place.kind is place.kind
    )


def _holds(outer: Place, place: Place) -> float:
    """Say how well `outer` contains `place`: 1 by the divisions, less for near a town."""
    if place.id == outer.id:
        return 0.0
    if outer.kind is Kind.COUNTRY:
        return float(place.country == outer.country)
    if outer.id in {place.admin1_id, place.admin2_id, place.parent}:
        return 1.0
    if outer.kind is Kind.SETTLEMENT:
        # A region's town may stand for the region: "Nikopol, Dnipro".
        of_region = _TOWNS_REGION if outer.admin1_id in {place.admin1_id} - {None} else 0.0
        return 0.8 if _rough_km(place, outer) < _TOWN_KM else of_region
    if outer.kind is Kind.AREA and place.country == outer.country:
        return 0.5 if _rough_km(place, outer) < _AREA_KM else 0.0
    # Divisions are redrawn, and a text may go by others than the gazetteer does.
    return _REDRAWN if outer.kind is Kind.REGION and place.country == outer.country else 0.0


def is_elsewhere(place: Place, outer: Place) -> bool:
    """Tell whether `place` cannot lie in `outer`, as far as the gazetteer knows."""
    if place.id == outer.id or outer.kind in {Kind.CONTINENT, Kind.AREA, Kind.WATER}:
        return False
    if outer.kind is Kind.COUNTRY or place.country != outer.country:
        return place.country is not None and place.country != outer.country
    if outer.kind is Kind.SETTLEMENT:
        return _holds(outer, place) == 0.0 and _rough_km(place, outer) > _FAR_FROM_TOWN_KM
    return _holds(outer, place) <= _REDRAWN and _rough_km(place, outer) > _FAR_FROM_REGION_KM


def _rough_km(place: Place, other: Place) -> float:
    east = abs(place.lon - other.lon)
    east = min(east, 360.0 - east) * math.cos(math.radians(place.lat))
    return math.hypot((place.lat - other.lat) * 111.2, east * 111.3)


def _beside(owner: str, at: list[int], mentions: dict[str, list[int]]) -> float:
    """Say how near in the text the town of a district or plant is named: 1 right beside it."""
    near = mentions.get(owner, ())
    gap = min((abs(one - other) for one in at for other in near), default=_OUT_OF_SIGHT)
    return math.exp(-gap / _PARAGRAPH)


def _nearness(place: Place, around: _Surroundings, picture: _Picture) -> float:
    """Sum how near the settled places are, the nearest counting most; 0 to about 1.5.

    One that is named in the same sentence counts more: "In the Orikhiv direction ... Kamianske".
    """
    best = total = beside = 0.0
    point = place.lat, place.lon
    reach = picture.reaches.get(point)
    if reach is None:
        reach = picture.reaches[point] = _reach(*point, picture.anchors)
    number, sight, anchors = around.number, around.sight, picture.anchors
    for index, distance in reach:
        owner, worth, _, _ = anchors[index]
        if owner == number:
            continue
        near = worth * _NEAR_KM / (_NEAR_KM + distance)
        total += near
        if near > best:
            best = near
        if near > beside and owner in sight:
            beside = near
    return best + 0.5 * min(1.0, total - best) + _BESIDE * beside


def _reach(own_lat: float, own_lon: float, anchors: list[_Anchor]) -> _Reach:
    """Find the settled places that are not too far from a point."""
    found: _Reach = []
    shrink = math.cos(math.radians(own_lat))
    for index, (_, _, lat, lon) in enumerate(anchors):
        north = abs(own_lat - lat)
        if north > _FAR_DEGREES:
            continue
        east = abs(own_lon - lon)
        if east > 180.0:
            east = 360.0 - east
        if north + east * shrink <= _FAR_DEGREES:
            found.append((index, math.hypot(north * 111.2, east * 111.3 * shrink)))
    return found


def _share_senses(groups: list[Group]) -> None:
    """Let a bare name mean what it means where the text gives a container ("Paris, Texas")."""
    told: dict[str, Group] = {}
    for group in groups:
        if group.within and group.matches:
            told.setdefault(group.name.casefold(), group)
    for group in groups if told else ():
        teller = told.get(group.name.casefold())
        if teller is None or group.within or group.kinds or not group.matches:
            continue
        shares = dict(zip((m.place.id for m in teller.matches), teller.share, strict=True))
        mixed = [
            (1.0 - _SIBLING) * share + _SIBLING * shares.get(match.place.id, 0.0)
            for match, share in zip(group.matches, group.share, strict=True)
        ]
        total = sum(mixed)
        group.share = [share / total for share in mixed]
