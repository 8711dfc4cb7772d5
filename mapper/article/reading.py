"""Reading articles from wherever they are.

In: a file, a folder, a URL, or `-` for standard input. Out: `Article`s, and an `UnreadableArticle`
for each input that gave none; nothing is raised for the sake of one article, so the rest is read.
"""

import dataclasses
import datetime as dt
import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mapper.article.cleaning import clean_line, clean_text, strip_markdown
from mapper.article.decoding import decode, decode_page
from mapper.article.fetching import fetch, is_url, too_large
from mapper.article.front_matter import has_front_matter, split_front_matter
from mapper.article.json_lines import read_objects
from mapper.article.model import Article, ReadOptions, UnreadableArticle
from mapper.article.published import parse_published
from mapper.errors import ArticleError

EXTENSIONS = (".txt", ".md", ".html", ".htm", ".jsonl")
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
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_MAX_TITLE_CHARS = 160

Result = Article | UnreadableArticle


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """An article before it is cleaned: text and what it says about itself."""

    text: str
    said: Mapping[str, Any]
    basis: str


def read(source: str, *, options: ReadOptions | None = None) -> Iterator[Result]:
    """Read the articles of a source.

    Parameters
    ----------
    source
        Name of a file or folder, a URL with `http` or `https`, or `-` for standard input. A folder
        is read with its subfolders in the order of their names; files with other extensions than
        `EXTENSIONS` and hidden ones are left out.
    options
        What the user says about the article, and limits.

    Yields
    ------
    Article or UnreadableArticle
        In the order of the source. The same source gives the same articles with the same ids.
    """
    options = options or ReadOptions()
    if source == "-":
        yield from _read_bytes(_STANDARD_INPUT, None, options)
    elif is_url(source):
        yield from _read_url(source, options)
    elif Path(source).is_dir():
        yield from _read_folder(Path(source), options)
    else:
        yield from _read_bytes(source, Path(source), options)


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
            if name.startswith(".") or path.suffix.lower() not in EXTENSIONS:
                continue
            found = True
            yield from _read_bytes(str(path), path, options)
    for error in errors:
        yield UnreadableArticle(str(error.filename), f"cannot be read: {error.strerror}")
    if not found and not errors:
        kinds = ", ".join(EXTENSIONS)
        yield UnreadableArticle(str(folder), f"no articles in this folder ({kinds})")


def _read_bytes(origin: str, path: Path | None, options: ReadOptions) -> Iterator[Result]:
    try:
        data = _load(path, options.max_size)
        if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
            msg = "empty"
            raise ArticleError(msg)
        kind = _FORMATS.get(path.suffix.lower()) if path is not None else None
        text = decode_page(data) if kind == "page" else decode(data)
    except ArticleError as error:
        yield UnreadableArticle(origin, str(error))
        return
    except OSError as error:
        yield UnreadableArticle(origin, f"cannot be read: {error.strerror or error}")
        return
    except ValueError:
        yield UnreadableArticle(origin, "not a file name")
        return
    yield from _read_text(text, kind or _sniff(text), origin, options)


def _load(path: Path | None, max_size: int) -> bytes:
    """Load a file or standard input, unless it is too large."""
    if path is None:
        data = sys.stdin.buffer.read(max_size + 1)
    else:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size > max_size:
            raise ArticleError(too_large(max_size))
        with path.open("rb") as file:
            data = file.read(max_size + 1)
    if len(data) > max_size:
        raise ArticleError(too_large(max_size))
    return data


def _sniff(text: str) -> str:
    """Tell the format of a text without a name."""
    if _HTML_START.match(text):
        return "page"
    if _JSON_START.match(text):
        return "lines"
    return "text"


