"""Pictures of each sort of page, narrow and wide, light and dark: run as a program, fills `build/screenshots`."""

import os
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.host import serve
from tests.browser.test_browser import HOSTED_ONLY, PAGES

ROOT = Path(__file__).parents[2]
TO = ROOT / "build" / "screenshots"
WIDTHS = (320, 390, 768, 1440)
HEIGHT, LONGEST = 900, 3600
SCHEMES = ("light", "dark")


def take(browser, address):
    """Take every picture: `<page>-<width>-<scheme>.png`, each of the page's first few screens."""
    for width, scheme in product(WIDTHS, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
        for name in (*PAGES, *HOSTED_ONLY):
            page.goto(address + name, wait_until="networkidle")
            shown = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
            file = TO / f"{name.removesuffix('.html').replace('/', '-')}-{width}-{scheme}.png"
            page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": shown})
            sys.stdout.write(f"{file.relative_to(ROOT)}\n")
        page.close()


def main():
    """Serve the built site and take the pictures; the exit code."""
    TO.mkdir(parents=True, exist_ok=True)
    server = serve(ROOT / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=ARGUMENTS)
        take(browser, f"http://127.0.0.1:{server.server_port}/")
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
