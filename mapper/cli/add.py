"""`mapper add`: read articles and put their incidents on the map."""

import contextlib
import shlex
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from mapper.cli.chosen import check_gazetteer, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.geocoder import geocoder_options, service_of, tell
from mapper.cli.project import tell_note
from mapper.cli.terminal import is_terminal, one_line, plain
from mapper.cli.web import read_options, web_options

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.errors import MapperError
    from mapper.lexicon import Lexicon
    from mapper.pipeline import Added, Summary
    from mapper.pipeline.crew import Crew
    from mapper.pipeline.feeding import Feeding
    from mapper.store import ReadWith, Store

# So many articles without a date are named.
_MOST_NAMED = 3


@click.command(
    epilog=examples(
        "mapper add reports/",
        'mapper add --date 2025-05-24 --source "Daily News" report.txt',
        "mapper add --lexicon gun_violence shootings/",
        "mapper add --jobs 4 archive.jsonl",
        "mapper add --feed https://news.example/rss.xml --limit 20",
    )
)
@click.argument("sources", metavar="ARTICLE...", nargs=-1)
@click.option(
    "--feed",
    "feeds",
    metavar="URL",
    multiple=True,
    help="Read what is new in a feed (RSS, Atom) or sitemap.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    help="Of each feed, fetch this many articles at most; 100 unless given.",
)
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
    "--lexicon",
    "lexicons",
    metavar="NAME|PATH",
    multiple=True,
    help="Words to read with: war, gun_violence, or a .toml file; of several, later ones win.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    default=1,
    help="Read with so many processes; what comes of it is the same.",
)
@web_options
@geocoder_options
@gazetteer_option
@click.pass_context
def add(
    ctx: click.Context, /, sources: tuple[str, ...], lexicons: tuple[str, ...], **said: Any
) -> None:
    """Read articles and put their incidents on the map.

    An ARTICLE is a file (.txt, .md, .html, .jsonl, .warc, .warc.gz), a folder of such, a URL, or -
    for standard input. The same article twice changes nothing. What an article does not say itself
    is told by --title and --url (of a single one), --date (of files) and --source (of folders too).
    """
    from mapper import pipeline, store
    from mapper.lexicon import load_lexicons
    from mapper.pipeline.collector import spare_collector
    from mapper.pipeline.feeding import remember

    _check_usage(sources, said)
    service, lexicon = service_of(said), load_lexicons(lexicons)
    check_gazetteer()  # before a project file is made that nobody wants
    with store.opened(ctx.obj, create=True) as project, progress() as (told, asking):
        tell_note(project)
        _tell_others(store.read_with(project), lexicon)
        run = pipeline.extractor_of(project, chosen_gazetteer(), lexicon)
        spare_collector()
        feeding = _feeding(project, said)
        articles = _read(sources, said["feeds"], feeding)
        with _crew(ctx, said["jobs"], lexicon) as crew:
            summary = pipeline.add(
                project,
                articles,
                run,
                lexicon=lexicon,
                told=told,
                service=service,
                asking=asking,
                crew=crew,
            )
        remember(feeding)
    tell_summary(summary)
    _tell_waiting(feeding)
    _tell_next(ctx, summary)
    answered = summary.geocoded is None or tell(summary.geocoded)
    ctx.exit(1 if summary.failed or not (summary.read or said["feeds"]) or not answered else 0)


@contextlib.contextmanager
def _crew(ctx: click.Context, jobs: int, lexicon: "Lexicon") -> Iterator["Crew | None"]:
    """Start worker processes, when more than one is wanted."""
    if jobs == 1:
        yield None
        return
    from mapper.pipeline.parallel import Work, crew_of

    work = Work(location=ctx.obj, gazetteer=chosen_gazetteer(), lexicon=lexicon)
    with crew_of(jobs, work) as crew:
        yield crew


