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
        The kind that the text itself says ("region", "district", "village"), or None.
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
