"""The benchmark: every stage, the whole build, stock MkDocs and Hugo on the same pages, and whether the bars hold."""

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

from benchmarks.stage import ALL, STAGES, Took
from benchmarks.synthetic import BLOCK, make

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMANDS = Path(sysconfig.get_path("scripts"))
SIZES = (100, 1000, 5000)
DATE = "1552000000"
"""A fixed SOURCE_DATE_EPOCH, so that two runs build the same bytes."""

GROWTH, OURS, STOCK = 1.3, 1.0, 1.15
"""The bars: growth of the time a record from 1,000 to 5,000, milliseconds a record before MkDocs, whole over stock."""
OURS_WITH_COVERAGE = 1.5


class Run(NamedTuple):
    """A command that was run to its end, with its greatest memory in MiB."""

    took: Took
    memory: float


class Row(NamedTuple):
    """What was measured at one size; `made` is the size of the built site in MiB."""

    size: int
    stages: dict[str, Took]
    ours: Took
    whole: Run
    stock: Run
    hugo: Run
    made: float


class Bar(NamedTuple):
    """A bar: what must hold, the figure by the clock and by the processor, and the greatest that passes."""

    says: str
    wall: float
    cpu: float
    limit: float

    @property
    def holds(self) -> bool:
        """Judged by the processor's time: the clock's also counts what else the machine is doing."""
        return self.cpu <= self.limit

    def __str__(self) -> str:
        verdict = "pass" if self.holds else "FAIL"
        return (
            f"{verdict}: {self.says}: {self.cpu:.2f} of processor, {self.wall:.2f} by the clock, at most {self.limit}"
        )


def measure(size: int, work: Path, repeat: int, *, coverage: bool) -> Row:
    """Make a dossier of `size` records below `work` and measure everything on it, the quickest of `repeat` runs."""
    root = work / str(size)
    make(root, size, ROOT / "content" / "pages", coverage=coverage)
    _configure(root)
    stages = {stage.name: _least([_stage(stage.name, root) for _ in range(repeat)]) for stage in STAGES}
    ours = _least([_stage(ALL, root) for _ in range(repeat)])
    _run(root, COMMANDS / "dossier", "pages", "--root", root, "--to", root / "pages")
    _hugo_pages(root)
    rounds = [_builds(root) for _ in range(repeat)]
    whole, stock, hugo = (min(runs, key=lambda run: run.took.cpu) for runs in zip(*rounds, strict=True))
    row = Row(size, stages, ours, whole, stock, hugo, _mebibytes(root / "site"))
    shutil.rmtree(root)
    return row


def _builds(root: Path) -> tuple[Run, Run, Run]:
    """The three builds, one after the other, so that all meet the same machine."""
    return (
        _run(root, COMMANDS / "dossier", "build", "--root", root),
        _run(root, COMMANDS / "mkdocs", "build", "--strict", "--config-file", root / "stock.yml"),
        _run(root, COMMANDS / "hugo", "build", "--source", root / "hugo", "--destination", root / "hugo-site"),
    )


def _configure(root: Path) -> None:
    """The project's own mkdocs.yml for our build, and the same without our plugin for the stock one."""
    own = ROOT / "mkdocs.yml"
    plugins = yaml.safe_load(own.read_text("utf-8"))["plugins"]
    stock = {"docs_dir": "pages", "site_dir": "stock-site", "plugins": [one for one in plugins if "dossier" not in one]}
    for name, config in (("mkdocs.yml", {"docs_dir": "content/pages", "site_dir": "site"}), ("stock.yml", stock)):
        (root / name).write_text(yaml.safe_dump({"INHERIT": str(own), **config}), "utf-8")


def _hugo_pages(root: Path) -> None:
    """The same pages for Hugo; a folder's own page has another name there."""
    shutil.copytree(HERE / "hugo", root / "hugo")
    shutil.copytree(root / "pages", root / "hugo" / "content")
    for index in (root / "hugo" / "content").rglob("index.md"):
        index.rename(index.with_name("_index.md"))


