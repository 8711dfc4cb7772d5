"""Place names that the gazetteer lacks, told by what is written around them.

"the village of Plauru", "Larochette, Luxembourg", "Mill Lane Road", "near Burcot". In: a
`Document`, its runs of capitalised words and the names found so far. Out: `Mention`s without
matches, so that somebody can be asked for them.
"""

from mapper.gazetteer import Kind
from mapper.toponym.evidence import Surroundings, is_half
from mapper.toponym.people import Run
from mapper.toponym.scan import Mention

_CONTAINERS = frozenset((Kind.COUNTRY, Kind.REGION, Kind.SUBREGION))
_LONGEST = 4  # words
# Words of "a farming settlement", and of what follows up to the known name.
_APPOSITION = 8
_APPOSITION_ENDS = frozenset(
    ("in", "of", "on", "near", "about", "some", "around", "outside", "from", "north", "south")
    + ("east", "west", "where", "that", "which", "with", ",", ".")
)
_SETTLEMENTS = frozenset(
    ("village", "town", "settlement", "hamlet", "locality", "community", "city", "suburb")
    + ("neighbourhood", "neighborhood", "quarter", "district", "township", "port", "camp")
)
_ON = frozenset(("on", "against"))
# What follows the place where something happened.
_CLOSING = frozenset(
    (",", ".", ";", "on", "and", "where", "when", "after", "before", "while", "last", "this")
    + ("late", "early", "overnight", "yesterday", "today", "who", "as", "said", "killing", "in")
)


def find_unknown(kept: list[Mention], found: list[Run], around: Surroundings) -> list[Mention]:
    """Find the unknown place names in the runs that `kept` leaves free."""
    repeated = _repeated(found, around)
    taken = {index for mention in kept for index in range(mention.first, mention.last)}
    at = {mention.first: mention for mention in kept}
    free = [
        (first, run.last)
        for run in found
        if run.last - run.first <= _LONGEST + 2
        and taken.isdisjoint(range(run.first, run.last))
        and around.people.tokens.isdisjoint(range(run.first, run.last))
        and (first := _first(run, around)) is not None
        and not is_half(around.document, first, run.last)
    ]
    names = []
    doubtful = []
    for first, last in free:
        kind = _kind(first, last, around)
        described, outer = _described(first, last, at, around)
        if kind is None and not described and not _is_placed(first, last, at, around):
            doubtful.append((first, last))
            continue
        mention = _mention(first, last, kind, around)
        if outer is not None:
            mention.within = (outer.name,)
        names.append(mention)
    known = repeated | {mention.name for mention in names}
    again = [_mention(first, last, None, around) for first, last in doubtful]
    names.extend(mention for mention in again if mention.name in known)
    return names


def _repeated(found: list[Run], around: Surroundings) -> frozenset[str]:
    """Give the unknown words that stand in or near something more than once."""
    document = around.document
    counts: dict[str, int] = {}
    for run in found:
        token = document.tokens[run.first]
        placed = document.lower(run.first - 1) in {"in", "near", "outside"} and len(token.text) > 3
        if placed and run.last - run.first == 1 and not _is_ordinary(run.first, around):
            counts[token.text] = counts.get(token.text, 0) + 1
    return frozenset(word for word, count in counts.items() if count > 1)


def _first(run: Run, around: Surroundings) -> int | None:
    """Give the first token of the name proper: an ordinary word that opens a sentence is none."""
    first = run.first
    document, words = around.document, around.words
    if document.opens[first] and document.lower(first) in words.common:
        first += 1
    if first >= run.last or not document.name_like[first]:
        return None
    return first


