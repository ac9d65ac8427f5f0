"""What a claim needs besides its words, so that no other file is needed: names, figures, dates and disagreements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.export.statement_entries import attribution_names
from dossier.graph import Graph
from dossier.graph.markup import find_cross_links
from dossier.graph.statements import Statement
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.marks import MAX_TEXTS
from dossier.model.passage import Span
from dossier.model.record import Record

PlaceInText = tuple[str, Span]
"""A source, and the span of words in its text."""


class _Position(NamedTuple):
    """An answer: its text, its passages and their attributions, and the keys of the records that it cites."""

    text: str
    places: Sequence[PlaceInText]
    records: frozenset[str]
    attributions: Sequence[Sequence[str]]

    def shares_evidence(self, places: Sequence[PlaceInText], record: str) -> bool:
        """Return whether it is based on words of one of the passages, or cites the record."""
        return record in self.records or any(
            own_source == source and _overlap(own, other) for own_source, own in self.places for source, other in places
        )


def _overlap(one: Span, other: Span) -> bool:
    """Return whether two passages of a source have words in common."""
    return one.start < other.end and other.start < one.end


def record_facts(graph: Graph, record: Record) -> dict[str, Any]:
    """Return what a record says in fields of its own: its review, status and date, its figure or its speaker."""
    date = record.main_date
    facts: dict[str, Any] = {
        "review": record.review,
        "status": getattr(record, "status", None),
        "date": date.text if date else None,
        "date_words": format_edtf(date) if date else None,
    }
    if isinstance(record, Number):
        facts["figure"] = _figure(graph, record)
    if isinstance(record, Quote):
        facts |= {"words": record.words, "speaker": _label(graph, f"actor:{record.speaker}")}
    return facts


def _figure(graph: Graph, number: Number) -> dict[str, Any]:
    """Return the figure of a number, in words and as decimals, and what it counts."""
    decimals = {"value": number.value, "min": number.min, "max": number.max}
    fields = {
        "words": number.figure,
        "qualifier": number.qualifier,
        **{name: format(decimal, "f") for name, decimal in decimals.items() if decimal is not None},
        "unit": number.unit,
        "counts": number.measure.what,
        "scope": number.measure.scope,
        "where": _label(graph, f"place:{number.measure.where}"),
        "counted_by": _label(graph, f"actor:{number.counted_by}"),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _label(graph: Graph, key: str) -> str | None:
    return graph.labels[key] if key in graph.visible_keys else None


def named_records(graph: Graph, statement: Statement, site_url: str) -> dict[str, list[dict[str, str]]]:
    """Return the actors and the places that a statement, or a field of its record, names, with their addresses."""
    item = statement.item
    linked = (link.key for link in find_cross_links(statement.markup)) if statement.has_markup else ()
    keys = dict.fromkeys((item.key, *linked, *_field_references(graph).get(item.key, ())))
    records = [graph.dossier.by_key[key] for key in keys if key in graph.visible_keys]
    return {
        kind.plural: [_name(graph, record, site_url) for record in records if isinstance(record, kind)]
        for kind in (Actor, Place)
    }


def _name(graph: Graph, record: Record, site_url: str) -> dict[str, str]:
    return {"key": record.key, "label": graph.labels[record.key], "url": site_url + page_url(page_path(record))}


@lru_cache(maxsize=1)
def _field_references(graph: Graph) -> Mapping[str, Sequence[str]]:
    """Return the keys that the fields of each record name, its prose and its passages aside, by the record's key."""
    keys: dict[str, list[str]] = defaultdict(list)
    for reference in graph.references:
        if not reference.in_prose and "passages" not in reference.path:
            keys[reference.record.key].append(reference.target)
    return keys


class _Bases(NamedTuple):
    """What answers are based on: the disagreements by the key of a record that they cite, and places by source."""

    by_record: Mapping[str, Sequence[Disagreement]]
    by_source: Mapping[str, Sequence[tuple[Span, Disagreement]]]


@lru_cache(maxsize=1)
def _bases(graph: Graph) -> _Bases:
    by_record: dict[str, list[Disagreement]] = defaultdict(list)
    by_source: dict[str, list[tuple[Span, Disagreement]]] = defaultdict(list)
    for disagreement in graph.visible_of(Disagreement):
        for position in _positions(graph, disagreement):
            for key in position.records:
                by_record[key].append(disagreement)
            for source, span in position.places:
                by_source[source].append((span, disagreement))
    return _Bases(by_record, by_source)


def disagreements_of(graph: Graph, statement: Statement, site_url: str) -> list[dict[str, Any]]:
    """Return the disagreements that a statement is part of, each with all of its answers.

    It is part of one if an answer is based on words of its passages, or on the figure that it is about, or if it is in
    the record of the disagreement.
    """
    item = statement.item
    places = [citation.place for citation in statement.citations]
    number = item.key if isinstance(item, Number) else ""
    bases = _bases(graph)
    near = {other.key: other for other in bases.by_record.get(number, ())}
    for source, span in places:
        for other_span, other in bases.by_source.get(source, ()):
            if _overlap(span, other_span):
                near[other.key] = other
    if isinstance(item, Disagreement):
        near[item.key] = item
    return [_disagreement_data(graph, near[key], places, number, site_url) for key in sorted(near)]


def _disagreement_data(
    graph: Graph, disagreement: Disagreement, places: Sequence[PlaceInText], number: str, site_url: str
) -> dict[str, Any]:
    """Return a disagreement with its answers, and whether each shares evidence with a statement."""
    return {
        "question": graph.labels[disagreement.key],
        "type": disagreement.type,
        "weight": disagreement.weight,
        "positions": [
            {
                "text": position.text,
                "shares_evidence": position.shares_evidence(places, number),
                "attributions": position.attributions,
            }
            for position in _positions(graph, disagreement)
        ],
        "url": site_url + page_url(page_path(disagreement)),
    }


@lru_cache(MAX_TEXTS)
def _positions(graph: Graph, disagreement: Disagreement) -> Sequence[_Position]:
    """Return the answers of a disagreement."""
    positions = []
    for index, position in enumerate(disagreement.positions):
        statements = graph.statements_in(disagreement, "positions", index)
        citations = [citation for statement in statements for citation in statement.citations]
        attributions = dict.fromkeys(attribution_names(graph, citation) for citation in citations)
        records = frozenset(mark.key for statement in statements for mark in statement.marks if mark.key)
        places = tuple(dict.fromkeys(citation.place for citation in citations))
        positions.append(_Position(graph.plain_text(position.statement), places, records, tuple(attributions)))
    return tuple(positions)
