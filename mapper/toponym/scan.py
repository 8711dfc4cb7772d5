"""Names that the gazetteer knows, wherever a text writes one.

In: a `Document`. Out: `Mention`s in order, none overlapping, each the longest name at its place.
Whether a mention stands for the place is judged later.
"""

import dataclasses

from mapper.gazetteer import Gazetteer, Kind, Match
from mapper.toponym.cases import CYRILLIC, declined, is_persons, is_surname_like
from mapper.toponym.document import Document, is_wrapped
from mapper.toponym.model import Use
from mapper.toponym.words import Words

_LONGEST_NAME = (
    7  # words; "Saint Helena, Ascension and Tristan da Cunha" is cut, nothing in news is
)
_PLANT = frozenset(("plant", "base", "station", "strip", "bank"))
_INSIDE = frozenset(".-'’&")
# Log-free steps of population: how much a settlement's name alone speaks for the place.
_BY_POPULATION = ((1_000_000, 3.5), (300_000, 3.0), (100_000, 2.5), (30_000, 1.8), (5_000, 1.2))
_SMALL_TOWN = 0.8
# A village whose name is not its main one.
_LEAST = 0.3
# What a city of 300,000 has, and what a country has; see above.
_LARGE_CITY = 3.0
_FAMOUS = 4.0
# An alternate name that hardly means anything else is nearly as good as a main one.
_ONLY = 0.95
_BY_KIND = {
    Kind.COUNTRY: 5.0,
    Kind.CONTINENT: 4.5,
    Kind.AREA: 4.0,
    Kind.REGION: 3.5,
    Kind.WATER: 3.0,
    Kind.LANDFORM: 2.5,
    Kind.SUBREGION: 1.2,
    Kind.DISTRICT: 1.2,
    Kind.FACILITY: 1.5,
    Kind.BORDER: 3.0,
}


@dataclasses.dataclass(slots=True)
class Mention:
    """A possible place name at tokens `first` to `last` (exclusive), as far as it is judged."""

    first: int
    last: int
    start: int
    end: int
    name: str
    matches: tuple[Match, ...]
    strength: float
    score: float = 0.0
    use: Use = Use.LITERAL
    kind_said: str | None = None
    within: tuple[str, ...] = ()
    relation: str | None = None
    offset_km: float | None = None
    bearing_deg: float | None = None
    abbreviated: bool = False

    @property
    def words(self) -> int:
        """Number of tokens."""
        return self.last - self.first

    @property
    def is_demonym(self) -> bool:
        """Whether the name is that of a people."""
        return bool(self.matches) and self.matches[0].naming == "demonym"


def strength_of(matches: tuple[Match, ...]) -> float:
    """Say how likely a bare word that the gazetteer has `matches` for is the name of a place.

    0 for an unknown word, 1 a village, 3.5 a city of a million, 5 a country.
    """
    best = 0.0
    for match in matches[:3]:
        place = match.place
        if match.naming == "demonym":
            return 4.0
        if place.kind is Kind.SETTLEMENT:
            value = _of_settlement(place.population)
        else:
            value = _BY_KIND[place.kind]
        if not match.preferred and place.kind is not Kind.COUNTRY:
            value -= 0.4 if match.weight > _ONLY else 1.0
        best = max(best, value)
    return best


def _of_settlement(population: int) -> float:
    for least, strength in _BY_POPULATION:
        if population >= least:
            return strength
    return _SMALL_TOWN


def scan(document: Document, gazetteer: Gazetteer, words: Words) -> list[Mention]:
    """Find the names of `document`."""
    found: list[Mention] = []
    index = 0
    while index < len(document.tokens):
        mention = _longest(document, index, gazetteer, words) if document.name_like[index] else None
        if mention is None:
            index += 1
        else:
            found.append(mention)
            index = mention.last
    return found


def _longest(document: Document, first: int, gazetteer: Gazetteer, words: Words) -> Mention | None:
    """Give the longest name that begins at token `first`."""
    abbreviated = _abbreviation(document, first, gazetteer, words)
    if abbreviated is not None:
        return abbreviated
    tokens, text = document.tokens, document.text
    start = tokens[first].start
    best: Mention | None = None
    for last in range(first, min(first + _LONGEST_NAME, len(tokens))):
        token = tokens[last]
        if last > first and not _continues(document, last):
            break
        if not token.text[0].isalnum():
            continue
        name = text[start : token.end]
        matches, longer = gazetteer.lookup_longer(name)
        if matches and (
            document.name_like[last]
            or (token.lower in words.facility_heads or token.lower in _PLANT)
            and _is_known_whole(matches)
        ):
            best = Mention(first, last + 1, start, token.end, name, matches, strength_of(matches))
        if not longer:
            break
    if CYRILLIC.match(tokens[first].text):
        return _in_cyrillic(document, first, best, gazetteer, words)
    return _without_article(document, _shortened(document, best, gazetteer, words), gazetteer)


