"""Which of several places a name means, and when nothing tells."""

import dataclasses
import itertools

import pytest

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geocoder import Surroundings, choose
from mapper.geoparser import Geoparser

SUMY, KHARKIV = "geonames:692196", "geonames:706482"
NORTH = Place(
    id="osm:node/1",
    name="Bilokamianske",
    kind=Kind.SETTLEMENT,
    lat=51.1,
    lon=34.3,
    country="UA",
    admin1="Sumy Oblast",
    admin1_id=SUMY,
)
SOUTH = dataclasses.replace(
    NORTH, id="osm:node/2", lat=49.6, lon=36.8, admin1="Kharkiv Oblast", admin1_id=KHARKIV
)
# The municipality around the northern village.
AROUND = dataclasses.replace(NORTH, id="osm:relation/3", kind=Kind.SUBREGION, lat=51.11)
ORDERS = list(itertools.permutations([NORTH, SOUTH, AROUND]))
KHARKIV_CITY = (49.98, 36.25)
POLTAVA_CITY = (49.59, 34.55)


@pytest.mark.parametrize("places", ORDERS)
def test_several_places_without_a_hint_are_ambiguous(
    gazetteer: Gazetteer, places: tuple[Place, ...]
) -> None:
    assert choose(places, Surroundings(), gazetteer) is None


@pytest.mark.parametrize("places", ORDERS)
@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (Surroundings(regions=frozenset({SUMY})), NORTH),
        (Surroundings(regions=frozenset({KHARKIV})), SOUTH),
        (Surroundings(regions=frozenset({SUMY, KHARKIV})), None),
        (Surroundings(points=(KHARKIV_CITY,)), SOUTH),
        (Surroundings(points=(POLTAVA_CITY,)), None),
        (Surroundings(kind_said="county"), AROUND),
        (Surroundings(kind_said="river"), None),
    ],
    ids=["region", "other region", "both", "near a town", "near none", "kind", "kind of none"],
)
def test_the_text_tells_which_in_whatever_order_they_come(
    gazetteer: Gazetteer,
    places: tuple[Place, ...],
    around: Surroundings,
    expected: Place | None,
) -> None:
    assert choose(places, around, gazetteer) == expected


def test_one_place_under_several_words_is_the_village(gazetteer: Gazetteer) -> None:
    assert choose([AROUND, NORTH], Surroundings(), gazetteer) == NORTH


def test_what_the_text_puts_elsewhere_is_not_the_place(gazetteer: Gazetteer) -> None:
    holder = gazetteer.place(SUMY)
    assert choose([SOUTH], Surroundings(holder=holder), gazetteer) is None
    assert choose([SOUTH, NORTH], Surroundings(holder=holder), gazetteer) == NORTH


def test_no_places_give_none(gazetteer: Gazetteer) -> None:
    assert choose([], Surroundings(points=(KHARKIV_CITY,)), gazetteer) is None


def parsed(gazetteer: Gazetteer, text: str, *places: Place) -> Place | None:
    asked: list[tuple[str, str | None]] = []

    def geocoder(name: str, country: str | None) -> tuple[Place, ...]:
        asked.append((name, country))
        return places

    found = Geoparser(gazetteer, geocoder).read(text)
    assert {(name.name, name.country) for name in found.unknown} == {
        (name, country) for name, country in asked if country is not None
    }
    return next(t.place for t in found.toponyms if t.text == "Bilokamianske")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit the village of Bilokamianske near Okhtyrka, Sumy region.", NORTH),
        ("A shell hit the village of Bilokamianske. Chuhuiv in Ukraine was hit too.", SOUTH),
        (
            "Sumy was calm, and so was all of Sumy region.\n\n"
            "Officials in Kharkiv said a shell hit the village of Bilokamianske.",
            SOUTH,
        ),
        ("Sumy and Kharkiv were calm. A shell hit the village of Bilokamianske.", None),
    ],
    ids=["region said", "town near", "own paragraph first", "nothing tells"],
)
def test_a_text_chooses_among_the_places_of_a_geocoder(
    gazetteer: Gazetteer, text: str, expected: Place | None
) -> None:
    place = parsed(gazetteer, text, SOUTH, NORTH)
    assert (place and place.id) == (expected and expected.id)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A shell hit the village of Bilokamianske near Kharkiv.", "UA"),
        ("A shell hit the village of Bilokamianske in Russia's Kursk region.", "RU"),
        ("A shell hit the village of Bilokamianske.", None),
        ("Kharkiv and Belgorod burned. A shell hit the village of Bilokamianske.", None),
    ],
    ids=["a town", "a region said", "nothing", "two countries alike"],
)
def test_a_name_is_looked_for_in_the_country_of_the_text(
    gazetteer: Gazetteer, text: str, country: str | None
) -> None:
    found = Geoparser(gazetteer).read(text)
    names = [(name.name, name.country) for name in found.unknown]
    assert names == ([] if country is None else [("Bilokamianske", country)])
