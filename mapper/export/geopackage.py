"""Incidents as a GeoPackage (OGC 12-128) of three layers: incidents, sources, articles.

In: features, which may come one by one. Out: the file. `incidents` has geometry and is written by
GDAL; `sources` and `articles` are tables without. Their foreign keys are declared, so that QGIS
offers them as relations: a source names its incident and its article. What can go wrong is an
`OSError`, of which `files.whole` makes an `OutputError`: what GDAL or SQLite say of a full disk.
"""

import contextlib
import itertools
import pathlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mapper.export.feature import GENERATOR
from mapper.export.table import BETWEEN, total
from mapper.export.texts import printable

Feature = Mapping[str, Any]

# Features that are in memory at a time; GDAL opens the file anew for each batch.
_BATCH = 2000

# Columns of `incidents` behind `fid` and `geom`, and what they hold.
INCIDENT_COLUMNS: Mapping[str, type] = {
    "id": str,
    **dict.fromkeys(("event_type", "sub_type", "title"), str),
    **dict.fromkeys(("date", "end_date"), bytes),  # bytes stands for a day
    **dict.fromkeys(("date_precision", "date_basis", "place", "place_id", "country"), str),
    **dict.fromkeys(("admin1", "admin2"), str),
    **dict.fromkeys(("lat", "lon"), float),
    "geo_precision": str,
    "approximate": bool,
    **dict.fromkeys(("initiator", "target", "weapons"), str),
    **dict.fromkeys(("launched", "intercepted"), int),
    **dict.fromkeys(("killed_low", "killed_best", "killed_high"), int),
    **dict.fromkeys(("injured_low", "injured_best", "injured_high"), int),
    "prisoners": str,
    "disputed": bool,
    **dict.fromkeys(("disputes", "parent", "status"), str),
    "confidence": float,
    "articles": int,
}

_COUNTS = ", ".join(
    f"{name}_{part} {'TEXT' if part in ('word', 'attributed_to') else 'INTEGER'}"
    for name in ("killed", "injured")
    for part in ("low", "best", "high", "word", "attributed_to")
)
_TABLES = (
    "CREATE TABLE articles (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
    " id TEXT NOT NULL UNIQUE, title TEXT, source TEXT, url TEXT, published DATE,"
    " published_basis TEXT)",
    "CREATE TABLE sources (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
    " incident_id TEXT NOT NULL REFERENCES incidents(id),"
    " article_id TEXT NOT NULL REFERENCES articles(id), report_id TEXT, quote TEXT,"
    f" quote_start INTEGER, quote_end INTEGER, attributed_to TEXT, {_COUNTS}, prisoners TEXT,"
    " weapons TEXT, place_how TEXT, date_how TEXT, joined_because TEXT, copy_of TEXT)",
    "CREATE INDEX sources_incident ON sources(incident_id)",
    "CREATE INDEX sources_article ON sources(article_id)",
    # What a foreign key names must be unique, and ids are.
    "CREATE UNIQUE INDEX incidents_id ON incidents(id)",
)

_PUT_ARTICLE = "INSERT OR IGNORE INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?)"
_PUT_SOURCE = f"INSERT INTO sources VALUES (NULL{', ?' * 23})"
# What tells our files from those of others.
_DESCRIPTION = f"written by {GENERATOR}"
_PUT_CONTENTS = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
    f" VALUES (?, 'attributes', ?, '{_DESCRIPTION}', 0)"
)


def is_our_geopackage(path: pathlib.Path) -> bool:
    """Tell whether a file is a GeoPackage that the mapper wrote, or empty."""
    if path.stat().st_size == 0:
        return True
    query = "SELECT count(*) FROM gpkg_contents WHERE description = ?"
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            return bool(connection.execute(query, [_DESCRIPTION]).fetchone()[0])
    except sqlite3.DatabaseError:
        return False


