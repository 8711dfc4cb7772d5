"""Incidents in the project file: derived from reports, and read.

In: keys of reports that came or went. Out: the incidents of all reports that these keys lead to,
derived anew in one transaction for each connected group, so that adding an article costs what its
own neighbours cost. A run that is cut off leaves the keys, and the next command goes on from there.
"""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence

import sqlalchemy as sa

from mapper.incident.join import _with_parents as with_parents
from mapper.incident.model import Incident
from mapper.report.model import Report
from mapper.store import codec
from mapper.store.database import Store
from mapper.store.rows import Places, chunks, drop_empty, put_places, reports
from mapper.store.schema import ARTICLE, DIRTY, INCIDENT, MEMBERSHIP, REPORT, REPORT_KEY

# reports, day of each article, incident that each report was in -> incidents
Join = Callable[
    [Sequence[Report], Mapping[str, dt.date | None], Mapping[str, str]], Sequence[Incident]
]


def is_dirty(store: Store) -> bool:
    """Whether reports came or went since the incidents were last derived."""
    with store.read() as connection:
        return connection.execute(sa.select(DIRTY.c.key).limit(1)).first() is not None


def settle(store: Store, join: Join) -> int:
    """Derive the incidents that changed reports lead to, one connected group after the other.

    Returns
    -------
    int
        How many incidents there are now that were not there before.
    """
    new = 0
    while True:
        with store.write() as connection:
            key = connection.execute(sa.select(sa.func.min(DIRTY.c.key))).scalar()
            if key is None:
                return new
            new += _settle_group(connection, key, join)


def count(store: Store) -> int:
    """How many incidents there are."""
    with store.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(INCIDENT)).scalar_one()


def incidents(store: Store) -> list[Incident]:
    """All incidents, by day (those without a day last), type and id."""
    order = (INCIDENT.c.first.is_(None), INCIDENT.c.first, INCIDENT.c.event_type, INCIDENT.c.id)
    with store.read() as connection:
        found = connection.execute(sa.select(INCIDENT.c.id).order_by(*order)).scalars().all()
        whole = [one for part in chunks(found) for one in _load(connection, part)]
    return with_parents(whole)


def incident(store: Store, incident_id: str) -> Incident | None:
    """One incident, or None."""
    with store.read() as connection:
        found = _load(connection, [incident_id])
        if not found:
            return None
        (one,) = found
        around = _load(connection, _around(connection, one))
    return with_parents([one, *around])[0]


def of_article(store: Store, article_id: str) -> tuple[tuple[Report, str | None], ...]:
    """Give an article's reports in the order of its text, each with the id of its incident."""
    query = (
        sa.select(REPORT.c.seq, MEMBERSHIP.c.incident_id)
        .select_from(REPORT.outerjoin(MEMBERSHIP, MEMBERSHIP.c.report_seq == REPORT.c.seq))
        .where(REPORT.c.article_id == article_id)
        .order_by(REPORT.c.seq)
    )
    with store.read() as connection:
        rows = connection.execute(query).all()
        found = reports(connection, [row.seq for row in rows])
        return tuple((found[row.seq], row.incident_id) for row in rows)


def _settle_group(connection: sa.Connection, key: str, join: Join) -> int:
    """Derive the incidents of all reports that a key leads to; give how many are new."""
    seqs, keys = _connected(connection, key)
    found = reports(connection, seqs)
    published, previous, old = _context(connection, seqs, found)
    for numbers in chunks(sorted(seqs)):
        connection.execute(MEMBERSHIP.delete().where(MEMBERSHIP.c.report_seq.in_(numbers)))
    drop_empty(connection, old)
    in_order = sorted(found.values(), key=lambda report: report.id)
    rank = {report.id: seq for seq, report in found.items()}
    derived = [_own_id(connection, one) for one in join(in_order, published, previous)]
    for one in derived:
        _put(connection, one, rank)
    for part in chunks(sorted(keys)):
        connection.execute(DIRTY.delete().where(DIRTY.c.key.in_(part)))
    return len({one.id for one in derived} - old)


def _own_id(connection: sa.Connection, one: Incident) -> Incident:
    """Give an incident another id when one of another group has it.

    An incident keeps its id when its first report leaves it, and the report may then begin another
    one, far from it, that would be called the same.
    """
    ident = one.id
    while connection.execute(sa.select(INCIDENT.c.id).where(INCIDENT.c.id == ident)).first():
        ident = hashlib.sha256(f"{ident} {one.reports[0].id}".encode()).hexdigest()[:12]
    return one if ident == one.id else dataclasses.replace(one, id=ident)


def _connected(connection: sa.Connection, key: str) -> tuple[set[int], set[str]]:
    keys, seqs = {key}, set[int]()
    new_keys = {key}
    while new_keys:
        new_seqs: set[int] = set()
        for part in chunks(sorted(new_keys)):
            query = sa.select(REPORT_KEY.c.report_seq).where(REPORT_KEY.c.key.in_(part))
            new_seqs.update(connection.execute(query).scalars())
        new_seqs -= seqs
        seqs |= new_seqs
        new_keys = set()
        for numbers in chunks(sorted(new_seqs)):
            shared = sa.select(REPORT_KEY.c.key).where(REPORT_KEY.c.report_seq.in_(numbers))
            new_keys.update(connection.execute(shared).scalars())
        new_keys -= keys
        keys |= new_keys
    return seqs, keys


def _context(
    connection: sa.Connection, seqs: set[int], found: Mapping[int, Report]
) -> tuple[dict[str, dt.date | None], dict[str, str], set[str]]:
    """Give the day of each article, the incident that each report was in, and these incidents."""
    published: dict[str, dt.date | None] = {}
    for part in chunks(sorted({report.article_id for report in found.values()})):
        day = sa.func.coalesce(ARTICLE.c.published, ARTICLE.c.inferred)
        query = sa.select(ARTICLE.c.id, day).where(ARTICLE.c.id.in_(part))
        for article_id, text in connection.execute(query):
            published[article_id] = None if text is None else dt.date.fromisoformat(text)
    previous: dict[str, str] = {}
    for numbers in chunks(sorted(seqs)):
        inside = sa.select(MEMBERSHIP).where(MEMBERSHIP.c.report_seq.in_(numbers))
        for row in connection.execute(inside):
            previous[found[row.report_seq].id] = row.incident_id
    return published, previous, set(previous.values())


def _put(connection: sa.Connection, one: Incident, rank: Mapping[str, int]) -> None:
    place = one.location.place
    first, last = one.date.first, one.date.last
    places: Places = Places(connection)
    row = {
        "id": one.id,
        "event_type": one.event_type,
        "first": None if first is None else first.isoformat(),
        "last": None if last is None else last.isoformat(),
        "place_id": None if place is None else place.id,
        # Parents may lie in another group, so they are looked for when incidents are read.
        "payload": codec.dumps(dataclasses.replace(one, reports=(), parent=None), places),
    }
    put_places(connection, places)
    connection.execute(INCIDENT.insert(), [row])
    connection.execute(
        MEMBERSHIP.insert(),
        [
            {"report_seq": rank[report.id], "incident_id": one.id, "position": position}
            for position, report in enumerate(one.reports)
        ],
    )


def _around(connection: sa.Connection, one: Incident) -> list[str]:
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


def _load(connection: sa.Connection, incident_ids: Sequence[str]) -> list[Incident]:
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
