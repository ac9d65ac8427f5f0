"""A staging folder replaces the site with its dot-files; only what killed builds left is cleared."""

import os
from pathlib import Path

import pytest
from dossier.publish.staging import Staging


@pytest.mark.parametrize("name", [".site-backup-2019", ".site-20240101", ".site-new-99999999999999999999", ".site-x"])
def test_other_folders_stay(tmp_path, name):
    (tmp_path / name).mkdir()
    Staging.create(tmp_path / "site").discard()
    assert (tmp_path / name).is_dir()


def test_the_staging_folder_of_a_killed_build_is_removed(tmp_path):
    (tmp_path / ".site-new-999999998").mkdir()
    Staging.create(tmp_path / "site").discard()
    assert not (tmp_path / ".site-new-999999998").exists()


@pytest.fixture
def site(tmp_path):
    """The folder of a published site with one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old", "ascii")
    return tmp_path / "site"


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def commit_new_site(site, **files):
    """Replace the site by one with these files."""
    staging = Staging.create(site)
    for name, text in ({"new.html": "new"} | files).items():
        (staging.folder / name).write_text(text, "ascii")
    staging.commit()


def test_the_new_site_replaces_the_old_one(site):
    commit_new_site(site)
    assert (names(site), names(site.parent)) == (["new.html"], ["site"])


def test_a_discarded_site_leaves_nothing(site):
    staging = Staging.create(site)
    (staging.folder / "half.html").write_text("half", "ascii")
    staging.discard()
    assert (names(site), names(site.parent)) == (["old.html"], ["site"])


def test_dot_files_of_the_old_site_are_kept_and_their_links_stay_links(site):
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("head", "ascii")
    (site / ".git/linked").symlink_to("HEAD")
    (site / ".linked").symlink_to("gone")
    commit_new_site(site)
    assert names(site) == [".git", ".linked", "new.html"]
    assert (site / ".git/HEAD").read_text("ascii") == "head"
    assert (site / ".git/linked").readlink() == Path("HEAD")
    assert (site / ".linked").readlink() == Path("gone")


def test_dot_files_of_the_new_site_come_before_those_of_the_old_one(site):
    (site / ".nojekyll").write_text("old", "ascii")
    commit_new_site(site, **{".nojekyll": "new"})
    assert (site / ".nojekyll").read_text("ascii") == "new"


def test_a_link_to_the_site_stays_one(site):
    (site.parent / "linked").symlink_to(site)
    commit_new_site(site.parent / "linked")
    assert (site.parent / "linked").is_symlink()
    assert names(site) == ["new.html"]


def test_unchanged_files_keep_their_times(site):
    commit_new_site(site)
    os.utime(site / "new.html", ns=(10**18, 10**18))
    commit_new_site(site, **{"other.html": "other"})
    assert names(site) == ["new.html", "other.html"]
    assert (site / "new.html").stat().st_mtime_ns == 10**18
    commit_new_site(site, **{"new.html": "changed", "other.html": "other"})
    assert (site / "new.html").stat().st_mtime_ns != 10**18


def test_a_site_without_changes_stays_in_place(site):
    commit_new_site(site)
    before = site.stat()
    commit_new_site(site)
    after = site.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names(site.parent) == ["site"]


def test_a_site_from_which_a_file_is_gone_is_replaced(site):
    (site / "new.html").write_text("new", "ascii")
    commit_new_site(site)
    assert names(site) == ["new.html"]
