"""`mapper articles`: list, show, correct and remove articles."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.articles_update import undo, update
from mapper.cli.author import author, author_options
from mapper.cli.examples import examples
from mapper.cli.project import opened, settle
from mapper.cli.prove import prove, retrieval_fields
from mapper.cli.table import table
from mapper.cli.terminal import one_line, plain
from mapper.errors import StoreError

if TYPE_CHECKING:
    from mapper.pipeline.correcting import Author
    from mapper.report.model import Report
    from mapper.store import Store, StoredArticle


@click.group()
def articles() -> None:
    """List, show, correct and remove articles.

    Of an ID the first signs are enough, at least four, as long as they begin no other one.
    """


for _command in (update, undo):
    articles.add_command(_command)


articles.add_command(prove)


@articles.command("list", epilog=examples("mapper articles list"))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(project: str, as_json: bool) -> None:
    """List the articles in the order in which they came."""
    from mapper import store

    with opened(project) as file:
        names = store.lexicon_names(file)
        rows = [_row(stored, names) for stored in store.articles(file)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
    else:
        heads = ("id", "published", "basis", "source", "title")
        named = [row | {"title": row["title"] or _unnamed(row["origin"])} for row in rows]
        click.echo(table(heads, [[row[head] for head in heads] for row in named]))


@articles.command(epilog=examples("mapper articles show 4f1c9a0b7d3e2c11"))
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def show(project: str, article_id: str, as_json: bool) -> None:
    """Print an article, what was taken from it, and what was set aside and why."""
    from mapper import store

    with opened(project) as file:
        article_id = store.whole_article_id(file, article_id)
        stored = store.article(file, article_id)
        if stored is None:
            raise _unknown(article_id)
        taken = store.of_article(file, article_id)
        names = store.lexicon_names(file)
        came = store.retrieval_of(file, article_id)
    if as_json:
        click.echo(json.dumps(_whole(stored, taken, names) | retrieval_fields(came)))
        return
    click.echo(_told(stored, taken, names, retrieval_fields(came)))


@articles.command(
    epilog=examples(
        "mapper articles remove 4f1c9a0b7d3e2c11",
        "mapper articles remove --for-good --why 'a hoax' 4f1c9a0b7d3e2c11",
    )
)
@click.argument("article_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--for-good", is_flag=True, help="Keep it out when it is added again.")
@author_options
@click.pass_context
def remove(
    ctx: click.Context,
    /,
    article_ids: tuple[str, ...],
    for_good: bool,
    by: str | None,
    why: str | None,
) -> None:
    """Take articles out; incidents that only they report go with them.

    What is added again comes back, unless it was taken out for good: that is a correction, which
    `mapper articles undo` takes back.
    """
    from mapper import store

    author_ = author(by, why)
    with opened(ctx.obj) as file:
        ids = [store.whole_article_id(file, one) for one in article_ids]
        missing = sum(not _remove(file, one, author_ if for_good else None) for one in ids)
        settle(file)
    click.echo(f"{len(article_ids) - missing} removed", err=True)
    ctx.exit(1 if missing else 0)


def _remove(file: "Store", article_id: str, for_good: "Author | None") -> bool:
    """Take an article out, for good when somebody says so; False, and a line, when it is none."""
    from mapper import store
    from mapper.pipeline import reprocessing

    if store.article(file, article_id) is None:
        click.echo(f"mapper: {plain(str(_unknown(article_id)))}", err=True)
        return False
    if for_good is None:
        return store.remove(file, article_id)
    reprocessing.remove_for_good(file, article_id, for_good)
    return True


def _unnamed(origin: str | None) -> str | None:
    """Tell an article without a title from others by where it came from."""
    return None if origin is None else f"({origin})"


def _unknown(article_id: str) -> StoreError:
    return StoreError(f"There is no article {article_id!r}; see `mapper articles list`.")


def _row(stored: "StoredArticle", names: Mapping[str, str]) -> dict[str, Any]:
    article, day = stored.article, stored.day
    return {
        "id": article.id,
        "published": None if day is None else day.isoformat(),
        "basis": "inferred" if stored.inferred else article.published_basis,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "language": article.language,
        "origin": article.origin,
        "lexicon": names.get(article.id),
        "characters": len(article.text),
    }


def _whole(
    stored: "StoredArticle",
    taken: tuple[tuple["Report", str | None], ...],
    names: Mapping[str, str],
) -> dict[str, Any]:
    return {
        **_row(stored, names),
        "text": stored.article.text,
        "reports": [
            {
                "id": report.id,
                "incident": incident_id,
                "event_type": report.event_type,
                "start": report.start,
                "end": report.end,
                "quote": report.quote,
                "place": None if report.location.place is None else report.location.place.name,
                "place_how": report.location.how,
                "date": None if report.date.first is None else report.date.first.isoformat(),
                "date_how": report.date_how,
            }
            for report, incident_id in taken
        ],
        "set_aside": [
            {"start": one.start, "end": one.end, "quote": one.quote, "why": one.why}
            for one in stored.set_aside
        ],
    }


def _told(
    stored: "StoredArticle",
    taken: tuple[tuple["Report", str | None], ...],
    names: Mapping[str, str],
    came: Mapping[str, Any],
) -> str:
    from mapper.cli.wording import numbers_of, report_heading

    row = {**_row(stored, names), **came}
    facts = ["title", "source", "url", "published", "basis", "language", "origin", "lexicon", *came]
    lines = [one_line(f"article {row['id']}")]
    lines += [f"  {name}: {one_line(str(row[name]))}" for name in facts if row[name] is not None]
    lines += ["", plain(stored.article.text.strip()), "", f"Taken ({len(taken)}):"]
    for report, incident_id in taken:
        lines.append(f"  {report_heading(report)} -> incident {one_line(str(incident_id))}")
        lines.append(f"    “{one_line(report.quote)}”")
        lines += [f"    {words}" for words in numbers_of(report)]
    lines += ["", f"Set aside ({len(stored.set_aside)}):"]
    lines += [f"  {one_line(one.why)}: “{one_line(one.quote)}”" for one in stored.set_aside]
    return "\n".join(lines)
