"""Reports of the project file, looked up by what joining asks for.

In: reports. Out: those that may be the same, those of their incidents, those of an article. Each is
fetched once; all within the caller's transaction.
"""

from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sa

from mapper.incident.regroup import Standing
from mapper.report.model import Report
from mapper.store.lexicons import lexicon_of
from mapper.store.reports import Places, chunks, neighbours, reports
from mapper.store.schema import MEMBERSHIP, REPORT


class Filed:
    """Reports as they are filed; `seqs` has the row number of each that was fetched, by its id."""

    def __init__(self, connection: sa.Connection) -> None:
        self.seqs: dict[str, int] = {}
        self._connection = connection
        self._lexicon = lexicon_of(connection)
        self._places = Places(connection)
        self._reports: dict[int, Report] = {}

    def standing(self) -> Standing:
        """Give the functions that look reports up."""
        return Standing(near=self._near, home=self._home, article=self._article)

    def take(self, seqs: Collection[int]) -> list[Report]:
        """Give reports by their row numbers, in the order of these."""
        missing = set(seqs) - self._reports.keys()
        for seq, report in reports(self._connection, missing, self._places).items():
            self._reports[seq] = report
            self.seqs[report.id] = seq
        return [self._reports[seq] for seq in sorted(seqs)]

    def _near(self, wanted: Sequence[Report]) -> dict[str, list[Report]]:
        sought = {self.seqs[report.id]: report for report in wanted}
        found: dict[int, set[int]] = {}
        for one, other in neighbours(self._connection, sought, self._lexicon):
            found.setdefault(one, set()).add(other)
        self.take(set().union(*found.values()))
        return {sought[one].id: self.take(others) for one, others in found.items()}

    def _home(self, wanted: Sequence[Report]) -> dict[str, list[Report]]:
        inside = incident_of(self._connection, [self.seqs[report.id] for report in wanted])
        members: dict[str, list[int]] = {}
        for part in chunks(sorted(set(inside.values()))):
            query = sa.select(MEMBERSHIP.c.incident_id, MEMBERSHIP.c.report_seq)
            rows = self._connection.execute(query.where(MEMBERSHIP.c.incident_id.in_(part)))
            for incident_id, seq in rows:
                members.setdefault(incident_id, []).append(seq)
        self.take({seq for seqs in members.values() for seq in seqs})
        homes = ((report, inside.get(self.seqs[report.id])) for report in wanted)
        return {one.id: self.take(members[home]) for one, home in homes if home is not None}

    def _article(self, article_id: str) -> list[Report]:
        query = sa.select(REPORT.c.seq).where(REPORT.c.article_id == article_id)
        return self.take(list(self._connection.execute(query).scalars()))


def incident_of(connection: sa.Connection, seqs: Iterable[int]) -> dict[int, str]:
    """Give the incident that each report is in, if any, by row numbers."""
    inside: dict[int, str] = {}
    for part in chunks(sorted(seqs)):
        query = sa.select(MEMBERSHIP.c.report_seq, MEMBERSHIP.c.incident_id)
        rows = connection.execute(query.where(MEMBERSHIP.c.report_seq.in_(part)))
        inside.update((seq, incident_id) for seq, incident_id in rows)
    return inside
