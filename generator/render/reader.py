"""A source's text as HTML with every cited passage marked, and which records rest on it.

The marks hold the text to the letter. Marks nest where passages do; where two overlap in part, the later one goes on
in a second mark that names it by `data-of`.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.link.address import anchor_of
from generator.model.citation import Citation
from generator.model.passage import Excluded, Span
from generator.model.record import Record
from generator.render.markdown import Markdown, html


class Cited(NamedTuple):
    """A cited stretch and the records that rest on it."""

    span: Span
    anchor: str
    words: str
    records: tuple[Record, ...]


class Line(NamedTuple):
    """A line of the text: its marked HTML, the passages that begin in it, its region and whether it opens this."""

    marked: Markdown
    cited: tuple[Cited, ...]
    region: str | None
    opens: bool
    blank: bool


def cited_spans(citations: Iterable[Citation], shown: frozenset[str], text: str) -> tuple[Cited, ...]:
    """Every cited stretch once, in the order of the text, with the shown records that rest on it."""
    spans: dict[Span, dict[str, Record]] = {}
    for citation in citations:
        if citation.record.key in shown:
            spans.setdefault(citation.span, {})[citation.record.key] = citation.record
    return tuple(
        Cited(span, anchor_of(span), text[span.start : span.end], tuple(spans[span].values()))
        for span in sorted(spans, key=lambda one: (one.start, -one.end))
    )


def lines(text: str, cited: Sequence[Cited], regions: Sequence[Excluded]) -> list[Line]:
    """The text line by line; a line carries its line end."""
    found, start, first = [], 0, 0
    opened: list[Cited] = []
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        end = start + len(line)
        last = bisect_left(cited, end, first, key=lambda one: one.span.start)
        starting, first = cited[first:last], last
        opened = [*(one for one in opened if one.span.end > start), *starting]
        region = next((one for one in regions if one.start < end and start < one.end), None)
        opens = region is not None and region.start >= start
        blank = not opened and line.isspace()
        found.append(Line(_marked(text, start, end, opened), tuple(starting), region and region.kind, opens, blank))
        start = end
    return found


def excerpts(all_lines: Iterable[Line]) -> list[Line]:
    """Only the lines that are cited, for a source whose rights allow no more; None stands for what is left out."""
    return [line for line in all_lines if "<mark" in line.marked]


def _marked(text: str, start: int, end: int, cited: Sequence[Cited]) -> Markdown:
    """One line: marks open at their starts, close at their ends, and are reopened where they overlap in part."""
    cuts = sorted({start, end, *(edge for one in cited for edge in one.span[1:] if start < edge < end)})
    made: list[str] = []
    stack: list[Cited] = []
    waiting = deque(cited)
    for at, until in pairwise(cuts):
        keep = next((n for n, one in enumerate(stack) if one.span.end <= at), len(stack))
        made.append("</mark>" * (len(stack) - keep))
        opening = [one for one in stack[keep:] if one.span.end > at]
        while waiting and waiting[0].span.start <= at:
            opening.append(waiting.popleft())
        made.extend(f'<mark {"id" if one.span.start == at else "data-of"}="{one.anchor}">' for one in opening)
        stack = [*stack[:keep], *opening]
        made.append(html(text[at:until]))
    made.append("</mark>" * len(stack))
    return Markdown("".join(made))
