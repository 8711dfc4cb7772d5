"""Measure what a larger gazetteer costs.

`python benchmarks/gazetteer_size.py [--places N] [--dump UA.zip] [--texts FOLDER]` makes a dump of
N places in the form of GeoNames (seeded: the same each time), builds gazetteers of it and of the
dump that is given, and reads the same texts with each of them and with the bundled one in turns.
Printed are build time and size; start, articles a second and peak memory of a process that reads
them. The texts are the `.jsonl` files of FOLDER, else articles of `tests/quality`.
"""

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.extend import extend_gazetteer
from mapper.geoparser import Geoparser

ROOT = Path(__file__).parents[1]
SEED = 20250524
ROUNDS = 5

# Feature codes of a dump, most of them places that the gazetteer takes.
_CODES = {
    "P.PPL": 0.77, "P.PPLX": 0.03, "P.PPLL": 0.03, "A.ADM3": 0.02, "H.STM": 0.05, "H.LK": 0.02,
    "T.MT": 0.02, "T.HLL": 0.01, "S.FRM": 0.01, "S.CH": 0.01, "S.SCH": 0.01, "S.RSTN": 0.01,
    "S.AIRP": 0.004, "S.DAM": 0.004, "L.LCTY": 0.01, "T.ISL": 0.004,
}  # fmt: skip
_BEFORE = ("New", "San", "Santa", "Nova", "Upper", "Lower", "Old", "El", "Al", "Stara", "Saint")
_ENDS = (
    "ka", "vo", "ville", "ton", "pur", "abad", "grad", "burg", "ia", "ino", "ham", "dorf", "a",
)  # fmt: skip
_STEMS = "ba be bo da de do ga ka ko la le lo ma me mi mo na no pa po ra re ro sa so ta to va za"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--places", type=int, default=3_500_000)
    parser.add_argument("--dump", type=Path, help="a dump of GeoNames, such as UA.zip")
    parser.add_argument("--texts", type=Path, help="folder of .jsonl files with texts")
    parser.add_argument("--folder", type=Path, help="keep the gazetteers here")
    parser.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        _child(*args.child)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        texts = folder / "texts.json"
        texts.write_text(json.dumps(list(_texts(args.texts))), encoding="utf-8")
        built = {"bundled": Gazetteer.open().path}
        if args.dump is not None:
            built[args.dump.stem] = _built(folder / "dump.sqlite", args.dump)
        made = folder / "made.zip"
        _write_dump(made, args.places)
        built["made up"] = _built(folder / "made.sqlite", made)
        _compare(built, texts)


def _texts(folder: Path | None) -> Iterator[str]:
    if folder is None:
        for path in sorted((ROOT / "tests" / "quality").rglob("*.txt")):
            yield path.read_text("utf-8")
        return
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def _write_dump(path: Path, count: int) -> None:
    draw = random.Random(SEED)
    with sqlite3.connect(Gazetteer.open().path) as database:
        known = database.execute(
            "SELECT name, lat / 1e5, lon / 1e5, country FROM place "
            "WHERE kind = 2 AND country IS NOT NULL ORDER BY n"
        ).fetchall()
    database.close()
    codes, shares = list(_CODES), list(_CODES.values())
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{path.stem}.txt", "w", force_zip64=True) as stream,
    ):
        for number in range(count):
            near = draw.choice(known)
            cells = _line(draw, near, known, draw.choices(codes, shares)[0])
            stream.write("\t".join([str(50_000_000 + number), *cells]).encode() + b"\n")


def _line(
    draw: random.Random, near: tuple[str, float, float, str], known: Sequence[tuple[str, ...]],
    code: str,
) -> list[str]:  # fmt: skip
    """Give a place near a known one, called like others in three cases of five."""
    name = (
        _name(draw) if draw.random() < 0.4 else str(known[int(draw.paretovariate(0.3)) % 9_999][0])
    )
    if draw.random() < 0.15:
        name = f"{draw.choice(_BEFORE)} {name}"
    others = ",".join(_name(draw) for _ in range(draw.randrange(4)))
    people = int(draw.paretovariate(0.8) * 20) if draw.random() < 0.2 else 0
    lat = max(-89.0, min(89.0, near[1] + draw.gauss(0.0, 0.5)))
    lon = max(-179.0, min(179.0, near[2] + draw.gauss(0.0, 0.5)))
    feature, code = code.split(".")
    return [
        name, name, others, f"{lat:.5f}", f"{lon:.5f}", feature, code, near[3], "", "", "", "", "",
        str(min(people, 90_000)), "", "0", "Etc/UTC", "2025-01-01",
    ]  # fmt: skip


def _name(draw: random.Random) -> str:
    stem = "".join(draw.choices(_STEMS.split(), k=draw.randint(2, 3)))
    return (stem + draw.choice(_ENDS)).capitalize()


def _built(target: Path, dump: Path) -> Path:
    began = time.perf_counter()
    done = extend_gazetteer(target, [dump])
    took = time.perf_counter() - began
    print(
        f"{dump.name}: {done.added} places added in {took:.0f} s, "
        f"{target.stat().st_size / 1e6:.0f} MB; peak of memory so far {_peak_mb():.0f} MB",
        flush=True,
    )
    return target


def _compare(built: dict[str, Path], texts: Path) -> None:
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in built}
    for _ in range(ROUNDS):
        for name, path in built.items():
            command = [sys.executable, __file__, "--child", str(path), str(texts)]
            answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            start, each, memory = map(float, answer.split())
            runs[name].append((start, each, memory))
    print("gazetteer  start s  ms an article  of the bundled  MB")
    least = min(each for _, each, _ in runs["bundled"])
    for name, measured in runs.items():
        start, each, memory = (min(column) for column in zip(*measured, strict=True))
        print(f"{name}  {start:.3f}  {each * 1e3:.2f}  {each / least:.2f}  {memory:.0f}")


def _child(gazetteer: Path, texts: Path) -> None:
    began = time.perf_counter()
    geoparser = Geoparser(Gazetteer.open(gazetteer))
    geoparser.names("Kyiv")
    start = time.perf_counter() - began
    read = json.loads(texts.read_text("utf-8"))
    began = time.process_time()
    for text in read:
        geoparser.names(text)
    each = (time.process_time() - began) / len(read)
    print(start, each, _peak_mb())


def _peak_mb() -> float:
    """Give the peak memory of this process alone; getrusage counts what its parent had, too."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line)


if __name__ == "__main__":
    main()
