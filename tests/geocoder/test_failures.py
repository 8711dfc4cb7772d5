"""A geocoder that fails is told apart from one that knows no such place."""

import contextlib
import datetime as dt
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.geocoder import Outcome, Reply
from mapper.geocoder.transport import MAX_BYTES

if TYPE_CHECKING:
    from tests.geocoder.conftest import Server, Village

Ask = Callable[..., Reply]


@pytest.mark.parametrize(
    ("status", "reason", "is_final"),
    [
        (400, "question", False),
        (401, "--geocoder-key", True),
        (402, "quota", True),
        (403, "--geocoder-user-agent", True),
        (404, "failed", False),
        (408, "in time", False),
        (429, "too often", True),
        (500, "failed (500)", False),
        (502, "failed (502)", False),
        (503, "failed (503)", False),
    ],
)
def test_a_status_is_a_failure_with_its_reason(
    server: "Server", ask: Ask, status: int, reason: str, is_final: bool
) -> None:
    server.status = status
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FAILED
    assert reason in reply.reason
    assert reply.is_final is is_final


def test_nothing_of_this_name_is_no_failure(ask: Ask) -> None:
    assert ask("Lisnovynka").outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("status", [429, 503])
def test_the_time_to_ask_again_is_kept(server: "Server", ask: Ask, status: int) -> None:
    server.status, server.headers = status, {"Retry-After": "90"}
    before = dt.datetime.now(dt.UTC)
    reply = ask("Lisnovynka")
    assert reply.retry_at is not None
    assert dt.timedelta(seconds=89) < reply.retry_at - before < dt.timedelta(seconds=99)
    assert len(server.asked) == 1


def test_the_time_to_ask_again_may_be_a_date(server: "Server", ask: Ask) -> None:
    at = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(hours=2)
    server.status = 429
    server.headers = {"Retry-After": at.strftime("%a, %d %b %Y %H:%M:%S GMT")}
    retry_at = ask("Lisnovynka").retry_at
    assert retry_at is not None
    assert abs(retry_at - at) < dt.timedelta(seconds=2)


@pytest.mark.parametrize("text", ["soon", "", "-5", "1e9", "9" * 400, "١٢", "nan"])
def test_a_senseless_time_to_ask_again_harms_nobody(server: "Server", ask: Ask, text: str) -> None:
    server.status = 429
    server.headers = {"Retry-After": text.encode("utf-8").decode("latin-1")}
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FAILED
    if reply.retry_at is not None:
        assert reply.retry_at <= dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


def test_a_short_wait_is_waited_once(server: "Server", ask: Ask) -> None:
    server.status, server.headers = 429, {"Retry-After": "1"}
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FAILED
    assert len(server.asked) == 2
    assert server.times[1] - server.times[0] >= 1.0


