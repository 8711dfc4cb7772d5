"""`mapper incidents merge` and `split`: which reports are one incident."""

import click

from mapper.cli.author import author, author_options
from mapper.cli.done import tell
from mapper.cli.examples import examples
from mapper.cli.project import opened


@click.command(epilog=examples("mapper incidents merge 3b9f0c2a71d4 b894a3756485"))
@click.argument("incident_id", metavar="ID")
@click.argument("others", metavar="ID...", nargs=-1, required=True)
@author_options
@click.pass_obj
def merge(
    project: str, /, incident_id: str, others: tuple[str, ...], by: str | None, why: str | None
) -> None:
    """Put incidents into the first one, which keeps its id."""
    from mapper.pipeline import correcting

    with opened(project) as file:
        tell(correcting.merge(file, incident_id, others, author(by, why)))


@click.command(epilog=examples("mapper incidents split 3b9f0c2a71d4 0ff44796eb8b06e9:1067-2"))
@click.argument("incident_id", metavar="ID")
@click.argument("report_ids", metavar="REPORT...", nargs=-1, required=True)
@author_options
@click.pass_obj
def split(
    project: str, /, incident_id: str, report_ids: tuple[str, ...], by: str | None, why: str | None
) -> None:
    """Make an incident of its own of some reports; its id goes to standard output.

    `mapper incidents show ID` names the reports.
    """
    from mapper.pipeline import correcting

    with opened(project) as file:
        done = correcting.split(file, incident_id, report_ids, author(by, why))
    tell(done)
    click.echo(done.correction.groups[1].incident_id)
