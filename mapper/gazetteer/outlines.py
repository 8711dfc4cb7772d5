"""Shapes of countries and regions, and what follows from them.

In: `gazetteer/outlines/*.geojson.gz`, entries. Out: entries with shapes, points and borders. A file
that is missing or broken raises `GazetteerError`. Shapes are WGS 84, lon/lat.
"""

import csv
import gzip
import itertools
import json
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from mapper.errors import GazetteerError
from mapper.gazetteer.entry import Entry
from mapper.gazetteer.model import Kind
from mapper.gazetteer.tables import Row

# Shorter than this (degrees, about 5 km) is where two outlines only touch.
_SHORTEST_BORDER = 0.04
# Where GeoNames and the United Nations differ on whose a settlement is: (said, of which it may be).
_LAND_OF_OTHERS = {"IL": ("PS", "SY"), "RU": ("UA",), "MA": ("EH",)}
# A line drawn at 1:10m is off by less than this (degrees, about 1 km).
_OUTLINE_ERROR = 0.01
# Share of a drawn area that must lie in its countries for it to be cut to them.
_LEAST_LAND = 0.1
_IN_TOWN_DEGREES = 0.15
# A place on a coast or border may lie this far outside its division as drawn.
_NEAREST_DEGREES = 0.1

Feature = tuple[BaseGeometry, dict[str, Any]]


def read_outlines(path: Path) -> dict[str, Feature]:
    """Read a GeoJSON file; gives shape and properties by the features' ids.

    Raises
    ------
    GazetteerError
        When the file is missing or broken.
    """
    try:
        collection = json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError) as error:
        msg = f"Outlines {path.name!r} cannot be read: {error}"
        raise GazetteerError(msg) from error
    return {
        feature["id"]: (
            shapely.from_geojson(json.dumps(feature["geometry"])),
            feature["properties"],
        )
        for feature in collection["features"]
    }


def add_country_shapes(entries: Iterable[Entry], countries: dict[str, Feature]) -> None:
    """Give each country its outline, and one that has no point yet a point inside."""
    for entry in entries:
        if entry.kind is Kind.COUNTRY and entry.country in countries:
            shape = countries[entry.country][0]
            entry.shape = shapely.to_wkb(shape)
            if entry.lat == entry.lon == 0.0:
                entry.lat, entry.lon = inner_point(shape)


def add_region_shapes(entries: Iterable[Entry], regions: dict[str, Feature]) -> None:
    """Give each region its shape and the names that the shape's source has for it."""
    for entry in entries:
        if entry.kind is Kind.REGION and entry.id in regions:
            shape, about = regions[entry.id]
            entry.shape = shapely.to_wkb(shape)
            entry.approximate = about["approximate"]
            entry.names |= set(about.get("names", ()))
            if not shapely.contains_xy(shape, entry.lon, entry.lat):
                entry.lat, entry.lon = inner_point(shape)


def centre_regions(entries: Iterable[Entry]) -> None:
    """Put the point of each region in its middle: sources give its seat or its largest town."""
    for entry in entries:
        if entry.kind is Kind.REGION and entry.shape is not None:
            shape = shapely.from_wkb(entry.shape)
            if shape.geom_type in {"Polygon", "MultiPolygon"}:
                entry.lat, entry.lon = inner_point(shape)


