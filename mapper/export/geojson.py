"""A feature collection as GeoJSON text, a feature a line."""

import json
from typing import Any

from mapper.export.feature import GENERATOR

# How a file of ours begins, so that another export may replace it.
MARK = f'"generator":"{GENERATOR}"'


def geojson(collection: dict[str, Any]) -> str:
    """Write a feature collection; a line a feature, so that files compare line by line."""
    head = {name: value for name, value in collection.items() if name != "features"}
    start = json.dumps(head, separators=(",", ":"), ensure_ascii=False)[:-1]
    lines = ",\n".join(_line(feature) for feature in collection["features"])
    return f'{start},"features":[\n{lines}\n]}}\n'


def _line(feature: dict[str, Any]) -> str:
    return json.dumps(feature, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
