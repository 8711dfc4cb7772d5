"""Incidents as files that other programs read."""

from mapper.export.feature import feature, feature_collection
from mapper.export.files import write_whole
from mapper.export.geojson import MARK, geojson

__all__ = ["MARK", "feature", "feature_collection", "geojson", "write_whole"]