def _read_url(url: str, options: ReadOptions) -> Iterator[Result]:
    try:
        answer = fetch(url, options)
        if answer.media_type in ("text/html", "application/xhtml+xml"):
            kind = "page"
            text = decode_page(answer.data, declared=answer.charset)
        elif answer.media_type.startswith("text/") or "json" in answer.media_type:
            text = decode(answer.data, declared=answer.charset)
            kind = _sniff(text)
        else:
            msg = f"is {answer.media_type}, not a page or text"
            raise ArticleError(msg)
    except ArticleError as error:
        yield UnreadableArticle(url, str(error))
        return
    for result in _read_text(text, kind, url, options):
        if isinstance(result, Article) and options.url is None and kind != "lines":
            yield dataclasses.replace(result, url=url)
        else:
            yield result


def _read_text(text: str, kind: str, origin: str, options: ReadOptions) -> Iterator[Result]:
    if kind == "lines":
        yield from _read_lines(text, origin, options)
        return
    try:
        markdown = kind == "markdown"
        raw = _from_page(text) if kind == "page" else _from_text(text, markdown=markdown)
        yield _article(raw, origin, options)
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
        body = entry.get("text")
        if not isinstance(body, str):
            yield UnreadableArticle(place, 'has no "text"')
            continue
        try:
            yield _article(_Raw(text=body, said=entry, basis="metadata"), place, options)
        except ArticleError as error:
            yield UnreadableArticle(place, str(error))


def _from_page(html: str) -> _Raw:
    from mapper.article.page import read_page

    page = read_page(html)
    said = {
        "title": page.title,
        "source": page.source,
        "published": page.published,
        "language": page.language,
        "url": page.url,
    }
    return _Raw(text=page.text, said=said, basis="metadata")


def _from_text(text: str, *, markdown: bool) -> _Raw:
    said: dict[str, Any] = {}
    if has_front_matter(text):
        entries, text = split_front_matter(text)
        said = dict(entries)
        said.setdefault("published", entries.get("date"))
        said.setdefault("language", entries.get("lang"))
        said.pop("id", None)
    if markdown:
        text = strip_markdown(text)
    if not clean_line(str(said.get("title") or "")):
        said["title"] = _first_heading(text)
    return _Raw(text=text, said=said, basis="front matter")


def _first_heading(text: str) -> str | None:
    """Take the first line as title when it reads like one: short, unclosed, with text below."""
    head, _, rest = text.lstrip("\ufeff\r\n\t ").partition("\n")
    line = head.strip().lstrip("#").strip().strip("*").strip()
    if not line or not rest.strip() or len(line) > _MAX_TITLE_CHARS or not line[0].isalnum():
        return None
    return None if line[-1] in ".:;,!…" else line


def _article(raw: _Raw, origin: str, options: ReadOptions) -> Article:
    text = clean_text(raw.text)
    if not text:
        msg = "no text in it"
        raise ArticleError(msg)
    published, basis = _published(raw, options)
    return Article(
        id=_id(raw.said.get("id"), text),
        text=text,
        title=_line(options.title) or _line(raw.said.get("title")),
        source=_line(options.source) or _line(raw.said.get("source")),
        url=_url(options.url) or _url(raw.said.get("url")),
        published=published,
        published_basis=basis,
        language=_language(raw.said.get("language")),
        origin=origin,
    )


def _published(raw: _Raw, options: ReadOptions) -> tuple[dt.date | None, str | None]:
    if options.date is not None:
        return options.date, "option"
    said = raw.said.get("published")
    if isinstance(said, dt.date):
        return said, raw.basis
    if said is None or said == "" or str(said).strip().lower() in ("null", "~", "none"):
        return None, None
    return parse_published(str(said)), raw.basis


def _id(given: object, text: str) -> str:
    if isinstance(given, str | int) and not isinstance(given, bool):
        name = clean_line(str(given), max_chars=200)
        if name:
            return name
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _line(value: object) -> str | None:
    return clean_line(value) if isinstance(value, str) else None


def _url(value: object) -> str | None:
    """Keep a link to the article; another scheme than http(s) could run as a script in the map."""
    line = clean_line(value, max_chars=2000) if isinstance(value, str) else None
    return line if line is not None and is_url(line) else None


def _language(value: object) -> str | None:
    found = _LANGUAGE.fullmatch(value.strip()[:35]) if isinstance(value, str) else None
    return found[1].lower() if found else None
