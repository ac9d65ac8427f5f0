"""Figures of provenance: who relays whom, with the finding as one sentence, and the same as a list.

The finding says what the origins of the evidence are, as `graph/origins.py` counts them, and nothing more.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.provenance import Chain, Passages, Provenance, longest_chains, passages_by_chain, show_bases, trace
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record
from dossier.render.charts.flow import Drawing, Names, draw
from dossier.render.filters import ARROW, party_name, upper_first
from dossier.text.wording import pluralize

MAX_BOXES, MAX_BOXES_IN_PART = 8, 7
"""The boxes in a column of the whole picture, and in that of a record's own part."""
MAX_ENTRIES = 100
"""The attributions in a list, those with the most passages."""
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MAX_NAMED = 3
"""The texts that a finding names."""


class Entry(NamedTuple):
    """A line of the list: the names from what was read to who said it, and the number of passages."""

    names: str
    passages: str


class ProvenanceFigure(NamedTuple):
    """A figure: its drawings, its finding, a description for those who cannot see it, its list and its notes."""

    finding: str
    description: str
    drawings: tuple[Drawing, ...]
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]

    @property
    def is_merged(self) -> bool:
        """Whether a drawing has fewer boxes than the list has parties."""
        return any(box.is_merged for drawing in self.drawings for column in drawing.columns for box in column.boxes)


def whole_provenance(graph: Graph, limit: int = MAX_BOXES) -> ProvenanceFigure | None:
    """Return the figure of all passages of a dossier, None if none of its texts relays anybody.

    `limit` is the number of boxes in a column; the lightest others are merged.
    """
    passages = graph.chains.passages
    if all(len(chain) == 1 for chain in passages):
        return None
    finding, lit = _whole_finding(graph)
    return _figure(graph, trace(passages, graph.chains.is_source, fold=True), finding, limit, lit)


def own_provenance(graph: Graph, record: Record) -> ProvenanceFigure | None:
    """Return the figure of a record's own part, None where it would say nothing: of one text that relays no report."""
    if isinstance(record, Source):
        passages = graph.chains.through(record.id)
    elif isinstance(record, Number | Quote | Event | Disagreement):
        passages = passages_by_chain(citation for citation in graph.evidence_of(record) if citation.is_found)
    else:
        return None
    is_source = graph.chains.is_source
    chains = longest_chains(passages)
    has_relay = any(is_source(party) for chain in chains for party in chain[1:])
    if (not has_relay and len(chains) < 2) or all(len(chain) == 1 for chain in chains):
        return None
    provenance = trace(passages, is_source)
    if isinstance(record, Source):
        return _figure(graph, provenance, _source_finding(graph, record, passages), MAX_BOXES_IN_PART)
    corroboration = graph.corroboration_of(record)
    provenance = show_bases(provenance, corroboration, graph.upstream_sources)
    return _figure(graph, provenance, _finding(graph, passages, corroboration), MAX_BOXES_IN_PART)


def _figure(graph: Graph, provenance: Provenance, finding: str, limit: int, lit: str = "") -> ProvenanceFigure:
    drawings = draw(provenance, _Names(graph), limit, lit)
    read, relays, said = (sum(box.role == role for box in provenance.nodes) for role in ("read", "relay", "said"))
    texts, parties = upper_first(_count(read, "text")), _count(said, "party", "parties")
    description = f"{texts} read, {_number(relays)} that they relay, {parties} who said it; listed below."
    listed = islice(provenance.passages.items(), MAX_ENTRIES)
    entries = [_entry(graph, chain, len(places)) for chain, places in listed]
    entries += [
        Entry(f"{party_name(graph, start.party)} is based on {party_name(graph, end.party)}", "no passage")
        for start, end in provenance.based_on
    ]
    return ProvenanceFigure(finding, description, drawings, tuple(entries), tuple(_notes(provenance)))


def _notes(provenance: Provenance) -> Iterator[str]:
    """Yield what a reader needs to know to read the drawings."""
    yield "The wider a line, the more passages cited."
    if any(box.role == "relay" for box in provenance.nodes):
        yield "Dashed: known only through those who relay it."
    if any(0 < len(own) < len(provenance.nodes[box]) for box, own in provenance.own.items()):
        yield "Own: in its own words. Relayed: words that it credits to somebody else."
    if provenance.based_on:
        yield "Dotted: based on it."
    further = len(provenance.passages) - MAX_ENTRIES
    if further > 0:
        yield f"{pluralize(further, 'further attribution')} with no more passages are on the pages of their records."
    if provenance.is_shortened:
        yield "Of more than two relays the first and the last are drawn."


