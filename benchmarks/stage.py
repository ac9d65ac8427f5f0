"""One stage of the generator, run and timed in this process: `python -m benchmarks.stage load DIR`."""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from dossier.check import run_rules
from dossier.coverage import compute_coverage
from dossier.graph import build_graph
from dossier.load import load_dossier
from dossier.match import resolve_passages
from dossier.pipeline import check_dossier, render_assets, render_pages
from dossier.render.search import search_index_js

ALL = "ours"
"""The whole way up to the pages that MkDocs is handed, as the pipeline goes it."""


class Took(NamedTuple):
    """What a stage took: seconds by the clock, seconds of processor (user and system)."""

    wall: float
    cpu: float


class Stage(NamedTuple):
    """A stage: what it makes of what the stages before it have made, by their names."""

    name: str
    run: Callable[[dict[str, Any]], Any]


STAGES: tuple[Stage, ...] = (
    Stage("load", lambda made: load_dossier(made["root"]).dossier),
    Stage("find", lambda made: resolve_passages(made["load"])),
    Stage("link", lambda made: build_graph(made["load"], *made["find"])),
    Stage("cover", lambda made: compute_coverage(made["link"]) if made["load"].settings.policy.coverage else ()),
    Stage("rules", lambda made: run_rules(replace(made["link"], coverage=made["cover"]))),
    Stage("render", lambda made: render_pages(made["link"])),
    Stage("beside", lambda made: (render_assets(made["link"]), search_index_js(made["render"], ()))),
)


def measure(name: str, root: Path) -> Took:
    """The stage of this name on the dossier below `root`; the stages before it are run, not timed."""
    if name == ALL:
        return _timed(partial(_all, root))[1]
    made: dict[str, Any] = {"root": root}
    gc.disable()  # As the pipeline does.
    for stage in STAGES:
        made[stage.name], took = _timed(partial(stage.run, made))
        if stage.name == name:
            return took
    raise ValueError(f"{name}: no such stage")


def _all(root: Path) -> None:
    graph, findings = check_dossier(root)
    if graph is None or findings:
        raise ValueError(f"the synthetic dossier has findings, the first: {findings[0]}")
    render_pages(graph)


def _timed(run: Callable[[], Any]) -> tuple[Any, Took]:
    wall, cpu = time.perf_counter(), time.process_time()
    made = run()
    return made, Took(time.perf_counter() - wall, time.process_time() - cpu)


def main(arguments: Sequence[str]) -> int:
    sys.stdout.write(json.dumps(measure(arguments[0], Path(arguments[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
