"""The sources as CSL-JSON, which Zotero, Pandoc and word processors cite from."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.edtf.format import format_edtf
from dossier.edtf.iso import iso_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.bibtex import percent_encode
from dossier.text.whitespace import collapse_whitespace

PATH = "data/bibliography.json"
SAYS = (
    "the sources as CSL-JSON, for Zotero, Pandoc and other reference managers. `note` has each date in EDTF that is no "
    "plain day, month or year, and says which sources were not read themselves."
)
EXAMPLE = """\
import json

for source in json.load(open("data/bibliography.json", encoding="utf-8"))[:3]:
    print(source["id"], source["type"], source["title"], source.get("issued", "undated"))
"""
TYPES = {
    "news": "article-newspaper",
    "opinion blog": "post-weblog",
    "blog post": "post-weblog",
    "report": "report",
    "broadcast": "broadcast",
    "aggregator": "webpage",
}
"""What CSL calls a kind of source; the others are documents."""
PERIODICAL = {"article-newspaper", "post-weblog", "webpage"}
"""Of these the publisher is what they stand in."""
UNREAD = "Not held: known only through the documents that tell of it."

_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """A list, a source a line, in the order of sources."""
    sources = graph.visible_of(Source)
    lines = ",\n".join(_json(_item(graph, source)) for source in sources)
    yield OutputFile(PATH, f"[\n{lines}\n]\n")


def _item(graph: Graph, source: Source) -> dict[str, Any]:
    kind = TYPES.get(source.kind, "document")
    fields = {
        "id": source.id,
        "type": kind,
        "title": collapse_whitespace(source.title),
        "title-short": source.short,
        "author": [{"literal": author} for author in source.authors],
        "container-title" if kind in PERIODICAL else "publisher": graph.labels.get(f"actor:{source.publisher}"),
        "issued": _issued(source.main_date) if source.main_date else None,
        "genre": source.kind,
        "URL": percent_encode(source.url) if source.url else None,
        "abstract": graph.plain_text(source.summary),
        "note": " ".join(notes(source)),
    }
    return {name: value for name, value in fields.items() if value}


def notes(source: Source) -> Iterator[str]:
    """What no field of a bibliography holds: a date that is no plain day, month or year; that a source was not read."""
    if source.main_date and not iso_date(source.main_date):
        yield f"Published: {format_edtf(source.main_date)} (EDTF: {source.main_date.text})."
    if not source.has_text:
        yield UNREAD


def _issued(when: Edtf) -> dict[str, Any]:
    """A plain day, month or year in parts; all else in words, since programs keep one end of a range, and no doubt."""
    plain = iso_date(when)
    return {"date-parts": [[int(part) for part in plain.split("-")]]} if plain else {"literal": format_edtf(when)}
