"""Phrases that make a new place of others: parts, borders, capitals.

"southern and eastern Ukraine", "Ukraine's south, east and north regions", "the north of the
Kharkiv region", "the Belarus-Ukraine border", "the capital". In: a `Document` and its place
names. Out: `Composed` phrases in order, none overlapping.
"""

import dataclasses

from mapper.gazetteer import Kind
from mapper.toponym.document import Document
from mapper.toponym.model import Use
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

_POSSESSIVE = frozenset(("'s", "'", "’"))
_AND = frozenset((",", "and", "or", "&"))
_BORDER_ADJECTIVES = ("land", "eastern", "western", "northern", "southern", "long", "shared")
_BORDER = frozenset(("border", "borders", "frontier", "frontiers", "borderline"))
_REGIONS = frozenset(
    ("regions", "region", "parts", "part", "areas", "provinces", "oblasts", "states", "districts")
)
_SEATS = frozenset(("capital", "centre", "center"))
# What a description is told by: "the regional capital", "the southern and eastern regions".
_DESCRIBING = _SEATS | {word for word in _REGIONS if word.endswith("s")}
_NOUNS = frozenset(
    ("north", "south", "east", "west", "centre", "center")
    + ("northeast", "northwest", "southeast", "southwest")
)


@dataclasses.dataclass(frozen=True, slots=True)
class Composed:
    """A phrase over tokens `first` to `last` (exclusive) that is made of `names`."""

    first: int
    last: int
    names: tuple[Mention, ...]
    kind: str | None = None
    parts: tuple[str, ...] = ()
    definite: bool = False


def find_composed(document: Document, mentions: list[Mention], words: Words) -> list[Composed]:
    """Find the composed phrases of `document`."""
    by_token = {index: m for m in mentions for index in range(m.first, m.last)}
    found = [_parts(document, mention, by_token, words) for mention in mentions]
    if not _BORDER.isdisjoint(document.words):
        found += [_border(document, mention, by_token, words) for mention in mentions]
    found += _descriptions(document, by_token, words)
    kept: list[Composed] = []
    used: set[int] = set()
    phrases = [phrase for phrase in found if phrase is not None]
    for phrase in sorted(phrases, key=lambda p: (p.kind != "border", p.first - p.last, p.first)):
        if used.isdisjoint(range(phrase.first, phrase.last)):
            kept.append(phrase)
            used.update(range(phrase.first, phrase.last))
    return sorted(kept, key=lambda p: p.first)


def _border(
    document: Document, mention: Mention, by_token: dict[int, Mention], words: Words
) -> Composed | None:
    """Read a border that begins with `mention`, or with the word "border" before it."""
    at = mention.last
    if document.lower(at) in {"-", "–", "—", "/", "and"}:
        other = by_token.get(at + 1)
        if other is not None and other.first == at + 1 and document.lower(other.last) in _BORDER:
            return _line(document, mention.first, other.last + 1, (mention, other), words)
    start = mention.first
    if document.lower(start - 1) == "the":
        start -= 1
    if document.lower(at) in _POSSESSIVE:
        at += 1
    if document.lower(at) in _BORDER_ADJECTIVES:
        for adjective in _BORDER_ADJECTIVES:
            at += document.lower(at) == adjective
    if document.lower(at) in _BORDER:
        other = _named_after(document, at + 1, ("with",), by_token)
        if other is not None:
            return _line(document, mention.first, other.last, (mention, other), words)
        if document.lower(at + 1) not in words.not_border:
            return _line(document, mention.first, at + 1, (mention,), words)
        return None
    # "the border between A and B", "the border with A", "the border of A and B"
    link = document.lower(start - 1)
    if link in {"between", "of", "with"} and document.lower(start - 2) in _BORDER:
        other = _named_after(document, mention.last, ("and",), by_token)
        if other is not None and link != "with":
            return _line(document, start - 2, other.last, (mention, other), words)
        return _line(document, start - 2, mention.last, (mention,), words)
    return None


def _line(
    document: Document, first: int, last: int, names: tuple[Mention, ...], words: Words
) -> Composed | None:
    if document.lower(last) in words.not_border and document.glued[last]:
        return None
    return Composed(first, last, names, kind="border")


def _named_after(
    document: Document, at: int, links: tuple[str, ...], by_token: dict[int, Mention]
) -> Mention | None:
    if document.lower(at) not in links:
        return None
    at += 1
    if document.lower(at) == "the":
        at += 1
    other = by_token.get(at)
    return other if other is not None and other.first == at else None


