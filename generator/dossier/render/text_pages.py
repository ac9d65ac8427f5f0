"""The pages of the texts of sources, a long one in parts that lead to each other."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from dossier.export.texts import original_path
from dossier.graph import Graph
from dossier.graph.text_parts import TextPart, text_part_path, text_parts
from dossier.graph.urls import page_url
from dossier.model.kinds.source import Source
from dossier.model.locator import describe_locators
from dossier.model.output import OutputFile, SearchEntry
from dossier.render.cited_pages import CitedPages
from dossier.render.environment import StrictEnvironment, naming_page
from dossier.render.search import text_entry, text_page_title
from dossier.render.source_text import ExemptSpan, cited_lines, cited_spans, render_lines, text_blocks


def render_texts(graph: Graph, environment: StrictEnvironment) -> Iterator[OutputFile]:
    """Yield the pages of every text that may be shown, to be rendered when their content is asked for."""
    cited_pages = CitedPages(graph)
    for source in graph.readable_sources:
        for part in text_parts(graph, source):
            render = partial(_text_page, graph, source, part, environment, cited_pages)
            entry = partial(_text_entry, graph, source, part)
            yield OutputFile(text_part_path(source.id, part), render, entry, edited_file=source.path)


def _text_page(
    graph: Graph, source: Source, part: TextPart, environment: StrictEnvironment, cited_pages: CitedPages
) -> str:
    path = text_part_path(source.id, part)
    with naming_page(path, source.key):
        context = _text_context(graph, source, part, cited_pages)
    return environment.render_page("text.md.j2", path, context, source.key)


def _text_entry(graph: Graph, source: Source, part: TextPart) -> SearchEntry:
    """Return the entry of a part of a text: all of it, or its cited passages where its rights allow no more."""
    if source.shows_full_text:
        words = graph.dossier.source_texts[source.text or ""].text[part.start : part.end]
        return text_entry(source, words, part.number, len(text_parts(graph, source)))
    return text_entry(source, " … ".join(span.words for span in cited_spans(graph, source)))


def _text_context(graph: Graph, source: Source, part: TextPart, cited_pages: CitedPages) -> Mapping[str, Any]:
    text = graph.dossier.source_texts[source.text or ""]
    cited = cited_spans(graph, source)
    excluded, exempt = graph.excluded_regions(source.id), _exempt_spans(graph, source)
    lines = render_lines(text.text, cited, excluded, exempt, text.locators)
    parts = text_parts(graph, source)
    shown = [line for line in lines if part.start <= line.start < part.end]
    return {
        "source": source,
        "original": original_path(source),
        "shows_full_text": source.shows_full_text,
        "title": text_page_title(source, part.number, len(parts)),
        "part": part,
        "parts": [
            (other, page_url(text_part_path(source.id, other)), describe_locators(text.locate(other.start, other.end)))
            for other in parts
        ],
        "blocks": list(text_blocks(shown if source.shows_full_text else cited_lines(shown))),
        "cited": [item for item in cited if part.start <= item.span.start < part.end],
        "publisher": graph.dossier.by_key.get(f"actor:{source.publisher}"),
        "exempt": [item for item in exempt if part.start <= item.start < part.end],
        "images": cited_pages.images_of(source),
    }


def _exempt_spans(graph: Graph, source: Source) -> list[ExemptSpan]:
    """Return the mentions that are exempt from coverage, in the order of the source's text, with the reasons."""
    exemptions = graph.dossier.exemptions_for(source)
    return [
        ExemptSpan(item.mention.start, item.mention.end, exemptions[item.exemption].reason)
        for item in graph.coverage_by_source.get(source.id, ())
        if item.state == "exempt" and item.exemption is not None
    ]
