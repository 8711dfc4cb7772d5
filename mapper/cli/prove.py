"""`mapper articles prove`: what a quote can be proven by."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.examples import examples
from mapper.cli.project import opened
from mapper.cli.terminal import one_line
from mapper.errors import StoreError

if TYPE_CHECKING:
    from mapper.article import Retrieval


@click.command(
    epilog=examples(
        "mapper articles prove 4f1c9a0b7d3e2c11",
        "mapper articles prove --page saved.html 4f1c9a0b7d3e2c11",
    )
)
@click.argument("article_id", metavar="ID")
@click.option(
    "--page",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A copy of the page, as it was sent: is it the one that was read?",
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def prove(ctx: click.Context, /, article_id: str, page: Path | None, as_json: bool) -> None:
    """Check that the quotes of an article stand in the text that was stored.

    Exit status 1 when something does not hold: the text is not the one that was stored, a quote is
    not at its place, or the copy of the page is another one.
    """
    proof = _proof(ctx.obj, article_id)
    if page is not None:
        proof["copy_sha256"] = _file_sha256(page)
        proof["copy_is_page"] = proof["copy_sha256"] == proof["page_sha256"]
    held = [proof["text_is_stored"], not proof["misplaced"], proof.get("copy_is_page", True)]
    click.echo(json.dumps(proof) if as_json else _told(proof))
    ctx.exit(0 if all(held) else 1)


def retrieval_fields(came: "Retrieval | None") -> dict[str, Any]:
    """Give a retrieval as fields for people and programs; empty values without one."""
    return {
        "retrieved": None if came is None else came.at.isoformat(timespec="seconds"),
        "retrieved_from": None if came is None else came.url,
        "page_sha256": None if came is None else came.sha256,
        "page_bytes": None if came is None else came.size,
    }


def _proof(project: str, article_id: str) -> dict[str, Any]:
    from mapper import store

    with opened(project) as file:
        article_id = store.whole_article_id(file, article_id)
        stored = store.article(file, article_id)
        if stored is None:
            msg = f"There is no article {article_id!r}; see `mapper articles list`."
            raise StoreError(msg)
        quotes = [report for report, _ in store.of_article(file, article_id)]
        written = store.text_sha256(file, article_id)
        came = store.retrieval_of(file, article_id)
    text = stored.article.text
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return {
        "id": article_id,
        "url": stored.article.url,
        **retrieval_fields(came),
        "text_sha256": sha256,
        "text_is_stored": sha256 == written,
        "quotes": len(quotes),
        "misplaced": [one.id for one in quotes if text[one.start : one.end] != one.quote],
    }


def _file_sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        msg = f"{str(path)!r} cannot be read: {error.strerror}."
        raise StoreError(msg) from error


def _told(proof: dict[str, Any]) -> str:
    quotes = proof["quotes"]
    stand = quotes - len(proof["misplaced"])
    is_stored = "the text that was stored" if proof["text_is_stored"] else "NOT what was stored"
    lines = [
        f"article {proof['id']}",
        f"  text: {is_stored}, SHA-256 {proof['text_sha256']}",
        f"  quotes: {stand} of {quotes} stand in it word for word",
    ]
    lines += [f"  not at its place: report {name}" for name in proof["misplaced"]]
    if proof["retrieved"] is None:
        lines.append("  page: none; the article came from a file or from standard input")
    else:
        lines.append(f"  page: retrieved {proof['retrieved']} from {proof['retrieved_from']}")
        lines.append(f"  page: {proof['page_bytes']:,} bytes, SHA-256 {proof['page_sha256']}")
    if "copy_is_page" in proof:
        same = "the page that was read" if proof["copy_is_page"] else "NOT the page that was read"
        lines.append(f"  copy: {same}, SHA-256 {proof['copy_sha256']}")
    return "\n".join(map(_indented, lines))


def _indented(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + one_line(line)
