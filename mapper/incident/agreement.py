"""What two reports agree and disagree on: type, place, date, numbers, target.

In: two reports. Out: for each of these a score with a reason for people, or None when it rules out
that the two tell of one happening. Nothing can go wrong; the order of the two makes no difference.
"""

import functools
import math

from mapper.gazetteer import Kind
from mapper.lexicon import Lexicon, english, load_lexicon
from mapper.report.model import Count, Report

# Two points this close may be one place under two names: a facility and its town.
SAME_PLACE_KM = 5.0
# A toll is still corrected some days after; later than this it is told as history.
UPDATE_DAYS = 4
# Numbers of one happening as two outlets give them at different hours; less than this is another.
_FAR = 0.5
# Up to this a number tells little by itself.
_SMALL = 2
_STOPS = frozenset({"the", "a", "an", "of", "and", "in", "on", "at", "its", "their"})
_SAME_TARGET = english.lists("same_target")
_TOWNS = frozenset({"settlement", "district", "facility"})
_STEPS = {"facility": 0, "district": 0, "settlement": 1, "region": 2}


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


def type_fit(
    one: Report, other: Report, lexicon: Lexicon | None = None
) -> tuple[float, str] | None:
    """Score of the two types of event; None when they are never one happening."""
    words = lexicon or load_lexicon()
    types = {one.event_type, other.event_type}
    if len(types) == 1:
        kind = words.kind(one.event_type)
        if one.sub_type != other.sub_type and (
            kind.is_arrival(one.sub_type) or kind.is_arrival(other.sub_type)
        ):
            return None
        return 0.5, "same type"
    return next(((join.score, join.why) for join in words.joins if join.types == types), None)


def place_fit(
    one: Report, other: Report, lexicon: Lexicon | None = None
) -> tuple[float, str] | None:
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
        if level == "region" and _is_called_alike(inner, outer):
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
    kind = (lexicon or load_lexicon()).kind(one.event_type)
    if one.event_type == other.event_type and kind.is_exchange:
        return -0.3, "different places of one exchange"
    return None


def _is_called_alike(inner: Report, outer: Report) -> bool:
    """Tell whether a town gives the district around it its name: Damboa, and its LGA."""
    town, around = inner.location.place, outer.location.place
    return (
        town is not None
        and around is not None
        and around.kind is Kind.SUBREGION
        and around.name.startswith(town.name)
    )


def date_fit(one: Report, other: Report) -> tuple[float, str] | None:
    """Score of the two days; negative ones need something else to speak for them."""
    a, b = one.date, other.date
    if a.first is not None and b.first is not None and a.last is not None and b.last is not None:
        gap = max((b.first - a.last).days, (a.first - b.last).days)
        if gap <= 0:
            longest = max((a.last - a.first).days, (b.last - b.first).days)
            if a.first == b.first and a.last == b.last:
                return 0.6, "same day"
            return (0.45, "days that overlap") if longest <= 2 else (0.2, "days that overlap")
        if gap == 1:
            early, late = (a, b) if a.last < b.first else (b, a)
            if early.night and not late.night:
                return -0.05, "the night between the two days"
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


def values_of(count: Count | None) -> tuple[int, int] | None:
    """Lowest and highest number that a count may mean; None when it gives none."""
    if count is None or (count.best is None and count.low is None):
        return None
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    return (low or 0, max(high or 0, low or 0))


def numbers_fit(one: Report, other: Report) -> tuple[float, list[str], bool]:
    """Score, reasons, and whether a number that both give is the same."""
    score, reasons, same = 0.0, [], False
    for name in ("killed", "injured"):
        a, b = getattr(one, name), getattr(other, name)
        x, y = values_of(a), values_of(b)
        if x is None or y is None:
            continue
        if a.best == b.best:
            if a.best:
                score += 0.5 if a.best > _SMALL else 0.35
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


def hurt(report: Report) -> int:
    """Count the people hurt, as far as numbers are given."""
    return sum((c.best or c.low or 0) for c in (report.killed, report.injured) if c is not None)


@functools.lru_cache(maxsize=1024)
def _words(target: str) -> frozenset[str]:
    """Give the words of a target that tell it from others, and the sorts that it is of."""
    said = target.lower()
    sorts = {
        sort for sort, names in _SAME_TARGET.items() if any(_ends(said, name) for name in names)
    }
    return (frozenset(said.split()) - _STOPS) | sorts


def _ends(target: str, name: str) -> bool:
    """Tell whether a target ends with a name, as a whole word: "nine-storey building"."""
    before = target[: -len(name)][-1:]
    return target.endswith(name) and (not before or before in " -")


def target_fit(one: Report, other: Report) -> tuple[float, str] | None:
    """Score of targets of one sort or with a word in common; None else, or when one is not told."""
    if not one.target or not other.target:
        return None
    shared = _words(one.target) & _words(other.target)
    return (0.25, f"same target, {one.target}") if shared else None


