"""`mapper map` and `mapper export`: whole files, and nothing of others overwritten."""

import base64
import hashlib
import json
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def project(run: Run) -> None:
    """A project file with two incidents."""
    assert run("add", "reports").exit_code == 0


@pytest.mark.usefixtures("backend", "project")
def test_the_export_goes_to_standard_output(run: Run) -> None:
    done = run("export")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["type"] == "FeatureCollection"
    assert run("export", "-o", "-").stdout == done.stdout


@pytest.mark.usefixtures("project")
def test_the_export_goes_to_a_file(run: Run, folder: Path) -> None:
    done = run("export", "-o", "out/x.geojson")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "2 incidents in out/x.geojson\n"
    assert (folder / "out" / "x.geojson").read_text() == run("export").stdout


@pytest.mark.usefixtures("project")
def test_the_extension_or_the_option_chooses_the_format(run: Run, folder: Path) -> None:
    assert run("export", "-o", "x.csv").stderr == "2 incidents in x.csv\n"
    lines = (folder / "x.csv").read_text().splitlines()
    assert lines[0].startswith("id,event_type,")
    assert run("export", "--format", "csv").stdout.splitlines() == lines
    assert run("export", "-o", "x.csv").exit_code == 0


@pytest.mark.usefixtures("backend", "project")
def test_every_quote_stands_in_its_article(run: Run) -> None:
    for feature in json.loads(run("export").stdout)["features"]:
        for source in feature["properties"]["sources"]:
            text = json.loads(run("articles", "show", "--json", source["article"]).stdout)["text"]
            assert text[source["start"] : source["end"]] == source["quote"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["map", "export"])
def test_a_file_of_ours_is_replaced_and_one_of_others_is_not(
    run: Run, folder: Path, command: str
) -> None:
    target = folder / f"x.{'html' if command == 'map' else 'geojson'}"
    target.write_text("not yours")
    refused = run(command, "-o", str(target))
    assert refused.exit_code == 1
    assert "--overwrite" in refused.stderr
    assert target.read_text() == "not yours"
    assert run(command, "-o", str(target), "--overwrite").exit_code == 0
    assert run(command, "-o", str(target)).exit_code == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["map", "export"])
def test_where_no_file_can_be_is_told_in_one_line(run: Run, command: str) -> None:
    done = run(command, "-o", "reports/odesa.md/x.geojson")
    assert done.exit_code == 1
    assert done.stderr.startswith("mapper: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("backend", "project")
def test_the_map_is_a_page_with_the_words(run: Run, folder: Path) -> None:
    done = run("map", "--title", "Late May <b>")
    assert done.exit_code == 0
    page = (folder / "output" / "map.html").read_text()
    assert "the port of Odesa" in page
    assert "Late May <b>" not in page


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "args", [("-o", "x.xyz"), ("--format", "shapefile")], ids=["name", "option"]
)
def test_an_unknown_format_is_wrong_usage(run: Run, folder: Path, args: tuple[str, ...]) -> None:
    done = run("export", *args)
    assert done.exit_code == 2
    assert "geojson" in done.stderr
    assert not (folder / "x.xyz").exists()


@pytest.mark.parametrize("command", ["map", "export"])
def test_without_a_project_file_nothing_is_made(run: Run, folder: Path, command: str) -> None:
    done = run(command, "-o", "x.out.geojson")
    assert done.exit_code == 1
    assert "no project file" in done.stderr
    assert [item.name for item in folder.iterdir()] == ["reports"]


@pytest.mark.usefixtures("backend")
def test_an_interrupted_run_is_finished_by_the_next_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import mapper.pipeline

    def cut_off(*args: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(mapper.pipeline, "settle", cut_off)
        assert run("add", "reports").exit_code == 1
    assert len(json.loads(run("export").stdout)["features"]) == 2


@pytest.mark.usefixtures("project")
def test_the_options_choose_what_is_on_the_map(run: Run, folder: Path) -> None:
    every = run("map", "-o", "all.html")
    assert every.stderr == "2 incidents on all.html\n"
    some = run(
        "map", "-o", "some.html", "--layers", "talks", "--from", "2025-01-01", "--lang", "uk"
    )
    assert some.stderr == "0 incidents on some.html (2 left out by the options)\n"
    page = (folder / "some.html").read_text()
    assert '<html lang="uk">' in page
    box = run("map", "-o", "box.html", "--bbox", "30,46,31,47", "--basemap", "none")
    assert box.exit_code == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["map.png", "map.svg"])
def test_the_map_can_be_a_picture(run: Run, folder: Path, name: str) -> None:
    assert run("map", "-o", name).stderr == f"2 incidents on {name}\n"
    first = (folder / name).read_bytes()
    assert run("map", "-o", name).exit_code == 0
    assert (folder / name).read_bytes() == first
    (folder / name).write_text("not yours")
    assert "--overwrite" in run("map", "-o", name).stderr


@pytest.mark.usefixtures("project")
def test_a_style_of_ones_own_is_in_the_page_and_may_run(run: Run, folder: Path) -> None:
    (folder / "own.css").write_bytes(b"\xef\xbb\xbf:root {\r\n  --strike: #123456;\r\n}\r\n")
    assert run("map", "--style", "own.css").exit_code == 0
    page = (folder / "output" / "map.html").read_text()
    own = "<style>:root {\n  --strike: #123456;\n}\n</style>"
    assert own in page
    digest = hashlib.sha256(own.removeprefix("<style>").removesuffix("</style>").encode()).digest()
    assert base64.b64encode(digest).decode() in page


@pytest.mark.usefixtures("project")
def test_a_style_that_would_end_its_element_is_refused(run: Run, folder: Path) -> None:
    (folder / "own.css").write_text("a {}</style ><script>window.hacked=1</script>")
    done = run("map", "--style", "own.css")
    assert done.exit_code == 1
    assert "</style" in done.stderr
    assert not (folder / "output" / "map.html").exists()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "args",
    [
        ("--bbox", "1,2,3"),
        ("--bbox", "a,b,c,d"),
        ("--bbox", "0,10,1,5"),
        ("--bbox", "0,0,999,5"),
        ("--bbox", "nan,0,1,5"),
        ("--from", "yesterday"),
        ("--lang", "xx"),
        ("--basemap", "satellite"),
        ("--style", "missing.css"),
    ],
    ids=["three", "letters", "upside-down", "beyond", "nan", "day", "language", "basemap", "style"],
)
def test_options_that_make_no_sense_are_wrong_usage(
    run: Run, folder: Path, args: tuple[str, ...]
) -> None:
    assert run("map", *args).exit_code == 2
    assert not (folder / "output" / "map.html").exists()


@pytest.mark.usefixtures("project")
def test_the_page_is_opened_when_asked_for(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A browser of our own, which notes what it is asked to open.
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {folder}/asked\n')
    browser.chmod(0o755)
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    assert run("map", "--open").exit_code == 0
    assert (folder / "asked").read_text() == (folder / "output" / "map.html").as_uri()
