"""Recognise and resolve the place names of a text.

In: a text, or a text and the spans of its names. Out: `Toponym`s; `to_json` gives them as the
geoparse command writes them. Spans outside the text raise `ArticleError`,
which is a `ValueError`.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mapper.errors import ArticleError
from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geocoder.choice import Surroundings, choose
from mapper.resolution import resolve
from mapper.toponym import Toponym, recognise
from mapper.toponym.model import Use
from mapper.toponym.words import load

# A geocoder's first answer for a village is right about this often; it knows nothing of the text.
_GEOCODED = 0.6
# The `reason` of a toponym that the gazetteer lacks and the geocoder knows.
GEOCODED = "geocoded"
# The country of a text is the one that it says this much more of than of any other: a name that is
# looked for in the wrong country may be found there.
_COUNTRY_LEAD = 1.5
# A name this sure says what the text is about.
_SURE = 0.5
_POINTS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})
# Towns and regions tell more about where things happen than nations, which act abroad.
_COUNTRY_WEIGHTS = {Use.LITERAL: 2.0, Use.EMBEDDED: 1.0, Use.METONYM: 0.5, Use.DEMONYM: 0.5}
Geocoder = Callable[[str, str | None], Place | Sequence[Place] | None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """A name that the gazetteer lacks, and the alpha-2 code of the country to look for it in.

    `start` and `end` are code points of the text, end exclusive.
    """

    name: str
    country: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The toponyms of a text in order, and those of its names that the gazetteer lacks.

    A name is among `unknown` whether or not a geocoder knew it; not when nothing tells a country.
    """

    toponyms: list[Toponym]
    unknown: tuple[UnknownName, ...]