BAD: dict[str, Any] = {
    "a page": b"<!DOCTYPE html><html><body>Sign in to this network</body></html>",
    "nothing": b"",
    "half of it": b'[{"lat": "50.8',
    "bytes": b"\xff\xfe\x00\x80",
    "too deep": b"[" * 200_000 + b"]" * 200_000,
    "a number": 42,
    "a list of numbers": [1, 2, 3],
    "no coordinates": [{"display_name": "Lisnovynka"}],
}
BROKEN: dict[str, dict[str, Any]] = {
    "coordinates that are none": {"lat": "NaN"},
    "coordinates without an end": {"lon": "Infinity"},
    "coordinates off the Earth": {"lat": "95.0"},
    "coordinates that are a list": {"lat": ["50.87"]},
    "a name that is a list": {"name": ["Lisnovynka"]},
    "an address that is a text": {"address": "Sumy Oblast"},
    "an id that is a text": {"osm_id": "../../etc/passwd"},
    "a box without numbers": {"boundingbox": ["a", "b", "c", "d"]},
    "a box of three": {"boundingbox": ["50", "51", "34"]},
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
def test_an_answer_that_is_none_is_a_failure(server: "Server", ask: Ask, answer: Any) -> None:
    server.default = answer
    reply = ask("Lisnovynka")
    assert (reply.outcome, reply.places) == (Outcome.FAILED, ())
    assert "answer" in reply.reason


@pytest.mark.parametrize("changes", BROKEN.values(), ids=BROKEN)
def test_an_answer_that_is_not_of_its_form_is_a_failure(
    server: "Server", ask: Ask, village: "Village", changes: dict[str, Any]
) -> None:
    server.default = [village(**changes)]
    reply = ask("Lisnovynka")
    assert (reply.outcome, reply.places) == (Outcome.FAILED, ())
    assert "has not the form" in reply.reason


@pytest.mark.parametrize("service", ["nominatim", "photon", "geonames", "opencage"])
def test_an_answer_of_another_service_is_a_failure_or_nothing(
    server: "Server", ask: Ask, service: str
) -> None:
    key = "K" if service in {"geonames", "opencage"} else None
    answers: list[Any] = [{"hello": "world"}, {"features": [{}]}, {"geonames": [{}]}, [[]], "text"]
    for answer in (*answers, None):
        server.default = answer
        assert ask("Lisnovynka", service=service, key=key).outcome is not Outcome.FOUND


def test_an_answer_without_end_is_cut_off(server: "Server", ask: Ask) -> None:
    server.default = b"[" + b" " * (MAX_BYTES + 1) + b"]"
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FAILED
    assert "larger than" in reply.reason


def test_a_server_that_says_nothing_is_not_waited_for(server: "Server", ask: Ask) -> None:
    server.delay_s = 1.0
    reply = ask("Lisnovynka", timeout_s=0.2)
    assert (reply.outcome, reply.reason) == (Outcome.FAILED, "no answer within 0.2 s")


def test_a_server_that_drips_is_not_waited_for(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    server.default, server.drip_s = [village()], 0.05
    begun = time.monotonic()
    reply = ask("Lisnovynka", timeout_s=0.5)
    assert (reply.outcome, reply.reason) == (Outcome.FAILED, "no answer within 0.5 s")
    assert time.monotonic() - begun < 3.0


def test_a_server_whose_headers_drip_is_not_waited_for(server: "Server", ask: Ask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(1000)
                connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                while True:
                    connection.sendall(b"a")
                    time.sleep(0.05)

        thread = threading.Thread(target=drip)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        reply = ask("Lisnovynka", url=url, timeout_s=0.5)
        thread.join(timeout=5.0)
    assert (reply.outcome, reply.reason) == (Outcome.FAILED, "no answer within 0.5 s")
    assert not thread.is_alive()


@pytest.mark.parametrize(
    "target", ["https://example.org/search", "/elsewhere", "file:///etc/hosts"]
)
def test_a_redirect_is_not_followed(server: "Server", ask: Ask, target: str) -> None:
    server.status, server.headers = 302, {"Location": target}
    reply = ask("Lisnovynka")
    assert reply.outcome is Outcome.FAILED
    assert "sends elsewhere" in reply.reason
    assert len(server.asked) == 1


def test_a_closed_port_is_a_failure(ask: Ask) -> None:
    reply = ask("Lisnovynka", url="http://127.0.0.1:9")
    assert reply.outcome is Outcome.FAILED
    assert "cannot be reached" in reply.reason


def test_a_host_that_is_not_known_is_a_failure(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    reply = ask("Lisnovynka", url="http://geocoder.invalid")
    assert (reply.outcome, reply.reason) == (Outcome.FAILED, "its host name is not known")


def test_a_server_that_hangs_up_is_a_failure(server: "Server", ask: Ask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            connection, _ = listening.accept()
            connection.recv(100)
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        reply = ask("Lisnovynka", url=f"http://127.0.0.1:{listening.getsockname()[1]}")
        thread.join()
    assert reply.outcome is Outcome.FAILED


def test_a_certificate_that_nobody_vouches_for_is_a_failure(
    server: "Server", ask: Ask, tmp_path: Path
) -> None:
    pem = tmp_path / "own.pem"
    subprocess.run(
        [*("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
         *("-subj", "/CN=127.0.0.1", "-keyout", str(pem), "-out", str(tmp_path / "cert.pem"))],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", pem)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def greet() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    context.wrap_socket(connection, server_side=True).close()
                except OSError:
                    # The client does not believe the certificate, as it should.
                    return

        thread = threading.Thread(target=greet)
        thread.start()
        reply = ask("Lisnovynka", url=f"https://127.0.0.1:{listening.getsockname()[1]}")
        thread.join()
    assert reply.outcome is Outcome.FAILED
    assert "certificate is not valid" in reply.reason


def test_a_wrong_user_name_of_geonames_ends_the_asking(server: "Server", ask: Ask) -> None:
    server.default = {"status": {"message": "user does not exist: secret-name.", "value": 10}}
    reply = ask("Lisnovynka", service="geonames", key="secret-name")
    assert (reply.outcome, reply.is_final) == (Outcome.FAILED, True)
    assert "secret-name" not in reply.reason


def test_a_used_up_quota_of_geonames_ends_the_asking(server: "Server", ask: Ask) -> None:
    server.default = {"status": {"message": "the hourly limit is exceeded", "value": 19}}
    reply = ask("Lisnovynka", service="geonames", key="K")
    assert (reply.outcome, reply.is_final) == (Outcome.FAILED, True)


def test_names_with_control_characters_are_shown_without_them(
    server: "Server", ask: Ask, village: "Village"
) -> None:
    server.default = [village("Lis\x1b[31mnovynka\u202e"), village("Lisnovynka\x00\x07")]
    (place,) = ask("Lisnovynka").places
    assert place.name == "Lisnovynka"


FIELDS = ["osm_type", "osm_id", "lat", "lon", "class", "type", "addresstype", "name"]
FIELDS += ["display_name", "address", "namedetails", "boundingbox"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=10,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4))
def test_no_answer_whatever_breaks_anything(
    server: "Server", ask: Ask, changes: dict[str, Any], village: "Village"
) -> None:
    server.default = [village(**changes)]
    for place in ask("Lisnovynka").places:
        assert place.country == "UA"
        assert 44.0 < place.lat < 53.0
        assert 22.0 < place.lon < 41.0
