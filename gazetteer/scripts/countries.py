"""Remake `gazetteer/outlines/countries.geojson.gz` from Natural Earth 1:50m.

Source: npm package world-atlas 2.0.2, `countries-50m.json` (Natural Earth 4.1, public domain; the
package ISC). Changes: ISO numeric codes become alpha-2; Crimea with Sevastopol goes from Russia to
Ukraine, the Golan Heights from Israel to Syria, and the coast of Western Sahara from Morocco to it
(see `disputed.py`); areas that Natural Earth cuts out of United Nations members go back to them;
overseas areas with an ISO code of their own are cut out of their country; coordinates are rounded
to 0.001 degrees.

Run: `python gazetteer/scripts/countries.py`
"""

import gzip
import json
import sys
from pathlib import Path

import shapely
from disputed import TRANSFERS
from npm_source import fetch
from shapely.geometry.base import BaseGeometry
from topojson import decode_arcs, polygons

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from mapper.gazetteer.worldlist import numeric_codes  # noqa: E402

_TARGET = _ROOT / "gazetteer" / "outlines" / "countries.geojson.gz"
_SHA512 = (
    "2177d5d2ac25297a5c933d458705d5c0a46388884e9d6b6d3ac926e42b7132c8"
    "e013f317018447589aa05cea4cf0891c3c1a179f24d4e651477186b90a11b42d"
)
# Natural Earth gives these no ISO code. None: left out, because it belongs to no one country.
_WITHOUT_CODE = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Indian Ocean Ter.": None,
    "Siachen Glacier": None,
}
# (from, to, box west south east north): parts of the first within the box go to the second.
_MOVED = (
    ("FR", "GF", (-55.0, 2.0, -51.0, 6.0)),
    ("FR", "GP", (-62.0, 15.8, -60.9, 16.6)),
    ("FR", "MQ", (-61.3, 14.3, -60.7, 15.0)),
    ("FR", "RE", (55.0, -21.6, 56.0, -20.7)),
    ("FR", "YT", (44.9, -13.2, 45.4, -12.5)),
    ("NO", "SJ", (10.0, 76.0, 34.0, 81.0)),
    ("NL", "BQ", (-68.6, 11.9, -62.9, 17.7)),
)
_DEGREES_GRID = 0.001


def main() -> None:
    """Write the file."""
    topology = json.loads(fetch("world-atlas", "2.0.2", _SHA512)["countries-50m.json"])
    arcs = decode_arcs(topology)
    codes = numeric_codes()
    shapes: dict[str, list[BaseGeometry]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry["id"]) if "id" in geometry else _WITHOUT_CODE[name]
        if code is not None:
            shapes.setdefault(code, []).append(polygons(geometry, arcs))
    countries = {code: shapely.union_all(parts) for code, parts in shapes.items()}
    for source, target, bounds in _MOVED:
        _move(countries, source, target, shapely.box(*bounds))
    for source, target, area in TRANSFERS:
        moved = shapely.intersection(countries[source], area)
        countries[source] = shapely.difference(countries[source], moved)
        countries[target] = shapely.union(countries[target], moved)
    _write({code: _rounded(shape) for code, shape in sorted(countries.items())})


def _move(countries: dict[str, BaseGeometry], source: str, target: str, box: BaseGeometry) -> None:
    parts = shapely.get_parts(countries[source])
    inside = shapely.contains(box, parts)
    if not inside.any():
        msg = f"Nothing of {source} lies where {target} should be cut out."
        raise ValueError(msg)
    countries[source] = shapely.union_all(parts[~inside])
    moved = shapely.union_all(parts[inside])
    countries[target] = shapely.union_all([countries.get(target, shapely.Polygon()), moved])


def _rounded(shape: BaseGeometry) -> BaseGeometry:
    # Islets and slivers that rounding turns into lines or points are dropped.
    parts = shapely.get_parts(shapely.set_precision(shape, _DEGREES_GRID))
    kept = [part for part in parts if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def _write(countries: dict[str, BaseGeometry]) -> None:
    features = [
        f'{{"type":"Feature","id":"{code}","properties":{{"iso_a2":"{code}"}},'
        f'"geometry":{_geojson(shape)}}}'
        for code, shape in countries.items()
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    # Without a time stamp, so that the same source gives the same bytes.
    _TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _geojson(shape: BaseGeometry) -> str:
    geometry = json.loads(shapely.to_geojson(shape))
    return json.dumps(
        {"type": geometry["type"], "coordinates": _trim(geometry["coordinates"])},
        separators=(",", ":"),
    )


def _trim(value: object) -> object:
    if isinstance(value, list):
        return [_trim(item) for item in value]
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
