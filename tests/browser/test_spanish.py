"""A dossier in Spanish whose sources are a PDF, a web page, an email, subtitles and a table, from a folder."""

import shutil
from pathlib import Path

import pytest
from dossier.render.assets import INTERFACE_SCRIPT, iter_assets
from dossier.text.interface import interface_language

from tests.browser.conftest import opener, search
from tests.interface.words import known_words, visible_texts, words
from tests.site.conftest import build, once

SPANISH = Path(__file__).parents[1] / "spanish"
GENERATED = """root => [root, ...root.querySelectorAll("*")].flatMap(element =>
  ["::before", "::after"].map(part => getComputedStyle(element, part).content).filter(content => content != "none"))"""
"""What style sheets add to the text of an element and of those in it."""


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
    return opener(tab, f"{spanish.as_uri()}/")


PLACES = [
    # the page of a record, and where the evidence on it is
    ("events/apagon.html", ["Informe anual del puerto de Punta Lanza (leída completa, p. 1)"]),
    ("numbers/reparacion.html", ["(leída completa, p. 2)"]),
    ("numbers/barcos-1234.html", ["(leída completa, p. 1)", "(leída completa, fila 3)"]),
    ("quotes/sin-ver.html", ["(leída completa, en 0:07)"]),
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
    assert 0 < text.index("Nadie nos avisó") < text.index("Nobody warned us (traducción: la redacción)")


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


@pytest.fixture(scope="module")
def known():
    """The words that the pages of this dossier may have, among them those that tests type, and its country."""
    return known_words(SPANISH) | {"españa", "pescadorez"}


@pytest.fixture
def english_in(known):
    """List the words in an element, in its attributes and in what style sheets add to it, that are not Spanish."""

    def list_words(element):
        html = f'<html lang="es"><body>{element.evaluate("element => element.outerHTML")}</body></html>'
        texts = [*visible_texts(html), *element.evaluate(GENERATED)]
        return sorted({word for text in texts for word in words(text)} - known)

    return list_words


def test_cards_and_the_text_beside_the_page_are_in_spanish(opened, english_in):
    page = opened("numbers/reparacion.html", viewport={"width": 1440, "height": 900})
    mark, card = page.locator("sup[data-for] > a").first, page.locator("#dossier-card")
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # The keyboard shows a preview, with how to enter it.
    assert "tarjeta" in str(card.evaluate(GENERATED))
    assert english_in(card) == []
    mark.click()
    assert card.get_by_role("button", name="Cerrar").is_visible()
    assert english_in(card) == []
    card.get_by_role("link", name="Leer en contexto").first.click()
    beside = page.locator(".dossier-reading")
    beside.get_by_text("El texto de Informe anual").wait_for()
    assert english_in(beside) == []
    assert page.faults == []


def test_the_preview_of_a_link_is_in_spanish(opened, english_in):
    page = opened("events/apagon.html", viewport={"width": 1440, "height": 900})
    page.locator("article a[href*='places/punta-lanza']").first.hover()
    card = page.locator("#dossier-card")
    card.get_by_text("Punta Lanza").wait_for()
    assert english_in(card) == []


def test_the_card_of_a_passage_in_its_text_is_in_spanish(opened, english_in):
    page = opened("texts/informe.html")
    page.locator(".dossier-text mark[id]").first.click()
    card = page.locator("#dossier-card")
    assert "Se cita para" in card.get_attribute("aria-label")
    assert english_in(card) == []


def test_copy_buttons_are_in_spanish(opened, english_in):
    page = opened("events/apagon.html")
    page.locator(".dossier-cite > summary").click()
    for button in page.locator(".dossier-copy").all():
        label = button.inner_text()
        assert english_in(button) == []
        button.click()
        page.wait_for_function("([button, label]) => button.innerText != label", arg=[button.element_handle(), label])
        assert english_in(button) == []


def test_a_passage_is_copied_with_spanish_words(opened):
    page = opened("quotes/sin-ver.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="copiar con la referencia").first.click()
    page.get_by_text("Copiado").first.wait_for()
    words, source, _ = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert words.startswith("«") and words.endswith("»")
    assert source.endswith(", en 0:07, a través de Tomás Vera")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("faro", "de 15 fichas"),
        ("zzzzzz", "Ninguna ficha coincide"),
        ("pescadorez", "No hay resultados para «pescadorez». Se muestra «pescadores»."),
    ],
)
def test_explore_is_in_spanish(opened, english_in, typed, shown):
    page = opened("explore.html", viewport={"width": 1440, "height": 900})
    explore = page.locator("#explore-records")
    page.get_by_label("Palabras").fill(typed)
    explore.get_by_label("Lugar", exact=True).select_option("punta-lanza")
    explore.get_by_label("Lugar", exact=True).select_option("")
    explore.locator("th[data-sort=title] > button").click()
    assert shown in explore.locator("output").inner_text()
    assert english_in(explore) == []


@pytest.mark.parametrize("typed", ["faro", "pescadorez", "zzzzzz"])
def test_the_search_is_in_spanish(opened, english_in, typed):
    page = opened("index.html", viewport={"width": 1440, "height": 900})
    page.locator("input.md-search__input").fill(typed)
    output = page.locator(".md-search__output")
    output.get_by_text("Sin resultados" if typed == "zzzzzz" else "Informe anual").first.wait_for()
    assert english_in(output) == []


def test_the_network_and_its_panel_are_in_spanish(opened, english_in):
    page = opened("network.html", viewport={"width": 1440, "height": 900})
    network = page.locator(".dossier-network")
    page.locator(".dossier-picture [id='marta-rios'] a").click()
    assert "dirige" in page.locator(".dossier-panel").inner_text()
    assert english_in(network) == []
    page.locator(".dossier-panel .dossier-close").click()
    page.locator(".dossier-choice > summary").click()
    page.get_by_label("dirige").check()
    assert page.locator(".dossier-status > output").inner_text() == "1 relación, 2 nombres"
    assert english_in(network) == []


def test_the_filters_of_the_timeline_are_in_spanish(opened, english_in):
    page = opened("timeline.html")
    timeline = page.locator(".dossier-timeline")
    assert english_in(timeline) == []
    timeline.get_by_label("Fuente").select_option("informe")
    assert timeline.locator("output").inner_text() == "1 de 2 hechos"
    assert english_in(timeline) == []


def test_the_buttons_of_the_map_are_in_spanish(opened, english_in):
    atlas = opened("map.html").locator(".dossier-atlas")
    assert atlas.get_by_role("button", name="Acercar").is_visible()
    assert english_in(atlas) == []


def test_a_search_leaves_out_spanish_words_that_say_nothing(opened):
    page = opened("explore.html")
    terms = "words => dossier.textSearch.parseQuery(words).terms.map(term => term.text)"
    assert page.evaluate(terms, "según el informe de la niebla") == ["informe", "niebla"]
    assert page.evaluate(terms, "según los") == ["segun", "los"]


def test_figures_are_english_where_the_interface_has_no_other_language(chromium, opened):
    assert opened("index.html").evaluate("dossier.formatNumber(12345.5)") == "12.345,5"
    page = chromium.new_page()
    page.set_content('<html lang="fr">')
    with interface_language("fr"):
        [script] = [file.content for file in iter_assets() if file.path == INTERFACE_SCRIPT]
    page.add_script_tag(content=script)
    assert page.evaluate("dossier.ngettext('%(number)s record', '%(number)s records', 1234)") == "1,234 records"
    page.close()
