"""`mapper geocode`: ask for the places that the gazetteer lacks, and list what is known of them."""

import json
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.geocoder import counting, geocoder_options, service_of, tell
from mapper.cli.project import opened, tell_note
from mapper.cli.table import table

if TYPE_CHECKING:
    from mapper.store.geocoding import KnownName


@click.command(
    epilog=examples("mapper geocode --geocoder nominatim", "mapper geocode --list"),
)
@geocoder_options
@gazetteer_option
@click.option("--list", "listing", is_flag=True, help="Ask nobody; list the names.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON object a line.")
@click.pass_context
def geocode(ctx: click.Context, /, listing: bool, as_json: bool, **said: Any) -> None:
    """Ask a geocoder for names in incidents that the gazetteer lacks.

    Asks for those that have no answer yet, because no geocoder was named when their article was
    added or because it failed. What was found or not found is never asked twice.
    """
    from mapper import pipeline, store
    from mapper.pipeline import geocoding

    if listing or as_json:
        with opened(ctx.obj) as project:
            _list(project, as_json=as_json)
        return
    service = service_of(said)
    if service is None:
        msg = "Name a geocoder with --geocoder or MAPPER_GEOCODER, or list the names with --list."
        raise click.UsageError(msg)
    with store.opened(ctx.obj, create=False) as project:
        tell_note(project)
        run = pipeline.extractor_of(project, chosen_gazetteer())
        with counting() as told:
            geocoded = geocoding.geocode(project, service, run, told=told)
        pipeline.settle(project, lambda: run)
    ctx.exit(0 if tell(geocoded) else 1)


def _list(project: Any, *, as_json: bool) -> None:
    from mapper.store.geocoding import known_names

    rows = [_row(name) for name in known_names(project)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
    else:
        heads = ("name", "country", "articles", "state", "geocoder", "asked", "answer")
        click.echo(table(heads, [[row[head] for head in heads] for row in rows]))


def _row(known: "KnownName") -> dict[str, Any]:
    reply = known.reply
    places = () if reply is None else reply.places
    said = "" if reply is None else reply.reason
    found = "; ".join(f"{one.name} ({one.kind}, {one.admin1 or one.country})" for one in places)
    return {
        "name": known.question.name,
        "country": known.question.country,
        "articles": known.articles,
        "state": "not asked" if reply is None else reply.outcome.value,
        "geocoder": known.source,
        "asked": known.asked_at,
        "retry": None if reply is None or reply.retry_at is None else reply.retry_at.isoformat(),
        "answer": found or said,
        "places": [
            {"id": one.id, "name": one.name, "kind": one.kind.value, "lat": one.lat, "lon": one.lon}
            for one in places
        ],
    }
