"""The whole dossier as JSON, format `dossier/3`: one record per line, sorted, each passage with its position.

Published records are listed by kind, each with its fields as the editors wrote them, and its statements; `lead` has
the statements of the home page, `withdrawn` the notices of withdrawn records.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dossier.export.statement_entries import statement_data
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.citation import Citation
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

FORMAT = "dossier/3"
PATH = "data/dossier.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = (
    "every record with its fields, its address, its passages and its statements. A passage has its source, file, "
    "start, end, exact words and attribution (`via`). A statement is one claim: its text, whether it is by the sources "
    "or by the editor, and its own evidence, with the number of sources (`documents`) and of independent `origins`. "
    "`url` is the record's page, `original_url` where a source appeared. Prose fields are as the editors wrote them, "
    "with links and marks. At the top level, `lead` has the statements of the home page, `corrections` their "
    "corrections, and `withdrawn` the notices of withdrawn records."
)
EXAMPLE = """\
import json

dossier = json.load(open("data/dossier.json", encoding="utf-8"))
for number in dossier["numbers"][:3]:
    print(number["id"], number.get("value", "no exact value"))
    for statement in number["statements"]:
        print("-", statement["text"], [passage["exact"] for passage in statement["evidence"]])
"""

_sorted_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield every published record, by kind and id; YAML scalars become text, numbers too."""
    settings = graph.dossier.settings
    lead = [_sorted_json(statement_data(graph, statement)) for statement in graph.statements_of(settings)]
    lines = {record.key: _sorted_json(record_data(graph, record)) for record in graph.visible}
    withdrawn = sorted(graph.dossier.withdrawn, key=lambda record: record.key)
    lists = {"lead": lead}
    lists |= {kind.plural: [lines[key] for key in _sorted_keys(graph, kind.plural)] for kind in KINDS}
    lists["corrections"] = [
        _sorted_json(correction.model_dump(mode="json", exclude_unset=True)) for correction in settings.corrections
    ]
    lists["withdrawn"] = [_sorted_json(_notice(record)) for record in withdrawn]
    members = [f'"format": {_sorted_json(FORMAT)}', f'"title": {_sorted_json(settings.title)}']
    members += [f'"{name}": {_format_list(items)}' for name, items in lists.items()]
    yield OutputFile(PATH, "{" + ",\n".join(members) + "}\n")


def _format_list(items: Sequence[str]) -> str:
    """Return a JSON list with one item per line."""
    return "[\n" + ",\n".join(items) + "\n]" if items else "[]"


def _sorted_keys(graph: Graph, plural: str) -> list[str]:
    return [record.key for record in sorted(graph.by_kind.get(plural, ()), key=lambda record: record.id)]


def _notice(record: Record) -> Mapping[str, Any]:
    """Return the notice of a withdrawn record: its label and its revisions, none of its claims."""
    revisions = record.model_dump(mode="json", exclude_unset=True, include={"corrections", "formerly", "withdrawn"})
    head = {"kind": record.singular, "id": record.id, "label": record.label, "url": page_url(page_path(record))}
    return head | revisions


def record_data(graph: Graph, record: Record) -> dict[str, Any]:
    """Return a published record: its fields as they are written, and those that the export adds."""
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
    fields["statements"] = [statement_data(graph, statement) for statement in graph.statements_of(record)]
    return fields


def _passage(graph: Graph, citation: Citation) -> dict[str, Any]:
    """Return a passage; `start` and `end` count code points of the text in `file`, which `exact` quotes verbatim."""
    span = citation.span
    return {
        **citation.passage.model_dump(exclude_unset=True),
        "file": span.file,
        "start": span.start,
        "end": span.end,
        "exact": graph.passage_text(citation),
        "via": list(citation.passage.via),
    }
