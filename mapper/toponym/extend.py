"""Names that are longer than what the gazetteer knows of them.

"North London", "Southern California", "Fraser Valley", "Rostov Oblast": a capitalised direction
before or a capitalised kind word behind belongs to the name. In: place names of a text; they are
changed in place.
"""

from mapper.gazetteer import Gazetteer
from mapper.toponym.evidence import Surroundings
from mapper.toponym.model import Use
from mapper.toponym.scan import Mention

# Words for parts of a country: the gazetteer files the name without them.
_KINDS_BEHIND = frozenset(
    ("area", "region", "province", "oblast", "district", "prefecture", "raion", "lga")
)
_BETWEEN = frozenset(("international", "regional", "central", "municipal", "air", "railway"))
_SIZES = frozenset(
    ("greater", "upper", "lower", "far", "downtown", "inner", "outer", "mid", "mainland")
    + ("metropolitan",)
)


def extend(mentions: list[Mention], around: Surroundings, gazetteer: Gazetteer) -> None:
    """Lengthen the mentions that the text writes longer."""
    last = -1
    for mention in mentions:
        if mention.use in {Use.LITERAL, Use.METONYM}:
            if _ahead(mention, last, around):
                whole = around.document.text[mention.start : mention.end]
                if gazetteer.lookup(whole):
                    mention.name = whole
            _behind(mention, around)
        last = mention.last


def _ahead(mention: Mention, after: int, around: Surroundings) -> bool:
    """Take capitalised directions before the name into it; tell whether there were any."""
    document, words = around.document, around.words
    if _nature_ahead(mention, around):
        return True
    longer = False
    while True:
        index = mention.first - 1
        word = document.lower(index)
        if (
            index < max(after, 0)
            or not document.name_like[index]
            or not document.glued[mention.first]
            or document.opens[index]
            or word not in words.directions
            and word not in _SIZES
        ):
            return longer
        longer = True
        mention.first = index
        mention.start = document.tokens[index].start


def _behind(mention: Mention, around: Surroundings) -> None:
    document, words = around.document, around.words
    last = mention.last
    if not document.is_name(last) or not document.glued[last] or document.opens[last]:
        return
    while document.lower(last) in _BETWEEN and document.is_name(last + 1):
        last += 1
    word = document.lower(last)
    if document.is_name(last + 1) and document.glued[last + 1] and not document.opens[last + 1]:
        return
    if word in words.sure_heads or word in words.kinds and word not in words.heads:
        if word in {"city", "state", "area", "region", "port", "camp"}:
            mention.kind_said = words.singular.get(word, word)
            if word in {"city", "state"}:
                return
        mention.kind_said = words.singular.get(word, word)
        mention.last = last + 1
        mention.end = document.tokens[last].end
        if word not in _KINDS_BEHIND:
            mention.name = document.text[document.tokens[mention.first].start : mention.end]


def _nature_ahead(mention: Mention, around: Surroundings) -> bool:
    """Take "Sea of", "Lake" or "Mount" before the name into it."""
    document, words = around.document, around.words
    index = mention.first - 1
    if document.lower(index) == "of":
        index -= 1
    elif document.lower(index) not in {"lake", "mount", "cape"}:
        return False
    word = document.lower(index)
    if not document.is_name(index) or words.kinds.get(word, ("",))[0] not in {"water", "landform"}:
        return (
            word in {"mount", "cape"} and document.is_name(index) and document.glued[mention.first]
        )
    mention.first, mention.start = index, document.tokens[index].start
    mention.name = document.text[mention.start : mention.end]
    mention.kind_said = words.singular.get(word, word)
    return True
