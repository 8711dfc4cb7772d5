"""Places of composed phrases: borders, parts, capitals.

In: a composed `Toponym` whose inner names are resolved, and the countries that the document is
about. Out: the toponym with its derived place, or without one and the reason.
"""

import dataclasses
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.toponym.model import Candidate, Toponym

# "northern Kyiv": a town is a point here, its north is the town.
_DIVISIBLE = frozenset(
    (Kind.COUNTRY, Kind.REGION, Kind.SUBREGION, Kind.AREA, Kind.LANDFORM, Kind.CONTINENT)
)
# Names of parts in the lexicon that the gazetteer calls otherwise.
_CUT = {"central": "centre"}


def derive(
    toponym: Toponym, countries: Sequence[str], region: Place | None, gazetteer: Gazetteer
) -> Toponym:
    """Give `toponym` the place that it describes.

    `countries` are the document's, the likeliest first; `region` is the last one named before.
    """
    if toponym.kind_said == "seat":
        seat = gazetteer.capital_of(region) if region is not None else None
        return _with(toponym, seat, 0.7, "whose seat is not told")
    if toponym.kind_said == "border":
        return _border(toponym, countries, gazetteer)
    if toponym.kind_said == "capital":
        return _capital(toponym, countries, gazetteer)
    return _part(toponym, countries, gazetteer)


def _border(toponym: Toponym, countries: Sequence[str], gazetteer: Gazetteer) -> Toponym:
    ends = [t.place.country for t in toponym.inner if t.place is not None and t.place.country]
    sure = min((t.confidence for t in toponym.inner), default=0.0)
    if len(ends) == 2:
        line = gazetteer.border_between(ends[0], ends[1])
        return _with(toponym, line, sure, "no common border in the gazetteer")
    for code in countries:
        if ends and code != ends[0]:
            line = gazetteer.border_between(ends[0], code)
            if line is not None:
                return _with(toponym, line, 0.8 * sure, "")
    return _with(toponym, None, 0.0, "the other side of the border is not told")


def _capital(toponym: Toponym, countries: Sequence[str], gazetteer: Gazetteer) -> Toponym:
    owner = toponym.inner[-1].place if toponym.inner else None
    sure = toponym.inner[-1].confidence if toponym.inner else 0.7
    if owner is not None and owner.kind is Kind.SETTLEMENT:
        return _with(toponym, owner, sure, "")
    if owner is None and not toponym.inner:
        owner = gazetteer.country(countries[0]) if countries else None
    capital = gazetteer.capital_of(owner) if owner is not None else None
    return _with(toponym, capital, 0.95 * sure, "whose capital is not told")


def _part(toponym: Toponym, countries: Sequence[str], gazetteer: Gazetteer) -> Toponym:
    if toponym.inner:
        whole, sure = toponym.inner[0].place, toponym.inner[0].confidence
    else:
        whole, sure = (gazetteer.country(countries[0]) if countries else None), 0.6
    if whole is None:
        return _with(toponym, None, 0.0, "the whole is not in the gazetteer")
    if whole.kind not in _DIVISIBLE:
        return _with(toponym, whole, sure, "")
    parts = [gazetteer.part_of(whole, _CUT.get(way, way)) for way in toponym.parts]
    if len(parts) == 1:
        return _with(toponym, parts[0], sure, "")
    name = f"{_listed(toponym.parts)} {whole.name}"
    return _with(toponym, gazetteer.union_of(parts, name), sure, "")


def _listed(ways: tuple[str, ...]) -> str:
    words = [way if way == "central" else f"{way}ern" for way in ways]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _with(toponym: Toponym, place: Place | None, confidence: float, reason: str) -> Toponym:
    if place is None:
        return dataclasses.replace(toponym, place=None, confidence=0.0, reason=reason)
    return dataclasses.replace(
        toponym,
        place=place,
        confidence=confidence,
        candidates=(Candidate(place=place, score=confidence),),
        reason=reason,
    )
