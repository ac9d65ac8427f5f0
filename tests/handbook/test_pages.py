"""The pages of the handbook: their order, and links that work on a code host and on the site."""

import re
from io import BytesIO
from posixpath import join, normpath

import pytest
import yaml
from dossier.io.resources import handbook_chapters, handbook_pictures
from dossier.render.handbook import ORDER
from PIL import Image

from tests.helpers import nonempty

LINK = re.compile(r"\]\((?P<target>[^)#\s]+)(?:#[^)\s]*)?\)")
PICTURE = re.compile(r'<img src="(pictures/[^"]+)" width="(\d+)" height="(\d+)" alt="[^"]+">')
MAX_PICTURE = 60_000
"""The most bytes of a picture, which every site in English has."""
CHAPTERS = handbook_chapters()
EACH_CHAPTER = pytest.mark.parametrize("name", CHAPTERS)


def local_links(markdown):
    """Return the targets of the links that stay on this site, without anchors."""
    return [target for target in LINK.findall(markdown) if "://" not in target]


def linked_pages(markdown):
    """Return the names of the handbook's pages that are linked, in their order."""
    return [target.removesuffix(".md") for target in local_links(markdown) if "/" not in target]


def test_the_order_lists_every_page_once():
    assert {*CHAPTERS, "fields", "commands"} == set(ORDER)
    assert len(ORDER) == len(set(ORDER))


def test_the_index_links_to_every_page_in_their_order(real_outputs):
    index = real_outputs["handbook/index.md"].partition("\n---\n\n[")[0]
    assert linked_pages(index) == list(ORDER[1:])


def test_the_index_says_whom_the_handbook_is_for():
    assert CHAPTERS["index"].splitlines()[2].startswith("This handbook is for people who write, review and publish")


@EACH_CHAPTER
def test_a_chapter_opens_with_its_title_and_a_sentence(name):
    assert re.match(r"# [A-Z][^\n]+\n\n[A-Z]", CHAPTERS[name])


def test_every_link_of_a_chapter_works_on_a_code_host(root):
    folder = root / "generator/dossier/handbook"
    links = nonempty((name, target) for name, chapter in CHAPTERS.items() for target in local_links(chapter))
    assert [(name, target) for name, target in links if not (folder / target).exists()] == []


@EACH_CHAPTER
def test_every_link_of_a_chapter_works_on_the_site(real_outputs, name):
    targets = local_links(real_outputs[f"handbook/{name}.md"])
    assert targets
    assert [target for target in targets if normpath(join("handbook", target)) not in real_outputs] == []


@pytest.mark.parametrize("name", ORDER[1:])
def test_a_page_says_that_it_is_for_editors_and_has_a_description(real_outputs, name):
    head, _, page = real_outputs[f"handbook/{name}.md"].removeprefix("---\n").partition("---\n")
    assert page.splitlines()[3] == "*[Handbook](index.md) for editors*"
    front_matter = yaml.safe_load(head)
    assert front_matter["title"] == f"Handbook: {page.splitlines()[1].removeprefix('# ')}"
    assert 20 < len(front_matter["description"]) <= 200


@pytest.mark.parametrize(("index", "name"), list(enumerate(ORDER)), ids=ORDER)
def test_a_page_links_to_its_neighbours_and_to_the_index(real_outputs, index, name):
    footer = linked_pages(real_outputs[f"handbook/{name}.md"].splitlines()[-1])
    neighbours = [*ORDER[max(index - 1, 0) : index], *ORDER[index + 1 : index + 2]]
    assert [page for page in footer if page != "index"] == [page for page in neighbours if page != "index"]
    assert ("index" in footer) == (index > 0)


def test_dossier_pages_writes_the_same_handbook_as_the_site(run, tmp_path, real_outputs):
    assert run("pages", "--to", str(tmp_path / "pages"))[0] == 0
    for name in ORDER:
        assert (tmp_path / f"pages/handbook/{name}.md").read_text("utf-8") == real_outputs[f"handbook/{name}.md"]


def test_every_picture_is_shown_at_its_shape_and_small(real_outputs):
    shown = [match for chapter in CHAPTERS.values() for match in PICTURE.findall(chapter)]
    assert {path for path, _, _ in shown} == handbook_pictures().keys()
    assert sum(chapter.count("<img") for chapter in CHAPTERS.values()) == len(shown)
    for path, width, height in shown:
        picture = real_outputs[f"handbook/{path}"]
        image = Image.open(BytesIO(picture))
        assert len(picture) < MAX_PICTURE and image.format == "WEBP"
        assert round(image.width / int(width), 2) == round(image.height / int(height), 2) == 1.5
