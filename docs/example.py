"""Writes the example of `mapper incidents show` into README.md: `python docs/write.py`.

The incident is the one of the seeds that lies in Obolon on 24 May 2025; of its reports the first
and the last are kept, and of each the lines that KEPT names.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ("type", "date", "place", "harm", "article", "words", "read as", "injured", "joined with")
_LINE = re.compile(rf"  (?:{'|'.join(KEPT)})\b")


def mapper(project: Path, *arguments: str) -> str:
    """Run a command on a project file and give what it wrote."""
    command = [sys.executable, "-m", "mapper", "--db", str(project), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def example() -> str:
    """Give the command and its shortened output."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "incidents.db")
        mapper(project, "add", str(ROOT / "seeds"))
        features = json.loads(mapper(project, "export"))["features"]
        ident = next(
            feature["id"]
            for feature in features
            if feature["properties"]["place"] == "Obolon"
            and feature["properties"]["date"] == "2025-05-24"
        )
        head, *reports = mapper(project, "incidents", "show", ident).strip().split("\n\n")
    parts = [f"$ mapper incidents show {ident}"]
    for part in (head, reports[0], reports[-1]):
        first, *lines = part.splitlines()
        parts += [first, *(line for line in lines if _LINE.match(line)), "..."]
    return "\n".join(parts[:-1])


def written() -> dict[Path, str]:
    """Give README.md with the example in place of the one that is there."""
    readme = ROOT / "README.md"
    block = re.compile(r"(<!-- shown -->\n```text\n).*?(```)", re.DOTALL)
    text = example()
    changed = block.sub(lambda found: f"{found[1]}{text}\n{found[2]}", readme.read_text("utf-8"))
    return {readme: changed}
