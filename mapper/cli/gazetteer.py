"""`mapper gazetteer`: look a place name up, and tell what there is."""

import json

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.gazetteer_add import add, remove
from mapper.cli.gazetteer_build import build
from mapper.cli.table import table
from mapper.cli.terminal import one_line

# `info` names so many kinds and countries; `--json` names all.
_MOST_LISTED = 12


@click.group()
def gazetteer() -> None:
    """Look at the list of places, and add more of them."""


gazetteer.add_command(build)
gazetteer.add_command(add)
gazetteer.add_command(remove)


@gazetteer.command(epilog=examples("mapper gazetteer lookup Obolon"))
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@gazetteer_option
def lookup(name: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List the places that a NAME could mean, likeliest first."""
    from mapper.gazetteer import Gazetteer

    words = " ".join(name)
    with Gazetteer.open(chosen_gazetteer()) as places:
        matches = places.lookup(words)[:limit]
    if not matches:
        click.echo(f"mapper: no place is called {one_line(words)!r}", err=True)
        return
    rows = [
        {
            "id": match.place.id,
            "name": match.place.name,
            "kind": match.place.kind.value,
            "country": match.place.country,
            "admin1": match.place.admin1,
            "lat": match.place.lat,
            "lon": match.place.lon,
            "population": match.place.population,
            "naming": match.naming,
            "weight": round(match.weight, 4),
        }
        for match in matches
    ]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo(table(list(rows[0]), [list(row.values()) for row in rows]))


@gazetteer.command(epilog=examples("mapper gazetteer info"))
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@gazetteer_option
def info(as_json: bool) -> None:
    """Tell where the gazetteer is, and what it holds."""
    from mapper.gazetteer import Gazetteer

    with Gazetteer.open(chosen_gazetteer()) as places:
        facts = places.info()
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    for name, value in facts.items():
        shown = _listed(value) if isinstance(value, dict) else str(value)
        click.echo(f"{name}: {one_line(shown)}")


def _listed(counts: dict[str, int]) -> str:
    words = [f"{count} {what}" for what, count in counts.items()]
    rest = len(words) - _MOST_LISTED
    return ", ".join(words if rest <= 0 else [*words[:_MOST_LISTED], f"and {rest} more"])
