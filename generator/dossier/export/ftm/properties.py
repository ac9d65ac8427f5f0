"""The properties of a record's entity in FollowTheMoney.

Fields without a property are in `notes`, one note per field; the EDTF of a date always is.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from dossier.export.columns import ColumnLayout, column_layout
from dossier.export.ftm.entities import EntityBuilder, Properties, clean_name
from dossier.export.ftm.kinds import kind_properties
from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.record import Record

FIELDS_WITH_PROPERTY = frozenset(
    {"name", "title", "question", "aliases", "authors", "url", "text", "latitude", "longitude", "summary"}
)
FIELDS_LEFT_OUT = frozenset({"passages", "withdrawn"})


def entity_properties(builder: EntityBuilder, record: Record) -> Properties:
    """Return all properties of a record's entity."""
    graph = builder.graph
    citations = [citation for citation in graph.citations_of(record) if citation.path[0] != "relations"]
    sources = dict.fromkeys(f"source:{citation.passage.source}" for citation in citations)
    sources.pop(record.key, None)  # FollowTheMoney refuses an entity that refers to itself.
    shared: Properties = {
        "name": [clean_name(record.label)],
        "summary": [graph.plain_text(record.summary)],
        "description": [builder.passage_line(citation) for citation in citations],
        "proof": builder.ids_of(sources),
        "notes": list(_notes(graph, record)),
    }
    specific = kind_properties(record, builder)
    return {name: [*shared.get(name, ()), *specific.get(name, ())] for name in (*shared, *specific)}


def _notes(graph: Graph, record: Record) -> Iterator[str]:
    """Yield the record's key, then every field that no property carries, then its corrections."""
    yield f"record: {record.key}"
    if clean_name(record.label) != record.label:
        yield f"label: {record.label}"
    prose = {field.text for field in record.marked_fields if isinstance(field.mark, ProseField)}
    layout = _note_layout(type(record))
    for column, cell in zip(layout.columns, layout.cells(record), strict=True):
        if cell not in (None, False) and column.type != "date":
            text = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
            yield f"{column.name}: {graph.plain_text(text) if text in prose else text}"
    for correction in record.corrections:
        was = f" (was: {correction.was})" if correction.was else ""
        yield f"corrected {correction.date}: {correction.what}{was}: {graph.plain_text(correction.why)}"


@cache
def _note_layout(kind: type[Record]) -> ColumnLayout:
    excluded = FIELDS_WITH_PROPERTY | FIELDS_LEFT_OUT
    return column_layout(kind, tuple(name for name in kind.model_fields if name not in excluded))
