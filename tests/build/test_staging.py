"""Only staging folders of killed builds are cleared; everything else next to a site is left alone."""

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
