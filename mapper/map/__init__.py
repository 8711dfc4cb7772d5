"""The map page: incidents as GeoJSON in, one self-contained HTML file out."""

from mapper.map.basemap import Basemap, Outline, Town, load_basemap
from mapper.map.document import render

__all__ = ["Basemap", "Outline", "Town", "load_basemap", "render"]
