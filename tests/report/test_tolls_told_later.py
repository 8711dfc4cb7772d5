"""Tolls that are told later, in part, or in other words than the strike.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Shells killed 11 people across the Kherson region on Tuesday. Six of the dead were in "
            "Beryslav.",
            [("strike", "Kherson Oblast", 16, 11, None), ("strike", "Beryslav", 16, 6, None)],
            id="where some of the dead were",
        ),
        pytest.param(
            "Shells killed 11 people across the Kherson region on Tuesday. Six of them were in "
            "Beryslav, most of them pensioners.",
            [("strike", "Kherson Oblast", 16, 11, None), ("strike", "Beryslav", 16, 6, None)],
            id="where some of them were",
        ),
        pytest.param(
            "Shells killed three people and wounded nine in Beryslav on Tuesday. Five of them were "
            "in hospital in Kherson.",
            [("strike", "Beryslav", 16, 3, 9)],
            id="where some of them are treated",
        ),
        pytest.param(
            "Shells killed 11 people in Kherson on Tuesday. Six of them were from Beryslav.",
            [("strike", "Kherson", 16, 11, None)],
            id="where they came from",
        ),
        pytest.param(
            "A glide bomb hit a clinic in Izium on Tuesday, killing two. In the evening the body "
            "of a third patient was found.",
            [("strike", "Izium", 16, 3, None)],
            id="the body of a third",
        ),
        pytest.param(
            "Four of the nine people injured in Tuesday's drone attack on Izmail are children.",
            [("strike", "Izmail", 16, None, 9)],
            id="four of nine",
        ),
        pytest.param(
            "A nurse who was wounded when a shell hit a clinic in Nikopol on Tuesday has died.",
            [("strike", "Nikopol", 16, 1, None)],
            id="wounded and has died",
        ),
        pytest.param(
            "A missile hit Balakliia on Tuesday. The toll has gone up to four, and the number of "
            "wounded to 17.",
            [("strike", "Balakliia", 16, 4, 17)],
            id="gone up to",
        ),
        pytest.param(
            "Two guards died on the spot and a third in the ambulance when a drone hit their post "
            "in Idlib on Tuesday.",
            [("strike", "Idlib", 16, 3, None)],
            id="a third in the ambulance",
        ),
        pytest.param(
            "A rocket hit a bakery in Haifa on Tuesday. She was the third person to die of the "
            "strike, the hospital said.",
            [("strike", "Haifa", 16, 3, None)],
            id="the third to die",
        ),
        pytest.param(
            "A rocket hit a bakery in Haifa on Tuesday. He was the third person to die in the "
            "city's floods.",
            [("strike", "Haifa", 16, None, None)],
            id="the third to die of something else",
        ),
        pytest.param(
            "On Tuesday the Russians killed three residents of Donetsk region and injured 12.",
            [("casualties", "Donetsk Oblast", 16, 3, 12)],
            id="residents of a region",
        ),
        pytest.param(
            "The mayor visited the man of 68 who was wounded when a drone hit a bus in Kherson on "
            "Tuesday.",
            [("strike", "Kherson", 16, None, 1)],
            id="a man of 68",
        ),
        pytest.param(
            "A drone hit a tram in Kharkiv on Tuesday. The number of wounded is given as 12: one "
            "more woman came to the doctors.",
            [("strike", "Kharkiv", 16, None, 12)],
            id="why it rose, behind a colon",
        ),
        pytest.param(
            "A car bomb killed four people and wounded 19 outside a court in Quetta on Tuesday. "
            "The injured were taken to the Civil Hospital, from where two were flown to Karachi.",
            [("strike", "Quetta", 16, 4, 19)],
            id="some of the injured were moved on",
        ),
        pytest.param(
            "A roadside bomb wounded three policemen and a passer-by in Kirkuk on Tuesday.",
            [("strike", "Kirkuk", 16, None, 4)],
            id="a passer-by",
        ),
        pytest.param(
            "Drones hit a market in Kosti on Tuesday. Tens of thousands have been killed in Sudan.",
            [("strike", "Kosti", 16, None, None)],
            id="the toll of the war",
        ),
    ],
)
def test_tolls(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("A bomb exploded in a market in Quetta on Tuesday, killing three.", "explosion"),
        (
            "A suicide attack killed three in Quetta. The president condemned the bombing.",
            "explosion",
        ),
        ("Two guards died in Tuesday's bombing of a depot in Homs.", "airstrike"),
        ("A glide bomb exploded in a yard in Sumy on Tuesday, killing two.", "airstrike"),
    ],
)
def test_bombs_are_planted_where_nothing_flies(read: Read, text: str, sub_type: str) -> None:
    assert [r.sub_type for r in read(text).reports] == [sub_type]
