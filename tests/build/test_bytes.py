"""Reproducible builds: the same content gives the same bytes on any machine, in any folder and by any command."""

import os
import re

import pytest
from dossier.io.git import EARLIEST_TIMESTAMP

from tests.build.conftest import copy_base_project, files
from tests.site.conftest import ROOT, once, run

EPOCH = "1549929600"
MACHINES = [
    # command, umask, environment
    (["mkdocs", "build", "--strict"], 0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    (["dossier", "build"], 0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
]


SCRIPT = re.compile(rb'<script src="/-/reload.js" data-version="[0-9]+"></script>$')


def differing_paths(first, second):
    """Return the paths at which two folders differ."""
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def build_copy(folder, *command, **environment):
    """Build a fresh copy of the base dossier in `folder` with a command; return the files of the site."""
    done = run(*command, cwd=copy_base_project(folder), **{"SOURCE_DATE_EPOCH": EPOCH} | environment)
    assert done.returncode == 0, done.stderr
    return files(folder / "site")


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """Every file of a site as `dossier build` writes it."""
    folder = once(tmp_path_factory, "reference", lambda folder: build_copy(folder, "dossier", "build"))
    site = files(folder / "site")
    assert len(site) > 100
    return site


@pytest.fixture
def umask():
    """A function that sets the umask for one test."""
    old = os.umask(0)
    yield os.umask
    os.umask(old)


@pytest.mark.parametrize(("command", "mask", "environment"), MACHINES)
def test_another_machine_builds_the_same_bytes(tmp_path, reference, umask, command, mask, environment):
    umask(mask)
    assert differing_paths(build_copy(tmp_path / "another place", *command, **environment), reference) == []


def test_building_again_changes_no_byte_and_removes_stale_pages(built):
    before = files(built / "site")
    (built / "site/actors/forgotten.html").write_text("old", "ascii")
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 0, done.stderr
    assert differing_paths(files(built / "site"), before) == []


def test_a_build_keeps_dot_files_of_the_site(reference):
    assert reference[".gitignore"] == (ROOT / "site/.gitignore").read_bytes()


@pytest.mark.parametrize(
    ("environment", "timestamp"),
    [({}, EARLIEST_TIMESTAMP), ({"SOURCE_DATE_EPOCH": EPOCH}, int(EPOCH))],
    ids=["none", "epoch"],
)
def test_dates_in_a_site_do_not_come_from_the_clock(project, environment, timestamp):
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: https://example.org/\n{settings}", "utf-8")
    done = run("dossier", "build", cwd=project, **environment)
    assert done.returncode == 0, done.stderr
    gzip_header = (project / "site/sitemap.xml.gz").read_bytes()[:8]
    assert int.from_bytes(gzip_header[4:], "little") == timestamp  # RFC 1952, section 2.3: MTIME.


def test_the_server_serves_the_bytes_that_a_build_writes(project, reference, serve):
    server = serve(project, SOURCE_DATE_EPOCH=EPOCH)
    addresses = sorted(reference.keys() - {".gitignore"})
    assert [address for address in addresses if without_script(server.read(address)) != reference[address]] == []


def without_script(content):
    """Return a page without the script that the server adds at its end."""
    before, end, after = content.rpartition(b"</body>")
    script = SCRIPT.search(before)
    return before[: script.start()] + end + after if script else content
