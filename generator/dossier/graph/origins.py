"""The independent origins of passages: `count_origins`.

The attribution of a passage is its source, the parties of its `via`, and every source that these rely on. Two passages
are independent only if their attributions have no party in common: two sources that relay the same report, or two that
quote the same speaker, are one origin. Reports that name nobody they have it from are on the word of their publisher:
two of one publisher are one origin. So independence is never claimed where a shared root is known.

An origin is named after what all its passages have in common, its root: the report that the attributions of all of them
name, of several the one nearest to who said the words; without such a report, the person or group that all of them
name; without that, a report that some name and the sources of the others are based on; at last, their publisher.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED


class Origin(NamedTuple):
    """An independent origin, and the sources whose texts pass it on.

    `root` is what all its passages have in common, after which it is named. It is None if the attributions overlap in
    pairs without a party common to all.
    """

    root: str | None
    sources: tuple[str, ...]
    is_publisher: bool = False
    """Whether the root is the publisher that all the reports have in common, and nothing else is."""
    is_basis: bool = False
    """Whether some passages do not name the root: it is what their sources are based on."""


class Corroboration(NamedTuple):
    """How widely a record's evidence is spread: the sources cited, and the independent origins behind them."""

    sources: tuple[str, ...]
    origins: tuple[Origin, ...]


def upstream(source_id: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return every source that a source relies on, directly or indirectly: each once, nearest first, never itself."""
    reached: list[str] = []
    to_visit = [source_id]
    while to_visit:
        source = sources.get(to_visit.pop(0))
        direct = source.rests_on if source else ()
        new = [other_id for other_id in direct if other_id not in reached and other_id != source_id]
        reached.extend(new)
        to_visit.extend(new)
    return tuple(reached)


class Attribution(NamedTuple):
    """The parties by which a passage reached the reader: source ids, and actor ids further upstream.

    `named` are its source and the parties of its `via`; `upstream` are the further sources that these rely on.
    `publisher` is the actor who published the last report, if that names nobody it has the words from.
    """

    named: tuple[str, ...]
    upstream: tuple[str, ...]
    publisher: str | None
    parties: frozenset[str]
    """All of `named` and `upstream`, and the publisher."""

    @property
    def source(self) -> str:
        """The source whose text has the passage."""
        return self.named[0]


def build_attribution(
    source_id: str, via: tuple[str, ...], upstreams: Mapping[str, tuple[str, ...]], publishers: Mapping[str, str]
) -> Attribution:
    """Return the attribution of a passage.

    `upstreams` are the sources that each source relies on, `publishers` the actor who published each, if one is known.
    """
    named = (source_id, *(party for party in via if party != UNIDENTIFIED))
    further = dict.fromkeys(source for party in named for source in upstreams.get(party, ()) if source not in named)
    publisher = publishers.get((source_id, *via)[-1])
    parties = frozenset(named).union(further, {publisher} if publisher else ())
    return Attribution(named, tuple(further), publisher, parties)


def count_origins(
    citations: Iterable[Citation], upstreams: Mapping[str, tuple[str, ...]], publishers: Mapping[str, str]
) -> Corroboration:
    """Return the sources and independent origins of citations: those whose attributions share a party are one origin.

    `upstreams` are the sources that each source relies on, and `publishers` who published it, by its id. Origins are
    sorted by root, then sources.
    """
    passages = (citation.passage for citation in citations)
    attributions = tuple(
        dict.fromkeys(build_attribution(passage.source, passage.via, upstreams, publishers) for passage in passages)
    )
    groups: list[_Group] = []
    for attribution in attributions:
        separate = [group for group in groups if attribution.parties.isdisjoint(group.parties)]
        sharing = [group for group in groups if not attribution.parties.isdisjoint(group.parties)]
        groups = [*separate, _merge(sharing, attribution)]
    origins = (_origin(group.attributions, upstreams) for group in groups)
    return Corroboration(
        _sources(attributions), tuple(sorted(origins, key=lambda origin: (origin.root or "", origin.sources)))
    )


class _Group(NamedTuple):
    """Attributions connected by shared parties, and all their parties."""

    attributions: tuple[Attribution, ...]
    parties: frozenset[str]


def _merge(groups: Sequence[_Group], attribution: Attribution) -> _Group:
    """Return one group of an attribution and the groups that share a party with it."""
    attributions = (*(other for group in groups for other in group.attributions), attribution)
    return _Group(attributions, attribution.parties.union(*(group.parties for group in groups)))


def _origin(attributions: Sequence[Attribution], all_sources: Collection[str]) -> Origin:
    """Return the origin of attributions, named after what they share; their order makes no difference."""
    attributions = sorted(attributions, key=lambda attribution: attribution.named)
    sources = _sources(attributions)
    named = frozenset.intersection(*(frozenset(attribution.named) for attribution in attributions))
    if named:
        outwards = [party for party in reversed(attributions[0].named) if party in named]
        return Origin(next((party for party in outwards if party in all_sources), outwards[0]), sources)
    shared = frozenset.intersection(*(attribution.parties for attribution in attributions))
    chains = (*(attribution.named for attribution in attributions), *(other.upstream for other in attributions))
    candidates = (party for chain in chains for party in reversed(chain))
    root = next((party for party in candidates if party in shared), None)
    if root is None and attributions[0].publisher in shared:
        return Origin(attributions[0].publisher, sources, is_publisher=True)
    return Origin(root, sources, is_basis=root is not None)


def _sources(attributions: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(sorted({attribution.source for attribution in attributions}))
