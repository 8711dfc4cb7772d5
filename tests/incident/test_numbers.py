"""Lowest, best and highest number of an incident: what several reports say in, one range out."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.incident import Incident, Range
from mapper.report import Count, Report

Make = Callable[..., Report]
Joined = Callable[..., list[Incident]]

MONDAY, TUESDAY = "2025-09-15", "2025-09-16"


def number(best: int | None, low: int | None = None, high: int | None = None, **rest: Any) -> Count:
    return Count(low=low, best=best, high=high, **rest)


def exact(best: int, **rest: Any) -> Count:
    return Count(low=best, best=best, high=best, **rest)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([exact(9)], (9, 9, 9), id="one"),
        pytest.param([exact(9), exact(9)], (9, 9, 9), id="two that agree"),
        pytest.param([exact(9), exact(12)], (9, 12, 12), id="two that do not: the higher"),
        pytest.param([exact(9), exact(9), exact(12)], (9, 9, 12), id="what most say"),
        pytest.param([number(15, 15)], (15, 15, None), id="at least"),
        pytest.param([number(15, 15), exact(17)], (15, 17, 17), id="at least and a number"),
        pytest.param([number(15, 15), number(15, 15)], (15, 15, None), id="at least, twice"),
        pytest.param([number(None, 24, word="dozens")], (24, 24, None), id="dozens alone"),
        pytest.param([number(None, 24, word="dozens"), exact(31)], (31, 31, 31), id="and a number"),
        pytest.param([number(20, 20, 25)], (20, 20, 25), id="a range"),
        pytest.param([exact(0), exact(0)], (0, 0, 0), id="nobody"),
        pytest.param([number(None, word="several")], (None, None, None), id="no number"),
        pytest.param(
            [exact(12, speaker="the ministry"), exact(10, speaker="rescuers")],
            (10, 10, 12),
            id="who is on the spot knows better",
        ),
    ],
)
def test_numbers_of_one_day_give_a_range(
    make: Make,
    joined: Joined,
    counts: list[Count],
    expected: tuple[int | None, int | None, int | None],
) -> None:
    reports = [make(f"{'abc'[n]}1", killed=count) for n, count in enumerate(counts)]
    (incident,) = joined(reports, published=dict.fromkeys("abc", MONDAY))
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == expected


def test_no_number_is_none_and_not_zero(make: Make, joined: Joined) -> None:
    (incident,) = joined([make("a1")])
    assert incident.killed == incident.injured == Range()


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        pytest.param(exact(6), exact(9), (9, 9, 9), id="a higher number of a later day"),
        pytest.param(exact(6), exact(9, update=True), (9, 9, 9), id="rose to"),
        pytest.param(exact(9), exact(7, update=True), (7, 7, 7), id="revised down to"),
        pytest.param(number(15, 15), exact(21), (21, 21, 21), id="at least, then a number"),
        pytest.param(exact(9), exact(7), (7, 7, 9), id="a lower number without a word of it"),
    ],
)
def test_what_a_later_day_says_supersedes(
    make: Make, joined: Joined, first: Count, later: Count, expected: tuple[int, int, int]
) -> None:
    reports = [make("a1", killed=first, injured=5), make("b1", killed=later, injured=5)]
    (incident,) = joined(reports, published={"a": MONDAY, "b": TUESDAY})
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == expected


def test_the_report_that_was_superseded_is_kept(make: Make, joined: Joined) -> None:
    reports = [make("b1", killed=exact(9, update=True)), make("a1", killed=6)]
    (incident,) = joined(reports, published={"a": MONDAY, "b": TUESDAY})
    assert [(r.id, r.killed.best if r.killed else None) for r in incident.reports] == [
        ("a1", 6),
        ("b1", 9),
    ]


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        pytest.param({"killed": 3}, {"killed": 3}, (), id="agreed"),
        pytest.param({"killed": 3}, {"killed": 5}, ("killed",), id="killed"),
        pytest.param(
            {"killed": 3, "injured": 9}, {"killed": 3, "injured": 14}, ("injured",), id="injured"
        ),
        pytest.param({"killed": 3, "claim_denied": True}, {"killed": 3}, ("target",), id="target"),
        pytest.param({"killed": number(15, 15)}, {"killed": 17}, (), id="at least and more"),
        pytest.param(
            {"killed": number(15, 15)}, {"killed": 12}, ("killed",), id="at least and less"
        ),
        pytest.param({"killed": 3}, {"injured": 5}, (), id="each says something else"),
    ],
)
def test_reports_that_contradict_each_other_are_a_dispute(
    make: Make,
    joined: Joined,
    one: dict[str, Any],
    other: dict[str, Any],
    disputes: tuple[str, ...],
) -> None:
    (incident,) = joined(
        [make("a1", **one), make("b1", **other)], published={"a": MONDAY, "b": MONDAY}
    )
    assert (incident.disputed, incident.disputes) == (bool(disputes), disputes)


def test_numbers_of_those_freed_may_be_disputed(make: Make, joined: Joined) -> None:
    swap = {"kind": "prisoner_swap", "sub_type": "exchange"}
    (incident,) = joined(
        [
            make("a1", "nowhere", prisoners=(("UKR", 300),), **swap),
            make("b1", "nowhere", prisoners=(("UKR", 307),), **swap),
        ]
    )
    assert incident.disputes == ("prisoners",)


@pytest.mark.parametrize(
    ("earlier", "later", "best"),
    [
        pytest.param(exact(9, speaker="rescuers"), exact(7), 9, id="nobody named, later"),
        pytest.param(exact(7), exact(9, speaker="rescuers"), 9, id="on the spot, later"),
        pytest.param(
            exact(9, speaker="rescuers"), exact(7, speaker="rescuers"), 7, id="both on the spot"
        ),
        pytest.param(exact(4, speaker="rescuers"), exact(9), 9, id="a toll that has risen"),
    ],
)
def test_the_best_number_is_the_latest_of_the_best_placed(
    make: Make, joined: Joined, earlier: Count, later: Count, best: int
) -> None:
    reports = [make("a1", killed=earlier, injured=5), make("b1", killed=later, injured=5)]
    (incident,) = joined(reports, published={"a": MONDAY, "b": TUESDAY})
    assert incident.killed.best == best


def test_an_earlier_lower_toll_is_no_dispute(make: Make, joined: Joined) -> None:
    (incident,) = joined(
        [make("a1", killed=6), make("b1", killed=9)], published={"a": MONDAY, "b": TUESDAY}
    )
    assert not incident.disputed


def test_a_wide_range_in_one_report_is_a_dispute(make: Make, joined: Joined) -> None:
    (incident,) = joined([make("a1", injured=number(31, 20, 31))])
    assert incident.disputes == ("injured",)


def test_prisoners_are_what_most_reports_say(make: Make, joined: Joined) -> None:
    def swap(ident: str, ours: int) -> Report:
        return make(
            ident, "nowhere", kind="prisoner_swap", sub_type="exchange",
            prisoners=(("RUS", 300), ("UKR", ours)),
        )  # fmt: skip

    (incident,) = joined([swap("a1", 307), swap("b1", 300), swap("c1", 307)])
    assert incident.prisoners == (("RUS", 300), ("UKR", 307))


@given(
    values=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 5), st.booleans(), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
@settings(deadline=None)
def test_low_best_and_high_are_in_order_whatever_is_said(
    values: list[tuple[int, int, bool, bool]], make: Make, joined: Joined
) -> None:
    reports = [
        make(
            f"{'abcde'[n]}1",
            killed=Count(low=low, best=low, high=None if is_open else low + more, update=update),
        )
        for n, (low, more, is_open, update) in enumerate(values)
    ]
    for incident in joined(reports):
        told = incident.killed
        assert told.low is not None
        assert told.best is not None
        assert told.low <= told.best
        assert told.high is None or told.best <= told.high
