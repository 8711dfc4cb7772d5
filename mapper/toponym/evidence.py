"""How much speaks for a name being a place where it is written.

In: a `Document`, a `Mention` and what is known of its neighbours. Out: a score; the sum of small
pieces of evidence, each a fraction of what the name itself says (`scan.strength_of`). The weights
were set by reading news texts with marked place names and checked on such.
"""

import dataclasses
import re

from mapper.gazetteer import Kind, Match
from mapper.text.number_words import MONTHS
from mapper.toponym.document import Document
from mapper.toponym.people import People, Run
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

# Settles that a name is no place, whatever else speaks for it.
NEVER = -9.0
# A city of 100,000.
_CITY = 2.5
# At and above it a name is a country, a region of the world or a people.
STRONG = 4.0
_WIDE = frozenset((Kind.COUNTRY, Kind.CONTINENT, Kind.REGION, Kind.AREA, Kind.WATER))
_CONTRACTED = re.compile(r"'(?:ll|ve|re|d|m|t)$")
_NAMING = frozenset(("call", "called", "named", "nicknamed", "dubbed", "surnamed", "christened"))
# A sense with this part of a name's weight is one that readers think of.
_NOTABLE = 0.1
_CONTAINERS = frozenset((Kind.COUNTRY, Kind.REGION, Kind.SUBREGION, Kind.AREA, Kind.LANDFORM))
_BEHIND_LABEL = frozenset((".", "(", ":", "*", "-", "–", "—"))
# Inside the names of towns at a river: "Sloviansk-on-Kuban".
_UPON = frozenset(("on", "upon", "na", "nad", "am", "sur"))
# Words from "by" to what it was hit by: "was again struck by a large barrage of missiles".
_BY_WHAT = 6


@dataclasses.dataclass(frozen=True, slots=True)
class Surroundings:
    """What judges of one text need: its words, runs, people, and the name at each token."""

    document: Document
    words: Words
    people: People
    run_of: dict[int, Run]
    by_token: dict[int, Mention]


def weigh(mention: Mention, around: Surroundings) -> float:
    """Add up the evidence that `mention` is a place."""
    document, words = around.document, around.words
    first, last = mention.first, mention.last
    if _is_no_place(mention, around):
        return NEVER
    score = mention.strength + (0.0 if mention.words == 1 else 1.5)
    if not document.name_like[last - 1] and document.tokens[last - 1].text.isalpha():
        score += 1.0  # "Abu Shouk camp", as the gazetteer has it
    if mention.words == 1 and mention.strength < STRONG:
        score += _one_word(mention, around)
    elif mention.words == 1 and document.lower(first) in around.people.surnames:
        score -= 4.0
    # Few words and persons share the name of a single place.
    is_rare = len(mention.matches) == 1
    before = document.lower(first - 1)
    if before == "the":
        before = document.lower(first - 2)
    if before in words.strong_prepositions:
        score += 1.8 if is_rare else 1.5
    elif before in words.place_prepositions:
        score += 0.8 + _is_act_on(mention, around)
    elif (
        before in words.place_verbs
        or _undergoes(mention, around)
        or _is_hit_from_afar(mention, around)
    ):
        score += 1.8 if is_rare else 1.5
    elif before in words.often_place_verbs:
        score += 1.6 if is_rare else 1.0
    if document.opens[first] and document.lower(last) == ":":
        score += 1.5
    if _is_label(document, mention):
        score += 1.8
    score += _kind(document, mention, words)
    if container_of(mention, around) is not None:
        score += 3.0
    return score + _run(mention, around)


def _is_label(document: Document, mention: Mention) -> bool:
    """Whether a day and a place label what follows: "5 June, Hombori. A vehicle struck a mine"."""
    first = mention.first
    if document.lower(first - 1) != "," or document.lower(mention.last) not in _BEHIND_LABEL:
        return False
    day, month = document.lower(first - 3), document.lower(first - 2)
    if month.isdigit():
        day, month = month, day
    return day.isdigit() and month in MONTHS


def _is_act_on(mention: Mention, around: Surroundings) -> float:
    """Weigh a noun of what is done to places: "the shelling of", "strikes on"."""
    document, words = around.document, around.words
    if document.lower(mention.first - 1) not in {"of", "on", "for", "against"}:
        return 0.0
    return 1.0 if document.lower(mention.first - 2) in words.place_verb_nouns else 0.0


