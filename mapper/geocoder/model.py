"""What a geocoder is asked, and what becomes of it."""

import dataclasses
import datetime as dt
import enum

from mapper.gazetteer.model import Kind, Place


class Outcome(enum.StrEnum):
    """What became of a question. Only a failure is worth asking again."""

    FOUND = "found"
    NOT_FOUND = "not found"
    FAILED = "failed"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A name, as the text spells it, and the alpha-2 code of the country that it is looked for in.

    A name without a country is not asked for: of all places in the world with that name, the
    geocoder's first is a guess.
    """

    name: str
    country: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of a question.

    Attributes
    ----------
    places
        Those that the name could mean, by id; empty unless found. Which one it is, the text that
        names it decides.
    reason
        For people: why it failed, or why none of the answers was taken.
    retry_at
        When the service wants to be asked again, in UTC; None when it does not say.
    is_final
        True when asking for other names would fail too: a wrong key, a used-up quota, 429.
    """

    outcome: Outcome
    places: tuple[Place, ...] = ()
    reason: str = ""
    retry_at: dt.datetime | None = None
    is_final: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One place as a service describes it, read and not yet believed.

    Attributes
    ----------
    ident
        Its id, such as `osm:node/240042` or `geonames:703448`.
    names
        All its names, the one to show first.
    kind
        None when the service does not tell kinds.
    country
        Alpha-2 code in capitals, or None.
    region
        Name of its first-order division, or None.
    box
        South, west, north, east in degrees, or None.
    """

    ident: str
    names: tuple[str, ...]
    lat: float
    lon: float
    kind: Kind | None = None
    country: str | None = None
    region: str | None = None
    population: int = 0
    box: tuple[float, float, float, float] | None = None
