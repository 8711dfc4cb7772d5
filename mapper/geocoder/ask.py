"""Put one question to a geocoder of geopy.

In: settings and a question. Out: a `Reply`, whatever happens: geopy's exceptions become reasons in
one table here, so that "there is no such place" and "the server did not say" are never mixed up.
Settings that geopy cannot work with raise `GeocoderError` before anything is asked.
"""

import dataclasses
import datetime as dt
import inspect
import urllib.parse
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geopy import exc
from geopy.adapters import AdapterHTTPError, get_retry_after
from geopy.geocoders import SERVICE_TO_GEOCODER

from mapper.errors import GeocoderError
from mapper.gazetteer.model import Place
from mapper.geocoder.accept import accept
from mapper.geocoder.model import Outcome, Question, Reply
from mapper.geocoder.readings import Reading, reading_of
from mapper.geocoder.settings import Settings, check_url, host_of
from mapper.geocoder.transport import Transport

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

# As many answers as are asked for and looked at: villages of one name in one country.
_MOST_ANSWERS = 20
# A server that wants to be left alone for longer is asked again all the same.
_LONGEST_RETRY = dt.timedelta(days=1)

# What geopy calls the key of a service, and what it needs besides one.
_KEY_NAMES = frozenset(
    {"api_key", "apikey", "username", "subscription_key", "auth_token", "security_key"}
)

# geopy's exceptions, the narrower first: what to say, and whether other names would fail too.
_FAILURES: tuple[tuple[type[exc.GeopyError], str, bool], ...] = (
    (exc.GeocoderRateLimited, "it was asked too often (429)", True),
    (exc.GeocoderQuotaExceeded, "the quota is used up", True),
    (exc.GeocoderAuthenticationFailure, "it does not take the key; look at --geocoder-key", True),
    (
        exc.GeocoderInsufficientPrivileges,
        "it refuses this program or key; look at --geocoder-user-agent and --geocoder-key",
        True,
    ),
    (exc.ConfigurationError, "it is not set up rightly", True),
    (exc.GeocoderTimedOut, "it gave no answer in time", False),
    (exc.GeocoderUnavailable, "it cannot be reached", False),
    (exc.GeocoderParseError, "its answer cannot be read", False),
    (exc.GeocoderQueryError, "it does not understand the question", False),
    (exc.GeocoderServiceError, "it failed", False),
    (exc.GeopyError, "it failed", False),
)

