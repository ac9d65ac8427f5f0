"""The whole dossier as JSON, format `dossier/2`: one record per line, sorted, each passage with its position.

Published records are listed by kind; `withdrawn` has the notices of withdrawn ones.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
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
MEDIA_TYPE = "application/json"
DESCRIPTION = (
    "every record with its fields, its address and its passages; each passage with its source, file, start, end, "
    "exact words and attribution (`via`). `url` is the record's page, `original_url` where a source appeared. The "
    "top-level `corrections` are those of the summary on the home page, `withdrawn` the notices of withdrawn records."
)
EXAMPLE = """\
import json

dossier = json.load(open("data/dossier.json", encoding="utf-8"))
for number in dossier["numbers"][:3]:
    print(number["id"], number.get("value", "no exact value"), [passage["exact"] for passage in number["passages"]])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield every published record, by kind and id; YAML scalars become text, numbers too."""
    settings = graph.dossier.settings
    head = [f'"format": {_json(FORMAT)}', f'"title": {_json(settings.title)}']
    lines = json_lines(graph)
    lists = [
        f'"{kind.plural}": [{_join_lines(lines[key] for key in _sorted_keys(graph, kind.plural))}]' for kind in KINDS
    ]
    withdrawn = sorted(graph.dossier.withdrawn, key=lambda record: record.key)
    notices = (_json(_notice(record)) for record in withdrawn)
    corrections = (_json(correction.model_dump(mode="json", exclude_unset=True)) for correction in settings.corrections)
    revisions = [f'"corrections": [{_join_lines(corrections)}]', f'"withdrawn": [{_join_lines(notices)}]']
    yield OutputFile(PATH, "{" + ",\n".join(head + lists + revisions) + "}\n")


def json_lines(graph: Graph) -> Mapping[str, str]:
    """Return each published record as a line of JSON, by its key."""
    return {record.key: _json(_fields(graph, record)) for record in graph.visible}


def _join_lines(items: Iterable[str]) -> str:
    lines = ",\n".join(items)
    return f"\n{lines}\n" if lines else ""


def _sorted_keys(graph: Graph, plural: str) -> list[str]:
    return [record.key for record in sorted(graph.by_kind.get(plural, ()), key=lambda record: record.id)]


def _notice(record: Record) -> Mapping[str, Any]:
    """Return the notice of a withdrawn record: its label and its revisions, none of its claims."""
    revisions = record.model_dump(mode="json", exclude_unset=True, include={"corrections", "formerly", "withdrawn"})
    head = {"kind": record.singular, "id": record.id, "label": record.label, "url": page_url(page_path(record))}
    return head | revisions


def _fields(graph: Graph, record: Record) -> dict[str, Any]:
    fields = record.model_dump(mode="json", exclude_unset=True)
    if "url" in fields:  # Make room for the address of the page.
        fields["original_url"] = fields.pop("url")
    fields |= {"id": record.id, "url": page_url(page_path(record))}
    fields.setdefault("passages", [])
    for citation in graph.citations_of(record):
        holder: Any = fields
        for step in citation.path[:-1]:
            holder = holder[step]
        holder[citation.path[-1]] = _passage(graph, citation)
    return fields


def _passage(graph: Graph, citation: Citation) -> dict[str, Any]:
    """Return a passage; `start` and `end` count code points of the text in `file`, which `exact` quotes as it is."""
    span = citation.span
    return {
        **citation.passage.model_dump(exclude_unset=True),
        "file": span.file,
        "start": span.start,
        "end": span.end,
        "exact": graph.passage_text(citation),
        "via": list(citation.passage.via),
    }


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
