"""How geopy's geocoders reach their server.

In: a URL and a time-out. Out: text or JSON. Of a server that nobody vouches for, an answer has a
size, a depth and a time; it leads nowhere else. What goes wrong is an exception of geopy, in words
that hold neither the URL (it may have a key in it) nor anything that the server wrote.
"""

import contextlib
import http.client
import json
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable, GeopyError

# Ten answers with all their names take some 100 kB.
MAX_BYTES = 2_000_000
_CHUNK_BYTES = 65_536


class Transport(BaseSyncAdapter):  # type: ignore[misc]
    """An adapter for geopy, over the standard library.

    geopy's own follow redirects anywhere, with the key, and read whatever comes as long as it
    comes.
    """

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """Fetch and read JSON.

        Raises
        ------
        GeocoderParseError
            When it is none, or too deep to be an answer.
        """
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            msg = "its answer is no JSON"
            raise GeocoderParseError(msg) from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Fetch text.

        Parameters
        ----------
        timeout
            Seconds for each step, and for the whole answer.

        Raises
        ------
        AdapterHTTPError
            When the server answers an error, or sends elsewhere.
        GeocoderTimedOut
            When it takes too long.
        GeocoderUnavailable
            When it cannot be reached, for instance because its certificate is not valid.
        GeocoderParseError
            When the answer is too long, breaks off or is no text.
        """
        watch = _Watch()
        deadline = time.monotonic() + timeout
        opener = urllib.request.build_opener(_NoRedirect, _Http(watch), _Https(watch))
        request = urllib.request.Request(url, headers=dict(headers))
        try:
            with watch.over(timeout):
                response = opener.open(request, timeout=timeout)
            with response:
                if watch.has_ended:
                    raise GeocoderTimedOut(_silence(timeout))
                return _decoded(_read(response, timeout, deadline))
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except TimeoutError as error:
            raise GeocoderTimedOut(_silence(timeout)) from error
        except (OSError, http.client.HTTPException) as error:
            if watch.has_ended:
                raise GeocoderTimedOut(_silence(timeout)) from error
            raise _not_reached(error, timeout) from error


class _Watch:
    """Hangs up when the head of an answer takes too long, even if some of it comes now and then.

    The time-out of a socket is one for each byte: a server that drips would hold us for ever.
    """

    def __init__(self) -> None:
        self.connections: list[http.client.HTTPConnection] = []
        self.has_ended = False

    @contextlib.contextmanager
    def over(self, timeout: float) -> Iterator[None]:
        """Watch over what happens inside."""
        timer = threading.Timer(timeout, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _end(self) -> None:
        self.has_ended = True
        for connection in self.connections:
            if connection.sock is not None:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)


class _Http(urllib.request.HTTPHandler):
    """Open connections that somebody watches over."""

    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Connect without TLS."""

        def connect(host: str, **given: Any) -> http.client.HTTPConnection:
            self._watch.connections.append(http.client.HTTPConnection(host, **given))
            return self._watch.connections[-1]

        return self.do_open(connect, req)


class _Https(urllib.request.HTTPSHandler):
    """Open connections with TLS that somebody watches over."""

    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Connect with TLS; certificates are checked."""

        def connect(host: str, **given: Any) -> http.client.HTTPConnection:
            self._watch.connections.append(http.client.HTTPSConnection(host, **given))
            return self._watch.connections[-1]

        return self.do_open(connect, req)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Take a redirect for what it is: not the answer that was asked for."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Follow nothing; urllib then raises the status as an error."""


def _read(response: http.client.HTTPResponse, timeout: float, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    # `read1` gives what has come, so that the clock can be looked at in between.
    while chunk := response.read1(_CHUNK_BYTES):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            msg = f"its answer is larger than {MAX_BYTES:,} bytes"
            raise GeocoderParseError(msg)
        if time.monotonic() > deadline:
            raise GeocoderTimedOut(_silence(timeout))
    return b"".join(chunks)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = "its answer is no text in UTF-8"
        raise GeocoderParseError(msg) from error


def _refused(error: urllib.error.HTTPError) -> AdapterHTTPError:
    headers = {name.lower(): value for name, value in error.headers.items()}
    error.close()
    sent = 300 <= error.code < 400
    msg = f"it answers {error.code}" + (", which sends elsewhere; look at its URL" if sent else "")
    return AdapterHTTPError(msg, status_code=error.code, headers=headers, text=None)


def _not_reached(error: Exception, timeout: float) -> GeopyError:
    """Give geopy's error for what happened on the way."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return GeocoderTimedOut(_silence(timeout))
    if isinstance(reason, http.client.HTTPException):
        return GeocoderParseError("its answer is not HTTP, or breaks off")
    return GeocoderUnavailable(_unreachable(reason))


def _silence(timeout: float) -> str:
    return f"no answer within {timeout:g} s"


def _unreachable(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({reason.verify_message})"
    if isinstance(reason, ssl.SSLError):
        return "it does not speak TLS as it should"
    if isinstance(reason, socket.gaierror):
        return "its host name is not known"
    if isinstance(reason, OSError) and reason.strerror:
        return f"it cannot be reached ({reason.strerror.lower()})"
    return "it cannot be reached"
