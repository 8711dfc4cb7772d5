"""Whether a project is in order.

In: a project. Out: a line for each thing that is not as it must be: what, and which. Nothing is
changed. Memory does not grow with the project but for ids; the time is that of reading all of it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.incident.model import Incident
from mapper.report.model import Extraction, Report, SetAside
from mapper.store import codec
from mapper.store.corrected import overlay, shown_ids
from mapper.store.handle import Store
from mapper.store.layer import LAYER, is_kept
from mapper.store.lexicons import lexicon_of
from mapper.store.reports import Places, chunks, unpacked_keys
from mapper.store.schema import (
    ARTICLE,
    DIRTY,
    INCIDENT,
    MEMBERSHIP,
    METADATA,
    PLACE,
    REPORT,
    REPORT_KEY,
)

T = TypeVar("T")

# Rows that are looked at together, and of the same trouble as many are named.
_BATCH = 200
_NAMED = 10


def problems(store: Store) -> Iterator[str]:
    """Tell all that is wrong with a project, a line each.

    Reports whose incidents are still to be derived are no problem: see `waiting`.
    """
    for step in (_file, _links, _articles, _keys, _places, _incidents, _unjoined, _layer):
        yield from _told(store, step)


def waiting(store: Store) -> int:
    """Count the reports whose incidents are derived anew by the next command that reads."""
    with store.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(DIRTY)).scalar_one()


def _told(store: Store, step: Callable[[sa.Connection], Iterator[str]]) -> Iterator[str]:
    """Take a step; what the database refuses is one of its problems."""
    try:
        with store.read() as connection:
            yield from step(connection)
    except StoreError as error:
        yield str(error)


def _file(connection: sa.Connection) -> Iterator[str]:
    """Look at the pages of the file and at its indexes."""
    if connection.dialect.name != "sqlite":
        return
    for line in connection.exec_driver_sql(f"PRAGMA integrity_check({_NAMED})").scalars():
        if line != "ok":
            yield f"the file is damaged: {line}"


def _links(connection: sa.Connection) -> Iterator[str]:
    """Find rows that point at rows which are not there."""
    for table in METADATA.sorted_tables:
        for link in table.foreign_keys:
            own, other = link.parent, link.column.table.alias()
            query = (
                sa.select(own)
                .outerjoin(other, own == other.c[link.column.name])
                .where(own.is_not(None), other.c[link.column.name].is_(None))
                .limit(_NAMED)
            )
            for value in connection.execute(query).scalars():
                yield f"{table.name}.{own.name} {value!r} points at no {link.column.table.name}"


def _articles(connection: sa.Connection) -> Iterator[str]:
    """Look whether each article is as it came, and each quote stands in its text."""
    for rows in _batches(connection, ARTICLE, ARTICLE.c.seq):
        texts: dict[str, str] = {}
        for row in rows:
            try:
                texts[row["id"]] = codec.load_text(row["id"], row["packed"])
            except StoreError as error:
                yield f"article {row['id']!r}: {error}"
                continue
            yield from _article(row, texts[row["id"]], Places(connection))
        # Those of a text that cannot be read are known by it.
        query = sa.select(REPORT).where(REPORT.c.article_id.in_(list(texts)))
        places = Places(connection)
        for row in connection.execute(query.order_by(REPORT.c.seq)).mappings():
            yield from _report(row, texts[row["article_id"]], places)


def _article(row: sa.RowMapping, text: str, places: Places) -> Iterator[str]:
    which = f"article {row['id']!r}"
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        yield f"{which}: its text is not the one that came"
    told: list[Report | SetAside] = []
    try:
        told += codec.loads(tuple[SetAside, ...], row["set_aside"], places)
        if row["undated"] is not None:
            told += codec.loads(Extraction, row["undated"], places).reports
    except StoreError as error:
        yield f"{which}: {error}"
    yield from _quotes(which, told, text)


def _report(row: sa.RowMapping, text: str, places: Places) -> Iterator[str]:
    which = f"report {row['id']!r}"
    try:
        report = codec.loads(Report, row["payload"], places)
    except StoreError as error:
        yield f"{which}: {error}"
        return
    if (report.id, report.article_id) != (row["id"], row["article_id"]):
        yield f"{which}: its record is that of {report.id!r} of article {report.article_id!r}"
    yield from _quotes(which, [report], text)


def _quotes(which: str, told: Iterable[Report | SetAside], text: str) -> Iterator[str]:
    for one in told:
        if not 0 <= one.start <= one.end <= len(text) or text[one.start : one.end] != one.quote:
            yield f"{which}: its quote does not stand in the article at {one.start}:{one.end}"


def _keys(connection: sa.Connection) -> Iterator[str]:
    """Look whether each report is filed under its keys, and no other one is."""
    unknown = (
        sa.select(REPORT_KEY.c.report_seq)
        .distinct()
        .outerjoin(REPORT, REPORT.c.seq == REPORT_KEY.c.report_seq)
        .where(REPORT.c.seq.is_(None))
        .limit(_NAMED)
    )
    for seq in connection.execute(unknown).scalars():
        yield f"report_key.report_seq {seq} points at no report"
    for rows in _batches(connection, REPORT, REPORT.c.seq):
        wanted = {row["seq"]: set(unpacked_keys(row["filed_under"])) for row in rows}
        found: dict[int, set[int]] = {seq: set() for seq in wanted}
        for part in chunks(sorted(set().union(*wanted.values()))):
            query = sa.select(REPORT_KEY).where(REPORT_KEY.c.key.in_(part))
            for key, seq in connection.execute(query):
                found.get(seq, set()).add(key)
        for row in rows:
            if found[row["seq"]] != wanted[row["seq"]]:
                yield f"report {row['id']!r}: it is not filed under its keys"


def _places(connection: sa.Connection) -> Iterator[str]:
    for rows in _batches(connection, PLACE, PLACE.c.key):
        for row in rows:
            try:
                place = codec.read_place(row["payload"], row["shape"])
            except StoreError as error:
                yield f"place {row['key']!r}: {error}"
                continue
            if place.id != row["id"] or codec.place_key(place) != row["key"]:
                yield f"place {row['key']!r}: its record is that of another place"


def _incidents(connection: sa.Connection) -> Iterator[str]:
    """Look whether each incident can be read and has the reports that it was derived from.

    One that waits to be derived anew may still name reports that were taken out.
    """
    for rows in _batches(connection, INCIDENT, INCIDENT.c.id):
        members: dict[str, set[str]] = {row["id"]: set() for row in rows}
        query = (
            sa.select(MEMBERSHIP.c.incident_id, REPORT.c.id)
            .join(REPORT, REPORT.c.seq == MEMBERSHIP.c.report_seq)
            .where(MEMBERSHIP.c.incident_id.in_(list(members)))
        )
        for incident_id, report_id in connection.execute(query):
            members[incident_id].add(report_id)
        dirty = (
            sa.select(MEMBERSHIP.c.incident_id)
            .join(DIRTY, DIRTY.c.report_seq == MEMBERSHIP.c.report_seq)
            .where(MEMBERSHIP.c.incident_id.in_(list(members)))
        )
        waiting = set(connection.execute(dirty).scalars())
        places = Places(connection)
        for row in rows:
            waits = row["id"] in waiting
            yield from _incident(row, members[row["id"]], places, waits=waits)


def _incident(
    row: sa.RowMapping, members: set[str], places: Places, *, waits: bool
) -> Iterator[str]:
    which = f"incident {row['id']!r}"
    try:
        found = codec.loads(Incident, row["payload"], places)
    except StoreError as error:
        yield f"{which}: {error}"
        return
    if found.id != row["id"]:
        yield f"{which}: its record is that of incident {found.id!r}"
    if not members:
        yield f"{which}: no report tells of it"
    if waits:
        return
    for report_id in sorted({link.report_id for link in found.links} - members)[:_NAMED]:
        yield f"{which}: report {report_id!r}, which it was derived from, is not in it"


def _unjoined(connection: sa.Connection) -> Iterator[str]:
    """Find reports that are in no incident and do not wait to be."""
    query = (
        sa.select(REPORT.c.id)
        .outerjoin(MEMBERSHIP, MEMBERSHIP.c.report_seq == REPORT.c.seq)
        .outerjoin(DIRTY, DIRTY.c.report_seq == REPORT.c.seq)
        .where(MEMBERSHIP.c.report_seq.is_(None), DIRTY.c.report_seq.is_(None))
        .order_by(REPORT.c.seq)
        .limit(_NAMED)
    )
    for report_id in connection.execute(query).scalars():
        yield f"report {report_id!r}: it is in no incident"


def _layer(connection: sa.Connection) -> Iterator[str]:
    """Compare the ids of the layer for programs for maps with those that are shown."""
    waits = connection.execute(sa.select(DIRTY.c.report_seq).limit(1)).first() is not None
    if waits or not is_kept(connection):
        return
    laid = overlay(connection, lexicon_of(connection))
    shown = set(shown_ids(connection, laid, rejected=False))
    there = set(connection.execute(sa.select(LAYER.c.id)).scalars())
    for incident_id in sorted(shown - there)[:_NAMED]:
        yield f"incident {incident_id!r}: it is not in the table {LAYER.name}"
    for incident_id in sorted(there - shown)[:_NAMED]:
        yield f"incident {incident_id!r}: it is in the table {LAYER.name} and nowhere else"


def _batches(
    connection: sa.Connection, table: sa.Table, key: sa.Column[Any]
) -> Iterator[list[sa.RowMapping]]:
    """Give the rows of a table in the order of a unique column, some at a time."""
    query = sa.select(table).order_by(key).limit(_BATCH)
    rows = list(connection.execute(query).mappings())
    while rows:
        yield rows
        after = query.where(key > rows[-1][key.name])
        rows = list(connection.execute(after).mappings())
