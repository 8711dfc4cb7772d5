"""One person whose trade no list holds: "a beekeeper", "his assistant", "another".

In: a sentence and a token. Out: a `Count` of one and where its words end or begin, None when nobody
is told of there. A word is taken for a person only where grammar asks for one: as subject or object
of harm, or joined to people. Nothing can go wrong.
"""

from mapper.lexicon import english
from mapper.report.model import Count
from mapper.report.persons import NOBODY, mark_at
from mapper.report.sentence import Sentence
from mapper.toponym.model import Use

_BE = english.words("harm", "be")
_THINGS = english.words("people", "not_people")
_OF_THINGS = english.words("harm", "of_things")
_GROUPS = english.words("somebody", "groups")
_ENDS = english.words("somebody", "ends")
_FOLLOWS = english.words("somebody", "follows")
_DETERMINERS = english.words("somebody", "determiners")
_FINITE = english.words("sentence", "finite")
# Words from a noun to its verb, over a place: "a boiler room in Sumy caught fire".
_VERB_REACH = 6
_SHARDS = frozenset({"glass", "shrapnel", "splinters", "fragments"})
_ORDINALS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
# What the last word may be besides: people whom a list holds are read elsewhere.
_NOT_TRADES = ("people", "targets", "weapon", "trigger", "reality.accident")
_PRONOUNS = {"both": 2, "another": 1}
# Words between "a" and the noun: "a local television reporter".
_LONGEST = 4
# Words from a pronoun to its verb: "another was badly hurt".
_PRONOUN_REACH = 3
_WHEREFROM = frozenset({"from", "of", "in", "on", "at", "next"})


def ordinal(word: str) -> int | None:
    """Give the number of "third", from two up; None for another word."""
    return _ORDINALS.index(word) + 2 if word in _ORDINALS else None


