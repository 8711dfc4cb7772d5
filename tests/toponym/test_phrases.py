"""What the words around a name add: kind, container, distance, composed places."""

import pytest

from mapper.gazetteer import Gazetteer
from mapper.toponym import Toponym, recognise


def _only(text: str, part: str, gazetteer: Gazetteer) -> Toponym:
    (found,) = [t for t in recognise(text, gazetteer) if part in t.text]
    return found


def test_a_plural_kind_holds_for_the_whole_list(gazetteer: Gazetteer) -> None:
    text = "Alerts sounded in the Sumy, Poltava and Kharkiv regions, and in Odesa."
    assert [(t.text, t.kind_said) for t in recognise(text, gazetteer)] == [
        ("Sumy", "region"),
        ("Poltava", "region"),
        ("Kharkiv", "region"),
        ("Odesa", None),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("a bridge in the Kherson region", "Kherson", "region"),
        ("in the village of Zolotarivka", "Zolotarivka", "village"),
        ("in the towns of Bakhmut and Soledar", "Soledar", "town"),
        ("fighting in the Kupiansk sector", "Kupiansk", "sector"),
        ("the Obolon district of Kyiv", "Obolon", "district"),
        ("the Kyiv City Military Administration", "Kyiv", None),
    ],
    ids=["region", "village", "towns", "sector", "district", "part of an office"],
)
def test_the_kind_that_the_text_says(
    gazetteer: Gazetteer, text: str, name: str, kind: str | None
) -> None:
    found = {t.text: t.kind_said for t in recognise(text, gazetteer)}
    assert found[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "outer"),
    [
        ("A shop in Zolochiv, Kharkiv region, burned.", "Zolochiv", "Kharkiv"),
        ("A market in the Saltivskyi district of Kharkiv burned.", "Saltivskyi", "Kharkiv"),
        ("A man died in Ukraine's Chernihiv region.", "Chernihiv", "Ukraine"),
        ("A fire broke out in Paris, Texas.", "Paris", "Texas"),
    ],
    ids=["after a comma", "district of", "possessive", "town and state"],
)
def test_the_container_that_the_text_says(
    gazetteer: Gazetteer, text: str, name: str, outer: str
) -> None:
    found = {t.text: t.within for t in recognise(text, gazetteer)}
    assert found[name] == (outer,)


@pytest.mark.parametrize(
    ("text", "phrase", "parts"),
    [
        ("Strikes in northern Kharkiv region went on.", "northern Kharkiv region", ("north",)),
        ("It rained in the south of Yemen.", "south of Yemen", ("south",)),
        ("Power failed in southern, eastern and northern Ukraine.",
         "southern, eastern and northern Ukraine", ("south", "east", "north")),
        ("Power failed in Ukraine’s south, east, and north regions.",
         "Ukraine’s south, east, and north regions", ("south", "east", "north")),
        ("They fled to south-eastern Turkey.", "south-eastern Turkey", ("southeast",)),
    ],
    ids=["adjective", "the south of", "adjectives", "possessive and nouns", "between two points"],
)  # fmt: skip
def test_directions_cut_a_part_out(
    gazetteer: Gazetteer, text: str, phrase: str, parts: tuple[str, ...]
) -> None:
    (found,) = [t for t in recognise(text, gazetteer) if t.inner]
    assert (found.text, found.parts) == (phrase, parts)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They met near the Belarus-Ukraine border.", "Belarus-Ukraine border"),
        ("They met on the Ukrainian-Belarusian border.", "Ukrainian-Belarusian border"),
        ("They met on the border between Belarus and Ukraine.",
         "border between Belarus and Ukraine"),
        ("Poland's border with Belarus was closed.", "Poland's border with Belarus"),
        ("They met near the Belarus border.", "Belarus border"),
    ],
    ids=["two names", "two adjectives", "between", "possessive", "one name"],
)  # fmt: skip
def test_borders_are_one_phrase(gazetteer: Gazetteer, text: str, phrase: str) -> None:
    (found,) = recognise(text, gazetteer)
    assert (found.text, found.kind_said) == (phrase, "border")


def test_border_guards_are_no_border(gazetteer: Gazetteer) -> None:
    assert all(t.kind_said != "border" for t in recognise("Polish border guards ran.", gazetteer))


@pytest.mark.parametrize(
    ("text", "km", "bearing"),
    [
        ("A drone fell 12 km south of Pokrovsk.", 12.0, 180.0),
        ("It fell some 20 kilometres (12 miles) north-east of Kupiansk.", 20.0, 45.0),
        ("It fell 10 miles from Kherson.", 16.09344, None),
        ("A dozen kilometres west of Sumy it fell.", 12.0, 270.0),
    ],
    ids=["a figure", "with miles in brackets", "no direction", "in words"],
)
def test_distances_stand_on_the_name(
    gazetteer: Gazetteer, text: str, km: float, bearing: float | None
) -> None:
    (found,) = recognise(text, gazetteer)
    assert found.offset_km == pytest.approx(km)
    assert found.bearing_deg == bearing


def test_beside_a_place_is_a_relation(gazetteer: Gazetteer) -> None:
    text = "A plant in the Tula region, south of Moscow, burned."
    assert _only(text, "Moscow", gazetteer).relation == "south of"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Kyiv was calm. The capital slept.", "The capital"),
        ("People left the Ukrainian capital.", "Ukrainian capital"),
        ("The capital of Ukraine was hit.", "The capital of Ukraine"),
        ("In the oblast centre a house fell.", "the oblast centre"),
    ],
    ids=["bare", "adjective", "of", "of a region"],
)
def test_descriptions_are_marked_as_such(gazetteer: Gazetteer, text: str, phrase: str) -> None:
    (found,) = [t for t in recognise(text, gazetteer) if t.definite]
    assert found.text == phrase


@pytest.mark.parametrize(
    "text", ["Capital punishment was abolished.", "The capital gains tax rose."]
)
def test_other_capitals_are_no_towns(gazetteer: Gazetteer, text: str) -> None:
    assert recognise(text, gazetteer) == []