def other_target(one: Report, other: Report) -> bool:
    """Tell whether both name a target and the two have nothing in common."""
    return bool(one.target and other.target) and target_fit(one, other) is None


def _grew(report: Report) -> bool:
    """Tell whether a report corrects a toll, or gives one that its own page corrects later."""
    counts = (report.killed, report.injured)
    return any(c is not None and (c.update or c.outgrown) for c in counts)


def far_numbers(one: Report, other: Report) -> bool:
    """Tell whether a number that both give is twice the other's; a toll that grew may be."""
    if _grew(one) or _grew(other):
        return False
    pairs = (_differing(one.killed, other.killed), _differing(one.injured, other.injured))
    # "No casualties" of the first hour, and one or two later.
    few = [pair for pair in pairs if pair is not None and (pair[0] or pair[1] > _SMALL)]
    return any(low <= _FAR * high for low, high in few)


def weak_numbers(one: Report, other: Report) -> bool:
    """Tell whether of two numbers that both give one differs and the equal one is small.

    Two people are killed in many places on one day, nine in few.
    """
    counts = ((one.killed, other.killed), (one.injured, other.injured))
    differ = any(_differing(a, b) is not None for a, b in counts)
    return differ and max(_equal(one, other), default=0) <= _SMALL


def small_number(one: Report, other: Report) -> bool:
    """Tell whether the numbers of people hurt that both give alike are too small to tell much."""
    return max(_equal(one, other), default=0) <= _SMALL and not (one.prisoners and other.prisoners)


def _equal(one: Report, other: Report) -> list[int]:
    """List the numbers of people hurt that both give alike, but for nobody."""
    counts = ((one.killed, other.killed), (one.injured, other.injured))
    return [a.best for a, b in counts if a and b and a.best and a.best == b.best]


def _differing(a: Count | None, b: Count | None) -> tuple[int, int] | None:
    """Lower and higher of two numbers that do not overlap; additions are not compared."""
    x, y = values_of(a), values_of(b)
    if x is None or y is None or (a and a.addition) or (b and b.addition):
        return None
    if x[0] <= y[1] and y[0] <= x[1]:
        return None
    return min(x[1], y[1]), max(x[0], y[0])


def two_strikes(one: Report, other: Report) -> bool:
    """Tell two happenings at one place: other targets, and numbers of which none is the same."""
    if not other_target(one, other) or not far_numbers(one, other):
        return False
    return not _equal(one, other)


def gives_numbers(report: Report) -> bool:
    """Tell whether a report says how many people were hurt."""
    return values_of(report.killed) is not None or values_of(report.injured) is not None


def total_and_part(one: Report, other: Report) -> bool:
    """Tell whether one sums up several happenings and the other lies within them."""
    if one.sums_parts == other.sums_parts:
        return False
    a, b = one.location.place, other.location.place
    return a is not None and b is not None and a.id != b.id


def part_of_sum(one: Report, other: Report) -> bool:
    """Tell whether one gives the dead and hurt of a region and the other some of them.

    "One was killed and nine were hurt in the region", "a man was killed in Podoly": he is the one.
    """
    a, b = one.location, other.location
    if a.place is None or b.place is None or a.place.id == b.place.id:
        return False
    outer, inner = (one, other) if a.place.id in b.within else (other, one)
    if outer.location.precision not in {"region", "country"}:
        return False
    if one.article_id != other.article_id and not small_number(one, other):
        return False
    told = [
        tuple(values_of(count) is not None for count in (report.killed, report.injured))
        for report in (outer, inner)
    ]
    return told[0] == (True, True) and told[1] in {(True, False), (False, True)}


def near_levels(one: Report, other: Report) -> bool:
    """Tell whether one place lies in the other, one step up: facility, town, region."""
    a, b = one.location.place, other.location.place
    if (
        a is None
        or b is None
        or (a.id not in other.location.within and b.id not in one.location.within)
    ):
        return False
    steps = [_STEPS.get(r.location.precision) for r in (one, other)]
    return None not in steps and abs((steps[0] or 0) - (steps[1] or 0)) == 1


def is_update(late: Report, early: Report) -> bool:
    """Tell whether a report corrects the toll of a happening told some days before at its place.

    "The toll of the strike on Arva rose to nine" is often dated by the day on which it was said.
    """
    first, last = late.date.first, early.date.last
    if first is None or last is None or not 1 <= (first - last).days <= UPDATE_DAYS:
        return False
    a, b = late.location.place, early.location.place
    if a is None or b is None or a.id != b.id or late.location.precision not in _TOWNS:
        return False
    weapons = {late.sub_type, early.sub_type} - {None}
    if len(weapons) > 1 or other_target(late, early):
        return False
    pairs = [(late.killed, early.killed), (late.injured, early.injured)]
    known = [(n, o) for n, o in pairs if n is not None and o is not None and n.best is not None]
    return any(new.update for new, _ in known) and all(
        (new.best or 0) >= (old.best or old.low or 0) for new, old in known
    )
