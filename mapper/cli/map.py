"""`mapper map`: the map as one HTML file."""

import pathlib

import click


@click.command("map")
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
@click.pass_obj
def map_(project: str, output: pathlib.Path, title: str, overwrite: bool) -> None:
    """Write the map as one HTML file that needs no network.

    \b
    Example:
      mapper map -o output/map.html --title "Late May 2025"
    """
    from mapper.cli.project import collection
    from mapper.export import write_whole
    from mapper.map import load_basemap, render
    from mapper.map.render import MARK

    incidents = collection(project)
    page = render(incidents, title=title, basemap=load_basemap())
    write_whole(output, page, mark=MARK, overwrite=overwrite)
    click.echo(f"{len(incidents['features'])} incidents on {output}", err=True)
