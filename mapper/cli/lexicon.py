"""`mapper lexicon`: check a lexicon of one's own, and show one."""

import json
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.examples import examples
from mapper.cli.table import table
from mapper.cli.terminal import plain

if TYPE_CHECKING:
    from mapper.lexicon import Lexicon


@click.group()
def lexicon() -> None:
    """Check a lexicon of your own, and show what one holds."""


@lexicon.command(epilog=examples("mapper lexicon check floods.toml"))
@click.argument("chosen", metavar="NAME|PATH...", nargs=-1, required=True)
@click.pass_context
def check(ctx: click.Context, chosen: tuple[str, ...]) -> None:
    """List all that is wrong with lexicon files, a line each; exit status 1 when something is."""
    from mapper.lexicon import load_lexicons, problems_of

    found = [(one, problem) for one in chosen for problem in problems_of(one)]
    for one, problem in found:
        click.echo(plain(f"{one}: {problem}"))
    if not found:
        # What fits by itself may still not fit together.
        words = load_lexicons(chosen)
        click.echo(f"{plain(words.name)}: {_size(words)}; nothing is wrong", err=True)
    ctx.exit(1 if found else 0)


@lexicon.command(epilog=examples("mapper lexicon show gun_violence"))
@click.argument("chosen", metavar="[NAME|PATH]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Everything it holds, as one JSON object.")
def show(chosen: tuple[str, ...], as_json: bool) -> None:
    """Show the types of events that a lexicon knows, with their words; without a name that of war.

    Of several, later ones win. Bundled are war and gun_violence.
    """
    from mapper.lexicon import load_lexicons

    words = load_lexicons(chosen)
    if as_json:
        told: dict[str, Any] = json.loads(words.source)
        click.echo(json.dumps({"sha256": words.sha256, **told}, ensure_ascii=False))
        return
    click.echo(f"{plain(words.name)} ({words.sha256[:8]}): {_size(words)}")
    heads = ("type", "label", "group", "colour", "shape", "words")
    click.echo(table(heads, _rows(words)))


def _rows(words: "Lexicon") -> list[list[object]]:
    from mapper.lexicon import layers

    drawn = layers(words.types.values())
    counts = _triggers(words)
    return [
        [
            name,
            plain(one["label"]),
            words.types[name].group,
            one["colour"],
            one["shape"],
            counts[name],
        ]
        for name, one in drawn.items()
    ]


def _triggers(words: "Lexicon") -> dict[str, int]:
    """Count the entries that tell of each type."""
    counts = dict.fromkeys(words.types, 0)
    for row in json.loads(words.source).get("trigger", []):
        counts[row["type"]] += len(row["words"])
    return counts


def _size(words: "Lexicon") -> str:
    phrases = sum(len(group) for begun in words.phrases.values() for group in begun.values())
    return f"{len(words.types)} types, {len(words.weapons)} weapons, {phrases} phrases"
