"""How the map and other programs draw types of events.

In: the types of one or more lexicons. Out: what stands beside the incidents in an export, so that
a program that knows none of the types can still name and draw them. Nothing can go wrong.
"""

from collections.abc import Iterable, Mapping

from mapper.lexicon.model import EventType

# The shapes that the map's page draws.
SHAPES = (
    *("circle", "square", "triangle", "diamond", "pentagon", "hexagon"),
    *("star", "cross", "bubble"),
)
# For types without a colour: those of Okabe and Ito (jfly.uni-koeln.de/color), which people with
# any common colour vision tell apart.
_COLOURS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def layers(types: Iterable[EventType]) -> dict[str, Mapping[str, str]]:
    """Give each type its words, colour and shape, in the order of the map's layers."""
    ordered = sorted({t.name: t for t in types}.values(), key=lambda t: (t.order, t.name))
    return {
        one.name: {
            "label": one.label,
            "plural": one.plural,
            "colour": one.colour or _COLOURS[n % len(_COLOURS)],
            "shape": one.shape,
        }
        for n, one in enumerate(ordered)
    }
