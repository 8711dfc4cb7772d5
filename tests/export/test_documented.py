"""docs/files.md has every format, ending, option and column."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapper.cli import cli
from mapper.export.acled import ACLED_COLUMNS
from mapper.export.codebook import bundled_codebooks, load_codebooks
from mapper.export.forms import EXTENSIONS, FORMATS
from mapper.export.geopackage import INCIDENT_COLUMNS
from mapper.export.parquet import incident_schema
from mapper.export.table import COLUMNS
from mapper.export.ucdp import UCDP_COLUMNS

DOCUMENT = (Path(__file__).parents[2] / "docs/files.md").read_text("utf-8")


def part(heading: str) -> str:
    """What stands below a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#)", DOCUMENT, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def words(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def is_named(name: str, text: str) -> bool:
    named = words(text)
    return name in named or any(w.endswith("*") and name.startswith(w[:-1]) for w in named)


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("CSV", COLUMNS),
        ("ACLED's columns", ACLED_COLUMNS),
        ("UCDP GED's columns", UCDP_COLUMNS),
        ("GeoParquet", ("id", "geometry", "bbox")),
    ],
)
def test_every_column_is_in_its_table(heading: str, columns: tuple[str, ...]) -> None:
    text = part(heading)
    assert [name for name in columns if not is_named(name, text)] == []


def test_every_property_is_told_once_for_all_formats() -> None:
    text = part("GeoJSON")
    schema = incident_schema()
    inner = schema.field("sources").type.value_type
    names = {*schema.names, *(field.name for field in inner)} - {"geometry", "bbox"}
    assert [name for name in sorted(names) if not is_named(name, text)] == []


def test_every_column_of_the_geopackage_is_told() -> None:
    text = part("GeoJSON") + part("GeoPackage") + part("CSV")
    assert [name for name in INCIDENT_COLUMNS if not is_named(name, text)] == []


def test_every_option_format_and_ending_is_told() -> None:
    for command in ("export", "map"):
        listed = CliRunner().invoke(cli, [command, "--help"]).output
        known = set(re.findall(r"--[a-z-]+", listed))
        asked = re.findall(r"`(--[a-z-]+)", part("Which incidents"))
        assert set(asked) <= known
    assert [one for one in (*FORMATS, *EXTENSIONS) if f"`{one}`" not in DOCUMENT] == []


def test_every_type_of_the_codebooks_is_in_the_table() -> None:
    text = part("What types are called there")
    for name, books in bundled_codebooks().items():
        acled = books["acled"]
        said = [value for value in acled.values() if isinstance(value, str)]
        assert [one for one in said if one not in text] == []
        for sub, called in acled.get("sub_types", {}).items():
            (line,) = (line for line in text.splitlines() if f"`{name}/{sub}`" in line)
            assert called in line
        assert name in text


def test_the_mapping_that_is_shown_can_be_read(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    (tmp_path / "own.toml").write_text(shown)
    assert load_codebooks(tmp_path / "own.toml")["riot"]["ucdp"]["type_of_violence"] == 2
