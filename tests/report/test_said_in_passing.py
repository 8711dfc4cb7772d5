"""What a text says in passing: of those who act elsewhere, of what came after, of other days.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import datetime as dt

import pytest

from mapper.article.model import Article
from mapper.geoparser import Geoparser
from mapper.report import extract
from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Shells hit a camp in El Fasher on Tuesday. They were fired by the RSF, which is "
            "trying to take the last city in Darfur that it does not hold.",
            [("strike", "El Fasher", 16, None, None)],
            id="what an actor wants",
        ),
        pytest.param(
            "Drones hit a market in Ed Daein on Tuesday. The administration that runs Darfur put "
            "the dead at 61.",
            [("strike", "El Daein", 16, 61, None)],
            id="what an actor rules",
        ),
        pytest.param(
            "A guard hurt in Monday's attack on a depot in Tuapse died in a Krasnodar hospital.",
            [("strike", "Tuapse", 15, 1, None)],
            id="a hospital of a town",
        ),
        pytest.param(
            "A drone hit a Kherson hospital on Tuesday, killing two.",
            [("strike", "Kherson", 16, 2, None)],
            id="a hospital that was hit",
        ),
        pytest.param(
            "Shells hit the Naivasha market in El Fasher on Tuesday, killing four.",
            [("strike", "El Fasher", 16, 4, None)],
            id="a market called after a town abroad",
        ),
        pytest.param(
            "A U.S. soldier was killed by a roadside bomb in Kirkuk on Tuesday.",
            [("strike", "Kirkuk", 16, 1, None)],
            id="a soldier of a country",
        ),
        pytest.param(
            "Bandits raided Tsafe on Tuesday, shooting two traders dead. The governors of Katsina "
            "and Sokoto condemned the raid.",
            [("ground_attack", "Tsafe", 16, 2, None)],
            id="governors of elsewhere",
        ),
        pytest.param(
            "Rescuers in Kremenchuk on Tuesday ended their search of a block that a missile hit on "
            "Monday, killing six.",
            [("strike", "Kremenchuk", 15, 6, None)],
            id="the day on which a search ended",
        ),
        pytest.param(
            "The rescue operation at the site of the strike in Izium was completed on Tuesday, "
            "with two dead. The bomb had hit a school late on Monday.",
            [("strike", "Izium", 15, 2, None)],
            id="the day on which an operation was completed",
        ),
        pytest.param(
            "Late on Monday a missile struck a silo in Mykolaiv. By Tuesday morning the fire had "
            "been put out.",
            [("strike", "Mykolaiv", 15, None, None)],
            id="a fire put out",
        ),
        pytest.param(
            "A bomber killed nine at a mosque in Quetta on Monday.\n\nOn Sunday, gunmen killed "
            "three labourers in Turbat.\n\nThe premier condemned Monday's bombing.",
            [("strike", "Quetta", 15, 9, None), ("ground_attack", "Turbat", 14, 3, None)],
            id="meant by its day",
        ),
        pytest.param(
            "Russian attacks killed five people in the Kherson and Kharkiv regions on Tuesday.\n\n"
            "In Beryslav a drone killed three, in Vovchansk a bomb killed two.",
            [
                ("casualties", "Kherson Oblast and Kharkiv Oblast", 16, 5, None),
                ("strike", "Beryslav", 16, 3, None),
                ("strike", "Vovchansk", 16, 2, None),
            ],
            id="regions that a lead counts",
        ),
        pytest.param(
            "Two towns in Kordofan were hit by drones on Tuesday. Seven people died in Kadugli and "
            "two in El Obeid.",
            [("strike", "Kadugli", 16, 7, None), ("strike", "El Obeid", 16, 2, None)],
            id="towns that are only counted",
        ),
        pytest.param(
            "Nikopol, where artillery killed a man on Monday, was under attack again on Tuesday. A "
            "drone hit a kiosk and wounded two saleswomen.",
            [
                ("strike", "Nikopol", 15, 1, None),
                ("strike", "Nikopol", 16, None, None),
                ("strike", "Nikopol", 16, None, 2),
            ],
            id="again on another day",
        ),
        pytest.param(
            "M23 fighters beat back an assault on Kamanyola on Tuesday, killing 30 and taking six "
            "prisoners.",
            [("ground_attack", "Kamanyola", 16, 30, None)],
            id="prisoners taken",
        ),
        pytest.param(
            "The missile flew in at 3 a.m. on Tuesday and took down the entrance of a five-storey "
            "building in Dnipro.",
            [("strike", "Dnipro", 16, None, None)],
            id="a missile takes down floors",
        ),
        pytest.param(
            "Missiles hit a plant in Dnipro on Tuesday, injuring two and cutting heat to some "
            "120,000 residents.",
            [("strike", "Dnipro", 16, None, 2)],
            id="heat is cut",
        ),
        pytest.param(
            "At least 12 people were killed (seven women and five men) and 61 injured when "
            "missiles hit Kyiv on Tuesday.",
            [("strike", "Kyiv", 16, 12, 61)],
            id="in parentheses",
        ),
        pytest.param(
            "Seven people were killed when a truck drove over a mine between Kaya and Dori on "
            "Tuesday.",
            [("strike", "Kaya", 16, 7, None)],
            id="between two towns",
        ),
        pytest.param(
            "Shells hit Beryslav on Tuesday. The regional centre was hit by drones, too.",
            [("strike", "Beryslav", 16, None, None), ("strike", "Kherson", 16, None, None)],
            id="the regional centre",
        ),
        pytest.param(
            "Listeners in Bukavu called to ask about explosions heard on Tuesday.",
            [],
            id="asked about",
        ),
        pytest.param(
            "Fighting for the Kordofans has intensified in Sudan.",
            [],
            id="fighting that only grows",
        ),
        pytest.param(
            "Seven people were killed in Kadugli by drones on Tuesday, while in El Obeid a power "
            "station was put out of service but no one was hurt.",
            [("strike", "El Obeid", 16, 0, 0), ("strike", "Kadugli", 16, 7, None)],
            id="nobody in another town",
        ),
        pytest.param(
            "Drones attacked Engels and Saratov on Tuesday. In Saratov windows were blown out, but "
            "there were no casualties.",
            [("strike", "Engels", 16, None, None), ("strike", "Saratov", 16, 0, 0)],
            id="nobody at one of two",
        ),
        pytest.param(
            "He means the market in Kremenchuk, where a missile killed 22 people on a June "
            "afternoon.",
            [],
            id="a June afternoon",
        ),
        pytest.param(
            "(Chiang Mai, 17 September 2025) Jets bombed a school in Pauk on Tuesday, killing "
            "nine.",
            [("strike", "Pauk", 16, 9, None)],
            id="a dateline in parentheses",
        ),
        pytest.param(
            "7/ LUHANSK (occupied). Locals report explosions and a fire at the oil depot on the "
            "edge of the city on Tuesday.",
            [("strike", "Luhansk", 16, None, None)],
            id="a numbered label",
        ),
        pytest.param(
            "Drones hit the refinery in Sloviansk-on-Kuban in Krasnodar Krai on Tuesday.",
            [("strike", "Krasnodar Krai", 16, None, None)],
            id="half of a name",
        ),
        pytest.param(
            "Five people died in Dnipro on Tuesday.\n\nThe missile came down in Sobornyi district, "
            "the mayor said.",
            [("strike", "Sobornyi district", 16, 5, None)],
            id="the missile that did it",
        ),
    ],
)
def test_what_is_said_in_passing(read: Read, text: str, expected: list[Told]) -> None:
    assert sorted(told(read(text)), key=str) == sorted(expected, key=str)


def test_days_of_stamps_hold_for_the_entries_below(geoparser: Geoparser) -> None:
    text = (
        "**15 September, 22:40**\nExplosions in Zaporizhzhia.\n\n"
        "**23:05**\nBombs hit a block in Zaporizhzhia, two people are wounded.\n\n"
        "**16 September, 07:15**\nIn Orikhiv a drone killed a driver.\n\n"
        "**08:30**\nA shell wounded a man in Huliaipole.\n"
    )
    article = Article(id="x", text=text, published=dt.date(2025, 9, 17))
    days = {
        (r.location.place.name if r.location.place else "", r.date.first.day if r.date.first else 0)
        for r in extract(article, geoparser=geoparser).reports
    }
    assert days == {("Zaporizhzhia", 15), ("Orikhiv", 16), ("Huliaipole", 16)}


def test_a_spell_goes_from_day_to_day(read: Read) -> None:
    report = read("Clashes broke out in Sweida on Sunday and went on until Tuesday.").reports[0]
    assert (report.date.first, report.date.last) == (dt.date(2025, 9, 14), dt.date(2025, 9, 16))
