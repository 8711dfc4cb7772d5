"""The index of reports and how well two of them fit: what holds for any two reports."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.incident import block_keys, sought_keys
from mapper.incident.fit import THRESHOLD, fit
from mapper.report import Report

Make = Callable[..., Report]

NUMBERS = st.sampled_from([None, 0, 1, 3, 9])
DAYS = ["2025-09-14", "2025-09-15", "2025-09-14..2025-09-15", "2025-09-10..2025-09-16"]
SITES = ["region", "city", "district", "plant", "town"]
KINDS = ["strike", "casualties", "interception", "ground_attack", "talks"]


def told(sites: list[str], days: list[str | None]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "site": st.sampled_from(sites),
            "day": st.sampled_from(days),
            "kind": st.sampled_from(KINDS),
            "killed": NUMBERS,
            "injured": NUMBERS,
            "target": st.sampled_from([None, "a port", "the port", "school"]),
            "weekdays": st.sampled_from([(), (0,), (6,), (6, 0)]),
        }
    )


def swapped(sites: list[str], days: list[str | None]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "site": st.sampled_from(sites),
            "day": st.sampled_from(days),
            "kind": st.just("prisoner_swap"),
            "sub_type": st.sampled_from([None, "exchange", "arrival"]),
            "prisoners": st.sampled_from(
                [(), (("UKR", 307),), (("RUS", 307), ("UKR", 307)), (("RUS", 300), ("UKR", 310))]
            ),
        }
    )


PLACED = st.one_of(told(SITES, [*DAYS]), swapped([*SITES, "nowhere"], [*DAYS]))
ANY = st.one_of(
    told([*SITES, "nowhere"], [None, *DAYS]), swapped([*SITES, "nowhere"], [None, *DAYS])
)


def meet(one: Report, other: Report) -> bool:
    """Whether each is filed where the other seeks; what holds one way must hold the other."""
    there = bool(set(block_keys(one)) & set(sought_keys(other)))
    assert there == bool(set(block_keys(other)) & set(sought_keys(one)))
    return there


def days_meet(one: Report, other: Report) -> bool:
    a, b = one.date, other.date
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last


@given(one=PLACED, other=PLACED)
@settings(deadline=None, max_examples=300)
def test_two_placed_reports_of_one_day_that_fit_share_a_key(
    make: Make, one: dict[str, Any], other: dict[str, Any]
) -> None:
    a, b = make("a1", **one), make("b1", **other)
    found = fit(a, b)
    if found is not None and found.score >= THRESHOLD and days_meet(a, b):
        assert meet(a, b)


@given(one=ANY, other=ANY)
@settings(deadline=None, max_examples=300)
def test_the_index_brings_two_reports_together_both_ways_or_not_at_all(
    make: Make, one: dict[str, Any], other: dict[str, Any]
) -> None:
    a, b = make("a1", **one), make("b1", **other)
    assert meet(a, b) == meet(b, a)


@given(fields=ANY)
@settings(deadline=None)
def test_two_tellings_alike_share_all_keys(make: Make, fields: dict[str, Any]) -> None:
    keys = block_keys(make("a1", **fields))
    assert keys == block_keys(make("b1", **fields))
    assert keys
    assert list(keys) == sorted(set(keys))


@given(one=ANY, other=ANY)
@settings(deadline=None, max_examples=300)
def test_fit_is_the_same_both_ways(make: Make, one: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = make("a1", **one), make("b1", **other)
    assert fit(a, b) == fit(b, a)


@given(one=ANY, other=ANY)
@settings(deadline=None, max_examples=300)
def test_types_that_never_join_never_fit(
    make: Make, one: dict[str, Any], other: dict[str, Any]
) -> None:
    a, b = make("a1", **one), make("b1", **other)
    if {"talks", "prisoner_swap"} & {a.event_type, b.event_type} and a.event_type != b.event_type:
        assert fit(a, b) is None
        assert not meet(a, b)


@pytest.mark.parametrize(
    ("day", "number"),
    [("2025-09-15", 1), ("2025-09-14..2025-09-15", 2), ("2025-01-01..2025-12-31", 1)],
    ids=["a day", "a night", "a year"],
)
def test_a_report_has_few_keys_however_long_it_lasts(make: Make, day: str, number: int) -> None:
    assert len(block_keys(make("a1", day=day))) == number


def test_equal_numbers_at_one_place_meet_whatever_the_day(make: Make) -> None:
    dated = make("a1", killed=3, injured=4)
    undated = make("b1", day=None, weekdays=(0,), killed=3, injured=4)
    assert meet(dated, undated)


def test_equal_numbers_of_one_day_meet_wherever_they_are(make: Make) -> None:
    placed = make("a1", killed=3, injured=4)
    nowhere = make("b1", "nowhere", killed=3, injured=4)
    assert meet(placed, nowhere)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"killed": 3}, "both say 3 killed"),
        ({"injured": 9}, "both say 9 injured"),
        ({"target": "the port"}, "same target, the port"),
        ({}, "same place, Arva"),
        ({}, "same day"),
        ({}, "same type"),
    ],
    ids=["killed", "injured", "target", "place", "day", "type"],
)
def test_a_fit_says_why(make: Make, fields: dict[str, Any], reason: str) -> None:
    found = fit(make("a1", **fields), make("b1", **fields))
    assert found is not None
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"killed": 3}, {"killed": 5}),
        ({"killed": 3}, {}),
        ({"day": "2025-09-15"}, {"day": "2025-09-14..2025-09-15"}),
        ({"kind": "strike"}, {"kind": "casualties"}),
        ({"target": "port"}, {"target": "school"}),
        ({"site": "city"}, {"site": "plant"}),
    ],
    ids=["number", "no number", "day", "type", "target", "place"],
)
def test_what_agrees_more_fits_better(
    make: Make, better: dict[str, Any], worse: dict[str, Any]
) -> None:
    one = make("a1", killed=3, injured=9, target="port")
    rest = {"killed": 3, "injured": 9, "target": "port"}
    if "killed" in better:
        rest.pop("killed")
    good = fit(one, make("b1", **(rest | better)))
    bad = fit(one, make("c1", **(rest | worse)))
    assert good is not None
    assert bad is not None
    assert good.score > bad.score
