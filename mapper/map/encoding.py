"""Writes coordinates and data so that they are small and cannot leave their place in the page.

In: rings of lon/lat degrees, JSON values. Out: ASCII strings for the page's script to decode, and
JSON text that can stand inside a `<script>` element whatever its strings say. Nothing raises on
odd text: lone surrogates and numbers that JSON lacks are replaced.
"""

import html
import json
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any

# A thousandth of a degree is about 110 m north to south: below what Natural Earth 1:50m or a shape
# from Voronoi cells can claim, and half a pixel at zoom 9.
UNITS_PER_DEGREE = 1000

_SURROGATES = re.compile("[\ud800-\udfff]")
# What could end the element or begin a comment in it, and line ends that older scripts choke on.
_SCRIPT_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def encode_line(points: Iterable[Sequence[float]]) -> str:
    """Encode lon/lat points (degrees) as text, a few characters a point.

    The scheme is Google's encoded polyline (latitude first, differences, five bits a character)
    with three decimals: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
    Points that fall on their predecessor after rounding are left out.
    """
    out: list[str] = []
    last_lat = last_lon = 0
    for lon, lat, *_ in points:
        next_lat, next_lon = round(lat * UNITS_PER_DEGREE), round(lon * UNITS_PER_DEGREE)
        if out and next_lat == last_lat and next_lon == last_lon:
            continue
        out.append(_encode_number(next_lat - last_lat))
        out.append(_encode_number(next_lon - last_lon))
        last_lat, last_lon = next_lat, next_lon
    return "".join(out)


def _encode_number(number: int) -> str:
    bits = ~(number << 1) if number < 0 else number << 1
    out = ""
    while bits >= 0x20:
        out += chr((0x20 | (bits & 0x1F)) + 63)
        bits >>= 5
    return out + chr(bits + 63)


def json_for_script(value: Any) -> str:
    """Write JSON, on one line, that cannot end the script element it stands in; keys keep order."""
    text = json.dumps(_writable(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Five passes of replace take a tenth of the time of one translate.
    for character, escape in _SCRIPT_ESCAPES.items():
        text = text.replace(character, escape)
    return _SURROGATES.sub("\ufffd", text)


def html_text(text: str) -> str:
    """Escape text for an HTML element or a quoted attribute; control characters become U+FFFD."""
    return html.escape(_CONTROLS.sub("\ufffd", _SURROGATES.sub("\ufffd", text)))


def _writable(value: Any) -> Any:
    """Replace what JSON has no word for; unknown types become their text."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case dict():
            return {str(key): _writable(item) for key, item in value.items()}
        case list() | tuple():
            return [_writable(item) for item in value]
        case _:
            return str(value)
