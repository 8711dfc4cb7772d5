"""What a place name stands for: the place, its people, its government, or a part of another name.

In: a `Document` and a `Mention` that is a place name. Out: its `Use`.
"""

from mapper.gazetteer import Gazetteer, Kind
from mapper.toponym.document import Document
from mapper.toponym.evidence import Surroundings
from mapper.toponym.model import Use
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

_AUXILIARIES = frozenset(
    ("has", "have", "had", "also", "now", "then", "again", "later", "still", "would", "will")
)

# Houses that are called after places where they do not stand.
_HOUSES = frozenset({"hotel", "restaurant", "café", "cafe", "cinema", "palace", "nightclub"})
# Divisions that are called after what governs them.
_DIVISIONS = (("local", "government"), ("lga",), ("council", "area"), ("municipal", "district"))

# "ambassador to X", "a spokesman for X"; "the embassy in X" stands there.
_ABROAD = {
    "to": ("ambassador", "ambassadors", "envoy", "envoys"),
    "for": ("spokesman", "spokeswoman", "spokesperson", "envoy"),
}


def use_of(mention: Mention, around: Surroundings, gazetteer: Gazetteer) -> Use:
    """Say what `mention` stands for."""
    if mention.is_demonym:
        return Use.DEMONYM
    if _is_embedded(mention, around):
        return Use.EMBEDDED
    if is_seat_of_power(mention, gazetteer) and _is_metonym(mention, around):
        return Use.METONYM
    return Use.LITERAL


def is_seat_of_power(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the name, first of all, is that of a country or of a country's capital."""
    if not mention.matches:
        return False
    place = mention.matches[0].place
    if place.kind is Kind.COUNTRY:
        return True
    if place.country is None or place.kind is not Kind.SETTLEMENT:
        return False
    country = gazetteer.country(place.country)
    capital = gazetteer.capital_of(country) if country is not None else None
    return capital is not None and capital.id == place.id


def _is_embedded(mention: Mention, around: Surroundings) -> bool:
    document, words = around.document, around.words
    if _is_division(document, mention.last):
        return False
    if _is_house(document, mention):
        return True
    run = around.run_of.get(mention.first)
    if run is not None:
        for index in range(mention.last, run.last):
            if document.lower(index) == "-":
                break
            if document.lower(index) in words.heads or document.lower(index) in words.titles:
                return True
        if run.last > mention.last and _is_first_name(mention, around):
            return True
    return _is_of_head(document, mention, words) or _is_before_head(document, mention.last, words)


def _is_division(document: Document, last: int) -> bool:
    """Whether words behind a name make it a division and no office: "Local Government Area"."""
    behind = tuple(document.words[last : last + 2])
    return behind in _DIVISIONS or behind[:1] in _DIVISIONS


def _is_house(document: Document, mention: Mention) -> bool:
    """Whether a house is called after a place elsewhere: "the Cairo Hotel", "Hotel Paris"."""
    behind = document.lower(mention.last) in _HOUSES and document.is_name(mention.last)
    ahead = document.lower(mention.first - 1) in _HOUSES and document.is_name(mention.first - 1)
    return behind or ahead


def _is_first_name(mention: Mention, around: Surroundings) -> bool:
    """Whether an unknown name goes on behind it: "Calgary Flames", "Boston Dynamics"."""
    document, words = around.document, around.words
    last = mention.last
    word = document.lower(last)
    if document.headline[last] or not document.glued[last] or word == "-":
        return False
    other = around.by_token.get(last)
    if other is not None and other.score > 0.0 and other.strength >= 1.0:
        return False
    if word in words.kinds or word in words.facility_heads:
        return False
    return word not in words.directions


def _is_of_head(document: Document, mention: Mention, words: Words) -> bool:
    """Whether it is of an office or organisation: "the mayor of Kyiv", "ambassador to Turkey"."""
    at = mention.first - 1
    while document.lower(at) in words.directions or document.lower(at) == "the":
        at -= 1
    head = document.lower(at - 1)
    if document.lower(at) == "of":
        known = words.of_heads if document.is_name(at - 1) else words.lower_of_heads
        return head in known
    return head in _ABROAD.get(document.lower(at), ())


def _is_before_head(document: Document, at: int, words: Words) -> bool:
    """Whether an office follows: "Kharkiv regional administration", "Ukraine's air force"."""
    if document.lower(at) in {"'s", "'", "’"}:
        at += 1
    elif document.lower(at) in words.kinds and document.lower(at) not in words.lower_modifiers:
        at += 1  # "Donetsk region governor"
    for step in range(4):
        word = document.lower(at)
        if word in words.lower_heads or word in words.titles and document.is_name(at):
            return word not in words.kinds or step > 0
        if document.is_name(at) and word in words.heads and step > 0:
            return True
        if word not in words.lower_modifiers and not (step and word in {"and", "-"}):
            return False
        at += 1
    return False


def _is_metonym(mention: Mention, around: Surroundings) -> bool:
    document, words = around.document, around.words
    at = mention.last
    before = document.lower(mention.first - 1)
    if (before,) in words.metonym_before or (
        document.lower(mention.first - 2),
        before,
    ) in words.metonym_before:
        return True
    if document.lower(at) == "-":
        return document.lower(at + 1) in words.backed
    if document.lower(at) in {"'s", "'", "’"}:
        return any(document.lower(at + step) in words.possessed for step in (1, 2))
    if _is_party(mention, around):
        return True
    if before in words.place_prepositions or before == "the" and mention.strength < 5.0:
        return False
    return _acts(document, at, around)


def _acts(document: Document, at: int, around: Surroundings) -> bool:
    """Whether a verb of governments follows, also over "and Kyiv"."""
    words = around.words
    if document.lower(at) == "and":
        other = around.by_token.get(at + 1)
        if other is not None and other.first == at + 1 and other.strength >= 2.5:
            at = other.last
    while document.lower(at) in _AUXILIARIES or document.lower(at).endswith("ly"):
        at += 1
    return document.lower(at) in words.metonym_verbs


def _is_party(mention: Mention, around: Surroundings) -> bool:
    """Whether it is one of two in "talks between Kyiv and Moscow", "the Kyiv and Moscow talks"."""
    document = around.document
    first, last = mention.first, mention.last
    if document.lower(first - 1) == "and":
        other = around.by_token.get(first - 2)
        first = other.first if other is not None else first
    elif document.lower(last) == "and" and around.by_token.get(last + 1) is None:
        return False
    if document.lower(first - 1) != "between":
        return False
    return any(document.lower(first - step) in around.words.dealings for step in range(2, 6))
