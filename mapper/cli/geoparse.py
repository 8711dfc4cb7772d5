"""`mapper geoparse`: the place names of texts as JSON Lines (contract, section 4)."""

import codecs
import json
import pathlib
import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

import click

from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.examples import examples
from mapper.cli.terminal import plain
from mapper.errors import ArticleError, MapperError

if TYPE_CHECKING:
    from mapper.geoparser import Geoparser
    from mapper.toponym.model import Use

_USES = ("literal", "demonym", "metonym", "embedded")

# A line or text longer than this is no article; it would be held in memory whole.
MAX_BYTES = 20_000_000

_LINES = frozenset({".jsonl", ".ndjson"})
_PAGES = frozenset({".html", ".htm", ".md"})
_EITHER = frozenset({None, "", ".json"})


def _uses(ctx: click.Context, param: click.Parameter, value: str | None) -> "frozenset[Use] | None":
    """Split and check a list of uses; None keeps all."""
    del ctx, param
    if value is None:
        return None
    from mapper.toponym.model import Use

    said = {part.strip() for part in value.split(",")}
    if said - set(_USES):
        msg = f"{value!r} is not a list of {', '.join(_USES)}."
        raise click.BadParameter(msg)
    return frozenset(Use(word) for word in said)


@click.command(
    epilog=examples(
        "mapper geoparse articles.jsonl --use literal",
        'echo "Shelling near Sumy" | mapper geoparse',
    )
)
@click.argument("file", default="-", type=click.Path(path_type=pathlib.Path, allow_dash=True))
@click.option(
    "--use", "uses", metavar="USES", callback=_uses, help=f"Keep only these: {','.join(_USES)}."
)
@click.option("--candidates", is_flag=True, help="With the other places that each name could mean.")
@gazetteer_option
@click.pass_context
def geoparse(
    ctx: click.Context, file: pathlib.Path, uses: "frozenset[Use] | None", candidates: bool
) -> None:
    """Find the place names of a text and the places that they mean.

    FILE is JSON Lines (an object a line with `text`, and `spans` when the names are known), plain
    text, or an article as `mapper add` reads it (.md, .html: its main text); - or none is standard
    input. The answer is an object a line.
    """
    from mapper.gazetteer import Gazetteer
    from mapper.geoparser import Geoparser

    geoparser, failed = Geoparser(Gazetteer.open(chosen_gazetteer())), False
    for item in _articles(file):
        try:
            answer = _answer(item, geoparser, uses, candidates)
        except MapperError as error:
            failed = True
            click.echo(f"mapper: {plain(str(error))}", err=True)
        else:
            click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    ctx.exit(1 if failed else 0)


def _articles(file: pathlib.Path) -> Iterator[dict[str, Any] | MapperError]:
    """Read the articles of a file, and an error for each line that is none.

    Raises
    ------
    ArticleError
        When the file cannot be read.
    """
    if str(file) == "-":
        yield from _of_stream(sys.stdin.buffer, "standard input", None)
        return
    if file.suffix.lower() in _PAGES:
        yield from _of_articles(file)
        return
    try:
        with file.open("rb") as stream:
            yield from _of_stream(stream, str(file), file.suffix.lower())
    except OSError as error:
        msg = f"{str(file)!r} cannot be read: {error.strerror}."
        raise ArticleError(msg) from error


def _of_articles(file: pathlib.Path) -> Iterator[dict[str, Any] | MapperError]:
    """Read a page or a text with front matter as `mapper add` does: its main text."""
    from mapper.article import read
    from mapper.article.model import Article

    for item in read(str(file)):
        if isinstance(item, Article):
            yield {"id": item.id, "text": item.text, "where": str(file)}
        else:
            yield item


def _of_stream(
    stream: IO[bytes], name: str, suffix: str | None
) -> Iterator[dict[str, Any] | MapperError]:
    """Read lines of JSON, or one plain text; where the name does not tell, the first sign does."""
    line = stream.readline(MAX_BYTES)
    is_json = line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
    if suffix not in _LINES and not (suffix in _EITHER and is_json):
        yield _plain_text(line + stream.read(MAX_BYTES - len(line) + 1), name)
        return
    number = 0
    while line:
        number += 1
        where = f"{name}, line {number}"
        if len(line) == MAX_BYTES and not line.endswith(b"\n"):
            yield ArticleError(f"{where} has more than {MAX_BYTES} bytes.")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
        elif line.strip():
            yield _object(line, where, str(number))
        line = stream.readline(MAX_BYTES)


def _plain_text(data: bytes, name: str) -> dict[str, Any] | MapperError:
    if len(data) > MAX_BYTES:
        return ArticleError(f"{name} has more than {MAX_BYTES} bytes.")
    try:
        return {"id": name, "text": data.decode("utf-8-sig"), "where": name}
    except UnicodeDecodeError as error:
        return ArticleError(f"{name} is not UTF-8 text ({error.reason} at byte {error.start}).")


def _object(line: bytes, where: str, number: str) -> dict[str, Any] | MapperError:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        return ArticleError(f"{where} is not JSON: {error}.")
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        return ArticleError(f"{where} is not an object with a text.")
    return {"id": number, **item, "where": where}


def _answer(
    item: dict[str, Any] | MapperError,
    geoparser: "Geoparser",
    uses: "frozenset[Use] | None",
    candidates: bool,
) -> dict[str, Any]:
    if isinstance(item, MapperError):
        raise item
    from mapper.geoparser import parse_to_json, to_json
    from mapper.toponym.model import Use

    text, kept = item["text"], frozenset(Use) if uses is None else uses
    if "spans" not in item:
        return {
            "id": item["id"],
            "toponyms": parse_to_json(geoparser, text, kept, candidates=candidates),
        }
    try:
        resolved = geoparser.resolve(text, item["spans"])
    except ArticleError as error:
        msg = f"{item['where']} (id {item['id']!r}): {error}"
        raise ArticleError(msg) from error
    kept_json = [to_json(one, candidates=candidates) for one in resolved if one.use in kept]
    return {"id": item["id"], "toponyms": kept_json}
