"""What reports say against what a person set.

In: an incident as it is shown, what is held fast of it, and which of its reports the person saw.
Out: for each report that came since, the fields on which it says otherwise. Nothing can go wrong.
"""

import dataclasses
from collections.abc import Callable, Collection, Mapping

from mapper.correction.model import Values
from mapper.incident.agreement import values_of
from mapper.incident.model import Incident, Range
from mapper.report.model import Count, Report


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of an incident.

    Attributes
    ----------
    since
        True when it came after a person last looked at the incident.
    against
        Fields on which it says otherwise than what the person set; empty when it was there then.
    """

    report: Report
    since: bool = False
    against: tuple[str, ...] = ()


def history(incident: Incident, held: Values, seen: Collection[str]) -> tuple[Told, ...]:
    """Tell for each report of an incident, in their order, how it stands to what a person set.

    Parameters
    ----------
    held
        The values that a person set or confirmed.
    seen
        Ids of the reports that the person saw; empty when nobody looked.
    """
    found = []
    for report in incident.reports:
        since = bool(seen) and report.id not in seen
        against = [name for name in held.given if name in _SAYS and _SAYS[name](report, held)]
        found.append(Told(report=report, since=since, against=tuple(against if since else ())))
    return tuple(found)


def _other_number(count: Count | None, held: Range) -> bool:
    """Whether a number that is given lies outside of what holds; "nobody" is a number too."""
    said = values_of(count)
    if said is None:
        return False
    low = held.low if held.low is not None else held.best
    if low is None:
        return True
    return said[1] < low or (held.high is not None and said[0] > held.high)


def _other_place(report: Report, held: Values) -> bool:
    said, place = report.location.place, held.location.place
    if said is None:
        return False
    if place is None:
        return True
    # The region around the place is only less exact.
    return said.id != place.id and said.id not in held.location.within


def _other_day(report: Report, held: Values) -> bool:
    said, date = report.date, held.date
    if said.first is None or said.last is None:
        return False
    if date.first is None or date.last is None:
        return True
    return said.last < date.first or date.last < said.first


_SAYS: Mapping[str, Callable[[Report, Values], bool]] = {
    "event_type": lambda report, held: report.event_type != held.event_type,
    "sub_type": lambda report, held: report.sub_type not in {None, held.sub_type},
    "date": _other_day,
    "location": _other_place,
    "initiator": lambda report, held: report.initiator not in {None, held.initiator},
    "target": lambda report, held: report.target not in {None, held.target},
    "killed": lambda report, held: _other_number(report.killed, held.killed),
    "injured": lambda report, held: _other_number(report.injured, held.injured),
    "prisoners": lambda report, held: any(
        dict(held.prisoners).get(side) != number for side, number in report.prisoners
    ),
}
