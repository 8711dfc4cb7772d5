"""How connections to servers are opened and watched over.

In: a host. Out: a connection, to a public address only where that is asked for. The address that is
checked is the one that is connected to, so that a name cannot stand for another one in between
(DNS rebinding). `ArticleError` for a private address; all else that goes wrong is an `OSError`.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

from mapper.errors import ArticleError

# IPv4 addresses inside IPv6 ones (RFC 6052), which `is_global` takes for addresses of the world.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Connect = Callable[[str, int, float | None], socket.socket]


class Watch:
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


class Http(urllib.request.HTTPHandler):
    """Open connections that somebody watches over, by `connect` where it is given."""

    def __init__(self, watch: Watch, connect: Connect | None = None) -> None:
        super().__init__()
        self._watch, self._connect = watch, connect

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Connect without TLS."""

        def connection(host: str, **given: Any) -> http.client.HTTPConnection:
            connect = self._connect if _is_direct(req, host) else None
            self._watch.connections.append(_Plain(connect, host, **given))
            return self._watch.connections[-1]

        return self.do_open(connection, req)


class Https(urllib.request.HTTPSHandler):
    """Open connections with TLS that somebody watches over, by `connect` where it is given."""

    def __init__(self, watch: Watch, connect: Connect | None = None) -> None:
        super().__init__()
        self._watch, self._connect = watch, connect

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Connect with TLS; certificates are checked."""

        def connection(host: str, **given: Any) -> http.client.HTTPConnection:
            connect = self._connect if _is_direct(req, host) else None
            self._watch.connections.append(_Tls(connect, host, **given))
            return self._watch.connections[-1]

        return self.do_open(connection, req)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Take a redirect for what it is: not the answer that was asked for."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Follow nothing; urllib then raises the status as an error."""


def _is_direct(request: urllib.request.Request, host: str) -> bool:
    """Whether there is no proxy between: a proxy's own address is the user's word."""
    return urllib.parse.unquote(urllib.parse.urlsplit(request.full_url).netloc) == host


class _Plain(http.client.HTTPConnection):
    def __init__(self, connect: Connect | None, host: str, **given: Any) -> None:
        super().__init__(host, **given)
        self._given = connect

    def connect(self) -> None:
        if self._given is None:
            super().connect()
        else:
            self.sock = self._given(self.host, self.port, self.timeout)


class _Tls(http.client.HTTPSConnection):
    def __init__(self, connect: Connect | None, host: str, **given: Any) -> None:
        self._own_context = ssl.create_default_context()
        self._own_context.set_alpn_protocols(["http/1.1"])
        super().__init__(host, **{**given, "context": self._own_context})
        self._given = connect

    def connect(self) -> None:
        if self._given is None:
            super().connect()
            return
        # Known to the watch from here on: a handshake can drip too.
        self.sock = self._given(self.host, self.port, self.timeout)
        self.sock = self._own_context.wrap_socket(self.sock, server_hostname=self.host)


def connect_public(host: str, port: int, timeout: float | None) -> socket.socket:
    """Connect to a host, unless any of its addresses is private or reserved.

    Raises
    ------
    ArticleError
        When one is. An address that a stranger wrote into a list of links must not reach into the
        user's own network or the metadata service of a cloud machine.
    OSError
        When the host is not known or cannot be reached.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not is_public(str(address[0])):
            msg = (
                f"the host {host!r} has a private or reserved address and is not fetched; "
                "--allow-private allows it"
            )
            raise ArticleError(msg)
    failure = OSError("has no address")
    for family, kind, protocol, _, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(timeout)
            sock.connect(address)
        except OSError as error:
            sock.close()
            failure = error
            continue
        return sock
    raise failure


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network, with those that it may stand for."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        inner += [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)] if ip in _NAT64 else []
        if any(one is not None and not one.is_global for one in inner):
            return False
        if ip.ipv4_mapped is not None:
            return not ip.ipv4_mapped.is_multicast
    return ip.is_global and not ip.is_multicast
