"""Measure `mapper add --jobs 2` against one process, and both against a Dask cluster.

`python benchmarks/jobs.py [--articles 30000] [--pairs 1] [--dask] [--write]` prints a table in
Markdown. Articles of 3 kB are made from the paragraphs of `tests/quality` as in `main_job.py`, over
two years. Ways are measured in turns, each as a command of its own, so that what else the machine
does touches all alike; the best of each counts. With `--dask` a cluster of two worker processes is
started on this machine before the clock runs.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from main_job import made_articles

ROOT = Path(__file__).parents[1]
ARTICLE_BYTES = 3000
ARTICLES_A_FILE = 3000
WANTED_TIMES = 1.7
WANTED_DASK = 0.8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=30000)
    parser.add_argument("--pairs", type=int, default=1, help="measure each way so many times")
    parser.add_argument("--dask", action="store_true", help="measure `mapper bulk` too")
    parser.add_argument("--write", action="store_true", help="put the table into the documents")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = _archive(Path(folder), args.articles)
        ways = ["1", "2", *(["dask"] if args.dask else [])]
        runs = [_run(Path(folder), way) for _ in range(args.pairs) for way in ways]
    best = {way: min((r for r in runs if r["way"] == way), key=lambda r: r["wall"]) for way in ways}
    table = _table(best, args.articles, texts)
    print(table)
    if args.write:
        _write(ROOT / "docs" / "quality.md", table)


def _archive(folder: Path, count: int) -> int:
    """Write the articles as JSON Lines, some thousand a file; give the bytes of their texts."""
    size = 0
    (folder / "archive").mkdir()
    made = made_articles(count, ARTICLE_BYTES)
    for start in range(0, count, ARTICLES_A_FILE):
        path = folder / "archive" / f"{start:08}.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for article in made[start : start + ARTICLES_A_FILE]:
                row = {"id": article.id, "text": article.text, "published": str(article.published)}
                lines.write(json.dumps(row) + "\n")
                size += len(article.text.encode())
    return size


def _run(folder: Path, way: str) -> dict[str, Any]:
    """Run one command; give its wall time, processor time and peak memory of a process."""
    archive = str(folder / "archive")
    if way == "dask":
        return _run_dask(folder, f"{archive}/*.jsonl")
    project = folder / f"{way}.db"
    project.unlink(missing_ok=True)
    command = [sys.executable, "-m", "mapper", "--db", str(project), "add", "--jobs", way, archive]
    told = _timed(command)
    return {**told, "way": way, "file": project.stat().st_size}


def _run_dask(folder: Path, archive: str) -> dict[str, Any]:
    from dask.distributed import LocalCluster

    dataset = Path(tempfile.mkdtemp(dir=folder)) / "dataset"
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call,unused-ignore]
    with cluster:
        told = _timed(
            [sys.executable, "-m", "mapper", "bulk", archive]
            + ["--scheduler", cluster.scheduler_address, "-o", str(dataset)]
        )
    size = sum(path.stat().st_size for path in dataset.rglob("*") if path.is_file())
    return {**told, "way": "dask", "file": size}


def _timed(command: Sequence[str]) -> dict[str, Any]:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    # What the command's own workers took is in here too, as it waits for them.
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}\nended with {os.waitstatus_to_exitcode(status)}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return {
        "wall": time.perf_counter() - begun,
        "cpu": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss / unit,
    }


def _table(best: dict[str, dict[str, Any]], articles: int, texts: int) -> str:
    names = {
        "1": "`mapper add`",
        "2": "`mapper add --jobs 2`",
        "dask": "`mapper bulk`, two workers",
    }
    lines = [
        f"| {articles:,} articles | articles/s | processor time | speed | peak memory | size |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for way, row in best.items():
        speed = ""
        if way == "2":
            times = best["1"]["wall"] / row["wall"]
            speed = f"{times:.2f} times one process (wanted {WANTED_TIMES})"
        elif way == "dask":
            times = best["2"]["wall"] / row["wall"]
            speed = f"{times:.2f} times two processes (wanted {WANTED_DASK})"
        lines.append(
            f"| {names[way]} | {articles / row['wall']:.0f} | {row['cpu']:.0f} s | {speed} "
            f"| {row['peak_mb']:.0f} MB | {row['file'] / texts:.1f} times the text |"
        )
    return "\n".join(lines) + "\n"


def _write(document: Path, table: str) -> None:
    text = document.read_text("utf-8")
    place = re.compile(r"<!-- jobs -->\n+(?:\|.*\n)*\n*")
    document.write_text(place.sub(lambda _: f"<!-- jobs -->\n\n{table}\n", text), "utf-8")


if __name__ == "__main__":
    main()
