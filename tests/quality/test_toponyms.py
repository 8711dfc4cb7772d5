"""The quality gate of the geoparser on `toponyms/`: floors may be raised and are never lowered."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from mapper.geoparser import Geoparser

HERE = Path(__file__).parent / "toponyms"

# Set and remainder of the number by two (0 is unread): least acc161, f1, recall161.
FLOORS = {
    ("local", 1): (0.81, 0.85, 0.73),
    ("local", 0): (0.78, 0.89, 0.76),
    ("world", 1): (0.87, 0.93, 0.83),
    ("world", 0): (0.90, 0.94, 0.90),
    ("conflict", 1): (0.87, 0.92, 0.87),
    ("conflict", 0): (0.84, 0.92, 0.83),
}


def load_scorer() -> Any:
    """The scorer as a module; benchmarks use it, too."""
    spec = importlib.util.spec_from_file_location("toponym_score", HERE / "score.py")
    if spec is None or spec.loader is None:
        pytest.fail("tests/quality/toponyms/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def half(name: str, remainder: int) -> list[Any]:
    documents: list[Any] = load_scorer().read(HERE / f"{name}.jsonl")
    return [d for d in documents if int(d["id"].rsplit("-", 1)[1]) % 2 == remainder]


@pytest.mark.parametrize(("name", "remainder"), sorted(FLOORS))
def test_names_are_found_and_placed_as_well_as_before(name: str, remainder: int) -> None:
    result = load_scorer().score(half(name, remainder), Geoparser())
    reached = result["acc161"], result["f1"], result["recall161"]
    floors = FLOORS[name, remainder]
    assert all(got >= least for got, least in zip(reached, floors, strict=True)), result


def test_confidence_says_how_often_answers_are_right() -> None:
    scorer, geoparser = load_scorer(), Geoparser()
    given = [a for name, rest in FLOORS for a in scorer.answers(half(name, rest), geoparser)]
    (low, _, _, wrong), *_, (high, count, confidence, right) = scorer.reliability(given, (0.5, 0.9))
    assert (low, high) == (0.0, 0.9)
    assert count > 500
    assert abs(confidence - right) < 0.05
    assert wrong < 0.5
