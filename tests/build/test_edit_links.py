"""Pages link to the edit form and the history of their file, and to a pre-filled report of an error."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.build.conftest import files, replace
from tests.site.conftest import build, run

REPOSITORY = "https://github.com/o/r"
SETTINGS = f"site_url: https://example.org/d/\nrepo_url: {REPOSITORY}\nedit_uri: edit/main/content/pages/\n"
LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)</a>')
PAGES = {
    "numbers/gone-567.html": "content/numbers/gone-567.yml",
    "texts/gazette.html": "content/sources/gazette.yml",
    "index.html": "content/dossier.yml",
    "about.html": "content/pages/about.md",
}


def configure(project, settings, features=""):
    """Put settings before those of a project, and turn on features of the theme."""
    replace(project / "mkdocs.yml", "docs_dir:", f"{settings}docs_dir:")
    replace(project / "mkdocs.yml", "  features:\n", f"  features:\n{features}")


@pytest.fixture
def linked(project):
    """The base dossier, built with a repository and with Material's buttons."""
    configure(project, SETTINGS, "    - content.action.edit\n")
    build(project)
    return project


def links(html):
    """Return the links of a page by their words."""
    return {unescape(words): unescape(address) for address, words in LINK.findall(html)}


def test_every_page_with_a_file_links_to_its_edit_form_and_its_history(linked):
    for page, file in PAGES.items():
        html = (linked / "site" / page).read_text("utf-8")
        assert f'<a href="{REPOSITORY}/edit/main/{file}" rel="edit">' in html, page
        assert links(html)["History"] == f"{REPOSITORY}/commits/main/{file}"
        assert f'href="{REPOSITORY}/edit/main/{file}" title="Edit this page"' in html, "the button of the theme"
    others = ("timeline.html", "actors/index.html", "handbook/index.html")
    assert not any("/edit/main/" in (linked / "site" / page).read_text("utf-8") for page in others)


def test_every_page_has_a_filled_in_report(linked):
    for page in (*PAGES, "timeline.html", "handbook/index.html"):
        address = links((linked / "site" / page).read_text("utf-8"))["Report an error on this page"]
        fields = parse_qs(urlsplit(address).query)
        assert address.startswith(f"{REPOSITORY}/issues/new?") and fields["title"][0].startswith("Error: ")
        assert fields["body"][0].startswith(f"Page: https://example.org/d/{page}\n")
    corrections = links((linked / "site/corrections.html").read_text("utf-8"))
    assert corrections["open an issue"] == f"{REPOSITORY}/issues/new"


def test_shells_have_the_links_of_each_page(linked):
    before = files(linked / "site")
    done = run("mkdocs", "build", "--verbose", cwd=linked)
    assert "a shell would change" not in done.stderr
    replace(linked / "mkdocs.yml", "  - dossier\n", "  - dossier: {page_shells: false}\n")
    build(linked)
    assert files(linked / "site") == before


def test_without_settings_no_page_has_such_links(base_site):
    for page in PAGES:
        html = (base_site / page).read_text("utf-8")
        assert "dossier-edit-links" not in html
        assert links(html)["Report an error on this page"].endswith("corrections.html#report-an-error")
    assert not any("editForms" in file.read_text("utf-8") for file in (base_site / "data/cards").iterdir())


def test_an_edit_uri_that_leads_to_no_record_is_an_error(project):
    configure(project, SETTINGS.replace("content/pages", "docs"))
    done = run("dossier", "build", cwd=project)
    assert done.returncode == 1
    assert "mkdocs.yml: edit_uri does not end with content/pages/" in done.stderr


def test_a_withdrawn_record_links_to_its_earlier_text(project):
    configure(project, SETTINGS)
    replace(
        project / "content/quotes/good-day.yml",
        "review: published\n",
        "review: published\nwithdrawn: {date: 2019-03-04, why: Nobody said it.}\n",
    )
    build(project)
    html = (project / "site/quotes/good-day.html").read_text("utf-8")
    assert links(html)["content/quotes/good-day.yml"] == f"{REPOSITORY}/commits/main/content/quotes/good-day.yml"
