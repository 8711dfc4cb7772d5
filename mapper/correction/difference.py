"""What differs between incidents before and after.

In: incidents, twice. Out: which came, which went, and which fields of the others changed. Nothing
can go wrong.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from mapper.correction.model import FIELDS
from mapper.incident.model import Incident

_COMPARED = (*FIELDS, "disputes", "status")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An incident that was and is; `fields` names what differs, `reports` when its sources do."""

    before: Incident
    after: Incident
    fields: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Incidents that came, went and changed, each by day and id."""

    added: tuple[Incident, ...] = ()
    gone: tuple[Incident, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.gone or self.changed)


def differing(before: Incident, after: Incident) -> tuple[str, ...]:
    """Name the fields in which two states of an incident differ, `reports` for its sources."""
    fields = tuple(name for name in _COMPARED if _value(before, name) != _value(after, name))
    return fields if _told(before) == _told(after) else (*fields, "reports")


def difference(before: Sequence[Incident], after: Sequence[Incident]) -> Difference:
    """Compare incidents by their ids."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    both = [Changed(before=old[i], after=new[i], fields=()) for i in old.keys() & new.keys()]
    compared = [dataclasses.replace(p, fields=differing(p.before, p.after)) for p in both]
    return Difference(
        added=_sorted(new[ident] for ident in new.keys() - old.keys()),
        gone=_sorted(old[ident] for ident in old.keys() - new.keys()),
        changed=tuple(sorted((p for p in compared if p.fields), key=lambda p: _key(p.after))),
    )


def _value(incident: Incident, name: str) -> Any:
    """Give a field as people see it: where a name stands in its article is nothing of the place."""
    location = incident.location
    return (location.place, location.precision) if name == "location" else getattr(incident, name)


def _told(incident: Incident) -> list[tuple[str, str]]:
    """List the words of its reports; their offsets alone are no change to a reader."""
    return sorted((report.article_id, report.quote) for report in incident.reports)


def _sorted(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    return tuple(sorted(incidents, key=_key))


def _key(incident: Incident) -> tuple[str, str]:
    first = incident.date.first
    return ("~" if first is None else first.isoformat()), incident.id
