"""The people that a sentence counts.

In: a sentence and a token. Out: the `Count` of the people behind or in front of it, and where their
words end or begin. Numbers of other things (ages, drones, houses) and parts of another number ("two
of them children") are left out. Nothing can go wrong; no people are None.
"""

import re

from mapper.lexicon import Mark, english
from mapper.report.model import Count
from mapper.report.persons import (
    BEHIND_AGE,
    OLDEST,
    ONE,
    STOP,
    age_behind,
    harm_at,
    mark_at,
    past_age,
    single,
)
from mapper.report.sentence import Sentence
from mapper.report.somebody import joined_trade, trade_at
from mapper.text.numbers import Number
from mapper.toponym.model import Use

_GROUPS = english.words("somebody", "groups")
_NOUN_ENDS = english.words("people", "noun_ends")
_NOT_PEOPLE = english.words("people", "not_people")
_BEFORE_PART = english.words("people", "before_part")
_PARTS_AHEAD = english.words("people", "parts_ahead")
_PARTS_BEHIND = english.words("people", "parts_behind")
_OPENING_PART = english.words("people", "opening_part")
_WHOLE = english.words("people", "whole")
_NO_COUNT = english.words("people", "no_count")
_NOT_SUBJECT = english.words("people", "not_subject")
# How many words may stand between a number and the word of harm: "fifteen residents of the house
# on Peace Street were injured".
_REACH_LEFT = 16
# What opens words on those counted: "..., most of them women, ...".
_OF_WHOM = frozenset(
    {"most", "many", "some", "half", "several", "all", "mostly", "mainly", "among"}
)
_REACH_RIGHT = 5
# A number and those whom it counts.
_NAMED_BY = 2
# Words for people that tell nothing of them, and two who are counted as one.
_ANYONE = frozenset(
    {"people", "others", "persons", "men", "women", "civilians", "members", "relatives"}
)
_COUPLE = frozenset({"couple", "twins", "pair", "brothers", "sisters"})
_OTHERS = english.words("people", "others")
_AT_PLACE = frozenset({"in", "near", "at", "outside", "around"})
# Words between a verb of harm and the person that is its object.
_OBJECT_REACH = 3
# Between a subject and its verb.
_PERFECT = frozenset({"has", "have", "had", "later", "since"})
_AUXILIARIES = english.words("people", "auxiliaries")
# A currency with its amount; what it is called does not matter.
_MONEY = re.compile(r"[^\W\d]{1,4}[$£€]?\d[\d.,]*")


def counts_people(sentence: Sentence, number: Number) -> bool:
    """Whether the noun behind a number may be people: no weapon, building, unit or share."""
    if number.unit is not None or is_age(sentence, number) or _is_money(sentence, number):
        return False
    for j in range(number.end_token, min(number.end_token + 4, len(sentence.tokens))):
        word = sentence.word(j)
        if word in _NOUN_ENDS or harm_at(sentence, j):
            break
        if mark_at(sentence, j, "people", "prisoners"):
            return True
        thing = mark_at(sentence, j, "weapon", "targets")
        if thing is not None:
            # "three dock workers" are people, "three docks" are not.
            return mark_at(sentence, thing.last, "people") is not None
        if word in _NOT_PEOPLE:
            return False
    return True


def _is_money(sentence: Sentence, number: Number) -> bool:
    """Whether a sum of money that is written in one word goes on: "Rs5 million"."""
    return _MONEY.fullmatch(sentence.word(number.first_token - 1)) is not None


def is_age(sentence: Sentence, number: Number) -> bool:
    """Whether a number behind one person is how old they are: "a man, 58, was hurt"."""
    first = number.first_token
    if _is_age_of(sentence, number):
        return True
    if (
        first < 2
        or sentence.word(first - 1) not in {",", "("}
        or sentence.word(number.end_token) not in {",", ")", "."}
        or number.best is None
        or number.best > OLDEST
    ):
        return False
    before = sentence.tokens[first - 2]
    if sentence.word(first - 3) in ONE and before.lower.isalpha() and before.text.islower():
        return sentence.word(number.end_token) == ","  # "a paramedic, 29, ..."
    person = mark_at(sentence, first - 2, "people")
    one = person is not None and before.lower == person.entry.value.split("/")[0].split(" ")[-1]
    placed = any(t.start <= before.start < t.end for t in sentence.toponyms)
    opens = first == 2 and (harm_at(sentence, 0) or sentence.word(number.end_token) != ",")
    return one or (before.text[:1].isupper() and not opens and not placed)


