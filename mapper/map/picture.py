"""Draws the map as a picture without a browser, for print and reports.

In: the incidents' FeatureCollection, a basemap, a title. Out: the bytes of a PNG or SVG, the same
for the same input and version of matplotlib. Wrong: `OutputError` when matplotlib, which the extra
`picture` installs, is missing. What the page says by shape and colour the picture says too; names,
quotes and what has no place are only on the page.
"""

import io
import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.errors import OutputError
from mapper.map.basemap import Basemap
from mapper.map.extent import (
    WORLD,
    first_view,
    seam_of,
    turned,
    turned_ring,
)
from mapper.map.looks import OTHER, Look, colours_of, looks_of
from mapper.selection import Bounds, is_position

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Stands at the start of our pictures, so that another run may replace the file.
PICTURE_MARK = "incident-mapper"

_INCHES = (11.0, 7.5)
_DPI = 150
# How much wider than high the map is within the picture.
_WIDE = 1.6
# A whole country is context, as on the page.
_VAST_SQUARE_DEG = 60.0
_TOWNS_MOST = 40
# Of the view's width: names closer than this would lie on one another.
_TOWNS_APART = 0.07
_MARGIN = 0.08
_SPAN_LEAST_DEG = 1.0
_TITLE_MOST = 100
_BOUNDARIES = "Boundaries follow the United Nations (GA resolution 68/262)."
_CREDIT = "Natural Earth, GeoNames (CC BY 4.0)"


def picture(
    collection: Mapping[str, Any],
    *,
    title: str,
    basemap: Basemap,
    form: str,
    style: str = "",
) -> bytes:
    """Draw the incidents that have a place.

    Parameters
    ----------
    title
        Above the map; cut where it is too long for a line.
    form
        "png" or "svg".
    style
        CSS of one's own, as for the page; its colours (`--strike: #d00;`) count, nothing else.

    Raises
    ------
    OutputError
        When matplotlib is missing.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        msg = "A picture needs matplotlib; install it with: pip install 'incident-mapper[picture]'."
        raise OutputError(msg) from error
    colours = colours_of(style)
    looks = looks_of(collection, colours)
    seam = seam_of(collection)
    with mpl.rc_context({"svg.hashsalt": PICTURE_MARK, "text.parse_math": False}):
        figure = Figure(figsize=_INCHES, dpi=_DPI, layout="constrained")
        axes = figure.add_subplot()
        _set_view(axes, first_view(collection, seam) or WORLD, colours)
        _draw_basemap(axes, basemap, colours, seam)
        counts = _draw_incidents(axes, collection["features"], looks, seam)
        axes.set_title(_line(title), loc="left", fontsize=14, fontweight="bold")
        _draw_legend(axes, counts, looks)
        axes.set_xlabel(_note(collection["features"]), loc="left", fontsize=7, color="#444444")
        stream = io.BytesIO()
        metadata = (
            {"Date": None, "Creator": PICTURE_MARK} if form == "svg" else {"Software": PICTURE_MARK}
        )
        figure.savefig(stream, format=form, metadata=metadata)
    return stream.getvalue()


def _line(title: str) -> str:
    """Give a title that fits one line and holds nothing that cannot be drawn."""
    text = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", title).split())
    return text if len(text) <= _TITLE_MOST else text[: _TITLE_MOST - 1] + "…"


def _set_view(axes: "Axes", bounds: Bounds, colours: Mapping[str, str]) -> None:
    """Show the bounds and a margin, with degrees as wide as they are in the middle of it."""
    west, south, east, north = bounds
    middle = (south + north) / 2
    narrower = math.cos(math.radians(max(-80.0, min(80.0, middle))))
    across = max((east - west) * narrower, _SPAN_LEAST_DEG) * (1 + 2 * _MARGIN)
    down = max(north - south, _SPAN_LEAST_DEG) * (1 + 2 * _MARGIN)
    across, down = max(across, down * _WIDE), max(down, across / _WIDE)
    axes.set_xlim((west + east - across / narrower) / 2, (west + east + across / narrower) / 2)
    axes.set_ylim(middle - down / 2, middle + down / 2)
    axes.set_aspect(1 / narrower, adjustable="box")
    axes.set_facecolor(colours["sea"])
    axes.set_xticks([])
    axes.set_yticks([])


def _draw_basemap(axes: "Axes", basemap: Basemap, colours: Mapping[str, str], seam: float) -> None:
    for country in basemap.countries:
        for ring in (turned_ring(ring, seam) for ring in country.rings):
            _fill(axes, ring, facecolor=colours["land"], edgecolor=colours["border"], linewidth=0.7)
    for region in basemap.regions:
        for ring in (turned_ring(ring, seam) for ring in region.rings):
            _fill(axes, ring, facecolor="none", edgecolor=colours["region"], linewidth=0.4)
    _name_towns(axes, basemap, colours["label"], seam)


def _name_towns(axes: "Axes", basemap: Basemap, colour: str, seam: float) -> None:
    """Name the largest towns in view, those left out that would lie on another's name."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    apart, named = (east - west) * _TOWNS_APART, list[tuple[float, float]]()
    for town in sorted(basemap.towns, key=lambda one: (-one.capital, -one.population, one.name)):
        [(town_lat, town_lon)] = turned([(town.lat, town.lon)], seam)
        near = any(
            abs(town_lon - lon) < apart and abs(town_lat - lat) < apart / 2 for lat, lon in named
        )
        if near or not (west < town_lon < east and south < town_lat < north):
            continue
        named.append((town_lat, town_lon))
        axes.plot(town_lon, town_lat, ".", color=colour, markersize=2, zorder=2)
        axes.annotate(
            _line(town.name),
            (town_lon, town_lat),
            xytext=(4, -2),
            textcoords="offset points",
            fontsize=7,
            color=colour,
            zorder=2,
            annotation_clip=True,
        )
        if len(named) == _TOWNS_MOST:
            return


