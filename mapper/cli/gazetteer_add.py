"""`mapper gazetteer add` and `remove`: places and boundaries of the user's own."""

import os
import pathlib
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import ENVIRONMENT, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.gazetteer_build import tell_how
from mapper.cli.terminal import one_line

if TYPE_CHECKING:
    from mapper.gazetteer.own import Added

_PATH = click.Path(path_type=pathlib.Path)


@click.command(
    epilog=examples(
        "mapper gazetteer add villages.csv -o mine.sqlite",
        "mapper gazetteer add sectors.gpkg --kind area --gazetteer mine.sqlite",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_PATH)
@click.option(
    "-o", "--output", metavar="FILE", type=_PATH,
    help="The gazetteer to write; else the one that is chosen is changed.",
)  # fmt: skip
@click.option("--kind", metavar="KIND", help="Kind of what does not say its own: settlement, area.")
@click.option("--crs", metavar="CRS", help="Coordinate system of files that say none: EPSG:4326.")
@click.option("--replace", is_flag=True, help="Take out what the file had before and has no more.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is no gazetteer.")
@gazetteer_option
def add(files: tuple[pathlib.Path, ...], **said: Any) -> None:
    """Add places or boundaries of your own.

    A FILE is CSV with the columns name, lat, lon and any of kind, country, admin1, names (divided
    by |), population, id, parent, or wkt for a geometry; or GeoJSON, GeoPackage or a shapefile with
    such properties. The same file twice changes nothing.
    """
    from mapper.gazetteer.own import add_own

    target = _named(said["output"] or _chosen())
    done = add_own(
        target, files, base=_base(target), reading=_reading(said), replace=said["replace"],
        overwrite=said["overwrite"],
    )  # fmt: skip
    click.echo(f"{_told(done)} in {one_line(str(target))}", err=True)
    if said["output"]:
        tell_how(target)


@click.command(
    epilog=examples("mapper gazetteer remove user:mill-5012-3624 --gazetteer mine.sqlite")
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@gazetteer_option
def remove(ids: tuple[str, ...]) -> None:
    """Take places that you added out again."""
    from mapper.gazetteer.own import remove_own

    target = _named(_chosen())
    remove_own(target, ids)
    click.echo(f"{len(ids)} removed from {one_line(str(target))}", err=True)


def _chosen() -> pathlib.Path | None:
    path = chosen_gazetteer() or os.environ.get(ENVIRONMENT)
    return None if path is None or path == "" else pathlib.Path(path)


def _named(target: pathlib.Path | None) -> pathlib.Path:
    if target is None:
        msg = (
            "The bundled gazetteer is not changed: name a file to write with -o FILE, or one of "
            "your own with --gazetteer FILE."
        )
        raise click.UsageError(msg)
    return target


def _base(target: pathlib.Path) -> pathlib.Path:
    """Give what to start from: what --gazetteer names, else the target itself where there is one.

    So that a second `add -o FILE` adds to the first.
    """
    from mapper.gazetteer.reader import BUNDLED
    from mapper.gazetteer.working import is_gazetteer

    named = chosen_gazetteer()
    if named is None and target.is_file() and target.stat().st_size and is_gazetteer(target):
        return target
    return named or _chosen() or BUNDLED


def _reading(said: dict[str, Any]) -> Any:
    from mapper.gazetteer import Kind
    from mapper.gazetteer.own_files import Reading

    kind = said["kind"]
    if kind is not None and kind not in {*Kind}:
        msg = f"Kind {kind!r} is none of {', '.join(Kind)}."
        raise click.UsageError(msg)
    return Reading(crs=said["crs"], kind=None if kind is None else Kind(kind))


def _told(done: "Added") -> str:
    words = [f"{done.added} added", f"{done.changed} changed", f"{done.same} as before"]
    if done.known:
        words.append(f"{done.known} of them known to the gazetteer")
    if done.removed:
        words.append(f"{done.removed} removed")
    if done.mended:
        words.append(f"{done.mended} invalid shapes mended")
    return ", ".join(words)