def _kind(first: int, last: int, around: Surroundings) -> str | None:
    """Give the kind that the name ends in or that stands before it; None without one."""
    document, words = around.document, around.words
    head = document.lower(last - 1)
    if last - first >= 2 and head in words.sure_heads:
        ordinary = all(document.lower(i) in words.common for i in range(first, last - 1))
        return None if ordinary and last - first < 3 else words.singular.get(head, head)
    if (
        last - first in {2, 3}
        and document.lower(first) in words.before
        and document.glued[first + 1]
    ):
        return words.singular.get(document.lower(first), document.lower(first))
    if last - first > 3 or any(document.lower(i) in words.heads for i in range(first, last)):
        return None
    before = first - 1
    if document.lower(before) == "of":
        before -= 1
        if document.lower(before) in words.before_of:
            return words.singular.get(document.lower(before), document.lower(before))
    after = document.lower(last)
    if after in {"district", "province", "oblast", "raion", "county", "governorate", "township",
                 "village", "river", "island", "refugee"} and document.glued[last]:  # fmt: skip
        return words.singular.get(after, after)
    return None


def _described(
    first: int, last: int, at: dict[int, Mention], around: Surroundings
) -> tuple[bool, Mention | None]:
    """Whether the text says what an unknown name is, and the known one that it puts it into.

    "Tor-Donga, a farming settlement in Katsina-Ala", "Hokk (Bokkos LGA)", "Mbimbi, a locality five
    kilometres from Oicha".
    """
    document, words = around.document, around.words
    before = document.lower(first - 1)
    struck = before in _ON and document.lower(first - 2) in words.place_verb_nouns
    placed = struck or before in words.strong_prepositions
    outer = at.get(last + 1)
    if document.lower(last) == "(" and outer is not None:
        inside = document.lower(outer.last) == ")" or document.lower(outer.last + 1) == ")"
        return placed and inside, outer if inside else None
    if document.lower(last) != ",":
        return False, None
    if document.lower(last + 1) not in {"a", "an"}:
        return False, outer
    words_behind = [document.lower(j) for j in range(last + 2, last + 2 + _APPOSITION)]
    ends = next((n for n, word in enumerate(words_behind) if word in _APPOSITION_ENDS), 0)
    said = words_behind[:ends]
    if not any(word in _SETTLEMENTS for word in said):
        return False, outer
    behind = range(last + 2 + ends, last + 2 + ends + _APPOSITION)
    stop = next((j for j in behind if document.lower(j) in {",", ".", ";"}), behind.stop)
    outer = next((at[j] for j in behind if j < stop and j in at), None)
    return placed, outer


def _is_placed(first: int, last: int, at: dict[int, Mention], around: Surroundings) -> bool:
    """Whether an unknown name stands where only a place can: "in Larochette, Luxembourg"."""
    document, words = around.document, around.words
    if last - first > 2 or any(_is_ordinary(i, around) for i in range(first, last)):
        return False
    outer = at.get(last + 1) if document.lower(last) == "," else None
    if outer is not None and outer.kind_said is None:
        kinds = words.kinds.get(document.lower(outer.last), ("",))
        if kinds[0] in {"region", "subregion"} and not document.opens[first]:
            return True
    if document.lower(first - 1) not in {"in", "near", "at", "from", "of", "outside", "around"}:
        return False
    if outer is not None:
        return outer.use == "literal" and any(
            match.place.kind in _CONTAINERS for match in outer.matches[:2]
        )
    if last - first == 1 and len(document.tokens[first].text) <= 3:
        return False
    return document.lower(first - 1) == "near" or _stands_alone(first, last, around)


def _stands_alone(first: int, last: int, around: Surroundings) -> bool:
    """Whether a name behind "in" or "at" closes the phrase: "an ambush in Tanwar on Monday"."""
    document = around.document
    if document.lower(first - 1) not in {"in", "at"} or document.headline[first]:
        return False
    return document.lower(last) in _CLOSING or last >= len(document.tokens)


def _is_ordinary(index: int, around: Surroundings) -> bool:
    document, words = around.document, around.words
    word = document.lower(index)
    token = document.tokens[index].text
    return (
        word in words.common
        or word in words.heads
        or word in words.of_heads
        or word in words.given
        or word in around.people.surnames
        or word in words.titles
        or word in words.weapons
        or token.isupper()
    )


def _mention(first: int, last: int, kind: str | None, around: Surroundings) -> Mention:
    tokens, text = around.document.tokens, around.document.text
    start, end = tokens[first].start, tokens[last - 1].end
    return Mention(first, last, start, end, text[start:end], (), 0.0, kind_said=kind)
