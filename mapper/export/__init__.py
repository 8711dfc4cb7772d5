"""Incidents as files that other programs read."""

from mapper.export.feature import feature, feature_collection
from mapper.export.files import write_whole
from mapper.export.geojson import MARK, geojson
from mapper.export.table import CSV_MARK, csv_table

__all__ = [
    "CSV_MARK",
    "MARK",
    "csv_table",
    "feature",
    "feature_collection",
    "geojson",
    "write_whole",
]
