"""`mapper map`: the map as one HTML file."""

import pathlib

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples

# Stands at the start of our pages, so that another run may replace the file.
_HEAD = '<meta charset="utf-8">'
_MARK = '<meta name="generator" content="incident-mapper">'


@click.command("map", epilog=examples('mapper map -o output/map.html --title "Late May 2025"'))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path),
    default=pathlib.Path("output/map.html"),
    show_default=True,
    help="The page to write.",
)
@click.option("--title", default="Incidents", show_default=True, help="Title of the page.")
@click.option("--overwrite", is_flag=True, help="Replace a file that the mapper did not make.")
@gazetteer_option
@click.pass_obj
def map_(project: str, output: pathlib.Path, title: str, overwrite: bool) -> None:
    """Write the map as one HTML file that needs no network."""
    from mapper.cli.project import collection
    from mapper.export import write_whole
    from mapper.gazetteer import Gazetteer
    from mapper.map import load_basemap, render

    incidents = collection(project)
    with Gazetteer.open(chosen_gazetteer()) as places:
        basemap = load_basemap(places, incidents)
    page = render(incidents, title=title, basemap=basemap).replace(_HEAD, _HEAD + _MARK, 1)
    write_whole(output, page, mark=_MARK, overwrite=overwrite)
    click.echo(f"{len(incidents['features'])} incidents on {output}", err=True)
