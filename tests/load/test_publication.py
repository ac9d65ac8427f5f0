"""The publish context has the day of the content and the site's URL from mkdocs.yml."""

from datetime import date

import pytest
from dossier.load.publication import read_language, read_publish_context
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


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("language: es\n", "es"),
        ("title: x\n", "en"),
        ("language: [es]\n", "en"),
        ("- language: es\n", "en"),
        ("language: es\ntitle: x: y\n", "en"),
        ("language: es\nlead: " + "[" * 10_000, "en"),
    ],
    ids=["a tag", "none", "a list", "no mapping", "faulty YAML", "nested too deep"],
)
def test_a_dossier_without_a_readable_language_is_in_english(folder, settings, language):
    (folder / "content").mkdir()
    (folder / "content/dossier.yml").write_text(settings, "utf-8")
    assert read_language(folder) == language


def test_a_folder_without_a_dossier_is_in_english(folder):
    assert read_language(folder) == "en"
