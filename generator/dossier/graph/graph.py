"""The graph of a dossier: which records refer to which, and what evidence each has.

`build_graph` makes it from the loaded dossier and its resolved passages. Rules, pages and exports read everything from
the graph; all its listings are in a stable order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple, TypeVar

from dossier.graph.grouping import group_by
from dossier.graph.markup import MAX_PLAIN_TEXTS, find_cross_links, strip_markup
from dossier.graph.origins import Corroboration, count_origins, upstream
from dossier.graph.provenance import ChainIndex
from dossier.graph.statements import EvidenceLookup, Statement, build_statements, unmarked_titles
from dossier.model.base import FieldPath, ProseField, Ref
from dossier.model.citation import Citation, Resolution
from dossier.model.content_item import ContentItem
from dossier.model.coverage import CoverageItem
from dossier.model.dossier import Dossier
from dossier.model.finding import Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.locator import Locator
from dossier.model.marks import Mark, find_marks
from dossier.model.passage import UNIDENTIFIED, ExcludedRegion, Span
from dossier.model.record import Record
from dossier.text.interface import active_interface

Kind = TypeVar("Kind", bound=Record)


class Reference(NamedTuple):
    """A reference to a record from a field of another, or of the settings.

    `target` is the key of the record, which may not exist. `written` is the text of the field, or the key in a
    cross-link or mark. `kinds` are the kinds that the field may name; empty for prose.
    """

    record: ContentItem
    path: FieldPath
    target: str
    written: str
    kinds: tuple[str, ...]
    in_prose: bool = False
    """Whether it is a cross-link or a mark."""
    opening: str = ""
    """What is before it in prose: `[[` or `[^`."""

    @property
    def location(self) -> Location:
        """Where the reference is written."""
        return self.record.location(*self.path, words=f"{self.opening}{self.written}" if self.in_prose else "")


@dataclass(frozen=True, eq=False)  # Compared by identity, so that a graph can be a key of a cache.
class Graph:
    """A dossier with its resolved passages, references and coverage. A record is visible unless it is a draft."""

    dossier: Dossier
    resolution: Resolution
    """The passages, sorted by the kind and id of their record, and the excluded regions."""
    references: tuple[Reference, ...]
    coverage: tuple[CoverageItem, ...] = ()
    """The mentions in the texts with their states; empty if the dossier's policy leaves coverage unchecked."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every passage of every record with its verdict, sorted by the kind and id of the record."""
        return self.resolution.citations

    @cached_property
    def unresolved_references(self) -> tuple[Reference, ...]:
        """The references that lead to no record that could be read; another rule reports each."""
        return tuple(reference for reference in self.references if reference.target not in self.dossier.by_key)

    @cached_property
    def visible(self) -> tuple[Record, ...]:
        """The records that readers see, by kind, each kind in its own order."""
        shown = (record for record in self.dossier.records if not record.is_draft)
        return _sort_records(shown, self.dossier.settings.language)

    @cached_property
    def withdrawn(self) -> tuple[Record, ...]:
        """The withdrawn records in the same order; each has a notice at its address."""
        return _sort_records(self.dossier.withdrawn, self.dossier.settings.language)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        """The visible records of each kind, by its plural."""
        return group_by(self.visible, lambda record: (record.plural,))

    def visible_of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the visible records of a kind, in order."""
        return tuple(record for record in self.by_kind.get(kind.plural, ()) if isinstance(record, kind))

    @cached_property
    def visible_keys(self) -> frozenset[str]:
        """The keys of the visible records."""
        return frozenset(record.key for record in self.visible)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {record.key: index for index, record in enumerate(self.visible)}

    def _visible_records(self, keys: Iterable[str]) -> tuple[Record, ...]:
        """Return the visible ones of these records, in order."""
        visible = (key for key in keys if key in self._order)
        return tuple(self.dossier.by_key[key] for key in sorted(visible, key=self._order.__getitem__))

    @cached_property
    def _citations_by_record(self) -> Mapping[str, tuple[Citation, ...]]:
        return group_by(self.citations, lambda citation: (citation.record.key,))

    @cached_property
    def _citations_by_source(self) -> Mapping[str, tuple[Citation, ...]]:
        return group_by(self.citations, lambda citation: (citation.passage.source,) if citation.is_found else ())

    @cached_property
    def _backlinks(self) -> Mapping[str, tuple[Record, ...]]:
        referring: dict[str, set[str]] = defaultdict(set)
        for reference in self.references:
            if reference.target != reference.record.key:
                referring[reference.target].add(reference.record.key)
        return {target: self._visible_records(keys) for target, keys in referring.items()}

    @cached_property
    def number_series(self) -> Mapping[tuple[str, ...], tuple[Number, ...]]:
        """The visible numbers that count the same thing, by their measure, in order."""
        return group_by(self.visible_of(Number), lambda number: (number.measure_key,))

    @cached_property
    def coverage_by_source(self) -> Mapping[str, tuple[CoverageItem, ...]]:
        """The mentions in each source's text with their states, by source id."""
        return group_by(self.coverage, lambda item: (item.source,))

    @cached_property
    def readable_sources(self) -> tuple[Source, ...]:
        """The visible sources whose texts are available, in order."""
        return tuple(source for source in self.visible_of(Source) if source.text in self.dossier.source_texts)

    @cached_property
    def _party_keys(self) -> Mapping[str, str]:
        actors = {record.id: record.key for record in self.dossier.actors}
        return actors | {record.id: record.key for record in self.dossier.sources}

    def party_key(self, party_id: str) -> str | None:
        """Return the key of the source, or else the actor, with this id; None if there is neither."""
        return self._party_keys.get(party_id)

    @cached_property
    def upstream_sources(self) -> Mapping[str, tuple[str, ...]]:
        """The sources that each source relies on, directly and indirectly, by its id."""
        sources = {source.id: source for source in self.dossier.sources}
        return {source_id: upstream(source_id, sources) for source_id in sources}

    def source_of(self, citation: Citation) -> Source | None:
        """Return the source whose text a passage is cited from; None if there is no such source."""
        source = self.dossier.by_key.get(f"{Source.singular}:{citation.passage.source}")
        return source if isinstance(source, Source) else None

    def parties_of(self, citation: Citation) -> tuple[Record, ...]:
        """Return those who passed the words of a passage on, from the source we read to who said them first.

        Each source is followed by its publisher. Parties without a record are left out.
        """
        keys = map(self.party_key, (citation.passage.source, *citation.passage.via))
        records = [self.dossier.by_key[key] for key in keys if key is not None]
        return tuple(dict.fromkeys(party for record in records for party in (record, *self._publisher_of(record))))

    def _publisher_of(self, record: Record) -> Iterator[Record]:
        publisher = self.dossier.by_key.get(f"actor:{record.publisher}") if isinstance(record, Source) else None
        if publisher is not None:
            yield publisher

    def excluded_regions(self, source_id: str) -> tuple[ExcludedRegion, ...]:
        """Return the regions of a source's text that are excluded from the evidence."""
        return tuple(region for region in self.resolution.regions.get(source_id, ()) if region is not None)

    def citations_of(self, record: Record) -> tuple[Citation, ...]:
        """Return the record's own citations, in the order of its fields."""
        return self._citations_by_record.get(record.key, ())

    def citations_in(self, record: Record, *path: str | int) -> tuple[Citation, ...]:
        """Return the record's citations in one of its fields, or in one item of a field, such as `relations`, 0."""
        return tuple(citation for citation in self.citations_of(record) if citation.path[: len(path)] == path)

    def citations_from(self, source_id: str) -> tuple[Citation, ...]:
        """Return every found citation of a source's text, those of drafts included, in the order of records."""
        return self._citations_by_source.get(source_id, ())

    def passage_text(self, citation: Citation) -> str:
        """Return the words of a found passage as they are in the source's text."""
        span = citation.span
        return self.dossier.source_texts[span.file].text[span.start : span.end]

    def locators_of(self, citation: Citation) -> tuple[Locator, ...]:
        """Return where in its source's original a found passage is; () if that is not known."""
        span = citation.span
        return self.dossier.source_texts[span.file].locate(span.start, span.end)

    def backlinks_of(self, record: Record) -> tuple[Record, ...]:
        """Return the visible records that refer to this one, in order."""
        return self._backlinks.get(record.key, ())

    @cached_property
    def _referring_by_field(self) -> Mapping[tuple[str, str], set[str]]:
        referring: dict[tuple[str, str], set[str]] = defaultdict(set)
        for reference in self.references:
            if not reference.in_prose:
                referring[reference.target, str(reference.path[0])].add(reference.record.key)
        return referring

    @property
    def labels(self) -> Mapping[str, str]:
        """The label of each record, by its key, in the language of the interface: figures have words of its own."""
        return _labels(self, active_interface().tag)

    def plain_text(self, prose: str) -> str:
        """Return prose as it is read: without markup, each cross-link as its words."""
        return self._plain_text(prose, active_interface().tag)

    @cached_property
    def _plain_text(self) -> Callable[[str, str], str]:
        """Returns prose without markup, given the language of labels: pages and data files ask again and again."""
        return lru_cache(MAX_PLAIN_TEXTS)(lambda prose, language: strip_markup(prose, _labels(self, language)))

    @cached_property
    def _targets_by_record(self) -> Mapping[str, tuple[str, ...]]:
        targets: dict[str, dict[str, None]] = defaultdict(dict)
        for reference in self.references:
            targets[reference.record.key][reference.target] = None
        return {key: tuple(ordered) for key, ordered in targets.items()}

    def references_from(self, record: ContentItem) -> tuple[str, ...]:
        """Return the keys that a record or the settings name, each once, in order; some may not exist."""
        return self._targets_by_record.get(record.key, ())

    def referring_records(self, record: Record, field: str) -> tuple[Record, ...]:
        """Return the visible records that name this one in `field`, in order."""
        return self._visible_records(self._referring_by_field.get((record.key, field), ()))

    def corroboration_of(self, record: Record) -> Corroboration:
        """Return the sources and independent origins of a record's evidence."""
        if record.key not in self._corroborations:
            evidence = (citation for citation in self.evidence_of(record) if citation.is_found)
            self._corroborations[record.key] = self.count_origins(evidence)
        return self._corroborations[record.key]

    @cached_property
    def _corroborations(self) -> dict[str, Corroboration]:
        return {}

    def evidence_of(self, record: Record) -> Iterator[Citation]:
        """Yield the record's own citations, then those of other records that its statements are based on."""
        yield from self.citations_of(record)
        for statement in self.statements_of(record):
            yield from (citation for citation in statement.citations if citation.record is not record)

    @cached_property
    def _lookup(self) -> EvidenceLookup:
        return EvidenceLookup(self.citations, self.dossier.by_key)

    @cached_property
    def _statements_by_item(self) -> Mapping[str, tuple[Statement, ...]]:
        return {
            item.key: build_statements(item, self._lookup) for item in (self.dossier.settings, *self.dossier.records)
        }

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the settings, then of the visible records, in order."""
        return tuple(chain.from_iterable(map(self.statements_of, (self.dossier.settings, *self.visible))))

    def statements_of(self, item: ContentItem) -> tuple[Statement, ...]:
        """Return the statements of a record or of the settings, in the order of its page; none if it is withdrawn."""
        return self._statements_by_item.get(item.key, ())

    def unmarked_titles_of(self, item: ContentItem) -> tuple[Statement, ...]:
        """Return the title of an item as a statement based on all of its evidence, if it has one without marks."""
        if not isinstance(item, Record):
            return ()
        return unmarked_titles(item, tuple(self.evidence_of(item)))

    def statement_text(self, statement: Statement) -> str:
        """Return a statement as it is read: without markup, each cross-link as its words."""
        return self.plain_text(statement.shown_markup) if statement.has_markup else statement.shown_markup

    def statements_in(self, item: ContentItem, *path: str | int) -> tuple[Statement, ...]:
        """Return the statements in a field of an item, or in one item of a field, such as `positions`, 0."""
        return tuple(statement for statement in self.statements_of(item) if statement.path[: len(path)] == path)

    @cached_property
    def _statements_by_passage(self) -> Mapping[tuple[str, Span], tuple[Statement, ...]]:
        return group_by(
            self.statements,
            lambda statement: tuple(citation.place for citation in statement.citations),
        )

    def statements_citing(self, citation: Citation) -> tuple[Statement, ...]:
        """Return the visible statements that are based on the passage of a found citation, wherever they are."""
        return self._statements_by_passage.get(citation.place, ())

    def corroboration_of_statement(self, statement: Statement) -> Corroboration:
        """Return the sources and independent origins of a statement's own passages."""
        return self.count_origins(statement.citations)

    def count_origins(self, citations: Iterable[Citation]) -> Corroboration:
        """Return the sources and independent origins of found citations."""
        citations = tuple(citations)
        passages = (citation.passage for citation in citations)
        attributions = tuple(dict.fromkeys((passage.source, passage.via) for passage in passages))
        if attributions not in self._counts:
            self._counts[attributions] = count_origins(citations, self.upstream_sources, self._publishers)
        return self._counts[attributions]

    @cached_property
    def _counts(self) -> dict[tuple[tuple[str, tuple[str, ...]], ...], Corroboration]:
        """What was counted, by the attributions: many statements have the same, and every format of the data asks."""
        return {}

    @cached_property
    def chains(self) -> ChainIndex:
        """The chains of attribution of the visible records' passages."""
        found = (citation for citation in self.citations if citation.is_found)
        visible = (citation for citation in found if citation.record.key in self.visible_keys)
        return ChainIndex(visible, [source.id for source in self.dossier.sources])

    @cached_property
    def _publishers(self) -> Mapping[str, str]:
        return {source.id: source.publisher for source in self.dossier.sources if source.publisher is not None}

    def mark_evidence(self, item: ContentItem, mark: Mark) -> tuple[Citation, ...]:
        """Return the citations that a mark of an item leads to, found or not; none if it leads nowhere."""
        return self._lookup.of_mark(item, mark)

    def passage_labels(self, key: str) -> tuple[str, ...]:
        """Return the labels of a record's passages, in the order of its fields."""
        return self._lookup.labels_of(key)


