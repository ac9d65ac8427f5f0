"""Every passage as a W3C Web Annotation (Recommendation of 2017), with quote and position selectors."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any

from dossier.export import texts
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, relative_url
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.serialize import json_line

PATH = "data/annotations.json"
MEDIA_TYPE = "application/json"
NAME = "annotations.json"
DESCRIPTION = (
    "every passage as a W3C Web Annotation: the record's page as its body, the text as its target, with a "
    "TextQuoteSelector and a TextPositionSelector."
)
EXAMPLE = """\
import json

collection = json.load(open("data/annotations.json", encoding="utf-8"))
for annotation in collection["first"]["items"][:3]:
    quote, position = annotation["target"]["selector"]
    print(annotation["target"]["source"], position["start"], quote["exact"])
"""
CONTEXT_LENGTH = 32
"""Code points of `prefix` and of `suffix`, fewer at the ends of a text."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield an AnnotationCollection with one page, its annotations in the order of records."""
    items = [_annotation(graph, citation) for record in graph.visible for citation in graph.citations_of(record)]
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": NAME,
        "type": "AnnotationCollection",
        "label": graph.dossier.settings.title,
        "total": len(items),
    }
    lines = ",\n".join(map(json_line, items))
    opening = json_line(head)[:-1]
    page = f'{{"id": "{NAME}#page", "type": "AnnotationPage", "startIndex": 0, "items": [\n{lines}\n]}}'
    yield OutputFile(PATH, f'{opening}, "first": {page}}}\n')


def annotation_id(citation: Citation) -> str:
    """Return the id of a passage's annotation, which is an address from `data/`."""
    path = ".".join(map(str, citation.path))
    return f"{relative_url(page_url(page_path(citation.record)), PATH)}#{path}"


def _annotation(graph: Graph, citation: Citation) -> dict[str, Any]:
    span = citation.span
    text = graph.dossier.source_texts[span.file].text
    page = relative_url(page_url(page_path(citation.record)), PATH)
    return {
        "id": annotation_id(citation),
        "type": "Annotation",
        "motivation": "linking",
        "body": page,
        "target": {
            "source": _text_address(graph, citation),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[span.start : span.end],
                    "prefix": text[max(0, span.start - CONTEXT_LENGTH) : span.start],
                    "suffix": text[span.end : span.end + CONTEXT_LENGTH],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _text_address(graph: Graph, citation: Citation) -> str:
    """Return the address of the cited text, or a name made of its SHA-256 (RFC 6920) if it may not be published."""
    source = graph.dossier.by_key[f"source:{citation.passage.source}"]
    source_text = graph.dossier.source_texts[citation.span.file]
    if isinstance(source, Source) and source.shows_full_text:
        return relative_url(f"{texts.FOLDER}/{source_text.file}", PATH)
    digest = urlsafe_b64encode(bytes.fromhex(source_text.sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"
