"""Sentences that look like those of a rule and are of another kind.

Each with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "What we know about the 7 September attack\n\nOn Tuesday, Russian drones struck "
            "Kharkiv again, killing three.",
            [("strike", "Kharkiv", 16, 3, None)],
            id="a heading that names a day",
        ),
        pytest.param(
            "Missiles fired at Tel Aviv from Sanaa hit a house on Tuesday, wounding two.",
            [("strike", "Tel Aviv", 16, None, 2)],
            id="where they came from",
        ),
        pytest.param(
            "It is not known who attacked the village of Yelwata on Tuesday, killing 40 people.",
            [("strike", "Yelwata", 16, 40, None)],
            id="who is left open",
        ),
        pytest.param(
            "RSF fighters seized an arms depot in El Fasher on Tuesday.",
            [("ground_attack", "El Fasher", 16, None, None)],
            id="a depot of goods",
        ),
        pytest.param(
            "Russian drones hit a market in Kherson on Tuesday. It is a lie that the market was a "
            "base, the mayor said.",
            [("strike", "Kherson", 16, None, None)],
            id="something else is a lie",
        ),
        pytest.param(
            "Russian forces shelled Nikopol on Tuesday. Moscow denies this happened.",
            [("strike", "Nikopol", 16, None, None)],
            id="the attacker denies it",
        ),
        pytest.param(
            "A drone attack on a depot in Feodosia affected two districts of the city on Tuesday.",
            [("strike", "Feodosia", 16, None, None)],
            id="one attack on two districts",
        ),
        pytest.param(
            "The second of May's two attacks killed six people in Kherson on Tuesday.",
            [("strike", "Kherson", 16, 6, None)],
            id="the second of two",
        ),
        pytest.param(
            "He won by a landslide; gunmen shot dead a mayor in Oaxaca on Tuesday.",
            [("ground_attack", "Oaxaca", 16, 1, None)],
            id="a landslide of votes",
        ),
        pytest.param(
            "A drone killed two policemen, a driver and a nurse in Kherson on Tuesday.",
            [("strike", "Kherson", 16, 4, None)],
            id="two and two",
        ),
        pytest.param(
            "Drones struck Kharkiv and Odesa on Tuesday. No casualties were reported in Lviv.",
            [("strike", "Kharkiv", 16, None, None), ("strike", "Odesa", 16, None, None)],
            id="nobody hurt elsewhere",
        ),
        pytest.param(
            "A drone hit a depot in Kursk on Tuesday.\n\nA car crash closed the road. Nobody was "
            "hurt.",
            [("strike", "Kursk", 16, None, None)],
            id="nobody hurt in a crash",
        ),
        pytest.param(
            "A Russian drone hit a house in Kherson on Tuesday. Three children are being looked "
            "after by their grandmother.",
            [("strike", "Kherson", 16, None, None)],
            id="children who are looked after",
        ),
        pytest.param(
            "A woman was killed in the strike on Kherson on Tuesday and a woman died of a heart "
            "attack.",
            [("strike", "Kherson", 16, 1, None)],
            id="died of something else",
        ),
        pytest.param(
            "The strike came on Tuesday after pay talks failed at Boeing in Seattle.",
            [],
            id="a strike of workers",
        ),
        pytest.param(
            "Fighter jets took off in Poland on Tuesday due to the Russian attack and returned to "
            "base in the morning.",
            [],
            id="a reason",
        ),
        pytest.param(
            "Trains stopped on Tuesday because of the drone attack on Odesa.",
            [("strike", "Odesa", 16, None, None)],
            id="a reason that is told",
        ),
        pytest.param(
            "A splinter group attacked a village near Goma on Tuesday.",
            [],
            id="a splinter group",
        ),
        pytest.param(
            "Drones hit Kharkiv on Tuesday, where the mayor said a drone had killed two in "
            "Chuhuiv.",
            [("strike", "Kharkiv", 16, None, None), ("strike", "Chuhuiv", 16, 2, None)],
            id="a place nearer than where",
        ),
        pytest.param(
            "Russian planes bombed Kostiantynivka on Tuesday, killing two.\n\nA mine killed a "
            "farmer near Izium on Tuesday.",
            [("strike", "Kostiantynivka", 16, 2, None), ("strike", "Izium", 16, 1, None)],
            id="bombs that flew, and a mine",
        ),
        pytest.param(
            "Two of the 14 people wounded in Tuesday's attack on Sumy died in hospital.",
            [("strike", "Sumy", 16, 2, None)],
            id="two of those wounded died",
        ),
        pytest.param(
            "Five civilians (three women and two men) and two rescuers were injured by a drone in "
            "Kherson on Tuesday.",
            [("strike", "Kherson", 16, None, 7)],
            id="who they were, in parentheses",
        ),
        pytest.param(
            "The search operation in Kulgam ended on Tuesday with two militants killed.",
            [("ground_attack", "Kulgam", 16, 2, None)],
            id="a search that was the fight",
        ),
        pytest.param(
            "Airstrikes escalated and destroyed a school in Idlib on Tuesday.",
            [("strike", "Idlib", 16, None, None)],
            id="strikes that grew and hit",
        ),
        pytest.param(
            "A drone wounded 12 workers in Nikopol on Tuesday. Four of the wounded were in Dnipro, "
            "in the regional clinic.",
            [("strike", "Nikopol", 16, None, 12)],
            id="where the wounded are treated",
        ),
        pytest.param(
            "JERUSALEM - The army said it killed a commander in Rafah on Tuesday.\n\nCAIRO - Egypt "
            "condemned a strike on Tuesday in which five medics were killed in Rafah.\n\nDOHA - "
            "Talks resumed.",
            [("casualties", "Rafah", 16, 1, None), ("strike", "Rafah", 16, 5, None)],
            id="bureaux of a round-up",
        ),
    ],
)
def test_a_rule_reaches_no_farther(read: Read, text: str, expected: list[Told]) -> None:
    assert sorted(told(read(text)), key=str) == sorted(expected, key=str)
