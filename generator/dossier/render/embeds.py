"""Embeds: each record as a small page that other sites may frame, with the oEmbed (oembed.com, 1.0) that describes it.

They exist only where the address of the site is known. A record has one under its former ids too, and a withdrawn one
says so, so that what others have embedded stays right.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import EMBEDS, embed_path, oembed_path, page_path, page_url
from dossier.io.resources import read_asset
from dossier.model.kinds.quote import Quote
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.terms import kind_title
from dossier.render.cards import describe_counts
from dossier.render.citation_marks import number_passages
from dossier.render.environment import StrictEnvironment, build_environment
from dossier.render.evidence import page_evidence
from dossier.render.filters import short_name
from dossier.render.frames import FRAME_HEIGHT, FRAME_WIDTH, embed_snippet
from dossier.render.social_cards import speaker_and_day
from dossier.text.bibtex import percent_encode
from dossier.text.interface import gettext as _
from dossier.text.serialize import json_bytes
from dossier.text.whitespace import collapse_whitespace


class EmbeddedStatement(NamedTuple):
    """A sentence of a summary in plain words, and the numbers of its passages on the page of its record."""

    text: str
    marks: str
    is_editors: bool


def render_embeds(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the page of each record and its oEmbed, nothing if the address of the site is unknown."""
    if not publication.site_url:
        return
    environment = build_environment(graph)
    yield OutputFile(f"{EMBEDS}/embed.css", read_asset("embed.css"))
    for record in (*graph.visible, *graph.withdrawn):
        for id in (record.id, *record.formerly):
            path = embed_path(record, id)
            yield OutputFile(path, partial(_page, graph, record, publication.site_url, environment, path))
    for record in graph.visible:
        yield OutputFile(oembed_path(record), partial(_oembed, graph, record, publication.site_url))


def _page(graph: Graph, record: Record, site_url: str, environment: StrictEnvironment, path: str) -> str:
    numbers = number_passages(page_evidence(graph, record))
    statements = () if record.withdrawn else tuple(_statements(graph, record, numbers))
    sources: dict[str, list[str]] = {}
    for (source, _span), number in () if record.withdrawn else numbers.items():
        sources.setdefault(short_name(graph, f"source:{source}"), []).append(str(number))
    context = {
        "language": graph.dossier.settings.language,
        "dossier": graph.dossier.settings.title,
        "address": percent_encode(site_url) + page_url(page_path(record)),
        "kind": _("Withdrawn") if record.withdrawn else kind_title(record),
        "title": record.list_label if isinstance(record, Quote) else record.label,
        "note": _note(graph, record),
        "statements": statements,
        "sources": tuple((", ".join(found), name) for name, found in sources.items()),
        "counts": describe_counts(graph.corroboration_of(record)) if sources else "",
    }
    return environment.render_page("embed.html.j2", path, context, record.key)


def _statements(graph: Graph, record: Record, numbers: Any) -> Iterator[EmbeddedStatement]:
    for statement in graph.statements_in(record, "summary"):
        marks = dict.fromkeys(str(numbers[citation.place]) for citation in statement.citations)
        yield EmbeddedStatement(graph.statement_text(statement), ", ".join(marks), statement.by == "editor")


def _note(graph: Graph, record: Record) -> str:
    """Return who said a quote and when, or why a record was withdrawn; "" for all others."""
    if record.withdrawn:
        return graph.plain_text(record.withdrawn.why)
    return speaker_and_day(graph, record) if isinstance(record, Quote) else ""


def _oembed(graph: Graph, record: Record, site_url: str) -> bytes:
    settings = graph.dossier.settings
    data = {
        "version": "1.0",
        "type": "rich",
        "title": collapse_whitespace(record.label),
        "author_name": settings.organization,
        "provider_name": settings.title,
        "provider_url": percent_encode(site_url),
        "html": embed_snippet(site_url, record),
        "width": FRAME_WIDTH,
        "height": FRAME_HEIGHT,
    }
    return json_bytes(data) + b"\n"
