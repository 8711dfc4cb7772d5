"""Places as the gazetteer gives them."""

import dataclasses
import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class Kind(enum.StrEnum):
    """What sort of place; the value is what exports show."""

    FACILITY = "facility"  # power plant, port, air base, bridge, checkpoint, camp, airport
    DISTRICT = "district"  # part of a city
    SETTLEMENT = "settlement"  # city, town, village
    SUBREGION = "subregion"  # second-order division: raion, county, township, department
    REGION = "region"  # first-order division: oblast, state, province, governorate
    COUNTRY = "country"
    BORDER = "border"  # line between two countries
    AREA = "area"  # vague, historical or composed: Donbas, southern Ukraine, Sahel, West Bank
    WATER = "water"  # sea, river, lake, strait
    LANDFORM = "landform"  # island, peninsula, mountain, desert
    CONTINENT = "continent"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer, or one derived from it.

    Attributes
    ----------
    id
        `geonames:703448`, or an id of the bundled gazetteer's own such as `mapper:border-BY-UA`.
        A derived place carries its derivation behind a `#`: `geonames:690791#south`.
    lat, lon
        WGS 84 degrees of a representative point.
    country
        ISO 3166-1 alpha-2 code; None for seas, continents and borders.
    admin1, admin2
        Names of the first- and second-order division that it lies in (its own name for a region),
        or None.
    admin1_id, admin2_id
        The gazetteer's ids of these, or None.
    parent
        Id of the place that it is part of (the city of a district, the town of a facility), or
        None.
    population
        Inhabitants, 0 when unknown.
    shape
        Well-known binary of the geometry, lon/lat; None means a point at `lat`, `lon`.
    approximate
        True when the shape is computed (Voronoi cells, a cut by compass direction), not surveyed.
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    admin1_id: str | None = None
    admin2: str | None = None
    admin2_id: str | None = None
    parent: str | None = None
    population: int = 0
    shape: bytes | None = dataclasses.field(default=None, repr=False)
    approximate: bool = False

    @property
    def geometry(self) -> "BaseGeometry":
        """The geometry in lon/lat (x, y), WGS 84."""
        import shapely

        return (
            shapely.from_wkb(self.shape)
            if self.shape is not None
            else shapely.Point(self.lon, self.lat)
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place that a name could mean, and how the name names it.

    Attributes
    ----------
    naming
        `name` (a name of the place), `demonym` (its people or adjective: "Ukrainian"),
        `capital` never stands here: "the capital" is resolved later.
    weight
        Prior among places of this name, 0 to 1 within one look-up, from population and kind.
    preferred
        True when the name is the place's main or English name and not one of its alternate names.
    """

    place: Place
    naming: str
    weight: float
    preferred: bool
