"""The command as a whole: help, version, quick start, quiet end."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

import mapper
from mapper.cli import cli
from mapper.cli.table import table
from mapper.cli.terminal import plain

Run = Callable[..., Result]


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("path", list(_commands(cli)), ids=" ".join)
def test_the_help_of_each_command_has_an_example(run: Run, path: tuple[str, ...]) -> None:
    done = run(*path, "--help")
    assert done.exit_code == 0
    assert f"  mapper {' '.join(path)}" in done.stdout.replace("| mapper", "  mapper")


def test_the_help_names_each_command_with_its_own_words(run: Run) -> None:
    shown = run("--help").stdout
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f"\n  {name} " in shown
        assert run(name, "--help").exit_code == 0


def test_the_version_is_the_package_s(run: Run) -> None:
    assert run("--version").stdout == f"mapper, version {mapper.__version__}\n"


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("destroy").exit_code == 2


def test_help_loads_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "shapely", "rich", "folium", "trafilatura", "geopandas", "sqlite3"}
    code = (
        "import sys, mapper\nfrom mapper.cli import cli\ncli(['--help'], standalone_mode=False)\n"
        f"sys.exit(', '.join({heavy!r} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_is_no_news(run: Run, folder: Path) -> None:
    lines = [f"A missile hit Odesa on {day} May 2025, killing two." for day in range(1, 29)]
    (folder / "long.txt").write_text("\n\n".join(lines))
    assert run("add", "long.txt").exit_code == 0
    writer = subprocess.Popen(
        [sys.executable, "-m", "mapper", "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    writer.wait()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\u202eb", r"a\u202eb"),
        ("\ud800", r"\ud800"),
        ("Київ, 東京\tok\n", "Київ, 東京\tok\n"),
    ],
    ids=["escape", "direction", "half a character", "plain"],
)
def test_text_for_a_terminal_is_made_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_table_lines_up_wide_signs() -> None:
    assert table(["a", "n"], [["東京", 1], ["x", 10]]).splitlines() == [
        "a      n",
        "東京   1",
        "x     10",
    ]


def test_the_package_gives_what_the_contract_names() -> None:
    assert callable(mapper.extract)
    assert callable(mapper.Geoparser)
    assert issubclass(mapper.StoreError, mapper.MapperError)
    with pytest.raises(AttributeError, match="nothing_such"):
        mapper.nothing_such  # noqa: B018
