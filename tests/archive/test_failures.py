"""Whatever goes wrong while an archive is made: it is said in a line, and what was there before is there still."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from dossier.archive.archive import ArchiveRequest, build_archive
from dossier.archive.snapshot import InputsChangedError, snapshot

from tests.archive.conftest import EPOCH, archived, faults, made
from tests.build.conftest import replace
from tests.site.conftest import BIN

FULL = 3_000_000
"""Bytes that a file may have where the disk is said to be full: enough for a site's, too few for an archive."""
CHANGES = """import pathlib
def on_post_build(config):
    file = pathlib.Path("content/places/port-brenn.yml")
    file.write_text(file.read_text("utf-8") + "note: Changed.\\n", "utf-8")
"""
KILLED = """import os, signal, sys
from pathlib import Path
from dossier.package.whole import whole
with whole(Path(sys.argv[1])) as file:
    file.write(b"half of it")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def named(folder):
    return sorted(file.name for file in folder.iterdir())


def failed(done):
    """What a command said last, which could not be carried out, without a traceback."""
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    return done.stderr.splitlines()[-1]


@pytest.fixture
def to(tmp_path):
    """Where the archive is to be, and an older one is."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/small.zip").write_bytes(b"the last good one")
    return tmp_path / "out/small.zip"


def test_a_full_disk(small, to):
    done = subprocess.run(
        [BIN / "dossier", "archive", "--to", to],
        cwd=small,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed(done) == f"dossier: {to} was not written: File too large"
    assert (named(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def test_a_folder_that_cannot_be_written_to(small, to):
    to.parent.chmod(0o500)
    unwritable = to if os.geteuid() else Path("/proc/small.zip")  # Nothing else stops root.
    said = failed(archived(small, unwritable))
    assert said.startswith(f"dossier: {unwritable} was not written: ")
    assert (named(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


@pytest.mark.parametrize("place", ["", "a folder", "small.zip/inside.zip"])
def test_a_place_where_no_file_can_be(small, to, place):
    (to.parent / "a folder").mkdir()
    assert str(to.parent / place) in failed(archived(small, to.parent / place))
    assert named(to.parent) == ["a folder", "small.zip"]


def test_a_run_that_is_killed_leaves_the_last_one_and_the_next_run_clears_up(small, to):
    killed = subprocess.run([sys.executable, "-c", KILLED, to], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert to.read_bytes() == b"the last good one"
    assert len(named(to.parent)) == 2
    assert faults(made(small, to)) == []
    assert named(to.parent) == ["small.zip"]


def test_a_file_that_is_changed_while_the_site_is_built(small, to):
    (small / "hook.py").write_text(CHANGES, "utf-8")
    replace(small / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    said = failed(archived(small, to))
    assert said.startswith("dossier: content/places/port-brenn.yml was changed while the dossier was archived")
    assert (named(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def taken_away(small):
    (small / "content/quotes/good-day.yml").unlink()


def added(small):
    (small / "content/pages/late.md").write_text("# Late\n", "ascii")


def text_changed(small):
    with (small / "seeds/gazette.txt").open("a") as text:
        text.write("More.\n")


def settings_changed(small):
    replace(small / "mkdocs.yml", "docs_dir:", "copyright: me\ndocs_dir:")


@pytest.mark.parametrize("change", [taken_away, added, text_changed, settings_changed])
def test_a_file_that_is_changed_before_it_is_packed(small, bag, to, change):
    before = snapshot(small)
    change(small)
    with pytest.raises(InputsChangedError, match="was changed while the dossier was archived"):
        build_archive(ArchiveRequest(small, bag / "data/site", before), to)
    assert (named(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def test_a_link_that_leads_out_of_the_project(small, to):
    (small / "content/pages/hosts.md").symlink_to("/etc/hosts")
    assert failed(archived(small, to)).startswith("dossier: content/pages/hosts.md is a symbolic link that leads out")
