"""The whole dossier as JSON, format `dossier/4`: one record per line, sorted, each passage with its position.

Published records are listed by kind, each with its fields and its statements; `lead` has the statements of the home
page, `withdrawn` the notices of withdrawn records. Prose is in plain words; a second field has it as it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from dossier.export.credits import dossier_data
from dossier.export.plain_prose import prose_in, split_prose
from dossier.export.statement_entries import evidence_data, statement_data
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.base import Model
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_bytes

FORMAT = "dossier/4"
PATH = "data/dossier.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "every record with its fields, its address, its passages and its statements. A passage has its source, file, "
    "start, end, exact words and attribution (`via`). A statement is one claim: its text, whether it is by the sources "
    "or by the editor, and its own evidence, with the number of sources (`documents`) and of independent `origins`. "
    "`url` is the record's page, `original_url` where a source appeared. Prose is plain text; beside it, "
    "`summary_markup` and the like have it as the editors wrote it, with links and marks. Dates are in EDTF: `a/b` "
    "lasted from a to b, `[a..b]` is some day from a to b. At the top level, `lead` has the statements of the home "
    "page, `exempt` the exemptions that hold in every source, `corrections` the corrections of the home page, and "
    "`withdrawn` the notices of withdrawn records."
)
EXAMPLE = """\
import json

dossier = json.load(open("data/dossier.json", encoding="utf-8"))
for number in dossier["numbers"][:3]:
    print(number["id"], number.get("value", "no exact value"))
    for statement in number["statements"]:
        print("-", statement["text"], [passage["exact"] for passage in statement["evidence"]])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield every published record, by kind and id; YAML scalars become text, numbers too."""
    yield OutputFile(PATH, partial(_document, graph, publication))


def _document(graph: Graph, publication: PublishContext) -> Iterator[bytes]:
    settings, site_url = graph.dossier.settings, publication.site_url
    withdrawn = sorted(graph.dossier.withdrawn, key=lambda record: record.key)
    lists: dict[str, Iterable[Mapping[str, Any]]] = {
        "lead": (statement_data(graph, statement, site_url) for statement in graph.statements_of(settings)),
        **{
            kind.plural: (record_data(graph, record, site_url) for record in _sorted_records(graph, kind.plural))
            for kind in KINDS
        },
        "exempt": _settings_list(graph, "exempt", settings.exempt),
        "corrections": _settings_list(graph, "corrections", settings.corrections),
        "withdrawn": (notice_data(graph, record, site_url) for record in withdrawn),
    }
    yield b'{"format":%b' % json_bytes(FORMAT)
    for name, value in dossier_data(graph, publication).items():
        yield b",\n%b:%b" % (json_bytes(name), json_bytes(value))
    for name, items in lists.items():
        yield b",\n%b:" % json_bytes(name)
        yield from _list_pieces(items)
    yield b"}\n"


def _list_pieces(items: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield a JSON list with one item per line, its fields sorted."""
    opening = b"[\n"
    for item in items:
        yield opening + json_bytes(dict(sorted(item.items())))
        opening = b",\n"
    yield b"[]" if opening == b"[\n" else b"\n]"


def _sorted_records(graph: Graph, plural: str) -> list[Record]:
    return sorted(graph.by_kind.get(plural, ()), key=lambda record: record.id)


def _settings_list(graph: Graph, name: str, models: Iterable[Model]) -> list[dict[str, Any]]:
    """Return the models in a field of the settings: their exemptions, or the corrections of the home page."""
    data = [model.model_dump(mode="json", exclude_unset=True) for model in models]
    fields = (field for field in prose_in(graph.dossier.settings) if field.path[0] == name)
    split_prose(graph, fields, {name: data})
    return data


def notice_data(graph: Graph, record: Record, site_url: str) -> Mapping[str, Any]:
    """Return the notice of a withdrawn record: its label and its revisions, none of its claims."""
    revisions = record.model_dump(mode="json", exclude_unset=True, include={"corrections", "formerly", "withdrawn"})
    split_prose(graph, (field for field in prose_in(record) if field.path[0] in revisions), revisions)
    head = {
        "kind": record.singular,
        "id": record.id,
        "label": record.label,
        "url": site_url + page_url(page_path(record)),
    }
    return head | revisions


def record_data(graph: Graph, record: Record, site_url: str) -> dict[str, Any]:
    """Return a published record: its fields, and those that the export adds."""
    fields = record.model_dump(mode="json", exclude_unset=True)
    split_prose(graph, record.prose_fields, fields)
    if "url" in fields:  # Make room for the address of the page.
        fields["original_url"] = fields.pop("url")
    fields |= {"id": record.id, "url": site_url + page_url(page_path(record))}
    fields.setdefault("passages", [])
    for citation in graph.citations_of(record):
        passage: Any = fields
        for step in citation.path:
            passage = passage[step]
        passage |= evidence_data(graph, citation, site_url)
        del passage["annotation"]  # Its own address, which others know it by.
    fields["statements"] = [statement_data(graph, statement, site_url) for statement in graph.statements_of(record)]
    return fields
