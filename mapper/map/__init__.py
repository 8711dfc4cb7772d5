"""The map page: incidents as GeoJSON in, one self-contained HTML file out, or a picture."""

from mapper.map.basemap import Basemap, Outline, Town, load_basemap
from mapper.map.document import BASEMAPS, LANGUAGES, render
from mapper.map.picture import PICTURE_MARK, picture

__all__ = [
    "BASEMAPS",
    "LANGUAGES",
    "PICTURE_MARK",
    "Basemap",
    "Outline",
    "Town",
    "load_basemap",
    "picture",
    "render",
]
