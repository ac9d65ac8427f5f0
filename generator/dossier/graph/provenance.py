"""Provenance: by whom the words of passages reached the reader, as nodes in columns and links between them.

A chain is the source read and the parties of a passage's `via`, back to who said the words. It becomes a path: what was
read, up to two relays, and who said it. A chain that ends with a source has no node for who said it: the words are that
source's own. A party in one role is one node, however its words reached us, so shared origins merge.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeVar

from dossier.graph.origins import Corroboration
from dossier.model.citation import Citation
from dossier.model.passage import UNIDENTIFIED, Span

Chain = tuple[str, ...]
"""The ids of a source and of the parties of a `via`."""
Place = tuple[str, Span]
Passages = Mapping[Chain, Collection[Place]]
"""The distinct passages of each chain."""
Role = Literal["read", "relay", "said"]
Key = TypeVar("Key")

ROLES: tuple[Role, ...] = ("read", "relay", "relay", "said")
"""What the parties of each column did."""
FIRST_RELAY, SECOND_RELAY, SPEAKER = 1, 2, 3
"""The columns of relays and of who said it; that of what was read is 0."""


class Node(NamedTuple):
    """A party in one of its roles.

    `party` is its id, "" where the party before it (`unnamed_by`) does not name it. Others that were merged have a
    number instead.
    """

    column: int
    party: str
    unnamed_by: str = ""
    others: int = 0

    @property
    def role(self) -> Role:
        """What the party did."""
        return ROLES[self.column]


class Provenance(NamedTuple):
    """Boxes and the links between them, each with its distinct passages.

    `own` are the passages whose chain ends with a source: the words are its own. `based_on` are links without passages
    of their own, from a source to one that it is based on.
    """

    passages: Passages
    nodes: Mapping[Node, frozenset[Place]]
    own: Mapping[Node, frozenset[Place]]
    links: Mapping[tuple[Node, Node], frozenset[Place]]
    is_shortened: bool
    """Whether a chain has more relays than are drawn."""
    based_on: tuple[tuple[Node, Node], ...] = ()

    def in_column(self, column: int) -> list[Node]:
        """Return the nodes of a column, those with the most passages first, merged ones last."""
        nodes = (node for node in self.nodes if node.column == column)
        return sorted(nodes, key=lambda node: (node.others, -len(self.nodes[node]), node))


def passages_by_chain(citations: Iterable[Citation]) -> dict[Chain, set[Place]]:
    """Return the distinct passages of found citations by chain, the most passages first."""
    passages: dict[Chain, set[Place]] = defaultdict(set)
    for citation in citations:
        passages[citation.passage.source, *citation.passage.via].add(citation.place)
    return dict(sorted(passages.items(), key=lambda item: (-len(item[1]), item[0])))


class ChainIndex:
    """The chains of all passages of a dossier, and those of each party."""

    def __init__(self, citations: Iterable[Citation], source_ids: Collection[str]) -> None:
        self.passages: Passages = passages_by_chain(citations)
        self._source_ids = frozenset(source_ids)
        self._by_party: dict[str, list[Chain]] = defaultdict(list)
        for chain in self.passages:
            for party in dict.fromkeys(chain):
                self._by_party[party].append(chain)

    def is_source(self, party: str) -> bool:
        """Return whether a party is a source, not an actor."""
        return party in self._source_ids

    def through(self, party: str) -> Passages:
        """Return the passages that a party is a link of."""
        return {chain: self.passages[chain] for chain in self._by_party.get(party, ())}


def longest_chains(passages: Passages) -> tuple[Chain, ...]:
    """Return the chains that are not the beginning of a longer one: the different attributions."""
    beginnings = {chain[:length] for chain in passages for length in range(1, len(chain))}
    return tuple(chain for chain in passages if chain not in beginnings)


def trace(passages: Passages, is_source: Callable[[str], bool], *, fold: bool = False) -> Provenance:
    """Return the provenance of passages.

    With `fold`, a second relay that is known through one first relay only gets no node: no shared origin is lost.
    """
    relays = {chain: relays_of(chain, is_source) for chain in passages}
    folded = _known_through_one(relays.values()) if fold else frozenset()
    columns = _relay_columns(relays.values(), folded)
    nodes: dict[Node, set[Place]] = defaultdict(set)
    own: dict[Node, set[Place]] = defaultdict(set)
    links: dict[tuple[Node, Node], set[Place]] = defaultdict(set)
    for chain, places in passages.items():
        path = [Node(0, chain[0]), *_relay_nodes([id for id in _drawn(relays[chain]) if id not in folded], columns)]
        if not is_source(chain[-1]):
            path.append(_speaker(chain))
        elif path[-1].party == chain[-1]:
            own[path[-1]].update(places)
        for node in path:
            nodes[node].update(places)
        for link in pairwise(path):
            links[link].update(places)
    is_shortened = any(len(parties) > len(_drawn(parties)) for parties in relays.values())
    return Provenance(passages, _frozen(nodes), _frozen(own), _frozen(links), is_shortened)


def show_bases(
    provenance: Provenance, corroboration: Corroboration, upstreams: Mapping[str, Collection[str]]
) -> Provenance:
    """Return the provenance with the links that make several chains one origin although they do not name its root.

    `upstreams` are the sources that each source is based on.
    """
    nodes, based_on = dict(provenance.nodes), set()
    roots = {source: origin.root for origin in corroboration.origins for source in origin.sources}
    named = {(chain[0], party) for chain in provenance.passages for party in chain}
    for chain in longest_chains(provenance.passages):
        root = roots.get(chain[0])
        if root is None or (chain[0], root) in named:
            continue
        based = next((party for party in reversed(chain) if root in upstreams.get(party, ())), None)
        start = next((node for node in nodes if node.party == based and node.column < SPEAKER), None)
        if start is not None:
            end = next((node for node in nodes if node.party == root and node.column > start.column), None)
            end = end or Node(min(start.column + 1, SECOND_RELAY), root)
            nodes.setdefault(end, frozenset())
            based_on |= {(start, end)} if end.column > start.column else set()
    return provenance._replace(nodes=nodes, based_on=tuple(sorted(based_on - provenance.links.keys())))


def merge_lightest(provenance: Provenance, limits: Sequence[int], kept: str = "") -> Provenance:
    """Return the provenance with at most so many nodes in each column: its lightest are merged into one.

    The party `kept` and those who relay it are merged last.
    """
    important = {start for start, end in provenance.links if kept and end.party == kept}
    replaced: dict[Node, Node] = {}
    for column, limit in enumerate(limits):
        nodes = provenance.in_column(column)
        if len(nodes) > limit:
            nodes.sort(key=lambda node: not (kept and node.party == kept) and node not in important)
            rest = nodes[limit - 1 :]
            replaced |= dict.fromkeys(rest, Node(column, "", others=sum(max(node.others, 1) for node in rest)))
    if not replaced:
        return provenance
    links: dict[tuple[Node, Node], set[Place]] = defaultdict(set)
    for (start, end), places in provenance.links.items():
        links[replaced.get(start, start), replaced.get(end, end)].update(places)
    based_on = {(replaced.get(start, start), replaced.get(end, end)) for start, end in provenance.based_on}
    return provenance._replace(
        nodes=_merge(provenance.nodes, replaced),
        own=_merge(provenance.own, replaced),
        links=_frozen(links),
        based_on=tuple(sorted(link for link in based_on if link not in links and link[0] != link[1])),
    )


def relays_of(chain: Chain, is_source: Callable[[str], bool]) -> Chain:
    """Return the relays of a chain: all after the source read, but a last party who is not a source."""
    return chain[1:] if is_source(chain[-1]) else chain[1:-1]


def _drawn(relays: Chain) -> Chain:
    """Return the relays that get a node: of more than two, the first and the last."""
    return relays if len(relays) <= SECOND_RELAY else (relays[0], relays[-1])


def _known_through_one(all_relays: Iterable[Chain]) -> frozenset[str]:
    """Return the second relays that only one first relay leads to."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for relays in map(_drawn, all_relays):
        if relays:
            firsts[relays[0]].add("")
            firsts[relays[-1]].add(relays[0] if len(relays) == SECOND_RELAY else "")
    return frozenset(
        party for party, known_through in firsts.items() if len(known_through - {""}) == 1 == len(known_through)
    )


