"""People hurt in words and orders that reports use: whose harm it is, how many, and nobody.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Debris of a drone shot down over Voronezh set fire to a roof on Tuesday. Nobody was "
            "hurt, the governor said.",
            [("interception", "Voronezh", 16, None, None), ("strike", "Voronezh", 16, 0, 0)],
            id="debris of what was shot down",
        ),
        pytest.param(
            "A drone hit a kindergarten in Odesa on Tuesday.\n\nThe building was empty and no one "
            "was injured.",
            [("strike", "Odesa", 16, 0, 0)],
            id="in the next paragraph",
        ),
        pytest.param(
            "Mortars shelled Nikopol on Tuesday. There were no casualties among residents.",
            [("strike", "Nikopol", 16, 0, 0)],
            id="all of them",
        ),
        pytest.param(
            "Mortars shelled Nikopol on Tuesday. There were no casualties among the military.",
            [("strike", "Nikopol", 16, None, None)],
            id="only some of them",
        ),
        pytest.param(
            "Drones hit Odesa and Izmail on Tuesday. One docker was killed in Izmail; there were "
            "no casualties in Odesa.",
            [("strike", "Odesa", 16, 0, 0), ("strike", "Izmail", 16, 1, None)],
            id="in one of two places",
        ),
        pytest.param(
            "Substations in Poltava and Kremenchuk were hit on Tuesday. No one was hurt in either "
            "place.",
            [("strike", "Poltava", 16, 0, 0), ("strike", "Kremenchuk", 16, 0, 0)],
            id="in several places",
        ),
        pytest.param(
            "A tanker in Novorossiysk was hit by sea drones on Tuesday. All 22 members of the crew "
            "were taken off unhurt.",
            [("strike", "Novorossiysk", 16, 0, 0)],
            id="unhurt",
        ),
        pytest.param(
            "A van came under drone attack in Kherson on Tuesday, leaving two officers with "
            "concussion. The pensioner they were carrying was unharmed.",
            [("strike", "Kherson", 16, None, 2)],
            id="one of several who were hurt",
        ),
    ],
)
def test_nobody_was_hurt(read: Read, text: str, expected: list[Told]) -> None:
    assert sorted(told(read(text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A missile struck Pavlohrad on Tuesday, killing two workers on the spot, and a third "
            "died in surgery.",
            [("strike", "Pavlohrad", 16, 3, None)],
            id="a third",
        ),
        pytest.param(
            "Prosecutors lowered the toll of Tuesday's strike on a market in Zaporizhzhia from six "
            "dead to five.",
            [("strike", "Zaporizhzhia", 16, 5, None)],
            id="a toll that was lowered",
        ),
        pytest.param(
            "A family of four was wiped out when a Shahed hit their house in Bohodukhiv on "
            "Tuesday.",
            [("strike", "Bohodukhiv", 16, 4, None)],
            id="a family",
        ),
        pytest.param(
            "A missile hit Kherson on Tuesday. Her neighbour from the floor above did not survive.",
            [("strike", "Kherson", 16, 1, None)],
            id="somebody with words behind",
        ),
        pytest.param(
            "A man lost his right foot when a mine went off near Izium on Tuesday. In Sumy a drone "
            "hit a bus on Tuesday, and two women were hit in the legs.",
            [("strike", "Izium", 16, None, 1), ("strike", "Sumy", 16, None, 2)],
            id="limbs",
        ),
        pytest.param(
            "A drone struck a house in Sumy on Tuesday. Three people died, one of them a child, "
            "and eleven were injured.",
            [("strike", "Sumy", 16, 3, 11)],
            id="one of them",
        ),
        pytest.param(
            "A drone hit a train in Kharkiv on Tuesday. The driver was killed, and his assistant "
            "and a conductor were wounded.",
            [("strike", "Kharkiv", 16, 1, 2)],
            id="his assistant",
        ),
        pytest.param(
            "A missile hit Kharkiv on Tuesday. A locksmith and his mother-in-law were killed.",
            [("strike", "Kharkiv", 16, 2, None)],
            id="kin of somebody by trade",
        ),
        pytest.param(
            "A drone hit a minibus in Kramatorsk on Tuesday. Two volunteers, a married couple, "
            "died, and two others, a medic and a teacher, were shot in the legs.",
            [("strike", "Kramatorsk", 16, 2, 2)],
            id="told by who they are",
        ),
        pytest.param(
            "A shell hit a mosque in Omdurman on Tuesday. The imam was killed, and so were three "
            "boys.",
            [("strike", "Omdurman", 16, 4, None)],
            id="so were",
        ),
        pytest.param(
            "Kherson was shelled on Tuesday. A street sweeper was killed and a trolleybus driver "
            "died in hospital. A third man escaped with wounds.",
            [("strike", "Kherson", 16, 2, 1)],
            id="one and one",
        ),
        pytest.param(
            "A 16-year-old was shot dead by soldiers during a raid in Jenin on Tuesday.",
            [("ground_attack", "Jenin", 16, 1, None)],
            id="by age alone",
        ),
        pytest.param(
            "Russia and Ukraine gave each other back 180 prisoners apiece on Tuesday, most of them "
            "sick or wounded.",
            [("prisoner_swap", None, 16, None, None)],
            id="prisoners who were ill",
        ),
    ],
)
def test_how_many(read: Read, text: str, expected: list[Told]) -> None:
    assert sorted(told(read(text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In the town of Balashikha, outside the city of Moscow, a missile demolished two homes "
            "on Tuesday, killing two people.",
            [("strike", "Balashikha", 16, 2, None)],
            id="outside a city",
        ),
        pytest.param(
            "On Tuesday drones struck El Obeid, where five mourners were killed, and Kadugli, "
            "where a pharmacy was destroyed and three people were injured.",
            [("strike", "El Obeid", 16, 5, None), ("strike", "Kadugli", 16, None, 3)],
            id="where",
        ),
        pytest.param(
            "Russian forces killed three civilians on Tuesday: two in Kostiantynivka and one in "
            "Druzhkivka.",
            [
                ("casualties", "Kostiantynivka", 16, 2, None),
                ("casualties", "Druzhkivka", 16, 1, None),
            ],
            id="parts behind a colon",
        ),
        pytest.param(
            "Russian troops shelled Kherson, Bilozerka and Beryslav on Tuesday. In Kherson two "
            "people were killed; a woman was wounded in Bilozerka, while in Beryslav a barn was "
            "damaged.",
            [
                ("strike", "Kherson", 16, 2, None),
                ("strike", "Bilozerka", 16, None, 1),
                ("strike", "Beryslav", 16, None, None),
            ],
            id="the seat of a region",
        ),
        pytest.param(
            "Berths in Novorossiysk were damaged by naval drones on Tuesday, the Krasnodar crisis "
            "centre said, adding that three sailors had been hurt.",
            [("strike", "Novorossiysk", 16, None, 3)],
            id="an office that speaks",
        ),
        pytest.param(
            "In Donetsk, the city held by separatists since 2014, shells landed on a market on "
            "Tuesday, killing six civilians.",
            [("strike", "Donetsk", 16, 6, None)],
            id="since when something else holds",
        ),
        pytest.param(
            "The drones were flying on to Kropyvnytskyi. There, on Tuesday, one struck a depot and "
            "injured two people.",
            [("strike", "Kropyvnytskyi", 16, None, 2)],
            id="there",
        ),
        pytest.param(
            "Moscow-appointed officials in Enerhodar said Ukrainian drones had damaged a power "
            "line there on Tuesday.",
            [("strike", "Enerhodar", 16, None, None)],
            id="officials appointed elsewhere",
        ),
        pytest.param(
            "Three people were injured in Nikopol when Russian forces shelled the bank of the "
            "Dnipro on Tuesday.",
            [("strike", "Nikopol", 16, None, 3)],
            id="a river",
        ),
        pytest.param(
            "Drones hit a depot in Sumy. Police said it happened on Monday.",
            [("strike", "Sumy", 15, None, None)],
            id="when it was",
        ),
        pytest.param(
            "On Tuesday, security forces carried out an operation in Mir Ali. Nine militants were "
            "killed.",
            [("ground_attack", "Mir Ali", 16, 9, None)],
            id="an operation",
        ),
        pytest.param(
            "Armed men stopped two buses near Gondar on Tuesday. Five passengers were killed.",
            [("ground_attack", "Gondar", 16, 5, None)],
            id="armed men",
        ),
        pytest.param(
            "**Sumy region**\n\nIn Konotop the sirens went on Tuesday. In the evening a drone hit "
            "a warehouse, and two people were wounded.",
            [("strike", "Konotop", 16, None, 2)],
            id="a town below a region",
        ),
        pytest.param(
            "Monitors recorded 214 civilian deaths in North Kordofan between 8 and 14 September.",
            [("casualties", "North Kordofan", 8, 214, None)],
            id="a monitor's count",
        ),
        pytest.param(
            "Shells fell on Nikopol on the tenth of September, killing a man.",
            [("strike", "Nikopol", 10, 1, None)],
            id="a day as a word",
        ),
    ],
)
def test_whose_harm_it_is(read: Read, text: str, expected: list[Told]) -> None:
    assert sorted(told(read(text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "There was talk on Tuesday that the dam in Kamianske had been hit. This is a lie.",
        "Posts spread on Tuesday about a hit on the port of Tuapse. The mayor called it a fake.",
        "Police seized two tonnes of cocaine in Maiduguri on Tuesday.",
        "Soldiers slaughtered 40 goats in Maiduguri on Tuesday.",
    ],
)
def test_what_was_none(read: Read, text: str) -> None:
    assert told(read(text)) == []


CHRONICLE = """Chronicle of attacks

