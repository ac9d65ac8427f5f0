"""Two texts that share a long run of words declare a common root: one rests on the other, or both on one report.

Passes: two relays of one CNN report, both with `rests_on: [cnn-report]`.
Fails:  the same without `rests_on`: they would count as independent. `policy: {overlap: …}` sets the run's length.
"""

import re
from collections.abc import Iterable, Iterator

from generator.link import Graph
from generator.model.finding import Finding

ID = "overlap-declared"
WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def check(graph: Graph) -> Iterator[Finding]:
    length = graph.dossier.settings.policy.overlap
    holders: dict[Run, tuple[str, ...]] = {}
    for second in graph.dossier.sources:
        seed = graph.dossier.seeds.get(second.text or "")
        for first, run in _shared(second.id, _runs(seed.text, length), holders).items() if seed else ():
            if not _share_root(graph, first, second.id):
                message = f"shares `{' '.join(run)} …` with `{first}`: declare what both rest on in `rests_on`"
                yield Finding(second.at("text"), ID, message)


def _shared(source: str, runs: Iterable[Run], holders: dict[Run, tuple[str, ...]]) -> dict[str, Run]:
    """The earlier sources that hold one of the runs, each with the first of them; `source` joins the holders."""
    found: dict[str, Run] = {}
    alone = (source,)
    for run in runs:
        earlier = holders.setdefault(run, alone)
        if earlier is not alone and earlier[-1] != source:
            found |= {first: run for first in earlier if first not in found}
            holders[run] = (*earlier, source)
    return found


def _runs(text: str, length: int) -> Iterable[Run]:
    """Every run of so many words, in lower case and in the order of the text."""
    words = [word.casefold() for word in WORD.findall(text)]
    return zip(*(words[at:] for at in range(length)), strict=False)


def _share_root(graph: Graph, first: str, second: str) -> bool:
    """Whether they do, or may: what a record that cannot be read rests on is not known."""
    roots, others = {first, *graph.upstreams[first]}, {second, *graph.upstreams[second]}
    return bool(roots & others) or any(f"source:{name}" in graph.dossier.broken for name in roots | others)
