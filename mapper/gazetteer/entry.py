"""A place while the gazetteer is being built, and the weight that it gets.

Mutable on purpose: tables, outlines and computed shapes each add to what the world list says.
"""

import dataclasses

from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key


@dataclasses.dataclass(slots=True, kw_only=True)
class Entry:
    """One place to be written; see `mapper.gazetteer.model.Place` for what the fields mean.

    `admin1`, `admin2` and `capital` are ids of other entries. `curated` is set for a place of our
    own tables, which were chosen because news names them.
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    parent: str | None = None
    population: int = 0
    names: set[str] = dataclasses.field(default_factory=set)
    demonyms: set[str] = dataclasses.field(default_factory=set)
    shape: bytes | None = None
    approximate: bool = False
    capital: str | None = None
    leads: int = 0  # 1 capital of a region, 2 capital of a country
    curated: bool = False


# How much more often than by its population alone a place is meant, by kind: (factor, floor).
# Floors stand for places whose population nobody counts. A region counts far less than its people,
# because its bare name nearly always means the town that it is called after.
_BY_KIND: dict[Kind, tuple[float, float]] = {
    Kind.FACILITY: (0.0, 3_000),
    Kind.DISTRICT: (0.1, 4_000),
    Kind.SETTLEMENT: (1.0, 200),
    Kind.SUBREGION: (0.03, 100),
    Kind.REGION: (0.15, 5_000),
    Kind.COUNTRY: (2.0, 3_000_000),
    Kind.BORDER: (0.0, 1_000),
    Kind.AREA: (0.2, 400_000),
    Kind.WATER: (0.0, 100_000),
    Kind.LANDFORM: (0.0, 50_000),
    Kind.CONTINENT: (1.0, 100_000_000),
}
_LEADS_FACTOR = (1.0, 1.5, 3.0)


def prior_of(entry: Entry) -> int:
    """Weigh `entry` against places of the same name: about the number of people it stands for."""
    factor, floor = _BY_KIND[entry.kind]
    return round((entry.population * factor + floor) * _LEADS_FACTOR[entry.leads])


def is_useful_name(name: str) -> bool:
    """Tell whether an alternate name of the world list is a name that a text could use.

    Left out are airport and locality codes ("HRK"), single letters, and machine romanisations of
    other scripts, which are all lower case ("kiyebha") and would turn up in running text.
    """
    if len(name) < 2 or name.isascii() and len(name) <= 3 and name.isupper():
        return False
    if name == name.lower() and name != name.upper() and name[0] < "\u0370":
        return False
    return len(name_key(name)) > 1
