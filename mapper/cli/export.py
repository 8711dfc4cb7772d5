"""`mapper export`: incidents as a file for other programs."""

import pathlib

import click

from mapper.cli.examples import examples

_BY_EXTENSION = {".geojson": "geojson", ".json": "geojson"}
_LATER = {".gpkg": "gpkg", ".csv": "csv", ".parquet": "parquet", ".kml": "kml"}


@click.command(
    epilog=examples(
        "mapper export > incidents.geojson", "mapper export -o output/incidents.geojson"
    )
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path, allow_dash=True),
    help="File to write; standard output without one.",
)
@click.option("--format", "form", metavar="FORMAT", help="geojson; else the file's extension says.")
@click.option("--overwrite", is_flag=True, help="Replace a file that the mapper did not make.")
@click.pass_obj
def export(project: str, output: pathlib.Path | None, form: str | None, overwrite: bool) -> None:
    """Write the incidents as GeoJSON, to a file or to standard output."""
    from mapper.cli.project import collection
    from mapper.export import MARK, geojson, write_whole

    _check_format(output, form)
    incidents = collection(project)
    text = geojson(incidents)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    write_whole(output, text, mark=MARK, overwrite=overwrite)
    click.echo(f"{len(incidents['features'])} incidents in {output}", err=True)


def _check_format(output: pathlib.Path | None, form: str | None) -> None:
    """Refuse formats that are not written.

    Raises
    ------
    click.UsageError
        When the format, or the extension of the file, is none that is known.
    """
    if form is not None:
        chosen = form.lower()
    elif output is None or str(output) == "-" or not output.suffix:
        return
    else:
        extension = output.suffix.lower()
        chosen = _BY_EXTENSION.get(extension) or _LATER.get(extension) or extension
    if chosen != "geojson":
        msg = f"Format {chosen!r} is not written by this version; it writes geojson."
        raise click.UsageError(msg)
