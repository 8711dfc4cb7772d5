"""English or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.text.language import is_english


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed when a missile hit a market in Sumy on Monday.",
        "Kostiantynivka: glide bombs, 1 dead, 4 injured. Sviatohirsk: 2 injured by a drone.",
        "Drone hits port",
        "Sumy region: a drone attacked a civilian car in Bilopillia, killing a married couple.\n\n"
        "Chernihiv region: a warehouse burned in Nizhyn after a strike, no one was hurt.",
        "12 34 56 78",
        "",
    ],
)
def test_english_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Внаслідок удару по ринку в Сумах загинули троє людей, повідомив мер міста.",
        "Drei Menschen wurden bei einem Angriff auf den Markt von Sumy getötet. Die "
        "Feuerwehr löschte den Brand, und der Bürgermeister sprach von einem schweren Tag.",
        "Trois personnes sont mortes dans une frappe sur le marché de la ville, selon le maire. "
        "Les secours sont sur place et les blessés ont été conduits à l'hôpital.",
        "Tres personas murieron en un ataque contra el mercado de la ciudad, según el alcalde. "
        "Los heridos fueron trasladados al hospital y las autoridades no dieron más datos.",
        "Trzy osoby zginęły w ataku na targ, jak podał mer miasta. W nocy nie było rannych, ale na "
        "miejscu są służby i trwa akcja ratunkowa, która się nie skończyła.",
        "قتل ثلاثة أشخاص في غارة على السوق",
    ],
    ids=["uk", "de", "fr", "es", "pl", "ar"],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_english(text) in (True, False)
