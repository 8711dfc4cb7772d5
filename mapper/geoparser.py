"""Recognise and resolve the place names of a text.

In: a text, or a text and the spans of its names. Out: `Toponym`s; `to_json` gives them as the
geoparse command writes them. What is no text, and spans that are none, lie outside the text or
overlap raise `ArticleError`, which is a `ValueError`.
"""

import dataclasses
import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mapper.errors import ArticleError
from mapper.gazetteer import Gazetteer, Place
from mapper.geocoder.document import (
    Geocoder,
    UnknownName,
    countries_of_missing,
    geocoded,
    unknown_names,
)
from mapper.resolution import resolve
from mapper.toponym import Toponym, recognise
from mapper.toponym.model import Use
from mapper.toponym.words import load

_ARTICLE = re.compile(r"^[Tt][Hh][Ee] (?=\w)")
_POSSESSIVE = re.compile(r"(?:['’]s?)?[\"'”’»)]*\s*$")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What recognition found in a text: by span, and the plain names in order of their place."""

    gazetteer: Gazetteer
    spans: dict[tuple[int, int], Toponym]
    names: list[Toponym]
    starts: list[int]

    def starting(self, start: int) -> Toponym | None:
        """Give the plain name that begins at `start`."""
        at = bisect_left(self.starts, start)
        return self.names[at] if self.starts[at : at + 1] == [start] else None


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
        An open one, or the path of a gazetteer file; the bundled one unless given.
    geocoder
        Called with a name that the gazetteer lacks and the alpha-2 code of the text's country (or
        None); gives a place, the places that it could be, or None. Of several, the text decides;
        when it does not, the name stays without a place. Never called unless given.
    """

    def __init__(
        self,
        gazetteer: Gazetteer | str | Path | None = None,
        geocoder: Geocoder | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._geocoder = geocoder

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer in use; opened now if it was not.

        Raises
        ------
        GazetteerError
            When it is a path, and no gazetteer of this version is there.
        """
        if not isinstance(self._gazetteer, Gazetteer):
            self._gazetteer = Gazetteer.open(self._gazetteer)
        return self._gazetteer

    def parse(self, text: str, *, country_hint: str | None = None) -> list[Toponym]:
        """Find and resolve the place names in `text`, in order of their place.

        Raises
        ------
        ArticleError
            When `text` is no string; any string will do.
        """
        return self.read(text, country_hint=country_hint).toponyms

    def read(self, text: str, *, country_hint: str | None = None) -> Parsed:
        """Do what `parse` does, and tell which names the gazetteer lacks.

        Raises
        ------
        ArticleError
            When `text` is no string.
        """
        _check_text(text)
        toponyms = recognise(text, self.gazetteer)
        found = resolve(text, toponyms, self.gazetteer, country_hint=country_hint)
        countries = countries_of_missing(found, country_hint)
        unknown = unknown_names(found, countries)
        if countries and self._geocoder is not None:
            found = geocoded(text, found, countries, self._geocoder, self.gazetteer)
        return Parsed(toponyms=found, unknown=unknown)

    def resolve(self, text: str, spans: Iterable[Sequence[int]]) -> list[Toponym]:
        """Resolve the names at `spans` of `text`: one toponym a span, in the order of the spans.

        Spans are (start, end) in code points, end exclusive. An article, a kind word or a
        possessive may stand inside: "the city of Kyiv", "Kyiv's".

        Raises
        ------
        ArticleError
            When a span is no pair of whole numbers, is empty, lies outside the text, or overlaps
            another.
        """
        _check_text(text)
        wanted = _checked(spans, len(text))
        names = plain(found := recognise(text, self.gazetteer))
        known = _Known(
            gazetteer=self.gazetteer,
            spans={(t.start, t.end): t for t in (*found, *names)},
            names=names,
            starts=[t.start for t in names],
        )
        given = [_at(text, span, known) for span in wanted]
        rest = _outside(names, sorted((t.start, t.end) for t in given))
        answers = resolve(text, [*given, *rest], self.gazetteer)
        return [
            dataclasses.replace(answer, start=start, end=end, text=text[start:end])
            for answer, (start, end) in zip(answers, wanted, strict=False)
        ]

    def names(self, text: str, *, country_hint: str | None = None) -> list[Toponym]:
        """Find and resolve the plain names in `text`: no descriptions, and no composed places.

        "southern Ukraine" gives Ukraine, "the Belarus-Ukraine border" both countries, "the capital"
        nothing. Faster than `parse`, since no geometry is needed.

        Raises
        ------
        ArticleError
            When `text` is no string.
        """
        _check_text(text)
        toponyms = plain(recognise(text, self.gazetteer))
        return resolve(text, toponyms, self.gazetteer, country_hint=country_hint, derived=False)


def _check_text(text: object) -> None:
    if not isinstance(text, str):
        msg = f"A text is a string, not {type(text).__name__} ({text!r:.40}); decode it first."
        raise ArticleError(msg)


def _checked(spans: Iterable[Sequence[int]], size: int) -> list[tuple[int, int]]:
    """Give the spans as pairs, when all lie within a text of `size` and none overlap."""
    try:
        listed = list(spans)
    except TypeError as error:
        msg = f"Spans are a list of (start, end), not {spans!r:.80}."
        raise ArticleError(msg) from error
    pairs = [_pair(span, size) for span in listed]
    for one, other in pairwise(sorted(pairs)):
        if other[0] < one[1]:
            msg = f"Spans {one} and {other} overlap; give each name once."
            raise ArticleError(msg)
    return pairs


def _pair(span: Sequence[int], size: int) -> tuple[int, int]:
    try:
        # Numbers of numpy are whole numbers too, truth values are none.
        start, end = (operator.index(value) for value in span if not isinstance(value, bool))
    except (TypeError, ValueError) as error:
        msg = f"{span!r:.80} is no span: give (start, end), two whole numbers."
        raise ArticleError(msg) from error
    if not 0 <= start < end <= size:
        msg = f"Span ({start}, {end}) is empty or outside the text of {size} characters."
        raise ArticleError(msg)
    return start, end


def _outside(names: list[Toponym], spans: list[tuple[int, int]]) -> list[Toponym]:
    """Give the names that overlap none of the sorted `spans`."""
    starts = [start for start, _ in spans]
    rest = []
    for name in names:
        before = bisect_right(starts, name.end - 1) - 1
        if before < 0 or spans[before][1] <= name.start:
            rest.append(name)
    return rest


def _at(text: str, span: tuple[int, int], known: _Known) -> Toponym:
    """Give what recognition knows at `span` or inside it, else a toponym of the bare words.

    A name inside it keeps its own place in the text, so that what stands around it still counts.
    """
    if span in known.spans:
        return known.spans[span]
    start, end = span
    words = text[start:end]
    inner = _inside(text, span, known)
    if inner is not None:
        return inner
    name = " ".join(words.split()) or words
    bare = _ARTICLE.sub("", _POSSESSIVE.sub("", name))
    if bare and not known.gazetteer.lookup(name):
        name = bare
    toponym = Toponym(start=start, end=end, text=words, name=name)
    other = known.starting(start)
    if other is not None:
        # Recognition drew the span otherwise; what it read around the name holds all the same.
        return dataclasses.replace(
            toponym, use=other.use, kind_said=other.kind_said, within=other.within
        )
    behind = known.starting(end + 2) if text[end : end + 2] == ", " else None
    if behind is not None and not behind.definite:
        toponym = dataclasses.replace(toponym, within=(behind.name,))
    head, _, tail = name.rpartition(" ")
    if head and tail.islower() and tail in load().kinds:
        return dataclasses.replace(toponym, name=head, kind_said=load().singular[tail])
    return toponym


def _inside(text: str, span: tuple[int, int], known: _Known) -> Toponym | None:
    """Give the name inside `span` that it means: "the city of Kyiv", "Kyiv's", "Paris, Texas".

    Before it stand small words only, behind it a possessive, a kind word or where it lies.
    """
    start, end = span
    first = bisect_left(known.starts, start)
    name = known.names[first] if first < len(known.names) else None
    if name is None or name.end > end or name.definite:
        return None
    ahead = text[start : name.start].removeprefix("The ")
    behind = _POSSESSIVE.sub("", text[name.end : end]).strip()
    if not ahead.islower() and ahead.strip("\"'“‘«( "):
        return None
    small = behind.islower() and behind in load().kinds
    return name if not behind or small or behind.startswith(",") else None


def plain(toponyms: Iterable[Toponym]) -> list[Toponym]:
    """Give the plain names only: those inside composed phrases, and no descriptions."""
    names: list[Toponym] = []
    for toponym in toponyms:
        if toponym.inner:
            names.extend(toponym.inner)
        elif not toponym.definite:
            names.append(toponym)
    return names


def to_json(toponym: Toponym, *, candidates: bool = False) -> dict[str, Any]:
    """Give one toponym as the geoparse command writes it; nulls when unresolved.

    `reason` says why there is no place, or a doubtful one. With `candidates` those that were
    weighed stand in order, each with its share of 1.
    """
    place = toponym.place
    answer: dict[str, Any] = {
        "start": toponym.start,
        "end": toponym.end,
        "text": toponym.text,
        **_place_json(place),
        "kind": str(place.kind) if place else None,
        "use": str(toponym.use),
        "confidence": round(toponym.confidence, 4),
        "reason": toponym.reason or None,
    }
    if candidates:
        answer["candidates"] = [
            {**_place_json(one.place), "share": round(one.score, 4)} for one in toponym.candidates
        ]
    return answer


def _place_json(place: Place | None) -> dict[str, Any]:
    return {
        "place_id": place.id if place else None,
        "name": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
    }


def parse_to_json(
    geoparser: Geoparser,
    text: str,
    uses: Iterable[Use] = tuple(Use),
    *,
    candidates: bool = False,
) -> list[dict[str, Any]]:
    """Give the plain names of `text` as the geoparse command writes them, those of `uses` only."""
    wanted = frozenset(uses)
    found = (t for t in geoparser.names(text) if t.use in wanted)
    return [to_json(toponym, candidates=candidates) for toponym in found]
