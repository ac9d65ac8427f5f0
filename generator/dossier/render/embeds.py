"""Embeds: records and diagrams as small pages that other sites may frame, each with its oEmbed (oembed.com, 1.0).

They exist only where the address of the site is known. A record has its pages under its former ids too, and a withdrawn
one says so, so that what others have embedded stays right.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import oembed_path
from dossier.model.kinds.quote import Quote
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.terms import kind_title
from dossier.render.assets import frame_styles
from dossier.render.cards import describe_counts
from dossier.render.citation_marks import number_passages
from dossier.render.diagrams import RecordDiagram, SiteDiagram, record_diagrams, site_diagrams
from dossier.render.environment import StrictEnvironment, build_environment
from dossier.render.evidence import page_evidence
from dossier.render.filters import short_name
from dossier.render.frames import FramedPage, embed_snippet, linked_address, record_frame
from dossier.render.markdown import Markdown
from dossier.render.social_cards import speaker_and_day
from dossier.text.bibtex import percent_encode
from dossier.text.interface import gettext as _
from dossier.text.serialize import json_bytes

NEW_TAB_LINK = '<a target="_blank" rel="noopener" '
"""Begins each link of a diagram, so that it does not open within the frame: for SVG, Chromium ignores `base`."""


class EmbeddedStatement(NamedTuple):
    """A sentence of a summary in plain words, and the numbers of its passages on the page of its record."""

    text: str
    marks: str
    is_editors: bool


def render_embeds(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the pages for frames and their oEmbeds, nothing if the address of the site is unknown."""
    if not publication.site_url:
        return
    yield from frame_styles()
    pages = _Pages(graph, publication.site_url)
    for record in (*graph.visible, *graph.withdrawn):
        for id in (record.id, *record.formerly):
            frame = record_frame(record, id)
            yield OutputFile(frame.path, partial(pages.record, record, frame))
            for diagram in record_diagrams(graph, record):
                frame = diagram.frame(graph, record, id)
                yield OutputFile(frame.path, partial(pages.record_diagram, diagram, record, frame))
    for site_diagram in site_diagrams(graph):
        yield OutputFile(site_diagram.frame(graph).path, partial(pages.site_diagram, site_diagram))
    for frame in _frames_with_oembed(graph):
        yield OutputFile(oembed_path(frame.path), partial(_oembed, graph, frame, publication.site_url))


def _frames_with_oembed(graph: Graph) -> Iterator[FramedPage]:
    """Yield the frames that have an oEmbed: those of withdrawn records and of former ids have none."""
    for record in graph.visible:
        yield record_frame(record)
        yield from (diagram.frame(graph, record) for diagram in record_diagrams(graph, record))
    yield from (diagram.frame(graph) for diagram in site_diagrams(graph))


class _Pages:
    """Renders the pages of a graph for frames."""

    def __init__(self, graph: Graph, site_url: str) -> None:
        self._graph, self._site_url = graph, site_url
        self._environment: StrictEnvironment = build_environment(graph)

    def record(self, record: Record, frame: FramedPage) -> str:
        """Return the page of a record."""
        offered = "" if record.withdrawn else oembed_path(record_frame(record).path)
        context = self._context(frame, offered) | _record_context(self._graph, record)
        return self._environment.render_page("embed-record.html.j2", frame.path, context, record.key)

    def record_diagram(self, diagram: RecordDiagram, record: Record, frame: FramedPage) -> str:
        """Return the page of a diagram of a record; that of a withdrawn record says only that it was withdrawn."""
        if record.withdrawn:
            return self.record(record, frame)
        drawn = self._draw(diagram, frame, diagram.context(self._graph, record))
        context = {"heading": frame.title, "scripts": (), "diagram": drawn}
        offered = oembed_path(diagram.frame(self._graph, record).path)
        return self._diagram(frame, offered, context, record.key)

    def site_diagram(self, diagram: SiteDiagram) -> str:
        """Return the page of a diagram of the whole dossier."""
        frame = diagram.frame(self._graph)
        drawn = self._draw(diagram, frame, diagram.context(self._graph))
        context = {"heading": diagram.title(), "scripts": diagram.scripts, "diagram": drawn}
        return self._diagram(frame, oembed_path(frame.path), context)

    def _draw(self, diagram: RecordDiagram | SiteDiagram, frame: FramedPage, context: Mapping[str, Any]) -> Markdown:
        """Return a diagram as HTML, whose links open in new tabs."""
        html = self._environment.render_page(diagram.template, frame.path, context)
        return Markdown(html.strip().replace("<a ", NEW_TAB_LINK))

    def _diagram(self, frame: FramedPage, oembed: str, context: Mapping[str, Any], key: str = "") -> str:
        page = self._context(frame, oembed) | {"title": frame.title, **context}
        return self._environment.render_page("embed-diagram.html.j2", frame.path, page, key)

    def _context(self, frame: FramedPage, oembed: str) -> dict[str, Any]:
        """Return what all pages need."""
        settings = self._graph.dossier.settings
        return {
            "language": settings.language,
            "dossier": settings.title,
            "address": linked_address(self._site_url, frame),
            "oembed": oembed and percent_encode(self._site_url) + oembed,
        }


def _record_context(graph: Graph, record: Record) -> dict[str, Any]:
    numbers = number_passages(page_evidence(graph, record))
    statements = () if record.withdrawn else tuple(_statements(graph, record, numbers))
    sources: dict[str, list[str]] = {}
    for (source, _span), number in () if record.withdrawn else numbers.items():
        sources.setdefault(short_name(graph, f"source:{source}"), []).append(str(number))
    return {
        "kind": _("Withdrawn") if record.withdrawn else kind_title(record),
        "title": record.list_label if isinstance(record, Quote) else record.label,
        "note": _note(graph, record),
        "statements": statements,
        "sources": tuple((", ".join(found), name) for name, found in sources.items()),
        "counts": describe_counts(graph.corroboration_of(record)) if sources else "",
    }


def _statements(graph: Graph, record: Record, numbers: Any) -> Iterator[EmbeddedStatement]:
    for statement in graph.statements_in(record, "summary"):
        marks = dict.fromkeys(str(numbers[citation.place]) for citation in statement.citations)
        yield EmbeddedStatement(graph.statement_text(statement), ", ".join(marks), statement.by == "editor")


def _note(graph: Graph, record: Record) -> str:
    """Return who said a quote and when, or why a record was withdrawn; "" for all others."""
    if record.withdrawn:
        return graph.plain_text(record.withdrawn.why)
    return speaker_and_day(graph, record) if isinstance(record, Quote) else ""


def _oembed(graph: Graph, frame: FramedPage, site_url: str) -> bytes:
    settings = graph.dossier.settings
    data = {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "author_name": settings.organization,
        "provider_name": settings.title,
        "provider_url": percent_encode(site_url),
        "html": embed_snippet(site_url, frame),
        "width": frame.width,
        "height": frame.height,
    }
    return json_bytes(data) + b"\n"
