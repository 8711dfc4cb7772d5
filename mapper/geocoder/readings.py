"""What the answers of geocoders say, each in the form of its service.

In: one answer as the service gave it, which may be anything. Out: an `Answer`, or None for what is
no place of an incident (a street, a shop, a country). An answer that has not the form of its
service raises `ValueError`.
"""

import math
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from mapper.geocoder import kinds
from mapper.geocoder.model import Answer

# No name of a place is longer, and no place has more of them.
_LONGEST_NAME = 200
_MOST_NAMES = 100

Reading = Callable[[str, Mapping[str, Any], float, float], Answer | None]


def reading_of(service: str) -> Reading:
    """Give the function that reads the answers of `service` (geopy's name of it)."""
    return _READINGS.get(service, _other)


def _nominatim(service: str, raw: Mapping[str, Any], lat: float, lon: float) -> Answer | None:
    """Read an answer of Nominatim (https://nominatim.org/release-docs/latest/api/Output/)."""
    key = _word(raw.get("category") or raw.get("class"))
    kind = kinds.of_osm(key, _text(raw.get("type")), _text(raw.get("addresstype")))
    if kind is None:
        return None
    address = _mapping(raw.get("address"))
    names = _mapping(raw.get("namedetails"))
    return Answer(
        ident=_osm_id(service, raw.get("osm_type"), raw.get("osm_id"), lat, lon),
        names=_names(raw.get("name"), raw.get("localname"), *_ordered(names)),
        lat=lat,
        lon=lon,
        kind=kind,
        country=_code(address.get("country_code")),
        region=_text(address.get("state") or address.get("region")) or None,
        box=_box(raw.get("boundingbox"), "south north west east"),
    )


def _photon(service: str, raw: Mapping[str, Any], lat: float, lon: float) -> Answer | None:
    """Read an answer of Photon (https://github.com/komoot/photon/blob/master/docs/api-v1.md)."""
    told = _mapping(raw.get("properties"))
    key, value = _word(told.get("osm_key")), _text(told.get("osm_value"))
    kind = kinds.of_osm(key, value, _text(told.get("type")))
    if kind is None:
        return None
    extent = told.get("extent") or None
    return Answer(
        ident=_osm_id(service, told.get("osm_type"), told.get("osm_id"), lat, lon),
        names=_names(told.get("name")),
        lat=lat,
        lon=lon,
        kind=kind,
        country=_code(told.get("countrycode")),
        region=_text(told.get("state")) or None,
        box=_box(extent, "west north east south"),
    )


def _geonames(service: str, raw: Mapping[str, Any], lat: float, lon: float) -> Answer | None:
    """Read an answer of GeoNames (https://www.geonames.org/export/geonames-search.html)."""
    kind = kinds.of_geonames(_word(raw.get("fcl")), _text(raw.get("fcode")))
    if kind is None:
        return None
    return Answer(
        ident=f"geonames:{_number(raw.get('geonameId'))}",
        names=_names(raw.get("name"), raw.get("toponymName")),
        lat=lat,
        lon=lon,
        kind=kind,
        country=_code(raw.get("countryCode")),
        region=_text(raw.get("adminName1")) or None,
        population=min(_number(raw.get("population") or 0), 100_000_000),
        box=_box(raw.get("bbox"), "south north west east"),
    )


# Where a service writes the kind, the country and the name; by the parts of the path, digits being
# positions. A service that tells no kind is not listed: its kinds are not known.
_PATHS: dict[str, tuple[str, str, str]] = {
    "opencage": ("components._type", "components.country_code", "formatted"),
    "google": ("types.0", "", "address_components.0.long_name"),
    "googlev3": ("types.0", "", "address_components.0.long_name"),
    "pelias": ("properties.layer", "properties.country_code", "properties.name"),
    "geocodeearth": ("properties.layer", "properties.country_code", "properties.name"),
    "mapbox": ("place_type.0", "", "text"),
    "maptiler": ("place_type.0", "", "text"),
    "bing": ("entityType", "", "name"),
    "azure": ("entityType", "address.countryCode", ""),
    "tomtom": ("entityType", "address.countryCode", ""),
}


