"""What a feature of GeoNames is to the gazetteer: its kind, its weight, the names worth filing.

In: a `Feature` of a dump. Out: a `Kind` or None, a weight, names. Nothing goes wrong here.

A dump holds every stream, hill and bus stop, mostly called after the village beside it or like a
common word. These must not make texts harder to read, so two rules hold. What the gazetteer had
before stays heavier than what comes from a dump. And what is no settlement and no division is filed
under names of two words and more only: "Malyi Kuialnyk" is the river, "Zmiiv" the town and never
its station.
"""

from collections.abc import Iterator

from mapper.gazetteer.dump import Feature
from mapper.gazetteer.entry import is_useful_name
from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key
from mapper.gazetteer.worldlist import bare_name

# Codes by https://www.geonames.org/export/codes.html. Abandoned (PPLQ) and destroyed (PPLW) places
# are kept, news of a war names them; historical ones (ending in H) are not, nor are divisions of
# the fourth order (communes), which are called as their towns are.
_CODES: dict[Kind, str] = {
    Kind.SETTLEMENT: "P.PPL P.PPLA P.PPLA2 P.PPLA3 P.PPLA4 P.PPLA5 P.PPLC P.PPLF P.PPLG P.PPLL "
    "P.PPLQ P.PPLR P.PPLS P.PPLW P.STLMT",
    Kind.DISTRICT: "P.PPLX",
    Kind.COUNTRY: "A.PCL A.PCLD A.PCLF A.PCLI A.PCLIX A.PCLS",
    Kind.REGION: "A.ADM1",
    Kind.SUBREGION: "A.ADM2 A.ADM3",
    Kind.FACILITY: "S.AIRB S.AIRF S.AIRP S.AIRH S.BDG S.DAM S.DCKY S.HSP S.INSM S.MN S.NAVB "
    "S.OILR S.OILT S.PIER S.PRN S.PS S.PSH S.PSN S.PSTB S.RSTN S.UNIV L.MILB L.NVB L.PRT H.HBR",
    Kind.WATER: "H.BAY H.CHNM H.CNL H.ESTY H.GULF H.LGN H.LK H.LKS H.LKN H.RSV H.SEA H.STM H.STRT",
    Kind.LANDFORM: "T.CAPE T.DSRT T.ISL T.ISLS T.MT T.MTS T.PASS T.PEN T.SPIT T.VLC",
    Kind.AREA: "L.RGN L.RGNE",
}
KIND_OF = {code: kind for kind, codes in _CODES.items() for code in codes.split()}

# Never added, because the gazetteer has all there are and a wrong one would count for much.
NEVER_ADDED = frozenset({Kind.COUNTRY})
# Their names in the gazetteer were chosen; GeoNames has hundreds for each in all languages, and a
# country's name is taken for a place almost wherever it stands.
KEEP_THEIR_NAMES = frozenset({Kind.COUNTRY, Kind.REGION, Kind.AREA, Kind.WATER, Kind.CONTINENT})

_SHORT_NAMES = frozenset({Kind.SETTLEMENT, Kind.DISTRICT, Kind.REGION})
_SHORT_CODES = frozenset({"A.ADM2"})

# As `entry.prior_of`, but with floors far below, so that what was known stays first: a part of the
# population, and at least so much.
_WEIGHTS: dict[Kind, tuple[float, int]] = {
    Kind.FACILITY: (0.0, 300),
    Kind.DISTRICT: (0.1, 300),
    Kind.SETTLEMENT: (1.0, 100),
    Kind.SUBREGION: (0.03, 50),
    Kind.REGION: (0.15, 1_000),
    Kind.AREA: (0.0, 500),
    Kind.WATER: (0.0, 300),
    Kind.LANDFORM: (0.0, 200),
}
# A seat whose people nobody counted is more than a hamlet.
_SEATS = {"P.PPLC": 100_000, "P.PPLA": 20_000, "P.PPLA2": 3_000, "P.PPLA3": 1_000}
_LEFT = frozenset({"P.PPLQ", "P.PPLW"})

# A name in a dump longer than this is a remark.
_LONGEST_NAME = 120
_MOST_NAMES = 60


def kind_of(feature: Feature) -> Kind | None:
    """Give the kind of a feature, None for one that is left out."""
    return KIND_OF.get(feature.code)


def weight_of(feature: Feature, kind: Kind) -> int:
    """Weigh a feature against places of its name: about the number of people it stands for."""
    share, least = _WEIGHTS[kind]
    if feature.code in _LEFT:
        return least // 2
    return max(round(feature.population * share) + least, _SEATS.get(feature.code, 0))


def main_name(feature: Feature) -> str:
    """Give the name of a feature, empty when it has none that can be shown."""
    for name in (feature.name, feature.ascii_name):
        clean = " ".join(name.split())
        if clean.isprintable() and len(clean) <= _LONGEST_NAME and len(name_key(clean)) > 1:
            return clean
    return ""


def main_keys(feature: Feature, kind: Kind) -> set[str]:
    """Give the keys of the main name, with the bare one of a division; may be empty."""
    names = [main_name(feature), feature.ascii_name]
    if kind is Kind.REGION or feature.code == "A.ADM2":
        names.append(bare_name(names[0]))
    return set(_filed(names, feature, kind))


def other_keys(feature: Feature, kind: Kind) -> set[str]:
    """Give the keys of the alternate names that a text could use."""
    names = (name for name in feature.others if len(name) <= _LONGEST_NAME and is_useful_name(name))
    keys: set[str] = set()
    for key in _filed(names, feature, kind):
        keys.add(key)
        if len(keys) == _MOST_NAMES:
            break
    return keys


def _filed(names: "Iterator[str] | list[str]", feature: Feature, kind: Kind) -> Iterator[str]:
    is_short = kind in _SHORT_NAMES or feature.code in _SHORT_CODES
    for name in names:
        key = name_key(name)
        if len(key) > 1 and (is_short or " " in key):
            yield key
