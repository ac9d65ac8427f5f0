"""The whole dossier as JSON, format `dossier/2`: one record a line, sorted, each passage with where it stands.

The records that stand are listed by kind, and no other: `withdrawn` has the notices of those that do not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.citation import Citation
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

FORMAT = "dossier/2"
PATH = "data/dossier.json"
SAYS = (
    "every record with its fields, its address and its passages; each passage with its source, file, start, end, "
    "exact words and chain. `url` is the record's page, `original_url` where a source appeared. `corrections` beside "
    "the kinds are those of the lead, `withdrawn` the notices of records that are claimed no longer."
)
EXAMPLE = """\
import json

dossier = json.load(open("data/dossier.json", encoding="utf-8"))
for number in dossier["numbers"][:3]:
    print(number["id"], number.get("value", "no exact value"), [passage["exact"] for passage in number["passages"]])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Every shown record, by kind and id, its YAML fields as text, lists and mappings."""
    settings = graph.dossier.settings
    head = [f'"format": {_json(FORMAT)}', f'"title": {_json(settings.title)}']
    lines = json_lines(graph)
    lists = [f'"{kind.plural}": [{_lines(lines[key] for key in _keys(graph, kind.plural))}]' for kind in KINDS]
    notices = (_json(_withdrawn(record)) for record in sorted(graph.dossier.withdrawn, key=lambda record: record.key))
    corrections = (_json(one.model_dump(mode="json", exclude_unset=True)) for one in settings.corrections)
    revised = [f'"corrections": [{_lines(corrections)}]', f'"withdrawn": [{_lines(notices)}]']
    yield OutputFile(PATH, "{" + ",\n".join(head + lists + revised) + "}\n")


@lru_cache(maxsize=1)
def json_lines(graph: Graph) -> Mapping[str, str]:
    """Each shown record as a line of JSON, by its key."""
    return {record.key: _json(_fields(graph, record)) for record in graph.visible}


def _lines(listed: Iterable[str]) -> str:
    lines = ",\n".join(listed)
    return f"\n{lines}\n" if lines else ""


def _keys(graph: Graph, plural: str) -> list[str]:
    return [record.key for record in sorted(graph.by_kind.get(plural, ()), key=lambda record: record.id)]


def _withdrawn(record: Record) -> Mapping[str, Any]:
    """What is still told of a withdrawn record: what it was called, and what became of it, none of its claims."""
    told = record.model_dump(mode="json", exclude_unset=True, include={"corrections", "formerly", "withdrawn"})
    return {"kind": record.singular, "id": record.id, "label": record.label, "url": page_url(page_path(record)), **told}


def _fields(graph: Graph, record: Record) -> dict[str, Any]:
    fields = record.model_dump(mode="json", exclude_unset=True)
    if "url" in fields:  # A source's own, which would give way to that of its page.
        fields["original_url"] = fields.pop("url")
    fields |= {"id": record.id, "url": page_url(page_path(record))}
    fields.setdefault("passages", [])
    for citation in graph.citations_of(record):
        holder: Any = fields
        for step in citation.path[:-1]:
            holder = holder[step]
        holder[citation.path[-1]] = passage(graph, citation)
    return fields


def passage(graph: Graph, citation: Citation) -> dict[str, Any]:
    """A passage as data: `start` and `end` count code points of the text in `file`, and `exact` is its own text."""
    span = citation.span
    return {
        **citation.passage.model_dump(exclude_unset=True),
        "file": span.file,
        "start": span.start,
        "end": span.end,
        "exact": graph.dossier.source_texts[span.file].text[span.start : span.end],
        "via": list(citation.passage.via),
    }


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
