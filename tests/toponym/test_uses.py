"""What a place name stands for: the place, its people, its government, or part of another name."""

import pytest

from mapper.gazetteer import Gazetteer
from mapper.toponym import recognise


def _use(text: str, name: str, gazetteer: Gazetteer) -> str:
    found = [t for top in recognise(text, gazetteer) for t in (top.inner or (top,))]
    return next(str(t.use) for t in found if t.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ukrainian drones hit a depot.", "Ukrainian"),
        ("A Syrian family lives there.", "Syrian"),
        ("Russians fled the town.", "Russians"),
        ("The French-built bridge held.", "French"),
    ],
    ids=["drones", "a family", "a people", "before a hyphen"],
)
def test_people_and_adjectives_are_demonyms(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert _use(text, name, gazetteer) == "demonym"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow said the raid had failed.", "Moscow"),
        ("Kyiv has repeatedly denied it.", "Kyiv"),
        ("Kyiv’s allies promised more shells.", "Kyiv"),
        ("The talks between Kyiv and Moscow broke down.", "Kyiv"),
        ("The talks between Kyiv and Moscow broke down.", "Moscow"),
        ("They want to put more pressure on Tehran.", "Tehran"),
        ("Moscow-installed officials left the town.", "Moscow"),
        ("Russia rejected the plan.", "Russia"),
    ],
    ids=[
        "said", "with an adverb", "allies", "talks between, first", "talks between, second",
        "pressure on", "installed", "a country rejects",
    ],
)  # fmt: skip
def test_governments_are_metonyms(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert _use(text, name, gazetteer) == "metonym"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kharkiv regional administration warned people.", "Kharkiv"),
        ("Gaza's health ministry counted nine dead.", "Gaza"),
        ("The mayor of Odesa went on television.", "Odesa"),
        ("Texas Governor Ann Miller spoke.", "Texas"),
        ("She teaches at the Kyiv School of Economics.", "Kyiv"),
        ("He works at the University of Nairobi.", "Nairobi"),
        ("The Azov brigade held the line.", "Azov"),
        ("The Lagos State Police Department said so.", "Lagos"),
        ("Russia's defence ministry reported it.", "Russia"),
    ],
    ids=[
        "an administration", "a ministry", "a mayor", "a governor before a name", "a school",
        "a university", "a brigade", "a police department", "a national ministry",
    ],
)  # fmt: skip
def test_names_inside_offices_and_organisations_are_embedded(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    found = [t for t in recognise(text, gazetteer) if name in t.text]
    assert {str(t.use) for t in found} <= {"embedded"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokesman in Kyiv said he knew nothing.", "Kyiv"),
        ("The port of Izmail burned.", "Izmail"),
        ("Missiles hit Kyiv overnight.", "Kyiv"),
        ("They live in Téra department.", "Téra"),
        ("He fled from Moscow to Riga.", "Moscow"),
    ],
    ids=["in before said", "a port", "the thing hit", "a division of that kind", "from and to"],
)
def test_the_place_itself_is_literal(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert _use(text, name, gazetteer) == "literal"
