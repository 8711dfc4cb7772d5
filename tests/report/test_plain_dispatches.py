"""What plain agency copy says in passing: care, wishes, figures of speech, masses, datelines."""

import datetime as dt
from collections.abc import Callable

import pytest

from mapper.report.model import Extraction, Report

Read = Callable[..., Extraction]


def told(extraction: Extraction) -> list[tuple[str, str | None]]:
    return [
        (r.event_type, r.location.place.name if r.location.place is not None else None)
        for r in extraction.reports
    ]


def only(extraction: Extraction) -> Report:
    (report,) = extraction.reports
    return report


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "A guard died at a clinic in Cali after a bomb went off in Mondomo.", id="clinic"
        ),
        pytest.param(
            "Two of the wounded succumbed at the Trauma Centre in Cali after a bomb exploded "
            "in Mondomo.",
            id="trauma centre",
        ),
        pytest.param(
            "A bomb injured his wife in Mondomo, and she was taken to hospital in Cali.",
            id="taken to hospital",
        ),
    ],
)
def test_a_place_of_treatment_is_not_where_it_happened(read: Read, text: str) -> None:
    assert {place for _, place in told(read(text))} == {"Mondomo"}


def test_a_hospital_that_was_hit_is_where_it_happened(read: Read) -> None:
    assert told(read("A missile hit a hospital in Kharkiv, wounding nine.")) == [
        ("strike", "Kharkiv")
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(
            "Protesters marched in Haifa for the release of the captives.", "modal", id="a wish"
        ),
        pytest.param("Petrol prices have exploded in Lagos.", "figure", id="prices"),
        pytest.param(
            "More than 6,000 people have been killed in Cabo Delgado.", "total", id="a mass"
        ),
        pytest.param(
            "A tanker explosion in Ibadan which killed three people was caused by a crash.",
            "accident",
            id="a crash",
        ),
        pytest.param("Kherson has been attacked repeatedly.", "habit", id="repeatedly"),
    ],
)
def test_what_is_no_incident_is_set_aside_with_the_reason(read: Read, text: str, why: str) -> None:
    found = read(text)
    assert found.reports == ()
    assert [aside.why for aside in found.set_aside] == [why]


def test_what_was_worst_since_a_day_does_not_tell_of_that_day_as_of_today(read: Read) -> None:
    text = "The strike on Sumy was the deadliest since January 2023, when 13 people died."
    assert only(read(text, published=dt.date(2025, 5, 14))).killed is None


def test_the_day_on_which_the_wounded_died_is_not_that_of_the_attack(read: Read) -> None:
    text = (
        "The number of people killed in an air attack on Nuseirat has reached 11, medics said, "
        "after two of the wounded died on Monday."
    )
    report = only(read(text, published=dt.date(2025, 8, 27)))
    assert report.killed is not None
    assert report.killed.best == 11
    assert report.injured is None
    assert report.date.first != dt.date(2025, 8, 25)


def test_a_dateline_in_small_letters_is_no_place_of_the_event(read: Read) -> None:
    text = "Pemba — Insurgents killed four people in an attack on a village in Macomia on Monday."
    assert told(read(text)) == [("ground_attack", "Macomia")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "And in the municipality of El Tambo, drones dropped grenades on a post in the canyon "
            "of the Zxcvay river, wounding three soldiers.",
            "El Tambo",
            id="a small word before the opening, an unknown river behind",
        ),
        pytest.param(
            "In neighbouring Daraa, artillery shelled farmland on the outskirts of Nawa.",
            "Nawá",
            id="a seat that stands for its region",
        ),
        pytest.param(
            "Gunmen attacked the community of Kenscoff, in the hills above Haiti's capital, "
            "killing five people.",
            "Kenscoff",
            id="described by a capital",
        ),
        pytest.param(
            "Drones hit a chemical plant in the southern region of Stavropol.",
            "Stavropol Krai",
            id="a region that lies in the south",
        ),
    ],
)
def test_the_place_is_the_one_that_the_words_mean(read: Read, text: str, place: str) -> None:
    assert {name for _, name in told(read(text))} == {place}


def test_the_same_night_is_that_of_the_event_told_before(read: Read) -> None:
    text = (
        "A missile hit Kremenchuk on Monday, the police said on Thursday. "
        "The same night a substation in Myrhorod was struck by drones."
    )
    days = {r.date.first for r in read(text, published=dt.date(2025, 10, 17)).reports}
    assert days == {dt.date(2025, 10, 13)}


def test_strikes_spoken_of_again_are_no_further_ones(read: Read) -> None:
    text = "Missiles hit Sumy and Okhtyrka. The strikes came before dawn on Monday."
    assert told(read(text)) == [("strike", "Sumy"), ("strike", "Okhtyrka")]


def test_money_is_no_people(read: Read) -> None:
    text = "The state pays Rs5 million to the families of the dead in Quetta."
    assert read(text).reports == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Gunmen killed 12 soldiers in an assault on a camp in Bandiagara, central Mali.",
            "Bandiagara",
            id="a part of the country around it",
        ),
        pytest.param(
            "Bandits attacked a village in Tsafe Local Government Area of Zamfara State, killing "
            "eight residents.",
            "Tsafe",
            id="a local government area",
        ),
        pytest.param(
            "South of El Obeid, gunmen raided a village near El Rahad and killed five farmers.",
            "Er Rahad",
            id="an article that is spelt by ear",
        ),
        pytest.param(
            "Gunmen killed eight people at a family gathering in Guayaquil.",
            "Guayaquil",
            id="a family gathering",
        ),
    ],
)
def test_the_place_is_found_behind_its_surroundings(read: Read, text: str, place: str) -> None:
    assert {name for _, name in told(read(text))} == {place}


def test_an_earlier_attack_is_no_further_one(read: Read) -> None:
    text = (
        "Bombs killed two people in Zaporizhzhia, as crews in Kryvyi Rih ended their search for "
        "victims of an earlier missile attack."
    )
    assert [place for _, place in told(read(text))] == ["Zaporizhzhia"]


def test_each_place_has_its_own_number_of_drones_brought_down(read: Read) -> None:
    text = "Air defences shot down 12 drones over the Rostov region and four over the Sea of Azov."
    downed = [(r.location.place, r.weapons[0].intercepted) for r in read(text).reports]
    assert [(p.name if p else None, n) for p, n in downed] == [
        ("Rostov Oblast", 12),
        ("Sea of Azov", 4),
    ]
