"""Reading articles from wherever they are.

In: a file, a folder, a URL, or `-` for standard input. Out: `Article`s, and an `UnreadableArticle`
for each input that gave none; nothing is raised for the sake of one article, so the rest is read.
"""

import dataclasses
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mapper.article.decoding import decode, decode_page
from mapper.article.files import FileChanged, check_unchanged, load
from mapper.article.json_lines import read_objects
from mapper.article.making import Raw, from_page, from_text, make_article
from mapper.article.model import Article, ReadOptions, UnreadableArticle, retrieval
from mapper.article.warc import Captured, read_pages
from mapper.errors import ArticleError
from mapper.web import Fetched, PageGone, Visit, fetch, is_url

ARCHIVES = (".warc", ".warc.gz")
EXTENSIONS = (".txt", ".md", ".html", ".htm", ".jsonl", *ARCHIVES)
_FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_STANDARD_INPUT = "standard input"
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(r"\s*\{\s*\"")

Result = Article | UnreadableArticle


def read(
    source: str, *, options: ReadOptions | None = None, visit: Visit | None = None
) -> Iterator[Result]:
    """Read the articles of a source.

    Parameters
    ----------
    source
        Name of a file or folder, a URL with `http` or `https`, or `-` for standard input. A folder
        is read with its subfolders in the order of their names; files with other extensions than
        `EXTENSIONS` and hidden ones are left out.
    options
        What the user says about the article, and limits.
    visit
        The run of fetching that this is part of, so that each server is asked for its robots.txt
        once; None begins a new one, with the manners of `options`.

    Yields
    ------
    Article or UnreadableArticle
        In the order of the source. The same source gives the same articles with the same ids.
    """
    options = options or ReadOptions()
    if source == "-":
        yield from _read_bytes(_STANDARD_INPUT, None, options)
    elif is_url(source):
        yield from _read_url(source, options, visit or Visit(manners=options.manners))
    elif Path(source).is_dir():
        yield from _read_folder(Path(source), options)
    else:
        yield from read_file(Path(source), options)


def read_file(path: Path, options: ReadOptions) -> Iterator[Result]:
    """Read the articles of one file, by its extension or else by what it begins with."""
    if path.name.lower().endswith(ARCHIVES):
        yield from _read_archive(path, options)
    else:
        yield from _read_bytes(str(path), path, options)


def is_article_file(path: Path) -> bool:
    """Whether a file in a folder is taken for articles, by its name."""
    return not path.name.startswith(".") and path.name.lower().endswith(EXTENSIONS)


def _read_folder(folder: Path, options: ReadOptions) -> Iterator[Result]:
    if options.date or options.title or options.url:
        reason = "a folder holds many articles; --date, --title and --url describe a single one"
        yield UnreadableArticle(str(folder), reason)
        return
    errors: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not is_article_file(path):
                continue
            found = True
            yield from read_file(path, options)
    for error in errors:
        yield UnreadableArticle(str(error.filename), f"cannot be read: {error.strerror}")
    if not found and not errors:
        kinds = ", ".join(EXTENSIONS)
        yield UnreadableArticle(str(folder), f"no articles in this folder ({kinds})")


def _read_bytes(origin: str, path: Path | None, options: ReadOptions) -> Iterator[Result]:
    try:
        data = load(path, options.max_size)
        if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
            msg = "empty"
            raise ArticleError(msg)
        kind = _FORMATS.get(path.suffix.lower()) if path is not None else None
        text = decode_page(data) if kind == "page" else decode(data)
    except ArticleError as error:
        yield UnreadableArticle(origin, str(error), may_pass=isinstance(error, FileChanged))
        return
    except OSError as error:
        yield UnreadableArticle(origin, f"cannot be read: {error.strerror or error}")
        return
    except ValueError:
        yield UnreadableArticle(origin, "not a file name")
        return
    yield from _read_text(text, kind or _sniff(text), origin, options)


def _sniff(text: str) -> str:
    """Tell the format of a text without a name."""
    if _HTML_START.match(text):
        return "page"
    if _JSON_START.match(text):
        return "lines"
    return "text"


