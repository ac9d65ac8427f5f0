"""What the entities of FollowTheMoney share: their ids, and how passages and names are written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.passage import UNIDENTIFIED
from dossier.text.whitespace import collapse_whitespace

Properties = dict[str, list[str | None]]


@dataclass(frozen=True)
class EntityBuilder:
    """Makes ids and values for the entities of a graph. `namespace` sets its ids apart from those of other dossiers."""

    graph: Graph
    namespace: str

    def id(self, *keys: str) -> str:
        """Return the id of a record's entity, or of a link; it depends only on the keys and the namespace."""
        return hashlib.sha1("\n".join((self.namespace, *keys)).encode("utf-8"), usedforsecurity=False).hexdigest()

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id of each published record's entity, by the record's key."""
        return {record.key: self.id(record.key) for record in self.graph.visible}

    def ids_of(self, keys: Iterable[str]) -> list[str | None]:
        """Return the ids of the entities of these records, without unpublished ones."""
        return [self.ids[key] for key in keys if key in self.ids]

    @cached_property
    def field_references(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that each record names in its fields, outside prose and passages, by its own key."""
        targets: dict[str, dict[str, None]] = defaultdict(dict)
        for reference in self.graph.references:
            if not reference.in_prose and "passages" not in reference.path:
                targets[reference.record.key][reference.target] = None
        return {key: tuple(named) for key, named in targets.items()}

    @cached_property
    def short_labels(self) -> Mapping[str, str]:
        """The short label of each published record, by its key."""
        return {record.key: record.short_label for record in self.graph.visible}

    def passage_line(self, citation: Citation) -> str:
        """Return a passage as one line: its words, its attribution and its position."""
        span, passage = citation.span, citation.passage
        links = [self.short_labels.get(self.graph.party_key(link) or "", UNIDENTIFIED) for link in passage.via]
        attribution = " → ".join((self.short_labels[f"source:{passage.source}"], *links))
        return f"“{self.graph.passage_text(citation)}” ({attribution}; {span.file}, {span.start}–{span.end})"


def clean_name(text: str) -> str:
    """Return a name as FollowTheMoney keeps it: on one line, without straight quotation marks around it."""
    line = collapse_whitespace(text)
    return line[1:-1].strip() if len(line) > 2 and line[0] in "\"'" and line[-1] in "\"'" else line
