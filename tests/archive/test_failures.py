"""Whatever goes wrong while archiving is reported in one line, and an earlier archive stays unchanged."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from dossier.archive.archive import ArchiveRequest, build_archive
from dossier.archive.snapshot import InputsChangedError, snapshot

from tests.archive.conftest import EPOCH, faults, make_archive, run_archive
from tests.build.conftest import replace
from tests.site.conftest import BIN

MAX_FILE_SIZE = 3_000_000
"""The largest file in bytes when a full disk is simulated: enough for the site, too small for an archive."""
CHANGING_HOOK = """import pathlib
def on_post_build(config):
    file = pathlib.Path("content/places/port-brenn.yml")
    file.write_text(file.read_text("utf-8") + "note: Changed.\\n", "utf-8")
"""
KILLED_WRITER = """import os, signal, sys
from pathlib import Path
from dossier.io.atomic_write import atomic_write
with atomic_write(Path(sys.argv[1])) as file:
    file.write(b"half of it")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def names_in(folder):
    return sorted(file.name for file in folder.iterdir())


def last_message(done):
    """Return the last line of a command that failed, which must not be a traceback."""
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    return done.stderr.splitlines()[-1]


@pytest.fixture
def to(tmp_path):
    """The path of the archive, where there is an older one."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/small.zip").write_bytes(b"the last good one")
    return tmp_path / "out/small.zip"


def test_a_full_disk_leaves_the_older_archive(small, to):
    done = subprocess.run(
        [BIN / "dossier", "archive", "--to", to],
        cwd=small,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE_SIZE, MAX_FILE_SIZE)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert last_message(done) == f"dossier: {to} was not written: File too large"
    assert (names_in(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def test_a_read_only_folder_leaves_the_older_archive(small, to):
    to.parent.chmod(0o500)
    unwritable = to if os.geteuid() else Path("/proc/small.zip")  # Permissions do not stop root.
    message = last_message(run_archive(small, unwritable))
    assert message.startswith(f"dossier: {unwritable} was not written: ")
    assert (names_in(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


@pytest.mark.parametrize("place", ["", "a folder", "small.zip/inside.zip"])
def test_a_path_that_cannot_be_a_file_is_named(small, to, place):
    (to.parent / "a folder").mkdir()
    assert str(to.parent / place) in last_message(run_archive(small, to.parent / place))
    assert names_in(to.parent) == ["a folder", "small.zip"]


def test_a_killed_run_leaves_the_older_archive_and_the_next_run_clears_up(small, to):
    killed = subprocess.run([sys.executable, "-c", KILLED_WRITER, to], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert to.read_bytes() == b"the last good one"
    assert len(names_in(to.parent)) == 2
    assert faults(make_archive(small, to)) == []
    assert names_in(to.parent) == ["small.zip"]


def test_a_file_changed_while_the_site_is_built_is_reported(small, to):
    (small / "hook.py").write_text(CHANGING_HOOK, "utf-8")
    replace(small / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    message = last_message(run_archive(small, to))
    assert message.startswith("dossier: content/places/port-brenn.yml has changed during archiving")
    assert (names_in(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def remove_record(small):
    (small / "content/quotes/good-day.yml").unlink()


def add_page(small):
    (small / "content/pages/late.md").write_text("# Late\n", "ascii")


def change_source_text(small):
    with (small / "seeds/gazette.txt").open("a") as text:
        text.write("More.\n")


def change_settings(small):
    replace(small / "mkdocs.yml", "docs_dir:", "copyright: me\ndocs_dir:")


@pytest.mark.parametrize("change", [remove_record, add_page, change_source_text, change_settings])
def test_a_file_changed_before_it_is_packed_is_reported(small, bag, to, change):
    before = snapshot(small)
    change(small)
    with pytest.raises(InputsChangedError, match="has changed during archiving"):
        build_archive(ArchiveRequest(small, bag / "data/site", before), to)
    assert (names_in(to.parent), to.read_bytes()) == (["small.zip"], b"the last good one")


def test_a_symbolic_link_out_of_the_project_is_reported(small, to):
    (small / "content/pages/hosts.md").symlink_to("/etc/hosts")
    assert last_message(run_archive(small, to)).startswith(
        "dossier: content/pages/hosts.md is a symbolic link to a file outside"
    )


def test_the_snapshot_has_no_dot_files(small):
    expected = snapshot(small)
    (small / "seeds/.git").mkdir()
    for name in ("seeds/.git/HEAD", "content/actors/.eva-holm.yml.swp"):
        (small / name).write_text("not content", "ascii")
    assert snapshot(small) == expected


def test_the_snapshot_of_a_linked_project_is_that_of_the_project(small):
    (small.parent / "linked").symlink_to(small)
    assert "content/dossier.yml" in snapshot(small)
    assert snapshot(small.parent / "linked") == snapshot(small)
