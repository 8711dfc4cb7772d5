"""Incidents of the project file as they were derived, and what is around them.

In: ids. Out: incidents without their parents. All functions work inside the caller's transaction.
"""

import dataclasses
from collections.abc import Sequence

import sqlalchemy as sa

from mapper.incident.model import Incident
from mapper.store import codec
from mapper.store.reports import Places, chunks, reports
from mapper.store.schema import INCIDENT, MEMBERSHIP


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
