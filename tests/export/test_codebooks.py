"""Incidents in the columns of ACLED and of UCDP's GED, as their codebooks say."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mapper.errors import MappingError
from mapper.export import Wanted, lines, load_codebooks
from mapper.export.acled import ACLED_COLUMNS
from mapper.export.codebook import bundled_codebooks
from mapper.export.ucdp import UCDP_COLUMNS, priogrid
from mapper.gazetteer.model import Kind
from mapper.incident.model import Range
from mapper.lexicon import load_lexicon

Make = Callable[..., dict[str, Any]]


def row(feature: dict[str, Any], columns: str, **wanted: Any) -> dict[str, str]:
    text = "".join(lines([feature], Wanted(form="csv", columns=columns, **wanted)))
    (one,) = csv.DictReader(io.StringIO(text, newline=""))
    return one


def told(one: dict[str, str], names: str) -> list[str]:
    return [one[name] for name in names.split()]


def test_the_columns_are_those_of_the_codebooks(make: Make) -> None:
    assert tuple(row(make(), "acled")) == ACLED_COLUMNS
    assert tuple(row(make(), "ucdp")) == UCDP_COLUMNS
    assert (len(ACLED_COLUMNS), len(UCDP_COLUMNS)) == (31, 49)


def test_a_strike_in_acled(make: Make) -> None:
    one = row(make(), "acled")
    assert told(one, "event_date year time_precision") == ["2025-05-24", "2025", "1"]
    assert told(one, "disorder_type event_type sub_event_type") == [
        *("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack")
    ]
    assert told(one, "actor1 inter1 actor2 interaction") == [
        *("Russia", "External/Other forces", "", "")
    ]
    assert told(one, "iso country admin1 location geo_precision") == [
        *("804", "Ukraine", "Odesa Oblast", "Odesa", "1")
    ]
    assert told(one, "latitude longitude source fatalities") == ["46.4775", "30.7326", "Daily", "3"]
    assert one["notes"].startswith("Missile strike on port, Odesa | A missile hit")
    assert one["tags"] == "mapper type=strike/missile; status=extracted; confidence=0.9"
    assert "".join(told(one, "assoc_actor_1 civilian_targeting region source_scale")) == ""


@pytest.mark.parametrize(
    ("first", "last", "date", "precision"),
    [
        ("2025-05-24", "2025-05-24", "2025-05-24", "1"),
        ("2025-05-24", "2025-05-25", "2025-05-24", "2"),
        ("2025-05-19", "2025-05-25", "2025-05-22", "2"),
        ("2025-05-01", "2025-05-31", "2025-05-16", "3"),
        ("2025-01-01", "2025-12-31", "", ""),
    ],
    ids=["day", "two days", "week", "month", "year"],
)
def test_the_middle_of_a_period_stands_for_it_in_acled(
    make: Make, first: str, last: str, date: str, precision: str
) -> None:
    one = row(make(days=(first, last)), "acled")
    assert told(one, "event_date time_precision year") == [date, precision, "2025"]


def test_what_is_undated_and_nowhere_is_empty(make: Make) -> None:
    nothing = make(kind=None, days=None, killed=Range(), initiator=None)
    acled, ucdp = row(nothing, "acled"), row(nothing, "ucdp")
    assert "".join(told(acled, "event_date year latitude geo_precision country actor1")) == ""
    assert "".join(told(ucdp, "date_start date_prec latitude where_prec priogrid_gid side_a")) == ""


@pytest.mark.parametrize(
    ("killed", "word", "number"),
    [
        (Range(low=12, best=13, high=13), None, "12"),
        (Range(best=4), None, "4"),
        (Range(), None, "0"),
        (Range(), "several", "3"),
        (Range(), "dozens", "12"),
        (Range(), "hundreds", "100"),
        (Range(low=0, best=0, high=0), None, "0"),
    ],
)
def test_acled_counts_the_lowest_number_and_words_as_it_says(
    make: Make, killed: Range, word: str | None, number: str
) -> None:
    feature = make(killed=killed)
    feature["properties"]["sources"][0]["killed"] = None if word is None else {"word": word}
    assert row(feature, "acled")["fatalities"] == number


def test_the_two_sides_of_an_exchange_are_the_actors(make: Make) -> None:
    swap = make(
        event_type="prisoner_swap",
        sub_type="exchange",
        initiator=None,
        prisoners=(("RUS", 307), ("UKR", 307)),
    )
    one = row(swap, "acled")
    assert told(one, "actor1 actor2") == ["Russia", "Ukraine"]
    assert told(one, "inter1 inter2") == ["External/Other forces", "State forces"]
    assert one["interaction"] == "State forces-External/Other forces"
    assert told(one, "event_type sub_event_type") == ["Strategic developments", "Agreement"]


def test_a_group_is_named_and_what_kind_it_is_is_not_told(make: Make) -> None:
    one = row(make(initiator="M23"), "acled")
    assert told(one, "actor1 inter1") == ["M23", ""]
    assert row(make(initiator="M23"), "ucdp")["side_a"] == "M23"


def test_a_strike_in_ucdp(make: Make) -> None:
    one = row(make(days=("2025-05-24", "2025-05-25")), "ucdp")
    assert told(one, "id year date_prec date_start date_end") == [
        *("i1", "2025", "2", "2025-05-24", "2025-05-25")
    ]
    assert told(one, "side_a number_of_sources source_office source_headline") == [
        *("Government of Russia", "1", "Daily", "Strike")
    ]
    assert one["source_article"] == '"Daily,2025-05-24,Strike"'
    assert told(one, "where_prec where_coordinates adm_1 country event_clarity") == [
        *("1", "Odesa", "Odesa Oblast", "Ukraine", "1")
    ]
    assert told(one, "low best high deaths_unknown") == ["3", "3", "3", "3"]
    assert told(one, "latitude longitude geom_wkt") == [
        *("46.47747", "30.73265", "POINT (30.73265 46.47747)")
    ]
    empty = "type_of_violence conflict_new_id dyad_new_id side_b deaths_a deaths_civilians gwnoa"
    assert "".join(told(one, empty)) == ""


@pytest.mark.parametrize(
    ("days", "precision"),
    [(1, "1"), (2, "2"), (6, "2"), (7, "3"), (8, "4"), (31, "4"), (32, "5")],
)
def test_how_fine_a_date_is_in_ucdp(make: Make, days: int, precision: str) -> None:
    last = f"2025-05-{days:02}" if days < 32 else "2025-06-01"
    assert row(make(days=("2025-05-01", last)), "ucdp")["date_prec"] == precision


@pytest.mark.parametrize(
    ("kind", "precision", "acled", "ucdp"),
    [
        (Kind.FACILITY, "facility", "1", "1"),
        (Kind.DISTRICT, "district", "1", "1"),
        (Kind.REGION, "region", "3", "4"),
        (Kind.AREA, "area", "3", "5"),
        (Kind.BORDER, "border", "3", "5"),
        (Kind.COUNTRY, "country", "", "6"),
    ],
)
def test_how_fine_a_place_is(make: Make, kind: Kind, precision: str, acled: str, ucdp: str) -> None:
    feature = make(kind=kind, precision=precision)
    assert row(feature, "acled")["geo_precision"] == acled
    assert row(feature, "ucdp")["where_prec"] == ucdp


def test_a_second_order_division_is_finer_in_ucdp(make: Make) -> None:
    feature = make(kind=Kind.SUBREGION, precision="region")
    feature["properties"]["admin2"] = feature["properties"]["place"]
    assert row(feature, "ucdp")["where_prec"] == "3"


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-90.0, -180.0, 1), (-89.9, -179.4, 2), (-89.4, -180.0, 721), (90.0, 180.0, 259200)],
)
def test_cells_of_the_grid_are_numbered_from_the_south_west(
    lat: float, lon: float, cell: int
) -> None:
    assert priogrid(lat, lon) == cell


def test_every_type_of_war_has_a_place_in_the_codebooks() -> None:
    lexicon, tables = load_lexicon(), bundled_codebooks()
    assert set(tables) == set(lexicon.types)
    named = {sub for table in tables.values() for sub in table["acled"].get("sub_types", {})}
    assert named <= set(lexicon.sub_types)


def test_a_type_that_no_codebook_names_has_its_columns_empty(make: Make) -> None:
    flood = make(event_type="flood", sub_type=None)
    assert told(row(flood, "acled"), "disorder_type event_type sub_event_type tags") == [
        *("", "", "", "mapper type=flood; status=extracted; confidence=0.9")
    ]
    assert row(flood, "ucdp")["event_clarity"] == ""


def test_a_file_of_ones_own_names_types_of_ones_own(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[flood.acled]\nevent_type = "Strategic developments"\n'
        'sub_event_type = "Other"\n[strike.ucdp]\ntype_of_violence = 1\n'
    )
    tables = load_codebooks(path)
    flood = row(make(event_type="flood", sub_type=None), "acled", codebooks=tables)
    assert told(flood, "event_type sub_event_type") == ["Strategic developments", "Other"]
    strike = make()
    assert row(strike, "ucdp", codebooks=tables)["type_of_violence"] == "1"
    assert row(strike, "acled", codebooks=tables)["event_type"] == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not toml", "no TOML"),
        ("\xff", "no TOML"),
        ("flood = 1", r"\[flood.acled\]"),
        ("[flood.gtd]\na = 1", "known are acled, ucdp"),
        ('[flood.acled]\nkind = "x"', "'kind' is not known"),
        ("[flood.acled]\nevent_type = 1", "'event_type' is not of the kind str"),
        ("[flood.ucdp]\nevent_clarity = true", "not of the kind int"),
        ("[flood.acled.sub_types]\nflash = 1", "no text"),
        ("# " + "x" * 200_001, "larger than 200 kB"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_is_wrong(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(MappingError, match=said):
        load_codebooks(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="cannot be read"):
        load_codebooks(tmp_path / "none.toml")
