"""Text to Markdown: whatever a text contains, a page shows it and does nothing else."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pyromark
import pytest
import yaml
from dossier.graph.markup import LINK
from dossier.model.passage import Span
from dossier.render.environment import build_environment
from dossier.render.markdown import Markdown, escape_attribute, escape_block, escape_html, escape_lines, render_prose
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

EXTENSIONS = ["toc", "tables", "fenced_code"]
"""Those that MkDocs always uses."""

ATTACKS = yaml.safe_load((Path(__file__).parent / "attacks.yml").read_text("utf-8"))
PLACES = {
    "paragraph": "{}",
    "heading": "# {}",
    "list": "- {}",
    "numbered list": "1.  {}",
    "quotation": "> {}",
    "link": "[{}](x.md)",
    "emphasis": "*{}*",
    "within words": "a {} b",
}
TAGS = {"p", "bdi", "h1", "ul", "ol", "li", "blockquote", "a", "em"}

texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t")).filter(str.strip)
snippets = st.lists(st.sampled_from([*ATTACKS, " ", "\n", "a", "1", "*", "`", "[", "]", "<", "#", "|"]), min_size=1)
texts |= snippets.map("".join).filter(str.strip)


def read(text):
    """What a reader sees of Markdown, and the names of its HTML elements."""
    page = markdown(text, extensions=EXTENSIONS)
    return collapse_whitespace(unescape(re.sub(r"<[^>]*>", "", page))), set(re.findall(r"<([a-zA-Z!?][\w-]*)", page))


def collapse_whitespace(text):
    return " ".join(text.split())


@pytest.mark.parametrize("place", PLACES)
def test_an_attack_is_shown_and_does_nothing(place):
    for attack in ATTACKS:
        text_shown, tags = read(PLACES[place].format(escape_block(attack)))
        assert text_shown == collapse_whitespace(PLACES[place].format(attack) if place == "within words" else attack)
        assert tags <= TAGS, attack


@given(texts)
def test_any_text_is_shown_unchanged(text):
    text_shown, tags = read(escape_block(text))
    assert text_shown == collapse_whitespace(text)
    assert tags <= {"p", "bdi"}


@given(texts)
def test_any_text_fits_a_heading_and_a_link(text):
    text_shown, tags = read(f"# [{escape_block(text)}](x.md) #")
    assert (text_shown, tags - {"bdi"}) == (collapse_whitespace(text), {"h1", "a"})


@given(texts.filter(lambda text: not re.search(r"[*`]|\[\[", text)))
def test_prose_without_markup_is_text(text):
    text_shown, tags = read(render_prose(text, lambda key, words: ""))
    assert (text_shown, tags <= {"p", "bdi"}) == (collapse_whitespace(text), True)


@given(texts)
def test_prose_has_only_its_own_elements(text):
    _, tags = read(render_prose(text, lambda key, words: f"[{escape_block(words or key)}](x.md)"))
    assert tags <= {"p", "bdi", "em", "strong", "code", "a"}


@given(texts)
def test_a_citation_has_its_words_in_its_title(cited, text):
    page, words = cited(text.strip()[:200])
    [title] = re.findall(r'<a [^>]*title="([^"]*)"[^>]*>1</a>', page)
    assert set(re.findall(r"<(\w+)", page)) == {"p", "sup", "a"}
    assert collapse_whitespace(unescape(title)) == collapse_whitespace(words)


@pytest.fixture(scope="module")
def cited(real):
    """A page with a citation of these words."""
    first, dossier = real.graph.citations[0], real.graph.dossier

    def rendered(words):
        text = dossier.source_texts[first.span.file].model_copy(update={"text": words})
        graph = replace(real.graph, dossier=replace(dossier, source_texts={text.file: text}))
        citation = first._replace(result=first.result._replace(span=Span(text.file, 0, len(words))))
        template = build_environment(graph).from_string("a{{ citations | record_marks }} b")
        numbers = {(citation.passage.source, citation.span): 1}
        page = template.render(page="actors/x.md", record=citation.record, citations=[citation], numbers=numbers)
        return markdown(page, extensions=EXTENSIONS), words

    return rendered


@given(texts)
def test_an_attribute_contains_its_text(text):
    assert not set(escape_attribute(text)) & set("<>\"'\n\r\t*_`[]{}|\\()")
    assert collapse_whitespace(unescape(escape_attribute(text))) == collapse_whitespace(text)


@given(st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: "\x00" not in text))
def test_html_shows_its_text_exactly(text):
    assert unescape(escape_html(text)) == text or re.search("[\x01-\x08\x0e-\x1f\x7f-\x9f]", text)
    assert not set(escape_html(text)) & set("<>\"'\n\r")


@given(texts | st.lists(st.sampled_from(["{{", "{", "a", " ", "\n", '"', "{%"]), min_size=1).map("".join))
def test_lines_to_copy_stay_as_they_are_in_each_engine(text):
    block = f"<figure>\n<pre>{escape_lines(text)}</pre>\n</figure>"
    assert not re.search(r"{[{%#:]", block)
    for page in (markdown(block, extensions=EXTENSIONS), pyromark.html(block)):
        shown = re.search("<pre>(.*)</pre>", page, re.DOTALL)[1]
        assert not shown.startswith("\n")
        assert unescape(shown) == text or re.search("[\x01-\x08\x0e-\x1f\x7f-\x9f]", text)


def test_markdown_is_not_escaped_again():
    assert escape_block(Markdown("**x**")) == "**x**"
    assert escape_block(escape_block("*x*")) == "&#42;x&#42;"


def test_only_text_that_may_be_written_from_right_to_left_is_isolated():
    assert escape_block("a\u202eb") == "<bdi>a\u202eb</bdi>"
    assert escape_block("עברית 5") == "<bdi>עברית 5</bdi>"
    assert escape_block("naïve 中文") == "naïve 中文"


def link(key, words):
    return f"[{escape_block(words or key)}]({key.replace(':', 's/')}.md)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[actor:cnn]]", "[actor:cnn](actors/cnn.md)"),
        ("by [[actor:cnn|the *CNN*]]", "by [the &#42;CNN&#42;](actors/cnn.md)"),
        ("[[actor:cnn| ]]", "[actor:cnn](actors/cnn.md)"),
        ("[[ actor:cnn ]]", "[actor:cnn](actors/cnn.md)"),
        ("*em* and **strong**", "*em* and **strong**"),
        ("*a [[actor:cnn|b]] c*", "*a [b](actors/cnn.md) c*"),
        ("`a*b*c`", "<code>a&#42;b&#42;c</code>"),
        ("2*3*4 and * a * and **", "2&#42;3&#42;4 and &#42; a &#42; and &#42;&#42;"),
        ("*not\n\nclosed", "&#42;not  closed"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("# no heading", "&#35; no heading"),
        ("1. no list", "&#49;. no list"),
        ("left,[^a][^event:b#c] and `gone.[^a]` [^d]", "left, and <code>gone.&#91;&#94;a&#93;</code>"),
    ],
)
def test_prose_has_emphasis_code_and_links(text, expected):
    assert render_prose(text, link) == expected


def test_prose_in_an_html_block_is_html():
    text = "*em* and **[[actor:cnn|a b]]**, <i> `c`"
    prose = render_prose(text, lambda key, words: f"<a>{escape_block(words)}</a>", as_html=True)
    assert prose == "<em>em</em> and <strong><a>a b</a></strong>, &#60;i&#62; <code>c</code>"


HEAVY = [
    *("*", "**", "a*", "**a ", "*a", "`", "`a", "[", "]]", "[[", "[[a|"),
    *("<", "&", "\\", "1", "#", " ", "\n", "\u202e"),
]


@pytest.mark.parametrize("piece", HEAVY)
def test_a_long_text_stays_proportional_to_its_length(piece):
    text = piece * (100_000 // len(piece))
    assert len(escape_block(text)) <= 8 * len(text)
    assert len(render_prose(text, lambda key, words: "x")) <= 8 * len(text)
    assert sum(1 for _ in LINK.finditer(text)) == 0
