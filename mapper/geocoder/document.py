"""The names of a text that the gazetteer lacks, and what a geocoder makes of them.

In: the resolved toponyms of a text. Out: which names somebody can be asked for, each with the
country to look in; and the same toponyms with the places that he knows. Nothing can go wrong here.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geocoder.choice import Surroundings, choose
from mapper.toponym.model import Toponym, Use

# A geocoder's first answer for a village is right about this often; it knows nothing of the text.
_CONFIDENCE = 0.6
# The `reason` of a toponym that the gazetteer lacks and the geocoder knows.
GEOCODED = "geocoded"
# The country of a text is the one that it says this much more of than of any other: a name that is
# looked for in the wrong country may be found there.
_COUNTRY_LEAD = 1.5
# A name this sure says what the text is about.
_SURE = 0.5
_POINTS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})
# Towns and regions tell more about where things happen than nations, which act abroad.
_COUNTRY_WEIGHTS = {Use.LITERAL: 2.0, Use.EMBEDDED: 1.0, Use.METONYM: 0.5, Use.DEMONYM: 0.5}
# Name and country, None where no country can be told.
Geocoder = Callable[[str, str | None], Place | Sequence[Place] | None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """A name that the gazetteer lacks, and the alpha-2 code of the country to look for it in.

    `start` and `end` are code points of the text, end exclusive.
    """

    name: str
    country: str
    start: int
    end: int


def countries_of_missing(
    toponyms: Sequence[Toponym], country_hint: str | None
) -> dict[int, str | None]:
    """Give the country to look in for each name that the gazetteer lacks, by its index."""
    missing = [
        n for n, t in enumerate(toponyms) if t.missing and t.use is Use.LITERAL and not t.inner
    ]
    if not missing:
        return {}
    main = country_hint or _country(toponyms)
    holders = {n: toponyms[n].place for n in missing}
    return {n: main if holder is None else holder.country for n, holder in holders.items()}


def unknown_names(
    toponyms: Sequence[Toponym], countries: Mapping[int, str | None]
) -> tuple[UnknownName, ...]:
    """Give the names that can be asked for: those whose country is known."""
    return tuple(
        UnknownName(
            name=toponyms[n].name, country=country, start=toponyms[n].start, end=toponyms[n].end
        )
        for n, country in countries.items()
        if country is not None
    )


def _country(toponyms: Iterable[Toponym]) -> str | None:
    """Give the country that a text is about; None when it is about several alike, or about none."""
    weights: dict[str, float] = {}
    for toponym in toponyms:
        place = toponym.place
        if place is None or place.country is None or toponym.missing:
            continue
        worth = _COUNTRY_WEIGHTS[toponym.use]
        if toponym.use is Use.LITERAL and place.kind is Kind.COUNTRY:
            worth /= 2.0
        weights[place.country] = weights.get(place.country, 0.0) + worth
    ranked = sorted(weights.values(), reverse=True)
    if not ranked or len(ranked) > 1 and ranked[0] < _COUNTRY_LEAD * ranked[1]:
        return None
    return max(weights, key=lambda code: weights[code])


def geocoded(
    text: str,
    toponyms: Sequence[Toponym],
    countries: Mapping[int, str | None],
    geocoder: Geocoder,
    gazetteer: Gazetteer,
) -> list[Toponym]:
    """Ask `geocoder` once for each name that `countries` (by index of the toponym) has."""
    asked: dict[tuple[str, str | None], Place | Sequence[Place] | None] = {}
    found = []
    for number, toponym in enumerate(toponyms):
        if number in countries:
            key = (toponym.name, countries[number])
            if key not in asked:
                asked[key] = geocoder(*key)
            answer = asked[key]
            if not isinstance(answer, Place):
                answer = _chosen(text, toponym, toponyms, tuple(answer or ()), gazetteer)
            toponym = _placed(toponym, answer, bool(asked[key]))
        found.append(toponym)
    return found


def _chosen(
    text: str,
    toponym: Toponym,
    toponyms: Sequence[Toponym],
    places: Sequence[Place],
    gazetteer: Gazetteer,
) -> Place | None:
    """Choose among several places by what stands in the same paragraph, else in the text."""
    if not places:
        return None
    # A paragraph is a line of the text.
    start = text.rfind("\n", 0, toponym.start) + 1
    end = text.find("\n", toponym.end)
    beside = [t for t in toponyms if t.start >= start and (end < 0 or t.end <= end)]
    chosen = (choose(places, _around(toponym, near), gazetteer) for near in (beside, toponyms))
    return next((place for place in chosen if place is not None), None)


def _around(toponym: Toponym, others: Iterable[Toponym]) -> Surroundings:
    """Gather what others say of where a name may lie."""
    regions: set[str] = set()
    points: set[tuple[float, float]] = set()
    for other in others:
        place = other.place
        if place is None or other.missing or other.confidence < _SURE:
            continue
        if place.kind in _POINTS and other.use in {Use.LITERAL, Use.EMBEDDED}:
            points.add((place.lat, place.lon))
        elif place.kind is not Kind.REGION:
            continue
        if place.admin1_id is not None:
            regions.add(place.admin1_id)
    return Surroundings(
        holder=toponym.place,
        kind_said=toponym.kind_said,
        regions=frozenset(regions),
        points=tuple(sorted(points)),
    )


def _placed(toponym: Toponym, place: Place | None, is_known: bool) -> Toponym:
    """Give a toponym the place that the geocoder knows, or say that there are several."""
    if place is not None:
        return dataclasses.replace(
            toponym, place=place, confidence=_CONFIDENCE, missing=False, reason=GEOCODED
        )
    if is_known and toponym.place is None:
        reason = "ambiguous: nothing tells which of the geocoder's places is meant"
        return dataclasses.replace(toponym, reason=reason)
    return toponym
