"""Which arms an article as a whole tells of.

In: its sentences. Out: whether they tell of some arms and of no others. Nothing can go wrong.
"""

from collections.abc import Sequence

from mapper.lexicon import Lexicon
from mapper.lexicon.model import SubType
from mapper.report.sentence import Sentence


def tells_of_heavy(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether weapons are told of that nobody carries (drones, shells), and no armed men."""
    heavy = (not lexicon.weapons[m.entry.value].carried for s in sentences for m in s.of("weapon"))
    return any(heavy) and not any(s.of("fighters") for s in sentences)


def sub_types_meant(sentences: Sequence[Sentence], lexicon: Lexicon) -> dict[str, str]:
    """Give what sub-types mean whose words may tell of another: "bombing" after a suicide attack.

    Each such sub-type with the other one, where the sentences tell of the weapons of that one and
    of others only in words that may be either's.
    """
    meant = {}
    named = dict(lexicon.sub_type_words)
    for sub_type in lexicon.sub_types.values():
        instead = lexicon.sub_types.get(sub_type.instead or "")
        names = named.get(sub_type.name, frozenset()) - sub_type.either
        if (
            instead is not None
            and any(_tells_of(s, instead, sub_type, lexicon) for s in sentences)
            and not any(not names.isdisjoint(s.words) for s in sentences)
            and not any(_tells_otherwise(s, instead, sub_type, lexicon) for s in sentences)
        ):
            meant[sub_type.name] = instead.name
    return meant


def _tells_of(sentence: Sentence, instead: SubType, sub_type: SubType, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of a sub-type: by its weapons, or by its word for "a bomb"."""
    groups = {lexicon.weapons[m.entry.value].group for m in sentence.of("weapon")}
    words = {m.entry.sub_type for m in sentence.of("trigger")}
    either = groups <= sub_type.classes and not sub_type.either.isdisjoint(sentence.words)
    return bool(groups & instead.classes) or (instead.name in words and either)


def _tells_otherwise(
    sentence: Sentence, instead: SubType, sub_type: SubType, lexicon: Lexicon
) -> bool:
    """Whether a sentence tells of arms that nobody carries, in words that leave no doubt."""
    for mark in sentence.of("weapon"):
        weapon = lexicon.weapons[mark.entry.value]
        plain = mark.last - mark.first == 1 and sentence.word(mark.first) in sub_type.either
        if not (plain or weapon.carried or weapon.debris or weapon.group in instead.classes):
            return True
    return False
