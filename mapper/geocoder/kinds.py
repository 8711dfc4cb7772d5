"""What the words of geocoders for kinds of places mean here.

In: tags of OpenStreetMap, classes of GeoNames, words of other services. Out: a `Kind`, or None for
what is no place of an incident: a street, a shop, a house, a whole country (the gazetteer has all
of those). What is not listed is refused, so a new word costs a place and never makes a wrong one.
"""

from mapper.gazetteer.model import Kind


def _table(words: dict[Kind, str]) -> dict[str, Kind]:
    return {word: kind for kind, line in words.items() for word in line.split()}


# Words that say the kind by themselves: values of `place=*` (https://wiki.openstreetmap.org/wiki/Key:place),
# which other services use too. An `administrative` boundary has one of them as its address type.
_SELF_TELLING = _table(
    {
        Kind.SETTLEMENT: "city town village hamlet isolated_dwelling locality farm allotments "
        "settlement",
        Kind.DISTRICT: "suburb quarter neighbourhood neighborhood borough city_district district",
        Kind.SUBREGION: "county municipality state_district localadmin",
        Kind.REGION: "state region province macroregion",
        Kind.LANDFORM: "island islet archipelago",
    }
)
# Keys of OpenStreetMap all of whose values are of one kind.
_KEYS = _table(
    {
        Kind.FACILITY: "military aeroway power emergency",
        Kind.WATER: "waterway water",
    }
)
_TAGS = _table(
    {
        Kind.FACILITY: "railway=station railway=halt railway=yard railway=stop man_made=bridge "
        "man_made=works man_made=pier man_made=wastewater_plant man_made=water_works man_made=mine "
        "man_made=lighthouse bridge=yes landuse=industrial landuse=military landuse=quarry "
        "landuse=port landuse=railway landuse=harbour industrial=port harbour=yes amenity=hospital "
        "amenity=university amenity=college amenity=school amenity=prison amenity=refugee_site "
        "amenity=ferry_terminal amenity=monastery amenity=marketplace barrier=border_control "
        "barrier=checkpoint waterway=dam waterway=dock waterway=lock_gate",
        Kind.WATER: "natural=water natural=bay natural=strait natural=spring place=sea place=ocean",
        Kind.LANDFORM: "natural=peak natural=ridge natural=valley natural=cape natural=peninsula "
        "natural=island natural=desert natural=volcano natural=hill natural=wood natural=wetland "
        "natural=beach natural=plateau natural=mountain_range landuse=forest "
        "leisure=nature_reserve boundary=protected_area boundary=national_park",
    }
)
# https://www.geonames.org/export/codes.html: the class, but for the codes below.
_FEATURE_CLASSES = {
    "P": Kind.SETTLEMENT, "A": Kind.SUBREGION, "S": Kind.FACILITY, "H": Kind.WATER,
    "T": Kind.LANDFORM,
}  # fmt: skip
_FEATURE_CODES: dict[str, Kind | None] = {
    "PPLX": Kind.DISTRICT, "ADM1": Kind.REGION, "ISL": Kind.LANDFORM, "ISLS": Kind.LANDFORM,
    # What stood there once, and houses that guests and customers go to.
    "PPLH": None, "ADM1H": None, "ADM2H": None, "ADM3H": None, "ADM4H": None, "ADM5H": None,
    "ADMDH": None, "HTL": None, "REST": None, "MALL": None, "MKT": None, "RSRT": None, "GHSE": None,
    # Countries and what is like them.
    "PCL": None, "PCLD": None, "PCLF": None, "PCLH": None, "PCLI": None, "PCLIX": None,
    "PCLS": None, "TERR": None, "ZN": None,
}  # fmt: skip


def of_osm(key: str, value: str, address_type: str = "") -> Kind | None:
    """Give the kind of what has the tag `key=value`; `address_type` is what Nominatim makes of it.

    A boundary is what its address type says it is.
    """
    if key == "boundary" and value == "administrative":
        return _SELF_TELLING.get(address_type)
    if key == "place" and value in _SELF_TELLING:
        return _SELF_TELLING[value]
    return _TAGS.get(f"{key}={value}") or _KEYS.get(key)


def of_geonames(feature_class: str, code: str) -> Kind | None:
    """Give the kind of a feature of GeoNames."""
    if code in _FEATURE_CODES:
        return _FEATURE_CODES[code]
    return _FEATURE_CLASSES.get(feature_class)


# How services say that something has a name and people: each has words of its own.
_WORDS = _SELF_TELLING | _table(
    {
        Kind.SETTLEMENT: "place populatedplace",
        Kind.DISTRICT: "sublocality sublocality_level_1 municipalitysubdivision",
        Kind.SUBREGION: "administrative_area_level_2 administrative_area_level_3 "
        "countrysecondarysubdivision",
        Kind.REGION: "administrative_area_level_1 countrysubdivision",
        Kind.FACILITY: "airport",
    }
)


def of_word(word: str) -> Kind | None:
    """Give the kind that a service means by `word`, in any case."""
    return _WORDS.get(word.lower())
