"""Which place names of a sentence say where it happened.

In: a sentence. Out: `Site`s, groups of names that belong together ("Zolochiv, Kharkiv region", "Sumy
and Poltava"), each with the part it plays: where it happened, what was aimed at, where it came
from, or none of these (where somebody spoke, lives, was treated). Nothing can go wrong.
"""

import dataclasses
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.lexicon import Form, english
from mapper.report.model import Location
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym, Use

_FILLERS = english.words("roles", "fillers")
_SPOKEN = english.words("roles", "spoken")
_PEOPLE_OF = english.words("roles", "people_of")
_RESIDENCE = english.words("roles", "residence")
_CARE = english.words("roles", "care")
_CARRIED = english.words("roles", "carried")
_ALERTS = english.words("roles", "alerts")
_WITNESSED = english.words("roles", "witnessed")
_WAYS = english.words("roles", "ways")
_ROADS = english.words("roles", "roads")
_LINKS = english.words("places", "links")
_JOINTS = english.words("places", "joints")
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
_AIMED = english.words("roles", "aimed")
_FROM_WITHIN = english.words("roles", "from_within")
_OPENING = english.words("places", "opening")


PRECISION = {
    Kind.FACILITY: "facility",
    Kind.DISTRICT: "district",
    Kind.SETTLEMENT: "settlement",
    Kind.SUBREGION: "region",
    Kind.REGION: "region",
    Kind.COUNTRY: "country",
    Kind.BORDER: "border",
    Kind.AREA: "area",
    Kind.WATER: "area",
    Kind.LANDFORM: "area",
    Kind.CONTINENT: "area",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Places that a sentence names together and the part they play.

    `role` is `event`, `aim`, `origin`, `goal` (where somebody went), `care` (where somebody was
    treated), `home` (where those who were hurt live), `container` (around another site), `actor`,
    `speaker` or `aside`; `first`
    and `last` are tokens of the sentence, end exclusive; `opening` is True for "In Grayvoron ..."
    and a label, which govern the sentence.
    """

    locations: tuple[Location, ...]
    role: str
    first: int
    last: int
    opening: bool = False
    demonym: bool = False


def _chain(place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Ids of the places around a place, nearest first."""
    ids: list[str] = []
    for ident in (place.parent, place.admin2_id, place.admin1_id):
        if ident and ident != place.id and ident not in ids:
            ids.append(ident)
    if place.parent:
        parent = gazetteer.place(place.parent)
        if parent is not None:
            ids.extend(
                i
                for i in (parent.admin2_id, parent.admin1_id)
                if i and i not in ids and i != place.id
            )
    if place.country and place.kind is not Kind.COUNTRY:
        country = gazetteer.country(place.country)
        if country is not None and country.id != place.id:
            ids.append(country.id)
    if "#" in place.id:
        ids.insert(0, place.id.split("#")[0])
    return tuple(ids)


def locate(toponym: Toponym, gazetteer: Gazetteer, how: str) -> Location:
    """The location that a resolved toponym gives; offsets are its own."""
    place = toponym.place
    if place is None:
        return Location(
            how=f"{toponym.text!r} is in no gazetteer"
            if not toponym.candidates
            else f"{toponym.text!r} is ambiguous",
            start=toponym.start,
            end=toponym.end,
        )
    precision = PRECISION[place.kind]
    if toponym.offset_km is not None and toponym.bearing_deg is not None:
        place = gazetteer.offset_point(place, toponym.offset_km, toponym.bearing_deg)
        how = f"{how}, {toponym.offset_km:g} km away at {toponym.bearing_deg:g} degrees"
        precision = "area"
    return Location(
        place=place,
        precision=precision,
        within=_chain(place, gazetteer),
        how=how,
        start=toponym.start,
        end=toponym.end,
    )


def _preposition(sentence: Sentence, first: int) -> tuple[str, int]:
    """The word that puts the place into the sentence, and its token."""
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
        and m.entry.value in {"strike", "ground_attack"}
        for m in sentence.marks
    )


