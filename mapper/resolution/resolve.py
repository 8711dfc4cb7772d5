"""Choose a place for each toponym of a document.

In: the text, its toponyms, the gazetteer, and the country that the article is known to be about, if
any. Out: the same toponyms with candidates, place and confidence. An unknown name stays without a
place; `reason` says so.
"""

import dataclasses
import math
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Match, Place
from mapper.toponym.model import Candidate, Toponym
from mapper.toponym.words import Words, load

_CANDIDATES = 12
_KEPT = 5
_KINDS_OF = {
    "region": (Kind.REGION, Kind.AREA),
    "subregion": (Kind.SUBREGION,),
    "district": (Kind.DISTRICT, Kind.SUBREGION, Kind.SETTLEMENT),
    "settlement": (Kind.SETTLEMENT,),
    "facility": (Kind.FACILITY, Kind.SETTLEMENT),
    "water": (Kind.WATER,),
    "landform": (Kind.LANDFORM,),
    "area": (Kind.AREA, Kind.REGION),
    "country": (Kind.COUNTRY,),
}


@dataclasses.dataclass(slots=True)
class _Group:
    """One name of the document, resolved as one (one sense per document and kind said)."""

    name: str
    kinds: tuple[Kind, ...]
    matches: tuple[Match, ...]
    base: list[float]
    share: list[float]
    count: int
    positions: list[int]


def resolve(
    text: str,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    country_hint: str | None = None,
    words: Words | None = None,
) -> list[Toponym]:
    """Resolve `toponyms`, in their order.

    Parameters
    ----------
    country_hint
        ISO 3166-1 alpha-2 code of the country that the article is about; None when unknown.
    """
    lists = words or load()
    groups: dict[tuple[str, str], _Group] = {}
    for toponym in toponyms:
        _add(groups, toponym, gazetteer, lists)
    _settle(list(groups.values()), country_hint)
    return [_decide(toponym, groups[_key(toponym)]) for toponym in toponyms]


def _key(toponym: Toponym) -> tuple[str, str]:
    return toponym.name.casefold(), toponym.kind_said or ""


def _add(
    groups: dict[tuple[str, str], _Group], toponym: Toponym, gazetteer: Gazetteer, words: Words
) -> None:
    key = _key(toponym)
    group = groups.get(key)
    if group is None:
        kinds = tuple(
            kind
            for name in words.kinds.get(toponym.kind_said or "", ())
            for kind in _KINDS_OF[name]
        )
        matches = gazetteer.lookup(toponym.name)[:_CANDIDATES]
        base = [_base(match, kinds) for match in matches]
        groups[key] = _Group(
            toponym.name, kinds, matches, base, _softmax(base), 1, [toponym.start]
        )
    else:
        group.count += 1
        group.positions.append(toponym.start)


def _base(match: Match, kinds: tuple[Kind, ...]) -> float:
    score = math.log(max(match.weight, 1e-6))
    if match.naming == "demonym":
        score += 3.0
    if kinds:
        if match.place.kind in kinds:
            score += 6.0 - 0.7 * kinds.index(match.place.kind)
    elif match.place.kind is Kind.SUBREGION:
        score -= 1.0
    return score


def _settle(groups: list[_Group], country_hint: str | None) -> None:
    """Let the groups pull each other: same country, same region, near each other."""
    for _ in range(3):
        countries: dict[str, float] = {}
        regions: dict[str, float] = {}
        anchors: list[tuple[float, Place, int]] = []
        for number, group in enumerate(groups):
            for match, share in zip(group.matches, group.share, strict=True):
                if share < 0.05:
                    continue
                place = match.place
                weight = share * (1.0 + math.log(group.count))
                if place.country:
                    countries[place.country] = countries.get(place.country, 0.0) + weight
                if place.admin1_id:
                    regions[place.admin1_id] = regions.get(place.admin1_id, 0.0) + weight
                if share > 0.3 and place.kind is not Kind.COUNTRY:
                    anchors.append((weight, place, number))
        if country_hint:
            countries[country_hint] = countries.get(country_hint, 0.0) + 2.0
        total = sum(countries.values()) or 1.0
        for number, group in enumerate(groups):
            if len(group.matches) < 2:
                continue
            scores = []
            for match, base, share in zip(group.matches, group.base, group.share, strict=True):
                place = match.place
                own = share * (1.0 + math.log(group.count))
                around = countries.get(place.country or "", 0.0) - own
                score = base + 4.0 * min(1.0, max(0.0, around) / max(1.0, 0.5 * total))
                if place.admin1_id:
                    score += 1.5 * min(1.0, max(0.0, regions.get(place.admin1_id, 0.0) - own))
                score += 1.5 * _nearness(place, anchors, number)
                scores.append(score)
            group.share = _softmax(scores)


def _nearness(place: Place, anchors: list[tuple[float, Place, int]], number: int) -> float:
    best = 0.0
    cosine = math.cos(math.radians(place.lat))
    for weight, other, owner in anchors:
        if owner == number:
            continue
        north = (place.lat - other.lat) * 111.2
        east = (place.lon - other.lon) * 111.3 * cosine
        distance = math.hypot(north, east)
        best = max(best, min(1.0, weight) / (1.0 + distance / 150.0))
    return best


def _softmax(scores: list[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _decide(toponym: Toponym, group: _Group) -> Toponym:
    if not group.matches:
        return dataclasses.replace(toponym, reason="not in the gazetteer")
    ranked = sorted(
        zip(group.share, group.matches, strict=True), key=lambda item: (-item[0], item[1].place.id)
    )
    candidates = tuple(Candidate(place=match.place, score=share) for share, match in ranked[:_KEPT])
    return dataclasses.replace(
        toponym,
        place=candidates[0].place,
        confidence=candidates[0].score,
        candidates=candidates,
    )
