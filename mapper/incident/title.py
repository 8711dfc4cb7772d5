"""A short line for people.

In: an incident's fields. Out: "Missile strike on port infrastructure, Odesa", by the patterns that
the lexicon gives its type. Nothing can go wrong.
"""

from mapper.incident.model import Range
from mapper.lexicon import Lexicon
from mapper.report.model import Location

_MAX_TARGET = 60


def make_title(
    event_type: str,
    *,
    sub_type: str | None,
    target: str | None,
    location: Location,
    killed: Range,
    injured: Range,
    lexicon: Lexicon,
) -> str:
    """Write the title; a place that cannot be told is left out."""
    kind, sub = lexicon.kind(event_type), lexicon.sub_types.get(sub_type or "")
    values = {"label": sub.label if sub else kind.label}
    if target and len(target) <= _MAX_TARGET:
        values["target"] = target
    values |= {
        name: str(told.best)
        for name, told in (("killed", killed), ("injured", injured))
        if told.best
    }
    what = next(filter(None, (_filled(p, values) for p in kind.titles)), values["label"])
    place = location.place
    if place is None:
        return what
    where = place.name
    if (
        location.precision in {"settlement", "district", "facility"}
        and place.admin1
        and place.admin1 not in where
    ):
        where = f"{where} ({place.admin1})" if location.precision == "settlement" else where
    return f"{what}, {where}"


def _filled(pattern: str, values: dict[str, str]) -> str | None:
    """Fill a pattern of the lexicon; None when it asks for a value that is not known."""
    head, *fields = pattern.split("{")
    filled = [head]
    for field in fields:
        name, _, rest = field.partition("}")
        if name not in values:
            return None
        filled += [values[name], rest]
    return "".join(filled)
