"""A dataset: a folder of GeoParquet 1.1 files with the incidents of a bulk run.

In: features. Out: parts that appear whole, a file that tells what they are, and the features again.
What can go wrong: a folder that is no dataset, not finished or broken (`StoreError`), or one that
is another's (`OutputError`).
"""

import json
import os
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mapper.errors import OutputError, StoreError

if TYPE_CHECKING:
    import pyarrow as pa

# Tells a dataset of ours. Readers of Parquet pass over names that begin so.
MANIFEST = "_mapper.json"
_PART = "part-{:05}.parquet"
_SIDES = ("xmin", "ymin", "xmax", "ymax")


def is_dataset(location: str) -> bool:
    """Tell whether a location is a folder of ours."""
    return pathlib.Path(location, MANIFEST).is_file()


def manifest(folder: pathlib.Path) -> dict[str, Any]:
    """Give what a dataset says of itself.

    Raises
    ------
    StoreError
        When it is broken.
    """
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        msg = f"Dataset {str(folder)!r} is broken ({error}); make it again with `mapper bulk`."
        raise StoreError(msg) from error
    if not isinstance(told, dict) or told.get("generator") != "incident-mapper":
        msg = f"{str(path)!r} is no manifest of the mapper; make it again with `mapper bulk`."
        raise StoreError(msg)
    return told


def write_manifest(folder: pathlib.Path, told: Mapping[str, Any]) -> None:
    """Say what a dataset is; whole or not at all."""
    beside = folder / f"{MANIFEST}.tmp"
    beside.write_text(json.dumps({"generator": "incident-mapper", **told}, indent=1), "utf-8")
    beside.replace(folder / MANIFEST)


def claimed(folder: pathlib.Path) -> None:
    """Make the folder of a dataset, or see that it is ours.

    Raises
    ------
    OutputError
        When it cannot be made, or holds what is not ours.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = [one.name for one in folder.iterdir()] if not is_dataset(str(folder)) else []
    except OSError as error:
        msg = f"Folder {str(folder)!r} cannot be made: {error.strerror}."
        raise OutputError(msg) from error
    if strange:
        msg = f"Folder {str(folder)!r} holds other files ({sorted(strange)[0]!r}); name a new one."
        raise OutputError(msg)


def part_path(folder: pathlib.Path, number: int) -> pathlib.Path:
    """Give the path of a part."""
    return folder / _PART.format(number)


def write_part(features: Iterable[Mapping[str, Any]], target: pathlib.Path) -> None:
    """Write features to a GeoParquet file; whole or not at all."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [_row(feature) for feature in features]
    types = sorted({row.pop("type") for row in rows} - {None})
    told = {"geo": json.dumps(_geo(types)), "generator": "incident-mapper"}
    table = pa.Table.from_pylist(rows, schema=_schema().with_metadata(told))
    beside = target.with_name(f"_{target.name}.{os.getpid()}.tmp")
    pq.write_table(table, beside, compression="zstd", row_group_size=5000)
    beside.replace(target)


def features(location: str) -> Iterator[dict[str, Any]]:
    """Give the features of a dataset one by one, in the order of its parts.

    Raises
    ------
    StoreError
        When the dataset is not finished or broken.
    """
    folder = pathlib.Path(location)
    told = manifest(folder)
    if not told.get("finished"):
        msg = f"Dataset {location!r} is not finished; run the same `mapper bulk` again."
        raise StoreError(msg)
    for number in range(told["parts"]):
        yield from _features(part_path(folder, number))


def layers(location: str) -> dict[str, dict[str, str]] | None:
    """Give the words and colours of its types; None when they are those of war."""
    found: dict[str, dict[str, str]] | None = manifest(pathlib.Path(location)).get("layers")
    return found


def _features(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        msg = 'A dataset needs pyarrow; install it with `pip install "incident-mapper[dask]"`.'
        raise StoreError(msg) from error
    try:
        for batch in pq.ParquetFile(path).iter_batches(columns=["feature", "geometry"]):
            for row in batch.to_pylist():
                feature: dict[str, Any] = json.loads(row["feature"])
                feature["geometry"] = _geometry(row["geometry"])
                yield feature
    except (OSError, pa.ArrowInvalid, ValueError, KeyError) as error:
        msg = f"Part {str(path)!r} is broken or gone ({error}); make the dataset again."
        raise StoreError(msg) from error


def _geometry(shape: bytes | None) -> Any:
    import shapely
    import shapely.geometry

    if shape is None:
        return None
    return json.loads(json.dumps(shapely.geometry.mapping(shapely.from_wkb(shape))))


def _row(feature: Mapping[str, Any]) -> dict[str, Any]:
    import shapely
    import shapely.geometry

    said, geometry = feature["properties"], feature["geometry"]
    shape = None if geometry is None else shapely.geometry.shape(geometry)
    row = {name: said[name] for name in _TEXTS if name != "id"}
    return row | {
        "id": feature["id"],
        "lat": said["lat"],
        "lon": said["lon"],
        "confidence": said["confidence"],
        **{f"{name}_best": said[name]["best"] for name in ("killed", "injured")},
        "sources": len(said["sources"]),
        "feature": json.dumps({**feature, "geometry": None}, separators=(",", ":")),
        "bbox": None if shape is None else dict(zip(_SIDES, shape.bounds, strict=True)),
        "geometry": None if shape is None else shapely.to_wkb(shape),
        "type": None if shape is None else shape.geom_type,
    }


_TEXTS = (
    *("id", "event_type", "sub_type", "title", "date", "end_date", "date_precision"),
    *("place", "country", "admin1", "geo_precision", "parent", "status"),
)


def _schema() -> "pa.Schema":
    import pyarrow as pa

    columns: dict[str, Any] = dict.fromkeys(_TEXTS, pa.string())
    columns |= dict.fromkeys(("lat", "lon", "confidence"), pa.float64())
    columns |= dict.fromkeys(("killed_best", "injured_best", "sources"), pa.int64())
    columns |= {
        "feature": pa.string(),
        "bbox": pa.struct(dict.fromkeys(_SIDES, pa.float64())),
        "geometry": pa.binary(),
    }
    return pa.schema(columns)


def _geo(types: list[str]) -> dict[str, Any]:
    """Say what the geometry is; without `crs` it is OGC:CRS84, longitude first."""
    covering = {"bbox": {side: ["bbox", side] for side in _SIDES}}
    column = {"encoding": "WKB", "geometry_types": types, "covering": covering}
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
