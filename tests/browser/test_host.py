"""The site as a host serves it: under its own policy, compressed, and with a page for what is not there."""

import pytest

from tests.browser.conftest import search

WATCH = """document.addEventListener('securitypolicyviolation', event => {
  (window.stopped ??= []).push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)
})"""
NUMBER = "numbers/defectors-to-colombia-567.html"
STYLED = """() => [getComputedStyle(document.querySelector('.md-header')).position,
  getComputedStyle(document.querySelector('article h1')).fontWeight]"""


@pytest.fixture
def page(tab, hosted):
    """A tab that keeps what the policy of a page stops in `window.stopped`."""
    opened = tab(hosted)
    opened.context.add_init_script(WATCH)
    return opened


def stopped(page):
    """What the policy stopped on the page, which has come to rest."""
    page.wait_for_load_state("networkidle")
    return page.evaluate("window.stopped ?? []")


def test_the_policy_is_sent_and_holds_off_what_nobody_named(page, hosted):
    sent = page.goto(hosted + "index.html").headers
    assert "script-src 'self'" in sent["content-security-policy"] and sent["content-encoding"] == "gzip"
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None and len(stopped(page)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "actors/juan-guaido.html",
        "texts/wnu-defected-567.html",
        "explore.html",
        "network.html",
        "map.html",
        "timeline.html",
        "coverage.html",
        "not/there.html",
    ],
)
def test_the_policy_stops_nothing_that_a_page_does(page, hosted, name):
    page.goto(hosted + name)
    assert stopped(page) == []


def test_the_policy_stops_no_search_and_no_card(page, hosted):
    page.goto(hosted + NUMBER)
    assert search(page, "567")
    page.keyboard.press("Escape")
    page.hover("article sup[data-for] > a >> nth=0")
    page.wait_for_selector(".dossier-card:popover-open")
    assert stopped(page) == []


def test_the_linked_data_of_a_page_is_left_alone_by_the_policy(page, hosted):
    page.goto(hosted + NUMBER)
    kind = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)['@type']"
    assert page.evaluate(kind) == "WebPage"


@pytest.mark.parametrize("address", ["nothing.html", "actors/nobody.html", "a/b/c/d.html"])
def test_an_address_that_is_not_there_gets_a_styled_page_that_leads_home(page, hosted, address):
    missing = []
    page.on("response", lambda response: response.status == 404 and missing.append(response.url))
    assert page.goto(hosted + address, wait_until="networkidle").status == 404
    assert page.evaluate(STYLED) == ["sticky", "600"]
    assert page.evaluate("document.fonts.check('600 20px \"Source Serif 4\"')")
    assert missing == [hosted + address]
    page.click("article a")
    page.wait_for_url(hosted + "index.html")


def test_the_page_for_what_is_not_there_is_styled_from_a_folder(tab, copied):
    page = tab(copied)
    page.goto(copied + "404.html")
    assert page.evaluate(STYLED) == ["sticky", "600"]


FETCH = """address => fetch(address).then(response => response.text(), error => `refused: ${error.message}`)"""


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        ("data/dossier.json", '{"format":"dossier/'),
        ("data/csv/actors.csv", "id,key,"),
        ("actors/index.html", "refused: "),
        ("assets/dossier/interface.js", "refused: "),
    ],
)
def test_other_sites_may_read_the_data_and_nothing_else(chromium, hosted, served, tmp_path, file, beginning):
    (tmp_path / "index.html").write_text("<!doctype html><title>Another site</title>", "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served(tmp_path))
    assert page.evaluate(FETCH, hosted + file).startswith(beginning)
    context.close()
