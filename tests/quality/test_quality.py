"""The quality gate: what the whole program takes from articles against what a careful reader takes.

`floors.json` holds for each set the least that must be reached, and as `banned` the most incidents
of those that would be wrong to show. A floor may be raised and is never lowered.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mapper.cli import cli

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf-8"))


def load_scorer() -> Any:
    """The scorer as a module; it is a script of its own, used as it is."""
    spec = importlib.util.spec_from_file_location("score", HERE / "score.py")
    if spec is None or spec.loader is None:
        pytest.fail("tests/quality/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Sets of another field than war, with the lexicon to read them with.
LEXICONS = {"shootings": "gun_violence"}


def score_of(name: str, folder: Path) -> dict[str, Any]:
    """The score of a set of articles after `mapper add` and `mapper export`."""
    project, export = folder / "incidents.db", folder / "incidents.geojson"
    runner = CliRunner()
    articles = str(HERE / name / "articles")
    words = ["--lexicon", LEXICONS[name]] if name in LEXICONS else []
    added = runner.invoke(cli, ["--db", str(project), "add", *words, articles])
    assert added.exit_code == 0, added.output
    written = runner.invoke(cli, ["--db", str(project), "export", "-o", str(export)])
    assert written.exit_code == 0, written.output
    gold = json.loads((HERE / name / "gold.json").read_text("utf-8"))
    features = json.loads(export.read_text("utf-8"))["features"]
    result: dict[str, Any] = load_scorer().score(gold, features)
    return result


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_articles_reach_the_floors(name: str, tmp_path: Path) -> None:
    result = score_of(name, tmp_path)
    result["banned"] = len(result["_banned"])
    floors = FLOORS[name]
    short = {
        key: (result[key], floor)
        for key, floor in floors.items()
        if (result[key] > floor if key == "banned" else result[key] < floor)
    }
    assert not short, f"{name}: reached and floor differ: {short}\nmissed: {result['_missed']}"
