"""Pages out of WARC files, as web archives and crawlers write them (ISO 28500).

In: a `.warc` or `.warc.gz` file. Out: its pages, with the address and the moment of each.
What is not a page (requests, pictures, redirects, failures of the server) is passed over. The file
is read as a stream, and no record is held that is larger than asked for.

Own code and not a library: those that are there hold lines without end in memory, and write to
standard error.
"""

import dataclasses
import datetime as dt
import http.client
import io
from collections.abc import Iterator
from email.message import Message
from typing import IO

from mapper.article.stream import Stream
from mapper.errors import ArticleError
from mapper.web import is_plain_url
from mapper.web.unpacking import too_large, unpacked

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_MAX_LINE_BYTES = 65_536
_MAX_FIELDS = 200
_MAX_HEAD_BYTES = 262_144


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A page as it was captured.

    Attributes
    ----------
    url, at
        Address, and moment in UTC, to the second.
    data
        The page's bytes, unpacked; or why there are none.
    charset
        As the server declared it, or None.
    """

    url: str
    at: dt.datetime
    data: bytes | ArticleError
    charset: str | None


def read_pages(file: IO[bytes], max_size: int) -> Iterator[Captured]:
    """Read the pages of a WARC file.

    Parameters
    ----------
    file
        Open for reading, at its beginning.
    max_size
        Bytes that a page may have.

    Yields
    ------
    Captured
        In the order of the file.

    Raises
    ------
    ArticleError
        When the file is no WARC file, is broken or breaks off; pages before that were given.
    OSError
        When it cannot be read.
    """
    stream = Stream(file)
    number = 0
    while (line := _first_line(stream)) is not None:
        number += 1
        if not line.startswith(b"WARC/"):
            where = "is no WARC file" if number == 1 else f"is broken at record {number}"
            msg = f"{where}: no record begins with {line[:40]!r}"
            raise ArticleError(msg)
        fields = _fields(stream, number)
        length = _length(fields, number)
        page = _page(stream, fields, length, max_size)
        if page is not None:
            yield page
        stream.skip_to(number)
    if number == 0:
        msg = "empty"
        raise ArticleError(msg)


def _first_line(stream: Stream) -> bytes | None:
    """Give the first line of the next record; None at the end of the file."""
    while True:
        line = stream.line(_MAX_LINE_BYTES)
        if not line:
            return None
        if line.strip():
            return line.strip()


def _fields(stream: Stream, number: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    for _ in range(_MAX_FIELDS):
        line = stream.line(_MAX_LINE_BYTES)
        text = line.decode("utf-8", errors="replace").strip()
        if not text:
            return fields
        name, _, value = text.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    msg = f"is broken at record {number}: more than {_MAX_FIELDS} fields"
    raise ArticleError(msg)


def _length(fields: dict[str, str], number: int) -> int:
    given = fields.get("content-length", "")
    if not (given.isascii() and given.isdigit() and len(given) <= 15):
        msg = f"is broken at record {number}: its length is {given[:40]!r}"
        raise ArticleError(msg)
    return int(given)


def _page(stream: Stream, fields: dict[str, str], length: int, max_size: int) -> Captured | None:
    """Give the page that a record holds, if it does. The stream is left anywhere within it."""
    stream.begin(length)
    kind = fields.get("warc-type", "").lower()
    url = fields.get("warc-target-uri", "").strip("<>")
    moment = _moment(fields.get("warc-date", ""))
    if kind not in ("response", "resource") or not is_plain_url(url) or moment is None:
        return None
    head = Message()
    if kind == "resource":
        head["Content-Type"] = fields.get("content-type", "")
    else:
        found = _http_head(stream)
        if found is None:
            return None
        head = found
    if head.get_content_type().lower() not in _PAGES or "Content-Type" not in head:
        return None
    came = stream.rest(max_size)
    try:
        data: bytes | ArticleError = _body(came, head, max_size)
    except ArticleError as error:
        data = error
    return Captured(url=url, at=moment, data=data, charset=head.get_content_charset())


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    try:
        return moment.astimezone(dt.UTC).replace(microsecond=0)
    except OverflowError:
        return None


def _http_head(stream: Stream) -> Message | None:
    """Read status and header of a response; None unless the server gave the page."""
    words = stream.line(_MAX_LINE_BYTES).split(None, 2)
    if len(words) < 2 or not words[0].startswith(b"HTTP/") or words[1] != b"200":
        return None
    lines: list[bytes] = []
    size = 0
    while (line := stream.line(_MAX_LINE_BYTES)).strip():
        lines.append(line.rstrip(b"\r\n") + b"\r\n")
        size += len(line)
        if size > _MAX_HEAD_BYTES:
            return None
    try:
        return http.client.parse_headers(io.BytesIO(b"".join(lines) + b"\r\n"))
    except http.client.HTTPException:
        return None


def _body(data: bytes, head: Message, max_size: int) -> bytes:
    if len(data) > max_size:
        raise ArticleError(too_large(max_size))
    if (head.get("Transfer-Encoding") or "").strip().lower() == "chunked":
        data = _joined(data)
    return unpacked(data, head.get("Content-Encoding") or "", max_size)


def _joined(data: bytes) -> bytes:
    """Join the chunks that an answer came in; archives that joined them kept the header."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 200)
        size = data[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            if at == 0:
                return data
            msg = "came in chunks, and one of them is broken"
            raise ArticleError(msg) from None
        if length <= 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
        if at > len(data) + 2:
            msg = "breaks off"
            raise ArticleError(msg)
