"""Incidents in the project file: derived from reports, and read.

In: reports that came or lost a neighbour. Out: the incidents that this changes, derived anew in one
transaction for each batch, so that adding an article costs what its own neighbourhood costs. A run
that is cut off leaves its reports marked, and the next command goes on from there.
"""

import dataclasses
from collections.abc import Sequence, Set

import sqlalchemy as sa

from mapper.incident.model import Incident
from mapper.store import codec
from mapper.store.corrections import note_bygone
from mapper.store.database import Store
from mapper.store.layer import put_in_layer
from mapper.store.plans import Days, Derive, Plan, Regroup, planned, still_holds
from mapper.store.reports import Places, chunks, drop_empty, reports
from mapper.store.schema import DIRTY, INCIDENT, MEMBERSHIP, NEWBORN, REPORT


def is_dirty(store: Store) -> bool:
    """Whether reports came or went since the incidents were last derived."""
    with store.read() as connection:
        return connection.execute(sa.select(DIRTY.c.report_seq).limit(1)).first() is not None


def settle(store: Store, regroup: Regroup, derive: Derive) -> int:
    """Derive the incidents that changed reports belong to; the others stand as they are.

    Returns
    -------
    int
        How many incidents there are now that were not there when all was last up to date.
    """
    while True:
        with store.write() as connection:
            plan = planned(connection, regroup, derive)
            if plan is None:
                return _grow_up(connection)
            _carry_out(connection, plan)


def plan_of(store: Store, regroup: Regroup, derive: Derive, days: Days) -> Plan | None:
    """Work out what `settle` would do next for reports of some days, and write nothing.

    None when none of them is changed.

    Raises
    ------
    StoreError
        When the project file cannot be read.
    """
    with store.read() as connection:
        return planned(connection, regroup, derive, days)


def carry_out(store: Store, plan: Plan) -> bool:
    """Do what `plan_of` worked out; False, and nothing done, when it does not hold any more.

    Raises
    ------
    StoreError
        When the database refuses.
    """
    with store.write() as connection:
        if not still_holds(connection, plan):
            return False
        _carry_out(connection, plan)
        return True


def dirty_days(store: Store) -> list[tuple[str, int]]:
    """Count the changed reports of each day that has some, by day; of no day are not counted."""
    counted = (
        sa.select(REPORT.c.first, sa.func.count())
        .join(DIRTY, REPORT.c.seq == DIRTY.c.report_seq)
        .where(REPORT.c.first.is_not(None))
        .group_by(REPORT.c.first)
        .order_by(REPORT.c.first)
    )
    with store.read() as connection:
        return [(day, count) for day, count in connection.execute(counted)]


def _carry_out(connection: sa.Connection, plan: Plan) -> None:
    """Write the incidents of a plan in place of those before."""
    for part in chunks(sorted(plan.touched.values())):
        for table in (MEMBERSHIP, DIRTY):
            connection.execute(table.delete().where(table.c.report_seq.in_(part)))
    drop_empty(connection, plan.old)
    if plan.incidents:
        connection.execute(INCIDENT.insert(), list(plan.incidents))
        connection.execute(MEMBERSHIP.insert(), list(plan.members))
    put_in_layer(connection, plan.for_layer)
    note_bygone(connection, plan.successors)
    _note_young(connection, plan.young, plan.young & {row["id"] for row in plan.incidents})


def _note_young(connection: sa.Connection, known: Set[str], come: Set[str]) -> None:
    """Note which of some incidents came since all was last up to date.

    One may be noted already and have been taken out in between, with its reports.
    """
    for part in chunks(sorted(known)):
        connection.execute(NEWBORN.delete().where(NEWBORN.c.incident_id.in_(part)))
    if come:
        connection.execute(NEWBORN.insert(), [{"incident_id": one} for one in sorted(come)])


def _grow_up(connection: sa.Connection) -> int:
    """Let all incidents keep their ids from now on, for all is up to date; count the new ones."""
    there = sa.exists().where(INCIDENT.c.id == NEWBORN.c.incident_id)
    counted = sa.select(sa.func.count()).select_from(NEWBORN).where(there)
    count = connection.execute(counted).scalar_one()
    connection.execute(NEWBORN.delete())
    return count


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
