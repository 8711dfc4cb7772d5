"""Which part a place name plays in its sentence.

In: a sentence and the tokens of a name. Out: a role: where it happened (`event`), what was aimed at
(`aim`), where it came from (`origin`), where somebody went (`goal`), whose home it is (`home`), who
acts (`actor`) or speaks (`speaker`), where a road leads or what was fired across (`led`), what only
tells where another place lies (`describing`), or none of these (`aside`). Nothing can go wrong;
what no rule knows is an `event`.
"""

import dataclasses
from collections.abc import Callable, Sequence

from mapper.gazetteer import Kind
from mapper.lexicon import Form, english
from mapper.report.measures import UNITS, measured_from
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym, Use

_FILLERS = english.words("roles", "fillers")
_SPOKEN = english.words("roles", "spoken")
_PEOPLE_OF = english.words("roles", "people_of")
_RESIDENCE = english.words("roles", "residence")
_KIN = english.words("roles", "kin")
_ALERTS = english.words("roles", "alerts")
_WITNESSED = english.words("roles", "witnessed")
_WAYS = english.words("roles", "ways")
_ROADS = english.words("roles", "roads")
_PREPOSITIONS = english.words("roles", "prepositions")
_SUFFERS = english.words("roles", "suffers")
_HEADS = english.words("roles", "heads")
_PRESSED = english.words("roles", "pressed")
_FORCE_WORDS = english.words("roles", "force_words")
_STREETS = english.words("roles", "streets")
_MEDIA = english.words("roles", "media")
_PERSONS_OF = english.words("roles", "persons_of")
_SMALL = english.words("roles", "small")
_FACILITIES = english.words("roles", "facilities")
_SETTLED = english.words("roles", "settled")
_BE = english.words("roles", "be")
_SET_APART = english.words("roles", "set_apart")
_FIGHTS = english.words("roles", "fights")
_TOWARDS = english.words("roles", "towards")
_TO = english.words("roles", "to")
_BESIDE = english.words("roles", "beside")
_HITTING = english.words("roles", "hitting")
_MUCH_OF = english.words("roles", "much_of")
_ACTING = english.words("roles", "acting")
_SLOPES = english.words("roles", "slopes")
_CARE = english.words("roles", "care")
_AIRFIELDS = frozenset({"airbase", "base", "airfield", "airport"})
# Words from a hospital's town to what is said of those brought there.
_CARE_BEHIND = 6
_SOURCES = english.words("roles", "sources")
_OFFICES = frozenset({"office", "administration", "directorate", "department", "service"})
_CENTRES = frozenset({"centre", "center", "ward", "care"})
_MEDICAL = english.words("roles", "medical")
_CARED = english.words("roles", "cared")
_FROM_AREA = frozenset({"direction", "directions", "territory", "area", "side"})
_SAYING = frozenset({"saying", "speaking", "telling", "adding", "writing"})
_REACHES = english.words("roles", "reaches")
_DARK = english.words("roles", "dark")
_BUILDINGS = english.words("roles", "buildings")
_SCHOLARS = english.words("roles", "scholars")
# Between the parts of a line that names outlet, town and author.
_BARS = frozenset({"\\", "|", "•", "·"})
_REACHED = frozenset({"reached", "reaching", "entered", "entering", "into", "crossed"})
_TOWARD = frozenset({"toward", "towards"})
_AIMED = english.words("roles", "aimed")
_FROM_WITHIN = english.words("roles", "from_within")


def preposition(sentence: Sentence, first: int) -> tuple[str, int]:
    """Find the word that puts the place into the sentence, and its token."""
    j = first - 1
    while j >= 0 and sentence.word(j) in _FILLERS:
        if sentence.word(j) in {"of"} and sentence.word(j - 1) not in _FILLERS:
            break
        j -= 1
    return sentence.word(j), j


