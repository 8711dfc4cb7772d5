"""The basemap drawn from the bundled gazetteer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely

from mapper.gazetteer import Gazetteer
from mapper.map import Basemap, Outline, load_basemap, render

INCIDENTS = Path(__file__).parent / "incidents.geojson"


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="module")
def incidents() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(INCIDENTS.read_text(encoding="utf-8"))
    return collection


@pytest.fixture(scope="module")
def basemap(gazetteer: Gazetteer, incidents: dict[str, Any]) -> Basemap:
    return load_basemap(gazetteer, incidents)


def collection_at(*points: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": str(number),
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
                "properties": {"title": "Here", "lat": lat, "lon": lon, "sources": []},
            }
            for number, (lat, lon) in enumerate(points)
        ],
    }


def covers(outline: Outline, lat: float, lon: float) -> bool:
    point = shapely.Point(lon, lat)
    return any(shapely.Polygon(ring).contains(point) for ring in outline.rings)


def test_the_page_of_a_small_project_stays_small(
    basemap: Basemap, incidents: dict[str, Any]
) -> None:
    assert len(render(incidents, title="Small", basemap=basemap).encode()) < 900_000


@pytest.mark.parametrize(
    "points",
    [
        [(50.4, 30.5), (-33.9, 18.4), (35.7, 139.7), (40.7, -74.0), (-34.6, -58.4), (64.1, -21.9)],
        [(90.0, 0.0), (-90.0, 0.0)],
        [(0.0, 179.9), (0.0, -179.9)],
        [],
    ],
    ids=["six-continents", "poles", "date-line", "nowhere"],
)
def test_a_page_of_any_extent_stays_below_its_limit(
    gazetteer: Gazetteer, points: list[tuple[float, float]]
) -> None:
    collection = collection_at(*points)
    page = render(collection, title="Wide", basemap=load_basemap(gazetteer, collection))
    assert len(page.encode()) < 1_500_000


def test_crimea_is_drawn_within_ukraine(basemap: Basemap) -> None:
    drawn = [outline.name for outline in basemap.countries if covers(outline, 45.2, 34.2)]
    assert drawn == ["Ukraine"]


def test_the_whole_world_is_drawn(basemap: Basemap) -> None:
    names = {outline.name for outline in basemap.countries}
    assert {"Ukraine", "Brazil", "Japan", "South Africa"} <= names


def test_regions_around_the_incidents_are_drawn(basemap: Basemap) -> None:
    assert any(covers(outline, 50.9, 34.8) for outline in basemap.regions)


def test_towns_are_named_the_capitals_first(basemap: Basemap) -> None:
    names = [town.name for town in basemap.towns]
    assert {"Kyiv", "Tokyo", "Kharkiv", "Kryvyi Rih"} <= set(names)
    capitals = [town.capital for town in basemap.towns]
    assert capitals == sorted(capitals, reverse=True)


def test_a_village_near_an_incident_is_named(gazetteer: Gazetteer) -> None:
    names = {town.name for town in load_basemap(gazetteer, collection_at((51.1, 34.3))).towns}
    assert "Konotop" in names


def test_the_same_question_has_the_same_answer(
    gazetteer: Gazetteer, incidents: dict[str, Any], basemap: Basemap
) -> None:
    assert load_basemap(gazetteer, incidents) == basemap