def _parts(
    document: Document, mention: Mention, by_token: dict[int, Mention], words: Words
) -> Composed | None:
    """Read the compass directions before or after `mention`."""
    if mention.use is Use.EMBEDDED:
        return None
    end = mention.last
    if mention.kind_said is not None and document.lower(end) in words.kinds and document.glued[end]:
        end += 1
    ahead = mention.first - 1
    if not mention.is_demonym:
        parts, first = _directions_before(document, ahead, words)
        if parts and document.lower(first - 1) != "-":
            return Composed(first, end, (mention,), mention.kind_said, parts)
        at = ahead - 1 if document.lower(ahead) == "the" else ahead
        # "the east of Yemen's third city" is no part of Yemen.
        owner = document.lower(mention.last) in _POSSESSIVE
        if document.lower(at) in {"of", "in"} and not owner:
            parts, first = _directions_before(document, at - 1, words)
            if document.lower(at) == "of" and not parts:
                # "the southern region of Stavropol" is Stavropol, which lies in the south.
                whole = document.lower(at - 1) == "region" and not _is_country(mention)
                skip = at - 2 if document.lower(at - 1) in _REGIONS and not whole else at
                parts, first = _directions_before(document, skip, words) if skip < at else ((), at)
            if parts and document.lower(first - 1) in {"the", "in"} and document.lower(at) == "of":
                return Composed(first, end, (mention,), mention.kind_said, parts)
    if document.lower(mention.last) in _POSSESSIVE or mention.is_demonym:
        at = mention.last + (0 if mention.is_demonym else 1)
        parts, last = _directions_after(document, at, words)
        if parts:
            many = document.lower(last) in _REGIONS
            if many or not mention.is_demonym and document.glued[last : last + 1] != [True]:
                return Composed(mention.first, last + many, (mention,), None, parts)
            if not mention.is_demonym and document.lower(last - 1) in _NOUNS:
                return Composed(mention.first, last, (mention,), None, parts)
    return None


def _is_country(mention: Mention) -> bool:
    return bool(mention.matches) and mention.matches[0].place.kind is Kind.COUNTRY


def _directions_before(document: Document, index: int, words: Words) -> tuple[tuple[str, ...], int]:
    """Read "southern, eastern and northern" backwards from `index`: the parts, the first token."""
    parts: list[str] = []
    first = index + 1
    while index >= 0:
        word = document.lower(index)
        if word in words.directions:
            parts.insert(0, words.directions[word])
            first = index
        elif (word not in _AND and word != "the") or not parts:
            break
        index -= 1
    return tuple(dict.fromkeys(parts)), first


def _directions_after(document: Document, index: int, words: Words) -> tuple[tuple[str, ...], int]:
    """Read "south, east and north" from `index`: the parts, the token after the last."""
    parts: list[str] = []
    last = index
    while index < len(document.tokens):
        word = document.lower(index)
        if word in words.directions and not document.name_like[index]:
            parts.append(words.directions[word])
            last = index + 1
        elif (word not in _AND and word != "the") or not parts:
            break
        index += 1
    return tuple(dict.fromkeys(parts)), last


def _descriptions(document: Document, by_token: dict[int, Mention], words: Words) -> list[Composed]:
    """Find places that are described and not named."""
    found = []
    for index, word in enumerate(document.words):
        if word not in _DESCRIBING:
            continue
        if word in _SEATS and document.lower(index - 1) in words.seats:
            phrase = _seat(document, index)
        elif word == "capital":
            phrase = _capital(document, index, by_token, words)
        elif word in _REGIONS:
            phrase = _nameless_parts(document, index, by_token, words)
        else:
            continue
        if phrase is not None:
            found.append(phrase)
    return found


def _capital(
    document: Document, index: int, by_token: dict[int, Mention], words: Words
) -> Composed | None:
    after = index + 1
    if document.lower(after) == "city":
        after += 1
    if document.lower(after) in words.not_capital or document.lower(index + 1) == "-":
        return None
    named = by_token.get(after)
    if (
        named is not None
        and named.first == after
        and document.glued[after]
        and not named.is_demonym
    ):
        return None
    before = document.lower(index - 1)
    owner = by_token.get(index - 1 if before not in _POSSESSIVE else index - 2)
    if owner is not None and owner.last in {index, index - 1}:
        return Composed(owner.first, after, (owner,), "capital", definite=True)
    if before not in {"the", "its", "their", "country's", "nation's"} and not (
        before == "'s" and document.lower(index - 2) in {"country", "nation"}
    ):
        return None
    if document.lower(after) == "of":
        at = after + (2 if document.lower(after + 1) == "the" else 1)
        owner = by_token.get(at)
        if owner is None:
            return None
        names: tuple[Mention, ...] = (owner,)
        if document.lower(owner.last) in _POSSESSIVE and owner.last + 1 in by_token:
            # "the capital of Pakistan's Balochistan province"
            names = (owner, by_token[owner.last + 1])
        return Composed(index - 1, names[-1].last, names, "capital", definite=True)
    return Composed(index - 1, after, (), "capital", definite=True)


def _seat(document: Document, index: int) -> Composed | None:
    """Read "the oblast centre", "the regional capital": the seat of the region spoken of."""
    if document.lower(index - 2) != "the" or document.lower(index + 1) == "of":
        return None
    return Composed(index - 2, index + 1, (), "seat", definite=True)


def _nameless_parts(
    document: Document, index: int, by_token: dict[int, Mention], words: Words
) -> Composed | None:
    """Read "the southern, eastern and northern regions" without a name."""
    parts, first = _directions_before(document, index - 1, words)
    if not parts or document.lower(first - 1) != "the" or document.lower(index + 1) == "of":
        return None
    if by_token.get(first - 1) is not None:
        return None
    return Composed(first - 1, index + 1, (), None, parts, definite=True)
