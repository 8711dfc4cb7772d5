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
    from mapper import store
    from mapper.pipeline import correcting

    with opened(project) as file:
        ident, *rest = (store.whole_incident_id(file, one) for one in (incident_id, *others))
        tell(correcting.merge(file, ident, rest, author(by, why)))


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
    from mapper import store
    from mapper.pipeline import correcting

    with opened(project) as file:
        ident = store.whole_incident_id(file, incident_id)
        done = correcting.split(file, ident, report_ids, author(by, why))
    tell(done)
    click.echo(done.correction.groups[1].incident_id)
