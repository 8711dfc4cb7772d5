"""Locations out of resolved names.

In: toponyms, or the locations of several. Out: `Location`s with how fine they are and what lies
around them. Nothing can go wrong; a name without a place gives a `Location` without one, and why.
"""

from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geocoder.document import GEOCODED
from mapper.report.model import Location
from mapper.toponym.model import Toponym

PRECISION = {
    Kind.FACILITY: "facility",
    Kind.DISTRICT: "district",
    Kind.SETTLEMENT: "settlement",
    Kind.SUBREGION: "region",
    Kind.REGION: "region",
    Kind.COUNTRY: "country",
    Kind.BORDER: "border",
    Kind.AREA: "area",
    Kind.WATER: "area",
    Kind.LANDFORM: "area",
    Kind.CONTINENT: "area",
}


_QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb"})
FINE = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})


def _chain(place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the places around a place, nearest first."""
    ids: list[str] = []
    for ident in (place.parent, place.admin2_id, place.admin1_id):
        if ident and ident != place.id and ident not in ids:
            ids.append(ident)
    if place.parent:
        parent = gazetteer.place(place.parent)
        if parent is not None:
            ids.extend(
                i
                for i in (parent.admin2_id, parent.admin1_id)
                if i and i not in ids and i != place.id
            )
    if place.country and place.kind is not Kind.COUNTRY:
        country = gazetteer.country(place.country)
        if country is not None and country.id != place.id:
            ids.append(country.id)
    if "#" in place.id:
        ids.insert(0, place.id.split("#")[0])
    return tuple(ids)


def locate(toponym: Toponym, gazetteer: Gazetteer, how: str) -> Location:
    """Make the location that a resolved toponym gives; offsets are its own."""
    place = toponym.place
    if place is None:
        return Location(
            how=f"{toponym.text!r} is ambiguous"
            if toponym.candidates or toponym.reason.startswith("ambiguous")
            else f"{toponym.text!r} is in no gazetteer",
            start=toponym.start,
            end=toponym.end,
        )
    precision = PRECISION[place.kind]
    if toponym.missing and place.kind is Kind.SETTLEMENT and toponym.kind_said in _QUARTERS:
        # The gazetteer has no such part of the city.
        precision, how = "district", f"{how}; somewhere in {place.name}"
    if toponym.reason == GEOCODED:
        how = f"{how}, found by a geocoder"
    if toponym.offset_km is not None and toponym.bearing_deg is not None:
        place = gazetteer.offset_point(place, toponym.offset_km, toponym.bearing_deg)
        how = f"{how}, {toponym.offset_km:g} km away at {toponym.bearing_deg:g} degrees"
        precision = "area"
    return Location(
        place=place,
        precision=precision,
        within=_chain(place, gazetteer),
        how=how,
        start=toponym.start,
        end=toponym.end,
    )


def stretch_of(locations: Sequence[Location]) -> tuple[int, int]:
    """Code points from the first to the last toponym of locations that have a place."""
    known = [x for x in locations if x.place is not None]
    return min((x.start for x in known), default=0), max((x.end for x in known), default=0)


def common_area(locations: Sequence[Location], gazetteer: Gazetteer) -> Location:
    """One location for several: the composed area of the places, or their country when it is one.

    Up to eight places are composed to an area; more are told by what contains them all.
    """
    places = [x.place for x in locations if x.place is not None]
    if not places:
        return Location()
    if len(places) == 1:
        return next(x for x in locations if x.place is not None)
    start, end = stretch_of(locations)
    countries = {p.country for p in places}
    wide = all(p.kind in {Kind.REGION, Kind.SUBREGION, Kind.COUNTRY, Kind.AREA} for p in places)
    if wide and len(places) <= 8:
        union = gazetteer.union_of(
            places, " and ".join((", ".join(p.name for p in places[:-1]), places[-1].name))
        )
        return Location(
            place=union,
            precision="area",
            within=(),
            how="the places named together",
            start=start,
            end=end,
        )
    regions = {p.admin1_id for p in places}
    region = gazetteer.place(next(iter(regions)) or "") if len(regions) == 1 else None
    code = next(iter(countries)) if len(countries) == 1 else None
    if region is not None:
        return Location(
            place=region,
            precision="region",
            within=_chain(region, gazetteer),
            how="the region of the places named together",
            start=start,
            end=end,
        )
    country = gazetteer.country(code) if code else None
    if country is None:
        return Location(how="several places in different countries")
    return Location(
        place=country,
        precision="country",
        within=(),
        how="what contains the places named together",
        start=start,
        end=end,
    )
