"""How many people were killed and injured.

In: a sentence. Out: `Harm`s: what, how many, and the words. Each way to say it ("killed two", "two
died", "the toll rose to two", "two dead") has its own rule. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import Form, Mark, english
from mapper.report.care import Found, cared_for, is_passive_at
from mapper.report.model import Count
from mapper.report.nobody import Nobody, find_nobody
from mapper.report.people import (
    as_count,
    counts_people,
    group_left,
    group_right,
    is_age,
    placed_at,
)
from mapper.report.sentence import Sentence
from mapper.report.somebody import ordinal, ordinal_before, somebody_before, somebody_behind
from mapper.text.numbers import Number
from mapper.toponym.model import Use

_BE = english.words("harm", "be")
_HAVE = frozenset({"has", "have"})
# "Three of the eight people injured in the attack were still in hospital."
_HOW = frozenset({"in", "by", "when", "during", "at"})
_HARMED_TOO = english.words("harm", "harmed_too")
_AMOUNT_VERBS = english.words("harm", "amount_verbs")
_TOLL_AT = english.words("harm", "toll_at")
_STAYING = english.words("harm", "staying")
_TAKEN = english.words("harm", "taken")
_SUPPOSED = english.words("harm", "supposed")
_NIL = english.words("harm", "nil")
# Words from "most of them" to "wounded": "most of them sick or wounded".
_OF_THEM_REACH = 6
# "Put four other residents in hospital".
_PUT = frozenset({"put", "left", "landed", "leaving", "putting", "sent"})
_OF_THINGS = english.words("harm", "of_things")
# Clauses of something else: "two were killed before power was cut".
_BESIDE = frozenset({"before", "after", "when", "as", "while"})
_OF_ANOTHER = frozenset({"his", "her", "their", "another"})
_PUT_REACH = 6
# What tells why a toll rose: "to four, after a man wounded in the attack died".
_WHY = frozenset({"after", "as", "when"})
# "The fourth person to die", "the third victim to have been killed".
_NTH = frozenset({"person", "victim", "man", "woman", "resident", "child", "civilian"})
_NTH_BEFORE = frozenset({"to", "have", "be", "been"})
_SPELLS = frozenset({"week", "month", "year", "weeks", "months", "years", "days", "since"})
_BODIES = frozenset({"body", "corpse"})
_CARED = english.words("roles", "cared")
# Those who were counted before.
_THE_HURT = frozenset({"the injured", "the wounded", "the dead"})
# Code points between a number and the noun of what it counts.
_NOUN_REACH = 24
_ORDER = ("verbs", "fighting", "toll", "intransitive", "adjectives", "nouns", "claims")
_WAYS = tuple((how, kind, f"harm.{kind}.{how}") for how in _ORDER for kind in ("killed", "injured"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """People killed or injured. `first` and `last` are tokens of the sentence, end exclusive.

    `place` is the token at which its own place begins, where one word of harm holds for several
    places, else None. `subset` marks a number that is part of one told before ("three of them died
    in Odesa").
    """

    kind: str
    count: Count
    first: int
    last: int
    subset: bool = False
    place: int | None = None


def _toll(sentence: Sentence, mark: Mark) -> tuple[Count, int] | None:
    """Read "the toll rose to seven", "put the dead at thirty-one".

    The number behind "to" or "at", else the first one; "bringing to six the number of dead" has it
    in front.
    """
    ahead = next((n for n in sentence.numbers if n.end_token == mark.first - 1), None)
    if ahead is not None and ahead.unit is None and sentence.word(ahead.first_token - 1) == "to":
        return as_count(ahead, update=True), mark.last
    if sentence.word(mark.first) == "the" and sentence.word(mark.last) in {"are", "is"}:
        return group_right(sentence, mark.last + 1)  # "the wounded are a man and a woman"
    if mark.entry.value in _THE_HURT and _is_done(sentence, mark.last):
        return None  # "The injured were moved to Turbat, from where two were flown to Karachi"
    numbers = [
        n
        for n in sentence.numbers
        if n.first_token >= mark.last
        and n.unit is None
        and n.first_token - mark.last < 30
        and (counts_people(sentence, n))
    ]
    if not numbers:
        return None
    chosen = next(
        (
            n
            for n in numbers
            if sentence.word(n.first_token - 1) in _TOLL_AT or _is_up_to(sentence, n)
        ),
        numbers[0],
    )
    if _is_up_to(sentence, chosen):
        chosen = dataclasses.replace(chosen, low=chosen.high, best=chosen.high)
    if chosen.low != chosen.high and sentence.word(chosen.first_token) == "from":
        chosen = dataclasses.replace(chosen, low=chosen.high, best=chosen.high)
    words = set(sentence.words[mark.last : chosen.first_token])
    update = bool(words & _AMOUNT_VERBS) or "to" in words
    return as_count(chosen, update=update), chosen.end_token


def _is_done(sentence: Sentence, index: int) -> bool:
    """Whether it is told what was done with people: "were moved", "have been taken"."""
    at = index
    while sentence.word(at) in {"was", "were", "have", "had", "has", "been", "being"}:
        at += 1
    return at > index and sentence.word(at) in _CARED


def _is_up_to(sentence: Sentence, number: Number) -> bool:
    """Whether a toll rose to a number: "has gone up to three", where "up to three" is no limit."""
    return sentence.word(number.first_token) == "up" and (
        sentence.word(number.first_token - 1) in _AMOUNT_VERBS
    )


def _pronoun_subject(sentence: Sentence, index: int) -> bool:
    """Whether one person is meant: "He did not survive." with nothing else in front."""
    if sentence.word(0) in {"he", "she"} and sentence.clause[0] == sentence.clause[index]:
        return True
    return (
        any(sentence.word(j) in {"he", "she"} for j in range(max(0, index - 3), index))
        and index <= 4
    )


def _verb(sentence: Sentence, mark: Mark) -> tuple[Count, int, int] | None:
    """Count, first and last token for a verb of harm."""
    passive = mark.entry.form is Form.PAST and is_passive_at(sentence, mark.first)
    if not passive:
        right = group_right(sentence, mark.last) or somebody_behind(sentence, mark.last)
        far = right is not None and sentence.token_at(right[0].start) - mark.last > 1
        if far and sentence.word(mark.first).startswith("cut"):
            return None  # "cutting heat to 120,000 residents"
        if right is not None:
            return right[0], mark.first, right[1]
        if mark.entry.form is Form.ING:
            return None
    if mark.entry.form is not Form.PAST:
        return None
    left = _nth(sentence, mark.first) or group_left(sentence, mark.first)
    left = left or somebody_before(sentence, mark.first, passive=True)
    if left is None:
        return None
    own = sentence.clause[mark.first]
    opener = sentence.word(sentence.clause.index(own))
    apart = sentence.clause[left[1]] != own and opener in _BESIDE
    if apart and sentence.word(mark.first) in _OF_THINGS:
        return None  # "two people were killed before power was cut"
    count = left[0]
    if passive and mark.entry.category.startswith("harm.killed"):
        count = _counted_up(sentence, left, "intransitive")
    return count, left[1], mark.last


def _nth(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read "He was the fourth person to die in the attack", "the third victim killed": so many.

    The words have to say of what it is the toll: "the tenth person to die this year" is none.
    """
    at = index
    while sentence.word(at - 1) in _NTH_BEFORE:
        at -= 1
    size = ordinal(sentence.word(at - 2))
    if size is None or sentence.word(at - 1) not in _NTH or sentence.word(at - 3) != "the":
        return None
    if not any(index < m.first for m in sentence.of("definite")):
        return None
    if not _SPELLS.isdisjoint(sentence.words[index:]):
        return None  # "the third resident to die in the shelling this week"
    start, end = sentence.tokens[at - 2].start, sentence.tokens[at - 1].end
    return Count(low=size, best=size, high=size, update=True, start=start, end=end), at - 2


def _lives_taken(sentence: Sentence, index: int) -> bool:
    """Whether lives were lost: "took 17 lives", "cost 31 lives", not "changed many lives"."""
    words = set(sentence.words[max(0, index - 5) : index])
    return bool(words & _TAKEN)


def _death_count(sentence: Sentence, mark: Mark) -> Found | None:
    """Read a noun of harm: "two deaths", "12 bodies", "the death of two men"."""
    for number in sentence.numbers:
        near = 0 <= mark.first - number.end_token <= 4
        between = sentence.words[number.end_token : mark.first]
        if near and "and" not in between and number.unit is None and not is_age(sentence, number):
            return as_count(number), number.first_token, mark.last
    one = _one_more(sentence, mark)
    if one is not None:
        return one, mark.first, mark.last
    another = sentence.word(mark.first - 2) == "a" and ordinal(sentence.word(mark.first - 1))
    if another and sentence.word(mark.first) in _BODIES:
        token = sentence.tokens  # "A third body was found"
        one = Count(
            low=1, best=1, high=1, start=token[mark.first - 2].start, end=token[mark.first].end
        )
        return _counted_up(sentence, (one, mark.first - 2), "intransitive"), mark.first, mark.last
    if sentence.word(mark.last) not in {"of", "to", "among"}:
        return None
    right = group_right(sentence, mark.last + 1)
    if right is None:
        return None
    told = (right[0], sentence.token_at(right[0].start))  # "the body of a fourth victim"
    return _counted_up(sentence, told, "intransitive"), mark.first, right[1]


def _one_more(sentence: Sentence, mark: Mark) -> Count | None:
    """Read "The second fatality was a woman": one, wherever the others were."""
    if ordinal(sentence.word(mark.first - 1)) is None and sentence.word(mark.first - 1) != "other":
        return None
    if sentence.word(mark.last) not in {"was", "is"} or sentence.word(mark.first - 2) != "the":
        return None
    token = sentence.tokens
    start, end = token[mark.first].start, token[mark.last - 1].end
    return Count(low=1, best=1, high=1, addition=True, start=start, end=end)


def _in_front(sentence: Sentence, mark: Mark, how: str) -> Found | None:
    """Read the people in front of "died" or "dead"."""
    left = group_left(sentence, mark.first)
    if how == "intransitive":
        left = _nth(sentence, mark.first) or ordinal_before(sentence, mark.first) or left
    if left is None and how == "intransitive" and _pronoun_subject(sentence, mark.first):
        token = sentence.tokens[mark.first]
        left = (Count(low=1, best=1, high=1, start=token.start, end=token.end), mark.first)
    if left is None:
        left = somebody_before(sentence, mark.first, passive=how != "intransitive")
    if left is None:
        return None
    if mark.entry.category.startswith("harm.injured"):
        return left[0], left[1], mark.last
    return _counted_up(sentence, left, how), left[1], mark.last


def _counted_up(sentence: Sentence, told: tuple[Count, int], how: str) -> Count:
    """Give the number of all who died where the last is told of: "a third man has died"."""
    count, first = told
    size = ordinal(sentence.word(first + 1))
    if how != "intransitive" or sentence.word(first) != "a" or size is None:
        return count
    return dataclasses.replace(count, low=size, best=size, high=size, update=True)


def _counted_by(sentence: Sentence, mark: Mark, how: str) -> Found | None:
    """Read the people that a word of harm counts in its way."""
    if how == "verbs":
        return _verb(sentence, mark)
    if how == "fighting":
        found = _verb(sentence, mark)
        return found if found is not None and _are_fighters(sentence, found[0]) else None
    if how == "nouns":
        return _death_count(sentence, mark)
    if how in {"toll", "claims"}:
        right = _toll(sentence, mark) if how == "toll" else group_right(sentence, mark.last)
        return (right[0], mark.first, right[1]) if right else None
    return _in_front(sentence, mark, how)


def _are_fighters(sentence: Sentence, count: Count) -> bool:
    """Whether people are named behind a number: "nine terrorists", not "another 117".

    Or in front of it: "a family of four".
    """
    at = sentence.token_at(count.start)
    if sentence.word(at - 1) == "of" and any(m.last == at - 1 for m in sentence.of("people")):
        return True
    return any(
        sentence.tokens[m.first].start - count.start >= 0
        and sentence.tokens[m.first].start - count.end <= _NOUN_REACH
        for m in sentence.of("people", "fighters", "regulars")
    )


def _counts_nobody(sentence: Sentence, mark: Mark, kind: str, how: str) -> bool:
    """Whether the word says nothing of harm here: "feared dead", "changed many lives"."""
    if how == "nouns":
        lives = sentence.word(mark.first) == "lives"
        return lives and not _lives_taken(sentence, mark.first)
    if how == "adjectives" and mark.entry.value.startswith("in "):
        # "three died and two later in hospital" tells of no injured
        near = set(sentence.words[max(0, mark.first - 3) : mark.first])
        far = set(sentence.words[max(0, mark.first - _PUT_REACH) : mark.first])
        return not (near & _STAYING or far & _PUT)
    if how == "toll" and sentence.word(mark.first - 1) in {"of", "among"}:
        return True  # "one of the wounded had died", "a girl was among the dead"
    if kind == "killed" and how == "toll" and "victims" in mark.entry.value:
        # The victims are the dead where somebody died, and else those hurt.
        return not sentence.of("harm.killed.intransitive", "harm.killed.verbs")
    if kind == "injured" and sentence.of("prisoners") and _of_them(sentence, mark):
        return True  # "180 prisoners apiece, most of them sick or wounded"
    if kind == "killed" and _is_among(sentence, mark):
        return True  # "a boy was among those killed"
    whole = how in {"adjectives", "verbs"} and sentence.word(mark.first - 1) == "the"
    if whole and kind == "injured":
        return sentence.word(mark.first - 2) == "of"  # "two of the wounded died"
    before = set(sentence.words[max(0, mark.first - 4) : mark.first])
    return how == "adjectives" and bool(before & _SUPPOSED)


def _of_them(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word only says how some of those counted were: "most of them wounded"."""
    ahead = sentence.words[max(0, mark.first - _OF_THEM_REACH) : mark.first]
    pairs = set(zip(ahead, ahead[1:], strict=False))
    return not {("of", "them"), ("of", "whom")}.isdisjoint(pairs)


def _is_among(sentence: Sentence, mark: Mark) -> bool:
    """Whether those told of are some of a number: "among those killed", "one of the dead"."""
    return sentence.word(mark.first - 1) in {"the", "those"} and sentence.word(mark.first - 2) in {
        "among",
        "amongst",
    }


def _one(sentence: Sentence, mark: Mark, kind: str, how: str) -> Harm | None:
    """Read the harm that one word tells; None when it counts nobody."""
    if _counts_nobody(sentence, mark, kind, how):
        return None
    found = _counted_by(sentence, mark, how)
    if found is None and how in {"adjectives", "nouns"} and sentence.word(mark.last) == ":":
        found = _table(sentence, mark)
    if found is None:
        return None
    count, first, last = _lowered(sentence, found)
    whole = _whole_of(sentence, count, mark)
    if whole is not None:
        return Harm(kind=kind, count=whole, first=first, last=last)
    subset = _is_share(sentence, count) or any(
        m.entry.value in {"of them", "of those", "of these", "of whom"}
        and first < m.first <= first + 3
        for m in sentence.of("part_of")
    )
    return Harm(kind=kind, count=count, first=first, last=last, subset=subset)


def _lowered(sentence: Sentence, found: Found) -> Found:
    """Take the new number of a toll that was set right: "from six dead to five"."""
    _, first, last = found
    if sentence.word(first - 1) != "from" or sentence.word(last) != "to":
        return found
    new = next((n for n in sentence.numbers if n.first_token == last + 1 and n.unit is None), None)
    return found if new is None else (as_count(new, update=True), first, new.end_token)


def _whole_of(sentence: Sentence, count: Count, mark: Mark) -> Count | None:
    """Give the number that a share is of: six in "Three of the six people killed were women"."""
    if mark.entry.form is not Form.PAST and not mark.entry.category.endswith("adjectives"):
        return None
    one = next((n for n in sentence.numbers if n.start == count.start), None)
    if one is None or sentence.word(one.end_token) != "of":
        return None
    at = one.end_token + 1 + (sentence.word(one.end_token + 1) in {"the", "these", "those"})
    whole = next((n for n in sentence.numbers if n.first_token == at and n.unit is None), None)
    if whole is None or mark.first - whole.end_token > 1:
        return None
    if sentence.word(mark.last) not in _BE | _HOW:
        return None
    if mark.entry.category.startswith("harm.injured") and sentence.of("harm.killed.intransitive"):
        return None  # "two of the 14 people wounded in the attack died"
    return as_count(whole)


def _is_share(sentence: Sentence, count: Count) -> bool:
    """Whether a number is a part of another right behind it: "four of the six dead"."""
    one = next((n for n in sentence.numbers if n.start == count.start), None)
    if one is None or sentence.word(one.end_token) != "of":
        return False
    at = one.end_token + 1 + (sentence.word(one.end_token + 1) in {"the", "these", "those"})
    return any(n.first_token == at and n.unit is None for n in sentence.numbers)


def _table(sentence: Sentence, mark: Mark) -> tuple[Count, int, int] | None:
    """Read the number behind a colon: "Killed: 3. Wounded: none."."""
    at = mark.last + 1
    number = next((n for n in sentence.numbers if n.first_token == at and n.unit is None), None)
    if number is not None:
        return as_count(number), mark.first, number.end_token
    if sentence.word(at) in _NIL:
        token = sentence.tokens[at]
        zero = Count(low=0, best=0, high=0, start=token.start, end=token.end)
        return zero, mark.first, at + 1
    return None


def find_harm(sentence: Sentence) -> list[Harm]:
    """Find the harm that a sentence tells of, in the order of the text, a number used once."""
    found: list[Harm] = []
    used: set[tuple[str, int]] = set()
    covered: set[int] = set()
    every = sentence.under("harm.")
    inner = {
        m.first
        for m in every
        if any(o.first < m.first and m.last <= o.last for o in every)  # "fatally wounded"
    }
    for how, kind, category in _WAYS if every else ():
        for mark in sentence.of(category):
            if mark.first in covered or mark.first in inner:
                continue
            harm = _one(sentence, mark, kind, how)
            if harm is None:
                continue
            covered.update(range(mark.first, mark.last))
            if any(k != kind and s == harm.count.start for k, s in used) and how in {
                "adjectives",
                "nouns",
            }:
                continue
            if (kind, harm.count.start) in used:
                continue
            used.add((kind, harm.count.start))
            found.append(harm)
    found.extend(
        Harm(kind="injured", count=count, first=first, last=last)
        for count, first, last in cared_for(sentence, covered)
    )
    if found:
        found = [h for h in found if not _counted_in(sentence, h, found)]
        found.sort(key=lambda h: (h.first, h.last, h.kind))
        found = _as_dead(sentence, found)
        found = _together(sentence, [_more(sentence, h, found) for h in found])
    none = find_nobody(sentence)
    if not none:
        return found
    found = [h for h in found if not any(n.first < h.last <= n.last for n in none)]
    zeros = _nobody(sentence, none, found)
    return sorted((*found, *zeros), key=lambda h: (h.first, h.last, h.kind))


def _as_dead(sentence: Sentence, found: list[Harm]) -> list[Harm]:
    """Count those who died of it among the dead alone: "a worker who was injured in X has died"."""
    kept = []
    for harm in found:
        if not _died_of_it(sentence, harm, found):
            kept.append(harm)
        elif not any(h.kind == "killed" for h in found):
            kept.append(dataclasses.replace(harm, kind="killed"))
    return kept


def _died_of_it(sentence: Sentence, harm: Harm, found: list[Harm]) -> bool:
    """Whether somebody hurt is told to have died."""
    opener = sentence.clause.index(sentence.clause[harm.last - 1])
    if harm.kind != "injured":
        return False
    if _went_on_to_die(sentence, harm):
        return True
    if sentence.word(opener) != "who":
        return False
    if any(h.kind == "killed" and h.count.start == harm.count.start for h in found):
        return True
    # "A worker who had been wounded when a missile hit the plant died in hospital."
    had = sentence.word(opener + 1) in {"had", "was", "were"}
    return had and any(
        m.first >= harm.last and m.entry.form is Form.PAST
        for m in sentence.of("harm.killed.intransitive")
    )


def _went_on_to_die(sentence: Sentence, harm: Harm) -> bool:
    """Whether "injured" only says who died: "two policemen injured in the attack succumbed".

    Or "a woman wounded when a drone hit a bus has died".
    """
    hurt = next(
        (
            m
            for m in sentence.of("harm.injured.verbs")
            if harm.first <= m.first < harm.last and m.entry.form is Form.PAST
        ),
        None,
    )
    if hurt is None or sentence.word(hurt.first - 1) in _BE:
        return False
    clause = sentence.clause[hurt.first]
    died = (m for m in sentence.of("harm.killed.intransitive") if m.first >= hurt.last)
    return any(
        (sentence.clause[m.first] == clause or sentence.word(m.first - 1) in _HAVE)
        and not {",", "and", ";"} & set(sentence.words[hurt.last : m.first])
        for m in died
    )


def _counted_in(sentence: Sentence, harm: Harm, found: list[Harm]) -> bool:
    """Whether a toll told beside counts them: "rose to eight as two more bodies were found"."""
    opener = sentence.word(sentence.clause.index(sentence.clause[harm.last - 1]))
    first = sentence.token_at(harm.count.start)
    why = opener in _WHY or sentence.word(first - 1) == ":"  # "given as eight: one more came"
    more = harm.count.addition or (why and harm.count.best == 1)
    if not more or placed_at(sentence, harm.last) is not None:
        return False
    return any(
        h is not harm
        and h.kind == harm.kind
        and (h.count.update or sentence.word(first - 1) == ":")
        and (h.count.best or 0) > (harm.count.best or 0)
        for h in found
    )


def _more(sentence: Sentence, harm: Harm, found: list[Harm]) -> Harm:
    """Add one who goes with another: "a woman was killed and her husband died later"."""
    at = sentence.token_at(harm.count.start)
    before = any(h.kind == harm.kind and h.last <= at and h.count.best for h in found)
    if not before or harm.count.update or sentence.word(at) not in _OF_ANOTHER:
        return harm
    return dataclasses.replace(harm, count=dataclasses.replace(harm.count, addition=True))


def _together(sentence: Sentence, found: list[Harm]) -> list[Harm]:
    """Count two who are told of one by one: "a sweeper was killed and a driver died later"."""
    kept: list[Harm] = []
    for harm in found:
        at = sentence.token_at(harm.count.start)
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind == harm.kind
            and before.count.best == harm.count.best == 1
            and not (before.count.addition or harm.count.addition)
            and sentence.word(at) in {"a", "an"}
            and sentence.word(at - 1) == "and"
            and not any(t.use is Use.LITERAL for t in sentence.toponyms)
            and sentence.word(harm.last) != "of"
            and not any(m.first in range(at, harm.last) for m in sentence.of("fighters"))
        ):
            both = dataclasses.replace(before.count, low=2, best=2, high=2, end=harm.count.end)
            kept[-1] = dataclasses.replace(before, count=both, last=harm.last)
        else:
            kept.append(harm)
    return kept


def _is_parted(sentence: Sentence, harm: Harm, none: Nobody) -> bool:
    """Whether a semicolon parts them: "one was killed in Izmail; nobody was hurt in Odesa".

    Or "while" and another place: "seven were killed in X, while in Y no one was hurt".
    """
    first, last = min(harm.last, none.last), max(harm.first, none.first)
    between = sentence.words[first:last]
    elsewhere = any(
        first < sentence.token_at(t.start) < last and t.use is Use.LITERAL
        for t in sentence.toponyms
    )
    return ";" in between or ("while" in between and elsewhere)


def _nobody(sentence: Sentence, spans: list[Nobody], found: list[Harm]) -> list[Harm]:
    """Give zero to each kind of harm of which it is said that nobody came to it."""
    zeros = []
    for none in spans:
        told = {h.kind for h in found if not _is_parted(sentence, h, none)}
        start, end = sentence.tokens[none.first].start, sentence.tokens[none.last - 1].end
        zero = Count(low=0, best=0, high=0, start=start, end=end)
        zeros += [
            Harm(kind=kind, count=zero, first=none.first, last=none.last)
            for kind in none.kinds
            if kind not in told
        ]
    return zeros
