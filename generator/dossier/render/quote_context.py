"""What stands around a passage in its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.passage import Span
from dossier.render import markdown
from dossier.render.markdown import Markdown

WIDE = 160
"""So many code points are shown on each side of a passage in its card."""
NARROW = 80
"""So many on its record's page, no further than its line."""
EMPTY_LINES = re.compile(r"\n\s*\n")


class ContextSnippet(NamedTuple):
    """The words of a passage, as their text has them, and what stands before and after; an ellipsis where cut."""

    before: str
    exact: str
    after: str


class QuoteContext:
    """The surroundings of the passages of a graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._edges: dict[str, list[int]] = {}

    def for_card(self, citation: Citation, *, whole: bool) -> ContextSnippet:
        """What the card of a passage shows: whole lines, as many as fit, else a part of the nearest.

        No more than its own line where its source may not be shown `whole`.
        """
        return self._of(citation, WIDE, within_line=not whole)

    def for_page(self, citation: Citation) -> ContextSnippet:
        """What the page of its record shows: the rest of its line, if that is short."""
        return self._of(citation, NARROW, within_line=True)

    def as_markdown(self, citation: Citation) -> Markdown:
        """The words of a passage for the page of its record, and quieter what stands around them."""
        before, exact, after = self.for_page(citation)
        return Markdown(
            f"{_quiet(before)}{markdown.escape_inline(exact) if before else markdown.escape_block(exact)}{_quiet(after)}"
        )

    def _of(self, citation: Citation, room: int, *, within_line: bool) -> ContextSnippet:
        text = self._graph.dossier.source_texts[citation.span.file].text
        before, exact, after = _cut(text, citation.span, self._edges_of(citation.passage.source, len(text)), room)
        if within_line:
            before, after = f"{before}|".splitlines()[-1][:-1], f"|{after}".splitlines()[0][1:]
        else:
            before, after = _from_a_line(before, room), _to_a_line(after, room)
        return ContextSnippet(_end_of(before, room), exact, _start_of(after, room))

    def _edges_of(self, source: str, length: int) -> list[int]:
        """Where a text begins and ends, and each region of it that is left out of the evidence."""
        if source not in self._edges:
            regions = self._graph.excluded_regions(source)
            self._edges[source] = sorted([0, length, *(edge for region in regions for edge in region[:2])])
        return self._edges[source]


def _cut(text: str, span: Span, edges: Sequence[int], room: int) -> ContextSnippet:
    """A passage with up to one code point more than `room` on each side, and no further than an edge (sorted)."""
    start, end = span.start, span.end
    before = max(start - room - 1, edges[bisect_right(edges, start) - 1])
    after = min(end + room + 1, edges[bisect_left(edges, end)])
    return ContextSnippet(text[before:start], text[start:end], text[end:after])


def _from_a_line(text: str, room: int) -> str:
    """`text` without the rest of a line that it begins with, where it is too long and others follow."""
    return text if len(text) <= room else text[text.find("\n") + 1 :].lstrip() or text


def _to_a_line(text: str, room: int) -> str:
    """`text` without the beginning of a line that it ends with, where it is too long and others go before."""
    return text if len(text) <= room or "\n" not in text else text[: text.rfind("\n")].rstrip() or text


def _end_of(text: str, room: int) -> str:
    """`text` without its empty lines; where it is too long, from a whole word on."""
    told = text if len(text) <= room else "… " + text.partition(" ")[2]
    return _without_empty_lines(told).lstrip()


def _start_of(text: str, room: int) -> str:
    """`text` without its empty lines; where it is too long, up to a whole word."""
    told = text if len(text) <= room else text.rpartition(" ")[0] + " …"
    return _without_empty_lines(told).rstrip()


def _without_empty_lines(text: str) -> str:
    return EMPTY_LINES.sub("\n", text) if "\n" in text else text


def _quiet(text: str) -> str:
    return f'<span class="dossier-context">{markdown.escape_inline(text)}</span>' if text else ""
