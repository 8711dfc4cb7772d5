"""Incidents as a table in CSV (RFC 4180), a row an incident.

In: a feature collection. Out: text in UTF-8 with the columns of `COLUMNS`; what has no value is
empty. Text that a spreadsheet would run as a formula gets an apostrophe before it.
"""

import csv
import io
from typing import Any

COLUMNS = (
    *("id", "event_type", "sub_type", "title", "date", "end_date", "date_precision", "date_basis"),
    *("place", "place_id", "country", "admin1", "lat", "lon", "geo_precision"),
    *("initiator", "target", "weapons"),
    *("killed_low", "killed_best", "killed_high"),
    *("injured_low", "injured_best", "injured_high"),
    *("prisoners", "disputed", "parent", "status", "confidence"),
    *("articles", "quotes", "urls", "wkt"),
)

# How a file of ours begins, so that another export may replace it.
CSV_MARK = ",".join(COLUMNS)

# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Between several values of one cell.
_BETWEEN = " | "


def csv_table(collection: dict[str, Any]) -> str:
    """Write a feature collection as CSV; lines end in CRLF."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for feature in collection["features"]:
        row = _row(feature)
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return stream.getvalue()


def _row(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    sources = properties["sources"]
    counts = {
        f"{name}_{bound}": properties[name][bound]
        for name in ("killed", "injured")
        for bound in ("low", "best", "high")
    }
    return {
        **properties,
        **counts,
        "id": feature["id"],
        "weapons": _BETWEEN.join(weapon["kind"] for weapon in properties["weapons"]),
        "prisoners": _BETWEEN.join(f"{s} {n}" for s, n in properties["prisoners"].items()),
        "articles": len({source["article"] for source in sources}),
        "quotes": _BETWEEN.join(source["quote"] for source in sources),
        "urls": _BETWEEN.join(sorted({source["url"] for source in sources if source["url"]})),
        "wkt": _wkt(feature["geometry"]),
    }


def _wkt(geometry: dict[str, Any] | None) -> str | None:
    import shapely
    import shapely.geometry

    if geometry is None:
        return None
    return shapely.to_wkt(shapely.geometry.shape(geometry), rounding_precision=5)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
