"""A source's text as HTML: cited passages are marked, with the statements that cite them; exempt mentions, with why.

The marked-up text is exactly the source's. Marks nest as passages do; if two overlap in part, the later one is resumed
in a second mark that names the first by `data-of`.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, statement_url
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import ExcludedRegion, Span
from dossier.model.record import Record
from dossier.render.cards import statement_title
from dossier.render.markdown import Markdown, escape_attribute, escape_html


class Citing(NamedTuple):
    """What cites a passage: a statement, or a record of which no statement does. `label` is that of the page."""

    text: str
    url: str
    label: str


class CitedSpan(NamedTuple):
    """A cited span and what cites it."""

    span: Span
    anchor: str
    words: str
    citing: tuple[Citing, ...]


class ExemptSpan(NamedTuple):
    """A mention that needs no record: its span, in code points, and the reason."""

    start: int
    end: int
    reason: str


class _Markup(NamedTuple):
    """An element around a span: its attributes where it begins, and where it is resumed after an overlap."""

    start: int
    end: int
    element: str
    attributes: str
    attributes_resumed: str


class TextLine(NamedTuple):
    """A line of the text as HTML, the cited spans that begin in it, and the kind of excluded region it lies in.

    `opens_region`: the region begins in this line. `is_blank`: the line has no words and no marks.
    """

    html: Markdown
    cited: tuple[CitedSpan, ...]
    region: str | None
    opens_region: bool
    is_blank: bool


def cited_spans(graph: Graph, source: Source) -> tuple[CitedSpan, ...]:
    """Return every span of a source's text that is cited once, in the order of the text, longer ones first."""
    citations: dict[Span, list[Citation]] = {}
    for citation in graph.citations_from(source.id):
        if citation.record.key in graph.visible_keys:
            citations.setdefault(citation.span, []).append(citation)
    return tuple(
        CitedSpan(
            span, passage_anchor(span), graph.passage_text(citations[span][0]), tuple(_citing(graph, citations[span]))
        )
        for span in sorted(citations, key=lambda span: (span.start, -span.end))
    )


def _citing(graph: Graph, citations: Sequence[Citation]) -> Iterator[Citing]:
    """Yield the statements that cite a passage, given its citations, then the records without such a statement."""
    statements = graph.statements_citing(citations[0])
    for statement in statements:
        label = statement.item.label if isinstance(statement.item, Record) else graph.dossier.settings.title
        yield Citing(statement_title(graph, statement), statement_url(statement), label)
    keys = {statement.item.key for statement in statements}
    for record in dict.fromkeys(citation.record for citation in citations):
        if record.key not in keys:
            yield Citing(record.label, page_url(page_path(record)), record.heading)


def render_lines(
    text: str, cited: Sequence[CitedSpan], regions: Sequence[ExcludedRegion] = (), exempt: Sequence[ExemptSpan] = ()
) -> list[TextLine]:
    """Return the text line by line; a line includes its line end."""
    markup = sorted(
        (*map(_cited_markup, cited), *map(_exempt_markup, exempt)), key=lambda mark: (mark.start, -mark.end)
    )
    lines: list[TextLine] = []
    start, first_cited, first_mark = 0, 0, 0
    open_marks: list[_Markup] = []
    for line in text.splitlines(keepends=True) or [text]:
        end = start + len(line)
        next_cited = bisect_left(cited, end, first_cited, key=lambda span: span.span.start)
        next_mark = bisect_left(markup, end, first_mark, key=lambda mark: mark.start)
        open_marks = [*(mark for mark in open_marks if mark.end > start), *markup[first_mark:next_mark]]
        region = next((region for region in regions if region.start < end and start < region.end), None)
        lines.append(
            TextLine(
                html=_mark_up(text, start, end, open_marks),
                cited=tuple(cited[first_cited:next_cited]),
                region=region and region.kind,
                opens_region=region is not None and region.start >= start,
                is_blank=not open_marks and line.isspace(),
            )
        )
        start, first_cited, first_mark = end, next_cited, next_mark
    return lines


def cited_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    """Return only the lines with cited words, for a source whose rights allow no more."""
    return [line for line in lines if "<mark" in line.html]


def _cited_markup(cited: CitedSpan) -> _Markup:
    return _Markup(cited.span.start, cited.span.end, "mark", f'id="{cited.anchor}"', f'data-of="{cited.anchor}"')


def _exempt_markup(exempt: ExemptSpan) -> _Markup:
    attributes = f'class="dossier-exempt" title="exempt: {escape_attribute(exempt.reason)}"'
    return _Markup(exempt.start, exempt.end, "span", attributes, attributes)


def _mark_up(text: str, start: int, end: int, markup: Sequence[_Markup]) -> Markdown:
    """Return the part of the text from `start` to `end` as HTML.

    An element that overlaps in part with one opened before it is closed with that one, and resumed.
    """
    if not markup:
        return escape_html(text[start:end])
    edges = (edge for mark in markup for edge in (mark.start, mark.end) if start < edge < end)
    pieces: list[str] = []
    open_marks: list[_Markup] = []
    waiting = deque(markup)
    for piece_start, piece_end in pairwise(sorted({start, end, *edges})):
        kept = next((depth for depth, mark in enumerate(open_marks) if mark.end <= piece_start), len(open_marks))
        pieces += [f"</{mark.element}>" for mark in reversed(open_marks[kept:])]
        opening = [mark for mark in open_marks[kept:] if mark.end > piece_start]
        while waiting and waiting[0].start <= piece_start:
            opening.append(waiting.popleft())
        for mark in opening:
            attributes = mark.attributes if mark.start == piece_start else mark.attributes_resumed
            pieces.append(f"<{mark.element} {attributes}>")
        open_marks = [*open_marks[:kept], *opening]
        pieces.append(escape_html(text[piece_start:piece_end]))
    pieces += [f"</{mark.element}>" for mark in reversed(open_marks)]
    return Markdown("".join(pieces))
