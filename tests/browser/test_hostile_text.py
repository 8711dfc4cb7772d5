"""Text that tries to become markup, script or an address is shown as text and does nothing."""

import copy
import urllib.parse
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.enable_socket

# Each would set `window.hacked` if it were run in the place that it is made for.
HOSTILE = [
    "</script><script>window.hacked=1</script>",
    "</SCRIPT ><script>window.hacked=1</script >",
    "<script>window.hacked=1</script>",
    "<!--<script>window.hacked=1</script>",
    "<!-- --!><script>window.hacked=1</script>",
    "--></script><script>window.hacked=1//",
    "]]></script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<img src=x onerror='window.hacked=1'>",
    '"><img src=x onerror="window.hacked=1">',
    "'><img src=x onerror='window.hacked=1'>",
    "<svg onload=window.hacked=1>",
    "<svg><script>window.hacked=1</script></svg>",
    "<svg><animate onbegin=window.hacked=1 attributeName=x dur=1s>",
    "<body onload=window.hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<iframe src=javascript:parent.hacked=1></iframe>",
    "<object data='javascript:window.hacked=1'></object>",
    "<embed src='javascript:window.hacked=1'>",
    "<math><mtext></mtext><script>window.hacked=1</script></math>",
    "<a href=javascript:window.hacked=1>x</a>",
    "<a href='javascript&colon;window.hacked=1'>x</a>",
    "<details open ontoggle=window.hacked=1>",
    "<input autofocus onfocus=window.hacked=1>",
    "<video><source onerror=window.hacked=1></video>",
    "<marquee onstart=window.hacked=1>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>*{background:url(https://evil.example/x.png)}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example/><button>go</button></form>",
    "<template><script>window.hacked=1</script></template>",
    "</title><script>window.hacked=1</script>",
    "</style><script>window.hacked=1</script>",
    "</textarea><script>window.hacked=1</script>",
    "</noscript><script>window.hacked=1</script>",
    "<plaintext>",
    "<xmp><script>window.hacked=1</script></xmp>",
    "javascript:window.hacked=1",
    "JaVaScRiPt:window.hacked=1",
    " javascript:window.hacked=1",
    "java\tscript:window.hacked=1",
    "data:text/html,<script>window.hacked=1</script>",
    "vbscript:window.hacked=1",
    "${window.hacked=1}",
    "`${window.hacked=1}`",
    "`;window.hacked=1;`",
    "';window.hacked=1;'",
    '";window.hacked=1;"',
    "\\';window.hacked=1;//",
    '\\";window.hacked=1;//',
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
    "\u2028window.hacked=1\u2028",
    "\u2029window.hacked=1\u2029",
    "{{ 7*7 }}",
    "{% raw %}{{ cycler.__init__.__globals__ }}{% endraw %}",
    "{{constructor.constructor('window.hacked=1')()}}",
    "#{window.hacked=1}",
    "<%= 7*7 %>",
    "%%data%% %%scripts%%",
    "&lt;script&gt;window.hacked=1&lt;/script&gt;",
    "&#60;script&#62;window.hacked=1",
    "__proto__",
    "constructor",
    "{n} {who} {date}",
    "$& $1 $` $'",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "nul\x00l and bell\x07",
    "lone \ud83d surrogate",
]

TEXT_KEYS = (
    "event_type",
    "sub_type",
    "title",
    "place",
    "place_id",
    "country",
    "admin1",
    "initiator",
    "target",
    "status",
    "geo_precision",
    "date_precision",
    "date_basis",
    "parent",
)


def hostile_feature(text: str, number: int) -> dict[str, Any]:
    """Make an incident that says `text` in every field, those for numbers too."""
    numbers = {"low": text, "best": text, "high": text}
    weapon = {"kind": text, "launched": text, "intercepted": text}
    source = {
        "article": f"{text}{number}",
        "title": text,
        "source": text,
        "url": text,
        "published": text,
        "quote": text,
        "attributed_to": text,
        "killed": numbers,
        "injured": text,
        "prisoners": {text: text},
        "weapons": [weapon],
        "place_how": text,
        "date_how": text,
        "joined_because": [text],
    }
    properties: dict[str, Any] = dict.fromkeys(TEXT_KEYS, text)
    properties |= {
        "date": "2031-03-14",
        "end_date": text,
        "lat": 50.0,
        "lon": 30.0 + number / 10,
        "weapons": [weapon],
        "killed": numbers,
        "injured": numbers,
        "prisoners": {text: text},
        "disputed": True,
        "disputes": [text],
        "approximate": text,
        "confidence": text,
        "sources": [source],
    }
    geometry = {"type": "Point", "coordinates": [30.0 + number / 10, 50.0]}
    return {
        "type": "Feature",
        "id": f"{text}-{number}",
        "geometry": geometry,
        "properties": properties,
    }


