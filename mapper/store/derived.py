"""Incidents in the project file, derived from reports.

In: reports that came or lost a neighbour. Out: the incidents that this changes, derived anew in one
transaction for each batch, so that adding an article costs what its own neighbourhood costs. A run
that is cut off leaves its reports marked, and the next command goes on from there.
"""

from collections.abc import Set

import sqlalchemy as sa

from mapper.store.corrections import note_bygone
from mapper.store.handle import Store
from mapper.store.laying import keep_up, put_derived
from mapper.store.plans import Days, Derive, Plan, Regroup, planned, still_holds
from mapper.store.reports import chunks, drop_empty
from mapper.store.schema import DIRTY, INCIDENT, MEMBERSHIP, NEWBORN, REPORT


def is_dirty(store: Store) -> bool:
    """Whether reports came or went since the incidents were last derived.

    Or a run was cut off when all were, and before their ids were theirs to keep.
    """
    queries = (sa.select(DIRTY.c.report_seq), sa.select(NEWBORN.c.incident_id))
    with store.read() as connection:
        return any(connection.execute(one.limit(1)).first() is not None for one in queries)


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
    put_derived(connection, plan.for_layer)
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
    keep_up(connection)
    there = sa.exists().where(INCIDENT.c.id == NEWBORN.c.incident_id)
    counted = sa.select(sa.func.count()).select_from(NEWBORN).where(there)
    count = connection.execute(counted).scalar_one()
    connection.execute(NEWBORN.delete())
    return count
