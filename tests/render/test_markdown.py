"""Text to Markdown: whatever a text holds, a page shows it and does nothing else."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import yaml
from dossier.graph.markup import LINK
from dossier.model.passage import Span
from dossier.render.environment import build_environment
from dossier.render.markdown import Markdown, attribute, escape_block, html, prose
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

EXTENSIONS = ["toc", "tables", "fenced_code"]
"""What MkDocs turns on by itself."""

ATTACKS = yaml.safe_load((Path(__file__).parent / "attacks.yml").read_text("utf-8"))
PLACES = {
    "a paragraph": "{}",
    "a heading": "# {}",
    "a list": "- {}",
    "a list of numbers": "1.  {}",
    "a quotation": "> {}",
    "a link": "[{}](x.md)",
    "stress": "*{}*",
    "amid words": "a {} b",
}
TAGS = {"p", "bdi", "h1", "ul", "ol", "li", "blockquote", "a", "em"}

texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t")).filter(str.strip)
snippets = st.lists(st.sampled_from([*ATTACKS, " ", "\n", "a", "1", "*", "`", "[", "]", "<", "#", "|"]), min_size=1)
texts |= snippets.map("".join).filter(str.strip)


def shown(made):
    """What a reader sees of Markdown, and the tags that stand in it."""
    page = markdown(made, extensions=EXTENSIONS)
    return squeezed(unescape(re.sub(r"<[^>]*>", "", page))), set(re.findall(r"<([a-zA-Z!?][\w-]*)", page))


def squeezed(text):
    return " ".join(text.split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_shown_and_does_nothing(attack, place):
    seen, tags = shown(PLACES[place].format(escape_block(attack)))
    assert seen == squeezed(PLACES[place].format(attack) if place == "amid words" else attack)
    assert tags <= TAGS


@given(texts)
def test_any_text_is_shown_as_it_is(text):
    seen, tags = shown(escape_block(text))
    assert seen == squeezed(text)
    assert tags <= {"p", "bdi"}


@given(texts)
def test_any_text_keeps_a_heading_and_a_link_whole(text):
    seen, tags = shown(f"# [{escape_block(text)}](x.md) #")
    assert (seen, tags - {"bdi"}) == (squeezed(text), {"h1", "a"})


@given(texts.filter(lambda text: not re.search(r"[*`]|\[\[", text)))
def test_prose_without_marks_is_text(text):
    seen, tags = shown(prose(text, lambda key, words: ""))
    assert (seen, tags <= {"p", "bdi"}) == (squeezed(text), True)


@given(texts)
def test_prose_makes_no_tag_but_its_own(text):
    _, tags = shown(prose(text, lambda key, words: f"[{escape_block(words or key)}](x.md)"))
    assert tags <= {"p", "bdi", "em", "strong", "code", "a"}


@given(texts)
def test_a_citation_keeps_its_words_in_its_title(cited, text):
    page, words = cited(text.strip()[:200])
    [title] = re.findall(r'<a [^>]*title="([^"]*)"[^>]*>1</a>', page)
    assert set(re.findall(r"<(\w+)", page)) == {"p", "sup", "a"}
    assert squeezed(unescape(title)) == squeezed(words)


@pytest.fixture(scope="module")
def cited(real):
    """A page with a citation of these words."""
    first, dossier = real.graph.citations[0], real.graph.dossier

    def made(words):
        seed = dossier.source_texts[first.span.file].model_copy(update={"text": words})
        graph = replace(real.graph, dossier=replace(dossier, source_texts={seed.file: seed}))
        citation = first._replace(result=first.result._replace(span=Span(seed.file, 0, len(words))))
        template = build_environment(graph).from_string("a{{ citations | footnote_marks }} b")
        numbers = {(citation.passage.source, citation.span): 1}
        page = template.render(page="actors/x.md", record=citation.record, citations=[citation], numbers=numbers)
        return markdown(page, extensions=EXTENSIONS), words

    return made


@given(texts)
def test_an_attribute_holds_its_text(text):
    assert not set(attribute(text)) & set("<>\"'\n\r\t*_`[]{}|\\()")
    assert squeezed(unescape(attribute(text))) == squeezed(text)


@given(st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: "\x00" not in text))
def test_html_holds_its_text_to_the_letter(text):
    assert unescape(html(text)) == text or re.search("[\x01-\x08\x0e-\x1f\x7f-\x9f]", text)
    assert not set(html(text)) & set("<>\"'\n\r")


def test_markdown_is_not_escaped_again():
    assert escape_block(Markdown("**x**")) == "**x**"
    assert escape_block(escape_block("*x*")) == "&#42;x&#42;"


def test_only_text_that_turns_is_kept_to_itself():
    assert escape_block("a\u202eb") == "<bdi>a\u202eb</bdi>"
    assert escape_block("עברית") == "עברית"


def link(key, words):
    return f"[{escape_block(words or key)}]({key.replace(':', 's/')}.md)"


@pytest.mark.parametrize(
    ("text", "made"),
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
    ],
)
def test_prose_may_stress_quote_and_link(text, made):
    assert prose(text, link) == made


HEAVY = [
    *("*", "**", "a*", "**a ", "*a", "`", "`a", "[", "]]", "[[", "[[a|"),
    *("<", "&", "\\", "1", "#", " ", "\n", "\u202e"),
]


@pytest.mark.parametrize("piece", HEAVY)
def test_a_long_text_takes_no_more_than_its_length(piece):
    text = piece * (100_000 // len(piece))
    assert len(escape_block(text)) <= 8 * len(text)
    assert len(prose(text, lambda key, words: "x")) <= 8 * len(text)
    assert sum(1 for _ in LINK.finditer(text)) == 0
