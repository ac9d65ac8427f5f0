"""The Markdown of generated pages reads the same in pyromark as in Python-Markdown, which other engines use."""

from html.parser import HTMLParser

import pytest
from dossier.pipeline import check_dossier, render_pages
from dossier.plugin.generated_page import read_front_matter
from dossier.publish.convert import convert_markdown
from markdown import markdown
from mkdocs.utils.meta import get_data

from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier
from tests.hostile.conftest import hostile_dossier, write

EXTENSIONS = ["toc", "tables", "fenced_code"]
EMPTY = {"br", "hr", "img", "input", "link", "meta"}


class Tree(HTMLParser):
    """The elements of a page with their attributes, and the words between them, in order."""

    def __init__(self, html):
        super().__init__()
        self.nodes, self.words = [], ""
        self.feed(html)
        self.flush()

    def flush(self):
        words = self.words.split()
        self.nodes += [" ".join(words)] if words else []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.flush()
        self.nodes.append((tag, sorted(attrs)))

    def handle_endtag(self, tag):
        self.flush()
        if tag not in EMPTY:
            self.nodes.append(f"/{tag}")

    def handle_data(self, data):
        self.words += data


def pages_of(root):
    """Return the Markdown of the generated pages of a dossier, by path."""
    graph, findings = check_dossier(root)
    assert findings == ()
    pages = [page for page in render_pages(graph) if page.path.endswith(".md")]
    assert len(pages) > 20
    return {page.path: page.content for page in pages}


@pytest.fixture(scope="module", params=["real", "hostile", "synthetic"])
def pages(request, root, tmp_path_factory):
    """The pages of a dossier."""
    folder = tmp_path_factory.mktemp("pages")
    if request.param == "hostile":
        return pages_of(write(folder, *hostile_dossier()))
    if request.param == "synthetic":
        write_dossier(folder / "synthetic", 2 * RECORDS_PER_TEXT, root / "content/pages")
        return pages_of(folder / "synthetic")
    return pages_of(root)


def test_both_engines_make_the_same_elements_attributes_and_words(pages):
    texts = {path: get_data(source)[0] for path, source in pages.items()}
    converted = {path: convert_markdown(text, str) for path, text in texts.items()}
    trees = {path: Tree(page.html).nodes for path, page in converted.items()}
    assert trees == {path: Tree(markdown(text, extensions=EXTENSIONS)).nodes for path, text in texts.items()}


def test_front_matter_is_read_as_by_mkdocs(pages):
    assert {path: read_front_matter(source) for path, source in pages.items()} == {
        path: get_data(source) for path, source in pages.items()
    }


@pytest.mark.parametrize(
    "front_matter",
    [
        'title: "A: &#34;b&#34;  # c "\ndescription: "{d} [e], \'f\'"\n\n',
        'title: "a\\tb"\n',
        'title: "a\x07b"\n',
        'title: "a\xa0b\u2028c"\n',
        'title: "a\tb"\n',
        'title: "a" # b\n',
        'title: "a"\npage_width: wide\n',
        'title: "a"\ntitle: "b"\n',
        'title: "a\n  b"\n',
        "title: a\n",
        "",
    ],
)
def test_front_matter_that_needs_yaml_is_read_as_yaml(front_matter):
    source = f"---\n{front_matter}---\n\n\n# Title\n\n---\n"
    assert read_front_matter(source) == get_data(source)


@pytest.mark.parametrize(
    "text",
    [
        "# A *title* with `code` & <b>more</b>\n\nText.\n\n## Again\n\n## Again\n\n### Below",
        "Before.\n\n# Not the title",
        "![A picture](a.png \"Title\") and [a link](b.md#c 'd')",
        "1. One\n2. Two\n\nText.\n\n- a\n- b",
        "| a | b | c |\n|---|:-:|--:|\n| 1 | **2** | `3` |",
        "```python\nx = 1 < 2\n```\n\n    indented & code",
        "> One.\n\n<!-- -->\n\n> Two.\n\n***\n\nA line  \nbroken. <https://example.org>",
        '<a id="here"></a>\n\n<div name="there">Raw *HTML*</div>',
    ],
)
def test_elements_that_pages_may_have(text):
    assert Tree(convert_markdown(text, str).html).nodes == Tree(markdown(text, extensions=EXTENSIONS)).nodes


def test_a_page_has_its_title_contents_and_anchors():
    page = convert_markdown('# A *title* & more\n\n## Part\n\n### Detail\n\n## Part\n\n<a id="here"></a>', str)
    assert page.title == "A title &amp; more"
    assert [(entry["name"], entry["id"], len(entry["children"])) for entry in page.toc] == [
        ("A title &amp; more", "a-title-more", 2)
    ]
    assert page.anchors == {"a-title-more", "part", "detail", "part_1", "here"}


def test_links_are_resolved_but_not_those_in_raw_html():
    page = convert_markdown('[a](b.md) <a href="c.md">c</a> ![d](e.png)', lambda address: f"to/{address}")
    assert page.html == '<p><a href="to/b.md">a</a> <a href="c.md">c</a> <img alt="d" src="to/e.png" /></p>'
