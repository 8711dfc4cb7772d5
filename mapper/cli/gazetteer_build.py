"""`mapper gazetteer build`: a gazetteer with the places of GeoNames dumps."""

import contextlib
import datetime as dt
import os
import pathlib
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any

import click

from mapper.cli.chosen import ENVIRONMENT, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import is_terminal, one_line

DEFAULT_OUTPUT = pathlib.Path("output/gazetteer.sqlite")
_CLASSES = "PASHTL"

_PATH = click.Path(path_type=pathlib.Path)


def _classes(ctx: click.Context, param: click.Parameter, value: str) -> frozenset[str]:
    del ctx, param
    said = frozenset(value.upper()) - frozenset(", ")
    if not said or said - frozenset(_CLASSES):
        msg = f"{value!r} is not made of the letters {_CLASSES}."
        raise click.BadParameter(msg)
    return said


def _countries(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> frozenset[str]:
    del ctx, param
    for code in value:
        if len(code) != 2 or not code.isascii() or not code.isalpha():
            msg = f"{code!r} is no two-letter code (ISO 3166-1), such as UA."
            raise click.BadParameter(msg)
    return frozenset(code.upper() for code in value)


@click.command(
    epilog=examples(
        "mapper gazetteer build --geonames UA.zip -o mine.sqlite",
        "mapper gazetteer build --geonames allCountries.zip --min-population 1 -o world.sqlite",
    )
)
@click.argument("more", metavar="[FILE]...", nargs=-1, type=_PATH)
@click.option(
    "--geonames", metavar="FILE", multiple=True, type=_PATH, help="A dump of GeoNames: .zip, .txt."
)
@click.option(
    "-o", "--output", metavar="FILE", type=_PATH,
    help=f"The gazetteer to write; else the one that is chosen, else {DEFAULT_OUTPUT}.",
)  # fmt: skip
@click.option(
    "--min-population", metavar="N", type=click.IntRange(min=0), default=0, show_default=True,
    help="Leave out new towns and villages with fewer people.",
)  # fmt: skip
@click.option(
    "--classes", metavar="LETTERS", default=_CLASSES, show_default=True, callback=_classes,
    help="P towns, A divisions, S facilities, H waters, T landforms, L areas.",
)  # fmt: skip
@click.option(
    "--country", metavar="CODE", multiple=True, callback=_countries, help="Only of this one: UA."
)
@click.option("--overwrite", is_flag=True, help="Replace a file that is no gazetteer.")
@gazetteer_option
def build(more: tuple[pathlib.Path, ...], **said: Any) -> None:
    """Make a gazetteer: the bundled one and the places of GeoNames dumps.

    Dumps are at https://download.geonames.org/export/dump/: one a country (UA.zip), or
    allCountries.zip. A gazetteer that is there stays whole until the new one is.
    """
    from mapper.gazetteer.extend import extend_gazetteer, work_of

    dumps = (*said["geonames"], *more)
    if not dumps:
        msg = "Name a dump of GeoNames: --geonames UA.zip."
        raise click.UsageError(msg)
    target = said["output"] or chosen_gazetteer() or os.environ.get(ENVIRONMENT) or DEFAULT_OUTPUT
    target = pathlib.Path(target)
    lost = _own_places(target)
    signal.signal(signal.SIGTERM, _stop)
    with _progress(work_of(dumps)) as told:
        done = extend_gazetteer(
            target, dumps, choice=_choice(said), overwrite=said["overwrite"], told=told,
            facts={"made": f"{dt.datetime.now(dt.UTC):%Y-%m-%d}"},
        )  # fmt: skip
    click.echo(
        f"{done.added} added, {done.known} known before, {done.left_out} left out: "
        f"{target.stat().st_size / 1e6:.0f} MB in {one_line(str(target))}",
        err=True,
    )
    if lost:
        click.echo(f"mapper: the old one had places of yours, add them again: {lost}", err=True)
    tell_how(target)


def tell_how(target: pathlib.Path) -> None:
    """Say how a gazetteer that was written is used."""
    if chosen_gazetteer() is None and not os.environ.get(ENVIRONMENT):
        shown = one_line(str(target))
        click.echo(f"Use it with --gazetteer {shown}, or set {ENVIRONMENT}={shown}.", err=True)


def _stop(number: int, frame: FrameType | None) -> None:
    """End like an interrupted build, which cleans up behind itself, when somebody ends it."""
    del frame
    sys.exit(128 + number)


def _choice(said: dict[str, Any]) -> Any:
    from mapper.gazetteer.extend import Choice

    return Choice(
        min_population=said["min_population"],
        classes=said["classes"],
        countries=said["country"],
    )


def _own_places(target: pathlib.Path) -> str:
    """Tell which own places a gazetteer that is about to be replaced has; empty for none."""
    from mapper.gazetteer.own import own_places_of

    return one_line(own_places_of(target))


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[str, int], None]]:
    """Show how far the reading is, on a terminal; elsewhere nothing."""
    if not is_terminal():
        yield lambda step, count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns: Sequence[Any] = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda step, count: bar.update(task, advance=count, description=_STEPS[step])


_STEPS = {
    "divisions": "Reading divisions",
    "places": "Reading places",
    "names": "Filing names",
    "file": "Writing the file",
}
