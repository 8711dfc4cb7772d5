"""Runs the commands that pages of docs/ show, and writes their output below them.

In go the pages; of each, the blocks of code in the language `console`, from top to bottom: `$ `
begins a command, `> ` goes on with it, and all else is output. A block behind `<!-- file: NAME -->`
is written to that file first. Each page has a new folder, with seeds/ in it. `python docs/write.py`
writes what the commands print. A command that fails is an error, unless the line before the block
says `<!-- fails -->`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TIMEOUT_S = 120
_BLOCK = re.compile(
    r"(?P<head>(?:<!-- (?P<fails>fails) -->\n)?```console\n"
    r"|<!-- file: (?P<file>[\w./-]+) -->\n+```\w*\n)(?P<body>.*?)```",
    re.DOTALL,
)


def pages() -> list[Path]:
    """Give the pages that show commands with their output, sorted."""
    return [path for path in sorted(ROOT.glob("docs/**/*.md")) if _BLOCK.search(_text(path))]


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def commands(block: str) -> Iterator[str]:
    """Give the commands of a block, those of several lines with their line ends."""
    command: list[str] = []
    for line in block.splitlines():
        if command and line.startswith(("> ", ">")):
            command.append(line[2:])
            continue
        if command:
            yield "\n".join(command)
        command = [line[2:]] if line.startswith("$ ") else []
    if command:
        yield "\n".join(command)


def rewritten(text: str) -> str:
    """Give a page with the output that its commands have now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "work")
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        environment = _environment(Path(name))

        def block(found: re.Match[str]) -> str:
            if found["file"]:
                (folder / found["file"]).parent.mkdir(exist_ok=True)
                (folder / found["file"]).write_text(found["body"], "utf-8")
                return found[0]
            shown = [
                _session(command, folder, environment, fails=bool(found["fails"]))
                for command in commands(found["body"])
            ]
            return f"{found['head']}{''.join(shown)}```"

        return _BLOCK.sub(block, text)


def _environment(folder: Path) -> dict[str, str]:
    """Give an environment in which `mapper` is this one, and nothing is set for it."""
    shim = folder / "bin" / "mapper"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mapper "$@"\n')
    shim.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MAPPER_")}
    search = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return kept | {
        "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(search),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
    }


def _session(command: str, folder: Path, environment: dict[str, str], *, fails: bool) -> str:
    """Run one command and give it as it is shown, with what it printed on both streams."""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=TIMEOUT_S,
    )
    # 141: `head` has seen enough, and what wrote to it was told so.
    if (done.returncode not in {0, 141}) != fails:
        sys.exit(f"$ {command}\n{done.stdout}exit status {done.returncode}")
    first, *more = command.split("\n")
    shown = [f"$ {first}", *(f"> {line}".rstrip() for line in more)]
    return "\n".join([*shown, done.stdout])


def written() -> dict[Path, str]:
    """Give the pages with what their commands print."""
    return {path: rewritten(_text(path)) for path in pages()}
