"""People hurt, told by what became of them: "was taken to hospital", "lost a leg".

In: a sentence and the tokens that other words of harm have. Out: counts with the tokens that tell
them. Nothing can go wrong.
"""

from mapper.lexicon import english
from mapper.report.model import Count
from mapper.report.people import group_left, group_right
from mapper.report.sentence import Sentence
from mapper.report.somebody import somebody_before

# A count, and the first token of what tells it and the one behind.
Found = tuple[Count, int, int]

_BE = english.words("harm", "be")
_HARMED_TOO = english.words("harm", "harmed_too")
# Words from a verb to the hospital that somebody is brought to.
_CARE_REACH = 6
_BROUGHT = english.words("harm", "brought")
_CLINICS = english.words("harm", "clinics")
_SUFFERED = english.words("harm", "suffered")
_INJURIES = english.words("harm", "injuries")
_LIMBS = english.words("harm", "limbs")
_HIT = frozenset({"hit", "shot", "struck"})
# Words from "lost" or "hit" to "leg": "in the lower left leg".
_LIMB_REACH = 5
_ESCAPED = frozenset({"escaped", "survived"})
_CARED_FOR = _BROUGHT | _SUFFERED | _HIT | _ESCAPED | {"lost"}
_TREATED = english.words("harm", "treated")
_PATIENTS = _CARED_FOR | _TREATED
_TREATED_AS = frozenset({"as", "like", "with", "to"})
_STOPS = frozenset({",", ";", ".", "and", "but", "when", "after", "where", ":", "(", "—", "–"})
# Words behind a number that may be its noun.
_NOUN_WORDS = 2


def cared_for(sentence: Sentence, covered: set[int]) -> list[Found]:
    """Read harm in words with a gap: "was taken to city hospital No. 2", "suffered light burns"."""
    found: list[Found] = []
    if _PATIENTS.isdisjoint(sentence.words):
        return found
    for i, word in enumerate(sentence.words):
        if word not in _PATIENTS or i in covered:
            continue
        behind = [sentence.word(j) for j in range(i + 1, i + 1 + _CARE_REACH)]
        taken = word in _BROUGHT and behind[:1] == ["to"] and bool(_CLINICS & set(behind))
        hurt = word in _SUFFERED and bool(_INJURIES & set(behind[:4]))
        hurt = hurt or _in_a_limb(sentence, i) or _got_away(sentence, i)
        stops = next((n for n, one in enumerate(behind) if one in _STOPS), len(behind))
        said = set(behind[:stops])
        treats = _treats(sentence, i) if word == "treated" else None
        if treats is not None:
            found.append(treats)
            continue
        treated = word in _TREATED and behind[0] not in _TREATED_AS and is_passive_at(sentence, i)
        if not (treated or (taken and said & _CLINICS) or (hurt and said & (_INJURIES | _LIMBS))):
            continue
        if any(j in covered for j in range(i, i + stops + 1)):
            continue
        left = group_left(sentence, i) or somebody_before(sentence, i, passive=True)
        if left is not None and not _are_dead(sentence, left[1], i):
            last = min(i + stops, len(sentence.tokens) - 1) + 1
            found.append((left[0], left[1], last))
    return found


def _got_away(sentence: Sentence, index: int) -> bool:
    """Whether somebody "escaped with a machete wound"."""
    near = sentence.words[index + 1 : index + 1 + _LIMB_REACH]
    got = sentence.word(index) in _ESCAPED
    return got and near[:1] == ("with",) and not _INJURIES.isdisjoint(near)


def _in_a_limb(sentence: Sentence, index: int) -> bool:
    """Whether somebody "lost his right foot", "was hit in the legs"."""
    near = sentence.words[index + 1 : index + 1 + _LIMB_REACH]
    if sentence.word(index) == "lost":
        return near[:1] != ("the",) and not _LIMBS.isdisjoint(near)
    hit = sentence.word(index) in _HIT and is_passive_at(sentence, index)
    return hit and near[:1] == ("in",) and not _LIMBS.isdisjoint(near)


def _treats(sentence: Sentence, index: int) -> Found | None:
    """Read "Medics treated 40 people for burns"."""
    if is_passive_at(sentence, index):
        return None
    right = group_right(sentence, index + 1)
    if right is None or not any(
        index < m.first < right[1] + _NOUN_WORDS for m in sentence.of("people")
    ):
        return None
    return right[0], index, right[1]


def _are_dead(sentence: Sentence, first: int, index: int) -> bool:
    """Whether bodies are brought away: "the bodies of 40 people had been brought to hospital"."""
    return any(m.first < index and m.last >= first - 2 for m in sentence.of("harm.killed.nouns"))


def is_passive_at(sentence: Sentence, index: int) -> bool:
    """Whether "was" goes with a verb: not "the depot where mines were stored killed five"."""
    be = next(
        (j for j in range(index - 1, max(-1, index - 4), -1) if sentence.word(j) in _BE), None
    )
    if be is None:
        return False
    between = list(sentence.words[be + 1 : index])
    other = bool(between) and between[-1].endswith("ed") and between[-1] not in _HARMED_TOO
    return not other
