"""Compute the coverage state of every mention in the source texts.

A mention is `covered` if each of its significant words is in the evidence of records of the right kind: a quotation in
the passages of quotes, a quantity in those of numbers, a date in those of dated records or in the phrase of a date's
basis, a name in the names and roles of actors and places or in a source's title. Otherwise it is `excluded` by a region
of the text, `exempt` by its source or by the dossier, or `open`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.coverage.evidence_index import EvidenceIndex, SpanSet, TextEvidence
from dossier.detect.detections import collect_mentions, detect_all
from dossier.detect.languages import source_detectors
from dossier.model.citation import Resolution
from dossier.model.coverage import COVERAGE_STATES, MENTION_KINDS, CoverageItem, Mention, MentionKind
from dossier.model.dossier import Dossier
from dossier.text.spans import Bounds, spans_overlap

_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset({"of", "de", "del", "la", "las", "los", "the", "for", "and", "to", "s"})


def compute_coverage(dossier: Dossier, resolution: Resolution) -> tuple[CoverageItem, ...]:
    """Return every mention of every available text with its state, by source id, position and kind."""
    index = EvidenceIndex(dossier, resolution)
    items: list[CoverageItem] = []
    for source in sorted(dossier.sources, key=lambda source: source.id):
        source_text = dossier.source_texts.get(source.text or "")
        if source_text is None:
            continue
        detections = detect_all(
            source_text.text, source_detectors(dossier, source), is_recording=source_text.is_recording
        )
        evidence = index.evidence_in(source, source_text, detections)
        mentions = collect_mentions(source_text, detections)
        items.extend(_coverage_item(source.id, mention, evidence) for mention in mentions)
    return tuple(items)


def _coverage_item(source_id: str, mention: Mention, evidence: TextEvidence) -> CoverageItem:
    if is_within(mention, evidence.covered[mention.kind]):
        return CoverageItem(source_id, mention, "covered")
    if any(spans_overlap(mention, region) for region in evidence.excluded):
        return CoverageItem(source_id, mention, "excluded")
    naming = (
        index
        for index, (exemption, spans) in enumerate(evidence.exempt)
        if exemption.kind == mention.kind and is_within(mention, spans)
    )
    unfinished = None
    for index in naming:
        if not evidence.exempt[index][0].is_unfinished:
            return CoverageItem(source_id, mention, "exempt", index)
        unfinished = index if unfinished is None else unfinished
    return CoverageItem(source_id, mention, "open", unfinished)


def is_within(mention: Mention, spans: SpanSet) -> bool:
    """Return whether one of the spans contains each significant word of the mention."""
    return all(spans.contains(word) for word in _significant_words(mention))


def _significant_words(mention: Mention) -> Iterator[Bounds]:
    """Yield the spans of a mention's words in the text; those of small words such as "of" only if it has no others."""
    words = list(_WORD.finditer(mention.text))
    significant = [word for word in words if word[0].lower() not in _SMALL_WORDS]
    for word in significant or words:
        yield Bounds(mention.start + word.start(), mention.start + word.end())


class CoverageCount(NamedTuple):
    """How many mentions of a kind are in the text of a source; `counts` is by state, with `found` for all of them."""

    source: str
    kind: MentionKind
    counts: Mapping[str, int]


def count_coverage(items: Sequence[CoverageItem]) -> tuple[CoverageCount, ...]:
    """Count the items by source, kind and state: for each source, in order, all four kinds."""
    counts = Counter((item.source, item.mention.kind, item.state) for item in items)
    return tuple(
        CoverageCount(source, kind, _with_total({state: counts[source, kind, state] for state in COVERAGE_STATES}))
        for source in dict.fromkeys(item.source for item in items)
        for kind in MENTION_KINDS
    )


def _with_total(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {"found": sum(counts.values()), **counts}
