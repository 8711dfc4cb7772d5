"""The values that a person sets, from the words that were typed.

In: field names as the command line has them, each with words, and the incident as it is. Out:
`Values`. What can go wrong: words that say no such value (`CorrectionError`).
"""

from collections.abc import Mapping
from typing import Any

from mapper.correction.model import Values
from mapper.correction.place import read_place
from mapper.correction.values import given
from mapper.correction.wording import (
    read_date,
    read_prisoners,
    read_range,
    read_type,
    read_words,
)
from mapper.errors import CorrectionError
from mapper.gazetteer import Gazetteer, Kind
from mapper.incident.model import Incident
from mapper.lexicon import Lexicon
from mapper.report.countries import alpha3

# What can be set, in the order in which it is shown.
NAMES = (
    *("type", "title", "date", "place", "killed", "injured"),
    *("prisoners", "target", "initiator"),
)


def read_values(
    said: Mapping[str, str], incident: Incident, lexicon: Lexicon, gazetteer: Gazetteer
) -> Values:
    """Read the values of some of `NAMES`.

    Raises
    ------
    CorrectionError
        When a name is none of them, or its words say no such value.
    """
    values: dict[str, Any] = {}
    for name, words in said.items():
        if name == "type":
            values |= _type(words, incident, lexicon)
        elif name == "title":
            values["title"] = _title(words)
        elif name == "date":
            values["date"] = read_date(words)
        elif name == "place":
            values["location"] = read_place(words, gazetteer)
        elif name in {"killed", "injured"}:
            values[name] = read_range(words)
        elif name == "prisoners":
            values["prisoners"] = read_prisoners(words)
        elif name == "target":
            values[name] = read_words(words, name)
        elif name == "initiator":
            values[name] = _initiator(words, gazetteer)
        else:
            msg = f"{name!r} cannot be set; what can is {', '.join(NAMES)}."
            raise CorrectionError(msg)
    return given(**values)


def _type(words: str, incident: Incident, lexicon: Lexicon) -> dict[str, Any]:
    """Read the type; the sub-type stays when only the same type is named."""
    event_type, sub_type = read_type(words, lexicon)
    if sub_type is None and event_type == incident.event_type:
        sub_type = incident.sub_type
    return {"event_type": event_type, "sub_type": sub_type}


def _title(words: str) -> str:
    title = read_words(words, "title")
    if title is None:
        msg = "An incident has a title; undo the edit that set it to have it made anew."
        raise CorrectionError(msg)
    return title


def _initiator(words: str, gazetteer: Gazetteer) -> str | None:
    """Read who did it: a country by its alpha-3 code, as in what is extracted, else as typed."""
    said = read_words(words, "initiator")
    likeliest = gazetteer.lookup(said)[:1] if said is not None else ()
    for match in likeliest:
        place = match.place
        if match.naming == "name" and place.kind is Kind.COUNTRY and place.country is not None:
            return alpha3(place.country) or said
    return said
