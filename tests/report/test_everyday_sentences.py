"""Ordinary sentences: persons of any trade, nobody hurt, clauses that open with their place.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from mapper.dating import covered_period, find_dates, weekdays_within
from tests.report.conftest import WEDNESDAY, Read, Told, told


@pytest.mark.parametrize(
    ("subject", "killed"),
    [
        pytest.param("A father and son were", 2, id="a pair"),
        pytest.param("A reporter and his cameraman were", 2, id="his cameraman"),
        pytest.param("Two guards and a motorcycle-taxi rider were", 3, id="a trade behind people"),
        pytest.param("The groom and two guests were", 3, id="a trade in front of people"),
        pytest.param("A nurse, two patients and a guard were", 4, id="a list"),
        pytest.param("A boy of three, his grandmother and an uncle were", 3, id="with an age"),
        pytest.param("Twin girls, 6, and their grandmother were", 3, id="twins"),
        pytest.param("A 44-year-old beekeeper was", 1, id="an age before a trade"),
        pytest.param("The conductor was", 1, id="the conductor"),
        pytest.param("The crew was", None, id="a group"),
        pytest.param("A curfew was imposed and two people were", 2, id="a curfew is nobody"),
        pytest.param("The Chin National Defense Force and two men were", 2, id="a name is nobody"),
    ],
)
def test_subjects_are_counted(read: Read, subject: str, killed: int | None) -> None:
    text = f"A drone hit a bus in Nikopol on Tuesday. {subject} killed."
    assert [row[3] for row in told(read(text))][0] == killed


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        pytest.param("killing one and injuring another", (1, 1), id="injuring another"),
        pytest.param("leaving one dead and another badly hurt", (1, 1), id="another badly hurt"),
        pytest.param("wounding a 16-year-old", (None, 1), id="by age alone"),
        pytest.param("killing a village chief", (1, None), id="a trade of two words"),
        pytest.param("killing two guards and a porter", (3, None), id="joined to people"),
        pytest.param("killing a lieutenant and two of his men", (3, None), id="and his men"),
        pytest.param("killing two people before power was cut", (2, None), id="a clause behind"),
        pytest.param("killing two before he was shot dead", (2, None), id="he is another"),
        pytest.param("without causing any casualties", (0, 0), id="without any"),
        pytest.param("but did not hurt anyone", (0, 0), id="did not hurt anyone"),
        pytest.param("though no civilian casualties were reported", (None, None), id="of some"),
    ],
)
def test_objects_are_counted(
    read: Read, words: str, numbers: tuple[int | None, int | None]
) -> None:
    (row,) = told(read(f"A missile hit a house in Nikopol on Tuesday, {words}."))
    assert row[3:] == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nobody was killed or injured in the drone attack on Odesa on Tuesday.",
            [("strike", "Odesa", 16, 0, 0)],
            id="nobody in an attack",
        ),
        pytest.param(
            "There were no deaths, but eight people were hurt when a missile hit Dnipro Tuesday.",
            [("strike", "Dnipro", 16, 0, 8)],
            id="no deaths beside the hurt",
        ),
        pytest.param(
            "No fewer than nine people were wounded when a missile hit Dnipro on Tuesday.",
            [("strike", "Dnipro", 16, None, 9)],
            id="no fewer than",
        ),
        pytest.param(
            "No group has claimed Tuesday's attack on a mosque in Quetta, which killed eight.",
            [("strike", "Quetta", 16, 8, None)],
            id="claimed by nobody",
        ),
        pytest.param(
            "No missile hit the depot in Odesa on Tuesday, the mayor said.",
            [],
            id="no missile is a denial",
        ),
    ],
)
def test_nobody_is_no_denial(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A missile killed four people in Kherson on Tuesday, and in Bilozerka a drone wounded "
            "a driver.",
            [("strike", "Kherson", 16, 4, None), ("strike", "Bilozerka", 16, None, 1)],
            id="and in",
        ),
        pytest.param(
            "A mosque in Muzaffarabad was struck by missiles on Tuesday, leaving three dead, while "
            "in Kotli a girl and her brother, 18, were killed in their home.",
            [("strike", "Muzaffarabad", 16, 3, None), ("casualties", "Kotli", 16, 2, None)],
            id="while in",
        ),
        pytest.param(
            "Shelling killed two people in Kostiantynivka and wounded five in Kramatorsk Tuesday.",
            [("strike", "Kostiantynivka", 16, 2, None), ("strike", "Kramatorsk", 16, None, 5)],
            id="each behind its number",
        ),
        pytest.param(
            "Missiles struck mosques and homes on Tuesday and 26 people were killed, 13 of them at "
            "Bahawalpur.",
            [("strike", "Bahawalpur", 16, 13, None)],
            id="a part with its place",
        ),
        pytest.param(
            "Drones hit targets in the region overnight. Among them was an oil depot in Poltava.",
            [("strike", "Poltava", 17, None, None)],
            id="among them",
        ),
        pytest.param(
            "A bomb went off in Jamundí, to the south of Cali, on Tuesday.",
            [("strike", "Jamundí", 16, None, None)],
            id="to the south of",
        ),
        pytest.param(
            "Drones attacked Kharkiv and Sumy on Tuesday, damaging plants in all two cities.",
            [("strike", "Kharkiv", 16, None, None), ("strike", "Sumy", 16, None, None)],
            id="in all two cities sums up nothing",
        ),
    ],
)
def test_each_place_has_its_harm(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two brothers left Rafah on Tuesday. They were killed by a drone outside the city.",
            [("strike", "Rafah", 16, 2, None)],
            id="they",
        ),
        pytest.param(
            "Rebels entered Uvira on Monday. Fighting in the town left at least 14 people dead.",
            [("ground_attack", "Uvira", 15, 14, None)],
            id="fighting in the town",
        ),
        pytest.param(
            "It was a bad night for Sumy. Drones hit two blocks and four people were killed.",
            [("strike", "Sumy", 17, 4, None)],
            id="the place named last",
        ),
        pytest.param(
            "If the truce was meant for Nabatieh, it failed: a drone killed a shopkeeper there on "
            "Tuesday.",
            [("strike", "Nabatieh", 16, 1, None)],
            id="there in its own sentence",
        ),
        pytest.param(
            "Jets attacked Mandalay twice this week. On Tuesday a school was hit and two teachers "
            "died.",
            [("strike", "Mandalay", 16, 2, None)],
            id="a day of the week that was told",
        ),
        pytest.param(
            "Monday's wave followed one on Saturday, when drones hit the station in Fastiv.",
            [("strike", "Fastiv", 13, None, None)],
            id="the day in front of when",
        ),
        pytest.param(
            "Ternopil, 12 September. In the early hours a missile damaged a dormitory in the city.",
            [("strike", "Ternopil", 12, None, None)],
            id="a label with its day",
        ),
    ],
)
def test_what_a_sentence_leaves_open_is_near(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param(
            "On Tuesday a drone released a munition on a bus in Kherson full of prisoners.",
            ["strike"],
            id="a munition is released",
        ),
        pytest.param(
            "Soldiers pursued the militants on Tuesday and freed four hostages near Beni.",
            [],
            id="troops free hostages themselves",
        ),
        pytest.param(
            "Rebels freed 21 women in Maiduguri on Tuesday in exchange for four jailed commanders.",
            ["prisoner_swap"],
            id="in exchange for",
        ),
        pytest.param(
            "A Palestinian opened fire on soldiers near Tubas on Tuesday, killing two.",
            ["ground_attack"],
            id="somebody opens fire",
        ),
        pytest.param(
            "At least 32 miners died on Tuesday when a bridge collapsed at a copper mine near "
            "Kolwezi.",
            ["casualties"],
            id="a copper mine",
        ),
        pytest.param(
            "The government rejected as fake the posts which claimed that an airbase in Srinagar "
            "had been destroyed by missiles on Tuesday.",
            [],
            id="rejected as fake",
        ),
        pytest.param(
            "A car packed with explosives was rammed into the gate of the Cairo Hotel in Mogadishu "
            "on Tuesday.",
            ["strike"],
            id="a hotel called after a city",
        ),
    ],
)
def test_what_it_was(read: Read, text: str, types: list[str]) -> None:
    assert [r.event_type for r in read(text).reports] == types


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Odesa could see another drone attack this week.", id="could see"),
        pytest.param("Airline strikes hit Lisbon on Tuesday.", id="a strike of staff"),
        pytest.param("Two sides traded accusations over the hostages in Cairo.", id="accusations"),
        pytest.param("The Palestinian shot a goal in Amman on Tuesday.", id="a goal"),
    ],
)
def test_these_are_no_incidents(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Russian missiles hit Kyiv on Tuesday. They were fired from ships near Novorossiysk.",
            [("strike", "Kyiv", 16, None, None)],
            id="where they were fired from",
        ),
        pytest.param(
            "A drone hit a car on the Kharkiv-Chuhuiv highway on Tuesday.",
            [("strike", "Kharkiv", 16, None, None)],
            id="a road between two towns",
        ),
        pytest.param(
            "No journalists were hurt when a drone hit a hotel in Kharkiv on Tuesday.",
            [("strike", "Kharkiv", 16, None, None)],
            id="of others nothing is said",
        ),
        pytest.param(
            "There were no casualties among the military, but three men were killed in Izium.",
            [("casualties", "Izium", 17, 3, None)],
            id="none of some",
        ),
        pytest.param(
            "A drone killed a woman on Tuesday and a boiler room in Sumy caught fire.",
            [("strike", "Sumy", 16, 1, None)],
            id="a room is nobody",
        ),
        pytest.param(
            "In Izium a volunteer who drove bread to the last few hundred residents was killed by "
            "a drone on Tuesday.",
            [("strike", "Izium", 16, 1, None)],
            id="one who fed hundreds",
        ),
        pytest.param(
            "Five policemen were killed when militants stormed a post in Bannu on Monday, while "
            "three more died in a blast in Dera Ismail Khan on Tuesday.",
            [
                ("ground_attack", "Bannu", 15, 5, None),
                ("strike", "Dera Ismail Khan", 16, 3, None),
            ],
            id="three more elsewhere",
        ),
        pytest.param(
            "Three passengers of the Quetta-bound express were hurt on Tuesday when a bomb blew up "
            "the track near Mastung.",
            [("strike", "Mastung", 16, None, 3)],
            id="where a train was bound",
        ),
        pytest.param(
            "Armed men ambushed a convoy near Komanda on Tuesday. Two drivers were killed and two "
            "vehicles set on fire.",
            [("ground_attack", "Komanda", 16, 2, None)],
            id="what a fight burned",
        ),
        pytest.param(
            "Putin was in Beijing. The ministry said on Tuesday that two people were killed by a "
            "drone.",
            [("strike", None, 16, 2, None)],
            id="where somebody was",
        ),
    ],
)
def test_rules_do_not_reach_too_far(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


def test_a_digest_means_the_weekdays_of_its_days() -> None:
    text = "On Tuesday gunmen attacked Niena. On Friday the army struck back."
    mentions = find_dates(text, published=WEDNESDAY)
    spell = covered_period("Weekly brief (7-13 September)", text, mentions, WEDNESDAY)
    assert spell is not None
    days = [m.span.first.day for m in weekdays_within(mentions, spell) if m.span.first]
    assert days == [9, 12]


def test_a_title_with_a_day_of_its_own_covers_no_spell() -> None:
    assert covered_period("Attack on 7 September", "", [], WEDNESDAY) is None
