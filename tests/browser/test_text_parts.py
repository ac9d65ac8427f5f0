"""A text of 400 KB has pages of about 100 KB that lead to each other; marks, cards and search open the right one."""

import itertools
import shutil
import string

import pytest
from dossier.graph.text_parts import text_parts
from dossier.pipeline import check_dossier

from tests.browser.conftest import opener, search
from tests.browser.test_reading import beside
from tests.conftest import BASE
from tests.site.conftest import ROOT, build, once
from tests.texts import lengthen

RECORD = "events/walk-out.html"
NAMES = ["".join(letters) for letters in itertools.islice(itertools.product(string.ascii_lowercase, repeat=3), 6500)]
LINES = [f"The crane called {name} lay idle, and nobody came to look at it." for name in NAMES]
EVENT = """summary: >-
  A crane lay idle.[^third] Two cranes lay idle.[^across] Dockers left the port.[^left]
passages:
  - label: third
    source: gazette
    exact: {third}
  - label: across
    source: gazette
    exact: |-
      {before}
      {after}
  - label: left
    source: gazette
    exact: More than 500 dockers left the port on Jan. 23
review: published
"""


@pytest.fixture(scope="session")
def long_text(tmp_path_factory):
    """The folder of a site with a text in four parts, and passages in its third part and across the first two."""

    def make(folder):
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        lengthen(folder, LINES)
        graph, _ = check_dossier(folder)
        source = graph.dossier.by_key["source:gazette"]
        text, (_, second, third, _) = graph.dossier.source_texts[source.text].text, text_parts(graph, source)
        before, after = text[: second.start].splitlines()[-1], text[second.start :].splitlines()[0]
        cited = text[third.start :].splitlines()[20]
        record = folder / "content/events/walk-out.yml"
        head = record.read_text("utf-8").partition("summary:")[0]
        record.write_text(head + EVENT.format(third=cited, before=before, after=after), "utf-8")
        build(folder)

    return once(tmp_path_factory, "long-text", make) / "site"


@pytest.fixture
def opened(long_text, tab):
    """Open a page of the site from its folder."""
    return opener(tab, f"{long_text.as_uri()}/")


def test_each_part_has_a_page_of_about_its_length(long_text):
    files = sorted((long_text / "texts").glob("gazette*.html"))
    assert [file.name for file in files] == ["gazette.2.html", "gazette.3.html", "gazette.4.html", "gazette.html"]
    assert max(file.stat().st_size for file in files) < 400_000


def test_the_pages_lead_to_each_other(opened):
    page = opened("texts/gazette.html")
    assert page.title().startswith("The text of “Dockers walk out at Port Brenn”, part 1 of 4")
    assert page.locator(".dossier-parts [aria-current]").inner_text() == "1"
    page.click(".dossier-next-part a")
    assert page.url.endswith("texts/gazette.2.html")
    page.click(".dossier-parts a >> text=4")
    assert page.url.endswith("texts/gazette.4.html")
    assert page.locator(".dossier-next-part").count() == 0


def test_a_passage_is_opened_in_its_part(opened):
    page = opened(RECORD, viewport={"width": 1440, "height": 900})
    frame = beside(page)
    assert frame.locator(".dossier-parts [aria-current]").inner_text() == "3"
    assert frame.locator("mark:target").inner_text().startswith("The crane called")
    copied = page.evaluate("dossier.loadPassage(document.querySelector('sup a').href).then(({ citation }) => citation)")
    assert "texts/gazette.3.html#p-" in copied


def test_a_passage_across_two_parts_begins_in_the_first_and_goes_on_in_the_second(opened):
    page = opened("texts/gazette.html")
    anchor = page.locator(".dossier-text mark[id]").last.get_attribute("id")
    page.goto(page.url.replace("gazette.html", "gazette.2.html"))
    continued = page.locator(f"mark[data-of='{anchor}']")
    assert continued.count() == 1
    continued.click()
    assert page.locator(".dossier-card").count() == 0


def test_the_search_finds_a_word_in_its_part(opened):
    page = opened("index.html")
    search(page, f'"{NAMES[-1]}"')
    result = page.locator(".md-search-result__item a").first
    assert "texts/gazette.4.html" in result.get_attribute("href")
    assert "part 4 of 4" in result.inner_text()
