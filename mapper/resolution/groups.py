"""The names of a document, each with the places it could mean.

In: toponyms and the gazetteer. Out: one `Group` for each name, kind said and container said,
since a name means one place throughout a document. Base scores are logarithms: a difference of 1
makes a place 2.7 times as likely.
"""

import dataclasses
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from mapper.gazetteer import Gazetteer, Kind, Match, Place
from mapper.resolution.cohesion import cohesion
from mapper.resolution.spelling import respellings
from mapper.toponym.model import Toponym, Use
from mapper.toponym.words import Words

_CANDIDATES = 8  # likeliest ones, always kept
_CANDIDATES_IN_REACH = 24  # with those that lie in a region or country that the text names
# How far the prior counts: measured on news texts, where the famous place is meant more often than
# its share of people says.
_PRIOR = 1.0
# Which district is meant depends on the town, hardly on the number of its people.
_PART_PRIOR = 0.4
_KIND_SAID = 6.0
_BARE_SUBREGION = -1.5
# Of a region and the town that it is named after the bare name means the town, if it is a big part.
_BARE_REGION = -1.0
_SMALL_SHARE = 0.06
# A region that is hardly more than its city ("Kyiv City") is never meant by the bare name.
_CITY_SHARE = 0.6
_BARE_CITY_REGION = -4.0
_BARE_SMALL_SETTLEMENT = -1.0
_BARE_COUNTRY = 1.5
_ALTERNATE = -1.0
_HINT = 4.0
# A rare candidate with this much company (log score) is considered.
_COMPANY = 0.8

KINDS_OF: dict[str, tuple[Kind, ...]] = {
    "region": (Kind.REGION, Kind.AREA, Kind.SUBREGION),
    "subregion": (Kind.SUBREGION, Kind.REGION),
    "district": (Kind.DISTRICT, Kind.SUBREGION, Kind.SETTLEMENT),
    "part": (Kind.DISTRICT,),
    "settlement": (Kind.SETTLEMENT,),
    "facility": (Kind.FACILITY, Kind.SETTLEMENT),
    "water": (Kind.WATER,),
    "landform": (Kind.LANDFORM, Kind.AREA),
    "area": (Kind.AREA, Kind.REGION, Kind.SETTLEMENT),
    "country": (Kind.COUNTRY,),
}
# Only these are spelt by ear; the world's seas and countries have one spelling.
_RESPELT = frozenset((Kind.SETTLEMENT, Kind.DISTRICT, Kind.SUBREGION, Kind.REGION))
# A name whose likeliest place has this weight tells which country the text is about.
_CLEAR = 0.5
_NATURE = frozenset(
    (Kind.WATER, Kind.LANDFORM, Kind.AREA, Kind.REGION, Kind.COUNTRY, Kind.CONTINENT)
)
Key = tuple[str, str, str, str]
# A river against the town or country of its name, before the article is considered.
_RIVER_WEIGHT = 0.1
# How far beside a name its office is looked for, in characters.
_HINT_REACH = 24
_REGION_HINT, _TOWN_HINT, _NATURE_HINT = "region", "town", "nature"
_HINTED = {
    _REGION_HINT: (Kind.REGION,),
    _TOWN_HINT: (Kind.SETTLEMENT,),
    _NATURE_HINT: (Kind.WATER, Kind.LANDFORM, Kind.AREA, Kind.CONTINENT),
}
_FOLLOWING = re.compile(r"\s*([^\W\d_]+)")
# "On the far bank of the Dnipro": the river, whatever follows.
_BESIDE_WATER = re.compile(r"\b(?:banks?|shores?|mouth|waters) of the $")
_LIST_GAP = 7
_LONGEST_LIST = 12  # names
_LIST_SIGNS = frozenset((",", "and", ", and", "or", ", or", "&", ";", "/"))
_WORD = re.compile(r"[^\W\d_]+")


