"""Incidents as a layer that programs for maps open: a table with a geometry, on PostgreSQL only.

In: incidents. Out: rows of `incident_layer`, in the same transaction; `laying` says which ones. A
project file has no such table; programs for maps read what `mapper export` writes. What can go
wrong: the database has no PostGIS, and its user may not make it (`StoreError`).
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
from mapper.store.engines import has_table
from mapper.store.schema import TEXT

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

# Incidents that corrections were laid over when the layer was last brought up to date, by their ids
# as derived and as shown: what is derived says nothing of their rows.
LAID = sa.Table(
    "incident_layer_corrected",
    LAYER_METADATA,
    sa.Column("id", TEXT, primary_key=True),
)


def make_layer(connection: sa.Connection) -> None:
    """Make the tables of a project that has none; they are empty.

    Raises
    ------
    StoreError
        When the database has no PostGIS, and none can be made.
    """
    if not is_kept(connection) or has_table(connection, LAYER.name):
        return
    _ensure_postgis(connection)
    LAYER.create(connection, checkfirst=False)
    free_layer(connection)


def free_layer(connection: sa.Connection) -> None:
    """Let the table hold incidents that are not derived; before, it could not."""
    if not is_kept(connection) or has_table(connection, LAID.name):
        return
    connection.exec_driver_sql(
        f"ALTER TABLE {LAYER.name} DROP CONSTRAINT IF EXISTS {LAYER.name}_id_fkey"
    )
    LAID.create(connection, checkfirst=False)


def put_in_layer(connection: sa.Connection, incidents: Sequence[Incident]) -> None:
    """Put incidents into the table, in the place of what it had of them."""
    for start in range(0, len(incidents), _CHUNK):
        part = incidents[start : start + _CHUNK]
        take_from_layer(connection, [one.id for one in part])
        connection.execute(LAYER.insert(), [_row(one) for one in part])


def take_from_layer(connection: sa.Connection, incident_ids: Sequence[str]) -> None:
    """Take incidents out of the table."""
    for start in range(0, len(incident_ids), _CHUNK):
        part = incident_ids[start : start + _CHUNK]
        connection.execute(LAYER.delete().where(LAYER.c.id.in_(part)))


def corrected_in_layer(connection: sa.Connection) -> frozenset[str]:
    """Give the ids of `LAID`."""
    return frozenset(connection.execute(sa.select(LAID.c.id)).scalars())


def is_kept(connection: sa.Connection) -> bool:
    """Whether the project has such a table."""
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
