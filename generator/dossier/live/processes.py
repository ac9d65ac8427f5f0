"""The programs that run beside the server: the check of all rules, and the build of the whole site."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from mkdocs.exceptions import BuildError

from dossier.io.files import source_line_reader
from dossier.model.finding import Finding
from dossier.report.json import parse_json
from dossier.report.style import ReportStyle
from dossier.report.text import format_excerpts

EXIT_OK = 0
PYTHON = (sys.executable, "-X", "utf8", "-m")
"""Runs a module of Python, which writes UTF-8 on all systems."""


class CheckOutcome(NamedTuple):
    """The findings of a check; and the text for them, or why there was no check, "" if there is nothing to say."""

    findings: Sequence[Finding] = ()
    text: str = ""


class BackgroundCheck:
    """Checks a dossier in another process; a new check ends the one before."""

    def __init__(self, root: Path, report: Callable[[CheckOutcome], None]) -> None:
        self._command = [*PYTHON, "dossier", "check", "--root", str(root), "--format", "json"]
        self._root = root
        self._report = report
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start a check; its findings are reported when it ends, unless another is started before."""
        self.stop()
        self._process = _start(self._command, subprocess.PIPE)
        Thread(target=self._wait, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """End the check that runs, if any, with the process that it has started itself."""
        process, self._process = self._process, None
        _end(process)

    def _wait(self, process: subprocess.Popen[str]) -> None:
        report, errors = process.communicate()
        if process is self._process:
            self._report(self._outcome(report, errors))
            gc.collect()  # The states before are circles of files and pages, which take memory and open files.

    def _outcome(self, report: str, errors: str) -> CheckOutcome:
        try:
            findings = parse_json(report)
        except ValueError:
            return CheckOutcome(text=errors.strip() or "The check has failed.")
        return CheckOutcome(findings, format_excerpts(findings, ReportStyle(source_line_reader(self._root))).strip())


def _start(command: Sequence[str], errors: int = subprocess.STDOUT) -> subprocess.Popen[str]:
    """Start a program in a group of processes that can be ended together, its errors in its output or elsewhere."""
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


def _end(process: subprocess.Popen[str] | None) -> None:
    """End a program that runs, if any, with those that it has started itself."""
    if process is None or process.poll() is not None:
        return
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


class FullBuild:
    """The built site in a folder, for the files that depend on all pages; built when one is asked for."""

    def __init__(self, config_file: Path, folder: Path) -> None:
        self._folder = folder.resolve()
        self._command = [*PYTHON, "dossier.live.full_build", str(config_file), str(folder)]
        self._process: subprocess.Popen[str] | None = None
        self._lock = Lock()
        self._built: int | None = None
        self._problem = ""

    def read(self, address: str, version: int | None) -> bytes | None:
        """Return a file as it is in this version of the site, None if there is none; in any version, if none is given.

        Raises BuildError with MkDocs' output if this version cannot be built.
        """
        with self._lock:
            if self._built is None or version not in (None, self._built):
                self._process = _start(self._command)
                output, _ = self._process.communicate()
                self._built = version or 0
                self._problem = "" if self._process.returncode == EXIT_OK else output.strip() or "MkDocs failed"
            if self._problem and version is not None:
                raise BuildError(self._problem)
        file = (self._folder / address.replace("\0", "")).resolve()
        return file.read_bytes() if file.is_relative_to(self._folder) and file.is_file() else None

    def stop(self) -> None:
        """End the build that runs, if any."""
        _end(self._process)
