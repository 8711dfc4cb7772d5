"""Pages come from public servers, in bounded size and time, as often as the servers like it."""

import gzip
import socket
import threading
import time
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from mapper.errors import ArticleError
from mapper.web import Manners, NotNow, PageGone, Validators, Visit, fetch, fetch_changed
from mapper.web.connection import is_public

if TYPE_CHECKING:
    from tests.conftest import Reply, Website

PAGE = b"<p>A page with some words in it.</p>"


def own(**changes: Any) -> Visit:
    """A visit to servers of one's own."""
    given: dict[str, Any] = {"allow_private": True, "timeout_s": 5.0} | changes
    return Visit(manners=Manners(**given))


def refused(url: str, visit: Visit) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        fetch(url, visit)
    return caught.value


def test_an_answer_has_its_bytes_its_type_and_its_moment(website: "Website") -> None:
    url = website.put("/a", PAGE, "Text/HTML; charset=KOI8-U")
    got = fetch(url, own())
    assert (got.data, got.media_type, got.charset, got.url) == (PAGE, "text/html", "koi8-u", url)
    assert got.at.utcoffset() is not None
    assert abs(time.time() - got.at.timestamp()) < 60.0


def test_redirects_are_followed_and_the_last_address_told(
    website: "Website", reply: "type[Reply]"
) -> None:
    website.put("/there", PAGE)
    website.replies["/here"] = reply(status=301, headers={"Location": "/there"})
    assert fetch(website.url + "/here", own()).url == website.url + "/there"


def test_an_endless_redirect_ends(website: "Website", reply: "type[Reply]") -> None:
    website.replies["/a"] = reply(status=302, headers={"Location": "/b"})
    website.replies["/b"] = reply(status=302, headers={"Location": "/a"})
    assert "more than 5 redirects" in str(refused(website.url + "/a", own()))
    assert len(website.pages) == 6


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/hostname",
        "ftp://h.example/a",
        "gopher://127.0.0.1/",
        "javascript:x",
        "http://:80/",
    ],
)
def test_a_redirect_leads_to_the_web_only(
    website: "Website", reply: "type[Reply]", place: str
) -> None:
    website.replies["/a"] = reply(status=302, headers={"Location": place})
    assert "not a web address" in str(refused(website.url + "/a", own()))


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, PageGone), (410, PageGone), (429, NotNow), (503, NotNow), (500, ArticleError)],
)
def test_failures_are_told_apart(
    website: "Website", reply: "type[Reply]", status: int, kind: type[ArticleError]
) -> None:
    website.replies["/a"] = reply(status=status, headers={"Retry-After": "120"})
    error = refused(website.url + "/a", own())
    assert type(error) is kind
    assert str(status) in str(error)
    assert ("120 s" in str(error)) is (kind is NotNow)


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate", "gzip, gzip"])
def test_packed_answers_are_unpacked(
    website: "Website", reply: "type[Reply]", packing: str
) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = {
        "gzip": gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]),
        "deflate": zlib.compress(PAGE),
        "raw deflate": raw.compress(PAGE) + raw.flush(),
        "gzip, gzip": gzip.compress(gzip.compress(PAGE)),
    }[packing]
    named = {"Content-Encoding": packing.removeprefix("raw ")}
    website.replies["/a"] = reply(body=data, headers=named)
    assert fetch(website.url + "/a", own()).data == PAGE


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        pytest.param(gzip.compress(bytes(50_000_000)), "gzip", "larger than", id="bomb"),
        pytest.param(
            gzip.compress(gzip.compress(bytes(50_000_000))), "gzip, gzip", "larger", id="twice"
        ),
        pytest.param(gzip.compress(PAGE)[:-9], "gzip", "breaks off", id="cut off"),
        pytest.param(b"\x1f\x8bnothing", "gzip", "cannot be unpacked", id="broken"),
        pytest.param(PAGE, "br", "'br'", id="unknown"),
        pytest.param(PAGE, "gzip,gzip,gzip,gzip", "too many times", id="layers"),
    ],
)
def test_what_is_packed_cannot_swell_or_break(
    website: "Website", reply: "type[Reply]", data: bytes, encoding: str, reason: str
) -> None:
    website.replies["/a"] = reply(body=data, headers={"Content-Encoding": encoding})
    begun = time.process_time()
    assert reason in str(refused(website.url + "/a", own(max_size=1_000_000)))
    assert time.process_time() - begun < 5.0


