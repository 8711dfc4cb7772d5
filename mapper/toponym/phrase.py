"""What the words around a name add to it: kind, container, distance, relation.

In: a `Document` and the `Mention`s that are place names. Out: `Toponym`s in order.
"""

from mapper.gazetteer import Kind
from mapper.toponym.compose import Composed, find_composed
from mapper.toponym.document import Document
from mapper.toponym.evidence import lies_in
from mapper.toponym.model import Toponym, Use
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

_UNITS_KM = {
    "km": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometers": 1.0,
    "mile": 1.609344, "miles": 1.609344, "mi": 1.609344,
    "m": 0.001, "metres": 0.001, "meters": 0.001,
}  # fmt: skip
# No place is told by one that is farther away; a number of 400 figures is infinite.
_FARTHEST_KM = 2_000.0
_NAUTICAL_KM = 1.852
_BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_COUNTS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0, "dozen": 12.0,
    "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0,
    "sixty": 60.0, "hundred": 100.0, "several": 5.0,
}  # fmt: skip
_BESIDE = frozenset(("near", "outside", "around", "off", "beyond"))
_LARGE = frozenset(("region", "province", "state", "oblast", "governorate", "prefecture"))
_BETWEEN = frozenset(("in", "of", "the", ",", "located", "situated", "based", "lying"))
_TOWNS = frozenset(("city", "town", "capital"))
_TOWN_KINDS = frozenset((None, "city", "town", "capital"))
_QUARTERS = frozenset(("district", "neighbourhood", "neighborhood", "quarter", "suburb", "area"))
_LONGEST_GAP = 6  # words
_LIST = frozenset((",", "and", "or", "&", "the"))


def compose(document: Document, mentions: list[Mention], words: Words) -> list[Toponym]:
    """Make toponyms of `mentions`, with kinds, containers, distances and composed phrases."""
    _say_kinds(document, mentions, words)
    _say_within(document, mentions, words)
    _say_within_city(document, mentions)
    for mention in mentions:
        _say_relation(document, mention, words)
    phrases = find_composed(document, mentions, words)
    held = {id(mention) for phrase in phrases for mention in phrase.names}
    toponyms = [_plain(document, m) for m in mentions if id(m) not in held]
    toponyms.extend(_composed(document, phrase) for phrase in phrases)
    toponyms.sort(key=lambda toponym: toponym.start)
    return toponyms


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


def _composed(document: Document, phrase: Composed) -> Toponym:
    first, last = document.tokens[phrase.first], document.tokens[phrase.last - 1]
    names = sorted((_plain(document, m) for m in phrase.names), key=lambda t: t.start)
    # A phrase begins and ends at its own words or at those of its names, whichever reach further.
    start = min([first.start, *(t.start for t in names)])
    end = max([last.end, *(t.end for t in names)])
    outer = names[0] if names else None
    return Toponym(
        start=start,
        end=end,
        text=document.text[start:end],
        name=outer.name if outer is not None else "",
        kind_said=phrase.kind,
        parts=phrase.parts,
        within=outer.within if outer is not None else (),
        relation=outer.relation if outer is not None and phrase.parts else None,
        definite=phrase.definite,
        inner=tuple(names),
    )


def _say_kinds(document: Document, mentions: list[Mention], words: Words) -> None:
    """Set the kind from a word after or before each name; a plural holds for the whole list."""
    for number, mention in enumerate(mentions):
        after = document.lower(mention.last)
        if mention.kind_said is None and after in words.kinds and document.glued[mention.last]:
            if mention.is_demonym or _belongs_further(document, mention.last, words):
                continue
            if document.lower(mention.last + 1) == "of" and after not in words.parts:
                continue  # "the Lancashire town of Burnley"
            kind = words.singular[after]
            mention.kind_said = kind
            if kind != after:
                _spread(document, mentions, number, kind)
        if mention.kind_said is None:
            _say_kind_before(document, mentions, number, words)


def _belongs_further(document: Document, index: int, words: Words) -> bool:
    """Whether the kind word belongs to another thing: "city council", "port authority"."""
    word, after = document.lower(index), document.lower(index + 1)
    return word in {"city", "state", "port", "border", "area", "sector"} and (
        after in words.lower_heads or after in words.heads
    )


def _say_kind_before(
    document: Document, mentions: list[Mention], number: int, words: Words
) -> None:
    mention = mentions[number]
    at = mention.first - 1
    if document.lower(at) == "of":
        at -= 1
    word = document.lower(at)
    if word not in words.before_of or word not in words.kinds:
        return
    kind = words.singular[word]
    if number and mentions[number - 1].last == at and word in words.parts:
        return
    if at == mention.first - 1 and kind in {"region", "state", "district", "province", "camp"}:
        return
    mention.kind_said = kind
    if kind == word:
        return
    # "the towns of A, B and C"
    for this, following in zip(mentions[number:], mentions[number + 1 :], strict=False):
        if not _in_list(document, this, following):
            return
        following.kind_said = following.kind_said or kind


def _spread(document: Document, mentions: list[Mention], last: int, kind: str) -> None:
    """Give `kind` to the names before `last` that stand in one list with it."""
    for number in range(last - 1, -1, -1):
        if not _in_list(document, mentions[number], mentions[number + 1]):
            return
        if mentions[number].use is Use.DEMONYM:
            return
        mentions[number].kind_said = mentions[number].kind_said or kind


def _in_list(document: Document, one: Mention, other: Mention) -> bool:
    gap = range(one.last, other.first)
    return 1 <= len(gap) <= 3 and all(document.lower(index) in _LIST for index in gap)


