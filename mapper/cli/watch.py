"""`mapper watch`: add what appears in a folder."""

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.add import complain, tell_summary
from mapper.cli.chosen import check_gazetteer, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import plain
from mapper.cli.web import read_options

if TYPE_CHECKING:
    from mapper.article import Article, ReadOptions, UnreadableArticle
    from mapper.pipeline import Summary


@click.command(epilog=examples("mapper watch inbox/", "mapper watch --once inbox/"))
@click.argument(
    "folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--once", is_flag=True, help="End when all that is there has been added.")
@click.option(
    "--interval",
    metavar="SECONDS",
    type=click.FloatRange(0.05, 3600.0),
    default=2.0,
    show_default=True,
    help="Between two looks at the folder.",
)
@click.option(
    "--quiet",
    metavar="SECONDS",
    type=click.FloatRange(0.0, 3600.0),
    default=2.0,
    show_default=True,
    help="A file that nobody wrote to for so long is complete.",
)
@click.option("--source", help="Who published the articles.")
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
@gazetteer_option
@click.pass_context
def watch(ctx: click.Context, /, folder: Path, **said: Any) -> None:
    """Add the articles of a folder, and whatever appears or changes in it, until Ctrl-C.

    The FOLDER and its subfolders may hold what `mapper add` reads. A file that is still being
    written is waited for. A changed file is a further article; the earlier one stays.
    """
    from mapper import pipeline, store
    from mapper.article.watching import Pace
    from mapper.article.watching import watch as watched
    from mapper.lexicon import load_lexicons
    from mapper.pipeline.collector import spare_collector

    lexicon, options = load_lexicons(said["lexicons"]), read_options(said)
    check_gazetteer()
    pace = Pace(interval_s=said["interval"], quiet_s=said["quiet"])
    failed = 0
    with store.opened(ctx.obj, create=True) as project, _ended_by_signals():
        run = pipeline.extractor_of(project, chosen_gazetteer(), lexicon)
        spare_collector()
        if not said["once"]:
            click.echo(f"watching {plain(str(folder))}; end with Ctrl-C", err=True)
        for paths in watched(folder, pace, is_once=said["once"]):
            summary = pipeline.add(
                project, _read(paths, options), run, lexicon=lexicon, told=complain
            )
            failed += len(summary.failed)
            _tell(summary)
    ctx.exit(1 if failed else 0)


def _read(
    paths: tuple[Path, ...], options: "ReadOptions"
) -> "Iterator[Article | UnreadableArticle]":
    from mapper.article import UnreadableArticle, read_file

    for path in paths:
        for result in read_file(path, options):
            # Somebody wrote to the file meanwhile: it comes again when they are done.
            if not (isinstance(result, UnreadableArticle) and result.may_pass):
                yield result


def _tell(summary: "Summary") -> None:
    if summary.read > summary.unchanged or summary.failed:
        tell_summary(summary)


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End at Ctrl-C, and when a service manager says so, as if there were nothing left to add.

    What was being stored is stored whole or not at all, and incidents that were not derived anew
    are by the next command.
    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        click.echo("ended", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