def test_many_empty_parts_are_unpacked_in_time() -> None:
    from mapper.web.unpacking import gunzipped

    begun = time.process_time()
    assert gunzipped(gzip.compress(b"") * 100_000 + gzip.compress(b"x"), 10) == b"x"
    assert time.process_time() - begun < 5.0


def test_an_answer_is_read_no_further_than_the_limit(website: "Website") -> None:
    url = website.put("/a", bytes(3_000_000))
    assert "larger than 1,000 bytes" in str(refused(url, own(max_size=1_000)))


@pytest.mark.parametrize("keeps_open", [True, False], ids=["open", "closed"])
def test_the_length_that_a_server_tells_is_kept_to(
    socket_enabled: None, monkeypatch: pytest.MonkeyPatch, keeps_open: bool
) -> None:
    """A server that hangs up in mid-page, and one that never does."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    length = len(PAGE) + (0 if keeps_open else 5)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5.0)

        def serve() -> None:
            connection, _ = listening.accept()
            connection.recv(9_999)
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n"
            connection.sendall(head.encode() + b"\r\n" + PAGE)
            if keeps_open:
                done.wait(5.0)
            connection.close()

        done = threading.Event()
        server = threading.Thread(target=serve)
        server.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        if keeps_open:
            assert fetch(url, own(robots=False)).data == PAGE
        else:
            assert "breaks off after" in str(refused(url, own(robots=False)))
        done.set()
        server.join()


@pytest.mark.parametrize("length", [20, 4_000], ids=["body", "long body"])
def test_a_server_that_drips_is_left(website: "Website", reply: "type[Reply]", length: int) -> None:
    website.replies["/a"] = reply(body=b"x" * length, drip_s=0.15)
    begun = time.monotonic()
    assert "no answer within 0.2 s" in str(refused(website.url + "/a", own(timeout_s=0.2)))
    assert time.monotonic() - begun < 5.0


def test_a_silent_server_is_left(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        assert "no answer within 0.2 s" in str(refused(url, own(timeout_s=0.2)))


def test_what_did_not_change_is_not_sent_again(website: "Website", reply: "type[Reply]") -> None:
    website.replies["/a"] = reply(body=PAGE, headers={"ETag": '"1"'})
    first = fetch(website.url + "/a", own())
    assert first.validators == Validators(etag='"1"')
    assert fetch_changed(website.url + "/a", own(), first.validators) is None


# Addresses.


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses_are_known(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "host",
    ["%31%32%37.0.0.1", "%6c%6fcalhost", "\uff0531\uff0532\uff0537.0.0.1"],
    ids=["address", "name", "wide signs"],
)
def test_a_host_that_would_be_another_one_when_it_is_connected_to_is_none(
    website: "Website", host: str
) -> None:
    port = website.put("/a", PAGE).split(":")[2].split("/")[0]
    error = refused(f"http://{host}:{port}/a", own(allow_private=False))
    assert str(error) == "not a web address"
    assert website.asked == []


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f000001", "2130706433", "[::1]"])
def test_a_private_host_is_refused_under_every_name(website: "Website", host: str) -> None:
    port = website.url.rpartition(":")[2]
    website.put("/a", PAGE)
    error = refused(f"http://{host}:{port}/a", own(allow_private=False))
    assert "private" in str(error) or "cannot be fetched" in str(error)
    assert website.asked == []


def test_a_name_that_changes_its_address_is_refused_when_it_is_connected_to(
    website: "Website", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is public when it is first looked up, and private from then on."""
    port = int(website.url.rpartition(":")[2])
    answers = iter(["93.184.216.34"])

    def lookup(*_: object, **__: object) -> list[Any]:
        address = next(answers, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    lookup()
    error = refused(f"http://rebound.example:{port}/a", own(allow_private=False))
    assert "private" in str(error)
    assert website.asked == []


def test_a_name_with_one_private_address_among_others_is_refused(
    website: "Website", monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(website.url.rpartition(":")[2])
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
        for address in ("93.184.216.34", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    error = refused(f"http://two.example:{port}/a", own(allow_private=False))
    assert "private" in str(error)
    assert website.asked == []


def test_the_address_of_a_proxy_is_the_user_s_word(
    website: "Website", monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "no_proxy"):
        monkeypatch.setenv(name, website.url if name == "http_proxy" else "")
    website.put("http://nowhere.invalid/a", PAGE)
    assert fetch("http://nowhere.invalid/a", own(allow_private=False, pause_s=0.0)).data == PAGE
    assert "private" in str(refused("http://10.0.0.1/a", own(allow_private=False)))


# Manners.


def test_a_page_that_robots_txt_closes_is_not_fetched(website: "Website") -> None:
    website.put("/robots.txt", "User-agent: *\nDisallow: /closed\nAllow: /closed/but\n")
    website.put("/closed/a", PAGE)
    website.put("/closed/but", PAGE)
    visit = own()
    assert "--ignore-robots" in str(refused(website.url + "/closed/a", visit))
    assert fetch(website.url + "/closed/but", visit).data == PAGE
    assert website.asked == ["/robots.txt", "/closed/but"]
    assert fetch(website.url + "/closed/a", own(robots=False)).data == PAGE


def test_robots_txt_can_name_this_program(website: "Website") -> None:
    website.put(
        "/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: Incident-Mapper\nDisallow: /"
    )
    assert "robots.txt" in str(refused(website.put("/a", PAGE), own()))


def test_a_redirect_to_a_closed_page_is_not_followed(
    website: "Website", reply: "type[Reply]"
) -> None:
    website.put("/robots.txt", "User-agent: *\nDisallow: /closed")
    website.replies["/a"] = reply(status=302, headers={"Location": "/closed"})
    assert "robots.txt" in str(refused(website.url + "/a", own()))
    assert "/closed" not in website.asked


@pytest.mark.parametrize(
    ("status", "allowed"), [(403, True), (410, True), (500, False), (429, False)]
)
def test_a_robots_txt_that_is_not_there_allows_and_one_that_fails_closes(
    website: "Website", reply: "type[Reply]", status: int, allowed: bool
) -> None:
    website.replies["/robots.txt"] = reply(status=status)
    url = website.put("/a", PAGE)
    if allowed:
        assert fetch(url, own()).data == PAGE
    else:
        assert "cannot be had" in str(refused(url, own()))


@pytest.mark.parametrize(
    "text",
    [b"\xff\xfe\x00", b"Crawl-delay: nan\nUser-agent: *\nCrawl-delay: x", bytes(2_000_000)],
    ids=["binary", "no numbers", "large"],
)
def test_a_robots_txt_that_makes_no_sense_allows(website: "Website", text: bytes) -> None:
    website.put("/robots.txt", text)
    assert fetch(website.put("/a", PAGE), own()).data == PAGE


def test_a_hostile_pattern_takes_no_time(website: "Website") -> None:
    website.put("/robots.txt", "User-agent: *\nDisallow: /" + "*a" * 2_000 + "$\n")
    begun = time.process_time()
    fetch(website.put("/" + "a" * 3_000 + "b", PAGE), own())
    assert time.process_time() - begun < 2.0


def test_requests_to_one_host_keep_a_pause(website: "Website") -> None:
    for path in ("/a", "/b", "/c"):
        fetch(website.put(path, PAGE), own(pause_s=0.3, robots=False))
    gaps = [b - a for a, b in zip(website.times, website.times[1:], strict=False)]
    assert min(gaps) >= 0.3


def test_a_longer_pause_that_robots_txt_wants_is_kept(website: "Website") -> None:
    website.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    visit = own(pause_s=0.0)
    for path in ("/a", "/b"):
        fetch(website.put(path, PAGE), visit)
    assert website.times[2] - website.times[1] >= 0.4


def test_a_pause_of_hours_is_told_and_not_waited_for(website: "Website") -> None:
    website.put("/robots.txt", "User-agent: *\nCrawl-delay: 86400\n")
    visit = own()
    fetch(website.put("/a", PAGE), visit)
    error = refused(website.put("/b", PAGE), visit)
    assert isinstance(error, NotNow)
    assert "86400 s between two requests" in str(error)
