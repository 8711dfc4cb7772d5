"""Values that a person set, laid over those that reports give.

In: an incident and `Values`. Out: another incident, or other `Values`. Nothing can go wrong.
"""

import dataclasses
from typing import Any

from mapper.correction.model import FIELDS, Values
from mapper.incident.model import Incident
from mapper.incident.title import make_title
from mapper.lexicon import Lexicon

# What the title is made of.
_TITLED = frozenset({"event_type", "sub_type", "target", "location", "killed", "injured"})


def given(**values: Any) -> Values:
    """Make `Values` of those that are named, in the order of the fields."""
    return Values(given=tuple(name for name in FIELDS if name in values), **values)


def taken(incident: Incident, names: tuple[str, ...] = FIELDS) -> Values:
    """Take some fields of an incident."""
    return given(**{name: getattr(incident, name) for name in names})


def laid_over(below: Values, above: Values) -> Values:
    """Put values over others; what both give is as above."""
    return given(**{**_named(below), **_named(above)})


def without(values: Values, *names: str) -> Values:
    """Leave some fields out."""
    return given(**{name: v for name, v in _named(values).items() if name not in names})


def with_values(incident: Incident, values: Values, lexicon: Lexicon) -> Incident:
    """Set values of an incident; its title is made anew when it is not one of them."""
    if not values.given:
        return incident
    changed = dataclasses.replace(incident, **_named(values))
    if "title" in values.given or not _TITLED.intersection(values.given):
        return changed
    title = make_title(
        changed.event_type,
        sub_type=changed.sub_type,
        target=changed.target,
        location=changed.location,
        killed=changed.killed,
        injured=changed.injured,
        lexicon=lexicon,
    )
    return dataclasses.replace(changed, title=title)


def _named(values: Values) -> dict[str, Any]:
    return {name: getattr(values, name) for name in values.given}
