"""Whether an answer may be believed, and the place that it gives.

In: an answer, what was asked, the gazetteer. Out: a `Place` with its region, or the reason why it
is not taken, in words. An answer elsewhere, of another name, or without the extent that its kind
must have, is not taken: a wrong place is worse than none.
"""

import unicodedata
from typing import TYPE_CHECKING

from mapper.gazetteer.model import Kind, Place
from mapper.geocoder.model import Answer, Question
from mapper.geocoder.names import is_called

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

POINTS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})
# The next known settlement tells region and district, where the answer does not.
_NEAR_KM = 30.0
# Degrees; what is larger is in the gazetteer, and its box would cover half a country.
_WIDEST_BOX = 3.0
# The outlines are simplified: a village on the border, or on an island, lies outside by so much.
_OUTSIDE_DEGREES = 0.5


def accept(question: Question, answer: Answer, gazetteer: "Gazetteer") -> Place | str:
    """Give the place that an answer gives, or why it gives none.

    A place that is more than a point gets the box that the service says it lies in. That is marked
    as approximate, and so is a place whose kind the service does not tell.
    """
    if not is_called(question.name, answer.names):
        return f"called {answer.names[0]!r}"
    if not _is_in(question.country, answer, gazetteer):
        return f"not in {question.country}"
    kind = answer.kind or Kind.SETTLEMENT
    shape = None if kind in POINTS else _shape(answer)
    if kind not in POINTS and shape is None:
        return f"a {kind} without an extent"
    region, near = (
        _region(question.country, answer, gazetteer),
        _beside(question, answer, gazetteer),
    )
    if region is None and near is not None and near.admin1_id is not None:
        region = gazetteer.place(near.admin1_id)
    same = near is not None and region is not None and near.admin1_id == region.id
    return Place(
        id=answer.ident,
        name=_shown(question.name, answer.names),
        kind=kind,
        lat=round(answer.lat, 6),
        lon=round(answer.lon, 6),
        country=question.country,
        admin1=None if region is None else region.name,
        admin1_id=None if region is None else region.id,
        admin2=near.admin2 if near is not None and same else None,
        admin2_id=near.admin2_id if near is not None and same else None,
        population=answer.population,
        shape=shape,
        approximate=shape is not None or answer.kind is None,
    )


def _shown(asked: str, names: tuple[str, ...]) -> str:
    """Give the name to show: the service's, unless only the article writes it in Latin letters."""
    best = names[0]
    latin = all(unicodedata.name(c, "").startswith("LATIN") for c in best if c.isalpha())
    return best if latin else asked


def _is_in(country: str, answer: Answer, gazetteer: "Gazetteer") -> bool:
    """Whether an answer lies in a country: by the code that it gives, and by the outline.

    The outline is checked all the same when there is a code, with what lies around it: a service
    that is wrong about the place would be believed about the country otherwise.
    """
    if answer.country is not None and answer.country != country:
        return False
    outline = gazetteer.country(country)
    if outline is None or outline.shape is None:
        return answer.country is not None
    import shapely

    slack = _OUTSIDE_DEGREES if answer.country is not None else 0.0
    return bool(shapely.distance(outline.geometry, shapely.Point(answer.lon, answer.lat)) <= slack)


def _shape(answer: Answer) -> bytes | None:
    if answer.box is None:
        return None
    import shapely

    south, west, north, east = answer.box
    if max(north - south, east - west) > _WIDEST_BOX or min(north - south, east - west) <= 0.0:
        return None
    if not (south <= answer.lat <= north and west <= answer.lon <= east):
        return None
    return shapely.to_wkb(shapely.box(west, south, east, north))


def _region(country: str, answer: Answer, gazetteer: "Gazetteer") -> Place | None:
    """Find the region that an answer names, in the gazetteer."""
    found = gazetteer.lookup(answer.region) if answer.region else ()
    regions = (match.place for match in found if match.place.kind is Kind.REGION)
    return next((place for place in regions if place.country == country), None)


def _beside(question: Question, answer: Answer, gazetteer: "Gazetteer") -> Place | None:
    """Find the settlement next to an answer."""
    around = gazetteer.near(answer.lat, answer.lon, _NEAR_KM)
    return next((place for place in around if place.country == question.country), None)
