"""Writes docs/cli.md, the reference of the command line, from the commands themselves.

`python docs/write.py` writes it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from mapper.cli import cli

PAGE = Path(__file__).parent / "cli.md"
HEAD = """# Command line

<!-- Written by `python docs/write.py`: change the help of the command instead. -->

Every command and every option, as `mapper COMMAND --help` tells them. `--db` and `--gazetteer` of
`mapper` itself stand before the subcommand; each command also has `-h` and `--help`.

Data goes to standard output, everything else to standard error. Exit status: 0 done; 1 some input
could not be read or some part failed, and standard error names it (the rest is done); 2 wrong
usage.
"""


def reference() -> str:
    """Give the text of the page."""
    parts = list(_parts(cli, None, "mapper"))
    lines = [_line(command, context) for command, context in parts]
    overview = "\n".join(["| command | what it does |", "| --- | --- |", *filter(None, lines)])
    return f"{HEAD}\n{overview}\n" + "".join(f"\n{_part(*part)}" for part in parts)


def _parts(
    command: click.Command, parent: click.Context | None, name: str
) -> Iterator[tuple[click.Command, click.Context]]:
    """Give a command, then its subcommands, in the order of `--help`."""
    context = click.Context(command, parent=parent, info_name=name)
    yield command, context
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from _parts(found, context, child)


def _line(command: click.Command, context: click.Context) -> str:
    """Give the row of a command in the overview; none for what only holds others."""
    if isinstance(command, click.Group):
        return ""
    path = context.command_path
    return f"| [`{path}`](#{path.replace(' ', '-')}) | {next(_paragraphs(command.help or ''))} |"


def _part(command: click.Command, context: click.Context) -> str:
    """Give heading, usage, what it does, options and examples of one command."""
    path = context.command_path
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    blocks = [
        f"{'#' * max(2, path.count(' ') + 1)} {path}",
        f"```text\n{usage}\n```",
        *_paragraphs(command.help or ""),
        _options(command, context),
        *_paragraphs(command.epilog or ""),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _options(command: click.Command, context: click.Context) -> str:
    """Give the table of options, or nothing when there is only `--help`."""
    rows = []
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is None or not record[1] or "--help" in param.opts:
            continue
        names, meaning = record
        rows.append(f"| `{names.replace('|', BAR)}` | {_plain(meaning)} |")
    if not rows:
        return ""
    return "\n".join(["| option | meaning |", "| --- | --- |", *rows])


# A bar in a cell's code, as GitHub wants it; docs/hooks.py shows it as a bar on the site.
BAR = "\\|"


def _paragraphs(text: str) -> Iterator[str]:
    """Give paragraphs of help; what click prints as it stands becomes a block of code."""
    for paragraph in text.partition("\f")[0].strip("\n").split("\n\n"):
        head, mark, rest = paragraph.partition("\b\n")
        if not mark:
            yield _plain(paragraph)
            continue
        if head.strip():
            yield _plain(head)
        yield _as_it_stands(rest)


def _as_it_stands(text: str) -> str:
    """Give lines of examples, or a list that is laid out by hand."""
    title, *lines = text.splitlines()
    if re.fullmatch(r"Examples?:", title.strip()):
        shown = "\n".join(line.removeprefix("  ") for line in lines)
        return f"{title.strip()}\n\n```sh\n{shown}\n```"
    return f"```text\n{text.strip()}\n```"


def _plain(text: str) -> str:
    """Keep signs of help from being Markdown, and show options as code."""
    escaped = re.sub(r"([|*<\[\]])", r"\\\1", " ".join(text.split()))
    return re.sub(r"(?<![\w`-])(--[a-z][a-z-]*)(?![\w`-])", r"`\1`", escaped)


def written() -> dict[Path, str]:
    """Give the page and its text."""
    return {PAGE: reference()}
