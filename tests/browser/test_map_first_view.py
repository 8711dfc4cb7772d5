"""What a reader sees first has every incident in it."""

import copy
from typing import Any

import pytest

from tests.browser.conftest import Opener

pytestmark = pytest.mark.enable_socket

FAR = [("Abu Dhabi", 24.45, 54.37), ("Khartoum", 15.6, 32.5), ("Niamey", 13.5, 2.1)]


def with_far_ones(incidents: dict[str, Any], *far: tuple[str, float, float]) -> dict[str, Any]:
    """Add incidents that lie far from the others."""
    collection = copy.deepcopy(incidents)
    points = [f for f in collection["features"] if (f["geometry"] or {}).get("type") == "Point"]
    for number, (place, lat, lon) in enumerate(far):
        one = copy.deepcopy(points[0])
        one |= {"id": f"far-{number}", "geometry": {"type": "Point", "coordinates": [lon, lat]}}
        one["properties"] |= {"place": place, "lat": lat, "lon": lon, "parent": None}
        collection["features"].append(one)
    return collection


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700), (390, 780)])
@pytest.mark.parametrize("count", [1, 3])
def test_far_incidents_are_in_the_first_view(
    open_map: Opener, incidents: dict[str, Any], width: int, height: int, count: int
) -> None:
    collection = with_far_ones(incidents, *FAR[:count])
    page = open_map(collection, width=width, height=height).page
    places = [
        [one["properties"]["lat"], one["properties"]["lon"]]
        for one in collection["features"]
        if one["properties"]["geo_precision"] not in {"country", "area"}
        and one["properties"]["lat"] is not None
    ]
    assert len(places) > count
    hidden = page.evaluate(
        """places => {
            const box = map_incidents.getContainer().getBoundingClientRect();
            return places.filter(at => {
                const point = map_incidents.latLngToContainerPoint(at);
                const [x, y] = [box.left + point.x, box.top + point.y];
                if (x < 8 || y < 8 || x > innerWidth - 8 || y > innerHeight - 8) return true;
                const top = document.elementFromPoint(x, y);
                return !map_incidents.getContainer().contains(top);
            });
        }""",
        places,
    )
    assert hidden == []
