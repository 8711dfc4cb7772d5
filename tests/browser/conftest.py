"""Opens pages in Debian's Chromium; the network is refused, and what goes wrong is noted."""

import dataclasses
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from mapper.map import Basemap, Outline, Town, render

INCIDENTS = Path(__file__).parents[1] / "map" / "incidents.geojson"

# Chromium's own services ask for things by themselves; these keep it to the page.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BASEMAP = Basemap(
    countries=(
        Outline(
            name="Plainland",
            lat=49.0,
            lon=32.0,
            rings=([(22.0, 45.0), (40.0, 45.0), (40.0, 52.5), (22.0, 52.5), (22.0, 45.0)],),
        ),
    ),
    regions=(),
    towns=(Town(name="Kyiv", lat=50.4547, lon=30.5238, population=2_797_553, capital=True),),
)


@dataclasses.dataclass(slots=True, kw_only=True)
class Opened:
    """A page, and what it asked for and complained of."""

    page: Page
    requests: list[str] = dataclasses.field(default_factory=list)
    complaints: list[str] = dataclasses.field(default_factory=list)


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from the system; these tests are never skipped."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("The browser tests need Chromium: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def incidents() -> dict[str, Any]:
    """Made-up incidents of every type and precision."""
    collection: dict[str, Any] = json.loads(INCIDENTS.read_text(encoding="utf-8"))
    return collection


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Opener]:
    """Open an HTML file; when the test ends, nothing may have been asked for or complained of."""
    contexts = []
    opened: list[Opened] = []

    def open_(
        path: Path,
        *,
        width: int = 1440,
        height: int = 900,
        state: str = "",
        init_script: str = "",
        **options: Any,
    ) -> Opened:
        options = {"locale": "en-GB", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        if init_script:
            context.add_init_script(init_script)
        contexts.append(context)
        result = Opened(page=context.new_page())
        opened.append(result)

        def refuse(route: Route) -> None:
            if route.request.url.partition("#")[0] == path.as_uri():
                route.continue_()
                return
            result.requests.append(route.request.url)
            route.abort()

        context.route("**/*", refuse)
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.on(
            "console",
            lambda message: (
                result.complaints.append(message.text)
                if message.type in {"error", "warning"}
                else None
            ),
        )
        result.page.goto(f"{path.as_uri()}#{state}" if state else path.as_uri())
        return result

    yield open_
    complaints = [text for one in opened for text in one.complaints]
    requests = [url for one in opened for url in one.requests]
    for context in contexts:
        context.close()
    assert complaints == []
    assert requests == []


@pytest.fixture
def open_map(open_file: Opener, tmp_path: Path) -> Opener:
    """Write the map page of a collection and open it."""

    def open_(
        collection: Mapping[str, Any],
        *,
        title: str = "A test map",
        lang: str | None = None,
        style: str = "",
        **options: Any,
    ) -> Opened:
        path = tmp_path / "map.html"
        page = render(collection, title=title, basemap=BASEMAP, lang=lang, style=style)
        path.write_text(page, encoding="utf-8")
        return open_file(path, **options)

    return open_
