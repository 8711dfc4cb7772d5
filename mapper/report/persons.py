"""One person who is counted without a number: "a woman", "its driver", "Olha Petrenko, 67,".

In: a sentence and a token. Out: a `Count` of one or two and where the words end, None when nobody
is told of there. Nothing can go wrong.
"""

from mapper.lexicon import Mark, english
from mapper.report.model import Count
from mapper.report.sentence import Sentence
from mapper.toponym.model import Use

ONE = english.words("persons", "one")
_COUPLES = {"couple": 2, "twins": 2, "pair": 2}
_BEHIND_PERSON = english.words("persons", "behind_person")
NOBODY = english.words("harm", "nobody")
_THINGS = english.words("people", "not_people")
BEHIND_AGE = english.words("persons", "behind_age")
# In front of people who are told of: "left a driver and two passengers dead".
_TELLING = english.words("persons", "telling")
# Behind "and" somebody else begins.
_ANEW = frozenset({"a", "an", "his", "her", "their", "another", "one"})
# Words from a number to its noun: "two elderly women".
_NOUN_REACH = 2
OLDEST = 115
STOP = frozenset({";", ":", "—", "–", ".", "“", "”", '"'})


def mark_at(sentence: Sentence, index: int, *categories: str) -> Mark | None:
    """Find the mark of one of these categories that covers a token."""
    for mark in sentence.marks:
        if mark.first <= index < mark.last and mark.entry.category in categories:
            return mark
    return None


def harm_at(sentence: Sentence, index: int) -> bool:
    """Whether a word of harm begins at a token."""
    return index in [m.first for m in sentence.under("harm.")]


