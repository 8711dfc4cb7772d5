"""The command line, run in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapper.cli import cli

ODESA = (
    "A Russian missile hit a warehouse in the port of Odesa on Saturday, killing three people and "
    "wounding at least seven, the mayor said. Rescuers worked until evening.\n"
)
SUMY = (
    "Two people were injured when a drone struck a bus in Sumy on Sunday, the police said. "
    "The driver could have been killed, a witness said.\n"
)


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two articles in `reports`.

    The project is the file that is taken when none is named; with `on_both` it is on a server too.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAPPER_DB", raising=False)
    if "backend" in request.fixturenames and request.getfixturevalue("backend") == "postgresql":
        monkeypatch.setenv("MAPPER_DB", request.getfixturevalue("location"))
    reports = tmp_path / "reports"
    reports.mkdir()
    _write(reports / "odesa.md", "Strike on port", "2025-05-24", ODESA)
    _write(reports / "sumy.md", "Bus hit in Sumy", "2025-05-25", SUMY)
    return tmp_path


def _write(path: Path, title: str, published: str, text: str) -> None:
    head = f"---\ntitle: {title}\nsource: Test Daily\npublished: {published}\n---\n"
    path.write_text(head + text, encoding="utf-8")


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run a command; an unexpected exception fails the test."""

    def run_(*args: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, list(args), input=stdin, catch_exceptions=False)

    return run_
