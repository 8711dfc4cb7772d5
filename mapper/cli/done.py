"""What a correction did, told to the person who made it."""

from typing import TYPE_CHECKING

import click

from mapper.cli.terminal import one_line
from mapper.cli.wording import change_words

if TYPE_CHECKING:
    from mapper.correction.model import Correction
    from mapper.pipeline.correcting import Done

# Twice the way across an oblast: whoever moves an incident farther may have swapped the degrees.
_FAR_KM = 500.0


def tell(done: "Done") -> None:
    """Say on standard error what was kept, and how the incident stands."""
    one, incident = done.correction, done.incident
    what = f"{one.act.value} {one.incident_id}"
    if one.undoes is not None:
        what = f"correction {one.undoes} of {one.incident_id} undone"
    click.echo(f"correction {one.seq}: {what}", err=True)
    lines = change_words(one.before, one.values) if one.before.given else []
    for line in lines:
        click.echo(f"  {line}", err=True)
    if (far := _far(one)) is not None:
        click.echo(f"  {far}", err=True)
    if incident is not None:
        words = f"{incident.id} {incident.title} ({incident.status})"
        click.echo(f"  {one_line(words)}", err=True)


def _far(one: "Correction") -> str | None:
    """Say how far an incident was moved, when that is suspiciously far; else None."""
    from mapper.gazetteer.sphere import distance_km

    before, now = one.before.location, one.values.location
    if before.place is None or now.place is None:
        return None
    apart = distance_km(before.place.lat, before.place.lon, now.place.lat, now.place.lon)
    if apart < _FAR_KM:
        return None
    return f"that is {apart:,.0f} km away; `mapper incidents undo {one.incident_id}` takes it back"
