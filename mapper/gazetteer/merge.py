"""Lay our own tables over the world list.

In: entries by id and table rows. Out: the entries, extended; a row whose id, division code or
country the world list knows extends that entry, any other is added. Every entry gets its region.
"""

from collections.abc import Iterable

from mapper.gazetteer.entry import Entry
from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key
from mapper.gazetteer.tables import Row
from mapper.gazetteer.worldlist import bare_name, region_id

# GeoNames files Israeli settlements of the West Bank under a division of Israel; the land is
# Palestine's.
RENAMED_DIVISIONS = {"IL.WE": "PS.WE"}


def rename(entries: dict[str, Entry], ids: dict[str, str]) -> dict[str, Entry]:
    """Give entries new ids, wherever they are mentioned; an id that is taken changes nothing."""
    ids = {old: new for old, new in ids.items() if old in entries and new not in entries}
    renamed = {}
    for entry in entries.values():
        entry.id = ids.get(entry.id, entry.id)
        if entry.admin1 is not None:
            entry.admin1 = ids.get(entry.admin1, entry.admin1)
        renamed[entry.id] = entry
    return renamed


def table_ids(rows: Iterable[Row]) -> dict[str, str]:
    """Give the id that the tables have for divisions, by the world list's own id."""
    return {
        region_id(*code.split(".", 1)): row.entry.id
        for row in rows
        if (code := row.notes.get("code")) and code not in RENAMED_DIVISIONS
    }


def merge(entries: dict[str, Entry], rows: Iterable[Row]) -> None:
    """Add `rows` to `entries`, regions and countries first, and find each one's region by name."""
    ordered = sorted(rows, key=lambda row: row.entry.kind not in {Kind.COUNTRY, Kind.REGION})
    countries = {e.country: e for e in entries.values() if e.kind is Kind.COUNTRY}
    by_code = {row.notes["code"]: row.entry.id for row in ordered if "code" in row.notes}
    subregions = _subregion_index(entries)
    regions: dict[tuple[str, str], str] = {}
    taken: dict[str, str] = {}
    for row in ordered:
        entry = row.entry
        known = entries.get(entry.id)
        if entry.kind is Kind.COUNTRY and known is None:
            known = countries.get(entry.country)
        elif entry.kind is Kind.REGION:
            _index_region(regions, entry, row.region)
            renamed = by_code.get(RENAMED_DIVISIONS.get(row.notes.get("code", ""), ""))
            if renamed in entries:
                entries[renamed].names |= {entry.name, *entry.names}
                continue
        else:
            entry.admin1 = regions.get((entry.country or "", name_key(row.region)))
        if entry.kind is Kind.SUBREGION and known is None:
            known = _known_subregion(subregions, entry)
            if known is not None and known.id not in taken.values():
                taken[known.id] = entry.id
                entries[entry.id] = entries.pop(known.id)
                known.id = entry.id
        if known is None:
            entries[entry.id] = entry
        else:
            _extend(known, entry)
    for entry in entries.values():
        if entry.admin2 in taken:
            entry.admin2 = taken[entry.admin2]


def _index_region(regions: dict[tuple[str, str], str], entry: Entry, called: str) -> None:
    for name in (entry.name, called, *entry.names):
        regions.setdefault((entry.country or "", name_key(name)), entry.id)


def _subregion_index(entries: dict[str, Entry]) -> dict[tuple[str, str], Entry]:
    return {
        (entry.admin1 or "", name_key(bare_name(entry.name))): entry
        for entry in entries.values()
        if entry.kind is Kind.SUBREGION
    }


def _known_subregion(index: dict[tuple[str, str], Entry], entry: Entry) -> Entry | None:
    for name in sorted({entry.name, *entry.names}):
        known = index.get((entry.admin1 or "", name_key(bare_name(name))))
        # A hromada is not the raion of that name.
        if known is not None and name_key(known.name).split()[-1:] == name_key(name).split()[-1:]:
            return known
    return None


def _extend(known: Entry, entry: Entry) -> None:
    known.names |= {known.name, *entry.names}
    known.demonyms |= entry.demonyms
    known.name = entry.name
    known.kind = entry.kind
    known.lat, known.lon = entry.lat, entry.lon
    known.country = entry.country or known.country
    known.admin1 = entry.admin1 or known.admin1
    known.parent = entry.parent or known.parent
    known.population = entry.population or known.population
    known.stem = entry.stem or known.stem
    known.prior = entry.prior
    known.curated = True
