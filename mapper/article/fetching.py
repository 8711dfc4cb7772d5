"""Pages from the web.

In: a URL. Out: bytes with their type. `ArticleError` for anything that does not arrive: a wrong
address, a private one, a failing server, too many redirects, too many bytes, too long a silence.
"""

import dataclasses
import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from email.message import Message
from typing import IO

from mapper.article.model import ReadOptions
from mapper.errors import ArticleError

_USER_AGENT = "Mozilla/5.0 (compatible; incident-mapper; reads one page on request)"
_MAX_REDIRECTS = 5
_CHUNK_BYTES = 65_536
# A server that sends a byte now and then keeps within the time-out of each read.
_MAX_TOTAL_FACTOR = 6


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer: its bytes, media type in lower case, declared encoding or None, and final URL."""

    data: bytes
    media_type: str
    charset: str | None
    url: str


def is_url(source: str) -> bool:
    """Whether a source is a web address and not a file."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Fetch a page.

    Parameters
    ----------
    url
        Address with `http` or `https`.
    options
        `max_size`, `allow_private` and `timeout_s` are kept.

    Returns
    -------
    Fetched
        The answer, unpacked.

    Raises
    ------
    ArticleError
        When it cannot be fetched.
    """
    _check_host(url, options)
    opener = urllib.request.build_opener(_Redirects(options))
    try:
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            _quoted(url),
            headers={"User-Agent": _USER_AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"},
        )
        with opener.open(request, timeout=options.timeout_s) as response:
            headers: Message = response.headers
            data = _read(response, options)
            return Fetched(
                data=_unpacked(data, headers.get("Content-Encoding", ""), options.max_size),
                media_type=headers.get_content_type().lower(),
                charset=headers.get_content_charset(),
                url=response.geturl(),
            )
    except urllib.error.HTTPError as error:
        error.close()
        msg = f"the server answered {error.code} {error.reason}"
        raise ArticleError(msg) from error
    except TimeoutError as error:
        raise ArticleError(_silence(options)) from error
    except urllib.error.URLError as error:
        reason = _silence(options) if isinstance(error.reason, TimeoutError) else error.reason
        msg = f"cannot be fetched: {reason}"
        raise ArticleError(msg) from error
    except (OSError, http.client.HTTPException, zlib.error, UnicodeError) as error:
        msg = f"cannot be fetched: {error or type(error).__name__}"
        raise ArticleError(msg) from error


def _silence(options: ReadOptions) -> str:
    return f"no answer within {options.timeout_s:g} s"


def _quoted(url: str) -> str:
    """Write the address in ASCII, as the protocol wants it."""
    parts = urllib.parse.urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme, netloc, path or "/", query, ""))


def _check_host(url: str, options: ReadOptions) -> None:
    """Refuse what is no public web address.

    An address that a stranger wrote into a list of links must not reach into the user's own
    network or the metadata service of a cloud machine.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        msg = "not a web address"
        raise ArticleError(msg) from error
    if parts.scheme not in ("http", "https") or not host:
        msg = "not a web address of http or https"
        raise ArticleError(msg)
    if options.allow_private:
        return
    try:
        found = socket.getaddrinfo(host, port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        if parts.scheme in urllib.request.getproxies():
            # Behind a proxy the names of the world are often not known here.
            return
        msg = f"cannot be fetched: the host {host!r} is not known"
        raise ArticleError(msg) from error
    for *_, address in found:
        if not _is_public(str(address[0])):
            msg = f"the host {host!r} has a private or reserved address and is not fetched"
            raise ArticleError(msg)


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follow a few redirects, each to a public web address."""

    max_redirections = _MAX_REDIRECTS
    max_repeats = 2

    def __init__(self, options: ReadOptions) -> None:
        self._options = options

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Check the new address before it is asked."""
        _check_host(newurl, self._options)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(response: IO[bytes], options: ReadOptions) -> bytes:
    deadline = time.monotonic() + _MAX_TOTAL_FACTOR * options.timeout_s
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK_BYTES):
        chunks.append(chunk)
        size += len(chunk)
        if size > options.max_size:
            raise ArticleError(too_large(options.max_size))
        if time.monotonic() > deadline:
            raise ArticleError(_silence(options))
    return b"".join(chunks)


def _unpacked(data: bytes, encoding: str, max_size: int) -> bytes:
    """Unpack an answer that came compressed without having been asked to."""
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    unpacked = unpacker.decompress(data, max_size + 1)
    if len(unpacked) > max_size:
        raise ArticleError(too_large(max_size))
    return unpacked


def too_large(max_size: int) -> str:
    """Why something is refused for its size."""
    return f"larger than {max_size:,} bytes; raise --max-size to read it"
