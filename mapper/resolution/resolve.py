"""Choose a place for each toponym of a document.

In: the text, its toponyms, the gazetteer, and the country that the article is known to be about,
if any. Out: the same toponyms with candidates, place and confidence. An unknown or ambiguous name
stays without a place; `reason` says which.
"""

import bisect
import dataclasses
import math
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.resolution.derive import derive
from mapper.resolution.groups import Group, Key, find_peers, key_of, make_groups
from mapper.resolution.settle import is_elsewhere, settle
from mapper.toponym.model import Candidate, Toponym, Use
from mapper.toponym.words import Words, load

_KEPT = 5
# Two senses this close to each other in share are not told apart.
_CLOSE = 0.05
# Candidates this near each other are one answer on any map.
_SAME_KM = 50.0
# A container this sure rules out places elsewhere.
# Characters: what is this near in the text counts more; what is nowhere near counts as far.
_NEARBY = 300.0
_FAR = 5000
_SURE_HOLDER = 0.8
# People; a town of so many is named in texts about other countries.
_KNOWN_PEOPLE = 200_000
# Of smaller ones in texts about other countries few were right on marked news texts (1 of 21).
_STRANGE = 0.3
_STRANGER = 0.15
# People of a village, and the part of a text about its country from which on it may be meant: a
# report on Congo that names Angola once is not about the Angolan Bimbe.
_VILLAGE = 2_000
_BESIDE = 0.15
# How right the place of a part of a name is, and the container of one that the gazetteer lacks.
_GUESSED = 0.25
_HELD = 0.75
# How right a place is whose name is spelt otherwise.
_RESPELT = 0.7
# Shares are surer than they are right: so much the logarithm of their odds is divided by, and
# nothing is surer than this. Set on marked news texts; `docs/geoparser.md` has the table.
_TEMPERATURE = 1.4
_SUREST = 0.99