class Geoparser:
    """Finds places in texts. Cheap to make: the gazetteer is opened at the first text.

    Parameters
    ----------
    gazetteer
        The bundled one unless given.
    geocoder
        Called with a name that the gazetteer lacks and the alpha-2 code of the text's country (or
        None); gives a place, the places that it could be, or None. Of several, the text decides;
        when it does not, the name stays without a place. Never called unless given.
    """

    def __init__(
        self, gazetteer: Gazetteer | None = None, geocoder: Geocoder | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._geocoder = geocoder

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer in use; opened now if it was not."""
        if self._gazetteer is None:
            self._gazetteer = Gazetteer.open()
        return self._gazetteer

    def parse(self, text: str, *, country_hint: str | None = None) -> list[Toponym]:
        """Find and resolve the place names in `text`, in order of their place."""
        return self.read(text, country_hint=country_hint).toponyms

    def read(self, text: str, *, country_hint: str | None = None) -> Parsed:
        """Do what `parse` does, and tell which names the gazetteer lacks."""
        toponyms = recognise(text, self.gazetteer)
        found = resolve(text, toponyms, self.gazetteer, country_hint=country_hint)
        missing = [t for t in found if t.missing and t.use is Use.LITERAL and not t.inner]
        if not missing:
            return Parsed(toponyms=found, unknown=())
        main = country_hint or _country(found)
        countries = {id(t): t.place.country if t.place is not None else main for t in missing}
        unknown = tuple(
            UnknownName(name=t.name, country=country, start=t.start, end=t.end)
            for t in missing
            if (country := countries[id(t)]) is not None
        )
        if self._geocoder is not None:
            found = _geocoded(text, found, countries, self._geocoder, self.gazetteer)
        return Parsed(toponyms=found, unknown=unknown)

    def resolve(self, text: str, spans: Iterable[Sequence[int]]) -> list[Toponym]:
        """Resolve the names at `spans` of `text`: one toponym a span, in the order of the spans.

        Spans are (start, end) in code points, end exclusive.

        Raises
        ------
        ArticleError
            When a span is empty or lies outside the text.
        """
        wanted = [_checked(span, len(text)) for span in spans]
        found = recognise(text, self.gazetteer)
        names = plain(found)
        known = {(t.start, t.end): t for t in (*found, *names)}
        starts = {t.start: t for t in names}
        given = [_at(text, span, known, starts) for span in wanted]
        rest = [
            t for t in names if not any(t.start < end and start < t.end for start, end in wanted)
        ]
        return resolve(text, [*given, *rest], self.gazetteer)[: len(given)]

    def names(self, text: str, *, country_hint: str | None = None) -> list[Toponym]:
        """Find and resolve the plain names in `text`: no descriptions, and no composed places.

        "southern Ukraine" gives Ukraine, "the Belarus-Ukraine border" both countries, "the capital"
        nothing. Faster than `parse`, since no geometry is needed.
        """
        toponyms = plain(recognise(text, self.gazetteer))
        return resolve(text, toponyms, self.gazetteer, country_hint=country_hint, derived=False)


def _country(toponyms: Iterable[Toponym]) -> str | None:
    """Give the country that a text is about; None when it is about several alike, or about none."""
    weights: dict[str, float] = {}
    for toponym in toponyms:
        place = toponym.place
        if place is None or place.country is None or toponym.missing:
            continue
        worth = _COUNTRY_WEIGHTS[toponym.use]
        if toponym.use is Use.LITERAL and place.kind is Kind.COUNTRY:
            worth /= 2.0
        weights[place.country] = weights.get(place.country, 0.0) + worth
    ranked = sorted(weights.values(), reverse=True)
    if not ranked or len(ranked) > 1 and ranked[0] < _COUNTRY_LEAD * ranked[1]:
        return None
    return max(weights, key=lambda code: weights[code])


def _geocoded(
    text: str,
    toponyms: list[Toponym],
    countries: dict[int, str | None],
    geocoder: Geocoder,
    gazetteer: Gazetteer,
) -> list[Toponym]:
    """Ask `geocoder` once for each name that `countries` (by identity of the toponym) has."""
    asked: dict[tuple[str, str | None], Place | Sequence[Place] | None] = {}
    found = []
    for toponym in toponyms:
        if id(toponym) in countries:
            key = (toponym.name, countries[id(toponym)])
            if key not in asked:
                asked[key] = geocoder(*key)
            answer = asked[key]
            if not isinstance(answer, Place):
                answer = _chosen(text, toponym, toponyms, tuple(answer or ()), gazetteer)
            toponym = _placed(toponym, answer, bool(asked[key]))
        found.append(toponym)
    return found


def _chosen(
    text: str,
    toponym: Toponym,
    toponyms: Sequence[Toponym],
    places: Sequence[Place],
    gazetteer: Gazetteer,
) -> Place | None:
    """Choose among several places by what stands in the same paragraph, else in the text."""
    if not places:
        return None
    # A paragraph is a line of the text.
    start = text.rfind("\n", 0, toponym.start) + 1
    end = text.find("\n", toponym.end)
    beside = [t for t in toponyms if t.start >= start and (end < 0 or t.end <= end)]
    chosen = (choose(places, _around(toponym, near), gazetteer) for near in (beside, toponyms))
    return next((place for place in chosen if place is not None), None)


def _around(toponym: Toponym, others: Iterable[Toponym]) -> Surroundings:
    """Gather what others say of where a name may lie."""
    regions: set[str] = set()
    points: set[tuple[float, float]] = set()
    for other in others:
        place = other.place
        if place is None or other.missing or other.confidence < _SURE:
            continue
        if place.kind in _POINTS and other.use in {Use.LITERAL, Use.EMBEDDED}:
            points.add((place.lat, place.lon))
        elif place.kind is not Kind.REGION:
            continue
        if place.admin1_id is not None:
            regions.add(place.admin1_id)
    return Surroundings(
        holder=toponym.place,
        kind_said=toponym.kind_said,
        regions=frozenset(regions),
        points=tuple(sorted(points)),
    )


def _placed(toponym: Toponym, place: Place | None, is_known: bool) -> Toponym:
    """Give a toponym the place that the geocoder knows, or say that there are several."""
    if place is not None:
        return dataclasses.replace(
            toponym, place=place, confidence=_GEOCODED, missing=False, reason=GEOCODED
        )
    if is_known and toponym.place is None:
        reason = "ambiguous: nothing tells which of the geocoder's places is meant"
        return dataclasses.replace(toponym, reason=reason)
    return toponym


def _checked(span: Sequence[int], size: int) -> tuple[int, int]:
    start, end = span
    if not 0 <= start < end <= size:
        msg = f"Span ({start}, {end}) is empty or outside the text of {size} characters."
        raise ArticleError(msg)
    return start, end


def _at(
    text: str,
    span: tuple[int, int],
    known: dict[tuple[int, int], Toponym],
    starts: dict[int, Toponym],
) -> Toponym:
    """Give what recognition knows at `span`, else a toponym of the bare words."""
    if span in known:
        return known[span]
    start, end = span
    words = text[start:end]
    other = starts.get(start)
    name = " ".join(words.split())
    toponym = Toponym(start=start, end=end, text=words, name=name)
    if other is None:
        behind = starts.get(end + 2) if text[end : end + 2] == ", " else None
        if behind is not None and not behind.definite:
            toponym = dataclasses.replace(toponym, within=(behind.name,))
        head, _, tail = name.rpartition(" ")
        if head and tail.islower() and tail in load().kinds:
            return dataclasses.replace(toponym, name=head, kind_said=load().singular[tail])
        return toponym
    # Recognition drew the span otherwise; what it read around the name holds all the same.
    return dataclasses.replace(
        toponym, use=other.use, kind_said=other.kind_said, within=other.within
    )


def plain(toponyms: Iterable[Toponym]) -> list[Toponym]:
    """Give the plain names only: those inside composed phrases, and no descriptions."""
    names: list[Toponym] = []
    for toponym in toponyms:
        if toponym.inner:
            names.extend(toponym.inner)
        elif not toponym.definite:
            names.append(toponym)
    return names


def to_json(toponym: Toponym) -> dict[str, Any]:
    """Give one toponym as the geoparse command writes it; nulls when unresolved."""
    place = toponym.place
    return {
        "start": toponym.start,
        "end": toponym.end,
        "text": toponym.text,
        "place_id": place.id if place else None,
        "name": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "kind": str(place.kind) if place else None,
        "use": str(toponym.use),
        "confidence": round(toponym.confidence, 4),
    }


def parse_to_json(
    geoparser: Geoparser, text: str, uses: Iterable[Use] = tuple(Use)
) -> list[dict[str, Any]]:
    """Give the plain names of `text` as the geoparse command writes them, those of `uses` only."""
    wanted = frozenset(uses)
    return [to_json(t) for t in geoparser.names(text) if t.use in wanted]
