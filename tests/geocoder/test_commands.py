"""`mapper add --geocoder` and `mapper geocode`, against a server on the loopback."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from mapper.cli import cli

if TYPE_CHECKING:
    from tests.geocoder.conftest import Server, Village

TEXT = (
    "Two people were killed when a Russian drone hit the village of Lisnovynka in the Sumy region "
    "on Saturday, police said.\n\n"
    "A missile struck the village of Barvynsk in the Kharkiv region on Saturday, killing four.\n"
)
Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with an article; no settings of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("DB", "GEOCODER", "GEOCODER_URL", "GEOCODER_KEY", "GEOCODER_USER_AGENT"):
        monkeypatch.delenv(f"MAPPER_{name}", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.md").write_text(f"---\npublished: 2025-05-24\n---\n{TEXT}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command; an unexpected exception fails the test."""

    def run_(*args: str) -> Result:
        return CliRunner().invoke(cli, list(args), catch_exceptions=False)

    return run_


def places(run: Run) -> set[str | None]:
    features = json.loads(run("export").stdout)["features"]
    return {feature["properties"]["place_id"] for feature in features}


def test_add_asks_and_export_and_map_have_the_place_without_the_geocoder(
    server: "Server", run: Run, folder: Path, village: "Village"
) -> None:
    server.answers["Lisnovynka"] = [village()]
    done = run("add", "a.md", "--geocoder", "nominatim", "--geocoder-url", server.url)
    assert done.exit_code == 0
    assert "1 found, 1 not found" in done.stderr
    assert sorted(server.names) == ["Barvynsk", "Lisnovynka"]
    asked = len(server.asked)
    assert "osm:node/101" in places(run)
    assert run("map", "-o", "map.html").exit_code == 0
    assert "Lisnovynka" in (folder / "map.html").read_text("utf-8")
    assert (
        run("add", "a.md", "--geocoder", "nominatim", "--geocoder-url", server.url).exit_code == 0
    )
    assert len(server.asked) == asked


def test_nobody_is_asked_unless_a_geocoder_is_named(server: "Server", run: Run) -> None:
    assert run("add", "a.md").exit_code == 0
    assert server.asked == []


def test_settings_come_from_the_environment_too(
    server: "Server", run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_GEOCODER", "geonames")
    monkeypatch.setenv("MAPPER_GEOCODER_URL", server.url)
    monkeypatch.setenv("MAPPER_GEOCODER_KEY", "secret-name")
    monkeypatch.setenv("MAPPER_GEOCODER_USER_AGENT", "Daily Planet")
    server.default = {"geonames": []}
    assert run("add", "a.md").exit_code == 0
    assert {query["username"] for query in server.asked} == {"secret-name"}
    assert set(server.agents) == {"Daily Planet"}


def test_the_key_is_neither_printed_nor_stored(server: "Server", run: Run, folder: Path) -> None:
    server.status = 401
    given = ("--geocoder", "geonames", "--geocoder-url", server.url, "--geocoder-key", "s3cret")
    done = run("add", "a.md", *given)
    assert done.exit_code == 1
    assert len(server.asked) == 1
    assert "s3cret" not in done.output
    assert b"s3cret" not in b"".join(
        file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )


def test_a_failure_is_told_and_tried_again_by_geocode(
    server: "Server", run: Run, village: "Village"
) -> None:
    server.status = 500
    given = ("--geocoder", "nominatim", "--geocoder-url", server.url)
    done = run("add", "a.md", *given)
    assert done.exit_code == 1
    assert "1 article read, 2 incidents (2 new)" in done.stderr
    assert "'Barvynsk', 'Lisnovynka': it failed (500)" in done.stderr
    assert "mapper geocode" in done.stderr
    server.status, server.answers = 200, {"Lisnovynka": [village()]}
    done = run("geocode", *given)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "osm:node/101" in places(run)


def test_429_says_when_to_come_again(server: "Server", run: Run) -> None:
    server.status, server.headers = 429, {"Retry-After": "600"}
    given = ("--geocoder", "nominatim", "--geocoder-url", server.url)
    done = run("add", "a.md", *given)
    assert done.exit_code == 1
    assert "'Barvynsk': it was asked too often (429)" in done.stderr
    assert "was not asked for 'Lisnovynka'" in done.stderr
    assert " UTC with `mapper geocode`" in done.stderr
    server.status = 200
    done = run("geocode", *given)
    assert done.exit_code == 1
    assert "it wants to be left alone" in done.stderr
    assert len(server.asked) == 1


def test_a_closed_port_does_not_stop_an_add(server: "Server", run: Run) -> None:
    given = ("--geocoder", "nominatim", "--geocoder-url", "http://127.0.0.1:9")
    done = run("add", "a.md", *given)
    assert done.exit_code == 1
    assert "2 incidents (2 new)" in done.stderr
    assert "cannot be reached" in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("add", "a.md", "--geocoder", "nosuch"), "nominatim"),
        (("add", "a.md", "--geocoder", "geonames"), "--geocoder-key"),
        (("add", "a.md", "--geocoder", "nominatim", "--geocoder-url", "ftp://x"), "http"),
        (("add", "a.md", "--geocoder", "nominatim", "--geocoder-interval", "-1"), "range"),
        (("geocode", "--geocoder", "nosuch"), "nominatim"),
        (("geocode",), "--geocoder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_wrong_settings_are_wrong_usage_and_nothing_is_read(
    run: Run, folder: Path, args: tuple[str, ...], said: str
) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (folder / "output").exists()


