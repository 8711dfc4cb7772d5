"""One state of the project on which a correction is made, held until it is written.

In: the project file. Out: incidents with their anchors, and the record. Nobody else can write
meanwhile, so that two people at once lose nothing. What can go wrong: an incident that is not or no
longer (`CorrectionError`).
"""

import contextlib
import dataclasses
import hashlib
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from mapper.correction.anchor import anchors_of
from mapper.correction.model import Anchor, Correction, ids_of
from mapper.correction.replay import REJECTED, standing
from mapper.errors import CorrectionError
from mapper.incident.model import Incident
from mapper.lexicon import Lexicon
from mapper.report.model import Report
from mapper.store.corrected import fate, find, is_taken, overlay_of, reports_of
from mapper.store.corrections import (
    incidents_of,
    last_that_stands,
    put_correction,
    read_corrections,
)
from mapper.store.handle import Store
from mapper.store.laying import keep_up
from mapper.store.lexicons import lexicon_of


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a correction is made on."""

    connection: sa.Connection
    lexicon: Lexicon


@contextlib.contextmanager
def at_desk(store: Store) -> Iterator[Desk]:
    """Hold the project for one correction; it is written when the context ends well."""
    with store.write() as connection:
        yield Desk(connection=connection, lexicon=lexicon_of(connection))


def wanted(desk: Desk, incident_id: str) -> Incident:
    """Give the incident that is to be corrected.

    Raises
    ------
    CorrectionError
        When there is none, which names its successor, or it is rejected.
    """
    found = _shown(desk, incident_id)
    if found is None:
        raise CorrectionError(fate(desk.connection, desk.lexicon, incident_id))
    if found.status == REJECTED:
        msg = (
            f"Incident {incident_id!r} is rejected; take that back first with "
            f"`mapper incidents undo {incident_id}`."
        )
        raise CorrectionError(msg)
    return found


def anchored(desk: Desk, reports: Sequence[Report]) -> tuple[Anchor, ...]:
    """Describe reports so that they are known again."""
    told = reports_of(desk.connection, {report.article_id for report in reports})
    return anchors_of(reports, told.values())


def fresh_id(desk: Desk, report_id: str) -> str:
    """Make an id for an incident that begins with a report; none has it, or had it."""
    seed = f"split {report_id}"
    while True:
        ident = hashlib.sha256(seed.encode()).hexdigest()[:12]
        judged = read_corrections(desk.connection, incident_ids=[ident])
        if not judged and not is_taken(desk.connection, ident):
            return ident
        seed = f"split {ident}"


def last_of(desk: Desk, incident_id: str | None, number: int | None) -> Correction | None:
    """Give the correction of a number, else the last of an incident, else the last; None for none.

    Only of those that stand.
    """
    connection = desk.connection
    if incident_id is None and number is None:
        number = last_that_stands(connection)
    ids = [incident_id] if incident_id is not None else incidents_of(connection, number or 0)
    stand = standing(read_corrections(connection, incident_ids=ids))
    mine = [one for one in stand if number is None or one.seq == number]
    return mine[-1] if mine else None


def after(desk: Desk, correction: Correction) -> list[Correction]:
    """Give the corrections that stand and that build on one."""
    ids = ids_of(correction)
    stand = standing(read_corrections(desk.connection, incident_ids=ids))
    return [one for one in stand if one.seq > correction.seq]


def written(
    desk: Desk, correction: Correction, shown: str | None = None
) -> tuple[Correction, Incident | None]:
    """Write a correction; give it with its number, and its incident (or `shown`) as it is then."""
    kept = put_correction(desk.connection, correction)
    keep_up(desk.connection)
    return kept, _shown(desk, shown or kept.incident_id)


def _shown(desk: Desk, incident_id: str) -> Incident | None:
    laid = overlay_of(desk.connection, desk.lexicon, incident_id)
    return find(desk.connection, laid, incident_id)
