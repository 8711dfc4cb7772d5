"""Add GeoNames dumps to a gazetteer.

In: dumps and the gazetteer to start from. Out: a new file with the places of both. What the
gazetteer has (the same number of GeoNames, or the same place under an id of its own) keeps its name
and weight, and gets what it lacks: names, people, subregion. Memory does not grow with the dumps.
A broken dump raises `GazetteerError`, a target that cannot be written `OutputError`; then nothing
has changed.
"""

import dataclasses
import itertools
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mapper.errors import GazetteerError
from mapper.gazetteer import filing, schema
from mapper.gazetteer.divisions import Divisions, region_code, subregion_code
from mapper.gazetteer.dump import Feature, read_dump, size_of
from mapper.gazetteer.features import (
    KEEP_THEIR_NAMES,
    NEVER_ADDED,
    kind_of,
    main_keys,
    main_name,
    other_keys,
    weight_of,
)
from mapper.gazetteer.model import Kind
from mapper.gazetteer.reader import BUNDLED
from mapper.gazetteer.twins import Twins
from mapper.gazetteer.working import working_copy

_BATCH = 2_000

Told = Callable[[str, int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which features of the dumps are taken.

    Attributes
    ----------
    min_population
        Towns and villages with fewer people are left out; 0 takes those whose people nobody
        counted, which are most.
    classes
        Feature classes of GeoNames: P towns, A divisions, S facilities, H waters, T landforms, L
        areas.
    countries
        ISO 3166-1 alpha-2 codes; empty means all.
    """

    min_population: int = 0
    classes: frozenset[str] = frozenset("PASHTL")
    countries: frozenset[str] = frozenset()

    def takes(self, feature: Feature) -> bool:
        """Tell whether a feature is to be taken."""
        if self.countries and feature.country not in self.countries:
            return False
        is_town = feature.code.startswith("P.")
        return feature.code[0] in self.classes and not (
            is_town and feature.population < self.min_population
        )

    def tells(self, feature: Feature) -> bool:
        """Tell whether a feature helps to say what the codes of divisions mean."""
        return feature.code.startswith("P.") or self.takes(feature)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """What became of the features: `left_out` are of no use to the gazetteer or not chosen."""

    added: int
    known: int
    left_out: int


@dataclasses.dataclass(slots=True)
class _Counts:
    added: int = 0
    known: int = 0
    left_out: int = 0


def work_of(dumps: Sequence[Path]) -> int:
    """Give the number of bytes that will be read, for a progress bar.

    Raises
    ------
    GazetteerError
        When a dump cannot be opened.
    """
    # Each is read twice: for the divisions, and for the places in them.
    return 2 * sum(size_of(path) for path in dumps)


def extend_gazetteer(
    target: Path,
    dumps: Sequence[Path],
    *,
    choice: Choice | None = None,
    base: Path = BUNDLED,
    facts: dict[str, str] | None = None,
    overwrite: bool = False,
    told: Told = lambda step, count: None,
) -> Extended:
    """Write to `target` what `base` and the dumps hold.

    Parameters
    ----------
    facts
        What `Gazetteer.info` is to tell besides, by name.
    overwrite
        Whether `target` may be a file that is no gazetteer.
    told
        Called with a step's name and the bytes read since the last call.

    Raises
    ------
    GazetteerError
        When a dump is broken or is none, or `base` is missing.
    OutputError
        When `target` cannot be written.
    """
    if not base.is_file():
        msg = f"No gazetteer at {str(base)!r} to start from; build or install it first."
        raise GazetteerError(msg)
    chosen = choice or Choice()
    counts = _Counts()
    with working_copy(base, target, overwrite=overwrite) as database:
        twins = Twins(database)
        divisions = Divisions(database, twins)
        database.execute("BEGIN")
        for path in dumps:
            features = _read(path, "divisions", told)
            divisions.read(one for one in features if chosen.tells(one))
        first = filing.next_number(database)
        filing.begin(database)
        adding = _Adding(database, divisions, twins, divisions.settle(first), counts)
        for path in dumps:
            features = _read(path, "places", told)
            for batch in _batches(_chosen(features, chosen, counts)):
                adding.add(batch)
            told("places", 0)
        told("names", 0)
        filing.finish(database)
        filing.tell(database, (facts or {}) | _facts(dumps, counts))
        database.execute("COMMIT")
        told("file", 0)
    return Extended(added=counts.added, known=counts.known, left_out=counts.left_out)


def _read(path: Path, step: str, told: Told) -> Iterator[Feature]:
    return read_dump(path, lambda count: told(step, count))


def _chosen(
    features: Iterator[Feature], choice: Choice, counts: _Counts
) -> Iterator[tuple[Feature, Kind]]:
    for feature in features:
        kind = kind_of(feature)
        if kind is None or not choice.takes(feature) or not main_name(feature):
            counts.left_out += 1
        else:
            yield feature, kind


def _batches(
    items: Iterator[tuple[Feature, Kind]],
) -> Iterator[Sequence[tuple[Feature, Kind]]]:
    while batch := list(itertools.islice(items, _BATCH)):
        yield batch


class _Adding:
    """The second reading: features become places."""

    def __init__(
        self,
        database: sqlite3.Connection,
        divisions: Divisions,
        twins: Twins,
        number: int,
        counts: _Counts,
    ) -> None:
        self._database = database
        self._divisions = divisions
        self._twins = twins
        self._number = number
        self._counts = counts

    def add(self, batch: Sequence[tuple[Feature, Kind]]) -> None:
        """Add a batch of features, or what is new of those that are known."""
        numbers = [feature.number for feature, _ in batch]
        known = filing.known_places(self._database, numbers)
        places: list[tuple[object, ...]] = []
        changes: list[tuple[object, ...]] = []
        names: list[tuple[str, int, int]] = []
        for feature, kind in batch:
            main, others = main_keys(feature, kind), other_keys(feature, kind)
            there = known.get(feature.number) or self._elsewhere(feature, kind, main | others)
            if there is not None:
                self._counts.known += 1
                place, known_kind = there
                if known_kind not in KEEP_THEIR_NAMES:
                    names += [(key, place, schema.ALTERNATE) for key in main | others]
                    changes.append(self._change(feature, kind, place))
            elif kind in NEVER_ADDED or not main:
                self._counts.left_out += 1
            else:
                self._counts.added += 1
                place = self._new_number(feature)
                known[feature.number] = place, kind
                places.append(self._place(feature, kind, place))
                names += [(key, place, schema.PREFERRED) for key in main]
                names += [(key, place, schema.ALTERNATE) for key in others - main]
        filing.insert(self._database, places, names)
        filing.change(self._database, changes)

    def _elsewhere(self, feature: Feature, kind: Kind, keys: set[str]) -> tuple[int, Kind] | None:
        """Find the place of a feature that the gazetteer has under another id."""
        own = self._divisions.own_place(feature)
        if own is not None:
            return None if own[1] else (own[0], kind)
        return self._twins.find(kind, feature.lat, feature.lon, keys)

    def _new_number(self, feature: Feature) -> int:
        own = self._divisions.own_place(feature)
        if own is not None:
            return own[0]
        self._number += 1
        return self._number - 1

    def _filed(self, feature: Feature, kind: Kind) -> tuple[int | None, int | None]:
        """Give the numbers of the region and the subregion that a feature lies in."""
        if kind in {Kind.REGION, Kind.COUNTRY}:
            return None, None
        region = self._divisions.place_of(region_code(feature))
        if feature.code == "A.ADM2":
            return region, None
        return region, self._divisions.place_of(subregion_code(feature))

    def _change(self, feature: Feature, kind: Kind, place: int) -> tuple[object, ...]:
        _, subregion = self._filed(feature, kind)
        is_part = kind is Kind.DISTRICT
        return feature.population, subregion, is_part, place

    def _place(self, feature: Feature, kind: Kind, number: int) -> tuple[object, ...]:
        region, subregion = self._filed(feature, kind)
        return (
            number,
            feature.number,
            main_name(feature),
            schema.KIND_NUMBER[kind],
            round(feature.lat * schema.DEGREE),
            round(feature.lon * schema.DEGREE),
            feature.country or None,
            region,
            subregion,
            None,
            feature.population,
            weight_of(feature, kind),
            None,
            schema.cell_of(feature.lat, feature.lon),
        )


def _facts(dumps: Sequence[Path], counts: _Counts) -> dict[str, str]:
    return {
        "dumps": ", ".join(path.name for path in dumps),
        "places from dumps": f"{counts.added} added, {counts.known} known before",
    }
