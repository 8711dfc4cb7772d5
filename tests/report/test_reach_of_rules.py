"""How far a rule reaches: sentences beside those that it was made for."""

import datetime as dt
from collections.abc import Callable

import pytest

from mapper.report.model import Extraction, Report

Read = Callable[..., Extraction]
WEDNESDAY = dt.date(2025, 11, 12)
Told = tuple[str, str | None, str | None, int | None, int | None]


def told(report: Report) -> Told:
    """Type, place, day, killed and injured of a report."""
    return (
        report.event_type,
        report.location.place.name if report.location.place is not None else None,
        report.date.first.isoformat() if report.date.first is not None else None,
        report.killed.best if report.killed is not None else None,
        report.injured.best if report.injured is not None else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Army units attacked two villages in Kachin state on Monday, residents said.",
            [("strike", "Kachin State", "2025-11-10", None, None)],
            id="two villages are targets",
        ),
        pytest.param(
            "An airstrike on a house in Marjayoun on Sunday turned out to have killed a commander.",
            [("strike", "Marjayoun", "2025-11-09", 1, None)],
            id="turned out to have killed",
        ),
        pytest.param(
            "The army used helicopter gunships to bomb a village in Sagaing, residents said.",
            [("strike", "Sagaing", "2025-11-12", None, None)],
            id="used to bomb, once",
        ),
        pytest.param(
            "A missile hit a training camp in Derna on Monday, killing five.",
            [("strike", "Darnah", "2025-11-10", 5, None)],
            id="a training camp",
        ),
        pytest.param(
            "Soldiers had gathered for a drill when a drone hit the camp at Ouagadougou on "
            "Tuesday, killing six.",
            [("strike", "Ouagadougou", "2025-11-11", 6, None)],
            id="struck at a drill",
        ),
        pytest.param(
            "The siege, during which shelling killed 40 people in Kadugli on Tuesday, went on.",
            [("strike", "Kadugli", "2025-11-11", 40, None)],
            id="a day of a siege",
        ),
        pytest.param(
            "Gunmen shot dead a lecturer in Kaduna on Monday.",
            [("ground_attack", "Kaduna", "2025-11-10", 1, None)],
            id="a lecturer who was killed",
        ),
        pytest.param(
            "The drone strike killed six members of one family in Beit Hanoun on Monday.",
            [("strike", "Beit Hanoun", "2025-11-10", 6, None)],
            id="a family that was killed",
        ),
        pytest.param(
            '"They fired without warning," said a resident of Kaduna, where mortars killed three '
            "on Monday.",
            [("strike", "Kaduna", "2025-11-10", 3, None)],
            id="a home where it happened",
        ),
        pytest.param(
            "Rebels fired mortars toward Sake on Monday, killing two.",
            [("strike", "Sake", "2025-11-10", 2, None)],
            id="toward a town",
        ),
        pytest.param(
            "A drone hit a bus between Nyala and El Fasher on Tuesday, killing eight.",
            [("strike", "Nyala", "2025-11-11", 8, None)],
            id="a bus between two towns",
        ),
        pytest.param(
            "Gunmen attacked a village 30 km from Jos on Monday, killing 12.",
            [("ground_attack", "Jos", "2025-11-10", 12, None)],
            id="a distance without a direction",
        ),
        pytest.param(
            "A drone hit a school in Sake, 27 km from Goma, on Monday.",
            [("strike", "Sake", "2025-11-10", None, None)],
            id="a distance from elsewhere",
        ),
        pytest.param(
            "Gunmen killed 40 people in Benue state on Monday.",
            [("ground_attack", "Benue State", "2025-11-10", 40, None)],
            id="gunmen in a region",
        ),
        pytest.param(
            "A drone strike hit a convoy near Derna on Monday. The army acknowledged that 12 "
            "soldiers had been killed in a separate ambush.",
            [
                ("strike", "Darnah", "2025-11-10", None, None),
                ("ground_attack", "Darnah", "2025-11-10", 12, None),
            ],
            id="a separate ambush adds nothing",
        ),
        pytest.param(
            "A day after drones hit the airport in Khartoum, paramilitaries shelled Omdurman on "
            "Tuesday, killing four.",
            [
                ("strike", "Khartoum", "2025-11-10", None, None),
                ("strike", "Omdurman", "2025-11-11", 4, None),
            ],
            id="a day after opens the sentence",
        ),
        pytest.param(
            "On Tuesday, two days after shelling killed nine in Taiz, a missile hit a mosque in "
            "Marib.",
            [
                ("strike", "Taiz", "2025-11-09", 9, None),
                ("strike", "Marib", "2025-11-11", None, None),
            ],
            id="a day after ends at the comma",
        ),
        pytest.param(
            "The strike on Tuesday came a week after a missile hit a mosque in Marib.",
            [("strike", "Marib", "2025-11-04", None, None)],
            id="the strike came a week after",
        ),
        pytest.param(
            "The army neutralised 14 militants in strikes in Hasakah on Monday.",
            [("strike", "Hasakah", "2025-11-10", 14, None)],
            id="militants who were killed do not act",
        ),
        pytest.param(
            "Clashes between herders and farmers near Makurdi on Monday left nine dead.",
            [("ground_attack", "Makurdi", "2025-11-10", 9, None)],
            id="clashes between",
        ),
        pytest.param(
            "A worker who was injured in Monday's shelling of Aden has died.",
            [("strike", "Aden", "2025-11-10", 1, None)],
            id="who was injured has died",
        ),
        pytest.param(
            "Shelling on Monday left the city of Taiz without power and killed two.",
            [("strike", "Taiz", "2025-11-10", 2, None)],
            id="without power and killed",
        ),
        pytest.param(
            "Israeli jets met no resistance and bombed Hodeidah on Monday.",
            [("strike", "Hodeidah", "2025-11-10", None, None)],
            id="no resistance and bombed",
        ),
        pytest.param(
            "Drones hit Kassala and Atbara on Monday, killing two in Kassala and three in Atbara.",
            [
                ("strike", "Kassala", "2025-11-10", 2, None),
                ("strike", "Atbara", "2025-11-10", 3, None),
            ],
            id="harm at the places of a list",
        ),
        pytest.param(
            "Drones struck Kassala, wounding three, and Atbara on Monday.",
            [
                ("strike", "Kassala", "2025-11-10", None, 3),
                ("strike", "Atbara", "2025-11-10", None, None),
            ],
            id="a list goes on behind harm",
        ),
        pytest.param(
            "Shells killed a woman in Kadugli and a driver died in Dilling on Monday.",
            [
                ("strike", "Kadugli", "2025-11-10", 1, None),
                ("strike", "Dilling", "2025-11-10", 1, None),
            ],
            id="each died in a place",
        ),
        pytest.param(
            "A dog was killed and a cable was cut when a rocket hit a farm in Ofra on Monday.",
            [("strike", "Ofra", "2025-11-10", None, None)],
            id="neither animals nor cables are people",
        ),
        pytest.param(
            "A beekeeper was killed when a rocket hit a farm in Ofra on Monday.",
            [("strike", "Ofra", "2025-11-10", 1, None)],
            id="a trade that no list holds",
        ),
        pytest.param(
            "A town previously held by rebels was hit by a drone in Gao on Monday, killing two.",
            [("strike", "Gao", "2025-11-10", 2, None)],
            id="previously held",
        ),
        pytest.param(
            "Last year's peace deal collapsed as drones hit Gao on Monday, killing nine.",
            [("strike", "Gao", "2025-11-10", 9, None)],
            id="last year's deal",
        ),
        pytest.param(
            "Half of the market, which had already been hit on Sunday, was empty when shells "
            "fell on El Fasher on Monday.",
            [("strike", "El Fasher", "2025-11-10", None, None)],
            id="what had already been hit",
        ),
        pytest.param(
            "The army struck Bara on Monday as its troops advanced on El Obeid.",
            [("strike", "Bara", "2025-11-10", None, None)],
            id="troops advance elsewhere",
        ),
        pytest.param(
            "Army units launched an attack at Sake on Monday, killing six rebels.",
            [("ground_attack", "Sake", "2025-11-10", 6, None)],
            id="launched an attack at",
        ),
    ],
)
def test_a_rule_reaches_as_far_as_its_words_mean(
    read: Read, text: str, expected: list[Told]
) -> None:
    assert [told(r) for r in read(text, WEDNESDAY).reports] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Israel has intensified its strikes on Tyre.", id="a trend"),
        pytest.param(
            "Explosions in Basra on Monday turned out to be a controlled demolition.", id="refuted"
        ),
        pytest.param(
            "The peninsula has been used to launch missiles at Odesa.",
            id="used to, again and again",
        ),
        pytest.param(
            "In the war, in which a bomb destroyed the mosque of Taiz, both sides lost.",
            id="in the course of a war",
        ),
    ],
)
def test_what_is_told_of_no_one_day_is_none(read: Read, text: str) -> None:
    assert read(text, WEDNESDAY).reports == ()
