"""`mapper map`: the map as one HTML file, or as a picture."""

import dataclasses
import pathlib
import webbrowser
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.filters import filter_options, selection_of

if TYPE_CHECKING:
    from mapper.map import Basemap

# Stands at the start of our pages, so that another run may replace the file.
_HEAD = '<meta charset="utf-8">'
_MARK = '<meta name="generator" content="incident-mapper">'
_PICTURES = (".png", ".svg")
# A newsroom's colours are a page of text; more is some other file.
_STYLE_MOST_BYTES = 200_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How the map is to look; as the options say."""

    title: str
    lang: str
    basemap: str
    style: str


def _style(ctx: click.Context, param: click.Parameter, value: pathlib.Path | None) -> str:
    """Read a file of CSS."""
    del ctx, param
    if value is None:
        return ""
    if value.stat().st_size > _STYLE_MOST_BYTES:
        msg = f"{str(value)!r} is larger than {_STYLE_MOST_BYTES // 1000} kB."
        raise click.BadParameter(msg)
    return value.read_text(encoding="utf-8-sig", errors="replace")


@click.command(
    "map",
    epilog=examples(
        'mapper map -o output/map.html --title "Late May 2025"',
        "mapper map --type strike,prisoner_swap --from 2025-05-01 --lang uk --open",
        "mapper map -o output/map.png",
    ),
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path),
    default=pathlib.Path("output/map.html"),
    show_default=True,
    help="The page to write; a picture when it ends in .png or .svg.",
)
@click.option("--title", default="Incidents", show_default=True, help="Title of the page.")
@click.option(
    "--lang",
    type=click.Choice(["auto", "en", "uk"]),
    default="auto",
    show_default=True,
    help="Language of the page; auto leaves it to the reader's browser.",
)
@click.option(
    "--basemap",
    type=click.Choice(["outlines", "osm", "none"]),
    default="outlines",
    show_default=True,
    help="What lies beneath; osm loads street tiles when the page is opened.",
)
@filter_options
@click.option(
    "--style",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=pathlib.Path),
    callback=_style,
    help="CSS of your own, such as :root { --strike: #c00; --accent: #060 }.",
)
@click.option("--open", "show", is_flag=True, help="Open what was written.")
@click.option("--overwrite", is_flag=True, help="Replace a file that the mapper did not make.")
@gazetteer_option
@click.pass_obj
def map_(project: str, /, output: pathlib.Path, **options: Any) -> None:
    """Write the map as one HTML file that needs no network, or as a picture."""
    from mapper.cli.project import chosen_incidents, gathered
    from mapper.export import write_whole
    from mapper.gazetteer import Gazetteer
    from mapper.map import load_basemap

    look = _Look(**{name: options[name] for name in ("title", "lang", "basemap", "style")})
    with chosen_incidents(project, selection_of(options)) as chosen:
        incidents = gathered(chosen)
    with Gazetteer.open(chosen_gazetteer()) as places:
        beneath = load_basemap(places, incidents)
    content, mark = _made(incidents, output, look, beneath)
    write_whole(output, content, mark=mark, overwrite=options["overwrite"])
    click.echo(chosen.told(f"on {output}"), err=True)
    if options["show"]:
        webbrowser.open(output.resolve().as_uri())


def _made(
    incidents: dict[str, Any], output: pathlib.Path, look: _Look, beneath: "Basemap"
) -> tuple[str | bytes, str]:
    """Give the file's content, and the mark by which another run knows that it is ours."""
    from mapper.map import PICTURE_MARK, Basemap, picture, render

    form = output.suffix.lower()
    if form in _PICTURES:
        beneath = Basemap() if look.basemap == "none" else beneath
        drawn = picture(
            incidents, title=look.title, basemap=beneath, form=form[1:], style=look.style
        )
        return drawn, PICTURE_MARK
    page = render(
        incidents,
        title=look.title,
        basemap=beneath,
        lang=None if look.lang == "auto" else look.lang,
        shown=look.basemap,
        style=look.style,
    )
    return page.replace(_HEAD, _HEAD + _MARK, 1), _MARK
