"""Ages, parts, shares of weapons, collisions, guesses and sides: small ways to misread."""

from collections.abc import Callable

import pytest

from mapper.report import Extraction, Report

Read = Callable[..., Extraction]


def only(extraction: Extraction) -> Report:
    (report,) = extraction.reports
    return report


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A drone hit a house in Sumy on Monday. A man, 58, was injured.", None, 1),
        ("Shelling hit Nikopol. Five of the seven people inside were wounded.", None, 5),
        ("A missile hit Kherson. Eleven people were injured, three of whom died.", 3, 11),
        ("A strike on Kherson killed a father and his two sons.", 3, None),
        ("A drone hit a farm in the Sumy region, killing 40 cows.", None, None),
    ],
    ids=["age", "part of a whole", "part that dies", "joined by his", "animals"],
)
def test_people_are_counted_as_people(
    read: Read, text: str, killed: int | None, injured: int | None
) -> None:
    report = only(read(text))
    assert (report.killed.best if report.killed else None) == killed
    assert (report.injured.best if report.injured else None) == injured


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's air force said it had shot down 19 of 25 drones launched overnight.",
        "Of 25 drones launched at Ukraine overnight, 19 were shot down.",
    ],
)
def test_a_share_of_weapons_is_told_from_all(read: Read, text: str) -> None:
    (weapon,) = read(text).reports[0].weapons
    assert (weapon.launched, weapon.intercepted) == (25, 19)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A lorry hit a bus near Poltava on Monday, killing five.", "accident"),
        ("Shelling of Kherson may resume, the governor said.", "modal"),
    ],
)
def test_what_is_no_attack_is_set_aside(read: Read, text: str, why: str) -> None:
    extraction = read(text)
    assert not extraction.reports
    assert {a.why for a in extraction.set_aside} == {why}


def test_a_vehicle_hit_by_a_weapon_is_a_strike(read: Read) -> None:
    assert only(read("A bus struck a mine near Timbuktu, killing four.")).event_type == "strike"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A Russian patrol boat was sunk off Odesa by a missile, killing two.", None),
        ("Russian and Ukrainian forces exchanged fire near Kupiansk.", None),
        ("Russian forces shelled the town of Kupiansk.", "RUS"),
    ],
)
def test_who_did_it_is_not_who_suffered_it(read: Read, text: str, side: str | None) -> None:
    assert only(read(text)).initiator == side


def test_an_army_that_says_it_struck_acts(read: Read) -> None:
    text = "Israel's military said on Tuesday it struck a weapons depot in Nabatieh."
    report = only(read(text))
    assert report.event_type == "strike"
    assert report.location.place is not None
    assert report.location.place.name == "Nabatieh"


def test_a_guess_on_another_continent_is_no_place(read: Read) -> None:
    report = only(read("A bomb went off on Red Bridge in Kherson, wounding one."))
    assert report.location.place is not None
    assert report.location.place.country == "UA"
