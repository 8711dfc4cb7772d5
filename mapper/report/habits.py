"""Whether words tell of another time, or of what happens again and again.

In: a sentence, a trigger in it, the clock. Out: yes or no, for `report/reality.py`. Nothing can go
wrong.
"""

from mapper.dating.model import Precision, Role
from mapper.lexicon import Form, Mark, english
from mapper.report.clock import Clock
from mapper.report.history import (
    SPANS,
    same_clause,
    superlative_before,
)
from mapper.report.sentence import Sentence

_PICTURES = english.words("reality", "pictures")
_OLD = english.words("reality", "old")
# Words from "two-year-old" to "explosion".
_SHOWN_REACH = 9
_EARLIER = english.words("reality", "earlier")
# Words from "months" to "since".
_PASSED_REACH = 4
# Words from "since" to what happened then.
_SINCE_REACH = 8
_THEN = frozenset({"since", "after"})
_VERY_LONG = frozenset({"months", "years", "year", "decades"})
_LONG = frozenset({"weeks", "months", "years", "year", "month", "decades"})
_RELATIVE = frozenset({"that", "which"})
# Words from "that" to "attack": "that burst after an attack last week".
_BURST_REACH = 5
_HABITUAL = english.words("reality", "habitual")
_DEGREES = frozenset({"more", "less", "so", "very", "quite", "most", "as", "too"})
# Words from an adjective to the noun that it is of: "constant Russian artillery shelling".
_NOUN_REACH = 3
_HAPPENED = english.words("reality", "happened")
# "The 2022 bombing": a year right behind one of these, and words from it to the noun.
_OF_ONE_YEAR = english.words("reality", "of_one_year")
_YEAR_REACH = 4
_YEAR_DIGITS = 4
_FIRST_YEAR, _NO_YEAR = 1900, 2100
# Words from "have" to what was seen before.
_SEEN_REACH = 4


