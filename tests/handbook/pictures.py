"""The pictures of the handbook, taken from the example dossier: `python -m tests.handbook.pictures`."""

import os
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.editor.scaffold import create_dossier
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.site.conftest import build

TO = Path(__file__).parents[2] / "generator/dossier/handbook/pictures"
SETTINGS = (
    "site_url: https://example.org/lindholm/\n"
    "repo_url: https://github.com/your-organization/lindholm\n"
    "edit_uri: edit/main/content/pages/\n"
)
PAGE = "actors/ines-falk.html"
WIDTH, HEIGHT, SCALE = 1200, 800, 1.5
MARGIN, QUALITY = 16, 60


def crop(page, *elements):
    """Return the part of a page that these elements take up together."""
    boxes = [page.locator(element).first.bounding_box() for element in elements]
    left, top = (min(box[side] for box in boxes) - MARGIN for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    area = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return Image.open(BytesIO(page.screenshot(clip=area, full_page=True)))


def take(site):
    """Yield the name of each picture and the picture itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=ARGUMENTS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE)
        page.goto((site / PAGE).as_uri())
        page.locator("article sup[data-for] > a").first.click()
        page.wait_for_selector(".dossier-card:popover-open")
        yield "card", crop(page, "article h1", ".dossier-card")
        page.keyboard.press("Escape")
        yield "links", crop(page, ".dossier-cite", ".dossier-edit-links")
        browser.close()


def main():
    """Build the example with links to a repository and write the pictures; the exit code."""
    TO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        dossier = Path(folder, "lindholm")
        create_dossier(dossier)
        settings = dossier / "mkdocs.yml"
        settings.write_text(SETTINGS + settings.read_text("utf-8"), "utf-8")
        build(dossier)
        for name, picture in take(dossier / "site"):
            file = TO / f"{name}.webp"
            picture.convert("RGB").save(file, quality=QUALITY, method=6)
            sys.stdout.write(f"{file.name}: {picture.width} × {picture.height}, {file.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
