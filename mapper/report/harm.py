"""How many people were killed and injured.

In: a sentence. Out: `Harm`s: what, how many, and the words. Numbers of other things (ages, drones,
houses) and parts of another number ("two of them children") are left out. Nothing can go wrong.
"""

import dataclasses

from mapper.lexicon import Form, Mark, english
from mapper.report.model import Count
from mapper.report.sentence import Sentence
from mapper.text.numbers import Number

_BE = english.words("harm", "be")
_ONE = english.words("people", "one")
_AMOUNT_VERBS = english.words("harm", "amount_verbs")
_SILENT = english.words("harm", "silent")
_NOUN_ENDS = english.words("people", "noun_ends")
_NOT_PEOPLE = english.words("people", "not_people")
_BEFORE_PART = english.words("people", "before_part")
_PARTS_AHEAD = english.words("people", "parts_ahead")
_PARTS_BEHIND = english.words("people", "parts_behind")
_OPENING_PART = english.words("people", "opening_part")
_NO_COUNT = english.words("people", "no_count")
_NOT_SUBJECT = english.words("people", "not_subject")
_TOLL_AT = english.words("harm", "toll_at")
_NOBODY = english.words("harm", "nobody")
_TAKEN = english.words("harm", "taken")
_SUPPOSED = english.words("harm", "supposed")
_NIL = english.words("harm", "nil")


# How many words may stand between a number and the word of harm: "fifteen residents of the house
# on Peace Street were injured".
_REACH_LEFT = 16
_REACH_RIGHT = 5

_STOP = frozenset({";", ":", "—", "–", ".", "“", "”", '"'})
_COUPLES = {"couple": 2, "twins": 2, "pair": 2}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """People killed or injured. `first` and `last` are tokens of the sentence, end exclusive.

    `subset` marks a number that is part of one told before ("three of them died in Odesa").
    """

    kind: str
    count: Count
    first: int
    last: int
    subset: bool = False


def _mark_at(sentence: Sentence, index: int, *categories: str) -> Mark | None:
    return next(
        (m for m in sentence.marks if m.first <= index < m.last and m.entry.category in categories),
        None,
    )


def _harm_at(sentence: Sentence, index: int) -> bool:
    return any(m.first == index for m in sentence.under("harm."))


def _counts_people(sentence: Sentence, number: Number) -> bool:
    """Whether the noun behind a number may be people: no weapon, building, unit or share."""
    if number.unit is not None:
        return False
    for j in range(number.end_token, min(number.end_token + 4, len(sentence.tokens))):
        word = sentence.word(j)
        if word in _NOUN_ENDS or _harm_at(sentence, j):
            break
        if _mark_at(sentence, j, "people", "prisoners"):
            return True
        if _mark_at(sentence, j, "weapon", "targets") and not _mark_at(sentence, j, "people"):
            return False
        if word in _NOT_PEOPLE:
            return False
    return True


def _is_part(sentence: Sentence, number: Number) -> bool:
    """ "two of them children", "including three children", "(one of whom ...)"."""
    before = number.first_token
    for mark in sentence.of("part_of"):
        if mark.last == before or (
            mark.last < before <= mark.last + 1 and sentence.word(before - 1) in _BEFORE_PART
        ):
            return True
        if mark.entry.value in _PARTS_AHEAD:
            if (
                mark.last <= before
                and sentence.clause[mark.first] == sentence.clause[before]
                and before - mark.last <= 8
                and not any(
                    m.entry.category.startswith("harm.") and mark.last <= m.first < before
                    for m in sentence.marks
                )
            ):
                return True
        if mark.first == number.end_token and mark.entry.value in _PARTS_BEHIND:
            return number.first_token > 0 and sentence.word(number.first_token - 1) in _OPENING_PART
    return False


def _count(number: Number, *, update: bool = False) -> Count:
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


