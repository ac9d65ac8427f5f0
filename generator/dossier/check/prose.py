"""What an editor tells in a source's stead, and what that may rest on: what the rules about prose share."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.check.helpers import all_found
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.document import Entry
from dossier.model.finding import Location
from dossier.model.kinds.source import Source
from dossier.model.record import Record

FIELDS = frozenset({"summary", "title", "question", "positions", "lead"})
"""The fields that say what sources tell; an assessment, a reasoning or a note is the editor's own voice."""


class Telling(NamedTuple):
    """A field of prose as it is read, cross-links as their words."""

    record: Entry
    path: FieldPath
    prose: str

    def at(self, words: str) -> Location:
        """The place of these words in it."""
        return self.record.at(*self.path, words=words)


def tellings(graph: Graph, having: str) -> Iterator[Telling]:
    """The prose that tells what sources say and has one of the characters `having`.

    Of records whose ground is known alone: where a passage or a name leads nowhere, another rule has spoken.
    """
    for record in graph.dossier.entries:
        for path, _, text in record.prose:
            if path[0] in FIELDS and any(char in text for char in having) and _is_known(graph, record):
                yield Telling(record, path, graph.read(text))


def _is_known(graph: Graph, record: Entry) -> bool:
    found = not isinstance(record, Record) or all_found(graph, record)
    return found and all(key in graph.dossier.by_key for key in graph.named_by(record))


def grounds(graph: Graph, entry: Entry) -> tuple[Record, ...]:
    """The record and those it names: what these rest on, its prose may tell."""
    named = (graph.dossier.by_key[key] for key in graph.named_by(entry))
    return (entry, *named) if isinstance(entry, Record) else tuple(named)


def texts(graph: Graph, record: Entry) -> list[str]:
    """The words of the passages that a record's prose may rest on; a source tells of its whole text."""
    found = [graph.words_of(one) for ground in grounds(graph, record) for one in graph.evidence_of(ground) if one.is_found]
    own = graph.dossier.seeds.get(record.text or "") if isinstance(record, Source) else None
    return [*found, own.text] if own else found
