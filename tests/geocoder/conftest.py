"""A geocoder on the loopback: it speaks HTTP as the real ones do, and answers what it is told."""

import dataclasses
import http.server
import json
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mapper.gazetteer import Gazetteer
from mapper.geocoder import Question, Reply, Settings


@dataclasses.dataclass(slots=True)
class Server:
    """What the server answers, and what it was asked (path and query) and when.

    `answers` go from a name to the JSON value for it, or to the bytes; `default` is for all others.
    """

    url: str
    answers: dict[str, Any] = dataclasses.field(default_factory=dict)
    default: Any = dataclasses.field(default_factory=list)
    status: int = 200
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    delay_s: float = 0.0
    drip_s: float = 0.0
    asked: list[dict[str, str]] = dataclasses.field(default_factory=list)
    agents: list[str | None] = dataclasses.field(default_factory=list)
    times: list[float] = dataclasses.field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names that it was asked for, in order."""
        return [query["q"] for query in self.asked]


def _handler(server: Server) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
            server.asked.append(query)
            server.agents.append(self.headers["User-Agent"])
            server.times.append(time.monotonic())
            time.sleep(server.delay_s)
            value = server.answers.get(query.get("q", ""), server.default)
            data = value if isinstance(value, bytes) else json.dumps(value).encode()
            try:
                self._answer(data)
            except (BrokenPipeError, ConnectionResetError):
                # The client had enough of it.
                self.close_connection = True

        def _answer(self, data: bytes) -> None:
            self.send_response(server.status)
            self.send_header("Content-Type", "application/json")
            for name, text in server.headers.items():
                self.send_header(name, text)
            self.end_headers()
            if not server.drip_s:
                self.wfile.write(data)
                return
            for at in range(len(data)):
                self.wfile.write(data[at : at + 1])
                self.wfile.flush()
                time.sleep(server.drip_s)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that finds nothing until it is told otherwise."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    told = Server(url="")
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(told))
    told.url = f"http://127.0.0.1:{site.server_port}"
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    site.shutdown()
    thread.join()
    site.server_close()


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The bundled gazetteer."""
    with Gazetteer.open() as opened:
        yield opened


Ask = Callable[..., Reply]


@pytest.fixture
def ask(server: Server, gazetteer: Gazetteer, tmp_path: Path) -> Ask:
    """Ask the server for a name in a country (Ukraine), as one of geopy's services."""
    from mapper.geocoder.ask import connect
    from mapper.geocoder.polite import ask_politely

    def asked(name: str, country: str = "UA", **settings: Any) -> Reply:
        given: dict[str, Any] = {
            "service": "nominatim",
            "url": server.url,
            "timeout_s": 5.0,
        } | settings
        question = Question(name=name, country=country)
        return ask_politely(connect(Settings(**given)), question, gazetteer, folder=tmp_path)

    return asked


Village = Callable[..., dict[str, Any]]


@pytest.fixture
def village() -> Village:
    """Make one answer of Nominatim, as version 5 gives it."""
    return _village


def _village(name: Any = "Lisnovynka", **changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "place_id": 100005,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 101,
        "lat": "50.8700000",
        "lon": "34.6500000",
        "class": "place",
        "type": "village",
        "place_rank": 19,
        "importance": 0.146,
        "addresstype": "village",
        "name": name,
        "display_name": f"{name}, Sumy Oblast, Ukraine",
        "address": {"village": name, "state": "Sumy Oblast", "country_code": "ua"},
        "namedetails": {"name": name},
        "boundingbox": ["50.8500000", "50.8900000", "34.6300000", "34.6700000"],
    }
    return told | changes
