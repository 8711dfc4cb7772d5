"""Incidents as KML (OGC KML 2.2), a folder a type, with the days in which they happened.

In: features, which may come one by one. Out: text, piece by piece. All texts of others are escaped
twice where Google Earth reads HTML: it shows words and no markup. Nothing can go wrong.
"""

import contextlib
import html
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any
from xml.sax import saxutils

from mapper.export.feature import GENERATOR
from mapper.export.texts import printable

Feature = Mapping[str, Any]

# How a file of ours begins, so that another export may replace it.
KML_MARK = f"<!-- {GENERATOR} -->"

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'{KML_MARK}\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    "<name>Incidents</name>\n"
)
_END = "</Document>\n</kml>\n"

# Beside each other in a balloon; what is longer is in the other formats.
_DESCRIPTION_MOST = 20_000
_NAME_MOST = 200

# Shown as a table in the balloon, under their own names.
_FIELDS = (
    *("event_type", "sub_type", "date", "end_date", "date_precision", "date_basis", "place"),
    *("country", "admin1", "geo_precision", "initiator", "target", "disputed", "status"),
    "confidence",
)


def kml_lines(
    features: Iterable[Feature], *, layers: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Write features as KML.

    `layers` gives each `event_type` its words and colour, in the order of the folders; types that
    it lacks follow.
    """
    yield _HEAD
    with contextlib.ExitStack() as stack:
        # Features come by day, and a folder holds one type: each waits in a file of its own.
        folders: dict[str, IO[str]] = {}
        for feature in features:
            kind = feature["properties"]["event_type"]
            if kind not in folders:
                folders[kind] = stack.enter_context(
                    tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")
                )
            folders[kind].write(_placemark(feature))
            # What a buffer holds could not be written, and not be closed, on a full disk.
            folders[kind].flush()
        order = [*(kind for kind in layers if kind in folders), *sorted(folders.keys() - layers)]
        for kind in order:
            yield _style(kind, layers.get(kind, {}))
        for kind in order:
            yield f"<Folder>\n<name>{_text(layers.get(kind, {}).get('plural', kind))}</name>\n"
            folders[kind].seek(0)
            yield from folders[kind]
            yield "</Folder>\n"
    yield _END


def _style(kind: str, layer: Mapping[str, str]) -> str:
    """Colour the pin, line and area of a type; KML writes colours as alpha, blue, green, red."""
    colour = layer.get("colour", "#777777").lstrip("#").lower()
    bgr = colour[4:6] + colour[2:4] + colour[0:2]
    return (
        f'<Style id="{_name(kind)}">'
        f"<IconStyle><color>ff{bgr}</color><scale>0.9</scale></IconStyle>"
        "<LabelStyle><scale>0.7</scale></LabelStyle>"
        f"<LineStyle><color>ff{bgr}</color><width>3</width></LineStyle>"
        f"<PolyStyle><color>40{bgr}</color></PolyStyle></Style>\n"
    )


def _placemark(feature: Feature) -> str:
    properties = feature["properties"]
    return (
        f'<Placemark id="{_name(feature["id"])}">\n'
        f"<name>{_text(_shortened(properties['title'], _NAME_MOST))}</name>\n"
        f'<Snippet maxLines="1">{_text(_shortened(_days(properties), _NAME_MOST))}</Snippet>\n'
        f"<description>{_text(_description(properties))}</description>\n"
        f"{_time_span(properties)}"
        f"<styleUrl>#{_name(properties['event_type'])}</styleUrl>\n"
        f"{_extended(feature)}"
        f"{_geometry(feature['geometry'])}"
        "</Placemark>\n"
    )


def _time_span(properties: Mapping[str, Any]) -> str:
    if properties["date"] is None:
        return ""
    end = properties["end_date"] or properties["date"]
    begin = f"<begin>{properties['date']}</begin>"
    return f"<TimeSpan>{begin}<end>{end}</end></TimeSpan>\n"


def _days(properties: Mapping[str, Any]) -> str:
    first, last = properties["date"], properties["end_date"]
    if first is None:
        return "undated"
    return first if last in (None, first) else f"{first} to {last}"


def _description(properties: Mapping[str, Any]) -> str:
    """Give the balloon as HTML: numbers, then each source with its words."""
    harm = [
        f"{name}: {properties[name]['best']}"
        for name in ("killed", "injured")
        if properties[name]["best"] is not None
    ]
    names = dict.fromkeys((properties["place"], properties["admin1"]))
    place = ", ".join(name for name in names if name)
    head = "; ".join(part for part in (_days(properties), place, *harm) if part)
    parts = [f"<p>{html.escape(head)}</p>"]
    size = len(parts[0])
    for source in properties["sources"]:
        part = _source(source)
        size += len(part)
        if size > _DESCRIPTION_MOST:
            parts.append("<p>More sources are in the other formats.</p>")
            break
        parts.append(part)
    return "".join(parts)


def _source(source: Mapping[str, Any]) -> str:
    named = ", ".join(
        _shortened(source[key], _NAME_MOST)
        for key in ("title", "source", "published")
        if source[key]
    )
    told = html.escape(named or source["article"])
    url = source["url"]
    if url and url.startswith(("http://", "https://")):
        told = f'<a href="{html.escape(url)}">{told}</a>'
    quote = html.escape(_shortened(source["quote"], _DESCRIPTION_MOST // 4))
    return f"<p>\u201c{quote}\u201d<br>{told}</p>"


def _extended(feature: Feature) -> str:
    properties = feature["properties"]
    values: dict[str, Any] = {"id": feature["id"]}
    values.update({name: properties[name] for name in _FIELDS})
    for name in ("killed", "injured"):
        values.update({f"{name}_{key}": value for key, value in properties[name].items()})
    told = "".join(
        f'<Data name="{name}"><value>{_text(_value(value))}</value></Data>\n'
        for name, value in values.items()
        if value is not None
    )
    return f"<ExtendedData>\n{told}</ExtendedData>\n"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # Google Earth reads these as HTML, too, and other programs do not: only what begins markup is
    # escaped.
    return _shortened(str(value), _DESCRIPTION_MOST).replace("<", "&lt;")


def _geometry(geometry: Mapping[str, Any] | None) -> str:
    if geometry is None:
        return ""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind.startswith("Multi"):
        one = kind.removeprefix("Multi")
        parts = "".join(_geometry({"type": one, "coordinates": part}) for part in coordinates)
        return f"<MultiGeometry>\n{parts}</MultiGeometry>\n"
    if kind == "Polygon":
        outer, *inner = (_ring(ring) for ring in coordinates)
        holes = "".join(f"<innerBoundaryIs>{ring}</innerBoundaryIs>" for ring in inner)
        shell = f"<outerBoundaryIs>{outer}</outerBoundaryIs>"
        return f"<Polygon><tessellate>1</tessellate>{shell}{holes}</Polygon>\n"
    if kind == "LineString":
        line = f"<coordinates>{_pairs(coordinates)}</coordinates>"
        return f"<LineString><tessellate>1</tessellate>{line}</LineString>\n"
    return f"<Point><coordinates>{_pairs([coordinates])}</coordinates></Point>\n"


def _ring(ring: Sequence[Sequence[float]]) -> str:
    return f"<LinearRing><coordinates>{_pairs(ring)}</coordinates></LinearRing>"


def _pairs(points: Iterable[Sequence[float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in points)


def _name(word: str) -> str:
    """Give a word as an XML name, which begins with a letter."""
    return "i-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in word)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "\u2026"


def _text(text: str) -> str:
    return saxutils.escape(printable(text), {'"': "&quot;"})
