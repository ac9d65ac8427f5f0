"""The text of a web page keeps apart what the page keeps apart, and lists what it leaves out or writes otherwise."""

import pytest
from dossier.documents.web_page import extract

FIRST = (
    "The harbour office said on Monday in a long statement that the boats of the fleet would not sail until spring. "
    "It gave no reason, and nobody at the quay could say what the crews were to do until the ice had gone."
)
LAST = (
    "The harbour office said on Tuesday in a short statement that the boats of the fleet would not sail until spring."
)
STYLES = """<style>.up {font-size:70%; vertical-align:super} article em.low {vertical-align: sub}
article span.past, .small b.past {display: none} video .past, [hidden] > b, b:hover {display: none}
/* .kept{display:none} */ .gone, p.other {display:none} #old{visibility:hidden}
.crossed{text-decoration:line-through} .tab{display:none} .tab.open{display:block} @media print {.kept{display:none}}
</style>"""


def page_of(content, head=""):
    """Return a page with an article of two paragraphs, and the content between them."""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Boats stay</title>{head}</head><body>"
        f"<nav>Home News</nav><main><article><h1>Boats stay</h1><p>{FIRST}</p>{content}<p>{LAST}</p></article></main>"
        "<footer>Copyright 2019</footer></body></html>"
    )


def lines_of(content, head=""):
    """Return the lines of the text between the two paragraphs, and the remarks."""
    article = extract(page_of(content, head))
    lines = [line.rstrip() for line in article.text.splitlines()]
    return lines[lines.index(FIRST) + 1 : lines.index(LAST)], article.remarks


