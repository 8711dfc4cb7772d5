"""Score a geoparser on texts with gold toponyms.

In: documents (a JSON object each: "text", "toponyms" with "start", "end", "lat", "lon") and a
`mapper.Geoparser`. Out: figures. Measured are, over all gold toponyms, an unplaced one counting as
wrong: with the spans given the share placed within 161 km (`acc161`); recognition by exact spans
(`precision`, `recall`, `f1`); and both together (`recall161`, any overlap). Toponyms without
coordinates count for recognition only. The measures are those of the field (Gritta et al., 2018,
"What's missing in geographical parsing?").
"""

import dataclasses
import json
import statistics
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mapper.gazetteer.sphere import distance_km
from mapper.geoparser import Geoparser
from mapper.toponym.model import Toponym, Use

RIGHT_KM = 161.0
# Beyond half the Earth there is nothing: the error of a name without a place.
_HALF_EARTH_KM = 20_039.0
Document = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a geoparser said of one gold toponym whose span it was given.

    `near` tells whether the point is within 161 km of the gold one, `right` whether it is or the
    gold point lies in the place's shape (the points of countries and regions are conventions).
    """

    phrase: str
    name: str | None
    confidence: float
    error_km: float
    near: bool
    right: bool


def read(path: Path) -> list[Document]:
    """Read a corpus of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def answers(documents: Iterable[Document], geoparser: Geoparser) -> Iterator[Answer]:
    """Resolve the gold spans that have a point."""
    for document in documents:
        placed = [t for t in document["toponyms"] if t.get("lat") is not None]
        found = geoparser.resolve(document["text"], [(t["start"], t["end"]) for t in placed])
        for want, got in zip(placed, found, strict=True):
            yield _answer(want, got)


def _answer(want: dict[str, Any], got: Toponym) -> Answer:
    error = _error_km(want, got)
    return Answer(
        phrase=want["phrase"],
        name=got.place.name if got.place is not None else None,
        confidence=got.confidence,
        error_km=error,
        near=error <= RIGHT_KM,
        right=error <= RIGHT_KM or _holds(got, want["lat"], want["lon"]),
    )


def _error_km(want: dict[str, Any], got: Toponym) -> float:
    if got.place is None:
        return _HALF_EARTH_KM
    return distance_km(got.place.lat, got.place.lon, want["lat"], want["lon"])


def _holds(got: Toponym, lat: float, lon: float) -> bool:
    import shapely

    if got.place is None or got.place.shape is None:
        return False
    return bool(shapely.intersects_xy(shapely.make_valid(got.place.geometry), lon, lat))


def score(
    documents: Sequence[Document], geoparser: Geoparser, uses: Collection[Use] = tuple(Use)
) -> dict[str, float]:
    """Score the geoparser; `uses` are those that recognition is to find."""
    given = list(answers(documents, geoparser))
    exact = got_all = want_all = end = 0
    for document in documents:
        found = [t for t in geoparser.names(document["text"]) if t.use in uses]
        gold = document["toponyms"]
        spans = {(t["start"], t["end"]) for t in gold}
        exact += sum((t.start, t.end) in spans for t in found)
        got_all, want_all = got_all + len(found), want_all + len(gold)
        end += sum(
            any(
                t.start < w["end"] and w["start"] < t.end and _error_km(w, t) <= RIGHT_KM
                for t in found
            )
            for w in gold
            if w.get("lat") is not None
        )
    precision, recall = exact / max(got_all, 1), exact / max(want_all, 1)
    return {
        "toponyms": want_all,
        "acc161": round(_share(a.near for a in given), 4),
        "right": round(_share(a.right for a in given), 4),
        "median_km": round(statistics.median(a.error_km for a in given), 1),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "recall161": round(end / max(len(given), 1), 4),
    }


def _share(truths: Iterable[bool]) -> float:
    values = list(truths)
    return sum(values) / max(len(values), 1)


def reliability(
    given: Iterable[Answer], steps: Sequence[float]
) -> list[tuple[float, int, float, float]]:
    """Tell how often answers are right, by confidence.

    Returns
    -------
    For each step (and 0) that has answers: the step, how many answers are at least that sure and
    less than the next step, their mean confidence, and the share that is right.
    """
    bins: dict[float, list[Answer]] = {step: [] for step in (0.0, *steps)}
    for answer in given:
        if answer.name is not None:
            bins[max(step for step in bins if answer.confidence >= step)].append(answer)
    return [
        (step, len(a), statistics.fmean(x.confidence for x in a), _share(x.right for x in a))
        for step, a in sorted(bins.items())
        if a
    ]
