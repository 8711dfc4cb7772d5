"""Which incidents a map or an export is made of."""

import datetime as dt
from typing import Any

import pytest

from mapper.selection import Selection, select


def feature(key: str, **properties: Any) -> dict[str, Any]:
    geometry = properties.pop("geometry", {"type": "Point", "coordinates": [30.0, 50.0]})
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}


LINE = {"type": "LineString", "coordinates": [[20.0, 40.0], [25.0, 45.0]]}
FEATURES = [
    feature("drone", event_type="strike", sub_type="drone", date="2031-03-10"),
    feature("missile", event_type="strike", sub_type="missile", date="2031-03-12"),
    feature("talks", event_type="talks", sub_type=None, date=None),
    feature(
        "long",
        event_type="casualties",
        date="2031-03-01",
        end_date="2031-03-31",
        geometry=LINE,
    ),
    feature("nowhere", event_type="casualties", date="2031-04-01", geometry=None),
    feature(
        "dateline",
        event_type="talks",
        date="1831-04-01",
        geometry={"type": "Point", "coordinates": [-179.5, -17.0]},
    ),
]


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), "drone missile talks long nowhere dateline"),
        (Selection(types=("strike",)), "drone missile"),
        (Selection(types=("strike/drone", "talks")), "drone talks dateline"),
        (Selection(first=dt.date(2031, 3, 11)), "missile talks long nowhere"),
        (Selection(last=dt.date(2031, 3, 11)), "drone talks long dateline"),
        (
            Selection(first=dt.date(2031, 3, 11), last=dt.date(2031, 3, 11)),
            "talks long",
        ),
        (Selection(dated=True), "drone missile long nowhere dateline"),
        (Selection(bounds=(29.0, 49.0, 31.0, 51.0)), "drone missile talks"),
        (Selection(bounds=(24.0, 44.0, 31.0, 51.0)), "drone missile talks long"),
        (Selection(bounds=(170.0, -30.0, -170.0, 0.0)), "dateline"),
        (Selection(bounds=(-10.0, 0.0, 0.0, 1.0)), ""),
    ],
)
def test_a_selection_keeps_what_it_says(selection: Selection, kept: str) -> None:
    collection = {"type": "FeatureCollection", "features": FEATURES, "generator": "x"}
    chosen = select(collection, selection)
    assert [one["id"] for one in chosen["features"]] == kept.split()
    assert chosen["generator"] == "x"
    assert len(collection["features"]) == len(FEATURES)
