"""Says in plain words, in docs/methodology.md, what the figures of docs/quality.md mean.

In go the rows of sets that those who write the rules did not learn from, out comes a table behind
the mark `<!-- rates -->`. `python docs/write.py` writes it.
"""

import re
from pathlib import Path

DOCS = Path(__file__).parent
SETS = ("unseen", "wires")
# What a reader wants to know, and the column of docs/quality.md that tells it.
SAID = {
    "of 100 incidents that a reader finds, shown": "recall",
    "of 100 shown, right in type, place and day, and shown once": "precision",
    "of 100 numbers of those, right": "numbers",
    "of 100 places of those, as fine as the report": "geo_precision",
    "of 100 that several articles tell, put together in one": "joined",
}
COUNTED = {
    "shown though denied, planned or long past, in all": "banned",
    "incidents that a reader finds, in all": "incidents",
}
_TABLE = re.compile(r"(<!-- rates -->\n)(?:\n\|.*(?:\n\|.*)*\n)?")


def figures(quality: str) -> dict[str, dict[str, str]]:
    """Give the table behind `<!-- figures -->`, by set and column."""
    rows = quality.partition("<!-- figures -->")[2].strip().split("\n\n")[0].splitlines()
    head, _, *body = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {cells[0]: dict(zip(head, cells, strict=True)) for cells in body}


def table(quality: str) -> str:
    """Give the table of rates."""
    found = {name: figures(quality)[name] for name in SETS}
    lines = ["| how many | " + " | ".join(f"`{name}`" for name in SETS) + " |", "| --- " * 3 + "|"]
    for said, column in SAID.items():
        shares = [f"{100 * float(found[name][column]):.0f}" for name in SETS]
        lines.append(f"| {said} | {' | '.join(shares)} |")
    for said, column in COUNTED.items():
        lines.append(f"| {said} | {' | '.join(found[name][column] for name in SETS)} |")
    return "\n".join(lines)


def written() -> dict[Path, str]:
    """Give the page with the rates of now."""
    page = DOCS / "methodology.md"
    rates = table((DOCS / "quality.md").read_text("utf-8"))
    return {page: _TABLE.sub(rf"\1\n{rates}\n", page.read_text("utf-8"))}
