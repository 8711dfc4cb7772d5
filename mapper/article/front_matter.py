"""Front matter: what an article says about itself between two lines of `---`.

In: text that begins with `---`. Out: its scalar entries and the text below. `ArticleError` when it
is not closed, is no YAML mapping, or is larger than any front matter is.

Only the events of the YAML parser are read and no objects are built: tags, anchors and nesting of
a hostile file have no effect, and `no` stays the language `no`.
"""

import re

from mapper.errors import ArticleError

_MAX_CHARS = 20_000
# The time that the parser takes grows with the square of the depth; lists of tags have one or two.
_MAX_DEPTH = 20
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)


def has_front_matter(text: str) -> bool:
    """Whether the text begins with a line of `---`."""
    return _OPENING.match(text) is not None


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Separate front matter from the text below it.

    Parameters
    ----------
    text
        Text for which `has_front_matter` holds.

    Returns
    -------
    entries
        Names in lower case with their scalar values as written; lists and mappings are left out.
    body
        The text below the closing line.

    Raises
    ------
    ArticleError
        When the closing line is missing within 20,000 characters, the YAML is broken, or it is
        not a mapping.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    closing = _CLOSING.search(text, start, start + _MAX_CHARS)
    if closing is None:
        msg = "front matter is not closed by a line of ---"
        raise ArticleError(msg)
    return _scalars(text[start : closing.start()]), text[closing.end() :]


def _scalars(source: str) -> dict[str, str]:
    """Scalar entries of the top-level mapping."""
    import yaml

    entries: dict[str, str] = {}
    depth = 0
    key: str | None = None
    try:
        for event in yaml.parse(source, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                    msg = "front matter is not a list of `name: value` lines"
                    raise ArticleError(msg)
                key = None if depth == 2 else key
                if depth > _MAX_DEPTH:
                    msg = "front matter is nested too deeply"
                    raise ArticleError(msg)
            elif isinstance(event, yaml.ScalarEvent):
                if depth == 0 and event.value:
                    msg = "front matter is not a list of `name: value` lines"
                    raise ArticleError(msg)
                if depth == 1 and key is None:
                    key = event.value
                elif depth == 1 and key is not None:
                    entries[key.strip().lower()] = event.value
                    key = None
            elif isinstance(event, yaml.AliasEvent):
                msg = "front matter with aliases is not read"
                raise ArticleError(msg)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark is not None else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
        msg = f"broken front matter{where}: {problem}; a value with a colon needs quotes"
        raise ArticleError(msg) from error
    return entries
