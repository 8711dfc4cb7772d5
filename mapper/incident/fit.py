"""How well two reports fit as tellings of one happening.

In: two reports. Out: a `Fit` (score and reasons), or None when they cannot be the same. Nothing can
go wrong; the order of the two makes no difference.
"""

import dataclasses
import math

from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Count, Report

# Two points this close may be one place under two names: a facility and its town.
SAME_PLACE_KM = 5.0
# Reports that fit worse than this stay apart.
THRESHOLD = 1.3

_WIDE = frozenset({"country", "area", "border", "region"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """`score` from 0 up; `reasons` for people, in order of weight."""

    score: float
    reasons: tuple[str, ...]


def _apart_km(one: Report, other: Report) -> float:
    a, b = one.location.place, other.location.place
    if a is None or b is None:
        return math.inf
    p1, p2 = math.radians(a.lat), math.radians(b.lat)
    h = (
        math.sin((p2 - p1) / 2) ** 2
        + math.cos(p1) * math.cos(p2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def _type(one: Report, other: Report, lexicon: Lexicon) -> tuple[float, str] | None:
    types = {one.event_type, other.event_type}
    if len(types) == 1:
        kind = lexicon.kind(one.event_type)
        if one.sub_type != other.sub_type and (
            kind.is_arrival(one.sub_type) or kind.is_arrival(other.sub_type)
        ):
            return None
        return 0.5, "same type"
    return next(((join.score, join.why) for join in lexicon.joins if join.types == types), None)


def _place(one: Report, other: Report, lexicon: Lexicon) -> tuple[float, str] | None:
    """Score of the two places; negative ones need the numbers to speak for them."""
    a, b = one.location.place, other.location.place
    if a is None or b is None:
        return (-0.3, "one names no place") if a is not b else (-0.2, "neither names a place")
    if a.id == b.id:
        return 1.0, f"same place, {a.name}"
    inner, outer = (one, other) if b.id in one.location.within else (other, one)
    if outer.location.place is not None and outer.location.place.id in inner.location.within:
        name = inner.location.place.name if inner.location.place else ""
        names = f"{name} lies in {outer.location.place.name}"
        level = outer.location.precision
        if level in {"settlement", "district"} and inner.location.precision == "facility":
            return 0.8, names
        if level == "settlement":
            return -0.2, names
        return -0.4, names
    points = {"settlement", "facility", "district"}
    if {one.location.precision, other.location.precision} <= points and _apart_km(
        one, other
    ) <= SAME_PLACE_KM:
        districts = {one.location.precision, other.location.precision} == {"district"}
        return None if districts else (0.3, "places less than 5 km apart")
    if one.event_type == other.event_type and lexicon.kind(one.event_type).is_exchange:
        return -0.3, "different places of one exchange"
    return None


def _date(one: Report, other: Report) -> tuple[float, str] | None:
    a, b = one.date, other.date
    if a.first is not None and b.first is not None and a.last is not None and b.last is not None:
        gap = max((b.first - a.last).days, (a.first - b.last).days)
        if gap <= 0:
            longest = max((a.last - a.first).days, (b.last - b.first).days)
            if a.first == b.first and a.last == b.last:
                return 0.6, "same day"
            return (0.45, "days that overlap") if longest <= 2 else (0.2, "days that overlap")
        if gap == 1:
            # A day counted from the article's own ("overnight", or none said) may be one off.
            said = bool(a.weekdays) and bool(b.weekdays)
            return (
                (-0.6, "one day apart")
                if said
                else (-0.1, "one day apart, not said by name in both")
            )
        return None
    if a.weekdays and b.weekdays:
        return (0.4, "same day of the week") if set(a.weekdays) & set(b.weekdays) else None
    if a.weekdays or b.weekdays:
        known = a if a.first is not None else b
        days = a.weekdays or b.weekdays
        if known.first is not None and known.last is not None:
            return (
                (0.2, "a day of the week that fits")
                if known.first.weekday() in days or known.last.weekday() in days
                else None
            )
    return -0.1, "one has no date"


def _values(count: Count | None) -> tuple[int, int] | None:
    if count is None or (count.best is None and count.low is None):
        return None
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    return (low or 0, max(high or 0, low or 0))


def _numbers(one: Report, other: Report) -> tuple[float, list[str], bool]:
    """Score, reasons, and whether a number that both give is the same."""
    score, reasons, same = 0.0, [], False
    for name in ("killed", "injured"):
        a, b = getattr(one, name), getattr(other, name)
        x, y = _values(a), _values(b)
        if x is None or y is None:
            continue
        if a.best == b.best:
            if a.best:
                score += 0.5 if a.best > 2 else 0.35
                same = True
                reasons.append(f"both say {a.best} {name}")
        elif x[0] <= y[1] and y[0] <= x[1]:
            score += 0.2
            reasons.append(f"numbers {name} overlap")
        else:
            ratio = min(x[1], y[1]) / max(x[0], y[0], 1)
            score -= 0.3 * (1 - ratio)
            reasons.append(f"{a.best} against {b.best} {name}")
    mine, theirs = dict(one.prisoners), dict(other.prisoners)
    for side in sorted(set(mine) & set(theirs)):
        if mine[side] == theirs[side]:
            score += 0.6
            same = True
            reasons.append(f"both say {mine[side]} prisoners for {side}")
        elif abs(mine[side] - theirs[side]) <= 0.12 * max(mine[side], theirs[side]):
            score += 0.1
            reasons.append(f"about {mine[side]} prisoners for {side} in both")
        else:
            score -= 1.5
            reasons.append(f"{mine[side]} against {theirs[side]} prisoners for {side}")
    return score, reasons, same


def _hurt(report: Report) -> int:
    return sum((c.best or c.low or 0) for c in (report.killed, report.injured) if c is not None)


def _targets(one: Report, other: Report) -> tuple[float, str] | None:
    if not one.target or not other.target:
        return None
    a, b = set(one.target.lower().split()), set(other.target.lower().split())
    return (0.25, f"same target, {one.target}") if a & b - {"the", "a", "of"} else None


def fit(one: Report, other: Report, lexicon: Lexicon | None = None) -> Fit | None:
    """How well two reports fit; None when type, place or date rule it out.

    Reports at different levels (a city and its region) or a day apart need equal numbers, because
    the total of a region is not the strike on one of its towns. Without a lexicon by that of war.
    """
    words = lexicon or load_lexicon()
    if other.id < one.id:
        one, other = other, one
    kind, place = _type(one, other, words), _place(one, other, words)
    date = _date(one, other)
    if kind is None or place is None or date is None:
        return None
    number_score, number_reasons, same = _numbers(one, other)
    target = _targets(one, other)
    swap = words.kind(one.event_type).is_exchange
    if place[0] < 0 and not same and not (swap and number_score >= 0 and date[0] > 0.3):
        return None
    if (
        date[0] < 0
        and not same
        and not (one.date.first is None and target is not None and place[0] >= 1)
    ):
        return None
    if one.event_type != other.event_type and not same and place[0] < 1:
        return None
    if one.event_type != other.event_type and one.location.precision in _WIDE and not same:
        return None
    if number_score <= -1:
        return None
    level = place[0]
    if level < 0 and same and not swap:
        level += 0.6
    if swap and level < 0:
        level = 0.4
    if (
        one.location.precision in _WIDE
        and not swap
        and not same
        and bool(_hurt(one)) != bool(_hurt(other))
    ):
        # A region's number does not belong to just any strike in that region.
        number_score -= 0.3
    score = kind[0] + level + date[0] + number_score + (target[0] if target else 0)
    reasons = [place[1], date[1], *number_reasons, kind[1]]
    if target:
        reasons.append(target[1])
    return Fit(score=round(score, 3), reasons=tuple(reasons))
