"""The place of an event or number must be named in a passage, its line, the source's title, or a linked event.

Passes: `place: caracas` with a passage that has “Caracas”; with a `place_basis` (for a number `measure.basis`) that
    names it; a number about an event whose passages name the place.
Fails:  `place: toronto` with the same passage; `place: colombia` for “the border with Colombia”, if that is a place.
"""

from collections.abc import Iterator

from dossier.check.passages import cited_span, surrounding_lines
from dossier.check.places import names_place
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.finding import Finding
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record

ID = "place-not-named"


def check(graph: Graph) -> Iterator[Finding]:
    for event in graph.dossier.events:
        yield from _check_place(graph, event, event.place, ("place",), ("place_basis", event.place_basis))
    for number in graph.dossier.numbers:
        basis = ("measure.basis", number.measure.basis)
        yield from _check_place(graph, number, number.measure.where, ("measure", "where"), basis)


def _check_place(
    graph: Graph, record: Record, place_id: str | None, path: FieldPath, basis: tuple[str, str | None]
) -> Iterator[Finding]:
    place = graph.dossier.by_key.get(f"place:{place_id}")
    name, reason = basis
    if not isinstance(place, Place) or _is_named(graph, record, place):
        return
    if reason is None:
        message = f"no passage names `{place.id}`; correct it, or say in `{name}` how it is known"
        yield Finding(record.location(*path), ID, message)
    elif not names_place(graph, graph.plain_text(reason), place):
        message = f"neither a passage nor `{name}` names `{place.id}`; correct it, or name it there"
        yield Finding(record.location(*path), ID, message)


def _is_named(graph: Graph, record: Record, place: Place) -> bool:
    related = (graph.dossier.by_key.get(key) for key in graph.references_from(record))
    events = [other for other in related if isinstance(other, Event)] if isinstance(record, Number) else []
    return any(names_place(graph, text, place) for holder in (record, *events) for text in _texts(graph, holder))


def _texts(graph: Graph, record: Record) -> Iterator[str]:
    for citation in graph.citations_of(record):
        if citation.is_found:
            yield graph.passage_text(citation)
            yield surrounding_lines(cited_span(graph, citation.span)).words
            source = graph.source_of(citation)
            if isinstance(source, Source):
                yield source.title
