"""A source's text as HTML: every cited passage marked, with the records that rest on it, and what is exempt.

The marks hold the text to the letter. They nest where passages do; where two overlap in part, the later one goes on
in a second mark that names it by `data-of`.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.graph.urls import passage_anchor
from dossier.model.citation import Citation
from dossier.model.passage import ExcludedRegion, Span
from dossier.model.record import Record
from dossier.render.markdown import Markdown, attribute, html


class CitedSpan(NamedTuple):
    """A cited stretch and the records that rest on it."""

    span: Span
    anchor: str
    words: str
    records: tuple[Record, ...]


class ExemptSpan(NamedTuple):
    """A mention that no record needs to rest on: where it stands, in code points, and why."""

    start: int
    end: int
    reason: str


class _Markup(NamedTuple):
    """What is marked: where, by which element, with which attribute where it begins and where it goes on."""

    start: int
    end: int
    element: str
    begins: str
    goes_on: str


class Line(NamedTuple):
    """A line of the text: its marked HTML, the passages that begin in it, its region and whether it opens this."""

    marked: Markdown
    cited: tuple[CitedSpan, ...]
    region: str | None
    opens: bool
    blank: bool


def cited_spans(citations: Iterable[Citation], shown: frozenset[str], text: str) -> tuple[CitedSpan, ...]:
    """Every cited stretch once, in the order of the text, with the shown records that rest on it."""
    spans: dict[Span, dict[str, Record]] = {}
    for citation in citations:
        if citation.record.key in shown:
            spans.setdefault(citation.span, {})[citation.record.key] = citation.record
    return tuple(
        CitedSpan(span, passage_anchor(span), text[span.start : span.end], tuple(spans[span].values()))
        for span in sorted(spans, key=lambda one: (one.start, -one.end))
    )


def render_lines(
    text: str, cited: Sequence[CitedSpan], regions: Sequence[ExcludedRegion] = (), exempt: Sequence[ExemptSpan] = ()
) -> list[Line]:
    """The text line by line; a line carries its line end."""
    stretches = sorted((*map(_of_passage, cited), *map(_of_mention, exempt)), key=lambda one: (one.start, -one.end))
    found, start, first, marked = [], 0, 0, 0
    opened: list[_Markup] = []
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        end = start + len(line)
        last = bisect_left(cited, end, first, key=lambda one: one.span.start)
        starting, first = cited[first:last], last
        last = bisect_left(stretches, end, marked, key=lambda one: one.start)
        opened, marked = [*(one for one in opened if one.end > start), *stretches[marked:last]], last
        region = next((one for one in regions if one.start < end and start < one.end), None)
        opens = region is not None and region.start >= start
        blank = not opened and line.isspace()
        found.append(Line(_marked(text, start, end, opened), tuple(starting), region and region.kind, opens, blank))
        start = end
    return found


def cited_lines(all_lines: Iterable[Line]) -> list[Line]:
    """Only the lines in which a passage stands, for a source whose rights allow no more."""
    return [line for line in all_lines if "<mark" in line.marked]


def _of_passage(cited: CitedSpan) -> _Markup:
    return _Markup(*cited.span[1:], "mark", f'id="{cited.anchor}"', f'data-of="{cited.anchor}"')


def _of_mention(exempt: ExemptSpan) -> _Markup:
    told = f'class="dossier-exempt" title="exempt: {attribute(exempt.reason)}"'
    return _Markup(exempt.start, exempt.end, "span", told, told)


def _marked(text: str, start: int, end: int, stretches: Sequence[_Markup]) -> Markdown:
    """One line: marks open at their starts, close at their ends, and are reopened where they overlap in part."""
    if not stretches:
        return html(text[start:end])
    cuts = sorted({start, end, *(edge for one in stretches for edge in one[:2] if start < edge < end)})
    made: list[str] = []
    stack: list[_Markup] = []
    waiting = deque(stretches)
    for at, until in pairwise(cuts):
        keep = next((n for n, one in enumerate(stack) if one.end <= at), len(stack))
        made.extend(f"</{one.element}>" for one in reversed(stack[keep:]))
        opening = [one for one in stack[keep:] if one.end > at]
        while waiting and waiting[0].start <= at:
            opening.append(waiting.popleft())
        made.extend(f"<{one.element} {one.begins if one.start == at else one.goes_on}>" for one in opening)
        stack = [*stack[:keep], *opening]
        made.append(html(text[at:until]))
    made.extend(f"</{one.element}>" for one in reversed(stack))
    return Markdown("".join(made))
