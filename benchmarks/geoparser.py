"""Measure the geoparser on corpora with marked place names.

`python benchmarks/geoparser.py [FOLDER ...]` where a FOLDER holds corpora, one a `.jsonl` file
("id", "text", "toponyms" with "start", "end", "lat", "lon"); `tests/quality/toponyms` unless given.
Printed are, for each corpus, the measures of `tests/quality/toponyms/score.py` with all uses and
with fewer; how often answers of each confidence are right; start, speed and memory of one process;
and the speed of flashgeotext on the same texts, when it is installed (`pip install flashgeotext`;
it finds names of cities and countries and places none).
"""

import argparse
import collections
import importlib.util
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from mapper.geoparser import Geoparser
from mapper.toponym.model import Use

_OWN = Path(__file__).resolve().parents[1] / "tests" / "quality" / "toponyms"
_USES = {
    "all": tuple(Use),
    "no demonyms": (Use.LITERAL, Use.METONYM, Use.EMBEDDED),
    "literal, metonym": (Use.LITERAL, Use.METONYM),
}
_COLUMNS = ("acc161", "right", "precision", "recall", "f1", "recall161")
_STEPS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", type=Path, nargs="*", default=[_OWN], metavar="FOLDER")
    parser.add_argument("--errors", type=int, default=0, help="print the N commonest wrong answers")
    args = parser.parse_args()
    scorer = _scorer()
    corpora = {
        path.stem: scorer.read(path)
        for folder in args.folders
        for path in sorted(folder.glob("*.jsonl"))
    }
    texts = [document["text"] for documents in corpora.values() for document in documents]
    geoparser = _speed(texts)
    _scores(scorer, corpora, geoparser)
    _reliability(scorer, corpora, geoparser)
    if args.errors:
        _errors(scorer, corpora, geoparser, args.errors)
    _side_by_side(texts)


def _scorer() -> ModuleType:
    """Load the scorer of the quality gate, which is a script of its own."""
    spec = importlib.util.spec_from_file_location("toponym_score", _OWN / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{_OWN / 'score.py'} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _scores(scorer: ModuleType, corpora: dict[str, list[Any]], geoparser: Geoparser) -> None:
    print(f"{'corpus':10} {'uses':17} toponyms  " + "  ".join(f"{c:>9}" for c in _COLUMNS))
    for name, documents in corpora.items():
        for label, uses in _USES.items():
            got = scorer.score(documents, geoparser, uses)
            shown = "  ".join(f"{got[column]:9.4f}" for column in _COLUMNS)
            print(f"{name:10} {label:17} {got['toponyms']:8d}  {shown}")


def _reliability(scorer: ModuleType, corpora: dict[str, list[Any]], geoparser: Geoparser) -> None:
    """Print the share of right answers by confidence."""
    given = [a for documents in corpora.values() for a in scorer.answers(documents, geoparser)]
    print("\nconfidence from  answers  mean confidence  right")
    for least, count, mean, right in scorer.reliability(given, _STEPS):
        print(f"{least:15.2f}  {count:7d}  {mean:15.3f}  {right:5.3f}")


def _errors(
    scorer: ModuleType, corpora: dict[str, list[Any]], geoparser: Geoparser, most: int
) -> None:
    wrong = collections.Counter(
        (corpus, answer.phrase, answer.name)
        for corpus, documents in corpora.items()
        for answer in scorer.answers(documents, geoparser)
        if not answer.near
    )
    print()
    for (corpus, phrase, name), count in wrong.most_common(most):
        print(f"{count:5d}  {corpus}: {phrase!r} -> {json.dumps(name, ensure_ascii=False)}")


def _speed(texts: Sequence[str]) -> Geoparser:
    began = time.perf_counter()
    geoparser = Geoparser()
    geoparser.names("Kyiv")
    started = time.perf_counter() - began
    took = _time(geoparser.names, texts)
    size = sum(map(len, texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"start {started:.3f} s; {len(texts) / took:.0f} articles/s of {size / len(texts):.0f} "
        f"characters, {size / took / 1e6:.2f} MB/s; {memory:.0f} MB\n"
    )
    return geoparser


def _side_by_side(texts: Sequence[str]) -> None:
    """Time this geoparser and flashgeotext in turns, so that a busy machine slows both.

    Each round has a new geoparser, whose caches are empty. The ratio is the median of the rounds'.
    """
    try:
        from flashgeotext.geotext import GeoText
    except ImportError:
        print("\nflashgeotext is not installed")
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
    print()
    for name, times in (("mapper", ours), ("flashgeotext", theirs)):
        took = statistics.median(times)
        print(f"{name:12}  {len(texts) / took:6.0f} articles/s  {size / took / 1e6:6.2f} MB/s")
    print(f"mapper takes {ratio:.1f} times as long, median of {_ROUNDS} rounds")


def _time(read: Callable[[str], object], texts: Sequence[str]) -> float:
    began = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
