"""Sentences from many wars: a text of Wednesday, 17 September 2025 in, the whole report out."""

from collections.abc import Callable

import pytest

from mapper.report import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Al-Shabaab fighters attacked a hotel in Mogadishu on Monday, killing eight people.",
            ("ground_attack", "Mogadishu", "SO", "settlement", 8, None),
            id="Somalia",
        ),
        pytest.param(
            "RSF drones struck a market in El Obeid on Monday, killing 20 civilians.",
            ("strike", "El Obeid", "SD", "settlement", 20, None),
            id="Sudan",
        ),
        pytest.param(
            "A minibus hit a landmine near Gao on Monday, killing 12 passengers.",
            ("strike", "Gao", "ML", "settlement", 12, None),
            id="Mali",
        ),
        pytest.param(
            "The air force bombed a school in Sagaing on Monday, killing 17 pupils.",
            ("strike", "Sagaing", "MM", "settlement", 17, None),
            id="Myanmar",
        ),
        pytest.param(
            "Hezbollah fired rockets at Haifa on Monday, wounding two people.",
            ("strike", "Haifa", "IL", "settlement", None, 2),
            id="Israel",
        ),
        pytest.param(
            "Pakistani jets struck targets in Paktika province on Monday, killing 46 people.",
            ("strike", "Paktika", "AF", "region", 46, None),
            id="Afghanistan",
        ),
        pytest.param(
            "A Houthi missile hit a tanker in the Red Sea on Monday.",
            ("strike", "Red Sea", None, "area", None, None),
            id="the Red Sea",
        ),
        pytest.param(
            "A suicide bomber blew himself up outside a mosque in Peshawar on Monday, killing 21.",
            ("strike", "Peshawar", "PK", "settlement", 21, None),
            id="Pakistan",
        ),
        pytest.param(
            "A drone hit a car near Sidon in southern Lebanon on Monday, killing two people.",
            ("strike", "Sidon", "LB", "settlement", 2, None),
            id="Lebanon",
        ),
        pytest.param(
            "A bomb in Idlib on Monday killed one person and injured six.",
            ("strike", "Idlib", "SY", "settlement", 1, 6),
            id="Syria",
        ),
        pytest.param(
            "Militants ambushed an army convoy near Maiduguri on Monday, killing nine soldiers.",
            ("ground_attack", "Maiduguri", "NG", "settlement", 9, None),
            id="Nigeria",
        ),
        pytest.param(
            "A 12-year-old boy was wounded when a mine exploded near Izium on Monday.",
            ("strike", "Izium", "UA", "settlement", None, 1),
            id="Ukraine",
        ),
        pytest.param(
            "No one was injured when a drone hit a warehouse in Cherkasy on Monday.",
            ("strike", "Cherkasy", "UA", "settlement", 0, 0),
            id="unharmed in front",
        ),
        pytest.param(
            "Russia shelled Kherson 40 times on Monday, killing one and injuring six.",
            ("strike", "Kherson", "UA", "settlement", 1, 6),
            id="a number of times",
        ),
        pytest.param(
            "Missile fragments fell on a kindergarten in Kyiv's Darnytskyi district on Monday.",
            ("strike", "Darnytsia", "UA", "district", None, None),
            id="fragments",
        ),
    ],
)
def test_type_place_and_harm_are_read_in_any_war(
    read: Read, text: str, expected: tuple[str, str, str | None, str, int | None, int | None]
) -> None:
    (report,) = read(text).reports
    place = report.location.place
    assert place is not None
    assert (
        report.event_type,
        place.name,
        place.country,
        report.location.precision,
        report.killed.best if report.killed else None,
        report.injured.best if report.injured else None,
    ) == expected
    assert str(report.date.first) == "2025-09-15"
