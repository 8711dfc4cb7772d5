"""Which place a name means, by the whole text."""

import pytest

from mapper.gazetteer import Gazetteer, Kind
from mapper.geoparser import Geoparser
from mapper.toponym import Toponym


@pytest.fixture
def parser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser(gazetteer)


def _one(parser: Geoparser, text: str, name: str) -> Toponym:
    return next(t for t in parser.parse(text) if t.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A fire in Paris, Texas, killed two.", "Paris", "US", "Texas"),
        ("Police in Lebanon, N.H., arrested two.", "Lebanon", "US", "New Hampshire"),
        ("A fire in Paris, France, killed two.", "Paris", "FR", "Île-de-France"),
        ("Shops shut in Toronto, Hamilton and London, Ontario.", "London", "CA", "Ontario"),
        ("Militias fought in Tripoli; Libya's government fled to Misrata.", "Tripoli", "LY", None),
        ("Clashes in Tripoli and Beirut shook Lebanon.", "Tripoli", "LB", None),
        ("Protests in Tbilisi and Batumi shook Georgia.", "Georgia", "GE", None),
        ("Voters in Atlanta and Savannah, and across Georgia, queued.", "Georgia", "US", "Georgia"),
        ("Zolochiv, Kharkiv region: two wounded.", "Zolochiv", "UA", "Kharkiv Oblast"),
        ("Zolochiv, Lviv region: two wounded.", "Zolochiv", "UA", "Lviv Oblast"),
    ],
    ids=[
        "a state behind a comma", "a town called like a country",
        "a country behind a comma", "a province behind a list",
        "its country named", "its neighbour named", "the country by its towns",
        "the state by its towns", "one of two by region", "the other by region",
    ],
)  # fmt: skip
def test_the_text_tells_which_of_a_name(
    parser: Geoparser, text: str, name: str, country: str, admin1: str | None
) -> None:
    place = _one(parser, text, name).place
    assert place is not None
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Drones fell in Kharkiv overnight.", "Kharkiv", Kind.SETTLEMENT),
        ("Drones fell in the Kharkiv region overnight.", "Kharkiv", Kind.REGION),
        ("The Sumy, Poltava and Kharkiv regions were hit.", "Sumy", Kind.REGION),
        ("Dnipropetrovsk, Odesa and Zaporizhzhia were hit.", "Odesa", Kind.SETTLEMENT),
        ("A depot in the Tula region burned.", "Tula", Kind.REGION),
        ("Flats burned in Kharkiv's Saltivskyi district.", "Saltivskyi", Kind.DISTRICT),
        ("Texas, Oregon and Wyoming sued.", "Wyoming", Kind.REGION),
        ("Mexico and Guatemala agreed.", "Mexico", Kind.COUNTRY),
        ("Talks went on in Mexico City.", "Mexico City", Kind.SETTLEMENT),
    ],
    ids=[
        "a bare name is the town", "a region said", "a list of regions", "a bare list",
        "a Russian region", "a district of a town", "a list of states", "a country", "its capital",
    ],
)  # fmt: skip
def test_the_kind_of_place_is_the_one_said(
    parser: Geoparser, text: str, name: str, kind: Kind
) -> None:
    place = _one(parser, text, name).place
    assert place is not None
    assert place.kind is kind


def test_a_heading_names_the_region_of_what_follows(parser: Geoparser) -> None:
    text = "**Sumy oblast.** Shostka: calm.\n\n**Chernihiv oblast.** Semenivka: one injured."
    place = _one(parser, text, "Semenivka").place
    assert place is not None
    assert place.admin1 == "Chernihiv Oblast"


def test_one_name_means_one_place_throughout(parser: Geoparser) -> None:
    text = "A fire broke out in Paris, Texas. Firemen in Paris worked all night. Paris mourned."
    places = {t.place.id for t in parser.parse(text) if t.text == "Paris" and t.place}
    assert len(places) == 1


@pytest.mark.parametrize("spelling", ["Kiev", "Kyiv", "Київ", "Киев", "KYIV", "Kyiv’s"])
def test_spellings_of_a_name_mean_the_same_place(parser: Geoparser, spelling: str) -> None:
    (found,) = parser.parse(f"Explosions shook {spelling} suburbs on Monday.")
    assert found.place is not None
    assert found.place.id == "geonames:703448"


@pytest.mark.parametrize(
    ("text", "kind", "ident"),
    [
        ("Prisoners crossed the Belarus-Ukraine border.", Kind.BORDER, "mapper:border-BY-UA"),
        ("Ukraine got them back near the Belarus border.", Kind.BORDER, "mapper:border-BY-UA"),
        ("It rained in southern Ukraine.", Kind.AREA, "geonames:690791#south"),
        ("Drones came at night. Ukraine's capital burned.", Kind.SETTLEMENT, "geonames:703448"),
        ("In Ukraine, the capital burned.", Kind.SETTLEMENT, "geonames:703448"),
    ],
    ids=["two countries", "one country and the text's", "a part", "a capital", "the capital"],
)
def test_composed_phrases_get_their_own_place(
    parser: Geoparser, text: str, kind: Kind, ident: str
) -> None:
    (found,) = [t for t in parser.parse(text) if t.inner or t.definite]
    assert found.place is not None
    assert (found.place.kind, found.place.id) == (kind, ident)


def test_several_parts_are_one_area(parser: Geoparser) -> None:
    (found,) = parser.parse("Power failed in southern and eastern Ukraine.")
    assert found.place is not None
    assert found.place.kind is Kind.AREA
    assert found.place.country == "UA"


def test_an_unknown_name_has_no_place_and_says_so(parser: Geoparser) -> None:
    (found,) = parser.parse("Mortars fell on the village of Brzbrkove.")
    assert (found.place, found.confidence, found.missing) == (None, 0.0, True)
    assert found.reason == "not in the gazetteer"


def test_an_unknown_village_is_placed_in_the_region_said(parser: Geoparser) -> None:
    found = _one(parser, "Mortars fell on Brzbrkove, Sumy region, Ukraine.", "Brzbrkove")
    assert found.missing
    assert found.place is not None
    assert found.place.kind is Kind.REGION
    assert found.confidence < 0.8


def test_shares_of_the_candidates_are_ranked(parser: Geoparser) -> None:
    found = _one(parser, "A storm hit Springfield on Sunday.", "Springfield")
    scores = [candidate.score for candidate in found.candidates]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.0 + 1e-9


def test_the_country_hint_decides_when_the_text_does_not(parser: Geoparser) -> None:
    text = "Two houses burned down in Tripoli."
    here = parser.parse(text, country_hint="LB")[0].place
    there = parser.parse(text, country_hint="LY")[0].place
    assert here is not None and here.country == "LB"
    assert there is not None and there.country == "LY"
