"""Incidents as files that other programs read."""

from mapper.export.codebook import load_codebooks
from mapper.export.feature import collection_of, feature, feature_collection
from mapper.export.files import write_whole
from mapper.export.forms import (
    COLUMN_SETS,
    EXTENSIONS,
    FILES_ONLY,
    FORMATS,
    Wanted,
    lines,
    write_file,
)
from mapper.export.geojson import MARK, geojson
from mapper.export.table import CSV_MARK, csv_table

__all__ = [
    "COLUMN_SETS",
    "CSV_MARK",
    "EXTENSIONS",
    "FILES_ONLY",
    "FORMATS",
    "MARK",
    "Wanted",
    "collection_of",
    "csv_table",
    "feature",
    "feature_collection",
    "geojson",
    "lines",
    "load_codebooks",
    "write_file",
    "write_whole",
]
