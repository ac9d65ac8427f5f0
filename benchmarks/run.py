"""The benchmark: every stage, a full build, stock MkDocs and Hugo on the same pages, and the limits they must meet."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.stage import PIPELINE, STAGES, Duration
from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMANDS = Path(sysconfig.get_path("scripts"))
SIZES = (100, 1000, 5000)
BUILD_DATE = "1552000000"
"""A fixed SOURCE_DATE_EPOCH, so that two builds give equal bytes."""

MAX_GROWTH = 1.3
"""The build time per record at 5,000 records, over that at 1,000."""
MAX_PIPELINE = 1.0
"""Milliseconds per record before MkDocs gets the pages."""
MAX_PIPELINE_WITH_COVERAGE = 1.5
MAX_OVER_STOCK = 1.15
"""The time of a build, over that of stock MkDocs."""


class CommandRun(NamedTuple):
    """A finished command: its duration and its peak memory in MiB."""

    duration: Duration
    memory: float


class Measurement(NamedTuple):
    """All that was measured at one size; `site_size` is in MiB."""

    size: int
    stages: dict[str, Duration]
    pipeline: Duration
    build: CommandRun
    stock: CommandRun
    hugo: CommandRun
    site_size: float


class Limit(NamedTuple):
    """A limit: what is limited, the measured figures by elapsed and by processor time, and the greatest allowed."""

    name: str
    wall: float
    cpu: float
    maximum: float

    @property
    def is_met(self) -> bool:
        """Judged by processor time, since elapsed time includes other work of the machine."""
        return self.cpu <= self.maximum

    def __str__(self) -> str:
        verdict = "pass" if self.is_met else "FAIL"
        return f"{verdict}: {self.name}: {self.cpu:.2f} processor, {self.wall:.2f} elapsed, at most {self.maximum}"


def measure_size(size: int, work: Path, repeat: int, *, coverage: bool) -> Measurement:
    """Write a dossier of `size` records below `work` and measure everything on it, the fastest of `repeat` runs."""
    root = work / str(size)
    write_dossier(root, size, ROOT / "content" / "pages", coverage=coverage)
    _write_configurations(root)
    stages = {stage.name: _fastest([_run_stage(stage.name, root) for _ in range(repeat)]) for stage in STAGES}
    pipeline = _fastest([_run_stage(PIPELINE, root) for _ in range(repeat)])
    _run(root, COMMANDS / "dossier", "pages", "--root", root, "--to", root / "pages")
    _write_hugo_pages(root)
    rounds = [_run_builds(root) for _ in range(repeat)]
    build, stock, hugo = (min(runs, key=lambda run: run.duration.cpu) for runs in zip(*rounds, strict=True))
    measurement = Measurement(size, stages, pipeline, build, stock, hugo, _mebibytes(root / "site"))
    shutil.rmtree(root)
    return measurement


def _run_builds(root: Path) -> tuple[CommandRun, CommandRun, CommandRun]:
    """Run the three builds one after the other, so that all have the same conditions."""
    return (
        _run(root, COMMANDS / "dossier", "build", "--root", root),
        _run(root, COMMANDS / "mkdocs", "build", "--strict", "--config-file", root / "stock.yml"),
        _run(root, COMMANDS / "hugo", "build", "--source", root / "hugo", "--destination", root / "hugo-site"),
    )


def _write_configurations(root: Path) -> None:
    """Write a configuration that inherits the project's mkdocs.yml, and one without our plugin for stock MkDocs."""
    project = ROOT / "mkdocs.yml"
    plugins = [plugin for plugin in yaml.safe_load(project.read_text("utf-8"))["plugins"] if "dossier" not in plugin]
    stock = {"docs_dir": "pages", "site_dir": "stock-site", "plugins": plugins}
    for name, config in (("mkdocs.yml", {"docs_dir": "content/pages", "site_dir": "site"}), ("stock.yml", stock)):
        (root / name).write_text(yaml.safe_dump({"INHERIT": str(project), **config}), "utf-8")


def _write_hugo_pages(root: Path) -> None:
    """Copy the pages for Hugo, which gives the index page of a folder another name."""
    shutil.copytree(HERE / "hugo", root / "hugo")
    shutil.copytree(root / "pages", root / "hugo" / "content")
    for index in (root / "hugo" / "content").rglob("index.md"):
        index.rename(index.with_name("_index.md"))


