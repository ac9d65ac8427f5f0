"""The same content gives the same bytes, whoever builds it, where and by which command."""

import os

import pytest
from dossier.io.git import EARLIEST

from tests.build.conftest import files
from tests.site.conftest import ROOT, copy_project, once, run

EPOCH = "1549929600"
MACHINES = [
    # command, umask, environment
    (["mkdocs", "build", "--strict"], 0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    (["dossier", "build"], 0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
]


def differing(one, other):
    """The paths at which two folders differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def made(folder, *command, **environment):
    """The files of the site that a command builds of a fresh copy in `folder`."""
    done = run(*command, cwd=copy_project(folder), **{"SOURCE_DATE_EPOCH": EPOCH} | environment)
    assert done.returncode == 0, done.stderr
    return files(folder / "site")


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """Every file of a site as `dossier build` makes it."""
    return files(once(tmp_path_factory, "reference", lambda folder: made(folder, "dossier", "build")) / "site")


@pytest.fixture
def umask():
    """Sets the umask for one test."""
    old = os.umask(0)
    yield os.umask
    os.umask(old)


@pytest.mark.parametrize(("command", "mask", "environment"), MACHINES)
def test_another_machine_builds_the_same_bytes(tmp_path, reference, umask, command, mask, environment):
    umask(mask)
    (tmp_path / "another place").mkdir()
    assert differing(made(tmp_path / "another place", *command, **environment), reference) == []


def test_building_again_changes_no_byte_and_takes_away_what_no_build_makes(built):
    before = files(built / "site")
    (built / "site/actors/forgotten.html").write_text("old", "ascii")
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 0, done.stderr
    assert differing(files(built / "site"), before) == []


def test_a_build_keeps_what_git_keeps_of_the_site(reference):
    assert reference[".gitignore"] == (ROOT / "site/.gitignore").read_bytes()


@pytest.mark.parametrize(("told", "day"), [({}, EARLIEST), ({"SOURCE_DATE_EPOCH": EPOCH}, int(EPOCH))])
def test_the_date_in_a_site_is_not_of_the_clock(base, told, day):
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (base / "mkdocs.yml").write_text(f"site_url: https://example.org/\n{settings}", "utf-8")
    done = run("dossier", "build", cwd=base, **told)
    assert done.returncode == 0, done.stderr
    assert int.from_bytes((base / "site/sitemap.xml.gz").read_bytes()[4:8], "little") == day


def test_the_server_serves_the_bytes_that_a_build_writes(project, tmp_path, reference, serve):
    (tmp_path / "temporary").mkdir()
    server = serve(project, SOURCE_DATE_EPOCH=EPOCH, TMPDIR=str(tmp_path / "temporary"))
    (folder,) = (tmp_path / "temporary").glob("mkdocs_*")
    assert differing(files(folder), reference) == [".gitignore"]
    before, _, after = reference["index.html"].rpartition(b"</body>")
    served = server.get("index.html").encode()
    assert served.startswith(before + b"<script>") and served.endswith(b"</script></body>" + after)
