"""Pages in frames of another site: those of records and diagrams are shown, full pages are not."""

import pytest

from tests.browser.test_html import faults
from tests.build.conftest import copy_base_project, replace
from tests.helpers import nonempty
from tests.site.conftest import build, once

FRAME = '<!doctype html><title>Another site</title><iframe src="{}" width="600" height="360"></iframe>'
NARROWEST = {"width": 320, "height": 600}
DIAGRAMS = (
    "embed/timeline.html",
    "embed/key-events.html",
    "embed/network.html",
    "embed/map.html",
    "embed/provenance.html",
    "embed/numbers/gone-567/chart.html",
    "embed/numbers/gone-567/provenance.html",
    "embed/places/port-brenn/map.html",
)


@pytest.fixture(scope="module")
def addressed_site(tmp_path_factory):
    """The folder of a site that has pages for frames."""

    def make(folder):
        copy_base_project(folder)
        replace(folder / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/\ndocs_dir:")
        build(folder)

    return once(tmp_path_factory, "framed", make) / "site"


@pytest.fixture
def framed(chromium, served, addressed_site, tmp_path):
    """Show a page of the site in a frame of another; return the page of that one, and the address of the framed one."""
    contexts, address = [], served(addressed_site)

    def show(path):
        (tmp_path / "index.html").write_text(FRAME.format(address + path), "utf-8")
        contexts.append(chromium.new_context())
        page = contexts[-1].new_page()
        page.goto(served(tmp_path), wait_until="networkidle")
        return page, address + path

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("path", "is_shown"),
    [
        ("embed/numbers/gone-567.html", True),
        *((path, True) for path in DIAGRAMS),
        ("numbers/gone-567.html", False),
        ("index.html", False),
        ("", False),
    ],
)
def test_another_site_may_frame_records_and_diagrams_and_no_other_page(framed, path, is_shown):
    page, address = framed(path)
    assert (page.frames[1].url == address) is is_shown
    assert page.frames[1].locator("main[dir=auto] > h1").count() == is_shown


@pytest.mark.parametrize(
    ("path", "link", "leads_to"),
    [
        ("embed/map.html", ".dossier-map svg a", "/map.html#place-port-brenn"),
        ("embed/timeline.html", ".dossier-event > a", "/events/walk-out.html"),
    ],
)
def test_a_link_of_a_diagram_opens_a_new_tab(framed, path, link, leads_to):
    page, address = framed(path)
    with page.expect_popup() as opened:
        page.frames[1].locator(link).first.click()
    assert opened.value.url.endswith(leads_to)
    assert page.frames[1].url == address


def test_the_network_draws_its_lines_in_a_frame_and_its_links_open_new_tabs(framed):
    page, address = framed("embed/network.html")
    frame = page.frames[1]
    frame.wait_for_selector(".dossier-tie", state="attached")
    frame.locator(".dossier-picture li a").first.click()
    with page.expect_popup() as opened:
        frame.locator(".dossier-panel h2 a").click()
    assert "/actors/" in opened.value.url
    assert frame.url == address


@pytest.mark.parametrize("path", DIAGRAMS)
def test_a_diagram_fits_the_narrowest_screen_from_a_folder(tab, addressed_site, path):
    base = f"{addressed_site.as_uri()}/"
    page = tab(base, viewport=NARROWEST)
    page.goto(base + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]
    assert page.faults == []


def test_a_diagram_is_dark_where_the_reader_prefers_that(tab, addressed_site):
    base, grounds = f"{addressed_site.as_uri()}/", []
    for scheme in ("light", "dark"):
        page = tab(base, color_scheme=scheme)
        page.goto(base + "embed/timeline.html")
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(255, 253, 248)", "rgb(23, 21, 16)"]


def test_pages_for_frames_are_valid(addressed_site):
    pages = nonempty([*addressed_site.glob("embed/*.html"), *addressed_site.glob("embed/numbers/**/*.html")])
    assert list(faults(pages)) == []
