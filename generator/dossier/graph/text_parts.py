"""The pages of a source's text: one, or several of about 100 KB if the text is long."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dossier.graph.graph import Graph
from dossier.graph.urls import page_url, passage_anchor, text_page_path
from dossier.model.kinds.source import Source
from dossier.model.marks import MAX_TEXTS
from dossier.model.passage import Span

PART_LENGTH = 100_000
"""The characters of a part, about: more make a page slow to open and to search, in a browser on a phone."""


class TextPart(NamedTuple):
    """A part of a text that has a page of its own: its number from 1, and its span, in code points."""

    number: int
    start: int
    end: int


def text_parts(graph: Graph, source: Source) -> tuple[TextPart, ...]:
    """Return the parts of a source's text; one, if only excerpts of it may be shown, or if it is short."""
    text = graph.dossier.source_texts[source.text or ""].text
    return _parts(text) if source.shows_full_text else (TextPart(1, 0, len(text)),)


@lru_cache(MAX_TEXTS)
def _parts(text: str) -> tuple[TextPart, ...]:
    """Return parts of about the same length, which begin with a line: they depend on nothing but the text."""
    starts = [0, *_starts(text, max(1, round(len(text) / PART_LENGTH)))]
    return tuple(
        TextPart(number, start, end)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1)
    )


def _starts(text: str, count: int) -> Iterator[int]:
    """Yield where parts begin, but for the first: after the lines that pass an equal share of the text each."""
    start = 0
    for number in range(1, count):
        line_end = text.find("\n", max(start, len(text) * number // count))
        if line_end < 0 or line_end + 1 == len(text):
            return
        start = line_end + 1
        yield start


def text_part_path(source_id: str, part: TextPart) -> str:
    """Return the path of the Markdown page of a part: `texts/a.md`, then `texts/a.2.md`."""
    path = text_page_path(source_id)
    return path if part.number == 1 else f"{path.removesuffix('.md')}.{part.number}.md"


def passage_path(graph: Graph, source_id: str, span: Span) -> str:
    """Return the path of the Markdown page with the part of a text in which a passage begins."""
    paths = _paths_by_source(graph)
    if source_id not in paths:
        source = graph.dossier.by_key[f"source:{source_id}"]
        parts = text_parts(graph, source) if isinstance(source, Source) else ()
        paths[source_id] = tuple((part.end, text_part_path(source_id, part)) for part in parts)
    return next(path for end, path in paths[source_id] if span.start < end)


@lru_cache(maxsize=1)
def _paths_by_source(graph: Graph) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return the ends of the parts of texts and the paths of their pages, of the sources that have been asked for."""
    return {}


def passage_url(graph: Graph, source_id: str, span: Span) -> str:
    """Return the address of a passage from the root of the site, such as `texts/a.html#p-20-45`."""
    return f"{page_url(passage_path(graph, source_id, span))}#{passage_anchor(span)}"
