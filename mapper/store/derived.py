"""Incidents in the project file, derived from reports; `corrected` reads them.

In: reports that came or lost a neighbour. Out: the incidents that this changes, derived anew in one
transaction for each batch, so that adding an article costs what its own neighbourhood costs. A run
that is cut off leaves its reports marked, and the next command goes on from there.
"""

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from mapper.gazetteer.model import Place
from mapper.incident.model import Incident
from mapper.incident.regroup import Grouped, Standing
from mapper.report.model import Report
from mapper.store import codec
from mapper.store.corrections import note_bygone
from mapper.store.database import Store
from mapper.store.filed import Filed
from mapper.store.layer import put_in_layer
from mapper.store.reports import (
    Places,
    Texts,
    chunks,
    drop_empty,
    put_places,
    reports,
)
from mapper.store.schema import ARTICLE, DIRTY, INCIDENT, MEMBERSHIP, REPORT

# changed reports, where to look others up -> the groups that change
Regroup = Callable[[Sequence[Report], Standing], Grouped]
# groups, day of each article, incident that each report was in, text of each article -> incidents
Derive = Callable[
    [Grouped, Mapping[str, dt.date | None], Mapping[str, str], Mapping[str, str]],
    Sequence[Incident],
]

# Marked reports that are dealt with at once: few enough to hold the file for a moment only.
BATCH = 500

# In the order of days, because those of a day share their neighbours.
_NEXT = (
    sa.select(DIRTY.c.report_seq)
    .join(REPORT, REPORT.c.seq == DIRTY.c.report_seq)
    .order_by(REPORT.c.first, REPORT.c.seq)
    .limit(BATCH)
)


def is_dirty(store: Store) -> bool:
    """Whether reports came or went since the incidents were last derived."""
    with store.read() as connection:
        return connection.execute(sa.select(DIRTY.c.report_seq).limit(1)).first() is not None


def settle(store: Store, regroup: Regroup, derive: Derive) -> int:
    """Derive the incidents that changed reports belong to; the others stand as they are.

    Returns
    -------
    int
        How many incidents there are now that were not there before.
    """
    new = 0
    while True:
        with store.write() as connection:
            seqs = set(connection.execute(_NEXT).scalars())
            if not seqs:
                return new
            new += _settle(connection, seqs, regroup, derive)


def _settle(connection: sa.Connection, seqs: set[int], regroup: Regroup, derive: Derive) -> int:
    """Derive the incidents that some reports are in now; give how many are new."""
    filed = Filed(connection)
    grouped = regroup(filed.take(seqs), filed.standing())
    touched = {report.id: filed.seqs[report.id] for group in grouped.groups for report in group}
    previous = _previous(connection, touched)
    for part in chunks(sorted(touched.values())):
        for table in (MEMBERSHIP, DIRTY):
            connection.execute(table.delete().where(table.c.report_seq.in_(part)))
    old = set(previous.values())
    drop_empty(connection, old)
    published = published_days(connection, (r for group in grouped.groups for r in group))
    derived = derive(grouped, published, previous, Texts(connection))
    own = _own_ids(connection, derived)
    _put(connection, own, touched)
    note_bygone(connection, _successors(previous, own))
    return len({one.id for one in own} - old)


def _successors(previous: Mapping[str, str], own: Sequence[Incident]) -> dict[str, str | None]:
    """Give for each incident that is no longer the one that has most of its reports now."""
    now = {report.id: one.id for one in own for report in one.reports}
    alive = {one.id for one in own}
    heirs: dict[str, Counter[str]] = {}
    for report_id, ident in previous.items():
        if report_id in now:
            heirs.setdefault(ident, Counter()).update([now[report_id]])
    return {
        ident: min(said, key=lambda one: (-said[one], one))
        for ident, said in heirs.items()
        if ident not in alive
    }


def _own_ids(connection: sa.Connection, derived: Sequence[Incident]) -> list[Incident]:
    """Give incidents with ids that no incident of another group has."""
    taken: set[str] = set()
    for part in chunks([one.id for one in derived]):
        known = sa.select(INCIDENT.c.id).where(INCIDENT.c.id.in_(part))
        taken.update(connection.execute(known).scalars())
    own = []
    for one in derived:
        named = _own_id(connection, one, taken) if one.id in taken else one
        taken.add(named.id)
        own.append(named)
    return own


def _own_id(connection: sa.Connection, one: Incident, taken: set[str]) -> Incident:
    """Give an incident another id when one of another group has it.

    An incident keeps its id when its first report leaves it, and the report may then begin another
    one, far from it, that would be called the same.
    """
    ident = one.id
    known = sa.select(INCIDENT.c.id)
    while ident in taken or connection.execute(known.where(INCIDENT.c.id == ident)).first():
        ident = hashlib.sha256(f"{ident} {one.reports[0].id}".encode()).hexdigest()[:12]
    return one if ident == one.id else dataclasses.replace(one, id=ident)


