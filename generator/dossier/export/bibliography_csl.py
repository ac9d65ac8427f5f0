"""The sources as CSL-JSON, which Zotero, Pandoc and word processors cite from."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.edtf.format import in_words
from dossier.edtf.iso import iso_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import Output
from dossier.model.publish_context import Edition
from dossier.text.bibtex import encoded, one_line

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


def export(graph: Graph, edition: Edition) -> Iterator[Output]:
    """A list, a source a line, in the order of sources."""
    sources = graph.shown_of(Source)
    lines = ",\n".join(_json(_item(graph, source)) for source in sources)
    yield Output(PATH, f"[\n{lines}\n]\n")


def _item(graph: Graph, source: Source) -> dict[str, Any]:
    kind = TYPES.get(source.kind, "document")
    fields = {
        "id": source.id,
        "type": kind,
        "title": one_line(source.title),
        "title-short": source.short,
        "author": [{"literal": author} for author in source.authors],
        "container-title" if kind in PERIODICAL else "publisher": graph.labels.get(f"actor:{source.publisher}"),
        "issued": _issued(source.when) if source.when else None,
        "genre": source.kind,
        "URL": encoded(source.url) if source.url else None,
        "abstract": graph.read(source.summary),
        "note": " ".join(notes(source)),
    }
    return {name: value for name, value in fields.items() if value}


def notes(source: Source) -> Iterator[str]:
    """What no field of a bibliography holds: a date that is no plain day, month or year; that a source was not read."""
    if source.when and not iso_date(source.when):
        yield f"Published: {in_words(source.when)} (EDTF: {source.when.text})."
    if not source.held:
        yield UNREAD


def _issued(when: Edtf) -> dict[str, Any]:
    """A plain day, month or year in parts; all else in words, since programs keep one end of a range, and no doubt."""
    plain = iso_date(when)
    return {"date-parts": [[int(part) for part in plain.split("-")]]} if plain else {"literal": in_words(when)}
