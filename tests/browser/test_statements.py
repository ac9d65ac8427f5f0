"""Statements and their passages: what lights up together, and the links between them."""

from tests.browser.test_cards import NUMBER, PASSAGE, STATEMENT


def test_a_statement_and_its_passages_light_up_together(opened_anywhere):
    page = opened_anywhere("actors/juan-guaido.html")
    statement = page.locator(f"{STATEMENT}:has(sup + sup, sup)").nth(2)
    hrefs = statement.locator("sup[data-for] > a").evaluate_all("links => links.map(link => link.href)")
    lit = f"{PASSAGE}.dossier-highlight a[href*='#p-']"
    statement.locator("sup").first.hover()
    page.wait_for_selector(lit, state="attached")
    assert sorted(page.eval_on_selector_all(lit, "links => links.map(link => link.href)")) == sorted(hrefs)
    passage = page.locator(f"{PASSAGE}.dossier-highlight").first
    passage.hover(position={"x": 3, "y": 5})
    assert statement.evaluate("element => element.matches('.dossier-highlight')")
    assert page.locator(f"{PASSAGE}.dossier-highlight").count() == 1
    page.hover("article h1")
    assert page.locator(".dossier-highlight").count() == 0


def test_a_passage_links_back_to_the_statements_it_is_for(opened):
    page = opened("actors/juan-guaido.html")
    page.locator(f"{PASSAGE} >> nth=0").locator("a[href^='#s-']").first.click()
    page.wait_for_selector(f"{STATEMENT}:target")
    hrefs = page.eval_on_selector_all(f"{STATEMENT}:target sup > a", "links => links.map(link => link.href)")
    assert page.locator(f"{PASSAGE} >> nth=0").locator("a[href*='#p-']").evaluate("link => link.href") in hrefs


def test_an_editors_statement_says_so_and_leads_to_what_that_means(opened):
    page = opened(NUMBER, java_script_enabled=False)
    label = page.locator(".dossier-editor .dossier-by > a").first
    assert label.inner_text() == "editor" and label.get_attribute("title")
    label.click()
    assert page.locator("h2:target").inner_text() == "What the marks mean"
