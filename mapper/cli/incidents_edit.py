"""`mapper incidents edit` and `move`: set values that hold whatever reports come."""

import functools
from typing import TYPE_CHECKING

import click

from mapper.cli.author import author, author_options
from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.done import tell
from mapper.cli.examples import examples
from mapper.cli.project import opened

if TYPE_CHECKING:
    from mapper.correction.model import Values
    from mapper.gazetteer import Gazetteer
    from mapper.incident.model import Incident
    from mapper.lexicon import Lexicon


@click.command(
    epilog=examples(
        'mapper incidents edit 3b9f0c2a71d4 --killed 3-5 --why "the hospital\'s list"',
        "mapper incidents edit 3b9f0c2a71d4 --type strike/drone --date 2025-05-24 --place Izmail",
    )
)
@click.argument("incident_id", metavar="ID")
@click.option("--type", metavar="TYPE[/SUB]", help="Type and sub-type: strike/drone.")
@click.option("--title", metavar="TEXT", help="The line for people.")
@click.option("--date", metavar="DATE", help="2025-05-24, 2025-05-23..2025-05-24, 2025-05, 2025.")
@click.option("--place", metavar="NAME|ID", help="A name, or an id: geonames:707308.")
@click.option("--killed", metavar="N", help="3, 3-5, 3-4-5 (low, best, high), 3+ (at least), none.")
@click.option("--injured", metavar="N", help="As --killed.")
@click.option("--prisoners", metavar="LIST", help="Those freed, by side: UKR=307,RUS=307.")
@click.option("--target", metavar="TEXT", help="What was hit.")
@click.option("--initiator", metavar="CODE|NAME", help="Who did it, as is said.")
@author_options
@gazetteer_option
@click.pass_obj
def edit(
    project: str, /, incident_id: str, by: str | None, why: str | None, **said: str | None
) -> None:
    """Set values of an incident; "none" says that there is no such value.

    They hold whatever reports come, and `mapper log` says when a later one differs.
    """
    from mapper import store
    from mapper.correction.edit import read_values
    from mapper.gazetteer import Gazetteer
    from mapper.pipeline import correcting

    given = {name: words for name, words in said.items() if words is not None}
    if not given:
        msg = "Say what to set, such as --killed 3; see --help."
        raise click.UsageError(msg)
    with opened(project) as file, Gazetteer.open(chosen_gazetteer()) as gazetteer:
        values = functools.partial(read_values, given, gazetteer=gazetteer)
        ident = store.whole_incident_id(file, incident_id)
        tell(correcting.edit(file, ident, values, author(by, why)))


@click.command(
    epilog=examples(
        "mapper incidents move 3b9f0c2a71d4 --place Izmail",
        "mapper incidents move 3b9f0c2a71d4 --lat 45.3422 --lon 28.8408",
    )
)
@click.argument("incident_id", metavar="ID")
@click.option("--place", metavar="NAME|ID", help="A name, or an id: geonames:707308.")
@click.option("--lat", metavar="DEGREES", type=float, help="Latitude, WGS 84.")
@click.option("--lon", metavar="DEGREES", type=float, help="Longitude, WGS 84.")
@author_options
@gazetteer_option
@click.pass_obj
def move(
    project: str,
    /,
    incident_id: str,
    by: str | None,
    why: str | None,
    place: str | None,
    lat: float | None,
    lon: float | None,
) -> None:
    """Put an incident at another place, or at a point."""
    from mapper import store
    from mapper.correction.model import Act
    from mapper.gazetteer import Gazetteer
    from mapper.pipeline import correcting

    point = None if lat is None or lon is None else (lat, lon)
    if (place is None) == (point is None) or (place is not None and (lat, lon) != (None, None)):
        msg = "Say where: either --place, or --lat and --lon."
        raise click.UsageError(msg)
    with opened(project) as file, Gazetteer.open(chosen_gazetteer()) as gazetteer:
        values = functools.partial(moved, place=place, point=point, gazetteer=gazetteer)
        ident = store.whole_incident_id(file, incident_id)
        tell(correcting.edit(file, ident, values, author(by, why), Act.MOVE))


def moved(
    incident: "Incident",
    lexicon: "Lexicon",
    *,
    place: str | None,
    point: tuple[float, float] | None,
    gazetteer: "Gazetteer",
) -> "Values":
    """Give the place that an incident is moved to."""
    from mapper.correction.place import read_place, read_point
    from mapper.correction.values import given

    del lexicon
    if point is not None:
        return given(location=read_point(*point, incident.location, gazetteer))
    return given(location=read_place(place or "", gazetteer))