def as_shown(text: str) -> str:
    """Give what a browser's text content has for `text`."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_no_hostile_text_runs_and_all_are_shown(open_map: Callable[..., Any]) -> None:
    features = [hostile_feature(text, number) for number, text in enumerate(HOSTILE)]
    page = open_map({"type": "FeatureCollection", "features": features}, title=HOSTILE[0]).page
    assert page.locator("h1").text_content() == HOSTILE[0]
    assert page.title() == HOSTILE[0]
    shown = page.locator("#list .item-title").all_text_contents()
    assert sorted(shown) == sorted(as_shown(text) for text in HOSTILE)
    for number, text in enumerate(HOSTILE):
        page.locator("#list button:has(.item-title)").nth(number).click()
        popup = page.locator("#detail")
        expect(popup).to_be_visible()
        content = popup.text_content() or ""
        assert content.count(as_shown(text)) >= 6, text
        assert popup.locator("script, img, iframe, object, embed, style, form, input").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.scripts.length") == 4


def test_no_hostile_text_runs_in_the_filters_and_all_are_choices(
    open_map: Callable[..., Any],
) -> None:
    features = [hostile_feature(text, number) for number, text in enumerate(HOSTILE)]
    page = open_map({"type": "FeatureCollection", "features": features}).page
    page.locator("#filters > summary").click()
    for part in page.locator(".facet > summary").all():
        part.click()
    for fold in page.locator(".fold").all():
        fold.click()
    for kind in ("[data-facet=source]", "[data-facet=country]", ".subs"):
        names = page.locator(f"{kind} .choice-name").all_text_contents()
        assert sorted(names) == sorted(as_shown(text) for text in HOSTILE)
    for number in range(0, len(HOSTILE), 9):
        box = page.locator("[data-facet=source] input").nth(number)
        name = page.locator("[data-facet=source] .choice-name").nth(number).text_content()
        box.check()
        assert page.locator("#list .item-title").all_text_contents() == [name]
        box.uncheck()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#panel :is(script, img, iframe, object, style)").count() == 0


def test_no_hostile_text_runs_as_the_name_of_a_layer(open_map: Callable[..., Any]) -> None:
    names = [f"layer_{number}" for number in range(len(HOSTILE))]
    layers = {
        name: {"label": text, "plural": text, "colour": text, "shape": text}
        for name, text in zip(names, HOSTILE, strict=True)
    }
    layers |= dict.fromkeys(HOSTILE, layers["layer_0"])
    layers["constructor"] = {**layers["layer_0"], "plural": "Constructors"}
    features = [hostile_feature("plain", number) for number in range(len(layers))]
    for feature, name in zip(features, layers, strict=True):
        feature["properties"]["event_type"] = name
    page = open_map({"type": "FeatureCollection", "features": features, "layers": layers}).page
    shown = page.locator("#layers .choice.level-1 .choice-name").all_text_contents()
    assert {as_shown(text) for text in HOSTILE} <= set(shown)
    assert {"Constructors", "Other"} <= set(shown)
    page.locator("#legend summary").click()
    assert page.evaluate("window.hacked") is None
    assert page.locator(":is(#panel, #legend) :is(script, img, iframe, object, style)").count() == 0


@pytest.mark.parametrize("text", HOSTILE[::9], ids=range(len(HOSTILE[::9])))
def test_a_hostile_address_is_only_a_search(
    open_map: Callable[..., Any], incidents: dict[str, Any], text: str
) -> None:
    words = urllib.parse.quote(as_shown(text))
    page = open_map(incidents, state=f"q={words}&id={words}&hide={words}&source={words}").page
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#search").input_value() == as_shown(text)[:200]
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("text", HOSTILE[:40:7], ids=range(6))
def test_a_hostile_title_is_only_a_title(
    open_map: Callable[..., Any], incidents: dict[str, Any], text: str
) -> None:
    page = open_map(incidents, title=text).page
    assert page.locator("h1").text_content() == text
    assert page.title() == text
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:window.hacked=1",
        "JAVASCRIPT:window.hacked=1",
        "\x01javascript:window.hacked=1",
        "java\nscript:window.hacked=1",
        "data:text/html,<script>window.hacked=1</script>",
        "file:///etc/passwd",
        "//evil.example/x",
        "/relative",
        "blob:https://evil.example/1",
    ],
)
def test_only_http_addresses_become_links(
    open_map: Callable[..., Any], incidents: dict[str, Any], address: str
) -> None:
    collection = copy.deepcopy(incidents)
    for feature in collection["features"]:
        for source in feature["properties"]["sources"]:
            source["url"] = address
    page = open_map(collection).page
    page.locator("#list button", has_text="Missile strike on grain silos").click()
    expect(page.locator("#detail .article").first).to_be_visible()
    assert page.locator("#detail .article a").count() == 0
    assert page.evaluate("window.hacked") is None


def test_what_is_injected_later_is_stopped_by_the_policy(
    open_map: Callable[..., Any], incidents: dict[str, Any]
) -> None:
    opened = open_map(incidents)
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            const box = document.createElement("div");
            box.innerHTML = "<img src=x onerror='window.hacked=1'>";
            document.body.append(box);
        }"""
    )
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in text for text in opened.complaints)
    opened.complaints.clear()
    opened.requests.clear()
