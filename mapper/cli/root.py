"""The command `mapper`: its subcommands, and the one place where errors become lines.

Data goes to standard output, everything else to standard error. Exit status 0 done, 1 something
failed and was named, 2 wrong usage.
"""

import importlib
import os
import sys
from typing import Any, NoReturn

import click

from mapper import __version__
from mapper.cli.chosen import gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import plain
from mapper.errors import MapperError

DEFAULT_PROJECT = "output/incidents.db"

# name: (module, attribute, one line of help). The help stands here so that listing the commands
# imports none of them.
_COMMANDS = {
    "add": ("mapper.cli.add", "add", "Read articles and put their incidents on the map."),
    "watch": ("mapper.cli.watch", "watch", "Add what appears in a folder."),
    "bulk": ("mapper.cli.bulk", "bulk", "Read more than one machine can, on a Dask cluster."),
    "map": ("mapper.cli.map", "map_", "Write the map as one HTML file."),
    "export": ("mapper.cli.export", "export", "Write the incidents for other programs."),
    "geoparse": ("mapper.cli.geoparse", "geoparse", "Find the place names of a text."),
    "articles": ("mapper.cli.articles", "articles", "List, show, correct and remove articles."),
    "incidents": ("mapper.cli.incidents", "incidents", "List, explain and correct incidents."),
    "review": ("mapper.cli.review", "review", "Walk through the incidents that are doubtful."),
    "log": ("mapper.cli.log", "log", "Tell the history of an incident, or of all corrections."),
    "reprocess": ("mapper.cli.reprocess", "reprocess", "Read stored articles again."),
    "geocode": (
        "mapper.cli.geocode",
        "geocode",
        "Ask for places that the gazetteer lacks.",
    ),
    "lexicon": ("mapper.cli.lexicon", "lexicon", "Check and show the words to read with."),
    "db": ("mapper.cli.db", "db", "Check, back up and copy the project."),
    "evaluate": ("mapper.cli.evaluate", "evaluate", "Measure the mapper on articles of yours."),
    "gazetteer": ("mapper.cli.gazetteer", "gazetteer", "Look places up, and add more of them."),
}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands in the order of their use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours is one line and exit status 1."""
        try:
            return super().invoke(ctx)
        except MapperError as error:
            click.echo(f"mapper: {plain(str(error))}", err=True)
            ctx.exit(1)


@click.group(
    cls=LazyGroup,
    epilog=examples("mapper add reports/ && mapper map -o output/map.html"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--db",
    "project",
    metavar="PATH|URL",
    envvar="MAPPER_DB",
    default=DEFAULT_PROJECT,
    show_default=True,
    help="The project file, or postgresql://USER@HOST/DATABASE (also by MAPPER_DB).",
)
@gazetteer_option
@click.version_option(__version__, prog_name="mapper")
@click.pass_context
def cli(ctx: click.Context, project: str) -> None:
    """Turn news reports into a map of incidents, each with the words that put it there."""
    ctx.obj = project


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    try:
        cli.main(standalone_mode=True)
    except BrokenPipeError:
        # The reader of our output went away (`mapper export | head`): nothing to tell anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
