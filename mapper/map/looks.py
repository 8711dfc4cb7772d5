"""How each type of incident looks in the picture.

In: the incidents' FeatureCollection, and CSS of one's own. Out: marks, names and colours, those of
the export's `layers` before those of war. Nothing can go wrong: what is odd looks as others do.
"""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mapper.map.records import layers_of

_STYLE = Path(__file__).parent / "page" / "page.css"
# Marks as in the page's glyphs.js, in matplotlib's words.
_MARKERS = {
    "strike": "*",
    "casualties": "P",
    "interception": "^",
    "ground_attack": "s",
    "prisoner_swap": "H",
    "talks": "D",
    "other": "o",
}
_NAMES = {
    "strike": "Strikes",
    "casualties": "Casualties",
    "interception": "Interceptions",
    "ground_attack": "Ground attacks",
    "prisoner_swap": "Prisoner swaps",
    "talks": "Talks",
    "other": "Other",
}
# The shapes of `layers`, in matplotlib's words.
_SHAPES = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "d",
    "pentagon": "p",
    "hexagon": "H",
    "star": "*",
    "cross": "P",
    "bubble": "D",
}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
OTHER = "other"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Mark in matplotlib's words, name for several, colour as `#rrggbb`."""

    marker: str
    name: str
    colour: str


def looks_of(collection: Mapping[str, Any], colours: Mapping[str, str]) -> dict[str, Look]:
    """Give the look of each type in the order of the legend; `other` for the rest is the last."""
    layers = layers_of(collection)
    looks = {
        name: Look(
            marker=_SHAPES.get(layer["shape"], "o"),
            name=layer["plural"],
            colour=colours.get(f"layer_{name}") or _valid(layer["colour"], colours[OTHER]),
        )
        for name, layer in layers.items()
        if name != OTHER
    }
    known = [OTHER] if looks else list(_MARKERS)
    return looks | {
        name: Look(marker=_MARKERS[name], name=_NAMES[name], colour=colours[name]) for name in known
    }


def _valid(colour: str, fallback: str) -> str:
    return colour if _COLOUR.fullmatch(colour) else fallback


def colours_of(style: str) -> dict[str, str]:
    """Read the colours that the page's style sets by name, and those of `style` over them."""
    dark = re.compile(r"@media \(prefers-color-scheme: dark\).*?\n\}\n", re.DOTALL)
    sheets = dark.sub("", _STYLE.read_text(encoding="utf-8")) + style
    return {
        name.replace("-", "_"): colour
        for name, colour in re.findall(
            r"--([a-z0-9-]+):\s*(#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3}))\s*[;}]", sheets
        )
    }