def _undergoes(mention: Mention, around: Surroundings) -> bool:
    """Whether something is done to the name that is done to places: "was shelled".

    Or what is done to people, too, from afar: "was hit by a barrage of missiles".
    """
    document, words = around.document, around.words
    if document.lower(mention.last) in {"came", "comes"}:
        return document.lower(mention.last + 1) == "under"
    if document.lower(mention.last) not in {"was", "were", "is", "has", "had"}:
        return False
    follows = [document.lower(mention.last + n) for n in (1, 2, 3, 4)]
    if any(word in words.place_verbs for word in follows[:3]):
        return True
    if "by" not in follows or words.often_place_verbs.isdisjoint(follows[:3]):
        return False
    by = mention.last + 1 + follows.index("by")
    what = (document.lower(by + n) for n in range(1, _BY_WHAT))
    return any(word in words.from_afar for word in what)


def _is_hit_from_afar(mention: Mention, around: Surroundings) -> bool:
    """Whether what strikes is no person: "a missile hit Nadvirna"."""
    document, words = around.document, around.words
    verb = mention.first - 1 - (document.lower(mention.first - 1) == "the")
    if document.lower(verb) not in words.often_place_verbs:
        return False
    subject = verb - 1 - (document.lower(verb - 1) in {"has", "have", "had", "also", "again"})
    what = document.lower(subject)
    return what in words.from_afar or what in words.attackers


def _is_no_place(mention: Mention, around: Surroundings) -> bool:
    document, words, people = around.document, around.words, around.people
    first, last = mention.first, mention.last
    if not people.tokens.isdisjoint(range(first, last)):
        return True
    nexts = tuple(document.words[first : last + 2])
    folded = nexts[: last - first]
    if folded in words.names or mention.words == 1 and _is_no_name(folded[0], around):
        return True
    if mention.is_demonym and _is_language(mention, around) or _is_half_a_name(mention, around):
        return True
    if nexts in words.names or nexts[: last - first + 1] in words.names:
        return True
    after = document.tokens[last].text if last < len(document.tokens) else ""
    touches = last < len(document.tokens) and document.tokens[last].start == mention.end
    if touches and after in {"$", "@", "_"}:
        return True
    if after in {"'s", "’s"} and folded[0] in {"st", "saint"} and document.is_name(last + 1):
        return True  # "St. Michael's Hospital" is no town of St. Michael
    if document.glued[last : last + 1] == [True] and document.lower(last) in words.called_after:
        return not mention.is_demonym
    before = document.lower(first - 1)
    if folded[0] in MONTHS and (before.isdigit() or after.isdigit()):
        return True  # "6 March, Zaporizhzhia region."
    if before == "$" and document.tokens[first - 1].end == mention.start:
        return True
    if before == "/" and after == "/" and touches:
        return True
    if before in words.things or (document.lower(first - 2), before) in words.thing_phrases:
        return document.glued[first]
    if before in {"@", "#"}:
        return True
    run = around.run_of.get(first)
    if run is None:
        return False
    if run.last > last and document.glued[last] and document.lower(last) in words.papers:
        return mention.strength < STRONG or document.lower(last) not in {"today", "day"}
    return run.first < first and before in words.paper_before


def _is_half_a_name(mention: Mention, around: Surroundings) -> bool:
    """Whether a name is a part of one that nobody knows: "Tor-Donga", and no road between two."""
    document, first, last = around.document, mention.first, mention.last
    if mention.is_demonym or mention.strength >= STRONG:
        return False
    if is_half(document, first, last):
        return True
    if _touch(document, first - 2, first) and document.is_name(first - 2):
        other = around.by_token.get(first - 2)
        return _is_unknown_part(first - 2, around) if other is None else _strangers(other, mention)
    other = around.by_token.get(last + 1) if _touch(document, last - 1, last + 1) else None
    return other is not None and other.first == last + 1 and _strangers(mention, other)


def is_half(document: Document, first: int, last: int) -> bool:
    """Whether a name goes on, or begins, before the river: "Sloviansk-on-Kuban"."""
    if document.lower(last + 1) in _UPON and _touch(document, last - 1, last + 1):
        return document.lower(last + 2) == "-" and document.is_name(last + 3)
    if document.lower(first - 2) in _UPON and _touch(document, first - 2, first):
        return document.lower(first - 3) == "-" and document.is_name(first - 4)
    return False


def _touch(document: Document, one: int, other: int) -> bool:
    """Whether only a hyphen stands between two tokens."""
    if one < 0 or other >= len(document.tokens) or document.lower(one + 1) != "-":
        return False
    sign = document.tokens[one + 1]
    return document.tokens[one].end == sign.start and sign.end == document.tokens[other].start


def _is_unknown_part(index: int, around: Surroundings) -> bool:
    token, words = around.document.tokens[index], around.words
    known = token.lower in words.common or _is_no_name(token.lower, around)
    return not known and not token.text.isupper()