def _run_stage(name: str, root: Path) -> Duration:
    command = [sys.executable, "-m", "benchmarks.stage", name, str(root)]
    done = subprocess.run(command, cwd=ROOT, env=_environment(root), stdout=subprocess.PIPE, check=True, text=True)
    return Duration(*json.loads(done.stdout))


def _environment(root: Path) -> dict[str, str]:
    """Return an environment with a fixed date in which Python keeps its bytecode, as an installed program does."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"SOURCE_DATE_EPOCH": BUILD_DATE, "PYTHONPYCACHEPREFIX": str(root.parent / "bytecode")}


def _run(root: Path, *command: str | Path) -> CommandRun:
    """Run a command. Raises CalledProcessError with its output if it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, env=_environment(root), stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        if process.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command], output.read())
    return CommandRun(Duration(wall, usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024)


def _fastest(durations: Sequence[Duration]) -> Duration:
    return min(durations, key=lambda duration: duration.cpu)


def _mebibytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def check_limits(measurements: Sequence[Measurement], *, coverage: bool) -> list[Limit]:
    """Return every limit that applies to the measured sizes."""
    max_pipeline = MAX_PIPELINE_WITH_COVERAGE if coverage else MAX_PIPELINE
    limits = []
    by_size = {measurement.size: measurement for measurement in measurements}
    if {1000, 5000} <= by_size.keys():
        small, large = (by_size[size].build.duration for size in (1000, 5000))
        limits.append(_limit("growth of the build time per record, 5,000 over 1,000", large, small, 5, MAX_GROWTH))
    for size, measurement in by_size.items():
        if size >= 1000:
            name, per_record = f"ms per record before MkDocs, {size:,}", size / 1000
            limits.append(_limit(name, measurement.pipeline, Duration(1, 1), per_record, max_pipeline))
            build, stock = measurement.build.duration, measurement.stock.duration
            limits.append(_limit(f"build over stock MkDocs, {size:,}", build, stock, 1, MAX_OVER_STOCK))
    return limits


def _limit(name: str, duration: Duration, other: Duration, factor: float, maximum: float) -> Limit:
    """Return the limit of `duration` over `factor` times `other`."""
    return Limit(name, duration.wall / other.wall / factor, duration.cpu / other.cpu / factor, maximum)


def format_table(measurements: Sequence[Measurement]) -> str:
    """Return the measurements as a Markdown table: seconds of processor time, with elapsed seconds in brackets."""
    head = ["Records", *(stage.name for stage in STAGES), "pipeline", "ms per record", "MkDocs", "build"]
    head += ["memory, MiB", "site, MiB", "stock MkDocs", "build / stock", "Hugo"]
    rows = (head, ["--:"] * len(head), *map(_cells, measurements))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows) + "\n"


def _cells(measurement: Measurement) -> list[str]:
    size, build, pipeline = measurement.size, measurement.build.duration, measurement.pipeline
    stock = measurement.stock.duration
    mkdocs = Duration(build.wall - pipeline.wall, build.cpu - pipeline.cpu)
    return [
        f"{size:,}",
        *(_seconds(measurement.stages[stage.name]) for stage in STAGES),
        _seconds(pipeline),
        f"{pipeline.cpu / size * 1000:.2f} ({pipeline.wall / size * 1000:.2f})",
        _seconds(mkdocs),
        _seconds(build),
        f"{measurement.build.memory:.0f}",
        f"{measurement.site_size:.0f}",
        _seconds(stock),
        f"{build.cpu / stock.cpu:.2f} ({build.wall / stock.wall:.2f})",
        _seconds(measurement.hugo.duration),
    ]


def _seconds(duration: Duration) -> str:
    return f"{duration.cpu:.2f} ({duration.wall:.2f})"


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table and the limits. Return 1 if a limit is exceeded, else 0."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help="records (default: 100,1000,5000)")
    parser.add_argument("--repeat", type=int, default=2, metavar="N", help="runs; the fastest counts (default: 2)")
    parser.add_argument("--coverage", action="store_true", help="turn coverage checking on in the dossiers")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as work:
        # Fill the caches that later runs will find, so that the first measured run has them too.
        measure_size(RECORDS_PER_TEXT, Path(work), 1, coverage=True)
        measurements = [
            measure_size(size, Path(work), options.repeat, coverage=options.coverage) for size in options.sizes
        ]
    sys.stdout.write(f"{format_table(measurements)}\n")
    limits = check_limits(measurements, coverage=options.coverage)
    for limit in limits:
        sys.stdout.write(f"- {limit}\n")
    return 0 if all(limit.is_met for limit in limits) else 1


if __name__ == "__main__":
    sys.exit(main())
