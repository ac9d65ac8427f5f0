"""A dossier in Spanish whose sources are a PDF, a web page, an email, subtitles and a table, from a folder."""

import shutil
from pathlib import Path

import pytest

from tests.browser.conftest import search
from tests.site.conftest import build, once

SPANISH = Path(__file__).parents[1] / "spanish"


@pytest.fixture(scope="session")
def spanish(tmp_path_factory):
    """The folder of the built site."""

    def make(folder):
        shutil.copytree(SPANISH, folder, dirs_exist_ok=True)
        build(folder)

    return once(tmp_path_factory, "spanish", make) / "site"


@pytest.fixture
def opened(spanish, tab):
    """Open a page of the site from its folder."""

    def open_page(path, **options):
        page = tab(spanish.as_uri(), **options)
        page.goto(f"{spanish.as_uri()}/{path}")
        return page

    return open_page


PLACES = [
    # the page of a record, and where the evidence on it is
    ("events/apagon.html", ["Informe anual del puerto de Punta Lanza (read in full, p. 1)"]),
    ("numbers/reparacion.html", ["(read in full, p. 2)"]),
    ("numbers/barcos-1234.html", ["(read in full, p. 1)", "(read in full, row 3)"]),
    ("quotes/sin-ver.html", ["(read in full, at 0:07)"]),
]


@pytest.mark.parametrize(("path", "places"), PLACES)
def test_a_page_says_where_in_the_document_a_passage_is(opened, path, places):
    page = opened(path)
    evidence = page.locator(":is(#evidence, :has(> #evidence)) ~ ol").inner_text()
    assert [place for place in places if place not in evidence] == []
    assert page.faults == []


@pytest.mark.parametrize("width", [390, 1440])
def test_a_card_shows_the_page_of_the_pdf_and_its_image(opened, width):
    page = opened("numbers/reparacion.html", viewport={"width": width, "height": 900})
    page.locator("sup[data-for] > a").first.click()
    card = page.locator("#dossier-card")
    assert "leída completa · p. 2" in card.inner_text()
    card.get_by_text("Imagen de la página 2").click()
    image = card.locator("img")
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


def test_the_text_names_its_pages_and_offers_the_document(opened, spanish):
    page = opened("texts/informe.html")
    assert page.locator(".dossier-in-original").all_inner_texts() == ["p. 1", "p. 2"]
    address = page.get_by_role("link", name="El documento del que se extrajo").get_attribute("href")
    original = (spanish / "texts" / address).resolve()
    assert original.read_bytes() == (SPANISH / "seeds/informe.pdf").read_bytes()


def test_scripts_of_a_web_page_and_an_email_are_no_download(spanish):
    assert sorted(file.name for file in (spanish / "data/originals").iterdir()) == [
        "barcos.csv",
        "informe.pdf",
        "radio.srt",
    ]


def test_the_page_of_a_quote_has_the_original_before_its_translation(opened):
    text = opened("quotes/nadie-nos-aviso.html").locator("article").inner_text()
    assert 0 < text.index("Nadie nos avisó") < text.index("Nobody warned us (translation: la redacción)")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("averia", "texts/informe.html"),
        ("12500", "numbers/reparacion.html"),
        ("12.500", "numbers/reparacion.html"),
        ("sin ver la costa", "quotes/sin-ver.html"),
    ],
)
def test_search_finds_words_without_accents_and_figures_however_written(opened, words, path):
    page = opened("index.html")
    assert path in [address.split("/site/")[1].split("#")[0].split("?")[0] for address in search(page, words)]


def test_pages_are_in_the_language_of_the_dossier(opened):
    assert opened("numbers/reparacion.html").locator("html").get_attribute("lang") == "es"