@dataclasses.dataclass(slots=True)
class Group:
    """One name of the document with its candidates; `share` is how likely each is, summing to 1.

    `company` says how many other names have a place near each candidate (`cohesion`), `within`
    holds the keys of the names that the text puts this one into, `at` where it stands. `guessed`
    is set when only a part of the name is known, `respelt` when only another spelling is.
    """

    name: str
    kinds: tuple[Kind, ...]
    matches: list[Match]
    base: list[float]
    share: list[float]
    at: list[int]
    within: tuple[str, ...] = ()
    demonym: bool = False
    guessed: bool = False
    respelt: bool = False
    hint: str = ""
    company: list[float] = dataclasses.field(default_factory=list)
    peers: "list[Group]" = dataclasses.field(default_factory=list)

    @property
    def count(self) -> int:
        """How often the name stands in the document."""
        return len(self.at)

    @property
    def weight(self) -> float:
        """How much the group counts when others ask what the document is about."""
        return (1.0 + math.log(len(self.at))) * (0.5 if self.demonym else 1.0)

    def best(self) -> int:
        """Give the number of the likeliest candidate."""
        return self.share.index(max(self.share))


def key_of(text: str, toponym: Toponym, words: Words) -> Key:
    """Give the key under which `toponym` shares its sense with others."""
    return (
        toponym.name.casefold(),
        toponym.kind_said or "",
        toponym.within[0].casefold() if toponym.within else "",
        _hint(text, toponym, words),
    )


def _hint(text: str, toponym: Toponym, words: Words) -> str:
    """Tell from the words beside a name what kind of place it is; empty when they tell nothing.

    An office ("Texas Governor", "mayor of X") is that of a region or a town, and an article belongs
    to nature: "the Dnipro" is the river.
    """
    behind = text[toponym.end : toponym.end + _HINT_REACH].casefold()
    ahead = text[max(0, toponym.start - _HINT_REACH) : toponym.start].casefold()
    if toponym.use is Use.EMBEDDED:
        near, before = _WORD.findall(behind)[:3], _WORD.findall(ahead)
        if before[-1:] == ["of"]:
            near = before[-2:-1]
        if any(word in words.region_offices for word in near):
            return _REGION_HINT
        return _TOWN_HINT if any(word in words.town_offices for word in near) else ""
    if _BESIDE_WATER.search(ahead) and toponym.kind_said is None:
        return _NATURE_HINT
    if ahead.endswith("the ") and toponym.kind_said is None:
        follows = _FOLLOWING.match(behind)
        if follows is None or follows.group(1) in words.after_nature:
            return _NATURE_HINT
    return ""


def make_groups(
    toponyms: Iterable[Toponym], keys: Mapping[int, Key], gazetteer: Gazetteer, words: Words
) -> dict[Key, Group]:
    """Group `toponyms` by their keys, which stand under their `id`, and look each name up once."""
    groups: dict[Key, Group] = {}
    for toponym in toponyms:
        key = keys[id(toponym)]
        if key in groups:
            groups[key].at.append(toponym.start)
            continue
        matches, guessed = _look_up(toponym, gazetteer, words)
        if key[-1] == _NATURE_HINT:
            matches = [*matches, *_rivers(toponym.name, matches, gazetteer)]
        groups[key] = Group(
            name=toponym.name,
            kinds=kinds_of(toponym.kind_said, words),
            matches=list(matches),
            base=[],
            share=[],
            at=[toponym.start],
            within=tuple(name.casefold() for name in toponym.within),
            demonym=bool(matches) and matches[0].naming == "demonym",
            guessed=guessed,
            hint=key[-1],
        )
    _tell_from_cities(groups)
    _respell(groups.values(), gazetteer, words)
    _cut(groups.values())
    for group in groups.values():
        group.at.sort()
        group.base = [
            _base(match, group) + near
            for match, near in zip(group.matches, group.company, strict=True)
        ]
        group.share = softmax(group.base)
    return groups


def _tell_from_cities(groups: dict[Key, Group]) -> None:
    """Take bare names for regions where the text calls the town "X City": Gaza and Gaza City."""
    named = {key[0] for key in groups}
    for key, group in groups.items():
        if not group.hint and not group.kinds and f"{key[0]} city" in named:
            group.hint = _REGION_HINT