SENTENCES = [
    # White space and characters that no tree of elements can hold.
    ("12\f000&#12;boats&#x0B;stay", "12 000 boats stay"),
    ("12\x01 &#1;boats&#x202E; stay&#xfffe;", "12 boats stay"),
    # Footnote marks.
    ("567<sup>2</sup> soldiers", "567 [2] soldiers"),
    ("567<sup><a href='#n2'>2</a></sup> soldiers", "567 [2] soldiers"),
    (
        "567<sup class='reference'><a href='#n2'>[2]</a></sup><sup class='reference'><a href='#n3'>[3]</a></sup>",
        "567 [2] [3]",
    ),
    ("567<a href='#n2'>2</a> soldiers", "567 [2] soldiers"),
    ("567<span style='font-size:70%; vertical-align: super'>2</span> soldiers", "567 [2] soldiers"),
    ("567<span class='superscript'>12</span>soldiers", "567 [12] soldiers"),
    ("soldiers<sup>2</sup>, they said.<sup>3,4</sup> Then<sup>†</sup>", "soldiers [2], they said. [3,4] Then [†]"),
    ("1,234<sup>(3)</sup> and 5<sup class='fn'>4</sup> and 9<sup>b</sup>", "1,234 [3] and 5 [4] and 9 [b]"),
    ("<sup>2</sup> The count", "[2] The count"),
    ("soldiers<sup>[citation needed]</sup> fled", "soldiers [citation needed] fled"),
    ("see <a href='#top'>10</a> others", "see 10 others"),
    # Exponents and units.
    ("10<sup>6</sup> litres", "10^6 litres"),
    ("3.5×10<sup>12</sup> and 10<sup>−3</sup>", "3.5×10^12 and 10^-3"),
    ("2<sup>10</sup>, 8<sup>2</sup> = 64, x<sup>2</sup>", "2^10, 8^2 = 64, x^2"),
    ("10<sup><small>6</small></sup> and 10<sup> 6 </sup>", "10^6 and 10^6"),
    ("5 km<sup>2</sup>, 3m<sup>3</sup>, 9.8 m/s<sup>2</sup>", "5 km², 3m³, 9.8 m/s²"),
    ("12 people per km<sup>2</sup> and <b>4 ft</b><sup>2</sup>", "12 people per km² and 4 ft²"),
    ("$567<sup>99</sup>", "$567^99"),
    # Ordinals and other raised letters.
    ("the 21<sup>st</sup>, 2<sup>nd</sup>, 3<sup>RD</sup> and 4<sup>th</sup>", "the 21st, 2nd, 3RD and 4th"),
    ("le 1<sup>er</sup> mai, XX<sup>e</sup> siècle, M<sup>me</sup> Lind", "le 1er mai, XXe siècle, Mme Lind"),
    ("Acme<sup>®</sup> and Brenn<sup>TM</sup>", "Acme® and BrennTM"),
    # Subscripts.
    ("CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"),
    ("567<sub>2</sub> and <sup>235</sup>U", "567_2 and ²³⁵U"),
    # Fractions.
    ("<sup>1</sup>/<sub>2</sub> hour", "1/2 hour"),
    ("3<sup>1</sup>/<sub>2</sub> days", "3 1/2 days"),
    ("3<sup>1</sup>&frasl;<sub>4</sub> days", "3 1/4 days"),
    ("2<sup>1</sup>/2 and 6<sup>1</sup><sub>2</sub> m", "2 1/2 and 6 1/2 m"),
    ("3<span class='sr-only'>+</span><span class='num'>1</span>&frasl;<span class='den'>2</span> days", "3 1/2 days"),
    ("3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> days", "3 1/2 days"),
    ("<math><msup><mn>10</mn><mn>6</mn></msup></math> litres", "10^6 litres"),
    ("<sup>2</sup>/<sub>3</sub>rds and <sup>1</sup>/<sub>2</sub>km", "2/3rds and 1/2km"),
    ("W/m<sup>2</sup>, 2,000 m<sup>2</sup> and 5&nbsp;cm<sup>3</sup>", "W/m², 2,000 m² and 5 cm³"),
    # Struck-out and hidden text.
    ("to <del>12</del> <ins>15</ins> and <s>40</s>50", "to 15 and 50"),
    ("to <strike>12</strike> 15 and <span style='text-decoration: line-through'>40</span>50", "to 15 and 50"),
    ("to <span class='crossed'>12</span> 15 and <b class='line-through'>40</b>50", "to 15 and 50"),
    ("dead: <span hidden>11</span><i style='DISPLAY : none'>12</i><span aria-hidden='true'>13</span> 20", "dead: 20"),
    ("dead: <span class='sr-only'>11</span><span class='visually-hidden'>12</span> 20", "dead: 20"),
    ("dead: <span class='gone'>11</span><span id='old'>12</span> 20", "dead: 20"),
    ("dead: <span style='position:absolute;left:-9999px'>11</span> 20", "dead: 20"),
    ("dead: <span class='kept'>11</span> <span class='tab'>12</span>", "dead: 11 12"),
    ("dead: <span class='d-none d-md-inline'>11</span>", "dead: 11"),
    ("dead: <span aria-hidden='false'>11</span>", "dead: 11"),
    # The styles of a page.
    ("567<span class='up'>2</span> soldiers, 9<em class='low'>2</em>", "567 [2] soldiers, 9_2"),
    ("dead: <span class='Past'>12</span> 15", "dead: 15"),
    ("dead: <b class='past big'>12</b> 15", "dead: 12 15"),
    ("dead: <i><span class='past small'>12</span></i> 15", "dead: 15"),
    # Ordinals of one letter, and footnote marks.
    ("1<sup>a</sup> and 21<sup>o</sup>, 567<sup>a</sup> and 1,204<sup>o</sup>", "1a and 21o, 567 [a] and 1,204 [o]"),
    # Markup that is not shown, or not well-formed.
    ("12<!-- 99 --> boats, 12<template>99</template> boats, <b>15 <i>in</b> all</i>", "12 boats, 12 boats, 15 in all"),
    ("1<ins>5</ins> boats, <del>1<s>2</s>7</del>15 boats", "15 boats, 15 boats"),
    # Quotation marks.
    ("said <q>nobody asked us</q>", "said “nobody asked us”"),
    ("said <q cite='x'>we were <q>warned</q> late</q>", "said “we were ‘warned’ late”"),
    ("said <q>“nobody”</q> and <q><b>they</b></q>", "said “nobody” and “they”"),
    # Words in elements that the extraction drops.
    ("on <time datetime='2019-01-21'>January 21</time> the <label>office</label>", "on January 21 the office"),
    ("<span class='menu share'>12</span> boats of <a class='related' href='/x'>Kell</a>", "12 boats of Kell"),
    ("10&nbsp;000, 10<wbr>000", "10 000, 10000"),
    ("the \u202e21\u202c boats\u0007", "the 21 boats"),
]


@pytest.mark.parametrize(("markup", "text"), SENTENCES)
def test_a_sentence_keeps_apart_what_the_page_keeps_apart(markup, text):
    lines, _ = lines_of(f"<p>It was {markup} in all.</p>", STYLES)
    assert [" ".join(line.replace("\u202c", "").split()) for line in lines] == [f"It was {text} in all."]


def test_each_cell_of_a_table_keeps_its_lines_and_lists():
    rows = ("<tr><td>Lind</td><td>12<br>34</td></tr><tr><td>Holm</td><td>1<ul><li>of them 1 child</li></ul></td></tr>"
            "<tr><td>Kell</td><td><div>567<sup>2</sup></div></td></tr>")  # fmt: skip
    lines, remarks = lines_of(f"<table><caption>In 2019</caption><tr><th>Town</th><th>Dead</th></tr>{rows}</table>")
    assert lines[-3:] == ["| Lind | 12; 34 |", "| Holm | 1; of them 1 child |", "| Kell | 567 [2] |"]
    assert "Not in the text: " not in "".join(remarks)


