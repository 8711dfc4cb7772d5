"""The page can be used by everybody: axe-core, keyboard, touch, large text, narrow screens."""

import importlib.resources
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.enable_socket

Collection = dict[str, Any]
Open = Callable[..., Any]
AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def _violations(page: Page) -> list[str]:
    """Give what axe-core finds, with where it found it."""
    page.wait_for_selector("body[data-ready]")
    # The page's own policy would refuse the script; this is no part of the page.
    page.evaluate(f"{AXE}; null")
    found = page.evaluate("axe.run().then(result => result.violations)")
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def _open_everything(page: Page) -> None:
    for summary in page.locator("#panel summary").all():
        summary.click()
    for fold in page.locator(".fold").all():
        fold.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("lang", ["en", "uk"])
def test_axe_finds_nothing(
    open_map: Open, incidents: Collection, scheme: str, width: int, lang: str
) -> None:
    page = open_map(incidents, width=width, height=800, color_scheme=scheme, lang=lang).page
    assert _violations(page) == []
    if width == 360:
        page.locator("#panel-toggle").click()
    _open_everything(page)
    assert _violations(page) == []
    page.locator("#list button", has_text="Missile strike on grain silos").click()
    expect(page.locator("#detail")).to_be_visible()
    assert _violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#legend summary").click()
    assert _violations(page) == []


@pytest.mark.parametrize("state", ["embed=1", "t=2031-03-13..2031-03-14"], ids=["frame", "period"])
def test_axe_finds_nothing_in_a_frame_or_in_a_period(
    open_map: Open, incidents: Collection, state: str
) -> None:
    assert _violations(open_map(incidents, state=state).page) == []


def test_axe_finds_nothing_on_a_map_of_nothing(open_map: Open) -> None:
    page = open_map({"type": "FeatureCollection", "features": []}).page
    assert _violations(page) == []


def test_axe_finds_nothing_in_a_long_list(open_map: Open, incidents: Collection) -> None:
    one = incidents["features"][0]
    features = [{**one, "id": f"n{i}"} for i in range(900)]
    assert _violations(open_map({**incidents, "features": features}).page) == []


def test_every_control_can_be_reached_and_worked_by_keyboard(
    open_map: Open, incidents: Collection
) -> None:
    page = open_map(incidents).page
    _open_everything(page)
    page.locator("#search").focus()
    seen = set()
    for _ in range(150):
        name = page.evaluate(
            """() => {
                const node = document.activeElement;
                const box = node.getBoundingClientRect();
                if (box.width === 0 && node !== document.body) throw new Error("hidden focus");
                return node.id || node.getAttribute("aria-label") || node.value || node.tagName;
            }"""
        )
        seen.add(name)
        page.keyboard.press("Tab")
    assert {
        *("search", "save-geojson", "save-csv", "strike", "sort", "other-language"),
        *("play", "play-mode", "First day shown", "Last day shown"),
    } <= seen


def test_the_rows_of_a_long_list_are_walked_by_the_arrow_keys(
    open_map: Open, incidents: Collection
) -> None:
    one = incidents["features"][0]
    features = [
        {**one, "id": f"n{i}", "properties": {**one["properties"], "title": f"Number {i}"}}
        for i in range(900)
    ]
    page = open_map({**incidents, "features": features}).page
    page.locator("#list button").first.focus()
    for _ in range(60):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(10)
    expect(page.locator("#list button:focus .item-title")).to_have_text("Number 60")
    item = page.locator("#list li:has(button:focus)")
    expect(item).to_have_attribute("aria-posinset", "61")
    expect(item).to_have_attribute("aria-setsize", "900")


def test_the_skip_link_leads_past_the_map(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip the map")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()


def test_the_page_may_be_zoomed(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents).page
    content = page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "maximum-scale" not in content
    assert "user-scalable" not in content


def test_what_is_touched_is_large_enough(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, width=360, height=740, has_touch=True).page
    page.locator("#panel-toggle").click()
    small = page.evaluate(
        """() => [
            ...document.querySelectorAll("button, summary, select, label, .grip, .leaflet-bar a"),
        ]
            .filter((node) => node.offsetParent)
            .map((node) => [node.id || node.className, node.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [1440, 360])
def test_text_of_double_size_fits(open_map: Open, incidents: Collection, width: int) -> None:
    page = open_map(incidents, width=width, height=800).page
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 360:
        page.locator("#panel-toggle").click()
    assert page.evaluate(
        "(() => { const panel = document.querySelector('#panel');"
        " return panel.scrollWidth <= panel.clientWidth; })()"
    )
    stage = page.locator("#stage").bounding_box()
    assert stage is not None
    page.locator("#list button").first.scroll_into_view_if_needed()
    page.locator("#list button").first.click()
    expect(page.locator("#detail h2")).to_be_visible()


def test_who_wants_less_motion_gets_slower_steps(open_map: Open, incidents: Collection) -> None:
    page = open_map(incidents, reduced_motion="reduce").page
    page.clock.install(time="2031-01-01T00:00:00")
    page.clock.pause_at("2031-01-01T01:00:00")
    page.get_by_role("button", name="Play the days").click()
    last = page.get_by_role("slider", name="Last day shown")
    page.clock.run_for(100)
    begun = last.get_attribute("aria-valuenow")
    page.clock.run_for(900)
    assert last.get_attribute("aria-valuenow") == begun
    page.clock.run_for(400)
    assert last.get_attribute("aria-valuenow") != begun
