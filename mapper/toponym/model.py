"""Place names in a text."""

import dataclasses
import enum

from mapper.gazetteer.model import Place


class Use(enum.StrEnum):
    """What a place name stands for where it is written (contract, section 4)."""

    LITERAL = "literal"  # the place
    DEMONYM = "demonym"  # "Ukrainian drones"
    METONYM = "metonym"  # "Moscow said": the government
    EMBEDDED = "embedded"  # inside an organisation's or an office's name


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a toponym could mean. `score` is a probability among the candidates."""

    place: Place
    score: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name at a span of a text, with the place that it was resolved to.

    Attributes
    ----------
    start, end
        Code points into the text, end exclusive; `text` is exactly that slice.
    name
        What was looked up: without article, possessive and kind word.
    use
        What the name stands for.
    place
        The place meant, or None when unresolved or ambiguous; `reason` says which and why.
    confidence
        Probability that `place` is right, 0 to 1; 0 when unresolved.
    candidates
        Best first; empty when the gazetteer has none.
    kind_said
        The kind that the text itself says, in the singular ("region", "oblast", "village",
        "border", "capital"), or None.
    parts
        Compass directions that the phrase cuts out of the place ("north", "southeast", "central"):
        "southern and eastern Ukraine" has two. The span then covers the whole phrase.
    offset_km, bearing_deg
        "12 km south of Pokrovsk" has 12 and 180 (degrees clockwise from north) on Pokrovsk; None
        without a distance. `place` is Pokrovsk all the same.
    relation
        How the text puts something beside this place: "south of", "near", "outside"; None when the
        place itself is meant.
    within
        Names of the places that the text says this one lies in, nearest first ("Ukraine" for
        "Ukraine's Chernihiv region").
    missing
        True when the gazetteer has no place of this name that fits what the text says. `place` is
        then a known place that the text puts it into, if any; a geocoder can be asked for more.
    definite
        True for a description and not a name: "the capital", "the Ukrainian capital".
    inner
        The plain names inside a composed phrase, such as both countries of "the Belarus-Ukraine
        border"; empty for a plain name.
    """

    start: int
    end: int
    text: str
    name: str
    use: Use = Use.LITERAL
    place: Place | None = None
    confidence: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    kind_said: str | None = None
    reason: str = ""
    parts: tuple[str, ...] = ()
    offset_km: float | None = None
    bearing_deg: float | None = None
    relation: str | None = None
    within: tuple[str, ...] = ()
    missing: bool = False
    definite: bool = False
    inner: "tuple[Toponym, ...]" = ()