def move_to_points(entries: dict[str, Entry], path: Path) -> None:
    """Put countries and regions where GeoNames does, so that others' data agree with ours.

    `path` is a table of id, lat and lon. A point outside the shape of its place is left, and one in
    the seat of a region, which would be a pin on a town that nobody named.

    Raises
    ------
    GazetteerError
        When the table cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            points = {
                row["id"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(lines)
            }
    except (OSError, KeyError, ValueError) as error:
        msg = f"Points {path.name!r} cannot be read: {error}"
        raise GazetteerError(msg) from error
    for ident, (lat, lon) in points.items():
        entry = entries.get(ident)
        if entry is None or entry.shape is None:
            continue
        seat = entries.get(entry.capital or "")
        in_seat = (
            seat is not None and math.dist((lat, lon), (seat.lat, seat.lon)) < _IN_TOWN_DEGREES
        )
        if entry.kind is Kind.REGION and in_seat:
            continue
        if shapely.intersects_xy(shapely.from_wkb(entry.shape), lon, lat):
            entry.lat, entry.lon = lat, lon


def add_table_shapes(
    entries: dict[str, Entry], rows: Iterable[Row], countries: dict[str, Feature]
) -> None:
    """Give the places of the tables the shapes that their lines tell.

    Raises
    ------
    GazetteerError
        When a shape cannot be understood.
    """
    for row in rows:
        entry = entries.get(row.entry.id)
        if row.shape and entry is not None and entry.shape is None:
            try:
                shape = _table_shape(row.shape, countries, entries)
            except (KeyError, ValueError, shapely.errors.ShapelyError) as error:
                msg = f"{row.where}: shape {row.shape[:40]!r}: {error}"
                raise GazetteerError(msg) from error
            if shape is None:
                continue
            if entry.kind is Kind.AREA:
                shape = _on_land(shape, row, countries)
                entry.lat, entry.lon = inner_point(shape)
            entry.shape = shapely.to_wkb(shape)
            # Lines of vague areas and rough boxes are drawn by hand.
            entry.approximate = not row.shape.startswith("outline:")


def _on_land(shape: BaseGeometry, row: Row, countries: dict[str, Feature]) -> BaseGeometry:
    """Cut the rough drawing of an area to the countries that its line names."""
    codes = [row.entry.country or "", *row.notes.get("countries", "").split(",")]
    land = shapely.union_all([countries[code][0] for code in codes if code in countries])
    if shapely.get_dimensions(shape) < 2 or shapely.is_empty(land):
        return shape
    cut = shapely.intersection(shape, land)
    parts = [part for part in shapely.get_parts(cut) if part.geom_type == "Polygon"]
    common = shapely.union_all(parts)
    # A drawing of which hardly anything lies in its countries is not about land.
    return common if shapely.area(common) >= _LEAST_LAND * shapely.area(shape) else shape


def _table_shape(
    text: str, countries: dict[str, Feature], entries: dict[str, Entry]
) -> BaseGeometry | None:
    scheme, _, value = text.partition(":")
    if scheme == "parts":
        return shapely.union_all([entries[ident].geometry() for ident in value.split("+")])
    if scheme == "outline":
        feature = countries.get(value)
        return None if feature is None else feature[0]
    if scheme == "bbox":
        west, south, east, north = (float(part) for part in value.split(","))
        return shapely.box(west, south, east, north)
    return shapely.make_valid(shapely.from_wkt(text))


def correct_countries(entries: Iterable[Entry], regions: dict[str, Feature]) -> None:
    """Put settlements into the recognised country whose land they stand on, as shapes tell."""
    for said, others in _LAND_OF_OTHERS.items():
        land = {
            ident: shapely.buffer(shape, -_OUTLINE_ERROR)
            for ident, (shape, _) in regions.items()
            if ident.split("-")[1] in others
        }
        idents = list(land)
        tree = shapely.STRtree([land[ident] for ident in idents])
        for entry in entries:
            if entry.country == said and entry.kind is Kind.SETTLEMENT:
                found = tree.query(shapely.Point(entry.lon, entry.lat), predicate="within")
                if len(found):
                    entry.admin1 = idents[found[0]]
                    entry.country = entry.admin1.split("-")[1]
                    entry.admin2 = None


def borders(
    countries: dict[str, Feature], names: dict[str, str]
) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Make the land border of each two countries whose outlines touch.

    Parameters
    ----------
    names
        English names by ISO 3166-1 alpha-2 code.

    Returns
    -------
    The borders, and the pairs of codes, both in alphabetical order.
    """
    codes = sorted(code for code in countries if code in names)
    shapes = [countries[code][0] for code in codes]
    firsts, seconds = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    edges = shapely.boundary(shapes)
    found = []
    pairs = []
    for one, other in sorted(zip(firsts.tolist(), seconds.tolist(), strict=True)):
        if one >= other:
            continue
        line = _lines(shapely.intersection(edges[one], edges[other]))
        if shapely.length(line) >= _SHORTEST_BORDER:
            found.append(_border(codes[one], codes[other], names, line))
            pairs.append((codes[one], codes[other]))
    return found, pairs


def _lines(shape: BaseGeometry) -> BaseGeometry:
    parts = itertools.chain.from_iterable(
        shapely.get_parts(part) for part in shapely.get_parts(shape)
    )
    lines = [part for part in parts if part.geom_type == "LineString"]
    return shapely.line_merge(shapely.MultiLineString(lines))


def _border(one: str, other: str, names: dict[str, str], line: BaseGeometry) -> Entry:
    longest = max(shapely.get_parts(line), key=shapely.length)
    middle = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    return Entry(
        id=f"mapper:border-{one}-{other}",
        name=f"{names[one]}-{names[other]} border",
        kind=Kind.BORDER,
        lat=middle.y,
        lon=middle.x,
        names={f"{names[other]}-{names[one]} border"},
        shape=shapely.to_wkb(line),
    )


def inner_point(shape: BaseGeometry) -> tuple[float, float]:
    """Give latitude and longitude of a point inside the largest part of `shape`."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = shapely.centroid(largest)
    if not shapely.contains(largest, point):
        point = shapely.point_on_surface(largest)
    return point.y, point.x


class Locator:
    """Finds the division in which a place lies, by shape."""

    def __init__(self, divisions: list[Entry]) -> None:
        self._divisions = divisions
        self._tree = shapely.STRtree([entry.geometry() for entry in divisions])

    def find(self, entry: Entry) -> str | None:
        """Give the id of the division of the same country that contains the place, or is nearest.

        None when there is none within about 10 km.
        """
        point = shapely.Point(entry.lon, entry.lat)
        near = self._tree.query(point, predicate="dwithin", distance=_NEAREST_DEGREES)
        own = [int(n) for n in near if self._divisions[n].country == entry.country]
        if not own:
            return None
        distances = shapely.distance(self._tree.geometries[own], point)
        return self._divisions[own[int(distances.argmin())]].id
