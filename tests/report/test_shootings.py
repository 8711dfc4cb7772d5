"""Sentences of local papers in, read with the lexicon of gun violence; what they tell out."""

import datetime as dt

import pytest

from mapper.article.model import Article
from mapper.geoparser import Geoparser
from mapper.lexicon import load_lexicon
from mapper.report import Extraction, extract

DAY = dt.date(2023, 4, 12)  # a Wednesday


def read(text: str, geoparser: Geoparser, lexicon: str = "gun_violence") -> Extraction:
    article = Article(id="a", text=text, published=DAY)
    return extract(article, geoparser=geoparser, lexicon=load_lexicon(lexicon))


def told(
    text: str, geoparser: Geoparser, lexicon: str = "gun_violence"
) -> list[tuple[object, ...]]:
    """Type, place, killed and injured of each report."""
    return [
        (
            r.event_type,
            None if r.location.place is None else r.location.place.name,
            None if r.killed is None else r.killed.best,
            None if r.injured is None else r.injured.best,
        )
        for r in read(text, geoparser, lexicon).reports
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two men were shot outside a bar in Spokane on Tuesday night, police said.",
            ("shooting", "Spokane", None, 2),
        ),
        (
            "A woman was shot and killed in a parking lot in Tucson on Monday, the sheriff said.",
            ("shooting", "Tucson", 1, None),
        ),
        (
            "Deputies shot and killed a man with a machete in Bakersfield on Tuesday.",
            ("police_shooting", "Bakersfield", 1, None),
        ),
        (
            "Three people died in a murder-suicide at a house in Erie on Monday, police said.",
            ("murder_suicide", "Erie", 3, None),
        ),
        (
            "A hunter was accidentally shot in the leg in Missoula on Sunday.",
            ("accidental_shooting", "Missoula", None, 1),
        ),
        (
            "A mass shooting at a nightclub in Savannah killed five people on Saturday.",
            ("shooting", "Savannah", 5, None),
        ),
    ],
    ids=["shot", "shot and killed", "police", "murder-suicide", "by accident", "mass shooting"],
)
def test_a_shooting_is_told_with_its_kind_place_and_numbers(
    geoparser: Geoparser, text: str, expected: tuple[object, ...]
) -> None:
    assert told(text, geoparser) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A call about a shooting at a school in Boise on Tuesday was a hoax, police said.",
        "Police feared that a shooting could break out in Reno.",
        "Teachers in Omaha took part in an active-shooter drill on Monday.",
        "A man was sentenced on Tuesday for a shooting in Fresno in 2017.",
        "The guard's three-point shooting carried Wichita past Tulsa on Monday.",
        "A student threatened to shoot classmates in Provo, police said.",
    ],
    ids=["hoax", "feared", "drill", "sentenced", "basketball", "threat"],
)
def test_what_is_no_shooting_of_these_days_is_none(geoparser: Geoparser, text: str) -> None:
    assert told(text, geoparser) == []


def test_an_event_without_a_place_was_in_the_town_of_the_dateline(geoparser: Geoparser) -> None:
    text = "SPOKANE, Wash. — A man was shot at a bus stop on Tuesday, police said."
    assert told(text, geoparser) == [("shooting", "Spokane", None, 1)]


def test_war_reports_are_not_placed_by_their_dateline(geoparser: Geoparser) -> None:
    text = "KYIV, Ukraine — A missile hit a school on Tuesday, killing two people."
    assert ("strike", "Kyiv", 2, None) not in told(text, geoparser, "war")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot on Texas Street in Shreveport on Monday.", "Shreveport"),
        ("A man was shot on Memphis Avenue in Cleveland, Ohio, on Monday.", "Cleveland"),
    ],
    ids=["a state", "a town"],
)
def test_a_street_called_after_a_place_is_not_that_place(
    geoparser: Geoparser, text: str, place: str
) -> None:
    assert [r[1] for r in told(text, geoparser)] == [place]


def test_a_court_of_a_park_is_no_court_that_speaks(geoparser: Geoparser) -> None:
    text = "A man was shot near a basketball court in Durham, North Carolina, on Monday."
    assert told(text, geoparser) == [("shooting", "Durham", None, 1)]
    text = "A drone hit a village near Sumy on Monday, a court in Kyiv was told."
    assert "Kyiv" not in {r[1] for r in told(text, geoparser, "war")}
