"""Files in the programs that researchers sit before: QGIS, and R with its package sf."""

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from mapper.export import Wanted, write_file

Feature = dict[str, Any]
InQgis = Callable[..., dict[str, Any]]
InR = Callable[[str, Path], list[str]]


@pytest.fixture(scope="session")
def in_r() -> InR:
    """Run a script of R in the folder of a file; give the lines it prints, warnings among them."""
    try:
        known = subprocess.run(["Rscript", "-e", "library(sf)"], capture_output=True).returncode
    except FileNotFoundError:
        known = 1
    if known:
        pytest.skip("there is no R with sf; Debian has r-cran-sf")

    def run(script: str, folder: Path) -> list[str]:
        done = subprocess.run(
            ["Rscript", "-e", f"options(warn = 2); suppressMessages(library(sf)); {script}"],
            capture_output=True,
            text=True,
            cwd=folder,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def written(folder: Path, features: Sequence[Feature], name: str, **wanted: Any) -> Path:
    path = folder / name
    write_file(path, features, Wanted(form=path.suffix.removeprefix("."), **wanted))
    return path


def test_qgis_offers_the_layers_of_a_geopackage(
    features: list[Feature], tmp_path: Path, in_qgis: InQgis
) -> None:
    told = in_qgis(written(tmp_path, features, "x.gpkg"))
    assert {name: count for name, count in told["offered"].items() if "NoGeometry" not in name} == {
        "incidents Point": 1,
        "incidents LineString": 1,
        "incidents Polygon": 2,
    }
    assert {"sources NoGeometry", "articles NoGeometry"} < set(told["offered"])


def test_qgis_knows_days_numbers_and_what_is_unknown_in_a_geopackage(
    features: list[Feature], tmp_path: Path, in_qgis: InQgis
) -> None:
    path = written(tmp_path, features, "x.gpkg")
    told = in_qgis(
        f"{path}|layername=incidents", where='"killed_best" > 2 AND "date" >= \'2025-05-01\''
    )
    assert told["crs"] == "EPSG:4326"
    assert told["fields"]["date"] == "Date"
    assert told["fields"]["killed_best"] == "Integer64"
    assert told["fields"]["disputed"] == "Boolean"
    assert {row["id"] for row in told["rows"]} == {"point", "region", "border", "far"}
    point = next(row for row in told["rows"] if row["id"] == "point")
    assert (point[""], point["date"]) == ("Point (30.73265 46.47747)", "2025-05-24")
    unknown = in_qgis(f"{path}|layername=incidents", where='"killed_best" IS NULL')["rows"]
    assert [(row["id"], row["date"], row[""]) for row in unknown] == [("nowhere", None, None)]


def test_qgis_looks_into_the_numbers_of_geojson(
    features: list[Feature], tmp_path: Path, in_qgis: InQgis
) -> None:
    path = written(tmp_path, features, "x.geojson")
    told = in_qgis(path, where="\"killed\"['best'] > 2 AND \"date\" = '2025-05-24'")
    assert told["crs"] == "EPSG:4326"
    assert told["fields"]["date"] == "Date"
    assert {row["id"] for row in told["rows"]} == {"point", "border", "far"}
    assert "Point (30.73265 46.47747)" in {row[""] for row in told["rows"]}


def test_qgis_takes_a_csv_as_delimited_text(
    features: list[Feature], tmp_path: Path, in_qgis: InQgis
) -> None:
    path = written(tmp_path, features, "x.csv")
    points = f"file://{path}?type=csv&xField=lon&yField=lat&crs=EPSG:4326"
    told = in_qgis(points, provider="delimitedtext", where="\"geo_precision\" = 'settlement'")
    assert [(row["id"], row[""]) for row in told["rows"]] == [
        ("point", "Point (30.73265 46.47747)")
    ]
    assert told["fields"]["date"] == "date"
    assert told["fields"]["killed_best"] == "integer"
    areas = f"file://{path}?type=csv&wktField=wkt&geomType=polygon&crs=EPSG:4326"
    told = in_qgis(areas, provider="delimitedtext")
    assert {row["id"] for row in told["rows"]} == {"region", "far", "nowhere"}


def test_qgis_takes_the_columns_of_acled_as_points(
    features: list[Feature], tmp_path: Path, in_qgis: InQgis
) -> None:
    path = written(tmp_path, features, "x.csv", columns="acled")
    uri = f"file://{path}?type=csv&xField=longitude&yField=latitude&crs=EPSG:4326"
    told = in_qgis(uri, provider="delimitedtext", where="\"event_id_cnty\" = 'point'")
    (row,) = told["rows"]
    assert (row[""], row["fatalities"]) == ("Point (30.7326 46.4775)", 3)


@pytest.mark.parametrize("name", ["x.gpkg", "x.geojson"])
def test_r_reads_days_numbers_and_shapes(
    features: list[Feature], tmp_path: Path, in_r: InR, name: str
) -> None:
    written(tmp_path, features, name)
    layer = ', layer = "incidents"' if name.endswith("gpkg") else ""
    told = in_r(
        f'x <- st_read("{name}"{layer}, quiet = TRUE); cat(nrow(x), st_crs(x)$epsg, class(x$date), '
        "sum(is.na(x$date)), sum(st_is_empty(x)), all(st_is_valid(x))); "
        'p <- x[x$id == "point", ]; cat("\\n", st_as_text(st_geometry(p)), format(p$date))',
        tmp_path,
    )
    assert told == ["5 4326 Date 1 1 TRUE", " POINT (30.73265 46.47747) 2025-05-24"]


def test_r_joins_incidents_with_their_words(
    features: list[Feature], tmp_path: Path, in_r: InR
) -> None:
    written(tmp_path, features, "x.gpkg")
    told = in_r(
        'i <- st_read("x.gpkg", layer = "incidents", quiet = TRUE); '
        's <- st_read("x.gpkg", layer = "sources", quiet = TRUE); '
        'j <- merge(st_drop_geometry(i), s, by.x = "id", by.y = "incident_id"); '
        'cat(nrow(j), sum(j$killed_best.x, na.rm = TRUE), j$quote[j$id == "point"])',
        tmp_path,
    )
    assert told == ["5 12 A missile hit the port of Odesa, killing three."]


def test_r_reads_the_tables(features: list[Feature], tmp_path: Path, in_r: InR) -> None:
    written(tmp_path, features, "x.csv")
    written(tmp_path, features, "acled.csv", columns="acled")
    written(tmp_path, features, "ucdp.csv", columns="ucdp")
    told = in_r(
        'x <- read.csv("x.csv"); '
        "cat(nrow(x), class(x$killed_best), sum(x$killed_best, na.rm = TRUE), "
        "sum(is.na(as.Date(x$date)))); "
        's <- st_read("x.csv", options = c("GEOM_POSSIBLE_NAMES=wkt"), crs = 4326, quiet = TRUE); '
        'cat("\\n", nrow(s), sum(!st_is_empty(s))); '
        'a <- read.csv("acled.csv"); cat("\\n", nrow(a), class(a$fatalities), class(a$latitude)); '
        'u <- read.csv("ucdp.csv"); cat("\\n", nrow(u), class(u$best), class(u$latitude))',
        tmp_path,
    )
    assert told == ["5 integer 12 1", " 5 4", " 5 integer numeric", " 5 integer numeric"]
