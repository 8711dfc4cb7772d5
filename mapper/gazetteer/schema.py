"""The gazetteer's SQLite file: its tables, its version, and what its small numbers mean.

Names are filed by key (`names.name_key`), so that a look-up is one search in one index. Shapes
stand apart from places, because most places are points. A file of another version is refused.
"""

from mapper.gazetteer.model import Kind

# Raise it when a reader of today could not read the file of tomorrow.
VERSION = 1

# Order is the number in the file: append only.
KINDS = (
    Kind.FACILITY,
    Kind.DISTRICT,
    Kind.SETTLEMENT,
    Kind.SUBREGION,
    Kind.REGION,
    Kind.COUNTRY,
    Kind.BORDER,
    Kind.AREA,
    Kind.WATER,
    Kind.LANDFORM,
    Kind.CONTINENT,
)
KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}

PREFERRED, ALTERNATE, DEMONYM = 0, 1, 2

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    n INTEGER PRIMARY KEY,
    id NOT NULL,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    lat INTEGER NOT NULL,
    lon INTEGER NOT NULL,
    country TEXT,
    admin1 INTEGER,
    admin2 INTEGER,
    parent,
    population INTEGER NOT NULL,
    prior INTEGER NOT NULL,
    capital INTEGER,
    cell INTEGER
);
CREATE TABLE name (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    naming INTEGER NOT NULL,
    PRIMARY KEY (key, place, naming)
) WITHOUT ROWID;
CREATE TABLE shape (place INTEGER PRIMARY KEY, wkb BLOB NOT NULL, approximate INTEGER NOT NULL);
CREATE TABLE neighbour (
    one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_cell ON place (kind, cell);
CREATE INDEX place_country ON place (country) WHERE kind = 5;
"""

# Coordinates are stored as whole numbers of this part of a degree (about 1 m), which halves them.
DEGREE = 100_000

_GEONAMES = "geonames:"


def pack_id(ident: str) -> int | str:
    """Give an id as it is stored: that of GeoNames as its number alone."""
    number = ident.removeprefix(_GEONAMES)
    # The length keeps the number within what SQLite can store.
    is_number = number != ident and number.isdecimal() and number.isascii() and len(number) < 16
    return int(number) if is_number else ident


def unpack_id(packed: int | str) -> str:
    """Give an id as the program knows it."""
    return f"{_GEONAMES}{packed}" if isinstance(packed, int) else packed


# Half a degree: a search of 30 km touches four cells in most of the world.
CELL_DEGREES = 0.5
CELLS_ROUND = int(360 / CELL_DEGREES)


def cell_of(lat: float, lon: float) -> int:
    """Give the number of the half-degree cell of a point, row by row from the south-west."""
    row = int((lat + 90.0) / CELL_DEGREES)
    column = int((lon + 180.0) / CELL_DEGREES) % CELLS_ROUND
    return row * CELLS_ROUND + column
