"""At an address that a record had before stands a page that leads to where it is now."""

import re

import pytest
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier, render_all

FORMER = {
    "content/actors/nils-aker.yml": "formerly: [docker, nils]\n",
    "content/sources/ledger.yml": "formerly: [notes]\n",
    "content/sources/wire-report.yml": "formerly: [wire]\n",
}
LEADS = {
    "disputes/how-many.html": "../disagreements/how-many.html",
    "disputes/index.html": "../disagreements/index.html",
    "actors/docker.html": "nils-aker.html",
    "actors/nils.html": "nils-aker.html",
    "sources/notes.html": "ledger.html",
    "sources/wire.html": "wire-report.html",
    "texts/notes.html": "ledger.html",
}


@pytest.fixture
def renamed(base, write):
    """The small dossier, some of whose records had other ids."""
    for path, line in FORMER.items():
        write(path, (base / path).read_text("utf-8") + line)
    return base


def moved(root, publication=NO_CONTEXT):
    """The pages at former addresses, by their path."""
    made = render_all(check_dossier(root).graph, publication)
    return {output.path: output.content for output in made if output.path.endswith(".html")}


def test_there_is_one_at_every_former_address(renamed):
    assert set(moved(renamed)) == set(LEADS)


def test_a_record_without_former_addresses_has_none(base):
    assert {path.partition("/")[0] for path in moved(base)} == {"disputes"}


def test_it_leads_on_with_a_script_by_itself_and_as_a_link(renamed):
    for path, page in moved(renamed).items():
        assert f'<meta http-equiv="refresh" content="0; url={LEADS[path]}">' in page
        assert '<script src="../assets/dossier/moved.js"></script>' in page
        assert f'<a href="{LEADS[path]}">' in page


def test_it_is_no_page_that_a_search_may_list(renamed):
    assert all('<meta name="robots" content="noindex">' in page for page in moved(renamed).values())


@pytest.mark.parametrize(
    ("publication", "root"), [(NO_CONTEXT, ""), (PublishContext(None, "https://x.org/a/"), "https://x.org/a/actors/")]
)
def test_it_names_the_lasting_address(renamed, publication, root):
    assert f'<link rel="canonical" href="{root}nils-aker.html">' in moved(renamed, publication)["actors/nils.html"]


def test_a_hostile_name_does_nothing_on_it(renamed, write):
    file = "content/sources/wire-report.yml"
    title = "title: '\"></title><script>x</script>‮'"
    write(file, re.sub("^title: .*", title, (renamed / file).read_text("utf-8")))
    page = moved(renamed)["sources/wire.html"]
    assert page.count("<script") == 1 and "<bdi>" not in page.partition("<body>")[0]


def test_a_draft_leaves_none(base, write):
    file = "content/events/opening.yml"
    write(file, (base / file).read_text("utf-8").replace("published", "draft") + "formerly: [ceremony]\n")
    assert "events/ceremony.html" not in moved(base)
