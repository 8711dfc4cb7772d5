"""Incidents against a gold file: which were found, which are false, which numbers are wrong.

In: a `Gold` and GeoJSON features as `mapper export` writes them. Out: a `Score`. Each incident of
the gold file takes the feature that fits it best, best fits first. Nothing can go wrong with what
the mapper exports. The figures are those of `tests/quality/score.py`, and a test says so.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from mapper.evaluation.gold import Gold, Number, Wanted

Feature = Mapping[str, Any]

# What a wrong number, a wrong sub-type and a day too much cost when features compete for a gold
# incident; 1 is what the whole tolerated distance, or no date, costs.
_WRONG_NUMBER = 0.5
_WRONG_SUB_TYPE = 0.3
_LONG_DAY = 0.1
_EARTH_DIAMETER_KM = 12742.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One value of a found incident: what the gold file wants, and what was given."""

    wanted: Wanted
    feature: Feature
    name: str
    want: object
    got: object
    right: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found, missed and false; shares from 0 to 1.

    `numbers`, `geo_precision` and `joined` are None when the gold file asks for none.
    """

    gold: str | None
    wanted: int
    found: int
    shown: int
    precision: float
    recall: float
    f1: float
    numbers: float | None
    geo_precision: float | None
    joined: float | None
    missed: tuple[Wanted, ...]
    false: tuple[Feature, ...]
    banned: tuple[tuple[Feature, str], ...]
    answers: tuple[Answer, ...]


def score(gold: Gold, features: Sequence[Feature], *, undated_ok: bool = False) -> Score:
    """Compare incidents with a gold file.

    Parameters
    ----------
    undated_ok
        Whether an incident without a date fits any date.
    """
    found = _matched(gold.incidents, features, undated_ok)
    spare = [at for at in range(len(features)) if at not in set(found.values())]
    free = _allowed(gold.allowed, features, spare, undated_ok)
    false = [features[at] for at in spare if at not in free]
    banned = [
        (feature, one.why)
        for feature in false
        for one in gold.forbidden
        if _cost(feature, one, undated_ok) is not None
    ]
    pairs = [(one, features[found[at]]) for at, one in enumerate(gold.incidents) if at in found]
    answers = [answer for one, feature in pairs for answer in _answers(one, feature)]
    precision = len(found) / (len(found) + len(false)) if found or false else 0.0
    recall = len(found) / len(gold.incidents) if gold.incidents else 1.0
    return Score(
        gold=gold.name,
        wanted=len(gold.incidents),
        found=len(found),
        shown=len(features),
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(2 * precision * recall / (precision + recall), 3) if found else 0.0,
        numbers=_share(answers, lambda name: name not in {"geo_precision", "sources"}),
        geo_precision=_share(answers, lambda name: name == "geo_precision"),
        joined=_share(answers, lambda name: name == "sources"),
        missed=tuple(one for at, one in enumerate(gold.incidents) if at not in found),
        false=tuple(false),
        banned=tuple(banned),
        answers=tuple(answers),
    )


def _matched(
    wanted: Sequence[Wanted], features: Sequence[Feature], undated_ok: bool
) -> dict[int, int]:
    """Give for each gold incident that was found the number of its feature."""
    pairs = sorted(
        (
            (cost, w, f)
            for w, one in enumerate(wanted)
            for f, feature in enumerate(features)
            if (cost := _cost(feature, one, undated_ok)) is not None
        ),
        key=lambda pair: pair[0],
    )
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, w, f in pairs:
        if w not in found and f not in used:
            found[w] = f
            used.add(f)
    return found


def _allowed(
    allowed: Sequence[Wanted], features: Sequence[Feature], spare: Sequence[int], undated_ok: bool
) -> set[int]:
    """Give the features that count neither way."""
    free: set[int] = set()
    for one in allowed:
        for at in spare:
            if at not in free and _cost(features[at], one, undated_ok) is not None:
                free.add(at)
                if not one.many:
                    break
    return free


def _cost(feature: Feature, wanted: Wanted, undated_ok: bool) -> float | None:
    """How badly a feature fits a gold incident; None when it does not."""
    given = feature["properties"]
    if "*" not in wanted.event_types and given.get("event_type") not in wanted.event_types:
        return None
    if wanted.level_required and given.get("geo_precision") not in wanted.geo_precision:
        return None
    cost = 0.0
    if wanted.lat is not None and wanted.lon is not None:
        at = _point(feature)
        if at is None:
            # Without a place nothing else can speak for or against it.
            return 1.0 if wanted.unlocated_ok else None
        distance = _km(at, (wanted.lat, wanted.lon))
        if distance > wanted.tolerance_km:
            return None
        cost += distance / wanted.tolerance_km
    if wanted.first is not None and wanted.last is not None:
        first = _day(given.get("date"))
        if first is None:
            return cost + 1.0 if wanted.undated_ok or undated_ok else None
        last = _day(given.get("end_date")) or first
        if last < wanted.first or first > wanted.last:
            return None
        cost += _LONG_DAY * (last - first).days
    return cost + _value_cost(given, wanted)


def _value_cost(given: Mapping[str, Any], wanted: Wanted) -> float:
    wrong = sum(not _is_right(_number(given, name), want) for name, want in wanted.numbers)
    other = bool(wanted.sub_types) and given.get("sub_type") not in wanted.sub_types
    return _WRONG_NUMBER * wrong + _WRONG_SUB_TYPE * other


def _answers(wanted: Wanted, feature: Feature) -> Iterator[Answer]:
    """Give the values that the gold file asks for of an incident that was found."""
    given = feature["properties"]
    rows: list[tuple[str, object, object, bool]] = [
        (name, want, got, _is_right(got, want))
        for name, want in wanted.numbers
        for got in (_number(given, name),)
    ]
    if wanted.geo_precision:
        level = given.get("geo_precision")
        right = level in wanted.geo_precision
        rows.append(("geo_precision", wanted.geo_precision, level, right))
    if wanted.sources:
        told = len({source["article"] for source in given.get("sources", [])})
        rows.append(("sources", wanted.sources, told, told >= wanted.sources))
    for name, want, got, right in rows:
        yield Answer(wanted=wanted, feature=feature, name=name, want=want, got=got, right=right)


def _share(answers: Sequence[Answer], wanted: Callable[[str], bool]) -> float | None:
    rows = [answer.right for answer in answers if wanted(answer.name)]
    return round(sum(rows) / len(rows), 3) if rows else None


def _is_right(got: Any, want: Number | tuple[Number, Number] | None) -> bool:
    if isinstance(want, tuple):
        return got is not None and bool(want[0] <= got <= want[1])
    return bool(got == want)


def _number(given: Mapping[str, Any], dotted: str) -> Any:
    """Give the value at a dotted name; of low, best and high the best, else the low."""
    value: Any = given
    for part in dotted.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    if isinstance(value, Mapping):
        value = value.get("best") if value.get("best") is not None else value.get("low")
    return value


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two (lat, lon) points in degrees."""
    p1, p2 = math.radians(one[0]), math.radians(other[0])
    dp, dl = p2 - p1, math.radians(other[1] - one[1])
    a = math.sin(dp / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(dl / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(a)))


def _point(feature: Feature) -> tuple[float, float] | None:
    """Give the (lat, lon) that stands for a feature, else the middle of its positions."""
    given = feature["properties"]
    if given.get("lat") is not None and given.get("lon") is not None:
        return given["lat"], given["lon"]
    positions = list(_positions(feature.get("geometry")))
    if not positions:
        return None
    count = len(positions)
    return sum(p[1] for p in positions) / count, sum(p[0] for p in positions) / count


def _positions(geometry: Mapping[str, Any] | None) -> Iterator[Sequence[float]]:
    if not geometry:
        return
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _positions(part)
        return
    todo = [geometry["coordinates"]]
    while todo:
        item = todo.pop()
        if item and isinstance(item[0], int | float):
            yield item
        else:
            todo.extend(item)
