"""The geoparser as a component of a spaCy pipeline: `nlp.add_pipe("mapper_geoparser")`.

In: a spaCy `Doc`. Out: the same, with `doc._.toponyms`, `span._.toponym` and `span._.place`. What
is kept with the document is plain data (spans, ids, numbers), so that it survives `Doc.to_bytes`,
a `DocBin` and several processes; places are read from the gazetteer when they are asked for. A
wrong setting raises `ValueError`, a missing gazetteer `GazetteerError`.
"""

import dataclasses
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geoparser import Geoparser
from mapper.toponym.model import Candidate, Toponym, Use

# Under this key of `Doc.user_data` stand the path of the gazetteer and the toponyms as plain data.
KEY = "mapper_geoparser"
ENTITY_LABELS = ("GPE", "LOC", "FAC")
# The labels of OntoNotes, which spaCy's English models use: GPE has a government, LOC has none.
_LABELS = {
    Kind.COUNTRY: "GPE",
    Kind.REGION: "GPE",
    Kind.SUBREGION: "GPE",
    Kind.SETTLEMENT: "GPE",
    Kind.DISTRICT: "GPE",
    Kind.FACILITY: "FAC",
}
_OTHER_LABEL = "LOC"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Resolves the place names of documents; made by `nlp.add_pipe` with its settings.

    Attributes
    ----------
    resolve
        "own" recognises the names; "entities" takes the entities of `doc.ents` as they are.
    labels
        Labels of the entities that are resolved; all when empty.
    uses
        What the names may stand for; others are left out.
    set_ents
        True to write into `doc.ents`: with "own" the names as entities, where there is none yet,
        and with both the id of the place as `kb_id_`.
    gazetteer
        Path of a gazetteer file; None for the bundled one.
    """

    resolve: Literal["own", "entities"]
    labels: frozenset[str]
    uses: frozenset[Use]
    set_ents: bool
    gazetteer: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the place names of `doc`."""
        geoparser = Geoparser(_opened(self.gazetteer))
        if self.resolve == "entities":
            spans = [ent for ent in doc.ents if not self.labels or ent.label_ in self.labels]
            places = [(span.start_char, span.end_char) for span in spans]
            toponyms = geoparser.resolve(doc.text, places)
        else:
            toponyms = geoparser.parse(doc.text)
            spans = [_tokens(doc, toponym) for toponym in toponyms]
        kept = [(t, s) for t, s in zip(toponyms, spans, strict=True) if t.use in self.uses]
        doc.user_data[KEY] = {
            "gazetteer": self.gazetteer,
            "toponyms": [_packed(toponym) for toponym, _ in kept],
            "spans": [[span.start_char, span.end_char] for _, span in kept],
        }
        if self.set_ents:
            doc.set_ents(_entities(doc, kept), default="unmodified")
        return doc


@Language.factory(
    "mapper_geoparser",
    assigns=["doc._.toponyms", "span._.toponym", "span._.place"],
    default_config={
        "resolve": "own",
        "labels": list(ENTITY_LABELS),
        "uses": [str(use) for use in Use],
        "set_ents": False,
        "gazetteer": None,
    },
)
def make_component(
    nlp: Language,
    name: str,
    *,
    resolve: Literal["own", "entities"],
    labels: list[str],
    uses: list[str],
    set_ents: bool,
    gazetteer: str | None,
) -> Component:
    """Make the component; see `Component` for its settings.

    Raises
    ------
    ValueError
        When `uses` names what is no use.
    """
    del nlp, name
    known = {str(use) for use in Use}
    if wrong := sorted(set(uses) - known):
        msg = f"uses has {', '.join(map(repr, wrong))}; it is a list of {', '.join(sorted(known))}."
        raise ValueError(msg)
    return Component(
        resolve=resolve,
        labels=frozenset(labels),
        uses=frozenset(map(Use, uses)),
        set_ents=set_ents,
        gazetteer=gazetteer,
    )


def _tokens(doc: Doc, toponym: Toponym) -> Span:
    """Give the tokens that `toponym` lies in: all of a token that it is only a part of."""
    span = doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
    # None is for offsets outside the text, which toponyms of this text do not have.
    return doc[0:0] if span is None else span