def single(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read a person or couple without a number at `index`: "a woman", "its driver", "a couple".

    Count and end token.
    """
    named = _named(sentence, index)
    if named is not None:
        return named
    if sentence.word(index) == "twin" and mark_at(sentence, index + 1, "people"):
        token = sentence.tokens
        start, end = token[index].start, token[index + 1].end
        return Count(low=2, best=2, high=2, start=start, end=end), index + 2
    if sentence.word(index) not in ONE:
        return None
    joined = _joined_to_people(sentence, index)
    if joined is not None:
        return joined
    alone = _single(sentence, index)
    return _paired(sentence, index, alone) if alone is not None else None


def _paired(sentence: Sentence, index: int, alone: tuple[Count, int]) -> tuple[Count, int]:
    """Read "a father and son", "a man and woman": the second without a word of its own."""
    count, end = alone
    other = mark_at(sentence, end + 1, "people") if sentence.word(end) == "and" else None
    if other is None or other.first != end + 1 or count.best != 1:
        return alone
    word = sentence.word(other.last - 1)
    if word != other.entry.value.split("/")[0].split(" ")[-1] or word in {"others", "other"}:
        return alone
    start, last = sentence.tokens[index].start, sentence.tokens[other.last - 1].end
    return Count(low=2, best=2, high=2, start=start, end=last), other.last


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """Whether a sign belongs to a name: the full stops of "a U.S. soldier"."""
    start = sentence.tokens[index].start
    return any(t.start < start < t.end for t in sentence.toponyms)


def _single(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read one person whom a list holds, or a couple."""
    for j in range(index + 1, min(index + 6, len(sentence.tokens))):
        mark = mark_at(sentence, j, "people")
        if mark is not None and sentence.tokens[j].text[:1].isupper():
            mark = None  # "the Chin National Defense Force"
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
        if _is_countryman(sentence, j):
            token = sentence.tokens
            one = Count(low=1, best=1, high=1, start=token[index].start, end=token[j].end)
            return one, j + 1
        thing = mark_at(sentence, j, "weapon", "targets")
        if thing is not None and mark_at(sentence, thing.last, "people") is None:
            return None  # "a train", but not "a train driver"
        if (sentence.word(j) in STOP or sentence.word(j) == ",") and not _is_in_name(sentence, j):
            return None
        if sentence.word(j) == "and" and sentence.word(j + 1) in _ANEW:
            return None  # "a locksmith and his mother-in-law" are two
    return None


def _joined_to_people(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read "A conductor and two passengers": somebody whose trade no list holds, joined to people.

    Not "a house and two cars", nor "a dog and two people".
    """
    link = next((j for j in range(index + 2, index + 4) if sentence.word(j) == "and"), None)
    if link is None or sentence.word(index) not in {"a", "an"}:
        return None
    inside = range(index + 1, link)
    noun = sentence.tokens[link - 1]
    if not all(sentence.tokens[j].text.isalpha() for j in inside) or noun.lower in NOBODY:
        return None
    if not _may_be_somebody(sentence, index):
        return None
    if noun.lower.endswith("s") or f"{noun.lower}s" in _THINGS:
        return None
    if any(mark_at(sentence, j, "targets", "weapon", "trigger", "people") for j in inside):
        return None
    number = next((n for n in sentence.numbers if n.first_token == link + 1), None)
    if number is None or number.unit is not None:
        return None
    behind = range(number.end_token, number.end_token + _NOUN_REACH)
    if not any(mark_at(sentence, j, "people") for j in behind):
        return None
    start = sentence.tokens[index].start
    return Count(low=1, best=1, high=1, start=start, end=noun.end), link


def _may_be_somebody(sentence: Sentence, index: int) -> bool:
    """Whether people stand here and not what was hit: "killing a", not "hit a kiosk and"."""
    if index == 0 or sentence.clause[index] != sentence.clause[index - 1]:
        return True
    before = sentence.word(index - 1)
    return before in _TELLING or any(m.last == index for m in sentence.under("harm."))


def _is_countryman(sentence: Sentence, index: int) -> bool:
    """Whether a demonym is a person: "killed a 19-year-old Palestinian during a raid"."""
    token = sentence.tokens[index]
    demonym = any(
        t.use is Use.DEMONYM and t.start <= token.start < t.end for t in sentence.toponyms
    )
    follows = sentence.word(index + 1)
    return demonym and (follows in _BEHIND_PERSON or not follows.isalpha())


def _named(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read a person by name and age at `index`: "Olha Petrenko, 67,"."""
    last = index
    while last < index + 4 and _is_capitalised(sentence, last):
        last += 1
    if last == index or _is_capitalised(sentence, index - 1):
        return None
    if mark_at(sentence, index - 1, "people"):
        return None  # "his wife Maria, 31,": the wife is counted already
    age = age_behind(sentence, last)
    if age is None or any(
        sentence.token_at(t.start) < last <= sentence.token_at(t.end - 1) + 1
        for t in sentence.toponyms
    ):
        return None
    token = sentence.tokens
    one = Count(low=1, best=1, high=1, start=token[index].start, end=token[last - 1].end)
    return one, age


def _is_capitalised(sentence: Sentence, index: int) -> bool:
    return 0 <= index < len(sentence.tokens) and (
        sentence.tokens[index].text[:1].isupper() and sentence.tokens[index].text.isalpha()
    )


def past_age(sentence: Sentence, index: int) -> int:
    """Give where an age behind a person ends: "of three", "aged 63", "(41)"; else `index`."""
    if sentence.word(index) not in {"of", "aged", "("}:
        return index
    number = next((n for n in sentence.numbers if n.first_token == index + 1), None)
    if number is None or number.best is None or not 1 <= number.best <= OLDEST:
        return index
    if sentence.word(index) == "(":
        return number.end_token + 1 if sentence.word(number.end_token) == ")" else index
    follows = sentence.word(number.end_token)
    return number.end_token if not follows.isalpha() or follows in BEHIND_AGE else index


def age_behind(sentence: Sentence, index: int) -> int | None:
    """Give where ", 67," behind a person ends, None when there is no age."""
    if sentence.word(index) != ",":
        return None
    number = next((n for n in sentence.numbers if n.first_token == index + 1), None)
    if number is None or number.best is None or not 1 <= number.best <= OLDEST:
        return None
    return number.end_token if sentence.word(number.end_token) == "," else None
