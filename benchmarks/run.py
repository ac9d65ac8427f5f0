"""The benchmark: each stage, and builds by Dossier and by what users would otherwise choose; the limits to be met."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.contestants import (
    CONTESTANTS,
    DOSSIER,
    MKDOCS,
    PAGES_AND_HUGO,
    ROOT,
    Contestant,
    NotInstalledError,
    write_pages,
)
from benchmarks.limits import Limit, Measured, check_limits
from benchmarks.stage import PIPELINE, STAGES, Duration
from benchmarks.synthetic import RECORDS_PER_TEXT, SHARES, write_dossier
from benchmarks.usage import Usage, environment, measure

SIZES = (1000, 5000, 20000)
MOST_COMPARED = 5000
"""Larger dossiers are built by Dossier only: the others would take hours."""


class BuildRun(NamedTuple):
    """One run of one contestant: a cold build, one without a change, and one after an edit."""

    cold: Usage
    unchanged: Usage
    edit: Usage


class SizeResult(NamedTuple):
    """All that was measured at one size; each list has an item per run. Sizes are in bytes."""

    size: int
    stages: Mapping[str, Sequence[Duration]]
    builds: Mapping[str, Sequence[BuildRun]]
    site_sizes: Mapping[str, int]
    page_size: float

    def measured(self) -> Measured:
        """Return what the limits need."""
        cold = {name: [run.cold for run in runs] for name, runs in self.builds.items()}
        pipeline = [duration.cpu for duration in self.stages.get(PIPELINE, ())]
        others = cold.get(MKDOCS.name, ()), cold.get(PAGES_AND_HUGO.name, ())
        return Measured(cold[DOSSIER.name], *others, pipeline, self.page_size)


def measure_size(
    size: int, work: Path, repeat: int, contestants: Sequence[Contestant], *, coverage: bool = False
) -> SizeResult:
    """Write a dossier of `size` records below `work` and measure everything on it `repeat` times."""
    root = work / str(size)
    write_dossier(root, size, ROOT / "content" / "pages", coverage=coverage)
    names = [*(stage.name for stage in STAGES), PIPELINE] if size <= MOST_COMPARED else []
    stages = {name: [_run_stage(name, root, work) for _ in range(repeat)] for name in names}
    if any(contestant is not DOSSIER for contestant in contestants):
        measure(write_pages(root), root, work)
    ready = [*_prepare(contestants, root)]
    builds: dict[str, list[BuildRun]] = {contestant.name: [] for contestant in ready}
    for number in range(repeat):
        for contestant in ready:
            builds[contestant.name].append(run_builds(contestant, root, work, number))
    sizes = {contestant.name: _bytes_in(root / contestant.folder / "site") for contestant in ready}
    result = SizeResult(size, stages, builds, sizes, mean_page_size(root / "site"))
    shutil.rmtree(root)
    return result


def _prepare(contestants: Iterable[Contestant], root: Path) -> Iterator[Contestant]:
    """Prepare the contestants, and yield those that can be run here; name the others."""
    for contestant in contestants:
        try:
            contestant.prepare(root)
        except NotInstalledError as error:
            sys.stderr.write(f"left out: {error}\n")
        else:
            yield contestant


def run_builds(contestant: Contestant, root: Path, cache: Path, number: int) -> BuildRun:
    """Build a site that is not there, again without a change, and after an edit of one summary.

    An edit is measured until the changed page is there, which for a build is its end. `benchmarks.serve` measures edits
    under `dossier serve`.
    """
    folder, steps = root / contestant.folder, contestant.steps(root)
    contestant.clear(root)
    cold, unchanged = measure(steps, folder, cache), measure(steps, folder, cache)
    word = f"edited{chr(ord('a') + number)}"
    page = contestant.edit(root, word)
    edit = measure(steps, folder, cache)
    if word not in page.read_text("utf-8"):
        raise ValueError(f"{contestant.name}: the edit is not in {page}")
    return BuildRun(cold, unchanged, edit)


def measure_real(work: Path, repeat: int) -> list[Usage]:
    """Build a copy of the dossier in this repository `repeat` times, each time from nothing."""
    root = work / "real"
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    DOSSIER.prepare(root)
    runs = []
    for _ in range(repeat):
        DOSSIER.clear(root)
        runs.append(measure(DOSSIER.steps(root), root, work))
    shutil.rmtree(root)
    return runs


def mean_page_size(site: Path) -> float:
    """Return the mean number of bytes of the pages of records."""
    pages = [page for kind in SHARES for page in (site / f"{kind}s").glob("*.html") if page.stem != "index"]
    return fmean(page.stat().st_size for page in pages)


def _run_stage(name: str, root: Path, cache: Path) -> Duration:
    command = [sys.executable, "-m", "benchmarks.stage", name, str(root)]
    done = subprocess.run(command, cwd=ROOT, env=environment(cache), stdout=subprocess.PIPE, check=True, text=True)
    return Duration(*json.loads(done.stdout))


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def format_stages(results: Sequence[SizeResult]) -> str:
    """Return the stages as a Markdown table: seconds of processor time, elapsed seconds in brackets."""
    names = [*(stage.name for stage in STAGES), PIPELINE]
    rows = [["Records", *(f"{name}, s" for name in names)], ["--:"] * (len(names) + 1)]
    rows += [
        [f"{result.size:,}", *(_seconds(_fastest(result.stages[name])) for name in names)]
        for result in results
        if result.stages
    ]
    return _table(rows)


def format_builds(results: Sequence[SizeResult]) -> str:
    """Return the builds as a Markdown table: seconds of processor time, elapsed seconds in brackets."""
    head = ["Records", "", "cold build, s", "no change, s", "edit, s", "memory, MiB", "site, MiB", "lacks"]
    lacks = {contestant.name: contestant.lacks or "nothing" for contestant in CONTESTANTS}
    rows = [head, ["--:", "---", *["--:"] * 5, "---"]]
    for result in results:
        for name, runs in result.builds.items():
            usages = [_fastest(usages) for usages in zip(*runs, strict=True)]
            memory = max(run.cold.memory for run in runs)
            size = f"{result.site_sizes[name] / 2**20:.0f}"
            rows.append([f"{result.size:,}", name, *map(_seconds, usages), f"{memory:.0f}", size, lacks[name]])
    return _table(rows)


def _table(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _fastest(durations: Sequence[Duration | Usage]) -> Duration | Usage:
    return min(durations, key=lambda duration: duration.cpu)


def _seconds(duration: Duration | Usage) -> str:
    return f"{duration.cpu:.2f} ({duration.wall:.2f})"


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def _contestants(text: str) -> tuple[Contestant, ...]:
    """Return our own build and those whose folder is named."""
    folders = {DOSSIER.folder, *text.split(",")} - {""}
    if unknown := folders - {contestant.folder for contestant in CONTESTANTS}:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return tuple(contestant for contestant in CONTESTANTS if contestant.folder in folders)


def measure_all(
    sizes: Sequence[int], repeat: int, contestants: Sequence[Contestant], *, coverage: bool
) -> tuple[list[SizeResult], list[Usage]]:
    """Measure all sizes and the dossier in this repository in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
        work = Path(folder)
        # Fill the caches that later runs will find, so that the first measured run has them too.
        measure_size(RECORDS_PER_TEXT, work, 1, contestants, coverage=True)
        results = [
            measure_size(size, work, repeat, contestants if size <= MOST_COMPARED else [DOSSIER], coverage=coverage)
            for size in sizes
        ]
        return results, measure_real(work, repeat)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the tables and the limits. Return 1 if a limit is not met, else 0."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help="records (default: 1000,5000,20000)")
    parser.add_argument("--repeat", type=int, default=2, metavar="N", help="runs, all of which must meet the limits")
    parser.add_argument("--coverage", action="store_true", help="turn coverage checking on in the dossiers")
    folders = ",".join(contestant.folder for contestant in CONTESTANTS[1:])
    parser.add_argument("--only", type=_contestants, default=CONTESTANTS, metavar="NAME,NAME", help=f"of {folders}")
    options = parser.parse_args(arguments)
    try:
        results, real = measure_all(options.sizes, options.repeat, options.only, coverage=options.coverage)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"{error}\n{error.output}\n")
        return 2
    by_size = {result.size: result.measured() for result in results}
    limits = [*check_limits(by_size, real, coverage=options.coverage)]
    sys.stdout.write(f"{format_stages(results)}\n{format_builds(results)}\n{format_limits(limits)}")
    return 0 if all(limit.is_met for limit in limits) else 1


def format_limits(limits: Iterable[Limit]) -> str:
    """Return the limits as a list."""
    return "".join(f"- {limit}\n" for limit in limits)


if __name__ == "__main__":
    sys.exit(main())
