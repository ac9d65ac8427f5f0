"""The programs that run beside the server: the check of all rules, and the build of the whole site."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

Report = Callable[[str], None]
"""Called with the output of a check, "" if there are no findings."""
EXIT_OK = 0


class BackgroundCheck:
    """Checks a dossier in another process; a new check ends the one before."""

    def __init__(self, root: Path, report: Report) -> None:
        self._command = [sys.executable, "-m", "dossier", "check", "--root", str(root)]
        self._report = report
        self._lock = Lock()
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start a check; its findings are reported when it ends, unless another is started before."""
        with self._lock:
            self.stop()
            self._process = subprocess.Popen(
                self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
            )
            Thread(target=self._wait, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """End the check that runs, if any."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
        self._process = None

    def _wait(self, process: subprocess.Popen[str]) -> None:
        output, _ = process.communicate()
        if process is self._process:
            self._report("" if process.returncode == EXIT_OK else output.strip())


class WholeSite:
    """The built site in a folder, for the files that depend on all pages; built when one is asked for."""

    def __init__(self, config_file: Path, folder: Path) -> None:
        self._folder = folder.resolve()
        self._command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
        self._command += ["--config-file", str(config_file), "--site-dir", str(folder)]
        self._lock = Lock()
        self._built: int | None = None

    def read(self, address: str, version: int | None) -> bytes | None:
        """Return a file as it is in this version of the site, or in the last that could be built; None if in none.

        Without a version, it is built only if it never was.
        """
        with self._lock:
            if self._built is None or version not in (None, self._built):
                subprocess.run(self._command, check=False, capture_output=True)
                self._built = version or 0
        file = (self._folder / address).resolve()
        return file.read_bytes() if file.is_relative_to(self._folder) and file.is_file() else None
