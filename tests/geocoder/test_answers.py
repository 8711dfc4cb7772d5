"""What geocoders answer, and what is believed of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from mapper.errors import GeocoderError
from mapper.gazetteer import Kind
from mapper.geocoder import Outcome, Reply, Settings
from mapper.geocoder.ask import connect, services
from mapper.geocoder.names import is_called

if TYPE_CHECKING:
    from tests.geocoder.conftest import Server, Village

Ask = Callable[..., Reply]


def test_a_village_that_nominatim_knows_becomes_a_place_with_its_region(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    server.answers["Lisnovynka"] = [village()]
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FOUND
    (place,) = reply.places
    assert (place.id, place.name, place.kind) == ("osm:node/101", "Lisnovynka", Kind.SETTLEMENT)
    assert (place.lat, place.lon, place.country) == (50.87, 34.65, "UA")
    assert (place.admin1, place.admin1_id) == ("Sumy Oblast", "geonames:692196")
    assert place.shape is None


def test_nominatim_is_asked_in_the_country_and_told_who_asks(server: "Server", ask: Ask) -> None:
    ask("Lisnovynka", country="UA")
    assert server.asked[0]["countrycodes"] == "ua"
    assert server.asked[0]["q"] == "Lisnovynka"
    assert (server.agents[0] or "").startswith("incident-mapper/")


def test_the_user_says_who_asks(server: "Server", ask: Ask) -> None:
    ask("Lisnovynka", user_agent="Daily Planet map desk")
    assert server.agents == ["Daily Planet map desk"]


def test_a_village_that_photon_knows_becomes_a_place(server: "Server", ask: Ask) -> None:
    told = {
        "osm_type": "N",
        "osm_id": 101,
        "osm_key": "place",
        "osm_value": "village",
        "type": "city",
        "countrycode": "UA",
        "name": "Lisnovynka",
        "state": "Sumy Oblast",
        "country": "Ukraine",
    }
    point = {"type": "Point", "coordinates": [34.65, 50.87]}
    feature = {"type": "Feature", "properties": told, "geometry": point}
    server.answers["Lisnovynka"] = {"type": "FeatureCollection", "features": [feature]}
    (place,) = ask("Lisnovynka", service="photon").places
    assert (place.id, place.lat, place.lon) == ("osm:node/101", 50.87, 34.65)
    west, south, east, north = map(float, server.asked[0]["bbox"].split(","))
    assert west < 22.2 < 40.0 < east
    assert south < 44.4 < 52.3 < north


def test_a_village_that_geonames_knows_becomes_a_place(server: "Server", ask: Ask) -> None:
    told = {
        "geonameId": 702000,
        "name": "Lisnovynka",
        "toponymName": "Lisnovynka",
        "lat": "50.87",
        "lng": "34.65",
        "fcl": "P",
        "fcode": "PPL",
        "countryCode": "UA",
        "countryName": "Ukraine",
        "adminName1": "Sumy",
        "population": 312,
    }
    server.answers["Lisnovynka"] = {"totalResultsCount": 1, "geonames": [told]}
    (place,) = ask("Lisnovynka", service="geonames", key="desk").places
    assert (place.id, place.admin1, place.population) == ("geonames:702000", "Sumy Oblast", 312)
    assert (server.asked[0]["country"], server.asked[0]["username"]) == ("UA", "desk")


def test_a_service_that_tells_no_kind_and_no_country_is_held_against_the_outline(
    server: "Server", ask: Ask
) -> None:
    def answer(lat: float, lon: float) -> dict[str, Any]:
        result = {"formatted": "Lisnovynka, Sumy Oblast", "geometry": {"lat": lat, "lng": lon}}
        kind = {"components": {"_type": "village", "_category": "place"}}
        return {"results": [result | kind], "status": {"code": 200, "message": "OK"}}

    server.default = answer(50.87, 34.65)
    assert ask("Lisnovynka", service="opencage", key="K").outcome is Outcome.FOUND
    server.default = answer(52.52, 13.40)
    assert ask("Lisnovynka", service="opencage", key="K").outcome is Outcome.NOT_FOUND


def test_a_service_that_tells_nothing_but_an_address_gives_an_approximate_place(
    server: "Server", ask: Ask
) -> None:
    def answer(address: str) -> dict[str, Any]:
        return {"candidates": [{"address": address, "location": {"x": 34.65, "y": 50.87}}]}

    server.default = answer("Lisnovynka, Sumy")
    (place,) = ask("Lisnovynka", service="arcgis").places
    assert (place.id, place.approximate) == ("arcgis:50.87000,34.65000", True)
    assert place.admin1 == "Sumy Oblast"
    server.default = answer("Lisnovynka Street, Sumy")
    assert ask("Lisnovynka", service="arcgis").outcome is Outcome.NOT_FOUND


BOUNDARY = {"class": "boundary", "type": "administrative"}
REFUSED: dict[str, dict[str, Any]] = {
    "another country by its code": {"address": {"country_code": "ru"}},
    "another country by where it is": {"lat": "52.52", "lon": "13.40"},
    "latitude and longitude swapped": {"lat": "34.65", "lon": "50.87"},
    "nowhere": {"lat": "0", "lon": "0"},
    "another name": {"name": "Tumanets"},
    "a longer name": {"name": "Lisnovynka Nova"},
    "one letter other": {"name": "Lisnovynska"},
    "a street": {"class": "highway", "type": "residential", "addresstype": "road"},
    "a shop": {"class": "shop", "type": "supermarket", "addresstype": "shop"},
    "a house": {"class": "place", "type": "house", "addresstype": "place"},
    "a kind that nobody knows": {"class": "aquaway", "type": "reef"},
    "a country": BOUNDARY | {"addresstype": "country"},
    "a region without an extent": BOUNDARY | {"addresstype": "state", "boundingbox": None},
    "a region as large as the country": BOUNDARY
    | {"addresstype": "state", "boundingbox": ["44.0", "52.0", "22.0", "40.0"]},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED)
def test_an_answer_that_is_not_what_was_asked_for_is_no_place(
    server: "Server", ask: Ask, village: "Village", changes: dict[str, Any]
) -> None:
    server.default = [village(**changes)]
    reply = ask("Lisnovynka")
    assert (reply.outcome, reply.places) == (Outcome.NOT_FOUND, ())
    assert reply.reason


def test_a_district_gets_the_box_that_it_lies_in_and_never_a_point(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    tags = {"class": "boundary", "type": "administrative", "addresstype": "county"}
    server.default = [village(**tags, boundingbox=["50.5", "51.0", "34.0", "35.0"])]
    (place,) = ask("Lisnovynka").places
    assert place.kind is Kind.SUBREGION
    assert place.approximate
    assert place.geometry.bounds == (34.0, 50.5, 35.0, 51.0)


def test_a_name_in_other_letters_is_shown_as_the_article_spells_it(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    server.default = [
        village("Лісновинка", namedetails={"name": "Лісновинка", "name:en": "Lisnovynka"})
    ]
    (place,) = ask("Lisnovynka").places
    assert place.name == "Lisnovynka"


def test_the_order_of_answers_makes_no_difference(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    answers = [village(osm_id=3), village(osm_id=1, lat="51.1"), village(osm_id=2, lat="49.6")]
    server.default = answers
    one = ask("Lisnovynka").places
    server.default = answers[::-1]
    assert ask("Lisnovynka").places == one


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Lyubymivka", "Любимівка"),
        ("Liubymivka", "Lyubymivka"),
        ("Hryhorivka", "Григорівка"),
        ("Novoye", "Novoe"),
        ("al-Qusayr", "Qusayr"),
        ("Lesne", "village of Lesne"),
        ("Shcherbany", "Щербани"),
    ],
)
def test_spellings_of_one_name_are_one(asked: str, name: str) -> None:
    assert is_called(asked, (name,))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Ivanivka", "Ivankivka"),
        ("Petrivka", "Dmytrivka"),
        ("Lesne", "Lesne Street"),
        ("Novo", "Novosilka"),
        ("—", "—"),
        ("", "Lesne"),
    ],
)
def test_two_names_are_two(asked: str, name: str) -> None:
    assert not is_called(asked, (name,))


def test_every_service_of_geopy_can_be_set_up_or_says_why_not() -> None:
    assert {"nominatim", "photon", "geonames", "opencage"} <= set(services())
    for service in services():
        for key in (None, "secret-key"):
            try:
                connect(Settings(service=service, key=key))
            except GeocoderError as error:
                assert repr(service) in str(error)
                assert "secret-key" not in str(error)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"service": "nosuch"}, "nominatim"),
        ({"service": "geonames"}, "--geocoder-key"),
        ({"service": "nominatim", "key": "K"}, "takes no key"),
        ({"service": "pelias"}, "--geocoder-url"),
        ({"service": "nominatim", "url": "ftp://example.org"}, "http"),
        ({"service": "nominatim", "url": "http://"}, "http"),
        ({"service": "nominatim", "url": "http://user:pass@example.org"}, "--geocoder-key"),
        ({"service": "nominatim", "url": "http://example.org:99999"}, "http"),
        ({"service": "nominatim", "url": "http://example.org/?key=1"}, "http"),
        ({"service": "nominatim", "url": "http://example.org/\r\nX: 1"}, "http"),
        ({"service": "baidu", "key": "K", "url": "http://example.org"}, "--geocoder-url"),
    ],
    ids=str,
)
def test_settings_that_cannot_work_are_refused_before_anything_is_asked(
    settings: dict[str, Any], said: str
) -> None:
    with pytest.raises(GeocoderError, match=said):
        connect(Settings(**settings))