def _in_cyrillic(
    document: Document, first: int, direct: Mention | None, gazetteer: Gazetteer, words: Words
) -> Mention | None:
    """Read a Cyrillic name in any case; `direct` is what stands there as written.

    The longest name counts, of equal ones the best known. Many surnames are forms of places' names
    ("Иванова"): without a preposition of place before it, only a large city is believed.
    """
    placed = document.lower(first - 1) in words.strong_prepositions
    surname = is_surname_like(document.tokens[first].text) and not placed
    if not placed and is_persons(document.tokens[first].text, words):
        return direct if direct is not None and direct.words > 1 else None
    best = direct
    for last, name, matches, kind in declined(document, first, gazetteer, words):
        strength = strength_of(matches)
        if surname and last == first + 1 and strength < _least(document, first, name):
            continue
        if strength > _LEAST and (best is None or (last, strength) > (best.last, best.strength)):
            start, end = document.tokens[first].start, document.tokens[last - 1].end
            best = Mention(first, last, start, end, name, matches, strength, kind_said=kind)
    if best is not None and best.last > first + 1:
        best.strength = max(best.strength, _LARGE_CITY)  # hardly anything else has two such words
    return best


def _least(document: Document, first: int, name: str) -> float:
    """Give how well known a place must be whose name, in this case, may be a surname.

    "Иванова" is a woman's name, or a man's in the genitive, before it is a case of "Иваново".
    """
    if name == document.tokens[first].text:
        return 0.0
    return _FAMOUS if name.endswith("о") else _LARGE_CITY


def _without_article(
    document: Document, mention: Mention | None, gazetteer: Gazetteer
) -> Mention | None:
    """Leave "The" out where the name goes without: The Philippines do, The Hague does not."""
    if mention is None or mention.words == 1 or document.lower(mention.first) != "the":
        return mention
    start = document.tokens[mention.first + 1].start
    name = document.text[start : mention.end]
    matches = gazetteer.lookup(name)
    if not matches or matches[0].place.id != mention.matches[0].place.id:
        return mention
    first = mention.first + 1
    return Mention(first, mention.last, start, mention.end, name, matches, strength_of(matches))


def _shortened(
    document: Document, mention: Mention | None, gazetteer: Gazetteer, words: Words
) -> Mention | None:
    """Give the shorter name where the last word belongs to what follows it.

    "Kyiv City Military Administration" has Kyiv in it and not Kyiv City; "University of Michigan
    Center for ..." has Michigan.
    """
    if mention is None or mention.words < 2:
        return mention
    first, last = mention.first, mention.last - 1
    tail = document.lower(last)
    if not _belongs_on(document, tail, first, mention.last, words):
        return mention
    end = document.tokens[last - 1].end
    name = document.text[mention.start : end]
    matches = gazetteer.lookup(name)
    if not matches:
        return mention
    return Mention(first, last, mention.start, end, name, matches, strength_of(matches))


def _belongs_on(document: Document, tail: str, first: int, last: int, words: Words) -> bool:
    """Whether the word `tail` before token `last` goes with what follows."""
    if tail in words.heads:
        return document.lower(first - 1) == "of"
    if tail not in {"city", "state", "region"} or last >= len(document.tokens):
        return False
    follows = document.lower(last)
    if not document.glued[last]:
        return False
    if follows in {"airport", "council", "police", "hall", "military"}:
        return True
    return (
        document.name_like[last]
        and tail != "city"
        or document.name_like[last]
        and (follows in words.heads or follows in words.lower_modifiers)
    )


def _is_known_whole(matches: tuple[Match, ...]) -> bool:
    """Whether a name that ends in a small word ("nuclear power plant") is a place's own."""
    return matches[0].naming == "name" and matches[0].preferred


def _continues(document: Document, index: int) -> bool:
    token, before = document.tokens[index], document.tokens[index - 1]
    if document.glued[index] or is_wrapped(document.text, before.end, token.start):
        return True
    if token.text in _INSIDE or token.lower == "'s":
        return token.start == before.end
    if before.lower == "'s":
        return token.start - before.end == 1 and document.name_like[index]
    return before.text in _INSIDE and token.start - before.end <= 1 and not document.opens[index]


def _abbreviation(
    document: Document, first: int, gazetteer: Gazetteer, words: Words
) -> Mention | None:
    """Read "U.S.", "B.C." or "Fla." at token `first`."""
    tokens, text = document.tokens, document.text
    stop = first
    while (
        stop + 1 < len(tokens)
        and tokens[stop].end == tokens[stop + 1].start
        and stop - first < 8
        and (tokens[stop + 1].text == "." or tokens[stop].text == ".")
    ):
        stop += 1
    for last in range(stop, first - 1, -1):
        written = text[tokens[first].start : tokens[last].end]
        name = words.abbreviations.get(written)
        if name is None and last == first and written in words.postal:
            name = words.postal[written] if document.lower(first - 1) == "," else None
        if name is not None:
            # "La." and "Ind." are also ends of sentences.
            doubt = 2.0 if written.endswith(".") and written.count(".") == 1 else 0.0
            return _meant(document, first, last + 1, name, gazetteer, doubt)
    start = tokens[first].start
    if not text.startswith(words.spelt_out, start):
        return None
    for written in words.spelt_out:
        if text.startswith(written, start):
            end, last = start + len(written), first
            while last < len(tokens) and tokens[last].end <= end:
                last += 1
            if last > first and tokens[last - 1].end == end:
                return _meant(document, first, last, words.abbreviations[written], gazetteer, 0.0)
    return None


def _meant(
    document: Document, first: int, last: int, name: str, gazetteer: Gazetteer, doubt: float
) -> Mention | None:
    """Give the mention of tokens `first` to `last`, exclusive, looked up as `name`."""
    matches = gazetteer.lookup(name)
    if not matches:
        return None
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    return Mention(
        first, last, start, end, name, matches, strength_of(matches) - doubt, abbreviated=True
    )
