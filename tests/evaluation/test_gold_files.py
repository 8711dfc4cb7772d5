"""Gold files of users: what is read, and what is said of those that are broken."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mapper.errors import GoldError
from mapper.evaluation import read_gold

ONE = {"id": "port", "event_type": "strike", "date": ["2025-05-24", "2025-05-24"]}


def written(folder: Path, content: object) -> Path:
    path = folder / "gold.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["dev", "field", "heldout"])
def test_the_sets_of_this_project_are_gold_files(name: str) -> None:
    gold = read_gold(Path(__file__).parents[1] / "quality" / name / "gold.json")
    assert len(gold.incidents) > 40
    assert gold.unknown == ()


def test_little_need_be_said_of_an_incident(tmp_path: Path) -> None:
    gold = read_gold(written(tmp_path, {"incidents": [{"id": "a", "event_type": "*"}]}))
    (one,) = gold.incidents
    assert (one.event_types, one.first, one.lat, one.tolerance_km) == (("*",), None, None, 15.0)
    assert (gold.name, gold.allowed, gold.forbidden) == (None, (), ())


def test_fields_that_nothing_looks_at_are_named(tmp_path: Path) -> None:
    gold = read_gold(written(tmp_path, {"incidents": [ONE | {"number": {"killed": 3}}]}))
    assert gold.unknown == ("number",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("", "no JSON: line 1", id="empty"),
        pytest.param('{"incidents": [\n{]}', "no JSON: line 2", id="no JSON"),
        pytest.param("[" * 100_000, "nested too deeply|no JSON", id="nesting"),
        pytest.param("[]", 'a list "incidents"', id="a list"),
        pytest.param({"incidents": {}}, 'a list "incidents"', id="no list of incidents"),
        pytest.param({"incidents": [], "allowed": 3}, '"allowed" must be a list', id="allowed"),
        pytest.param({"incidents": ["x"]}, r"incidents\[0\] must be an object", id="no object"),
        pytest.param({"incidents": [{"id": "a"}]}, 'has no "event_type"', id="no type"),
        pytest.param({"incidents": [{"event_type": "strike"}]}, 'has no "id"', id="no id"),
        pytest.param({"incidents": [ONE, ONE]}, "two incidents have the id 'port'", id="twice"),
        pytest.param({"incidents": [ONE | {"lat": 4}]}, 'one of "lat" and "lon"', id="half"),
        pytest.param({"incidents": [ONE | {"lat": 94, "lon": 3}]}, "a latitude", id="latitude"),
        pytest.param({"incidents": [ONE | {"lat": 4, "lon": "3"}]}, "a longitude", id="longitude"),
        pytest.param({"incidents": [ONE | {"date": "2025-05-24"}]}, "two ISO 8601", id="one day"),
        pytest.param(
            {"incidents": [ONE | {"date": ["2025-05-24", "2025-13-01"]}]},
            "two ISO 8601",
            id="month",
        ),
        pytest.param(
            {"incidents": [ONE | {"date": ["2025-05-24", "2025-05-23"]}]}, "not later", id="turned"
        ),
        pytest.param({"incidents": [ONE | {"numbers": {"killed": "3"}}]}, "numbers", id="a word"),
        pytest.param({"incidents": [ONE | {"numbers": {"killed": [3]}}]}, "pairs", id="one bound"),
        pytest.param({"incidents": [ONE | {"numbers": {"killed": True}}]}, "numbers", id="true"),
        pytest.param({"incidents": [ONE | {"tolerance_km": 0}]}, "more than 0", id="no distance"),
        pytest.param({"incidents": [ONE | {"sources": 1.5}]}, "number of articles", id="sources"),
        pytest.param({"incidents": [ONE | {"many": "yes"}]}, "true or false", id="many"),
        pytest.param(
            {"incidents": [], "forbidden": [{"place": "x"}]}, "forbidden.0.", id="no type 2"
        ),
    ],
)
def test_what_is_wrong_with_a_gold_file_is_said(tmp_path: Path, content: Any, said: str) -> None:
    with pytest.raises(GoldError) as error:
        read_gold(written(tmp_path, content))
    assert re.search(said, str(error.value))
    assert "gold.json" in str(error.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00\x01"], ids=["not UTF-8", "binary"])
def test_a_file_of_another_kind_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "gold.json").write_bytes(content)
    with pytest.raises(GoldError, match="UTF-8|no JSON"):
        read_gold(tmp_path / "gold.json")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="No such file"):
        read_gold(tmp_path / "none.json")
