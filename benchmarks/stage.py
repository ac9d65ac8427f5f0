"""One stage of a build, run and timed in this process: `python -m benchmarks.stage load DIR`."""

import gc
import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from dossier.check.run import run_rules
from dossier.cli import ALLOCATIONS_BETWEEN_COLLECTIONS
from dossier.coverage.compute import compute_coverage
from dossier.graph import build_graph
from dossier.load.loader import load_dossier
from dossier.match import resolve_passages
from dossier.model.citation import Resolution
from dossier.model.coverage import CoverageItem
from dossier.model.dossier import Dossier
from dossier.model.output import OutputFile
from dossier.pipeline import link_dossier, render_assets, render_pages
from dossier.render.search import search_index

PIPELINE = "pipeline"
"""The stages from load to render in one go, as the pipeline runs them before MkDocs gets the pages, without the rules,
which run at the same time in a process of their own.
"""


class Duration(NamedTuple):
    """The duration of a stage in seconds: elapsed time, and processor time (user and system)."""

    wall: float
    cpu: float


class Stage(NamedTuple):
    """A stage: its name, and the function from the results of the earlier stages, by name, to its own."""

    name: str
    run: Callable[[dict[str, Any]], Any]


STAGES: tuple[Stage, ...] = (
    Stage("load", lambda results: load_dossier(results["root"]).dossier),
    Stage("resolve", lambda results: resolve_passages(results["load"])),
    Stage("coverage", lambda results: _coverage(results["load"], results["resolve"])),
    Stage("graph", lambda results: build_graph(results["load"], results["resolve"], results["coverage"])),
    Stage("rules", lambda results: run_rules(results["graph"])),
    Stage("render", lambda results: _make(render_pages(results["graph"]))),
    Stage(
        "assets", lambda results: _make(chain([search_index(results["render"], ())], render_assets(results["graph"])))
    ),
)


def measure_stage(name: str, root: Path) -> Duration:
    """Return the duration of a stage on the dossier below `root`; the earlier stages are run, but not timed."""
    if name == PIPELINE:
        return _time(partial(_run_pipeline, root))[1]
    results: dict[str, Any] = {"root": root}
    for stage in STAGES:
        results[stage.name], duration = _time(partial(stage.run, results))
        if stage.name == name:
            return duration
    raise ValueError(f"{name}: unknown stage")


def _coverage(dossier: Dossier, resolution: Resolution) -> tuple[CoverageItem, ...]:
    return compute_coverage(dossier, resolution) if dossier.settings.policy.coverage else ()


def _run_pipeline(root: Path) -> None:
    graph, findings = link_dossier(root)
    if graph is None or findings:
        raise ValueError(f"the synthetic dossier has findings, the first: {findings[0]}")
    _make(render_pages(graph))


def _make(outputs: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the outputs; the content of each has been made and dropped before the next is asked for, as in a build."""
    made = []
    for output in outputs:
        deque(output.iter_bytes(), maxlen=0)
        made.append(output)
    return tuple(made)


def _time(run: Callable[[], Any]) -> tuple[Any, Duration]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = run()
    return result, Duration(time.perf_counter() - wall, time.process_time() - cpu)


def main(arguments: Sequence[str]) -> int:
    """Print the duration of a stage, given by its name and the folder of a dossier, as JSON."""
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)  # As in a build.
    sys.stdout.write(json.dumps(measure_stage(arguments[0], Path(arguments[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
