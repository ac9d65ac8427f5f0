"""The benchmark of `dossier serve`: from saving a record to its new page, and to the findings of the check."""

import argparse
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.synthetic import write_dossier

ROOT = Path(__file__).parents[1]
PROGRAM = Path(sysconfig.get_path("scripts")) / "dossier"
MAX_SECONDS = {0: 0.15, 1000: 0.3, 5000: 1.0}
"""Seconds from saving a record to its page, by the number of records; 0 is the dossier of this project."""
MAX_WAIT = 300
RECORDS = ("numbers", "events")
"""The folders of the records that are changed: the first file of the first that there is."""
WORD = "Benchmarked"


class EditTimes(NamedTuple):
    """Median seconds at one size: from the start to the first page, from a save to the page, and to the findings."""

    size: int
    start: float
    page: float
    findings: float

    @property
    def maximum(self) -> float:
        """The most seconds allowed from a save to the page."""
        return MAX_SECONDS.get(self.size, max(MAX_SECONDS.values()))

    @property
    def is_met(self) -> bool:
        """Whether the page appears in time."""
        return self.page <= self.maximum


def measure_edits(root: Path, size: int, repeat: int) -> EditTimes:
    """Serve the dossier below `root` and change one record `repeat` times."""
    file = next(iter(sorted((root / "content" / RECORDS[0]).glob("*.yml"))))
    address = f"/{RECORDS[0]}/{file.stem}.html"
    original = file.read_text("utf-8")
    with _serve(root) as (port, start):
        events = _open_events(port)
        _wait_for(events, lambda state: True)
        pages, findings = [], []
        for number in range(repeat):
            title = f"{WORD} {'abcdefghij'[number % 10] * (number + 1)}"
            saved = time.perf_counter()
            file.write_text(_with_note(original, title), "utf-8")
            _wait_for(events, lambda state, title=title: title in _get(port, address))
            pages.append(time.perf_counter() - saved)
            file.write_text(original, "utf-8")
            _wait_for(events, lambda state: WORD not in _get(port, address))
        file.write_text("title: [", "utf-8")
        saved = time.perf_counter()
        _wait_for(events, lambda state: state["findings"])
        findings.append(time.perf_counter() - saved)
        file.write_text(original, "utf-8")
        events.close()
    return EditTimes(size, start, statistics.median(pages), statistics.median(findings))


def _with_note(record: str, note: str) -> str:
    """Return the YAML of a record with this as its note."""
    before = yaml.safe_load(record)
    return yaml.safe_dump({**before, "note": note}, sort_keys=False, allow_unicode=True)


@contextmanager
def _serve(root: Path) -> Iterator[tuple[int, float]]:
    """Run the server; yield its port, and the seconds until it sent the home page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    command = [PROGRAM, "serve", "--root", root, "--address", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    try:
        while True:
            try:
                _get(port, "/index.html")
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - started > MAX_WAIT:
                    raise
                time.sleep(0.01)
        yield port, time.perf_counter() - started
    finally:
        process.terminate()
        process.wait()


def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode, as an installed program does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _get(port: int, address: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=MAX_WAIT)
    connection.request("GET", address)
    content = connection.getresponse().read().decode("utf-8")
    connection.close()
    return content


def _open_events(port: int) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=MAX_WAIT)
    connection.request("GET", "/-/events")
    return connection.getresponse()


def _wait_for(events: http.client.HTTPResponse, is_there: object) -> None:
    """Wait as a browser does: look again whenever the server says that something has changed."""
    assert callable(is_there)
    while True:
        line = events.readline()
        if not line:
            raise ConnectionError("the server has ended")
        if line.startswith(b"data: ") and is_there(json.loads(line.removeprefix(b"data: "))):
            return


def format_table(times: Sequence[EditTimes]) -> str:
    """Return the times as a Markdown table."""
    lines = [
        "| Records | start to first page, s | save to page, s | at most | save to findings, s |",
        "|--:|--:|--:|--:|--:|",
    ]
    for time_ in times:
        size = f"{time_.size:,}" if time_.size else "this project's"
        verdict = "" if time_.is_met else " (missed)"
        lines.append(
            f"| {size} | {time_.start:.2f} | {time_.page:.3f} | {time_.maximum}{verdict} | {time_.findings:.2f} |"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all sizes; return 1 if a page appears too late at one of them."""
    parser = argparse.ArgumentParser(prog="benchmarks.serve", description=__doc__)
    parser.add_argument("--sizes", default="0,1000,5000", metavar="N,N", help="records; 0 is this project's dossier")
    parser.add_argument("--repeat", type=int, default=7, metavar="N", help="changes at each size (default: 7)")
    options = parser.parse_args(arguments)
    times = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "dossier"
            if size:
                write_dossier(root, size, ROOT / "content" / "pages", coverage=False)
            else:
                for name in ("content", "seeds"):
                    shutil.copytree(ROOT / name, root / name)
            settings = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": "content/pages", "site_dir": "site"}
            (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
            times.append(measure_edits(root, size, options.repeat))
    sys.stdout.write(f"{format_table(times)}\n")
    return 0 if all(item.is_met for item in times) else 1


if __name__ == "__main__":
    sys.exit(main())