def _other(service: str, raw: Mapping[str, Any], lat: float, lon: float) -> Answer | None:
    """Read an answer of any other service, as far as it tells anything."""
    kind_at, country_at, name_at = _PATHS.get(service, ("", "", ""))
    kind = kinds.of_word(_text(_at(raw, kind_at))) if kind_at else None
    if kind_at and kind is None:
        return None
    told = (_at(raw, name_at) if name_at else None, raw.get("mapper:address"))
    # An address begins with what it is the address of: "Lesne, Sumy Oblast, Ukraine".
    return Answer(
        ident=f"{service}:{lat:.5f},{lon:.5f}",
        names=_names(*(_text(words).split(",")[0] for words in told)),
        lat=lat,
        lon=lon,
        kind=kind,
        country=_code(_at(raw, country_at)) if country_at else None,
    )


_READINGS: dict[str, Reading] = {
    "nominatim": _nominatim,
    "pickpoint": _nominatim,
    "openmapquest": _nominatim,
    "photon": _photon,
    "geonames": _geonames,
}


def _at(value: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.isdigit():
            value = value[int(part)] if int(part) < len(value) else None
        else:
            return None
    return value


def _mapping(value: Any) -> Mapping[str, Any]:
    if value is None or value == []:
        return {}
    if not isinstance(value, Mapping):
        msg = f"{type(value).__name__} where names and values were expected"
        raise ValueError(msg)
    return value


def _text(value: Any) -> str:
    """Give a text without marks that are not seen; empty for None."""
    if value is None:
        return ""
    if not isinstance(value, str):
        msg = f"{type(value).__name__} where a text was expected"
        raise ValueError(msg)
    # C: controls, marks of direction, halves of pairs, what has no meaning.
    seen = "".join(
        " " if unicodedata.category(c)[0] == "C" else c for c in value[: 4 * _LONGEST_NAME]
    )
    return " ".join(seen.split())[:_LONGEST_NAME]


def _word(value: Any) -> str:
    """Give a text that must be there."""
    word = _text(value)
    if not word:
        msg = "no word for what it is"
        raise ValueError(msg)
    return word


def _number(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**15:
        msg = "no number where one was expected"
        raise ValueError(msg)
    return value


def _code(value: Any) -> str | None:
    code = _text(value).upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _names(*values: Any) -> tuple[str, ...]:
    kept = dict.fromkeys(name for value in values[:_MOST_NAMES] if (name := _text(value)))
    if not kept:
        msg = "no name"
        raise ValueError(msg)
    return tuple(kept)


def _ordered(names: Mapping[str, Any]) -> list[Any]:
    """Give the values of OSM's name tags; several in one tag are parted by semicolons."""
    kept = [value for key, value in names.items() if "name" in _text(key)]
    return [
        part for value in kept for part in (value.split(";") if isinstance(value, str) else [value])
    ]


def _osm_id(service: str, kind: Any, number: Any, lat: float, lon: float) -> str:
    word = {"n": "node", "w": "way", "r": "relation"}.get(_text(kind)[:1].lower())
    if word is None or number is None:
        return f"{service}:{lat:.5f},{lon:.5f}"
    return f"osm:{word}/{_number(number)}"


def _box(value: Any, order: str) -> tuple[float, float, float, float] | None:
    """Read a box whose four numbers stand in `order`, or under these words; None without one."""
    if value is None:
        return None
    words = order.split()
    found = [value.get(w) for w in words] if isinstance(value, Mapping) else value
    if not isinstance(found, list) or len(found) != len(words):
        msg = "no box where one was expected"
        raise ValueError(msg)
    try:
        sides = dict(zip(words, (float(side) for side in found), strict=True))
    except TypeError as error:
        msg = "a box without numbers"
        raise ValueError(msg) from error
    south, west, north, east = (sides[side] for side in ("south", "west", "north", "east"))
    fine = all(map(math.isfinite, sides.values()))
    if not fine or not (
        -90 <= south <= north <= 90 and -180 <= west <= 180 and west <= east <= 180
    ):
        return None
    return south, west, north, east
