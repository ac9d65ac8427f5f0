"""Figures of provenance: who relays whom, with the finding as one sentence, and the same as a list.

The finding says what the origins of the evidence are, as `graph/origins.py` counts them, and nothing more.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.provenance import (
    Chain,
    Passages,
    Provenance,
    longest_chains,
    passages_by_chain,
    relays_of,
    show_bases,
    trace,
)
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record
from dossier.render.charts.flow import Drawing, Names, draw
from dossier.render.filters import ARROW, party_name
from dossier.text.interface import format_decimal, format_list, gettext_noop, ngettext
from dossier.text.interface import gettext as _
from dossier.text.wording import upper_first

TRACED = (Number, Quote, Event, Disagreement)
"""The kinds, besides sources, whose records have a figure of their own part."""
MAX_BOXES, MAX_BOXES_IN_PART = 8, 7
"""The boxes in a column of the whole picture, and in that of a record's own part."""
MAX_ENTRIES = 100
"""The attributions in a list, those with the most passages."""
NUMBER_WORDS = (
    gettext_noop("two"),
    gettext_noop("three"),
    gettext_noop("four"),
    gettext_noop("five"),
    gettext_noop("six"),
    gettext_noop("seven"),
    gettext_noop("eight"),
    gettext_noop("nine"),
    gettext_noop("ten"),
)
"""The numbers from two on that are written as words; messages say "one" in their own way."""
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
    if not has_relays(graph):
        return None
    finding, lit = _whole_finding(graph)
    return _figure(graph, trace(graph.chains.passages, graph.chains.is_source, fold=True), finding, limit, lit)


def has_relays(graph: Graph) -> bool:
    """Return whether any text of a dossier relays anybody."""
    return any(len(chain) > 1 for chain in graph.chains.passages)


def own_provenance(graph: Graph, record: Record) -> ProvenanceFigure | None:
    """Return the figure of a record's own part, None where it would say nothing: of one text that relays no report."""
    passages = _telling_passages(graph, record)
    if not passages:
        return None
    provenance = trace(passages, graph.chains.is_source)
    if isinstance(record, Source):
        return _figure(graph, provenance, _source_finding(graph, record, passages), MAX_BOXES_IN_PART)
    corroboration = graph.corroboration_of(record)
    provenance = show_bases(provenance, corroboration, graph.upstream_sources)
    return _figure(graph, provenance, _finding(graph, passages, corroboration), MAX_BOXES_IN_PART)


def has_own_provenance(graph: Graph, record: Record) -> bool:
    """Return whether a record has a figure of its own part."""
    return bool(_telling_passages(graph, record))


def _telling_passages(graph: Graph, record: Record) -> Passages:
    """Return the passages of a record's own part, none where a figure of them would say nothing."""
    if isinstance(record, Source):
        passages: Passages = graph.chains.through(record.id)
    elif isinstance(record, TRACED):
        passages = passages_by_chain(citation for citation in graph.evidence_of(record) if citation.is_found)
    else:
        return {}
    chains = longest_chains(passages)
    has_relay = any(graph.chains.is_source(party) for chain in chains for party in chain[1:])
    is_plain = (not has_relay and len(chains) < 2) or all(len(chain) == 1 for chain in chains)
    return {} if is_plain else passages


def _figure(graph: Graph, provenance: Provenance, finding: str, limit: int, lit: str = "") -> ProvenanceFigure:
    drawings = draw(provenance, _Names(graph), limit, lit)
    read, relays, said = (sum(box.role == role for box in provenance.nodes) for role in ("read", "relay", "said"))
    description = _description(read, relays, said)
    listed = islice(provenance.passages.items(), MAX_ENTRIES)
    entries = [_entry(graph, chain, len(places)) for chain, places in listed]
    entries += [
        Entry(
            _(
                "%(first)s is based on %(second)s",
                first=party_name(graph, start.party),
                second=party_name(graph, end.party),
            ),
            _("no passage"),
        )
        for start, end in provenance.based_on
    ]
    return ProvenanceFigure(finding, description, drawings, tuple(entries), tuple(_notes(provenance)))


def _description(read: int, relays: int, said: int) -> str:
    """Return what a figure shows in words, for those who cannot see it."""
    parts = [ngettext("one text read", "%(number)s texts read", read, number=_number(read))]
    if relays:
        parts.append(ngettext("one that they relay", "%(number)s that they relay", relays, number=_number(relays)))
    if said:
        parts.append(ngettext("one party who said it", "%(number)s parties who said it", said, number=_number(said)))
    return _("%(parts)s; listed below.", parts=upper_first(", ".join(parts)))


