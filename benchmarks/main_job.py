"""Measure the main job: how well it reads, how fast it is, what the page weighs.

`python benchmarks/main_job.py [--shared FOLDER]` prints two tables in Markdown. The sets of
`tests/quality` are always measured; FOLDER adds the sets of its `gold/` (a `score.py`, `seeds/` and
`dev/`) and the articles of its `seeds/`, which belong to others and are not in the repository. The
package has to be installed; speed is measured on articles recombined from those of
`tests/quality`, seeded.
"""

import argparse
import importlib.util
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mapper import Article, Extraction, pipeline
from mapper.article import UnreadableArticle, read

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "quality"
# Sets of another field than war, with the lexicon to read them with.
LEXICONS = {"shootings": "gun_violence"}
MAPPER = (sys.executable, "-m", "mapper")

ARTICLES = 200
ARTICLE_BYTES = 3000
STARTS = 9

# What the project wants to reach, by set and figure of the scorer.
WANTED = {
    "seeds, dated": {"f1": 0.90, "numbers": 0.95, "geo_precision": 0.90, "joined": 0.80},
    "seeds, raw": {"f1": 0.80},
    "dev": {"f1": 0.75, "numbers": 0.85},
}
FIGURES = ("f1", "precision", "recall", "numbers", "geo_precision", "joined")

Row = tuple[str, str, str, bool | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, help="folder with gold/ and seeds/")
    parser.add_argument("--verbose", action="store_true", help="say what was missed or wrong")
    parser.add_argument("--speed-only", action="store_true", help="leave the quality sets out")
    parser.add_argument("--write", action="store_true", help="put the tables into the documents")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        _speed_child()
        return
    quality = "" if args.speed_only else _quality(args.shared, verbose=args.verbose)
    print(quality, flush=True)
    other = _rest([*_speed(), *_starts(), *_page()])
    print(other)
    if args.write:
        _write(ROOT / "docs" / "quality.md", "other figures", other)
        for name in ("README.md", "docs/quality.md") if quality else ():
            _write(ROOT / name, "figures", quality)


def _rest(rows: Iterable[Row]) -> str:
    lines = ["| what | wanted | measured | |", "| --- | --- | --- | --- |"]
    marks = {None: "", True: "reached", False: "short"}
    for what, wanted, measured, reached in rows:
        lines.append(f"| {what} | {wanted} | {measured} | {marks[reached]} |")
    return "\n".join(lines) + "\n"


def _write(document: Path, mark: str, table: str) -> None:
    """Put a table behind its mark in a document, in place of the one that is there."""
    text = document.read_text("utf-8")
    place = re.compile(rf"<!-- {mark} -->\n+(?:\|.*\n)*\n*")
    document.write_text(place.sub(lambda _: f"<!-- {mark} -->\n\n{table}\n", text), "utf-8")


# Quality


def _quality(shared: Path | None, *, verbose: bool) -> str:
    lines = ["| set | incidents | " + " | ".join(FIGURES) + " | banned | |"]
    lines.append("| --- " * (len(FIGURES) + 4) + "|")
    for name, result in _scores(shared):
        wanted = WANTED.get(name, {})
        short = [key for key, floor in wanted.items() if (result[key] or 0) < floor]
        if name == "seeds, dated" and result["_banned"]:
            short.append("banned")
        cells = ["" if result[key] is None else f"{result[key]:.2f}" for key in FIGURES]
        verdict = "" if not wanted else "short: " + ", ".join(short) if short else "reached"
        lines.append(
            f"| {name} | {result['wanted']} | {' | '.join(cells)} "
            f"| {len(result['_banned'])} | {verdict} |"
        )
        if verbose:
            for key in (key for key in result if key.startswith("_")):
                for line in result[key]:
                    print(f"    {name}, {key[1:]}: {line}", file=sys.stderr)
    return "\n".join(lines) + "\n"


def _scores(shared: Path | None) -> Iterator[tuple[str, dict[str, Any]]]:
    if shared is not None:
        seeds, gold = shared / "seeds", shared / "gold"
        texts = sorted(seeds.glob("*.txt"))
        days = json.loads((seeds / "published.json").read_text("utf-8"))
        dated = [["--date", days[text.name], str(text)] for text in texts]
        raw = [[str(text) for text in texts]]
        yield "seeds, dated", _score(gold / "seeds" / "gold.json", dated)
        yield "seeds, raw", _score(gold / "seeds" / "gold.json", raw, undated_ok=True)
    for folder in sorted(path.parent for path in QUALITY.glob("*/gold.json")):
        used = folder
        if shared is not None and (shared / "gold" / folder.name / "gold.json").is_file():
            used = shared / "gold" / folder.name
        words = ["--lexicon", LEXICONS[folder.name]] if folder.name in LEXICONS else []
        yield folder.name, _score(used / "gold.json", [[*words, str(used / "articles")]])


def _score(
    gold: Path, additions: Iterable[Sequence[str]], *, undated_ok: bool = False
) -> dict[str, Any]:
    """Score a new project to which articles were added, one `mapper add` for each addition."""
    spec = importlib.util.spec_from_file_location("score", QUALITY / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{QUALITY / 'score.py'} cannot be loaded.")
    scorer: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.UNDATED_OK = undated_ok
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder, "incidents.geojson")
        for addition in additions:
            _mapper(Path(folder), "add", *addition)
        _mapper(Path(folder), "export", "-o", str(export))
        features = json.loads(export.read_text("utf-8"))["features"]
    result: dict[str, Any] = scorer.score(json.loads(gold.read_text("utf-8")), features)
    return result