def _fill(axes: "Axes", ring: Sequence[Sequence[float]], **look: Any) -> None:
    from matplotlib.patches import Polygon

    if len(ring) > 2:
        axes.add_patch(Polygon([point[:2] for point in ring], closed=True, zorder=1, **look))


def _draw_incidents(
    axes: "Axes", features: Sequence[Mapping[str, Any]], looks: Mapping[str, Look], seam: float
) -> dict[str, int]:
    """Draw areas and lines below marks, the smaller marks above the larger; count by type."""
    counts: dict[str, int] = {}
    points = []
    for feature in features:
        properties = feature["properties"]
        name = str(properties.get("event_type"))
        event = name if name in looks else OTHER
        counts[event] = counts.get(event, 0) + 1
        colour = looks[event].colour
        geometry = feature.get("geometry") or {}
        if geometry.get("type") == "Point":
            if is_position(properties.get("lat"), properties.get("lon")):
                [(lat, lon)] = turned([(properties["lat"], properties["lon"])], seam)
                points.append((_size(properties), lon, lat, event))
        else:
            _draw_shape(axes, geometry, colour, seam)
    for size, lon, lat, event in sorted(points, key=lambda point: -point[0]):
        axes.scatter(
            lon,
            lat,
            s=size,
            marker=looks[event].marker,
            color=looks[event].colour,
            edgecolors="white",
            linewidths=0.6,
            zorder=5,
        )
    return counts


def _draw_shape(axes: "Axes", geometry: Mapping[str, Any], colour: str, seam: float) -> None:
    """Draw a region dashed and pale, and a border as a line; what is broken is left out."""
    import shapely
    from shapely.geometry import shape

    try:
        parts = shapely.get_parts(shape(dict(geometry)))
    except (
        AttributeError,
        KeyError,
        IndexError,
        TypeError,
        ValueError,
        shapely.errors.ShapelyError,
    ):
        return
    for part in parts:
        if part.geom_type == "Polygon" and not part.is_empty:
            ring = turned_ring(part.exterior.coords, seam)
            west, south, east, north = part.bounds
            vast = (east - west) * (north - south) > _VAST_SQUARE_DEG
            pale = 0.04 if vast else 0.15
            _fill(axes, ring, facecolor=colour, alpha=pale, edgecolor="none")
            _fill(axes, ring, facecolor="none", edgecolor=colour, linestyle=(0, (4, 3)))
        elif part.geom_type == "LineString":
            lons, lats = zip(*turned_ring(part.coords, seam), strict=True)
            axes.plot(lons, lats, color=colour, linewidth=3, alpha=0.75, zorder=3)


def _size(properties: Mapping[str, Any]) -> float:
    """Area of a mark in square points: it grows with the killed and injured, as on the page."""
    harm = 0.0
    for name in ("killed", "injured"):
        match properties.get(name):
            case {"best": int(best)}:
                harm += max(0, best)
            case {"low": int(low)}:
                harm += max(0, low)
    return float(min(6.5 + 1.25 * math.sqrt(harm), 25) ** 2 * 0.9)


def _draw_legend(axes: "Axes", counts: Mapping[str, int], looks: Mapping[str, Look]) -> None:
    marks = [
        axes.scatter([], [], marker=look.marker, color=look.colour, s=50, linewidths=0)
        for event, look in looks.items()
        if event in counts
    ]
    names = [f"{_line(looks[event].name)} ({counts[event]})" for event in looks if event in counts]
    for harm in (0, 50, 200):
        area = _size({"killed": {"best": harm}})
        marks.append(axes.scatter([], [], marker="o", s=area, color="#99999966", linewidths=0))
        names.append(f"{harm} killed and injured" if harm else "none or not told")
    axes.legend(
        marks,
        names,
        loc="lower left",
        fontsize=7,
        labelspacing=1.5,
        borderpad=1.2,
        handletextpad=1.6,
    )


def _note(features: Sequence[Mapping[str, Any]]) -> str:
    nowhere = sum(feature.get("geometry") is None for feature in features)
    said = f"{len(features)} incidents"
    if not features:
        said = "There are no incidents on this map"
    elif nowhere:
        said += f", {nowhere} of them without a place and not drawn"
    return (
        f"{said}. Dashed: somewhere within this area, whose outline may be approximate. "
        f"{_BOUNDARIES}\n{_CREDIT}"
    )
