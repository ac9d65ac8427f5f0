"""From a card, readers report and edit the very statement that they doubt."""

from urllib.parse import parse_qs, urlsplit

import pytest
from dossier.editor.scaffold import create_dossier

from tests.browser.test_cards import CARD, MARK
from tests.build.conftest import replace
from tests.site.conftest import build, once

FORM = "https://example.org/form"
CONTACTS = {"issues": "", "mail": "report_errors_to: errors@example.org\n", "form": f"report_errors_to: {FORM}\n"}
SITE, REPOSITORY = "https://example.org/d/", "https://github.com/o/r"
SETTINGS = f"site_url: {SITE}\nrepo_url: {REPOSITORY}\nedit_uri: edit/main/content/pages/\n"
SPANISH = {"Edit": "Corregir", "Report": "Informar de un error", "Page": "Página", "Statement": "Afirmación"}


@pytest.fixture
def starter(tmp_path_factory):
    """Return a function that builds the example of a language with an address for errors; it returns its folder."""

    def build_example(contact, language="en", settings=SETTINGS):
        def make(folder):
            create_dossier(folder, language)
            replace(folder / "mkdocs.yml", "docs_dir:", f"{settings}docs_dir:")
            replace(folder / "content/dossier.yml", "organization:", f"{CONTACTS[contact]}organization:")
            build(folder)

        return once(tmp_path_factory, f"edited-{contact}-{language}-{bool(settings)}", make)

    return build_example


def open_card(tab, folder, name):
    """Open the card of the first mark on a page of a built dossier; return the page and the card."""
    page = tab(folder.as_uri())
    page.goto((folder / "site" / name).as_uri())
    page.locator(MARK).first.click()
    card = page.locator(CARD)
    card.wait_for()
    return page, card


def address(card, words):
    """Return the address of the link that begins with these words."""
    return card.locator(".dossier-actions a").filter(has_text=words).get_attribute("href")


@pytest.mark.parametrize(("language", "words"), [("en", {word: word for word in SPANISH}), ("es", SPANISH)])
def test_an_issue_names_the_statement_and_its_address(starter, tab, language, words):
    folder = starter("issues", language)
    name = next((folder / "content/actors").glob("ines-*.yml")).stem
    page, card = open_card(tab, folder, f"actors/{name}.html")
    key, _, id = page.locator(".dossier-anchor sup[data-for]").first.get_attribute("data-for").partition("#")
    statement = page.evaluate(
        "key => Object.values(dossierCards).find(data => data.cited[key]).cited[key].text", f"{key}#{id}"
    )
    report = urlsplit(address(card, words["Report"]))
    fields = parse_qs(report.query)
    assert (
        report.path == "/o/r/issues/new"
        and fields["title"][0].startswith("Error: ")
        and statement in fields["title"][0]
    )
    lines = fields["body"][0].splitlines()
    assert lines[0] == f"{words['Page']}: {SITE}actors/{name}.html#s-{id}"
    assert lines[1].startswith(f"{words['Statement']}: ") and statement in lines[1]
    edit = urlsplit(address(card, words["Edit"]))
    assert edit.path == f"/o/r/edit/main/content/actors/{name}.yml"
    lines = (folder / f"content/actors/{name}.yml").read_text("utf-8").splitlines()
    assert edit.fragment[0] == "L" and statement.split()[0] in lines[int(edit.fragment[1:]) - 1]
    assert page.faults == []


def test_an_error_is_reported_by_mail_or_with_a_form_where_the_dossier_names_it(starter, tab):
    _, card = open_card(tab, starter("mail"), "actors/ines-falk.html")
    mail = urlsplit(address(card, "Report"))
    assert (mail.scheme, mail.path) == ("mailto", "errors@example.org") and "+" not in mail.query
    assert f"Page: {SITE}actors/ines-falk.html#s-" in parse_qs(mail.query)["body"][0].split("\r\n")[0]
    _, card = open_card(tab, starter("form"), "actors/ines-falk.html")
    assert address(card, "Report") == FORM


def test_without_settings_a_card_leads_to_the_page_of_corrections(starter, tab):
    _, card = open_card(tab, starter("issues", settings=""), "actors/ines-falk.html")
    assert address(card, "Report").endswith("corrections.html#report-an-error")
    assert card.locator(".dossier-actions a").filter(has_text="Edit").count() == 0
