"""What a command uses: elapsed time, processor time of it and its children, and their memory at its greatest."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str | Path]
Step = Command | Callable[[], None]
"""A command, or a function that is run here; its time counts too."""
SECONDS_BETWEEN_SAMPLES = 0.1
PROCESSES = Path("/proc")
BUILD_DATE = "1552000000"
"""A fixed SOURCE_DATE_EPOCH, so that two builds give equal bytes."""


class Usage(NamedTuple):
    """Seconds by the clock, seconds of processor time (user and system), and MiB of memory."""

    wall: float
    cpu: float
    memory: float


def measure(steps: Sequence[Step], folder: Path, cache: Path) -> Usage:
    """Run steps one after the other in a folder. Raises CalledProcessError with the output of a command that fails.

    `cache` is the folder where Python keeps its bytecode, as an installed program does.
    """
    started, cpu, memory = time.perf_counter(), 0.0, 0.0
    for step in steps:
        if callable(step):
            before = time.process_time()
            step()
            cpu += time.process_time() - before
        else:
            used = _run(step, folder, environment(cache))
            cpu, memory = cpu + used.cpu, max(memory, used.memory)
    return Usage(time.perf_counter() - started, cpu, memory)


def environment(cache: Path) -> dict[str, str]:
    """Return the environment of a measured program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "SOURCE_DATE_EPOCH": BUILD_DATE,
        "PYTHONPYCACHEPREFIX": str(cache / "bytecode"),
        "XDG_CACHE_HOME": str(cache),
    }


def _run(command: Command, folder: Path, variables: dict[str, str]) -> Usage:
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, cwd=folder, env=variables, stdout=output, stderr=output)
        sampler = _MemorySampler(process.pid)
        sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        sampler.stop()
        if process.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command], output.read())
    return Usage(wall, used.ru_utime + used.ru_stime, max(sampler.greatest, used.ru_maxrss / 1024))


class _MemorySampler(threading.Thread):
    """Looks again and again how much memory a process and its children have together.

    Pages that they share count once (PSS). Where the system has no `/proc`, `greatest` stays 0, and what counts is the
    largest of the processes.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self._ended = process, threading.Event()
        self.greatest = 0.0

    def run(self) -> None:
        """Take samples until the process has ended."""
        while not self._ended.wait(SECONDS_BETWEEN_SAMPLES):
            self.greatest = max(self.greatest, sum(map(_proportional_memory, _with_children(self._process))))

    def stop(self) -> None:
        """Take no further samples."""
        self._ended.set()
        self.join()


def _with_children(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for thread in (PROCESSES / str(process) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _with_children(int(child))


def _proportional_memory(process: int) -> float:
    """Return the memory of a process in MiB; 0 if it has ended."""
    with suppress(OSError):
        for line in (PROCESSES / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
