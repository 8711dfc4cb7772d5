"""What people did to incidents, in the project file.

In: a correction. Out: all of them, in the order of their numbers. Rows are added and never changed,
so that who said what can always be told.
"""

import dataclasses
from collections.abc import Iterable

import sqlalchemy as sa

from mapper.correction.model import Correction, ids_of
from mapper.gazetteer.model import Place
from mapper.store import codec
from mapper.store.handle import Store
from mapper.store.reports import Places, chunks, place_rows, put_places
from mapper.store.schema import BYGONE, CORRECTION, CORRECTION_LINK


def put_correction(connection: sa.Connection, correction: Correction) -> Correction:
    """Add a correction; give it with its number."""
    last = connection.execute(sa.select(sa.func.max(CORRECTION.c.seq))).scalar() or 0
    numbered = dataclasses.replace(correction, seq=last + 1)
    places: dict[str, Place] = {}
    payload = codec.dumps(numbered, places)
    put_places(connection, place_rows(places))
    row = {
        "seq": numbered.seq,
        "act": numbered.act.value,
        "incident_id": numbered.incident_id,
        "who": numbered.who,
        "at": numbered.at,
        "undoes": numbered.undoes,
        "payload": payload,
    }
    connection.execute(CORRECTION.insert(), [row])
    connection.execute(CORRECTION_LINK.insert(), _links(numbered))
    return numbered


def corrections(store: Store) -> list[Correction]:
    """Give all corrections, those that were undone and the undoing too."""
    with store.read() as connection:
        return read_corrections(connection)


def read_corrections(
    connection: sa.Connection,
    *,
    incident_ids: Iterable[str] | None = None,
    article_ids: Iterable[str] = (),
) -> list[Correction]:
    """`corrections`, within a transaction.

    Parameters
    ----------
    incident_ids, article_ids
        Only what is about these incidents or anchored in these articles, and what takes it back;
        None for all.
    """
    query = sa.select(CORRECTION.c.seq, CORRECTION.c.payload)
    if incident_ids is None:
        rows = {row.seq: row.payload for row in connection.execute(query)}
    else:
        seqs = _linked(connection, "incident", incident_ids)
        seqs |= _linked(connection, "article", article_ids)
        rows = {}
        for part in chunks(sorted(seqs)):
            wanted = sa.or_(CORRECTION.c.seq.in_(part), CORRECTION.c.undoes.in_(part))
            rows.update((r.seq, r.payload) for r in connection.execute(query.where(wanted)))
    places = Places(connection)
    return [codec.loads(Correction, rows[seq], places) for seq in sorted(rows)]


def last_that_stands(connection: sa.Connection) -> int | None:
    """Give the number of the last correction that is not undone; None when there is none."""
    undone = sa.select(CORRECTION.c.undoes).where(CORRECTION.c.undoes.is_not(None))
    query = sa.select(sa.func.max(CORRECTION.c.seq)).where(
        CORRECTION.c.undoes.is_(None), CORRECTION.c.seq.not_in(undone)
    )
    return connection.execute(query).scalar()


def incidents_of(connection: sa.Connection, seq: int) -> list[str]:
    """Give the ids of the incidents that a correction is about; none when there is no such one."""
    query = sa.select(CORRECTION_LINK.c.name).where(
        CORRECTION_LINK.c.kind == "incident", CORRECTION_LINK.c.seq == seq
    )
    return sorted(connection.execute(query).scalars())


def _links(correction: Correction) -> list[dict[str, object]]:
    articles = {anchor.article_id for group in correction.groups for anchor in group.anchors}
    pairs = [("incident", ident) for ident in sorted(ids_of(correction))]
    pairs += [("article", ident) for ident in sorted(articles)]
    return [{"kind": kind, "name": name, "seq": correction.seq} for kind, name in pairs]


def _linked(connection: sa.Connection, kind: str, names: Iterable[str]) -> set[int]:
    link, found = CORRECTION_LINK.c, set[int]()
    for part in chunks(sorted(set(names))):
        query = sa.select(link.seq).where(link.kind == kind, link.name.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def note_bygone(connection: sa.Connection, successors: dict[str, str | None]) -> None:
    """Note incidents that are no longer, each with its successor, None for none."""
    if not successors:
        return
    known = sa.select(BYGONE.c.incident_id).where(BYGONE.c.incident_id == sa.bindparam("ident"))
    for ident, successor in sorted(successors.items()):
        if connection.execute(known, {"ident": ident}).first() is None:
            row = {"incident_id": ident, "successor": successor}
            connection.execute(BYGONE.insert(), [row])
        else:
            here = BYGONE.c.incident_id == ident
            connection.execute(BYGONE.update().where(here).values(successor=successor))


def bygone(connection: sa.Connection, incident_id: str) -> tuple[bool, str | None]:
    """Tell whether an incident was once, and which one succeeded it."""
    query = sa.select(BYGONE.c.successor).where(BYGONE.c.incident_id == incident_id)
    row = connection.execute(query).first()
    return (False, None) if row is None else (True, row.successor)
