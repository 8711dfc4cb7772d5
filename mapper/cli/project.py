"""What commands that look at a project file share."""

import contextlib
import dataclasses
import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer
from mapper.cli.terminal import plain

if TYPE_CHECKING:
    from mapper.incident.model import Incident
    from mapper.selection import Selection
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The incidents of a project that a selection keeps.

    Attributes
    ----------
    features
        One by one, as they are read; they can be gone through once.
    layers
        Words, colour and shape of each type of the project.
    is_war
        Whether the types are those of war, which every reader of exports knows.
    counts
        How many features were `seen` and `kept` so far, and how many of these have no date and
        stay in spite of a period (`undated`).
    """

    features: Iterator[dict[str, Any]]
    layers: Mapping[str, Mapping[str, str]]
    is_war: bool
    counts: Counter[str]

    @property
    def own_layers(self) -> Mapping[str, Mapping[str, str]] | None:
        """The layers, where an export has to say them."""
        return None if self.is_war else self.layers

    def told(self, place: str) -> str:
        """Say how many were written, for people; `place` is such as "in x.csv"."""
        kept, seen = self.counts["kept"], self.counts["seen"]
        told = [] if kept == seen else [f"{seen - kept} left out by the options"]
        if undated := self.counts["undated"]:
            told.append(f"{undated} without a date stay in; --dated leaves them out")
        return f"{kept} incidents {place}" + (f" ({'; '.join(told)})" if told else "")


@contextlib.contextmanager
def chosen_incidents(location: str, selection: "Selection") -> Iterator[Chosen]:
    """Read what a selection keeps of a project file or a dataset, with memory that stays flat.

    Raises
    ------
    click.UsageError
        When the selection names a type that no lexicon of the project declares.
    """
    from mapper import store
    from mapper.bulk import dataset
    from mapper.cli.filters import check_types
    from mapper.lexicon import layers, load_lexicon

    counts: Counter[str] = Counter()
    if dataset.is_dataset(location):
        told = dataset.layers(location)
        known = layers(load_lexicon().types.values()) if told is None else told
        check_types(selection, known)
        kept = _kept(dataset.features(location), selection, counts)
        yield Chosen(features=kept, layers=known, is_war=told is None, counts=counts)
        return
    with opened(location) as project:
        lexicon = store.project_lexicon(project)
        check_types(selection, lexicon.types)
        yield Chosen(
            features=_features(project, selection, counts),
            layers=layers(lexicon.types.values()),
            is_war=lexicon == load_lexicon(),
            counts=counts,
        )


def _features(
    project: "Store", selection: "Selection", counts: Counter[str]
) -> Iterator[dict[str, Any]]:
    from mapper import store
    from mapper.export import feature

    rejected = "rejected" in selection.statuses
    made = (
        feature(incident, articles)
        for incidents, articles in store.batches(project, rejected=rejected)
        for incident in incidents
    )
    return _kept(made, selection, counts)


def _kept(
    features: Iterator[dict[str, Any]], selection: "Selection", counts: Counter[str]
) -> Iterator[dict[str, Any]]:
    """Give the features that a selection keeps, and count."""
    from mapper.selection import keeps

    is_period = selection.first is not None or selection.last is not None
    for one in features:
        counts["seen"] += 1
        if keeps(one, selection):
            counts["kept"] += 1
            counts["undated"] += is_period and one["properties"].get("date") is None
            yield one


def listed(location: str, selection: "Selection") -> Iterator["Incident"]:
    """Give the incidents of a project that a selection keeps, by day.

    Raises
    ------
    click.UsageError
        When the selection names a type that no lexicon of the project declares.
    """
    from mapper import store
    from mapper.cli.filters import check_types
    from mapper.export import feature
    from mapper.selection import keeps

    with opened(location) as project:
        check_types(selection, store.project_lexicon(project).types)
        for incidents, articles in store.batches(
            project, rejected="rejected" in selection.statuses
        ):
            yield from (one for one in incidents if keeps(feature(one, articles), selection))


def collection(location: str, *, statuses: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the incidents of a project file as a GeoJSON feature collection.

    Those of some `statuses`; () for all but those that a person rejected.
    """
    from mapper.selection import Selection

    with chosen_incidents(location, Selection(statuses=statuses)) as chosen:
        return gathered(chosen)


def gathered(chosen: Chosen) -> dict[str, Any]:
    """Give incidents as a GeoJSON feature collection."""
    from mapper.export import collection_of

    return collection_of(chosen.features, layers=chosen.own_layers)
