"""Find the capital of each country and the seat of each region.

In: entries and table rows. Out: the same entries, with `capital` set on countries and regions and
`leads` on the towns. The tables say some; the world list names the capitals of countries; the rest
is inferred: the town that the region is called after, else its largest.
"""

import collections
from collections.abc import Iterable

from mapper.gazetteer.entry import Entry, prior_of
from mapper.gazetteer.model import Kind
from mapper.gazetteer.names import name_key
from mapper.gazetteer.tables import Row
from mapper.gazetteer.worldlist import bare_name, country_capitals

# A village that shares the region's name is not its seat; a town of a tenth of the largest is.
_SEAT_SHARE = 0.1
# Where a region is not named as one, it is meant in about one case of four.
_NAMESAKE_SHARE = 0.3
# A town of this part of its region's people is meant by the name of both all the same (New York).
_CITY_SHARE = 0.25
# Without a name to go by, a region's largest town counts as its seat when it is this much larger
# than the next: Houston is not the capital of Texas.
_DOMINANT = 2.0


def set_capitals(entries: dict[str, Entry], rows: Iterable[Row]) -> None:
    """Set `capital` and `leads`."""
    told = {
        row.entry.id: f"geonames:{number}"
        for row in rows
        if (number := row.notes.get("capital") or row.notes.get("seat"))
    }
    towns = [entry for entry in entries.values() if entry.kind is Kind.SETTLEMENT]
    in_country = collections.defaultdict(list)
    in_region = collections.defaultdict(list)
    for town in sorted(towns, key=lambda town: -town.population):
        in_country[town.country].append(town)
        in_region[town.admin1].append(town)
    named = country_capitals()
    for entry in list(entries.values()):
        capital = entries.get(told.get(entry.id, ""))
        if capital is None and entry.kind is Kind.COUNTRY:
            key = name_key(named.get(entry.country or "", ""))
            capital = _called(in_country[entry.country], {key})
        if capital is None and entry.kind is Kind.REGION:
            capital = _seat(entry, in_region[entry.id], in_country[entry.country])
        if capital is not None:
            entry.capital = capital.id
            if entry.kind is Kind.COUNTRY:
                capital.leads = 2
            elif entry.kind is Kind.REGION:
                capital.leads = max(capital.leads, 1)
    _cede_names(entries)


def _cede_names(entries: dict[str, Entry]) -> None:
    """Keep a division lighter than the seat whose name it bears: "Donetsk" alone is the city."""
    for entry in entries.values():
        seat = entries.get(entry.capital or "")
        if entry.kind is Kind.REGION and seat is not None and entry.prior is None:
            keys = {name_key(name) for name in (seat.name, *seat.names)}
            own = {name_key(bare_name(entry.name)), name_key(entry.stem)}
            # Who says "Quebec City" for the town says "Quebec" for the province.
            told_apart = any(f"{key} city" in keys for key in own)
            if told_apart and seat.population < _CITY_SHARE * entry.population:
                continue
            if keys & own:
                entry.prior = min(prior_of(entry), round(prior_of(seat) * _NAMESAKE_SHARE))


def _called(towns: list[Entry], keys: set[str]) -> Entry | None:
    """Give the largest of `towns` that is called so by its main name, else by another."""
    keys = keys - {""}
    for town in towns:
        if name_key(town.name) in keys:
            return town
    for town in towns:
        if any(name_key(name) in keys for name in town.names):
            return town
    return None


def _seat(region: Entry, inside: list[Entry], country: list[Entry]) -> Entry | None:
    if not inside:
        return None
    keys = {name_key(bare_name(name)) for name in (region.name, *region.names)}
    floor = inside[0].population * _SEAT_SHARE
    large = [town for town in inside if town.population >= floor]
    # The oblasts of Kyiv, Moscow and Minsk lie around a city that is a region of its own.
    around = [town for town in country[:5] if name_key(town.name) in keys]
    seat = _called(large, keys) or (around[0] if around else None)
    if seat is None and (
        len(inside) == 1 or inside[0].population >= _DOMINANT * inside[1].population
    ):
        seat = inside[0]
    return seat
