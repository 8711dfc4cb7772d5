"""What a correction did, told to the person who made it."""

from typing import TYPE_CHECKING

import click

from mapper.cli.terminal import one_line
from mapper.cli.wording import change_words

if TYPE_CHECKING:
    from mapper.pipeline.correcting import Done


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
    if incident is not None:
        words = f"{incident.id} {incident.title} ({incident.status})"
        click.echo(f"  {one_line(words)}", err=True)
