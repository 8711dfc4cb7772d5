"""Which capitalised words are people, organisations and things.

In: a `Document` and its `Mention`s. Out: the tokens that belong to a person's name, and the
surnames that the text introduces, which stand for the person when they come alone.
"""

import dataclasses

from mapper.gazetteer import Kind
from mapper.toponym.document import Document
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

CALENDAR = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january")
    + ("february", "march", "april", "may", "june", "july", "august", "september", "october")
    + ("november", "december")
)
# Tokens; a longer row is a list, a headline or noise, and is taken in pieces.
_LONGEST_RUN = 16
# A name this well known is not taken for a surname or a given name without a reason.
_STRONG = 3.0
# Two words that the gazetteer has together are no person's, be the place ever so small.
_KNOWN = 0.7


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: tokens `first` to `last`, exclusive."""

    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class People:
    """Tokens that belong to persons' names, and the folded names that stand for them alone."""

    tokens: frozenset[int]
    surnames: frozenset[str]


def runs(document: Document, words: Words) -> list[Run]:
    """Find the rows of capitalised words; initials, points, "de" and "bin" may stand inside."""
    found = []
    index, size = 0, len(document.tokens)
    while index < size:
        if not document.name_like[index] or document.lower(index) in CALENDAR:
            index += 1
            continue
        last = index + 1
        while (following := _next_in_run(document, last, words)) is not None:
            last = following
            if last - index >= _LONGEST_RUN:
                break
        found.append(Run(index, last))
        index = last
    return found


def _next_in_run(document: Document, index: int, words: Words) -> int | None:
    """Give the end of the run when it goes on at `index`."""
    if index >= len(document.tokens):
        return None
    word = document.lower(index)
    if document.name_like[index] and word not in CALENDAR and not document.opens[index]:
        if _is_dateline(document, index - 1, index):
            return None
        return index + 1 if document.glued[index] or _after_point(document, index, words) else None
    if word == "." and _after_point(document, index + 1, words) and document.is_name(index + 1):
        return index + 2 if document.lower(index + 1) not in CALENDAR else None
    if word == "-" and document.glued[index] and document.is_name(index + 1):
        return index + 2
    if word in words.particles and document.glued[index]:
        after = index + 1
        while document.lower(after) in words.particles and document.glued[after]:
            after += 1
        if document.is_name(after) and document.glued[after]:
            return after + 1
    return None


def _is_dateline(document: Document, index: int, following: int) -> bool:
    """Whether a place in capitals stands before the text proper: "DETROIT The department said"."""
    word, after = document.tokens[index].text, document.tokens[following].text
    return (
        len(word) > 3
        and word.isupper()
        and not after.isupper()
        and not document.shouting[index]
        and (document.opens[index] or document.tokens[index - 1].text.isupper())
    )


def _after_point(document: Document, index: int, words: Words) -> bool:
    """Whether the word at `index` follows the point of an initial or a title."""
    if index < 2 or index >= len(document.tokens) or document.lower(index - 1) != ".":
        return False
    before = document.tokens[index - 2]
    if document.tokens[index - 1].start != before.end:
        return False
    return len(before.text) == 1 or before.lower in words.titles and len(before.lower) <= 5


def find_people(
    document: Document, found: list[Run], mentions: dict[int, Mention], words: Words
) -> People:
    """Find the persons in the runs; `mentions` maps each token to the name that it is part of."""
    tokens: set[int] = set()
    surnames: set[str] = set()
    for run in found:
        span = _person(document, run, mentions, words)
        if span is None:
            continue
        tokens.update(range(*span))
        parts = [
            document.lower(index)
            for index in range(*span)
            if document.name_like[index] and len(document.lower(index)) > 2
        ]
        if parts:
            surnames.add(parts[-1])
            if parts[0] in words.place_given:
                surnames.add(parts[0])
        if len(parts) > 2:
            surnames.update(parts[1:])
    return People(frozenset(tokens), frozenset(surnames))


