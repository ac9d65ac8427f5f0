"""Two texts that share a long run of words must declare, in `rests_on`, the source they have in common.

Passes: two texts that relay one CNN report, both with `rests_on: [cnn-report]`.
Fails:  the same without `rests_on`: they would count as independent. `policy: {overlap: …}` sets the run's length.
"""

import re
from collections.abc import Iterator, Sequence, Set

from dossier.check.passages import sources_in_doubt
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.text.wording import pluralize

ID = "undeclared-overlap"
WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def check(graph: Graph) -> Iterator[Finding]:
    length = graph.dossier.settings.policy.overlap
    in_doubt = sources_in_doubt(graph)
    words: dict[str, list[str]] = {}
    sources_by_run: dict[int, tuple[str, ...]] = {}  # By hash, because the runs themselves take five times the memory.
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "")
        words[source.id] = WORD.findall(text.text.casefold()) if text else []
        own_runs = {hash(run) for run in _runs(words[source.id], length)}
        earlier_sources = {source_id for run in own_runs & sources_by_run.keys() for source_id in sources_by_run[run]}
        runs: dict[str, Run] = {}  # Without sources whose run is another one with the same hash.
        for earlier in sorted(earlier_sources):
            if not _may_have_common_source(graph, in_doubt, earlier, source.id):
                run = _first_shared_run(words[earlier], words[source.id], length)
                runs |= {earlier: run} if run else {}
        if runs:
            first, *others = runs
            more = f" and {pluralize(len(others), 'more source')}" if others else ""
            message = (
                f"shares `{' '.join(runs[first])} …` with `{first}`{more}; declare the common source in `rests_on`"
            )
            yield Finding(source.location("text"), ID, message)
        for run_hash in own_runs:
            sources_by_run[run_hash] = (*sources_by_run.get(run_hash, ()), source.id)


def _runs(words: Sequence[str], length: int) -> Iterator[Run]:
    """Yield every run of `length` words, in order."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def _first_shared_run(first: Sequence[str], second: Sequence[str], length: int) -> Run | None:
    """Return the first run of `length` words in the second text that is also in the first."""
    first_runs = set(_runs(first, length))
    return next((run for run in _runs(second, length) if run in first_runs), None)


def _may_have_common_source(graph: Graph, in_doubt: Set[str], first: str, second: str) -> bool:
    """Return whether two sources have a source in common, or it is not known on what one of them is based."""
    of_first, of_second = ({source, *graph.upstream_sources[source]} for source in (first, second))
    return not (of_first.isdisjoint(of_second) and in_doubt.isdisjoint(of_first | of_second))