def _read_url(url: str, options: ReadOptions, visit: Visit) -> Iterator[Result]:
    try:
        answer = fetch(url, visit)
    except ArticleError as error:
        unreadable = UnreadableArticle(url, str(error), may_pass=not isinstance(error, PageGone))
        unreadable.__cause__ = error
        yield unreadable
        return
    try:
        text, kind = _decoded(answer)
    except ArticleError as error:
        yield UnreadableArticle(url, str(error))
        return
    came = retrieval(answer.at, answer.url, answer.data)
    for result in _read_text(text, kind, url, options):
        if not isinstance(result, Article) or kind == "lines":
            yield result
        else:
            yield dataclasses.replace(
                result, url=result.url if options.url else url, retrieval=came
            )


def _decoded(answer: Fetched) -> tuple[str, str]:
    """Give the text of an answer, and the format that it has."""
    if answer.media_type in ("text/html", "application/xhtml+xml"):
        return decode_page(answer.data, declared=answer.charset), "page"
    if answer.media_type.startswith("text/") or "json" in answer.media_type:
        text = decode(answer.data, declared=answer.charset)
        return text, _sniff(text)
    msg = f"is {answer.media_type}, not a page or text"
    if answer.media_type.endswith(("/xml", "+xml")):
        msg += "; a feed or sitemap is read with --feed"
    raise ArticleError(msg)


def _read_archive(path: Path, options: ReadOptions) -> Iterator[Result]:
    """Read the pages of a WARC file; what one of them lacks is told and the rest read."""
    origin = str(path)
    if options.date or options.title or options.url:
        reason = "holds many articles; --date, --title and --url describe a single one"
        yield UnreadableArticle(origin, reason)
        return
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            for page in read_pages(file, options.max_size):
                yield from _read_captured(page, origin, options)
            check_unchanged(before, os.fstat(file.fileno()))
    except ArticleError as error:
        yield UnreadableArticle(origin, str(error), may_pass=isinstance(error, FileChanged))
    except OSError as error:
        yield UnreadableArticle(origin, f"cannot be read: {error.strerror or error}")


def _read_captured(page: Captured, origin: str, options: ReadOptions) -> Iterator[Result]:
    place = f"{origin}, {page.url[:200]}"
    try:
        if isinstance(page.data, ArticleError):
            raise page.data
        text = decode_page(page.data, declared=page.charset)
    except ArticleError as error:
        yield UnreadableArticle(place, str(error))
        return
    came = retrieval(page.at, page.url, page.data)
    for result in _read_text(text, "page", place, options):
        if isinstance(result, Article):
            yield dataclasses.replace(result, url=page.url, retrieval=came)
        else:
            yield result


def _read_text(text: str, kind: str, origin: str, options: ReadOptions) -> Iterator[Result]:
    if kind == "lines":
        yield from _read_lines(text, origin, options)
        return
    try:
        markdown = kind == "markdown"
        raw = from_page(text) if kind == "page" else from_text(text, markdown=markdown)
        yield make_article(raw, origin, options)
    except ArticleError as error:
        yield UnreadableArticle(origin, str(error))


def _read_lines(text: str, origin: str, options: ReadOptions) -> Iterator[Result]:
    several = text.strip().count("\n") > 0
    if several and (options.date or options.title or options.url):
        reason = "holds many articles; --date, --title and --url describe a single one"
        yield UnreadableArticle(origin, reason)
        return
    for number, entry in read_objects(text):
        place = f"{origin}, line {number}"
        if isinstance(entry, ArticleError):
            yield UnreadableArticle(place, str(entry))
            continue
        yield read_entry(entry, place, options)


def read_entry(entry: dict[str, Any], place: str, options: ReadOptions) -> Result:
    """Read an article from fields: `text` and what is known about it, as in JSON Lines.

    Parameters
    ----------
    place
        Where it stands, for messages.
    """
    body = entry.get("text")
    if not isinstance(body, str):
        return UnreadableArticle(place, 'has no "text"')
    try:
        return make_article(Raw(text=body, said=entry, basis="metadata"), place, options)
    except ArticleError as error:
        return UnreadableArticle(place, str(error))