def _respell(groups: Collection[Group], gazetteer: Gazetteer, words: Words) -> None:
    """Look names that are unknown as written up in other spellings, in countries of the text."""
    countries = {
        group.matches[0].place.country
        for group in groups
        if group.matches and group.matches[0].weight > _CLEAR
    } - {None}
    for group in groups:
        if group.matches or group.demonym:
            continue
        for spelt in respellings(group.name, words):
            group.matches = [
                match
                for match in gazetteer.lookup(spelt)
                if match.place.country in countries
                and match.place.kind in _RESPELT
                and (not group.kinds or match.place.kind in group.kinds)
            ]
            if group.matches:
                group.respelt = True
                break


def kinds_of(said: str | None, words: Words) -> tuple[Kind, ...]:
    """Give the gazetteer's kinds that the kind word `said` can mean, best first."""
    if not said:
        return ()
    kinds = [kind for name in words.kinds.get(said, ()) for kind in KINDS_OF[name]]
    return tuple(dict.fromkeys(kinds))


def _rivers(name: str, matches: Sequence[Match], gazetteer: Gazetteer) -> list[Match]:
    """Give the rivers that go by `name` without their kind word: "the Dnipro"."""
    held = {match.place.id for match in matches}
    return [
        dataclasses.replace(match, weight=_RIVER_WEIGHT)
        for match in gazetteer.lookup(f"{name} River")
        if match.place.kind is Kind.WATER and match.place.id not in held
    ]


def _is_nature(toponym: Toponym, words: Words) -> bool:
    """Whether the text says water or land by nature: a town of that name is something else."""
    return words.kinds.get(toponym.kind_said or "", ("",))[0] in {"water", "landform"}


def find_peers(
    text: str, toponyms: Iterable[Toponym], keys: Mapping[int, Key], groups: Mapping[Key, Group]
) -> None:
    """Note which names stand in one list: they are likely of one kind and country."""
    last: Toponym | None = None
    chain: list[Group] = []
    for toponym in sorted(toponyms, key=lambda t: t.start):
        group = groups[keys[id(toponym)]]
        is_next = last is not None and (
            toponym.start - last.end <= _LIST_GAP
            and text[last.end : toponym.start].strip().casefold() in _LIST_SIGNS
        )
        # "Paris, Texas" is no list.
        if not is_next or chain and chain[-1].within:
            chain = []
        for other in chain[-_LONGEST_LIST:]:
            if other is not group and other not in group.peers:
                group.peers.append(other)
                other.peers.append(group)
        chain.append(group)
        last = toponym


def _look_up(toponym: Toponym, gazetteer: Gazetteer, words: Words) -> tuple[Sequence[Match], bool]:
    """Look the name up with its kind word, alone, and without the words that only describe it."""
    if toponym.kind_said is not None and toponym.kind_said not in toponym.name.casefold():
        for full in (f"{toponym.name} {toponym.kind_said}", f"{toponym.kind_said} {toponym.name}"):
            found = [
                m
                for m in gazetteer.lookup(full)
                if m.place.kind in kinds_of(toponym.kind_said, words)
            ]
            if found:
                return _joined(found, gazetteer.lookup(toponym.name)), False
    found = list(gazetteer.lookup(toponym.name))
    if _is_nature(toponym, words):
        natural = [match for match in found if match.place.kind in _NATURE]
        # "the Spanish island of Ibiza": the town of that name is on it.
        if not natural and toponym.within and words.kinds[toponym.kind_said or ""][0] == "landform":
            return found, True
        found = natural
    if found:
        return found, False
    for spelt in _spellings(toponym.name, words):
        found = [m for m in gazetteer.lookup(spelt) if m.place.country == "UA"]
        if found:
            return found, False
    parts = toponym.name.split() or [""]
    if parts[-1].casefold() in words.facility_heads and not _is_nature(toponym, words):
        while len(parts) > 1:
            parts.pop()
            found = list(gazetteer.lookup(" ".join(parts)))
            if found:
                return found, True
    return (), False


def _spellings(name: str, words: Words) -> list[str]:
    """Give Ukrainian spellings of a name that is unknown as written ("Kievsky" -> "Kyivskyi")."""
    folded = name.casefold()
    spelt = []
    for russian, ukrainian in words.endings:
        if folded.endswith(russian) and not folded.endswith(ukrainian):
            stem = folded[: -len(russian)]
            for stem_ in dict.fromkeys(
                (stem, stem.replace("kiev", "kyiv"), stem.replace("g", "h"))
            ):
                spelt.append(stem_ + ukrainian)
    return spelt


