"""Measure exports of many incidents: seconds, size and memory of each format.

`python benchmarks/exports.py [COUNT ...]` (10,000 and 100,000 unless given). The incidents are made
by a seeded draw: points, regions and borders, one to three sources each with a quote, and come one
by one, as from a project file. Each format is written by a process of its own; its memory is the
most that this process had (of which the program itself, before it writes, has what the first line
says). The network is not used.
"""

import argparse
import dataclasses
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mapper.export import FORMATS, Wanted, write_file

_COUNTS = (10_000, 100_000)
_QUOTE = (
    "officials said the overnight strike hit a depot and a house near the river while the mayor "
    "reported that rescuers had pulled people from the rubble of a school in the old town"
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one export took."""

    seconds: float
    megabytes: float
    memory_mb: float


def made(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Make features of incidents one by one, the same for the same seed."""
    draw = random.Random(seed)
    for number in range(count):
        yield _feature(draw, number)


def _feature(draw: random.Random, number: int) -> dict[str, Any]:
    lat, lon = round(draw.uniform(44.5, 52.3), 5), round(draw.uniform(22.5, 40.0), 5)
    day = (dt.date(2024, 1, 1) + dt.timedelta(days=draw.randrange(700))).isoformat()
    killed = draw.randrange(20)
    weapons = [{"kind": "drone", "launched": draw.randrange(40), "intercepted": None}]
    sources = [_source(draw, number, day, killed, weapons) for _ in range(draw.randint(1, 3))]
    geometry: dict[str, Any] = {"type": "Point", "coordinates": [lon, lat]}
    box: dict[str, Any] = {}
    if number % 10 == 0:
        geometry, box = _region(draw, lat, lon)
    none = {"low": None, "best": None, "high": None}
    properties: dict[str, Any] = {
        "event_type": "strike",
        "sub_type": "drone",
        "title": f"Drone strike, Town {number}",
        "date": day,
        "end_date": day,
        "date_precision": "day",
        "date_basis": "stated",
        "place": f"Town {number % 900}",
        "place_id": f"geonames:{number % 900}",
        "country": "UA",
        "admin1": "Some Oblast",
        "admin2": None,
        "lat": lat,
        "lon": lon,
        "geo_precision": "settlement",
        "approximate": False,
        "initiator": "RUS",
        "target": "depot",
        "weapons": weapons,
        "prisoners": {},
        "injured": none,
        "killed": {"low": killed, "best": killed, "high": None},
        "disputed": False,
        "disputes": [],
        "parent": None,
        "status": "extracted",
        "confidence": 0.8,
        "sources": sources,
    }
    ident = f"{number:012x}"
    return {"type": "Feature", "id": ident, **box, "geometry": geometry, "properties": properties}


def _region(draw: random.Random, lat: float, lon: float) -> tuple[dict[str, Any], dict[str, Any]]:
    import shapely
    import shapely.geometry

    shape = shapely.Point(lon, lat).buffer(draw.uniform(0.3, 1.0), quad_segs=12).reverse()
    geometry = json.loads(json.dumps(shapely.geometry.mapping(shape)))
    return geometry, {"bbox": list(shape.bounds)}


def _source(
    draw: random.Random, number: int, day: str, killed: int, weapons: list[dict[str, Any]]
) -> dict[str, Any]:
    words = _QUOTE.split()
    draw.shuffle(words)
    count = {"low": killed, "best": killed, "high": None, "word": None, "attributed_to": "mayor"}
    article = f"a{draw.randrange(10**9):x}"
    return {
        "report": f"{article}:0",
        "article": article,
        "title": f"News {number}",
        "source": f"Paper {number % 40}",
        "url": f"https://example.org/{article}",
        "published": day,
        "published_basis": "metadata",
        "quote": " ".join(words),
        "start": 0,
        "end": len(_QUOTE),
        "attributed_to": "mayor",
        "killed": count,
        "injured": None,
        "prisoners": {},
        "weapons": weapons,
        "place_how": "said so",
        "date_how": "said so",
        "joined_because": ["same place"],
        "copy_of": None,
    }


def measure(form: str, count: int) -> Measured:
    """Write `count` incidents; call it in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{form}"
        begun = time.perf_counter()
        write_file(path, made(count), Wanted(form=form))
        seconds = time.perf_counter() - begun
        size = path.stat().st_size
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measured(seconds=seconds, megabytes=size / 1e6, memory_mb=most / 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("counts", nargs="*", type=int, metavar="COUNT")
    parser.add_argument("--only", choices=FORMATS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        (count,) = given.counts
        print(json.dumps(dataclasses.asdict(measure(given.only, count))))
        return
    print("| incidents | format | seconds | MB | memory, MB |\n| --- | --- | --- | --- | --- |")
    for count in (0, *(given.counts or _COUNTS)):
        for form in FORMATS:
            line = [sys.executable, __file__, "--only", form, str(count)]
            told = subprocess.run(line, check=True, capture_output=True, text=True).stdout
            one = Measured(**json.loads(told))
            figures = f"{one.seconds:.1f} | {one.megabytes:.1f} | {one.memory_mb:.0f}"
            print(f"| {count:,} | {form} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