def test_geocode_needs_a_project_file(run: Run) -> None:
    done = run("geocode", "--geocoder", "nominatim")
    assert done.exit_code == 1
    assert "mapper add" in done.stderr


def test_the_list_tells_what_is_known_of_each_name(
    server: "Server", run: Run, village: "Village"
) -> None:
    run("add", "a.md")

    def listed() -> list[dict[str, Any]]:
        return [json.loads(line) for line in run("geocode", "--list", "--json").stdout.splitlines()]

    assert [(row["name"], row["state"]) for row in listed()] == [
        ("Barvynsk", "not asked"),
        ("Lisnovynka", "not asked"),
    ]
    server.answers["Lisnovynka"] = [village()]
    run("geocode", "--geocoder", "nominatim", "--geocoder-url", server.url)
    missing, found = listed()
    assert (missing["state"], missing["answer"]) == ("not found", "nothing of this name")
    assert (found["state"], found["articles"], found["country"]) == ("found", 1, "UA")
    assert [place["id"] for place in found["places"]] == ["osm:node/101"]
    assert found["geocoder"] == f"nominatim {server.url}"
    table = run("geocode", "--list").stdout
    assert "Lisnovynka (settlement, Sumy Oblast)" in table


def test_hostile_words_of_a_server_are_harmless_on_a_terminal(
    server: "Server", run: Run, village: "Village"
) -> None:
    server.default = [village("\x1b]0;owned\x07Elsewhere\u202e")]
    run("add", "a.md", "--geocoder", "nominatim", "--geocoder-url", server.url)
    shown = run("geocode", "--list").stdout
    assert "Elsewhere" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_an_interval_that_is_asked_for_is_kept_over_processes(
    server: "Server", run: Run, folder: Path
) -> None:
    code = "from mapper.cli import main; main()"
    commands = [
        [sys.executable, "-c", code, "--db", f"{name}.db", "add", "a.md",
         *("--geocoder", "nominatim", "--geocoder-url", server.url, "--geocoder-interval", "0.5")]
        for name in ("one", "other")
    ]  # fmt: skip
    begun = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
    assert [process.wait(timeout=60) for process in begun] == [0, 0]
    assert len(server.times) == 4
    gaps = [b - a for a, b in zip(server.times, server.times[1:], strict=False)]
    assert min(gaps) >= 0.5