def _is_age_of(sentence: Sentence, number: Number) -> bool:
    """Whether "of" leads from one person to their age: "the woman of 71 who was wounded"."""
    first, behind = number.first_token, sentence.word(number.end_token)
    if sentence.word(first - 1) != "of" or not 1 <= (number.best or 0) <= OLDEST:
        return False
    person = mark_at(sentence, first - 2, "people")
    one = person is not None and person.entry.value.split("/")[0] == sentence.word(first - 2)
    alone = sentence.word(first - 2) not in _GROUPS and sentence.word(first - 3) in ONE
    return one and alone and (behind in BEHIND_AGE or not behind.isalpha())


def _is_part(sentence: Sentence, number: Number) -> bool:
    """Whether a number is part of another: "two of them children", "including three children"."""
    before = number.first_token
    for mark in sentence.of("part_of"):
        if mark.last == before or (
            mark.last < before <= mark.last + 1 and sentence.word(before - 1) in _BEFORE_PART
        ):
            return True
        if (
            mark.entry.value in _PARTS_AHEAD
            and mark.last <= before
            and sentence.clause[mark.first] == sentence.clause[before]
            and before - mark.last <= 8
            and not any(mark.last <= m.first < before for m in sentence.under("harm."))
        ):
            return True
        if mark.first == number.end_token and mark.entry.value in _PARTS_BEHIND:
            return number.first_token > 0 and sentence.word(number.first_token - 1) in _OPENING_PART
    return False


def as_count(number: Number, *, update: bool = False) -> Count:
    """Make a number's count."""
    return Count(
        low=number.low,
        best=number.best,
        high=number.high,
        word=number.word,
        update=update,
        addition=number.additional,
        start=number.start,
        end=number.end,
    )


def _sum(counts: list[Count]) -> Count:
    """One count for coordinated ones: "one man and two women"."""
    if len(counts) == 1:
        return counts[0]

    def add(name: str) -> int | None:
        values = [getattr(c, name) for c in counts]
        return None if any(v is None for v in values) else sum(values)

    return Count(
        low=sum(c.low or 0 for c in counts) or None,
        best=add("best"),
        high=add("high"),
        word=next((c.word for c in counts if c.word), None),
        addition=all(c.addition for c in counts),
        start=min(c.start for c in counts),
        end=max(c.end for c in counts),
    )


def group_right(
    sentence: Sentence, index: int, *, active: bool = True, stop: int | None = None
) -> tuple[Count, int] | None:
    """Read the people counted from `index` on, before `stop`: number phrases joined by "and".

    Count and end token.
    """
    size = len(sentence.tokens) if stop is None else stop
    counts: list[Count] = []
    end = index
    at = index
    limit = index + _REACH_RIGHT
    joined = True
    while at < size:
        number = next((n for n in sentence.numbers if n.first_token == at), None)
        if number is not None and not joined:
            if sentence.word(at - 1) not in {"of", "from"} or number.best != 1:
                break
            at, limit = number.end_token, number.end_token + 2
            continue  # "two children of one family and a teacher"
        if number is not None:
            if not counts_people(sentence, number) or (counts and _is_part(sentence, number)):
                break
            if counts and number.unit is not None:
                break
            counts.append(as_count(number))
            end = at = number.end_token
            limit = end + 5
            joined = False
            continue
        alone = single(sentence, at) if joined else None
        if alone is None and joined and (counts or at == index):
            alone = joined_trade(sentence, at, active=active)
            if alone is None and at == index and not active:
                alone = trade_at(sentence, at)  # "The groom and two guests were killed"
        if alone is not None:
            joined = False
            counts.append(alone[0])
            end = at = past_age(sentence, alone[1])
            aged = age_behind(sentence, at) or at
            # "Ivan Bondar, 34, and his wife": the comma behind the age joins nothing.
            at = aged + (sentence.word(aged) == "," and sentence.word(aged + 1) == "and")
            joined = aged > end
            limit = at + 3
            continue
        word = sentence.word(at)
        if at >= limit or word in STOP or _closes(sentence, index, at):
            break
        if counts and not _joins(sentence, at, active=active):
            if word in {",", "and"} or mark_at(sentence, at, "part_of"):
                break
            at += 1
            continue
        if not counts and (word in _NO_COUNT or mark_at(sentence, at, "targets", "weapon")):
            break
        joined = joined or bool(counts)
        at += 1
    if _names_them(sentence, counts):
        counts = counts[:1]
    return (_sum(counts), end) if counts else None


