"""Copies of the base dossier to build, to break and to serve."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import BASE
from tests.site.conftest import BIN, ROOT, build, once

MAX_WAIT = 120
"""Seconds after which something that must happen counts as failed. No test waits longer than it has to."""


def pytest_configure(config):
    config.addinivalue_line("markers", "zensical: builds the pages with another site generator")


def wait_for(condition, what):
    """Wait until `condition()` is true; return its value."""
    deadline = time.monotonic() + MAX_WAIT
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    pytest.fail(f"{what} did not happen within {MAX_WAIT} seconds", pytrace=False)


def files(folder):
    """Return the bytes of every file below a folder by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def replace(file, old, new):
    """Replace the first `old` in a file, which must be there."""
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), "utf-8")


def copy_base_project(folder):
    """Copy the base dossier with the settings of a site, and `site/` as git keeps it; return the folder."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "site").mkdir()
    shutil.copy(ROOT / "site/.gitignore", folder / "site")
    return folder


@pytest.fixture
def project(tmp_path):
    """A copy of the base dossier, not built."""
    return copy_base_project(tmp_path / "project")


@pytest.fixture(scope="session")
def base_site(tmp_path_factory):
    """The site of the base dossier, built once; never to be changed."""
    return once(tmp_path_factory, "base-site", lambda folder: build(copy_base_project(folder))) / "site"


@pytest.fixture
def built(project, base_site):
    """A copy of the base dossier with its last good site."""
    shutil.copytree(base_site, project / "site", dirs_exist_ok=True)
    return project


@pytest.fixture
def start(request):
    """A function that starts a program in its own process group; it returns the process and a reader of its output."""

    def start_program(*command, cwd, **environment):
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

    return start_program


def kill(process):
    """Kill a process and its children."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(MAX_WAIT)


class Server:
    """A running `dossier serve`: its output, and the pages it serves."""

    def __init__(self, start, project, **environment):
        self.address = f"127.0.0.1:{free_port()}"
        self.process, self.output = start("dossier", "serve", "--address", self.address, cwd=project, **environment)
        wait_for(lambda: "Serving on" in self.output() or self.process.poll() is not None, "serving")
        assert self.process.poll() is None, self.output()

    def get(self, path):
        """Return the text served at a path, or the error page."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=MAX_WAIT) as response:
                return response.read().decode("utf-8")
        except HTTPError as error:
            with error:
                return error.read().decode("utf-8")

    def read(self, path):
        """Return the bytes served at a path."""
        with urlopen(f"http://{self.address}/{path}", timeout=MAX_WAIT) as response:
            return response.read()

    def wait_for_text(self, path, text):
        """Wait until the page at a path contains a text."""
        wait_for(lambda: text in self.get(path), f"`{text}` on {path}")


def free_port():
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(start):
    """A function that starts the server of a project."""
    return lambda project, **environment: Server(start, project, **environment)
