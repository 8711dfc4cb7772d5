"""Which part a place name plays in its sentence.

In: a sentence and the tokens of a name. Out: a role: where it happened (`event`), what was aimed at
(`aim`), where it came from (`origin`), where somebody went (`goal`), whose home it is (`home`), who
acts (`actor`) or speaks (`speaker`), where a road leads or what was fired across (`led`), what only
tells where another place lies (`describing`), or none of these (`aside`). Nothing can go wrong;
what no rule knows is an `event`.
"""

from collections.abc import Callable

from mapper.gazetteer import Kind
from mapper.lexicon import Form, english
from mapper.report.measures import UNITS, measured_from
from mapper.report.naming import (
    Name,
    acts,
    describes,
    hits_before,
    hospital_says,
    is_dark,
    is_hit,
    is_included,
    is_one_of_its_kind,
    is_site,
    is_subject,
    is_target,
    is_victim,
    names_facility,
    object_of,
    preposition,
    speaks,
    speech_at,
    undergoes,
)
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym, Use

_SPOKEN = english.words("roles", "spoken")
_PEOPLE_OF = english.words("roles", "people_of")
_RESIDENCE = english.words("roles", "residence")
_KIN = english.words("roles", "kin")
_ALERTS = english.words("roles", "alerts")
_WITNESSED = english.words("roles", "witnessed")
_WAYS = english.words("roles", "ways")
_ROADS = english.words("roles", "roads")
_PREPOSITIONS = english.words("roles", "prepositions")
_HEADS = english.words("roles", "heads")
_PRESSED = english.words("roles", "pressed")
_FORCE_WORDS = english.words("roles", "force_words")
_STREETS = english.words("roles", "streets")
_MEDIA = english.words("roles", "media")
_PERSONS_OF = english.words("roles", "persons_of")
_SET_APART = english.words("roles", "set_apart")
_FIGHTS = english.words("roles", "fights")
_TOWARDS = english.words("roles", "towards")
_TO = english.words("roles", "to")
_BESIDE = english.words("roles", "beside")
_HITTING = english.words("roles", "hitting")
_CARE = english.words("roles", "care")
_AIRFIELDS = frozenset({"airbase", "base", "airfield", "airport"})
# Words from a hospital's town to what is said of those brought there.
_CARE_BEHIND = 6
_OFFICES = frozenset({"office", "administration", "directorate", "department", "service"})
_CENTRES = frozenset({"centre", "center", "ward", "care", "college"})
_RULE = english.words("roles", "rule")
# "On Nur Shams refugee camp, near Tulkarm".
_CAMPS = frozenset({"camp", "refugee", "displacement", "displaced", "village", "town", "base"})
_FACILITIES = english.words("roles", "facilities")
# Words from a facility to the name of where it is.
_FACILITY_REACH = 6
_TAKING_OFF = english.words("roles", "taking_off")
# Words from "took off" to "from", and from a siren to those whom it sent to shelters.
_OFF_REACH = 5
_ALERT_REACH = 10
_MEDICAL = english.words("roles", "medical")
_CARED = english.words("roles", "cared")
_FROM_AREA = frozenset({"direction", "directions", "territory", "area", "side"})
_SAYING = frozenset({"saying", "speaking", "telling", "adding", "writing"})
_REACHES = english.words("roles", "reaches")
_SCHOLARS = english.words("roles", "scholars")
# Between the parts of a line that names outlet, town and author.
_BARS = frozenset({"\\", "|", "•", "·"})
_REACHED = frozenset({"reached", "reaching", "entered", "entering", "into", "crossed"})
_TOWARD = frozenset({"toward", "towards"})
_AIMED = english.words("roles", "aimed")
_FROM_WITHIN = english.words("roles", "from_within")
_GONE = english.words("roles", "ways_of_going")
_IN_CARE = (("in", "hospital"), ("intensive", "care"))
# Words from a place to the verb of its fighters.
_FIGHTERS_REACH = 2
_ROUTES = english.words("roles", "routes")
_DASHES = ("-", "–")
_INSTALLED = frozenset(
    {"appointed", "installed", "backed", "imposed", "aligned", "allied", "funded"}
)
_BANKS = frozenset({"bank", "banks", "shore", "shores"})
_INSIDE = frozenset({"in", "near", "at", "outside"})
# Words between the name of a hospital's town and the verb of speech.
_LONGEST_TITLE = 5
# Words of an office's name behind that of its place.
_OFFICE_REACH = 5
_BROUGHT_IN = english.words("roles", "brought_in")
# Words from the end of a name to the target that it is of: "Kirishi oil refinery".
_NAME_REACH = 2
# Words from "the" to the name in "the besieged town east of Damascus".
_THE_REACH = 6
_TOWNS_SAID = frozenset({"town", "city", "village", "suburb", "settlement"})
# "A forward position on the edge of Kaiama" is none on a matter.
_EDGES = frozenset({"edge", "edges", "outskirts"})
_STUCK = frozenset({"sat", "stuck", "stranded"})
_ACCUSED = frozenset({"accused", "accusing", "accuses", "suspects", "suspected"})
# What a name may be called behind it: "the Holosiivskyi district, where".
_KINDS_BEHIND = english.words("roles", "kinds_behind")