def _closes(sentence: Sentence, first: int, index: int) -> bool:
    """Whether the parenthesis ends in which a group began: "(two men and a boy) and 61 hurt"."""
    if sentence.word(index) != ")" or "(" in sentence.words[first:index]:
        return False
    return _is_of_harm(sentence, index)


def _is_of_harm(sentence: Sentence, index: int) -> bool:
    """Whether the parenthesis that ends at `index` stands behind a word of harm."""
    opens = next((j for j in range(index, -1, -1) if sentence.word(j) == "("), -1)
    return any(m.last == opens for m in sentence.under("harm."))


def _names_them(sentence: Sentence, counts: list[Count]) -> bool:
    """Whether the first number is told by who they are: "two others, a medic and a pupil"."""
    if len(counts) < _NAMED_BY or (counts[0].best or 0) < _NAMED_BY:
        return False
    if sum(c.best or 0 for c in counts[1:]) != counts[0].best:
        return False
    noun = sentence.word(sentence.token_at(counts[1].start) - 2)
    whole = _COUPLE & set(sentence.words[sentence.token_at(counts[1].start) :][:3])
    if noun not in _ANYONE and not whole:
        return False  # "two policemen, a driver and a nurse"
    return sentence.word(sentence.token_at(counts[1].start) - 1) == ","


def placed_at(sentence: Sentence, index: int) -> int | None:
    """Give where the place begins that is said of the people counted before `index`, else None.

    "in Izium", "others near the village of X"; nothing but people may stand in between.
    """
    at = index
    if sentence.word(at) == "of" and sentence.word(at + 1) in {"them", "whom", "those"}:
        at += 2  # "26 were killed, 13 of them at Bahawalpur"
    while at < index + 3 and (sentence.word(at) in _OTHERS or mark_at(sentence, at, "people")):
        at += 1
    if sentence.word(at) not in _AT_PLACE:
        return None
    for toponym in sentence.toponyms:
        first = sentence.token_at(toponym.start)
        if at < first <= at + 4 and toponym.use is Use.LITERAL:
            between = range(at + 1, first)
            plain = all(sentence.word(j).isalpha() and not harm_at(sentence, j) for j in between)
            return first if plain else None
    return None


