"""What is a place name in running text and what only looks like one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer
from mapper.toponym import Toponym, recognise


def _names(text: str, gazetteer: Gazetteer) -> list[str]:
    found: list[Toponym] = []
    for toponym in recognise(text, gazetteer):
        found.extend(toponym.inner or [toponym])
    return [toponym.text for toponym in found if toponym.use != "demonym"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A drone fell on a farm near Sumy.", ["Sumy"]),
        ("The dead were taken to Chernihiv and Gomel.", ["Chernihiv", "Gomel"]),
        ("Shells hit Kupiansk, Lyptsi and Chuhuiv in Ukraine's Kharkiv region.",
         ["Kupiansk", "Lyptsi", "Chuhuiv", "Ukraine", "Kharkiv"]),
        ("KYIV, Aug 3 (Agency) - Two people died.", ["KYIV"]),
        ("The U.S. and the UK agreed; so did the UAE.", ["U.S.", "UK", "UAE"]),
        ("Fighting went on in Port-au-Prince and in Guinea-Bissau.",
         ["Port-au-Prince", "Guinea-Bissau"]),
        ("Rescuers in Deir al-Balah found two bodies.", ["Deir al-Balah"]),
        ("Kyiv-based analysts doubted it.", ["Kyiv"]),
        ("Удар по місту Харків забрав двох людей.", ["Харків"]),
        ("Вибухи у Харкові та Одесі, сказали в Києві.", ["Харкові", "Одесі", "Києві"]),
        ("He was born in Rio de Janeiro and lives in Dar es Salaam.",
         ["Rio de Janeiro", "Dar es Salaam"]),
        ("Trains to Lviv’s main station were late.", ["Lviv"]),
        ("A missile hit Kupiansk on Tuesday.", ["Kupiansk"]),
        ("Balakliia was hit by a missile.", ["Balakliia"]),
        ("Militants seized Oicha on Tuesday.", ["Oicha"]),
        ("He drove to Shreveport, La. and back to Tyler, Texas.",
         ["Shreveport", "La.", "Tyler", "Texas"]),
    ],
    ids=[
        "a town after a preposition", "two towns", "a list with its region", "a dateline",
        "abbreviated countries", "hyphens inside names", "a small article inside",
        "a hyphen behind a name", "Cyrillic", "Cyrillic in other cases", "particles inside names",
        "a curly possessive",
        "what a missile hits", "hit by a missile", "what militants seize",
        "an abbreviated state",
    ],
)  # fmt: skip
def test_place_names_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert _names(text, gazetteer) == names


@pytest.mark.parametrize(
    "text",
    [
        "Jack London wrote it and Chelsea Clinton read it.",
        "Paris Arvanitis, who fled last year, came back.",
        "“I never saw it,” said Georgia Lindqvist. Georgia has two sons.",
        "Sofia Izmailova, 71, lost her house.",
        "Mr Lincoln and Mrs Washington were not at home.",
        "The cruiser Moskva and the landing ship Novocherkassk sank.",
        "Dynamo Kyiv drew with Real Madrid.",
        "Patriot missiles and Tomahawks were promised.",
        "He reads the Moscow Times and the Washington Post.",
        "Police said March was worse. Most of the dead were children. Of them two were twins.",
        "It cost US$40 million.",
        "The pro-Western camp lost.",
    ],
    ids=[
        "persons with a given name", "a person with a clause", "a person's given name later on",
        "a person with an age", "persons with a title", "ships", "football clubs", "weapons",
        "newspapers", "ordinary words at the head of a sentence", "a currency", "a direction alone",
    ],
)  # fmt: skip
def test_people_things_and_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert _names(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mortars fell on the village of Brzbrkove on Friday.", "Brzbrkove", "village"),
        ("Three died in Zlatoplyn, Ukraine, on Friday.", "Zlatoplyn", None),
        ("A lorry overturned on Brambleton Road on Friday.", "Brambleton Road", "road"),
    ],
    ids=["after the village of", "before its country", "a street"],
)
def test_a_name_that_the_gazetteer_lacks_is_found_by_its_surroundings(
    gazetteer: Gazetteer, text: str, name: str, kind: str | None
) -> None:
    found = {t.text: t for t in recognise(text, gazetteer)}
    assert found[name].kind_said == kind


def test_a_small_town_is_believed_when_the_text_is_about_its_country(
    gazetteer: Gazetteer,
) -> None:
    text = "In Odesa and Lviv it was calm, Ukraine said. Reni spent a quiet night."
    assert "Reni" in _names(text, gazetteer)


HOSTILE = [
    "",
    "\x00Kyiv\x00 was hit",
    "\ud800 Kyiv \udfff",
    "\u202eKyiv\u202c near Sumy",
    "Ky\u0301iv and Ｋｙｉｖ",
    "K" * 200_000,
    "Kyiv" * 50_000,
    "Kyiv " * 20_000,
    "-" * 100_000,
    "Kyiv-" * 20_000,
    "the capital " * 5_000,
    "( " * 50_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_gives_true_spans_and_no_error(gazetteer: Gazetteer, text: str) -> None:
    for toponym in recognise(text, gazetteer):
        assert text[toponym.start : toponym.end] == toponym.text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            ["Kyiv", "the", "northern", "Ukraine", "border", "'s", ",", ".", "and", "Sumy"]
            + ["region", "12", "km", "south", "of", "capital", "\n", "-", "(", "Governor"]
            + ["said", "Paris", "St", "é"]
        ) | st.text(max_size=5),
        max_size=25,
    )
)  # fmt: skip
def test_spans_are_in_order_and_do_not_overlap(gazetteer: Gazetteer, words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for toponym in recognise(text, gazetteer):
        assert toponym.start >= end
        assert text[toponym.start : toponym.end] == toponym.text
        assert all(toponym.start <= i.start < i.end <= toponym.end for i in toponym.inner)
        end = toponym.end
