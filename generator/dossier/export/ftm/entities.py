"""What the things of FollowTheMoney are made with: their ids, how passages and names are written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.passage import UNIDENTIFIED

Properties = dict[str, list[str | None]]


@dataclass(frozen=True)
class EntityBuilder:
    """The things of a graph. `dossier` is what sets its ids apart from those of others: its address, or its title."""

    graph: Graph
    dossier: str

    def id(self, *keys: str) -> str:
        """The id of the thing of a record, or of a link between two: the same as long as their keys are."""
        return hashlib.sha1("\n".join((self.dossier, *keys)).encode("utf-8"), usedforsecurity=False).hexdigest()

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id of each record's thing, by the record's key."""
        return {record.key: self.id(record.key) for record in self.graph.visible}

    def ids_of(self, keys: Iterable[str]) -> list[str | None]:
        """The ids of the things of records, but for records that readers do not see."""
        return [self.ids[key] for key in keys if key in self.ids]

    @cached_property
    def referred(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that each record names in its fields, its prose and passages left aside."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for link in self.graph.references:
            if not link.in_prose and "passages" not in link.path:
                found[link.record.key][link.target] = None
        return {key: tuple(keys) for key, keys in found.items()}

    @cached_property
    def briefs(self) -> Mapping[str, str]:
        """What chains call each record, by its key."""
        return {record.key: record.short_label for record in self.graph.visible}

    def passage(self, citation: Citation) -> str:
        """A passage in a line: its words, its chain, and where it stands."""
        briefs, span, passage = self.briefs, citation.span, citation.passage
        links = [briefs.get(self.graph.party_key(one) or "", UNIDENTIFIED) for one in passage.via]
        chain = " → ".join((briefs[f"source:{passage.source}"], *links))
        return f"“{self.graph.passage_text(citation)}” ({chain}; {span.file}, {span.start}–{span.end})"


def clean_name(text: str) -> str:
    """A name as FollowTheMoney keeps it: in one line, without straight quote marks around it."""
    line = " ".join(text.split())
    return line[1:-1].strip() if len(line) > 2 and line[0] in "\"'" and line[-1] in "\"'" else line
