"""Passages of one to four sentences: how many are read as a careful reader reads them.

`sentences/floors.json` holds for each file the least share; a floor may be raised and is never
lowered.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser

FOLDER = Path(__file__).parent / "sentences"
FLOORS: dict[str, float] = json.loads((FOLDER / "floors.json").read_text("utf-8"))


def load_scorer() -> Any:
    """The scorer as a module; it is a script of its own, used as it is."""
    name = "sentence_score"
    spec = importlib.util.spec_from_file_location(name, FOLDER / "score.py")
    if spec is None or spec.loader is None:
        pytest.fail("tests/quality/sentences/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def geoparser() -> Iterator[Geoparser]:
    with Gazetteer.open() as gazetteer:
        yield Geoparser(gazetteer)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_passages_reach_the_floor(name: str, geoparser: Geoparser) -> None:
    good, size, lines = load_scorer().score(FOLDER / f"{name}.txt", geoparser)
    assert good / size >= FLOORS[name], "\n".join(lines)


def test_every_file_of_passages_has_its_floor() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(FLOORS)


def test_a_line_that_is_not_right_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("A drone hit Sumy. || strike|Sumy|*\n", "utf-8")
    with pytest.raises(ValueError, match=r"bad\.txt, line 1"):
        load_scorer().read(path)
