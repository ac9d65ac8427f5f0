"""Text to Markdown: whatever a text holds, a page shows it and does nothing else."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from generator.link.prose import LINK
from generator.render.environment import _marks as marks
from generator.render.markdown import Markdown, attribute, escape, html, prose

EXTENSIONS = ["toc", "tables", "fenced_code"]
"""What MkDocs turns on by itself."""

ATTACKS = [
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</p></div>",
        "<!-- c -->",
        "<?php ?>",
        "<![CDATA[x]]>",
    ),
    *(
        "[x](javascript:alert(1))",
        "![](x)",
        "![x](x.png)",
        "[x][1]",
        "[1]: http://x",
        "<http://x.org>",
        "[^1]",
        "[TOC]",
    ),
    *("{{ 7*7 }}", "{% x %}", "{# x #}", "{: .c }", "{#id}", "$x$", "--8<-- 'x'", ":smile:", "*[x]: y", "~~x~~"),
    *(
        "# h",
        "#",
        "## h ##",
        "closing #",
        "1. a",
        "12) a",
        "1986. A year",
        "- a",
        "+ a",
        "* a",
        "> q",
        ": d",
        "=== 'tab'",
    ),
    *(
        "| a | b |",
        "a | b\n--|--\nc | d",
        "***",
        "---",
        "___",
        "===",
        "a\n===",
        "a\n---",
        "    code",
        "\tcode",
        "!!! note",
    ),
    *("`c`", "``c``", "```\nx\n```", "~~~", "*e*", "**s**", "_e_", "__s__", "***b***", "snake_case_name", "2*3*4"),
    *(
        "&amp;",
        "&#60;b&#62;",
        "&lt;",
        "&copy",
        "AT&T",
        "a\\*b",
        "\\",
        "\\\\",
        "line  \nbreak",
        "a\n\nb",
        "a\r\nb",
        "a\u2028b",
    ),
    *(
        "\u202eabc",
        "a\u2067b\u2069",
        "\u200fx",
        "“q”",
        "it's",
        '"q"',
        "wzxhzdk:0",
        "klzzwxh:0",
        "\u00ad",
        "é",
        "-3.25",
        "'",
    ),
]
PLACES = {"a paragraph": "{}", "a heading": "# {}", "a list": "- {}", "a list of numbers": "1.  {}", "a quotation": "> {}",
          "a link": "[{}](x.md)", "amid words": "a {} b", "stressed": "*{}*"}  # fmt: skip
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
    seen, tags = shown(PLACES[place].format(escape(attack)))
    assert seen == squeezed(PLACES[place].format(attack) if place == "amid words" else attack)
    assert tags <= TAGS


@given(texts)
def test_any_text_is_shown_as_it_is(text):
    seen, tags = shown(escape(text))
    assert seen == squeezed(text)
    assert tags <= {"p", "bdi"}


@given(texts)
def test_any_text_keeps_a_heading_and_a_link_whole(text):
    seen, tags = shown(f"# [{escape(text)}](x.md) #")
    assert (seen, tags - {"bdi"}) == (squeezed(text), {"h1", "a"})


@given(texts.filter(lambda text: not re.search(r"[*`]|\[\[", text)))
def test_prose_without_marks_is_text(text):
    seen, tags = shown(prose(text, lambda key, words: ""))
    assert (seen, tags <= {"p", "bdi"}) == (squeezed(text), True)


@given(texts)
def test_prose_makes_no_tag_but_its_own(text):
    _, tags = shown(prose(text, lambda key, words: f"[{escape(words or key)}](x.md)"))
    assert tags <= {"p", "bdi", "em", "strong", "code", "a"}


@given(texts)
def test_a_citation_keeps_its_words_in_its_title(real_citation, text):
    cited = real_citation._replace(passage=real_citation.passage.model_copy(update={"exact": text.strip()[:240]}))
    page = markdown(f"a{marks('actors/', [cited])} b", extensions=EXTENSIONS)
    [title] = re.findall(r'^<p>a\u200a<sup><a href="[^"]*" title="([^"]*)">1</a></sup> b</p>$', page)
    assert squeezed(unescape(title)) == squeezed(text.strip()[:240])


@pytest.fixture(scope="module")
def real_citation(real):
    return real.graph.citations[0]


@given(texts)
def test_an_attribute_holds_its_text(text):
    assert not set(attribute(text)) & set("<>\"'\n\r\t*_`[]{}|\\()")
    assert squeezed(unescape(attribute(text))) == squeezed(text)


@given(st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: "\x00" not in text))
def test_html_holds_its_text_to_the_letter(text):
    assert unescape(html(text)) == text or re.search("[\x01-\x08\x0e-\x1f\x7f-\x9f]", text)
    assert not set(html(text)) & set("<>\"'\n\r")


def test_markdown_is_not_escaped_again():
    assert escape(Markdown("**x**")) == "**x**"
    assert escape(escape("*x*")) == "&#42;x&#42;"


def test_only_text_that_turns_is_kept_to_itself():
    assert escape("a\u202eb") == "<bdi>a\u202eb</bdi>"
    assert escape("עברית") == "עברית"


def link(key, words):
    return f"[{escape(words or key)}]({key.replace(':', 's/')}.md)"


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
    "*",
    "**",
    "`",
    "[[",
    "[[a|",
    "]]",
    "[",
    "<",
    "&",
    "a*",
    "**a ",
    "*a",
    "`a",
    "\\",
    "1",
    "#",
    " ",
    "\n",
    "\u202e",
]


@pytest.mark.parametrize("piece", HEAVY)
def test_a_long_text_takes_no_more_than_its_length(piece):
    text = piece * (100_000 // len(piece))
    assert len(escape(text)) <= 8 * len(text)
    assert len(prose(text, lambda key, words: "x")) <= 8 * len(text)
    assert sum(1 for _ in LINK.finditer(text)) == 0
