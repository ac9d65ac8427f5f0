"""Links of generated pages are resolved as MkDocs does, with the same warnings and anchors to check."""

import logging

import pytest
from dossier.plugin.generated_page import PageLinks, target_lookup
from dossier.plugin.page_store import release_links
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor

from tests.conftest import BASE

LINKS = (
    "b.md",
    "a.md",
    "b.md#part",
    "b.md#part",
    "b.md#",
    "../index.md",
    "../index.md#top",
    "../places/c.md",
    "../data/x.csv",
    "./b.md",
    "..//places/c.md",
    "b%20b.md",
    "b b.md",
    "b.md?q=1",
    "b.md?q=1#part",
    "b.md#p/1?x",
    "#part",
    "",
    ".",
    "..",
    "../",
    "b",
    "b.html",
    "missing.md",
    "missing.md#part",
    "draft.md",
    "draft.md#part",
    "../../above.md",
    "/actors/b.md",
    "//host/b.md",
    "https://example.org/b.md",
    "mailto:a@example.org",
    "é.md",
    "b.md\n",
)


@pytest.fixture(scope="module")
def config():
    """The settings of a site."""
    settings = MkDocsConfig()
    settings.load_dict({"site_name": "x", "docs_dir": str(BASE), "use_directory_urls": False, "plugins": []})
    assert settings.validate() == ([], [])
    return settings


@pytest.fixture
def files(config):
    """The files of a site."""
    paths = ("index.md", "actors/a.md", "actors/b.md", "actors/b b.md", "actors/é.md", "places/c.md", "data/x.csv")
    listed = [File(path, None, config.site_dir, use_directory_urls=False) for path in paths]
    hidden = File("actors/draft.md", None, config.site_dir, use_directory_urls=False, inclusion=InclusionLevel.DRAFT)
    return Files([*listed, hidden])


@pytest.mark.parametrize("page", ["actors/a.md", "index.md"])
def test_links_are_resolved_as_mkdocs_does(page, config, files, caplog):
    caplog.set_level(logging.DEBUG)
    file, find = files.get_file_from_path(page), target_lookup(files)
    for link in (*LINKS, *LINKS):
        ours, theirs = PageLinks(file, files, config, find), _RelativePathTreeprocessor(file, files, config)
        results = []
        for resolver in (ours, theirs):
            caplog.clear()
            address = resolver.path_to_url(link)
            results.append((address, resolver.links_to_anchors, [record.getMessage() for record in caplog.records]))
        assert results[0] == results[1], link


def test_a_target_is_looked_up_once_for_a_folder(config, files, monkeypatch):
    looked_up = []
    src_uris = Files.src_uris.fget
    monkeypatch.setattr(Files, "src_uris", property(lambda self: looked_up.append("once") or src_uris(self)))
    find = target_lookup(files)
    pages = [file for file in files if file.src_uri in ("actors/a.md", "actors/b.md")]
    addresses = {PageLinks(page, files, config, find).path_to_url("../places/c.md#part") for page in pages}
    assert addresses == {"../places/c.html#part"}
    assert looked_up == ["once"]


@pytest.fixture
def pages(config, files):
    """Two converted pages; the first links to anchors that are there, and to the given ones."""
    first, second = (Page(None, files.get_file_from_path(path), config) for path in ("actors/a.md", "places/c.md"))
    first.present_anchor_ids, second.present_anchor_ids = {"top"}, {"part", "end"}
    first.links_to_anchors = {first.file: {"top": "#top"}, second.file: {"part": "../places/c.md#part"}}
    return first, second


@pytest.mark.parametrize("missing", [{}, {"gone": "../places/c.md#gone"}])
def test_mkdocs_reports_the_same_links_after_the_others_are_dropped(pages, files, missing, caplog):
    first, second = pages
    first.links_to_anchors[second.file] |= missing
    reports = []
    for drop in (lambda pages: None, release_links):
        caplog.clear()
        drop(pages)
        for page in pages:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
        reports.append([record.getMessage() for record in caplog.records])
    assert reports[0] == reports[1]
    assert len(reports[1]) == len(missing)
    assert first.links_to_anchors == ({second.file: missing} if missing else {})
    assert (second.present_anchor_ids is None) == (not missing)
