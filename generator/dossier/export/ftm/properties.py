"""All properties of a thing of FollowTheMoney.

What has no property of its own stands in `notes`, field by field as it is told; an EDTF date always does.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from dossier.export.columns import ColumnLayout, column_layout
from dossier.export.ftm.entities import EntityBuilder, Properties, clean_name
from dossier.export.ftm.kinds import own_properties
from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.record import Record

CARRIED = frozenset(
    {"name", "title", "question", "aliases", "authors", "url", "text", "latitude", "longitude", "summary"}
)
"""Fields that have a property of their own."""
UNTOLD = frozenset({"passages", "withdrawn"})


def properties_of(things: EntityBuilder, record: Record) -> Properties:
    """All properties of a record's thing."""
    graph = things.graph
    cited = [one for one in graph.citations_of(record) if one.path[0] != "relations"]
    proof = dict.fromkeys(f"source:{one.passage.source}" for one in cited)
    proof.pop(record.key, None)  # Nothing may stand in relation to itself.
    shared: Properties = {
        "name": [clean_name(record.label)],
        "summary": [graph.plain_text(record.summary)],
        "description": [things.passage(one) for one in cited],
        "proof": things.ids_of(proof),
        "notes": list(_notes(graph, record)),
    }
    own = own_properties(things, record)
    return {name: [*shared.get(name, ()), *own.get(name, ())] for name in (*shared, *own)}


def _notes(graph: Graph, record: Record) -> Iterator[str]:
    """Every field as it is told that no property carries, beginning with what names the record here."""
    yield f"record: {record.key}"
    if clean_name(record.label) != record.label:
        yield f"label: {record.label}"
    prose = {leaf.text for leaf in record.marked_fields if isinstance(leaf.mark, ProseField)}
    given = _noted(type(record))
    for column, cell in zip(given.columns, given.cells(record), strict=True):
        if cell not in (None, False) and column.type != "date":
            text = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
            yield f"{column.name}: {graph.plain_text(text) if text in prose else text}"
    for one in record.corrections:
        was = f" (was: {one.was})" if one.was else ""
        yield f"corrected {one.date}: {one.what}{was}: {graph.plain_text(one.why)}"


@cache
def _noted(kind: type[Record]) -> ColumnLayout:
    return column_layout(kind, tuple(name for name in kind.model_fields if name not in UNTOLD | CARRIED))