def _object_of(sentence: Sentence, first: int) -> bool:
    """Whether the name is the object right behind a trigger's verb: "struck Ukraine"."""
    j = first - 1
    while j >= 0 and (sentence.word(j) in _FILLERS or sentence.word(j) in _MUCH_OF):
        j -= 1
    return any(
        m.last == j + 1
        and m.entry.category == "trigger"
        and m.entry.form in {Form.PAST, Form.ING}
        and m.entry.kind.hits
        for m in sentence.marks
    )


def _acts(sentence: Sentence, first: int, last: int, toponym: Toponym) -> bool:
    """Whether a country acts and is no place: "Russia and Ukraine exchanged"."""
    prep, _ = preposition(sentence, first)
    if prep == "by":
        return True
    if toponym.place is None:
        return False
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
    return prep not in _PREPOSITIONS - _ACTING and not _object_of(sentence, first)


def _is_subject(sentence: Sentence, first: int) -> bool:
    """Whether nothing but small words stands between the begin of the clause and the name."""
    clause = sentence.clause[first]
    return all(
        sentence.word(j) in _FILLERS
        or sentence.word(j) in _SMALL
        or not sentence.word(j)[:1].isalpha()
        for j in range(first)
        if sentence.clause[j] == clause
    )


def _names_facility(sentence: Sentence, last: int) -> bool:
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