def build_graph(dossier: Dossier, resolution: Resolution, coverage: tuple[CoverageItem, ...] = ()) -> Graph:
    """Build the graph. References to records that do not exist are kept for the checks to report."""
    records = sorted(dossier.records, key=_kind_and_id)
    withdrawn = sorted(dossier.withdrawn, key=_kind_and_id)
    citations = sorted(resolution.citations, key=lambda citation: _kind_and_id(citation.record))
    references = tuple(
        reference for item in (dossier.settings, *records, *withdrawn) for reference in _references(item, dossier)
    )
    return Graph(dossier, resolution._replace(citations=tuple(citations)), references, coverage)


@lru_cache(maxsize=2)  # Findings have one language, pages another.
def _labels(graph: Graph, language: str) -> Mapping[str, str]:
    return {record.key: record.label for record in graph.dossier.records}


def _kind_and_id(record: Record) -> tuple[int, str]:
    return KINDS.index(type(record)), record.id


def _sort_records(records: Iterable[Record], language: str) -> tuple[Record, ...]:
    """Return records by kind, each kind in its own order on pages in a language."""
    by_kind: dict[type[Record], list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        by_kind[type(record)].append(record)
    for of_kind in by_kind.values():
        of_kind.sort(key=lambda record: record.sort_key(language))
    return tuple(chain.from_iterable(by_kind.values()))


def _references(record: ContentItem, dossier: Dossier) -> Iterator[Reference]:
    for path, mark, text in record.marked_fields:
        if isinstance(mark, ProseField):
            for link in find_cross_links(text) if mark.has_markup else ():
                yield Reference(record, path, link.key, link.key, (), in_prose=True, opening="[[")
            if mark.statements_by:
                for key in (evidence_mark.key for evidence_mark in find_marks(text)):
                    if key is not None:
                        key = intern(key)
                        yield Reference(record, path, key, key, (), in_prose=True, opening="[^")
        elif isinstance(mark, Ref) and text != UNIDENTIFIED:
            yield Reference(record, path, resolve_reference(text, mark.kinds, dossier), text, mark.kinds)


def resolve_reference(text: str, kinds: tuple[str, ...], dossier: Dossier) -> str:
    """Return the key that a reference means: of the kinds its field may name, the first with such a record."""
    if not kinds:
        return text
    keys = [intern(f"{kind}:{text}") for kind in kinds]  # Thousands of references name the same records.
    for key in keys:
        if key in dossier.by_key or key in dossier.unreadable_keys or key in dossier.withdrawn_keys:
            return key
    return keys[0]
