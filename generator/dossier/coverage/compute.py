"""The state of every mention.

A mention is `covered` where each of its telling words lies in what records of a fitting kind rest on: a quotation in
the passages of quotes, a quantity in those of numbers, a date in those of dated records or in a phrase that dates one,
a name in the spellings and roles of actors and places or in a source's title. Else it is `excluded` by a region,
`exempt` by its source, or `open`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.coverage.evidence_index import EvidenceIndex, Offsets, SpanSet, TextEvidence
from dossier.detect.detections import collect_mentions, detect_all
from dossier.graph import Graph
from dossier.model.coverage import COVERAGE_STATES, MENTION_KINDS, CoverageItem, Mention, MentionKind

WORD = re.compile(r"\w+")
SMALL = frozenset({"of", "de", "del", "la", "las", "los", "the", "for", "and", "to", "s"})


def compute_coverage(graph: Graph) -> tuple[CoverageItem, ...]:
    """Every mention of every text that is held, by source, place and kind."""
    grounds = EvidenceIndex(graph)
    sources = sorted(graph.dossier.sources, key=lambda source: source.id)
    seeds = ((source, graph.dossier.source_texts.get(source.text or "")) for source in sources)
    held = ((source, seed, detect_all(seed.text)) for source, seed in seeds if seed is not None)
    return tuple(
        covered
        for source, seed, detected in held
        for covered in _covered(source.id, collect_mentions(seed, detected), grounds.of(source, seed, detected))
    )


def _covered(source: str, mentions: Iterable[Mention], ground: TextEvidence) -> Iterator[CoverageItem]:
    for mention in mentions:
        if _is_covered(ground.recorded[mention.kind], mention):
            yield CoverageItem(source, mention, "covered")
        elif _touches(mention, ground.excluded):
            yield CoverageItem(source, mention, "excluded")
        else:
            exemption = next(
                (at for at, (kind, places) in enumerate(ground.exempt) if _exempts(mention, kind, places)), None
            )
            yield CoverageItem(source, mention, "open" if exemption is None else "exempt", exemption)


def _significant_words(mention: Mention) -> list[tuple[int, int]]:
    """The places of the words that must be accounted for: all but the small ones, or all where there are no others."""
    words = list(WORD.finditer(mention.text))
    telling = [word for word in words if word[0].lower() not in SMALL] or words
    return [(mention.start + word.start(), mention.start + word.end()) for word in telling]


def _is_covered(stretches: SpanSet, mention: Mention) -> bool:
    """Whether each of the telling words lies in one of the stretches."""
    return all(stretches.contains(start, end) for start, end in _significant_words(mention))


def _touches(mention: Mention, stretches: Iterable[Offsets]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in stretches)


def _exempts(mention: Mention, kind: str, places: SpanSet) -> bool:
    return mention.kind == kind and _is_covered(places, mention)


class CoverageCount(NamedTuple):
    """How many mentions of a kind stand in a source's text, and in which state they are."""

    source: str
    kind: MentionKind
    counts: Mapping[str, int]
    """By state, and `found` for all of them."""


def count_coverage(coverage: Sequence[CoverageItem]) -> tuple[CoverageCount, ...]:
    """A tally for each source and kind, sources in their order; kinds that a text has none of included."""
    counted = Counter((one.source, one.mention.kind, one.state) for one in coverage)
    return tuple(
        CoverageCount(source, kind, _counts({state: counted[source, kind, state] for state in COVERAGE_STATES}))
        for source in dict.fromkeys(one.source for one in coverage)
        for kind in MENTION_KINDS
    )


def _counts(states: Mapping[str, int]) -> Mapping[str, int]:
    return {"found": sum(states.values()), **states}