def _relay_columns(all_relays: Iterable[Chain], folded: Collection[str]) -> Mapping[str, int]:
    """Return the column of each relay: the last in which a chain has it, so that its node is one."""
    columns: dict[str, int] = {}
    for relays in map(_drawn, all_relays):
        for column, party in enumerate((id for id in relays if id not in folded), start=FIRST_RELAY):
            columns[party] = max(column, columns.get(party, 0))
    return columns


def _relay_nodes(relays: list[str], columns: Mapping[str, int]) -> list[Node]:
    """Return the nodes of a chain's relays; of two, the first is in the first column in any case."""
    if len(relays) < SECOND_RELAY:
        return [Node(columns[party], party) for party in relays]
    return [Node(FIRST_RELAY, relays[0]), Node(SECOND_RELAY, relays[1])]


def _speaker(chain: Chain) -> Node:
    if chain[-1] == UNIDENTIFIED:
        return Node(SPEAKER, "", unnamed_by=chain[-2])
    return Node(SPEAKER, chain[-1])


def _merge(passages: Mapping[Node, frozenset[Place]], replaced: Mapping[Node, Node]) -> Mapping[Node, frozenset[Place]]:
    merged: dict[Node, set[Place]] = defaultdict(set)
    for node, places in passages.items():
        merged[replaced.get(node, node)].update(places)
    return _frozen(merged)


def _frozen(passages: Mapping[Key, set[Place]]) -> Mapping[Key, frozenset[Place]]:
    return {key: frozenset(places) for key, places in passages.items()}
