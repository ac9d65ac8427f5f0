"""The publication: the day of the content, and the address that mkdocs.yml gives the site."""

from datetime import date

import pytest
from dossier.load.publish_context import read_publish_context
from dossier.model.publish_context import PublishContext

DAY = date(2019, 1, 27)
SETTINGS = [
    ("site_url: https://example.org/dossier\n", "https://example.org/dossier/"),
    ("site_url: https://example.org/dossier/\n", "https://example.org/dossier/"),
    ("site_url: ''\n", ""),
    ("site_name: x\n", ""),
    ("", ""),
    ("INHERIT: parent.yml\n", "https://example.org/parent/"),
]


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1548600000")
    (tmp_path / "parent.yml").write_text("site_url: https://example.org/parent/\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("settings", "address"), SETTINGS)
def test_the_address_is_that_of_the_site(folder, settings, address):
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    assert read_publish_context(folder) == PublishContext(DAY, address)


def test_a_folder_without_settings_has_no_address(folder):
    assert read_publish_context(folder) == PublishContext(DAY, "")
