"""The evidence in each source's text: the spans that records account for, by the kind of mention they cover."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from dossier.detect.detections import Detections
from dossier.detect.languages import recorded_quantity
from dossier.detect.quantity_mentions import quantities_match
from dossier.edtf.parse import Edtf
from dossier.match import SearchableText, find_all_spans
from dossier.model.citation import Citation, Resolution
from dossier.model.coverage import MentionKind
from dossier.model.dossier import Dossier, SourceText
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Exemption, Source
from dossier.model.passage import ExcludedRegion, Span
from dossier.model.record import DateBasis, Record
from dossier.text.spans import Spanning, spans_overlap

_WORD = re.compile(r"\w+")


class SpanSet:
    """Spans of a text, which may overlap, indexed to find out whether one of them contains another span."""

    def __init__(self, spans: Iterable[Spanning]) -> None:
        bounds = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in bounds]
        self._furthest_ends = list(accumulate((end for _, end in bounds), max))
        """For each span, the furthest end of the spans up to it."""

    def contains(self, span: Spanning) -> bool:
        """Return whether one of the spans contains all of `span`."""
        count = bisect_right(self._starts, span.start)
        return count > 0 and span.end <= self._furthest_ends[count - 1]


class TextEvidence(NamedTuple):
    """What accounts for the mentions of one text, in code points.

    `covered` are the spans that records cite, by kind of mention; `exempt` has each exemption that holds in the text
    with its spans, in their order.
    """

    covered: Mapping[MentionKind, SpanSet]
    excluded: tuple[ExcludedRegion, ...]
    exempt: tuple[tuple[Exemption, SpanSet], ...]


class EvidenceIndex:
    """The citations and names of a dossier, arranged to look up the evidence in each text."""

    def __init__(self, dossier: Dossier, resolution: Resolution) -> None:
        self._dossier = dossier
        self._regions = resolution.regions
        self._citations: dict[str, list[Citation]] = defaultdict(list)
        for citation in resolution.citations:
            if citation.is_found:
                self._citations[citation.passage.source].append(citation)
        self._names_by_first_word: dict[str, list[str]] = defaultdict(list)
        for name in {name for record in dossier.records for name in _names_of(record)}:
            first_word = _WORD.search(name)
            self._names_by_first_word[first_word[0] if first_word else ""].append(name)

    def evidence_in(self, source: Source, source_text: SourceText, detections: Detections) -> TextEvidence:
        """Return the evidence in the text of a source, given the mentions that were detected in it."""
        citations = self._citations.get(source.id, [])
        text = SearchableText(source_text.file, source_text.text)
        event_titles = {citation.record.title for citation in citations if isinstance(citation.record, Event)}
        names = event_titles.union(self._names_that_may_occur_in(source_text.text))
        return TextEvidence(
            {
                "quotation": SpanSet(_quote_spans(citations, text)),
                "quantity": SpanSet(_number_spans(self._dossier, citations, detections)),
                "date": SpanSet(
                    (
                        *_date_spans(citations, text, source, detections),
                        *_publication_date_spans(source, text, detections),
                    )
                ),
                "name": SpanSet(_find_each(names, text)),
            },
            tuple(region for region in self._regions.get(source.id, ()) if region is not None),
            tuple(
                (exemption, SpanSet(find_all_spans(exemption.text, exemption.prefix, exemption.suffix, text)))
                for exemption in self._dossier.exemptions_for(source)
            ),
        )

    def _names_that_may_occur_in(self, text: str) -> Iterator[str]:
        """Yield the names whose first word occurs in the text."""
        for word in {"", *_WORD.findall(text)}:
            yield from self._names_by_first_word.get(word, ())


def _names_of(record: Record) -> Iterator[str]:
    """Yield the names by which any text may call an actor, place or source; an actor's roles included."""
    if isinstance(record, Actor | Place):
        yield from (record.name, *record.aliases)
    if isinstance(record, Actor):
        yield from (role.title for role in record.roles)
    if isinstance(record, Source):
        yield from (record.title, *record.authors)


def _quote_spans(citations: Iterable[Citation], text: SearchableText) -> Iterator[Spanning]:
    """Yield the spans of the words of quotes in their passages."""
    for citation in citations:
        if isinstance(citation.record, Quote):
            yield from _overlapping(_find_each(citation.record.words, text), citation)


def _number_spans(dossier: Dossier, citations: Iterable[Citation], detections: Detections) -> Iterator[Spanning]:
    """Yield the quantities in passages of numbers that equal the number; others in the same passage stay open.

    Digits that are not understood belong to the numbers whose `figure_basis` explains them.
    """
    for citation in citations:
        if isinstance(citation.record, Number):
            recorded = recorded_quantity(dossier, citation.record)
            for mention in detections.quantities:
                if spans_overlap(mention, citation.span) and quantities_match(recorded, mention):
                    yield mention
            if citation.record.figure_basis is not None:
                yield from (unread for unread in detections.unread_digits if spans_overlap(unread, citation.span))


def _date_spans(
    citations: Iterable[Citation], text: SearchableText, source: Source, detections: Detections
) -> Iterator[Spanning]:
    """Yield the calendar expressions in passages that date their record: phrases of a basis, and any for its days."""
    anchor, detectors = source.published.date if source.published else None, detections.detectors
    for citation in citations:
        for date, basis in _dates_of(citation.record):
            for mention in detections.dates:
                if detectors and spans_overlap(mention, citation.span):
                    base = date if mention.year or anchor is None else anchor
                    days = detectors.dates.resolve(mention.text, base)
                    if days and days.overlaps(date):
                        yield mention
            yield from _overlapping(_find_phrase(basis, text), citation)


def _publication_date_spans(source: Source, text: SearchableText, detections: Detections) -> Iterator[Spanning]:
    """Yield the spans in which a text states its own date: in full, or by the phrase of its basis."""
    detectors = detections.detectors
    for date, basis in _dates_of(source):
        for mention in detections.dates:
            if detectors and mention.year and detectors.dates.resolve(mention.text, date) == date:
                yield mention
        yield from _find_phrase(basis, text)


def _dates_of(record: Record) -> Iterator[tuple[Edtf, DateBasis | None]]:
    if isinstance(record, Event) and record.date is not None:
        yield record.date, record.basis
    yield from ((part.date, part.basis) for _, part in record.dated_fields)


def _find_phrase(basis: DateBasis | None, text: SearchableText) -> Iterator[Span]:
    return _find_each([basis.phrase] if basis and basis.phrase else (), text)


def _find_each(phrases: Iterable[str], text: SearchableText) -> Iterator[Span]:
    """Yield every whole-word occurrence of each phrase."""
    return (span for phrase in phrases for span in find_all_spans(phrase, None, None, text))


def _overlapping(spans: Iterable[Span], citation: Citation) -> Iterator[Span]:
    """Yield the spans that overlap a citation."""
    return (span for span in spans if spans_overlap(span, citation.span))
