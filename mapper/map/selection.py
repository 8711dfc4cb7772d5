"""Chooses which incidents a map is made of: by layer, box and period.

In: a FeatureCollection. Out: one with fewer features, in the same order; nothing is changed in it.
What has no date stays whatever the period, because the words do not say that it lies outside.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mapper.map.extent import Bounds, is_position


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; the empty selection keeps everything.

    Attributes
    ----------
    layers
        Event types, or a type and sub-type as "strike/drone"; empty for all.
    bounds
        West, south, east, north in degrees; west is larger than east where the box crosses the
        antimeridian. What has no place is left out by a box.
    first, last
        Days of the period, both in it; None for no limit.
    """

    layers: Sequence[str] = ()
    bounds: Bounds | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def select(collection: Mapping[str, Any], selection: Selection) -> dict[str, Any]:
    """Give the collection with the features that the selection keeps."""
    kept = [
        feature
        for feature in collection["features"]
        if _in_layers(feature["properties"], selection.layers)
        and _in_period(feature["properties"], selection)
        and (selection.bounds is None or _in_box(feature, selection.bounds))
    ]
    return {**collection, "features": kept}


def _in_layers(properties: Mapping[str, Any], layers: Sequence[str]) -> bool:
    event = properties.get("event_type")
    return not layers or event in layers or f"{event}/{properties.get('sub_type')}" in layers


def _in_period(properties: Mapping[str, Any], selection: Selection) -> bool:
    first = properties.get("date")
    if first is None:
        return True
    last = properties.get("end_date") or first
    # ISO dates of four-digit years are in the order of their text.
    after = selection.first is not None and last < selection.first.isoformat()
    before = selection.last is not None and first > selection.last.isoformat()
    return not after and not before


def _in_box(feature: Mapping[str, Any], bounds: Bounds) -> bool:
    """Tell whether the box around the feature's geometry and the box meet."""
    points = list(_positions((feature.get("geometry") or {}).get("coordinates") or ()))
    if not points:
        return False
    west, south, east, north = bounds
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    if min(lats) > north or max(lats) < south:
        return False
    if west <= east:
        return min(lons) <= east and max(lons) >= west
    return max(lons) >= west or min(lons) <= east


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Give all (lon, lat) of a geometry's nested coordinates."""
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            if is_position(lat, lon):
                yield float(lon), float(lat)
        case [*parts]:
            for part in parts:
                yield from _positions(part)
