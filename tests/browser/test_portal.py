"""The pages of a portal, hosted and from a folder: the search, both schemes of colours, narrow and wide windows."""

import pytest

from tests.portal.conftest import built, portal  # noqa: F401 (fixtures)

SCHEMES = {"light": "rgb(255, 253, 248)", "dark": "rgb(23, 21, 16)"}
ACTORS = {
    "Eva Holm": "port-brenn/actors/eva-holm",
    "Ines Falk": "lindholm-ferry/actors/ines-falk",
    "marta rios": "punta-lanza/actors/marta-rios",
}
ALIGNED = """() => {
  const left = name => document.querySelector(name).getBoundingClientRect().left
  return [left('header'), left('.portal-brand') - left('h1')]
}"""
"""How far the header is from the edge of the window, and its first word from that of the text."""


@pytest.fixture(params=["hosted", "copied"])
def base(request, portal, served):  # noqa: F811
    """The address of the portal, hosted and as a folder."""
    return served(portal.folder) if request.param == "hosted" else portal.folder.as_uri() + "/"


def test_the_search_finds_an_actor_of_each_dossier(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    for words, path in ACTORS.items():
        page.get_by_label("Search all dossiers").fill(words)
        page.wait_for_selector(f'.portal-results > li:first-child > a[href*="dossiers/{path}.html"]')
        assert page.inner_text("[role=status]").split()[0].isdigit()
    page.click(".portal-results > li:first-child > a")
    page.wait_for_selector("h1:has-text('Marta Ríos')")
    assert page.faults == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1440])
def test_pages_fit_the_window_in_the_colours_of_the_system(tab, portal, served, axe, scheme, width):  # noqa: F811
    base = served(portal.folder)
    page = tab(base, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for name in ("actors.html", "index.html"):
        page.goto(base + name)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == SCHEMES[scheme]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe(page) == []
        assert page.evaluate(ALIGNED) == [0, 0]
    page.get_by_label("Search all dossiers").fill("Eva Hlom")
    page.wait_for_selector(".portal-results .dossier-correction")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
    assert page.faults == []
