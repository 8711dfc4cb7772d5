"""Where a person says that it happened.

In: a name, an id of the gazetteer, or a point. Out: a `Location`. What can go wrong: a name that
means no place or several alike (`CorrectionError`, which names them with their ids).
"""

import math

from mapper.correction.wording import MAX_WORDS, NONE
from mapper.errors import CorrectionError
from mapper.gazetteer import Gazetteer, Kind, Match, Place
from mapper.report.locations import locate
from mapper.report.model import Location
from mapper.toponym.model import Toponym

HOW = "a person said so"
# The settlement nearest to a point tells its country and region; farther off lies open sea.
_LAND_RADIUS_KM = 50.0
# A point gets the name of the place before, or of the nearest settlement, when that is so near.
_NAMED_RADIUS_KM = 30.0
# Of the likelihood of all places of a name, without those that lie around the likeliest one.
_CLEAR = 0.75
_MOST_LISTED = 6
_DECIMALS = 6


def read_place(words: str, gazetteer: Gazetteer) -> Location:
    """Find the place that a person names: "Izmail", "Springfield, Illinois", "geonames:707308".

    Raises
    ------
    CorrectionError
        When it is none, or several could be meant.
    """
    said = words.strip()
    if said.lower() in NONE:
        return Location(how=HOW)
    if len(said) > MAX_WORDS:
        msg = f"{said[:40] + '...'!r} is too long for the name of a place."
        raise CorrectionError(msg)
    known = gazetteer.place(said) if ":" in said else None
    if known is None and ":" in said:
        msg = f"The gazetteer has no place {said!r}; see `mapper gazetteer lookup NAME`."
        raise CorrectionError(msg)
    return located(known or _named(said, gazetteer), gazetteer)


def read_point(lat: float, lon: float, before: Location, gazetteer: Gazetteer) -> Location:
    """Make a location of a point in degrees of WGS 84, as fine as a facility.

    It is called after the place that it had `before` when that is near, else after the nearest
    settlement, else by its coordinates.

    Raises
    ------
    CorrectionError
        When there is no such point on earth.
    """
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        msg = f"{lat:g}, {lon:g} is no point: latitude -90 to 90, then longitude -180 to 180."
        raise CorrectionError(msg)
    lat, lon = round(lat, _DECIMALS), round(lon, _DECIMALS)
    near = gazetteer.near(lat, lon, _LAND_RADIUS_KM)
    nearest = near[0] if near else None
    around = {place.id for place in gazetteer.near(lat, lon, _NAMED_RADIUS_KM)}
    words = f"{lat:g}, {lon:g}"
    if before.place is not None and {before.place.id, before.place.parent} & around:
        words = before.place.name
    elif nearest is not None and nearest.id in around:
        words = nearest.name
    point = Place(
        id=f"point:{lat:g},{lon:g}",
        name=words,
        kind=Kind.FACILITY,
        lat=lat,
        lon=lon,
        country=nearest.country if nearest else None,
        admin1=nearest.admin1 if nearest else None,
        admin1_id=nearest.admin1_id if nearest else None,
        admin2=nearest.admin2 if nearest else None,
        admin2_id=nearest.admin2_id if nearest else None,
    )
    return located(point, gazetteer)


def located(place: Place, gazetteer: Gazetteer) -> Location:
    """Give a place as the location of an incident."""
    said = Toponym(start=0, end=0, text=place.name, name=place.name, place=place)
    return locate(said, gazetteer, HOW)


def _named(said: str, gazetteer: Gazetteer) -> Place:
    name, _, within = (part.strip() for part in said.partition(","))
    every = [match for match in gazetteer.lookup(name) if match.naming == "name"]
    matches = _within(every, within) if within else every
    if not matches:
        msg = f"The gazetteer knows no place {said!r}{_others(name, every, gazetteer)}."
        raise CorrectionError(msg)
    best = matches[0].place
    around = {best.parent, best.admin1_id, best.admin2_id}
    around.discard(best.id)  # a region is filed under itself
    rivals = [match for match in matches if match.place.id not in around]
    if rivals[0].weight < _CLEAR * sum(match.weight for match in rivals):
        listed = _listed([match.place for match in matches])
        msg = f"{said!r} could be several places; give one by its id: {listed}."
        raise CorrectionError(msg)
    return best


def _within(matches: list[Match], within: str) -> list[Match]:
    """Give those in a division of that name, else in one whose name begins with its words.

    People leave the kind of division away: "Chernihiv" for "Chernihiv Oblast".
    """
    said = within.casefold()
    exact = [one for one in matches if said in _divisions(one.place)]
    begun = f"{said} "
    return exact or [
        one for one in matches if any(name.startswith(begun) for name in _divisions(one.place))
    ]


def _divisions(place: Place) -> set[str]:
    return {part.casefold() for part in (place.country, place.admin1, place.admin2) if part}


def _others(name: str, matches: list[Match], gazetteer: Gazetteer) -> str:
    near = [match.place for match in matches] or gazetteer.suggest(name)
    return f"; near it are {_listed(near)}" if near else ""


def _listed(places: list[Place]) -> str:
    shown = [
        f"{place.id} {place.name} ({', '.join(filter(None, (place.admin1, place.country)))})"
        for place in places[:_MOST_LISTED]
    ]
    rest = len(places) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")
