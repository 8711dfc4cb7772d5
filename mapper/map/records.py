"""Turns the incidents' GeoJSON into the data block that the page's script reads.

In: a FeatureCollection as `mapper export` writes it. Out: plain dictionaries, smaller than the
GeoJSON: articles and shapes stand once and are referred to by number, empty values are left out,
and what is left is packed in columns.
Nothing is dropped because it is odd: a geometry that cannot be read leaves an incident without a
place, and text stays as it is, for the script to show as text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mapper.map.basemap import Basemap, Outline
from mapper.map.encoding import encode_line
from mapper.map.extent import (
    bounds_of,
    first_view,
    positions,
    seam_of,
    turned,
)
from mapper.map.packing import pack
from mapper.selection import is_position

# A region's shape from Voronoi cells or Natural Earth says no more than this.
_SHAPE_TOLERANCE_DEG = 0.005

# As lexicons name their types; the page makes a property of its style and parts of addresses of it.
_LAYER_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LAYER_KEYS = ("label", "plural", "colour", "shape")
_ARTICLE_KEYS = ("title", "source", "url", "published")
# Ids and offsets serve programs, not readers; the page shows the words themselves.
_SOURCE_LEFT_OUT = {
    *_ARTICLE_KEYS,
    "article",
    "report",
    "start",
    "end",
    "published_basis",
    "copy_of",
}


def page_data(collection: Mapping[str, Any], basemap: Basemap) -> dict[str, Any]:
    """Gather what the page's script needs, in the order of the collection."""
    articles = _Articles()
    shapes = _Shapes()
    incidents = [_incident(feature, articles, shapes) for feature in collection["features"]]
    sources = [record.pop("sources") for record in incidents]
    return {
        "incidents": pack(incidents),
        "sources": pack([source for some in sources for source in some]),
        "sourceCounts": [len(some) for some in sources],
        "articles": pack(articles.rows),
        "shapes": shapes.rows,
        "view": _view(collection),
        "basemap": {
            "countries": [_outline(outline) for outline in basemap.countries],
            "regions": [_outline(outline) for outline in basemap.regions],
            "towns": [
                [
                    town.name,
                    round(town.lat, 3),
                    round(town.lon, 3),
                    town.population,
                    int(town.capital),
                ]
                for town in basemap.towns
            ],
        },
    }


