"""Weapons of an event: what kind, how many were launched and how many brought down.

In: a sentence. Out: `Weapon`s and the sub-type that they make of a strike. Nothing can go wrong.
"""

from collections.abc import Iterable

from mapper.lexicon import Lexicon, Mark, english
from mapper.report.model import Weapon
from mapper.report.sentence import Sentence
from mapper.text.numbers import Number

_NOT_ADJECTIVES = english.words("weapons", "not_adjectives")
_OF_ALL = english.words("weapons", "of_all")
_ADJECTIVES_AT_MOST = 4


def _number_before(sentence: Sentence, mark: Mark) -> Number | None:
    for number in reversed(sentence.numbers):
        if (
            number.end_token <= mark.first
            and mark.first - number.end_token <= _ADJECTIVES_AT_MOST
            and number.unit is None
        ):
            between = range(number.end_token, mark.first)
            if any(sentence.word(j) in _NOT_ADJECTIVES for j in between):
                return None
            if any(number.end_token <= m.first < mark.first for m in sentence.under("harm.")):
                return None
            return number
    return None


def _value(number: Number | None) -> int | None:
    if number is None:
        return None
    return number.best if number.best is not None else number.low


def _share(sentence: Sentence, whole: Number) -> Number | None:
    """Find how many of all were meant: "19 of the 25 drones", "Of 102 drones ..., 59 were"."""
    at = whole.first_token - 1
    while sentence.word(at) in _OF_ALL and sentence.word(at) != "of":
        at -= 1
    if sentence.word(at) != "of":
        return None
    ahead = next((n for n in sentence.numbers if at - 1 <= n.end_token <= at), None)
    if ahead is not None or at > 0:
        return ahead if _brought_down(sentence, whole.first_token) else None
    return next(
        (
            n
            for n in sentence.numbers
            if n.first_token > whole.end_token
            and n.unit is None
            and any(
                0 <= m.first - n.end_token <= _ADJECTIVES_AT_MOST and m.entry.kind.brought_down
                for m in sentence.of("trigger")
            )
        ),
        None,
    )


def _brought_down(sentence: Sentence, at: int) -> bool:
    return any(
        m.entry.kind.brought_down and sentence.clause[m.first] == sentence.clause[at]
        for m in sentence.of("trigger")
    )


def find_weapons(
    sentence: Sentence, lexicon: Lexicon, span: tuple[int, int] | None = None
) -> list[Weapon]:
    """Find the weapons named in a sentence (or in tokens `span`), in order, one entry a kind."""
    found: dict[str, Weapon] = {}
    for mark in sentence.of("weapon"):
        if span is not None and not span[0] <= mark.first < span[1]:
            continue
        known = lexicon.weapons[mark.entry.value]
        if known.debris:
            continue
        number = _number_before(sentence, mark)
        share = _share(sentence, number) if known.airborne and number is not None else None
        down = known.airborne and (share is not None or _brought_down(sentence, mark.first))
        weapon = Weapon(
            kind=known.kind,
            launched=_value(number) if share is not None or not down else None,
            intercepted=_value(share or number) if down else None,
        )
        old = found.get(known.kind)
        if old is None:
            found[known.kind] = weapon
        else:
            found[known.kind] = Weapon(
                kind=known.kind,
                launched=old.launched if old.launched is not None else weapon.launched,
                intercepted=old.intercepted if old.intercepted is not None else weapon.intercepted,
            )
    return list(found.values())


def sub_type_of(kinds: Iterable[str], lexicon: Lexicon) -> str | None:
    """Tell the sub-type of a strike with these kinds of weapon; None when they do not tell."""
    groups = {lexicon.weapons[k].group for k in kinds if k in lexicon.weapons}
    made = (s.name for s in lexicon.sub_types.values() if s.classes and s.classes <= groups)
    return next(made, None)


def airborne(sentence: Sentence, lexicon: Lexicon) -> list[Mark]:
    """List the marks of weapons that can be brought down."""
    return [m for m in sentence.of("weapon") if lexicon.weapons[m.entry.value].airborne]