def role_of(sentence: Sentence, first: int, last: int, toponym: Toponym) -> str:
    """Tell the part that a name plays; the roles are those of the module's description."""
    prep, at = preposition(sentence, first)
    before = sentence.words[max(0, at - 4) : max(0, at)]
    name = Name(
        sentence=sentence, first=first, last=last, toponym=toponym, prep=prep, at=at, before=before
    )
    for rule in _RULES:
        role = rule(name)
        if role is not None:
            return role
    return "event"


def _as_actor(name: Name) -> str | None:
    """Tell who acts, and what is left out: "Fano gunmen", "everywhere except Lviv"."""
    sentence, last = name.sentence, name.last
    if name.prep in _REACHED and "before" in name.near(4):
        return "aim"  # "intercepted before it reached Israel"
    if acts(sentence, name.first, last, name.toponym):
        return "actor"
    if sentence.word(name.first - 1) in _ACCUSED and sentence.word(last) == "of":
        return "actor"  # "accusing Damascus of hunting refugees"
    if name.prep in _SET_APART:
        return "aside"
    if sentence.word(last - 1).endswith("-bound"):
        return "aside"  # "the Quetta-bound Jaffar Express"
    if name.prep == "through" and not _GONE.isdisjoint(name.near(4)):
        return "aside"  # "came through the national park"
    if _is_of_road(sentence, name.first, last):
        begins = name.toponym.start == sentence.tokens[name.first].start
        way = begins and name.prep in {"on", "along"}
        return "led" if way else "aside"  # "on the Yangon-Mandalay expressway near Pyawbwe"
    fighters = any(m.first == last for m in sentence.of("fighters", "regulars"))
    if fighters and sentence.word(name.first - 1) in _INSIDE:
        verbs = sentence.of("speech.verbs")
        if not any(0 < m.first - last <= _FIGHTERS_REACH for m in verbs):
            return None  # "in Uvira rebels attacked the barracks"
    return "actor" if fighters or sentence.word(last) in _FORCE_WORDS else None