def _strangers(one: Mention, other: Mention) -> bool:
    """Whether two names have no country in common, and the first one is no large city's."""
    if one.is_demonym or other.is_demonym or other.strength >= STRONG:
        return False
    mine = {match.place.country for match in one.matches}
    theirs = {match.place.country for match in other.matches}
    return one.strength < _CITY and mine.isdisjoint(theirs)


def _is_no_name(word: str, around: Surroundings) -> bool:
    words = around.words
    if word in words.directions or word in words.heads or word in words.of_heads:
        return True
    return word in words.facility_heads or word in words.kinds or bool(_CONTRACTED.search(word))


def _is_language(mention: Mention, around: Surroundings) -> bool:
    """Whether "French" is what somebody speaks."""
    document, words = around.document, around.words
    before = document.lower(mention.first - 1)
    if before in {"in", "into", "fluent", "only"}:
        follows = mention.last < len(document.tokens) and document.glued[mention.last]
        return not follows or document.lower(mention.last) in {"and", "or", "on", "at", "to"}
    return before in words.spoken


def _one_word(mention: Mention, around: Surroundings) -> float:
    document, words, people = around.document, around.words, around.people
    first = mention.first
    token, folded = document.tokens[first].text, document.tokens[first].lower
    at_head = document.opens[first] or document.shouting[first]
    dateline = at_head and token.isupper() and len(token) > 3
    score = 0.0
    if folded in words.common:
        score -= 3.0 if at_head else 2.0
    if folded in words.given and not dateline:
        score -= 1.5
    elif folded in words.place_given and not dateline:
        score -= 0.5
    if folded in people.surnames:
        near = document.lower(first - 1) in words.strong_prepositions
        score -= 3.0 if near else 5.0
    if folded in words.weapons:
        score -= 3.0
    if document.lower(first - 1) in _NAMING and document.lower(first - 2) not in words.kinds:
        score -= 3.0
    if token.isupper() and not document.shouting[first] and not mention.abbreviated:
        score += 1.0 if dateline else -2.0 if len(token) <= 5 else 0.0
    if len(token) <= 3 and not mention.abbreviated:
        score -= 0.8
    return score


def _kind(document: Document, mention: Mention, words: Words) -> float:
    after = document.lower(mention.last)
    before = document.lower(mention.first - 1)
    if after in words.kinds and document.glued[mention.last]:
        return 2.0
    ahead = mention.first - (2 if before == "the" else 1)
    if document.lower(ahead) == "of" and document.lower(ahead - 1) in words.before_of:
        return 2.5
    if before in words.directions or before in words.kinds:
        return 1.5
    if before == "of" and document.lower(mention.first - 2) in words.directions:
        return 1.0
    return 0.0


def _is_listed(mention: Mention, around: Surroundings) -> bool:
    """Whether further names follow in a list: "Dnipropetrovsk, Odesa, and Zaporizhia"."""
    document = around.document
    at = mention.last
    if document.lower(at) == ",":
        at += 1
    if document.lower(at) in {"and", "or", "&"}:
        at += 1
    following = around.by_token.get(at)
    return at > mention.last and following is not None and following.first == at


def _possessed(outer: Mention, around: Surroundings) -> Mention:
    """Give what the container says is its part: of "Ukraine's Sumy region" the region."""
    document = around.document
    if document.lower(outer.last) not in {"'s", "\u2019s"}:
        return outer
    at = outer.last + 1
    while document.lower(at) in around.words.directions:
        at += 1
    inner = around.by_token.get(at)
    if inner is None or inner.first != at:
        return outer
    holders = [m for m in outer.matches[:2] if m.place.kind in _CONTAINERS]
    inside = any(lies_in(m, holder) for m in inner.matches[:4] for holder in holders)
    return inner if inside else outer


def _is_state_list(mention: Mention, outer: Mention, around: Surroundings) -> bool:
    """Whether states are listed: "in Washington, Pennsylvania and California"."""
    document = around.document
    if outer.abbreviated or outer.kind_said is not None:
        return False
    if document.lower(outer.last) not in {"and", "or", "&"} or not _may_be_region(mention):
        return False
    following = around.by_token.get(outer.last + 1)
    return following is not None and _may_be_region(following)


def _may_be_region(mention: Mention) -> bool:
    return any(
        m.place.kind is Kind.REGION and m.weight > _NOTABLE and m.naming == "name"
        for m in mention.matches[:4]
    )


