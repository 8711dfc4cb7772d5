"""Incidents that keep their ids while an article is read again.

In: an article whose reports are being replaced. Out: the new reports stand in the incidents of the
old ones whose words they tell, until incidents are next derived; what no report tells of any more
is noted. All works inside the caller's transaction.
"""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from mapper.correction.anchor import anchors_of, resolve
from mapper.report.model import Report
from mapper.store.corrections import note_bygone
from mapper.store.reports import chunks, reports
from mapper.store.schema import INCIDENT, MEMBERSHIP, REPORT


@contextlib.contextmanager
def kept_homes(connection: sa.Connection, article_id: str) -> Iterator[None]:
    """Replace the reports of an article inside: new ones that tell the same inherit their homes."""
    before, homes = _reports(connection, article_id), _homes(connection, article_id)
    rows = _rows(connection, homes.values())
    yield
    if not before:
        return
    after = _reports(connection, article_id)
    seqs = {report.id: seq for seq, report in after.items()}
    old = list(before.values())
    anchors = dict(zip(anchors_of(old, old), before, strict=True))
    meant = resolve(anchors, after.values())
    heirs = {
        seqs[report_id]: homes[anchors[anchor]]
        for anchor, report_id in sorted(meant.items(), key=lambda item: item[0].report_id)
        if anchors[anchor] in homes
    }
    left = set(_rows(connection, homes.values()))
    missing = [rows[ident] for ident in sorted(set(heirs.values()) - left)]
    if missing:
        connection.execute(INCIDENT.insert(), missing)
    members = [{"report_seq": s, "incident_id": i, "position": 0} for s, i in heirs.items()]
    if members:
        connection.execute(MEMBERSHIP.insert(), members)
    note_bygone(connection, dict.fromkeys(set(rows) - left - set(heirs.values())))


def _reports(connection: sa.Connection, article_id: str) -> dict[int, Report]:
    own = sa.select(REPORT.c.seq).where(REPORT.c.article_id == article_id).order_by(REPORT.c.seq)
    return reports(connection, connection.execute(own).scalars().all())


def _homes(connection: sa.Connection, article_id: str) -> dict[int, str]:
    query = (
        sa.select(MEMBERSHIP.c.report_seq, MEMBERSHIP.c.incident_id)
        .join(REPORT, REPORT.c.seq == MEMBERSHIP.c.report_seq)
        .where(REPORT.c.article_id == article_id)
    )
    return {row.report_seq: row.incident_id for row in connection.execute(query)}


def _rows(connection: sa.Connection, ids: Any) -> Mapping[str, dict[str, Any]]:
    """Give incidents as they are stored, by id."""
    found: dict[str, dict[str, Any]] = {}
    for part in chunks(sorted(set(ids))):
        query = sa.select(INCIDENT).where(INCIDENT.c.id.in_(part))
        found.update((row["id"], dict(row)) for row in connection.execute(query).mappings())
    return found
