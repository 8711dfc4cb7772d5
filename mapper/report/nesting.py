"""Which of two place names holds the other: a region its town, a town its district.

In: toponyms of one sentence and the words between them. Out: yes or no, and the outermost name.
Nothing can go wrong.
"""

import math
from collections.abc import Sequence

from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.lexicon import english
from mapper.report.locations import FINE
from mapper.report.sentence import Sentence
from mapper.toponym.model import Toponym

_LINKS = english.words("places", "links")
_PARTS_OF_TOWNS = english.words("places", "parts_of_towns")
# How far from a region's middle, or a town's, a place may lie that is told to be in it.
_REGION_KM, _TOWN_KM = 250.0, 40.0
_NEARBY = frozenset({"near", "outside", "in", "from", "beside", "by"})
# Between a district and a town in it: "in Vovchansk district, outside the village of Saltiv".
_OF_TOWNS = _NEARBY | {",", "the", "of", "village", "town", "settlement", "hamlet", "city"}
# Words from an unknown place to the division that it is said to lie in.
_UNKNOWN_WITHIN = 9
_COUNTRYSIDE = frozenset({"countryside", "hinterland", "suburbs", "outskirts"})
_LARGE_DIVISIONS = english.words("places", "large_divisions")
_DIVISIONS = english.words("places", "divisions")
_AROUND = frozenset({",", "in", "the"})


