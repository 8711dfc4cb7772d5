"""A place name within its sentence: what puts it there and what is told around it.

In: a sentence and the tokens of a name. Out: yes or no, for the rules that tell the name's part
(`report/roles.py`). Nothing can go wrong.
"""

import dataclasses
from collections.abc import Sequence

from mapper.gazetteer import Kind
from mapper.lexicon import Form, english
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym

_FILLERS = english.words("roles", "fillers")
_PREPOSITIONS = english.words("roles", "prepositions")
_SUFFERS = english.words("roles", "suffers")
_SMALL = english.words("roles", "small")
_FACILITIES = english.words("roles", "facilities")
_SETTLED = english.words("roles", "settled")
_BE = english.words("roles", "be")
_MUCH_OF = english.words("roles", "much_of")
_NOT_ACTING = _PREPOSITIONS - english.words("roles", "acting")
_SLOPES = english.words("roles", "slopes")
_CARE = english.words("roles", "care")
_SOURCES = english.words("roles", "sources")
_DARK = english.words("roles", "dark")
_BUILDINGS = english.words("roles", "buildings")
# Words between the name of a hospital's town and the verb of speech.
_LONGEST_TITLE = 5


def preposition(sentence: Sentence, first: int) -> tuple[str, int]:
    """Find the word that puts the place into the sentence, and its token."""
    j = first - 1
    while j >= 0 and sentence.word(j) in _FILLERS:
        if sentence.word(j) in {"of"} and sentence.word(j - 1) not in _FILLERS:
            break
        j -= 1
    return sentence.word(j), j


def object_of(sentence: Sentence, first: int) -> bool:
    """Whether the name is the object right behind a trigger's verb: "struck Ukraine"."""
    j = first - 1
    while j >= 0 and (sentence.word(j) in _FILLERS or sentence.word(j) in _MUCH_OF):
        j -= 1
    return any(
        m.last == j + 1 and m.entry.form in {Form.PAST, Form.ING} and m.entry.kind.hits
        for m in sentence.of("trigger")
    )


def acts(sentence: Sentence, first: int, last: int, toponym: Toponym) -> bool:
    """Whether a country acts and is no place: "Russia and Ukraine exchanged"."""
    prep, _ = preposition(sentence, first)
    if prep == "by":
        return True
    if toponym.place is None:
        return False
    if prep == "with" and toponym.place.kind is Kind.COUNTRY:
        return True
    if sentence.word(last) == "'s" and any(
        last < m.first <= last + 4 and m.entry.kind.is_deed and m.entry.form is Form.NOUN
        for m in sentence.of("trigger")
    ):
        return True
    if toponym.place.kind is not Kind.COUNTRY:
        return False
    if sentence.word(last) in {"'s", "'"}:
        return True
    if sentence.label:
        return any(
            m.first == last and m.entry.form is Form.PAST and m.entry.kind.is_exchange
            for m in sentence.of("trigger")
        )
    return prep not in _NOT_ACTING and not object_of(sentence, first)


def is_subject(sentence: Sentence, first: int) -> bool:
    """Whether nothing but small words stands between the begin of the clause and the name."""
    clause = sentence.clause[first]
    return all(
        sentence.word(j) in _FILLERS
        or sentence.word(j) in _SMALL
        or not sentence.word(j)[:1].isalpha()
        for j in range(first)
        if sentence.clause[j] == clause
    )


def names_facility(sentence: Sentence, last: int) -> bool:
    """Whether a name is part of a facility's: "Aden Adde airport in Mogadishu".

    The facility lies where the next name says.
    """
    j = last
    while j < len(sentence.tokens) and j - last < 3 and sentence.tokens[j].text[:1].isupper():
        j += 1
    if j == last and not sentence.tokens[min(last, len(sentence.tokens) - 1)].text[:1].isupper():
        return False
    if sentence.word(j) not in _FACILITIES and sentence.word(j - 1) not in _FACILITIES:
        return False
    k = j + 1 if sentence.word(j) in _FACILITIES else j
    behind = [sentence.token_at(t.start) for t in sentence.toponyms]
    return sentence.word(k) in {"in", "at", "near", "outside"} and any(
        k < b <= k + 3 for b in behind
    )


