"""`mapper evaluate`: figures and what is wrong, with the words that led there."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

PORT = {
    "id": "port", "event_type": "strike", "date": ["2025-05-24", "2025-05-24"],
    "place": "Odesa", "lat": 46.48, "lon": 30.73, "tolerance_km": 20,
    "numbers": {"killed": 3, "injured": 9}, "sources": 1,
}  # fmt: skip
BRIDGE = {
    "id": "bridge", "event_type": "strike", "date": ["2025-05-25", "2025-05-25"],
    "place": "Poltava", "lat": 49.59, "lon": 34.55,
}  # fmt: skip
SUMY = {"event_type": "*", "lat": 50.91, "lon": 34.8, "why": "a bus is told twice"}


def load_scorer() -> Any:
    path = Path(__file__).parents[1] / "quality" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        pytest.fail(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def gold(folder: Path) -> str:
    content: dict[str, Any] = {"incidents": [PORT, BRIDGE], "forbidden": [SUMY], "name": "mine"}
    (folder / "gold.json").write_text(json.dumps(content), encoding="utf-8")
    return "gold.json"


def test_what_is_missed_false_and_wrong_is_shown_with_the_words(run: Run, gold: str) -> None:
    done = run("evaluate", gold, "reports")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "1 of 2 incidents found, 1 false of 2 shown"
    assert "missed: bridge: strike, Poltava, 2025-05-25" in lines
    assert any(line.startswith("false: Drone strike on bus, Sumy") for line in lines)
    assert any("“Two people were injured when a drone struck a bus in Sumy" in x for x in lines)
    assert any(line.startswith("forbidden: ") and "a bus is told twice" in line for line in lines)
    assert any(line.startswith("wrong: port: injured 7, not 9 (") for line in lines)


def test_json_gives_the_figures_of_the_scorer(run: Run, gold: str, folder: Path) -> None:
    told = json.loads(run("evaluate", "--json", gold, "reports").stdout)
    run("add", "reports")
    features = json.loads(run("export").stdout)["features"]
    score = load_scorer().score(json.loads((folder / gold).read_text("utf-8")), features)
    figures = {name: value for name, value in score.items() if not name.startswith("_")}
    assert {name: told[name] for name in figures} == figures
    assert [(one["gold"], one["name"], one["got"]) for one in told["wrong"]] == [
        ("port", "injured", 7)
    ]


def test_articles_are_read_with_the_lexicon_that_is_asked_for(run: Run, gold: str) -> None:
    war, other = (
        json.loads(run("evaluate", "--json", "--lexicon", name, gold, "reports").stdout)
        for name in ("war", "gun_violence")
    )
    assert war["found"] > 0
    assert other["found"] == 0


def test_articles_are_read_into_a_project_of_their_own(run: Run, gold: str, folder: Path) -> None:
    run("evaluate", gold, "reports")
    assert not (folder / "output").exists()


def test_a_broken_gold_file_is_one_line(run: Run, folder: Path) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    done = run("evaluate", "broken.json", "reports")
    assert done.exit_code == 1
    assert done.stderr.startswith("mapper: Gold file 'broken.json' is no JSON: line 1")
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--min-f1", "0.5", "gold.json", "reports"), 0),
        (("--min-f1", "0.9", "gold.json", "reports"), 1),
        (("--min-f1", "90", "gold.json", "reports"), 2),
        (("gold.json",), 2),
        (("gold.json", "reports", "nowhere.txt"), 1),
    ],
    ids=["reached", "too low", "no share", "no articles", "no such article"],
)
def test_the_exit_status_tells(
    run: Run, gold: str, arguments: tuple[str, ...], status: int
) -> None:
    assert run("evaluate", *arguments).exit_code == status
