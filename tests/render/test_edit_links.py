"""What readers can do about a mistake: a pre-filled issue or e-mail, by what the dossier and mkdocs.yml name."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from dossier.model.repository import BITBUCKET, GITEA, GITHUB, GITLAB, Repository
from dossier.render.edit_links import edit_links, report_form

URL = "https://code.example.org/o/r"
HOSTS = {
    GITHUB: (f"{URL}/issues/new", "title", "body"),
    GITLAB: (f"{URL}/-/issues/new", "issue[title]", "issue[description]"),
    GITEA: (f"{URL}/issues/new", "title", "body"),
}


def settings(contact=None):
    return SimpleNamespace(report_errors_to=contact)


@pytest.mark.parametrize("host", HOSTS)
def test_an_error_is_reported_as_an_issue_with_the_title_and_the_address_of_the_page(host):
    address, title, text = HOSTS[host]
    links = edit_links(settings(), Repository(URL, host), "", "Ana & “Eva” #1", "https://x.org/a.html")
    assert links.report.startswith(f"{address}?")
    fields = parse_qs(urlsplit(links.report).query)
    assert fields == {title: ["Error: Ana & “Eva” #1"], text: [fields[text][0]]}
    assert fields[text][0].startswith("Page: https://x.org/a.html\n\nWhat is wrong")


def test_an_address_for_errors_comes_before_the_issues_of_the_repository():
    links = edit_links(settings("errors@example.org"), Repository(URL, GITHUB), "", "Ana", "a.html")
    query = urlsplit(links.report).query
    assert links.report.startswith("mailto:errors@example.org?subject=Error%3A%20Ana&body=Page%3A%20a.html%0D%0A%0D%0A")
    assert "+" not in query
    form = edit_links(settings("https://example.org/form"), Repository(URL, GITHUB), "", "Ana", "a.html")
    assert form.report == "https://example.org/form"


@pytest.mark.parametrize("repository", [None, Repository(URL), Repository(URL, BITBUCKET)])
def test_where_no_form_is_known_there_is_no_link(repository):
    assert report_form(settings(), repository) is None
    assert edit_links(settings(), repository, "content/actors/ana.yml", "Ana", "a.html") == ("", "", "")
