"""Incidents as GeoJSON text (RFC 7946), a feature a line, or as a text sequence of it (RFC 8142).

In: features, which may come one by one. Out: text, piece by piece. Half a character, which no file
can hold, becomes U+FFFD. Nothing can go wrong.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mapper.export.antimeridian import Box, box_of
from mapper.export.feature import GENERATOR
from mapper.export.texts import whole_characters

Feature = Mapping[str, Any]

# How a file of ours begins, so that another export may replace it.
MARK = f'"generator":"{GENERATOR}"'

_RECORD_SEPARATOR = "\x1e"


def geojson(collection: Mapping[str, Any]) -> str:
    """Write a feature collection; a line a feature, so that files compare line by line."""
    return "".join(geojson_lines(collection["features"], layers=collection.get("layers")))


def geojson_lines(
    features: Iterable[Feature], *, layers: Mapping[str, Mapping[str, str]] | None = None
) -> Iterator[str]:
    """Write a feature collection; the box around it stands at its end, when it is known.

    `layers` is a member of its own: see `feature_collection`.
    """
    head: dict[str, Any] = {"type": "FeatureCollection", "generator": GENERATOR}
    if layers is not None:
        head["layers"] = layers
    yield f'{_json(head)[:-1]},"features":['
    boxes: set[Box] = set()
    between = "\n"
    for feature in features:
        yield between + _json(feature)
        between = ",\n"
        if feature["geometry"] is not None:
            boxes.add(_box(feature))
    box = box_of(sorted(boxes))
    end = "" if box is None else f',"bbox":{_json(box)}'
    yield f"\n]{end}}}\n"


def geojson_sequence(features: Iterable[Feature]) -> Iterator[str]:
    """Write a text sequence: a record separator before each feature, a line end behind it."""
    for feature in features:
        told = {"type": feature["type"], "generator": GENERATOR, **feature}
        yield f"{_RECORD_SEPARATOR}{_json(told)}\n"


def _box(feature: Feature) -> Box:
    """Give a feature's box: a shape has one, a point is its own."""
    west, south, *others = feature.get("bbox") or feature["geometry"]["coordinates"]
    east, north = others or (west, south)
    return west, south, east, north


def _json(value: object) -> str:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return whole_characters(text)
