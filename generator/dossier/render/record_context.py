"""The context of a record's page: everything its template shows, looked up, counted and sorted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement, Position
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.marks import find_marks
from dossier.model.record import Record
from dossier.render.evidence import compare_passages
from dossier.render.rows import events_of_actor, number_rows, number_series

MAX_IN_LINE = 8
"""Links that are shown in one line; more of them become a list."""
SINGLE_ROOT, COMMON_ROOT = "traced back to", "all trace back to"


class RecordGroup(NamedTuple):
    """Records under a heading."""

    heading: str
    records: tuple[Record, ...]

    @property
    def is_long(self) -> bool:
        """Whether there are too many for one line."""
        return len(self.records) > MAX_IN_LINE


class CitedPart(NamedTuple):
    """A part of a record, such as a role, with the passages it cites."""

    part: Any
    citations: tuple[Citation, ...]


class RelatedActor(NamedTuple):
    """Another record's relation to the actor of the page."""

    record: Record
    relation: CitedPart


class PositionContext(NamedTuple):
    """A position of a disagreement, and the published records it is based on."""

    position: CitedPart
    records: tuple[Record, ...]


def record_context(graph: Graph, record: Record) -> dict[str, Any]:
    """Return the context of a record's page; `EXTRAS` adds what the templates of some kinds also need."""
    corroboration = graph.corroboration_of(record)
    evidence = distinct(citation for citation in graph.evidence_of(record) if citation.is_found)
    extras = EXTRAS[type(record)](graph, record) if type(record) in EXTRAS else {}
    linked = _already_linked(record, extras)
    return {
        "record": record,
        "evidence": evidence,
        "numbers": {
            (citation.passage.source, citation.span): number for number, citation in enumerate(evidence, start=1)
        },
        "roots": _root_keys(graph, corroboration),
        "rootless": tuple(origin for origin in corroboration.origins if origin.root is None),
        "common_root_text": _common_root_text(corroboration, evidence),
        "comparisons": compare_passages([(citation, graph.passage_text(citation)) for citation in evidence]),
        "mentions": grouped(other for other in graph.backlinks_of(record) if other.key not in linked),
        "corrections": tuple(reversed(record.corrections)),
        **extras,
    }


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the first citation of each passage, in order."""
    first: dict[object, Citation] = {}
    for citation in citations:
        first.setdefault((citation.passage.source, citation.span), citation)
    return tuple(first.values())


def grouped(records: Iterable[Record]) -> tuple[RecordGroup, ...]:
    """Group records under the headings of their kinds; `records` are sorted by kind, as the graph lists them."""
    return tuple(
        RecordGroup(heading, tuple(group)) for heading, group in groupby(records, key=lambda record: record.heading)
    )


def with_citations(graph: Graph, record: Record, field: str) -> tuple[CitedPart, ...]:
    """Return the parts in the list `field` of a record, each with the citations of its own passages."""
    citations = [citation for citation in graph.citations_of(record) if citation.is_found and citation.path[0] == field]
    return tuple(
        CitedPart(part, tuple(citation for citation in citations if citation.path[1] == index))
        for index, part in enumerate(getattr(record, field))
    )


def _already_linked(record: Record, extras: Mapping[str, Any]) -> set[str]:
    """Return the keys of the records that a page links to before it lists where the record is mentioned."""
    keys = {*record.about}
    keys |= {other.key for group in extras.get("groups", ()) for other in group.records}
    keys |= {row.event.key for row in extras.get("events", ())}
    keys |= {related.record.key for related in extras.get("related", ())}
    keys |= {row.number.key for row in extras["series"].table.rows} if extras.get("series") else set()
    return keys


def _root_keys(graph: Graph, corroboration: Corroboration) -> tuple[str, ...]:
    """Return the keys of the origins' roots, of those that are records."""
    keys = [graph.party_key(origin.root) for origin in corroboration.origins if origin.root is not None]
    return tuple(key for key in keys if key)


def _common_root_text(corroboration: Corroboration, evidence: Sequence[Citation]) -> str:
    """Return how the evidence leads to its only origin; "" if it has several origins, or one without a single root."""
    if len(corroboration.origins) != 1 or corroboration.origins[0].root is None:
        return ""
    attributions = {(citation.passage.source, citation.passage.via) for citation in evidence}
    return SINGLE_ROOT if len(attributions) == 1 else COMMON_ROOT


def _actor(graph: Graph, actor: Actor) -> Mapping[str, Any]:
    said, heard = graph.referring_records(actor, "speaker"), graph.referring_records(actor, "addressed_to")
    listed = {quote.key for quote in (*said, *heard)}
    about = tuple(
        record
        for record in graph.referring_records(actor, "about")
        if isinstance(record, Quote) and record.key not in listed
    )
    groups = (
        RecordGroup("What they said", said),
        RecordGroup("What was said to them", heard),
        RecordGroup("What was said about them", about),
        RecordGroup("What they counted", graph.referring_records(actor, "counted_by")),
    )
    sides = {side.id: side.name for side in graph.dossier.settings.sides}
    return {
        "roles": with_citations(graph, actor, "roles"),
        "relations": with_citations(graph, actor, "relations"),
        "related": _related_actors(graph, actor),
        "events": events_of_actor(graph, actor),
        "groups": tuple(group for group in groups if group.records),
        "side": sides.get(actor.side or ""),
    }


def _related_actors(graph: Graph, actor: Actor) -> tuple[RelatedActor, ...]:
    """Return the relations to an actor that other actors' records state."""
    return tuple(
        RelatedActor(record, relation)
        for record in graph.referring_records(actor, "relations")
        for relation in with_citations(graph, record, "relations")
        if relation.part.to == actor.id
    )


def _number(graph: Graph, number: Number) -> Mapping[str, Any]:
    series = number_series(graph, number)
    return {"row": number_rows(graph, [number])[0], "series": series if len(series.table.rows) > 1 else None}


def _disagreement(graph: Graph, disagreement: Disagreement) -> Mapping[str, Any]:
    by_key = graph.dossier.by_key
    return {
        "positions": tuple(
            PositionContext(
                position, tuple(by_key[key] for key in _cited_keys(position.part) if key in graph.visible_keys)
            )
            for position in with_citations(graph, disagreement, "positions")
        )
    }


def _cited_keys(position: Position) -> Iterator[str]:
    """Yield the keys of the other records that a position cites."""
    return (mark.key for mark in find_marks(position.statement) if mark.key is not None)


def _source(graph: Graph, source: Source) -> Mapping[str, Any]:
    by_key = graph.dossier.by_key
    citing = {citation.record.key: citation.record for citation in graph.citations_from(source.id)}
    published = [record for key, record in citing.items() if record is not source and key in graph.visible_keys]
    cited_for = [RecordGroup(f"Cited for {group.heading.lower()}", group.records) for group in grouped(published)]
    groups = (*cited_for, RecordGroup("Sources based on it", graph.referring_records(source, "rests_on")))
    return {
        "groups": tuple(group for group in groups if group.records),
        "upstream": tuple(by_key[f"source:{name}"] for name in source.rests_on if f"source:{name}" in by_key),
    }


EXTRAS: Mapping[type[Record], Callable[[Graph, Any], Mapping[str, Any]]] = {
    Actor: _actor,
    Number: _number,
    Disagreement: _disagreement,
    Source: _source,
}