def of_another_time(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a noun is said to be another one: "victims of an earlier missile attack"."""
    if _long_since(sentence, trigger):
        return True
    if sentence.words[max(0, trigger.first - 3) : trigger.first] == ("eve", "of", "the"):
        return True  # "what rice cost on the eve of the attack"
    if trigger.entry.form is not Form.NOUN:
        return False
    near = range(max(0, trigger.first - 3), trigger.first)
    before = sentence.words[max(0, trigger.first - _BURST_REACH) : trigger.first]
    if before[-2:] in {("after", "a"), ("after", "an")} and _RELATIVE & set(before):
        return True  # "a pipe that burst after an attack last week"
    return any(
        sentence.word(j) in _EARLIER
        and not (sentence.word(j) == "past" and _is_spell(sentence, j + 1, trigger.first))
        for j in near
    )


def _long_since(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is told how long ago it was: "Eighteen months have passed since a missile"."""
    first = max(0, trigger.first - _SINCE_REACH)
    if _THEN.isdisjoint(sentence.words[first : trigger.first]):
        return False
    for j in range(trigger.first - 1, first, -1):
        if sentence.word(j) == "since":
            return not _LONG.isdisjoint(sentence.words[max(0, j - _PASSED_REACH) : j])
        if sentence.word(j) == "after" and sentence.word(j - 1) in _VERY_LONG:
            return True  # "Five months after they blew up the dam"
    return False


def _is_spell(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words say how long: "over the past day Russian attacks killed"."""
    said = set(sentence.words[first:last])
    return bool(SPANS & said) or any(first <= n.first_token < last for n in sentence.numbers)


def of_a_year(sentence: Sentence, trigger: Mark, clock: Clock) -> bool:
    """Whether a noun has the number of an earlier year: "the 2022 bombing", "a 2015 airstrike"."""
    if trigger.entry.form not in {Form.NOUN, Form.PHRASE}:
        return False
    this = clock.published.year if clock.published is not None else _NO_YEAR
    return any(
        word.isdecimal()
        and len(word) == _YEAR_DIGITS
        and _FIRST_YEAR <= int(word) < this
        and sentence.word(j - 1) in _OF_ONE_YEAR
        and sentence.clause[j] == sentence.clause[trigger.first]
        for j in range(max(1, trigger.first - _YEAR_REACH), trigger.first)
        if (word := sentence.word(j))
    )


def _counted_on_a_day(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a habit has a day: "daily strikes killed ten on Monday", "clashes took place"."""
    if not sentence.dates or not any(
        d.role is Role.EVENT and d.span.precision is Precision.DAY for d in sentence.dates
    ):
        return False
    behind = [m.first for m in sentence.under("harm.")]
    behind += [j for j, word in enumerate(sentence.words) if word in _HAPPENED]
    return any(trigger.last <= j and same_clause(sentence, j, trigger.first) for j in behind)


def _is_usual(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a clause says what is done: "glide bombs, which are released from aircraft"."""
    opener = sentence.word(sentence.clause.index(sentence.clause[trigger.first]))
    done = trigger.entry.form is Form.PAST and sentence.word(trigger.first - 1) in {"is", "are"}
    return done and opener in _RELATIVE and not sentence.under("harm.")


def is_habitual(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it happens again and again: "is often shelled", "daily drone strikes".

    An adjective is of the noun behind it: not "hit a regular bus". One repeated strike is one.
    """
    word = sentence.word(trigger.last - 1)
    many = trigger.entry.form is Form.NOUN and word.endswith("s")
    if _counted_on_a_day(sentence, trigger):
        return False
    if many and sentence.word(trigger.first - 1) in {"such", "any"}:
        return True
    if _is_usual(sentence, trigger):
        return True
    if many and any(
        sentence.word(j) in {"must", "should"}
        and sentence.word(j + 1) != "have"
        and same_clause(sentence, j, trigger.first)
        for j in range(trigger.last, min(trigger.last + 6, len(sentence.tokens)))
    ):
        return True  # "attacks on markets must stop"
    for mark in sentence.of("reality.habit"):
        if not same_clause(sentence, mark.first, trigger.first):
            continue
        if mark.entry.value not in _HABITUAL:
            if mark.entry.value.startswith("for ") and superlative_before(
                sentence, sentence.tokens[mark.first].start
            ):
                continue  # "its heaviest raids for months"
            degree = sentence.word(trigger.last) in _DEGREES  # "was attacked less often"
            if mark.last <= trigger.first or mark.first == trigger.last + degree:
                return True
            continue
        one = sentence.word(mark.first - 1) in {"a", "an", "the"} and mark.entry.value == "repeated"
        # "is shelled daily"
        if mark.first == trigger.last or (
            not one and 0 <= trigger.first - mark.last <= _NOUN_REACH
        ):
            return True
    return False


def shown_in_old_pictures(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is seen in what was filmed before: "a two-year-old video of an explosion"."""
    first = max(0, trigger.first - _SHOWN_REACH)
    if _PICTURES.isdisjoint(sentence.words[first : trigger.first]):
        return False
    return any(
        sentence.words[j] in _PICTURES and not _OLD.isdisjoint(sentence.words[max(0, j - 2) : j])
        for j in range(first, trigger.first)
    )


def seen_before(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it was at some time: "We have seen shelling here before, but never like this"."""
    if "before" not in sentence.words[trigger.last :]:
        return False
    clause = sentence.clause[trigger.first]
    behind = [j for j in range(trigger.last, len(sentence.words)) if sentence.clause[j] == clause]
    ends = any(
        sentence.word(j) == "before" and sentence.word(j + 1) in {".", ",", "but", "and", ""}
        for j in [*behind, *(j + 1 for j in behind[-1:])]
    )
    ahead = set(sentence.words[max(0, trigger.first - _SEEN_REACH) : trigger.first])
    return ends and bool(ahead & {"have", "has", "'ve"})