def _person(
    document: Document, run: Run, mentions: dict[int, Mention], words: Words
) -> tuple[int, int] | None:
    """Give the tokens of the run that are a person's name."""
    stop = run.last
    for index in range(run.first, run.last):
        if index > run.first and document.lower(index) in words.heads:
            return None
        if index > run.first and document.lower(index) in words.facility_heads:
            return None
    titled = _after_titles(document, run, mentions, words)
    if titled is not None:
        first = mentions.get(titled)
        if first is not None and first.strength >= 4.0 and first.last >= stop:
            return None
        return titled, stop
    for index in range(run.first, stop):
        word = document.lower(index)
        mention = mentions.get(index)
        if mention is not None and mention.words > 1 and mention.strength >= _KNOWN:
            continue
        if index + 1 >= stop:
            break
        if word in words.given:
            return index, stop
        if word in words.place_given and _is_given_here(document, index, stop, mentions, words):
            return index, stop
    if _has_role(document, run, mentions, words) or _is_relative(document, run, words):
        return run.first, stop
    return None


def _after_titles(
    document: Document, run: Run, mentions: dict[int, Mention], words: Words
) -> int | None:
    """Give the token after the last title in the run, or None without one."""
    after = None
    for index in range(run.first, run.last):
        mention = mentions.get(index)
        if document.lower(index) in words.titles and (mention is None or mention.words == 1):
            after = index + 1
    if after is not None and after < run.last and document.lower(after) == ".":
        after += 1
    if after is None:
        before = document.lower(run.first - 1)
        sure = before in words.titles and before not in words.loose_titles
        if sure and document.glued[run.first]:
            after = run.first
    return after if after is not None and after < run.last else None


def _is_given_here(
    document: Document, index: int, stop: int, mentions: dict[int, Mention], words: Words
) -> bool:
    """Whether a given name that is a well-known place too is a given name here."""
    follows = index + 1
    word = document.lower(follows)
    if word in words.kinds or word in words.directions or word in words.common:
        return False
    if not document.glued[follows]:
        return False
    own = mentions.get(index)
    if own is not None and own.last > follows:
        return False
    other = mentions.get(follows)
    if other is None or other.strength < _STRONG:
        return True
    # Two famous places side by side are a person ("Jordan Perth"), unless one lies in the other
    # ("Austin Texas") or both are nations ("India China talks").
    return stop - index == 2 and own is not None and not _belong_together(own, other)


def _belong_together(one: Mention, other: Mention) -> bool:
    if one.is_demonym or other.is_demonym or not one.matches or not other.matches:
        return True
    inner, outer = one.matches[0].place, other.matches[0].place
    if outer.kind in {Kind.COUNTRY, Kind.CONTINENT, Kind.AREA, Kind.WATER}:
        return True
    return any(outer.id in {m.place.admin1_id, m.place.id} for m in one.matches) or (
        inner.id == outer.admin1_id
    )


def _is_relative(document: Document, run: Run, words: Words) -> bool:
    """Whether a given name of one word is a relative's: "a sister, Virginia"."""
    if run.last - run.first != 1 or document.lower(run.first) not in words.place_given:
        return False
    before = run.first - 1
    if document.lower(before) == ",":
        before -= 1
        if document.lower(run.last) not in {",", ".", ";", "and"}:
            return False
    return document.lower(before) in words.relatives


def _has_role(document: Document, run: Run, mentions: dict[int, Mention], words: Words) -> bool:
    """Whether an unknown name of two words is a person by what stands around it."""
    size = run.last - run.first
    if not 2 <= size <= 4:
        return False
    known = [index for index in range(run.first, run.last) if index in mentions]
    if any(mentions[index].words == size for index in known):
        return False
    # "Ambulance director Abdulkadir Aden told": what is known is the surname only.
    surname = known == [run.last - 1] and document.lower(run.first - 1) in words.titles
    if not surname and any(mentions[index].strength >= _STRONG for index in known):
        return False
    after = document.lower(run.last)
    age = document.lower(run.last + 1) if after == "," else ""
    if age.isdigit():
        # "Oleh Petrenko, 34, said", and not "In Nikopol, 17 people"
        return len(age) == 2 and not document.lower(run.last + 2).isalpha()
    if after in {"said", "says", "told", "tweeted", "wrote", "added", "who", "whose"}:
        return True
    return after == "," and document.lower(run.last + 1) == "who"
