"""Ukrainian and Russian names, in the cases that their sentences put them into."""

import pytest

from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser
from mapper.toponym.cases import nominatives
from mapper.toponym.words import load


@pytest.fixture
def parser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser(gazetteer)


def _places(parser: Geoparser, text: str) -> list[tuple[str, str | None]]:
    return [(t.text, t.place.name if t.place else None) for t in parser.parse(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("У Києві пролунали вибухи.", [("Києві", "Kyiv")]),
        ("Удари по Харкову та в Одесі.", [("Харкову", "Kharkiv"), ("Одесі", "Odesa")]),
        ("Удар під Харковом.", [("Харковом", "Kharkiv")]),
        ("Сирени лунали у Львові.", [("Львові", "Lviv")]),
        ("До Тернополя з Чернівців.", [("Тернополя", "Ternopil"), ("Чернівців", "Chernivtsi")]),
        ("У Кривому Розі горить склад.", [("Кривому Розі", "Kryvyi Rih")]),
        ("Біля Білої Церкви збили дрон.", [("Білої Церкви", "Bila Tserkva")]),
        ("У Сумах і Рівному тихо.", [("Сумах", "Sumy"), ("Рівному", "Rivne")]),
        ("Люди виїхали до Польщі.", [("Польщі", "Poland")]),
        ("Из Белгорода в Курск.", [("Белгорода", "Belgorod"), ("Курск", "Kursk")]),
        ("Взрывы в Орле и Казани.", [("Орле", "Oryol"), ("Казани", "Kazan")]),
        ("Пожар в Нижнем Новгороде.", [("Нижнем Новгороде", "Nizhniy Novgorod")]),
        ("Пожар в Ростове-на-Дону.", [("Ростове-на-Дону", "Rostov-on-Don")]),
        ("Переговоры в Турции и Германии.", [("Турции", "Turkey"), ("Германии", "Germany")]),
        ("Харьков снова обстреляли.", [("Харьков", "Kharkiv")]),
    ],
    ids=[
        "Ukrainian locative", "dative", "instrumental", "a vowel that changes", "genitive",
        "an adjective and a noun", "genitive of both", "a plural and an adjective", "a country",
        "Russian genitive", "a vowel that falls out", "Russian adjective", "a first part",
        "Russian countries", "nominative",
    ],
)  # fmt: skip
def test_a_name_is_found_in_its_case(
    parser: Geoparser, text: str, found: list[tuple[str, str]]
) -> None:
    assert _places(parser, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("У Харківській області загинули двоє.", [("Харківській області", "Kharkiv Oblast")]),
        ("В Курской области сбиты дроны.", [("Курской области", "Kursk Oblast")]),
        (
            "В Сумській, Полтавській та Чернігівській областях.",
            [
                ("Сумській", "Sumy Oblast"),
                ("Полтавській", "Poltava Oblast"),
                ("Чернігівській областях", "Chernihiv Oblast"),
            ],
        ),
    ],
    ids=["Ukrainian", "Russian", "several share the word"],
)
def test_a_region_is_found_by_its_adjective(
    parser: Geoparser, text: str, found: list[tuple[str, str]]
) -> None:
    assert _places(parser, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Губернатор Вячеслав Гладков и Сергей Иванов молчат.",
        "Встреча с Ивановым и Петровым отложена.",
        "Путин заявил о Шевченко. Петров умер.",
        "Зеленський подякував Сирському.",
        "Война продолжается. Сирена звучала. Глава области сказал.",
        "Вибухи чули мешканці. Удар був сильний.",
    ],
    ids=["full names", "declined", "nominative", "like adjectives", "Russian", "Ukrainian"],
)
def test_people_and_ordinary_words_are_no_places(parser: Geoparser, text: str) -> None:
    assert _places(parser, text) == []


def test_a_word_is_its_own_first_nominative_and_long_words_do_no_harm() -> None:
    assert nominatives("Киев", load())[0] == "Киев"
    assert "Київ" in nominatives("Києві", load())
    assert "Україна" in nominatives("Укра\u0456\u0308ні", load())
    assert len(nominatives("Ж" * 100_000, load())) == 1
