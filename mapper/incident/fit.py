"""How well two reports fit as tellings of one happening.

In: two reports. Out: a `Fit` (score and reasons), or None when they cannot be the same. Nothing can
go wrong; the order of the two makes no difference.
"""

import dataclasses

from mapper.incident.agreement import (
    date_fit,
    far_numbers,
    gives_numbers,
    hurt,
    is_update,
    near_levels,
    numbers_fit,
    other_target,
    part_of_sum,
    place_fit,
    small_number,
    target_fit,
    total_and_part,
    two_strikes,
    type_fit,
    weak_numbers,
)
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Report

# Reports that fit worse than this stay apart.
THRESHOLD = 1.3

# The score of days that are the same.
_SAME_DAY = 0.6
_WIDE = frozenset({"country", "area", "border", "region"})
# What a number that both give is worth at places of two levels, which without it count against.
_SAME_NUMBER = 0.6
_NEAR_LEVELS = 0.2
_SWAP_ELSEWHERE = 0.4
# What a city and its part are worth whose numbers are those of one toll at two hours.
_GROWN = 0.3


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """`score` from 0 up; `reasons` for people, in order of weight.

    Attributes
    ----------
    only_one
        True when the fit holds only as long as the reports fit nothing else as well: a region's
        strike without a number, a toll that is corrected days later.
    same_target
        True when both name the target.
    """

    score: float
    reasons: tuple[str, ...]
    only_one: bool = False
    same_target: bool = False


def fit(one: Report, other: Report, lexicon: Lexicon | None = None) -> Fit | None:
    """How well two reports fit; None when type, place or date rule it out.

    Reports at different levels (a city and its region) or a day apart need equal numbers, because
    the total of a region is not the strike on one of its towns. One step of level does without when
    one gives no number and target or sub-type agree, and a corrected toll may come days later, as
    long as there is only one happening that either could mean. Without a lexicon by that of war.
    """
    if other.id < one.id:
        one, other = other, one
    if total_and_part(one, other) or two_strikes(one, other) or part_of_sum(one, other):
        return None
    words = lexicon or load_lexicon()
    kind, place = type_fit(one, other, words), place_fit(one, other, words)
    date = date_fit(one, other)
    update = (date is None or date[0] < 0) and (is_update(one, other) or is_update(other, one))
    if update:
        date = (0.2, "a later report corrects the toll")
    if kind is None or place is None or date is None:
        return None
    number_score, number_reasons, same = numbers_fit(one, other)
    target = target_fit(one, other)
    swap = words.kind(one.event_type).is_exchange
    agreed = _Agreed(
        same=same,
        number_score=number_score,
        day=date[0],
        swap=swap,
        lexicon=words,
    )
    level = _level(one, other, place[0], agreed)
    if level is None or number_score <= -1:
        return None
    if date[0] < 0 and not same and not (_loose_day(one, other) and target and place[0] >= 1):
        return None
    if date[0] < 0 and not update and _too_little(one, other, named=target is not None):
        return None
    apart = place[0] < 1 and level != _GROWN or _is_wide(one)
    if one.event_type != other.event_type and not same and apart:
        return None
    if kind[0] <= 0:
        # Types that say nothing for each other: "the assault on a police post" and the bomb there
        # may be one; two fights are not.
        alike = same or (target is not None and not far_numbers(one, other))
        if place[0] < 1 or date[0] < _SAME_DAY or not alike:
            return None
    if (
        _is_wide(one)
        and place[0] >= 0
        and not swap
        and not same
        and bool(hurt(one)) != bool(hurt(other))
    ):
        # A region's number does not belong to just any strike in that region.
        number_score -= 0.3
    score = kind[0] + level + date[0] + number_score + (target[0] if target else 0)
    reasons = [place[1], date[1], *number_reasons, kind[1]]
    if target:
        reasons.append(target[1])
    return Fit(
        score=round(score, 3),
        reasons=tuple(reasons),
        only_one=update or (place[0] < 0 and not same and not swap),
        same_target=target is not None,
    )


def _is_wide(report: Report) -> bool:
    return report.location.precision in _WIDE


def _loose_day(one: Report, other: Report) -> bool:
    """Tell whether a day is open: none is told, or it is the night before the other's."""
    return None in (one.date.first, other.date.first) or one.date.night or other.date.night


def _too_little(one: Report, other: Report, *, named: bool) -> bool:
    """Tell whether two days are told and the numbers that are alike are too small to tell much.

    One or two people are hurt in some towns day after day.
    """
    told = one.date.first is not None and other.date.first is not None
    night = one.date.night or other.date.night
    return told and small_number(one, other) and not (named and night)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Agreed:
    """What speaks for two reports besides their places.

    `swap` when both tell of an exchange, `lexicon` knows the sub-types that say next to nothing.
    """

    same: bool
    number_score: float
    day: float
    swap: bool
    lexicon: Lexicon


def _grows(one: Report, other: Report, lexicon: Lexicon) -> bool:
    """Tell whether a city and its part give two hours of one toll: "15 in Kyiv", then "17 in"."""
    if "region" in {one.location.precision, other.location.precision}:
        return False
    if far_numbers(one, other) or other_target(one, other):
        return False
    known = {name for name in (one.sub_type, other.sub_type) if name is not None}
    told = [name for name in known if not lexicon.is_vague(name)]
    alike = bool(known) and len(told) <= 1
    return alike or target_fit(one, other) is not None


def _level(one: Report, other: Report, place: float, agreed: _Agreed) -> float | None:
    """Score of the places, where need be with what else speaks for them; None when too little."""
    same, day = agreed.same, agreed.day
    if place >= 0:
        return place
    if agreed.swap:
        return _SWAP_ELSEWHERE if same or (agreed.number_score >= 0 and day > 0.3) else None
    nowhere = one.location.place is None or other.location.place is None
    if same:
        little = far_numbers(one, other) or weak_numbers(one, other) or other_target(one, other)
        return None if nowhere and little else place + _SAME_NUMBER
    if nowhere or not near_levels(one, other) or day <= 0.3:
        return None
    counted = gives_numbers(one), gives_numbers(other)
    if all(counted):
        return _GROWN if _grows(one, other, agreed.lexicon) else None
    if one.event_type != other.event_type:
        return None
    if target_fit(one, other) is not None:
        return _NEAR_LEVELS
    bare = not other_target(one, other) and any(counted)
    return _NEAR_LEVELS if bare and one.sub_type and one.sub_type == other.sub_type else None
