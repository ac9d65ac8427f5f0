"""The graph of a dossier: who refers to whom, what rests on what."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from dossier.graph.markup import find_cross_links, strip_markup
from dossier.graph.origins import Corroboration, count_origins, upstream
from dossier.model.base import FieldPath, ProseField, Ref
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.coverage import CoverageItem
from dossier.model.dossier import Dossier
from dossier.model.finding import Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement, Position
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED, ExcludedRegion
from dossier.model.record import Record

Kind = TypeVar("Kind", bound=Record)
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


class Reference(NamedTuple):
    """A reference from a field of a record, or of the settings, to a record, as written; `target` may not exist.

    `kinds` are the kinds the field may name; `written` is the text of the field or the key in the prose.
    """

    record: ContentItem
    path: FieldPath
    target: str
    written: str
    kinds: tuple[str, ...]
    in_prose: bool = False

    @property
    def location(self) -> Location:
        """Where it is written."""
        return self.record.location(*self.path, words=f"[[{self.written}" if self.in_prose else "")


@dataclass(frozen=True, eq=False)  # One is itself and no other, so that what is made of it can be kept for it.
class Graph:
    """A dossier with its citations and links. Every listing is in a stable order."""

    dossier: Dossier
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    regions: Mapping[str, tuple[ExcludedRegion | None, ...]]
    """Where the excluded regions of each text stand, by its source's id, as its record lists them."""
    coverage: tuple[CoverageItem, ...] = ()

    @cached_property
    def visible(self) -> tuple[Record, ...]:
        """The records that readers see, kind by kind, each kind in its own order: all but drafts."""
        return _sort_records(record for record in self.dossier.records if not record.is_draft)

    @cached_property
    def withdrawn(self) -> tuple[Record, ...]:
        """The records that are claimed no longer, in the same order: at the address of each stands a notice."""
        return _sort_records(self.dossier.withdrawn)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        """The shown records of each kind, by its plural."""
        return group_by(self.visible, lambda record: (record.plural,))

    def visible_of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The shown records of a kind, in their order."""
        return tuple(record for record in self.by_kind.get(kind.plural, ()) if isinstance(record, kind))

    @cached_property
    def visible_keys(self) -> frozenset[str]:
        return frozenset(record.key for record in self.visible)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {record.key: at for at, record in enumerate(self.visible)}

    @cached_property
    def _cited(self) -> Mapping[str, tuple[Citation, ...]]:
        return group_by(self.citations, lambda citation: (citation.record.key,))

    @cached_property
    def _cited_from(self) -> Mapping[str, tuple[Citation, ...]]:
        return group_by(self.citations, lambda citation: (citation.passage.source,) if citation.is_found else ())

    @cached_property
    def _backlinks(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for link in self.references:
            if link.record.key in self._order and link.target != link.record.key:
                found[link.target].add(link.record.key)
        by_key, order = self.dossier.by_key, self._order.__getitem__
        return {key: tuple(by_key[one] for one in sorted(keys, key=order)) for key, keys in found.items()}

    @cached_property
    def _corroborations(self) -> Mapping[str, Corroboration]:
        found = (
            (record.key, (one for one in self.evidence_of(record) if one.is_found)) for record in self.dossier.records
        )
        return {key: count_origins(evidence, self.upstream_sources) for key, evidence in found}

    @cached_property
    def number_series(self) -> Mapping[tuple[str, ...], tuple[Number, ...]]:
        """The shown numbers of each measure, in their order."""
        return group_by(self.visible_of(Number), lambda number: (number.measure_key,))

    @cached_property
    def coverage_by_source(self) -> Mapping[str, tuple[CoverageItem, ...]]:
        """What the coverage tells of each text, by its source's id."""
        return group_by(self.coverage, lambda one: (one.source,))

    @cached_property
    def readable_sources(self) -> tuple[Source, ...]:
        """The shown sources whose texts were read, in their order."""
        return tuple(source for source in self.visible_of(Source) if source.text in self.dossier.source_texts)

    @cached_property
    def _party_keys(self) -> Mapping[str, str]:
        actors = {record.id: record.key for record in self.dossier.actors}
        return actors | {record.id: record.key for record in self.dossier.sources}

    def party_key(self, name: str) -> str | None:
        """The key of the record that a link of a chain means: a source, else an actor; None where it names nobody."""
        return self._party_keys.get(name)

    @cached_property
    def upstream_sources(self) -> Mapping[str, tuple[str, ...]]:
        """What each source rests on, to the end."""
        sources = {source.id: source for source in self.dossier.sources}
        return {name: upstream(name, sources) for name in sources}

    def excluded_regions(self, source_id: str) -> tuple[ExcludedRegion, ...]:
        """The stretches of a source's text that are no evidence."""
        return tuple(region for region in self.regions.get(source_id, ()) if region is not None)

    def citations_of(self, record: Record) -> tuple[Citation, ...]:
        """The record's own citations, in the order of its fields."""
        return self._cited.get(record.key, ())

    def citations_from(self, source_id: str) -> tuple[Citation, ...]:
        """Every found citation of a source's text, drafts' included, in the order of records."""
        return self._cited_from.get(source_id, ())

    def passage_text(self, citation: Citation) -> str:
        """The words of a found passage as its source has them."""
        span = citation.span
        return self.dossier.source_texts[span.file].text[span.start : span.end]

    def backlinks_of(self, record: Record) -> tuple[Record, ...]:
        """The shown records that refer to this one."""
        return self._backlinks.get(record.key, ())

    @cached_property
    def _referring(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in self.references:
            if not link.in_prose:
                found[link.target, str(link.path[0])].append(link.record.key)
        return {place: tuple(dict.fromkeys(keys)) for place, keys in found.items()}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each record is called, by its key."""
        return {record.key: record.label for record in self.dossier.records}

    @cached_property
    def plain_text(self) -> Callable[[str], str]:
        """Gives prose as it is read, without marks, cross-links as their words; what was read once is kept."""
        return cache(partial(strip_markup, labels=self.labels))

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for link in self.references:
            found[link.record.key][link.target] = None
        return {key: tuple(named) for key, named in found.items()}

    def references_from(self, record: ContentItem) -> tuple[str, ...]:
        """The keys that this entry names in its fields or its prose, each once, in order; some may lead nowhere."""
        return self._named.get(record.key, ())

    def referring_records(self, record: Record, field: str) -> tuple[Record, ...]:
        """The shown records that name this one in `field`, in their order."""
        keys = (key for key in self._referring.get((record.key, field), ()) if key in self._order)
        return tuple(self.dossier.by_key[key] for key in sorted(keys, key=self._order.__getitem__))

    def corroboration_of(self, record: Record) -> Corroboration:
        """The documents and independent origins of a record's evidence."""
        return self._corroborations[record.key]

    def evidence_of(self, record: Record) -> Iterator[Citation]:
        """The record's own citations, and for a disagreement those of the records its positions rest on."""
        yield from self.citations_of(record)
        if isinstance(record, Disagreement):
            for position in record.positions:
                yield from self._rested_on(position)

    def evidence_of_position(self, disagreement: Disagreement, at: int) -> Iterator[Citation]:
        """The found citations of a position: its own, then those of the records it rests on."""
        own = (one for one in self.citations_of(disagreement) if one.path[:2] == ("positions", at))
        yield from (one for one in (*own, *self._rested_on(disagreement.positions[at])) if one.is_found)

    def _rested_on(self, position: Position) -> Iterator[Citation]:
        for key in position.rests_on:
            if key in self.dossier.by_key:
                yield from self.citations_of(self.dossier.by_key[key])


def build_graph(
    dossier: Dossier, citations: tuple[Citation, ...], regions: Mapping[str, tuple[ExcludedRegion | None, ...]]
) -> Graph:
    """Draw the graph of what was found. References that lead nowhere are kept, for the checks to name."""
    order = {kind: at for at, kind in enumerate(KINDS)}
    records = sorted(dossier.records, key=lambda record: (order[type(record)], record.id))
    place = {record.key: at for at, record in enumerate(records)}
    cited = sorted(citations, key=lambda citation: place[citation.record.key])
    withdrawn = sorted(dossier.withdrawn, key=lambda record: (order[type(record)], record.id))
    links = tuple(found for entry in (dossier.settings, *records, *withdrawn) for found in _links(entry, dossier))
    return Graph(dossier, tuple(cited), links, regions)


def _sort_records(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records kind by kind, each kind in its own order."""
    kinds: dict[type[Record], list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        kinds[type(record)].append(record)
    return tuple(record for listed in kinds.values() for record in sorted(listed, key=lambda one: one.sort_key))


def _links(record: ContentItem, dossier: Dossier) -> Iterator[Reference]:
    for path, mark, text in record.marked_fields:
        if isinstance(mark, ProseField):
            for written in find_cross_links(text):
                yield Reference(record, path, written.key, written.key, (), in_prose=True)
        elif isinstance(mark, Ref) and text != UNIDENTIFIED:
            yield Reference(record, path, resolve_reference(text, mark.kinds, dossier), text, mark.kinds)


def resolve_reference(text: str, kinds: tuple[str, ...], dossier: Dossier) -> str:
    """The key that a reference means: of the kinds a field may name, the one that has such a record."""
    if not kinds:
        return text
    keys = [f"{kind}:{text}" for kind in kinds]
    if len(keys) == 1:
        return keys[0]
    known = (dossier.by_key, dossier.unreadable_keys, dossier.withdrawn_keys)
    return next((key for key in keys if any(key in some for some in known)), keys[0])


def group_by(found: Iterable[Item], keys: Callable[[Item], tuple[Key, ...]]) -> Mapping[Key, tuple[Item, ...]]:
    """What was found by each of its keys, in its order."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for one in found:
        for key in keys(one):
            groups[key].append(one)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})
