"""Origins: how many independent roots the passages of a record have.

The chain of a passage is its source, the links of its `via`, and every document these sources rest on. Two passages
are independent only if their chains share no link: two documents that relay one report, or one speaker quoted twice,
are one origin. So independence is never claimed where a shared root is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED


class Origin(NamedTuple):
    """One independent root, and the sources whose texts carry it.

    `root` is a link that all its chains share, as far from the documents read as they name it; else of what these rest
    on. None where the chains hang together without one link common to all.
    """

    root: str | None
    sources: tuple[str, ...]
    is_named: bool = True
    """Whether every chain names the root itself, and not only a document that rests on it."""


class Corroboration(NamedTuple):
    """How a record's evidence is spread: documents read, and independent origins behind them."""

    sources: tuple[str, ...]
    origins: tuple[Origin, ...]


def upstream(source: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Every source that `source` rests on, near ones first, each once; circles end."""
    found: list[str] = []
    waiting = [source]
    while waiting:
        record = sources.get(waiting.pop(0))
        new = [name for name in (record.rests_on if record else ()) if name not in found and name != source]
        found.extend(new)
        waiting.extend(new)
    return tuple(found)


class Attribution(NamedTuple):
    """The links by which a passage reached us: those its record names, the documents these rest on, and all."""

    named: tuple[str, ...]
    deeper: tuple[str, ...]
    links: frozenset[str]


def build_attribution(source: str, via: tuple[str, ...], upstreams: Mapping[str, tuple[str, ...]]) -> Attribution:
    """A passage's source and its `via`, then what these sources rest on (`upstreams`: by source)."""
    named = (source, *(link for link in via if link != UNIDENTIFIED))
    deeper = tuple(dict.fromkeys(up for link in named for up in upstreams.get(link, ()) if up not in named))
    return Attribution(named, deeper, frozenset(named + deeper))


def count_origins(citations: Iterable[Citation], upstreams: Mapping[str, tuple[str, ...]]) -> Corroboration:
    """Group passages whose chains touch; each group is one origin."""
    told = dict.fromkeys((one.passage.source, one.passage.via) for one in citations)
    chains = tuple(dict.fromkeys(build_attribution(*one, upstreams) for one in told))
    documents = tuple(sorted({chain.named[0] for chain in chains}))
    groups: list[_Group] = []
    for chain in chains:
        apart = [group for group in groups if chain.links.isdisjoint(group.links)]
        touching = groups if not apart else [group for group in groups if not chain.links.isdisjoint(group.links)]
        groups = [*apart, _joined(touching, chain)]
    origins = (_origin(group.chains) for group in groups)
    return Corroboration(documents, tuple(sorted(origins, key=lambda origin: (origin.root or "", origin.sources))))


class _Group(NamedTuple):
    """Chains that hang together, and all their links."""

    chains: tuple[Attribution, ...]
    links: frozenset[str]


def _joined(groups: Sequence[_Group], chain: Attribution) -> _Group:
    """The groups that a chain touches, as one with it."""
    if not groups:
        return _Group((chain,), chain.links)
    chains = (*(other for group in groups for other in group.chains), chain)
    return _Group(chains, chain.links.union(*(group.links for group in groups)))


def _origin(chains: Sequence[Attribution]) -> Origin:
    shared = frozenset.intersection(*(chain.links for chain in chains))
    roots = (link for chain in chains for links in (chain.named, chain.deeper) for link in reversed(links))
    root = next((link for link in roots if link in shared), None)
    is_named = all(root in chain.named for chain in chains)
    return Origin(root, tuple(sorted({chain.named[0] for chain in chains})), is_named)
