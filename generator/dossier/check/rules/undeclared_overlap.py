"""Two texts that share a long run of words declare a common root: one rests on the other, or both on one report.

Passes: two relays of one CNN report, both with `rests_on: [cnn-report]`.
Fails:  the same without `rests_on`: they would count as independent. `policy: {overlap: …}` sets the run's length.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "undeclared-overlap"
WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def check(graph: Graph) -> Iterator[Finding]:
    length = graph.dossier.settings.policy.overlap
    words: dict[str, list[str]] = {}
    holders: dict[int, tuple[str, ...]] = {}
    for source in graph.dossier.sources:
        seed = graph.dossier.source_texts.get(source.text or "")
        words[source.id] = WORD.findall(seed.text.casefold()) if seed else []
        # Of a run its hash alone is kept, which takes a fifth of the room.
        runs: dict[int, tuple[str, ...]] = dict.fromkeys(map(hash, _runs(words[source.id], length)), (source.id,))
        common = runs.keys() & holders.keys()
        for first in sorted({first for run in common for first in holders[run]}):
            if _share_root(graph, first, source.id):
                continue
            run = _shared(words[first], words[source.id], length)
            if run:  # Two runs may have one hash.
                message = f"shares `{' '.join(run)} …` with `{first}`: declare what both rest on in `rests_on`"
                yield Finding(source.location("text"), ID, message)
        runs |= {run: (*holders[run], source.id) for run in common}
        holders |= runs


def _runs(words: Sequence[str], length: int) -> Iterator[Run]:
    """Every run of so many words, in order."""
    return zip(*(words[at:] for at in range(length)), strict=False)


def _shared(first: Sequence[str], second: Sequence[str], length: int) -> Run | None:
    """The first run of so many words in the second text that the first has too."""
    others = set(_runs(first, length))
    return next((run for run in _runs(second, length) if run in others), None)


def _share_root(graph: Graph, first: str, second: str) -> bool:
    """Whether they do, or may: what a record that cannot be read rests on is not known."""
    roots, others = {first, *graph.upstream_sources[first]}, {second, *graph.upstream_sources[second]}
    return bool(roots & others) or any(f"source:{name}" in graph.dossier.unreadable_keys for name in roots | others)