@dataclasses.dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the rest of the document offers: containers by folded name, weights of countries."""

    holders: dict[str, Candidate]
    countries: dict[str, float]


def resolve(
    text: str,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    country_hint: str | None = None,
    derived: bool = True,
    words: Words | None = None,
) -> list[Toponym]:
    """Resolve `toponyms`, in their order; the same input gives the same answer.

    Parameters
    ----------
    country_hint
        ISO 3166-1 alpha-2 code of the country that the article is about; None when unknown.
    derived
        Whether composed phrases get their place too; it costs geometry, and plain names do without.
    """
    lists = words or load()
    names = [name for toponym in toponyms for name in (toponym.inner or (toponym,)) if name.name]
    keys = {id(name): key_of(text, name, lists) for name in names}
    groups = make_groups(names, keys, gazetteer, lists)
    find_peers(text, names, keys, groups)
    settle(list(groups.values()), country_hint)
    main = _countries(groups, country_hint)
    holders = _holders(groups)
    surroundings = _Surroundings(holders, main)
    found = []
    for toponym in toponyms:
        if toponym.inner or toponym.definite:
            inner = tuple(
                _decide(name, groups[keys[id(name)]], surroundings) for name in toponym.inner
            )
            composed = dataclasses.replace(toponym, inner=inner)
            if not derived:
                found.append(composed)
                continue
            countries = _before(toponym, inner, groups, main)
            region = _region_before(toponym, groups)
            found.append(derive(composed, countries, region, gazetteer))
        else:
            found.append(_decide(toponym, groups[keys[id(toponym)]], surroundings))
    return found


def _countries(groups: dict[Key, Group], country_hint: str | None) -> dict[str, float]:
    """Weigh the countries that the document speaks of."""
    weights: dict[str, float] = {country_hint: 3.0} if country_hint else {}
    for group in groups.values():
        if not group.matches:
            continue
        best = group.best()
        place = group.matches[best].place
        if place.country is not None and group.share[best] > 0.4:
            # Places tell more about where things happen than nations, which act abroad.
            worth = group.count if place.kind is Kind.COUNTRY else 2.0 * group.count
            if group.demonym:
                worth = 0.5 * group.count
            weights[place.country] = weights.get(place.country, 0.0) + worth
    return weights


def _before(
    toponym: Toponym, inner: tuple[Toponym, ...], groups: dict[Key, Group], main: dict[str, float]
) -> list[str]:
    """Order the document's countries for a description: by weight and nearness in the text.

    "The capital" is of a country spoken of before; the other side of a border may be told after it.
    """
    own = {name.place.country for name in inner if name.place is not None}
    both_sides = toponym.kind_said == "border"
    gaps: dict[str, int] = {}
    for group in groups.values():
        if not group.matches or group.demonym and not both_sides:
            continue
        place = group.matches[group.best()].place
        if both_sides and place.kind is Kind.COUNTRY and not group.demonym:
            continue  # a country that acts tells less of a border than the towns around
        country = place.country
        index = bisect.bisect_left(group.at, toponym.start)
        for at in group.at[max(0, index - 1) : index + 1]:
            gap = toponym.start - at
            if country is not None and (gap > 0 or both_sides):
                gaps[country] = min(gaps.get(country, _FAR), abs(gap))

    def rank(code: str) -> tuple[float, str]:
        return (-main[code] * (1.0 + 4.0 * math.exp(-gaps.get(code, _FAR) / _NEARBY)), code)

    return sorted((code for code in main if code not in own), key=rank)


def _region_before(toponym: Toponym, groups: dict[Key, Group]) -> Place | None:
    """Give the region named last before `toponym`."""
    best: tuple[int, Place] | None = None
    for group in groups.values():
        if group.matches:
            place = group.matches[group.best()].place
            index = bisect.bisect_left(group.at, toponym.start)
            at = group.at[index - 1] if index else -1
            if place.kind is Kind.REGION and index and (best is None or at > best[0]):
                best = at, place
    return best[1] if best is not None else None


def _holders(groups: dict[Key, Group]) -> dict[str, Candidate]:
    """Give, by folded name, the places that others can be said to lie in."""
    found: dict[str, Candidate] = {}
    for group in groups.values():
        if group.matches and not group.guessed:
            best = group.best()
            candidate = Candidate(place=group.matches[best].place, score=group.share[best])
            name = group.name.casefold()
            if name not in found or candidate.score > found[name].score:
                found[name] = candidate
    return found


def _decide(toponym: Toponym, group: Group, around: _Surroundings) -> Toponym:
    holders = around.holders
    held = [] if group.demonym else [holders[n] for n in group.within if n in holders]
    if not group.matches:
        return _missing(toponym, held)
    ranked = sorted(
        zip(group.share, group.matches, strict=True), key=lambda item: (-item[0], item[1].place.id)
    )
    candidates = tuple(Candidate(place=match.place, score=share) for share, match in ranked[:_KEPT])
    best = candidates[0]
    if held and any(
        holder.score > _SURE_HOLDER and is_elsewhere(best.place, holder.place) for holder in held
    ):
        return dataclasses.replace(_missing(toponym, held), candidates=candidates)
    if _is_ambiguous(toponym, candidates):
        return dataclasses.replace(
            toponym, candidates=candidates, reason="ambiguous: several places fit equally well"
        )
    reason = "only the name without its last word is known" if group.guessed else ""
    if group.respelt:
        reason = f"known as {best.place.name!r}"
    return dataclasses.replace(
        toponym,
        place=best.place,
        confidence=_calibrated(best.score)
        * (_RESPELT if group.respelt else 1.0)
        * (_GUESSED if group.guessed else _familiarity(group, around)),
        candidates=candidates,
        reason=reason,
    )


def _calibrated(share: float) -> float:
    """Give how often an answer with this share is right."""
    if share <= 0.0 or share >= 1.0:
        return min(max(share, 0.0), _SUREST)
    odds = math.exp(math.log(share / (1.0 - share)) / _TEMPERATURE)
    return min(odds / (1.0 + odds), _SUREST)


def _familiarity(group: Group, around: _Surroundings) -> float:
    """Say how far to trust the only place of a name: a small one in a country of its own, less."""
    match = group.matches[group.best()]
    place = match.place
    if place.kind not in {Kind.SETTLEMENT, Kind.SUBREGION, Kind.DISTRICT} or group.within:
        return 1.0
    elsewhere = sum(around.countries.values()) - around.countries.get(place.country or "", 0.0)
    # A place adds two for each time it is named (see `_countries`).
    own = 2.0 * group.count
    beside = around.countries.get(place.country or "", 0.0) - own
    # Of two names of two countries, the one by which its place is known is not the stranger.
    least = 4.0 if match.preferred else 2.0
    if elsewhere < least or place.population >= _KNOWN_PEOPLE:
        return 1.0
    few = match.preferred and place.population < _VILLAGE and beside < _BESIDE * elsewhere
    if beside > 0.0 and not few:
        return 1.0
    if match.preferred and own >= elsewhere:
        return 1.0  # the text is as much about this place as about all others
    return _STRANGE if match.preferred else _STRANGER


def _missing(toponym: Toponym, held: list[Candidate]) -> Toponym:
    """Give `toponym` the place that it is said to lie in, since its own is not known."""
    if not held:
        return dataclasses.replace(toponym, missing=True, reason="not in the gazetteer")
    holder = held[0]
    return dataclasses.replace(
        toponym,
        missing=True,
        place=holder.place,
        confidence=_HELD * _calibrated(holder.score),
        reason=f"not in the gazetteer; {holder.place.name}, which it is said to lie in, is given",
    )


def _is_ambiguous(toponym: Toponym, candidates: tuple[Candidate, ...]) -> bool:
    if len(candidates) < 2 or toponym.use is Use.DEMONYM:
        return False
    one, other = candidates[0], candidates[1]
    if one.score > 0.5 or one.score - other.score > _CLOSE:
        return False
    north = (one.place.lat - other.place.lat) * 111.2
    east = (one.place.lon - other.place.lon) * 111.3 * math.cos(math.radians(one.place.lat))
    return math.hypot(north, east) > _SAME_KM