def _stage(name: str, root: Path) -> Took:
    command = [sys.executable, "-m", "benchmarks.stage", name, str(root)]
    done = subprocess.run(command, cwd=ROOT, env=_environment(root), stdout=subprocess.PIPE, check=True, text=True)
    return Took(*json.loads(done.stdout))


def _environment(root: Path) -> dict[str, str]:
    """A fixed date, and Python's bytecode kept as where a program is installed, whatever this machine has set."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"SOURCE_DATE_EPOCH": DATE, "PYTHONPYCACHEPREFIX": str(root.parent / "bytecode")}


def _run(root: Path, *command: str | Path) -> Run:
    """Run a command. Raises CalledProcessError, with what it said, where it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, env=_environment(root), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command], said.read())
    return Run(Took(wall, usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024)


def _least(runs: Sequence[Took]) -> Took:
    return min(runs, key=lambda took: took.cpu)


def _mebibytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def bars(rows: Sequence[Row], *, coverage: bool) -> list[Bar]:
    """Every bar that the measured sizes can tell of."""
    ours = OURS_WITH_COVERAGE if coverage else OURS
    found = []
    by_size = {row.size: row for row in rows}
    if {1000, 5000} <= by_size.keys():
        less, more = (by_size[size].whole.took for size in (1000, 5000))
        found.append(_bar("growth of the whole time a record, 5,000 over 1,000", more, less, 5, GROWTH))
    for row in (row for row in rows if row.size >= 1000):
        found.append(_bar(f"ms a record before MkDocs, {row.size:,}", row.ours, Took(1, 1), row.size / 1000, ours))
        found.append(_bar(f"whole over stock MkDocs, {row.size:,}", row.whole.took, row.stock.took, 1, STOCK))
    return found


def _bar(says: str, took: Took, other: Took, times: float, limit: float) -> Bar:
    return Bar(says, took.wall / other.wall / times, took.cpu / other.cpu / times, limit)


def table(rows: Sequence[Row]) -> str:
    """The measurements as a Markdown table: seconds of processor, with seconds by the clock in brackets."""
    head = ["Records", *(stage.name for stage in STAGES), "ours", "a record, ms", "MkDocs", "whole"]
    head += ["memory, MiB", "site, MiB", "stock MkDocs", "whole / stock", "Hugo"]
    return "\n".join(_line(cells) for cells in (head, ["--:"] * len(head), *map(_cells, rows))) + "\n"


def _cells(row: Row) -> list[str]:
    whole, ours = row.whole.took, row.ours
    mkdocs = Took(whole.wall - ours.wall, whole.cpu - ours.cpu)
    stages = [_seconds(row.stages[stage.name]) for stage in STAGES]
    each = f"{ours.cpu / row.size * 1000:.2f} ({ours.wall / row.size * 1000:.2f})"
    sizes = [f"{row.whole.memory:.0f}", f"{row.made:.0f}"]
    ratio = f"{whole.cpu / row.stock.took.cpu:.2f} ({whole.wall / row.stock.took.wall:.2f})"
    built = [_seconds(mkdocs), _seconds(whole), *sizes, _seconds(row.stock.took), ratio, _seconds(row.hugo.took)]
    return [f"{row.size:,}", *stages, _seconds(ours), each, *built]


def _seconds(took: Took) -> str:
    return f"{took.cpu:.2f} ({took.wall:.2f})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and the bars; 1 where a bar does not hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help="records (100,1000,5000)")
    parser.add_argument("--repeat", type=int, default=2, metavar="N", help="runs, of which the quickest counts (2)")
    parser.add_argument("--coverage", action="store_true", help="of dossiers that hold themselves to coverage")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as work:
        measure(BLOCK, Path(work), 1, coverage=True)  # What is kept between runs is there from the first one on.
        rows = [measure(size, Path(work), told.repeat, coverage=told.coverage) for size in told.sizes]
    sys.stdout.write(f"{table(rows)}\n")
    found = bars(rows, coverage=told.coverage)
    for bar in found:
        sys.stdout.write(f"- {bar}\n")
    return 0 if all(bar.holds for bar in found) else 1


if __name__ == "__main__":
    sys.exit(main())
