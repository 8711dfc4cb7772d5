"""Measure the map page with many incidents, in real Chromium.

`python benchmarks/map_page.py [COUNT ...]` (10,000 and 100,000 unless given). The incidents are
made by a seeded draw: points, regions and borders, one to three sources each with a quote. Printed
are for each count the size of the file, the seconds to make it (basemap, page, writing), to open it
until it can be used, and to answer a change of a filter, of the search and of the period; and the
seconds that a plain folium `GeoJson` layer of the same points takes to open in the same browser,
with the same Leaflet. `--keep FOLDER` leaves the pages there. The network is not used.
"""

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from mapper.gazetteer import Gazetteer
from mapper.map import load_basemap, render

_COUNTS = (10_000, 100_000)
_ROUNDS = 3
# The plain layer is not waited for longer than this (milliseconds), nor opened with more points.
_PATIENCE_MS = 120_000
_PLAIN_MOST = 10_000
_ASSETS = Path(__file__).parents[1] / "mapper" / "data" / "assets"
_TYPES = {
    "strike": ("missile", "drone", "shelling", "airstrike", None),
    "casualties": (None,),
    "interception": (None,),
    "ground_attack": (None,),
    "prisoner_swap": ("exchange", "arrival"),
    "talks": (None,),
}
_QUOTE = (
    "officials said the overnight strike hit a depot and a house near the river while the mayor "
    "reported that rescuers had pulled people from the rubble of a school in the old town"
)

# When what is measured has been drawn: the frame after the next.
_DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_ACTIONS = {
    "filter": "document.querySelector('#layers input[value=strike]').click()",
    "search": (
        "(() => { const box = document.querySelector('#search'); box.value = 'depot rubble';"
        " box.dispatchEvent(new Event('input')); })()"
    ),
    "period": (
        "document.querySelector('.grip').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'PageUp', bubbles: true}))"
    ),
}


def made(count: int, seed: int = 1) -> dict[str, Any]:
    """Make a collection of incidents, the same for the same seed."""
    draw = random.Random(seed)
    towns = [(draw.uniform(44.5, 52.3), draw.uniform(22.5, 40.0), f"Town {n}") for n in range(900)]
    features = [_feature(draw, number, draw.choice(towns)) for number in range(count)]
    return {"type": "FeatureCollection", "features": features}


def _feature(draw: random.Random, number: int, town: tuple[float, float, str]) -> dict[str, Any]:
    lat, lon, name = town
    event = draw.choices(tuple(_TYPES), (60, 8, 15, 10, 5, 2))[0]
    precision = draw.choices(("settlement", "facility", "district", "region"), (70, 10, 10, 10))[0]
    day = None if draw.random() < 0.04 else f"202{draw.randint(2, 4)}-{draw.randint(1, 12):02}"
    killed, injured = (draw.choice((None, None, 0, 1, 2, 5, 14)) for _ in range(2))
    if precision == "region":
        west, south = round(lon / 3) * 3.0, round(lat / 2) * 2.0
        geometry: dict[str, Any] = {"type": "Polygon", "coordinates": [_square(west, south)]}
        lat, lon = south + 1.0, west + 1.5
    else:
        geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {
        "type": "Feature",
        "id": f"inc-{number:06}",
        "geometry": geometry,
        "properties": {
            "event_type": event,
            "sub_type": draw.choice(_TYPES[event]),
            "title": f"{event.replace('_', ' ').capitalize()} on a depot, {name}",
            "date": day and f"{day}-{draw.randint(1, 28):02}",
            "end_date": None,
            "date_precision": "day" if day else "unknown",
            "date_basis": "relative" if day else "unknown",
            "place": name,
            "place_id": f"geonames:{600000 + number}",
            "country": "UA",
            "admin1": f"Region {round(lon / 3)}-{round(lat / 2)}",
            "lat": lat,
            "lon": lon,
            "geo_precision": precision,
            "target": "a depot",
            "weapons": [{"kind": "drone", "launched": None, "intercepted": None}],
            "killed": {"low": killed, "best": killed, "high": killed},
            "injured": {"low": injured, "best": injured, "high": injured},
            "prisoners": {},
            "disputed": draw.random() < 0.05,
            "parent": None,
            "status": "extracted",
            "confidence": round(draw.uniform(0.3, 1), 3),
            "sources": [_source(draw, killed) for _ in range(draw.choice((1, 1, 2, 3)))],
        },
    }


