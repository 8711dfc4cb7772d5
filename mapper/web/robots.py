"""What a server's robots.txt asks of this program (RFC 9309).

In: the answer to a request for robots.txt. Out: `Rules`. Nothing goes wrong: a file that makes no
sense has no rules, and one that the server fails to give closes the whole server.
"""

import dataclasses
import http
from typing import TYPE_CHECKING

from mapper import __version__

if TYPE_CHECKING:
    from protego import Protego

# What a robots.txt calls this program.
NAME = "incident-mapper"
AGENT = f"{NAME}/{__version__}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one server.

    Attributes
    ----------
    parsed
        None when there are none.
    unknown
        Why the rules could not be had, and nothing is fetched therefore; None when they could.
    pause_s
        Seconds that it wants between two requests.
    """

    parsed: "Protego | None" = None
    unknown: str | None = None
    pause_s: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether a page may be fetched."""
        if self.unknown is not None:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, NAME))

    @property
    def refusal(self) -> str:
        """Why a page is not fetched."""
        if self.unknown is not None:
            return self.unknown
        return "robots.txt of the server asks not to fetch it; --ignore-robots does all the same"


def closed(why: str) -> Rules:
    """Give the rules of a server whose robots.txt cannot be had."""
    return Rules(unknown=why)


def read_rules(status: int, data: bytes) -> Rules:
    """Read an answer.

    Parameters
    ----------
    status
        Of HTTP. By RFC 9309 a file that is not there allows everything, and a server that fails
        closes everything for now.
    """
    from protego import Protego

    if status == http.HTTPStatus.TOO_MANY_REQUESTS or status >= 500:
        return closed(
            f"robots.txt of the server cannot be had ({status}); try again later, or fetch all the "
            "same with --ignore-robots"
        )
    if status != http.HTTPStatus.OK:
        return Rules()
    parsed = Protego.parse(data.decode("utf-8", errors="replace"))
    return Rules(parsed=parsed, pause_s=_pause_s(parsed))


def _pause_s(parsed: "Protego") -> float:
    delay = parsed.crawl_delay(NAME) or 0.0
    rate = parsed.request_rate(NAME)
    each = rate.seconds / rate.requests if rate is not None and rate.requests > 0 else 0.0
    pause = max(delay, each)
    return pause if 0.0 < pause < float("inf") else 0.0
