"""Two texts that share a long run of words declare a common root: one rests on the other, or both on one report.

Passes: two relays of one CNN report, both with `rests_on: [cnn-report]`.
Fails:  the same without `rests_on`: they would count as independent. `policy: {overlap: …}` sets the run's length.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.link import Graph
from generator.model.finding import Finding
from generator.model.source import Source

ID = "overlap-declared"
WORD = re.compile(r"\w+")


def check(graph: Graph) -> Iterator[Finding]:
    length = graph.dossier.settings.policy.overlap
    held = [source for source in graph.dossier.sources if source.text in graph.dossier.seeds]
    runs = {source.id: _runs(graph.dossier.seeds[source.text or ""].text, length) for source in held}
    for first, second in combinations(held, 2):
        if _share_root(graph, first, second):
            continue
        shared = runs[first.id].keys() & runs[second.id].keys()
        if shared:
            start = min(shared, key=runs[second.id].__getitem__)
            message = f"shares `{' '.join(start)} …` with `{first.id}`: declare what both rest on in `rests_on`"
            yield Finding(second.at("text"), ID, message)


def _runs(text: str, length: int) -> dict[tuple[str, ...], int]:
    """Every run of so many words, in lower case, with where it first stands."""
    words = [word.casefold() for word in WORD.findall(text)]
    found: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - length + 1):
        found.setdefault(tuple(words[at : at + length]), at)
    return found


def _share_root(graph: Graph, first: Source, second: Source) -> bool:
    return bool({first.id, *graph.upstreams[first.id]} & {second.id, *graph.upstreams[second.id]})
