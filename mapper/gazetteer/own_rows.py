"""Rows of a gazetteer for places of the user's own.

In: an open working copy, the gazetteer that it was copied from, and an `OwnPlace`. Out: its rows.
Nothing goes wrong here: what is not sound was refused when it was read.
"""

import sqlite3
import zlib

from mapper.gazetteer import schema
from mapper.gazetteer.entry import Entry, prior_of
from mapper.gazetteer.model import Kind, Place
from mapper.gazetteer.names import name_key
from mapper.gazetteer.own_place import OwnPlace
from mapper.gazetteer.reader import Gazetteer
from mapper.gazetteer.sphere import distance_km
from mapper.gazetteer.worldlist import bare_name

# Somebody who adds a place expects to be told of it before villages of the name, and after Paris.
_LEAST_WEIGHT = 5_000
# The next settlement within this tells the country and region of a place that does not.
_LAND_KM = 30.0
# Of one name and kind, and so near, two places are one.
_SAME_KM = 5.0
_SAME_DIVISION_KM = 60.0
_INSIDE_REGIONS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY, Kind.SUBREGION})
_DIVISIONS = frozenset({Kind.REGION, Kind.SUBREGION, Kind.COUNTRY, Kind.AREA})


def number_of(database: sqlite3.Connection, ident: str) -> int | None:
    """Give the number of the place with an id, None when there is none."""
    row = database.execute("SELECT n FROM place WHERE id = ?", (schema.pack_id(ident),)).fetchone()
    return None if row is None else int(row[0])


def is_own(database: sqlite3.Connection, number: int) -> bool:
    """Tell whether a place was added by the user."""
    row = database.execute("SELECT 1 FROM own WHERE place = ?", (number,)).fetchone()
    return row is not None


def known_place(gazetteer: Gazetteer, database: sqlite3.Connection, own: OwnPlace) -> int | None:
    """Find the gazetteer's own place of that name and kind at that position."""
    reach = _SAME_DIVISION_KM if own.kind in _DIVISIONS else _SAME_KM
    for match in gazetteer.lookup(own.name):
        place = match.place
        is_like = place.kind is own.kind and match.naming == "name"
        if is_like and own.country in {None, place.country}:
            distance = distance_km(own.lat, own.lon, place.lat, place.lon)
            number = number_of(database, place.id)
            if distance <= reach and number is not None and not is_own(database, number):
                return number
    return None


def state(database: sqlite3.Connection, number: int) -> tuple[object, ...]:
    """Give all that the file says of a place, to compare."""
    return (
        database.execute("SELECT * FROM place WHERE n = ?", (number,)).fetchone(),
        database.execute("SELECT * FROM name WHERE place = ? ORDER BY 1", (number,)).fetchall(),
        database.execute("SELECT * FROM shape WHERE place = ?", (number,)).fetchone(),
    )


def write(database: sqlite3.Connection, number: int, own: OwnPlace, gazetteer: Gazetteer) -> None:
    """Write a place of the user's own, new or in place of what was there under its id."""
    near = gazetteer.near(own.lat, own.lon, _LAND_KM)
    beside = next((place for place in near if own.country in {None, place.country}), None)
    country = own.country or (beside.country if beside is not None else None)
    region = _region(gazetteer, own, country, beside)
    inside = own.kind in _INSIDE_REGIONS
    admin1 = number_of(database, region) if region is not None and inside else None
    subregion = beside.admin2_id if beside is not None and beside.admin1_id == region else None
    admin2 = None if subregion is None or not inside else number_of(database, subregion)
    entry = Entry(
        id=own.id, name=own.name, kind=own.kind, lat=own.lat, lon=own.lon, population=own.population
    )
    row = (
        number,
        schema.pack_id(own.id),
        own.name,
        schema.KIND_NUMBER[own.kind],
        round(own.lat * schema.DEGREE),
        round(own.lon * schema.DEGREE),
        country,
        admin1,
        None if own.kind is Kind.SUBREGION else admin2,
        None if own.parent is None else schema.pack_id(own.parent),
        own.population,
        max(prior_of(entry), _LEAST_WEIGHT),
        None,
        schema.cell_of(own.lat, own.lon),
    )
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT OR REPLACE INTO place VALUES ({marks})", row)
    database.execute("DELETE FROM name WHERE place = ?", (number,))
    _name(database, number, own, schema.PREFERRED)
    _shape(database, number, own)


def _region(
    gazetteer: Gazetteer, own: OwnPlace, country: str | None, beside: Place | None
) -> str | None:
    """Give the id of the region that the row names, else of the settlement beside it."""
    if own.admin1:
        for match in gazetteer.lookup(own.admin1):
            if match.place.kind is Kind.REGION and match.place.country == country:
                return match.place.id
    return None if beside is None else beside.admin1_id


def extend(database: sqlite3.Connection, number: int, own: OwnPlace) -> None:
    """Add to a place of the gazetteer what a row tells of it; a row with its id may move it."""
    _name(database, number, own, schema.ALTERNATE)
    database.execute(
        "UPDATE place SET population = max(population, ?) WHERE n = ?", (own.population, number)
    )
    if own.shape is not None:
        _shape(database, number, own)
    if own.shape is not None or not own.is_made:
        database.execute(
            "UPDATE place SET lat = ?, lon = ?, cell = ? WHERE n = ?",
            (
                round(own.lat * schema.DEGREE),
                round(own.lon * schema.DEGREE),
                schema.cell_of(own.lat, own.lon),
                number,
            ),
        )
    if not own.is_made:
        database.execute("UPDATE place SET name = ? WHERE n = ?", (own.name, number))


def _name(database: sqlite3.Connection, number: int, own: OwnPlace, naming: int) -> None:
    main = {name_key(own.name)}
    if own.kind in {Kind.REGION, Kind.SUBREGION}:
        main.add(name_key(bare_name(own.name)))
    others = {name_key(name) for name in own.names} - main - {""}
    rows = [(key, number, naming) for key in sorted(main)]
    rows += [(key, number, schema.ALTERNATE) for key in sorted(others)]
    database.executemany(
        "INSERT INTO name SELECT ?1, ?2, ?3 "
        "WHERE NOT EXISTS (SELECT 1 FROM name WHERE key = ?1 AND place = ?2)",
        rows,
    )


def _shape(database: sqlite3.Connection, number: int, own: OwnPlace) -> None:
    database.execute("DELETE FROM shape WHERE place = ?", (number,))
    if own.shape is not None:
        database.execute(
            "INSERT INTO shape VALUES (?, ?, 0)", (number, zlib.compress(own.shape, 9))
        )


def drop(database: sqlite3.Connection, number: int) -> None:
    """Take a place out."""
    for table, column in (("place", "n"), ("name", "place"), ("shape", "place"), ("own", "place")):
        database.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))