def _undergoes(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a bare name is what was hit: "Kyiv was struck"; not "Moscow shelled"."""
    if sentence.word(last) in {":", "—", "–", ",", "'s", "("} or sentence.word(first - 1) in {
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
    words = {sentence.word(j) for j in range(last, verb.first)}
    if verb.first - last <= 2 and verb.entry.form is Form.PAST and not words & _SUFFERS:
        return sentence.word(verb.first) in _SUFFERS
    return True


# Words between the name of a hospital's town and the verb of speech.
_LONGEST_TITLE = 5


def _speech_at(sentence: Sentence, index: int) -> bool:
    passive = sentence.word(index - 1) in _BE
    return not passive and any(m.first == index for m in sentence.of("speech.verbs"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
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


def role_of(sentence: Sentence, first: int, last: int, toponym: Toponym) -> str:
    """Tell the part that a name plays; the roles are those of the module's description."""
    prep, at = preposition(sentence, first)
    before = sentence.words[max(0, at - 4) : max(0, at)]
    name = _Name(
        sentence=sentence, first=first, last=last, toponym=toponym, prep=prep, at=at, before=before
    )
    for rule in _RULES:
        role = rule(name)
        if role is not None:
            return role
    return "event"


def _as_actor(name: _Name) -> str | None:
    """Tell who acts, and what is left out: "Fano gunmen", "everywhere except Lviv"."""
    sentence, last = name.sentence, name.last
    if name.prep in _REACHED and "before" in name.near(4):
        return "aim"  # "intercepted before it reached Israel"
    if _acts(sentence, name.first, last, name.toponym):
        return "actor"
    if name.prep in _SET_APART:
        return "aside"
    fighters = any(m.first == last for m in sentence.of("fighters"))
    return "actor" if fighters or sentence.word(last) in _FORCE_WORDS else None


def _as_scene(name: _Name) -> str | None:
    """Tell a place by what is told of it: "said a man from Minova, where shells killed three"."""
    sentence = name.sentence
    opener = name.last + (sentence.word(name.last) == ",")
    if sentence.word(opener) != "where" or name.prep not in {"of", "from"}:
        return None
    clause = sentence.clause[opener]
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    return "event" if any(sentence.clause[m.first] == clause for m in told) else None


def _as_label(name: _Name) -> str | None:
    """Tell names that are part of another: a street, a time, a newspaper, an office."""
    sentence, last = name.sentence, name.last
    if {sentence.word(name.first - 1), sentence.word(last)} <= _BARS:
        return "aside"  # "... \\ Newslooks \\ Washington DC \\ ...", a line of a page's head
    if sentence.word(last) in _STREETS and sentence.tokens[last].text[:1].isupper():
        return "aside"
    if last - name.first > 1 and sentence.word(last - 1) in _STREETS and not _is_site(name.toponym):
        return "aside"  # "Texas Street" is in a town that is named elsewhere
    if sentence.word(last) == "time" or sentence.word(name.first - 1) in _MEDIA:
        return "aside"
    if name.prep == "of" and name.near(2) & _PERSONS_OF:
        return "home"
    if name.prep == "of" and (name.near(3) & _HEADS or name.near(1) & _OFFICES):
        return "aside"  # "the prosecutor's office of Sumy region told"
    return "event" if name.prep == "for" and name.near(2) & _FIGHTS else None


def _is_site(toponym: Toponym) -> bool:
    """Whether the gazetteer has the street or square itself."""
    return toponym.place is not None and toponym.place.kind in {Kind.FACILITY, Kind.DISTRICT}


def _as_subject(name: _Name) -> str | None:
    """Tell bare names that do something and names inside those of facilities."""
    sentence, first, last = name.sentence, name.first, name.last
    if name.prep == "as" and name.near(4) & _WITNESSED:
        return "aside"  # "the blasts were heard as far as Jounieh"
    bare = not (sentence.label and first <= 1) and name.prep not in _PREPOSITIONS
    if bare and _is_subject(sentence, first) and not _undergoes(sentence, first, last):
        return "aside"
    if name.toponym.place is not None and name.toponym.place.kind is Kind.FACILITY:
        return None  # "the Syzran refinery in the Samara region" is known itself
    return "aside" if _names_facility(sentence, last) else None


def _as_care(name: _Name) -> str | None:
    """Tell where the wounded were brought or died: "died at a clinic in Cali"."""
    near = name.prep in {"in", "at"} or name.prep == ","
    numbered = len(name.before) > 2 and name.before[-2] in {"no", ".", "№"}
    where = name.back(5) & _CARE if numbered else set(name.before[-1:]) & _CARE
    if not near or not where:
        return None  # "city hospital No. 2 in Belgorod"
    if where <= _CENTRES and not name.near(2) & _MEDICAL:
        return None
    behind = {name.sentence.word(j) for j in range(name.last, name.last + _CARE_BEHIND)}
    if "which" in behind and behind & _CARED:
        return "aside"  # "the hospital in Mekelle to which they were referred"
    clause = name.sentence.clause[name.first]
    if name.sentence.of("prisoners") and any(
        m.entry.kind.is_exchange
        and not m.entry.kind.is_arrival(m.entry.sub_type)
        and name.sentence.clause[m.first] == clause
        for m in name.sentence.of("trigger")
    ):
        return None  # "brought freed men to hospitals in Chernihiv region"
    ahead = {name.sentence.word(j) for j in range(name.at) if name.sentence.clause[j] == clause}
    return "aside" if ahead & _CARED else None


def _as_relation(name: _Name) -> str | None:
    """Tell what lies between places, or is wanted of them: "sanctions on Iran", "from A to B"."""
    if _is_included(name) or _is_dark(name):
        return "aside"
    if name.prep in _TOWARDS and name.near(2) & _PRESSED:
        return "aside"
    place = name.toponym.place
    if name.prep == "across" and place is not None and place.kind in {Kind.BORDER, Kind.AREA}:
        return "led"
    if name.prep in {"from", "between"} and name.near(3) & _WAYS:
        return "event"
    if name.prep == "between" and place is not None and place.kind is not Kind.BORDER:
        on_the_way = any(m.last == name.at for m in name.sentence.of("targets", "people"))
        return "event" if on_the_way else "aside"  # "a drone hit a bus between A and B"
    return None


def _is_dark(name: _Name) -> bool:
    """Whether a place only felt it: "leaving much of the Kurdistan region in darkness"."""
    if name.back(6).isdisjoint({"leaving", "left"}):
        return False
    behind = {name.sentence.word(j) for j in range(name.last, name.last + 4)}
    return bool(_DARK & behind) and bool({"in", "without"} & behind)


def _is_included(name: _Name) -> bool:
    """Whether a part is told before its whole: "Including a woman killed in Sumy, 12 died"."""
    opens = name.sentence.word(0) in {"including", "counting"}
    return opens and "," not in {name.sentence.word(j) for j in range(name.first)}


def _as_person(name: _Name) -> str | None:
    """Tell where somebody speaks or lives."""
    if name.prep not in {"in", "at", "from", "of"}:
        return None
    quoted = any(
        m.last <= name.at <= m.last + _LONGEST_TITLE
        for m in name.sentence.of("speech.prepositions")
    )
    if quoted and name.prep in {"in", "at"}:
        return "speaker"
    if name.near(1) & _SAYING:
        return "speaker"  # "saying in Brussels that ..."
    if name.near(2) & _SPOKEN or (name.at > 0 and _speech_at(name.sentence, name.at - 1)):
        return "speaker"
    if name.near(1) & _PEOPLE_OF and not _is_target(name.sentence, name.at - 1):
        return None if _is_hit(name) else "speaker"
    if name.prep not in {"in", "at"}:
        return None
    if name.near(3) & _RESIDENCE:
        return "aside"
    known = name.back(_LONGEST_TITLE + 3) & _SCHOLARS or name.near(1) & _KIN
    return "aside" if known and not _is_victim(name) else None


def _is_victim(name: _Name) -> bool:
    """Whether who is told of was hurt there: "killed a lecturer in Kaduna"."""
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    passive = sentence.word(name.last) in _BE
    for mark in sentence.under("harm."):
        if sentence.clause[mark.first] != clause:
            continue
        if passive and 0 < mark.first - name.last <= 2:
            return True
        if mark.first < name.at and not any(
            _speech_at(sentence, j) for j in range(mark.first, name.at)
        ):
            return True
    return False


def _is_hit(name: _Name) -> bool:
    """Whether a building was hit and nobody speaks: "exploded outside an office in Yangon"."""
    sentence = name.sentence
    clause = sentence.clause[name.first]
    return bool(name.near(1) & _BUILDINGS) and any(
        m.entry.kind.hits and m.first < name.at and sentence.clause[m.first] == clause
        for m in sentence.of("trigger")
    )


def _is_target(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to something that was hit: "a basketball court in Durham"."""
    return any(m.first < index < m.last for m in sentence.of("targets"))


def _as_way(name: _Name) -> str | None:
    """Tell where something came from, went to or was aimed at."""
    if name.prep in _FROM_WITHIN and name.near(1) == {"from"}:
        return "origin"
    if name.prep == "in" and name.near(1) & _AIRFIELDS and "from" in name.back(6):
        return "origin"  # "took off from Tada-U airbase in Mandalay Region"
    if _object_of(name.sentence, name.first):
        return "event"
    if name.prep == "of" and name.near(1) & _FROM_AREA and "from" in name.near(3):
        return "origin"
    if name.prep == "from" and name.near(1) & UNITS:
        opener = name.sentence.clause.index(name.sentence.clause[name.first])
        # "a village 30 km from Jos"; not "the town, which lies 30 km from the border"
        return "aside" if name.sentence.word(opener) in {"which", "that"} else "describing"
    if name.prep == "from":
        return "aside" if name.near(4) & _WITNESSED else "origin"
    if {"to", "shelters"} <= name.near(4):
        return "aside"  # "sirens sent people to shelters in Tel Aviv"
    if name.near(3) & _ALERTS or (name.prep == "as" and name.near(4) & _WITNESSED):
        return "aside"
    if name.prep in _TOWARD and any(
        m.last == name.at for m in name.sentence.of("trigger", "advances")
    ):
        return "event"
    if name.prep in _TOWARD and any(m.last == name.at for m in name.sentence.of("weapon")):
        return "aim"  # "fired mortars toward Sake"
    if name.prep == "to" and name.near(1) & _REACHES:
        return "event"
    if name.prep in _TO:
        if name.prep == "into" and not name.near(4) & {"drove", "driven", "taken"}:
            return "event"
        return "led" if name.near(3) & _ROADS else "goal"
    if name.prep != "at" or not name.back(3) & _AIMED:
        return None
    # "Launched an attack at Sake" was there; "launched rockets at Sake" was meant for it.
    deeds = (m for m in name.sentence.of("trigger", "advances") if m.entry.form is Form.NOUN)
    return "event" if any(m.last == name.at for m in deeds) else "aim"


def _as_description(name: _Name) -> str | None:
    """Tell names that only describe another place: "Tula, south of Moscow"."""
    sentence, toponym = name.sentence, name.toponym
    if measured_from(sentence, name.first):
        return "describing"
    if name.prep in _BESIDE and _describes(sentence, name.at):
        return "describing"
    relation = toponym.relation or ""
    if relation.endswith(" of") and toponym.offset_km is None and name.first > 0:
        # "north of Rafah" right behind a verb places the event
        j = sentence.token_at(toponym.start)
        if {sentence.word(k) for k in range(max(0, j - 4), j)} & {",", "—", "("}:
            return "describing"
    return None


def _as_speaker(name: _Name) -> str | None:
    """Tell names that speak themselves: "Kyiv said"."""
    sentence, toponym = name.sentence, name.toponym
    if toponym.place is None or sentence.label:
        return None
    if name.prep == "at" and _speaks(name):
        return "speaker"
    if _hospital_says(name):
        return "speaker"
    if not _speech_at(sentence, name.last):
        return None
    bare = name.prep in {"in", "", "and", "but", "while"} or not name.prep.isalpha()
    return "speaker" if bare or toponym.use is Use.METONYM else "event"


def _hospital_says(name: _Name) -> bool:
    """Whether a hospital counts what it received: "Al-Awda Hospital, which ..., said"."""
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    words = {sentence.word(j) for j in range(name.first, name.last + 1)}
    if not words & _CARE or name.at >= 0 and sentence.clause[name.at] == clause:
        return False
    verbs = [
        m.first
        for m in sentence.of("speech.verbs")
        if m.first >= name.last and sentence.clause[m.first] == clause
    ]
    return bool(verbs) and not any(
        name.last <= m.first < verbs[0] and sentence.clause[m.first] == clause
        for m in sentence.of("trigger")
    )


def _speaks(name: _Name) -> bool:
    """Whether people at a place speak: "Medics at Nasser hospital said", "Staff at ... told"."""
    if name.near(1) & _SOURCES and _speech_at(name.sentence, name.last):
        return True
    sentence, clause = name.sentence, name.sentence.clause[name.first]
    last = next(
        (
            j
            for j in range(name.last, min(name.last + _LONGEST_TITLE, len(sentence.tokens)))
            if _speech_at(sentence, j) or not sentence.word(j).isalpha()
        ),
        None,
    )
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    return (
        last is not None
        and _speech_at(sentence, last)
        and not any(m.first < name.first and sentence.clause[m.first] == clause for m in told)
    )


# The first rule that knows a name decides.
_RULES: tuple[Callable[[_Name], str | None], ...] = (
    _as_actor,
    _as_scene,
    _as_label,
    _as_care,
    _as_subject,
    _as_relation,
    _as_person,
    _as_way,
    _as_description,
    _as_speaker,
)


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether the words in front describe a place named before: "Kenscoff, the hill town above"."""
    words = [sentence.word(j) for j in range(max(0, at - 6), at)]
    if "," not in words:
        return False
    tail = words[len(words) - words[::-1].index(",") :]
    if tail and tail[0] in {"in", "on"} and tail[-1] in _SLOPES:
        return True
    return bool(tail) and tail[0] in {"a", "an", "the", "some"} and tail[-1] in _SETTLED


def names_target(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether a place is inside the name of what was hit.

    "Shells came down on Phanom Dong Rak Hospital" is in Phanom Dong Rak.
    """
    if toponym.use is not Use.EMBEDDED or toponym.place is None:
        return False
    first, last = sentence.tokens_of(toponym.start, toponym.end)
    facility = any(
        m.entry.category == "targets" and last <= m.first <= last + 1 for m in sentence.marks
    )
    prep, _ = preposition(sentence, first)
    return facility and (prep in _HITTING or _object_of(sentence, first))