def _is_elsewhere(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the count that ends at `end` has a place of its own, and the one before `at` another.

    "killed two in Kupiansk and three in Izium".
    """
    told = any(
        at - 6 <= sentence.token_at(t.end - 1) < at and t.use is Use.LITERAL
        for t in sentence.toponyms
    )
    return told and placed_at(sentence, end) is not None


def _names_people(sentence: Sentence, index: int) -> bool:
    """Whether people are named outright right at `index`: "two women", "a child"."""
    return any(index <= m.first <= index + 2 for m in sentence.of("people"))


def _joins(sentence: Sentence, at: int, *, active: bool) -> bool:
    """Whether "and" (or a comma) at `at` joins another count that belongs to the same verb."""
    if sentence.word(at) not in {"and", ",", "&"}:
        return False
    nxt = at + 1 if sentence.word(at + 1) != "and" else at + 2
    if sentence.word(at) == "," and any(
        at < m.first <= at + 6 for m in sentence.of("speech.verbs")
    ):
        return False  # "..., a local official said"
    if (
        sentence.word(at) == ","
        and sentence.word(at + 1) != "and"
        and not _names_people(sentence, nxt)
    ):
        return False
    counted = any(n.first_token == nxt + 1 and n.unit is None for n in sentence.numbers)
    if sentence.word(nxt) in _WHOLE and counted:
        nxt += 1  # "a father and his two sons"
    number = next((n for n in sentence.numbers if n.first_token == nxt), None)
    if number is not None:
        if (
            number.unit is not None
            or _is_part(sentence, number)
            or not counts_people(sentence, number)
        ):
            return False
        end = number.end_token
    else:
        alone = single(sentence, nxt) or joined_trade(sentence, nxt, active=active)
        if alone is None:
            return False
        end = alone[1]
    if _is_elsewhere(sentence, at, end):
        return False
    # not when a verb of harm of its own follows: "killed four and eleven were wounded"
    if not active:
        return True
    return not any(
        end <= m.first <= end + 4 and not {"and", ",", *STOP} & set(sentence.words[end : m.first])
        for m in sentence.under("harm.")
    )


def group_left(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read the people counted in front of `index`: the first full number of the nearest group.

    Count and first token.
    """
    if _has_pronoun(sentence, index):
        return None
    return _numbered_left(sentence, index) or _person_left(sentence, index)


def _has_pronoun(sentence: Sentence, index: int) -> bool:
    """Whether "he" is who was hurt: "killing two before he was shot dead"."""
    at = index - 1
    while sentence.word(at) in _AUXILIARIES or sentence.word(at).endswith("ly"):
        at -= 1
    return at < index - 1 and sentence.word(at) in {"he", "she"}


def _numbered_left(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read the nearest number of people in front; of "one man and two women" the first."""
    clause = sentence.clause[min(index, len(sentence.clause) - 1)]
    harm = [
        m
        for m in sentence.under("harm.")
        if m.last <= index
        and not _adjacent_noun(m)
        and not _is_reduced(sentence, m.first, index)
        and not _is_whole(sentence, m)
    ]
    best: tuple[Count, int] | None = None
    for number in reversed(sentence.numbers):
        if number.end_token > index or _words_apart(sentence, number, index) > _REACH_LEFT:
            continue
        if any(number.end_token <= m.first for m in harm):
            break  # the number belongs to another word of harm
        if sentence.clause[number.first_token] < clause - 2:
            break
        if not counts_people(sentence, number) or _is_one_family(sentence, number):
            continue
        if _disagrees(sentence, number, index):
            continue
        if _is_part(sentence, number) and not _part_acts(sentence, number, index):
            continue
        group = group_right(sentence, number.first_token, active=False, stop=index)
        count = group[0] if group is not None and group[1] <= index else as_count(number)
        head = _head_number(sentence, number)
        if head is not None:
            whole = group_right(sentence, head.first_token, active=False, stop=index)
            number = head
            count = whole[0] if whole is not None and whole[1] <= index else as_count(head)
        lead = number.first_token
        best = count, lead
        if sentence.word(lead - 1) not in {"and", ","} or not _lead_of(sentence, lead):
            break
        if sentence.word(lead - 2) == ")" and _is_of_harm(sentence, lead - 2):
            break  # "killed (four men and one boy) and 61 injured"
    return _with_person(sentence, best, index)


def _is_whole(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word names those of whom some are told: "four of the injured were hurt in X"."""
    before = mark.first - (sentence.word(mark.first - 1) == "the")
    first = mark.first + (sentence.word(mark.first) == "the")
    return sentence.word(before - 1) == "of" and "the" in {
        sentence.word(first - 1),
        sentence.word(before),
    }


def _disagrees(sentence: Sentence, number: Number, index: int) -> bool:
    """Whether the verb is of one person: "who fed the last hundred residents was killed"."""
    several = (number.low or number.best or 0) > 1
    one = sentence.word(index - 1) == "was" or sentence.word(index - 2) == "was"
    return several and one and sentence.word(number.first_token - 1) not in {"of", "a", "the"}


def _words_apart(sentence: Sentence, number: Number, index: int) -> int:
    """Count the words from a number to `index` without clauses that describe in between."""
    clauses = {
        sentence.clause[number.first_token],
        sentence.clause[min(index, len(sentence.clause) - 1)],
    }
    inside = _without_asides(sentence, range(number.first_token, index))
    reduced = next((j for j in inside if harm_at(sentence, j)), index)
    if _is_reduced(sentence, reduced, index):
        inside = [j for j in inside if j < reduced]  # "two people wounded in X have died"
    return sum(sentence.clause[j] in clauses for j in inside)


def _without_asides(sentence: Sentence, inside: range) -> list[int]:
    """Leave out who they were: "16 civilians, most of them women of two families, perished"."""
    kept: list[int] = []
    aside = False
    for j in inside:
        if sentence.word(j) == ",":
            aside = not aside and sentence.word(j + 1) in _OF_WHOM
        elif not aside:
            kept.append(j)
    return kept


def _is_one_family(sentence: Sentence, number: Number) -> bool:
    """Whether "one" is of a family that was counted: "four people, all members of one family"."""
    return (
        number.best == 1
        and sentence.word(number.first_token - 1) in {"of", "from"}
        and sentence.word(number.end_token) in {"family", "household"}
    )


def _with_person(
    sentence: Sentence, best: tuple[Count, int] | None, index: int
) -> tuple[Count, int] | None:
    """Add the person who stands in front: "a teacher and her two pupils"."""
    if best is None:
        return None
    lead = best[1] - (sentence.word(best[1] - 1) in _WHOLE)
    first = _first_joined(sentence, lead)
    if any(m.last == first for m in sentence.of("part_of")):
        return best  # "three died, one of them a child, and eleven were injured"
    harm = sentence.under("harm.")
    if any(
        0 <= first - m.last <= _OBJECT_REACH
        and not {",", *STOP} & set(sentence.words[m.last : first])
        or first <= m.first < lead
        for m in harm
    ):
        return best  # "killed a man and two were hurt", "a man was killed and two were hurt"
    group = group_right(sentence, first, active=False, stop=index) if first < lead else None
    return (group[0], first) if group is not None and lead < group[1] <= index else best


def _part_acts(sentence: Sentence, number: Number, index: int) -> bool:
    """Whether a part is the subject of the word of harm: "hurt 11, three of whom died"."""
    return any(
        m.first == number.end_token and m.last == index and m.entry.value in _PARTS_BEHIND
        for m in sentence.of("part_of")
    )


def _person_left(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read the nearest person without a number in front: "a woman and her son were killed"."""
    clause = sentence.clause[min(index, len(sentence.clause) - 1)]
    main = _main_clause(sentence, clause, index)
    reach = _REACH_LEFT if main == clause else 2 * _REACH_LEFT
    own = [j for j in range(index - 1, -1, -1) if sentence.clause[j] in {clause, main}]
    for at in own[:reach]:
        if harm_at(sentence, at) and not _is_reduced(sentence, at, index):
            if main == clause:
                return None
            continue  # "a worker who was injured in the attack has died"
        alone = single(sentence, at) or _joined_subject(sentence, at, index)
        if alone is None or alone[1] > index or sentence.word(at - 1) in _NOT_SUBJECT:
            continue
        lead = _first_joined(sentence, at)
        group = group_right(sentence, lead, active=False, stop=index)
        return (group[0], lead) if group is not None and group[1] <= index else (alone[0], at)
    return None


def _is_reduced(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a word of harm only tells who is meant: "a woman wounded in the attack has died"."""
    whom = mark_at(sentence, at - 1, "people") or sentence.word(at - 1) == "those"
    between = set(sentence.words[at:index])
    return bool(whom) and bool(between & _PERFECT) and not between & {",", "and", "but"}


def _joined_subject(sentence: Sentence, at: int, index: int) -> tuple[Count, int] | None:
    """Read somebody joined to a person in front of the verb: "a reporter and his cameraman"."""
    joined = sentence.word(at - 1) == "and" and _joined_before(sentence, at) is not None
    found = trade_at(sentence, at) if joined else None
    verb = found is not None and all(
        sentence.word(j) in _AUXILIARIES or sentence.word(j).endswith("ly")
        for j in range(found[1], index)
    )
    return found if verb else None


def _main_clause(sentence: Sentence, clause: int, index: int) -> int:
    """Find the clause whose subject "who ..." describes: "an officer who leads X was wounded".

    Or the one that a verb behind "and" goes on with: "was blown up while ploughing and died".
    """
    opener = sentence.clause.index(clause)
    if sentence.word(opener) == "while" and sentence.word(index - 1) == "and" and opener > 0:
        return clause - 1
    return clause - 1 if sentence.word(opener) == "who" and opener > 0 else clause


def _first_joined(sentence: Sentence, at: int) -> int:
    """Find where the list of persons begins that ends with the one at `at`."""
    while True:
        previous = _joined_before(sentence, at)
        if previous is None or any(
            previous < m.first < at or m.last == previous for m in sentence.under("harm.")
        ):
            return at  # "a man was killed and his wife was hurt", "killed a man and his wife died"
        at = previous


def _joined_before(sentence: Sentence, at: int) -> int | None:
    """Find the person in front of "and", or of the comma in "a nurse, two patients and a guard"."""
    near = range(at - 2, max(-1, at - 8), -1)
    if sentence.word(at - 1) == "and":
        found = next((p for p in near if single(sentence, p)), None)
        if found is not None:
            return found
        trades = (p for p in near if _begins(sentence, p))
        return next((p for p in trades if _ends_at(trade_at(sentence, p), at - 1)), None)
    if sentence.word(at - 1) != "," or not _goes_on(sentence, at):
        return None
    for first in near:
        person = single(sentence, first) or trade_at(sentence, first)
        if person is not None and past_age(sentence, person[1]) == at - 1:
            opens = first == 0 or sentence.clause[first - 1] != sentence.clause[first]
            return first if opens or sentence.word(first - 1) in {",", "that"} else None
    return None


def _begins(sentence: Sentence, index: int) -> bool:
    """Whether a subject may begin here: its clause does, or words in front tell what was said."""
    if index == 0 or sentence.clause[index - 1] != sentence.clause[index]:
        return True
    told = any(m.last == index for m in sentence.of("speech.verbs"))
    joined = sentence.words[max(0, index - 2) : index] == (",", "and")
    return told or joined or sentence.word(index - 1) in {",", "that"}


def _ends_at(person: tuple[Count, int] | None, end: int) -> bool:
    return person is not None and person[1] == end


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the person at `at` is followed by "and", so that a list may stand in front."""
    person = single(sentence, at) or trade_at(sentence, at)
    number = next((n for n in sentence.numbers if n.first_token == at), None)
    end = number.end_token if number is not None else at
    if person is not None:
        end = past_age(sentence, person[1])
    return "and" in sentence.words[end : end + 3]


def _head_number(sentence: Sentence, number: Number) -> Number | None:
    """Find the number in front of "of": three in "three members of one family"."""
    link = number.first_token - 1
    if sentence.word(link) in _WHOLE:
        link -= 1
    for other in sentence.numbers:
        gap = range(other.end_token, number.first_token)
        if (
            other.unit is None
            and 1 <= len(gap) <= 3
            and sentence.word(link) in {"of", "from", "in"}
        ):
            return other if counts_people(sentence, other) else None
    return None


def _lead_of(sentence: Sentence, index: int) -> bool:
    """Whether a number or person stands right before the "and" in front of `index`."""
    return any(
        n.first_token >= index - 6
        and n.end_token < index
        and n.unit is None
        and counts_people(sentence, n)
        and not _is_part(sentence, n)
        and _names_people(sentence, n.end_token)
        for n in sentence.numbers
    )


def _adjacent_noun(mark: Mark) -> bool:
    """Whether a mark may stand between a number and its verb: "12 bodies were found dead"."""
    return mark.entry.category.endswith(".nouns") or mark.entry.category.endswith(".toll")
