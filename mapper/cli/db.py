"""`mapper db`: whether a project is in order, and copies of it."""

import pathlib

import click

from mapper.cli.examples import examples
from mapper.cli.project import tell_note
from mapper.cli.terminal import plain


@click.group()
def db() -> None:
    """Check, back up and copy the project."""


@db.command(epilog=examples("mapper db check"))
@click.pass_context
def check(ctx: click.Context) -> None:
    """List what is wrong with the project, a line each; exit status 1 when something is.

    Looks at the database itself, at links between its records, and whether every record can be read
    and every quote stands in its article. Nothing is changed.
    """
    from mapper import store
    from mapper.store.check import problems, waiting

    count = 0
    with store.opened(ctx.obj, create=False) as project:
        tell_note(project)
        for line in problems(project):
            count += 1
            click.echo(plain(line))
        left = 0 if count else waiting(project)
    if left:
        click.echo(f"{left} reports wait to be joined; the next command does it", err=True)
    click.echo(f"{count} problems" if count else "nothing is wrong", err=True)
    ctx.exit(1 if count else 0)


@db.command(epilog=examples("mapper db backup backups/incidents-2025-05-31.db"))
@click.argument("file", type=click.Path(path_type=pathlib.Path))
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@click.pass_obj
def backup(project: str, file: pathlib.Path, overwrite: bool) -> None:
    """Copy the project to FILE as it stands at this moment, also while others write to it.

    FILE is a project file by itself, wherever the project is: open it with --db.
    """
    _copy(project, str(file), overwrite=overwrite)


@db.command(
    epilog=examples(
        "mapper db copy output/incidents.db postgresql://me@localhost/incidents",
        "mapper db copy postgresql://me@localhost/incidents mine.db",
    )
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
def copy(source: str, target: str, overwrite: bool) -> None:
    """Copy a project between files and databases of PostgreSQL.

    FROM and TO are paths or postgresql:// URLs. A database must have no articles yet.
    """
    _copy(source, target, overwrite=overwrite)


def _copy(source: str, target: str, *, overwrite: bool) -> None:
    from mapper import store
    from mapper.store.copy import copy as copied
    from mapper.store.engines import hidden, is_url

    with store.opened(source, create=False) as project:
        tell_note(project)
        copied(project, target, overwrite=overwrite)
    shown = hidden(target) if is_url(target) else target
    click.echo(f"the project is in {plain(shown)}", err=True)
