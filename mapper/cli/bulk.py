"""`mapper bulk`: more articles than one machine reads, on a Dask cluster."""

import pathlib

import click

from mapper.cli.chosen import check_gazetteer, chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import is_terminal, plain


@click.command(
    epilog=examples(
        "mapper bulk archive/*.jsonl --scheduler tcp://head:8786 -o dataset",
        "mapper bulk s3://news/2025/*.parquet --scheduler tcp://head:8786 -o /shared/dataset",
        "mapper --db /shared/dataset map",
    )
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--scheduler", metavar="ADDRESS", required=True, help="Address of the Dask scheduler."
)
@click.option(
    "-o",
    "--output",
    metavar="DATASET",
    required=True,
    type=click.Path(path_type=pathlib.Path),
    help="Folder to write, by a path that all workers see.",
)
@click.option(
    "--lexicon",
    "lexicons",
    metavar="NAME|PATH",
    multiple=True,
    help="Words to read with, as for mapper add.",
)
@gazetteer_option
@click.pass_context
def bulk(
    ctx: click.Context,
    inputs: tuple[str, ...],
    scheduler: str,
    output: pathlib.Path,
    lexicons: tuple[str, ...],
) -> None:
    """Make a dataset of articles on a Dask cluster, for the map and exports.

    An INPUT is a file of JSON Lines or Parquet, or a pattern for such, by any path or URL that
    fsspec knows. The same command again goes on where one was cut off.
    """
    from mapper.bulk.run import Wanted, bulk, words_of
    from mapper.bulk.sources import blocks
    from mapper.lexicon import load_lexicons

    check_gazetteer()
    wanted = Wanted(
        blocks=tuple(blocks(inputs)),
        target=output.absolute(),
        words=words_of(load_lexicons(lexicons)),
        gazetteer=chosen_gazetteer(),
    )
    from mapper.bulk.cluster import connected

    with connected(scheduler) as client:
        done = bulk(wanted, client, _progress)
    for line in done.failed:
        click.echo(f"mapper: {plain(line)}", err=True)
    what = f"{done.articles} articles read, {done.incidents} incidents"
    click.echo(f"{what} in {done.parts} parts of {output}", err=True)
    ctx.exit(1 if done.failed or not done.articles else 0)


def _progress(step: str, done: int, total: int) -> None:
    if is_terminal() and total:
        click.echo(f"\r{step}: {done} of {total} ", nl=done == total, err=True)
