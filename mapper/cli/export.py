"""`mapper export`: incidents as a file for other programs."""

import pathlib

import click

from mapper.cli.examples import examples

_BY_EXTENSION = {".geojson": "geojson", ".json": "geojson", ".csv": "csv"}
_FORMATS = ("geojson", "csv")


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
@click.option(
    "--format", "form", metavar="FORMAT", help="geojson or csv; else the file's extension says."
)
@click.option("--overwrite", is_flag=True, help="Replace a file that the mapper did not make.")
@click.pass_obj
def export(project: str, output: pathlib.Path | None, form: str | None, overwrite: bool) -> None:
    """Write the incidents as GeoJSON or CSV, to a file or to standard output."""
    from mapper.cli.project import collection
    from mapper.export import CSV_MARK, MARK, csv_table, geojson, write_whole

    chosen = _format(output, form)
    incidents = collection(project)
    text = geojson(incidents) if chosen == "geojson" else csv_table(incidents)
    if output is None or str(output) == "-":
        click.echo(text.encode("utf-8", "replace"), nl=False)
        return
    mark = MARK if chosen == "geojson" else CSV_MARK
    write_whole(output, text, mark=mark, overwrite=overwrite)
    click.echo(f"{len(incidents['features'])} incidents in {output}", err=True)


def _format(output: pathlib.Path | None, form: str | None) -> str:
    """Choose the format: the one that is named, else the one of the file's extension.

    Raises
    ------
    click.UsageError
        When it is none that is written.
    """
    if form is not None:
        chosen = form.lower()
    elif output is None or not output.suffix:
        chosen = _FORMATS[0]
    else:
        extension = output.suffix.lower()
        chosen = _BY_EXTENSION.get(extension, extension.removeprefix("."))
    if chosen not in _FORMATS:
        msg = f"Format {chosen!r} is not written by this version; it writes geojson and csv."
        raise click.UsageError(msg)
    return chosen
