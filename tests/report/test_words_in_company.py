"""What a word means beside others: a bus bombing, grenades of gunmen, a claim called fantasy.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "sub_type", "target"),
    [
        pytest.param(
            "Ten died in a bus bombing in Quetta on Tuesday.", "explosion", "bus", id="bus"
        ),
        pytest.param(
            "Ten died in the bombing of a fuel depot in Sumy on Tuesday.",
            "airstrike",
            "fuel depot",
            id="of a depot",
        ),
        pytest.param(
            "A suicide bombing killed ten people in Quetta on Tuesday.",
            "explosion",
            None,
            id="suicide bombing",
        ),
    ],
)
def test_who_bombs(read: Read, text: str, sub_type: str, target: str | None) -> None:
    (report,) = read(text).reports
    assert (report.sub_type, report.target) == (sub_type, target)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rebels opened fire on a post in Corinto with rifles and lobbed grenades on Tuesday, "
            "killing two policemen.",
            [("ground_attack", "Corinto", 16, 2, None)],
            id="grenades of gunmen",
        ),
        pytest.param(
            "A woman wounded when a drone hit a bus in Kherson on Monday has died, bringing the "
            "number of people killed to three.",
            [("strike", "Kherson", 15, 3, None)],
            id="who died was wounded",
        ),
        pytest.param(
            "Two people were wounded when a drone hit a bus in Kherson on Monday and one has died.",
            [("strike", "Kherson", 15, 1, 2)],
            id="others were wounded",
        ),
        pytest.param(
            "Over the past day Russian attacks killed three people and wounded 12 in the Donetsk "
            "region.",
            [("strike", "Donetsk Oblast", 16, 3, 12)],
            id="the past day",
        ),
        pytest.param(
            "The mayor said a policeman had died when his car blew up in Melitopol on Tuesday.",
            [("strike", "Melitopol", 16, 1, None)],
            id="no collision",
        ),
        pytest.param(
            "Russian gunners on the far bank opened fire on a queue in Kherson on Tuesday, killing "
            "two women.",
            [("strike", "Kherson", 16, 2, None)],
            id="gunners",
        ),
        pytest.param(
            "A petrol station attendant lost an arm when a drone exploded in Poltava on Tuesday.",
            [("strike", "Poltava", 16, None, 1)],
            id="lost an arm",
        ),
        pytest.param(
            "The mayor said five people had been taken to hospital from the Holosiivskyi district, "
            "where debris of a drone punched through a roof on Tuesday.",
            [("strike", "Holosiiv", 16, None, 5)],
            id="from where they were taken",
        ),
        pytest.param(
            "The insurgents came to Mocímboa da Praia by boat on Tuesday; 11 fishermen were "
            "beheaded.",
            [("ground_attack", "Mocímboa da Praia", 16, 11, None)],
            id="where those came who attacked",
        ),
    ],
)
def test_what_happened(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Poltava has been attacked less often than Sumy.", id="less often"),
        pytest.param("Poltava was shelled more frequently in spring.", id="more frequently"),
        pytest.param(
            "It was claimed that a train was hit in Pavlohrad and that forty soldiers were killed; "
            "a spokeswoman called this fantasy.",
            id="called fantasy",
        ),
        pytest.param(
            "Claims that a missile had hit a school in Poltava were dismissed as a lie.",
            id="dismissed as a lie",
        ),
        pytest.param(
            "Intelligence showed that fighters were massing to attack Damboa.", id="massing to"
        ),
        pytest.param("What do you remember of the attack in Bogotá?", id="a question"),
        pytest.param(
            "Bloggers shared a two-year-old video of an explosion in Gaza City.", id="an old video"
        ),
        pytest.param("They ran in Cartagena because they thought it was a bombing.", id="thought"),
        pytest.param(
            "The air force dropped leaflets over Tal Afar on Tuesday.", id="leaflets are no bombs"
        ),
        pytest.param(
            "On Tuesday 41 people were taken out of the Vovchansk community.", id="taken out of"
        ),
        pytest.param(
            "A court in Kyiv sentenced a lieutenant in absentia on Tuesday for the shelling of "
            "Bucha.",
            id="a sentence",
        ),
        pytest.param(
            "Two explosions were heard in Sevastopol on Tuesday. It was a training exercise.",
            id="it was an exercise",
        ),
        pytest.param(
            "Police arrested two teenagers in Dnipro who are suspected of shelling a post.",
            id="suspected of",
        ),
    ],
)
def test_these_did_not_happen(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_what_nobody_called_a_lie_happened(read: Read) -> None:
    text = "A missile hit a school in Poltava on Tuesday, killing two, and he called it a crime."
    assert told(read(text)) == [("strike", "Poltava", 16, 2, None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Gunmen attacked Tor-Donga, a farming settlement in Katsina-Ala in Nigeria's Benue "
            "State, on Tuesday, killing two people.",
            "Katsina-Ala",
            id="no part of a name",
        ),
        pytest.param(
            "Rebels killed two people on Tuesday at Mbimbi, a locality about five kilometres from "
            "the commune of Oicha, in Beni territory (North Kivu).",
            "Oicha",
            id="how far from what is known",
        ),
        pytest.param(
            "A raid on Hokk (Bokkos LGA) in Nigeria's Plateau State left two people dead on "
            "Tuesday.",
            "Bokkos",
            id="in brackets",
        ),
        pytest.param(
            "Gunmen killed two people on the Kaya-Dori road in Burkina Faso on Tuesday.",
            "Kaya",
            id="a road between two towns",
        ),
    ],
)
def test_unknown_villages_are_where_they_are_said_to_be(read: Read, text: str, place: str) -> None:
    assert [row[1] for row in told(read(text))] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Seven people were wounded in Konotop on Tuesday. A drone struck a grain elevator.",
            [("strike", "Konotop", 16, None, 7)],
            id="what hurt them",
        ),
        pytest.param(
            "Seven people were wounded in Konotop on Tuesday. A drone struck a shop in Sumy.",
            [("casualties", "Konotop", 16, None, 7), ("strike", "Sumy", 16, None, None)],
            id="elsewhere",
        ),
        pytest.param(
            "Drones hit Izmail and Kiliya on Tuesday. In Kiliya a customs officer was wounded.",
            [("strike", "Izmail", 16, None, None), ("strike", "Kiliya", 16, None, 1)],
            id="one of two places",
        ),
    ],
)
def test_one_happening_in_two_sentences(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("since Monday, when missiles struck its pumps.", 15, id="since then, when"),
        pytest.param("a day after Sunday's missile strike on its pumps.", 14, id="its own day"),
    ],
)
def test_the_day_of_the_words_behind_it(read: Read, text: str, day: int) -> None:
    (report,) = read(
        f"The people of Shostka were without water, the mayor of Shostka said, {text}"
    ).reports
    assert report.date.first is not None
    assert report.date.first.day == day


def test_last_fall_is_history(read: Read) -> None:
    assert told(read("Last fall she worked on a strike in Izium that killed six.")) == []


def test_a_fall_of_something_is_no_season(read: Read) -> None:
    text = "After the fall of Avdiivka a missile hit Kurakhove on Tuesday, killing two."
    assert told(read(text)) == [("strike", "Kurakhove", 16, 2, None)]
