"""A short line for people.

In: an incident's fields. Out: "Missile strike on port infrastructure, Odesa". Nothing can go wrong.
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
    lexicon: Lexicon,
) -> str:
    """Write the title; a place that cannot be told is left out."""
    known = lexicon.types.get(event_type)
    label = lexicon.sub_types.get(sub_type or "") or (known.label if known else event_type)
    if event_type == "casualties":
        label = f"{killed.best} killed" if killed.best else "Casualties"
    what = (
        f"{label} on {target}"
        if target and len(target) <= _MAX_TARGET and event_type == "strike"
        else label
    )
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
