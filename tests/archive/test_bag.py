"""The parts of an archive, made without building a site: its name, its tag files, excerpts and dates."""

import io
import json
import zipfile
from datetime import date

import pytest
from dossier.archive import payload
from dossier.archive.archive import DeterministicZip
from dossier.archive.bag import ALGORITHMS, BagInfo, FileDigest, archive_name, tag_files
from dossier.archive.payload import serialize_excerpts
from dossier.load.loader import load_dossier
from dossier.model.licences import DossierAuthor

from tests.conftest import BASE

URL = "https://example.org/brenn/"


@pytest.fixture(scope="module")
def settings():
    """The settings of the base dossier."""
    return load_dossier(BASE).dossier.settings


def with_title(settings, title):
    return BagInfo(settings.model_copy(update={"title": title}), date(2019, 2, 12), "", "0")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fire", "fire"),
        ("¿Año 2019?", "ano-2019"),
        ("…", "dossier"),
        (f"{'a' * 20} {'b' * 19} c", f"{'a' * 20}-{'b' * 19}"),
        (f"{'a' * 20} {'b' * 20} c", "a" * 20),
        ("a" * 50, "a" * 40),
    ],
)
def test_the_name_has_the_words_of_the_title_that_fit_and_the_date(settings, title, name):
    assert archive_name(with_title(settings, title)) == f"{name}-2019-02-12"


def test_the_name_of_an_archive_without_a_date_says_what_it_is(settings):
    assert archive_name(with_title(settings, "Fire")._replace(day=None)) == "fire-archive"


def bag_info(info, size=1):
    """Return the lines of `bag-info.txt` for a payload of one file of `size` bytes."""
    payload = {"data/x": FileDigest(size, dict.fromkeys(ALGORITHMS, ""))}
    return dict(tag_files(info, payload, {}))["bag-info.txt"].decode().splitlines()


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1.0 kB"),
        (123_456, "123.5 kB"),
        (1_000_000, "1.0 MB"),
        (1_234_000_000_000, "1234.0 GB"),
    ],
)
def test_the_size_is_in_decimal_units(settings, size, text):
    assert f"Bag-Size: {text}" in bag_info(with_title(settings, "Fire"), size)


def test_the_identifier_in_the_settings_comes_before_the_site_url(settings):
    archive = settings.archive.model_copy(update={"identifier": "doi:10.1/x"})
    info = BagInfo(settings.model_copy(update={"archive": archive}), None, URL, "0")
    assert "External-Identifier: doi:10.1/x" in bag_info(info)


def test_a_line_break_in_the_settings_begins_no_new_element(settings):
    info = with_title(settings, "Fire\nPayload-Oxum: 9.9")
    assert [line for line in bag_info(info) if line.startswith("Payload-Oxum")] == ["Payload-Oxum: 1.1"]


def test_excerpts_that_overlap_or_touch_are_merged():
    source = {"id": "s", "text": "s.txt", "sha256": "0" * 64}
    spans = [(5, 7), (0, 5), (2, 3), (9, 10)]
    document = serialize_excerpts(source, "0123456789", [{"start": start, "end": end} for start, end in spans])
    assert json.loads(document)["excerpts"] == [
        {"start": 0, "end": 7, "text": "0123456"},
        {"start": 9, "end": 10, "text": "9"},
    ]


def test_only_packages_that_the_site_needs_are_named(monkeypatch):
    requirements = ["pydantic>=2", 'not-installed>=1; extra == "dev"']
    monkeypatch.setattr(payload, "requires", lambda distribution: requirements)
    assert json.loads(payload._tool_versions())["packages"].keys() == {"pydantic"}


def test_dot_files_and_compressed_copies_are_no_files_of_the_site(tmp_path):
    for name in (".nojekyll", "index.html", "sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).write_bytes(b"")
    assert sorted(payload._site_files(tmp_path)) == ["index.html", "sitemap.xml"]


@pytest.mark.parametrize(
    ("day", "stored"), [(date(2019, 2, 11), (2019, 2, 11, 0, 0, 0)), (None, (1980, 1, 1, 0, 0, 0))]
)
def test_files_are_dated_at_the_start_of_the_day_or_of_1980(day, stored):
    file = io.BytesIO()
    archive = DeterministicZip(file, day)
    archive.add("x", b"x")
    archive.close()
    with zipfile.ZipFile(file) as opened:
        assert opened.getinfo("x").date_time == stored


def test_it_has_the_authors_the_licence_and_the_doi_of_the_settings(settings):
    terms = {"licence": "CC-BY-4.0", "keywords": ("port", "strike"), "identifier": "doi:10.1000/182"}
    authors = (DossierAuthor(name="Mara Voss"), DossierAuthor(name="Lea Ort"))
    described = settings.model_copy(update={**terms, "authors": authors})
    lines = bag_info(BagInfo(described, None, "https://example.org/", "1"))
    assert "External-Identifier: doi:10.1000/182" in lines
    assert "Author: Mara Voss" in lines and "Author: Lea Ort" in lines
    assert "License: CC-BY-4.0" in lines and "Keywords: port, strike" in lines
