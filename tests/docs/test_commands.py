"""Every command line and option in README.md and docs/ exists, and every page has its place."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mapper.cli import cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
# What ends a command on its line, in a shell or in a sentence.
ENDS = {"|", "&&", "||", ";", ">", "<", "&", "#"}


def fenced(text: str) -> Iterator[tuple[str, str]]:
    """Blocks of code: language and lines."""
    yield from re.findall(r"^ *```(\w*)\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)


def command_lines(text: str) -> Iterator[str]:
    """The lines of shell that a page shows: in fences, indented, and within sentences."""
    plain = re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    blocks = [body for language, body in fenced(text) if language in {"", "sh", "console", "text"}]
    shown = [line for block in blocks for line in block.splitlines()]
    shown += re.findall(r"^ {4,}(.+)$", plain, re.MULTILINE)
    for line in shown:
        yield from calls(line.strip().removeprefix("$ "))
    for code in re.findall(r"`(mapper[ \n][^`]+)`", plain):
        yield from calls(" ".join(code.replace("\\|", "|").split()))


def calls(line: str) -> Iterator[str]:
    """The calls of mapper on one line of shell."""
    for part in re.split(r"(?:&&|\|\|?|;)\s", line):
        found = re.match(r"(?:python -m )?(mapper\s+(?!\w+=).+)$", part.strip())
        if found:
            yield found[1]


def words(line: str) -> list[str]:
    """The words of a call, up to where it ends; those of a sentence's dots are none."""
    parts = shlex.split(line, comments=True)
    ends = [at for at, word in enumerate(parts) if word in ENDS]
    return parts[1 : min(ends, default=len(parts))]


def resolved(parts: list[str]) -> tuple[click.Command, set[str], list[str]]:
    """The command that words name, the options that it may have, and what is left of the words."""
    command: click.Command = cli
    context = click.Context(cli)
    options = {"-h", "--help", *opts(cli)}
    rest = list(parts)
    while isinstance(command, click.Group) and rest:
        word = rest.pop(0)
        if word == "[OPTIONS]":
            continue
        if word.startswith("-"):
            assert word.partition("=")[0] in options, f"{command.name} has no option {word}"
            if "=" not in word and takes_a_value(command, word):
                rest = rest[1:]
            continue
        if word in {"...", "COMMAND", "…"}:
            return command, options, []
        found = command.get_command(context, word)
        assert found is not None, f"no command {word!r}"
        command = found
        options |= opts(command)
    return command, options, rest


def opts(command: click.Command) -> set[str]:
    return {opt for param in command.params for opt in (*param.opts, *param.secondary_opts)}


def takes_a_value(command: click.Command, option: str) -> bool:
    return any(
        option in param.opts and isinstance(param, click.Option) and not param.is_flag
        for param in command.params
    )


def every(group: click.Command) -> Iterator[click.Command]:
    yield group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            assert found is not None
            yield from every(found)


LINES = sorted(
    {
        (page.relative_to(ROOT).as_posix(), line)
        for page in PAGES
        for line in command_lines(page.read_text("utf-8"))
    }
)


@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}: {line}" for page, line in LINES])
def test_every_command_line_exists_with_its_options(page: str, line: str) -> None:
    _, options, rest = resolved(words(line))
    asked = {word.partition("=")[0] for word in rest if re.match(r"--?[a-zA-Z]", word)}
    assert asked <= options, f"{page}: {sorted(asked - options)}"


def test_lines_are_found_in_each_kind_of_place() -> None:
    text = (
        "Say `mapper\nmap` or:\n\n    cat x | mapper geoparse -\n\n```sh\nmapper --db a add b "
        "&& mapper export\n```\n"
    )
    assert list(command_lines(text)) == [
        "mapper --db a add b",
        "mapper export",
        "mapper geoparse -",
        "mapper map",
    ]


@pytest.mark.parametrize(
    "line", ["mapper destroy x", "mapper --what add x", "mapper incidents explode"]
)
def test_a_line_that_does_not_exist_is_refused(line: str) -> None:
    with pytest.raises(AssertionError, match="no "):
        resolved(words(line))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_that_is_named_alone_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    known = set().union(*(opts(command) for command in every(cli))) | {"--help"} | colours()
    named = set(re.findall(r"`(--[a-z][a-z-]*)[ `=]", text))
    assert named - known - options_of_scripts(text) == set()


def colours() -> set[str]:
    """The map page's custom properties, which look like options; some are made for a lexicon."""
    style = (ROOT / "mapper/map/page/page.css").read_text("utf-8")
    return {*re.findall(r"--[a-z-]+(?=:)", style), "--layer-shooting"}


def options_of_scripts(text: str) -> set[str]:
    """Options that a script of this repository has, of those that a page names beside it."""
    scripts = set(re.findall(r"\b((?:benchmarks|docs)/[\w/]+\.py)", text))
    sources = "".join((ROOT / script).read_text("utf-8") for script in scripts)
    return set(re.findall(r'"(--[a-z-]+)"', sources))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_script_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"\b((?:benchmarks|docs|tests)/[\w/]+\.(?:py|md))", page.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
