"""One request to one server.

In: a URL. Out: the answer, whatever its status. `ArticleError` when none comes: a wrong address, a
private one, too many bytes, too long a silence. Redirects are not followed here.
"""

import dataclasses
import http.client
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message

from mapper.errors import ArticleError
from mapper.web.connection import Http, Https, NoRedirect, Watch, connect_public, is_public
from mapper.web.model import Manners
from mapper.web.unpacking import too_large

_CHUNK_BYTES = 65_536
# A server that sends a byte now and then keeps within the time-out of each read.
_MAX_TOTAL_FACTOR = 6


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said; `data` is empty unless it gave what was asked for."""

    status: int
    reason: str
    headers: Message
    data: bytes


def ask(
    url: str, headers: dict[str, str], manners: Manners, max_size: int, *, is_cut: bool = False
) -> Answer:
    """Ask one server once.

    Parameters
    ----------
    max_size
        Bytes that an answer may have; a larger one is refused, or cut off when `is_cut`.

    Raises
    ------
    ArticleError
        When no answer comes, or one that is too large.
    """
    watch = Watch()
    connect = None if manners.allow_private else connect_public
    deadline = time.monotonic() + _MAX_TOTAL_FACTOR * manners.timeout_s
    opener = urllib.request.build_opener(NoRedirect, Http(watch, connect), Https(watch, connect))
    request = urllib.request.Request(quoted(url), headers=headers)  # noqa: S310 - checked before
    try:
        with watch.over(_MAX_TOTAL_FACTOR * manners.timeout_s):
            try:
                response = opener.open(request, timeout=manners.timeout_s)
            except urllib.error.HTTPError as error:
                # Its body is of no interest, and may have no end.
                error.close()
                return Answer(
                    status=error.code, reason=str(error.reason), headers=error.headers, data=b""
                )
            with response:
                data = _read(response, manners, max_size, deadline)
    except TimeoutError as error:
        raise ArticleError(_silence(manners)) from error
    except urllib.error.URLError as error:
        late = watch.has_ended or isinstance(error.reason, TimeoutError)
        msg = _silence(manners) if late else f"cannot be fetched: {error.reason}"
        raise ArticleError(msg) from error
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        msg = _silence(manners) if watch.has_ended else _broken(error)
        raise ArticleError(msg) from error
    if len(data) > max_size and not is_cut:
        raise ArticleError(too_large(max_size))
    if watch.has_ended:
        raise ArticleError(_silence(manners))
    return Answer(status=response.status, reason="", headers=response.headers, data=data[:max_size])


def _broken(error: Exception) -> str:
    return f"cannot be fetched: {error or type(error).__name__}"


def _silence(manners: Manners) -> str:
    return f"no answer within {manners.timeout_s:g} s"


def quoted(url: str) -> str:
    """Write the address in ASCII, as the protocol wants it; ValueError when it is none."""
    parts = urllib.parse.urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if "%" in host and ":" not in host:
        # urllib would make another host of it after all that is checked here.
        msg = f"{host!r} is no name of a host"
        raise ValueError(msg)
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme, netloc, path or "/", query, ""))


def check_address(url: str, manners: Manners) -> None:
    """Refuse what is no web address, and an address that is private by its own words."""
    try:
        parts = urllib.parse.urlsplit(url)
        host, _ = parts.hostname, parts.port
        quoted(url)
    except ValueError as error:
        msg = "not a web address"
        raise ArticleError(msg) from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        msg = f"not a web address of http or https, others are not allowed: {url[:200]!r}"
        raise ArticleError(msg)
    if not manners.allow_private and not _is_allowed(host, parts.scheme.lower()):
        msg = (
            f"the host {host!r} has a private or reserved address and is not fetched; "
            "--allow-private allows it"
        )
        raise ArticleError(msg)


def _is_allowed(host: str, scheme: str) -> bool:
    """Whether what can be told of a host before connecting speaks for it."""
    try:
        return is_public(host)
    except ValueError:
        if scheme not in urllib.request.getproxies():
            # A name: its address is looked at when it is connected to.
            return True
    # A proxy connects by itself. It may know names that are not known here.
    try:
        found = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return True
    return all(is_public(str(address[0])) for *_, address in found)


def _read(
    response: http.client.HTTPResponse, manners: Manners, max_size: int, deadline: float
) -> bytes:
    """Read an answer, and no more than a little above `max_size`."""
    chunks: list[bytes] = []
    size = 0
    # What the server says that it sends; None when it says nothing, or sends in parts.
    whole = response.length
    # `read1` gives what has come, so that the clock can be looked at in between.
    while (whole is None or size < whole) and (chunk := response.read1(_CHUNK_BYTES)):
        chunks.append(chunk)
        size += len(chunk)
        if size > max_size:
            return b"".join(chunks)
        if time.monotonic() > deadline:
            raise ArticleError(_silence(manners))
    if whole is not None and size < whole:
        # Half an article tells something else than the whole one.
        msg = f"the answer breaks off after {size:,} of {whole:,} bytes"
        raise ArticleError(msg)
    return b"".join(chunks)[:whole]