def _single(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """A person or couple without a number at `index`: "a woman", "its driver", "a couple". Count, end."""
    if sentence.word(index) not in _ONE:
        return None
    for j in range(index + 1, min(index + 6, len(sentence.tokens))):
        mark = _mark_at(sentence, j, "people")
        if mark is not None and mark.first == j:
            word = sentence.word(mark.last - 1)
            size = _COUPLES.get(word, 1)
            if size == 1 and (
                word != mark.entry.value.split("/")[0].split(" ")[-1]
                or word in {"family", "others", "member"}
            ):
                return None  # a plural or a group: "the residents", "the family"
            token = sentence.tokens
            return Count(
                low=size,
                best=size,
                high=size,
                start=token[index].start,
                end=token[mark.last - 1].end,
            ), mark.last
        if (
            _mark_at(sentence, j, "weapon", "targets")
            or sentence.word(j) in _STOP
            or sentence.word(j) == ","
        ):
            return None
    return None


def _group_right(
    sentence: Sentence, index: int, *, active: bool = True
) -> tuple[Count, int] | None:
    """The people counted from `index` on: number phrases joined by "and". Count, end token."""
    counts: list[Count] = []
    end = index
    at = index
    limit = index + _REACH_RIGHT
    while at < len(sentence.tokens):
        number = next((n for n in sentence.numbers if n.first_token == at), None)
        if number is not None:
            if not _counts_people(sentence, number) or (counts and _is_part(sentence, number)):
                break
            if counts and number.unit is not None:
                break
            counts.append(_count(number))
            end = at = number.end_token
            limit = end + 5
            continue
        single = _single(sentence, at)
        if single is not None:
            counts.append(single[0])
            end = at = single[1]
            limit = end + 3
            continue
        word = sentence.word(at)
        if at >= limit or word in _STOP:
            break
        if counts and not _joins(sentence, at, active=active):
            if word in {",", "and"} or _mark_at(sentence, at, "part_of"):
                break
            at += 1
            continue
        if not counts and (word in _NO_COUNT or _mark_at(sentence, at, "targets", "weapon")):
            break
        at += 1
    return (_sum(counts), end) if counts else None


def _names_people(sentence: Sentence, index: int) -> bool:
    """Whether people are named outright right at `index`: "two women", "a child"."""
    return any(
        m.entry.category == "people" and index <= m.first <= index + 2 for m in sentence.marks
    )


def _joins(sentence: Sentence, at: int, *, active: bool) -> bool:
    """Whether "and" (or a comma) at `at` joins another count that belongs to the same verb."""
    if sentence.word(at) not in {"and", ",", "&"}:
        return False
    nxt = at + 1 if sentence.word(at + 1) != "and" else at + 2
    if sentence.word(at) == "," and any(
        m.entry.category == "speech.verbs" and at < m.first <= at + 6 for m in sentence.marks
    ):
        return False  # "..., a local official said"
    if (
        sentence.word(at) == ","
        and sentence.word(at + 1) != "and"
        and not _names_people(sentence, nxt)
    ):
        return False
    number = next((n for n in sentence.numbers if n.first_token == nxt), None)
    if number is not None:
        if (
            number.unit is not None
            or _is_part(sentence, number)
            or not _counts_people(sentence, number)
        ):
            return False
        end = number.end_token
    else:
        single = _single(sentence, nxt)
        if single is None:
            return False
        end = single[1]
    # not when a verb of harm of its own follows: "killed four and eleven were wounded"
    if not active:
        return True
    return not any(
        m.entry.category.startswith("harm.")
        and end <= m.first <= end + 4
        and not {"and", ","} & {sentence.word(j) for j in range(end, m.first)}
        for m in sentence.marks
    )


def _group_left(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """The people counted in front of `index`: the first full number of the nearest group. Count, first token."""
    clause = sentence.clause[index] if index < len(sentence.clause) else sentence.clause[-1]
    best: tuple[Count, int] | None = None
    earliest = max(0, index - _REACH_LEFT)
    for number in reversed(sentence.numbers):
        if number.end_token > index or number.first_token < earliest:
            continue
        between = sentence.marks
        if any(
            m.entry.category.startswith("harm.")
            and number.end_token <= m.first
            and m.last <= index
            and not _adjacent_noun(m)
            for m in between
        ):
            break
        if sentence.clause[number.first_token] < clause - 2:
            break
        if (
            not _counts_people(sentence, number)
            or _is_part(sentence, number)
            or number.unit is not None
        ):
            continue
        group = _group_right(sentence, number.first_token, active=False)
        count = group[0] if group is not None and group[1] <= index else _count(number)
        head = _head_number(sentence, number)
        if head is not None:
            number, count = head, _count(head)
        best = (count, number.first_token)
        # the head of "one man and two women were killed" stands further left
        lead = number.first_token
        if sentence.word(lead - 1) in {"and", ","} and _lead_of(sentence, lead):
            continue
        break
    if best is not None:
        return best
    for at in range(index - 1, earliest - 1, -1):
        if sentence.clause[at] != clause and sentence.word(at) != ",":
            continue
        if any(m.entry.category.startswith("harm.") and m.first == at for m in sentence.marks):
            return None
        single = _single(sentence, at)
        if single is not None and single[1] <= index and sentence.word(at - 1) not in _NOT_SUBJECT:
            group = _group_right(sentence, at, active=False)
            lead = at
            while sentence.word(lead - 1) == "and":
                previous = next(
                    (p for p in range(lead - 2, max(-1, lead - 7), -1) if _single(sentence, p)),
                    None,
                )
                if previous is None:
                    break
                lead = previous
            group = _group_right(sentence, lead, active=False)
            return (group[0], lead) if group is not None and group[1] <= index else (single[0], at)
    return None


def _head_number(sentence: Sentence, number: Number) -> Number | None:
    """The number in front of "of": three in "three members of one family"."""
    for other in sentence.numbers:
        gap = range(other.end_token, number.first_token)
        if (
            other.unit is None
            and 1 <= len(gap) <= 3
            and sentence.word(number.first_token - 1) in {"of", "from", "in"}
        ):
            return other if _counts_people(sentence, other) else None
    return None


def _lead_of(sentence: Sentence, index: int) -> bool:
    """Whether a number or person stands right before the "and" in front of `index`."""
    return any(
        n.first_token >= index - 6
        and n.end_token < index
        and n.unit is None
        and _counts_people(sentence, n)
        and not _is_part(sentence, n)
        and _names_people(sentence, n.end_token)
        for n in sentence.numbers
    )


def _adjacent_noun(mark: Mark) -> bool:
    """Marks that stand between a number and its verb without being an end: "12 bodies were found dead"."""
    return mark.entry.category.endswith(".nouns") or mark.entry.category.endswith(".toll")


def _toll(sentence: Sentence, mark: Mark) -> tuple[Count, int] | None:
    """ "the toll rose to seven", "put the dead at thirty-one": the number behind to/at, else the first."""
    numbers = [
        n
        for n in sentence.numbers
        if n.first_token >= mark.last
        and n.unit is None
        and n.first_token - mark.last < 30
        and (_counts_people(sentence, n))
    ]
    if not numbers:
        return None
    chosen = next(
        (n for n in numbers if sentence.word(n.first_token - 1) in _TOLL_AT),
        numbers[0],
    )
    if chosen.low != chosen.high and sentence.word(chosen.first_token) == "from":
        chosen = dataclasses.replace(chosen, low=chosen.high, best=chosen.high)
    words = {sentence.word(j) for j in range(mark.last, chosen.first_token)}
    update = bool(words & _AMOUNT_VERBS) or "to" in words
    return _count(chosen, update=update), chosen.end_token


def _pronoun_subject(sentence: Sentence, index: int) -> bool:
    """ "He did not survive." with nothing else in front."""
    return (
        any(sentence.word(j) in {"he", "she"} for j in range(max(0, index - 3), index))
        and index <= 4
    )


def _one_of_a_trade(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """ "killed a weaver of 34": somebody whose trade no list holds."""
    noun = sentence.word(index + 1)
    if sentence.word(index) not in {"a", "an", "one"} or not noun.isalpha() or noun in _NOBODY:
        return None
    if not sentence.tokens[index + 1].text.islower() or _mark_at(
        sentence, index + 1, "targets", "weapon", "trigger"
    ):
        return None
    token = sentence.tokens
    one = Count(low=1, best=1, high=1, start=token[index].start, end=token[index + 1].end)
    return one, index + 2


def _verb(sentence: Sentence, mark: Mark) -> tuple[Count, int, int] | None:
    """Count, first and last token for a verb of harm."""
    passive = mark.entry.form is Form.PAST and any(
        sentence.word(j) in _BE for j in range(max(0, mark.first - 3), mark.first)
    )
    if not passive:
        right = _group_right(sentence, mark.last)
        if right is None:
            right = _one_of_a_trade(sentence, mark.last)
        if right is not None:
            return right[0], mark.first, right[1]
        if mark.entry.form is Form.ING:
            return None
    if mark.entry.form is not Form.PAST:
        return None
    left = _group_left(sentence, mark.first)
    return (left[0], left[1], mark.last) if left is not None else None


def _lives_taken(sentence: Sentence, index: int) -> bool:
    """ "took 17 lives", "cost 31 lives", not "changed many lives"."""
    words = {sentence.word(j) for j in range(max(0, index - 5), index)}
    return bool(words & _TAKEN)


def _one(sentence: Sentence, mark: Mark, kind: str, how: str) -> Harm | None:
    if how == "verbs":
        found = _verb(sentence, mark)
    elif how == "toll":
        toll = _toll(sentence, mark)
        found = (toll[0], mark.first, toll[1]) if toll else None
    elif how == "nouns":
        if sentence.word(mark.first) == "lives" and not _lives_taken(sentence, mark.first):
            return None
        right = (
            _group_right(sentence, mark.last + 1)
            if sentence.word(mark.last) in {"of", "to", "among"}
            else None
        )
        left = next(
            (n for n in sentence.numbers if n.unit is None and 0 <= mark.first - n.end_token <= 4),
            None,
        )
        if left is not None:
            found = (_count(left), left.first_token, mark.last)
        else:
            found = (right[0], mark.first, right[1]) if right else None
    elif how == "claims":
        right = _group_right(sentence, mark.last)
        found = (right[0], mark.first, right[1]) if right else None
    else:
        supposed = {sentence.word(j) for j in range(max(0, mark.first - 4), mark.first)}
        if supposed & _SUPPOSED and how == "adjectives":
            return None
        behind = _group_left(sentence, mark.first)
        if behind is None and how == "intransitive" and _pronoun_subject(sentence, mark.first):
            token = sentence.tokens[mark.first]
            behind = (Count(low=1, best=1, high=1, start=token.start, end=token.end), mark.first)
        found = (behind[0], behind[1], mark.last) if behind else None
    if found is None and how in {"adjectives", "nouns"} and sentence.word(mark.last) == ":":
        found = _table(sentence, mark)
    if found is None:
        return None
    count, first, last = found
    subset = any(
        m.entry.value in {"of them", "of those", "of these"} and first < m.first <= first + 3
        for m in sentence.of("part_of")
    )
    return Harm(kind=kind, count=count, first=first, last=last, subset=subset)


def _table(sentence: Sentence, mark: Mark) -> tuple[Count, int, int] | None:
    """ "Killed: 3. Wounded: none.": the number behind the colon."""
    at = mark.last + 1
    number = next((n for n in sentence.numbers if n.first_token == at and n.unit is None), None)
    if number is not None:
        return _count(number), mark.first, number.end_token
    if sentence.word(at) in _NIL:
        token = sentence.tokens[at]
        zero = Count(low=0, best=0, high=0, start=token.start, end=token.end)
        return zero, mark.first, at + 1
    return None


_ORDER = ("verbs", "toll", "intransitive", "adjectives", "nouns", "claims")


def find_harm(sentence: Sentence) -> list[Harm]:
    """The harm that a sentence tells of, in the order of the text, a number used once."""
    found: list[Harm] = []
    used: set[tuple[str, int]] = set()
    covered: set[int] = set()
    for how in _ORDER:
        for kind in ("killed", "injured"):
            for mark in sentence.of(f"harm.{kind}.{how}"):
                if mark.first in covered:
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
    found.sort(key=lambda h: (h.first, h.last, h.kind))
    return found or _nobody(sentence)


def _nobody(sentence: Sentence) -> list[Harm]:
    """ "Nobody was hurt": zero killed and injured; "no deaths": zero killed."""
    for category, kinds in (
        ("harm.unhurt", ("killed", "injured")),
        ("harm.none_killed", ("killed",)),
    ):
        for mark in sentence.of(category):
            if sentence.word(mark.first - 1) in _SILENT:
                continue
            zero = Count(
                low=0,
                best=0,
                high=0,
                start=sentence.tokens[mark.first].start,
                end=sentence.tokens[mark.last - 1].end,
            )
            return [Harm(kind=k, count=zero, first=mark.first, last=mark.last) for k in kinds]
    return []
