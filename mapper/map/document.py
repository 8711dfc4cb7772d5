"""Writes the map page: folium's map with everything that it needs inside one HTML file.

In: the incidents' FeatureCollection, a title, a basemap. Out: the file's text; the same input gives
the same bytes. Wrong: `OutputError` when the package lacks the page's assets (a checkout in which
`python -m mapper.map.assets_build` has not been run).

Text of articles stands in two places only: the JSON data block, where it cannot end the script
element, and the escaped `<title>`. The page's script shows it by `textContent`. A content security
policy lets exactly the scripts and styles below run and lets nothing be loaded but street tiles,
and these only after the reader has switched them on.
"""

import base64
import functools
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mapper.errors import OutputError
from mapper.map.basemap import Basemap
from mapper.map.encoding import html_text, json_for_script
from mapper.map.extent import ANTIMERIDIAN, WORLD
from mapper.map.records import layers_of, page_data

_PAGE = Path(__file__).parent / "page"
_ASSETS = Path(__file__).parent.parent / "data" / "assets"

# In the order in which they build on each other; together they are one function's body.
_SCRIPTS = (
    "dom.js",
    "unpack.js",
    "words.js",
    "phrases.js",
    "glyphs.js",
    "geometry.js",
    "model.js",
    "basemap.js",
    "address.js",
    "draw.js",
    "groups.js",
    "crowd.js",
    "marks.js",
    "detail.js",
    "sources.js",
    "shown.js",
    "list.js",
    "legend.js",
    "filters.js",
    "panel.js",
    "timeline.js",
    "save.js",
    "view.js",
    "paper.js",
    "main.js",
)
# A message file each; the first is the one for readers whose language has none.
LANGUAGES = ("en", "uk")
BASEMAPS = ("outlines", "osm", "none")
_STYLE_END = re.compile(r"</\s*style|<!--", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
_STYLES = ("page.css", "incident.css", "work.css", "narrow.css")
_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
_TILES_ORIGIN = "https://tile.openstreetmap.org"
_TILES_CREDIT = (
    '&copy; <a href="https://www.openstreetmap.org/copyright" rel="noopener" target="_blank">'
    "OpenStreetMap</a> contributors"
)
# OpenStreetMap's own servers have no tiles beyond this.
_TILES_MAX_ZOOM = 19


def render(
    collection: Mapping[str, Any],
    *,
    title: str,
    basemap: Basemap,
    generated_by: str = "Incident mapper",
    lang: str | None = None,
    shown: str = "outlines",
    style: str = "",
) -> str:
    """Write the map page for a FeatureCollection of incidents.

    Parameters
    ----------
    collection
        GeoJSON as `mapper export` writes it: lon/lat, WGS 84; it is not changed. A shape that was
        computed and not surveyed may say so by a property `approximate`.
    title
        The page's heading, any text.
    basemap
        What is drawn beneath the incidents, from `load_basemap`; an empty one leaves a blank sea.
    generated_by
        The program and version, shown at the foot of the page.
    lang
        Language of the interface, one of `LANGUAGES`; None leaves it to the reader's browser.
    shown
        What lies beneath the incidents when the page is opened, one of `BASEMAPS`.
    style
        CSS of one's own, put behind the page's; it can load nothing.

    Raises
    ------
    OutputError
        When an asset of the page is missing from the package, or `style` could end its element.
    """
    if _STYLE_END.search(style):
        msg = "The style holds '</style', which would end it; take that out."
        raise OutputError(msg)
    data = page_data(collection, basemap)
    data["title"] = title
    data["generatedBy"] = generated_by
    data["layers"] = layers_of(collection)
    data["words"] = {name: _words(name, data["layers"]) for name in LANGUAGES}
    data["lang"] = lang
    data["basemapShown"] = shown
    data["countryCodes"] = json.loads(_page_file("countries.json"))
    west, south, east, north = data["view"]["core"] or WORLD
    centre = ((south + north) / 2, (west + east) / 2)
    html, script = _folium_map(centre, endless=data["view"]["seam"] == ANTIMERIDIAN)
    leaflet = f"/*\n{_leaflet('leaflet-licence.txt')}*/\n{_leaflet('leaflet.js')}"
    styles = [_leaflet("leaflet.css"), *(_page_file(name) for name in _STYLES)]
    if style:
        styles.append(_SURROGATES.sub("\ufffd", style.replace("\r\n", "\n").replace("\r", "\n")))
    parts = _head(title, lang or LANGUAGES[0], styles, [leaflet, script, _own_script()])
    parts |= {"map": html.strip(), "data": json_for_script(data)}
    return _filled(parts)


def _words(lang: str, layers: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Read the messages of a language, with the types that an export names itself.

    Its names are English, so that a translation that there is goes before them.
    """
    words: dict[str, Any] = json.loads(_page_file(f"messages.{lang}.json"))
    for name, layer in layers.items():
        if lang == LANGUAGES[0] or name not in words["types"]:
            words["types"][name] = layer["plural"]
            words["type"][name] = layer["label"]
    return words


def _folium_map(centre: tuple[float, float], *, endless: bool) -> tuple[str, str]:
    """Let folium make the map and its tile layer; give its markup and its script.

    An `endless` map jumps back when it is dragged once round; one that is cut elsewhere than at
    the antimeridian must not.

    folium's header is left out: it asks content networks for jQuery, Bootstrap and fonts that this
    page has no use for, and forbids readers to zoom. Its random ids are set, so that the page is
    the same each time and its script can find the map.
    """
    import folium
    from branca.element import Figure

    canvas = folium.Map(
        location=centre,
        zoom_start=5,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        min_zoom=2,
        max_zoom=_TILES_MAX_ZOOM,
        world_copy_jump=endless,
        attribution_control=True,
        zoom_snap=0.5,
        fade_animation=False,
    )
    canvas._id = "incidents"
    streets = folium.TileLayer(
        _TILES, name="streets", attr=_TILES_CREDIT, show=False, max_zoom=_TILES_MAX_ZOOM
    )
    streets._id = "streets"
    streets.add_to(canvas)
    figure = canvas.get_root()
    if not isinstance(figure, Figure):
        msg = f"folium made {type(figure).__name__} and no figure; the page needs folium 0.20."
        raise OutputError(msg)
    for child in figure._children.values():
        child.render()
    return figure.html.render(), figure.script.render()


def _head(title: str, lang: str, styles: list[str], scripts: list[str]) -> dict[str, str]:
    """Give the page's parts that say what may run in it, with what they let run."""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_source_hash(text) for text in scripts)}",
            f"style-src {' '.join(_source_hash(text) for text in styles)}",
            f"img-src data: {_TILES_ORIGIN}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return {
        "lang": html_text(lang),
        "title": html_text(title),
        "policy": html_text(policy),
        "styles": "\n".join(f"<style>{text}</style>" for text in styles),
        "scripts": "\n".join(f"<script>{text}</script>" for text in scripts),
    }


def _filled(parts: Mapping[str, str]) -> str:
    # One pass over the template: what a part contains is never looked at again.
    pieces = _page_file("page.html").split("%%")
    pieces[1::2] = [parts[name] for name in pieces[1::2]]
    return "".join(pieces)


def _own_script() -> str:
    body = "\n".join(_page_file(name) for name in _SCRIPTS)
    return f'(function () {{\n"use strict";\n{body}\n}})();'


def _source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@functools.cache
def _page_file(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


@functools.cache
def _leaflet(name: str) -> str:
    """Read Leaflet's file for use inside the page: no image files, no source map to ask for.

    The images belong to markers and a control that the page does not use. Lines end in LF, as a
    browser sees them when it compares the policy's hashes.
    """
    try:
        text = (_ASSETS / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        msg = f"The map page needs {name!r}; run 'python -m mapper.map.assets_build' once."
        raise OutputError(msg) from error
    for image in ("images/layers.png", "images/layers-2x.png", "images/marker-icon.png"):
        text = text.replace(f"url({image})", "none")
    return text.replace("//# sourceMappingURL=leaflet.js.map", "")
