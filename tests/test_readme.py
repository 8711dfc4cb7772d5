"""What README.md promises: its commands exist, its main job gives what a reader of seeds/ expects.

The commands of the main job are read from README.md and run as they stand, in a new folder.
"""

import contextlib
import dataclasses
import datetime as dt
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from mapper.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")

# The level of a place, and the shapes that may stand for it.
SHAPES: dict[str, set[str | None]] = {
    "facility": {"Point"},
    "district": {"Point"},
    "settlement": {"Point"},
    "border": {"LineString", "MultiLineString"},
    "region": {"Polygon", "MultiPolygon"},
    "area": {"Polygon", "MultiPolygon"},
    "country": {"Polygon", "MultiPolygon"},
    "unknown": {None},
}


def block(mark: str) -> str:
    """The fenced block that follows a mark."""
    found = re.search(rf"<!-- {mark} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, f"README.md has no block behind <!-- {mark} -->"
    return found[1]


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The commands that do something, each with its path."""
    if not isinstance(group, click.Group):
        yield path
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield from commands(command, (*path, name))


COMMANDS = sorted(commands(cli))


def named() -> list[str]:
    """The command lines that the text names."""
    return sorted(set(re.findall(r"`(mapper [^`]+)`", README)))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_is_in_the_table(command: tuple[str, ...]) -> None:
    assert re.search(rf"^\| `mapper {' '.join(command)}\b[^`]*` \|", README, re.MULTILINE)


@pytest.mark.parametrize("line", named())
def test_every_command_that_is_named_exists(line: str) -> None:
    words = tuple(shlex.split(line)[1:])
    assert any(command[: len(words)] == words[: len(command)] for command in COMMANDS)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z][a-z-]*)", README))))
def test_every_option_that_is_named_exists(option: str) -> None:
    pages = [CliRunner().invoke(cli, [*command, "--help"]).output for command in [(), *COMMANDS]]
    assert any(re.search(rf"{option}\b", page) for page in pages)


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_python_example_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", block("python")], capture_output=True, text=True, check=True
    )
    *toponyms, report = done.stdout.splitlines()
    assert [line.split()[2] for line in toponyms] == ["Sumy", "Bilopillia"]
    assert re.match(r"strike .*Odesa 3 'A missile struck the port of Odesa", report)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """The folder in which the main job ran, and what it exported."""

    folder: Path
    features: list[dict[str, Any]]

    def mapper(self, *arguments: str) -> str:
        with contextlib.chdir(self.folder):
            done = CliRunner().invoke(cli, list(arguments), catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.stdout


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The mapper commands of the main job's line, run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    job = Ran(folder=folder, features=[])
    lines = [part.strip() for part in block("main job").split("&&")]
    for line in (line for line in lines if line.startswith("mapper ")):
        job.mapper(*shlex.split(line)[1:])
    export = json.loads((folder / "output/incidents.geojson").read_text("utf-8"))
    job.features.extend(export["features"])
    return job


def test_the_main_job_writes_the_map_and_the_export(ran: Ran) -> None:
    page = (ran.folder / "output/map.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert all(feature["id"] in page for feature in ran.features)
    assert ran.features


def test_the_shape_is_no_finer_than_the_words(ran: Ran) -> None:
    for feature in ran.features:
        geometry, level = feature["geometry"], feature["properties"]["geo_precision"]
        shape = geometry["type"] if geometry else None
        assert shape in SHAPES[level], feature["properties"]["title"]


def test_every_quote_stands_in_its_article(ran: Ran) -> None:
    texts: dict[str, str] = {}
    for source in (s for feature in ran.features for s in feature["properties"]["sources"]):
        name = source["article"]
        if name not in texts:
            texts[name] = json.loads(ran.mapper("articles", "show", "--json", name))["text"]
        assert texts[name][source["start"] : source["end"]] == source["quote"]
    assert len(texts) == 5


def test_the_same_articles_again_change_nothing(ran: Ran) -> None:
    before = ran.mapper("export")
    ran.mapper("add", "seeds/")
    assert ran.mapper("export") == before


# The incidents that a reader takes from the five reports: types, a day, a part of the place's name,
# levels, and numbers by dotted name.
Expected = tuple[str, str, str, str, dict[str, int]]
EXPECTED: dict[str, Expected] = {
    "Kyiv on Saturday": ("strike", "2025-05-24", "Kyiv", "settlement", {"injured.best": 15}),
    "Obolon": ("strike", "2025-05-24", "Obolon", "district", {"injured.best": 5}),
    "Solomianskyi": ("strike", "2025-05-24", "Solomi", "district", {}),
    "Odesa": ("strike", "2025-05-24", "Odesa", "settlement facility", {"killed.best": 3}),
    "Tula": ("strike", "2025-05-24", "Tula", "settlement region", {"injured.best": 3}),
    "Belgorod": ("interception", "2025-05-24", "Belgorod", "region", {}),
    "Friday's swap": (
        "prisoner_swap",
        "2025-05-23",
        "Belarus",
        "border",
        {"prisoners.UKR": 390, "prisoners.RUS": 390},
    ),
    "Saturday's swap": (
        "prisoner_swap",
        "2025-05-24",
        "Belarus",
        "border",
        {"prisoners.UKR": 307, "prisoners.RUS": 307},
    ),
    "arrival at Chernihiv": ("prisoner_swap", "2025-05-24", "Chernihiv", "region", {}),
    "Sunday's swap": ("prisoner_swap", "2025-05-25", "", "", {"prisoners.UKR": 303}),
    "Kyiv on Sunday": ("strike", "2025-05-25", "Kyiv", "settlement", {"injured.best": 11}),
    "Ukraine on Sunday": (
        "strike casualties",
        "2025-05-25",
        "Ukraine",
        "country",
        {"killed.best": 12},
    ),
    "Kharkiv region on Sunday": ("strike", "2025-05-25", "Kharkiv", "region", {}),
    "Kharkiv region before": (
        "casualties strike",
        "2025-05-24",
        "Kharkiv",
        "region",
        {"killed.best": 4},
    ),
    "south, east and north": (
        "casualties strike",
        "2025-05-24",
        "Ukraine",
        "area",
        {"killed.best": 13},
    ),
}


def fits(feature: dict[str, Any], expected: Expected) -> bool:
    properties = feature["properties"]
    types, day, place, levels, numbers = expected
    return (
        properties["event_type"] in types.split()
        and properties["date"] is not None
        and properties["date"] <= day <= properties["end_date"]
        and place in (properties["place"] or "")
        and (not levels or properties["geo_precision"] in levels.split())
        and all(value(properties, name) == number for name, number in numbers.items())
    )


def value(properties: dict[str, Any], dotted: str) -> Any:
    first, last = dotted.split(".")
    return properties[first].get(last)


def told(feature: dict[str, Any]) -> str:
    keys = ("event_type", "date", "end_date", "place", "geo_precision", "prisoners")
    properties = feature["properties"]
    harm = [properties[name]["best"] for name in ("killed", "injured")]
    return f"{[properties[key] for key in keys]} killed, injured {harm}"


@pytest.mark.parametrize("expected", EXPECTED.values(), ids=EXPECTED)
def test_the_main_job_gives_what_a_reader_takes(ran: Ran, expected: Expected) -> None:
    found = [feature for feature in ran.features if fits(feature, expected)]
    assert len(found) == 1, "\n".join(map(told, ran.features))


def test_a_claim_that_the_other_side_contradicts_is_disputed(ran: Ran) -> None:
    odesa = [feature for feature in ran.features if fits(feature, EXPECTED["Odesa"])]
    assert [feature["properties"]["disputed"] for feature in odesa] == [True]


def test_a_district_is_part_of_the_strike_on_its_city(ran: Ran) -> None:
    by_id = {feature["id"]: feature["properties"] for feature in ran.features}
    (obolon,) = (feature for feature in ran.features if fits(feature, EXPECTED["Obolon"]))
    parent = obolon["properties"]["parent"]
    assert parent is not None
    assert (by_id[parent]["place"], by_id[parent]["date"]) == ("Kyiv", "2025-05-24")


@pytest.mark.parametrize("place", ["Warsaw", "Istanbul", "Washington", "New Jersey", "Brussels"])
def test_where_somebody_writes_or_talks_nothing_was_struck_or_swapped(ran: Ran, place: str) -> None:
    there = [f for f in ran.features if place in (f["properties"]["place"] or "")]
    assert [told(f) for f in there if f["properties"]["event_type"] != "talks"] == []


def test_days_are_within_the_reports(ran: Ran) -> None:
    first, last = dt.date(2025, 5, 23), dt.date(2025, 5, 26)
    for feature in ran.features:
        day = feature["properties"]["date"]
        assert day is None or first <= dt.date.fromisoformat(day) <= last, told(feature)


def test_the_incident_that_is_shown_is_the_one_of_the_main_job(ran: Ran) -> None:
    shown = block("shown").splitlines()
    output = ran.mapper("incidents", "show", shown[0].split()[-1])
    lines = [line for line in shown[1:] if line != "..."]
    assert len(lines) > 5
    assert [line for line in lines if line not in output.splitlines()] == []
