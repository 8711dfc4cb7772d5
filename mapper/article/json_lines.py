"""JSON Lines: an object a line.

In: the text of a file. Out: each line's number with its object, or with what is wrong with it.
"""

import json
from collections.abc import Iterator
from typing import Any

from mapper.errors import ArticleError

# Far beyond any article's fields; a line nested deeper is an attack or a mistake.
_MAX_DEPTH_REASON = "nested too deeply"


def read_objects(text: str) -> Iterator[tuple[int, dict[str, Any] | ArticleError]]:
    """Read JSON Lines.

    Parameters
    ----------
    text
        Text of the file; blank lines are left out.

    Yields
    ------
    number
        Of the line, from 1.
    dict or ArticleError
        The object, or the error (not raised, so that the rest is read) that says why there is none.
    """
    # Not splitlines(): JSON strings may hold U+2028 and its like as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> dict[str, Any] | ArticleError:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return ArticleError(f"not JSON: {error.msg} (column {error.colno})")
    except (RecursionError, ValueError) as error:
        reason = _MAX_DEPTH_REASON if isinstance(error, RecursionError) else str(error)
        return ArticleError(f"not JSON that can be read: {reason}")
    if not isinstance(value, dict):
        return ArticleError("not a JSON object")
    return value