def _owner_of(mention: Mention, around: Surroundings) -> Mention | None:
    """Give the place that a name is said to belong to: "Sumy Oblast's Boromlia"."""
    document = around.document
    at = mention.first - 1
    while document.lower(at) in around.words.directions:
        at -= 1
    outer = around.by_token.get(at - 1) if document.lower(at) in {"'s", "\u2019s"} else None
    if outer is None or outer.last != at or outer.is_demonym:
        return None
    holders = [m for m in outer.matches[:2] if m.place.kind in _CONTAINERS]
    inside = any(lies_in(inner, holder) for inner in mention.matches[:4] for holder in holders)
    return outer if inside else None


def container_of(mention: Mention, around: Surroundings) -> Mention | None:
    """Give the name that the text puts this one into: "Zolochiv, Kharkiv region"."""
    document = around.document
    owner = _owner_of(mention, around)
    if owner is not None:
        return owner
    end = mention.last
    end += document.lower(end) in around.words.kinds and document.glued[end]
    sign = document.lower(end)
    if sign not in {",", "(", "in"}:
        return None
    at = end + 1
    while document.lower(at) in {
        "in",
        "the",
        "neighbouring",
        "neighboring",
        "nearby",
        "adjacent",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "province",
        "region",
        "state",
        "governorate",
        "department",
        "of",
    }:
        at += 1
    outer = around.by_token.get(at)
    if outer is None or outer.first != at or outer is mention:
        return None
    outer = _possessed(outer, around)
    if _is_peer(mention, outer) or sign == "," and _is_state_list(mention, outer, around):
        return None
    holders = [m for m in outer.matches[:4] if m.place.kind in _CONTAINERS and m.naming == "name"]
    if any(lies_in(inner, holder) for inner in mention.matches for holder in holders):
        return outer
    if sign == "," and outer.kind_said is None and _is_listed(outer, around):
        return None
    # "Marston, Mo." and "Nyzy, Sumy region" are told to lie there, whatever the gazetteer knows.
    closes = document.lower(outer.last) in {",", ".", ";", ")", "("}
    placed = _is_placed(mention, around)
    said = (outer.abbreviated or closes and placed) and bool(holders)
    kinds = around.words.kinds.get(document.lower(outer.last), ("",))
    said = said or kinds[0] == "region" and document.glued[outer.last]
    return outer if said and sign == "," and mention.matches[0].place.kind not in _WIDE else None


def _is_placed(mention: Mention, around: Surroundings) -> bool:
    """Whether the words before a name say that something is there: "in", "south of"."""
    document, words = around.document, around.words
    before = document.lower(mention.first - 1)
    if before == "of":
        ahead = document.lower(mention.first - 2)
        return ahead in words.directions or ahead in words.before_of
    return before in words.strong_prepositions


def _is_peer(mention: Mention, other: Mention) -> bool:
    """Whether two names are likelier two in a list ("Ohio, Oregon", "Mexico, Japan")."""
    own, its = mention.matches[0], other.matches[0]
    if own.place.kind is Kind.COUNTRY:
        # "Lebanon, N.H." is a town; whether there is one is checked by the caller.
        return its.place.kind is not Kind.REGION
    both = own.place.kind is Kind.REGION and its.place.kind is Kind.REGION
    return both and own.preferred and own.weight > 0.5


def lies_in(inner: Match, outer: Match) -> bool:
    """Tell whether one place lies in another by the gazetteer's divisions, itself excluded."""
    place, holder = inner.place, outer.place
    if place.id == holder.id:
        return False
    if holder.kind is Kind.COUNTRY:
        return place.country is not None and place.country == holder.country
    return holder.id in {place.admin1_id, place.admin2_id, place.parent}


def _run(mention: Mention, around: Surroundings) -> float:
    """Weigh what capitalised words right beside the name say."""
    document, words = around.document, around.words
    run = around.run_of.get(mention.first)
    if run is None or document.headline[mention.first]:
        return 0.0
    score = 0.0
    if run.last > mention.last and document.lower(mention.last) != "-":
        follows = document.lower(mention.last)
        known = (
            follows in words.kinds
            or follows in words.heads
            or follows in words.facility_heads
            or follows in words.titles
            or follows in words.lower_modifiers
        )
        other = around.by_token.get(mention.last)
        if not known and (other is None or other.strength < STRONG):
            score -= 0.8 if mention.strength >= STRONG else 1.5
    if run.first < mention.first:
        ahead = document.lower(mention.first - 1)
        ordinary = (
            ahead in words.common
            or ahead in words.directions
            or ahead in words.kinds
            or ahead in words.of_heads
            or ahead == "-"
        )
        if not ordinary:
            score -= 0.5 if mention.strength >= 3.5 else 2.0
    return score
