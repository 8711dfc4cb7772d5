"""`mapper reprocess`: stored articles read again with this version."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.project import opened
from mapper.cli.terminal import is_terminal, one_line

if TYPE_CHECKING:
    from mapper.correction.difference import Changed, Difference
    from mapper.incident.model import Incident


@click.command(
    epilog=examples("mapper reprocess --dry-run", "mapper reprocess --yes 4f1c9a0b7d3e2c11")
)
@click.argument("article_ids", metavar="[ARTICLE]...", nargs=-1)
@click.option("--yes", is_flag=True, help="Change the project without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@gazetteer_option
@click.pass_obj
def reprocess(project: str, article_ids: tuple[str, ...], yes: bool, dry_run: bool) -> None:
    """Read articles of the project again with this version, all or those named.

    Of all articles, incidents are joined anew too. What would change is shown before it is changed:
    incidents that come (+), go (-) and change (~), field by field. What people corrected stays.
    """
    from mapper import pipeline, store
    from mapper.pipeline import reprocessing

    with opened(project) as file:
        run = pipeline.extractor_of(file, chosen_gazetteer())
        ids = [store.whole_article_id(file, one) for one in article_ids]
        entries = reprocessing.read_again(file, ids, run, _count)
        anew = not article_ids
        found = reprocessing.rehearse(file, entries, run, anew=anew)
        for line in _lines(found):
            click.echo(line)
        click.echo(_summary(found, len(entries)), err=True)
        if dry_run or not (entries or found) or not (yes or not found or _agreed()):
            return
        reprocessing.carry_out(file, entries, run, anew=anew)
    click.echo("done", err=True)


def _agreed() -> bool:
    """Ask; the end of standard input is a no."""
    click.echo("Change the project? [y/N] ", nl=False, err=True)
    answer = sys.stdin.readline().strip().lower()
    if answer in {"y", "yes"}:
        return True
    click.echo("nothing was changed", err=True)
    return False


def _count(done: int, total: int) -> None:
    if is_terminal():
        click.echo(f"\r{done + 1} of {total} articles read", nl=False, err=True)
        if done + 1 == total:
            click.echo("\r\x1b[K", nl=False, err=True)


def _summary(found: "Difference", articles: int) -> str:
    return (
        f"{articles} articles read otherwise: {len(found.added)} incidents come, "
        f"{len(found.gone)} go, {len(found.changed)} change"
    )


def _lines(found: "Difference") -> Iterator[str]:
    yield from (f"+ {_named(one)}" for one in found.added)
    yield from (f"- {_named(one)}" for one in found.gone)
    for one in found.changed:
        yield f"~ {_named(one.after)}"
        yield from (f"    {_changed(one, name)}" for name in one.fields)


def _named(incident: "Incident") -> str:
    from mapper.cli.wording import date_words

    return one_line(f"{incident.id}  {date_words(incident.date)}  {incident.title}")


def _changed(one: "Changed", name: str) -> str:
    from mapper.cli.wording import FIELD_NAMES, value_words

    if name == "reports":
        return f"reports: {len(one.before.reports)} → {len(one.after.reports)}"
    old, new = getattr(one.before, name), getattr(one.after, name)
    return f"{FIELD_NAMES.get(name, name)}: {value_words(name, old)} → {value_words(name, new)}"
