"""How geopy's geocoders reach their server.

In: a URL and a time-out. Out: text or JSON. Of a server that nobody vouches for, an answer has a
size, a depth and a time; it leads nowhere else. What goes wrong is an exception of geopy, in words
that hold neither the URL (it may have a key in it) nor anything that the server wrote.
"""

import http.client
import json
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable

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
        opener = urllib.request.build_opener(_NoRedirect)
        request = urllib.request.Request(url, headers=dict(headers))
        try:
            with opener.open(request, timeout=timeout) as response:
                return _decoded(_read(response, timeout))
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except TimeoutError as error:
            raise GeocoderTimedOut(_silence(timeout)) from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise GeocoderTimedOut(_silence(timeout)) from error
            raise GeocoderUnavailable(_unreachable(error.reason)) from error
        except http.client.HTTPException as error:
            msg = "its answer is not HTTP, or breaks off"
            raise GeocoderParseError(msg) from error
        except OSError as error:
            raise GeocoderUnavailable(_unreachable(error)) from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Take a redirect for what it is: not the answer that was asked for."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Follow nothing; urllib then raises the status as an error."""


def _read(response: http.client.HTTPResponse, timeout: float) -> bytes:
    deadline = time.monotonic() + timeout
    chunks: list[bytes] = []
    size = 0
    # `read1` gives what has come, so that a server which drips cannot hold us.
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
