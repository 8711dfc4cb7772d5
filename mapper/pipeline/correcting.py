"""What a person does to incidents: edit, move, confirm, reject, merge, split, undo.

In: a project file, an incident's id, and who says so. Out: the record that was kept, and the
incident as it is then. Each is one transaction, so that two people at once lose nothing. What can
go wrong: an incident that is not or no longer, a report that it does not have, a correction that
others build on (`CorrectionError`); nothing is changed then.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mapper.correction.model import Act, Correction, Group, Values
from mapper.correction.values import taken
from mapper.errors import CorrectionError

if TYPE_CHECKING:
    from mapper.incident.model import Incident
    from mapper.lexicon import Lexicon
    from mapper.report.model import Report
    from mapper.store import Store
    from mapper.store.desk import Desk


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who corrects, when (an aware time) and why, None when it is not said."""

    who: str
    at: dt.datetime
    why: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A correction as it was kept, and its incident then; None when there is none any more."""

    correction: Correction
    incident: "Incident | None"


def edit(
    store: "Store",
    incident_id: str,
    values: Callable[["Incident", "Lexicon"], Values],
    author: Author,
    act: Act = Act.EDIT,
) -> Done:
    """Set values of an incident; they hold whatever reports come.

    Parameters
    ----------
    values
        Gives the values for the incident as it is, with the project's lexicon.
    act
        `Act.MOVE` when only the place is set.

    Raises
    ------
    CorrectionError
        When there is no such incident, or nothing is set.
    """
    from mapper.store.desk import at_desk, wanted

    with at_desk(store) as desk:
        found = wanted(desk, incident_id)
        new = values(found, desk.lexicon)
        if not new.given:
            msg = f"Nothing was said of incident {incident_id!r}; see `mapper incidents edit -h`."
            raise CorrectionError(msg)
        made = dataclasses.replace(
            _made(act, found, author),
            groups=(_group(desk, found.id, found.reports),),
            values=new,
            before=taken(found, new.given),
        )
        return _done(desk, made)


def confirm(store: "Store", incident_id: str, author: Author) -> Done:
    """Hold an incident fast as it is: all its values, and its reports.

    Raises
    ------
    CorrectionError
        When there is no such incident.
    """
    return _judged(store, incident_id, author, Act.CONFIRM)


def reject(store: "Store", incident_id: str, author: Author) -> Done:
    """Take an incident off map and exports for good; later reports of it go with it.

    Raises
    ------
    CorrectionError
        When there is no such incident.
    """
    return _judged(store, incident_id, author, Act.REJECT)


def merge(store: "Store", incident_id: str, others: Sequence[str], author: Author) -> Done:
    """Put other incidents into one; what was set in it goes before what was set in the others.

    Raises
    ------
    CorrectionError
        When one of them is not there, or is named twice.
    """
    from mapper.store.desk import at_desk, wanted

    with at_desk(store) as desk:
        found = wanted(desk, incident_id)
        gone = [wanted(desk, other) for other in others]
        if not gone or len({incident_id, *others}) <= len(gone):
            msg = "To merge, name one incident and then others, each once."
            raise CorrectionError(msg)
        reports = [report for one in (found, *gone) for report in one.reports]
        group = _group(desk, found.id, reports)
        made = dataclasses.replace(
            _made(Act.MERGE, found, author), groups=(group,), merged=tuple(others)
        )
        return _done(desk, made)


def split(store: "Store", incident_id: str, report_ids: Sequence[str], author: Author) -> Done:
    """Take reports out of an incident and make another one of them; give that one.

    Raises
    ------
    CorrectionError
        When the incident does not have these reports, or has no other.
    """
    from mapper.store.desk import at_desk, fresh_id, wanted

    with at_desk(store) as desk:
        found = wanted(desk, incident_id)
        own = {report.id: report for report in found.reports}
        unknown = [one for one in report_ids if one not in own]
        if unknown or not report_ids or len(set(report_ids)) >= len(own):
            raise CorrectionError(_not_split(incident_id, unknown))
        out = [own[one] for one in dict.fromkeys(report_ids)]
        left = [report for report in found.reports if report not in out]
        made_id = fresh_id(desk, min(report.id for report in out))
        groups = (
            _group(desk, found.id, left),
            _group(desk, made_id, out),
        )
        made = dataclasses.replace(_made(Act.SPLIT, found, author), groups=groups)
        return _done(desk, made, shown=made_id)


def undo(
    store: "Store", author: Author, incident_id: str | None = None, number: int | None = None
) -> Done:
    """Take back a correction: the one of that number, else the last of an incident, else of all.

    Raises
    ------
    CorrectionError
        When there is none, or later ones build on it: these have to be undone first.
    """
    from mapper.store.desk import after, at_desk, last_of

    with at_desk(store) as desk:
        last = last_of(desk, incident_id, number)
        if last is None:
            where = f" of incident {incident_id!r}" if incident_id is not None else ""
            which = f"correction {number}{where}" if number is not None else f"correction{where}"
            msg = f"There is no {which} to undo; see `mapper log`."
            raise CorrectionError(msg)
        later = after(desk, last)
        if later:
            msg = f"Correction {last.seq} is built on by {later[-1].seq}; undo that one first."
            raise CorrectionError(msg)
        made = Correction(
            act=Act.UNDO,
            incident_id=last.incident_id,
            who=author.who,
            at=second(author.at),
            why=author.why,
            undoes=last.seq,
        )
        return _done(desk, made)


def _judged(store: "Store", incident_id: str, author: Author, act: Act) -> Done:
    from mapper.store.desk import at_desk, wanted

    with at_desk(store) as desk:
        found = wanted(desk, incident_id)
        made = dataclasses.replace(
            _made(act, found, author),
            groups=(_group(desk, found.id, found.reports),),
            values=taken(found) if act is Act.CONFIRM else Values(),
        )
        return _done(desk, made)


def _made(act: Act, found: "Incident", author: Author) -> Correction:
    return Correction(
        act=act,
        incident_id=found.id,
        who=author.who,
        at=second(author.at),
        why=author.why,
        status=found.status,
    )


def _done(desk: "Desk", made: Correction, shown: str | None = None) -> Done:
    from mapper.store.desk import written

    kept, incident = written(desk, made, shown)
    return Done(correction=kept, incident=incident)


def _group(desk: "Desk", incident_id: str, reports: "Sequence[Report]") -> Group:
    from mapper.store.desk import anchored

    return Group(incident_id=incident_id, anchors=anchored(desk, reports))


def _not_split(incident_id: str, unknown: Sequence[str]) -> str:
    see = f"see `mapper incidents show {incident_id}`."
    if unknown:
        return f"Incident {incident_id!r} has no report {unknown[0]!r}; {see}"
    return f"To split incident {incident_id!r}, name some of its reports and not all; {see}"


def second(moment: dt.datetime) -> str:
    """Write a time as records have it: UTC, to the second."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")
