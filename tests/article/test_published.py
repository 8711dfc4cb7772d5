"""Days of publication."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.article import parse_published
from mapper.errors import ArticleError

DAY = dt.date(2025, 8, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2025-08-14",
        "2025-8-14",
        "2025-08-14T23:40:00+03:00",
        "2025-08-14 06:40",
        "2025-08-14T06:40:00Z",
        "20250814",
        "2025/08/14",
        "Thu, 14 Aug 2025 23:40:00 -0700",
        "14 August 2025",
        "14th of August 2025",
        "14 Aug 2025, 09:30",
        "August 14, 2025",
        "Aug. 14 2025",
        "Thursday, August 14th, 2025",
        "Thursday 14 August 2025",
        " 14 AUGUST 2025 ",
    ],
)
def test_a_day_is_read_as_written(text: str) -> None:
    assert parse_published(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2025-13-01",
        "31 April 2025",
        "0001-01-01",
        "9999-12-31",
        "yesterday",
        "14/08/2025 or so",
        "2025",
        "14 Augustus 2025",
        "",
        "-",
    ],
)
def test_what_is_no_day_is_refused_with_its_words(text: str) -> None:
    with pytest.raises(ArticleError, match="no date|no day|not between"):
        parse_published(text)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_comes_back(day: dt.date) -> None:
    assert parse_published(day.isoformat()) == day
    assert parse_published(f"{day.day} {day:%B} {day.year}") == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        assert parse_published(text).year >= 1850
    except ArticleError as error:
        assert str(error)
