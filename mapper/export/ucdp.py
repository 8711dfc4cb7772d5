"""Incidents in the columns of UCDP's Georeferenced Event Dataset (GED), as its codebook says.

In: features. Out: the values of `UCDP_COLUMNS`; what cannot be told is empty (docs/files.md says
what, and why). Source: UCDP GED Codebook (ucdp.uu.se/downloads), variables of the dataset.
"""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from mapper.export.codebook import Tables, codes
from mapper.export.countries import country
from mapper.export.table import named

UCDP_COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name"),
    *("dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    *("gwnoa", "gwnob"),
)

# Most days of a date's precision: a day is 1, up to six 2, a week 3, up to a month 4; more is 5.
_DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4))
_LONGER = 5

# 1 the place itself, 3 a second-order division, 4 a first-order one, 5 what is vague or a line,
# 6 a country.
_WHERE_PREC = {
    **dict.fromkeys(("facility", "district", "settlement"), 1),
    **dict.fromkeys(("border", "area"), 5),
    "country": 6,
}
_SECOND_ORDER, _FIRST_ORDER = 3, 4

# PRIO-GRID (prio.org/data/7): cells of half a degree, numbered from the south-west, 720 in a row.
_CELLS_A_DEGREE = 2
_CELLS_A_ROW, _ROWS = 720, 360


def ucdp_row(feature: Mapping[str, Any], tables: Tables) -> dict[str, Any]:
    """Give an incident's values of `UCDP_COLUMNS`."""
    properties = feature["properties"]
    where = country(properties["country"])
    return {
        "id": feature["id"],
        "relid": feature["id"],
        **_when(properties),
        **codes(tables, "ucdp", properties),
        "side_a": _side(properties["initiator"]),
        **_sources(properties),
        "where_prec": _where_prec(properties),
        "where_coordinates": properties["place"],
        "where_description": properties["title"],
        "adm_1": properties["admin1"],
        "adm_2": properties["admin2"],
        **_point(properties["lat"], properties["lon"]),
        "country": None if where is None else where.name,
        **_deaths(properties["killed"]),
    }


def priogrid(lat: float, lon: float) -> int:
    """Give the PRIO-GRID cell of a point in degrees; the last cells hold their far edges."""
    row = min(math.floor((lat + 90.0) * _CELLS_A_DEGREE), _ROWS - 1)
    column = min(math.floor((lon + 180.0) * _CELLS_A_DEGREE), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


def _point(lat: float | None, lon: float | None) -> dict[str, Any]:
    if lat is None or lon is None:
        return {}
    return {
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})",
        "priogrid_gid": priogrid(lat, lon),
    }


def _when(properties: Mapping[str, Any]) -> dict[str, Any]:
    if properties["date"] is None:
        return {}
    first = dt.date.fromisoformat(properties["date"])
    last = dt.date.fromisoformat(properties["end_date"] or properties["date"])
    days = (last - first).days + 1
    return {
        "year": first.year,
        "date_prec": next((prec for most, prec in _DATE_PREC if days <= most), _LONGER),
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
    }


def _where_prec(properties: Mapping[str, Any]) -> int | None:
    precision = properties["geo_precision"]
    if precision == "region":
        second = properties["place"] is not None and properties["place"] == properties["admin2"]
        return _SECOND_ORDER if second else _FIRST_ORDER
    return _WHERE_PREC.get(precision)


def _side(initiator: str | None) -> str | None:
    state = country(initiator)
    return initiator if state is None else f"Government of {state.name}"


def _sources(properties: Mapping[str, Any]) -> dict[str, Any]:
    articles: dict[str, Mapping[str, Any]] = {}
    for source in properties["sources"]:
        articles.setdefault(source["article"], source)
    columns = {"source_office": "source", "source_date": "published", "source_headline": "title"}
    told: dict[str, Any] = {
        column: ";".join(str(one.get(key) or "") for one in articles.values())
        for column, key in columns.items()
    }
    told["source_article"] = ";".join(
        '"{}"'.format(",".join(str(one.get(key) or "") for key in columns.values()))
        for one in articles.values()
    )
    told["source_original"] = ";".join(named(properties["sources"], "attributed_to"))
    return {**told, "number_of_sources": len(articles)}


def _deaths(killed: Mapping[str, int | None]) -> dict[str, Any]:
    """Give low, best and high, each known when one is; `best` is the sum of the four kinds."""
    numbers = [killed[name] for name in ("best", "low", "high")]
    best = next((number for number in numbers if number is not None), None)
    return {
        "best": best,
        "low": best if killed["low"] is None else killed["low"],
        "high": best if killed["high"] is None else killed["high"],
        "deaths_unknown": best,
    }
