"""The geoparser as the contract has it."""

from pathlib import Path
from typing import Any

import numpy
import pytest

from mapper.errors import ArticleError, GazetteerError
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


@pytest.mark.parametrize(
    "span",
    [(0.0, 4.0), (True, 4), (0, True), ("0", "4"), (0,), (0, 2, 4), "04", None, 4, float("nan")],
    ids=repr,
)
def test_what_is_no_pair_of_whole_numbers_is_refused(parser: Geoparser, span: Any) -> None:
    with pytest.raises(ArticleError, match="is no span: give"):
        parser.resolve("Kyiv burned.", [span])


@pytest.mark.parametrize("spans", [None, 5], ids=repr)
def test_what_is_no_list_of_spans_is_refused(parser: Geoparser, spans: Any) -> None:
    with pytest.raises(ArticleError, match="Spans are a list of"):
        parser.resolve("Kyiv burned.", spans)


@pytest.mark.parametrize("text", [None, b"Kyiv", 5, ["Kyiv"]], ids=repr)
def test_what_is_no_text_is_refused(parser: Geoparser, text: Any) -> None:
    for read in (parser.parse, parser.names, lambda text: parser.resolve(text, [(0, 4)])):
        with pytest.raises(ArticleError, match="A text is a string, not"):
            read(text)


@pytest.mark.parametrize(
    ("spans", "named"),
    [
        ([(0, 4), (9, 13), (2, 6)], r"Spans \(0, 4\) and \(2, 6\) overlap"),
        ([(9, 13), (0, 4), (9, 13)], r"Spans \(9, 13\) and \(9, 13\) overlap"),
        ([(1, 3), (0, 13)], r"Spans \(0, 13\) and \(1, 3\) overlap"),
    ],
    ids=["partly", "twice", "inside"],
)
def test_spans_that_overlap_are_refused_and_both_named(
    parser: Geoparser, spans: list[tuple[int, int]], named: str
) -> None:
    with pytest.raises(ArticleError, match=named):
        parser.resolve("Kyiv and Lviv", spans)


def test_spans_may_touch_and_may_be_numbers_of_numpy(parser: Geoparser) -> None:
    spans = numpy.array([[4, 8], [0, 4]])
    assert [one.text for one in parser.resolve("KyivLviv", spans)] == ["Lviv", "Kyiv"]
    assert parser.resolve("Kyiv", []) == []


@pytest.mark.parametrize(
    ("text", "name", "ident"),
    [
        ("Kyiv's streets were empty.", "Kyiv's", "geonames:703448"),
        ("Shells fell on the city of Kyiv.", "the city of Kyiv", "geonames:703448"),
        ("Troops of the United States left.", "the United States", "geonames:6252001"),
        ("The U.S. and Canada agreed.", "The U.S.", "geonames:6252001"),
        ("Shelling in the Kharkiv region.", "the Kharkiv region", "geonames:706482"),
        ("He lives in Paris, Texas.", "Paris, Texas", "geonames:4717560"),
        ("A fair in The Hague.", "The Hague", "geonames:2747373"),
        ("Smoke over “Kyiv”.", "“Kyiv”", "geonames:703448"),
        ("They study at Harvard in Kyiv.", "Harvard in Kyiv", None),
    ],
    ids=[
        "a possessive", "a kind word ahead", "an article", "an abbreviation", "a kind word behind",
        "where it lies", "an article of its own", "quotation marks", "another name ahead",
    ],
)  # fmt: skip
def test_a_span_may_be_wider_than_the_name(
    parser: Geoparser, text: str, name: str, ident: str | None
) -> None:
    start = text.index(name)
    (found,) = parser.resolve(text, [(start, start + len(name))])
    assert (found.text, found.place and found.place.id) == (name, ident)


def test_the_gazetteer_can_be_a_path(gazetteer: Gazetteer) -> None:
    for path in (gazetteer.path, str(gazetteer.path)):
        parser = Geoparser(gazetteer=path)
        (found,) = parser.parse("Kyiv burned.")
        assert found.place is not None
        assert found.place.geometry.geom_type == "Point"
        parser.gazetteer.close()


def test_a_path_without_a_gazetteer_is_told_at_the_first_text(tmp_path: Path) -> None:
    parser = Geoparser(gazetteer=tmp_path / "none.sqlite")
    with pytest.raises(GazetteerError, match="none.sqlite"):
        parser.parse("Kyiv burned.")


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
