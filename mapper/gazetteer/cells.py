"""Shapes of divisions that no source draws: Voronoi cells of their settlements.

In: entries, some with shapes. Out: the same, with approximate shapes for regions that have none and
for subregions. A cell is the land that is nearer to one settlement than to any other; the cells of
a division's settlements together, cut to the division above, are its shape. Planar in degrees,
which moves a line by far less than the method itself is off.
"""

import collections
from collections.abc import Callable, Iterable, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from mapper.gazetteer.entry import Entry
from mapper.gazetteer.model import Kind
from mapper.gazetteer.outlines import inner_point

# About 500 m: cells are no surveyed lines, and the file is a third smaller.
_TOLERANCE_DEGREES = 0.005
_GRID_DEGREES = 0.001
# A division that is known by one point reaches no further than this (about 20 km), unless said.
_LONE_REACH_DEGREES = 0.2
# Where fewer towns of a region are filed in subregions, the list knows only some of these.
_FILED_SHARE = 0.3

_Key = Callable[[Entry], str | None]


def add_missing_shapes(entries: Iterable[Entry]) -> None:
    """Shape the regions that have none out of their country, then the subregions."""
    entries = list(entries)
    by_id = {entry.id: entry for entry in entries}
    towns = [entry for entry in entries if entry.kind is Kind.SETTLEMENT]
    countries = {e.country: e for e in entries if e.kind is Kind.COUNTRY and e.shape}
    bare = {e.country for e in entries if e.kind is Kind.REGION and e.shape is None}
    for country, members in _grouped(towns, _country_of).items():
        if country in bare and country in countries:
            _shape_parts(countries[country], members, _region_of, by_id)
    for ident, members in _grouped(towns, _region_of).items():
        _file_in_subregions(members)
        region = by_id.get(ident)
        if region is not None and region.shape is not None:
            _shape_parts(region, members, _subregion_of, by_id)
    _shape_lone(entries, by_id)


def _country_of(entry: Entry) -> str | None:
    return entry.country


def _region_of(entry: Entry) -> str | None:
    return entry.admin1


def _subregion_of(entry: Entry) -> str | None:
    return entry.admin2


def _file_in_subregions(members: Sequence[Entry]) -> None:
    """File the towns of a region that are in no subregion in that of the nearest town that is."""
    filed = [member for member in members if member.admin2 is not None]
    # Our tables add villages by the hundred, and say no subregion.
    listed = [member for member in members if not member.curated]
    share = sum(member.admin2 is not None for member in listed) / max(1, len(listed))
    if not filed or share < _FILED_SHARE or len(filed) == len(members):
        return
    rest = [member for member in members if member.admin2 is None]
    tree = shapely.STRtree(shapely.points([(member.lon, member.lat) for member in filed]))
    nearest = tree.nearest(shapely.points([(member.lon, member.lat) for member in rest]))
    for member, number in zip(rest, nearest.tolist(), strict=True):
        member.admin2 = filed[number].admin2


def _grouped(entries: Iterable[Entry], key: _Key) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = collections.defaultdict(list)
    for entry in entries:
        value = key(entry)
        if value is not None:
            groups[value].append(entry)
    return groups


def _shape_parts(
    whole: Entry, members: Sequence[Entry], part_of: _Key, by_id: dict[str, Entry]
) -> None:
    """Shape the parts of `whole` that have no shape yet from its `members`."""
    parts = {part_of(member) for member in members}
    if not any(part in by_id and by_id[part].shape is None for part in parts if part):
        return
    outline = whole.geometry()
    for part, shape in dissolve(outline, [(m.lon, m.lat, part_of(m)) for m in members]).items():
        entry = by_id.get(part)
        if entry is not None and entry.shape is None:
            _set_shape(entry, shape)


def _shape_lone(entries: list[Entry], by_id: dict[str, Entry]) -> None:
    """Shape the subregions that no settlement is filed under from their own points."""
    lone = [e for e in entries if e.kind is Kind.SUBREGION and e.shape is None and e.admin1]
    for ident, members in _grouped(lone, _region_of).items():
        region = by_id.get(ident)
        if region is None or region.shape is None:
            continue
        outline = region.geometry()
        shapes = dissolve(outline, [(m.lon, m.lat, m.id) for m in members])
        for member in members:
            if member.id in shapes:
                reach = member.reach_degrees or _LONE_REACH_DEGREES
                near = shapely.buffer(shapely.Point(member.lon, member.lat), reach, 8)
                _set_shape(member, polygons(shapely.intersection(shapes[member.id], near)))


def _set_shape(entry: Entry, shape: BaseGeometry) -> None:
    if shapely.is_empty(shape):
        return
    entry.shape = shapely.to_wkb(shape)
    entry.approximate = True
    if not shapely.contains_xy(shape, entry.lon, entry.lat):
        entry.lat, entry.lon = inner_point(shape)


def dissolve(
    outline: BaseGeometry, members: Sequence[tuple[float, float, str | None]]
) -> dict[str, BaseGeometry]:
    """Share `outline` out among the owners of points.

    Parameters
    ----------
    members
        Longitude, latitude and owner of each point; None owns land that is nobody's.

    Returns
    -------
    The land of each owner, simplified; an owner all of whose land lies outside is left out.
    """
    owners = {owner for _, _, owner in members}
    if len(owners) == 1:
        only = owners.pop()
        return {} if only is None else {only: outline}
    # Two towns at one point have one cell, which goes to the last.
    at = {(lon, lat): owner for lon, lat, owner in members}
    points = shapely.points(list(at))
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(points), extend_to=outline)
    )
    owner_list = list(at.values())
    cell_of, point_in = shapely.STRtree(points).query(cells, predicate="intersects")
    land: dict[str, list[BaseGeometry]] = collections.defaultdict(list)
    for cell, point in zip(cell_of.tolist(), point_in.tolist(), strict=True):
        owner = owner_list[point]
        if owner is not None:
            land[owner].append(cells[cell])
    shapely.prepare(outline)
    shapes = {}
    for owner, own in land.items():
        exact = shapely.make_valid(shapely.intersection(shapely.union_all(own), outline))
        rounded = shapely.set_precision(polygons(exact), _GRID_DEGREES)
        shape = polygons(shapely.simplify(rounded, _TOLERANCE_DEGREES))
        if not shapely.is_empty(shape):
            shapes[owner] = shape
    return shapes


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """Give the part of `shape` that has an area."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
