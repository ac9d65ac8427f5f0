"""Search and Explore in other languages and scripts, from a dossier whose sources are in five languages."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml

from tests.browser.conftest import search
from tests.helpers import nonempty

FOLDER = Path(__file__).parent
CASES = yaml.safe_load((FOLDER / "folding.yml").read_text("utf-8"))
FOUND = [case for cases in CASES["found"].values() for case in cases]
ASSETS = FOLDER.parents[1] / "generator/dossier/assets"
MARKED = """([query, text]) => {
  const { folding, textSearch } = dossier
  const [term] = textSearch.parseQuery(query).terms
  const [match] = textSearch.findMatches(term, folding.fold(text), 1)
  return match ? text.slice(...folding.places(text)(match.index, match.index + match[0].length)) : null
}"""
RESULTS = [
    # a query, the page of a result, the words marked there
    ("strasse", "texts/german-report.html", ["Straße", "Straßen"]),
    ("10000", "texts/german-report.html", ["10\u00a0000"]),
    ("10 000", "texts/german-report.html", ["10\u00a0000"]),
    ("1.234,5", "texts/german-report.html", ["1.234,5"]),
    ("10000", "texts/arabic-report.html", ["١٠٬٠٠٠"]),
    ("27", "texts/arabic-report.html", ["٢٧"]),
    ("27", "texts/chinese-report.html", ["２７"]),
    ("27", "texts/japanese-report.html", ["27"]),
    ("جنديا", "texts/arabic-report.html", ["جنديًا"]),
    ("الاثنين", "texts/arabic-report.html", ["الإثنين"]),
    ("容忍", "texts/chinese-report.html", ["容忍"]),
    ("牛奶", "texts/chinese-report.html", ["牛奶"]),
    ("ｺﾃｨｻ", "texts/japanese-report.html", ["コティサ"]),
    ("兵士", "texts/japanese-report.html", ["兵士"]),
]


@pytest.fixture(scope="module")
def blank(chromium):
    """A page with the scripts that fold and match."""
    page = chromium.new_page()
    for name in ("interface.js", "folding.js", "text-search.js"):
        page.add_script_tag(path=ASSETS / name)
    yield page
    page.close()


@pytest.fixture(params=["hosted", "copied"])
def address(request, languages, served):
    """The address of that site, hosted and in a folder."""
    return served(languages) if request.param == "hosted" else languages.as_uri() + "/"


@pytest.mark.parametrize(("query", "text", "marked"), FOUND)
def test_another_spelling_is_found_and_marked_as_it_is_written(blank, query, text, marked):
    assert blank.evaluate(MARKED, [query, text]) == marked


@pytest.mark.parametrize(("query", "text"), CASES["missing"])
def test_a_part_of_a_figure_or_word_is_not_found(blank, query, text):
    assert blank.evaluate(MARKED, [query, text]) is None


def test_every_case_finds_its_text_as_written(blank):
    for _, _, marked in nonempty(FOUND):
        assert blank.evaluate(MARKED, [marked, marked]) == marked


def forget_results(page):
    """Empty the search box, and wait until the last results are gone."""
    page.fill("input.md-search__input", "")
    page.keyboard.press("Backspace")
    page.wait_for_function("() => !document.querySelector('.md-search-result__item')")


def test_results_mark_the_words_as_they_are_written(tab, address):
    page = tab(address)
    page.goto(address + "index.html")
    for query, path, marked in RESULTS:
        forget_results(page)
        assert address + path in [link.partition("?")[0] for link in search(page, query)], query
        result = page.locator(f".md-search-result__link[href^='{address}{path}']").first
        assert result.locator("p mark").all_inner_texts()[: len(marked)] == marked, query
    assert page.faults == []


ON_PAGES = [
    # a page, the words that were searched for, how they are marked there
    ("texts/german-report.html", "strasse 10000 1234.5", ["Straße", "10\u00a0000", "1.234,5", "Straßen"]),
    ("texts/arabic-report.html", "27 10000 وزير", ["٢٧", "١٠٬٠٠٠", "الوزير"]),
    ("texts/chinese-report.html", "容忍 27", ["容忍", "２７"]),
    ("texts/japanese-report.html", "ｺﾃｨｻ 兵士", ["兵士", "コティサ"]),
    ("texts/herald-report.html", '"crossing to Lindholm"', ["crossing to Lindholm"]),
]


@pytest.mark.parametrize(("name", "words", "marked"), ON_PAGES)
def test_the_page_of_a_result_marks_the_words_as_they_are_written(tab, address, name, words, marked):
    page = tab(address)
    page.goto(f"{address}{name}?{urlencode({'words': words})}")
    page.wait_for_selector("article mark[data-md-highlight]")
    text = page.locator(".dossier-line > p").all_text_contents()
    assert page.locator(".dossier-line > p mark[data-md-highlight]").all_text_contents() == marked
    page.goto(address + name)
    assert page.locator(".dossier-line > p").all_text_contents() == text
    assert page.faults == []


def test_a_passage_opens_its_card_where_a_word_of_it_is_marked(tab, address):
    page = tab(address)
    page.goto(f"{address}texts/arabic-report.html?words=27")
    page.locator("mark[id] mark[data-md-highlight]").click()
    page.wait_for_selector(".dossier-rows")
    assert page.faults == []


def test_a_result_leads_to_its_page_with_the_words_that_it_has(tab, address):
    page = tab(address)
    page.goto(address + "index.html")
    links = search(page, '"Schiff" Straße')
    assert f"{address}texts/german-report.html?words=strasse" in links


def test_words_within_chinese_are_found_in_explore(tab, address):
    page = tab(address)
    page.goto(address + "explore.html#words=停航")
    page.wait_for_selector("output:not(:empty)")
    titles = page.locator(".dossier-explore-table tr[role] td:nth-child(2) a")
    assert titles.all_inner_texts() == ["林德霍尔姆渡轮停航"]
