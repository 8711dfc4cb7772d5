"""Read files of places or boundaries of the user's own: CSV, GeoJSON, GeoPackage, shapefile.

In: a path, and its coordinate system where the file does not say it. Out: `OwnPlace`s in WGS 84. A
file that cannot be read, has no coordinate system, or a row that is not sound raises
`GazetteerError`, which names the file and the row.
"""

import csv
import dataclasses
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapper.errors import GazetteerError
from mapper.gazetteer.model import Kind
from mapper.gazetteer.own_place import COLUMNS, OwnPlace, own_place

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

TABLES = frozenset({".csv", ".tsv"})
MAPS = frozenset({".geojson", ".json", ".gpkg", ".shp"})

# A file of one's own is read whole; a dump of GeoNames is not one.
MOST_BYTES = 500_000_000
_DEGREES = "EPSG:4326"
# What files call the columns besides.
_ALSO = {
    "latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "geometry": "wkt",
    "geom": "wkt", "alternate_names": "names", "alternatenames": "names", "region": "admin1",
    "type": "kind", "country_code": "country",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How files are read.

    Attributes
    ----------
    crs
        Coordinate system of files that say none, and of tables: "EPSG:4326", or what else pyproj
        understands. None takes tables to be in degrees of WGS 84 and refuses maps without one.
    kind
        Kind of the rows that say none.
    """

    crs: str | None = None
    kind: Kind | None = None


def read_own(path: Path, reading: Reading) -> Iterator[OwnPlace]:
    """Read the places of a file, in its order.

    Raises
    ------
    GazetteerError
        When the file or a row of it is broken.
    """
    suffix = path.suffix.lower()
    if suffix not in TABLES | MAPS:
        msg = f"{str(path)!r} is none of {', '.join(sorted(TABLES | MAPS))}."
        raise GazetteerError(msg)
    try:
        size = path.stat().st_size
    except OSError as error:
        msg = f"{str(path)!r} cannot be read: {error.strerror}."
        raise GazetteerError(msg) from error
    if size > MOST_BYTES:
        msg = f"{str(path)!r} has more than {MOST_BYTES} bytes."
        raise GazetteerError(msg)
    yield from _table(path, reading) if suffix in TABLES else _maps(path, reading)


def _table(path: Path, reading: Reading) -> Iterator[OwnPlace]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.readline()
            stream.seek(0)
            rows = csv.DictReader(stream, delimiter=_divider(head), strict=True)
            columns = {_column(name) for name in rows.fieldnames or ()}
            if "name" not in columns or not ({"lat", "lon"} <= columns or "wkt" in columns):
                msg = (
                    f"{path.name!r} needs a first line with the columns name, lat and lon (or wkt);"
                    f" others that are read: {', '.join(COLUMNS[3:])}."
                )
                raise GazetteerError(msg)
            for row in rows:
                where = f"{path.name}, line {rows.line_num}"
                yield _row(row, where, reading)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        msg = f"{path.name!r} cannot be read as CSV in UTF-8: {error}."
        raise GazetteerError(msg) from error


def _divider(head: str) -> str:
    return max(",;\t", key=head.count)


def _row(row: Mapping[str, str | None], where: str, reading: Reading) -> OwnPlace:
    if None in row or None in row.values():
        msg = f"{where} has another number of columns than the first line."
        raise GazetteerError(msg)
    cells = {_column(name): (cell or "").strip() for name, cell in row.items()}
    geometry = _from_text(cells, where)
    if reading.crs is not None and geometry is None:
        geometry = _point(cells)
    if reading.crs is not None and geometry is not None:
        geometry = _turned(geometry, reading.crs, where)
    return own_place(cells, geometry, where, reading.kind)


def _from_text(cells: Mapping[str, str], where: str) -> "BaseGeometry | None":
    if not cells.get("wkt"):
        return None
    import shapely

    try:
        return shapely.from_wkt(cells["wkt"])
    except shapely.GEOSException as error:
        msg = f"{where}: the geometry is no well-known text: {error}."
        raise GazetteerError(msg) from error


def _point(cells: Mapping[str, str]) -> "BaseGeometry | None":
    """Give the point of a row whose coordinates are none of WGS 84; None leaves it as it is."""
    import shapely

    try:
        east, north = float(cells.get("lon", "")), float(cells.get("lat", ""))
    except ValueError:
        return None
    return shapely.Point(east, north)


def _turned(geometry: "BaseGeometry", crs: str, where: str) -> "BaseGeometry":
    import shapely

    transform = _transformer(crs)
    try:
        return shapely.transform(geometry, transform.transform, interleaved=False)
    except (ValueError, RuntimeError) as error:
        msg = f"{where}: the coordinates cannot be taken from {crs!r} to degrees: {error}."
        raise GazetteerError(msg) from error


def _transformer(crs: str) -> Any:
    import pyproj

    return pyproj.Transformer.from_crs(_system(crs), _DEGREES, always_xy=True)


def _system(crs: str) -> Any:
    import pyproj

    try:
        return pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as error:
        msg = f"{crs!r} is no coordinate system; give one like EPSG:4326."
        raise GazetteerError(msg) from error


def _maps(path: Path, reading: Reading) -> Iterator[OwnPlace]:
    for layer in _layers(path):
        frame = _read(path, layer)
        named = path.name if layer is None else f"{path.name}, layer {layer}"
        located = _in_degrees(frame, named, reading.crs)
        columns = [_column(str(name)) for name in located.columns]
        for number, values in enumerate(located.itertuples(index=False, name=None), 1):
            row = dict(zip(columns, values, strict=True))
            geometry = row.pop("wkt")
            where = f"{named}, feature {number}"
            if geometry is None:
                msg = f"{where} has no geometry."
                raise GazetteerError(msg)
            yield own_place(
                {name: _text(value) for name, value in row.items()}, geometry, where, reading.kind
            )


def _layers(path: Path) -> list[str | None]:
    """Give the layers that have geometries; a file of one layer needs no name for it."""
    import pyogrio

    try:
        layers = [name for name, geometry in pyogrio.list_layers(path) if geometry is not None]
    except (ValueError, RuntimeError) as error:
        msg = f"{path.name!r} cannot be read as a map: {error}."
        raise GazetteerError(msg) from error
    if not layers:
        msg = f"{path.name!r} has no layer with geometries."
        raise GazetteerError(msg)
    return [None] if len(layers) == 1 else [str(name) for name in layers]


def _read(path: Path, layer: str | None) -> "GeoDataFrame":
    import geopandas

    try:
        return geopandas.read_file(path, layer=layer, engine="pyogrio")
    except (ValueError, RuntimeError) as error:
        msg = f"{path.name!r} cannot be read as a map: {error}."
        raise GazetteerError(msg) from error


def _in_degrees(frame: "GeoDataFrame", named: str, crs: str | None) -> "GeoDataFrame":
    """Turn a layer into WGS 84, its geometries in the column `geometry`."""
    if frame.crs is None:
        if crs is None:
            msg = (
                f"{named} does not say its coordinate system (CRS); give it with --crs, for "
                f"degrees of latitude and longitude --crs {_DEGREES}."
            )
            raise GazetteerError(msg)
        frame = frame.set_crs(_system(crs))
    if frame.active_geometry_name != "geometry":
        frame = frame.rename_geometry("geometry")
    # GeoJSON that was written in metres in spite of its standard must not be taken for degrees.
    return frame if frame.crs == _DEGREES else frame.to_crs(_DEGREES)


def _column(name: str) -> str:
    plain = name.strip().lower()
    return _ALSO.get(plain, plain)


def _text(value: object) -> str:
    if value is None or isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        return "|".join(str(item) for item in value)  # type: ignore[attr-defined]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return "" if text in {"nan", "NaT", "<NA>"} else text
