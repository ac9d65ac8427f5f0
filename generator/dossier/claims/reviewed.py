"""Whether what a reviewer read in a record is still what it says: by a digest of its statements, values and passages.

A digest needs no repository, and other edits, such as those of a note, of formatting or of an id, do not change it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dossier.claims.differences import find_differences
from dossier.graph import Graph
from dossier.graph.graph import resolve_reference
from dossier.model.base import FieldPath, Ref
from dossier.model.record import DIGEST_LENGTH, Record, ReviewVerdict
from dossier.text.serialize import json_bytes
from dossier.text.whitespace import collapse_whitespace

ReviewStatus = Literal["not reviewed", "changed since", "look again", "holds"]
"""The last review of a record: all but `holds` remain to be done."""


def review_status(graph: Graph, record: Record) -> ReviewStatus:
    """Return what the last review of a record says of it as it is now."""
    if record.reviewed is None:
        return "not reviewed"
    if record.reviewed.verdict == "look again":
        return "look again"
    return "holds" if record.reviewed.digest in (None, claim_digest(graph, record)) else "changed since"


def confirmed_review(graph: Graph, record: Record) -> ReviewVerdict | None:
    """Return the review that found that a record holds, None if there is none, or if the record has changed since."""
    return record.reviewed if review_status(graph, record) == "holds" else None


def claim_digest(graph: Graph, record: Record) -> str:
    """Return the first hexadecimal digits of the SHA-256 of all that a reviewer compares with the passages."""
    values = [_items(claim_values(graph, record)), sorted(_passages(graph, record))]
    return hashlib.sha256(json_bytes([*_statements(graph, record), *values])).hexdigest()[:DIGEST_LENGTH]


def _items(claims: Iterable["ClaimValue"]) -> list[list[list[str]]]:
    """Return the fields and values of each item of a list together, in an order that does not depend on the list's."""
    items: dict[FieldPath, list[list[str]]] = {}
    for claim in claims:
        index = next((place for place, part in enumerate(claim.path) if isinstance(part, int)), -1)
        items.setdefault(claim.path[: index + 1], []).append([claim.field, claim.value])
    return sorted(sorted(item) for item in items.values())


def _statements(graph: Graph, record: Record) -> Iterator[list[str]]:
    """Yield the field of each statement, its words as readers see them, and its passages."""
    for statement in (*graph.unmarked_titles_of(record), *graph.statements_of(record)):
        passages = sorted(graph.passage_text(citation) for citation in statement.citations)
        words = (str(statement.path[0]), graph.statement_text(statement), *passages)
        yield [*map(collapse_whitespace, words)]


class ClaimValue(NamedTuple):
    """A value that is part of a claim, as readers see it, and the path of its field."""

    path: FieldPath
    field: str
    value: str


def claim_values(graph: Graph, record: Record) -> Iterator[ClaimValue]:
    """Yield each value that is part of the claim; a reference as the label of its record, whose id is no claim."""
    targets = {
        field.path: resolve_reference(field.text, field.mark.kinds, graph.dossier)
        for field in record.marked_fields
        if isinstance(field.mark, Ref)
    }
    for difference in find_differences(None, record):
        if difference.facet == "claim" and difference.after is not None:
            target = targets.get(difference.path, "")
            yield ClaimValue(difference.path, difference.field, graph.labels.get(target, difference.after))


def _passages(graph: Graph, record: Record) -> Iterator[list[str]]:
    """Yield the words of each passage, with the names of those who passed them on."""
    for citation in graph.citations_of(record):
        words = graph.passage_text(citation) if citation.is_found else citation.passage.exact
        parties = (graph.labels.get(party.key, party.key) for party in graph.parties_of(citation))
        yield ["passages", collapse_whitespace(words), *parties]
