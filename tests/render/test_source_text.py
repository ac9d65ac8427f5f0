"""A source's text with its passages marked: the marked-up text is exactly the source's."""

import re
from html.parser import HTMLParser

import pytest
from dossier.graph.urls import passage_anchor
from dossier.model.passage import ExcludedRegion, Span
from dossier.render.source_text import CitedSpan, Citing, ExemptSpan, cited_lines, render_lines, text_blocks
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
    lines = render_lines("one\ntwo\nthree\nfour", (), [ExcludedRegion(4, 13, "caption", "the agency's")])
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
        kinds = re.findall('<details class="dossier-excluded"[^>]*><summary>([A-Za-z ]+), not used as', page)
        assert {kind.lower() for kind in kinds} == {region.kind for region in source.excluded}


def weighted(records):
    """A span cited by so many records, twice by each."""
    citing = [
        Citing("says", f"{number}.html", f"Record {number}", f"event:{number}", "event") for number in range(records)
    ]
    return CitedSpan(Span("x.txt", 0, 4), "p-0-4", "text", tuple(citing * 2))


@pytest.mark.parametrize(
    ("records", "attributes"),
    [(1, ""), (2, ' class="dossier-often"'), (3, ' class="dossier-often"'), (4, ' class="dossier-most"')],
)
def test_a_passage_is_underlined_the_more_heavily_the_more_records_cite_it(records, attributes):
    html = "".join(line.html for line in render_lines("text\n", [weighted(records)]))
    assert html == f'<mark id="p-0-4"{attributes}>text</mark>&#10;'


def test_each_record_that_cites_a_line_is_one_note_beside_it_as_far_as_there_is_room():
    words = "text " * 60
    (line,) = render_lines(words, [weighted(9)])
    assert [note.title for note in line.notes] == [f"Record {number}" for number in range(9)]
    assert 1 < len(line.notes_beside) < 9 and line.notes_beside == line.notes[: len(line.notes_beside)]
    (short,) = render_lines("text", [weighted(9)])
    assert short.notes_beside == short.notes[:1]


def test_what_cites_more_passages_of_a_line_comes_first():
    def span(start, *records):
        citing = [Citing("says", f"{name}.html", name, f"event:{name}", "event") for name in records]
        return CitedSpan(Span("x.txt", start, start + 4), f"p-{start}-{start + 4}", "text", tuple(citing))

    (line,) = render_lines("text text", [span(0, "once", "twice"), span(5, "twice")])
    assert [note.title for note in line.notes] == ["twice", "once"]


def test_lines_of_excluded_regions_are_one_block_that_says_whether_it_is_cited():
    text = "one\n\ntwo\nthree\nfour"
    regions = [ExcludedRegion(5, 8, "caption", "the agency's"), ExcludedRegion(9, 14, "caption", "another")]
    blocks = list(text_blocks(render_lines(text, cited(text, [(9, 14)]), regions)))
    assert [(block.region, len(block.lines), block.is_cited) for block in blocks] == [
        (None, 1, False),
        ("caption", 2, True),
        (None, 1, False),
    ]


def test_a_region_within_a_line_is_quiet_and_the_rest_of_the_line_is_not():
    (line,) = render_lines("one two three", cited("one two three", [(0, 9)]), [ExcludedRegion(4, 7, "caption", "x")])
    quiet = '<span class="dossier-excluded-words" title="caption, not used as evidence">two</span>'
    assert (line.region, line.html) == (None, f'<mark id="p-0-9">one {quiet} t</mark>hree')


@given(texts_and_spans(), texts_and_spans())
def test_excluded_regions_change_no_mark(drawn, other):
    text, spans = drawn
    regions = [
        ExcludedRegion(start, min(end, len(text)), "caption", "x") for start, end in other[1] if start < len(text)
    ]
    lines = render_lines(text, cited(text, spans), sorted(regions))
    marks = Marks("".join(line.html for line in lines))
    assert (marks.text, marks.marked) == (text, Marks(page_of(text, spans)).marked)


def test_no_line_of_a_pages_boilerplate_is_cited(real):
    for source in real.graph.readable_sources:
        regions = [region for region in real.graph.excluded_regions(source.id) if region.kind == "boilerplate"]
        spans = [citation.span for citation in real.graph.citations_from(source.id)]
        assert not [span for span in spans for region in regions if span.start < region.end and region.start < span.end]
    text = real.graph.dossier.source_texts["002_d0b3b57a2e2f972e.txt"].text
    at = text.index("Trending on HotAir Videos")
    assert any(region.start == at for region in real.graph.excluded_regions("hotair-soldiers-defect"))
