"""The day of an undated article: what it tells and dated reports in, a day out.

15 September 2025 is a Monday; weekdays are 0 for Monday to 6 for Sunday.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from mapper.incident import infer_dates, shared_days
from mapper.report import Extraction, Report

Make = Callable[..., Report]

MONDAY = dt.date(2025, 9, 15)


def undated(*reports: Report) -> dict[str, Extraction]:
    return {"x": Extraction(article_id="x", reports=reports)}


@pytest.mark.parametrize(
    ("fields", "dated", "day"),
    [
        pytest.param({"killed": 3}, {"killed": 3}, MONDAY, id="the same number"),
        pytest.param({"injured": 9}, {"killed": 3, "injured": 9}, MONDAY, id="one number of two"),
        pytest.param({"killed": 3}, {"killed": 5}, None, id="another number"),
        pytest.param({}, {"killed": 3}, None, id="no number"),
        pytest.param({"killed": 0}, {"killed": 0}, None, id="zero is no sign"),
        pytest.param({"killed": 3}, {"killed": 3, "site": "town"}, None, id="another town"),
        pytest.param(
            {"killed": 3, "site": "district"}, {"killed": 3}, MONDAY, id="a district of the city"
        ),
        pytest.param({"killed": 3}, {"killed": 3, "kind": "talks"}, None, id="another type"),
        pytest.param(
            {"killed": 3}, {"killed": 3, "day": "2025-09-16"}, None, id="another day of the week"
        ),
        pytest.param(
            {"killed": 3}, {"killed": 3, "day": "2025-09-14..2025-09-15"}, MONDAY, id="a night"
        ),
        pytest.param({"killed": 3}, {"killed": 3, "day": None}, None, id="undated too"),
        pytest.param({"killed": 3, "weekdays": ()}, {"killed": 3}, None, id="no day of the week"),
    ],
)
def test_a_shared_happening_gives_the_day(
    make: Make, fields: dict[str, Any], dated: dict[str, Any], day: dt.date | None
) -> None:
    told = make("x1", day=None, **({"weekdays": (0,)} | fields))
    assert infer_dates(undated(told), [make("d1", **dated)]).get("x") == day


def test_an_exchange_of_prisoners_gives_the_day_wherever_it_is_told(make: Make) -> None:
    swap: dict[str, Any] = {"kind": "prisoner_swap", "prisoners": (("RUS", 307), ("UKR", 307))}
    told = make("x1", "nowhere", day=None, weekdays=(0,), **swap)
    assert infer_dates(undated(told), [make("d1", "region", **swap)]) == {"x": MONDAY}


def test_the_article_is_of_the_last_day_that_it_names(make: Make) -> None:
    told = [
        make("x1", day=None, weekdays=(0,), killed=3),
        make("x2", "town", day=None, weekdays=(1,), injured=2),
    ]
    found = infer_dates(undated(*told), [make("d1", killed=3)])
    assert found == {"x": dt.date(2025, 9, 16)}


def test_a_day_before_the_anchor_does_not_move_it(make: Make) -> None:
    told = [
        make("x1", day=None, weekdays=(0,), killed=3),
        make("x2", "town", day=None, weekdays=(5,), injured=2),
    ]
    assert infer_dates(undated(*told), [make("d1", killed=3)]) == {"x": MONDAY}


def test_the_day_that_most_happenings_share_wins(make: Make) -> None:
    told = [
        make("x1", day=None, weekdays=(0,), killed=3),
        make("x2", "town", day=None, weekdays=(0,), injured=8),
    ]
    dated = [
        make("d1", day="2025-09-08", killed=3),
        make("e1", killed=3),
        make("e2", "town", injured=8),
    ]
    assert infer_dates(undated(*told), dated) == {"x": MONDAY}


def test_of_two_equal_days_the_earlier_one_wins(make: Make) -> None:
    told = make("x1", day=None, weekdays=(0,), killed=3)
    dated = [make("e1", killed=3), make("d1", day="2025-09-08", killed=3)]
    assert infer_dates(undated(told), dated) == {"x": dt.date(2025, 9, 8)}
    assert infer_dates(undated(told), dated[::-1]) == {"x": dt.date(2025, 9, 8)}


def test_nothing_to_infer_from_gives_no_days(make: Make) -> None:
    told = make("x1", day=None, weekdays=(0,), killed=3)
    assert infer_dates(undated(told), []) == {}
    assert infer_dates({}, [make("d1", killed=3)]) == {}


@pytest.mark.parametrize(
    ("told", "dated", "counts"),
    [
        pytest.param({"killed": 3}, {"killed": 3}, (1, 0), id="the same day"),
        pytest.param({"killed": 3, "day": "2025-09-14"}, {"killed": 3}, (0, 1), id="another day"),
        pytest.param(
            {"killed": 3, "day": "2025-09-14..2025-09-15"}, {"killed": 3}, (1, 0), id="overlapping"
        ),
        pytest.param({"killed": 3}, {"killed": 5}, (0, 0), id="another number"),
        pytest.param({"killed": 3}, {"killed": 3, "site": "town"}, (0, 0), id="another town"),
        pytest.param({"killed": 3}, {"killed": 3, "site": "region"}, (1, 0), id="its region"),
        pytest.param({"killed": 3, "site": "nowhere"}, {"killed": 3}, (1, 0), id="no place"),
        pytest.param({"killed": 3, "day": None}, {"killed": 3}, (0, 0), id="undated"),
        pytest.param({"killed": 3}, {"killed": 3, "day": None}, (0, 0), id="nothing dated"),
        pytest.param(
            {"killed": 3, "kind": "casualties"}, {"killed": 3}, (1, 0), id="types that may join"
        ),
        pytest.param(
            {"killed": 3, "kind": "talks"}, {"killed": 3}, (0, 0), id="types that may not"
        ),
    ],
)
def test_shared_days_are_counted_as_right_and_wrong(
    make: Make, told: dict[str, Any], dated: dict[str, Any], counts: tuple[int, int]
) -> None:
    extraction = Extraction(article_id="x", reports=(make("x1", **told),))
    assert shared_days(extraction, [make("d1", **dated)]) == counts
