"""The example of docs/corrections.md is what the program prints."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

DOCUMENT = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text("utf-8")
LATER = "The toll from the missile strike on Odesa port on Saturday rose to nine, the mayor said.\n"
SUMY = "Two people were injured when a drone struck a bus in Sumy on Sunday, the police said.\n"
ODESA = (
    "A Russian missile hit a warehouse in the port of Odesa on Saturday, killing three people and "
    "wounding at least seven, the mayor said.\n"
)


def write(folder: Path, name: str, title: str, source: str, published: str, text: str) -> None:
    head = f"---\ntitle: {title}\nsource: {source}\npublished: {published}\n---\n"
    (folder / "reports" / name).write_text(head + text)


def timeless(text: str) -> str:
    """Times of records are those of the clock."""
    return re.sub(r"^\d{4}-\d\d-\d\dT[\d:]{8}\+00:00", "TIME", text, flags=re.MULTILINE)


def test_the_example_is_what_the_program_prints(run: Callable[..., Result], folder: Path) -> None:
    write(folder, "odesa.md", "Strike on port", "Test Daily", "2025-05-24", ODESA)
    write(folder, "sumy.md", "Bus hit in Sumy", "Test Daily", "2025-05-25", SUMY)
    write(folder, "later.md", "Toll rises", "Harbour Review", "2025-05-26", LATER)
    found = re.search(r"<!-- example -->\n```text\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    steps = re.split(r"^\$ mapper (.*)\n", found[1], flags=re.MULTILINE)[1:]
    assert len(steps) == 2 * 8
    for line, printed in zip(steps[::2], steps[1::2], strict=True):
        done = run(*shlex.split(line))
        assert done.exit_code == 0, line
        assert timeless(done.output) == timeless(printed)
