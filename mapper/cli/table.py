"""Rows as a table of plain text, the same on a terminal and in a pipe."""

import unicodedata
from collections.abc import Sequence

from mapper.cli.terminal import one_line

# A cell wider than this is cut; `show` and `--json` give it whole.
MAX_CELL = 60


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write rows under their heads, columns two spaces apart; numbers stand to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(heads, *cells, strict=True)]
    numeric = [
        bool(rows) and all(isinstance(row[at], int | float) for row in rows)
        for at in range(len(heads))
    ]
    lines = [heads, *cells]
    return "\n".join("  ".join(map(_padded, line, widths, numeric)).rstrip() for line in lines)


def _cell(value: object) -> str:
    text = "" if value is None else one_line(str(value))
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"


def _width(text: str) -> int:
    """Columns on a terminal: wide signs take two, combining ones none (Unicode TR 11)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _padded(text: str, width: int, to_right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if to_right else text + space
