"""What commands that look at a project file share."""

import contextlib
import dataclasses
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer
from mapper.cli.terminal import plain

if TYPE_CHECKING:
    from mapper.store import Store


@contextlib.contextmanager
def opened(location: str) -> Iterator["Store"]:
    """Open a project file that is there, and finish what an interrupted run left."""
    from mapper import store

    with store.opened(location, create=False) as project:
        tell_note(project)
        _finish(project)
        yield project


def tell_note(project: "Store") -> None:
    """Tell what the user should know of the opening of a project file."""
    if project.note is not None:
        click.echo(f"mapper: {plain(project.note)}", err=True)


def settle(project: "Store") -> None:
    """Bring the incidents up to date, with the gazetteer that is chosen."""
    from mapper import pipeline

    pipeline.settle(project, functools.partial(pipeline.extractor_of, project, chosen_gazetteer()))


def _finish(project: "Store") -> None:
    """Settle, unless another program is writing just now: who only reads does not wait for it."""
    from mapper import store

    try:
        settle(dataclasses.replace(project, wait_s=0.0))
    except store.StoreBusy:
        click.echo(
            "mapper: another program is writing to the project; what it brings is not yet in here",
            err=True,
        )


def collection(location: str) -> dict[str, Any]:
    """Give all incidents of a project file as a GeoJSON feature collection."""
    from mapper import store
    from mapper.export import feature_collection
    from mapper.lexicon import layers, load_lexicon

    with opened(location) as project:
        articles = {one.article.id: one.article for one in store.articles(project)}
        lexicon = store.project_lexicon(project)
        # The types of war are those of the contract, which every reader of exports knows.
        shown = None if lexicon == load_lexicon() else layers(lexicon.types.values())
        return feature_collection(store.incidents(project), articles, layers=shown)
