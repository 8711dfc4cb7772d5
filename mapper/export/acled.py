"""Incidents in the columns of ACLED, as its codebook says.

In: features. Out: the values of `ACLED_COLUMNS`; what cannot be told is empty (docs/files.md says
what, and why). Source: ACLED Codebook (acleddata.com/methodology/acled-codebook), sections "Event
geography", "Event time", "Reported fatalities".
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from mapper.export.codebook import Tables, codes
from mapper.export.countries import country
from mapper.export.table import BETWEEN, named

ACLED_COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2"),
    *("admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale"),
    *("notes", "fatalities", "tags", "timestamp"),
)

# A day is 1; what is within a week 2, its middle standing for it; what is within a month 3.
_WEEK_DAYS = 7
_MONTH_DAYS = 31

# A named town or district is 1; a larger region, or what lies along a border, is 3. What is known
# of a country only ACLED does not record.
_GEO_PRECISION = {
    **dict.fromkeys(("facility", "district", "settlement"), 1),
    **dict.fromkeys(("region", "area", "border"), 3),
}
_STATE, _OUTSIDE = "State forces", "External/Other forces"

# What is counted where a report gives a word and no number: "dozens" is 12, "hundreds" 100, and
# "several", "many", "few" are 3.
_WORDS = (("hundred", 100), ("dozen", 12))
_SEVERAL = 3

# The codebook gives four decimals.
_DECIMALS = 4


def acled_row(feature: Mapping[str, Any], tables: Tables) -> dict[str, Any]:
    """Give an incident's values of `ACLED_COLUMNS`."""
    properties = feature["properties"]
    where = country(properties["country"])
    lat, lon = properties["lat"], properties["lon"]
    return {
        "event_id_cnty": feature["id"],
        **_when(properties),
        **codes(tables, "acled", properties),
        **_actors(properties),
        "iso": None if where is None else where.numeric,
        "country": None if where is None else where.name,
        "admin1": properties["admin1"],
        "admin2": properties["admin2"],
        "location": properties["place"],
        "latitude": None if lat is None else round(lat, _DECIMALS),
        "longitude": None if lon is None else round(lon, _DECIMALS),
        "geo_precision": _GEO_PRECISION.get(properties["geo_precision"]),
        "source": "; ".join(named(properties["sources"], "source")),
        "notes": _notes(properties),
        "fatalities": _fatalities(properties),
        "tags": _tags(properties),
    }


def _when(properties: Mapping[str, Any]) -> dict[str, Any]:
    if properties["date"] is None:
        return {}
    first = dt.date.fromisoformat(properties["date"])
    last = dt.date.fromisoformat(properties["end_date"] or properties["date"])
    days = (last - first).days + 1
    year = first.year if first.year == last.year else None
    if days > _MONTH_DAYS:
        return {"year": year}
    middle = first + dt.timedelta(days=(days - 1) // 2)
    precision = 1 if days == 1 else 2 if days <= _WEEK_DAYS else 3
    return {
        "event_date": middle.isoformat(),
        "year": middle.year,
        "time_precision": precision,
    }


def _actors(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Tell who acted; the order of actors has no meaning in ACLED."""
    sides: Sequence[str] = sorted(properties["prisoners"])
    if properties["initiator"] is not None:
        sides = [properties["initiator"]]
    told: dict[str, Any] = {}
    for number, side in enumerate(sides[:2], 1):
        state = country(side)
        told[f"actor{number}"] = side if state is None else state.name
        if state is not None and properties["country"] is not None:
            at_home = state.alpha2 == properties["country"]
            told[f"inter{number}"] = _STATE if at_home else _OUTSIDE
    inters = [told.get("inter1"), told.get("inter2")]
    if all(inters):
        # Those of one pair always stand in the order of the codes: 1 before 8.
        told["interaction"] = "-".join(sorted(map(str, inters), key=[_STATE, _OUTSIDE].index))
    return told


def _fatalities(properties: Mapping[str, Any]) -> int:
    """Give the lowest number that is reported, 0 where there is none, as ACLED does."""
    killed = properties["killed"]
    for number in (killed["low"], killed["best"]):
        if number is not None:
            return int(number)
    words = [
        source["killed"]["word"]
        for source in properties["sources"]
        if source.get("killed") and source["killed"].get("word")
    ]
    return min((_of_word(word) for word in words), default=0)


def _of_word(word: str) -> int:
    return next((number for part, number in _WORDS if part in word.lower()), _SEVERAL)


def _notes(properties: Mapping[str, Any]) -> str:
    quotes = (source["quote"] for source in properties["sources"])
    return BETWEEN.join((properties["title"], *dict.fromkeys(quotes)))


def _tags(properties: Mapping[str, Any]) -> str:
    sub = properties["sub_type"]
    kind = properties["event_type"] + (f"/{sub}" if sub else "")
    said = (f"mapper type={kind}", f"status={properties['status']}")
    return "; ".join((*said, f"confidence={properties['confidence']}"))
