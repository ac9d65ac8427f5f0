"""Redirects: at each former address is a page that leads to the present one."""

import re

import pytest
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier, render_all

from tests.helpers import nonempty
from tests.texts import lengthen

FORMER_IDS = {
    "content/actors/nils-aker.yml": "formerly: [docker, nils]\n",
    "content/sources/ledger.yml": "formerly: [notes]\n",
    "content/sources/wire-report.yml": "formerly: [wire]\n",
}
[OLD_KIND] = Disagreement.former_plurals
"""The folder of disagreements in an earlier release."""
OLD_CHAPTERS = {
    "handbook/chains.html": "attribution.html",
    f"handbook/{OLD_KIND}.html": "disagreements.html",
}
TARGETS = {
    **OLD_CHAPTERS,
    f"{OLD_KIND}/how-many.html": "../disagreements/how-many.html",
    f"{OLD_KIND}/index.html": "../disagreements/index.html",
    "events/index.html": "../timeline.html",
    "places/index.html": "../map.html",
    "actors/docker.html": "nils-aker.html",
    "actors/nils.html": "nils-aker.html",
    "sources/notes.html": "ledger.html",
    "sources/wire.html": "wire-report.html",
    "texts/notes.html": "ledger.html",
}


@pytest.fixture
def renamed(base, write):
    """The small dossier, some of whose records had other ids."""
    for path, line in FORMER_IDS.items():
        write(path, (base / path).read_text("utf-8") + line)
    return base


def redirects(root, publication=NO_CONTEXT):
    """The redirect pages of a dossier, by path."""
    outputs = render_all(check_dossier(root).graph, publication)
    return {output.path: output.content for output in outputs if output.path.endswith(".html")}


def test_every_former_address_has_a_redirect(renamed):
    assert set(redirects(renamed)) == set(TARGETS)


def test_a_record_without_former_ids_has_no_redirect(base):
    assert {path.partition("/")[0] for path in redirects(base)} == {OLD_KIND, "handbook", "events", "places"}


def test_each_part_of_the_text_of_a_renamed_source_has_a_redirect(base, write):
    lengthen(base, ["The crane lay idle, and nobody came to look at it again."] * 5000)
    path = "content/sources/gazette.yml"
    write(path, (base / path).read_text("utf-8") + "formerly: [paper]\n")
    found = redirects(base)
    for name in ("", ".2", ".3"):
        assert f'<a href="gazette{name}.html">' in found[f"texts/paper{name}.html"]
    assert "texts/paper.4.html" not in found


def test_a_former_chapter_leads_to_a_chapter_of_the_handbook(base):
    outputs = {output.path: output.content for output in render_all(check_dossier(base).graph)}
    for path, target in OLD_CHAPTERS.items():
        title = outputs[f"handbook/{target.replace('.html', '.md')}"].partition("\n# ")[2].partition("\n")[0]
        assert f'<a href="{target}">{title}</a>' in outputs[path]


def test_a_redirect_works_by_meta_refresh_by_script_and_as_a_link(renamed):
    for path, page in nonempty(redirects(renamed)).items():
        assert f'<meta http-equiv="refresh" content="0; url={TARGETS[path]}">' in page
        assert '<script src="../assets/dossier/moved.js"></script>' in page
        assert f'<a href="{TARGETS[path]}">' in page
        assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(
    ("publication", "root"), [(NO_CONTEXT, ""), (PublishContext(None, "https://x.org/a/"), "https://x.org/a/actors/")]
)
def test_a_redirect_names_the_canonical_address(renamed, publication, root):
    page = redirects(renamed, publication)["actors/nils.html"]
    assert f'<link rel="canonical" href="{root}nils-aker.html">' in page


def test_a_hostile_title_has_no_effect_on_a_redirect(renamed, write):
    file = "content/sources/wire-report.yml"
    title = "title: '\"></title><script>x</script>\u202e'"
    write(file, re.sub("^title: .*", title, (renamed / file).read_text("utf-8")))
    page = redirects(renamed)["sources/wire.html"]
    assert page.count("<script") == 1
    assert "<bdi>" not in page.partition("<body>")[0]


def test_a_draft_has_no_redirect(base, write):
    file = "content/events/opening.yml"
    write(file, (base / file).read_text("utf-8").replace("published", "draft") + "formerly: [ceremony]\n")
    assert "events/ceremony.html" not in redirects(base)
