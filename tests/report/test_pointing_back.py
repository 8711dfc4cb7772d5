"""What a later sentence says of what was told before: where, when, how many."""

import datetime as dt

import pytest

from tests.report.conftest import Read

MONDAY = dt.date(2025, 11, 10)


def test_there_is_the_place_told_before(read: Read) -> None:
    reports = read(
        "Drones attacked the oil terminal at Tuapse on Sunday. A berth was damaged there and one "
        "sailor was injured, the Krasnodar regional authorities said.",
        MONDAY,
    )
    assert [(r.location.place and r.location.place.name, r.injured and r.injured.best) for r in reports] == [
        ("Tuapse", 1)
    ]
