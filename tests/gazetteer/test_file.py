"""The gazetteer's file: opening, refusing, building from tables."""

import sqlite3
from pathlib import Path

import pytest

from mapper.errors import GazetteerError
from mapper.gazetteer import Gazetteer, Kind
from mapper.gazetteer.entry import Entry, is_useful_name, plain_romanisation
from mapper.gazetteer.tables import COLUMNS, read_tables
from mapper.gazetteer.worldlist import bare_name
from mapper.gazetteer.write import write_gazetteer


def write_one(path: Path) -> None:
    town = Entry(id="mapper:town", name="Newtown", kind=Kind.SETTLEMENT, lat=-1.5, lon=-2.25)
    write_gazetteer(path, [town], neighbours=[("AA", "BB")], facts={"made": "today"})


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_one(tmp_path / "own.sqlite")
    with Gazetteer.open(tmp_path / "own.sqlite") as gazetteer:
        place = gazetteer.lookup("newtown")[0].place
        assert (place.id, place.lat, place.lon) == ("mapper:town", -1.5, -2.25)
        assert gazetteer.place("mapper:town") == place
        assert gazetteer.neighbours("BB") == ("AA",)
        assert gazetteer.info()["made"] == "today"


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_one(tmp_path / "own.sqlite")
    monkeypatch.setenv("MAPPER_GAZETTEER", str(tmp_path / "own.sqlite"))
    with Gazetteer.open() as gazetteer:
        assert gazetteer.info()["names"] == 1


def test_a_missing_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="No gazetteer at .*build"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("not a database, but long enough to have a header " * 10)
    with pytest.raises(GazetteerError, match="is not a gazetteer"):
        Gazetteer.open(path)


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    write_one(path)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(GazetteerError, match="version 99"):
        Gazetteer.open(path)


def table(folder: Path, *lines: str) -> Path:
    (folder / "own.csv").write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return folder


def test_a_table_row_is_read_whole(tmp_path: Path) -> None:
    line = (
        "geonames:1,Khark Oblast,region,50,36,UA,Khark Oblast,,5,A|B,Kharker,,own,"
        "code=UA.07 capital=7 stem=Khark Town|Kark"
    )
    (row,) = read_tables(table(tmp_path, line))
    assert row.entry.names == {"A", "B", "Khark Town", "Kark"}
    assert row.entry.demonyms == {"Kharker"}
    assert row.entry.stem == "Khark Town"
    assert row.notes == {"code": "UA.07", "capital": "7", "stem": "Khark Town|Kark"}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("a,A,village,1,2,,,,,,,,,", id="kind"),
        pytest.param("a,A,settlement,north,2,,,,,,,,,", id="latitude"),
        pytest.param("a,,settlement,1,2,,,,,,,,,", id="name"),
        pytest.param("a,A,settlement,1,2,,,,many,,,,,", id="population"),
        pytest.param("a,A,settlement,1,2,,,,,,,,,,,", id="columns"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(GazetteerError, match=r"own\.csv, line 2"):
        list(read_tables(table(tmp_path, line)))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kharkiv Oblast", "Kharkiv"),
        ("Kharkivs’ka Oblast’", "Kharkivs’ka"),
        ("Cercle de Kita", "Kita"),
        ("Provincia de Soria", "Soria"),
        ("Al Bayda", "Al Bayda"),
        ("Region", "Region"),
    ],
)
def test_a_division_has_a_bare_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("name", "useful"),
    [
        ("Kiev", True),
        ("Киев", True),
        ("كييف", True),
        ("HRK", False),
        ("kiyebha", False),
        ("Ő", False),
    ],
)
def test_codes_and_machine_romanisations_are_no_names(name: str, useful: bool) -> None:
    assert is_useful_name(name) is useful


def test_learned_marks_come_off_and_accents_stay() -> None:
    assert plain_romanisation("Khān Yūnis") == "Khan Yunis"
    assert plain_romanisation("Al Ḩudaydah") == "Al Hudaydah"
    assert plain_romanisation("Béjaïa") == "Béjaïa"
