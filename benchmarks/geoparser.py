"""Measure the geoparser on corpora with marked place names.

`python benchmarks/geoparser.py FOLDER` where FOLDER holds `score.py` and one corpus a `.jsonl`
file ("id", "text", "toponyms" with "start", "end", "lat", "lon"). Printed are the scorer's
figures for each corpus, with all uses and without demonyms; start, speed and memory of one process;
the speed of flashgeotext on the same texts, when it is installed (`pip install flashgeotext`; it
finds names of cities and countries and places none); and how often answers of each confidence are
right.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mapper.gazetteer.sphere import distance_km
from mapper.geoparser import Geoparser

_OPTIONS = ("", "--use literal,metonym,embedded", "--use literal,metonym")
_RIGHT_KM = 161.0
_STEPS = (0.5, 0.7, 0.9, 0.95, 0.99)
_ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print the N commonest wrong answers")
    args = parser.parse_args()
    corpora = sorted(args.folder.glob("*.jsonl"))
    for corpus in corpora:
        for options in _OPTIONS:
            _score(args.folder / "score.py", corpus, options, args.errors if not options else 0)
    geoparser = _speed(corpora)
    _side_by_side([document["text"] for document in _documents(corpora)])
    _reliability(corpora, geoparser)


def _score(scorer: Path, corpus: Path, options: str, errors: int) -> None:
    command = [sys.executable, str(scorer), str(corpus), "--errors", str(errors)]
    command += ["--mapper", f"{sys.executable} -m mapper", "--options", options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"{corpus.stem} [{options or 'all uses'}]")
    print(done.stdout.strip() or done.stderr.strip())


def _documents(corpora: list[Path]) -> Iterator[dict[str, Any]]:
    for corpus in corpora:
        with corpus.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _speed(corpora: list[Path]) -> Geoparser:
    began = time.perf_counter()
    geoparser = Geoparser()
    geoparser.names("Kyiv")
    started = time.perf_counter() - began
    texts = [document["text"] for document in _documents(corpora)]
    began = time.perf_counter()
    for text in texts:
        geoparser.names(text)
    took = time.perf_counter() - began
    size = sum(map(len, texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"start {started:.3f} s; {len(texts) / took:.0f} articles/s of {size / len(texts):.0f} "
        f"characters, {size / took / 1e6:.2f} MB/s; {memory:.0f} MB"
    )
    return geoparser


def _side_by_side(texts: list[str]) -> None:
    """Time this geoparser and flashgeotext in turns, so that a busy machine slows both.

    Each round has a new geoparser, whose caches are empty. The ratio is the median of the rounds'.
    """
    try:
        from flashgeotext.geotext import GeoText
    except ImportError:
        print("flashgeotext is not installed")
        return
    extract = GeoText().extract
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(_ROUNDS):
        names = Geoparser().names
        runs = [(ours, names), (theirs, extract)]
        for times, read in runs if number % 2 else reversed(runs):
            times.append(_time(read, texts))
    size = sum(map(len, texts))
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    for name, times in (("mapper", ours), ("flashgeotext", theirs)):
        took = statistics.median(times)
        print(f"{name:12}  {len(texts) / took:6.0f} articles/s  {size / took / 1e6:6.2f} MB/s")
    print(f"mapper takes {ratio:.1f} times as long, median of {_ROUNDS} rounds")


def _time(read: Callable[[str], object], texts: list[str]) -> float:
    began = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - began


def _reliability(corpora: list[Path], geoparser: Geoparser) -> None:
    """Print the share of right answers by confidence.

    Countries and regions are left out: their point is a convention, and the corpora follow others.
    """
    bins = [[0, 0, 0.0] for _ in range(len(_STEPS) + 1)]
    for document in _documents(corpora):
        marked = [t for t in document["toponyms"] if t.get("lat") is not None]
        answers = geoparser.resolve(document["text"], [(t["start"], t["end"]) for t in marked])
        for want, got in zip(marked, answers, strict=True):
            if got.place is None or got.place.kind in {"country", "region", "area", "continent"}:
                continue
            far = distance_km(got.place.lat, got.place.lon, want["lat"], want["lon"])
            row = bins[sum(got.confidence >= step for step in _STEPS)]
            row[0] += 1
            row[1] += far <= _RIGHT_KM
            row[2] += got.confidence
    print("confidence from  answers  mean confidence  right within 161 km")
    for least, (count, right, total) in zip((0.0, *_STEPS), bins, strict=True):
        if count:
            print(f"{least:15.2f}  {count:7d}  {total / count:15.3f}  {right / count:19.3f}")


if __name__ == "__main__":
    main()
