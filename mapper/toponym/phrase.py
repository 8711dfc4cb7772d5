"""What the words around a name add to it: kind, direction, distance, border.

In: a `Document` and the `Mention`s that are place names. Out: `Toponym`s in order.
"""

from mapper.toponym.document import Document
from mapper.toponym.model import Toponym, Use
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words


def compose(document: Document, mentions: list[Mention], words: Words) -> list[Toponym]:
    """Make toponyms of `mentions`, with kinds from lists and composed phrases."""
    _say_kinds(document, mentions, words)
    return [_plain(document, mention) for mention in mentions]


def _plain(document: Document, mention: Mention) -> Toponym:
    return Toponym(
        start=mention.start,
        end=mention.end,
        text=document.text[mention.start : mention.end],
        name=mention.name,
        use=mention.use,
        kind_said=mention.kind_said,
        within=mention.within,
        relation=mention.relation,
        offset_km=mention.offset_km,
        bearing_deg=mention.bearing_deg,
    )


def _say_kinds(document: Document, mentions: list[Mention], words: Words) -> None:
    """Set the kind from a word after or before each name; a plural holds for the whole list."""
    for number, mention in enumerate(mentions):
        after = document.lower(mention.last)
        if after in words.kinds and document.glued[mention.last]:
            kind = words.singular[after]
            mention.kind_said = kind
            if kind != after:
                _spread(document, mentions, number, kind)
            continue
        before = document.lower(mention.first - 1)
        if before == "of" and document.lower(mention.first - 2) in words.before_of:
            before = document.lower(mention.first - 2)
        if before in words.before_of and before in words.kinds and mention.kind_said is None:
            mention.kind_said = words.singular[before]


def _spread(document: Document, mentions: list[Mention], last: int, kind: str) -> None:
    """Give `kind` to the names before `last` that stand in one list with it."""
    for number in range(last - 1, -1, -1):
        gap = range(mentions[number].last, mentions[number + 1].first)
        if len(gap) > 3 or any(
            document.lower(index) not in {",", "and", "or", "&", "the"} for index in gap
        ):
            return
        if mentions[number].use is Use.DEMONYM:
            return
        mentions[number].kind_said = kind
