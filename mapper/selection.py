"""Chooses incidents: by type, period, box, country, confidence and status.

In: GeoJSON features of incidents, as `mapper export` writes them. Out: those that are kept, in the
same order; nothing is changed in them. What has no date stays whatever the period, because the
words do not say that it lies outside, unless only what is dated is wanted. What has no place is in
no box, and what has no country, such as a border, is in no country.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

# West, south, east, north in degrees.
Bounds: TypeAlias = tuple[float, float, float, float]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; the empty selection keeps everything.

    Attributes
    ----------
    types
        Event types, or a type and sub-type as "strike/drone"; empty for all.
    first, last
        Days of the period, both in it; None for no limit.
    dated
        Whether to leave out what has no date.
    bounds
        West, south, east, north in degrees; west is larger than east where the box crosses the
        antimeridian.
    countries
        ISO 3166-1 alpha-2 codes in capitals; empty for all.
    min_confidence
        From 0 to 1.
    statuses
        Any of `extracted`, `confirmed`, `edited`, `rejected`; empty for all.
    """

    types: Sequence[str] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    dated: bool = False
    bounds: Bounds | None = None
    countries: Sequence[str] = ()
    min_confidence: float = 0.0
    statuses: Sequence[str] = ()


def select(collection: Mapping[str, Any], selection: Selection) -> dict[str, Any]:
    """Give the collection with the features that the selection keeps."""
    kept = [feature for feature in collection["features"] if keeps(feature, selection)]
    return {**collection, "features": kept}


def keeps(feature: Mapping[str, Any], selection: Selection) -> bool:
    """Tell whether the selection keeps a feature."""
    properties = feature["properties"]
    return (
        _is_of(properties, selection.types)
        and _in_period(properties, selection)
        and (not selection.countries or properties.get("country") in selection.countries)
        and (properties.get("confidence") or 0.0) >= selection.min_confidence
        and (not selection.statuses or properties.get("status") in selection.statuses)
        and (selection.bounds is None or _in_box(feature, selection.bounds))
    )


def is_position(lat: object, lon: object) -> bool:
    """Tell whether two values are degrees of a place on earth."""
    return _is_degrees(lat, 90.0) and _is_degrees(lon, 180.0)


def _is_degrees(value: object, most: float) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and abs(value) <= most
    )


def _is_of(properties: Mapping[str, Any], types: Sequence[str]) -> bool:
    event = properties.get("event_type")
    return not types or event in types or f"{event}/{properties.get('sub_type')}" in types


def _in_period(properties: Mapping[str, Any], selection: Selection) -> bool:
    first = properties.get("date")
    if first is None:
        return not selection.dated
    last = properties.get("end_date") or first
    # ISO dates of four-digit years are in the order of their text.
    after = selection.first is not None and last < selection.first.isoformat()
    before = selection.last is not None and first > selection.last.isoformat()
    return not after and not before


def _in_box(feature: Mapping[str, Any], bounds: Bounds) -> bool:
    """Tell whether a part of the feature's geometry and the box may meet, by the part's own box."""
    west, south, east, north = bounds
    boxes = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    geometry = feature.get("geometry") or {}
    for part in _parts(geometry):
        points = list(_positions(part))
        if not points:
            continue
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        if min(lats) <= north and max(lats) >= south:
            for left, right in boxes:
                if min(lons) <= right and max(lons) >= left:
                    return True
    return False


def _parts(geometry: Mapping[str, Any]) -> Sequence[Any]:
    """Give the coordinates of each part; one that was cut at the antimeridian has two."""
    coordinates = geometry.get("coordinates") or ()
    return coordinates if str(geometry.get("type")).startswith("Multi") else (coordinates,)


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Give all (lon, lat) of a geometry's nested coordinates."""
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            if is_position(lat, lon):
                yield float(lon), float(lat)
        case [*parts]:
            for part in parts:
                yield from _positions(part)
