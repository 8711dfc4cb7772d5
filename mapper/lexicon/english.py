"""The small words of English that the engine needs, whatever the field.

In: the table and the list of `english.toml`. Out: a set of words. A name that the file lacks raises
`KeyError` when the module that asks for it is imported, so that a wrong name is found at once.
"""

import functools
import tomllib
from importlib import resources


@functools.cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = resources.files("mapper.lexicon").joinpath("english.toml").read_text("utf-8")
    return tomllib.loads(text)


def words(table: str, name: str) -> frozenset[str]:
    """Return the list `name` of `[table]`: words and phrases in lower case, without an order.

    Raises
    ------
    KeyError
        When the file has no such table or list.
    """
    return frozenset(_tables()[table][name])


def lists(table: str) -> dict[str, frozenset[str]]:
    """Return all lists of `[table]` by their names.

    Raises
    ------
    KeyError
        When the file has no such table.
    """
    return {name: frozenset(listed) for name, listed in _tables()[table].items()}
