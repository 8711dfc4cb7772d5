"""Which geocoder is asked, and how.

In: what the user chose. Out: `Settings` that hold together. A service that geopy does not have, or
a URL that is none, raises `GeocoderError`.
"""

import dataclasses
import ipaddress
import socket
import urllib.parse

from mapper import __version__
from mapper.errors import GeocoderError

# Nominatim's usage policy wants to know which program asks.
# https://operations.osmfoundation.org/policies/nominatim/
USER_AGENT = f"incident-mapper/{__version__}"
TIMEOUT_S = 10.0
# The usage policy of the public Nominatim, kept towards every public server.
PUBLIC_INTERVAL_S = 1.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A geocoder and how it is asked.

    Attributes
    ----------
    service
        geopy's name of it: `nominatim`, `photon`, `geonames`, ...
    url
        Where it runs, such as `http://127.0.0.1:8088`; None for the service's own server.
    key
        API key, token or user name; None when the service wants none. Never stored or printed.
    timeout_s
        Seconds of silence after which a question has failed.
    interval_s
        Seconds between two questions; None for the least that is polite: one to a public server,
        none to a server of one's own. Public servers are never asked more often.
    """

    service: str
    url: str | None = None
    user_agent: str = USER_AGENT
    key: str | None = dataclasses.field(default=None, repr=False)
    timeout_s: float = TIMEOUT_S
    interval_s: float | None = None

    @property
    def source(self) -> str:
        """The service and its server, as answers are filed: nothing secret is in it."""
        if self.url is None:
            return self.service
        parts = urllib.parse.urlsplit(self.url)
        server = f"{parts.scheme.lower()}://{host_of(self.url)}{parts.path.rstrip('/')}"
        return f"{self.service} {server}"


def host_of(url: str) -> str:
    """Give host and port of a URL, without user and password."""
    return urllib.parse.urlsplit(url).netloc.rpartition("@")[2].lower()


def check_url(url: str) -> None:
    """Refuse what cannot be the address of a geocoder.

    Raises
    ------
    GeocoderError
        When it has no `http` or `https`, no host, a password, a query or a port that is none.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        fine = fine and not (parts.query or parts.fragment) and parts.username is None
    except ValueError:
        fine = False
    if not fine or not url.isprintable() or " " in url:
        msg = "The URL of a geocoder is like 'http://127.0.0.1:8088'; give a key by --geocoder-key."
        raise GeocoderError(msg)


def interval_of(settings: Settings, server: str) -> float:
    """Give the seconds that must lie between two questions to `server` (a host, with its port)."""
    asked = settings.interval_s or 0.0
    is_own = settings.url is not None and _is_own(server)
    return asked if is_own else max(asked, PUBLIC_INTERVAL_S)


def _is_own(server: str) -> bool:
    """Whether a server is on this machine or in the user's own network, by all its addresses."""
    host = urllib.parse.urlsplit(f"//{server}").hostname or ""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    addresses = [ipaddress.ip_address(str(address[0]).split("%")[0]) for *_, address in found]
    return bool(addresses) and all(one.is_private for one in addresses)
