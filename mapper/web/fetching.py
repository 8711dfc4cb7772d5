"""Pages from the web.

In: a URL. Out: bytes with their type, and when they came. `ArticleError` for anything that does not
arrive: a wrong address, a private one, one that robots.txt closes, a failing server, too many
redirects, too many bytes, too long a silence.
"""

import dataclasses
import datetime as dt
import http.client
import urllib.error
import urllib.parse
import urllib.request

from mapper.errors import ArticleError
from mapper.web.asking import Answer, ask, check_address, quoted
from mapper.web.connection import is_public
from mapper.web.model import (
    DEFAULT_PAUSE_S,
    Fetched,
    Manners,
    NotNow,
    PageGone,
    Validators,
)
from mapper.web.pace import turn
from mapper.web.robots import AGENT, Rules, closed, read_rules
from mapper.web.unpacking import unpacked

_USER_AGENT = f"Mozilla/5.0 (compatible; {AGENT}; reads pages on request)"
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.1"
_MAX_REDIRECTS = 5
_MAX_URL_CHARS = 2_000
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GONE = frozenset((404, 410))
_LATER = frozenset((429, 503))
_NOT_MODIFIED = 304
# A robots.txt that wants longer pauses than this is told to the user and not waited for.
_PATIENCE_S = 60.0
# RFC 9309 wants at least 500 KiB to be read.
_ROBOTS_BYTES = 512_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One run of fetching: its manners, and the rules of the servers that it came by so far."""

    manners: Manners = Manners()
    rules: dict[str, Rules] = dataclasses.field(default_factory=dict)


def is_url(source: str) -> bool:
    """Whether a source is a web address and not a file."""
    return source.lower().startswith(("http://", "https://"))


def is_plain_url(text: str) -> bool:
    """Whether an address that a stranger wrote can be kept: short, and nothing hidden in it."""
    return is_url(text) and len(text) <= _MAX_URL_CHARS and text.isprintable()


def fetch(url: str, visit: Visit) -> Fetched:
    """Fetch a page, with the manners of a visit.

    Raises
    ------
    ArticleError
        As `fetch_changed`.
    """
    fetched = fetch_changed(url, visit, Validators())
    if fetched is None:
        msg = f"the server answered {_NOT_MODIFIED} to a first request"
        raise ArticleError(msg)
    return fetched


def fetch_changed(url: str, visit: Visit, since: Validators) -> Fetched | None:
    """Fetch a page, unless it is the same as before.

    Parameters
    ----------
    url
        Address with `http` or `https`.
    visit
        Its manners are kept, towards each server on the way.
    since
        What the server gave with an earlier answer.

    Returns
    -------
    Fetched or None
        The answer, unpacked; None when nothing changed `since`.

    Raises
    ------
    ArticleError
        When it cannot be fetched; `PageGone` when there is no such page, `NotNow` when the server
        wants to be asked later.
    """
    headers = _conditions(since)
    manners, here = visit.manners, url
    for _ in range(_MAX_REDIRECTS + 1):
        check_address(here, manners)
        rules = _rules(here, visit)
        if not rules.allows(quoted(here)):
            raise ArticleError(rules.refusal)
        with turn(_host(here), _interval_s(here, manners, rules), patience_s=_PATIENCE_S):
            answer = ask(here, headers, manners, manners.max_size)
        if answer.status == _NOT_MODIFIED:
            return None
        if answer.status not in _REDIRECTS:
            return _fetched(url if here == url else quoted(here), answer, manners)
        here = urllib.parse.urljoin(here, answer.headers.get("Location") or "")
    msg = f"more than {_MAX_REDIRECTS} redirects, the last one to {here[:200]!r}"
    raise ArticleError(msg)


def _fetched(url: str, answer: Answer, manners: Manners) -> Fetched:
    if answer.status != http.HTTPStatus.OK:
        raise _refused(answer)
    headers = answer.headers
    return Fetched(
        data=unpacked(answer.data, headers.get("Content-Encoding") or "", manners.max_size),
        media_type=headers.get_content_type().lower(),
        charset=headers.get_content_charset(),
        url=url,
        at=dt.datetime.now(dt.UTC).replace(microsecond=0),
        validators=Validators(
            etag=_short(headers.get("ETag")), last_modified=_short(headers.get("Last-Modified"))
        ),
    )


def _refused(answer: Answer) -> ArticleError:
    msg = f"the server answered {answer.status} {answer.reason[:200]}"
    if answer.status in _GONE:
        return PageGone(msg)
    if answer.status in _LATER:
        after = (answer.headers.get("Retry-After") or "").strip()[:40]
        return NotNow(msg + (f", and asks to come back in {after} s" if after.isdigit() else ""))
    return ArticleError(msg)


def _short(value: str | None) -> str | None:
    """Keep a header that goes back to the server; one that is no plain line is dropped."""
    line = (value or "").strip()
    return line if line and len(line) <= 500 and line.isascii() and line.isprintable() else None


def _conditions(since: Validators) -> dict[str, str]:
    headers = {"User-Agent": _USER_AGENT, "Accept": _ACCEPT}
    if since.etag is not None:
        headers["If-None-Match"] = since.etag
    if since.last_modified is not None:
        headers["If-Modified-Since"] = since.last_modified
    return headers


def _rules(url: str, visit: Visit) -> Rules:
    """Give what robots.txt of the server asks; it is fetched once in a run."""
    if not visit.manners.robots:
        return Rules()
    parts = urllib.parse.urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    if origin not in visit.rules:
        visit.rules[origin] = _fetched_rules(origin, visit.manners)
    return visit.rules[origin]


def _fetched_rules(origin: str, manners: Manners) -> Rules:
    here = f"{origin}/robots.txt"
    headers = _conditions(Validators())
    try:
        for _ in range(_MAX_REDIRECTS + 1):
            check_address(here, manners)
            answer = ask(here, headers, manners, _ROBOTS_BYTES, is_cut=True)
            if answer.status not in _REDIRECTS:
                break
            here = urllib.parse.urljoin(here, answer.headers.get("Location") or "")
        data = answer.data
        if answer.status == http.HTTPStatus.OK:
            data = unpacked(data, answer.headers.get("Content-Encoding") or "", _ROBOTS_BYTES)
    except ArticleError as error:
        return closed(str(error))
    return read_rules(answer.status, data)


def _interval_s(url: str, manners: Manners, rules: Rules) -> float:
    """Seconds between two requests; none to a server of one's own, unless it asks for some."""
    pause_s = manners.pause_s
    if pause_s is None:
        pause_s = 0.0 if _is_own(url) else DEFAULT_PAUSE_S
    return max(pause_s, rules.pause_s)


def _is_own(url: str) -> bool:
    host = (urllib.parse.urlsplit(url).hostname or "").lower()
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost"


def _host(url: str) -> str:
    return (urllib.parse.urlsplit(quoted(url)).netloc).lower()