def _check_usage(sources: tuple[str, ...], said: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    if not sources and not said["feeds"]:
        msg = "Missing argument 'ARTICLE...', or --feed URL."
        raise click.UsageError(msg)
    if len(sources) > 1 and (said["title"] or said["url"]):
        msg = "--title and --url describe a single ARTICLE."
        raise click.UsageError(msg)
    if said["feeds"] and (said["title"] or said["url"] or said["date"]):
        msg = "--title, --url and --date describe a single ARTICLE, and no feed."
        raise click.UsageError(msg)
    if said["limit"] and not said["feeds"]:
        msg = "--limit goes with --feed."
        raise click.UsageError(msg)


def _feeding(project: "Store", said: dict[str, Any]) -> "Feeding":
    from mapper.pipeline.feeding import DEFAULT_LIMIT, Feeding
    from mapper.web import Visit

    options = read_options(said)
    return Feeding(
        store=project,
        options=options,
        visit=Visit(manners=options.manners),
        limit=said["limit"] or DEFAULT_LIMIT,
    )


def _read(
    sources: tuple[str, ...], feeds: tuple[str, ...], feeding: "Feeding"
) -> Iterator["Article | MapperError"]:
    from mapper.article import read
    from mapper.pipeline.feeding import new_articles

    for source in sources:
        yield from read(source, options=feeding.options, visit=feeding.visit)
    yield from new_articles(feeding, feeds)


def _tell_waiting(feeding: "Feeding") -> None:
    """Say what a feed has besides."""
    if feeding.ledger.waiting:
        left = _plural(feeding.ledger.waiting, "new article")
        click.echo(f"mapper: {left} left for the next run", err=True)
    elif feeding.ledger.more_parts:
        click.echo("mapper: parts of the sitemap left for the next run", err=True)


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
def progress() -> Iterator[tuple[Callable[["Added"], None], Callable[[int, int], None]]]:
    """Tell what becomes of each article and question: lines for failures, on a terminal a count."""
    if not is_terminal():
        yield lambda added: complain(added, click.echo), lambda done, total: None
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
            complain(added, lambda line, err: bar.console.print(line, soft_wrap=True))
            bar.update(task, advance=1, description=one_line(added.origin)[-60:])

        def asking(done: int, total: int) -> None:
            bar.update(task, description=f"asking for names: {done} of {total}")

        yield told, asking


def complain(added: "Added", write: Callable[..., object] = click.echo) -> None:
    """Say what went wrong with an article, or what the user should know of it."""
    said = added.error or added.note
    if said is not None:
        write(f"mapper: {plain(said)}", err=True)


def tell_summary(summary: "Summary") -> None:
    """Say what came of it, in one line."""
    words = [
        _plural(summary.read, "article") + " read",
        f"{_plural(summary.incidents, 'incident')} ({summary.new_incidents} new)",
    ]
    if summary.unchanged:
        words.insert(1, f"{summary.unchanged} of them already there")
    if summary.failed:
        words.append(f"{len(summary.failed)} failed")
    click.echo(", ".join(words), err=True)
    if summary.undated:
        _tell_undated(summary.undated)


def _tell_next(ctx: click.Context, summary: "Summary") -> None:
    """Say to a person what can be done with articles that are new."""
    if not is_terminal() or summary.read == summary.unchanged:
        return
    from mapper.store.engines import is_url

    named = ctx.find_root().get_parameter_source("project") is ParameterSource.COMMANDLINE
    # A URL is shown without its options, and so does not stand in a command.
    project = "URL" if is_url(ctx.obj) else shlex.quote(ctx.obj)
    mapper = f"mapper --db {project}" if named else "mapper"
    if summary.incidents:
        said = f"`{mapper} map` draws the map, `{mapper} review` asks about what is doubtful"
    else:
        said = f"`{mapper} articles show ID` says what was set aside and why"
    click.echo(f"next: {plain(said)}", err=True)


def _tell_undated(article_ids: tuple[str, ...]) -> None:
    """Say which articles need a day, and how to give it."""
    shown = ", ".join(plain(ident) for ident in article_ids[:_MOST_NAMED])
    more = f" and {len(article_ids) - _MOST_NAMED} more" if len(article_ids) > _MOST_NAMED else ""
    have = "has" if len(article_ids) == 1 else "have"
    click.echo(
        f"mapper: {_plural(len(article_ids), 'article')} {have} no date: {shown}{more}; "
        "`mapper articles update ID --date DAY` gives one",
        err=True,
    )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
