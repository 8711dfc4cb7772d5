"""The options `--by` and `--why`, which every correction takes."""

import datetime as dt
import getpass
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mapper.pipeline.correcting import Author

ENVIRONMENT = "MAPPER_USER"
# A reason is a sentence or two; more belongs into a document.
_LONGEST = 2000

_Command = TypeVar("_Command", bound=Callable[..., Any])


def author_options(command: _Command) -> _Command:
    """Add `--by` and `--why` to a command; `author` makes an author of them."""
    by = click.option(
        "--by",
        metavar="NAME",
        help=f"Who corrects (also by {ENVIRONMENT}); else the login name.",
    )
    why = click.option("--why", metavar="TEXT", help="Why, for those who read the log.")
    return by(why(command))


def author(by: str | None, why: str | None) -> "Author":
    """Make an author of what the options said, now.

    Raises
    ------
    click.UsageError
        When name or reason is too long, or the name is empty.
    """
    from mapper.pipeline.correcting import Author

    who = " ".join((by or os.environ.get(ENVIRONMENT) or _login()).split())
    reason = None if why is None else " ".join(why.split())
    if not who or max(len(who), len(reason or "")) > _LONGEST:
        msg = f"--by and --why are lines of 1 to {_LONGEST} characters."
        raise click.UsageError(msg)
    return Author(who=who, at=dt.datetime.now(dt.UTC), why=reason or None)


def _login() -> str:
    """Give the login name; a process in a container may have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