def _entry(graph: Graph, chain: Chain, count: int) -> Entry:
    names = [party_name(graph, party) for party in chain]
    own = ", in its own words" if graph.chains.is_source(chain[-1]) else ""
    return Entry(f"{ARROW.join(names)}{own}", pluralize(count, "passage"))


class _Names(Names):
    """The names and pages of parties in a graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def name(self, party: str) -> str:
        return party_name(self._graph, party)

    def path(self, party: str) -> str:
        key = self._graph.party_key(party)
        return page_url(page_path(self._graph.dossier.by_key[key])) if key in self._graph.visible_keys else ""

    def is_read(self, party: str) -> bool:
        return _is_read(self._graph, party)


def _is_read(graph: Graph, party: str) -> bool:
    source = graph.dossier.by_key.get(f"source:{party}")
    return isinstance(source, Source) and source.has_text


def _finding(graph: Graph, passages: Passages, corroboration: Corroboration) -> str:
    """Return how many texts there are and what is behind them: what the counts of origins say, in one sentence."""
    chains, texts, origins = longest_chains(passages), len(corroboration.sources), corroboration.origins
    is_several = texts > 1 or len(chains) == 1
    subject = upper_first(_count(texts, "text") if is_several else _count(len(chains), "attribution"))
    if len(origins) > 1:
        return f"{subject}, {_count(len(origins), 'independent origin')}."
    root = origins[0].root
    if origins[0].is_publisher and root:
        return f"{subject}, one publisher: {party_name(graph, root)}."
    if len(chains) == 1 and chains[0][:1] in passages:
        return f"One text: its own words, and those of {party_name(graph, chains[0][-1])}."
    if root is None:
        return f"{subject}, one independent origin."
    is_unnamed = [chain[-2:] for chain in chains] == [(root, UNIDENTIFIED)]
    unnamed = ", which does not name who said it" if is_unnamed else ""
    return f"{subject}, one origin: {party_name(graph, root)}{unnamed}."


def _source_finding(graph: Graph, source: Source, passages: Passages) -> str:
    """Return how much of a text is its own words, or through which texts a report is known."""
    if source.has_text:
        cited = {place for chain, places in passages.items() if chain[0] == source.id for place in places}
        own = len(passages.get((source.id,), ()))
        verb = "is" if own == 1 else "are"
        return f"{own} of the {pluralize(len(cited), 'passage')} cited from it {verb} its own words."
    texts = sorted({party_name(graph, chain[0]) for chain in passages})
    if len(texts) == 1:
        return f"Known only through one text: {texts[0]}."
    named = f": {_join(texts)}" if len(texts) <= MAX_NAMED else ""
    return f"{_share(graph, len(texts))} lead back to it{named}."


def _whole_finding(graph: Graph) -> tuple[str, str]:
    """Return what most texts have in common, and the id of that relay; "" if they share none."""
    texts: dict[str, set[str]] = defaultdict(set)
    passages: dict[str, int] = defaultdict(int)
    for chain, places in graph.chains.passages.items():
        for party in chain[1:]:
            if graph.chains.is_source(party):
                texts[party].add(chain[0])
                passages[party] += len(places)
    if not texts:
        return "No text that we read relays another source.", ""
    if _read_count(graph) == 1:
        return f"One text, which relays {_count(len(texts), 'other source')}.", ""
    relay = max(texts, key=lambda party: (len(texts[party]), passages[party], party))
    if len(texts[relay]) == 1:
        return "No two of the texts read relay the same source.", ""
    return f"{_share(graph, len(texts[relay]))} relay one and the same source: {party_name(graph, relay)}.", relay


def _share(graph: Graph, count: int) -> str:
    """Return how many of the texts read: `Two of the five texts`."""
    total = _read_count(graph)
    if count == total:
        return "Both texts" if total == 2 else f"All {_number(total)} texts"
    return f"{upper_first(_number(count))} of the {_number(total)} texts"


def _read_count(graph: Graph) -> int:
    return sum(source.has_text for source in graph.visible_of(Source))


def _count(number: int, singular: str, plural: str = "") -> str:
    return f"{_number(number)} {singular if number == 1 else plural or singular + 's'}"


def _number(number: int) -> str:
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)


def _join(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]])
