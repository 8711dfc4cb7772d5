"""Projects on both databases, and a website on the loopback, for all tests that use one."""

import dataclasses
import http.server
import json
import os
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

# A database of PostgreSQL with PostGIS, as `.ci/postgresql start FOLDER` prints it.
SERVER = "MAPPER_TEST_POSTGRESQL"


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The database that a test uses; each test has both."""
    name: str = request.param
    if name == "postgresql" and SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no database; .ci/postgresql start makes one")
    return name


@pytest.fixture
def new_location(backend: str, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Give locations of projects that are not there yet: files, or schemas of a server."""
    made: list[str] = []

    def new() -> str:
        made.append(f"test_{uuid.uuid4().hex}")
        if backend == "sqlite":
            return str(tmp_path / f"{made[-1]}.db")
        _on_server(f"CREATE SCHEMA {made[-1]}")
        separator = "&" if "?" in os.environ[SERVER] else "?"
        return f"{os.environ[SERVER]}{separator}options=-csearch_path%3D{made[-1]},public"

    yield new
    for name in made if backend == "postgresql" else []:
        _on_server(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def location(new_location: Callable[[], str]) -> str:
    """The location of a project that is not there yet."""
    return new_location()


def _on_server(statement: str) -> None:
    url = sa.make_url(os.environ[SERVER]).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        # Rather a failure than a test that hangs on a transaction which was left open.
        connection.exec_driver_sql("SET lock_timeout = '60s'")
        connection.exec_driver_sql(statement)


# Of the system, not of the environment that the tests run in: Debian's QGIS is a module of it.
SYSTEM_PYTHON = "/usr/bin/python3"
IN_QGIS = Path(__file__).parent / "programs" / "in_qgis.py"


@pytest.fixture(scope="session")
def in_qgis() -> Callable[..., dict[str, Any]]:
    """Ask QGIS about a layer; what it answers is told in `programs/in_qgis.py`."""
    known = [SYSTEM_PYTHON, "-c", "import qgis.core"]
    there = Path(SYSTEM_PYTHON).exists()
    if not there or subprocess.run(known, capture_output=True, check=False).returncode:
        pytest.skip("there is no QGIS; Debian has python3-qgis and qgis-providers")

    def ask(uri: object, *, provider: str = "ogr", where: str | None = None) -> dict[str, Any]:
        request = {"uri": str(uri), "provider": provider, "where": where}
        done = subprocess.run(
            [SYSTEM_PYTHON, str(IN_QGIS)], input=json.dumps(request), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    return ask


PAGE_TEXT = (
    "A missile struck the port of {place} on Saturday, killing {killed} people, police said."
)


def page(text: str, head: str = "") -> bytes:
    """A page with an article."""
    body = f"<article><p>{text}</p></article>"
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


@dataclasses.dataclass(slots=True)
class Reply:
    """An answer; `drip_s` is the pause after each byte."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    drip_s: float = 0.0


@dataclasses.dataclass(slots=True)
class Website:
    """Answers by path, and the paths, headers and times of the requests."""

    url: str
    replies: dict[str, Reply | Callable[[], Reply]] = dataclasses.field(default_factory=dict)
    asked: list[str] = dataclasses.field(default_factory=list)
    headers: list[dict[str, str]] = dataclasses.field(default_factory=list)
    times: list[float] = dataclasses.field(default_factory=list)

    def put(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8") -> str:
        """Put something at a path, and give its address."""
        data = body if isinstance(body, bytes) else body.encode()
        self.replies[path] = Reply(body=data, kind=kind)
        return self.url + path

    @property
    def pages(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


def _handler(site: Website) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            site.times.append(time.monotonic())
            reply = site.replies.get(self.path, Reply(status=404))
            if not isinstance(reply, Reply):
                reply = reply()
            try:
                self._answer(reply)
            except (BrokenPipeError, ConnectionResetError):
                # The client had enough of it.
                self.close_connection = True

        def _answer(self, reply: Reply) -> None:
            etag = reply.headers.get("ETag")
            same = etag is not None and self.headers["If-None-Match"] == etag
            self.send_response(304 if same else reply.status)
            self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if same:
                return
            if not reply.drip_s:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip_s)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def website(
    socket_enabled: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Website]:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    site = Website(url="")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def reply() -> type[Reply]:
    """The kind of answers that `website.replies` holds."""
    return Reply
