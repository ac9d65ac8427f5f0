"""What the mentions of a text are held against: the stretches that records of a fitting kind account for."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from dossier.detect.dates import DateMention
from dossier.detect.detections import Detections
from dossier.detect.quantities import QuantityMention, quantities_match
from dossier.detect.relative_dates import resolve_relative_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.match import SearchableText, find_all_spans
from dossier.model.citation import Citation
from dossier.model.coverage import MentionKind
from dossier.model.dossier import SourceText
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis, Record

WORD = re.compile(r"\w+")

Offsets = tuple[int, int]


class SpanSet:
    """Stretches of a text, which may overlap: sorted, so that one that holds a place is found by halves."""

    def __init__(self, stretches: Iterable[Offsets]) -> None:
        placed = sorted(stretches)
        self._starts = [start for start, _ in placed]
        self._reach = list(accumulate((end for _, end in placed), max))  # How far those up to each go.

    def contains(self, start: int, end: int) -> bool:
        """Whether one of them holds all of the place."""
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._reach[before - 1]


class TextEvidence(NamedTuple):
    """The stretches of one text, in code points: by kind of mention, by region, by exemption in its source's order."""

    recorded: Mapping[MentionKind, SpanSet]
    excluded: tuple[Offsets, ...]
    exempt: tuple[tuple[MentionKind, SpanSet], ...]


class EvidenceIndex:
    """The grounds of all texts of a graph, made of what they share once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, source: Source, seed: SourceText, detected: Detections) -> TextEvidence:
        """The ground of a source's text, in which so much was detected."""
        citations, dates, text = (
            self._graph.citations_from(source.id),
            detected.dates,
            SearchableText(seed.file, seed.text),
        )
        return TextEvidence(
            {
                "quotation": SpanSet(place for one in citations for place in _quoted(one, text)),
                "quantity": SpanSet(_counted(citations, detected.quantities)),
                "date": SpanSet((*_dated(citations, text, source, dates), *_publication_dates(source, text, dates))),
                "name": SpanSet(_places({*self._names_in(seed.text), *self._names_of(citations)}, text)),
            },
            tuple((one.start, one.end) for one in self._graph.excluded_regions(source.id)),
            tuple((one.kind, SpanSet(_in_context(one.text, one.prefix, one.suffix, text))) for one in source.exempt),
        )

    def _names_in(self, text: str) -> Iterator[str]:
        """The names that may stand in a text: those whose first word does."""
        words = {"", *WORD.findall(text)}
        return (name for word in words for name in self._names_by_first_word.get(word, ()))

    @cached_property
    def _names_by_first_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            first = WORD.search(name)
            found[first[0] if first else ""].append(name)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        """What actors, places and sources are called, wherever it stands."""
        found: set[str] = set()
        for record in self._graph.dossier.records:
            if isinstance(record, Actor | Place):
                found |= {record.name, *record.aliases}
            if isinstance(record, Actor):
                found |= {role.title for role in record.roles}
            if isinstance(record, Source):
                found |= {record.title, *record.authors}
        return frozenset(found)

    def _names_of(self, citations: Iterable[Citation]) -> frozenset[str]:
        """Titles of events told by this text."""
        return frozenset(one.record.title for one in citations if isinstance(one.record, Event))


def _quoted(citation: Citation, text: SearchableText) -> Iterator[Offsets]:
    """Where the words of a quote stand in its passage."""
    if isinstance(citation.record, Quote):
        yield from _within(_places(citation.record.words, text), citation)


def _counted(citations: Iterable[Citation], mentions: Iterable[QuantityMention]) -> Iterator[Offsets]:
    """The figures of a passage that its number holds; those beside them are not recorded by it."""
    for citation in citations:
        if isinstance(citation.record, Number):
            held = citation.record.quantity
            touched = (one for one in mentions if _touched(one, citation))
            yield from ((one.start, one.end) for one in touched if quantities_match(held, one))


def _dated(
    citations: Iterable[Citation], text: SearchableText, source: Source, mentions: Iterable[DateMention]
) -> Iterator[Offsets]:
    """The calendar expressions of a passage that date its record: its phrases, and what can mean the same days."""
    anchor = source.published.date if source.published else None
    for citation in citations:
        for date, basis in _dates(citation.record):
            touched = [one for one in mentions if _touched(one, citation)]
            meant = [
                (one, resolve_relative_date(one.text, date if one.year or anchor is None else anchor))
                for one in touched
            ]
            yield from ((one.start, one.end) for one, days in meant if days and days.overlaps(date))
            yield from _within(_places([basis.phrase], text) if basis and basis.phrase else (), citation)


def _publication_dates(source: Source, text: SearchableText, mentions: Iterable[DateMention]) -> Iterator[Offsets]:
    """Where a text tells its own date: printed whole, or by the phrase of its basis."""
    for date, basis in _dates(source):
        yield from (
            (one.start, one.end) for one in mentions if one.year and resolve_relative_date(one.text, date) == date
        )
        yield from _places([basis.phrase] if basis and basis.phrase else (), text)


def _dates(record: Record) -> Iterator[tuple[Edtf, DateBasis | None]]:
    if isinstance(record, Event) and record.date is not None:
        yield record.date, record.basis
    yield from ((part.date, part.basis) for _, part in record.dated_fields)


def _within(places: Iterable[Offsets], citation: Citation) -> Iterator[Offsets]:
    """The places that a citation touches."""
    span = citation.span
    return (place for place in places if place[0] < span.end and span.start < place[1])


def _touched(mention: DateMention | QuantityMention, citation: Citation) -> bool:
    span = citation.span
    return mention.start < span.end and span.start < mention.end


def _places(words: Iterable[str], text: SearchableText) -> Iterator[Offsets]:
    return (place for one in words for place in _in_context(one, None, None, text))


def _in_context(words: str, prefix: str | None, suffix: str | None, text: SearchableText) -> Iterator[Offsets]:
    """Every place of whole words between the words given before and after, as a passage is found."""
    return ((span.start, span.end) for span in find_all_spans(words, prefix, suffix, text))
