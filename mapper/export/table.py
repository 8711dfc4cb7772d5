"""Incidents as a table in CSV (RFC 4180), a row an incident.

In: features, which may come one by one. Out: text with a line of names and a line an incident; what
has no value is empty. Text that a spreadsheet would run as a formula gets an apostrophe before it,
and text that is longer than a spreadsheet's cell is cut.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mapper.export.texts import whole_characters

Feature = Mapping[str, Any]
# A row by the names of columns; a column that it lacks is empty.
Row = Callable[[Feature], Mapping[str, Any]]

COLUMNS = (
    *("id", "event_type", "sub_type", "title", "date", "end_date", "date_precision", "date_basis"),
    *("place", "place_id", "country", "admin1", "admin2", "lat", "lon", "geo_precision"),
    *("approximate", "initiator", "target", "weapons", "launched", "intercepted"),
    *("killed_low", "killed_best", "killed_high"),
    *("injured_low", "injured_best", "injured_high"),
    *("prisoners", "disputed", "disputes", "parent", "status", "confidence"),
    *("articles", "sources", "first_published", "last_published", "quotes", "urls", "wkt"),
)

# How a file of ours begins, so that another export may replace it; all versions have these.
CSV_MARK = ",".join(COLUMNS[:8])

# A byte-order mark, by which Excel knows UTF-8.
BOM = "\ufeff"

# https://owasp.org/www-community/attacks/CSV_Injection, with East Asian keyboards' wide signs.
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"^[{_SIGNS}\t\r\n]")
# Where a spreadsheet is set to another separator, a cell ends within the text.
_WITHIN = re.compile(rf'(?<=[;\t\r\n])(?="*[{_SIGNS}])')

# Excel puts what is longer than 32,767 characters into the next row; LibreOffice cuts it.
CELL_MOST = 32_000
_CUT = " [cut]"

# Between several values of one cell.
BETWEEN = " | "


def csv_table(collection: Mapping[str, Any]) -> str:
    """Write a feature collection as CSV; lines end in CRLF."""
    return "".join(csv_lines(collection["features"]))


def csv_lines(
    features: Iterable[Feature],
    *,
    columns: Sequence[str] = COLUMNS,
    row: Row | None = None,
    bom: bool = False,
) -> Iterator[str]:
    """Write features as CSV, a line at a time; lines end in CRLF.

    `row` makes the values of one line; that of `COLUMNS` without it. `bom` begins with a byte-order
    mark.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    yield (BOM if bom else "") + _taken(stream)
    made = row or incident_row
    for feature in features:
        values = made(feature)
        writer.writerow([_cell(column, values.get(column)) for column in columns])
        yield _taken(stream)


def _taken(stream: io.StringIO) -> str:
    text = stream.getvalue()
    stream.seek(0)
    stream.truncate()
    return text


def incident_row(feature: Feature) -> dict[str, Any]:
    """Give the values of `COLUMNS`."""
    properties = feature["properties"]
    sources = properties["sources"]
    counts = {
        f"{name}_{bound}": properties[name][bound]
        for name in ("killed", "injured")
        for bound in ("low", "best", "high")
    }
    weapons = properties["weapons"]
    published = sorted(source["published"] for source in sources if source.get("published"))
    return {
        **properties,
        **counts,
        "id": feature["id"],
        "weapons": BETWEEN.join(weapon["kind"] for weapon in weapons),
        **{name: total(weapons, name) for name in ("launched", "intercepted")},
        "prisoners": BETWEEN.join(f"{s} {n}" for s, n in properties["prisoners"].items()),
        "disputes": BETWEEN.join(properties.get("disputes") or ()),
        "articles": len({source["article"] for source in sources}),
        "sources": BETWEEN.join(named(sources, "source")),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "quotes": BETWEEN.join(source["quote"] for source in sources),
        "urls": BETWEEN.join(named(sources, "url")),
        "wkt": wkt(feature["geometry"]),
    }


def named(sources: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    """Give what sources say under a key, each once, sorted."""
    return sorted({source[key] for source in sources if source.get(key)})


def total(weapons: Iterable[Mapping[str, Any]], name: str) -> int | None:
    """Give the sum of a number of weapons of all kinds; None when none is said."""
    numbers = [weapon[name] for weapon in weapons if weapon.get(name) is not None]
    return sum(numbers) if numbers else None


def wkt(geometry: Mapping[str, Any] | None) -> str | None:
    """Give a geometry as well-known text, longitude first."""
    import shapely
    import shapely.geometry

    if geometry is None:
        return None
    return shapely.to_wkt(shapely.geometry.shape(dict(geometry)), rounding_precision=5)


def _cell(column: str, value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    # Half an outline is none, and its text is our own.
    if column in {"wkt", "geom_wkt"}:
        return value
    text = whole_characters(value)
    if len(text) > CELL_MOST:
        text = text[: CELL_MOST - len(_CUT)] + _CUT
    text = _WITHIN.sub("'", text)
    return f"'{text}" if _FORMULA.match(text) else text
