"""How far a dossier's evidence is resolved: what decides which phases of rules may run."""

from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.record import Record


def unresolved_paths(graph: Graph) -> set[str]:
    """Return the files of the records whose evidence is not fully known.

    Their own text could not be read, one of their passages is not found, or one of their references leads to no record.
    """
    unread = {record.path for record in graph.dossier.records if _is_unread(graph, record)}
    unfound = {citation.record.path for citation in graph.citations if not citation.is_found}
    dangling = {reference.record.path for reference in graph.references if reference.target not in graph.dossier.by_key}
    return unread | unfound | dangling


def all_records_read(graph: Graph) -> bool:
    """Return whether every record and every source text could be read."""
    return not graph.dossier.unreadable_keys and not any(_is_unread(graph, source) for source in graph.dossier.sources)


def all_passages_found(graph: Graph) -> bool:
    """Return whether every passage of every record is found in its source's text."""
    return all(citation.is_found for citation in graph.citations)


def _is_unread(graph: Graph, record: Record) -> bool:
    return isinstance(record, Source) and record.has_text and record.text not in graph.dossier.source_texts