Friday, 5 September

A drone hit a bus in Kherson on Friday, killing two people.

Saturday, 6 September

Shelling of Nikopol overnight wounded three people. Early on Saturday a missile hit Kharkiv.
"""


def test_a_chronicle_counts_weekdays_from_its_days(read: Read) -> None:
    assert told(read(CHRONICLE)) == [
        ("strike", "Kherson", 5, 2, None),
        ("strike", "Nikopol", 6, None, 3),
        ("strike", "Kharkiv", 6, None, None),
    ]


LIVE = """14:20

Seventeen people were injured in this morning's strike on Kharkiv, the mayor says.

08:30

Glide bombs have hit Kharkiv. Six people were injured, the mayor says.
"""


def test_a_number_that_a_later_entry_raises_is_marked(read: Read) -> None:
    injured = {r.injured.best: r.injured.outgrown for r in read(LIVE).reports if r.injured}
    assert injured == {17: False, 6: True}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            # Two villages of the name are known, both in other regions.
            "In Novosofiivka, near the city of Zaporizhzhia, a missile demolished two homes on "
            "Tuesday.",
            "Zaporizhzhia",
            id="a village said to be near a city",
        ),
        pytest.param(
            "Two grenades went off in Goma on Tuesday. In the Magdalena neighbourhood of the city "
            "a bar was hit.",
            "Goma",
            id="a quarter",
        ),
    ],
)
def test_a_namesake_far_away_is_not_meant(read: Read, text: str, place: str) -> None:
    assert {name for _, name, *_ in told(read(text))} == {place}
