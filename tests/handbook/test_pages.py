"""The pages of the handbook: one order, links that lead somewhere on a code host and on the site, one set of files."""

import re
from posixpath import join, normpath

import pytest
import yaml
from dossier.io.resources import handbook_chapters
from dossier.render.handbook.pages import ORDER
from dossier.render.head.tags import first_words

LINK = re.compile(r"\]\((?P<to>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)")
CHAPTERS = handbook_chapters()


def test_every_chapter_has_its_place_in_the_order():
    assert {*CHAPTERS, "fields", "commands"} == set(ORDER)
    assert len(ORDER) == len(set(ORDER))


def test_the_index_lists_every_page_in_its_order(real_outputs):
    listed = [to for to, _ in LINK.findall(real_outputs["handbook/index.md"].partition("\n---\n\n[")[0])]
    assert [to.removesuffix(".md") for to in listed if "/" not in to] == list(ORDER[1:])


def test_the_index_says_whom_it_is_for():
    assert first_words(f"<p>{CHAPTERS['index'].splitlines()[2]}</p>").startswith("This handbook is for the editors")


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_opens_with_its_title(name):
    assert re.match(r"# [A-Z][^\n]+\n\n[A-Z]", CHAPTERS[name])


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_link_of_a_chapter_leads_to_a_file_on_a_code_host(root, name):
    targets = [to for to, _ in LINK.findall(CHAPTERS[name]) if "://" not in to]
    assert [to for to in targets if not (root / "generator/dossier/handbook" / to).exists()] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_link_of_a_chapter_leads_to_a_page_on_the_site(real_outputs, name):
    targets = [to for to, _ in LINK.findall(real_outputs[f"handbook/{name}.md"]) if "://" not in to]
    assert [to for to in targets if normpath(join("handbook", to)) not in real_outputs] == []


@pytest.mark.parametrize("name", ORDER[1:])
def test_a_page_says_that_it_is_for_editors_and_describes_itself(real_outputs, name):
    head, _, page = real_outputs[f"handbook/{name}.md"].removeprefix("---\n").partition("---\n")
    assert page.splitlines()[3] == "*[Handbook](index.md) for editors*"
    told = yaml.safe_load(head)
    assert told["title"] == f"Handbook: {page.splitlines()[1].removeprefix('# ')}"
    assert 20 < len(told["description"]) <= 200


@pytest.mark.parametrize(("at", "name"), list(enumerate(ORDER)))
def test_a_page_turns_to_the_one_before_and_the_one_after(real_outputs, at, name):
    turns = [to.removesuffix(".md") for to, _ in LINK.findall(real_outputs[f"handbook/{name}.md"].splitlines()[-1])]
    assert [to for to in turns if to != "index"] == [
        to for to in (*ORDER[max(at - 1, 0) : at], *ORDER[at + 1 : at + 2]) if to != "index"
    ]
    assert ("index" in turns) == (at > 0)


def test_dossier_pages_writes_the_handbook_that_the_site_has(run, tmp_path, real_outputs):
    assert run("pages", "--to", str(tmp_path / "pages"))[0] == 0
    for name in ORDER:
        assert (tmp_path / f"pages/handbook/{name}.md").read_text("utf-8") == real_outputs[f"handbook/{name}.md"]
