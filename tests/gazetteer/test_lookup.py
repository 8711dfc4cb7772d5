"""Which place a name means, in the bundled gazetteer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer, Kind


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Kyiv", "geonames:703448"),
        ("Kiev", "geonames:703448"),
        ("Київ", "geonames:703448"),
        ("Киев", "geonames:703448"),
        ("Kharkov", "geonames:706483"),
        ("Lvov", "geonames:702550"),
        ("Odesa", "geonames:698740"),
        ("Odessa", "geonames:698740"),
        ("Bakhmut", "geonames:713174"),
        ("Artemivsk", "geonames:713174"),
        ("Dnipropetrovsk", "geonames:709930"),
        ("Pokrovsk", "geonames:704422"),
        ("Tula", "geonames:480562"),
        ("Donetsk", "geonames:709717"),
        ("Donetsk Oblast", "geonames:709716"),
        ("Kharkiv Oblast", "geonames:706482"),
        ("El Fasher", "geonames:379555"),
        ("Al-Fashir", "geonames:379555"),
        ("Taiz", "geonames:70225"),
        ("Sagaing", "geonames:1298482"),
        ("Aleppo", "geonames:170063"),
        ("Paris", "geonames:2988507"),
        ("Ukraine", "geonames:690791"),
    ],
)
def test_the_likeliest_place_called(gazetteer: Gazetteer, name: str, ident: str) -> None:
    assert gazetteer.lookup(name)[0].place.id == ident


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Bago", Kind.REGION, "MM"),
        ("Bago", Kind.SETTLEMENT, "PH"),
        ("Donetsk", Kind.REGION, "UA"),
        ("Donetsk", Kind.SETTLEMENT, "RU"),
        ("Rakhine State", Kind.REGION, "MM"),
        ("Al-Bayda", Kind.REGION, "YE"),
        ("Al-Bayda", Kind.SETTLEMENT, "LY"),
        ("Odessa", Kind.SETTLEMENT, "US"),
        ("Georgia", Kind.COUNTRY, "GE"),
        ("Georgia", Kind.REGION, "US"),
        ("Tripoli", Kind.SETTLEMENT, "LB"),
        ("Obolon", Kind.DISTRICT, "UA"),
        ("Gaza Strip", Kind.REGION, "PS"),
        ("Crimea", Kind.REGION, "UA"),
        ("Sevastopol", Kind.SETTLEMENT, "UA"),
    ],
)
def test_among_the_places_called_so_is(
    gazetteer: Gazetteer, name: str, kind: Kind, country: str
) -> None:
    found = {(match.place.kind, match.place.country) for match in gazetteer.lookup(name)}
    assert (kind, country) in found


def test_a_village_with_a_great_alternate_name_weighs_next_to_nothing(
    gazetteer: Gazetteer,
) -> None:
    small = [m for m in gazetteer.lookup("Paris") if 0 < m.place.population < 2_000]
    assert small
    assert sum(match.weight for match in small) < 0.01


def test_people_find_their_country(gazetteer: Gazetteer) -> None:
    match = gazetteer.lookup("Ukrainian")[0]
    assert (match.place.country, match.place.kind, match.naming) == ("UA", Kind.COUNTRY, "demonym")


def test_a_region_is_lighter_than_the_city_that_it_is_called_after(gazetteer: Gazetteer) -> None:
    kinds = [match.place.kind for match in gazetteer.lookup("Kursk")]
    assert kinds.index(Kind.SETTLEMENT) < kinds.index(Kind.REGION)


@pytest.mark.parametrize("name", ["", " ", "'", "Xyzzyplugh", "\x00", "\ud800", "x" * 1_000_000])
def test_what_is_no_name_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()
    assert not gazetteer.has_prefix(name)


@given(name=st.sampled_from(["San Antonio", "Victoria", "Kiev", "Mykolaiv", "Gaza", "US"]))
def test_weights_fall_and_sum_to_at_most_one(gazetteer: Gazetteer, name: str) -> None:
    weights = [match.weight for match in gazetteer.lookup(name)]
    assert weights == sorted(weights, reverse=True)
    assert 0 < sum(weights) <= 1 + 1e-9


@pytest.mark.parametrize(
    ("name", "longer"), [("San", True), ("Ivano", True), ("Kharki", False), ("Antonio San", False)]
)
def test_a_prefix_is_whole_words(gazetteer: Gazetteer, name: str, longer: bool) -> None:
    assert gazetteer.has_prefix(name) is longer


@pytest.mark.parametrize(
    ("name", "meant"), [("Pokrovks", "Pokrovsk"), ("Bakmut", "Bakhmut"), ("Mariupool", "Mariupol")]
)
def test_a_name_spelt_wrong_is_suggested(gazetteer: Gazetteer, name: str, meant: str) -> None:
    assert gazetteer.lookup(name) == ()
    assert gazetteer.suggest(name)[0].name == meant
