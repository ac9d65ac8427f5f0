"""Archives: that of the real dossier, that of the small one, and a tiny one to be broken in every way."""

import hashlib
import io
import json
import shutil
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import run as run_program

import pytest
from dossier.archive.bag import BagInfo, FileDigest, tag_files
from dossier.archive.verify import verify
from dossier.archive.zip_writer import DeterministicZip
from dossier.load import load_dossier

from tests.build.conftest import project, start  # noqa: F401 (fixtures)
from tests.conftest import BASE
from tests.site.conftest import ROOT, copy_project, once, run

EPOCH = "1549929600"
DAY = "2019-02-12"
REAL = f"venezuelan-military-defections-early-{DAY}"
TOP = "tiny"
TEXT = "Hello, world. It is “round”."
PAGE = '<!doctype html><p id="a">Hello</p><a href="#a">up</a> <a href="other.html#b">on</a>'
OTHER = '<!doctype html><p id="b">Hello</p><a href="index.html">back</a><a href="https://example.org/">out</a>'


def archived(folder, to, *options, **environment):
    """Run `dossier archive` in a folder; the finished process."""
    variables = {"SOURCE_DATE_EPOCH": EPOCH} | environment
    return run("dossier", "archive", "--to", str(to), *options, cwd=folder, **variables)


def made(folder, to, *options, **environment):
    """The archive of the dossier in a folder, which must succeed."""
    done = archived(folder, to, *options, **environment)
    assert done.returncode == 0, done.stderr
    return to


@pytest.fixture(scope="session")
def real_archive(tmp_path_factory):
    """The archive of the real dossier."""

    def make(folder):
        (folder / "project").mkdir()
        made(copy_project(folder / "project"), folder / "real.zip")

    return once(tmp_path_factory, "archive", make) / "real.zip"


@pytest.fixture(scope="session")
def real_bag(real_archive, tmp_path_factory):
    """The same, unpacked; a test that changes it puts it back."""
    unpacked = once(tmp_path_factory, "bag", lambda folder: shutil.unpack_archive(real_archive, folder))
    return unpacked / REAL


@pytest.fixture
def small(base):
    """The small dossier with settings of a site, ready to be archived."""
    shutil.copy(ROOT / "mkdocs.yml", base)
    return base


@pytest.fixture(scope="session")
def small_archive(tmp_path_factory):
    """The archive of the small dossier, one of whose two texts is held back."""

    def make(folder):
        shutil.copytree(BASE, folder / "project")
        shutil.copy(ROOT / "mkdocs.yml", folder / "project")
        made(folder / "project", folder / "small.zip")

    return once(tmp_path_factory, "small", make) / "small.zip"


@pytest.fixture
def bag(small_archive, tmp_path):
    """The archive of the small dossier, unpacked, to be changed."""
    shutil.unpack_archive(small_archive, tmp_path / "bag")
    (top,) = (tmp_path / "bag").iterdir()
    return top


def faults(path):
    """What verifying finds, as a program that was given this path would."""
    return list(verify(Path(path)).faults)


def told_by(program, *arguments, python=sys.executable):
    """Run a `verify.py`: its exit code, and what it printed on stdout and stderr."""
    command = [python, "-I", program, *arguments]
    done = run_program(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def tiny_files(**changed):
    """The payload of an archive of one record and two pages, by name; `None` leaves a file out."""
    passage = {"source": "hello", "file": "hello.txt", "start": 7, "end": 12, "exact": "world", "via": []}
    pinned = hashlib.sha256(TEXT.encode()).hexdigest()
    source = {"id": "hello", "text": "hello.txt", "sha256": pinned, "passages": [passage]}
    records = json.dumps({"format": "dossier/2", "sources": [source]})
    named = {
        "data/seeds/hello.txt": TEXT,
        "data/site/data/dossier.json": records,
        "data/site/index.html": PAGE,
        "data/site/other.html": OTHER,
    } | changed
    return {name: content.encode() for name, content in named.items() if content is not None}


def bagged(payload, **tags):
    """Every file of a bag with this payload; `tags` stand in place of its tag files."""
    told = BagInfo(load_dossier(BASE).dossier.settings, date.fromisoformat(DAY), "", "0")
    return payload | dict(tag_files(told, {name: FileDigest.of(one) for name, one in payload.items()}, {})) | tags


def zipped(files, *, small=False):
    """The bytes of a zip of these files, below one folder, as an archive is written."""
    file = io.BytesIO()
    made = DeterministicZip(file, datetime(2019, 2, 12, tzinfo=UTC), small=small)
    for name, content in files.items():
        made.add(f"{TOP}/{name}", content)
    made.close()
    return file.getvalue()


@pytest.fixture
def tiny():
    """The bytes of the tiny archive."""
    return zipped(bagged(tiny_files()))


@pytest.fixture
def faults_of(tmp_path):
    """What verifying finds in a zip of these bytes."""

    def found(content):
        (tmp_path / "crafted.zip").write_bytes(content)
        return faults(tmp_path / "crafted.zip")

    return found


def entry(name, **fields):
    """An entry as an archive has them, but for these fields."""
    made = zipfile.ZipInfo(name, (2019, 2, 12, 0, 0, 0))
    made.create_system, made.external_attr = 3, 0o100644 << 16
    for field, value in fields.items():
        setattr(made, field, value)
    return made
