"""Which place names of a sentence belong together, and where they say that it happened.

In: a sentence. Out: `Site`s, groups of names that belong together ("Zolochiv, Kharkiv region",
"Sumy and Poltava"), each with the part it plays (`roles`). Nothing can go wrong.
"""

import dataclasses
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.lexicon import Form, english
from mapper.report.anaphora import points_there
from mapper.report.locations import FINE, locate
from mapper.report.model import Location
from mapper.report.naming import preposition
from mapper.report.nesting import (
    is_countryside,
    is_nested,
    is_wide,
    outer_of,
)
from mapper.report.roles import names_target, role_of
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym, Use

_FRONTING = english.words("sentence", "placing")
_JOINTS = english.words("places", "joints")
_OPENING = english.words("places", "opening")
_LEADING = english.words("places", "leading")
_GROUND = frozenset({"territory", "airspace", "soil"})
_NEARBY = frozenset({"near", "outside", "in", "from", "beside", "by"})
# Words between two places that drones came from, when one is unknown.
_LONGEST_GAP = 10
# Words from an unknown place to the division that it is said to lie in.
_UNKNOWN_WITHIN = 9
_BE = english.words("roles", "be")
# Behind a name that is a subject by itself: "fired from Yaroun, and Metula was hit".
_ALONE = frozenset({"was", "is", "has"})
_LISTING = english.words("places", "listing")
_ROUGH = frozenset(
    {Kind.AREA, Kind.LANDFORM, Kind.REGION, Kind.SUBREGION, Kind.COUNTRY, Kind.WATER}
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Places that a sentence names together and the part they play.

    `role` is `event`, `aim`, `origin`, `goal` (where somebody went), `home` (where those who
    were hurt live), `container` (around another site), `actor`, `speaker` or `aside`; `first` and
    `last` are tokens of the sentence, end exclusive; `opening` is True for "In Grayvoron ..." and a
    label, which govern the sentence.
    """

    locations: tuple[Location, ...]
    role: str
    first: int
    last: int
    opening: bool = False
    demonym: bool = False

    @property
    def is_known(self) -> bool:
        """Whether a gazetteer knows one of the places."""
        return any(x.place is not None for x in self.locations)


def _usable(toponym: Toponym) -> bool:
    return toponym.use is Use.LITERAL and not (
        toponym.place is not None and toponym.place.kind is Kind.CONTINENT
    )


def _names_ground(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether a country's ground is meant: "before it crossed into Israeli territory"."""
    behind = sentence.word(sentence.token_at(toponym.end - 1) + 1)
    return (
        toponym.use is Use.DEMONYM
        and behind in _GROUND
        and toponym.place is not None
        and toponym.place.kind is Kind.COUNTRY
    )


def find_sites(sentence: Sentence, gazetteer: Gazetteer) -> list[Site]:
    """Find the groups of place names in a sentence, in order."""
    named = [
        t
        for t in sentence.toponyms
        if _usable(t) or names_target(sentence, t) or _names_ground(sentence, t)
    ]
    if not named:
        return []
    groups, around = _grouped(sentence, named, gazetteer)
    sites: list[Site] = []
    for group in groups:
        kept = [t for t in group if id(t) not in around] or [group[0]]
        if all(t.place is None for t in kept):
            kept = [t for t in group if t.place is not None] or kept
        kept = _innermost(sentence, kept, gazetteer)
        locations = _locations(kept, gazetteer)
        sites.append(_site(sentence, group, locations, foremost=not sites))
    sites = _listed_on(sentence, _led(sentence, _placed_beside(sentence, sites)))
    return [_as_container(sentence, s, sites, gazetteer) for s in _once(sites)]


def _placed_beside(sentence: Sentence, sites: list[Site]) -> list[Site]:
    """Put a place that no gazetteer knows where the words behind it say.

    "Muwasi, the coastal area west of Khan Younis", "Zee Kone, a village near Kanbalu".
    """
    kept: list[Site] = []
    for site in sites:
        before = kept[-1] if kept else None
        gap = list(sentence.words[before.last : site.first]) if before else []
        if (
            before is not None
            and not before.is_known
            and site.is_known
            and gap[:1] == [","]
            and gap[1:2] in (["a"], ["an"], ["the"], ["some"])
            and len(gap) <= _UNKNOWN_WITHIN
            and "," not in gap[1:]
            and gap[-1] in _NEARBY | {"of"}
        ):
            kept[-1] = dataclasses.replace(before, locations=site.locations, last=site.last)
            continue
        kept.append(site)
    return kept


def _listed_on(sentence: Sentence, sites: list[Site]) -> list[Site]:
    """Let a list go on: "launched from Kursk and Oryol; Millerovo, Rostov Oblast; and Yeysk"."""
    kept: list[Site] = []
    for site in sites:
        before = kept[-1] if kept else None
        if before is not None and before.role == "origin" and site.role == "event":
            gap = list(sentence.words[before.last : site.first])
            joined = len(gap) <= 4 and set(gap) <= _LISTING and bool(set(gap) & _JOINTS)
            listed = joined or _names_on(sentence, before, site)
            if listed and not _is_subject(sentence, site):
                kept.append(dataclasses.replace(site, role="origin"))
                continue
        kept.append(site)
    return kept


def _names_on(sentence: Sentence, before: Site, site: Site) -> bool:
    """Whether only an unknown name stands between: "from Kursk and Cape Chauda in Crimea"."""
    inside = sentence.tokens[before.last : site.first]
    words = [t.lower for t in inside]
    small = _LISTING | {"(", ")", "of", "the", "in", "occupied", "temporarily"}
    if words and set(words) <= {"in", "the", "occupied", "temporarily", "annexed"}:
        # what the last of them lies in; "fired from Russia in the Sumy region" fell there
        return all(x.place is None or x.place.kind is not Kind.COUNTRY for x in before.locations)
    return (
        len(words) <= _LONGEST_GAP
        and "and" in words
        and all(t.lower in small or t.text[:1].isupper() for t in inside)
    )


def _is_subject(sentence: Sentence, site: Site) -> bool:
    """Whether a verb follows: "fired from Yaroun, and Metula was hit"."""
    return sentence.word(site.last) in _BE or any(
        m.first == site.last and m.entry.form is Form.PAST for m in sentence.of("trigger")
    )


def _led(sentence: Sentence, sites: list[Site]) -> list[Site]:
    """Take where a road leads or what was fired across for the place when there is no other."""
    led = next((s for s in sites if s.role == "led"), None)
    if led is None:
        return sites
    eventful = {sentence.clause[m.first] for m in sentence.of("trigger")}
    around = [s for s in sites if s.role == "event" and _is_around(sentence, led, s)]
    placed = any(s.role == "event" and all(s is not a for a in around) for s in sites)
    taken = not placed and sentence.clause[led.first] in eventful and not points_there(sentence)
    roles = {id(led): "event" if taken else "aside"}
    roles |= {id(s): "container" for s in around if taken}
    roles |= {id(s): "aside" for s in sites if s.role == "led" and s is not led}
    return [dataclasses.replace(s, role=roles.get(id(s), s.role)) for s in sites]


def _is_around(sentence: Sentence, inner: Site, site: Site) -> bool:
    """Whether a place is told around another: "the road to Beit Jinn, in the Damascus region"."""
    gap = list(sentence.words[inner.last : site.first])
    within = {ident for x in inner.locations for ident in x.within}
    holds = all(x.place is not None and x.place.id in within for x in site.locations)
    return holds or (len(gap) <= 4 and gap[:1] == [","] and "in" in gap)


def _grouped(
    sentence: Sentence, named: Sequence[Toponym], gazetteer: Gazetteer
) -> tuple[list[list[Toponym]], set[int]]:
    """Put names that belong together into groups.

    Also returns which of them (by `id`) only tell where another of their group lies.
    """
    groups: list[list[Toponym]] = []
    around: set[int] = set()
    previous: Toponym | None = None
    for toponym in named:
        if previous is None:
            groups.append([toponym])
            previous = toponym
            continue
        a = sentence.token_at(previous.end - 1) + 1
        b = sentence.token_at(toponym.start)
        gap = list(sentence.words[a:b])
        behind = sentence.token_at(toponym.end - 1) + 1
        follows = {sentence.word(behind), sentence.word(behind + 1)}
        listed = (
            gap == [",", "in"] and "and" in follows and sentence.word(behind + 1) in {"in", "and"}
        )
        outer = outer_of(previous, toponym, gap, gazetteer, listed=listed)
        if outer is None and gap[-2:] == ["in", "the"] and is_countryside(sentence, toponym):
            outer = toponym
        if outer is not None:
            around.add(id(outer))
            if outer is previous and len(groups[-1]) > 1 and is_wide(toponym):
                around.add(id(toponym))  # "the refinery on Russia's Volga river"
            groups[-1].append(toponym)
        elif (
            _listed(gap)
            and not _is_fronted(sentence, b)
            and not toponym.relation
            and _like(previous, toponym)
            and sentence.word(sentence.token_at(toponym.end - 1) + 1) not in _ALONE
        ):
            groups[-1].append(toponym)
        else:
            groups.append([toponym])
        previous = toponym
    return groups, around


def _is_fronted(sentence: Sentence, first: int) -> bool:
    """Whether a place opens a clause of its own: "..., in Izium a woman was hurt"."""
    at = first - 1 - (sentence.word(first - 1) == "the")
    opener = sentence.clause.index(sentence.clause[max(at, 0)])
    behind = opener == at - 1 and sentence.word(opener) in _OPENING
    return at > 0 and (opener == at or behind) and sentence.word(at) in _FRONTING


def _listed(gap: Sequence[str]) -> bool:
    """Whether the words between two names are those of a list: "Sumy, Poltava and Odesa"."""
    return 0 < len(gap) <= 5 and set(gap) <= _JOINTS and bool(set(gap) & {",", "and", "&", "or"})


def _locations(named: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Location, ...]:
    """Locate names, each place once; those that no gazetteer knows only when all are unknown."""
    unique: dict[str, Location] = {}
    for toponym in named:
        location = locate(toponym, gazetteer, "said in the same sentence")
        unique.setdefault(location.place.id if location.place else f"?{toponym.name}", location)
    known = tuple(x for x in unique.values() if x.place is not None)
    return known or tuple(unique.values())


def _site(
    sentence: Sentence,
    group: Sequence[Toponym],
    locations: tuple[Location, ...],
    *,
    foremost: bool,
) -> Site:
    """Make the site of a group; a name that only describes may be the place when it is foremost."""
    first = sentence.token_at(group[0].start)
    last = sentence.token_at(group[-1].end - 1) + 1
    role = role_of(sentence, first, last, group[0])
    if role == "event" and len(locations) == 2 and preposition(sentence, first)[0] == "between":
        locations = (_on_the_way(locations),)
    if role == "describing":
        role = "event" if foremost else "aside"
    prep, at = preposition(sentence, first)
    begin = next((j for j in range(first) if sentence.word(j) not in _LEADING), 0)
    opening = (
        role == "event"
        and at <= begin
        and (prep in _OPENING or at < begin)
        and not any(m.first == last for m in sentence.of("trigger"))
    )
    return Site(locations=locations, role=role, first=first, last=last, opening=opening)


def _on_the_way(ends: Sequence[Location]) -> Location:
    """Give one location for "on the road between A and B": at A, as far as anybody can tell."""
    names = " and ".join(x.place.name for x in ends if x.place is not None)
    return dataclasses.replace(ends[0], precision="area", how=f"between {names}", end=ends[1].end)


def _once(sites: Sequence[Site]) -> list[Site]:
    """Leave out sites that say a place again: "Varzob district of Batken" when both are Batken."""
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
    """Leave out names that hold another one of the group, unless joined by "and".

    "Marte, in Nigeria's Borno State" is Marte.
    """
    kept = []
    for toponym in named:
        holds = any(o is not toponym and is_nested(toponym, o, gazetteer) for o in named)
        at = sentence.token_at(toponym.start)
        joined = "and" in {sentence.word(at - 1), sentence.word(at - 2)}
        if not holds or joined:
            kept.append(toponym)
    return kept or named


def _tells(sentence: Sentence, site: Site) -> bool:
    """Whether something happened in the clause of a place."""
    clause = sentence.clause[site.first]
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    return any(sentence.clause[m.first] == clause for m in told)


def _as_container(
    sentence: Sentence, site: Site, sites: Sequence[Site], gazetteer: Gazetteer
) -> Site:
    """Mark a site that only holds another of the sentence: "In North Kordofan ... out of Bara"."""
    outer = site.locations[0].place if len(site.locations) == 1 else None
    if site.role != "event" or outer is None:
        return site
    for other in sites:
        if other is site or other.role != "event" or len(other.locations) != 1:
            continue
        inner = other.locations[0].place
        if inner is None or inner.id == outer.id:
            continue
        if _is_fronted(sentence, other.first) and _tells(sentence, site):
            continue  # "In Kherson a man was killed, in Bilozerka a woman was hurt."
        area = outer.kind is Kind.AREA and outer.country == inner.country is not None
        if (outer.kind in {Kind.WATER, Kind.LANDFORM} or area) and inner.kind in FINE:
            return dataclasses.replace(site, role="container")
        if (
            site.opening
            and outer.kind in _ROUGH
            and (
                inner.kind in FINE
                or (
                    outer.kind in {Kind.AREA, Kind.COUNTRY}
                    and inner.kind in {Kind.REGION, Kind.SUBREGION}
                )
            )
            and outer.country in {None, inner.country}
        ):
            return dataclasses.replace(site, role="container")
        apart = sentence.clause[site.first] != sentence.clause[other.first]
        own = apart and _tells(sentence, site)  # "In Kherson two died; a man was hurt in Bilozerka"
        if site.opening and not own and is_seat_around(outer, inner, gazetteer):
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


def is_seat_around(outer: Place, inner: Place, gazetteer: Gazetteer) -> bool:
    """Whether a town stands for its region: "In Daraa, artillery shelled the outskirts of Nawa"."""
    if outer.kind is not Kind.SETTLEMENT or inner.kind is not Kind.SETTLEMENT:
        return False
    region = gazetteer.place(inner.admin1_id) if inner.admin1_id else None
    seat = gazetteer.capital_of(region) if region is not None else None
    return seat is not None and seat.id == outer.id


def without_seats(locations: list[Location], gazetteer: Gazetteer) -> list[Location]:
    """Leave out the town that stands for its region in a heading: "Mayadin, Deir ez-Zor"."""
    if len(locations) != 2 or locations[0].place is None or locations[1].place is None:
        return locations
    outer, inner = locations[1].place, locations[0].place
    told = outer.id in locations[0].within or is_seat_around(outer, inner, gazetteer)
    return locations[:1] if told else locations


def _like(one: Toponym, other: Toponym) -> bool:
    """Whether two names may be items of one list: both countries or neither."""
    if one.place is None or other.place is None:
        return True
    return (one.place.kind is Kind.COUNTRY) == (other.place.kind is Kind.COUNTRY)