def trade_at(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read "a village chief", "his cameraman" at `index`: count and end token."""
    if sentence.word(index) not in _DETERMINERS:
        return None
    end = _past_years(sentence, index + 1)
    while end <= index + _LONGEST and _is_inside(sentence, end):
        end += 1
    return _one(sentence, index, end) if _may_be_person(sentence, index, end) else None


def _past_years(sentence: Sentence, index: int) -> int:
    """Step over an age in front of a noun: "44-year-old"."""
    aged = sentence.word(index).isdigit() and sentence.word(index + 2) == "year-old"
    return index + 3 if aged else index


def _is_inside(sentence: Sentence, index: int) -> bool:
    """Whether a word may belong to the name of a trade."""
    word = sentence.word(index)
    if not word.replace("-", "").isalpha() or word in _ENDS or word.endswith("ly"):
        return False
    start = sentence.tokens[index].start
    demonym = any(t.use is Use.DEMONYM and t.start <= start < t.end for t in sentence.toponyms)
    if not sentence.tokens[index].text.islower() and not demonym:
        return False
    if any(n.first_token <= index < n.end_token for n in sentence.numbers):
        return False
    return not any(m.first == index for m in sentence.under("harm."))


def _may_be_person(sentence: Sentence, index: int, end: int) -> bool:
    """Whether the last of the words between may name somebody."""
    head = sentence.word(end - 1)
    if end - index < 2 or head in NOBODY or head in _GROUPS or f"{head}s" in _THINGS:
        return False
    if head.endswith("s") and not head.endswith("ss"):
        return False
    return mark_at(sentence, end - 1, *_NOT_TRADES) is None


def _one(sentence: Sentence, first: int, end: int) -> tuple[Count, int]:
    token = sentence.tokens
    return Count(low=1, best=1, high=1, start=token[first].start, end=token[end - 1].end), end


def joined_trade(sentence: Sentence, index: int, *, active: bool) -> tuple[Count, int] | None:
    """Read somebody who is joined to people: "killed two guards and a porter".

    Behind an active verb nothing may follow that begins a clause: "and a curfew was imposed".
    """
    found = trade_at(sentence, index) if sentence.word(index) != "the" or not active else None
    if found is None:
        return None
    follows = sentence.word(found[1])
    ends = not follows[:1].isalpha() or follows in _FOLLOWS
    acts = active and _has_verb(sentence, found[1])
    return found if not active or (ends and not acts) else None


def _has_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb follows before the next sign: "a boiler room in Sumy caught fire"."""
    said = {m.first for m in sentence.of("speech.verbs")}
    for j in range(index, min(index + _VERB_REACH, len(sentence.tokens))):
        word = sentence.word(j)
        if j in said:
            return True  # "injured two, and a colleague there writes that"
        if not word[:1].isalnum() or word in {"and", "when", "after", "as", "while", "who"}:
            return False
        if word in _FINITE:
            return True
    return False


def somebody_behind(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read the object of a verb of harm: "killed a weaver of 34", "injuring another"."""
    if sentence.word(index) == "another" and not _is_inside(sentence, index + 1):
        return _one(sentence, index, index + 1)
    aged = _past_aged(sentence, index)
    if aged is not None:
        return _one(sentence, index, aged)
    if sentence.word(index) in {"the", "another"}:
        return None
    return trade_at(sentence, index)


def _past_aged(sentence: Sentence, index: int) -> int | None:
    """Give where somebody ends who is told of by age alone: "a 16-year-old"."""
    near = range(index + 1, index + 4)
    end = next((j + 1 for j in near if sentence.word(j).endswith("year-old")), None)
    if end is None or sentence.word(index) not in {"a", "an", "another", "one"}:
        return None
    noun = sentence.word(end)
    return None if noun.isalpha() and noun not in _ENDS | _BE | {"died"} else end


def _aged(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read somebody who is told of by age alone: "A 16-year-old was shot"."""
    end = _past_aged(sentence, index)
    return _one(sentence, index, end) if end is not None else None


def somebody_before(sentence: Sentence, index: int, *, passive: bool) -> tuple[Count, int] | None:
    """Read the subject of harm at `index`: "A beekeeper was killed", "the conductor was hurt"."""
    pronoun = _pronoun_before(sentence, index)
    if pronoun is not None:
        return pronoun
    end = _noun_end(sentence, index)
    be = any(sentence.word(j) in _BE for j in range(end, index))
    if sentence.word(end - 1) == "," and sentence.word(end - 2).isdigit():
        end -= 3  # the age between commas
    near = range(end - 2, max(-1, end - 2 - _LONGEST), -1)
    opener = sentence.clause.index(sentence.clause[index])
    for first in near if passive or opener in near else (*near, opener):
        opens = _opens(sentence, first, passive=passive)
        found = (trade_at(sentence, first) or _aged(sentence, first)) if opens else None
        if found is None or found[1] != end and (passive or not _placed(sentence, found[1], end)):
            continue
        by = set(sentence.words[index + 1 : index + 4])
        aged = sentence.word(end - 1).endswith("year-old")
        thing = not aged or sentence.word(index) not in {"shot", "hit"}
        if passive and thing and sentence.word(index) in _OF_THINGS and by.isdisjoint(_SHARDS):
            return None  # "a cable was cut"
        joined = sentence.word(first - 1) == "and"
        return (found[0], first) if be or joined or not passive else None
    return None


def _placed(sentence: Sentence, index: int, end: int) -> bool:
    """Whether only words on where somebody is from stand between: "from the floor above"."""
    inside = sentence.words[index:end]
    return sentence.word(index) in _WHEREFROM and all(
        word.isalpha() and word not in {"and", "was", "were", "who"} for word in inside
    )


def _noun_end(sentence: Sentence, index: int) -> int:
    """Find where the subject ends: in front of "was", "had been", "badly"."""
    end = index
    while end > 0 and (
        sentence.word(end - 1) in _BE
        or sentence.word(end - 1) in {"has", "had", "have", "also"}
        or sentence.word(end - 1).endswith("ly")
    ):
        end -= 1
    return end


def _opens(sentence: Sentence, first: int, *, passive: bool) -> bool:
    """Whether a subject may begin here: in front of its clause, or joined to another."""
    if first == 0 or sentence.clause[first - 1] != sentence.clause[first]:
        return True
    if any(sentence.token_at(t.end - 1) == first - 1 for t in sentence.toponyms):
        return True  # "In Horlivka a conductor lost a leg"
    before = sentence.word(first - 1)
    joined = before == "and" and sentence.clause.index(sentence.clause[first]) == first - 1
    sign = not before.isalpha() and before != "'s"
    return before in {"and", "that"} or sign if passive else joined or sign


def _pronoun_before(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read "Both were killed", "another was hurt", "another badly hurt", "a fourth died"."""
    near = range(max(0, index - _PRONOUN_REACH), index)
    at = next((j for j in near if sentence.word(j) in _PRONOUNS), None)
    if at is None:
        return ordinal_before(sentence, index)
    size, joined = _PRONOUNS[sentence.word(at)], sentence.word(at - 1) == "and"
    opens = at == 0 or sentence.clause[at - 1] != sentence.clause[at]
    if not opens and not (joined and size == 1):
        return None
    if size == 1 and sentence.word(at + 1) not in _BE and not _right_before(sentence, at, index):
        return None
    token = sentence.tokens[at]
    return Count(low=size, best=size, high=size, start=token.start, end=token.end), at


def _right_before(sentence: Sentence, at: int, index: int) -> bool:
    """Whether nothing but an adverb stands between two words: "another seriously injured"."""
    return index == at + 1 or (index == at + 2 and sentence.word(at + 1).endswith("ly"))


def ordinal_before(sentence: Sentence, index: int) -> tuple[Count, int] | None:
    """Read "a fourth died", "a third was wounded" in front of `index`: one more."""
    end = _noun_end(sentence, index)
    if sentence.word(end - 2) != "a" or ordinal(sentence.word(end - 1)) is None:
        return None
    return _one(sentence, end - 2, end)[0], end - 2