def test_a_long_cell_is_the_layout_of_a_page():
    article = extract(
        f"<html><body><table><tr><td><p>{FIRST}</p><p>{FIRST} Then.</p><p>{LAST}</p></td></tr></table></body></html>"
    )
    assert "; The harbour" not in article.text


def test_words_of_neighbouring_blocks_are_not_joined():
    lines, _ = lines_of("<div>12</div><div>34</div><p>It said<br>yes.</p><ul><li>One</li><li>Two</li></ul>")
    assert lines == ["12", "34", "It said", "yes.", "- One", "- Two"]


REMARKS = [
    ("<p>It was <del>12</del> 15.</p>", "Struck out on the page, and left out: 12"),
    ("<del><p>It was 12, they said.</p></del>", "Struck out on the page, and left out: It was 12, they said."),
    ("<p>It was <span hidden>12</span> 15.</p>", "Hidden on the page, and left out: 12"),
    ("<div style='display:none'><p>It was 12.</p></div>", "Hidden on the page, and left out: It was 12."),
    ("<p>It was 10<sup>6</sup> litres.</p>", "Raised or lowered on the page, and written as: 10^6"),
    ("<p>It was 3<sup>1</sup>/<sub>2</sub> days.</p>", "Raised or lowered on the page, and written as: 3 1/2"),
    ("<p>It was 567<sup>2</sup> in all.</p>", "Footnote marks, written as ` [2]`: [2]."),
    ("<aside><p>Correction: 15 died.</p></aside>", "Not in the text: Correction: 15 died."),
    ("<figure><img src='x'><figcaption>The quay, 1999</figcaption></figure>", "Not in the text: The quay, 1999"),
    ("<template><p>It was 12.</p></template>", "Hidden on the page, and left out: It was 12."),
    ("<noscript><p>It was 12.</p></noscript>", "Not in the text: It was 12."),
    ("<footer><p>Correction: 15 died.</p></footer>", "Not in the text: Correction: 15 died."),
    ("<blockquote><p>We stay.</p><footer>— The pilot</footer></blockquote>", "Not in the text: — The pilot"),
    ("<ol start='5'><li>Lind</li><li>Holm</li></ol>", "Its number in a list is left out: Holm"),
    ("<svg><text>12 of 15</text></svg>", "Not in the text: 12 of 15"),
    ("<object data='a.pdf'>A chart</object>", "Not in the text: A chart"),
    ("<dialog><p>It was 12.</p></dialog>", "Hidden on the page, and left out: It was 12."),
    ("<div class='comments'><p>I saw 40.</p></div>", "Not in the text: I saw 40."),
    ("<p>It was <ruby>東<rt>12</rt></ruby> there.</p>", "Not in the text: It was 東12 there."),
    ("<form><p>Poll: 40 say yes</p></form>", "Not in the text: Poll: 40 say yes"),
    (
        "<iframe src='https://e.org/x' title='Toll'></iframe>",
        "Embedded in the page, and left out: iframe Toll https://e.org/x",
    ),
    ("<iframe srcdoc='<p>It was 44</p>'></iframe>", "Embedded in the page, and left out: iframe It was 44"),
    ("<p>It was \u202e21\u202c.</p>", "Removed: control characters, or such as show words backwards."),
]


@pytest.mark.parametrize(("content", "remark"), REMARKS)
def test_what_is_left_out_or_written_otherwise_is_listed(content, remark):
    assert remark in lines_of(content)[1]


def test_the_words_of_a_figure_with_a_quotation_are_in_the_text():
    quotation = "<figure><blockquote>“We stay,” he said.</blockquote><figcaption>The pilot</figcaption></figure>"
    assert lines_of(quotation)[0] == ["“We stay,” he said.", "The pilot"]


def test_a_plain_article_has_no_remark_but_on_what_is_around_it():
    assert lines_of("<p>It was 12 in <b>all</b>.</p>") == (
        ["It was 12 in all."],
        ("Left out around the article: 2 lines of menus, advertisements and the like.",),
    )


def test_an_article_that_is_hidden_until_a_script_runs_is_kept():
    article = extract(page_of("<p>It was 12.</p>").replace("<main>", "<main aria-hidden='true' style='display:none'>"))
    assert "It was 12." in article.text
    assert article.remarks[0].startswith("Hidden on the page, but most of it: Boats stay")


def test_only_the_first_of_many_remarks_are_listed():
    _, remarks = lines_of("".join(f"<p>It was <s>{count}</s> 7.</p>" for count in range(500)))
    assert len(remarks) < 100
    assert "Struck out on the page, and left out: 440 more." in remarks


@pytest.mark.parametrize("page", ["", " \n", "<html></html>", "<!-- x -->"])
def test_a_page_without_an_article_has_no_text(page):
    assert extract(page) is None


def test_a_page_nested_deeper_than_python_can_call_is_read():
    extract("<html><body>" + "<div>" * 3000 + f"<p>{FIRST}</p>" + "</div>" * 3000 + "</body></html>")
