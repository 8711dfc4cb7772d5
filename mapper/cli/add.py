"""`mapper add`: read articles and put their incidents on the map."""

import contextlib
import datetime as dt
import gc
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import check_gazetteer, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.geocoder import geocoder_options, service_of, tell
from mapper.cli.project import tell_note
from mapper.cli.terminal import is_terminal, one_line, plain

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.errors import MapperError
    from mapper.lexicon import Lexicon
    from mapper.pipeline import Added, Summary
    from mapper.store import ReadWith


@click.command(
    epilog=examples(
        "mapper add reports/",
        'mapper add --date 2025-05-24 --source "Daily News" report.txt',
        "mapper add --lexicon gun_violence shootings/",
    )
)
@click.argument("sources", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day on which the article appeared.",
)
@click.option("--title", help="Title of the article.")
@click.option("--source", help="Who published the article.")
@click.option("--url", help="Where the article stands on the web.")
@click.option(
    "--max-size", metavar="BYTES", type=click.IntRange(min=1), help="Read nothing larger than this."
)
@click.option(
    "--lexicon",
    "lexicons",
    metavar="NAME|PATH",
    multiple=True,
    help="Words to read with: war, gun_violence, or a .toml file; of several, later ones win.",
)
@click.option("--allow-private", is_flag=True, help="Read URLs of private networks too.")
@geocoder_options
@gazetteer_option
@click.pass_context
def add(
    ctx: click.Context, /, sources: tuple[str, ...], lexicons: tuple[str, ...], **said: Any
) -> None:
    """Read articles and put their incidents on the map.

    An ARTICLE is a file (.txt, .md, .html, .jsonl), a folder of such, a URL, or - for standard
    input. The same article twice changes nothing. --date, --title, --source and --url describe a
    single article that does not say them itself.
    """
    from mapper import pipeline, store
    from mapper.lexicon import load_lexicons

    if len(sources) > 1 and (said["title"] or said["url"]):
        msg = "--title and --url describe a single ARTICLE."
        raise click.UsageError(msg)
    service, lexicon = service_of(said), load_lexicons(lexicons)
    check_gazetteer()  # before a project file is made that nobody wants
    with store.opened(ctx.obj, create=True) as project, _progress() as (told, asking):
        tell_note(project)
        _tell_others(store.read_with(project), lexicon)
        run = pipeline.extractor_of(project, chosen_gazetteer(), lexicon)
        # Lexicon and word lists live as long as the command: the collector need not look at them.
        gc.freeze()
        articles = _read(sources, said)
        summary = pipeline.add(
            project, articles, run, lexicon=lexicon, told=told, service=service, asking=asking
        )
    _tell(summary)
    answered = summary.geocoded is None or tell(summary.geocoded)
    ctx.exit(1 if summary.failed or not summary.read or not answered else 0)


def _read(sources: tuple[str, ...], said: dict[str, Any]) -> Iterator["Article | MapperError"]:
    from mapper.article import ReadOptions, read

    when: dt.datetime | None = said["date"]
    options: dict[str, Any] = {
        "date": None if when is None else when.date(),
        "title": said["title"],
        "source": said["source"],
        "url": said["url"],
        "allow_private": said["allow_private"],
    }
    if said["max_size"] is not None:
        options["max_size"] = said["max_size"]
    for source in sources:
        yield from read(source, options=ReadOptions(**options))


def _tell_others(read_with: tuple["ReadWith", ...], lexicon: "Lexicon") -> None:
    """Say that articles of the project were read with other words than these are."""
    for other in read_with:
        if other.sha256 == lexicon.sha256:
            continue
        if other.name == lexicon.name:
            what = f"an earlier state of the lexicon {plain(other.name)!r}"
        else:
            what = f"the lexicon {plain(other.name)!r}"
        click.echo(
            f"mapper: {_plural(other.articles, 'article')} of this project read with {what} "
            f"({other.sha256[:8]}); these are read with {plain(lexicon.name)!r} "
            f"({lexicon.sha256[:8]})",
            err=True,
        )


@contextlib.contextmanager
def _progress() -> Iterator[tuple[Callable[["Added"], None], Callable[[int, int], None]]]:
    """Tell what becomes of each article and question: lines for failures, on a terminal a count."""
    if not is_terminal():
        yield lambda added: _complain(added, click.echo), lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False, markup=False)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} articles", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def told(added: "Added") -> None:
            _complain(added, lambda line, err: bar.console.print(line, soft_wrap=True))
            bar.update(task, advance=1, description=one_line(added.origin)[-60:])

        def asking(done: int, total: int) -> None:
            bar.update(task, description=f"asking for names: {done} of {total}")

        yield told, asking


def _complain(added: "Added", write: Callable[..., object]) -> None:
    said = added.error or added.note
    if said is not None:
        write(f"mapper: {plain(said)}", err=True)


def _tell(summary: "Summary") -> None:
    words = [
        _plural(summary.read, "article") + " read",
        f"{_plural(summary.incidents, 'incident')} ({summary.new_incidents} new)",
    ]
    if summary.unchanged:
        words.insert(1, f"{summary.unchanged} of them already there")
    if summary.failed:
        words.append(f"{len(summary.failed)} failed")
    click.echo(", ".join(words), err=True)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
