"""Passages and citations of pages, and the buttons that copy them."""

from tests.browser.test_cards import CARD, MARK, NUMBER, PASSAGE, QUOTE


def copied(page, within, label):
    """Click a copy button; return what it put into the clipboard."""
    page.locator(within).get_by_role("button", name=label).first.click()
    page.locator(within).get_by_text("Copied").first.wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_passage_is_copied_with_its_citation(opened_anywhere, base, records, data):
    page = opened_anywhere(NUMBER)
    item = page.locator(f"{PASSAGE}:nth-child(2)")
    anchor = item.locator("a[href*='#p-']").get_attribute("href").partition("#")[2]
    words, source, place = copied(page, f"{PASSAGE}:nth-child(2)", "copy with citation").split("\n")
    passages = records["number:defectors-to-colombia-567"]["passages"]
    passage = next(p for p in passages if f"p-{p['start']}-{p['end']}" == anchor)
    links = [records.get(f"source:{link}") or records[f"actor:{link}"] for link in passage["via"]]
    assert words == f"“{passage['exact']}”"
    assert source.endswith(", via " + ", ".join(link.get("short") or link.get("name") for link in links))
    host = base if base.startswith("http") else ""
    address = page.locator("#evidence ~ ol > li:nth-child(2) a[href*='#p-']").get_attribute("href")
    assert place == f"{data['title']}: {host}{address.removeprefix('../')}"


def test_the_card_copies_the_same_as_the_evidence(opened):
    page = opened(NUMBER)
    evidence = copied(page, "#evidence ~ ol > li:nth-child(1)", "copy with citation")
    page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(CARD)
    assert copied(page, CARD, "Copy with citation") == evidence


def test_each_format_of_a_pages_citation_is_copied_literally(opened_anywhere):
    page = opened_anywhere(QUOTE)
    page.click("text=Cite this page")
    for at, name in enumerate(("Quote with its source", "Plain text", "BibTeX", "CSL-JSON")):
        figure = f".dossier-cite figure >> nth={at}"
        assert page.locator(figure).locator("figcaption").inner_text().startswith(name)
        assert copied(page, figure, "Copy") == page.locator(figure).locator("pre").text_content()
    assert page.faults == []


def test_a_page_is_cited_without_javascript(opened):
    page = opened(QUOTE, java_script_enabled=False)
    page.click("text=Cite this page")
    assert page.locator(".dossier-cite pre").count() == 4
    assert "@misc{quote:silva-dont-mistreat," in page.inner_text(".dossier-cite")
    assert page.locator(".dossier-cite button").count() == 0
    page.click(".dossier-cite a[rel=bookmark]")
    assert page.url.endswith(QUOTE)