def _notes(provenance: Provenance) -> Iterator[str]:
    """Yield what a reader needs to know to read the drawings."""
    yield _("The wider a line, the more passages cited.")
    if any(box.role == "relay" for box in provenance.nodes):
        yield _("Dashed: known only through those who relay it.")
    if any(0 < len(own) < len(provenance.nodes[box]) for box, own in provenance.own.items()):
        yield _("Own: in its own words. Relayed: words that it credits to somebody else.")
    if provenance.based_on:
        yield _("Dotted: based on it.")
    further = len(provenance.passages) - MAX_ENTRIES
    if further > 0:
        yield ngettext(
            "%(number)s further attribution with no more passages is on the page of its record.",
            "%(number)s further attributions with no more passages are on the pages of their records.",
            further,
        )
    if provenance.is_shortened:
        yield _("Of more than two relays the first and the last are drawn.")


def _entry(graph: Graph, chain: Chain, count: int) -> Entry:
    names = ARROW.join(party_name(graph, party) for party in chain)
    if graph.chains.is_source(chain[-1]):
        names = _("%(names)s, in its own words", names=names)
    return Entry(names, ngettext("%(number)s passage", "%(number)s passages", count))


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
    subject = upper_first(_texts(texts) if is_several else _attributions(len(chains)))
    root = origins[0].root
    if len(origins) > 1:
        number = _number(len(origins))
        return _("%(subject)s, %(number)s independent origins.", subject=subject, number=number)
    if origins[0].is_publisher and root:
        return _("%(subject)s, one publisher: %(name)s.", subject=subject, name=party_name(graph, root))
    if len(chains) == 1 and chains[0][:1] in passages:
        return _("One text: its own words, and those of %(name)s.", name=party_name(graph, chains[0][-1]))
    if root is None:
        return _("%(subject)s, one independent origin.", subject=subject)
    name = party_name(graph, root)
    if [chain[-2:] for chain in chains] == [(root, UNIDENTIFIED)]:
        return _("%(subject)s, one origin: %(name)s, which does not name who said it.", subject=subject, name=name)
    return _("%(subject)s, one origin: %(name)s.", subject=subject, name=name)


def _source_finding(graph: Graph, source: Source, passages: Passages) -> str:
    """Return how much of a text is its own words, or through which texts a report is known."""
    if source.has_text:
        cited = {place for chain, places in passages.items() if chain[0] == source.id for place in places}
        own = len(passages.get((source.id,), ()))
        return ngettext(
            "%(number)s of the %(passages)s cited from it is its own words.",
            "%(number)s of the %(passages)s cited from it are its own words.",
            own,
            passages=ngettext("%(number)s passage", "%(number)s passages", len(cited)),
        )
    texts = sorted({party_name(graph, chain[0]) for chain in passages})
    if len(texts) == 1:
        return _("Known only through one text: %(name)s.", name=texts[0])
    share = _share(graph, len(texts))
    if len(texts) > MAX_NAMED:
        return _("%(texts)s lead back to it.", texts=share)
    return _("%(texts)s lead back to it: %(names)s.", texts=share, names=format_list(texts))


def _whole_finding(graph: Graph) -> tuple[str, str]:
    """Return what most texts have in common, and the id of that relay; "" if they share none."""
    texts: dict[str, set[str]] = defaultdict(set)
    passages: dict[str, int] = defaultdict(int)
    for chain, places in graph.chains.passages.items():
        for party in dict.fromkeys(relays_of(chain, graph.chains.is_source)):
            texts[party].add(chain[0])
            passages[party] += len(places)
    if not texts:
        return _("No text that we read relays another source."), ""
    if _read_count(graph) == 1:
        finding = ngettext(
            "One text, which relays one other source.",
            "One text, which relays %(number)s other sources.",
            len(texts),
            number=_number(len(texts)),
        )
        return finding, ""
    relay = max(texts, key=lambda party: (len(texts[party]), passages[party], graph.chains.is_source(party), party))
    if len(texts[relay]) == 1:
        return _("No two of the texts read relay the same source."), ""
    share, name = _share(graph, len(texts[relay])), party_name(graph, relay)
    return _("%(texts)s relay one and the same source: %(name)s.", texts=share, name=name), relay


def _share(graph: Graph, count: int) -> str:
    """Return how many of the texts read: `Two of the five texts`."""
    total = _read_count(graph)
    if count == total:
        return _("Both texts") if total == 2 else _("All %(number)s texts", number=_number(total))
    return _("%(count)s of the %(number)s texts", count=upper_first(_number(count)), number=_number(total))


def _read_count(graph: Graph) -> int:
    return sum(source.has_text for source in graph.visible_of(Source))


def _texts(number: int) -> str:
    return ngettext("one text", "%(number)s texts", number, number=_number(number))


def _attributions(number: int) -> str:
    return ngettext("one attribution", "%(number)s attributions", number, number=_number(number))


def _number(number: int) -> str:
    """Return a number as a word, if it is a small one, but not the number one."""
    return _(NUMBER_WORDS[number - 2]) if 2 <= number < len(NUMBER_WORDS) + 2 else format_decimal(number)
