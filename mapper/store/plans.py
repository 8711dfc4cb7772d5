"""What bringing the incidents up to date will write, worked out before anything is written.

In: reports that are marked as changed. Out: a `Plan` with the rows of the incidents that they are
in now. It holds as long as nothing that it was worked out from has changed.
"""

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import sqlalchemy as sa

from mapper.incident.model import Incident
from mapper.incident.regroup import Grouped, Standing
from mapper.report.model import Report
from mapper.store import codec
from mapper.store.filed import Filed, incident_of
from mapper.store.reports import Row, Texts, chunks
from mapper.store.schema import ARTICLE, DIRTY, INCIDENT, MEMBERSHIP, NEWBORN, REPORT

# changed reports, where to look others up -> the groups that change
Regroup = Callable[[Sequence[Report], Standing], Grouped]
# groups, day of each article, incident that each report was in, text of each article -> incidents
Derive = Callable[
    [Grouped, Mapping[str, dt.date | None], Mapping[str, str], Mapping[str, str]],
    Sequence[Incident],
]
# First day, and the day after the last one, as ISO 8601.
Days = tuple[str, str]

# Marked reports that are dealt with at once: few enough to hold the file for a moment only.
BATCH = 500


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be written for some changed reports.

    Attributes
    ----------
    changed
        Row numbers of the reports that are dealt with.
    seen
        Row number of each report that was looked at, with the incident that it was in, if any.
    newest
        The highest row number of a report that there was.
    touched
        Row numbers of the reports of the incidents, by their ids.
    old
        Ids of the incidents in which these reports were.
    young
        Ids, of those before and of those now, that came since all was last up to date.
    incidents, members
        Rows to write.
    successors
        For ids that are no more, those that have most of their reports now.
    for_layer
        The incidents without their reports, for the table with a geometry; empty where there is
        none.
    """

    changed: tuple[int, ...]
    seen: Mapping[int, str | None]
    newest: int
    touched: Mapping[str, int]
    old: frozenset[str]
    young: frozenset[str]
    incidents: tuple[Row, ...]
    members: tuple[Row, ...]
    successors: dict[str, str | None]
    for_layer: tuple[Incident, ...]


def planned(
    connection: sa.Connection, regroup: Regroup, derive: Derive, days: Days | None = None
) -> Plan | None:
    """Work out the incidents of the next marked reports; None when none is marked."""
    seqs: set[int] = set(connection.scalars(_next(days)))
    if not seqs:
        return None
    filed = Filed(connection)
    grouped = regroup(filed.take(seqs), filed.standing())
    touched = {report.id: filed.seqs[report.id] for group in grouped.groups for report in group}
    inside = incident_of(connection, filed.seqs.values())
    known = {ident: inside[seq] for ident, seq in touched.items() if seq in inside}
    old = frozenset(known.values())
    young = _newborn(connection, sorted(old))
    previous = {ident: home for ident, home in known.items() if home not in young}
    published = published_days(connection, (r for group in grouped.groups for r in group))
    derived = derive(grouped, published, previous, Texts(connection))
    own = _own_ids(connection, derived, old)
    on_layer = connection.dialect.name == "postgresql"
    return Plan(
        changed=tuple(sorted(seqs)),
        seen={seq: inside.get(seq) for seq in filed.seqs.values()},
        newest=connection.execute(sa.select(sa.func.max(REPORT.c.seq))).scalar_one(),
        touched=touched,
        old=old,
        young=young | ({one.id for one in own} - old),
        incidents=tuple(_incident_row(one) for one in own),
        members=tuple(
            {"report_seq": touched[report.id], "incident_id": one.id, "position": position}
            for one in own
            for position, report in enumerate(one.reports)
        ),
        successors=_successors(previous, own),
        for_layer=tuple(dataclasses.replace(one, reports=()) for one in own if on_layer),
    )


def still_holds(connection: sa.Connection, plan: Plan) -> bool:
    """Tell whether nothing has changed that a plan was worked out from.

    A report that came since and was not joined yet is no change: it is marked, and what it changes
    is worked out when its turn comes.
    """
    joined_since = sa.select(MEMBERSHIP.c.report_seq).where(MEMBERSHIP.c.report_seq > plan.newest)
    if connection.execute(joined_since.limit(1)).first() is not None:
        return False
    marked: set[int] = set()
    for part in chunks(plan.changed):
        query = sa.select(DIRTY.c.report_seq).where(DIRTY.c.report_seq.in_(part))
        marked.update(connection.execute(query).scalars())
    there: dict[int, str] = {}
    for part in chunks(sorted(plan.touched.values())):
        rows = connection.execute(
            sa.select(REPORT.c.seq, REPORT.c.id).where(REPORT.c.seq.in_(part))
        )
        there.update((seq, ident) for seq, ident in rows)
    inside = incident_of(connection, plan.seen)
    free = [row["id"] for row in plan.incidents if row["id"] not in plan.old]
    return (
        len(marked) == len(plan.changed)
        and there == {seq: ident for ident, seq in plan.touched.items()}
        and all(inside.get(seq) == home for seq, home in plan.seen.items())
        and not _taken(connection, free)
    )


def _next(days: Days | None) -> sa.Select[tuple[int]]:
    """Seek the next marked reports, by day, because those of a day share their neighbours."""
    query: sa.Select[tuple[int]] = sa.select(DIRTY.c.report_seq)
    query = query.join(REPORT, REPORT.c.seq == DIRTY.c.report_seq)
    if days is not None:
        query = query.where(REPORT.c.first >= days[0], REPORT.c.first < days[1])
    return query.order_by(REPORT.c.first, REPORT.c.seq).limit(BATCH)


def _taken(connection: sa.Connection, incident_ids: Sequence[str]) -> set[str]:
    """Give those of some ids that an incident has."""
    taken: set[str] = set()
    for part in chunks(incident_ids):
        known = sa.select(INCIDENT.c.id).where(INCIDENT.c.id.in_(part))
        taken.update(connection.execute(known).scalars())
    return taken


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


def _newborn(connection: sa.Connection, incident_ids: Sequence[str]) -> frozenset[str]:
    """Give those of some incidents that came since all was last up to date."""
    found: set[str] = set()
    for part in chunks(incident_ids):
        query = sa.select(NEWBORN.c.incident_id).where(NEWBORN.c.incident_id.in_(part))
        found.update(connection.execute(query).scalars())
    return frozenset(found)


def _own_ids(
    connection: sa.Connection, derived: Sequence[Incident], old: frozenset[str]
) -> list[Incident]:
    """Give incidents with ids that no incident of another group has.

    Those of `old` are free: their reports are all in these groups.
    """
    taken = _taken(connection, [one.id for one in derived]) - old
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
    articles = {report.article_id for report in told}
    for part in chunks(sorted(articles)):
        day = sa.func.coalesce(ARTICLE.c.published, ARTICLE.c.inferred)
        query = sa.select(ARTICLE.c.id, day).where(ARTICLE.c.id.in_(part))
        for article_id, text in connection.execute(query):
            published[article_id] = None if text is None else dt.date.fromisoformat(text)
    return published


def _incident_row(one: Incident) -> Row:
    place = one.location.place
    first, last = one.date.first, one.date.last
    return {
        "id": one.id,
        "event_type": one.event_type,
        "first": None if first is None else first.isoformat(),
        "last": None if last is None else last.isoformat(),
        "place_id": None if place is None else place.id,
        # Parents may lie in another group, so they are looked for when incidents are read. Places
        # are those of reports, and so are stored.
        "payload": codec.dumps(dataclasses.replace(one, reports=(), parent=None), {}),
    }
