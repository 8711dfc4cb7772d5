"""A real Nominatim, which `.ci/nominatim` serves from nominatim/villages.osm.

Its URL stands in MAPPER_TEST_NOMINATIM. `.ci/run` sets it; without it these tests have nobody to
ask.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapper.cli import cli
from mapper.gazetteer import Gazetteer, Kind
from mapper.geocoder import Outcome, Question, Reply, Settings
from mapper.geocoder.ask import ask, connect
from mapper.geocoder.polite import utc_now

URL = os.environ.get("MAPPER_TEST_NOMINATIM", "")
pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(not URL, reason="no Nominatim; see CONTRIBUTING.md"),
]

Real = Callable[..., Reply]


@pytest.fixture
def real(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Real:
    """Ask the real one for a name in a country."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    client = connect(Settings(service="nominatim", url=URL))

    def asked(name: str, country: str = "UA") -> Reply:
        return ask(client, Question(name=name, country=country), gazetteer, utc_now())

    return asked


def test_a_village_is_found_with_its_region_and_its_municipality(real: Real) -> None:
    reply = real("Lisnovynka")
    assert reply.outcome is Outcome.FOUND
    assert [(place.id, place.kind, place.admin1) for place in reply.places] == [
        ("osm:node/101", Kind.SETTLEMENT, "Sumy Oblast"),
        ("osm:relation/303", Kind.SUBREGION, "Sumy Oblast"),
    ]
    assert (reply.places[0].lat, reply.places[0].lon) == (50.87, 34.65)
    assert reply.places[1].geometry.bounds == (34.6, 50.84, 34.7, 50.9)


@pytest.mark.parametrize("name", ["Лісновинка", "Лисновинка", "lisnovynka", "LISNOVYNKA"])
def test_a_village_is_found_under_its_other_names(real: Real, name: str) -> None:
    assert "osm:node/101" in [place.id for place in real(name).places]


def test_two_villages_of_one_name_are_both_given_always_in_the_same_order(real: Real) -> None:
    for _ in range(5):
        found = [(place.id, place.admin1) for place in real("Bilokamianske").places]
        assert found == [("osm:node/102", "Sumy Oblast"), ("osm:node/103", "Kharkiv Oblast")]


def test_an_airfield_is_a_facility(real: Real) -> None:
    (place,) = real("Vitrohorsk Airfield").places
    assert place.kind is Kind.FACILITY


@pytest.mark.parametrize(
    "name",
    ["Khmarynets", "Tumanets", "Nosuchplace", "Lisnovynka Sumy Oblast", "Ukraine", "'; DROP", "%"],
    ids=["street and shop", "longer name", "nothing", "address", "country", "code", "sign"],
)
def test_what_is_no_place_of_that_name_is_not_found(real: Real, name: str) -> None:
    assert real(name).outcome is Outcome.NOT_FOUND


def test_a_village_beyond_the_border_is_found_only_there(real: Real) -> None:
    assert real("Zarechenka-Rzhavets", "UA").outcome is Outcome.NOT_FOUND
    (place,) = real("Zarechenka-Rzhavets", "RU").places
    assert (place.country, place.admin1) == ("RU", "Belgorod Oblast")


ARTICLE = """\
---
title: Night of strikes
published: 2025-05-24
---
Two people were killed when a drone hit the village of Lisnovynka in the Sumy region on Saturday.

Officials in Kharkiv said a missile struck the village of Bilokamianske on Friday, wounding three.

A shell hit the village of Khmarynets in the Sumy region on Thursday, wounding five people.
"""


def test_articles_get_places_on_the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")

    def run(*args: str) -> str:
        done = CliRunner().invoke(cli, ["--db", "p.db", *args], catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    run("add", "a.md", "--geocoder", "nominatim", "--geocoder-url", URL)
    features = json.loads(run("export"))["features"]
    found = {
        (one["properties"]["place"], one["properties"]["admin1"], one["geometry"]["type"])
        for one in features
    }
    assert found == {
        ("Lisnovynka", "Sumy Oblast", "Point"),
        ("Bilokamianske", "Kharkiv Oblast", "Point"),
        ("Sumy Oblast", "Sumy Oblast", "Polygon"),
    }
    run("map", "-o", "map.html")
    assert "Bilokamianske" in (tmp_path / "map.html").read_text("utf-8")