def _square(west: float, south: float) -> list[list[float]]:
    east, north = west + 3, south + 2
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _source(draw: random.Random, killed: int | None) -> dict[str, Any]:
    article = draw.randrange(4000)
    return {
        "article": f"a{article}",
        "title": f"Report number {article} of the day",
        "source": f"Paper {article % 40}",
        "url": f"https://paper{article % 40}.example/{article}",
        "published": "2024-01-01",
        "quote": " ".join(draw.choices(_QUOTE.split(), k=22)).capitalize() + ".",
        "attributed_to": draw.choice((None, "the mayor", "officials")),
        "killed": {"low": killed, "best": killed, "high": killed},
        "place_how": "named in the same clause",
        "date_how": "a weekday, counted from the day of publication",
        "joined_because": ["same place", "same day"],
    }


def write_page(collection: dict[str, Any], path: Path) -> float:
    """Write the page; give the seconds that it took."""
    start = time.perf_counter()
    with Gazetteer.open() as places:
        basemap = load_basemap(places, collection)
    path.write_text(render(collection, title="Made", basemap=basemap, lang="en"), encoding="utf-8")
    return time.perf_counter() - start


def write_plain(collection: dict[str, Any], path: Path) -> None:
    """Write a page with one plain folium layer of the points, and Leaflet inside."""
    import folium
    from branca.element import Figure

    points = [one for one in collection["features"] if one["geometry"]["type"] == "Point"]
    canvas = folium.Map(location=(48.5, 31.5), zoom_start=6, tiles=None)
    folium.GeoJson({"type": "FeatureCollection", "features": points}).add_to(canvas)
    figure = canvas.get_root()
    assert isinstance(figure, Figure)
    for child in figure._children.values():
        child.render()
    script, style = ((_ASSETS / name).read_text() for name in ("leaflet.js", "leaflet.css"))
    path.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><style>{style} .folium-map {{height: 800px}}</style>"
        f"<body>{figure.html.render()}<script>{script}</script>"
        f"<script>{figure.script.render()}\ndocument.body.dataset.ready = 'true';</script>",
        encoding="utf-8",
    )


def opening(browser: Browser, path: Path) -> float:
    """Give the seconds from the start of loading until the page is drawn and can be used."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.set_default_timeout(_PATIENCE_MS)
    tab.route("**/*", lambda r: r.continue_() if r.request.url == path.as_uri() else r.abort())
    tab.goto(path.as_uri(), wait_until="commit", timeout=_PATIENCE_MS)
    tab.wait_for_selector("body[data-ready]", state="attached")
    ready: float = tab.evaluate(f"{_DRAWN}.then(() => performance.now())")
    tab.close()
    return ready / 1000


def answering(browser: Browser, path: Path) -> dict[str, float]:
    """Give the milliseconds from each action until its outcome is drawn, the median of five.

    The search box waits a little for the next key; that wait is counted.
    """
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.set_default_timeout(_PATIENCE_MS)
    tab.goto(path.as_uri(), timeout=_PATIENCE_MS)
    tab.wait_for_selector("body[data-ready]", state="attached")
    tab.wait_for_timeout(2000)
    medians = {}
    for name, action in _ACTIONS.items():
        settle = "new Promise(done => setTimeout(done, 121))" if name == "search" else "null"
        timed = (
            f"(async () => {{ const start = performance.now(); {action}; await {settle};"
            f" await {_DRAWN}; return performance.now() - start; }})()"
        )
        medians[name] = statistics.median(tab.evaluate(timed) for _ in range(5))
    tab.close()
    return medians


def measure(browser: Browser, count: int, folder: Path) -> dict[str, Any]:
    collection = made(count)
    page, plain = folder / f"map-{count}.html", folder / f"plain-{count}.html"
    seconds = statistics.median(write_page(collection, page) for _ in range(_ROUNDS))
    figures: dict[str, Any] = {
        "incidents": count,
        "megabytes": round(page.stat().st_size / 1e6, 2),
        "made_s": round(seconds, 2),
        "open_s": round(statistics.median(opening(browser, page) for _ in range(_ROUNDS)), 2),
    }
    answers = answering(browser, page)
    figures |= {f"{name}_ms": round(value) for name, value in answers.items()}
    if count <= _PLAIN_MOST:
        write_plain(collection, plain)
        slow = statistics.median(opening(browser, plain) for _ in range(_ROUNDS))
        figures["plain_open_s"] = round(slow, 2)
        figures["of_plain"] = round(figures["open_s"] / slow, 2)
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("counts", type=int, nargs="*", default=_COUNTS, metavar="COUNT")
    parser.add_argument("--keep", type=Path, help="a folder to leave the pages in")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for count in chosen.counts:
            print(json.dumps(measure(browser, count, folder.resolve())), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
