"""Options of commands that fetch pages, and what they mean."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mapper.article import ReadOptions

_OPTIONS = (
    click.option(
        "--max-size",
        metavar="BYTES",
        type=click.IntRange(min=1),
        help="Read nothing larger than this.",
    ),
    click.option("--allow-private", is_flag=True, help="Read URLs of private networks too."),
    click.option(
        "--pause",
        metavar="SECONDS",
        type=click.FloatRange(0.0, 3600.0),
        help="Between two requests to one host; 1 unless given.",
    ),
    click.option(
        "--ignore-robots",
        is_flag=True,
        help="Read also pages that robots.txt closes; only where you may.",
    ),
)


def web_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that fetch pages."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_options(said: dict[str, Any]) -> "ReadOptions":
    """Give what the user said about articles, and how they are fetched."""
    from mapper.article import ReadOptions

    when: dt.datetime | None = said.get("date")
    size = {} if said["max_size"] is None else {"max_size": said["max_size"]}
    return ReadOptions(
        date=None if when is None else when.date(),
        title=said.get("title"),
        source=said.get("source"),
        url=said.get("url"),
        allow_private=said.get("allow_private", False),
        pause_s=said.get("pause"),
        robots=not said.get("ignore_robots", False),
        **size,
    )
