"""The search: what it finds, ranks first, highlights and corrects."""

import json
import re

import pytest

from tests.browser.conftest import search
from tests.helpers import nonempty
from tests.site.conftest import search_entries

FIRST = [
    # the query, the page of the first result
    ("Guaidó", "actors/juan-guaido.html"),
    ("Guaido", "actors/juan-guaido.html"),
    ("guaido", "actors/juan-guaido.html"),
    ("Juan Guaido", "actors/juan-guaido.html"),
    ("Nicolás Maduro", "actors/nicolas-maduro.html"),
    ("Nicolas", "actors/nicolas-maduro.html"),
    ("Nicholas Maduro", "actors/nicolas-maduro.html"),
    ("MADURO", "actors/nicolas-maduro.html"),
    ("Silva", "actors/jose-luis-silva.html"),
    ("Col. Jose Luis Silva", "actors/jose-luis-silva.html"),
    ("Azuaje", "actors/josue-hidalgo-azuaje.html"),
    ("EU", "actors/european-union.html"),
    ("U.S.", "actors/united-states.html"),
    ("Associated Press", "actors/associated-press.html"),
    ("collectivos", "actors/collectives.html"),
    ("top brass", "actors/military-top-brass.html"),
    ("Cúcuta", "places/cucuta.html"),
    ("Cucuta", "places/cucuta.html"),
    ("Simón Bolívar", "places/simon-bolivar-bridge.html"),
    ("567", "numbers/defectors-to-colombia-567.html"),
    ("567 soldiers", "numbers/defectors-to-colombia-567.html"),
    ("20 million", "numbers/us-aid-20-million.html"),
    ("$20 million", "numbers/us-aid-20-million.html"),
    ("20,000,000", "numbers/us-aid-20-million.html"),
    ("10 million percent", "numbers/inflation-10-million-percent.html"),
    ("365000", "numbers/reader-total-365000.html"),
    ("more than 500", "numbers/defectors-to-colombia-more-than-500.html"),
    ("eight days", "numbers/ultimatum-8-days.html"),
    ('"small but symbolic"', "quotes/reader-small-but-symbolic.html"),
    ("the aid trucks", "events/aid-trucks-incinerated.html"),
    ("how we check", "how-we-check.html"),
]
SAME = [
    ("Guaido", "Guaidó"),
    ("Nicolas", "Nicolás"),
    ("Cucuta", "Cúcuta"),
    ("attache", "attaché"),
    ("MADURO", "maduro"),
]
MISSPELT = [
    # the query, the corrected query, the note
    ("defecters", "defectors", "No results for “defecters”. Showing “defectors” instead."),
    ("Slva", "Silva", "No results for “slva”. Showing “silva” instead."),
    ("Madrúo", "Maduro", "No results for “madruo”. Showing “maduro” instead."),
    ("colombian migraton", "colombian migration", "No results for “migraton”. Showing “migration” instead."),
    (
        "colombain migraton",
        "colombian migration",
        "No results for “colombain”. Showing “colombian” instead. "
        "No results for “migraton”. Showing “migration” instead.",
    ),
    ("how we chekc", "how we check", "No results for “chekc”. Showing “check” instead."),
]
KINDS = {"actors": "Actor", "numbers": "Number", "places": "Place", "events": "Event", "disagreements": "Disagreement"}

FIELDS = """() => Object.fromEntries(['input', 'suggest'].map(name => {
  const field = document.querySelector(`.md-search__${name}`)
  const { fontFamily, fontSize, fontWeight, letterSpacing, paddingLeft } = getComputedStyle(field)
  const { left, top, height } = field.getBoundingClientRect()
  return [name, [fontFamily, fontSize, fontWeight, letterSpacing, paddingLeft, left, top, height].join(' ')]
}))"""
CLIPPED = """() => {
  const { right } = document.querySelector('.md-search__output').getBoundingClientRect()
  const items = [...document.querySelectorAll('.md-search-result__item')]
  return items.filter(item => item.getBoundingClientRect().right > right).length
}"""


def paths(links, base):
    """The pages that results lead to, from the site's root."""
    return [link.removeprefix(base).partition("?")[0] for link in links]


def results(page):
    return page.locator(".md-search-result__item")


@pytest.fixture(params=["hosted", "copied"], scope="module")
def lookup(request, chromium):
    """Searches for words on a page opened once; what is found, best first."""
    base = request.getfixturevalue(request.param)
    page = chromium.new_page(offline=request.param == "copied")
    page.goto(base + "about.html")

    def found(words):
        page.fill("input.md-search__input", "")
        page.keyboard.press("Backspace")
        page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
        return paths(search(page, words), base)

    yield found
    page.close()


@pytest.mark.parametrize(("words", "first"), FIRST)
def test_the_record_itself_leads_the_results(lookup, words, first):
    assert lookup(words)[0] == first


def test_a_source_is_found_by_its_short_title(lookup, records):
    for id in ("cnn-567-report", "business-insider-report"):
        assert lookup(records[f"source:{id}"]["short"])[0] == f"sources/{id}.html"


