"""Harm whose word is left out, and persons told by name and age."""

from collections.abc import Callable

import pytest

from mapper.report.model import Extraction

Read = Callable[..., Extraction]


def harm(extraction: Extraction, kind: str) -> dict[str, int | None]:
    """How many each place has, by its name."""
    return {
        report.location.place.name: getattr(report, kind).best
        for report in extraction.reports
        if report.location.place is not None and getattr(report, kind) is not None
    }


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param(
            "One person was killed in Kupiansk and two in Izium.",
            {"Kupiansk": 1, "Izium": 2},
            id="two places",
        ),
        pytest.param(
            "Two people were killed in Kadugli, three in Dilling and one in El Obeid.",
            {"Kadugli": 2, "Dilling": 3, "El Obeid": 1},
            id="a list",
        ),
        pytest.param(
            "The shelling killed two people in Kupiansk and three in Izium.",
            {"Kupiansk": 2, "Izium": 3},
            id="one word of harm in front",
        ),
        pytest.param(
            "Three people died in Kherson and another in Beryslav.",
            {"Kherson": 3, "Beryslav": 1},
            id="another",
        ),
        pytest.param(
            "The blast killed two women in Goma and three men in the street.",
            {"Goma": 5},
            id="no second place",
        ),
        pytest.param(
            "The army denied that two people were killed in Kupiansk and three in Izium.",
            {},
            id="denied with the word that it shares",
        ),
    ],
)
def test_a_number_without_a_word_of_harm_belongs_to_its_own_place(
    read: Read, text: str, killed: dict[str, int]
) -> None:
    assert harm(read(text), "killed") == killed


@pytest.mark.parametrize(
    ("people", "count"),
    [
        pytest.param("Olha Petrenko, 67, was", 1, id="name and age"),
        pytest.param("Anna Kovalenko, 41, and her 12-year-old daughter were", 2, id="and a child"),
        pytest.param("Ivan Bondar, 34, and his wife Maria, 31, were", 2, id="and a named wife"),
        pytest.param("Mariam, 30, and Ahmed, 4, were", 2, id="first names"),
        pytest.param("A teacher and her two pupils were", 3, id="a person and a number"),
        pytest.param("A man and two women were", 3, id="one and two"),
        pytest.param("A couple and their three children were", 5, id="a couple"),
    ],
)
def test_persons_are_counted_however_they_are_told(read: Read, people: str, count: int) -> None:
    assert harm(read(f"{people} killed in a strike on Sumy."), "killed") == {"Sumy": count}


def test_the_object_of_one_word_of_harm_is_no_part_of_the_next(read: Read) -> None:
    found = read("The strike on Sumy killed a man and two women were wounded.")
    assert harm(found, "killed") == {"Sumy": 1}
    assert harm(found, "injured") == {"Sumy": 2}
