"""Incidents as they are shown: what was derived from reports, with what people corrected.

In: the project file. Out: incidents. Corrections are laid over what was derived each time that it
is read, so that undoing one leaves no trace; it costs what the corrected incidents cost. Nothing
can go wrong but the database.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from mapper.article.model import Article
from mapper.correction.anchor import resolve
from mapper.correction.apply import Known, apply
from mapper.correction.model import Anchor, Correction
from mapper.correction.replay import REJECTED, Held, Judged, replay, standing
from mapper.incident.join import with_parents
from mapper.incident.model import Incident
from mapper.lexicon import Lexicon
from mapper.report.model import Report
from mapper.store.corrections import bygone, read_corrections
from mapper.store.described import descriptions
from mapper.store.handle import Store
from mapper.store.lexicons import lexicon_of
from mapper.store.loaded import around, around_all, load
from mapper.store.plans import published_days
from mapper.store.reports import Texts, chunks, reports
from mapper.store.schema import INCIDENT, MEMBERSHIP, REPORT

# Incidents that succeeded one another are followed so far.
_LONGEST_LINE = 1000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What corrections make of incidents.

    Attributes
    ----------
    corrections
        Those that stand.
    touched
        Ids of the derived incidents that are not shown as they are.
    shown
        What is shown instead of them, rejected ones too.
    """

    corrections: tuple[Correction, ...] = ()
    held: Held = dataclasses.field(default_factory=lambda: Held(homes={}, judged={}, merged={}))
    touched: frozenset[str] = frozenset()
    shown: tuple[Incident, ...] = ()

    @property
    def kept(self) -> list[Incident]:
        """What is shown and not rejected."""
        return [one for one in self.shown if one.status != REJECTED]


def incidents(store: Store, *, rejected: bool = False) -> list[Incident]:
    """All incidents, by day (those without a day last), type and id.

    Parameters
    ----------
    rejected
        With those that a person rejected; they have that status.
    """
    return [one for batch, _ in batches(store, rejected=rejected) for one in batch]


def batches(
    store: Store, *, rejected: bool = False
) -> Iterator[tuple[list[Incident], dict[str, Article]]]:
    """All incidents in the order of `incidents`, some at a time, all of one state of the file.

    With each batch come the articles that it rests on, by id and without their text, so that
    memory does not grow with the project; it does with the corrections.
    """
    with store.read() as connection:
        lexicon = lexicon_of(connection)
        laid = overlay(connection, lexicon)
        for part in chunks(shown_ids(connection, laid, rejected=rejected)):
            batch = load_shown(connection, laid, part)
            near = around_all(connection, batch).difference(part, laid.touched)
            others = [one for one in laid.kept if one.id not in part]
            whole = [one for one in batch if one.status != REJECTED]
            nested = with_parents([*whole, *load(connection, sorted(near)), *others], lexicon)
            parents = {one.id: one.parent for one in nested[: len(whole)]}
            named = {report.article_id for one in batch for report in one.reports}
            yield (
                [dataclasses.replace(one, parent=parents.get(one.id)) for one in batch],
                descriptions(connection, named),
            )


def shown_ids(connection: sa.Connection, laid: Overlay, *, rejected: bool) -> list[str]:
    """Give the ids of all incidents that are shown, in the order of `incidents`."""
    columns = sa.select(INCIDENT.c.id, INCIDENT.c.first, INCIDENT.c.event_type)
    keys = [
        (row.first is None, row.first or "", row.event_type, row.id)
        for row in connection.execute(columns)
        if row.id not in laid.touched
    ]
    for one in laid.shown if rejected else laid.kept:
        first = one.date.first
        day = "" if first is None else first.isoformat()
        keys.append((first is None, day, one.event_type, one.id))
    return [ident for _, _, _, ident in sorted(keys)]


def load_shown(
    connection: sa.Connection, laid: Overlay, incident_ids: Sequence[str]
) -> list[Incident]:
    """Give incidents as they are shown, without their parents, in the order of their ids."""
    plain = [ident for ident in incident_ids if ident not in laid.touched]
    found = {one.id: one for one in load(connection, plain)} if plain else {}
    found |= {one.id: one for one in laid.shown}
    return [found[ident] for ident in incident_ids]


def incident(store: Store, incident_id: str) -> Incident | None:
    """One incident, or None; a rejected one too."""
    with store.read() as connection:
        lexicon = lexicon_of(connection)
        one = find(connection, overlay_of(connection, lexicon, incident_id), incident_id)
        if one is None:
            return None
        laid = overlay(connection, lexicon)
        near = [ident for ident in around(connection, one) if ident not in laid.touched]
        others = [other for other in laid.kept if other.id != one.id]
        return with_parents([one, *load(connection, near), *others], lexicon)[0]


def count(store: Store) -> int:
    """How many incidents there are, without rejected ones."""
    with store.read() as connection:
        every = connection.execute(sa.select(sa.func.count()).select_from(INCIDENT)).scalar_one()
        laid = overlay(connection, lexicon_of(connection))
        return every - len(laid.touched) + len(laid.kept)


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
        laid = overlay(connection, lexicon_of(connection))
    homes = {report.id: one.id for one in laid.shown for report in one.reports}
    told = ((found[row.seq], row.incident_id) for row in rows)
    return tuple((report, homes.get(report.id, ident)) for report, ident in told)


def overlay(connection: sa.Connection, lexicon: Lexicon) -> Overlay:
    """Lay all corrections that stand over the incidents that they concern."""
    stand = standing(read_corrections(connection))
    return _laid(connection, lexicon, stand) if stand else Overlay()