@pytest.mark.parametrize(("plain", "written"), SAME)
def test_accents_and_case_make_no_difference(lookup, plain, written):
    assert lookup(plain) == lookup(written)
    assert len(lookup(plain)) > 3


def test_a_phrase_is_found_where_its_words_stand_together(lookup, site):
    entries = {entry[0]: " ".join(map(str, entry)) for entry in search_entries(site)}
    together = re.compile(r"foreign\W+government", re.IGNORECASE)
    found = lookup('"foreign government"')
    assert found and all(together.search(entries[path]) for path in found)


def test_words_too_common_to_tell_do_not_hide_what_is_sought(lookup):
    assert lookup("who is the Silva")[0] == "actors/jose-luis-silva.html"


def test_a_plural_finds_the_singular(lookup):
    assert set(lookup("figure")) <= set(lookup("figures"))


def test_every_word_of_a_quote_is_found(lookup, site):
    quotes = json.loads((site / "data/dossier.json").read_text("utf-8"))["quotes"]
    for quote in quotes[::10]:
        words = quote["words"] if isinstance(quote["words"], str) else quote["words"][0]
        assert quote["url"] in lookup(re.sub(r"[^\w ]", " ", words)), quote["id"]


def test_a_result_says_its_kind_and_shows_the_match_marked(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    search(page, "Guaido")
    for at in range(5):
        result = results(page).nth(at)
        folder = paths([result.locator("a").get_attribute("href")], base)[0].split("/")[0]
        assert result.locator(".dossier-kind").inner_text() == KINDS[folder]
        assert "Guaidó" in result.locator("mark").all_inner_texts()
    assert page.faults == []


def test_a_spelling_that_the_title_does_not_show_is_shown(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    search(page, "collectivos")
    assert "Also “collectivos”" in results(page).first.inner_text()


def test_what_is_sought_without_accents_is_marked_on_its_page_as_written(tab, base):
    page = tab(base)
    page.goto(base + "about.html")
    search(page, "Guaido")
    results(page).first.locator("a").click()
    page.wait_for_url("**/juan-guaido.html*")
    page.wait_for_selector("article mark[data-md-highlight]")
    assert "Guaidó" in page.locator("article mark[data-md-highlight]").all_inner_texts()


def test_a_word_that_no_result_holds_is_named(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    search(page, "Silva xyzzy")
    assert "Missing: xyzzy" in results(page).first.inner_text()


@pytest.mark.parametrize(("typed", "meant", "said"), MISSPELT)
def test_a_misspelt_word_finds_what_the_nearest_word_finds(lookup, typed, meant, said):
    assert lookup(typed) == lookup(meant)


@pytest.mark.parametrize(("typed", "meant", "said"), MISSPELT)
def test_what_a_misspelt_word_was_taken_for_is_said_above_the_first_result(tab, base, typed, meant, said):
    page = tab(base)
    page.goto(base + "index.html")
    search(page, typed)
    assert page.locator(".dossier-correction").all_inner_texts() == [said]
    assert results(page).first.inner_text().startswith(said)
    assert page.faults == []


@pytest.mark.parametrize("words", ["defectors", "defecto", "Silva xyzzy", "Silva 568", "Silva Slv", 'Silva "Slva"'])
def test_nothing_is_sought_instead_of_what_is_found_short_a_figure_or_in_quotation_marks(tab, base, words):
    page = tab(base)
    page.goto(base + "index.html")
    search(page, words)
    assert page.locator(".dossier-correction").count() == 0


@pytest.mark.parametrize("words", ["xyzzy", '"government foreign"', '"defecters"', "Slv", "56789", "?!", '""'])
def test_what_is_nowhere_finds_nothing(tab, base, words):
    page = tab(base)
    page.goto(base + "index.html")
    page.locator("input.md-search__input").press_sequentially(words)
    page.wait_for_function(
        "() => document.querySelector('.md-search-result__meta').textContent.startsWith('No results')"
    )
    assert page.inner_text(".md-search-result__meta") == "No results. Try another word, or remove quotation marks"
    assert results(page).count() == 0
    assert page.faults == []


def test_a_page_that_nobody_searches_from_loads_no_entries(tab, hosted):
    page = tab(hosted)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hosted + "index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in nonempty(asked) if "entries.js" in url] == []


def test_the_rest_of_a_name_is_suggested_with_its_accents(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    page.locator("input.md-search__input").press_sequentially("guai")
    page.wait_for_function("() => document.querySelector('.md-search__suggest').textContent === 'guaidó'")


@pytest.mark.parametrize("width", [390, 768, 1000, 1440])
def test_results_are_as_wide_as_their_panel_and_a_suggestion_lies_behind_what_is_typed(tab, hosted, width):
    page = tab(hosted, viewport={"width": width, "height": 800})
    page.goto(hosted + "index.html")
    search(page, "guai")
    fields = page.evaluate(FIELDS)
    assert fields["input"] == fields["suggest"]
    assert page.evaluate(CLIPPED) == 0
