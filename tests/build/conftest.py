"""Copies of the real project to build, to break and to serve."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.site.conftest import BIN, copy_project, site  # noqa: F401 (a fixture)

PATIENCE = 120
"""Seconds until something that must happen counts as not happening; never waited for where it happens sooner."""


def pytest_configure(config):
    config.addinivalue_line("markers", "zensical: builds the pages by another engine")


def until(happened, what):
    """Wait until `happened()` is true, and give what it returned."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = happened()
        if found:
            return found
        time.sleep(0.02)
    pytest.fail(f"{what} did not happen within {PATIENCE} seconds", pytrace=False)


def files(folder):
    """Every file below a folder with its bytes, by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def replace(file, old, new):
    """Replace the first `old` of a file, which must be there."""
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def project(tmp_path):
    """A copy of the real project, not built."""
    (tmp_path / "project").mkdir()
    return copy_project(tmp_path / "project")


@pytest.fixture
def built(project, site):  # noqa: F811
    """A copy of the real project with its last good site."""
    for path, content in files(site).items():
        (project / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / path).write_bytes(content)
    return project


@pytest.fixture
def start(request):
    """Starts a program in a process group of its own, which does not outlive the test; its output goes to a file."""

    def started(*command, cwd, **environment):
        output = Path(cwd) / "output.txt"
        with output.open("wb") as log:
            process = subprocess.Popen(
                [BIN / command[0], *command[1:]],
                cwd=cwd,
                env=os.environ | {"PYTHONUNBUFFERED": "1"} | environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        request.addfinalizer(lambda: kill(process))
        return process, lambda: output.read_text("utf-8")

    return started


def kill(process):
    """End a process and its children at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)


class Server:
    """A `dossier serve` that runs: what it says, and what it serves."""

    def __init__(self, start, project, **environment):
        self.address = f"127.0.0.1:{free_port()}"
        self.process, self.said = start("dossier", "serve", "--address", self.address, cwd=project, **environment)
        until(lambda: "Serving on" in self.said() or self.process.poll() is not None, "serving")

    def get(self, path):
        """A file as served, as text; for an address that is not there, the page that says so."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode("utf-8")
        except HTTPError as missing:
            with missing:
                return missing.read().decode("utf-8")

    def shows(self, path, words):
        """Wait until a page shows `words`."""
        until(lambda: words in self.get(path), f"`{words}` on {path}")


def free_port():
    """A port that nothing listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture
def serve(start):
    """Starts the server of a project."""
    return lambda project, **environment: Server(start, project, **environment)
