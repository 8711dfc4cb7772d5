"""The option `--gazetteer`, which every command that looks places up shares.

It may stand before the subcommand or behind it; behind wins, and both win over MAPPER_GAZETTEER.
"""

import pathlib
from collections.abc import Callable
from typing import Any, TypeVar

import click

_KEY = "mapper.cli.chosen"
ENVIRONMENT = "MAPPER_GAZETTEER"

_Command = TypeVar("_Command", bound=Callable[..., Any])


def gazetteer_option(command: _Command) -> _Command:
    """Add `--gazetteer` to a command; `chosen_gazetteer` tells what was given."""
    return click.option(
        "--gazetteer",
        metavar="PATH",
        type=click.Path(path_type=pathlib.Path),
        expose_value=False,
        callback=_remember,
        help=f"The gazetteer to use (also by {ENVIRONMENT}); else the bundled one.",
    )(command)


def chosen_gazetteer() -> pathlib.Path | None:
    """Give the path that the command line names; None leaves it to the environment."""
    path: pathlib.Path | None = click.get_current_context().meta.get(_KEY)
    return path


def _remember(
    ctx: click.Context, param: click.Parameter, value: pathlib.Path | None
) -> pathlib.Path | None:
    del param
    if value is not None:
        ctx.meta[_KEY] = value
    return value


def check_gazetteer() -> None:
    """See that the chosen gazetteer can be opened.

    Raises
    ------
    GazetteerError
        When it cannot.
    """
    from mapper.gazetteer import Gazetteer

    Gazetteer.open(chosen_gazetteer()).close()
