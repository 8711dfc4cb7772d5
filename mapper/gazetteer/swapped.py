"""Coordinates that stand the wrong way round.

In: a place of the user's own and the gazetteer. Out: why its latitude and longitude look swapped,
or None. Nothing goes wrong here. Where both are below 90 only the country of the row, or the place
of the same name that the gazetteer knows, can tell.
"""

from mapper.gazetteer.model import Place
from mapper.gazetteer.own_place import OwnPlace
from mapper.gazetteer.reader import Gazetteer
from mapper.gazetteer.sphere import distance_km

# Outlines of countries are coarse, and ports and rigs stand in the water: about 50 km.
_BESIDE_DEGREES = 0.5
_SAME_KM = 100.0


def why_swapped(own: OwnPlace, gazetteer: Gazetteer) -> str | None:
    """Say why the coordinates of `own` look swapped, None when they do not."""
    if abs(own.lon) > 90.0:
        return None
    country = gazetteer.country(own.country) if own.country else None
    if country is not None and country.shape is not None:
        if not _lies_in(country, own.lat, own.lon) and _lies_in(country, own.lon, own.lat):
            return f"it lies outside {country.name}, and inside when they change places"
        return None
    known = [match.place for match in gazetteer.lookup(own.name)]
    if own.country:
        known = [place for place in known if place.country == own.country]
    here = any(_is_near(place, own.lat, own.lon) for place in known)
    there = next((place for place in known if _is_near(place, own.lon, own.lat)), None)
    if here or there is None:
        return None
    return f"{there.name} ({there.id}) lies there when they change places"


def _lies_in(country: Place, lat: float, lon: float) -> bool:
    import shapely

    return bool(shapely.dwithin(country.geometry, shapely.Point(lon, lat), _BESIDE_DEGREES))


def _is_near(place: Place, lat: float, lon: float) -> bool:
    if distance_km(place.lat, place.lon, lat, lon) <= _SAME_KM:
        return True
    if place.shape is None:
        return False
    import shapely

    return bool(shapely.intersects_xy(place.geometry, lon, lat))
