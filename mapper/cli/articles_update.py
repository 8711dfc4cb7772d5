"""`mapper articles update` and `undo`: what an article says of itself, or its text, set right."""

import datetime as dt
import pathlib
from typing import Any

import click

from mapper.cli.author import author, author_options
from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.project import opened
from mapper.correction.wording import NONE


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> Any:
    """Read a day; "none" takes it away."""
    del ctx, param
    if value is None or value.strip().lower() in NONE:
        return value
    try:
        return dt.date.fromisoformat(value.strip())
    except ValueError as error:
        msg = f"{value!r} is no day: write YYYY-MM-DD, or none."
        raise click.BadParameter(msg) from error


@click.command(
    epilog=examples(
        "mapper articles update 4f1c9a0b7d3e2c11 --date 2025-05-24 --source 'Daily News'",
        "mapper articles update 4f1c9a0b7d3e2c11 --text corrected.txt --why 'the outlet did'",
    )
)
@click.argument("article_id", metavar="ID")
@click.option("--title", help="Its title.")
@click.option("--date", "published", metavar="DAY", callback=_day, help="When it appeared.")
@click.option("--source", help="Who published it.")
@click.option("--url", help="Where it stands on the web.")
@click.option("--language", metavar="CODE", help="ISO 639-1: en.")
@click.option(
    "--text",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path, allow_dash=True),
    help="A file with its text as it should be.",
)
@author_options
@gazetteer_option
@click.pass_obj
def update(project: str, /, article_id: str, by: str | None, why: str | None, **said: Any) -> None:
    """Correct an article and read it again; its id stays, "none" takes a value away.

    When it is added again, as it was or as it is now, nothing changes.
    """
    from mapper import pipeline, store
    from mapper.pipeline import reprocessing

    changes = _changes(said)
    if not changes:
        msg = "Say what to set, such as --date 2025-05-24; see --help."
        raise click.UsageError(msg)
    with opened(project) as file:
        article_id = store.whole_article_id(file, article_id)
        run = pipeline.extractor_of(file, chosen_gazetteer())
        kept = reprocessing.update(file, article_id, changes, author(by, why), run)
    click.echo(f"revision {kept.seq}: {', '.join(sorted(changes))} of {article_id}", err=True)


@click.command(epilog=examples("mapper articles undo 4f1c9a0b7d3e2c11"))
@click.argument("article_id", metavar="ID")
@author_options
@gazetteer_option
@click.pass_obj
def undo(project: str, /, article_id: str, by: str | None, why: str | None) -> None:
    """Take back the last correction of an article, and read it again as it was."""
    from mapper import pipeline, store
    from mapper.pipeline import reprocessing

    with opened(project) as file:
        article_id = store.whole_article_id(file, article_id)
        words = reprocessing.lexicon_left(file, article_id)
        run = pipeline.extractor_of(file, chosen_gazetteer(), words)
        kept = reprocessing.undo_update(file, article_id, author(by, why), run)
    click.echo(f"revision {kept.undoes} of {article_id} undone", err=True)


def _changes(said: dict[str, Any]) -> dict[str, Any]:
    """Give what is to be changed, with the text out of its file."""
    changes = {
        name: None if isinstance(value, str) and value.strip().lower() in NONE else value
        for name, value in said.items()
        if value is not None and name != "text"
    }
    return changes if said["text"] is None else {**changes, "text": _text(str(said["text"]))}


def _text(source: str) -> str:
    """Read the text of the one article that a file holds."""
    from mapper.article import UnreadableArticle, read

    found = list(read(source))
    if len(found) != 1:
        msg = f"{source!r} holds {len(found)} articles, and not one."
        raise click.UsageError(msg)
    if isinstance(found[0], UnreadableArticle):
        raise found[0]
    return found[0].text
