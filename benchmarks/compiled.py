"""Compare the compiled program with that of Python: the same output, and how much faster it is.

`python benchmarks/compiled.py` compiles the checkout into a folder of its own, which takes some
minutes, mypyc and a C compiler; `--keep FOLDER` keeps what was compiled, and uses it when it is
there. Reads 200 articles with both in turns, 5 at a time, so that what else the machine does hits
both alike, and prints processor time as a table in Markdown. Ends with status 1 when one
article was read otherwise.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLES, TURN = 200, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what is compiled there")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        _child()
        return
    with tempfile.TemporaryDirectory() as folder:
        compiled = args.keep or Path(folder, "compiled")
        if not compiled.exists():
            _compile(compiled, Path(folder, "source"))
        told = _in_turns({"Python": ROOT, "compiled": compiled})
    print("| form | reading | articles/s | to Python |\n| --- | --- | --- | --- |")
    plain = sum(seconds for seconds, _ in told["Python"])
    for name, turns in told.items():
        spent = sum(seconds for seconds, _ in turns)
        each = f"{1000 * spent / ARTICLES:.1f} ms | {ARTICLES / spent:.0f}"
        print(f"| {name} | {each} | {plain / spent:.2f} |")
    if [said for _, said in told["Python"]] != [said for _, said in told["compiled"]]:
        sys.exit("The two forms do not read alike.")


def _compile(compiled: Path, source: Path) -> None:
    """Put a copy of the package into `compiled`, with the compiled modules beside."""
    shutil.copytree(ROOT / "mapper", source / "mapper", ignore=shutil.ignore_patterns("data"))
    shutil.copytree(ROOT / "mapper", compiled / "mapper", ignore=shutil.ignore_patterns("*.pyc"))
    command = [sys.executable, str(ROOT / "compile_build.py"), str(source), str(compiled)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _in_turns(forms: dict[str, Path]) -> dict[str, list[tuple[float, str]]]:
    """Seconds and what was read, for each turn of each form."""
    command = [sys.executable, str(Path(__file__).resolve()), "--child"]
    children = {
        name: subprocess.Popen(
            command,
            cwd=path,
            env={**os.environ, "PYTHONPATH": str(path), "PYTHONSAFEPATH": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name, path in forms.items()
    }
    told: dict[str, list[tuple[float, str]]] = {name: [] for name in forms}
    for first in range(0, ARTICLES, TURN):
        for name, child in children.items():
            if child.stdin is None or child.stdout is None:
                continue
            print(first, file=child.stdin, flush=True)
            seconds, said = child.stdout.readline().split()
            told[name].append((float(seconds), said))
    for child in children.values():
        child.communicate()
    return told


def _child() -> None:
    """Read the articles from each number that comes in; tell the seconds and a hash of it."""
    sys.path.append(str(Path(__file__).parent))
    from main_job import ARTICLE_BYTES, made_articles

    from mapper import pipeline

    articles = made_articles(ARTICLES, ARTICLE_BYTES)
    run = pipeline.extractor()
    for line in sys.stdin:
        begun = time.process_time()
        first = int(line)
        read = [run(article, article.published) for article in articles[first : first + TURN]]
        spent = time.process_time() - begun
        print(spent, hashlib.sha256(repr(read).encode()).hexdigest(), flush=True)


if __name__ == "__main__":
    main()