def _joined(first: list[Match], rest: Sequence[Match]) -> list[Match]:
    """Put places of the full name before those of the bare one, at half the weight or more."""
    held = {match.place.id for match in first}
    scale = max(1.0, 0.5 / first[0].weight)
    return [
        *(dataclasses.replace(match, weight=scale * match.weight) for match in first),
        *(match for match in rest if match.place.id not in held),
    ]


def _cut(groups: Iterable[Group]) -> None:
    """Keep the likeliest candidates, and others where the text speaks of their surroundings."""
    groups = list(groups)
    countries: set[str] = set()
    regions: set[str] = set()
    for group in groups:
        for match in group.matches[:1]:
            if match.weight > 0.5:
                if match.place.country:
                    countries.add(match.place.country)
                if match.place.kind is Kind.REGION and match.place.admin1_id:
                    regions.add(match.place.admin1_id)
    names = [group.name.casefold() for group in groups]
    for group, scores in zip(groups, cohesion([g.matches for g in groups], names), strict=True):
        if len(scores) <= _CANDIDATES:
            group.company = scores
            continue
        order = sorted(
            range(_CANDIDATES, len(group.matches)),
            key=lambda n: (-_is_spoken_of(group, n, regions, countries), -scores[n], n),
        )
        kept = [
            n for n in order if scores[n] > _COMPANY or _is_spoken_of(group, n, regions, countries)
        ][: _CANDIDATES_IN_REACH - _CANDIDATES]
        numbers = [*range(_CANDIDATES), *kept]
        group.company = [scores[n] for n in numbers]
        group.matches = [group.matches[n] for n in numbers]


def _is_spoken_of(group: Group, number: int, regions: set[str], countries: set[str]) -> int:
    """Say whether a candidate is of the kind said or of a region (2) or country (1) of the text."""
    place = group.matches[number].place
    if place.admin1_id in regions or place.kind in group.kinds:
        return 2
    return int(place.country in countries)


def _base(match: Match, group: Group) -> float:
    """Score `match` by its prior, the kind said and the kind of place alone."""
    kind = match.place.kind
    is_part = kind is Kind.DISTRICT or kind is Kind.FACILITY and kind in group.kinds
    prior = _PART_PRIOR if is_part else _PRIOR
    score = prior * math.log(max(match.weight, 1e-7))
    if match.naming == "demonym":
        score += 3.0
    if group.kinds:
        if kind in group.kinds:
            score += _KIND_SAID - 0.8 * group.kinds.index(kind)
    elif kind is Kind.SUBREGION:
        score += _BARE_SUBREGION
    elif kind is Kind.COUNTRY:
        score += _BARE_COUNTRY
    elif kind is Kind.REGION or kind is Kind.SETTLEMENT:
        score += _bare(match.place, group.matches)
    if kind in _HINTED.get(group.hint, ()):
        score += _HINT
    if (
        kind is Kind.SETTLEMENT
        and not match.preferred
        and not _namesake(match.place, group.matches)
    ):
        score += _ALTERNATE
    return score


def _bare(place: Place, matches: Iterable[Match]) -> float:
    """Score a town and the region of its name by the town's part of the people."""
    if place.kind is Kind.SETTLEMENT:
        region = _namesake(place, matches)
        return _BARE_SMALL_SETTLEMENT if region and _part(place, region) < _SMALL_SHARE else 0.0
    parts = [
        _part(match.place, place)
        for match in matches
        if match.place.kind is Kind.SETTLEMENT and match.place.admin1_id == place.id
    ]
    if not parts or max(parts) < _SMALL_SHARE:
        return 0.0
    return _BARE_CITY_REGION if max(parts) >= _CITY_SHARE else _BARE_REGION


def _part(town: Place, region: Place) -> float:
    return town.population / region.population if region.population else 1.0


def _namesake(place: Place, matches: Iterable[Match]) -> Place | None:
    """Give the region that `place` lies in if it goes by the same name."""
    for match in matches:
        if match.place.id == place.admin1_id and match.place.kind is Kind.REGION:
            return match.place
    return None


def softmax(scores: list[float]) -> list[float]:
    """Turn log scores into shares that sum to 1."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