def _entities(doc: Doc, found: list[tuple[Toponym, Span]]) -> list[Span]:
    """Give the document's entities with the ids of places, and toponyms where there are none."""
    toponyms = {(span.start, span.end): toponym for toponym, span in found}
    ents = []
    for ent in doc.ents:
        toponym = toponyms.get((ent.start, ent.end))
        ident = _id(toponym) if toponym is not None else ent.kb_id_
        ents.append(Span(doc, ent.start, ent.end, ent.label_, kb_id=ident, span_id=ent.id_))
    taken = {token.i for ent in ents for token in ent}
    new = [
        Span(doc, span.start, span.end, _label(toponym), kb_id=_id(toponym))
        for toponym, span in found
        if not any(token.i in taken for token in span)
    ]
    return [*ents, *filter_spans(new)]


def _label(toponym: Toponym) -> str:
    if toponym.use is Use.DEMONYM:
        return "NORP"
    return _LABELS.get(toponym.place.kind, _OTHER_LABEL) if toponym.place else "GPE"


def _id(toponym: Toponym) -> str:
    return toponym.place.id if toponym.place is not None else ""


def _packed(toponym: Toponym) -> dict[str, Any]:
    """Give a toponym as plain data: places as [id, name], without the text, which the doc has."""
    plain = {
        field.name: getattr(toponym, field.name)
        for field in dataclasses.fields(toponym)
        if field.name != "text"
    }
    return {
        **plain,
        "use": str(toponym.use),
        "place": _packed_place(toponym.place),
        "candidates": [[_packed_place(c.place), c.score] for c in toponym.candidates],
        "parts": list(toponym.parts),
        "within": list(toponym.within),
        "inner": [_packed(inner) for inner in toponym.inner],
    }


def _packed_place(place: Place | None) -> list[str] | None:
    # The id alone would do but for unions, whose name the gazetteer does not keep.
    return None if place is None else [place.id, place.name]


def _unpacked(plain: dict[str, Any], text: str, gazetteer: Gazetteer) -> Toponym:
    places = [(_place(packed, gazetteer), score) for packed, score in plain["candidates"]]
    return Toponym(
        **{
            **plain,
            "text": text[plain["start"] : plain["end"]],
            "use": Use(plain["use"]),
            "place": _place(plain["place"], gazetteer),
            "candidates": tuple(
                Candidate(place=place, score=score) for place, score in places if place is not None
            ),
            "parts": tuple(plain["parts"]),
            "within": tuple(plain["within"]),
            "inner": tuple(_unpacked(inner, text, gazetteer) for inner in plain["inner"]),
        }
    )


def _place(packed: Sequence[str] | None, gazetteer: Gazetteer) -> Place | None:
    if packed is None:
        return None
    place = gazetteer.place(packed[0])
    return None if place is None else dataclasses.replace(place, name=packed[1])


def toponyms(doc: Doc) -> list[Toponym]:
    """Give the toponyms of `doc` in order; empty when the component has not seen it."""
    kept = doc.user_data.get(KEY)
    return [] if kept is None else list(_all(doc, kept, range(len(kept["toponyms"]))))


def _all(doc: Doc, kept: dict[str, Any], numbers: Iterable[int]) -> Iterator[Toponym]:
    gazetteer = _opened(kept["gazetteer"])
    return (_unpacked(kept["toponyms"][number], doc.text, gazetteer) for number in numbers)


def toponym(span: Span) -> Toponym | None:
    """Give the toponym whose tokens are those of `span`, None when there is none."""
    kept = span.doc.user_data.get(KEY)
    if kept is None:
        return None
    # Lists come back from `Doc.to_bytes` as tuples.
    at = [tuple(pair) for pair in kept["spans"]]
    sought = (span.start_char, span.end_char)
    return next(_all(span.doc, kept, [at.index(sought)])) if sought in at else None


def place(span: Span) -> Place | None:
    """Give the place that `span` names, None when there is none or it is not known."""
    found = toponym(span)
    return None if found is None else found.place


class _Opened(threading.local):
    """The gazetteers that this thread has open, by process and path.

    A connection of SQLite goes neither to another thread nor to a process that is forked.
    """

    def __init__(self) -> None:
        self.gazetteers: dict[tuple[int, str | None], Gazetteer] = {}


_OPENED = _Opened()


def _opened(path: str | None) -> Gazetteer:
    """Give the gazetteer at `path`, opened at the first question, so that it keeps its caches."""
    known = _OPENED.gazetteers
    key = (os.getpid(), path)
    if key not in known:
        known[key] = Gazetteer.open(path)
    return known[key]


Doc.set_extension("toponyms", getter=toponyms)
Span.set_extension("toponym", getter=toponym)
Span.set_extension("place", getter=place)
