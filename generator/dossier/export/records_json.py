"""One JSON file for each record, complete in itself, and a list of these files."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from dossier.export import dossier_json
from dossier.export.dossier_json import notice_data, record_data
from dossier.export.statement_entries import source_data
from dossier.graph import Graph
from dossier.graph.urls import HOME_PAGE, RECORD_DATA, data_path, page_path, page_url
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext_noop
from dossier.text.serialize import join_lazily, json_bytes

PATH = f"{RECORD_DATA}/index.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "a JSON file for each record, which its page links to: `data/records/numbers/defectors.json` for "
    "`numbers/defectors.html`. It has the record as in `data/dossier.json`, the records that mention it "
    "(`mentioned_in`), the names and addresses of all `records` that it names, and what its passages are cited from "
    "(`sources`). This file lists all of them, with their addresses."
)
EXAMPLE = """\
import json

records = json.load(open("data/records/index.json", encoding="utf-8"))
number = next(record for record in records if record["kind"] == "number")
document = json.load(open(f"data/records/numbers/{number['id']}.json", encoding="utf-8"))
print(document["label"], "|", document["record"]["url"])
for statement in document["record"]["statements"]:
    sources = [document["sources"][passage["source"]]["title"] for passage in statement["evidence"]]
    print("-", statement["text"], sources)
for key in document["mentioned_in"][:3]:
    print("mentioned in:", document["records"][key]["label"])
"""
ROOT_FROM_RECORD = "../../../"
"""The site's root from the file of a record, for a site whose address is not known."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the list, then the file of each record; that of a withdrawn one has its notice."""
    site_url = publication.site_url
    yield OutputFile(PATH, partial(_list, graph, site_url))
    for record in (*graph.visible, *graph.withdrawn):
        yield OutputFile(data_path(record), partial(_file, graph, record, site_url))


def _list(graph: Graph, site_url: str) -> Iterator[bytes]:
    records = (*graph.visible, *graph.withdrawn)
    yield b"[\n"
    yield from join_lazily(b",\n", (json_bytes(_identity(graph, record, site_url)) for record in records))
    yield b"\n]\n"


def _identity(graph: Graph, record: Record, site_url: str) -> dict[str, Any]:
    """Return the names and the addresses of a record."""
    return {
        "key": record.key,
        "kind": record.singular,
        "id": record.id,
        "label": graph.labels.get(record.key) or record.label,
        "url": site_url + page_url(page_path(record)),
        "data": site_url + data_path(record),
        **({"withdrawn": record.withdrawn.date.text} if record.withdrawn else {}),
    }


def _file(graph: Graph, record: Record, site_url: str) -> bytes:
    settings = graph.dossier.settings
    head = {
        "format": dossier_json.FORMAT,
        "dossier": {
            "title": settings.title,
            "language": settings.language,
            "root": site_url or ROOT_FROM_RECORD,
            "url": site_url + page_url(HOME_PAGE),
            "data": site_url + dossier_json.PATH,
        },
        **_identity(graph, record, site_url),
    }
    if record.withdrawn:
        return json_bytes(head | {"record": notice_data(graph, record, site_url)}) + b"\n"
    return json_bytes(head | _content(graph, record, site_url)) + b"\n"


def _content(graph: Graph, record: Record, site_url: str) -> dict[str, Any]:
    """Return a record, the records that mention it, and the names of all records and sources that these name."""
    citations = [
        *graph.citations_of(record),
        *(citation for statement in graph.statements_of(record) for citation in statement.citations),
    ]
    mentioning = [other.key for other in graph.backlinks_of(record)]
    parties = [party.key for citation in citations for party in graph.parties_of(citation)]
    cited = [citation.record.key for citation in citations]
    named = dict.fromkeys((*graph.references_from(record), *cited, *parties, *mentioning))
    by_key = graph.dossier.by_key
    sources = dict.fromkeys(citation.passage.source for citation in citations)
    return {
        "record": record_data(graph, record, site_url),
        "mentioned_in": mentioning,
        "records": {
            key: _identity(graph, by_key[key], site_url)
            for key in named
            if key != record.key and key in graph.visible_keys
        },
        "sources": {
            source_id: source_data(graph, source, site_url)
            for source_id in sources
            if isinstance(source := by_key[f"source:{source_id}"], Source)
        },
    }