def undergoes(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a bare name is what was hit: "Kyiv was struck"; not "Moscow shelled"."""
    part = sentence.word(last) in _FILLERS and sentence.word(last + 1) in {":", ",", "("}
    if part or sentence.word(last) in {":", "—", "–", ",", "'s", "("}:
        return True  # "Kherson, Dniprovskyi district: a drone hit a bus"
    if sentence.word(first - 1) in {
        ",",
        "and",
        "(",
    }:
        return True
    clause = sentence.clause[min(last, len(sentence.clause)) - 1]
    ahead = [
        m for m in sentence.of("trigger") if m.first >= last and sentence.clause[m.first] == clause
    ]
    if not ahead:
        return False
    verb = min(ahead, key=lambda m: m.first)
    words = set(sentence.words[last : verb.first])
    if verb.first - last <= 2 and verb.entry.form is Form.PAST and not words & _SUFFERS:
        return sentence.word(verb.first) in _SUFFERS
    return True


def speech_at(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb of speech and not passive: "said"; not "was told"."""
    passive = sentence.word(index - 1) in _BE
    return not passive and any(m.first == index for m in sentence.of("speech.verbs"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place name with what stands in front of it.

    `prep` is the word that puts it into the sentence and `at` its token; `before` are the four
    words in front of that, nearest last.
    """

    sentence: Sentence
    first: int
    last: int
    toponym: Toponym
    prep: str
    at: int
    before: Sequence[str]

    def near(self, size: int) -> set[str]:
        """Collect the `size` words in front of the preposition."""
        return set(self.before[-size:])

    def back(self, size: int) -> set[str]:
        """Collect up to `size` words in front of the preposition, from the whole sentence."""
        return set(self.sentence.words[max(0, self.at - size) : max(0, self.at)])


def is_site(toponym: Toponym) -> bool:
    """Whether the gazetteer has the street or square itself."""
    return toponym.place is not None and toponym.place.kind in {Kind.FACILITY, Kind.DISTRICT}


def is_dark(name: Name) -> bool:
    """Whether a place only felt it: "leaving much of the Kurdistan region in darkness"."""
    if name.back(6).isdisjoint({"leaving", "left"}):
        return False
    behind = set(name.sentence.words[name.last : name.last + 4])
    return bool(_DARK & behind) and bool({"in", "without"} & behind)


def is_included(name: Name) -> bool:
    """Whether a part is told before its whole: "Including a woman killed in Sumy, 12 died"."""
    opens = name.sentence.word(0) in {"including", "counting"}
    return opens and "," not in name.sentence.words[: name.first]


def is_victim(name: Name) -> bool:
    """Whether who is told of was hurt there: "killed a lecturer in Kaduna"."""
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    passive = sentence.word(name.last) in _BE
    for mark in sentence.under("harm."):
        if sentence.clause[mark.first] != clause:
            continue
        if passive and 0 < mark.first - name.last <= 2:
            return True
        if mark.first < name.at and not any(
            speech_at(sentence, j) for j in range(mark.first, name.at)
        ):
            return True
    return False


def is_hit(name: Name) -> bool:
    """Whether a building was hit and nobody speaks: "exploded outside an office in Yangon"."""
    return bool(name.near(1) & _BUILDINGS) and hits_before(name)


def hits_before(name: Name) -> bool:
    """Whether something is hit in front of a name, in its clause."""
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    return any(
        m.entry.kind.hits and m.first < name.at and sentence.clause[m.first] == clause
        for m in sentence.of("trigger")
    )


def is_target(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to something that was hit: "a basketball court in Durham"."""
    return any(m.first < index < m.last for m in sentence.of("targets"))


def hospital_says(name: Name) -> bool:
    """Whether a hospital counts what it received: "Al-Awda Hospital, which ..., said"."""
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    words = set(sentence.words[name.first : name.last + 1])
    if not words & _CARE or name.at >= 0 and sentence.clause[name.at] == clause:
        return False
    verbs = [
        m.first
        for m in sentence.of("speech.verbs")
        if m.first >= name.last and sentence.clause[m.first] == clause
    ]
    return bool(verbs) and not any(
        name.last <= m.first < verbs[0]
        and (sentence.clause[m.first] == clause or sentence.word(m.first - 1) in _BE)
        for m in sentence.of("trigger")
    )


def speaks(name: Name) -> bool:
    """Whether people at a place speak: "Medics at Nasser hospital said", "Staff at ... told"."""
    if name.near(1) & _SOURCES and speech_at(name.sentence, name.last):
        return True
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    last = next(
        (
            j
            for j in range(name.last, min(name.last + _LONGEST_TITLE, len(sentence.tokens)))
            if speech_at(sentence, j) or not sentence.word(j).isalpha()
        ),
        None,
    )
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    return (
        last is not None
        and speech_at(sentence, last)
        and not any(m.first < name.first and sentence.clause[m.first] == clause for m in told)
    )


def describes(sentence: Sentence, at: int) -> bool:
    """Whether the words in front describe a place named before: "Kenscoff, the hill town above"."""
    words = sentence.words[max(0, at - 6) : max(0, at)]
    if "," not in words:
        return False
    tail = words[len(words) - words[::-1].index(",") :]
    if tail and tail[0] in {"in", "on"} and tail[-1] in _SLOPES:
        return True
    return bool(tail) and tail[0] in {"a", "an", "the", "some"} and tail[-1] in _SETTLED


def is_one_of_its_kind(name: Name) -> bool:
    """Whether a place only ranks what was hit: "the plant, one of the largest in the south"."""
    ahead = name.sentence.words[: max(0, name.at)]
    if name.prep not in {"in", "of"} or "," not in ahead:
        return False
    tail = ahead[len(ahead) - ahead[::-1].index(",") :]
    return tail[:2] == ("one", "of") or (
        tail[:1] == ("the",) and any(word.endswith("est") for word in tail)
    )