def is_nested(outer: Toponym, inner: Toponym, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer says that one of two known places holds the other; a border never."""
    if outer.place is None or inner.place is None or outer.place.id == inner.place.id:
        return False
    if inner.place.kind is Kind.BORDER:
        return False
    return gazetteer.contains(outer.place, inner.place)


def outer_of(
    previous: Toponym,
    toponym: Toponym,
    gap: Sequence[str],
    gazetteer: Gazetteer,
    *,
    listed: bool = False,
) -> Toponym | None:
    """Tell which of two neighbours is only around the other: "Zolochiv, Kharkiv region".

    `listed` says that another item of a list follows: "in Kherson, in Bilozerka and in Beryslav".
    """
    if _holds_camp(previous, toponym, gap):
        return toponym
    if gap[-1:] == [","] and len(gap) <= 2 and toponym.text in previous.within:
        return toponym  # "Kantharalak district, Si Sa Ket", by whatever the second is known
    if (
        len(gap) == 2
        and gap[0] in _DIVISIONS
        and gap[1] == "of"
        and _same_country(previous, toponym)
    ):
        return toponym  # "Kantharalak district of Si Sa Ket"
    if _holds_unknown(previous, toponym, gap) or "countryside" in gap:
        return toponym
    if _is_in_division(previous, toponym, gap):
        return previous
    if not listed and _is_told_in(previous, toponym, gap):
        return toponym
    if len(gap) > 6 or not all(w in _LINKS for w in gap):
        return None
    # "Bandiagara, central Mali": a part of the country around a place, wherever its line is drawn.
    if set(gap) <= _AROUND and toponym.parts and previous.place is not None and toponym.place:
        fine = previous.place.kind in FINE and previous.place.country == toponym.place.country
        if fine:
            return toponym
    if gap[:1] == [","] and _rank(previous) < _rank(toponym):
        return toponym
    natural = previous.place is not None and previous.place.kind in {Kind.BORDER, Kind.WATER}
    line = natural and "in" in gap
    # "On the left bank of the Dnipro, in Oleshky" is in Oleshky.
    if line and gap[:1] == [","] and toponym.place is not None and toponym.place.kind in FINE:
        return previous
    beside = _is_natural(toponym) and bool(set(gap) & {"on", "along", "by", "off"})
    beside = beside or (_is_natural(toponym) and gap[:1] == [","] and "in" in gap)
    if line or beside or is_nested(toponym, previous, gazetteer):
        return toponym
    if is_nested(previous, toponym, gazetteer) and "and" not in gap:
        return previous
    return None


def _is_told_in(previous: Toponym, toponym: Toponym, gap: Sequence[str]) -> bool:
    """Whether the words put a place into another, whatever the gazetteer knows of their borders.

    "Al-Mawasi, in western Khan Younis", "the Khor Mor gas field in Sulaymaniyah province".
    """
    inner, outer = previous.place, toponym.place
    if inner is None or outer is None or inner.kind not in FINE or inner.id == outer.id:
        return False
    division = outer.kind in {Kind.REGION, Kind.SUBREGION}
    said = [word for word in gap if word != "the"]
    if said == [",", "to"] and toponym.parts:
        return inner.country == outer.country  # "in Jamundí, to the south of Cali"
    same = inner.admin1_id is not None and inner.admin1_id == outer.admin1_id
    if said == [",", "in"] and same and outer.kind is Kind.SETTLEMENT:
        return inner.population < outer.population  # "in Kantharalak, in Si Sa Ket"
    if said not in (["in"], [",", "in"]) or not (division or toponym.parts or said[0] == ","):
        return False
    reach = _REGION_KM if division else _TOWN_KM
    return inner.country == outer.country and _are_near(inner, outer, reach)


def _are_near(one: Place, other: Place, km: float) -> bool:
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.3 * math.cos(math.radians(one.lat))
    return math.hypot(north, east) <= km


def _same_country(previous: Toponym, toponym: Toponym) -> bool:
    one, other = previous.place, toponym.place
    return one is not None and other is not None and one.country == other.country


def _holds_unknown(previous: Toponym, toponym: Toponym, gap: Sequence[str]) -> bool:
    """Whether a place that no gazetteer knows is put into a division.

    "Gendeweyin, in the East Gojam zone of the Amhara region": the words between may be names, too.
    """
    if previous.place is not None or not _is_division(toponym):
        return False
    return (
        2 <= len(gap) <= _UNKNOWN_WITHIN
        and gap[0] == ","
        and gap[1] == "in"
        and ("," not in gap[1:] and gap[-1] in {"in", "the", "of", "neighbouring", "neighboring"})
    )


def _is_in_division(previous: Toponym, toponym: Toponym, gap: Sequence[str]) -> bool:
    """Whether a district is told first: "in Vovchansk district, outside the village of Saltiv"."""
    inner, outer = toponym.place, previous.place
    return (
        previous.kind_said in _DIVISIONS
        and "," in gap[:2]
        and _OF_TOWNS.issuperset(word for word in gap if word not in _DIVISIONS)
        and bool(_NEARBY & set(gap))
        and inner is not None
        and outer is not None
        and inner.kind in FINE
        and inner.country == outer.country
        and _are_near(inner, outer, _REGION_KM)
    )


def _is_division(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.kind in {
        Kind.REGION,
        Kind.SUBREGION,
        Kind.COUNTRY,
    }


def is_wide(toponym: Toponym) -> bool:
    """Whether a name means an area: a division, a river, "northern Sumy"."""
    return _is_natural(toponym) or bool(toponym.parts) or _is_division(toponym)


def _is_natural(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.kind in {Kind.WATER, Kind.LANDFORM}


def _holds_camp(previous: Toponym, toponym: Toponym, gap: Sequence[str]) -> bool:
    """Whether "in" puts a part into what follows: "the Bureij refugee camp in central Gaza"."""
    inside = list(gap[:-1]) if gap[-1:] == ["the"] else list(gap)
    kinds = inside[:-1]
    one, other = previous.place, toponym.place
    return (
        inside[-1:] == ["in"]
        and 0 < len(kinds) <= 3
        and all(word in _PARTS_OF_TOWNS for word in kinds)
        and one is not None
        and other is not None
        and one.id != other.id
        and one.country == other.country
    )


def is_countryside(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether what lies around a town is meant: "in the Damascus countryside"."""
    return sentence.word(sentence.token_at(toponym.end - 1) + 1) in _COUNTRYSIDE


def _rank(toponym: Toponym) -> int:
    """How large a part of a country the text calls it: "Singu Township, Mandalay Region"."""
    said = toponym.kind_said or toponym.text.rpartition(" ")[2].lower()
    return 2 if said in _LARGE_DIVISIONS else int(said in _DIVISIONS)
