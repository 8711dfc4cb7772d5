"""The formats of exports: how each is written, and how a file of ours is known.

In: features and what is wanted of them. Out: text piece by piece, or a file. What can go wrong is
what each writer says.
"""

import dataclasses
import functools
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mapper.export.acled import ACLED_COLUMNS, acled_row
from mapper.export.codebook import Tables, bundled_codebooks
from mapper.export.files import IsOurs, marked, whole
from mapper.export.geojson import MARK, geojson_lines, geojson_sequence
from mapper.export.geopackage import is_our_geopackage, write_geopackage
from mapper.export.kml import KML_MARK, kml_lines
from mapper.export.parquet import is_our_parquet, write_parquet
from mapper.export.table import COLUMNS, CSV_MARK, csv_lines
from mapper.export.ucdp import UCDP_COLUMNS, ucdp_row

Feature = Mapping[str, Any]
Layers = Mapping[str, Mapping[str, str]]

# The endings of files, and the format that each tells.
EXTENSIONS: Mapping[str, str] = {
    **dict.fromkeys((".geojson", ".json"), "geojson"),
    **dict.fromkeys((".geojsons", ".geojsonl"), "geojsonseq"),
    ".gpkg": "gpkg",
    ".csv": "csv",
    **dict.fromkeys((".parquet", ".geoparquet"), "parquet"),
    ".kml": "kml",
}
FORMATS = tuple(dict.fromkeys(EXTENSIONS.values()))
# Those that are no text, and need a file that can be written anywhere in.
FILES_ONLY = ("gpkg", "parquet")
COLUMN_SETS = ("mapper", "acled", "ucdp")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be written.

    Attributes
    ----------
    form
        One of `FORMATS`.
    columns
        One of `COLUMN_SETS`, for CSV.
    bom
        Whether CSV begins with a byte-order mark.
    codebooks
        What types are called in the codebooks of others; None for those of the package.
    layers
        Words, colour and shape of each type that the project knows.
    is_war
        Whether these are the types of war, which readers of GeoJSON know without being told.
    """

    form: str = "geojson"
    columns: str = "mapper"
    bom: bool = False
    codebooks: Tables | None = None
    layers: Layers = dataclasses.field(default_factory=dict)
    is_war: bool = True


def lines(features: Iterable[Feature], wanted: Wanted) -> Iterator[str]:
    """Write features as text, piece by piece; for the formats that are text."""
    if wanted.form == "geojson":
        return geojson_lines(features, layers=None if wanted.is_war else wanted.layers)
    if wanted.form == "geojsonseq":
        return geojson_sequence(features)
    if wanted.form == "kml":
        return kml_lines(features, layers=wanted.layers)
    tables = bundled_codebooks() if wanted.codebooks is None else wanted.codebooks
    rows = {
        "mapper": (COLUMNS, None),
        "acled": (ACLED_COLUMNS, functools.partial(acled_row, tables=tables)),
        "ucdp": (UCDP_COLUMNS, functools.partial(ucdp_row, tables=tables)),
    }
    columns, row = rows[wanted.columns]
    return csv_lines(features, columns=columns, row=row, bom=wanted.bom)


def write_file(
    path: pathlib.Path, features: Iterable[Feature], wanted: Wanted, *, overwrite: bool = False
) -> None:
    """Write features to a file, which appears whole or not at all; text in UTF-8.

    Raises
    ------
    OutputError
        When the file cannot or must not be written; a present one is then as it was.
    """
    with whole(path, is_ours=_is_ours(wanted), overwrite=overwrite) as beside:
        if wanted.form == "gpkg":
            write_geopackage(features, beside)
        elif wanted.form == "parquet":
            write_parquet(features, beside)
        else:
            with beside.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(lines(features, wanted))


def _is_ours(wanted: Wanted) -> IsOurs:
    if wanted.form == "gpkg":
        return is_our_geopackage
    if wanted.form == "parquet":
        return is_our_parquet
    csv_marks = {
        "mapper": CSV_MARK,
        "acled": ",".join(ACLED_COLUMNS),
        "ucdp": ",".join(UCDP_COLUMNS),
    }
    if wanted.form == "csv":
        return marked(csv_marks[wanted.columns])
    return marked(KML_MARK if wanted.form == "kml" else MARK)
