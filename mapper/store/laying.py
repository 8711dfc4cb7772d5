"""The layer for programs for maps, kept as `mapper export` shows the incidents.

In: the project, in a transaction that changed it. Out: rows of `incident_layer`: incidents as they
were derived, and in the place of those that people corrected what is shown of them. On SQLite
nothing happens. It costs what the change costs, and what the corrected incidents cost.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from mapper.incident.model import Incident
from mapper.store.corrected import Overlay, overlay
from mapper.store.layer import (
    LAID,
    LAYER,
    corrected_in_layer,
    is_kept,
    put_in_layer,
    take_from_layer,
)
from mapper.store.lexicons import lexicon_of
from mapper.store.loaded import load
from mapper.store.reports import chunks
from mapper.store.schema import CORRECTION, INCIDENT


def put_derived(connection: sa.Connection, incidents: Sequence[Incident]) -> None:
    """Put incidents as they were derived into the layer; of corrected ones see `keep_up`."""
    if not incidents or not is_kept(connection):
        return
    corrected = corrected_in_layer(connection)
    put_in_layer(connection, [one for one in incidents if one.id not in corrected])


def keep_up(connection: sa.Connection) -> None:
    """Bring the rows of incidents that are corrected, or were, up to date."""
    if not is_kept(connection):
        return
    before = corrected_in_layer(connection)
    if not before and connection.execute(sa.select(CORRECTION.c.seq).limit(1)).first() is None:
        return
    laid = overlay(connection, lexicon_of(connection))
    now = laid.touched | {one.id for one in laid.shown}
    take_from_layer(connection, sorted(before | now))
    _put(connection, laid, sorted((before | now) - laid.touched))
    put_in_layer(connection, laid.kept)
    _note(connection, now)


def fill_layer(connection: sa.Connection) -> None:
    """Make all rows anew."""
    if not is_kept(connection):
        return
    laid = overlay(connection, lexicon_of(connection))
    connection.execute(LAYER.delete())
    every = connection.execute(sa.select(INCIDENT.c.id).order_by(INCIDENT.c.id)).scalars().all()
    _put(connection, laid, [ident for ident in every if ident not in laid.touched])
    put_in_layer(connection, laid.kept)
    _note(connection, laid.touched | {one.id for one in laid.shown})


def _put(connection: sa.Connection, laid: Overlay, incident_ids: Sequence[str]) -> None:
    """Put derived incidents that no correction is laid over into the layer, where they are."""
    shown = {one.id for one in laid.shown}
    for part in chunks(incident_ids):
        put_in_layer(connection, [one for one in load(connection, part) if one.id not in shown])


def _note(connection: sa.Connection, incident_ids: Iterable[str]) -> None:
    connection.execute(LAID.delete())
    rows = [{"id": one} for one in sorted(incident_ids)]
    if rows:
        connection.execute(LAID.insert(), rows)
