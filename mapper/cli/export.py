"""`mapper export`: incidents as a file for other programs."""

import dataclasses
import pathlib
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.examples import examples
from mapper.cli.filters import filter_options, selection_of

if TYPE_CHECKING:
    from mapper.export import Wanted


@click.command(
    epilog=examples(
        "mapper export > incidents.geojson",
        "mapper export -o incidents.gpkg --type strike --from 2025-05-01",
        "mapper export -o acled.csv --columns acled --country UA",
        "mapper export --seq | jq -c --seq .properties.title",
    )
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path, allow_dash=True),
    help="File to write; standard output without one.",
)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    help="geojson, gpkg, csv, parquet or kml; else the file's extension says.",
)
@click.option("--seq", is_flag=True, help="GeoJSON as a text sequence (RFC 8142).")
@click.option(
    "--columns",
    metavar="SET",
    help="Columns of CSV: mapper, acled or ucdp; see docs/files.md.",
)
@click.option(
    "--mapping",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=pathlib.Path),
    help="TOML that says what types of your own are called there.",
)
@click.option("--bom", is_flag=True, help="CSV with a mark by which Excel knows UTF-8.")
@filter_options
@click.option("--overwrite", is_flag=True, help="Replace a file that the mapper did not make.")
@click.pass_obj
def export(project: str, /, output: pathlib.Path | None, **options: Any) -> None:
    """Write the incidents as GeoJSON, GeoPackage, CSV, GeoParquet or KML.

    To a file, or the formats that are text to standard output.
    """
    from mapper.cli.project import chosen_incidents
    from mapper.export import lines, write_file

    output = None if str(output) == "-" else output
    wanted = _wanted(output, options)
    with chosen_incidents(project, selection_of(options)) as chosen:
        wanted = dataclasses.replace(wanted, layers=chosen.layers, is_war=chosen.is_war)
        if output is None:
            for piece in lines(chosen.features, wanted):
                click.echo(piece.encode("utf-8"), nl=False)
            return
        write_file(output, chosen.features, wanted, overwrite=options["overwrite"])
    click.echo(chosen.told(f"in {output}"), err=True)


def _wanted(output: pathlib.Path | None, options: dict[str, Any]) -> "Wanted":
    """Put together what the options say.

    Raises
    ------
    click.UsageError
        When they do not fit together.
    """
    from mapper.export import COLUMN_SETS, FILES_ONLY, Wanted, load_codebooks

    columns, mapping = options["columns"], options["mapping"]
    form = _format(output, options)
    if columns is not None and columns not in COLUMN_SETS:
        msg = f"Columns {columns!r} are not known; known are {', '.join(COLUMN_SETS)}."
        raise click.UsageError(msg)
    for_csv = [name for name in ("columns", "mapping", "bom") if options[name]]
    if for_csv and form != "csv":
        msg = f"--{for_csv[0]} is for CSV; add --format csv, or name a file .csv."
        raise click.UsageError(msg)
    if form in FILES_ONLY and output is None:
        msg = f"{form} is no text; name a file: -o incidents.{form}."
        raise click.UsageError(msg)
    codebooks = None if mapping is None else load_codebooks(mapping)
    return Wanted(form=form, columns=columns or "mapper", bom=options["bom"], codebooks=codebooks)


def _format(output: pathlib.Path | None, options: dict[str, Any]) -> str:
    """Choose the format: the one that is named, else the one of the file's extension.

    Raises
    ------
    click.UsageError
        When it is none that is written.
    """
    from mapper.export import EXTENSIONS, FORMATS

    if options["form"] is not None:
        chosen = options["form"].lower()
    elif options["seq"] or output is None or not output.suffix:
        chosen = "csv" if options["columns"] and not options["seq"] else FORMATS[0]
    else:
        extension = output.suffix.lower()
        chosen = EXTENSIONS.get(extension, extension.removeprefix("."))
    if chosen not in FORMATS:
        msg = f"Format {chosen!r} is not written; known are {', '.join(FORMATS)}."
        raise click.UsageError(msg)
    if options["seq"] and not chosen.startswith("geojson"):
        msg = f"--seq is for GeoJSON, and {chosen} is none."
        raise click.UsageError(msg)
    return "geojsonseq" if options["seq"] else str(chosen)
