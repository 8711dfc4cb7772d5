"""The documentation site is built without a warning, and asks no other host for anything."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Attributes that a browser follows by itself; a link that a reader has to click is none of them.
LOADED = {"src", "srcset", "poster", "data"}
LOADING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "manifest"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


class Loaded(HTMLParser):
    """What a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.addresses += [given[name] for name in LOADED & set(given)]
        if tag == "link" and LOADING_LINKS & set(given.get("rel", "").split()):
            self.addresses.append(given.get("href", ""))


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        parser = Loaded()
        parser.feed(page.read_text("utf-8"))
        assert parser.addresses
        away = [one for one in parser.addresses if re.match(r"(?:\w+:)?//", one)]
        assert away == [], page.name


def test_no_style_loads_anything_from_elsewhere(site: Path) -> None:
    styles = sorted(site.rglob("*.css"))
    assert styles
    for style in styles:
        asked = re.findall(
            r"(?:url\(|@import )\s*[\"']?((?:https?:)?//[^)\"']+)", style.read_text()
        )
        assert asked == [], style.name


def test_every_document_has_its_page(site: Path) -> None:
    documents = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
    assert documents
    assert [page for page in documents if not (site / page.with_suffix(".html")).exists()] == []


def test_every_page_can_be_reached_from_the_home_page(site: Path) -> None:
    seen: set[Path] = set()
    waiting = [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        links = re.findall(r'href="([^":#]+\.html)', page.read_text("utf-8"))
        waiting += [(page.parent / link).resolve() for link in links]
    assert seen == {page for page in site.rglob("*.html") if page.name != "404.html"}


def test_no_script_of_ours_is_published(site: Path) -> None:
    assert list(site.rglob("*.py")) == []


def test_a_bar_in_the_code_of_a_table_is_a_bar(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not re.search(r"<td><code>[^<]*\\\|", page.read_text("utf-8")), page.name
    shown = (site / "map.html").read_text("utf-8")
    assert '<code><span class="option">--lang</span> en|uk|auto</code>' in shown
