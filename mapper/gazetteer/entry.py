"""A place while the gazetteer is being built, and the weight that it gets.

Mutable on purpose: tables, outlines and computed shapes each add to what the world list says.
"""

import dataclasses
import unicodedata
from typing import TYPE_CHECKING

from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclasses.dataclass(slots=True, kw_only=True)
class Entry:
    """One place to be written; see `mapper.gazetteer.model.Place` for what the fields mean.

    `admin1`, `admin2` and `capital` are ids of other entries. `curated` is set for a place of our
    own tables, which were chosen because news names them. `stem` is the bare name of a division
    ("Kharkiv"), as good as its full one. `prior` overrides the computed weight. `reach_degrees` is
    how far a division goes from its point where nothing else tells its shape.
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
    stem: str = ""
    prior: int | None = None
    reach_degrees: float | None = None

    def geometry(self) -> "BaseGeometry":
        """Give the shape, or the point where there is none (lon/lat)."""
        import shapely

        if self.shape is None:
            return shapely.Point(self.lon, self.lat)
        return shapely.from_wkb(self.shape)


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
    if entry.prior is not None:
        return entry.prior
    factor, floor = _BY_KIND[entry.kind]
    return round((entry.population * factor + floor) * _LEADS_FACTOR[entry.leads])


# Scripts in which texts of the supported kind name places; the rest would be a tenth of the file.
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN")


def is_useful_name(name: str) -> bool:
    """Tell whether an alternate name of the world list is a name that a text could use.

    Left out are airport and locality codes ("HRK"), single letters, machine romanisations of other
    scripts, which are all lower case ("kiyebha") and would turn up in running text, and scripts
    that the program does not read.
    """
    if len(name) < 2 or name.isascii() and len(name) <= 3 and name.isupper():
        return False
    if name == name.lower() and name != name.upper() and name[0] < "\u0370":
        return False
    letter = next((char for char in name if char.isalpha()), "")
    if not letter or not unicodedata.name(letter, "").startswith(_SCRIPTS):
        return False
    return len(name_key(name)) > 1


# Marks that only romanisations of Arabic, Persian and Hebrew script use, in the countries of these.
_ROMANISATION_MARKS = frozenset("\u0304\u0323\u0327\u0331\u0324\u0307")
_ROMANISATION_LETTERS = {ord(char): None for char in "\u2018\u2019\u02bb\u02bc\u02be\u02bf`"}


def plain_romanisation(name: str) -> str:
    """Take the marks of learned romanisation off a name: "Khān Yūnis" is "Khan Yunis"."""
    letters = unicodedata.normalize("NFD", name.translate(_ROMANISATION_LETTERS))
    kept = "".join(char for char in letters if char not in _ROMANISATION_MARKS)
    return unicodedata.normalize("NFC", kept)