def _view(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Give the extents of the first view and of all, on a map that is cut at `seam`."""
    seam = seam_of(collection)
    return {
        "core": first_view(collection, seam),
        "all": bounds_of(turned(positions(collection), seam)),
        "seam": seam,
    }


def layers_of(collection: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Give how types of events are drawn, as the export's `layers` say; empty when it has none.

    What is not named as lexicons name types, or has a value that is no text, is left out, and the
    page draws such a type as it draws unknown ones.
    """
    layers = collection.get("layers")
    found: dict[str, dict[str, str]] = {}
    for name, layer in layers.items() if isinstance(layers, Mapping) else ():
        values = {
            key: layer.get(key) if isinstance(layer, Mapping) else None for key in _LAYER_KEYS
        }
        named = isinstance(name, str) and _LAYER_NAME.fullmatch(name)
        if named and all(isinstance(value, str) for value in values.values()):
            found[name] = {key: str(value) for key, value in values.items()}
    return found


def _incident(
    feature: Mapping[str, Any], articles: "_Articles", shapes: "_Shapes"
) -> dict[str, Any]:
    properties = feature.get("properties") or {}
    record: dict[str, Any] = {"id": str(feature.get("id", ""))}
    for key, value in properties.items():
        if key not in {"sources", "lat", "lon"} and not _is_empty(value):
            record[key] = value
    if is_position(properties.get("lat"), properties.get("lon")):
        record["lat"] = round(properties["lat"], 5)
        record["lon"] = round(properties["lon"], 5)
    shape = shapes.number(feature.get("geometry"))
    if shape is not None:
        record["shape"] = shape
    elif not _is_point(feature.get("geometry")):
        record.pop("lat", None)
        record.pop("lon", None)
    sources = properties.get("sources") or ()
    numbers = {str(source.get("article")): articles.number(source) for source in sources}
    record["sources"] = [_source(source, articles, numbers) for source in sources]
    return record


def _source(
    source: Mapping[str, Any], articles: "_Articles", numbers: Mapping[str, int]
) -> dict[str, Any]:
    """Give a source; `copy_of` is the number of the article whose text it carries."""
    record: dict[str, Any] = {"a": articles.number(source)}
    original = source.get("copy_of")
    if original is not None and str(original) in numbers:
        record["copy_of"] = numbers[str(original)]
    for key, value in source.items():
        if key not in _SOURCE_LEFT_OUT and not _is_empty(value):
            record[key] = value
    return record


def _is_empty(value: object) -> bool:
    if isinstance(value, dict):
        return all(item is None for item in value.values())
    return value is None or value is False or value in ("", [])


def _is_point(geometry: object) -> bool:
    return isinstance(geometry, Mapping) and geometry.get("type") == "Point"


def _outline(outline: Outline) -> list[Any]:
    lines = [encode_line(ring) for ring in outline.rings]
    # How much room its name has: the width of its widest part, in degrees.
    widths = [max(lon for lon, _ in ring) - min(lon for lon, _ in ring) for ring in outline.rings]
    room = round(max(widths, default=0.0), 2)
    return [outline.name, round(outline.lat, 2), round(outline.lon, 2), lines, room]


class _Articles:
    """The articles that sources name, each once, in order of first mention."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._numbers: dict[str, int] = {}

    def number(self, source: Mapping[str, Any]) -> int:
        row = {key: source[key] for key in _ARTICLE_KEYS if not _is_empty(source.get(key))}
        key = json.dumps([source.get("article"), row], default=str)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


class _Shapes:
    """The lines and areas of incidents, each once, however many incidents share one."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._by_object: dict[int, int | None] = {}
        self._by_geometry: dict[str, int | None] = {}
        self._by_row: dict[str, int] = {}

    def number(self, geometry: object) -> int | None:
        """Give the shape's number, None for a point or what is no geometry."""
        if not isinstance(geometry, Mapping) or _is_point(geometry):
            return None
        # The collection outlives this object, so that an id() stays the geometry's own.
        if id(geometry) not in self._by_object:
            text = json.dumps(geometry, default=str)
            if text not in self._by_geometry:
                self._by_geometry[text] = self._add(geometry)
            self._by_object[id(geometry)] = self._by_geometry[text]
        return self._by_object[id(geometry)]

    def _add(self, geometry: Mapping[str, Any]) -> int | None:
        row = _shape_row(geometry)
        if row is None:
            return None
        text = json.dumps(row)
        if text not in self._by_row:
            self._by_row[text] = len(self.rows)
            self.rows.append(row)
        return self._by_row[text]


def _shape_row(geometry: Mapping[str, Any]) -> dict[str, Any] | None:
    """Simplify and encode a geometry's lines or areas; None when it has neither or is broken."""
    import shapely
    from shapely.geometry import shape

    try:
        parts = shapely.get_parts(shape(dict(geometry)).simplify(_SHAPE_TOLERANCE_DEG))
    except (
        AttributeError,
        KeyError,
        IndexError,
        TypeError,
        ValueError,
        shapely.errors.ShapelyError,
    ):
        return None
    areas = [
        _polygon_lines(part) for part in parts if part.geom_type == "Polygon" and not part.is_empty
    ]
    lines = [
        encode_line(part.coords)
        for part in parts
        if part.geom_type in {"LineString", "LinearRing"} and not part.is_empty
    ]
    if areas:
        return {"kind": "area", "parts": areas}
    return {"kind": "line", "parts": lines} if lines else None


def _polygon_lines(polygon: Any) -> Sequence[str]:
    return [encode_line(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
