"""A source's text with its passages marked: the marked-up text is exactly the source's."""

import re
from html.parser import HTMLParser

import pytest
from dossier.graph.urls import passage_anchor
from dossier.model.passage import ExcludedRegion, Span
from dossier.render.source_text import CitedSpan, ExemptSpan, cited_lines, render_lines
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown


class Marks(HTMLParser):
    """The text of a page, and that of the marks of each anchor, in the order of the page."""

    def __init__(self, page):
        super().__init__()
        self.text, self.marked, self.ids, self.open = "", {}, [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "mark":
            names = dict(attrs)
            self.ids += [names["id"]] if "id" in names else []
            self.open.append(names.get("id") or names["data-of"])

    def handle_endtag(self, tag):
        if tag == "mark":
            self.open.pop()

    def handle_data(self, data):
        self.text += data
        for anchor in self.open:
            self.marked[anchor] = self.marked.get(anchor, "") + data


def cited(text, spans):
    ordered = sorted({Span("x.txt", start, end) for start, end in spans}, key=lambda span: (span.start, -span.end))
    return [CitedSpan(span, passage_anchor(span), text[span.start : span.end], ()) for span in ordered]


def page_of(text, spans, exempt=()):
    mentions = [ExemptSpan(start, end, "not speech") for start, end in exempt]
    return "".join(line.html for line in render_lines(text, cited(text, spans), exempt=mentions))


@st.composite
def texts_and_spans(draw):
    """A text of several lines and spans of it that overlap as they like."""
    text = draw(st.text(st.sampled_from("ab <&>\"'\n\r\u2028\té😀"), min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted).filter(lambda span: span[0] < span[1]), max_size=8))
    return text, [tuple(span) for span in spans]


@given(texts_and_spans())
def test_the_text_is_unchanged_and_each_mark_has_its_passage(drawn):
    text, spans = drawn
    marks = Marks(page_of(text, spans))
    assert marks.text == text
    assert marks.marked == {f"p-{start}-{end}": text[start:end] for start, end in spans}


@given(texts_and_spans(), texts_and_spans())
def test_exempt_mentions_change_no_mark(drawn, other):
    text, spans = drawn
    exempt = sorted({(start, min(end, len(text))) for start, end in other[1] if start < len(text)})
    marks = Marks(page_of(text, spans, exempt))
    assert (marks.text, marks.marked) == (text, Marks(page_of(text, spans)).marked)
    assert sorted(marks.ids) == sorted(Marks(page_of(text, spans)).ids)


@given(texts_and_spans())
def test_marks_are_the_same_after_markdown_processed_the_page(drawn):
    text, spans = drawn
    page = "".join(f"<p>{line.html}</p>\n" for line in render_lines(text, cited(text, spans), ()))
    marks = Marks(markdown(f"# Text\n\n<div>\n{page}</div>\n"))
    assert marks.marked == {f"p-{start}-{end}": text[start:end] for start, end in spans}


@given(texts_and_spans())
def test_each_passage_has_its_anchor_once_and_every_mark_is_closed(drawn):
    text, spans = drawn
    marks = Marks(page_of(text, spans))
    assert sorted(marks.ids) == sorted({f"p-{start}-{end}" for start, end in spans})
    assert marks.open == []


@given(texts_and_spans())
def test_a_passage_is_listed_with_the_line_it_begins_in(drawn):
    text, spans = drawn
    listed = [span.anchor for line in render_lines(text, cited(text, spans)) for span in line.cited]
    assert listed == [span.anchor for span in cited(text, spans)]


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([(0, 5)], '<mark id="p-0-5">alpha</mark> beta'),
        ([(0, 10), (6, 10)], '<mark id="p-0-10">alpha <mark id="p-6-10">beta</mark></mark>'),
        (
            [(0, 8), (6, 10)],
            '<mark id="p-0-8">alpha <mark id="p-6-10">be</mark></mark><mark data-of="p-6-10">ta</mark>',
        ),
        ([(0, 5), (5, 10)], '<mark id="p-0-5">alpha</mark><mark id="p-5-10"> beta</mark>'),
        ([], "alpha beta"),
    ],
)
def test_marks_nest_and_are_resumed_after_an_overlap(spans, marked):
    assert page_of("alpha beta", spans) == marked


def test_an_exempt_mention_has_its_reason_and_is_resumed_after_a_mark():
    exempt = '<span class="dossier-exempt" title="exempt: not speech">'
    assert page_of("alpha beta", [(0, 7)], [(6, 10)]) == (
        f'<mark id="p-0-7">alpha {exempt}b</span></mark>{exempt}eta</span>'
    )


def test_a_mark_is_resumed_on_each_line():
    lines = [line.html for line in render_lines("one\ntwo\nthree", cited("one\ntwo\nthree", [(2, 9)]), ())]
    assert lines == [
        'on<mark id="p-2-9">e&#10;</mark>',
        '<mark data-of="p-2-9">two&#10;</mark>',
        '<mark data-of="p-2-9">t</mark>hree',
    ]


def test_a_line_has_the_kind_of_its_excluded_region():
    lines = render_lines("one\ntwo\nthree\nfour", (), [ExcludedRegion(4, 12, "caption", "the agency's")])
    assert [line.region for line in lines] == [None, "caption", "caption", None]


def test_excerpts_are_only_the_cited_lines():
    lines = cited_lines(render_lines("one\ntwo\nthree\n", cited("one\ntwo\nthree\n", [(4, 7)]), ()))
    assert [Marks(line.html).text for line in lines] == ["two\n"]


def test_every_passage_is_marked_on_the_page_of_its_source(base_graph, base_outputs):
    sources = [source for source in base_graph.readable_sources if source.shows_full_text]
    assert sources
    for source in sources:
        page = markdown(base_outputs[f"texts/{source.id}.md"], extensions=["toc", "tables", "fenced_code"])
        text = base_graph.dossier.source_texts[source.text].text
        spans = [citation.span for citation in base_graph.citations_from(source.id)]
        assert spans
        assert Marks(page).marked == {passage_anchor(span): text[span.start : span.end] for span in spans}


def test_a_text_page_shows_exempt_mentions_and_excluded_regions(real, real_outputs):
    sources = [source for source in real.graph.readable_sources if source.exempt and source.excluded]
    assert sources
    for source in sources:
        page = real_outputs[f"texts/{source.id}.md"]
        reasons = set(re.findall('<span class="dossier-exempt" title="exempt: ([a-z ]+)">', page))
        assert reasons == {exemption.reason for exemption in source.exempt}
        kinds = re.findall('class="dossier-excluded" title="not used as evidence: ([a-z ]+)"', page)
        assert sorted(kinds) == sorted(region.kind for region in source.excluded)
