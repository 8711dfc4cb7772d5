"""`mapper incidents`: list incidents, explain one, and correct them."""

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.examples import examples
from mapper.cli.filters import STATUSES, filter_options, selection_of
from mapper.cli.incidents_edit import edit, move
from mapper.cli.incidents_group import merge, split
from mapper.cli.incidents_judge import confirm, reject, undo
from mapper.cli.project import chosen_incidents, listed, opened
from mapper.cli.table import table
from mapper.cli.terminal import one_line
from mapper.errors import CorrectionError

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.incident.model import Incident, Link
    from mapper.report.model import Report


@click.group()
def incidents() -> None:
    """List incidents, explain one, and correct them.

    Of an ID the first signs are enough, at least four, as long as they begin no other one.
    """


for _command in (edit, move, confirm, reject, merge, split, undo):
    incidents.add_command(_command)


@incidents.command(
    "list",
    epilog=examples(
        "mapper incidents list", "mapper incidents list --type strike --from 2025-05-01"
    ),
)
@click.option("--json", "as_json", is_flag=True, help="One GeoJSON feature a line.")
@click.option("--rejected", is_flag=True, help="With those that a person rejected.")
@filter_options
@click.pass_obj
def list_(project: str, /, as_json: bool, rejected: bool, **options: Any) -> None:
    """List the incidents by day."""
    selection = selection_of(options)
    if rejected and not selection.statuses:
        selection = dataclasses.replace(selection, statuses=STATUSES)
    if as_json:
        with chosen_incidents(project, selection) as chosen:
            for feature in chosen.features:
                click.echo(json.dumps(feature))
        return
    rows = [_row(incident) for incident in listed(project, selection)]
    click.echo(table(("id", "date", "type", "place", "harm", "articles", "status"), rows))


@incidents.command(epilog=examples("mapper incidents show 3b9f0c2a71d4"))
@click.argument("incident_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As a GeoJSON feature.")
@click.pass_obj
def show(project: str, incident_id: str, as_json: bool) -> None:
    """Explain an incident: its reports, their words, places and dates, and why they were joined."""
    from mapper import store
    from mapper.export import feature

    with opened(project) as file:
        incident_id = store.whole_incident_id(file, incident_id)
        incident = store.incident(file, incident_id)
        if incident is None:
            raise CorrectionError(store.became_of(file, incident_id))
        wanted = {report.article_id for report in incident.reports}
        known = [store.article(file, article_id) for article_id in sorted(wanted)]
    articles = {one.article.id: one.article for one in known if one is not None}
    if as_json:
        click.echo(json.dumps(feature(incident, articles)))
        return
    click.echo("\n".join(_explained(incident, articles)))


def _row(incident: "Incident") -> list[object]:
    from mapper.cli.wording import date_words, harm_words, place_words

    articles = {report.article_id for report in incident.reports}
    return [
        incident.id,
        date_words(incident.date),
        incident.event_type,
        place_words(incident.location),
        harm_words(incident),
        len(articles),
        incident.status,
    ]


def _explained(incident: "Incident", articles: "Mapping[str, Article]") -> list[str]:
    from mapper.cli.wording import (
        FIELD_NAMES,
        date_words,
        harm_words,
        place_words,
        weapon_words,
    )

    precision, basis = incident.date.precision.value, incident.date.basis.value
    facts = {
        "type": " / ".join(filter(None, (incident.event_type, incident.sub_type))),
        "date": f"{date_words(incident.date)} ({precision}, {basis})",
        "place": f"{place_words(incident.location)} ({incident.location.precision})",
        "harm": harm_words(incident),
        "target": incident.target,
        "initiator": incident.initiator,
        "weapons": "; ".join(map(weapon_words, incident.weapons)),
        "disputed": "; ".join(incident.disputes) or ("yes" if incident.disputed else ""),
        "part of": incident.parent,
        "status": f"{incident.status}, confidence {incident.confidence:.2f}",
        "set by a person": ", ".join(FIELD_NAMES.get(name, name) for name in incident.edited),
    }
    links = {link.report_id: link for link in incident.links}
    lines = [one_line(f"{incident.id}  {incident.title}")]
    lines += [f"  {name}: {one_line(str(value))}" for name, value in facts.items() if value]
    copies = dict(incident.copies)
    for number, report in enumerate(incident.reports, 1):
        article = articles[report.article_id]
        lines += ["", *_report(number, report, article, links.get(report.id))]
        if report.article_id in copies:
            original = articles[copies[report.article_id]]
            lines.append(f"  same text as {one_line(_named(original))}: one voice with it")
    return lines


def _named(article: "Article") -> str:
    """Name an article by its title and who published it."""
    named = article.title or article.origin or article.id
    about = ", ".join(str(part) for part in (article.source, article.published) if part is not None)
    return f"{named} ({about})" if about else named


def _report(number: int, report: "Report", article: "Article", link: "Link | None") -> list[str]:
    from mapper.cli.wording import numbers_of, report_heading

    lines = [
        f"report {number}: {one_line(report.id)}",
        f"  article: {one_line(_named(article))}",
        f"  words {report.start}-{report.end}: “{one_line(report.quote)}”",
        f"  read as: {report_heading(report)}",
        f"  place because: {one_line(report.location.how)}",
        f"  date because: {one_line(report.date_how or 'no date is told')}",
    ]
    if report.attributed_to is not None:
        lines.append(f"  says: {one_line(report.attributed_to)}")
    lines += [f"  {words}" for words in numbers_of(report)]
    if report.claim_denied:
        lines.append("  contradicted by another side in the same article")
    if link is not None and link.with_report_id is not None:
        why = "; ".join(link.reasons)
        words = one_line(f"joined with {link.with_report_id} ({link.score:.2f}): {why}")
        lines.append(f"  {words}")
    return lines
