"""The same words of a source must have the same attribution everywhere, unless `via_basis` says why not.

Passes: `via: [wire-report]` in one record and `via: [wire-report, port-officials]` in another, which goes further back;
    `via: [police]` and `via: [hospital]` for `The police and the hospital said that five were hurt`.
Fails:  `via: [wire-report, eva-holm]` in the one and `via: [wire-report, port-officials]` in the other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from dossier.check.names import short_name_pattern, simplify_name
from dossier.check.passages import cited_span, surrounding_lines
from dossier.check.rules.attribution_unnamed import find_unnamed
from dossier.detect.languages import speakers_of
from dossier.detect.speech import SpeechWords
from dossier.graph import Graph
from dossier.match.normalize import strip_diacritics
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.passage import Span

ID = "attribution-differs"


def check(graph: Graph) -> Iterator[Finding]:
    by_place: dict[tuple[str, Span], list[Citation]] = defaultdict(list)
    for citation in graph.citations:
        if citation.is_found and citation.passage.via:
            by_place[citation.place].append(citation)
    for citations in by_place.values():
        counts = Counter(citation.passage.via for citation in citations)
        if len(counts) > 1:  # `attribution-unnamed` reports a party that no text names.
            named = (citation for citation in citations if next(find_unnamed(graph, citation), None) is None)
            counts = Counter(citation.passage.via for citation in named)
        if len(counts) > 1:
            usual, _ = counts.most_common(1)[0]
            other = next(citation for citation in citations if citation.passage.via == usual)
            for citation in citations:
                if citation.passage.via in counts:
                    yield from _differences(graph, citation, other)


def _differences(graph: Graph, citation: Citation, other: Citation) -> Iterator[Finding]:
    """Yield a finding for the first party of a passage that is another one than in the other record."""
    pairs = zip(citation.passage.via, other.passage.via, strict=False)
    index, (party, usual) = next(
        ((place, pair) for place, pair in enumerate(pairs) if pair[0] != pair[1]), (0, ("", ""))
    )
    is_explained = citation.passage.via_basis is not None or other.passage.via_basis is not None
    if party and not is_explained and not _are_joined(graph, citation, party, usual):
        message = f"`{other.record.key}` has these words from `{usual}`; correct one, or explain in `via_basis`"
        yield Finding(citation.location("via", index), ID, message)


def _are_joined(graph: Graph, citation: Citation, *parties: str) -> bool:
    """Return whether the line of a passage names both parties together, as in "the police and the hospital said"."""
    speakers = speakers_of(graph.dossier, graph.source_of(citation))
    joined = _joined(speakers.words if speakers else None)
    records = [graph.dossier.by_key.get(graph.party_key(party) or "") for party in parties]
    first, second = [short_name_pattern(record) if record else "(?!)" for record in records]
    line = simplify_name(surrounding_lines(cited_span(graph, citation.span)).words)
    return any(re.search(names, line) for names in (f"{first}{joined}{second}", f"{second}{joined}{first}"))


@cache
def _joined(words: SpeechWords | None) -> str:
    """Return a pattern for what is between the names of two who say the same; any words if no verb is read."""
    if words is None:
        return r"[^.;:!?\n]{1,80}"
    said, conjunctions = (strip_diacritics(words.said or words.saying), strip_diacritics(words.conjunctions))
    return rf"(?:,? (?!(?:{said})\b)[\w'-]+){{0,4}},? (?:{conjunctions}) (?:[\w'-]+,? ){{0,4}}"