# Arguments that mean something else to a service: HERE takes codes of three letters.
_OTHERWISE = {"HereV7": frozenset({"countries", "components"})}
# Raised by `transport`, with words that hold nothing secret and nothing of the server's.
_OWN_WORDS = (exc.GeocoderTimedOut, exc.GeocoderUnavailable, exc.GeocoderParseError)
_LONGEST_REASON = 200


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A geocoder that is ready to be asked. `server` is its host, for the pace."""

    settings: Settings
    geocoder: Any = dataclasses.field(repr=False)
    reading: Reading = dataclasses.field(repr=False)
    server: str


def services() -> tuple[str, ...]:
    """Give the names of the services that geopy knows, in order."""
    return tuple(sorted(SERVICE_TO_GEOCODER))


def connect(settings: Settings) -> Client:
    """Make a geocoder ready; nothing is sent.

    Raises
    ------
    GeocoderError
        When there is no such service, it wants a key and has none, or has no URL of its own.
    """
    maker = SERVICE_TO_GEOCODER.get(settings.service)
    if maker is None:
        msg = f"There is no geocoder {settings.service!r}; use one of {', '.join(services())}."
        raise GeocoderError(msg)
    if not (settings.user_agent.isascii() and settings.user_agent.isprintable()):
        msg = f"The user agent {settings.user_agent!r} cannot be sent; use plain letters."
        raise GeocoderError(msg)
    wanted = inspect.signature(maker).parameters
    arguments: dict[str, Any] = {
        "user_agent": settings.user_agent,
        "timeout": settings.timeout_s,
        "adapter_factory": Transport,
    }
    arguments |= _place_of_server(settings, wanted) | _key(settings, wanted)
    try:
        with warnings.catch_warnings():
            # geopy's warnings are for those who write programs.
            warnings.simplefilter("ignore")
            geocoder = maker(**arguments)
    except (exc.GeopyError, TypeError, ValueError) as error:
        # The message may hold the key.
        msg = f"Geocoder {settings.service!r} cannot be set up ({type(error).__name__})."
        raise GeocoderError(msg) from error
    return Client(
        settings=settings,
        geocoder=geocoder,
        reading=reading_of(settings.service),
        server=_server(settings, geocoder),
    )


def ask(client: Client, question: Question, gazetteer: "Gazetteer", now: dt.datetime) -> Reply:
    """Ask for one name in one country, one request.

    Parameters
    ----------
    now
        In UTC; what the server says of when to come again is counted from it.
    """
    arguments = _arguments(client.geocoder, question, gazetteer)
    try:
        with warnings.catch_warnings():
            # geopy warns of impossible coordinates before it raises.
            warnings.simplefilter("ignore")
            found = client.geocoder.geocode(question.name, **arguments)
    except exc.GeopyError as error:
        return _failed(error, now)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        # geopy reads answers without looking; what is not of the form ends here.
        return _bad_answer()
    if found is None:
        return Reply(outcome=Outcome.NOT_FOUND, reason="nothing of this name")
    locations = found if isinstance(found, list) else [found]
    try:
        return _judged(client, question, locations[:_MOST_ANSWERS], gazetteer)
    except (ValueError, TypeError, OverflowError):
        return _bad_answer()


def _judged(
    client: Client, question: Question, locations: Sequence[Any], gazetteer: "Gazetteer"
) -> Reply:
    """Take the answers that may be believed."""
    places: dict[str, Place] = {}
    why: dict[str, None] = {}
    for location in locations:
        if location is None:
            continue
        raw = location.raw if isinstance(location.raw, dict) else {}
        told = {**raw, "mapper:address": location.address}
        answer = client.reading(
            client.settings.service, told, float(location.latitude), float(location.longitude)
        )
        taken = "no place of an incident" if answer is None else None
        if answer is not None:
            place = accept(question, answer, gazetteer)
            if isinstance(place, Place):
                places.setdefault(place.id, place)
            else:
                taken = place
        if taken is not None:
            why.setdefault(taken)
    if places:
        return Reply(outcome=Outcome.FOUND, places=tuple(places[ident] for ident in sorted(places)))
    return Reply(
        outcome=Outcome.NOT_FOUND,
        reason="; ".join(list(why)[:3]) or "nothing of this name",
    )


def _failed(error: exc.GeopyError, now: dt.datetime) -> Reply:
    reason, final = next((words, end) for kind, words, end in _FAILURES if isinstance(error, kind))
    cause = error.__cause__
    wait_s = None
    if isinstance(cause, AdapterHTTPError):
        reason = _status_words(cause.status_code, reason)
        wait_s = _wait_s(cause.headers)
    elif isinstance(error, _OWN_WORDS) and str(error):
        reason = str(error)[:_LONGEST_REASON]
    return Reply(
        outcome=Outcome.FAILED,
        reason=reason,
        retry_at=None if wait_s is None else _later(now, wait_s),
        # Who says when to come again wants to be left alone until then.
        is_final=final or wait_s is not None,
    )


def _status_words(status: int, reason: str) -> str:
    if 300 <= status < 400:
        return f"it sends elsewhere ({status}); look at --geocoder-url"
    if status >= 500:
        return f"it failed ({status})"
    return reason if str(status) in reason else f"{reason} ({status})"


def _wait_s(headers: Mapping[str, str]) -> float | None:
    """Read when to come again; None when the header says nothing that makes sense."""
    try:
        return get_retry_after(headers)  # type: ignore[no-any-return]
    except (ValueError, OverflowError):
        return None


def _later(now: dt.datetime, wait_s: float) -> dt.datetime:
    """Give the time to come again, which may not be what any number of seconds means."""
    most = _LONGEST_RETRY.total_seconds()
    return now + dt.timedelta(seconds=min(max(wait_s, 0), most))


def _bad_answer() -> Reply:
    return Reply(outcome=Outcome.FAILED, reason="its answer has not the form of this service")


def _place_of_server(settings: Settings, wanted: Mapping[str, Any]) -> dict[str, Any]:
    domain = wanted.get("domain")
    if settings.url is None:
        if domain is not None and domain.default is inspect.Parameter.empty:
            msg = f"Geocoder {settings.service!r} runs nowhere by itself; name a --geocoder-url."
            raise GeocoderError(msg)
        return {}
    check_url(settings.url)
    if domain is None or "scheme" not in wanted:
        msg = f"Geocoder {settings.service!r} runs in one place only; leave --geocoder-url out."
        raise GeocoderError(msg)
    parts = urllib.parse.urlsplit(settings.url)
    return {"domain": host_of(settings.url) + parts.path.rstrip("/"), "scheme": parts.scheme}


def _key(settings: Settings, wanted: Mapping[str, Any]) -> dict[str, Any]:
    takes = [name for name in wanted if name in _KEY_NAMES]
    needs = [
        name
        for name, parameter in wanted.items()
        if parameter.default is inspect.Parameter.empty and name != "domain"
    ]
    if len(needs) > 1 or (needs and needs[0] not in _KEY_NAMES):
        msg = f"Geocoder {settings.service!r} needs {' and '.join(needs)}, which cannot be given."
        raise GeocoderError(msg)
    if settings.key is None:
        if needs:
            msg = f"Geocoder {settings.service!r} needs a key or user name; give --geocoder-key."
            raise GeocoderError(msg)
        return {}
    if not takes:
        msg = f"Geocoder {settings.service!r} takes no key; leave --geocoder-key out."
        raise GeocoderError(msg)
    return {(needs or takes)[0]: settings.key}


def _server(settings: Settings, geocoder: Any) -> str:
    """Give the host that is asked."""
    if settings.url is not None:
        return host_of(settings.url)
    address = getattr(geocoder, "api", None) or getattr(geocoder, "domain", None)
    host = urllib.parse.urlsplit(address).netloc if isinstance(address, str) else ""
    return host or settings.service


def _arguments(geocoder: Any, question: Question, gazetteer: "Gazetteer") -> dict[str, Any]:
    """Say to a service, in its words, to give several answers of one country, in English."""
    takes = inspect.signature(geocoder.geocode).parameters
    code = question.country
    given: dict[str, Any] = {
        "exactly_one": False,
        "limit": _MOST_ANSWERS,
        "language": "en",
        "addressdetails": True,
        "namedetails": True,
        # Of the names for "only in this country" each service has one.
        "country_codes": [code.lower()],
        "countries": [code],
        "country": code,
        "components": {"country": code},
    }
    box = _box(gazetteer, code)
    if "bbox" in takes and box is not None:
        given["bbox"] = box
    other = _OTHERWISE.get(type(geocoder).__name__, frozenset())
    return {name: value for name, value in given.items() if name in takes and name not in other}


def _box(gazetteer: "Gazetteer", code: str) -> list[tuple[float, float]] | None:
    """Give the corners of the box around a country as (lat, lon) in degrees."""
    place = gazetteer.country(code)
    if place is None or place.shape is None:
        return None
    west, south, east, north = place.geometry.bounds
    # Across the date line the box is the whole Earth and bounds nothing.
    return None if east - west > 180.0 else [(south, west), (north, east)]
