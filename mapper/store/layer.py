"""Incidents as a layer that programs for maps open: a table with a geometry, on PostgreSQL only.

In: incidents as they are stored. Out: rows of `incident_layer`, in the same transaction. A project
file has no such table; programs for maps read what `mapper export` writes. What can go wrong: the
database has no PostGIS, and its user may not make it (`StoreError`).
"""

import struct
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.types import UserDefinedType

from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.incident.model import Incident
from mapper.store import codec
from mapper.store.engines import has_table
from mapper.store.schema import INCIDENT, PLACE, TEXT

# WGS 84, longitude first: https://epsg.io/4326
SRID = 4326

_CHUNK = 500


class Geometry(UserDefinedType[bytes]):
    """Any geometry of PostGIS, given as well-known binary."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Name the type with its reference system."""
        return f"geometry(Geometry, {SRID})"

    def bind_expression(self, bindvalue: sa.BindParameter[bytes]) -> sa.ColumnElement[bytes]:
        """Read well-known binary."""
        return sa.func.ST_GeomFromWKB(sa.cast(bindvalue, sa.LargeBinary), SRID, type_=self)


# No part of METADATA: it follows from the incidents, and is neither copied nor in a project file.
LAYER_METADATA = sa.MetaData()

LAYER = sa.Table(
    "incident_layer",
    LAYER_METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("event_type", TEXT, nullable=False),
    sa.Column("sub_type", TEXT),
    sa.Column("title", TEXT, nullable=False),
    sa.Column("first_day", sa.Date, index=True),
    sa.Column("last_day", sa.Date),
    sa.Column("date_precision", TEXT, nullable=False),
    sa.Column("place", TEXT),
    sa.Column("place_id", TEXT),
    sa.Column("country", TEXT),
    sa.Column("geo_precision", TEXT, nullable=False),
    sa.Column("initiator", TEXT),
    sa.Column("target", TEXT),
    sa.Column("killed_low", sa.Integer),
    sa.Column("killed_best", sa.Integer),
    sa.Column("killed_high", sa.Integer),
    sa.Column("injured_low", sa.Integer),
    sa.Column("injured_best", sa.Integer),
    sa.Column("injured_high", sa.Integer),
    sa.Column("disputed", sa.Boolean, nullable=False),
    sa.Column("status", TEXT, nullable=False),
    sa.Column("confidence", sa.Double, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    # Empty for an incident whose place nobody names.
    sa.Column("geom", Geometry),
    sa.Index("incident_layer_geom", "geom", postgresql_using="gist"),
)

# A row goes when its incident goes, whoever takes it out.
_FOLLOWS = (
    "ALTER TABLE incident_layer ADD FOREIGN KEY (id) REFERENCES incident (id) "
    "ON DELETE CASCADE ON UPDATE CASCADE"
)


def make_layer(connection: sa.Connection) -> None:
    """Make the table of a project that has none, and fill it.

    Raises
    ------
    StoreError
        When the database has no PostGIS, and none can be made.
    """
    if not _is_kept(connection) or has_table(connection, LAYER.name):
        return
    _ensure_postgis(connection)
    LAYER_METADATA.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(_FOLLOWS)
    fill_layer(connection)


def put_in_layer(connection: sa.Connection, incidents: Sequence[Incident]) -> None:
    """Put incidents into the table, in the place of what it had of them."""
    if not incidents or not _is_kept(connection):
        return
    for start in range(0, len(incidents), _CHUNK):
        part = incidents[start : start + _CHUNK]
        connection.execute(LAYER.delete().where(LAYER.c.id.in_([one.id for one in part])))
        connection.execute(LAYER.insert(), [_row(one) for one in part])


def fill_layer(connection: sa.Connection) -> None:
    """Put all stored incidents into the table."""
    if not _is_kept(connection):
        return
    last = ""
    query = sa.select(INCIDENT.c.id, INCIDENT.c.place_id, INCIDENT.c.payload)
    while rows := connection.execute(
        query.where(INCIDENT.c.id > last).order_by(INCIDENT.c.id).limit(_CHUNK)
    ).all():
        last = rows[-1].id
        places = _places(connection, [row.place_id for row in rows])
        put_in_layer(connection, [codec.loads(Incident, row.payload, places) for row in rows])


def _is_kept(connection: sa.Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _ensure_postgis(connection: sa.Connection) -> None:
    there = "SELECT 1 FROM pg_extension WHERE extname = 'postgis'"
    if connection.exec_driver_sql(there).first() is None:
        try:
            connection.exec_driver_sql("CREATE EXTENSION postgis")
        except exc.DBAPIError as error:
            said = str(error.orig).splitlines()[0]
            msg = (
                "The database has no PostGIS, and its user may not make it; let its administrator "
                f"install PostGIS and run `CREATE EXTENSION postgis` in it ({said})."
            )
            raise StoreError(msg) from error
    if connection.exec_driver_sql("SELECT to_regtype('geometry')").scalar() is None:
        msg = (
            "The schema that PostGIS is in is not on the search path of the database's user; add "
            "it, as in `ALTER ROLE ... SET search_path = myproject, public`."
        )
        raise StoreError(msg)


def _places(connection: sa.Connection, place_ids: Sequence[str | None]) -> dict[str, Place]:
    known = {one for one in place_ids if one is not None}
    rows = connection.execute(sa.select(PLACE).where(PLACE.c.id.in_(sorted(known))))
    return {row.key: codec.read_place(row.payload, row.shape) for row in rows}


def _row(one: Incident) -> dict[str, Any]:
    place = one.location.place
    ranges = {"killed": one.killed, "injured": one.injured}
    numbers = {
        f"{name}_{part}": getattr(found, part)
        for name, found in ranges.items()
        for part in ("low", "best", "high")
    }
    return numbers | {
        "id": one.id,
        "event_type": one.event_type,
        "sub_type": one.sub_type,
        "title": one.title,
        "first_day": one.date.first,
        "last_day": one.date.last,
        "date_precision": one.date.precision.value,
        "place": None if place is None else place.name,
        "place_id": None if place is None else place.id,
        "country": None if place is None else place.country,
        "geo_precision": one.location.precision,
        "initiator": one.initiator,
        "target": one.target,
        "disputed": one.disputed,
        "status": one.status,
        "confidence": one.confidence,
        "reports": len(one.links),
        "geom": None if place is None else _wkb(place),
    }


def _wkb(place: Place) -> bytes:
    """Give the geometry as well-known binary, longitude first."""
    if place.shape is not None:
        return place.shape
    return struct.pack("<BIdd", 1, 1, place.lon, place.lat)
