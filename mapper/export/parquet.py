"""Incidents as GeoParquet 1.1, with all that a feature says in columns of its own kind.

In: features, which may come one by one. Out: the file, a row an incident; numbers, weapons and
sources are structs and lists. What can go wrong: pyarrow is not installed (`OutputError`), and the
`OSError` of a disk that is full. Source: the GeoParquet specification, version 1.1.0
(geoparquet.org/releases/v1.1.0).
"""

import datetime as dt
import itertools
import json
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.errors import OutputError
from mapper.export.antimeridian import Box, box_of
from mapper.export.feature import GENERATOR
from mapper.export.texts import whole_characters

if TYPE_CHECKING:
    import pyarrow as pa

Feature = Mapping[str, Any]

# Features that are in memory at a time, and rows of a row group.
_BATCH = 5000
_MARK = b"generator"

_MISSING = (
    "GeoParquet needs pyarrow, which is not installed; "
    'install it with `pip install "incident-mapper[parquet]"`.'
)


def is_our_parquet(path: pathlib.Path) -> bool:
    """Tell whether a file is a Parquet file that the mapper wrote, or empty."""
    if path.stat().st_size == 0:
        return True
    pyarrow = _pyarrow()
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_metadata(path).metadata
    except pyarrow.ArrowInvalid:
        return False
    return (metadata or {}).get(_MARK) == GENERATOR.encode()


def write_parquet(features: Iterable[Feature], path: pathlib.Path) -> None:
    """Write features to a new GeoParquet file at `path`.

    Raises
    ------
    OutputError
        When pyarrow is not installed.
    """
    pyarrow = _pyarrow()
    import pyarrow.parquet as pq

    schema = incident_schema()
    boxes: set[Box] = set()
    types: set[str] = set()
    coming = iter(features)
    with pq.ParquetWriter(path, schema, compression="zstd", version="2.6") as writer:
        while batch := [*itertools.islice(coming, _BATCH)]:
            rows = [_row(feature) for feature in batch]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema), _BATCH)
            for feature, row in zip(batch, rows, strict=True):
                if row["bbox"] is not None:
                    boxes.add(_box(feature, row["bbox"]))
                    types.add(feature["geometry"]["type"])
        told = {"geo": json.dumps(geo_metadata(types, box_of(sorted(boxes))))}
        writer.add_key_value_metadata({**told, _MARK.decode(): GENERATOR})


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise OutputError(_MISSING) from error
    return pyarrow


def geo_metadata(types: Iterable[str], box: Box | None) -> dict[str, Any]:
    """Give what the file says of its geometry; without `crs` it is OGC:CRS84, longitude first."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(types),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": {side: ["bbox", side] for side in ("xmin", "ymin", "xmax", "ymax")}},
    }
    if box is not None:
        column["bbox"] = list(box)
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def incident_schema() -> "pa.Schema":
    """Give the columns: the properties of the contract, the outline, and the box around it."""
    import pyarrow as pa

    text, number, share, flag = pa.string(), pa.int64(), pa.float64(), pa.bool_()
    bounds = pa.struct({"low": number, "best": number, "high": number})
    count = pa.struct([*bounds, pa.field("word", text), pa.field("attributed_to", text)])
    weapons = pa.list_(pa.struct({"kind": text, "launched": number, "intercepted": number}))
    prisoners = pa.list_(pa.struct({"side": text, "number": number}))
    source = pa.struct(
        {
            **dict.fromkeys(("report", "article", "title", "source", "url"), text),
            "published": pa.date32(),
            **dict.fromkeys(("published_basis", "quote"), text),
            **dict.fromkeys(("start", "end"), number),
            "attributed_to": text,
            "killed": count,
            "injured": count,
            "prisoners": prisoners,
            "weapons": weapons,
            **dict.fromkeys(("place_how", "date_how"), text),
            "joined_because": pa.list_(text),
            "copy_of": text,
        }
    )
    columns = {
        **dict.fromkeys(("id", "event_type", "sub_type", "title"), text),
        **dict.fromkeys(("date", "end_date"), pa.date32()),
        **dict.fromkeys(("date_precision", "date_basis", "place", "place_id", "country"), text),
        **dict.fromkeys(("admin1", "admin2"), text),
        "lat": share,
        "lon": share,
        "geo_precision": text,
        "approximate": flag,
        "initiator": text,
        "target": text,
        "weapons": weapons,
        "killed": bounds,
        "injured": bounds,
        "prisoners": prisoners,
        "disputed": flag,
        "disputes": pa.list_(text),
        "parent": text,
        "status": text,
        "edited": pa.list_(text),
        "confidence": share,
        "sources": pa.list_(source),
        "bbox": pa.struct(dict.fromkeys(("xmin", "ymin", "xmax", "ymax"), share)),
        "geometry": pa.binary(),
    }
    return pa.schema(columns)


def _row(feature: Feature) -> dict[str, Any]:
    import shapely
    import shapely.geometry

    properties, geometry = feature["properties"], feature["geometry"]
    shape = None if geometry is None else shapely.geometry.shape(geometry)
    # Of a shape on both sides of the antimeridian the box goes round the world: readers leave out
    # what their own box does not meet, and must not leave out this.
    box = None if shape is None else dict(zip(_SIDES, shape.bounds, strict=True))
    values = {
        **properties,
        "id": feature["id"],
        **{name: _day(properties[name]) for name in ("date", "end_date")},
        "prisoners": _prisoners(properties["prisoners"]),
        "sources": [_source(source) for source in properties["sources"]],
        "bbox": box,
        "geometry": None if shape is None else shapely.to_wkb(shape),
    }
    return {name: _clean(value) for name, value in values.items()}


_SIDES: Sequence[str] = ("xmin", "ymin", "xmax", "ymax")


def _box(feature: Feature, box: Mapping[str, float]) -> Box:
    told = feature.get("bbox")
    west, south, east, north = told or (box[side] for side in _SIDES)
    return west, south, east, north


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **source,
        "published": _day(source["published"]),
        "prisoners": _prisoners(source["prisoners"]),
    }


def _prisoners(sides: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"side": side, "number": number} for side, number in sides.items()]


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _clean(value: Any) -> Any:
    """Replace halves of characters, at any depth; the depth is that of the schema."""
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return value
