"""Every passage as a W3C Web Annotation (Recommendation of 2017), with quote and position selectors."""

from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dossier.export import texts
from dossier.export.statement_entries import absolute_or_relative, annotation_id
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, statement_url
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.locator import fragment_selector
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import join_lazily, json_bytes

PATH = "data/annotations.json"
MEDIA_TYPE = "application/json"
NAME = "annotations.json"
DESCRIPTION = gettext_noop(
    "every passage as a W3C Web Annotation: its bodies are the addresses of the statements that are based on it, its "
    "target is the text, with a TextQuoteSelector, a TextPositionSelector and, if the text was extracted from a PDF, a "
    "recording or a table, a FragmentSelector with its page, time or row. A passage that no statement cites has "
    "the record's page as its body. `data/dossier.json` and `data/claims.jsonl` name the annotation of each passage."
)
EXAMPLE = """\
import json

collection = json.load(open("data/annotations.json", encoding="utf-8"))
for annotation in collection["first"]["items"][:3]:
    quote, position, *_ = annotation["target"]["selector"]
    print(annotation["target"]["source"], position["start"], quote["exact"], "| cited by", annotation["body"])
"""
CONTEXT_LENGTH = 32
"""Code points of `prefix` and of `suffix`, fewer at the ends of a text."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield an AnnotationCollection with one page, its annotations in the order of records."""
    yield OutputFile(PATH, partial(_document, graph, publication.site_url))


def _document(graph: Graph, site_url: str) -> Iterator[bytes]:
    citing, id = _addresses_by_annotation(graph, site_url), f"{site_url}{PATH}" if site_url else NAME
    citations = [citation for record in graph.visible for citation in graph.citations_of(record)]
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "AnnotationCollection",
        "label": graph.dossier.settings.title,
        "total": len(citations),
    }
    page = {"id": f"{id}#page", "type": "AnnotationPage", "startIndex": 0}
    yield json_bytes(head)[:-1] + b',"first":' + json_bytes(page)[:-1] + b',"items":[\n'
    yield from join_lazily(
        b",\n", (json_bytes(_annotation(graph, citation, citing, site_url)) for citation in citations)
    )
    yield b"\n]}}\n"


def _addresses_by_annotation(graph: Graph, site_url: str) -> Mapping[str, Sequence[str]]:
    """Return the addresses of the statements that name a passage as their evidence, by the id of its annotation."""
    addresses: dict[str, list[str]] = defaultdict(list)
    for statement in graph.statements:
        address = absolute_or_relative(statement_url(statement), PATH, site_url)
        for citation in statement.citations:
            addresses[annotation_id(citation, site_url)].append(address)
    return addresses


def _annotation(graph: Graph, citation: Citation, citing: Mapping[str, Sequence[str]], site_url: str) -> dict[str, Any]:
    """Return the annotation of a passage; `citing` are the addresses of statements, by the id of the annotation."""
    span, id = citation.span, annotation_id(citation, site_url)
    text = graph.dossier.source_texts[span.file].text
    return {
        "id": id,
        "type": "Annotation",
        "motivation": "linking",
        "body": citing.get(id) or [absolute_or_relative(page_url(page_path(citation.record)), PATH, site_url)],
        "target": {
            "source": _text_address(graph, citation, site_url),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[span.start : span.end],
                    "prefix": text[max(0, span.start - CONTEXT_LENGTH) : span.start],
                    "suffix": text[span.end : span.end + CONTEXT_LENGTH],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                *_fragments(graph, citation),
            ],
        },
    }


def _fragments(graph: Graph, citation: Citation) -> Iterator[dict[str, str]]:
    """Yield where a passage begins in the original, such as on which page, if that is known."""
    for locator in graph.locators_of(citation)[:1]:
        if selector := fragment_selector(locator):
            yield selector


def _text_address(graph: Graph, citation: Citation, site_url: str) -> str:
    """Return the address of the cited text, or a name made of its SHA-256 (RFC 6920) if it may not be published."""
    source = graph.dossier.by_key[f"source:{citation.passage.source}"]
    source_text = graph.dossier.source_texts[citation.span.file]
    if isinstance(source, Source) and source.shows_full_text:
        return absolute_or_relative(f"{texts.FOLDER}/{source_text.file}", PATH, site_url)
    digest = urlsafe_b64encode(bytes.fromhex(source_text.sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"
