"""The publish context has the day of the content and the site's URL from mkdocs.yml."""

from datetime import date

import pytest
from dossier.load.publication import read_publish_context
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


@pytest.mark.parametrize(("settings", "url"), SETTINGS)
def test_the_url_is_that_of_the_site(folder, settings, url):
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    assert read_publish_context(folder) == PublishContext(DAY, url)


def test_a_folder_without_settings_has_no_url(folder):
    assert read_publish_context(folder) == PublishContext(DAY, "")
