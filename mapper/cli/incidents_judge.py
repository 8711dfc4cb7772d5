"""`mapper incidents confirm`, `reject` and `undo`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from mapper.cli.author import author, author_options
from mapper.cli.done import tell
from mapper.cli.examples import examples
from mapper.cli.project import opened
from mapper.cli.terminal import plain
from mapper.errors import CorrectionError

if TYPE_CHECKING:
    from mapper.pipeline.correcting import Author, Done
    from mapper.store import Store

    Judge = Callable[[Store, str, Author], Done]


@click.command(epilog=examples("mapper incidents confirm 3b9f0c2a71d4 --by Ann"))
@click.argument("incident_ids", metavar="ID...", nargs=-1, required=True)
@author_options
@click.pass_context
def confirm(
    ctx: click.Context, /, incident_ids: tuple[str, ...], by: str | None, why: str | None
) -> None:
    """Hold incidents fast as they are: their values, and the reports that tell of them."""
    from mapper.pipeline import correcting

    ctx.exit(_each(ctx.obj, incident_ids, correcting.confirm, author(by, why)))


@click.command(
    epilog=examples('mapper incidents reject 3b9f0c2a71d4 --why "an exercise, see the 2nd report"')
)
@click.argument("incident_ids", metavar="ID...", nargs=-1, required=True)
@author_options
@click.pass_context
def reject(
    ctx: click.Context, /, incident_ids: tuple[str, ...], by: str | None, why: str | None
) -> None:
    """Take incidents off map and exports for good; reports that join them go with them."""
    from mapper.pipeline import correcting

    ctx.exit(_each(ctx.obj, incident_ids, correcting.reject, author(by, why)))


@click.command(
    epilog=examples("mapper incidents undo 3b9f0c2a71d4", "mapper incidents undo --correction 12")
)
@click.argument("incident_id", metavar="[ID]", required=False)
@click.option("--correction", "number", metavar="N", type=int, help="The one of that number.")
@author_options
@click.pass_obj
def undo(
    project: str,
    /,
    incident_id: str | None,
    number: int | None,
    by: str | None,
    why: str | None,
) -> None:
    """Take back the last correction: of an incident, or of all."""
    from mapper import store
    from mapper.pipeline import correcting

    with opened(project) as file:
        ident = None if incident_id is None else store.whole_incident_id(file, incident_id)
        tell(correcting.undo(file, author(by, why), ident, number))


def _each(project: str, incident_ids: tuple[str, ...], judge: "Judge", author_: "Author") -> int:
    """Judge incidents one by one; give the exit status."""
    from mapper import store

    failed = 0
    with opened(project) as file:
        for incident_id in incident_ids:
            try:
                tell(judge(file, store.whole_incident_id(file, incident_id), author_))
            except CorrectionError as error:
                failed = 1
                click.echo(f"mapper: {plain(str(error))}", err=True)
    return failed
