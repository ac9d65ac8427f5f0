"""Every page of a record says where it is: its section in the header, the index of its kind, and its neighbours."""

import re

import pytest

CURRENT = re.compile(r'<a href="[^"]*" aria-current="(?:true|page)">([^<]*)</a>')
SECTIONS = {
    "actors/eva-holm.html": "People & places",
    "events/walk-out.html": "Timeline",
    "numbers/gone-567.html": "Explore",
    "places/port-brenn.html": "People & places",
    "sources/gazette.html": "Sources",
    "texts/gazette.html": "Sources",
}
INDEXES = {"events": "../timeline.html", "places": "../map.html"}


@pytest.mark.parametrize(("page", "section"), SECTIONS.items())
def test_a_page_is_in_one_section(base_site, page, section):
    assert CURRENT.findall((base_site / page).read_text("utf-8")) == [section]


@pytest.mark.parametrize("folder", [page.partition("/")[0] for page in SECTIONS if not page.startswith("texts")])
def test_a_record_leads_to_the_index_of_its_kind_and_to_its_neighbours(base_site, folder):
    pages = [page for page in sorted((base_site / folder).glob("*.html")) if page.name != "index.html"]
    links = {page.name: set(_path_links(page)) for page in pages}
    assert all(INDEXES.get(folder, "index.html") in found for found in links.values())
    if len(pages) > 1:
        linked = set.union(*links.values())
        assert linked >= links.keys()


def _path_links(page):
    """Return the addresses of the links above the title of a page."""
    return re.findall(
        r'href="([^"]*)"', page.read_text("utf-8").partition('class="dossier-path"')[2].partition("</nav>")[0]
    )
