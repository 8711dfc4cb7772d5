"""`mapper export`: which incidents, in which format, to which file."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
ENDINGS = ("geojson", "geojsons", "gpkg", "csv", "parquet", "kml")


@pytest.fixture
def project(run: Run) -> None:
    """A project file with a strike on Odesa on the 24th, and one on Sumy on the 25th."""
    assert run("add", "reports").exit_code == 0


FILTERS = [
    ((), "Odesa Sumy"),
    (("--type", "strike"), "Odesa Sumy"),
    (("--type", "strike/drone"), "Sumy"),
    (("--type", "talks,strike/missile"), "Odesa"),
    (("--type", "talks", "--type", "strike/missile"), "Odesa"),
    (("--layers", "strike/missile"), "Odesa"),
    (("--from", "2025-05-25"), "Sumy"),
    (("--to", "2025-05-24"), "Odesa"),
    (("--bbox", "30,46,31,47"), "Odesa"),
    (("--country", "ua"), "Odesa Sumy"),
    (("--country", "RU,PL"), ""),
    (("--min-confidence", "0"), "Odesa Sumy"),
    (("--min-confidence", "1"), ""),
    (("--status", "extracted"), "Odesa Sumy"),
    (("--status", "confirmed,edited"), ""),
]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("options", "kept"), FILTERS)
def test_the_options_choose_what_is_exported(
    run: Run, folder: Path, options: tuple[str, ...], kept: str
) -> None:
    text = run("export", *options).stdout
    named = [one["properties"]["place"] or "" for one in json.loads(text)["features"]]
    assert sorted(name for name in ("Odesa", "Sumy") if any(name in n for n in named)) == (
        kept.split()
    )


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("options", "kept"), FILTERS)
def test_the_same_incidents_are_listed(run: Run, options: tuple[str, ...], kept: str) -> None:
    rows = run("incidents", "list", *options).stdout.splitlines()[1:]
    assert [name for name in ("Odesa", "Sumy") if any(name in row for row in rows)] == kept.split()
    lines = run("incidents", "list", "--json", *options).stdout.splitlines()
    assert len(lines) == len(rows) == len(kept.split())


@pytest.mark.usefixtures("project")
def test_what_has_no_date_stays_in_a_period_and_is_told(run: Run, folder: Path) -> None:
    (folder / "bare.txt").write_text("A drone hit a depot in Kharkiv, police said.")
    run("add", "bare.txt")
    period = ("--from", "2025-05-25", "--to", "2025-05-31")
    with_it = run("export", "-o", "x.geojson", *period).stderr
    assert with_it == (
        "2 incidents in x.geojson (1 left out by the options; "
        "1 without a date stay in; --dated leaves them out)\n"
    )
    without = run("map", "-o", "x.html", "--dated", *period).stderr
    assert without == "1 incidents on x.html (2 left out by the options)\n"
    assert run("export", "-o", "y.csv").stderr == "3 incidents in y.csv\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("options", "kept"), FILTERS)
def test_the_map_is_of_the_same_incidents(run: Run, options: tuple[str, ...], kept: str) -> None:
    number = len(kept.split())
    left_out = "" if number == 2 else f" ({2 - number} left out by the options)"
    assert (
        run("map", "-o", "x.html", *options).stderr == f"{number} incidents on x.html{left_out}\n"
    )
    exported = run("export", "-o", "x.csv", *options)
    assert exported.stderr == f"{number} incidents in x.csv{left_out}\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["map", "export"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--type", "stirke"), "did you mean 'strike'?"),
        (("--from", "2025-05-25", "--to", "2025-05-24"), "no day lies between"),
        (("--from", "25/05/2025"), "%Y-%m-%d"),
        (("--bbox", "1,2,3"), "four numbers"),
        (("--bbox", "0,10,1,5"), "south below north"),
        (("--country", "Ukraine"), "write UA for Ukraine"),
        (("--min-confidence", "87"), "from 0 to 1"),
        (("--min-confidence", "nan"), "from 0 to 1"),
        (("--status", "checked"), "known are extracted, confirmed, edited"),
    ],
)
def test_an_option_that_makes_no_sense_is_wrong_usage(
    run: Run, folder: Path, command: str, options: tuple[str, ...], said: str
) -> None:
    done = run(command, "-o", "x.csv" if command == "export" else "x.html", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(folder.glob("x.*"))


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--columns", "gtd"), "known are mapper, acled, ucdp"),
        (("--columns", "acled", "-o", "x.kml"), "--columns is for CSV"),
        (("--bom",), "--bom is for CSV"),
        (("--seq", "--format", "csv"), "--seq is for GeoJSON"),
        (("--format", "gpkg"), "name a file: -o incidents.gpkg"),
        (("--format", "parquet", "-o", "-"), "name a file"),
        (("--format", "shapefile"), "known are geojson"),
    ],
)
def test_options_that_do_not_fit_together_are_wrong_usage(
    run: Run, options: tuple[str, ...], said: str
) -> None:
    done = run("export", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.usefixtures("project")
def test_a_mapping_of_ones_own_is_read(run: Run, folder: Path) -> None:
    (folder / "own.toml").write_text('[strike.acled]\nevent_type = "Riots"\n')
    done = run("export", "--columns", "acled", "--mapping", "own.toml")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert [row["event_type"] for row in rows] == ["Riots", "Riots"]
    (folder / "own.toml").write_text("[strike.gtd]")
    wrong = run("export", "--columns", "acled", "--mapping", "own.toml")
    assert wrong.exit_code == 1
    assert "own.toml" in wrong.stderr


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_ours_is_replaced_and_one_of_others_is_not(
    run: Run, folder: Path, ending: str
) -> None:
    path = folder / f"x.{ending}"
    assert run("export", "-o", path.name).exit_code == 0
    assert run("export", "-o", path.name).exit_code == 0
    path.write_text("not yours")
    refused = run("export", "-o", path.name)
    assert refused.exit_code == 1
    assert "--overwrite" in refused.stderr
    assert path.read_text() == "not yours"
    assert run("export", "-o", path.name, "--overwrite").exit_code == 0
    assert sorted(item.name for item in folder.iterdir()) == ["output", "reports", path.name]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("ending", ["gpkg", "parquet"])
def test_a_file_of_this_format_by_others_is_not_replaced(
    run: Run, folder: Path, ending: str
) -> None:
    import geopandas
    import shapely

    path = folder / f"x.{ending}"
    frame = geopandas.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(1, 2)], crs="EPSG:4326")
    if ending == "gpkg":
        frame.to_file(path, layer="incidents")
    else:
        frame.to_parquet(path)
    before = path.read_bytes()
    assert run("export", "-o", path.name).exit_code == 1
    assert path.read_bytes() == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("ending", ["geojson", "csv", "kml"])
def test_a_device_is_written_to(run: Run, ending: str) -> None:
    assert run("export", "-o", "/dev/null", "--format", ending).exit_code == 0
    full = run("export", "-o", "/dev/full", "--format", ending)
    assert full.exit_code == 1
    assert "No space left" in full.stderr


@pytest.mark.usefixtures("project")
def test_without_pyarrow_the_message_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("export", "-o", "x.parquet")
    assert done.exit_code == 1
    assert 'pip install "incident-mapper[parquet]"' in done.stderr
