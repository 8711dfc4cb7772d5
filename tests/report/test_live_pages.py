"""Live pages: each entry stands for itself, the newest knows best."""

import datetime as dt
from collections.abc import Callable

import pytest

from mapper.incident import join
from mapper.report.entries import entries_of
from mapper.report.model import Extraction
from mapper.text.blocks import split_blocks

WEDNESDAY = dt.date(2025, 9, 17)

Read = Callable[..., Extraction]

NEWEST_FIRST = """\
2h ago
(18:45 GMT)
Drones hit plant in Tula

Drones struck the Splav factory in Tula on Monday night. One person was killed.

4h ago
(16:20 GMT)
Toll in Izium rises to nine

Rescuers have pulled another body from the rubble in Izium, the mayor says, taking the number of \
dead to nine.

9h ago
(07:30 GMT)
Seven dead in Izium

A missile hit a block of flats in Izium, killing seven people.
"""
UNDER_DAYS = """\
**Monday, September 15**

**08:20** A rocket hits a petrol station in Izium. Six people are dead, the army says.

**12:40** A shell wounds two women in Nikopol.

**Tuesday, September 16**

**05:30** A drone hits a school in Sumy.
"""


def days(extraction: Extraction) -> dict[str, int]:
    """Day of the month by place."""
    return {
        r.location.place.name: r.date.first.day
        for r in extraction.reports
        if r.location.place is not None and r.date.first is not None
    }


def test_a_day_stays_in_its_entry(read: Read) -> None:
    assert days(read(NEWEST_FIRST)) == {"Tula": 15, "Izium": 17}


def test_the_newest_entry_has_the_number_that_stands(read: Read) -> None:
    (izium,) = (
        i
        for i in join(read(NEWEST_FIRST).reports, published={"a": WEDNESDAY}, previous={})
        if i.location.place is not None and i.location.place.name == "Izium"
    )
    assert izium.killed.best == 9


def test_an_entry_that_only_tells_the_toll_is_of_what_the_page_told(read: Read) -> None:
    page = (
        "**17:48** The rescue work in Izium is over. That brings the number of dead to nine.\n\n"
        "**09:10** A missile hit a block of flats in Izium, killing seven people.\n"
    )
    (izium,) = join(read(page).reports, published={"a": WEDNESDAY}, previous={})
    assert izium.killed.best == 9


def test_reports_stand_in_the_order_of_the_text(read: Read) -> None:
    starts = [r.start for r in read(NEWEST_FIRST).reports]
    assert starts == sorted(starts)


def test_a_day_above_several_entries_holds_for_them(read: Read) -> None:
    assert days(read(UNDER_DAYS)) == {"Izium": 15, "Nikopol": 15, "Sumy": 16}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A drone hit Sumy.\n\nNobody was hurt.", [range(2)], id="no live page"),
        pytest.param(
            "Good day.\n\n10:00 A drone hit Sumy.\n\n11:00 Nobody was hurt.",
            [range(1), range(1, 2), range(2, 3)],
            id="the oldest first",
        ),
        pytest.param(
            "11:00 Nobody was hurt.\n\n10:00 A drone hit Sumy.",
            [range(0), range(1, 2), range(1)],
            id="the newest first",
        ),
        pytest.param(
            "Toll rises\n\npublished at 17:05 British Summer Time 14 June\n\nNine are dead.\n\n"
            "Fire in Sumy\n\npublished at 09:15 British Summer Time 14 June\n\nA depot burns.",
            [range(0), range(3, 6), range(3)],
            id="the time below its heading",
        ),
        pytest.param(
            "14.32 GMT\n\nToll rises\n\nNine are dead.\n\nUpdated at 14.40 GMT\n\n09.20 GMT\n\n"
            "Fire in Sumy\n\nA depot burns.",
            [range(0), range(4, 7), range(4)],
            id="the time above its heading",
        ),
    ],
)
def test_entries_are_read_by_time(text: str, expected: list[range]) -> None:
    assert [entry.blocks for entry in entries_of(split_blocks(text))] == expected
