"""The geoparser as the contract has it."""

import pytest

from mapper.errors import ArticleError
from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geoparser import Geoparser, parse_to_json, to_json
from mapper.toponym.model import Use


@pytest.fixture
def parser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser(gazetteer)


TEXT = "Kyiv was hit. In southern Ukraine, near the Belarus-Ukraine border, the capital listened."


def test_given_spans_are_answered_in_their_order(parser: Geoparser) -> None:
    text = "From Lviv to Kyiv and back to Lviv."
    spans = [(30, 34), (13, 17), (5, 9)]
    answers = parser.resolve(text, spans)
    assert [(a.start, a.end) for a in answers] == spans
    assert [a.place.name if a.place else None for a in answers] == ["Lviv", "Kyiv", "Lviv"]


def test_a_given_span_is_resolved_though_nothing_marks_it_as_a_place(parser: Geoparser) -> None:
    (answer,) = parser.resolve("who knows where poltava lies", [(16, 23)])
    assert answer.place is not None
    assert answer.place.name == "Poltava"


@pytest.mark.parametrize("span", [(-1, 3), (0, 0), (3, 2), (0, 999)])
def test_a_span_outside_the_text_is_refused(parser: Geoparser, span: tuple[int, int]) -> None:
    with pytest.raises(ArticleError, match="outside the text"):
        parser.resolve("Kyiv", [span])


def test_json_has_plain_names_only(parser: Geoparser) -> None:
    names = [item["text"] for item in parse_to_json(parser, TEXT)]
    assert names == ["Kyiv", "Ukraine", "Belarus", "Ukraine"]


def test_uses_can_be_chosen(parser: Geoparser) -> None:
    text = "Ukrainian drones hit a depot near Kursk."
    kept = parse_to_json(parser, text, [Use.DEMONYM])
    assert [item["text"] for item in kept] == ["Ukrainian"]


def test_an_unresolved_toponym_has_nulls(parser: Geoparser) -> None:
    (found,) = parser.parse("Mortars fell on the village of Brzbrkove.")
    answer = to_json(found)
    assert answer["text"] == "Brzbrkove"
    assert all(answer[key] is None for key in ("place_id", "name", "lat", "lon", "country", "kind"))
    assert answer["confidence"] == 0.0


def test_the_same_text_has_the_same_answer(parser: Geoparser) -> None:
    assert parser.parse(TEXT) == parser.parse(TEXT)


def test_a_geocoder_is_asked_once_for_each_name_that_the_gazetteer_lacks(
    gazetteer: Gazetteer,
) -> None:
    asked: list[tuple[str, str | None]] = []

    def geocoder(name: str, country: str | None) -> Place | None:
        asked.append((name, country))
        return Place(id="osm:1", name=name, kind=Kind.SETTLEMENT, lat=50.0, lon=35.0, country="UA")

    text = (
        "Mortars fell on the village of Brzbrkove in Sumy region. The village of Brzbrkove burned."
    )
    found = Geoparser(gazetteer, geocoder).parse(text)
    assert asked[0] == ("Brzbrkove", "UA")
    assert len(asked) == len(set(asked))
    assert {t.place.id for t in found if t.text == "Brzbrkove" and t.place} == {"osm:1"}