def published_days(connection: sa.Connection, told: Iterable[Report]) -> dict[str, dt.date | None]:
    """Give the day of each article of some reports, None when none is known."""
    published: dict[str, dt.date | None] = {}
    for part in chunks(sorted({report.article_id for report in told})):
        day = sa.func.coalesce(ARTICLE.c.published, ARTICLE.c.inferred)
        query = sa.select(ARTICLE.c.id, day).where(ARTICLE.c.id.in_(part))
        for article_id, text in connection.execute(query):
            published[article_id] = None if text is None else dt.date.fromisoformat(text)
    return published


def _previous(connection: sa.Connection, touched: Mapping[str, int]) -> dict[str, str]:
    """Give the incident that each report was in, by the report's id."""
    inside: dict[int, str] = {}
    for part in chunks(sorted(touched.values())):
        query = sa.select(MEMBERSHIP.c.report_seq, MEMBERSHIP.c.incident_id)
        rows = connection.execute(query.where(MEMBERSHIP.c.report_seq.in_(part)))
        inside.update((seq, incident_id) for seq, incident_id in rows)
    return {ident: inside[seq] for ident, seq in touched.items() if seq in inside}


def _put(connection: sa.Connection, incidents: Sequence[Incident], rank: Mapping[str, int]) -> None:
    """Store incidents with their places and members, a statement a table."""
    if not incidents:
        return
    places: Places = Places(connection)
    rows = [_incident_row(one, places) for one in incidents]
    put_places(connection, places)
    connection.execute(INCIDENT.insert(), rows)
    put_in_layer(connection, incidents)
    connection.execute(
        MEMBERSHIP.insert(),
        [
            {"report_seq": rank[report.id], "incident_id": one.id, "position": position}
            for one in incidents
            for position, report in enumerate(one.reports)
        ],
    )


def _incident_row(one: Incident, places: dict[str, Place]) -> dict[str, Any]:
    place = one.location.place
    first, last = one.date.first, one.date.last
    return {
        "id": one.id,
        "event_type": one.event_type,
        "first": None if first is None else first.isoformat(),
        "last": None if last is None else last.isoformat(),
        "place_id": None if place is None else place.id,
        # Parents may lie in another group, so they are looked for when incidents are read.
        "payload": codec.dumps(dataclasses.replace(one, reports=(), parent=None), places),
    }


def around(connection: sa.Connection, one: Incident) -> list[str]:
    """Give the ids of incidents around one on the same days: what it may be a part of."""
    if one.date.first is None or one.date.last is None:
        return []
    found: set[str] = set()
    for part in chunks(one.location.within):
        query = sa.select(INCIDENT.c.id).where(
            INCIDENT.c.place_id.in_(part),
            INCIDENT.c.first <= one.date.last.isoformat(),
            INCIDENT.c.last >= one.date.first.isoformat(),
            INCIDENT.c.id != one.id,
        )
        found.update(connection.execute(query).scalars())
    return sorted(found)


def around_all(connection: sa.Connection, batch: Sequence[Incident]) -> set[str]:
    """Give the ids of what some incidents may be parts of, and of more."""
    dated = [one for one in batch if one.date.first is not None and one.date.last is not None]
    within = {place for one in dated for place in one.location.within}
    found: set[str] = set()
    if dated:
        first = min(one.date.first for one in dated if one.date.first is not None)
        last = max(one.date.last for one in dated if one.date.last is not None)
        for part in chunks(sorted(within)):
            query = sa.select(INCIDENT.c.id).where(
                INCIDENT.c.place_id.in_(part),
                INCIDENT.c.first <= last.isoformat(),
                INCIDENT.c.last >= first.isoformat(),
            )
            found.update(connection.execute(query).scalars())
    return found


def load(connection: sa.Connection, incident_ids: Sequence[str]) -> list[Incident]:
    """Give incidents as they were derived, without their parents; unknown ids are left out."""
    rows = connection.execute(
        sa.select(INCIDENT.c.id, INCIDENT.c.payload).where(INCIDENT.c.id.in_(incident_ids))
    )
    payloads = {row.id: row.payload for row in rows}
    members: dict[str, list[int]] = {one: [] for one in payloads}
    query = (
        sa.select(MEMBERSHIP.c.incident_id, MEMBERSHIP.c.report_seq)
        .where(MEMBERSHIP.c.incident_id.in_(incident_ids))
        .order_by(MEMBERSHIP.c.position)
    )
    for incident_id, seq in connection.execute(query):
        members[incident_id].append(seq)
    found = reports(connection, [seq for seqs in members.values() for seq in seqs])
    places = Places(connection)
    return [
        dataclasses.replace(
            codec.loads(Incident, payloads[one], places),
            reports=tuple(found[seq] for seq in members[one]),
        )
        for one in incident_ids
        if one in payloads
    ]