def overlay_of(connection: sa.Connection, lexicon: Lexicon, incident_id: str) -> Overlay:
    """Give as much of the `overlay` as tells of one incident; what it shows of others may be less.

    It costs what this incident and those that share articles with it cost.
    """
    line, stand = _line(connection, incident_id)
    articles = {a.article_id for one in stand for group in one.groups for a in group.anchors}
    told = reports_of(connection, articles)
    held = replay(stand, resolve(_anchors(stand), told.values()))
    homed = [seq for seq, report in told.items() if report.id in held.homes]
    ids = _incidents_of(connection, homed) | _existing(connection, line)
    articles |= _articles_of(connection, ids)
    near = read_corrections(connection, incident_ids=line, article_ids=articles)
    return _laid(connection, lexicon, standing(near), ids) if near else Overlay()


def _line(connection: sa.Connection, incident_id: str) -> tuple[set[str], list[Correction]]:
    """Give the ids of an incident and of all that went into it, with their corrections."""
    line: set[str] = set()
    more, stand = {incident_id}, list[Correction]()
    while more - line:
        line |= more
        stand = standing(read_corrections(connection, incident_ids=line))
        more = {ident for one in stand if one.incident_id in line for ident in one.merged}
    return line, stand


def _laid(
    connection: sa.Connection,
    lexicon: Lexicon,
    stand: Sequence[Correction],
    only: Iterable[str] | None = None,
) -> Overlay:
    """Lay corrections over the incidents that they concern, or over some."""
    anchors = _anchors(stand)
    told = reports_of(connection, {anchor.article_id for anchor in anchors})
    held = replay(stand, resolve(anchors, told.values()))
    if only is None:
        homed = [seq for seq, report in told.items() if report.id in held.homes]
        only = _incidents_of(connection, homed) | _existing(
            connection, [*held.judged, *held.merged]
        )
    ids = frozenset(only)
    derived = [one for part in chunks(sorted(ids)) for one in load(connection, part)]
    known = Known(
        published=published_days(connection, (r for one in derived for r in one.reports)),
        texts=Texts(connection),
        lexicon=lexicon,
    )
    shown = tuple(apply(derived, held, known))
    return Overlay(corrections=tuple(stand), held=held, touched=ids, shown=shown)


def _anchors(stand: Iterable[Correction]) -> list[Anchor]:
    return [anchor for one in stand for group in one.groups for anchor in group.anchors]


def find(connection: sa.Connection, laid: Overlay, incident_id: str) -> Incident | None:
    """Give the incident that is shown under an id, without its parent."""
    one = next((one for one in laid.shown if one.id == incident_id), None)
    if one is None and incident_id not in laid.touched:
        return next(iter(load(connection, [incident_id])), None)
    return one


def became_of(store: Store, incident_id: str) -> str:
    """Say what became of an incident that is not there, and which one to take instead."""
    with store.read() as connection:
        lexicon = lexicon_of(connection)
        return fate(connection, lexicon, incident_id)


def judgement(store: Store, incident_id: str) -> tuple[Judged | None, frozenset[str]]:
    """Give what people said of an incident, and the ids of its reports that they saw."""
    with store.read() as connection:
        held = overlay_of(connection, lexicon_of(connection), incident_id).held
    seen = frozenset(report for report, home in held.homes.items() if home == incident_id)
    return held.judged.get(incident_id), seen


def fate(connection: sa.Connection, lexicon: Lexicon, incident_id: str) -> str:
    """`became_of`, within a transaction."""
    laid = overlay(connection, lexicon)
    merged = laid.held.merged.get(incident_id)
    known, _ = bygone(connection, incident_id)
    if merged is None and not known and incident_id not in laid.held.judged:
        return f"There is no incident {incident_id!r}; see `mapper incidents list`."
    at: str | None = incident_id
    for _ in range(_LONGEST_LINE):
        into = laid.held.merged.get(at) if at is not None else None
        at = into.incident_id if into else bygone(connection, at)[1] if at is not None else None
        if at is None:
            return (
                f"Incident {incident_id!r} is no longer: the reports that told of it are gone; "
                f"see `mapper log {incident_id}`."
            )
        if find(connection, laid, at) is not None:
            break
    how = f" by {merged.who} (correction {merged.seq})" if merged else ""
    return f"Incident {incident_id!r} is no longer: it went into {at!r}{how}; use that one."


def is_taken(connection: sa.Connection, incident_id: str) -> bool:
    """Whether a derived incident has, or had, that id."""
    return bygone(connection, incident_id)[0] or bool(_existing(connection, [incident_id]))


def reports_of(connection: sa.Connection, article_ids: Iterable[str]) -> dict[int, Report]:
    """Give all reports of some articles, by row number."""
    seqs: list[int] = []
    for part in chunks(sorted(article_ids)):
        query = sa.select(REPORT.c.seq).where(REPORT.c.article_id.in_(part))
        seqs += connection.execute(query).scalars()
    return reports(connection, seqs)


def _incidents_of(connection: sa.Connection, seqs: Sequence[int]) -> set[str]:
    found: set[str] = set()
    for part in chunks(sorted(seqs)):
        query = sa.select(MEMBERSHIP.c.incident_id).where(MEMBERSHIP.c.report_seq.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def _articles_of(connection: sa.Connection, incident_ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(sorted(incident_ids)):
        query = (
            sa.select(REPORT.c.article_id)
            .join(MEMBERSHIP, MEMBERSHIP.c.report_seq == REPORT.c.seq)
            .where(MEMBERSHIP.c.incident_id.in_(part))
        )
        found.update(connection.execute(query).scalars())
    return found


def _existing(connection: sa.Connection, incident_ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(sorted(set(incident_ids))):
        query = sa.select(INCIDENT.c.id).where(INCIDENT.c.id.in_(part))
        found.update(connection.execute(query).scalars())
    return found
