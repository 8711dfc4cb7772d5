"""Incidents as CSV."""

import csv
import io
from typing import Any

import pytest
import shapely

from mapper.export import csv_table
from mapper.export.table import COLUMNS


def _feature(**changed: object) -> dict[str, Any]:
    none = {"low": None, "best": None, "high": None}
    properties: dict[str, Any] = dict.fromkeys(COLUMNS)
    properties.update(killed={"low": 3, "best": 3, "high": None}, injured=none, disputed=False)
    properties.update(weapons=[{"kind": "drone"}, {"kind": "missile"}], prisoners={"UKR": 307})
    source = {"article": "a", "quote": "Three, he said.", "url": "https://example.org/1"}
    properties.update(sources=[source, {**source, "quote": "And\nmore."}], **changed)
    geometry = {"type": "Point", "coordinates": [30.73265, 46.47747]}
    return {"type": "Feature", "id": "i1", "geometry": geometry, "properties": properties}


def _rows(*features: dict[str, Any]) -> list[dict[str, str]]:
    text = csv_table({"type": "FeatureCollection", "features": list(features)})
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_has_the_values_of_an_incident() -> None:
    (row,) = _rows(_feature(title="Strike, Odesa", lat=46.47747, country=None))
    assert tuple(row) == COLUMNS
    assert (row["id"], row["title"], row["country"]) == ("i1", "Strike, Odesa", "")
    assert (row["killed_low"], row["killed_high"], row["injured_best"]) == ("3", "", "")
    assert (row["weapons"], row["prisoners"]) == ("drone | missile", "UKR 307")
    assert (row["articles"], row["quotes"]) == ("1", "Three, he said. | And\nmore.")
    assert shapely.from_wkt(row["wkt"]).equals(shapely.Point(30.73265, 46.47747))
    assert (row["lat"], row["disputed"]) == ("46.47747", "false")


def test_an_incident_without_a_place_has_an_empty_geometry() -> None:
    feature = _feature()
    feature["geometry"] = None
    assert _rows(feature)[0]["wkt"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_text(start: str) -> None:
    (row,) = _rows(_feature(target=f"{start}cmd|' /C calc'!A0", lon=-70.5))
    assert row["target"] == f"'{start}cmd|' /C calc'!A0"
    assert row["lon"] == "-70.5"
