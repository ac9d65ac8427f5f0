"""A real Chromium, and the site of the real dossier as it reaches readers: over HTTP, and from folders."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from dossier.editor.scaffold import create_dossier
from playwright.sync_api import sync_playwright

from tests.browser.host import serve
from tests.site.conftest import build, site  # noqa: F401 (a fixture)

UNUSED_FEATURES = (
    "WebUIOmniboxPopup",  # Two pages below the address bar, which would be loaded in each new context.
    "WebUIOmniboxAimPopup",
    "AimEnabled",  # The rest is what Playwright turns off too: of two lists, Chromium takes the last.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = (
    f"--disable-features={','.join(UNUSED_FEATURES)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING_BROWSER = "The browser tests need Chromium: install it, or set CHROMIUM=/path/to/chromium"
MAX_WAIT = 120_000
"""Milliseconds after which something that must happen counts as failed: a slow machine needs many seconds."""
SEARCH_RESULTS = ".md-search-result__item > .md-search-result__link"


@pytest.fixture(scope="module")
def chromium():
    """The browser; without one, the tests fail.

    It ends with its module: while it runs, no other test in the process can start an event loop.
    """
    path = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if path is None:
        pytest.fail(MISSING_BROWSER, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium):
    """Open a tab that can only reach `base`; its `faults` are what has gone wrong since."""
    contexts = []

    def open_tab(base, **options):
        context = chromium.new_context(offline=base.startswith("file:"), **options)
        context.set_default_timeout(MAX_WAIT)
        context.route(re.compile(f"^(?!{re.escape(base)}|data:|blob:|about:)"), lambda route: route.abort())
        contexts.append(context)
        return record_faults(context.new_page(), base)

    yield open_tab
    for context in contexts:
        context.close()


def record_faults(page, base):
    """Collect requests to other addresses than `base`, errors and dialogs in `page.faults`; return the page."""
    page.faults = []

    def on_request(request):
        if not request.url.startswith((base, "data:", "blob:", "about:")):
            page.faults.append(f"requests {request.url}")

    def on_dialog(dialog):
        page.faults.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", on_request)
    page.on("dialog", on_dialog)
    page.on("pageerror", lambda error: page.faults.append(f"fails: {error}"))
    page.on("console", lambda entry: page.faults.append(f"logs: {entry.text}") if entry.type == "error" else None)
    return page


def search(page, words):
    """Put words into the search box; return the addresses of the results, best first."""
    if not page.is_visible("input.md-search__input"):
        page.click("label.md-header__button[for=__search]")
    page.locator("input.md-search__input").fill(words)
    page.locator("input.md-search__input").press("End")
    page.wait_for_selector(SEARCH_RESULTS)
    return page.eval_on_selector_all(SEARCH_RESULTS, "links => links.map(link => link.href)")


@pytest.fixture(scope="session")
def served():
    """Serve a folder on this machine as a host does; return its address."""
    servers = []

    def serve_folder(folder):
        servers.append(serve(folder))
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield serve_folder
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def hosted(site, served):  # noqa: F811
    """The address of the hosted site."""
    return served(site)


@pytest.fixture(scope="session")
def copied(site, tmp_path_factory):  # noqa: F811
    """The address of an offline copy, in a folder whose name must be percent-encoded."""
    folder = tmp_path_factory.mktemp("copies") / "Dossiers d'été & Übung #1 100%" / "the site"
    return Path(shutil.copytree(site, folder)).as_uri() + "/"


@pytest.fixture(scope="session")
def languages(tmp_path_factory):
    """The site of the starter with the sources in `languages/`."""
    folder = tmp_path_factory.mktemp("languages") / "dossier"
    create_dossier(folder)
    shutil.copytree(Path(__file__).with_name("languages"), folder, dirs_exist_ok=True)
    build(folder)
    return folder / "site"


@pytest.fixture(params=["hosted", "copied"])
def base(request):
    """The address of the site, hosted and copied to a folder: for tests of what differs between the two."""
    return request.getfixturevalue(request.param)


def opener(tab, base):
    """Return a function that opens a page of the site at `base`, in a browser whose clipboard can be read."""

    def open_page(name, **options):
        page = tab(base, **options)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(base + name)
        return page

    return open_page


@pytest.fixture
def opened(tab, hosted):
    """Open a page of the hosted site."""
    return opener(tab, hosted)


@pytest.fixture
def opened_anywhere(tab, base):
    """Open a page of the site, hosted and from a folder."""
    return opener(tab, base)


@pytest.fixture(scope="session")
def axe():
    """Return what an accessibility checker finds on a page: the rule, how often, and the first element."""
    checker = Axe()

    def violations(page, only=("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")):
        options = {"runOnly": list(only), "resultTypes": ["violations"]}  # Without the elements that pass.
        found = checker.run(page, options=options).response["violations"]
        return [(rule["id"], len(rule["nodes"]), rule["nodes"][0]["html"]) for rule in found]

    return violations


@pytest.fixture(scope="session")
def data(site):  # noqa: F811
    """The records of the site, from its data file: tests take labels and counts from here, not from `content/`."""
    return json.loads((site / "data/dossier.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def records(data):
    """The records of the site by their kind and id, as `source:cnn`."""
    kinds = ("sources", "actors", "events", "numbers", "quotes", "disagreements", "places")
    return {f"{kind[:-1]}:{record['id']}": record for kind in kinds for record in data[kind]}
