"""`mapper.evaluation` gives the figures of `tests/quality/score.py`, whatever is exported."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.evaluation import Score, read_gold, score

QUALITY = Path(__file__).parents[1] / "quality"
FIGURES = ("gold", "wanted", "found", "shown", "precision", "recall", "f1")
SHARES = ("numbers", "geo_precision", "joined")


def load_scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", QUALITY / "score.py")
    if spec is None or spec.loader is None:
        pytest.fail("tests/quality/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_same(gold: Path, features: list[dict[str, Any]], *, undated_ok: bool) -> Score:
    scorer = load_scorer()
    scorer.UNDATED_OK = undated_ok
    theirs = scorer.score(json.loads(gold.read_text("utf-8")), features)
    ours = score(read_gold(gold), features, undated_ok=undated_ok)
    for name in FIGURES + SHARES:
        assert getattr(ours, name) == theirs[name], name
    assert [f"{one.id}: {one.place}" for one in ours.missed] == theirs["_missed"]
    assert [feature["id"] for feature in ours.false] == [row[0] for row in theirs["_false"]]
    assert [(f["properties"]["title"], why) for f, why in ours.banned] == theirs["_banned"]
    wrong = [a for a in ours.answers if not a.right]
    for key, names in (("_geo_precision", {"geo_precision"}), ("_joined", {"sources"})):
        assert [a.wanted.id for a in wrong if a.name in names] == [row[0] for row in theirs[key]]
    numbers = [(a.wanted.id, a.name) for a in wrong if a.name not in {"geo_precision", "sources"}]
    assert numbers == [row[:2] for row in theirs["_numbers"]]
    return ours


def as_feature(number: int, wanted: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """An incident as it would be exported had it been read right, but for some changes."""
    types = wanted["event_type"]
    killed = wanted.get("numbers", {}).get("killed")
    killed = killed[0] if isinstance(killed, list) else killed
    properties = {
        "event_type": types[0] if isinstance(types, list) else types,
        "sub_type": None,
        "title": wanted["place"],
        "date": wanted["date"][0],
        "end_date": wanted["date"][1],
        "place": wanted["place"],
        "lat": wanted["lat"],
        "lon": wanted["lon"],
        "geo_precision": (wanted.get("geo_precision") or ["region"])[0],
        "killed": {"low": killed, "best": killed},
        "sources": [{"article": f"a{n}"} for n in range(wanted.get("sources", 1))],
    }
    return {"id": str(number), "geometry": None, "properties": properties | changes}


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "event_type": st.sampled_from(["strike", "casualties", "talks"]),
        "date": st.sampled_from([None, "2025-08-14", "2025-06-15"]),
        "end_date": st.sampled_from([None, "2025-08-15"]),
        "lat": st.sampled_from([None, 48.7, 50.4]),
        "geo_precision": st.sampled_from(["settlement", "country"]),
        "killed": st.sampled_from([{"low": 3, "best": None}, {"low": 7, "best": 7}]),
    },
)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("name", ["dev", "field", "heldout"])
def test_the_figures_are_those_of_the_scorer(name: str, data: st.DataObject) -> None:
    path = QUALITY / name / "gold.json"
    gold = json.loads(path.read_text("utf-8"))
    rows = [*gold["incidents"], *gold["allowed"], *gold["forbidden"]]
    rows = [row for row in rows if row.get("date")]
    chosen = data.draw(st.lists(st.tuples(st.sampled_from(rows), CHANGES), max_size=12))
    features = [as_feature(number, *row) for number, row in enumerate(chosen)]
    assert_same(path, features, undated_ok=data.draw(st.booleans()))


def test_a_perfect_export_scores_one_and_an_empty_one_nothing() -> None:
    path = QUALITY / "dev" / "gold.json"
    gold = json.loads(path.read_text("utf-8"))
    features = [as_feature(number, row, {}) for number, row in enumerate(gold["incidents"])]
    assert assert_same(path, features, undated_ok=False).recall == 1.0
    assert assert_same(path, [], undated_ok=False).f1 == 0.0
