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
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable, GeopyError

from mapper.web.connection import Http, Https, NoRedirect, Watch

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
        watch = Watch()
        deadline = time.monotonic() + timeout
        opener = urllib.request.build_opener(NoRedirect, Http(watch), Https(watch))
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
