"""Two texts that share a long run of words declare a common root: one rests on the other, or both on one report.

Passes: two relays of one CNN report, both with `rests_on: [cnn-report]`.
Fails:  the same without `rests_on`: they would count as independent. `policy: {overlap: …}` sets the run's length.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

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
        runs = _runs(seed.text, length) if seed else {}
        shared = [run for run in runs if run in holders]
        for first, run in _first_of_each(shared, holders).items():
            if not _share_root(graph, first, second.id):
                message = f"shares `{' '.join(run)} …` with `{first}`: declare what both rest on in `rests_on`"
                yield Finding(second.at("text"), ID, message)
        holders.update(dict.fromkeys(runs, (second.id,)) | {run: (*holders[run], second.id) for run in shared})


def _first_of_each(shared: Iterable[Run], holders: Mapping[Run, tuple[str, ...]]) -> dict[str, Run]:
    """The sources that hold one of the runs, each with the first of them."""
    found: dict[str, Run] = {}
    for run in shared:
        found = dict.fromkeys(holders[run], run) | found
    return found


def _runs(text: str, length: int) -> dict[Run, None]:
    """Every run of so many words once, in lower case and in the order of the text."""
    words = WORD.findall(text.casefold())
    return dict.fromkeys(zip(*(words[at:] for at in range(length)), strict=False))


def _share_root(graph: Graph, first: str, second: str) -> bool:
    """Whether they do, or may: what a record that cannot be read rests on is not known."""
    roots, others = {first, *graph.upstreams[first]}, {second, *graph.upstreams[second]}
    return bool(roots & others) or any(f"source:{name}" in graph.dossier.broken for name in roots | others)
