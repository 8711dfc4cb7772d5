"""Which names of a text are place names.

In: a `Document`, its `Mention`s, runs and people. Out: the mentions that are place names, each
with its `use`. First each name is weighed on its own, then once more knowing the others: a small
town of the country that the text is about, a neighbour in a list, a name that was certain
elsewhere.
"""

from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind
from mapper.toponym.evidence import NEVER, STRONG, Surroundings, container_of, weigh
from mapper.toponym.scan import Mention
from mapper.toponym.use import use_of

# A name is taken for a place from this score on.
ENOUGH = 2.4
# A country with this share of the text's certain places is one that the text is about.
_COUNTRY_SHARE = 0.2
_REGIONS = frozenset((Kind.REGION, Kind.SUBREGION))
_LIST_SIGNS = frozenset((",", "and", "or", "&", "to", "-", "–"))


def judge(mentions: list[Mention], around: Surroundings, gazetteer: Gazetteer) -> list[Mention]:
    """Keep the mentions that are place names and set their use."""
    for mention in mentions:
        mention.score = weigh(mention, around)
    certain = {m.name.casefold() for m in mentions if m.score >= ENOUGH}
    countries = _countries(mentions)
    for mention in mentions:
        if NEVER < mention.score < ENOUGH:
            mention.score += _by_others(mention, certain, countries, around)
    _along_lists(mentions, around)
    kept = [mention for mention in mentions if mention.score >= ENOUGH]
    for mention in kept:
        mention.use = use_of(mention, around, gazetteer)
        outer = container_of(mention, around) or _in_the_same(mention, kept, around)
        if outer is not None:
            mention.within = (outer.name,)
    return kept


def _in_the_same(mention: Mention, kept: Sequence[Mention], around: Surroundings) -> Mention | None:
    """Give the region named last before "Yampil in the same region"."""
    document, at = around.document, mention.last
    if document.words[at : at + 3] != ["in", "the", "same"]:
        return None
    if around.words.kinds.get(document.lower(at + 3), ("",))[0] not in {"region", "subregion"}:
        return None
    before = (m for m in reversed(kept) if m.last <= mention.first and m.matches)
    return next((m for m in before if m.matches[0].place.kind in _REGIONS or m.kind_said), None)


def _countries(mentions: list[Mention]) -> frozenset[str]:
    """Give the countries that the certain names speak of."""
    counts: dict[str, float] = {}
    for mention in mentions:
        if mention.score >= ENOUGH and mention.strength >= 1.0 and mention.matches:
            country = mention.matches[0].place.country
            if country is not None:
                counts[country] = counts.get(country, 0.0) + 1.0
    total = sum(counts.values())
    return frozenset(
        code
        for code, count in counts.items()
        if count >= _COUNTRY_SHARE * total and (count >= 2.0 or count > 0.5 * total)
    )


def _by_others(
    mention: Mention, certain: set[str], countries: frozenset[str], around: Surroundings
) -> float:
    """Weigh what the rest of the text says for `mention`."""
    bonus = 0.0
    document = around.document
    folded = mention.name.casefold()
    if folded in certain:
        bonus += 1.5
    places = [m.place for m in mention.matches[:8]]
    if mention.strength < STRONG and any(p.country in countries for p in places):
        is_first = places[0].country in countries
        bonus += 1.4 if is_first else 0.8
        if document.opens[mention.first] and mention.words == 1 and not is_first:
            bonus -= 0.6
    return bonus


def _along_lists(mentions: list[Mention], around: Surroundings) -> None:
    """Raise a doubtful name beside a certain one in a list."""
    document = around.document
    for step in (1, -1):
        order = mentions[::step]
        for one, other in zip(order, order[1:], strict=False):
            left, right = (one, other) if step > 0 else (other, one)
            gap = range(left.last, right.first)
            if (
                one.score >= ENOUGH
                and NEVER < other.score < ENOUGH
                and 1 <= len(gap) <= 2
                and all(document.lower(index) in _LIST_SIGNS for index in gap)
                and not one.is_demonym
            ):
                other.score += 1.2
