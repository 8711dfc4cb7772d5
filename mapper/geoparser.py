"""Recognise and resolve the place names of a text.

In: a text, or a text and the spans of its names. Out: `Toponym`s; `to_json` gives them as the
geoparse command writes them. Spans outside the text raise `ArticleError`,
which is a `ValueError`.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mapper.errors import ArticleError
from mapper.gazetteer import Gazetteer, Place
from mapper.resolution import resolve
from mapper.toponym import Toponym, recognise
from mapper.toponym.model import Use
from mapper.toponym.words import load

# A geocoder's first answer for a village is right about this often; it knows nothing of the text.
_GEOCODED = 0.6
Geocoder = Callable[[str, str | None], Place | None]


class Geoparser:
    """Finds places in texts. Cheap to make: the gazetteer is opened at the first text.

    Parameters
    ----------
    gazetteer
        The bundled one unless given.
    geocoder
        Called with a name that the gazetteer lacks and the alpha-2 code of the text's country (or
        None); gives a place or None. Never called unless given.
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
        toponyms = recognise(text, self.gazetteer)
        found = resolve(text, toponyms, self.gazetteer, country_hint=country_hint)
        if self._geocoder is None:
            return found
        return _geocoded(found, self._geocoder, country_hint)

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


def _geocoded(
    toponyms: list[Toponym], geocoder: Geocoder, country_hint: str | None
) -> list[Toponym]:
    """Ask `geocoder` once for each literal name that the gazetteer lacks."""
    asked: dict[tuple[str, str | None], Place | None] = {}
    found = []
    for toponym in toponyms:
        if toponym.missing and toponym.use is Use.LITERAL and not toponym.inner:
            country = toponym.place.country if toponym.place is not None else country_hint
            key = (toponym.name, country)
            if key not in asked:
                asked[key] = geocoder(*key)
            place = asked[key]
            if place is not None:
                toponym = dataclasses.replace(
                    toponym, place=place, confidence=_GEOCODED, missing=False, reason="geocoded"
                )
        found.append(toponym)
    return found


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