def _is_of_road(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name is one end of a road: "the Yangon-Mandalay expressway"."""
    if sentence.word(last) in _ROUTES and any(dash in sentence.word(last - 1) for dash in _DASHES):
        return True
    if sentence.word(last) in _DASHES and sentence.tokens[last + 1 :]:
        end = next((j for j in range(last + 1, last + 5) if sentence.word(j) in _ROUTES), None)
        between = sentence.tokens[last + 1 : end] if end is not None else ()
        return bool(between) and all(t.text[:1].isupper() for t in between)
    behind = sentence.word(first - 1) in _DASHES and sentence.word(last) in _ROUTES
    return behind and sentence.tokens[first - 2].text[:1].isupper()


def _as_scene(name: Name) -> str | None:
    """Tell a place by what is told of it: "said a man from Minova, where shells killed three"."""
    sentence = name.sentence
    opener = name.last + (sentence.word(name.last) in _KINDS_BEHIND)
    opener += sentence.word(opener) == ","
    if sentence.word(opener) != "where" or name.prep not in {"of", "from"}:
        return None
    clause = sentence.clause[opener]
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    return "event" if any(sentence.clause[m.first] == clause for m in told) else None


def _as_ruled(name: Name) -> str | None:
    """Tell what somebody holds or wants, who acts elsewhere: "the RSF, which holds Darfur"."""
    sentence = name.sentence
    clause = sentence.clause[name.first]
    opener = sentence.clause.index(clause)
    if opener == 0 or sentence.word(opener) not in {"which", "that", "who"}:
        return None
    before = opener - 1 - (sentence.word(opener - 1) == ",")
    things = (*sentence.of("targets", "weapon", "trigger"), *sentence.under("harm."))
    if any(m.first <= before < m.last for m in things) or any(
        t.use is Use.LITERAL and sentence.token_at(t.end - 1) == before for t in sentence.toponyms
    ):
        return None
    verb, follows = sentence.word(opener + 1), sentence.word(opener + 2)
    wants = verb in {"is", "are"} and follows.endswith("ing")
    return "aside" if verb in _RULE or wants else None


def _as_label(name: Name) -> str | None:
    """Tell names that are part of another: a street, a time, a newspaper, an office."""
    sentence, last = name.sentence, name.last
    if {sentence.word(name.first - 1), sentence.word(last)} <= _BARS:
        return "aside"  # "... \\ Newslooks \\ Washington DC \\ ...", a line of a page's head
    if sentence.word(last) in _STREETS and sentence.tokens[last].text[:1].isupper():
        return "aside"
    if last - name.first > 1 and sentence.word(last - 1) in _STREETS and not is_site(name.toponym):
        return "aside"  # "Texas Street" is in a town that is named elsewhere
    apart = sentence.word(last) in _DASHES and sentence.word(last + 1) in _INSTALLED
    joint = "-" in sentence.word(last - 1) and sentence.word(last - 1).split("-")[-1] in _INSTALLED
    whose = sentence.word(last - 1).endswith("-based") and sentence.word(name.first - 1) == "the"
    if apart or joint or whose:
        return "aside"  # "Moscow-appointed officials in Enerhodar"
    town = name.toponym.place is not None and name.toponym.place.kind is Kind.SETTLEMENT
    river = sentence.word(name.first - 1) == "the" and not _BANKS.isdisjoint(name.near(4))
    if town and river:
        return "aside"  # "shelled the bank of the Dnipro" is none of the city
    if sentence.word(last) == "time" or sentence.word(name.first - 1) in _MEDIA:
        return "aside"
    if is_one_of_its_kind(name) or (name.prep == "on" and "this" in name.near(2)):
        return "aside"  # "in this town on the Iraqi border"
    if name.prep == "of" and name.near(2) & _PERSONS_OF:
        return "home"
    office = bool(name.near(1) & _OFFICES) and not hits_before(name)
    deed = any(m.last == name.at for m in sentence.of("trigger"))
    if name.prep == "of" and not deed and (name.near(3) & _HEADS or office):
        return "aside"  # "the prosecutor's office of Sumy region told"
    return "event" if name.prep == "for" and name.near(2) & _FIGHTS else None


def _as_subject(name: Name) -> str | None:
    """Tell bare names that do something and names inside those of facilities."""
    sentence, first, last = name.sentence, name.first, name.last
    if name.prep == "as" and name.near(4) & _WITNESSED:
        return "aside"  # "the blasts were heard as far as Jounieh"
    labels = sentence.label and first <= 1 and sentence.word(first - 1) not in {"a", "an"}
    bare = not labels and name.prep not in _PREPOSITIONS
    if bare and is_subject(sentence, first) and not undergoes(sentence, first, last):
        return "aside"
    if name.toponym.place is not None and name.toponym.place.kind is Kind.FACILITY:
        return None  # "the Syzran refinery in the Samara region" is known itself
    if _called_after(name):
        return "aside"
    return "aside" if names_facility(sentence, last) else None


def _called_after(name: Name) -> bool:
    """Whether a facility abroad has a town's name: "the Naivasha market in El Fasher"."""
    sentence, place = name.sentence, name.toponym.place
    if place is None or sentence.word(name.first - 1) != "the":
        return False
    if sentence.word(name.last) not in _FACILITIES or sentence.word(name.last + 1) != "in":
        return False
    behind = range(name.last + 2, name.last + 2 + _FACILITY_REACH)
    abroad = [
        t.place.country
        for t in sentence.toponyms
        if t.place is not None
        and t.place.kind in {Kind.SETTLEMENT, Kind.DISTRICT}
        and t.use is Use.LITERAL
        and sentence.token_at(t.start) in behind
    ]
    return bool(abroad) and place.country not in abroad


def _as_care(name: Name) -> str | None:
    """Tell where the wounded were brought or died: "died at a clinic in Cali"."""
    near = name.prep in {"in", "at"} or name.prep == ","
    if name.prep in {"in", "at"} and tuple(name.before[-2:]) in _IN_CARE:
        return "aside"  # "two are in hospital in Cúcuta"
    sentence = name.sentence
    after = next(
        (j for j in range(name.last, name.last + 3) if sentence.word(j) in _CARE), name.last
    )
    if sentence.word(after) in _CARE - _CENTRES and sentence.word(name.first - 1) in {"a", "the"}:
        clause = sentence.clause[name.first]
        ahead = {sentence.word(j) for j in range(name.first) if sentence.clause[j] == clause}
        return "aside" if ahead & _CARED else None  # "died overnight in a Krasnodar hospital"
    numbered = len(name.before) > 2 and name.before[-2] in {"no", ".", "№"}
    where = name.back(5) & _CARE if numbered else set(name.before[-1:]) & _CARE
    if not near or not where:
        return None  # "city hospital No. 2 in Belgorod"
    if where <= _CENTRES and not name.near(2) & _MEDICAL:
        return None
    behind = set(name.sentence.words[name.last : name.last + _CARE_BEHIND])
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


def _as_relation(name: Name) -> str | None:
    """Tell what lies between places, or is wanted of them: "sanctions on Iran", "from A to B"."""
    if is_included(name) or is_dark(name):
        return "aside"
    edge = not _EDGES.isdisjoint(name.sentence.words[max(0, name.at) : name.first])
    if name.prep in _TOWARDS and name.near(2) & _PRESSED and not edge:
        return "aside"
    place = name.toponym.place
    if name.prep == "across" and place is not None and place.kind in {Kind.BORDER, Kind.AREA}:
        return "led"
    if name.prep in {"from", "between"} and name.near(3) & _WAYS:
        return "event"
    if name.prep == "between" and place is not None and place.kind is not Kind.BORDER:
        told = name.sentence.of("targets", "people", "weapon", "fighters", "regulars")
        on_the_way = any(m.last == name.at for m in told)
        return "event" if on_the_way else "aside"  # "a drone hit a bus between A and B"
    return None


def _as_person(name: Name) -> str | None:
    """Tell where somebody speaks or lives."""
    if name.prep not in {"in", "at", "from", "of"}:
        return None
    if name.prep in {"in", "at"} and _says(name):
        return "speaker"  # "medics at Nasser hospital said"
    quoted = any(
        m.last <= name.at <= m.last + _LONGEST_TITLE
        for m in name.sentence.of("speech.prepositions")
    )
    if quoted and name.prep in {"in", "at"}:
        return "speaker"
    if name.near(1) & _SAYING:
        return "speaker"  # "saying in Brussels that ..."
    if name.near(2) & _SPOKEN or (name.at > 0 and speech_at(name.sentence, name.at - 1)):
        return "speaker"
    if name.near(1) & _PEOPLE_OF and not is_target(name.sentence, name.at - 1):
        return None if is_hit(name) else "speaker"
    people = name.sentence.of("people", "regulars")
    if name.prep == "from" and any(m.last == name.at for m in people):
        return "home"  # "two railway workers from Sumy were killed"
    if name.prep not in {"in", "at"}:
        return None
    if name.near(1) == {"works"} and hits_before(name):
        return None  # "hit the Azot works at Cherepovets"
    if name.near(3) & _RESIDENCE or name.near(1) & _STUCK:
        return "aside"
    known = name.back(_LONGEST_TITLE + 3) & _SCHOLARS or name.near(1) & _KIN
    return "aside" if known and not is_victim(name) else None


def _says(name: Name) -> bool:
    """Whether people at a place speak, right behind its name."""
    sentence = name.sentence
    last = name.last + (sentence.word(name.last) in _KINDS_BEHIND)
    verb = any(0 <= m.first - last <= 1 for m in sentence.of("speech.verbs"))
    people = (*sentence.of("people"), *sentence.under("speakers."))
    return verb and any(m.last == name.at for m in people)


def _took_off(name: Name) -> bool:
    """Whether an airfield is where a flight began: "took off from Tada-U airbase in Mandalay"."""
    words = name.sentence.words
    begun = next(
        (j for j in range(name.at - 1, name.at - 7, -1) if j >= 0 and words[j] == "from"), 0
    )
    return begun > 0 and not _TAKING_OFF.isdisjoint(words[max(0, begun - _OFF_REACH) : begun])


def _as_way(name: Name) -> str | None:
    """Tell where something came from, went to or was aimed at."""
    if name.prep in _FROM_WITHIN and name.near(1) == {"from"}:
        return "origin"
    if name.prep == "in" and name.near(1) & _AIRFIELDS and _took_off(name):
        return "origin"  # "took off from Tada-U airbase in Mandalay Region"
    if object_of(name.sentence, name.first):
        return "event"
    if name.prep == "of" and name.near(1) & _FROM_AREA and "from" in name.near(3):
        return "origin"
    if name.prep == "from" and name.near(1) & UNITS:
        opener = name.sentence.clause.index(name.sentence.clause[name.first])
        # "a village 30 km from Jos"; not "the town, which lies 30 km from the border"
        return "aside" if name.sentence.word(opener) in {"which", "that"} else "describing"
    if name.prep == "from":
        return "aside" if name.near(4) & _WITNESSED else "origin"
    if {"to", "shelters"} <= name.near(4) and name.back(_ALERT_REACH) & _ALERTS:
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
    if name.prep == "to" and name.near(1) == {"adjacent"}:
        return "event"
    if name.prep in _TO:
        if name.prep == "into" and not name.near(4) & _BROUGHT_IN:
            return "event"
        return "led" if name.near(3) & _ROADS else "goal"
    if name.prep != "at" or not name.back(3) & _AIMED:
        return None
    # "Launched an attack at Sake" was there; "launched rockets at Sake" was meant for it.
    deeds = (m for m in name.sentence.of("trigger", "advances") if m.entry.form is Form.NOUN)
    return "event" if any(m.last == name.at for m in deeds) else "aim"


def _as_description(name: Name) -> str | None:
    """Tell names that only describe another place: "Tula, south of Moscow"."""
    sentence, toponym = name.sentence, name.toponym
    if measured_from(sentence, name.first):
        return "describing"
    if name.prep in _BESIDE and (describes(sentence, name.at) or _behind_place(name)):
        return "describing"
    relation = toponym.relation or ""
    if relation.endswith(" of") and toponym.offset_km is None and name.first > 0:
        # "north of Rafah" right behind a verb places the event
        j = sentence.token_at(toponym.start)
        if set(sentence.words[max(0, j - 4) : j]) & {",", "—", "("}:
            return "describing"
    way = sentence.word(name.first - 2) if sentence.word(name.first - 1) == "of" else ""
    if not way.startswith(("north", "south", "east", "west")):
        return None
    if _names_it(sentence, name.first - 2):
        return "aside"  # "The Kirishi refinery north-west of Moscow was attacked"
    taken_up = "the" in sentence.words[max(0, name.first - _THE_REACH) : name.first - 2]
    town = sentence.word(name.first - 3) in _TOWNS_SAID
    return "aside" if town and taken_up else None  # "the besieged town east of Damascus"


def _behind_place(name: Name) -> bool:
    """Whether words between commas say where a place is: "in Balashikha, outside Moscow, ...".

    Where that place is unknown, what it is near to is the best that is told.
    """
    sentence = name.sentence
    if sentence.word(name.at - 1) != ",":
        return False
    last = name.at - 2
    while sentence.word(last) in _CAMPS:
        last -= 1
    return any(
        t is not name.toponym
        and t.place is not None
        and not t.missing
        and t.use is Use.LITERAL
        and sentence.token_at(t.end - 1) in {last, name.at - 2}
        for t in sentence.toponyms
    )


def _names_it(sentence: Sentence, index: int) -> bool:
    """Whether a target with a name of its own stands right in front of a token."""
    target = next((m for m in sentence.of("targets") if m.last == index), None)
    return target is not None and any(
        0 <= target.first - sentence.token_at(t.end - 1) <= _NAME_REACH for t in sentence.toponyms
    )


def _as_speaker(name: Name) -> str | None:
    """Tell names that speak themselves: "Kyiv said"."""
    sentence, toponym = name.sentence, name.toponym
    if toponym.place is None or sentence.label:
        return None
    if name.prep == "at" and speaks(name):
        return "speaker"
    if hospital_says(name):
        return "speaker"
    if _office_says(name):
        return "speaker"
    if not speech_at(sentence, name.last):
        return None
    bare = name.prep in {"in", "", "and", "but", "while"} or not name.prep.isalpha()
    return "speaker" if bare or toponym.use is Use.METONYM else "event"


def _office_says(name: Name) -> bool:
    """Whether an office named for a place speaks: "the Krasnodar crisis centre said"."""
    sentence = name.sentence
    if sentence.word(name.first - 1) != "the" or name.prep.isalpha() and name.prep != "the":
        return False
    told = (*sentence.of("trigger", "targets", "weapon"), *sentence.under("harm."))
    for at in range(name.last, name.last + _OFFICE_REACH):
        if at > name.last and speech_at(sentence, at):
            return True
        if not sentence.word(at).isalpha() or any(m.first <= at < m.last for m in told):
            return False
    return False


# The first rule that knows a name decides.
_RULES: tuple[Callable[[Name], str | None], ...] = (
    _as_actor,
    _as_scene,
    _as_ruled,
    _as_label,
    _as_care,
    _as_subject,
    _as_relation,
    _as_person,
    _as_way,
    _as_description,
    _as_speaker,
)


def names_target(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether a place is inside the name of what was hit.

    "Shells came down on Phanom Dong Rak Hospital" is in Phanom Dong Rak.
    """
    if toponym.use is not Use.EMBEDDED or toponym.place is None:
        return False
    first, last = sentence.tokens_of(toponym.start, toponym.end)
    facility = any(last <= m.first <= last + 1 for m in sentence.of("targets"))
    prep, _ = preposition(sentence, first)
    return facility and (
        prep in _HITTING or object_of(sentence, first) or _was_hit(sentence, first, last)
    )


def _was_hit(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a sentence begins with what was hit: "The Druzhkivka market, hit on Tuesday, ..."."""
    target = next((m for m in sentence.of("targets") if last <= m.first <= last + 1), None)
    if target is None or first > 1 or sentence.word(target.last) != ",":
        return False
    return any(
        m.first == target.last + 1 and m.entry.form is Form.PAST and m.entry.kind.hits
        for m in sentence.of("trigger")
    )
