"""The options that name a geocoder, and what is told of it: for all commands that ask one."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mapper.cli.chosen import chosen_gazetteer
from mapper.cli.terminal import is_terminal, one_line
from mapper.errors import GeocoderError

if TYPE_CHECKING:
    from mapper.pipeline.geocoding import Geocoded, Service

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--geocoder",
        metavar="NAME",
        envvar="MAPPER_GEOCODER",
        help="Ask this service for places that the gazetteer lacks: nominatim, photon, geonames or "
        "another one of geopy's (also by MAPPER_GEOCODER).",
    ),
    click.option(
        "--geocoder-url",
        metavar="URL",
        envvar="MAPPER_GEOCODER_URL",
        help="Where it runs, if not on its own server (also by MAPPER_GEOCODER_URL).",
    ),
    click.option(
        "--geocoder-key",
        metavar="KEY",
        envvar="MAPPER_GEOCODER_KEY",
        help="Its key or user name (better by MAPPER_GEOCODER_KEY, where nobody sees it).",
    ),
    click.option(
        "--geocoder-user-agent",
        metavar="TEXT",
        envvar="MAPPER_GEOCODER_USER_AGENT",
        help="Who asks; public servers want to know (also by MAPPER_GEOCODER_USER_AGENT).",
    ),
    click.option(
        "--geocoder-interval",
        metavar="SECONDS",
        type=click.FloatRange(min=0, max=3600),
        envvar="MAPPER_GEOCODER_INTERVAL",
        help="Time between two questions; one second at least for public servers.",
    ),
    click.option(
        "--geocoder-timeout",
        metavar="SECONDS",
        type=click.FloatRange(min=0.1, max=600),
        envvar="MAPPER_GEOCODER_TIMEOUT",
        help="How long to wait for an answer (10 s unless given).",
    ),
)


def geocoder_options(command: Command) -> Command:
    """Add the options of geocoders to a command; `service_of` takes them up."""
    return functools.reduce(lambda made, option: option(made), reversed(_OPTIONS), command)


def service_of(said: dict[str, Any]) -> "Service | None":
    """Make the service that the options name; None when they name none.

    Raises
    ------
    click.UsageError
        When there is no such service, or it cannot be asked with these options.
    """
    if not said["geocoder"]:
        return None
    from mapper.geocoder import Settings
    from mapper.pipeline.geocoding import service_of as made

    given = {
        "url": said["geocoder_url"],
        "key": said["geocoder_key"],
        "user_agent": said["geocoder_user_agent"],
        "interval_s": said["geocoder_interval"],
        "timeout_s": said["geocoder_timeout"],
    }
    settings = {name: value for name, value in given.items() if value not in (None, "")}
    try:
        return made(Settings(service=said["geocoder"].lower(), **settings), chosen_gazetteer())
    except GeocoderError as error:
        raise click.UsageError(str(error)) from error


@contextlib.contextmanager
def counting() -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how many names have been asked for."""
    if not is_terminal():
        yield lambda done, total: None
        return
    from rich.console import Console

    console = Console(stderr=True, highlight=False, markup=False)
    with contextlib.ExitStack() as shown:

        def told(done: int, total: int) -> None:
            shown.close()
            shown.enter_context(console.status(f"asking for names: {done} of {total}"))

        yield told


def tell(geocoded: "Geocoded") -> bool:
    """Tell what came of asking; whether all names were answered for."""
    source = one_line(geocoded.source)
    if geocoded.found or geocoded.not_found:
        click.echo(f"{source}: {geocoded.found} found, {geocoded.not_found} not found", err=True)
    reasons = dict.fromkeys(reason for _, reason in geocoded.failed)
    for reason in reasons:
        names = [name for name, why in geocoded.failed if why == reason]
        click.echo(f"mapper: no answer from {source} for {_listed(names)}: {reason}", err=True)
    if geocoded.unasked:
        names = list(geocoded.unasked)
        why = geocoded.stopped
        click.echo(f"mapper: {source} was not asked for {_listed(names)}: {why}", err=True)
    if geocoded.failed or geocoded.unasked:
        at = geocoded.retry_at
        when = "later" if at is None else f"after {at:%Y-%m-%d %H:%M:%S} UTC"
        click.echo(f"mapper: ask again {when} with `mapper geocode`", err=True)
    return not (geocoded.failed or geocoded.unasked)


def _listed(names: list[str]) -> str:
    return ", ".join(repr(one_line(name)) for name in names)
