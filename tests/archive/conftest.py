"""Archives of the real dossier and of the base dossier, and a tiny one to tamper with."""

import hashlib
import io
import json
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path
from subprocess import run as run_program

import pytest
from dossier.archive.archive import DeterministicZip
from dossier.archive.bag import BagInfo, FileDigest, tag_files
from dossier.archive.verify import verify
from dossier.load.loader import load_dossier

from tests.conftest import BASE
from tests.site.conftest import ROOT, copy_project, once, run

EPOCH = "1549929600"
DAY = "2019-02-12"
DATE = date.fromisoformat(DAY)
REAL = f"venezuelan-military-defections-early-{DAY}"
TOP = "tiny"
TEXT = "Hello, world. It is “round”."
PAGE = '<!doctype html><p id="a">Hello</p><a href="#a">up</a> <a href="other.html#b">on</a>'
OTHER = '<!doctype html><p id="b">Hello</p><a href="index.html">back</a><a href="https://example.org/">out</a>'


def run_archive(folder, to, *options, **environment):
    """Run `dossier archive` in a folder; return the finished process."""
    variables = {"SOURCE_DATE_EPOCH": EPOCH} | environment
    return run("dossier", "archive", "--to", str(to), *options, cwd=folder, **variables)


def make_archive(folder, to, *options, **environment):
    """Archive the dossier in a folder, which must succeed; return the path of the archive."""
    done = run_archive(folder, to, *options, **environment)
    assert done.returncode == 0, done.stderr
    return to


@pytest.fixture(scope="session")
def real_archive(tmp_path_factory):
    """The archive of the real dossier."""

    def make(folder):
        (folder / "project").mkdir()
        make_archive(copy_project(folder / "project"), folder / "real.zip")

    return once(tmp_path_factory, "archive", make) / "real.zip"


@pytest.fixture(scope="session")
def real_bag(real_archive, tmp_path_factory):
    """The archive of the real dossier, unpacked. A test that changes it must restore it."""
    unpacked = once(tmp_path_factory, "bag", lambda folder: shutil.unpack_archive(real_archive, folder))
    return unpacked / REAL


@pytest.fixture
def small(base):
    """A copy of the base dossier with the settings of a site, ready to be archived."""
    shutil.copy(ROOT / "mkdocs.yml", base)
    return base


@pytest.fixture(scope="session")
def small_archive(tmp_path_factory):
    """The archive of the base dossier. Of one of its two source texts it has only excerpts."""

    def make(folder):
        shutil.copytree(BASE, folder / "project")
        shutil.copy(ROOT / "mkdocs.yml", folder / "project")
        make_archive(folder / "project", folder / "small.zip")

    return once(tmp_path_factory, "small", make) / "small.zip"


@pytest.fixture
def bag(small_archive, tmp_path):
    """The archive of the base dossier, unpacked, for a test to change."""
    shutil.unpack_archive(small_archive, tmp_path / "bag")
    (top,) = (tmp_path / "bag").iterdir()
    return top


def faults(path):
    """Return the faults of the archive at a path."""
    return list(verify(Path(path)).faults)


def run_verifier(program, *arguments, python=sys.executable):
    """Run a `verify.py`; return its exit code and what it printed on stdout and stderr."""
    command = [python, "-I", program, *arguments]
    done = run_program(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def tiny_files(**changed):
    """Return the payload of an archive of one record and two pages, by name; `None` leaves a file out."""
    passage = {"source": "hello", "file": "hello.txt", "start": 7, "end": 12, "exact": "world", "via": []}
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    source = {"id": "hello", "text": "hello.txt", "sha256": digest, "passages": [passage]}
    records = json.dumps({"format": "dossier/4", "sources": [source]})
    contents = {
        "data/seeds/hello.txt": TEXT,
        "data/site/data/dossier.json": records,
        "data/site/index.html": PAGE,
        "data/site/other.html": OTHER,
    } | changed
    return {name: content.encode() for name, content in contents.items() if content is not None}


def make_bag(payload, **tags):
    """Return every file of a bag with this payload; `tags` replace its tag files."""
    info = BagInfo(load_dossier(BASE).dossier.settings, DATE, "", "0")
    digests = {name: FileDigest.of(content) for name, content in payload.items()}
    return payload | dict(tag_files(info, digests, {})) | tags


def make_zip(files, *, small=False, day=DATE):
    """Return the bytes of a zip of these files, below one folder, as an archive is written."""
    file = io.BytesIO()
    archive = DeterministicZip(file, day, small=small)
    for name, content in files.items():
        archive.add(f"{TOP}/{name}", content)
    archive.close()
    return file.getvalue()


@pytest.fixture
def tiny():
    """The bytes of the tiny archive."""
    return make_zip(make_bag(tiny_files()))


@pytest.fixture
def faults_of(tmp_path):
    """A function that verifies a zip of these bytes and returns its faults."""

    def faults_of_bytes(content):
        (tmp_path / "crafted.zip").write_bytes(content)
        return faults(tmp_path / "crafted.zip")

    return faults_of_bytes


def entry(name, **fields):
    """Return a zip entry as an archive has them, except for these fields."""
    info = zipfile.ZipInfo(name, (2019, 2, 12, 0, 0, 0))
    info.create_system, info.external_attr = 3, 0o100644 << 16
    for field, value in fields.items():
        setattr(info, field, value)
    return info