def _acts(sentence: Sentence, first: int, last: int, toponym: Toponym) -> bool:
    """Whether a country stands as one who acts and not as a place: "Russia and Ukraine exchanged"."""
    prep, _ = _preposition(sentence, first)
    if prep == "by":
        return True
    if toponym.place is None:
        return False
    if sentence.word(last) == "'s" and any(
        last < m.first <= last + 4 and m.entry.value == "strike" and m.entry.form is Form.NOUN
        for m in sentence.of("trigger")
    ):
        return True
    if toponym.place.kind is not Kind.COUNTRY:
        return False
    if sentence.word(last) in {"'s", "'"}:
        return True
    if sentence.label:
        return False
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
    """ "Aden Adde airport in Mogadishu": a name inside a facility's, which lies where the next name says."""
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
    """Whether a bare name stands as what was hit: "Kyiv was struck", "Sumy, Odesa: shelled"; not "Moscow shelled"."""
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


def _speech_at(sentence: Sentence, index: int) -> bool:
    passive = sentence.word(index - 1) in _BE
    return not passive and any(m.first == index for m in sentence.of("speech.verbs"))


def _role(sentence: Sentence, first: int, last: int, toponym: Toponym) -> str:
    prep, at = _preposition(sentence, first)
    before = [sentence.word(j) for j in range(max(0, at - 4), max(0, at))]
    if _acts(sentence, first, last, toponym):
        return "actor"
    if prep in _SET_APART:
        return "aside"
    if any(m.first == last and m.entry.category == "fighters" for m in sentence.marks) or (
        sentence.word(last) in _FORCE_WORDS
    ):
        return "actor"
    if sentence.word(last) in _STREETS and sentence.tokens[last].text[:1].isupper():
        return "aside"
    if sentence.word(last) == "time" or sentence.word(first - 1) in _MEDIA:
        return "aside"
    if prep == "of" and set(before[-2:]) & _PERSONS_OF:
        return "home"
    if prep == "of" and set(before[-3:]) & _HEADS:
        return "aside"
    if prep == "for" and set(before[-2:]) & _FIGHTS:
        return "event"
    if (
        not (sentence.label and first <= 1)
        and prep not in _PREPOSITIONS
        and _is_subject(sentence, first)
        and not _undergoes(sentence, first, last)
    ):
        return "aside"
    if _names_facility(sentence, last):
        return "aside"
    if prep in _TOWARDS and set(before[-2:]) & _PRESSED:
        return "aside"
    if prep in {"from", "between"} and set(before[-3:]) & _WAYS:
        return "event"
    if prep == "between" and toponym.place is not None and toponym.place.kind is not Kind.BORDER:
        return "aside"
    if prep in {"in", "at", "from", "of"}:
        if set(before[-2:]) & _SPOKEN or (at > 0 and _speech_at(sentence, at - 1)):
            return "speaker"
        if before and before[-1] in _PEOPLE_OF:
            return "speaker"
        if prep in {"in", "at"} and set(before[-3:]) & _RESIDENCE:
            return "aside"
        if (
            prep in {"in", "at"}
            and set(before[-3:]) & _CARE
            and set(w.lower for w in map(sentence.word, range(max(0, at - 9), at))) & _CARRIED
        ):
            return "care"
    if prep in _FROM_WITHIN and before and before[-1] == "from":
        return "origin"
    if _object_of(sentence, first):
        return "event"
    if prep == "from":
        return "aside" if set(before) & _WITNESSED else "origin"
    if set(before[-3:]) & _ALERTS:
        return "aside"
    if prep == "as" and set(before) & _WITNESSED:
        return "aside"
    if prep in _TO:
        if prep == "into" and not set(before) & {"drove", "driven", "taken"}:
            return "event"
        if set(before[-3:]) & _ROADS:
            return "aside"
        return "goal"
    if prep == "at" and any(sentence.word(j) in _AIMED for j in range(max(0, at - 3), at)):
        return "aim"
    if prep in _BESIDE and _describes(sentence, at):
        return "describing"
    if (
        toponym.relation
        and toponym.offset_km is None
        and toponym.relation.endswith(" of")
        and first > 0
    ):
        # "Tula, south of Moscow": Moscow only describes; "north of Rafah" after a verb places
        j = sentence.token_at(toponym.start)
        words = [sentence.word(k) for k in range(max(0, j - 5), j)]
        if "," in words[-4:] or "—" in words[-4:] or "(" in words[-4:]:
            return "describing"
    if _speech_at(sentence, last) and toponym.place is not None and not sentence.label:
        return "speaker" if prep in {"in", ""} or toponym.use is Use.METONYM else "event"
    return "event"


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether the words in front tell what a place named before is: "Kenscoff, the hill town above"."""
    words = [sentence.word(j) for j in range(max(0, at - 6), at)]
    if "," not in words:
        return False
    tail = words[len(words) - words[::-1].index(",") :]
    return bool(tail) and tail[0] in {"a", "an", "the", "some"} and tail[-1] in _SETTLED


def _names_target(sentence: Sentence, toponym: Toponym) -> bool:
    """A place inside the name of what was hit: "shells came down on Phanom Dong Rak Hospital"."""
    if toponym.use is not Use.EMBEDDED or toponym.place is None:
        return False
    first, last = sentence.tokens_of(toponym.start, toponym.end)
    facility = any(
        m.entry.category == "targets" and last <= m.first <= last + 1 for m in sentence.marks
    )
    prep, _ = _preposition(sentence, first)
    return facility and (prep in _HITTING or _object_of(sentence, first))


def _usable(toponym: Toponym) -> bool:
    return toponym.use is Use.LITERAL and not (
        toponym.place is not None and toponym.place.kind is Kind.CONTINENT
    )


def _nested(outer: Toponym, inner: Toponym, gazetteer: Gazetteer) -> bool:
    if outer.place is None or inner.place is None or outer.place.id == inner.place.id:
        return False
    if inner.place.kind is Kind.BORDER:
        return False
    return gazetteer.contains(outer.place, inner.place)


def find_sites(sentence: Sentence, gazetteer: Gazetteer) -> list[Site]:
    """The groups of place names in a sentence, in order."""
    named = [t for t in sentence.toponyms if _usable(t) or _names_target(sentence, t)]
    groups: list[list[Toponym]] = []
    nested_away: set[int] = set()
    for i, toponym in enumerate(named):
        if not i:
            groups.append([toponym])
            continue
        previous = named[i - 1]
        a = sentence.token_at(previous.end - 1) + 1
        b = sentence.token_at(toponym.start)
        gap = [sentence.word(j) for j in range(a, b)]
        if len(gap) <= 6 and all(w in _LINKS for w in gap):
            line = (
                previous.place is not None
                and previous.place.kind in {Kind.BORDER, Kind.WATER}
                and "in" in gap
            )
            along = toponym.place is not None and toponym.place.kind in {
                Kind.WATER,
                Kind.LANDFORM,
            }
            beside = along and bool(set(gap) & {"on", "along", "by", "off"})
            if line or beside or _nested(toponym, previous, gazetteer):
                nested_away.add(i)
                groups[-1].append(toponym)
                continue
            if _nested(previous, toponym, gazetteer) and "and" not in gap:
                nested_away.add(i - 1)
                groups[-1].append(toponym)
                continue
        joined = (
            len(gap) <= 5
            and all(w in _JOINTS for w in gap)
            and gap
            and (set(gap) & {",", "and", "&", "or"})
        )
        if joined and not toponym.relation and _like(previous, toponym):
            groups[-1].append(toponym)
        else:
            groups.append([toponym])
    order = {id(t): i for i, t in enumerate(named)}
    sites = []
    for group in groups:
        first = sentence.token_at(group[0].start)
        last = sentence.token_at(group[-1].end - 1) + 1
        kept = [t for t in group if order[id(t)] not in nested_away] or [group[0]]
        kept = _innermost(sentence, kept, gazetteer)
        head = group[0]
        role = _role(sentence, first, last, head)
        if role == "describing":
            role = "aside" if sites else "event"
        prep, at = _preposition(sentence, first)
        opening = (
            at <= 0
            and (prep in _OPENING or at < 0)
            and role == "event"
            and not any(m.first == last for m in sentence.of("trigger"))
        )
        unique: dict[str, Location] = {}
        for t in kept:
            location = locate(t, gazetteer, "said in the same sentence")
            unique.setdefault(location.place.id if location.place else f"?{t.name}", location)
        if any(x.place is not None for x in unique.values()):
            unique = {k: x for k, x in unique.items() if x.place is not None}
        sites.append(
            Site(
                locations=tuple(unique.values()), role=role, first=first, last=last, opening=opening
            )
        )
    return [_as_container(s, sites, gazetteer) for s in _once(sites)]


def _once(sites: Sequence[Site]) -> list[Site]:
    """Sites without those that only say a place again ("Varzob district of Batken": both Batken)."""
    kept: list[Site] = []
    seen: set[frozenset[str]] = set()
    for site in sites:
        ids = frozenset(x.place.id for x in site.locations if x.place is not None)
        if site.role == "event" and ids and ids in seen:
            continue
        if site.role == "event":
            seen.add(ids)
        kept.append(site)
    return kept


def _innermost(sentence: Sentence, named: list[Toponym], gazetteer: Gazetteer) -> list[Toponym]:
    """Names without those that hold another one of the group ("Marte, in Nigeria's Borno State"), unless joined by "and"."""
    kept = []
    for toponym in named:
        holds = any(o is not toponym and _nested(toponym, o, gazetteer) for o in named)
        at = sentence.token_at(toponym.start)
        joined = "and" in {sentence.word(at - 1), sentence.word(at - 2)}
        if not holds or joined:
            kept.append(toponym)
    return kept or named


def _as_container(site: Site, sites: Sequence[Site], gazetteer: Gazetteer) -> Site:
    """A site that only holds another one of the sentence: "In North Kordofan ... out of Bara"."""
    outer = site.locations[0].place if len(site.locations) == 1 else None
    if site.role != "event" or outer is None:
        return site
    for other in sites:
        if other is site or other.role != "event" or len(other.locations) != 1:
            continue
        inner = other.locations[0].place
        if inner is None or inner.id == outer.id:
            continue
        if outer.kind in {Kind.WATER, Kind.LANDFORM} and inner.kind in _FINE:
            return dataclasses.replace(site, role="container")
        if site.opening and outer.kind in _ROUGH and inner.kind in _FINE:
            if outer.country in {None, inner.country}:
                return dataclasses.replace(site, role="container")
        if outer.id in other.locations[0].within or (
            outer.kind in _ROUGH and gazetteer.contains(outer, inner)
        ):
            return dataclasses.replace(site, role="container")
        if (
            outer.kind is Kind.BORDER
            and inner.kind not in _ROUGH
            and inner.country
            and (inner.country in outer.id)
        ):
            return dataclasses.replace(site, role="container")
    return site


_FINE = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY})
_ROUGH = frozenset(
    {Kind.AREA, Kind.LANDFORM, Kind.REGION, Kind.SUBREGION, Kind.COUNTRY, Kind.WATER}
)


def _like(one: Toponym, other: Toponym) -> bool:
    """Whether two names may be items of one list: both countries or neither."""
    if one.place is None or other.place is None:
        return True
    return (one.place.kind is Kind.COUNTRY) == (other.place.kind is Kind.COUNTRY)


def common_area(locations: Sequence[Location], gazetteer: Gazetteer) -> Location:
    """One location for several: the composed area of the places, or their country when it is one.

    Up to eight places are composed to an area; more are told by what contains them all.
    """
    places = [x.place for x in locations if x.place is not None]
    if not places:
        return Location()
    if len(places) == 1:
        return next(x for x in locations if x.place is not None)
    first = next(x for x in locations if x.place is not None)
    countries = {p.country for p in places}
    wide = all(p.kind in {Kind.REGION, Kind.SUBREGION, Kind.COUNTRY, Kind.AREA} for p in places)
    if wide and len(places) <= 8:
        union = gazetteer.union_of(
            places, " and ".join((", ".join(p.name for p in places[:-1]), places[-1].name))
        )
        return Location(
            place=union,
            precision="area",
            within=(),
            how="the places named together",
            start=first.start,
            end=locations[-1].end,
        )
    code = next(iter(countries)) if len(countries) == 1 else None
    country = gazetteer.country(code) if code else None
    if country is None:
        return Location(how="several places in different countries")
    return Location(
        place=country,
        precision="country",
        within=(),
        how="what contains the places named together",
        start=first.start,
        end=locations[-1].end,
    )
