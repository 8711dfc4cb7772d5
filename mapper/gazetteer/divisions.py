"""Which place a division's code of GeoNames means: "UA.07" is Kharkiv Oblast.

In: the features of dumps, and a gazetteer that is being extended. Out: `Divisions`, which give the
number of the place for each code. Nothing goes wrong here: a code that nothing explains gives None.

A dump says the code of a division in the division's own row. Where that row is a place that the
gazetteer has, all is told. Where the gazetteer has the division under another id, or the dump has
only towns, the towns tell: the division in which the gazetteer files most towns of a code is meant.
"""

import collections
import functools
import sqlite3
from collections.abc import Iterable

from mapper.gazetteer import schema
from mapper.gazetteer.dump import Feature
from mapper.gazetteer.features import main_keys, main_name, other_keys
from mapper.gazetteer.model import Kind
from mapper.gazetteer.twins import Twins

# So many of a code's known towns must be filed in one division for it to be meant.
_SHARE = 0.6
# The gazetteer has no smaller towns from the world list; asking for all would take minutes.
_KNOWN_PEOPLE = 500
_NO_CODE = frozenset({"", "00"})
_LEVELS = {"A.ADM1": Kind.REGION, "A.ADM2": Kind.SUBREGION}
_CACHED = 50_000

_TABLES = """
CREATE TABLE stage.division (
    number INTEGER PRIMARY KEY, code TEXT NOT NULL, kind INTEGER NOT NULL, lat REAL, lon REAL,
    place INTEGER, is_new INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE stage.key (number INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (number, key))
WITHOUT ROWID;
CREATE TABLE stage.code (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
"""


def region_code(feature: Feature) -> str:
    """Give the code of the region of a feature, empty when it has none."""
    if feature.admin1 in _NO_CODE or not feature.country:
        return ""
    return f"{feature.country}.{feature.admin1}"


def subregion_code(feature: Feature) -> str:
    """Give the code of the subregion of a feature, empty when it has none."""
    region = region_code(feature)
    return f"{region}.{feature.admin2}" if region and feature.admin2 not in _NO_CODE else ""


class Divisions:
    """The places of division codes; read the features once with `read`, then ask."""

    def __init__(self, database: sqlite3.Connection, twins: Twins) -> None:
        self._database = database
        self._twins = twins
        database.executescript(_TABLES)
        self._votes: dict[str, collections.Counter[int]] = collections.defaultdict(
            collections.Counter
        )
        self.place_of = functools.lru_cache(_CACHED)(self._place_of)

    def read(self, features: Iterable[Feature]) -> None:
        """Note the divisions among `features`, and where the known towns among them are filed."""
        for feature in features:
            level = _LEVELS.get(feature.code)
            if level is not None:
                self._note(feature, level)
            elif feature.code.startswith("P.") and feature.population >= _KNOWN_PEOPLE:
                self._vote(feature)

    def settle(self, first: int) -> int:
        """Decide what each code means; a division that is new gets a number from `first` on.

        Returns
        -------
        The next number that is free.
        """
        execute = self._database.execute
        execute(
            "UPDATE stage.division SET place = (SELECT n FROM place p WHERE p.id = number "
            "AND p.kind = division.kind)"
        )
        rows = execute(
            "SELECT number, code, kind, lat, lon FROM stage.division WHERE place IS NULL "
            "ORDER BY number"
        ).fetchall()
        for number, code, kind, lat, lon in rows:
            place = self._voted(code)
            if kind == schema.KIND_NUMBER[Kind.SUBREGION]:
                place = self._namesake(number, place, (lat, lon))
            is_new = place is None
            if is_new:
                place, first = first, first + 1
            execute(
                "UPDATE stage.division SET place = ?, is_new = ? WHERE number = ?",
                (place, is_new, number),
            )
        execute(
            "INSERT OR IGNORE INTO stage.code SELECT code, place FROM stage.division "
            "ORDER BY is_new, number"
        )
        voted = ((code, place) for code in self._votes if (place := self._voted(code)) is not None)
        self._database.executemany("INSERT OR IGNORE INTO stage.code VALUES (?, ?)", voted)
        return first

    def own_place(self, feature: Feature) -> tuple[int, bool] | None:
        """Give the number of the place that a division's row is, and whether it is a new one."""
        if feature.code not in _LEVELS:
            return None
        row = self._database.execute(
            "SELECT place, is_new FROM stage.division WHERE number = ?", (feature.number,)
        ).fetchone()
        return None if row is None else (row[0], bool(row[1]))

    def _place_of(self, code: str) -> int | None:
        row = self._database.execute(
            "SELECT place FROM stage.code WHERE code = ?", (code,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _note(self, feature: Feature, level: Kind) -> None:
        code = region_code(feature) if level is Kind.REGION else subregion_code(feature)
        if not code or not main_name(feature):
            return
        self._database.execute(
            "INSERT OR IGNORE INTO stage.division (number, code, kind, lat, lon) "
            "VALUES (?, ?, ?, ?, ?)",
            (feature.number, code, schema.KIND_NUMBER[level], feature.lat, feature.lon),
        )
        keys = main_keys(feature, level) | other_keys(feature, level)
        self._database.executemany(
            "INSERT OR IGNORE INTO stage.key VALUES (?, ?)",
            ((feature.number, key) for key in sorted(keys)),
        )

    def _vote(self, feature: Feature) -> None:
        row = self._database.execute(
            "SELECT admin1, admin2 FROM place WHERE id = ?", (feature.number,)
        ).fetchone()
        if row is None:
            return
        for code, place in zip((region_code(feature), subregion_code(feature)), row, strict=True):
            if code and place is not None:
                self._votes[code][place] += 1

    def _voted(self, code: str) -> int | None:
        votes = self._votes.get(code)
        if not votes:
            return None
        place, count = votes.most_common(1)[0]
        return place if count >= _SHARE * votes.total() else None

    def _namesake(self, number: int, voted: int | None, at: tuple[float, float]) -> int | None:
        """Give the subregion that is `voted` for, or one nearby, if it goes by a common name."""
        keys = [
            row[0]
            for row in self._database.execute(
                "SELECT key FROM stage.key WHERE number = ?", (number,)
            )
        ]
        for key in keys if voted is not None else ():
            row = self._database.execute(
                "SELECT 1 FROM name WHERE key = ? AND place = ?", (key, voted)
            ).fetchone()
            if row is not None:
                return voted
        found = self._twins.find(Kind.SUBREGION, *at, keys)
        return None if found is None else found[0]
