"""Names that are taken for a place elsewhere of the same name.

In: a text and its resolved names. Out: the same, those without their place that the text itself
rules out: better no pin than one on another continent. Nothing can go wrong.
"""

import dataclasses
import re
from collections.abc import Sequence

from mapper.gazetteer import Kind, Place
from mapper.gazetteer.sphere import distance_km
from mapper.report.locations import FINE
from mapper.toponym.model import Toponym, Use

# A resolved name below this confidence is a guess.
_SURE = 0.55
# People; a city of so many is named abroad: talks in Geneva.
_KNOWN_PEOPLE = 100_000
# A name that is spelt otherwise in another country is none: "Khin-U" is not Hino.
_DOUBTFUL = 0.15
# Of two places of the name one is the likelier, or there is only one.
_CERTAIN = 0.9
# Between a name and what it is near to.
_NEAR = re.compile(
    r",?\s+(?:just\s+|not\s+far\s+|right\s+)?(?:outside|near|close\s+to|far\s+from)\s+(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,2}(?:(?:city|town|village|capital)\s+of\s+)?"
)
# Behind the name of a part of a city; districts are also those of the country.
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|quarter|suburb)\b")
# What is near a town is no farther from it, and no quarter is farther from its city.
_NEAR_KM = 80.0
_QUARTER_KM = 40.0


def without_strays(text: str, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Take the place from names that cannot be there.

    A guess in a country that nothing else speaks of ("Red Bridge" in a report from Kherson is not
    the village of that name in Tennessee); a village far from the town that it is said to be near;
    a quarter that is a town far from the one named before.
    """
    sure = {
        t.place.country
        for t in toponyms
        if t.place is not None and t.place.country and t.confidence >= _SURE
    }
    kept = list(toponyms)
    for n, toponym in enumerate(toponyms):
        place = toponym.place
        if place is None or place.kind not in FINE or toponym.missing:
            continue
        following = toponyms[n + 1] if n + 1 < len(toponyms) else None
        if (
            _is_guess(toponym, place, sure)
            or (following is not None and _is_not_near(text, toponym, place, following))
            or _is_no_quarter(text, toponym, place, kept[:n])
        ):
            kept[n] = dataclasses.replace(toponym, place=None)
    return tuple(kept)


def _is_guess(toponym: Toponym, place: Place, sure: set[str]) -> bool:
    if not sure or place.country in {None, *sure} or toponym.confidence >= _SURE:
        return False
    return place.population < _KNOWN_PEOPLE or toponym.confidence < _DOUBTFUL


def _is_not_near(text: str, toponym: Toponym, place: Place, following: Toponym) -> bool:
    """Whether a name is far from the town that the text has it near."""
    town = following.place
    if town is None or town.kind is not Kind.SETTLEMENT or following.use is not Use.LITERAL:
        return False
    if place.population >= town.population or toponym.confidence >= _CERTAIN:
        return False
    near = _NEAR.fullmatch(text, toponym.end, following.start)
    return near is not None and _apart_km(place, town) > _NEAR_KM


def _is_no_quarter(text: str, toponym: Toponym, place: Place, before: Sequence[Toponym]) -> bool:
    """Whether a quarter is taken for a town far from the one named before."""
    own = _QUARTER.search(text, toponym.start, toponym.end)
    if not (own or _QUARTER.match(text, toponym.end)) or place.kind is not Kind.SETTLEMENT:
        return False
    named = (t.place for t in reversed(before) if t.use is Use.LITERAL and t.place is not None)
    town = next((one for one in named if one.kind is Kind.SETTLEMENT), None)
    return town is not None and _apart_km(place, town) > _QUARTER_KM


def _apart_km(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)
