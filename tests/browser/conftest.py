"""A real Chromium, and the site of the real dossier as it reaches readers: over HTTP, and from folders."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.browser.host import serve
from tests.site.conftest import site  # noqa: F401 (a fixture)

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NONE = "The browser tests need Chromium: install one, or name yours as CHROMIUM=/path/to/chromium"
SEARCH_RESULTS = ".md-search-result__item > .md-search-result__link"


@pytest.fixture(scope="module")
def chromium():
    """The browser, one at a time; where there is none, the tests fail."""
    path = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if path is None:
        pytest.fail(NONE, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium):
    """Opens a tab that may reach `base` alone; its `faults` are what went wrong since it was opened."""
    opened = []

    def in_browser(base, **options):
        context = chromium.new_context(offline=base.startswith("file:"), **options)
        context.set_default_timeout(30_000)
        context.route(re.compile(f"^(?!{re.escape(base)}|data:|blob:|about:)"), lambda route: route.abort())
        opened.append(context)
        return listening(context.new_page(), base)

    yield in_browser
    for context in opened:
        context.close()


def listening(page, base):
    """Make `page` keep its requests to others than `base`, its errors and its dialogs in `page.faults`."""
    page.faults = []

    def asked(request):
        if not request.url.startswith((base, "data:", "blob:", "about:")):
            page.faults.append(f"asks for {request.url}")

    def met(dialog):
        page.faults.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", met)
    page.on("pageerror", lambda error: page.faults.append(f"fails: {error}"))
    page.on("console", lambda said: page.faults.append(f"says: {said.text}") if said.type == "error" else None)
    return page


def search(page, words):
    """Put words into the search box, all at once; the addresses of the results, best first."""
    if not page.is_visible("input.md-search__input"):
        page.click("label.md-header__button[for=__search]")
    page.locator("input.md-search__input").fill(words)
    page.locator("input.md-search__input").press("End")
    page.wait_for_selector(SEARCH_RESULTS)
    return page.eval_on_selector_all(SEARCH_RESULTS, "links => links.map(link => link.href)")


@pytest.fixture(scope="session")
def served():
    """Serves a folder on this machine, as hosts do; its address."""
    servers = []

    def on_this_machine(folder):
        servers.append(serve(folder))
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield on_this_machine
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def hosted(site, served):  # noqa: F811
    """The address of the hosted site."""
    return served(site)


@pytest.fixture(scope="session")
def copied(site, tmp_path_factory):  # noqa: F811
    """The address of an offline copy, in a folder whose name needs care."""
    folder = tmp_path_factory.mktemp("copies") / "Dossiers d'été & Übung #1 100%" / "the site"
    return Path(shutil.copytree(site, folder)).as_uri() + "/"


@pytest.fixture(params=["hosted", "copied"])
def base(request):
    """Where the site is, as each sort of reader has it."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def axe():
    """What an accessibility checker finds on a page: the rule, how often, and the first element."""
    checker, rules = Axe(), {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

    def violations(page):
        found = checker.run(page, options=rules).response["violations"]
        return [(one["id"], len(one["nodes"]), one["nodes"][0]["html"]) for one in found]

    return violations


@pytest.fixture(scope="session")
def data(site):  # noqa: F811
    """The records of the site, as its data file has them."""
    return json.loads((site / "data/dossier.json").read_text("utf-8"))