def _mapper(folder: Path, *arguments: str) -> None:
    command = [*MAPPER, "--db", str(folder / "incidents.db"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")


# Speed


def made_articles(count: int, size: int) -> list[Article]:
    """Articles of `size` bytes from the paragraphs of `tests/quality`; the same each time.

    Their days spread over two years, so that joining has neighbours to look for and not one heap.
    """
    paragraphs: list[str] = []
    days = set()
    for folder in sorted(QUALITY.glob("*/articles")):
        if folder.parent.name in LEXICONS:
            continue
        for item in read(str(folder)):
            if not isinstance(item, UnreadableArticle):
                paragraphs += [line for line in item.text.splitlines() if len(line) > 80]
                days.add(item.published)
    chance = random.Random(20250524)
    first = min(day for day in days if day is not None)
    made = []
    for number in range(count):
        chosen: list[str] = []
        while sum(len(part.encode()) for part in chosen) < size:
            chosen.append(chance.choice(paragraphs))
        day = first.fromordinal(first.toordinal() + chance.randrange(730))
        made.append(Article(id=f"made-{number}", text="\n".join(chosen), published=day))
    return made


def _speed() -> list[Row]:
    child = [sys.executable, str(Path(__file__).resolve()), "--child"]
    done = subprocess.run(child, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    rate = ARTICLES / told["seconds"]
    bare = ARTICLES / told["extracting"]
    what = f"whole pipeline, {ARTICLES} articles of {told['bytes'] / 1000:.1f} kB, one process"
    return [
        (what, "100 articles/s", f"{rate:.0f} articles/s", rate >= 100),
        ("of it reading without storing and joining", "", f"{bare:.0f} articles/s", None),
        ("start (imports, gazetteer, first article)", "", f"{told['start']:.2f} s", None),
        ("peak memory", "300 MB", f"{told['peak_mb']:.0f} MB", told["peak_mb"] < 300),
    ]


def _speed_child() -> None:
    """Run the pipeline in a process of its own, and print what it took as JSON."""
    from mapper import store
    from mapper.pipeline.collector import spare_collector

    warm, *articles = made_articles(ARTICLES + 1, ARTICLE_BYTES)
    begun = time.perf_counter()
    timed = _Timed(pipeline.extractor())
    with (
        tempfile.TemporaryDirectory() as folder,
        store.opened(str(Path(folder, "incidents.db")), create=True) as project,
    ):
        pipeline.add(project, [warm], timed)
        spare_collector()  # as `mapper add` does
        started, timed.seconds = time.perf_counter(), 0.0
        pipeline.add(project, articles, timed)
        ended = time.perf_counter()
    # The unit of ru_maxrss is the kilobyte on Linux and the byte on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    told = {
        "start": started - begun,
        "seconds": ended - started,
        "extracting": timed.seconds,
        "bytes": statistics.mean(len(article.text.encode()) for article in articles),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
    }
    print(json.dumps(told))


class _Timed:
    """An extractor that counts the seconds spent in it."""

    def __init__(self, run: Callable[..., Extraction]) -> None:
        self.run = run
        self.seconds = 0.0

    def __call__(self, *arguments: Any) -> Extraction:
        begun = time.perf_counter()
        try:
            return self.run(*arguments)
        finally:
            self.seconds += time.perf_counter() - begun


def _starts() -> list[Row]:
    console = shutil.which("mapper", path=str(Path(sys.executable).parent))
    mapper = [console] if console else list(MAPPER)
    rows: list[Row] = []
    for arguments, limit in ((["--help"], 0.2), (["gazetteer", "lookup", "Obolon"], 0.4)):
        seconds = []
        for _ in range(STARTS):
            begun = time.perf_counter()
            subprocess.run([*mapper, *arguments], stdout=subprocess.DEVNULL, check=True)
            seconds.append(time.perf_counter() - begun)
        median = statistics.median(seconds)
        what = f"`mapper {' '.join(arguments)}`, median of {STARTS}"
        rows.append((what, f"{limit} s", f"{median:.2f} s", median < limit))
    return rows


# The page


def _page() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "map.html")
        _mapper(Path(folder), "add", str(ROOT / "seeds"))
        _mapper(Path(folder), "map", "-o", str(page))
        size_mb = page.stat().st_size / 1e6
        rows: list[Row] = [("page for `seeds/`", "1.5 MB", f"{size_mb:.2f} MB", size_mb < 1.5)]
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if chromium is None or importlib.util.find_spec("playwright") is None:
            return [*rows, ("requests and console errors", "0, 0", "no browser here", None)]
        requests, errors = _opened(page, chromium)
    asked = f"{len(requests)}, {len(errors)}"
    for line in [*requests, *errors]:
        print(line, file=sys.stderr)
    return [*rows, ("requests and console errors", "0, 0", asked, not requests and not errors)]


def _opened(page: Path, chromium: str) -> tuple[list[str], list[str]]:
    """Open a page offline: what it asked for besides itself, and what it complained of."""
    from playwright.sync_api import sync_playwright

    requests: list[str] = []
    errors: list[str] = []
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        tab = browser.new_page()
        tab.context.set_offline(True)
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.on(
            "console",
            lambda message: errors.append(message.text) if message.type == "error" else None,
        )
        tab.goto(page.resolve().as_uri())
        tab.wait_for_timeout(2000)
        browser.close()
    own = page.resolve().as_uri()
    return [url for url in requests if url != own and not url.startswith("data:")], errors


if __name__ == "__main__":
    main()
