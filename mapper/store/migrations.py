"""The tables of a project, made or brought up to date.

In: a connection in a write transaction. Out: the tables as `schema` tells them, and the version of
the file. What can go wrong: a project of a newer version, or a database that another program uses
(`StoreError`); nothing is changed then.
"""

import dataclasses
import itertools
from collections.abc import Callable

import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.store.engines import has_table
from mapper.store.layer import free_layer, make_layer
from mapper.store.laying import fill_layer
from mapper.store.packing import pack
from mapper.store.schema import (
    APPLICATION_ID,
    FEED,
    FEED_ENTRY,
    GEOCODING,
    LEXICON,
    META,
    METADATA,
    NAMES_NOTED,
    NEWBORN,
    OF_CORRECTIONS,
    READING,
    REPORT_KEY,
    RETRIEVAL,
    UNKNOWN_NAME,
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What leads from one version to the next.

    `run` leaves alone what is there already, because a step before it may have made a table as it
    is today. It must not use what reads today's records, which a later version may change.
    """

    what: str
    run: Callable[[sa.Connection], None]


def tables(*added: sa.Table) -> Callable[[sa.Connection], None]:
    """Add tables with their indexes."""

    def run(connection: sa.Connection) -> None:
        for table in added:
            if not has_table(connection, table.name):
                table.create(connection, checkfirst=False)

    return run


def columns(table: sa.Table, *names: str) -> Callable[[sa.Connection], None]:
    """Add columns that may be NULL, and the indexes of their table that are missing."""

    def run(connection: sa.Connection) -> None:
        there = {column["name"] for column in sa.inspect(connection).get_columns(table.name)}
        for name in (name for name in names if name not in there):
            told = sa.schema.CreateColumn(table.c[name]).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {told}")
        for index in table.indexes:
            index.create(connection, checkfirst=True)

    return run


def _without_type_index(connection: sa.Connection) -> None:
    connection.exec_driver_sql("DROP INDEX IF EXISTS report_type_place")


# Rows that are changed at once.
_ROWS = 500


def _packed_texts(connection: sa.Connection) -> None:
    """Put `packed` in the place of `text`."""
    if not _has_column(connection, "article", "text"):
        return
    _add_bytes(connection, "article", "packed")
    texts = "SELECT seq, text FROM article WHERE seq > :last ORDER BY seq LIMIT :rows"
    into = sa.text("UPDATE article SET packed = :packed WHERE seq = :seq")
    last = 0
    while rows := connection.execute(sa.text(texts), {"last": last, "rows": _ROWS}).all():
        last = rows[-1].seq
        connection.execute(into, [{"seq": row.seq, "packed": pack(row.text)} for row in rows])
    connection.exec_driver_sql("ALTER TABLE article DROP COLUMN text")


def _shorter_keys(connection: sa.Connection) -> None:
    """Keep six bytes of each hash, and the way back from a report to its keys with the report."""
    if not _has_column(connection, "report", "last"):
        return
    before = "CREATE TABLE report_key_before AS SELECT key, report_seq FROM report_key"
    connection.exec_driver_sql(before)
    connection.exec_driver_sql("DROP TABLE report_key")
    REPORT_KEY.create(connection, checkfirst=False)
    connection.exec_driver_sql(
        "INSERT INTO report_key (key, report_seq) "
        "SELECT DISTINCT key >> 16, report_seq FROM report_key_before"
    )
    connection.exec_driver_sql("DROP TABLE report_key_before")
    _add_bytes(connection, "report", "filed_under")
    order = "SELECT report_seq, key FROM report_key ORDER BY report_seq, key"
    into = sa.text("UPDATE report SET filed_under = :keys WHERE seq = :seq")
    by_report = itertools.groupby(connection.exec_driver_sql(order).all(), lambda row: row[0])
    rows = (
        {"seq": seq, "keys": b"".join(key.to_bytes(6, "big", signed=True) for _, key in keys)}
        for seq, keys in by_report
    )
    while part := list(itertools.islice(rows, _ROWS)):
        connection.execute(into, part)
    for name in ("last", "place_id"):
        connection.exec_driver_sql(f"ALTER TABLE report DROP COLUMN {name}")
    connection.exec_driver_sql("DROP INDEX IF EXISTS ix_incident_first")


def _all_readings(connection: sa.Connection) -> None:
    """Note that articles without a row in `reading` were read with the lexicon of war."""
    without = "FROM article WHERE id NOT IN (SELECT article_id FROM reading)"
    if connection.exec_driver_sql(f"SELECT 1 {without} LIMIT 1").first() is None:
        return
    connection.exec_driver_sql(
        "INSERT INTO lexicon (sha256, name, bundled, source) VALUES ('before', 'war', 'war', NULL)"
    )
    into = "INSERT INTO reading (article_id, lexicon)"
    connection.exec_driver_sql(f"{into} SELECT id, 'before' {without}")


def _has_column(connection: sa.Connection, table: str, name: str) -> bool:
    return name in {column["name"] for column in sa.inspect(connection).get_columns(table)}


def _add_bytes(connection: sa.Connection, table: str, name: str) -> None:
    """Add a column of bytes that is never NULL."""
    server = connection.dialect.name == "postgresql"
    kind, empty = ("BYTEA", "''") if server else ("BLOB", "x''")
    connection.exec_driver_sql(
        f"ALTER TABLE {table} ADD COLUMN {name} {kind} NOT NULL DEFAULT {empty}"
    )
    if server:
        connection.exec_driver_sql(f"ALTER TABLE {table} ALTER COLUMN {name} DROP DEFAULT")


# The first leads from version 1 to 2. `schema` says when to append one.
STEPS: tuple[Step, ...] = (
    Step(
        what="lexicons and the answers of geocoders have their tables from the start",
        run=tables(LEXICON, READING, GEOCODING, UNKNOWN_NAME, NAMES_NOTED),
    ),
    Step(what="corrections have their tables", run=tables(*OF_CORRECTIONS)),
    Step(what="incidents on PostgreSQL have a geometry", run=make_layer),
    Step(
        what="pages keep where they came from, and feeds what was taken",
        run=tables(RETRIEVAL, FEED, FEED_ENTRY),
    ),
    Step(what="ids of new incidents wait for the last of a run", run=tables(NEWBORN)),
    Step(what="an index goes that nothing looked at", run=_without_type_index),
    Step(what="texts are packed", run=_packed_texts),
    Step(what="keys of reports are shorter, and have one index", run=_shorter_keys),
    Step(what="each article has the lexicon that it was read with", run=_all_readings),
    Step(what="the layer of PostgreSQL shows what people corrected", run=free_layer),
)

SCHEMA_VERSION = 1 + len(STEPS)


def version_of(connection: sa.Connection, name: str) -> int | None:
    """Give the version of the project; None where there is none.

    Raises
    ------
    StoreError
        When the database has a table of that name, and it is not ours.
    """
    if not has_table(connection, META.name):
        return None
    found = {column["name"] for column in sa.inspect(connection).get_columns(META.name)}
    if found == {"key", "value"}:
        query = sa.select(META.c.value).where(META.c.key == "schema_version")
        value = connection.execute(query).scalar()
        if value is not None and value.isdecimal():
            return int(value)
    msg = f"{name!r} has tables of another program; name another database with --db."
    raise StoreError(msg)


def make_tables(connection: sa.Connection) -> None:
    """Make all tables of a new project."""
    METADATA.create_all(connection, checkfirst=False)
    make_layer(connection)
    connection.execute(META.insert(), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}])
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def bring_up_to_date(connection: sa.Connection, version: int) -> None:
    """Take the steps from a version of before to that of today."""
    for step in STEPS[version - 1 :]:
        step.run(connection)
    fill_layer(connection)
    today = {"value": str(SCHEMA_VERSION)}
    connection.execute(META.update().where(META.c.key == "schema_version").values(**today))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
