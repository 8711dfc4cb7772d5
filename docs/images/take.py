"""Takes the pictures of the map page that the documentation shows.

Run it with the page that `mapper map` wrote: `python docs/images/take.py output/map.html`.
It needs Chromium and Playwright (the development requirements); the network is not used.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# Name, width and height in pixels, colours, which row of the list is opened (from 1; 0 for none).
PICTURES = (
    ("map", 1440, 900, "light", 0),
    ("map-dark", 1440, 900, "dark", 0),
    ("map-narrow", 360, 740, "light", 0),
    ("map-incident", 1440, 900, "dark", 3),
)


def main(page: Path) -> None:
    """Write the pictures beside this file."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        for name, width, height, colours, row in PICTURES:
            tab = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if colours == "dark" else "light",
                locale="en-GB",
            )
            tab.context.set_offline(True)
            tab.goto(page.resolve().as_uri())
            if row:
                tab.locator("#list button").nth(row - 1).click()
            tab.screenshot(path=Path(__file__).parent / f"{name}.png")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