def _say_within(document: Document, mentions: list[Mention], words: Words) -> None:
    """Note containers: "Ukraine's Chernihiv region", "the Saltivskyi district of Kharkiv"."""
    for number, (mention, following) in enumerate(zip(mentions, mentions[1:], strict=False)):
        if following.first - mention.last > _LONGEST_GAP:
            continue
        gap = [document.lower(i) for i in range(mention.last, following.first)]
        if gap in (["'s"], ["'"], ["’"]) or gap == [] and mention.is_demonym:
            if not following.is_demonym and not _is_country(following):
                _put(following, mention)
        elif len(gap) == 2 and gap[1] == "of" and gap[0] in words.kinds:
            inner, outer = (mention, following) if gap[0] in words.parts else (following, mention)
            if not inner.is_demonym and not _is_country(inner):
                _put(inner, outer)
        elif mention.is_demonym:
            if len(gap) == 1 and gap[0] in words.before_of and not following.is_demonym:
                _put(following, mention)
        elif "in" in gap or gap in (["of"], ["of", "the"]):
            loose = all(
                word in _BETWEEN or word in words.directions or word in words.kinds for word in gap
            )
            if loose and _can_hold(following, mention):
                # "in Ukraine's Sumy region": the region comes first, because it tells more.
                part = mentions[number + 2 : number + 3]
                if part and _is_possessive(document, following, part[0]):
                    _put(mention, part[0])
                _put(mention, following)


def _say_within_city(document: Document, mentions: list[Mention]) -> None:
    """Note the town of "the Sovetsky district of the city": the one named last before it."""
    town: Mention | None = None
    for mention in mentions:
        if town is not None and mention.kind_said in _QUARTERS and _is_of_town(document, mention):
            _put(mention, town)
        elif _is_town(mention):
            town = mention


def _is_of_town(document: Document, mention: Mention) -> bool:
    """Whether "district of the city" stands there, with the kind word behind the name."""
    words = [document.lower(i) for i in range(mention.last + 1, mention.last + 4)]
    return words[:2] == ["of", "the"] and words[2] in _TOWNS


def _is_town(mention: Mention) -> bool:
    said = mention.use is Use.LITERAL and mention.kind_said in _TOWN_KINDS
    return said and bool(mention.matches) and mention.matches[0].place.kind is Kind.SETTLEMENT


def _is_possessive(document: Document, owner: Mention, part: Mention) -> bool:
    return part.first - owner.last == 1 and document.lower(owner.last) in {"'s", "\u2019s", "'"}


def _put(inner: Mention, outer: Mention) -> None:
    if outer.name not in inner.within:
        inner.within = (*inner.within, outer.name)


def _is_country(mention: Mention) -> bool:
    return bool(mention.matches) and mention.matches[0].place.kind is Kind.COUNTRY


def _can_hold(outer: Mention, inner: Mention) -> bool:
    """Whether one of the likeliest places of `outer` has a place of `inner` in it."""
    if _is_country(inner) or outer.is_demonym:
        return False
    if inner.kind_said in _LARGE and outer.kind_said not in {None, "country", "republic"}:
        return False
    if outer.kind_said is not None or not inner.matches:
        return outer.use is Use.LITERAL
    holders = [m for m in outer.matches[:4] if m.place.kind is not Kind.SETTLEMENT]
    return any(lies_in(match, holder) for match in inner.matches for holder in holders)


def _say_relation(document: Document, mention: Mention, words: Words) -> None:
    """Note a distance or a direction from `mention`."""
    at = mention.first - 1
    word = document.lower(at)
    if word in {"the", "city", "town", "village"}:
        at -= 1
        word = document.lower(at)
    if word in {"of", "from", "to"} and (way := _way(document, at - 1, words)) is not None:
        mention.relation = f"{way} of"
        mention.bearing_deg = _BEARINGS.get(way)
        mention.offset_km = _distance(document, at - 2)
        if word != "of" and mention.offset_km is None:
            mention.relation = mention.bearing_deg = None
    elif word in {"from", "of", "off", "outside"} and _distance(document, at - 1) is not None:
        mention.relation = word if word != "of" else "from"
        mention.offset_km = _distance(document, at - 1)
    elif word in _BESIDE:
        mention.relation = word
    elif word == "of" and document.lower(at - 1) in {"outskirts", "suburbs", "vicinity", "edge"}:
        mention.relation = "near"
    if mention.offset_km is None:
        mention.bearing_deg = None


def _way(document: Document, index: int, words: Words) -> str | None:
    way = words.directions.get(document.lower(index))
    if way not in _BEARINGS or document.name_like[index]:
        return None
    # "the south of Ukraine" is a part of it, "south of Moscow" is beside it.
    return None if document.lower(index - 1) in {"the", "'s"} else way


def _distance(document: Document, index: int) -> float | None:
    """Read the distance in kilometres that ends at token `index`: "12 km", "12 km (7 miles)"."""
    if document.lower(index) == ")":
        opened = index
        while opened > index - 6 and document.lower(opened) != "(":
            opened -= 1
        index = opened - 1
    if document.lower(index) in {"away", "to", "the", "due"}:
        index -= 1 if document.lower(index) != "the" else 2
    unit = _UNITS_KM.get(document.lower(index))
    if unit is None:
        return None
    index -= 1
    if document.lower(index) == "nautical":
        unit, index = _NAUTICAL_KM, index - 1
    if document.lower(index) == "-":
        index -= 1
    word = document.lower(index)
    if word[:1].isdigit():
        digits = word.replace(",", "")
        try:
            away = float(digits) * unit
        except ValueError:
            return None
        return away if away <= _FARTHEST_KM else None
    return _COUNTS[word] * unit if word in _COUNTS else None
