"""`mapper evaluate`: how well the mapper reads articles of which the incidents are known."""

import json
import pathlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import one_line, plain

if TYPE_CHECKING:
    from mapper.evaluation import Answer, Score, Wanted
    from mapper.lexicon import Lexicon
    from mapper.pipeline import Added, Summary

_FIGURES = ("f1", "precision", "recall", "numbers", "geo_precision", "joined")
# Sources that are quoted for an incident; the command is for finding the cause, not for reading.
_QUOTES = 3


@click.command(
    epilog=examples(
        "mapper evaluate gold.json articles/", "mapper evaluate --json gold.json articles/"
    )
)
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=pathlib.Path))
@click.argument("articles", metavar="ARTICLES...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="The figures and all that is wrong as JSON.")
@click.option("--undated-ok", is_flag=True, help="An incident without a date fits any date.")
@click.option(
    "--lexicon",
    "lexicons",
    metavar="NAME|PATH",
    multiple=True,
    help="Words to read with: war, gun_violence, or a .toml file; of several, later ones win.",
)
@click.option("--min-f1", metavar="F1", type=click.FloatRange(0, 1), help="Exit 1 below this F1.")
@gazetteer_option
@click.pass_context
def evaluate(
    ctx: click.Context, /, gold: pathlib.Path, articles: tuple[str, ...], **said: Any
) -> None:
    """Measure the mapper on articles of which the incidents are known.

    GOLD is a JSON file that says which incidents a careful reader takes from ARTICLES (files,
    folders, URLs); docs/quality.md tells how to write one. The articles are read into a project of
    their own, which is thrown away.
    """
    from mapper.evaluation import read_gold, score
    from mapper.lexicon import load_lexicons

    known = read_gold(gold)
    for name in known.unknown:
        click.echo(f"mapper: {gold}: nothing looks at {plain(name)!r}", err=True)
    summary, features = _incidents(articles, load_lexicons(said["lexicons"]))
    result = score(known, features, undated_ok=said["undated_ok"])
    lines = [json.dumps(_record(result))] if said["as_json"] else _told(result)
    click.echo("\n".join(lines))
    too_low = said["min_f1"] is not None and result.f1 < said["min_f1"]
    ctx.exit(1 if summary.failed or not summary.read or too_low else 0)


def _incidents(
    sources: Sequence[str], lexicon: "Lexicon"
) -> tuple["Summary", list[dict[str, Any]]]:
    """Read articles into a project of their own; give its incidents as features."""
    from mapper import pipeline, store
    from mapper.article import read
    from mapper.cli.project import collection

    with tempfile.TemporaryDirectory() as folder:
        location = str(pathlib.Path(folder, "incidents.db"))
        found = (item for source in sources for item in read(source))
        with store.opened(location, create=True) as project:
            run = pipeline.extractor_of(project, chosen_gazetteer(), lexicon)
            summary = pipeline.add(project, found, run, lexicon=lexicon, told=_complain)
        return summary, collection(location)["features"]


def _complain(added: "Added") -> None:
    said = added.error or added.note
    if said is not None:
        click.echo(f"mapper: {plain(said)}", err=True)


def _record(result: "Score") -> dict[str, Any]:
    """Give a score as JSON values; the figures are named as those of the scorer."""
    wrong = [answer for answer in result.answers if not answer.right]
    return {
        "gold": result.gold,
        "wanted": result.wanted,
        "found": result.found,
        "shown": result.shown,
        "false": len(result.false),
        **{name: getattr(result, name) for name in ("precision", "recall", "f1")},
        **{name: getattr(result, name) for name in ("numbers", "geo_precision", "joined")},
        "missed": [{"id": one.id, "place": one.place} for one in result.missed],
        "false_incidents": [_shown(feature) for feature in result.false],
        "banned": [_shown(feature) | {"why": why} for feature, why in result.banned],
        "wrong": [
            _shown(one.feature)
            | {"gold": one.wanted.id, "name": one.name, "want": one.want, "got": one.got}
            for one in wrong
        ],
    }


def _shown(feature: Mapping[str, Any]) -> dict[str, Any]:
    given = feature["properties"]
    names = ("event_type", "title", "date", "place")
    return {
        "id": feature["id"],
        **{name: given[name] for name in names},
        "words": [source["quote"] for source in given["sources"]],
    }


def _told(result: "Score") -> list[str]:
    """Write a score for people: the figures, then what is wrong with the words that led there."""
    lines = [
        f"{result.found} of {result.wanted} incidents found, {len(result.false)} false "
        f"of {result.shown} shown"
    ]
    figures = [(name, getattr(result, name)) for name in _FIGURES]
    lines.append("  ".join(f"{name} {value:.3f}" for name, value in figures if value is not None))
    lines += [f"missed: {_wanted(one)}" for one in result.missed]
    for feature in result.false:
        lines += [f"false: {_line(feature)}", *_words(feature)]
    for feature, why in result.banned:
        lines.append(f"forbidden: {_line(feature)}: {one_line(why)}")
    for answer in result.answers:
        if not answer.right:
            lines += [_wrong(answer), *_words(answer.feature)]
    return lines


def _wanted(one: "Wanted") -> str:
    days = "" if one.first is None else f", {one.first}"
    if one.last is not None and one.last != one.first:
        days += f" to {one.last}"
    return one_line(f"{one.id}: {' or '.join(one.event_types)}, {one.place}{days}")


def _wrong(answer: "Answer") -> str:
    want = answer.want
    if isinstance(want, tuple):
        between = " or " if answer.name == "geo_precision" else " to "
        want = between.join(map(str, want))
    named = {"sources": "articles joined"}.get(answer.name, answer.name)
    return one_line(
        f"wrong: {answer.wanted.id}: {named} {answer.got}, not {want} ({answer.feature['id']})"
    )


def _line(feature: Mapping[str, Any]) -> str:
    given = feature["properties"]
    return one_line(f"{given['title']} ({given['event_type']}, {given['date']}, {feature['id']})")


def _words(feature: Mapping[str, Any]) -> Iterator[str]:
    for source in feature["properties"]["sources"][:_QUOTES]:
        yield f"  {one_line(source['article'])}: “{one_line(source['quote'])}”"