def write_geopackage(features: Iterable[Feature], path: pathlib.Path) -> None:
    """Write features to a new GeoPackage at `path`.

    Raises
    ------
    OSError
        When it cannot be written.
    """
    coming = iter(features)
    batch = [*itertools.islice(coming, _BATCH)]
    with _explained():
        _put_incidents(batch, path, append=False)
        _make_tables(path)
    while batch:
        with _explained():
            _put_sources(batch, path)
        batch = [*itertools.islice(coming, _BATCH)]
        if batch:
            with _explained():
                _put_incidents(batch, path, append=True)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Say in one way what GDAL and SQLite say in theirs."""
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        yield
    except (DataLayerError, DataSourceError, sqlite3.Error) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        msg = f"is the disk full? GDAL says: {said}"
        raise OSError(msg) from error


def _put_incidents(batch: Sequence[Feature], path: pathlib.Path, *, append: bool) -> None:
    """Write features to the layer `incidents`, which is made when nothing is to append to."""
    import numpy as np
    import pyogrio.raw
    import shapely
    import shapely.geometry

    shapes = [
        None if one["geometry"] is None else shapely.geometry.shape(one["geometry"])
        for one in batch
    ]
    rows = [_incident(one) for one in batch]
    fields = {
        name: _array([row[name] for row in rows], kind) for name, kind in INCIDENT_COLUMNS.items()
    }
    # The file is of version 1.2, which all programs read; newer ones add nothing that is used here.
    made = {} if append else {"dataset_options": {"VERSION": "1.2"}, "layer_options": _LAYER}
    pyogrio.raw.write(
        path,
        geometry=np.array(shapely.to_wkb(shapes), dtype=object),
        field_data=[values for values, _ in fields.values()],
        field_mask=[mask for _, mask in fields.values()],
        fields=list(fields),
        layer="incidents",
        driver="GPKG",
        geometry_type="Unknown",
        crs="EPSG:4326",
        append=append,
        **made,
    )


_LAYER = {"FID": "fid", "GEOMETRY_NAME": "geom", "DESCRIPTION": _DESCRIPTION}


def _array(values: Sequence[Any], kind: type) -> tuple[Any, Any]:
    """Give a column as GDAL takes it, and which of its values are missing."""
    import numpy as np

    if kind is str:
        return np.array(values, dtype=object), None
    if kind is bytes:
        return np.array(values, dtype="datetime64[D]"), None
    missing = np.array([value is None for value in values], dtype=bool)
    kinds: Mapping[type, Any] = {int: np.int64, float: np.float64, bool: np.bool_}
    filled = [kind() if value is None else value for value in values]
    return np.array(filled, dtype=kinds[kind]), missing


def _incident(feature: Feature) -> dict[str, Any]:
    properties = feature["properties"]
    weapons = properties["weapons"]
    values = {
        **properties,
        "id": feature["id"],
        "weapons": BETWEEN.join(weapon["kind"] for weapon in weapons) or None,
        **{name: total(weapons, name) for name in ("launched", "intercepted")},
        "prisoners": BETWEEN.join(f"{s} {n}" for s, n in properties["prisoners"].items()) or None,
        "disputes": BETWEEN.join(properties["disputes"]) or None,
        "articles": len({source["article"] for source in properties["sources"]}),
        **{
            f"{name}_{key}": value
            for name in ("killed", "injured")
            for key, value in properties[name].items()
        },
    }
    return {name: _cell(values[name]) for name in INCIDENT_COLUMNS}


def _cell(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else value


def _make_tables(path: pathlib.Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in _TABLES:
            connection.execute(statement)
        for name in ("sources", "articles"):
            connection.execute(_PUT_CONTENTS, [name, name])


def _put_sources(batch: Sequence[Feature], path: pathlib.Path) -> None:
    """Write what the features rest on: the reports, and each article once."""
    told = [(one["id"], source) for one in batch for source in one["properties"]["sources"]]
    keys = ("article", "title", "source", "url", "published", "published_basis")
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            _PUT_ARTICLE, ([_cell(source.get(key)) for key in keys] for _, source in told)
        )
        connection.executemany(_PUT_SOURCE, (_source(ident, source) for ident, source in told))


def _source(incident: str, source: Mapping[str, Any]) -> list[Any]:
    counts: list[Any] = []
    for name in ("killed", "injured"):
        count = source.get(name) or {}
        counts += [count.get(k) for k in ("low", "best", "high", "word", "attributed_to")]
    values = [
        *(incident, source["article"], source.get("report"), source["quote"]),
        *(source["start"], source["end"], source["attributed_to"]),
        *counts,
        BETWEEN.join(f"{side} {n}" for side, n in source["prisoners"].items()) or None,
        BETWEEN.join(weapon["kind"] for weapon in source["weapons"]) or None,
        *(source.get("place_how"), source.get("date_how")),
        BETWEEN.join(source.get("joined_because") or ()) or None,
        source.get("copy_of"),
    ]
    return [_cell(value) for value in values]
